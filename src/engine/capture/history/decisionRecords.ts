import { sha256 } from '../../../base/sha256';
import { decodeText } from '../../git/commits/decodeText';
import { listTree } from '../../git/listTree';
import { readObjects } from '../../git/readObjects';
import type { GitOptions } from '../../git/runGit';
import { type Draft, longestFacts, titleOf } from '../../sessions/enrich/draft';

/** Where teams keep records of decisions: a folder of that name, or files whose names begin with the word. */
const recordFile =
  /(?:^|\/)(?:adrs?|decisions?|decision-records?|architecture-decisions?|architecture-decision-records?)\/(?:[\w.-]{1,80}\/){0,2}[\w.-]{1,160}\.(?:md|markdown|adoc|rst)$|(?:^|\/)adr[-_]?\d{1,5}[\w.-]{0,160}\.(?:md|markdown|adoc)$/i;
const noRecord = /(?:^|\/)(?:readme|index|template|adr-?template|0000-.{0,60}template|contributing)[\w.-]{0,40}$/i;
const mostRecords = 100;
const largest = 100_000;
const heading = /^(?:#{1,2}|=) +(.{1,300})$/;
const gone = /\b(?:superseded|deprecated|rejected|obsolete)\b/i;

/** Draft decisions from the records that a commit holds, with the lines that say so. */
export async function readDecisionRecords(commit: string, prefix: string, git: GitOptions): Promise<Draft[]> {
  const { entries } = await listTree(commit, git);
  const files = entries
    .filter(({ path, kind, bytes }) => kind === 'file' && bytes <= largest && path.startsWith(prefix))
    .filter(({ path }) => recordFile.test(path) && !noRecord.test(path))
    .slice(0, mostRecords);
  const blobs = await readObjects(
    files.map(({ oid }) => oid),
    git,
  );
  return files.flatMap(({ path, oid }) => {
    const bytes = blobs.get(oid);
    return bytes ? (readRecord(path, decodeText(bytes), commit) ?? []) : [];
  });
}

/** `undefined` for what is no record, and for one that does not hold any more. */
export function readRecord(path: string, text: string, commit: string): Draft | undefined {
  const lines = text.split(/\r?\n/);
  const titleAt = lines.findIndex((line) => heading.test(line));
  const title = (heading.exec(lines[titleAt] ?? '')?.[1] ?? '')
    .replace(/^(?:ADR[-\s]?)?\d{0,5}\s*[.:)-]\s*/i, '')
    .trim();
  if (title === '' || gone.test(statusOf(lines))) return undefined;
  const decision = section(lines, /^decision(?: outcome)?s?\b/i);
  if (!decision) return undefined;
  const context = section(lines, /^(?:context|problem)\b/i);
  const { start, end } = decision;
  return {
    origin: `record:${path}`,
    type: 'decision',
    title: titleOf(title),
    facts: decision.text.slice(0, longestFacts),
    rationale: context ? context.text.slice(0, 1_000) : null,
    files: [path],
    tags: ['decision-record'],
    importance: 4,
    confidence: 0.9,
    evidence: [
      { path, startLine: start, endLine: end, commit, lineHash: sha256(lines.slice(start - 1, end).join('\n')) },
    ],
  };
}

/** What stands below the heading `Status`, or behind it on its line. */
function statusOf(lines: readonly string[]): string {
  const inline = lines.find((line) => /^(?:[-*] )?\**status\**\s*[:|]/i.test(line));
  return inline ?? section(lines, /^status\b/i)?.text ?? '';
}

interface Section {
  readonly text: string;
  /** Lines from 1, the heading not among them. */
  readonly start: number;
  readonly end: number;
}

function section(lines: readonly string[], name: RegExp): Section | undefined {
  const at = lines.findIndex((line) => name.test(/^(?:#{1,6}|={1,6}) +(.{1,200})$/.exec(line)?.[1] ?? ''));
  if (at < 0) return undefined;
  const level = /^[#=]+/.exec(lines[at] ?? '')?.[0].length ?? 1;
  let end = at + 1;
  while (end < lines.length && !isHeading(lines[end] ?? '', level)) end++;
  let start = at + 1;
  while (start < end && lines[start]?.trim() === '') start++;
  while (end > start && lines[end - 1]?.trim() === '') end--;
  const text = lines.slice(start, end).join('\n');
  return text === '' ? undefined : { text, start: start + 1, end };
}

function isHeading(line: string, level: number): boolean {
  const marks = /^([#=]{1,6}) /.exec(line)?.[1];
  return marks !== undefined && marks.length <= level;
}
