import type { ContextTreeNode } from '../../../shared/context';
import { counted, formatNumber } from '../../words/counted';
import { plainLine } from '../../words/plainLine';
import type { Row, RowIcon, RowNode } from '../row';
import { countBelow } from './contextFilter';

/** What a row of the Contexts view stands for. */
export interface ContextValue {
  readonly kind: 'context';
  readonly projectId: string;
  readonly context: ContextTreeNode;
}

const typeIcons: Readonly<Record<ContextTreeNode['contextType'], string>> = {
  system: 'folder-library',
  reference: 'references',
  memory: 'note',
};
const stateColors: Readonly<Record<ContextTreeNode['state'], string | undefined>> = {
  draft: 'charts.yellow',
  approved: 'charts.green',
  deprecated: 'disabledForeground',
};
export const tierWords: Readonly<Record<number, string>> = {
  1: 'always loaded',
  2: 'loaded on demand',
  3: 'archive',
};

/** Shape by tier and type, colour by state; a deprecated one has a shape of its own too. */
export function contextIcon(context: Pick<ContextTreeNode, 'contextType' | 'tier' | 'state'>): RowIcon {
  const { contextType, tier, state } = context;
  const color = stateColors[state];
  if (state === 'deprecated') return { id: 'circle-slash', color };
  if (tier === 3) return { id: 'archive', color };
  if (tier === 1 && contextType !== 'system') return { id: 'pinned', color };
  return { id: typeIcons[contextType], color };
}

export function contextRows(projectId: string, nodes: readonly ContextTreeNode[], depth = 0): RowNode<ContextValue>[] {
  return nodes.map((context) => ({
    row: contextRow(context, depth),
    value: { kind: 'context', projectId, context },
    children: context.children.length > 0 ? () => contextRows(projectId, context.children, depth + 1) : undefined,
  }));
}

function contextRow(context: ContextTreeNode, depth: number): Row {
  const below = countBelow(context);
  const counts = [
    ...(below > 0 ? [formatNumber(below)] : []),
    ...(context.entryCount > 0 ? [counted(context.entryCount, 'entry')] : []),
  ];
  const state = context.state === 'approved' ? [] : [context.state];
  return {
    id: context.id,
    label: plainLine(context.name),
    description: [...counts, ...state].join(' · '),
    icon: contextIcon(context),
    kind: contextKind(context),
    expand: expansion(context, depth),
    spoken: spokenContext(context, below),
    command: isMereFolder(context) ? undefined : { id: 'contox.openContext', title: 'Open Context' },
  };
}

/** A level of the tree that the engine made: a click opens and closes it, and shows no empty document. */
function isMereFolder(context: ContextTreeNode): boolean {
  return context.contextType === 'system' && context.children.length > 0;
}

/** For the menus: `context.draft`, `context.approved.journal`, … */
function contextKind(context: Pick<ContextTreeNode, 'state' | 'entryCount'>): string {
  return `context.${context.state}${context.entryCount > 0 ? '.journal' : ''}`;
}

/** The first level is open, so that the view shows more than the one root. */
function expansion(context: ContextTreeNode, depth: number): Row['expand'] {
  if (context.children.length === 0) return 'none';
  return depth === 0 ? 'expanded' : 'collapsed';
}

function spokenContext(context: ContextTreeNode, below: number): string {
  const words = [plainLine(context.name), context.state, context.contextType, tierWords[context.tier] ?? ''];
  if (context.entryCount > 0) words.push(counted(context.entryCount, 'entry'));
  if (below > 0) words.push(`${counted(below, 'context')} below`);
  return words.filter((word) => word !== '').join(', ');
}
