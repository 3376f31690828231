import { EngineError } from '../../base/engineError';
import type { Context } from '../../shared/context';
import type { ContextUpdate } from '../../shared/ingest';
import { nameOfKey } from '../contexts/schemaKeys';
import { applyQuietly } from './applyQuietly';
import type { Ingested, IngestParts } from './ingestParts';

/** Does to a context what the event says. Texts that come this way are a machine's, so they are drafts. */
export function applyContextUpdate(parts: IngestParts, event: Ingested, payload: ContextUpdate): void {
  applyQuietly(parts, event, 'context.update_refused', () => apply(parts, event, payload));
}

function apply({ contexts }: IngestParts, { projectId, source }: Ingested, payload: ContextUpdate): void {
  const { action, schemaKey, contextId } = payload;
  const texts = textsOf(payload);
  if (action === 'create') {
    if (schemaKey === undefined) throw new EngineError('invalid', 'A new context needs a schemaKey');
    contexts.create({ ...texts, name: texts.name ?? nameOfKey(schemaKey), projectId, schemaKey, source });
    return;
  }
  const { id } = find({ contexts }, projectId, contextId, schemaKey);
  if (action === 'update') contexts.update({ ...texts, contextId: id, source });
  else if (action === 'approve') contexts.approve(id);
  else if (action === 'deprecate') contexts.deprecate(id);
  else if (action === 'compact') contexts.compact(id);
  else contexts.delete(id);
}

function find(
  { contexts }: Pick<IngestParts, 'contexts'>,
  projectId: string,
  contextId: string | undefined,
  schemaKey: string | undefined,
): Context {
  const found = contextId === undefined ? contexts.findByKey(projectId, schemaKey ?? '') : contexts.get(contextId);
  if (found?.projectId === projectId) return found;
  throw new EngineError('notFound', 'Context not found');
}

function textsOf({ after }: ContextUpdate): Exclude<ContextUpdate['after'], string | null | undefined> {
  if (after === null || after === undefined) return {};
  return typeof after === 'string' ? { content: after } : after;
}
