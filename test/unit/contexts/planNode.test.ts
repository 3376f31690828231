import assert from 'node:assert/strict';
import { sha256 } from '../../../src/base/sha256';
import { planNode } from '../../../src/engine/contexts/populate/planNode';
import type { ReadNode } from '../../../src/engine/contexts/populate/readNodes';
import type { ContextRow } from '../../../src/engine/contexts/store/contextRow';

const row = (more: Partial<ContextRow> = {}): ContextRow => ({
  id: 'ctx',
  projectId: 'proj',
  parentContextId: null,
  schemaKey: 'root/a',
  name: 'A',
  description: 'd',
  content: 'c',
  contentHash: sha256('c'),
  state: 'approved',
  tier: 2,
  contextType: 'memory',
  version: 1,
  order: 0,
  source: 'genesis',
  arranged: 0,
  blockSeq: null,
  entryCount: 0,
  createdAt: 0,
  updatedAt: 0,
  ...more,
});
const node = (more: Partial<ReadNode> = {}): ReadNode => ({
  schemaKey: 'root/a',
  parentSchemaKey: undefined,
  name: 'A',
  description: undefined,
  content: undefined,
  tier: undefined,
  contextType: undefined,
  ...more,
});

const cases: [says: string, node: ReadNode, existing: ContextRow | undefined, plan: object][] = [
  ['not there yet', node(), undefined, { change: 'create' }],
  ['what is left out stays', node(), row(), { change: 'unchanged' }],
  ['the same texts', node({ description: 'd', content: 'c' }), row(), { change: 'unchanged' }],
  ['the same texts as a person wrote', node({ content: 'c' }), row({ source: 'person' }), { change: 'unchanged' }],
  ['another content', node({ content: 'x' }), row(), { change: 'update', texts: { content: 'x' }, places: {} }],
  ['an emptied content', node({ content: '' }), row(), { change: 'update', texts: { content: '' }, places: {} }],
  ['another tier', node({ tier: 1 }), row(), { change: 'update', texts: {}, places: { tier: 1 } }],
  ['a tier that a person set', node({ tier: 1 }), row({ arranged: 1 }), { change: 'unchanged' }],
  [
    'another content than a person wrote',
    node({ content: 'x', tier: 1 }),
    row({ source: 'person' }),
    { change: 'conflict', proposed: { name: 'A', description: 'd', content: 'x' } },
  ],
];

describe('planNode', () => {
  for (const [says, given, existing, plan] of cases) it(says, () => assert.deepEqual(planNode(given, existing), plan));
});
