import * as vscode from 'vscode';
import { countBelow } from '../../views/contexts/contextFilter';
import { withoutDescendants } from '../../views/contexts/contextMoves';
import { counted } from '../../words/counted';
import { command } from '../command';
import { type ContextTarget, contextTargets } from './contextTarget';

/** Deletes contexts and what lies below them, after a confirmation: it can't be undone. */
export const deleteContext = command('contox.deleteContext', async (shell, ...args) => {
  const chosen = await contextTargets(shell, args, { placeHolder: 'Context to delete' });
  const targets = withoutDescendants(chosen);
  if (targets.length === 0) return;
  const answer = await vscode.window.showWarningMessage(
    question(targets),
    { modal: true, detail: "Their text, versions and journals are deleted. This can't be undone; deprecating can." },
    'Delete',
  );
  if (answer !== 'Delete') return;
  for (const { context } of targets) await shell.engine.deleteContext({ contextId: context.id });
});

function question(targets: readonly ContextTarget[]): string {
  const below = targets.reduce((sum, { context }) => sum + countBelow(context), 0);
  const also = below > 0 ? ` and the ${counted(below, 'context')} below` : '';
  const [only] = targets;
  const what = targets.length === 1 && only ? `"${only.context.name}"` : counted(targets.length, 'context');
  return `Delete ${what}${also}?`;
}
