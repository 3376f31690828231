import type { PopulateChange, PopulateResult } from '../../../shared/context';
import { newId } from '../../../shared/ids';
import type { PopulateInput } from '../../engineParts';
import type { ContextParts } from '../contextParts';
import type { ContextRow } from '../store/contextRow';
import { applyNode } from './applyNode';
import { orderNodes } from './orderNodes';
import { type NodePlan, planNode } from './planNode';
import { type ReadNode, readNodes } from './readNodes';

/**
 * Creates or updates contexts by schema key, all in the caller's transaction. A dry run answers the same and writes
 * nothing. `before` and `after` of the difference are contents.
 */
export function populateContexts(parts: ContextParts, input: PopulateInput): PopulateResult {
  const { projectId, source, dryRun = false } = input;
  parts.projects.getWritable(projectId);
  const { read, errors } = readNodes(input.nodes, source, parts.redactor);
  const { ordered, circular } = orderNodes(read, (key) => parts.store.hasKey(projectId, key));
  for (const node of circular) errors.push({ schemaKey: node.schemaKey, message: 'would lie below itself' });

  const diff: PopulateChange[] = [];
  for (const node of ordered) {
    const existing = parts.store.findByKey(projectId, node.schemaKey);
    const plan = planNode(node, existing);
    diff.push(toChange(node, existing, plan));
    if (!dryRun) applyNode(parts, { projectId, source }, node, existing, plan);
  }
  const count = (...changes: PopulateChange['change'][]): number =>
    diff.filter((change) => changes.includes(change.change)).length;
  const counts = { created: count('create'), updated: count('update'), unchanged: count('unchanged') };
  const runId = newId('run', parts.ports.clock.now());
  if (!dryRun && count('create', 'update', 'conflict') > 0)
    parts.events.append({
      projectId,
      type: 'contexts.populated',
      source,
      payload: { runId, ...counts, conflicts: count('conflict'), errors: errors.length },
    });
  return { runId, ...counts, deleted: 0, errors, dryRun, diff };
}

function toChange(node: ReadNode, existing: ContextRow | undefined, plan: NodePlan): PopulateChange {
  const { schemaKey } = node;
  if (!existing) return { schemaKey, change: 'create', after: node.content ?? '' };
  if (plan.change === 'update')
    return { schemaKey, change: 'update', before: existing.content, after: plan.texts.content ?? existing.content };
  if (plan.change === 'conflict')
    return { schemaKey, change: 'conflict', before: existing.content, after: plan.proposed.content };
  return { schemaKey, change: 'unchanged' };
}
