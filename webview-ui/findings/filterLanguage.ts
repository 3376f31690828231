import { type FindingTest, filterKeys } from './filterKeys';
import type { IndexedFinding } from './findingIndex';

/** What a filter text means. `problems` are sentences about the parts that mean nothing; those parts filter nothing. */
export interface FindingFilter {
  readonly problems: readonly string[];
  matches(finding: IndexedFinding): boolean;
}

interface Token {
  readonly negated: boolean;
  readonly key: string | null;
  /** Alternatives, lower case. */
  readonly values: readonly string[];
}

/**
 * Reads `layer:security importance:>=4 file:src/api -tag:test "free text"`. All parts must hold; `a,b` in a value means
 * either; a leading `-` means not. A word with an unknown key is free text, so that `GET:/x` finds what it looks like.
 */
export function parseFilter(text: string): FindingFilter {
  const problems: string[] = [];
  const tests: FindingTest[] = [];
  for (const token of tokenize(text)) {
    const test = testOf(token);
    if (typeof test === 'string') problems.push(test);
    else tests.push(token.negated ? (finding) => !test(finding) : test);
  }
  return { problems, matches: (finding) => tests.every((test) => test(finding)) };
}

function testOf({ key, values }: Token): FindingTest | string {
  const make = key === null ? undefined : filterKeys[key];
  if (!make) {
    const words = values.map((value) => (key === null ? value : `${key}:${value}`));
    return (finding) => words.some((word) => finding.text.includes(word));
  }
  const made = values.map((value) => make(value));
  const wrong = made.find((test) => typeof test === 'string');
  if (wrong !== undefined) return wrong;
  const tests = made.filter((test) => typeof test === 'function');
  return (finding) => tests.some((test) => test(finding));
}

const space = /\s/;

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    if (space.test(text.charAt(at))) {
      at++;
      continue;
    }
    const negated = text.charAt(at) === '-' && at + 1 < text.length && !space.test(text.charAt(at + 1));
    const key = /^[a-z]{1,20}(?=:)/i.exec(text.slice(at + Number(negated), at + 22))?.[0] ?? null;
    const start = at + Number(negated) + (key === null ? 0 : key.length + 1);
    const { values, end } = readValues(text, start, key !== null);
    at = Math.max(end, at + 1);
    if (values.length > 0) tokens.push({ negated, key: key?.toLowerCase() ?? null, values });
  }
  return tokens;
}

/** Reads up to the next space outside of quotes. Only the value of a key has alternatives; free text keeps its commas. */
function readValues(text: string, start: number, splits: boolean): { values: string[]; end: number } {
  const values: string[] = [];
  let value = '';
  let quoted = false;
  let at = start;
  for (; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '"') quoted = !quoted;
    else if (!quoted && space.test(char)) break;
    else if (!quoted && splits && char === ',') {
      values.push(value);
      value = '';
    } else value += char;
  }
  values.push(value);
  return { values: values.map((each) => each.toLowerCase()).filter((each) => each !== ''), end: at };
}

/** The filter text with `part` added, or taken out where it is there already: what a click on a tag does. */
export function togglePart(text: string, part: string): string {
  const parts = text.split(/\s+/).filter((each) => each !== '');
  return (parts.includes(part) ? parts.filter((each) => each !== part) : [...parts, part]).join(' ');
}

/** A value as a filter reads it back. */
export function filterValue(value: string): string {
  return /[\s",]/.test(value) ? `"${value.replaceAll('"', '')}"` : value;
}
