import type * as vscode from 'vscode';
import type { Logger } from '../../base/logger';

/** Writes to the output channel, where VS Code's own commands set the level. */
export function outputLogger(channel: vscode.LogOutputChannel): Logger {
  return {
    debug: (message) => channel.debug(message),
    info: (message) => channel.info(message),
    warn: (message) => channel.warn(message),
    error: (message, cause) => (cause === undefined ? channel.error(message) : channel.error(message, cause)),
  };
}
