import { sha256 } from '../../../base/sha256';
import type { DigestCommit } from '../../../shared/ingest';
import type { ItemEvidence } from '../../../shared/item';
import { type Draft, longestFacts, mostEvidence, mostFiles, titleOf } from './draft';
import { type DiffHunk, parseDiff } from './parseDiff';
import { type CommitRule, commitRules } from './rules/commitRules';

const mostTodos = 20;
/** The name of who wrote it down, in brackets, is no part of the note. */
const todoMark = /\b(?:TODO|FIXME|XXX)\b(?:\([^()]{1,40}\))?[:(]?\s*(\S.{0,180})?/;

/** What a commit's message and the lines it adds say. Merges say what their commits say already. */
export function commitDrafts(commit: DigestCommit): Draft[] {
  if (commit.parents.length > 1) return [];
  const hunks = commit.diff === undefined ? [] : parseDiff(commit.diff);
  const found = new Map<string, Draft>();
  for (const rule of commitRules) {
    const said = match(rule, commit);
    if (said !== undefined && !found.has(rule.type)) found.set(rule.type, toDraft(rule, commit, said, hunks));
  }
  return [...found.values(), ...todoDrafts(commit, hunks)];
}

/** What the rule finds, or `undefined`. */
function match(rule: CommitRule, { subject, body = '' }: DigestCommit): string | undefined {
  const texts = rule.on === 'subject' ? [subject.trim()] : rule.on === 'body' ? [body] : [subject, ...sentences(body)];
  for (const text of texts) {
    const found = rule.pattern.exec(text);
    if (found) return found.slice(1).find((group) => group !== undefined) ?? text;
  }
  return undefined;
}

function sentences(text: string): string[] {
  const prose = text.split(/\n[ \t]*\n/).filter((paragraph) => !/^[A-Z][\w-]{1,40}: \S/.test(paragraph));
  return prose
    .flatMap((paragraph) =>
      paragraph
        .replace(/\s+/g, ' ')
        .trim()
        .split(/(?<=[.!?]) /),
    )
    .slice(0, 200);
}

function toDraft(rule: CommitRule, commit: DigestCommit, said: string, hunks: readonly DiffHunk[]): Draft {
  const { subject, body = '', sha } = commit;
  const whole = [subject, body].filter((text) => text.trim() !== '').join('\n\n');
  return {
    origin: `commit:${sha}:${rule.type}`,
    type: rule.type,
    title: titleOf(rule.isRationale || said.length < 4 ? subject : said),
    facts: whole.slice(0, longestFacts),
    rationale: rule.isRationale ? said : null,
    files: commit.files.map((file) => file.path).slice(0, mostFiles),
    tags: rule.tags,
    importance: rule.importance,
    confidence: rule.isRationale ? 0.5 : 0.7,
    evidence: commitEvidence(commit, hunks),
  };
}

/** The lines that the commit left behind; where its diff is not known, the files alone. */
function commitEvidence(commit: DigestCommit, hunks: readonly DiffHunk[]): ItemEvidence[] {
  if (hunks.length > 0) return hunks.slice(0, mostEvidence).map((hunk) => hunkEvidence(hunk, commit.sha));
  return commit.files
    .filter((file) => !/^d/i.test(file.status))
    .slice(0, mostEvidence)
    .map(({ path }) => ({ path, startLine: 1, endLine: 1, commit: commit.sha, lineHash: null }));
}

function hunkEvidence({ path, startLine, endLine, lines }: DiffHunk, commit: string): ItemEvidence {
  return { path, startLine, endLine, commit, lineHash: lines ? sha256(lines.join('\n')) : null };
}

/** The note of something to do that a line holds; `undefined` without one that says anything. */
export function readTodo(line: string): string | undefined {
  const note =
    todoMark
      .exec(line)?.[1]
      ?.replace(/(?:\*\/|-->)\s*$/, '')
      .trim() ?? '';
  return note.length < 4 ? undefined : note;
}

function todoDrafts(commit: DigestCommit, hunks: readonly DiffHunk[]): Draft[] {
  const drafts: Draft[] = [];
  for (const { path, added } of hunks)
    for (const { line, text } of added) {
      const note = readTodo(text);
      if (note === undefined || drafts.length >= mostTodos) continue;
      drafts.push({
        origin: `todo:${commit.sha}:${sha256(`${path}\n${line}`).slice(0, 16)}`,
        type: 'todo',
        title: titleOf(note),
        facts: `${path}:${line}\n\n${text.trim()}`.slice(0, longestFacts),
        rationale: null,
        files: [path],
        tags: ['code-comment'],
        importance: 2,
        confidence: 0.9,
        evidence: [{ path, startLine: line, endLine: line, commit: commit.sha, lineHash: sha256(text) }],
      });
    }
  return drafts;
}
