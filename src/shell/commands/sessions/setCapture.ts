import * as vscode from 'vscode';
import { EngineError } from '../../../base/engineError';
import { settings } from '../../settings';
import { command } from '../command';

/** Records what happens in this workspace again. */
export const startCapture = command('contox.startCapture', async () => {
  if (settings.captureOffForUser())
    throw new EngineError(
      'invalid',
      'Capture is switched off in your user settings, which no workspace overrides. Change "contox.capture.enabled" there.',
    );
  await settings.setCaptureEnabled(undefined, vscode.ConfigurationTarget.Workspace);
});

/** Makes this workspace private: nothing is recorded, and what is stored stays. */
export const stopCapture = command('contox.stopCapture', () =>
  settings.setCaptureEnabled(false, vscode.ConfigurationTarget.Workspace),
);
