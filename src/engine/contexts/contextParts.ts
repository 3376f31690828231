import { EngineError } from '../../base/engineError';
import type { EngineParts } from '../engineParts';
import type { EntryStore } from './journal/entryStore';
import type { LinkStore } from './links/linkStore';
import type { ContextRow } from './store/contextRow';
import type { ContextStore } from './store/contextStore';
import type { VersionStore } from './store/versionStore';

/** What the rules about contexts work with. */
export interface ContextParts extends Omit<EngineParts, 'contexts'> {
  readonly store: ContextStore;
  readonly versions: VersionStore;
  readonly entries: EntryStore;
  readonly links: LinkStore;
}

export function getRow(parts: Pick<ContextParts, 'store'>, contextId: string): ContextRow {
  const row = parts.store.find(contextId);
  if (!row) throw new EngineError('notFound', 'Context not found');
  return row;
}

/** For what changes a context: its project must take changes. */
export function getWritableRow(parts: Pick<ContextParts, 'store' | 'projects'>, contextId: string): ContextRow {
  const row = getRow(parts, contextId);
  parts.projects.getWritable(row.projectId);
  return row;
}

/** What a person writes stands by itself; what a machine writes is a proposal until a person approves it. */
export const person = 'person';

/** A parameter's fault, said of its field. */
export function invalid(path: string, message: string): EngineError {
  return new EngineError('invalid', message, { details: [{ path, message }] });
}
