import type { FileDescription } from '../../../../extractor';
import type { SourceFile } from '../../../../sourceFile';

/** In other folders they are templates, and nothing runs them. */
export const isWorkflow = (file: FileDescription): boolean => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(file.path);

/** `owner/name@version`, where a pattern names it so. */
export const actionOf = (match: RegExpMatchArray): string => match.groups?.['action'] ?? '';

/** Lines that are switched off say nothing of what runs. */
const withoutRemarks = (text: string): string => text.replace(/^[ \t]*#[^\n]*$/gm, '');

/** A part of a text. */
interface Range {
  readonly start: number;
  readonly end: number;
}

const nowhere: Range = { start: 0, end: 0 };

/** The job that a line stands in: from the nearest key two spaces in, to the next one. */
export function jobRange(text: string, at: number): Range {
  const jobs = text.search(/^jobs:/m);
  if (jobs < 0) return nowhere;
  const body = text.slice(jobs);
  const indent = /^jobs:[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\n)*( +)/.exec(body)?.[1];
  if (indent === undefined) return nowhere;
  const heads = [...body.matchAll(new RegExp(`^${indent}[\\w-]+:`, 'gm'))].map((head) => head.index + jobs);
  const start = heads.findLast((head) => head <= at);
  return start === undefined ? nowhere : { start, end: heads.find((head) => head > at) ?? text.length };
}

export function jobAround(text: string, at: number): string {
  const { start, end } = jobRange(text, at);
  return withoutRemarks(text.slice(start, end));
}

/** What stands before the jobs: its `env` is handed to each of them. */
export function sharedEnvRange(text: string): Range {
  const env = /^env:[^\n]*\n(?:(?:[ \t][^\n]*|#[^\n]*)?\n)*/m.exec(text);
  return env === null ? nowhere : { start: env.index, end: env.index + env[0].length };
}

/** Under `on:`; whoever is not a member of the repository starts these, and they run with its rights. */
const strangersEvents =
  /^["']?on["']?:[^\n]*\b(?:pull_request_target|issues|issue_comment|discussion|discussion_comment|workflow_run|pull_request_review\w*)\b|^[ \t]+-?[ \t]*["']?(?:pull_request_target|issues|issue_comment|discussion|discussion_comment|workflow_run|pull_request_review\w*)["']?:?[ \t]*(?:#[^\n]*)?$/m;

/** What a fork's own `pull_request` runs has no secrets and may write nothing: its author could change it anyway. */
export function hasRightsForStrangers(text: string): boolean {
  const jobs = text.search(/^jobs:/m);
  return strangersEvents.test(withoutRemarks(jobs < 0 ? text : text.slice(0, jobs)));
}

/** Who sent it is asked before anything runs. */
export const asksWhoSentIt = (text: string): boolean =>
  /author_association|github\.(?:actor|triggering_actor)\s*==|\.user\.login\s*==|sender\.login\s*==|head\.repo\.full_name\s*==|head\.repo\.fork\b|getCollaboratorPermissionLevel|collaborators\//.test(
    text,
  );

/** The key whose text of many lines a place stands in, `run` for `run: |`; a place in the line of its key has that one. */
export function keyAround(file: SourceFile, offset: number): string {
  const before = file.text.slice(0, offset).split('\n');
  const own = before.pop() ?? '';
  const key = /^[ \t]*(?:-[ \t]+)?([\w-]+):[ \t]/.exec(own)?.[1];
  let indent = own.length - own.trimStart().length;
  for (const line of before.reverse().slice(0, 200)) {
    const width = line.length - line.trimStart().length;
    if (line.trim() === '' || width >= indent) continue;
    const block = /^[ \t]*(?:-[ \t]+)?([\w-]+):[ \t]*[|>][+-]?\d?[ \t]*$/.exec(line)?.[1];
    if (block !== undefined) return block;
    indent = width;
  }
  return key ?? '';
}
