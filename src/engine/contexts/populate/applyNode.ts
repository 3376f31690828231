import { newId } from '../../../shared/ids';
import type { ContextText } from '../acceptText';
import { reportContext } from '../contextEvents';
import type { ContextParts } from '../contextParts';
import { ensureContext } from '../ensureContext';
import { parentKey } from '../schemaKeys';
import type { ContextRow } from '../store/contextRow';
import { insertContext } from '../store/insertContext';
import { writeVersion } from '../store/writeVersion';
import type { NodePlan } from './planNode';
import type { ReadNode } from './readNodes';

export interface PopulateTarget {
  readonly projectId: string;
  readonly source: string;
}

/** Carries out the plan of one node. */
export function applyNode(
  parts: ContextParts,
  target: PopulateTarget,
  node: ReadNode,
  existing: ContextRow | undefined,
  plan: NodePlan,
): void {
  if (!existing) createNode(parts, target, node);
  else if (plan.change === 'update') updateNode(parts, target, existing, plan);
  else if (plan.change === 'conflict') propose(parts, target, existing, plan.proposed);
  else if (plan.change === 'unchanged') withdraw(parts, target, existing);
}

function createNode(parts: ContextParts, { projectId, source }: PopulateTarget, node: ReadNode): void {
  const above = node.parentSchemaKey ?? parentKey(node.schemaKey);
  insertContext(parts, {
    projectId,
    parentContextId: above === undefined ? null : ensureContext(parts, projectId, above).id,
    schemaKey: node.schemaKey,
    name: node.name,
    description: node.description ?? '',
    content: node.content ?? '',
    state: 'draft',
    tier: node.tier ?? 2,
    contextType: node.contextType ?? 'memory',
    source,
    reason: 'populate',
  });
}

function updateNode(
  parts: ContextParts,
  { source }: PopulateTarget,
  existing: ContextRow,
  plan: Extract<NodePlan, { change: 'update' }>,
): void {
  const { texts, places } = plan;
  const changed = [...Object.keys(texts), ...Object.keys(places)];
  let row: ContextRow;
  if (Object.keys(texts).length > 0) {
    // A person approved another text than this one. What was deprecated stays so: it is not wanted whatever it says.
    const state = existing.state === 'approved' ? ('draft' as const) : existing.state;
    row = writeVersion(parts, existing, 'populate', { ...texts, ...places, state, source });
  } else {
    const updatedAt = parts.ports.clock.now();
    parts.store.update(existing.id, { ...places, updatedAt });
    row = { ...existing, ...places, updatedAt };
  }
  reportContext(parts, 'updated', row, { source, payload: { changed } });
}

/** Puts the machine's text beside the person's, once. */
function propose(parts: ContextParts, { source }: PopulateTarget, existing: ContextRow, text: ContextText): void {
  const pending = parts.versions.findDraft(existing.id);
  const fields = ['name', 'description', 'content'] as const;
  if (pending && fields.every((field) => pending[field] === text[field])) return;
  const createdAt = parts.ports.clock.now();
  parts.versions.retire(existing.id, 'draft');
  const version = parts.versions.latest(existing.id) + 1;
  parts.versions.add({
    ...text,
    id: newId('ver', createdAt),
    contextId: existing.id,
    version,
    source,
    status: 'draft',
    reason: 'populate',
    blockSeq: existing.blockSeq,
    createdAt,
  });
  reportContext(parts, 'proposed', existing, { source, payload: { proposal: version } });
}

/** The machine says what stands there already, so what it proposed before is obsolete. */
function withdraw(parts: ContextParts, { source }: PopulateTarget, existing: ContextRow): void {
  const pending = parts.versions.findDraft(existing.id);
  if (!pending) return;
  parts.versions.retire(existing.id, 'draft');
  reportContext(parts, 'proposal_withdrawn', existing, { source, payload: { proposal: pending.version } });
}
