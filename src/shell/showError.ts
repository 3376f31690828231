import * as vscode from 'vscode';
import type { Logger } from '../base/logger';
import { adviseOn, type NextStep } from './errorAdvice';

/** Shows a message with its next steps and runs the chosen one. Does not wait for the user. */
export function tell(
  kind: 'information' | 'warning' | 'error',
  message: string,
  steps: readonly NextStep[] = [],
): void {
  const show = {
    information: vscode.window.showInformationMessage,
    warning: vscode.window.showWarningMessage,
    error: vscode.window.showErrorMessage,
  }[kind];
  const titles = steps.map((step) => step.title);
  void show(message, ...titles).then((title) => {
    const step = steps.find((candidate) => candidate.title === title);
    return step && vscode.commands.executeCommand(step.command);
  });
}

/** The one place where an error becomes words on screen; the log gets all of it. */
export function showError(error: unknown, logger: Logger): void {
  const advice = adviseOn(error);
  if (!advice) return;
  logger.error(advice.message, error);
  tell('error', advice.message, advice.steps);
}
