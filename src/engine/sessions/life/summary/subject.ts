import type { DigestCommit } from '../../../../shared/ingest';
import { type SubjectForm, subjectForms } from './rules/subjectForms';

export interface Subject {
  /** What the commit does, in the words of its author, without the marks of a form. */
  readonly text: string;
  /** The same for a place where nothing else says what kind of change it is. */
  readonly telling: string;
  /** How much it is worth a mention beside others. */
  readonly weight: number;
  /** Whether it says nothing that anybody would want to read. */
  readonly minor: boolean;
}

const conventional = /^([A-Za-z]{2,20})(?:\(([^()]{0,60})\))?(!?):[ \t]*(\S.*)$/;
const minorSubject =
  /^(?:(?:fixup|squash|amend)! .*|(?:wip|tmp|temp|save|checkpoint|update[sd]?|changes?|minor|misc|stuff|typos?|clean ?up|lint|format(?:ting)?|fix(?:es)?|more|again|test(?:ing)?|foo|bar|asdf+)(?: (?:wip|typos?|lint|stuff|changes?|fix(?:es)?|files?))?|[\W\d_]{0,20})$/i;
const version = /^v?\d{1,6}\.\d{1,6}(?:\.\d{1,6})?(?:[.-][\w.-]{1,40})?$/i;
/** What goes along with work, and is not what it was about. */
const besideWork =
  /^(?:add|update|fix|more|improve|adjust)s? (?:some |more |missing |unit )?(?:tests?|docs?|documentation|comments?|snapshots?|changelogs?|readme|release notes)$|\b(?:typos?|spelling|whitespace|lint(?:er|ing)?|clippy|formatting)$/i;
const namedMinor = /^(?:wip|tmp)\b|^https?:\/\/\S+$/i;

/** Reads the first line of a commit's message; the conventional form is understood and not needed. */
export function readSubject({ subject }: Pick<DigestCommit, 'subject'>): Subject {
  const [, type, scope = '', bang, rest] = conventional.exec(subject.trim()) ?? [];
  const form = type === undefined ? undefined : formOf(/^deps/.test(scope) ? 'deps' : type.toLowerCase());
  const bare = strip(form && rest !== undefined ? rest : subject);
  if (version.test(bare)) return { text: `Version ${bare}`, telling: `version ${bare}`, weight: 1, minor: false };
  const minor = minorSubject.test(bare) || namedMinor.test(bare);
  const weight = bang === '!' ? 5 : besideWork.test(bare) ? 1 : (form?.weight ?? weightOfWords(bare));
  const named =
    form?.named === undefined || formOf(firstWord(bare)) === form ? capital(bare) : `${form.named}: ${bare}`;
  return { text: capital(bare), telling: named, weight: minor ? 0 : weight, minor };
}

function formOf(word: string): SubjectForm | undefined {
  return subjectForms.find((form) => form.types.includes(word) || form.verbs.includes(word));
}

/** Without numbers of tickets and pictures around the words. */
function strip(text: string): string {
  return text
    .trim()
    .replace(/^(?::[a-z0-9_+-]{1,40}:|\p{Extended_Pictographic}\uFE0F?)\s*/u, '')
    .replace(/^\[(?:[A-Z]{1,10}-\d{1,7}|v?\d{1,4}(?:\.[\dx]{1,4}){0,3})\]:?\s*|^[A-Z]{2,10}-\d{1,7}:\s*/, '')
    .replace(/\s*\[(?:skip[ -]ci|ci[ -]skip|no[ -]ci)\]\s*/gi, ' ')
    .replace(/(?:\s*\((?:#|GH-|!)\d{1,7}\)){1,3}$/, '')
    .replace(/[.\s]+$/, '')
    .replace(/\s+/g, ' ');
}

function weightOfWords(text: string): number {
  return subjectForms.find((form) => form.verbs.includes(firstWord(text)))?.weight ?? 2.5;
}

const firstWord = (text: string): string => text.toLowerCase().split(/\W/, 1)[0] ?? '';

/** A name of the code stays as it is written. */
const capital = (text: string): string =>
  /^[a-z]+(?![\w.(:/_-])/.test(text) ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
