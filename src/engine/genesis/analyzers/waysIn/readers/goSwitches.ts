import type { SourceFile } from '../../../sourceFile';
import type { WayFact } from '../wayRule';

/** In characters: the body of a switch, of which no more is read. */
const longestSwitch = 20_000;
const mostSwitches = 20;
const fewest = 3;

const subject = /\bswitch\s{1,4}(os\.Args\[1\]|flag\.Arg\(0\)|\w{1,40}(?:\[0\])?)\s{0,4}\{/g;

/** Commands of a program that looks at its first argument itself, with nothing but the library of the language. */
export function switchedCommands(text: string, file: SourceFile): WayFact[] {
  if (!/^package main\b/m.test(text) || !/^func main\(/m.test(text)) return [];
  const switches = [...text.matchAll(subject)].slice(0, mostSwitches);
  const found = switches.find(({ 1: written = '' }) => isFirstArgument(written, text));
  if (found === undefined) return [];
  const cases = casesAt(text, found.index + found[0].length);
  if (cases.length < fewest) return [];
  return cases.map(({ name, at }) => ({ kind: 'cli', framework: 'os.Args', name, line: file.lineAt(at) }));
}

/** `cmd`, where that is `os.Args[1]`, or the first of what is left of it. */
function isFirstArgument(written: string, text: string): boolean {
  if (written.includes('(') || written.startsWith('os.')) return true;
  const [, name = '', isIndexed] = /^(\w+)(\[0\])?$/.exec(written) ?? [];
  // All words behind the program are handed on, or kept, under one name.
  const isAll = /\bos\.Args\[1:\]|\bflag\.Args\(\)/.test(text);
  if (isIndexed !== undefined)
    return (
      isAll &&
      new RegExp(`\\b${name}\\s{0,4}(?::?=\\s{0,4}(?:os\\.Args\\[1:\\]|flag\\.Args\\(\\))|\\[\\]string\\))`).test(text)
    );
  return new RegExp(
    `\\b${name}(?:\\s{0,4},\\s{0,4}\\w{1,40})?\\s{0,4}:?=\\s{0,4}(?:os\\.Args\\[1\\]|flag\\.Arg\\(0\\)${isAll ? '|args\\[0\\]' : ''})`,
  ).test(text);
}

/** The texts that stand behind each `case` of the switch itself, and not of one inside. */
function casesAt(text: string, start: number): { readonly name: string; readonly at: number }[] {
  const cases: { name: string; at: number }[] = [];
  let depth = 1;
  const end = Math.min(text.length, start + longestSwitch);
  for (let at = start; at < end && depth > 0; at++) {
    const letter = text[at];
    if (letter === '{') depth++;
    else if (letter === '}') depth--;
    else if (letter === '"' || letter === '`' || letter === "'") at = endOfText(text, at, end);
    else if (letter === 'c' && depth === 1 && /[\s{]/.test(text[at - 1] ?? '')) {
      const name = /^case\s{1,4}"([a-z][\w:-]{1,40})"/.exec(text.slice(at, at + 60))?.[1];
      if (name !== undefined) cases.push({ name, at });
    }
  }
  return depth > 0 ? [] : cases;
}

function endOfText(text: string, start: number, end: number): number {
  const quote = text[start];
  for (let at = start + 1; at < end; at++) {
    if (text[at] === '\\' && quote !== '`') at++;
    else if (text[at] === quote) return at;
  }
  return end;
}
