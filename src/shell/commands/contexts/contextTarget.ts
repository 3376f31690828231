import * as vscode from 'vscode';
import { EngineError } from '../../../base/engineError';
import type { ContextTreeNode } from '../../../shared/context';
import { contextScheme } from '../../contributions';
import { parseContextPath } from '../../documents/contextPath';
import type { Shell } from '../../shell';
import { tell } from '../../showError';
import { flattenTree } from '../../views/contexts/contextFilter';
import { type ContextValue, contextIcon } from '../../views/contexts/contextRows';
import { LiveNode } from '../../views/liveTree';

export interface ContextTarget {
  readonly projectId: string;
  readonly context: ContextTreeNode;
}

export interface Choice {
  /** What the list of contexts says when the user has to pick one. */
  readonly placeHolder: string;
  /** Which contexts the command makes sense for; the list offers those only. */
  readonly fits?: (context: ContextTreeNode) => boolean;
  /** Offers the list even where a context is open in the active editor. */
  readonly ignoreEditor?: boolean;
}

/** What the keybindings of the Contexts view pass: they mean the rows that are selected in it. */
const selectionWord = 'selection';

/**
 * The contexts that a command means: the selected rows if the row it was called on is one of them, that row, an id, a
 * `contox:` document, or what the user picks. Empty when the user gave up.
 */
export async function contextTargets(shell: Shell, args: readonly unknown[], choice: Choice): Promise<ContextTarget[]> {
  const [target, selected] = args;
  const rows = target === selectionWord ? shell.contexts.selection : rowsOf(target, selected);
  const fits = choice.fits ?? (() => true);
  if (rows.length > 0) {
    const values = rows.map(({ value }) => ({ projectId: value.projectId, context: value.context }));
    return values.filter(({ context }) => fits(context));
  }
  if (target === selectionWord) return [];
  const one = await contextTarget(shell, target, choice);
  return one ? [one] : [];
}

/** The same for a command that works on one context. */
export async function contextTarget(shell: Shell, target: unknown, choice: Choice): Promise<ContextTarget | undefined> {
  const row = target === selectionWord ? shell.contexts.selection[0] : rowsOf(target, undefined)[0];
  if (row) return { projectId: row.value.projectId, context: row.value.context };
  if (target === selectionWord) return undefined;
  const project = await shell.projects.needCurrent();
  const wanted = typeof target === 'string' ? { contextId: target, projectId: project.id } : documentOf(target, choice);
  const projectId = wanted?.projectId ?? project.id;
  const contexts = flattenTree(await shell.engine.getContextTree({ projectId }));
  if (!wanted) {
    const context = await pickContext(contexts.filter(choice.fits ?? (() => true)), choice.placeHolder);
    return context && { projectId, context };
  }
  const context = contexts.find(({ id, schemaKey }) =>
    wanted.contextId === undefined ? schemaKey === wanted.schemaKey : id === wanted.contextId,
  );
  if (!context) throw new EngineError('notFound', 'This context is no longer there.');
  return { projectId, context };
}

function rowsOf(target: unknown, selected: unknown): readonly LiveNode<ContextValue>[] {
  const isRow = (row: unknown): row is LiveNode<ContextValue> =>
    row instanceof LiveNode && (row.value as { readonly kind?: unknown }).kind === 'context';
  if (!isRow(target)) return [];
  const rows = Array.isArray(selected) ? selected.filter(isRow) : [];
  return rows.includes(target) ? rows : [target];
}

/** The context of a document: the one that was passed, else the one in the active editor. */
function documentOf(
  target: unknown,
  { ignoreEditor = false }: Choice,
): { readonly projectId: string; readonly contextId?: string | undefined; readonly schemaKey?: string } | undefined {
  const active = ignoreEditor ? undefined : vscode.window.activeTextEditor?.document.uri;
  const uri = target instanceof vscode.Uri ? target : active;
  return uri?.scheme === contextScheme ? parseContextPath(uri.path, uri.query) : undefined;
}

async function pickContext(
  contexts: readonly ContextTreeNode[],
  placeHolder: string,
): Promise<ContextTreeNode | undefined> {
  if (contexts.length === 0) {
    tell('information', 'There is no context that this could be done with.');
    return undefined;
  }
  const items = contexts.map((context) => ({
    label: context.name,
    description: context.state === 'approved' ? context.schemaKey : `${context.schemaKey} · ${context.state}`,
    iconPath: new vscode.ThemeIcon(contextIcon(context).id),
    context,
  }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  return picked?.context;
}
