import { EngineError } from '../../base/engineError';
import type { Context, CreateContext } from '../../shared/context';
import { acceptText } from './acceptText';
import { type ContextParts, invalid, person } from './contextParts';
import { ensureContext } from './ensureContext';
import { deriveKey, parentKey, rootKey } from './schemaKeys';
import { type ContextRow, toContext } from './store/contextRow';
import { insertContext } from './store/insertContext';

/** Makes a context. One that a person makes starts approved, one that a machine makes starts as a draft. */
export function createContext(parts: ContextParts, params: CreateContext): Context {
  const { id: projectId } = parts.projects.getWritable(parts.projects.resolve(params.projectId));
  const source = params.source ?? person;
  const { name = '', description = '', content = '' } = acceptText(parts.redactor, source, params);
  checkKey(parts, projectId, params);
  const parent = findParent(parts, projectId, params);
  const row = insertContext(parts, {
    name,
    description,
    content,
    projectId,
    parentContextId: parent?.id ?? null,
    schemaKey: params.schemaKey ?? freeKey(parts, projectId, parent, name),
    state: source === person ? 'approved' : 'draft',
    tier: params.tier ?? 2,
    contextType: params.contextType ?? 'memory',
    source,
    reason: 'create',
  });
  return toContext(row);
}

function checkKey(parts: ContextParts, projectId: string, params: CreateContext): void {
  const { schemaKey, parentSchemaKey, parentContextId } = params;
  if (schemaKey === undefined) return;
  if (parts.store.hasKey(projectId, schemaKey))
    throw new EngineError('conflict', `A context with the schema key ${schemaKey} exists already`);
  if (schemaKey === rootKey && (parentSchemaKey ?? parentContextId ?? null) !== null)
    throw invalid('parentSchemaKey', 'root has no parent');
  // A parent that is still to be made would be made below the new context itself.
  const below = parentSchemaKey === schemaKey || parentSchemaKey?.startsWith(`${schemaKey}/`);
  if (below && !parts.store.hasKey(projectId, parentSchemaKey ?? ''))
    throw invalid('parentSchemaKey', 'must not be the context itself or one below it');
}

function findParent(parts: ContextParts, projectId: string, params: CreateContext): ContextRow | undefined {
  if (typeof params.parentContextId === 'string') {
    const parent = parts.store.find(params.parentContextId);
    if (parent?.projectId === projectId) return parent;
    throw invalid('parentContextId', 'names no context of this project');
  }
  const implied = params.schemaKey === undefined ? rootKey : parentKey(params.schemaKey);
  const key = params.parentSchemaKey ?? implied;
  return key === undefined ? undefined : ensureContext(parts, projectId, key);
}

function freeKey(parts: ContextParts, projectId: string, parent: ContextRow | undefined, name: string): string {
  const key = deriveKey(parent?.schemaKey ?? rootKey, name, (candidate) => parts.store.hasKey(projectId, candidate));
  if (key === undefined) throw invalid('schemaKey', 'The contexts are nested too deeply for another key');
  return key;
}
