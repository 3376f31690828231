import { EngineError, type ErrorCode } from '../base/engineError';
import type { CommandId } from './contributions';

/** A button below a message: a command of ours, or one that VS Code has. */
export interface NextStep {
  readonly title: string;
  readonly command: CommandId | 'workbench.action.reloadWindow' | 'workbench.extensions.action.checkForUpdates';
}

export interface ErrorAdvice {
  readonly message: string;
  readonly steps: readonly NextStep[];
}

const showLog: NextStep = { title: 'Show Log', command: 'contox.showLog' };
const openData: NextStep = { title: 'Open Data Folder', command: 'contox.openDataFolder' };
const refresh: NextStep = { title: 'Refresh', command: 'contox.refresh' };
const reload: NextStep = { title: 'Reload Window', command: 'workbench.action.reloadWindow' };
const update: NextStep = { title: 'Check for Updates', command: 'workbench.extensions.action.checkForUpdates' };

/** What the user can do next, by what went wrong. */
const stepsByCode: Readonly<Record<ErrorCode, readonly NextStep[]>> = {
  invalid: [],
  unauthorized: [],
  forbidden: [],
  notFound: [refresh],
  conflict: [refresh],
  cancelled: [],
  unavailable: [refresh, reload, showLog],
  readOnly: [openData, showLog],
  full: [openData],
  damaged: [openData, showLog],
  newerStore: [update],
  unsupported: [showLog],
  internal: [showLog],
};

/** The message for an error and the buttons below it; `undefined` where there is nothing to tell. */
export function adviseOn(error: unknown): ErrorAdvice | undefined {
  if (!(error instanceof EngineError)) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      message: `Contox met an error it did not expect: ${sentence(message)} The log has the details.`,
      steps: [showLog],
    };
  }
  if (error.code === 'cancelled') return undefined;
  const details = (error.details ?? []).map(({ path, message }) => `${path}: ${message}`).join('; ');
  const message = details ? `${sentence(error.message)} ${sentence(details)}` : sentence(error.message);
  return { message, steps: stepsByCode[error.code] };
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
