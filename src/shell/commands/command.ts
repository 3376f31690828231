import type { CommandId } from '../contributions';
import type { Shell } from '../shell';

/**
 * One command. `args` are what VS Code hands over: a tree node and the whole selection, a URI, or what another extension
 * passes, so they are looked at before they are believed. It never catches: the caller shows what goes wrong.
 */
export interface Command<I extends CommandId = CommandId> {
  readonly id: I;
  execute(shell: Shell, ...args: readonly unknown[]): unknown;
}

/** Keeps the id's literal type, so that the table of all commands can be checked for completeness. */
export function command<const I extends CommandId>(id: I, execute: Command['execute']): Command<I> {
  return { id, execute };
}
