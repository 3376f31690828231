import type { ItemEvidence, ItemType, UpdateItem } from '../../shared/item';
import { cleanName, cleanText } from '../cleanText';
import { type ItemParts, invalidItem, person } from './itemParts';
import type { ItemRow } from './itemStore';

/** Where items of a type belong when nobody says otherwise. */
export const schemaKeyOf: Readonly<Record<ItemType, string>> = {
  architecture: 'root/architecture',
  convention: 'root/conventions',
  implementation: 'root/implementation',
  decision: 'root/decisions',
  bug: 'root/bugs',
  todo: 'root/todo',
  security: 'root/security',
};

type Fields = Omit<UpdateItem, 'itemId' | 'source'>;

/** The columns of the fields that are given. What does not come from a person passes the redactor. */
export function acceptFields(parts: ItemParts, projectId: string, source: string, fields: Fields): Partial<ItemRow> {
  const accept = (text: string): string =>
    source === person ? cleanText(text) : parts.redactor.redact(cleanText(text)).text;
  const text = (value: string | null | undefined): string | null | undefined =>
    typeof value === 'string' ? accept(value).slice(0, 5000) : value;
  const { title, type, facts, rationale, impact, files, tags, schemaKey, confidence, importance, evidence } = fields;
  checkSession(parts, projectId, fields.sessionId);
  return dropAbsent({
    title: title === undefined ? undefined : cleanName(accept(title), 200) || 'Untitled',
    type,
    facts: text(facts) ?? undefined,
    rationale: text(rationale),
    impact: text(impact),
    files: files && JSON.stringify([...new Set(files.map(accept))]),
    tags: tags && JSON.stringify([...new Set(tags.map(accept))]),
    schemaKey,
    confidence,
    importance,
    evidence: evidence && JSON.stringify(evidence.map((one) => toEvidence(one, accept))),
    sessionId: fields.sessionId,
  });
}

function toEvidence(one: NonNullable<Fields['evidence']>[number], accept: (text: string) => string): ItemEvidence {
  const { path, startLine, endLine = startLine, commit = null, lineHash = null } = one;
  if (endLine < startLine) throw invalidItem('evidence', 'ends before it starts');
  return { path: accept(path), startLine, endLine, commit, lineHash };
}

function checkSession(parts: ItemParts, projectId: string, sessionId: string | null | undefined): void {
  if (typeof sessionId !== 'string') return;
  if (!parts.db.get('SELECT 1 FROM sessions WHERE id = ? AND project_id = ?', [sessionId, projectId]))
    throw invalidItem('sessionId', 'names no session of this project');
}

function dropAbsent(fields: { readonly [F in keyof ItemRow]?: ItemRow[F] | undefined }): Partial<ItemRow> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
