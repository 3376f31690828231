import { EngineError } from '../../base/engineError';
import type { Context, UpdateContext } from '../../shared/context';
import { acceptText, type ContextText } from './acceptText';
import { reportContext } from './contextEvents';
import { type ContextParts, getWritableRow, invalid, person } from './contextParts';
import { rootKey } from './schemaKeys';
import { type ContextRow, toContext } from './store/contextRow';
import { writeVersion } from './store/writeVersion';

/** Changes texts, which makes a version, and place, tier and type, which does not. */
export function updateContext(parts: ContextParts, params: UpdateContext): Context {
  const before = getWritableRow(parts, params.contextId);
  checkVersion(before, params.version);
  const source = params.source ?? person;
  const texts = changedTexts(parts, before, params, source);
  const places = changedPlaces(parts, before, params);
  const changed = [...Object.keys(texts), ...Object.keys(places)];
  if (changed.length === 0) return toContext(before);

  const arranged = Object.keys(places).length > 0 && source === person ? { ...places, arranged: 1 } : places;
  let row: ContextRow;
  if (Object.keys(texts).length > 0) {
    // What a person approved is no longer what is there, unless a person wrote that.
    const state = source !== person && before.state === 'approved' ? { state: 'draft' as const } : {};
    row = writeVersion(parts, before, 'update', { ...arranged, ...texts, ...state, source });
  } else {
    const updatedAt = parts.ports.clock.now();
    parts.store.update(before.id, { ...arranged, updatedAt });
    row = { ...before, ...arranged, updatedAt };
  }
  const moved = 'parentContextId' in places ? { parentContextId: row.parentContextId } : {};
  reportContext(parts, 'updated', row, { source, payload: { changed, ...moved } });
  return toContext(row);
}

function checkVersion(row: ContextRow, version: number | undefined): void {
  if (version === undefined || version === row.version) return;
  throw new EngineError('conflict', `The context was changed meanwhile; its current version is ${row.version}`, {
    data: { currentVersion: row.version },
  });
}

function changedTexts(
  parts: ContextParts,
  before: ContextRow,
  params: UpdateContext,
  source: string,
): Partial<ContextText> {
  const { name, description, content } = acceptText(parts.redactor, source, params);
  return pickChanged(before, { name, description, content });
}

function changedPlaces(parts: ContextParts, before: ContextRow, params: UpdateContext): Partial<ContextRow> {
  const { tier, contextType, order, parentContextId } = params;
  if (parentContextId !== undefined) checkParent(parts, before, parentContextId);
  return pickChanged(before, { tier, contextType, order, parentContextId });
}

/** The parent is of the same project, and never the context itself or one below it. */
function checkParent(parts: ContextParts, row: ContextRow, parentId: string | null): void {
  if (parentId === null) return;
  if (row.schemaKey === rootKey) throw invalid('parentContextId', 'root has no parent');
  if (parts.store.find(parentId)?.projectId !== row.projectId)
    throw invalid('parentContextId', 'names no context of this project');
  if (parts.store.isWithin(parentId, row.id))
    throw invalid('parentContextId', 'must not be the context itself or one below it');
}

/** What is given and differs. */
function pickChanged(before: ContextRow, wanted: Wanted): Partial<ContextRow> {
  const fields = Object.keys(wanted) as (keyof Wanted)[];
  const changed = fields.filter((field) => wanted[field] !== undefined && wanted[field] !== before[field]);
  return Object.fromEntries(changed.map((field) => [field, wanted[field]]));
}

type Wanted = { readonly [F in keyof ContextRow]?: ContextRow[F] | undefined };
