import type { ContextUpdate, IngestEvent, MemoryOperation } from '../../../shared/ingest';
import { saveTypes } from '../../../shared/session';
import type { LogEvent } from '../../../shared/store';
import { VersionStore } from '../../contexts/store/versionStore';
import { ItemStore, toItem } from '../../items/itemStore';
import type { SessionParts } from '../../sessions/sessionParts';

interface IngestMapping {
  readonly name: IngestEvent;
  /** `undefined` where the text that the event speaks about was deleted. */
  readonly compose: (parts: SessionParts, event: LogEvent) => object | undefined;
}

const asItIs = (name: IngestEvent): IngestMapping => ({ name, compose: (_parts, event) => event.payload });

const contextChange = (action: ContextUpdate['action']): IngestMapping => ({
  name: 'context_update',
  compose: (parts, event) => composeContext(parts, event, action),
});

/** Events of the log by their type. What is not here, no Contox server has a name for. */
export const ingestEventOf: ReadonlyMap<string, IngestMapping> = new Map<string, IngestMapping>([
  [saveTypes.first, asItIs('session_save')],
  [saveTypes.again, asItIs('session_save')],
  ['git.digested', asItIs('git_digest')],
  ['scan.received', asItIs('scan_result')],
  ['scan.completed', { name: 'scan_result', compose: (_parts, event) => composeScan(event) }],
  ['context.created', contextChange('create')],
  ['context.updated', contextChange('update')],
  ['context.restored', contextChange('update')],
  ['context.approved', contextChange('approve')],
  ['context.deprecated', contextChange('deprecate')],
  ['context.compacted', contextChange('compact')],
  ['context.deleted', contextChange('delete')],
  ['memory.operated', { name: 'memory_operation', compose: composeItem }],
]);

/** Its texts are those of the version that the event tells of, whatever was written since. */
function composeContext(parts: SessionParts, { payload }: LogEvent, action: ContextUpdate['action']) {
  const { contextId, schemaKey, version } = payload;
  const change = { schemaKey: String(schemaKey), action };
  if (action !== 'create' && action !== 'update') return change;
  const row = new VersionStore(parts.db).find(String(contextId), Number(version));
  if (!row) return undefined;
  const { name, description, content } = row;
  const { tier, contextType } = parts.contexts.get(row.contextId);
  return { ...change, after: { name, description, content, tier, contextType } };
}

/** An item has one text only: what it says now. Approving and deprecating have no name of their own. */
function composeItem(parts: SessionParts, { payload }: LogEvent): MemoryOperation | undefined {
  const { itemId, mergedFrom, supersededBy } = payload;
  const operation = operationOf(payload['operation']);
  if (operation === 'delete') return { operation, itemId: String(itemId) };
  const row = new ItemStore(parts.db).find(String(itemId));
  if (!row) return undefined;
  const { id, title, type, facts, rationale, impact, files, tags, schemaKey, confidence, importance, evidence } =
    toItem(row);
  const item = { title, type, facts, rationale, impact, files, tags, schemaKey, confidence, importance, evidence };
  if (operation === 'create') return { operation, item: { id, ...item } };
  if (operation === 'merge') return { operation, itemId: id, item: { mergedFrom: texts(mergedFrom) } };
  if (operation === 'supersede') return { operation, itemId: id, item: { id: String(supersededBy) } };
  return { operation, itemId: id, item };
}

function operationOf(value: unknown): MemoryOperation['operation'] {
  return value === 'create' || value === 'delete' || value === 'merge' || value === 'supersede' ? value : 'update';
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function composeScan({ payload, event_time }: LogEvent) {
  const { techStack, ...summary } = payload;
  return { summary, techStack: Array.isArray(techStack) ? techStack : [], completedAt: event_time };
}
