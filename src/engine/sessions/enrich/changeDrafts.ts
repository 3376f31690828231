import type { ContextEntry } from '../../../shared/context';
import type { ChangeCategory, SessionSave } from '../../../shared/ingest';
import type { ItemEvidence, ItemType } from '../../../shared/item';
import { type Draft, longestFacts, mostEvidence, mostFiles, titleOf } from './draft';

const typeOf: Readonly<Record<ChangeCategory, ItemType>> = {
  architecture: 'architecture',
  conventions: 'convention',
  implementation: 'implementation',
  decisions: 'decision',
  bugs: 'bug',
  todo: 'todo',
};

const importanceOf: Readonly<Record<ItemType, number>> = {
  architecture: 4,
  convention: 3,
  implementation: 3,
  decision: 4,
  bug: 3,
  todo: 2,
  security: 5,
};

/** Entry types of journals that say what kind of item an entry is; others are notes and make none. */
const typeOfEntry: ReadonlyMap<string, ItemType> = new Map([
  ['architecture', 'architecture'],
  ['convention', 'convention'],
  ['conventions', 'convention'],
  ['implementation', 'implementation'],
  ['decision', 'decision'],
  ['decisions', 'decision'],
  ['bug', 'bug'],
  ['bugs', 'bug'],
  ['fix', 'bug'],
  ['todo', 'todo'],
  ['security', 'security'],
]);

const reason =
  /[^.!?\n]{0,400}\b(?:because|instead of|in order to|so that|to avoid|rather than|due to)\b[^.!?\n]{0,400}/i;

/** One draft for each change that somebody saved with a session. */
export function changeDrafts(eventId: string, { changes, headCommitSha }: SessionSave): Draft[] {
  return changes.map(({ category, title, content, files = [] }, index) => {
    const type = typeOf[category];
    const evidence = files.slice(0, mostEvidence).map((file) => evidenceOf(file, headCommitSha ?? null));
    return {
      origin: `change:${eventId}:${index}`,
      type,
      title: titleOf(title.trim() === '' ? content : title),
      facts: content.slice(0, longestFacts),
      rationale: reason.exec(content)?.[0].trim() ?? null,
      files: [...new Set(files.map((file) => splitLines(file).path))].slice(0, mostFiles),
      tags: [],
      importance: importanceOf[type],
      confidence: 0.7,
      evidence,
    };
  });
}

/** A draft of an entry in a journal, where its type says what it is. */
export function entryDrafts(entry: ContextEntry): Draft[] {
  const type = typeOfEntry.get(entry.entryType.toLowerCase());
  if (type === undefined) return [];
  return [
    {
      origin: `entry:${entry.id}`,
      type,
      title: titleOf(entry.title),
      facts: entry.content.slice(0, longestFacts),
      rationale: reason.exec(entry.content)?.[0].trim() ?? null,
      files: [],
      tags: entry.tags.slice(0, 5),
      importance: importanceOf[type],
      confidence: 0.7,
      evidence: [],
    },
  ];
}

function evidenceOf(file: string, commit: string | null): ItemEvidence {
  const { path, startLine = 1, endLine = startLine } = splitLines(file);
  return { path, startLine, endLine: Math.max(startLine, endLine), commit, lineHash: null };
}

/** `src/a.ts`, `src/a.ts:10` or `src/a.ts:10-20`. */
function splitLines(file: string): { path: string; startLine?: number; endLine?: number } {
  const [, path, start, end] = /^(.+?):([1-9]\d{0,7})(?:-([1-9]\d{0,7}))?$/.exec(file) ?? [];
  if (path === undefined || start === undefined) return { path: file };
  return { path, startLine: Number(start), endLine: Number(end ?? start) };
}
