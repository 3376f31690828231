import type { ContextEntry } from '../../../shared/context';
import { mergeUnits, splitUnits } from './journalUnits';

const supersedesTag = 'supersedes:';

/**
 * One block of Markdown from the entries of a journal, oldest first: by type, then by title, each title with the dates
 * and sources it comes from. What was said twice is said once; what a later entry says anew is said as it is last.
 */
export function compactJournal(entries: readonly ContextEntry[]): string {
  const superseded = new Set(
    entries.flatMap((entry) => entry.tags.filter((tag) => tag.startsWith(supersedesTag))).map(withoutPrefix),
  );
  const kept = entries.filter((entry) => !superseded.has(entry.id));
  return [...groupBy(kept, (entry) => entry.entryType)]
    .map(([type, ofType]) => [`## ${heading(type)}`, ...sections(ofType)].join('\n\n'))
    .join('\n\n');
}

function sections(entries: readonly ContextEntry[]): string[] {
  return [...groupBy(entries, (entry) => normalize(entry.title)).values()].map((group) => {
    const title = oneLine(group.at(-1)?.title ?? '');
    const units = mergeUnits(group.map((entry) => splitUnits(entry.content)));
    return [`### ${title}\n${origin(group)}`, ...units].join('\n\n');
  });
}

/** Days and sources, each once, in the order of time. */
function origin(entries: readonly ContextEntry[]): string {
  const days = [...new Set(entries.map((entry) => entry.createdAt.slice(0, 10)))];
  const sources = [...new Set(entries.map((entry) => oneLine(entry.source)))];
  return `${days.join(', ')} · ${sources.join(', ')}`;
}

function groupBy(
  entries: readonly ContextEntry[],
  keyOf: (entry: ContextEntry) => string,
): Map<string, ContextEntry[]> {
  const groups = new Map<string, ContextEntry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}

const withoutPrefix = (tag: string): string => tag.slice(supersedesTag.length).trim();
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const normalize = (text: string): string => oneLine(text).toLowerCase();

function heading(type: string): string {
  const text = oneLine(type);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
