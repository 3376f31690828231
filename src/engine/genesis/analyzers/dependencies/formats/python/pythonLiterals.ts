import { LineIndex } from '../../../../languages/lineIndex';

export interface Literal {
  readonly value: string;
  readonly line: number;
}

/** String literals of `keyword = [ … ]` or `keyword = "…"`; none where the value is anything but literals. */
export function literalsAfter(text: string, keyword: string): Literal[] {
  const start = new RegExp(`\\b${keyword}\\s{0,9}=\\s{0,9}(?=[\\[("'])`).exec(text);
  return start === null ? [] : literalsFrom(text, start.index + start[0].length).literals;
}

/** `keyword = {"group": ["…"], …}` */
export function literalTableAfter(text: string, keyword: string): [string, Literal[]][] {
  const start = new RegExp(`\\b${keyword}\\s{0,9}=\\s{0,9}\\{`).exec(text);
  const found: [string, Literal[]][] = [];
  if (start === null) return found;
  let at = start.index + start[0].length;
  for (let count = 0; count < 200; count++) {
    const head =
      /^[\s,]{0,300}(?:#[^\n]{0,300}\n[\s,]{0,100}){0,20}["']([^"'\n]{1,100})["']\s{0,9}:\s{0,99}(?=[["'(])/.exec(
        text.slice(at, at + 4_000),
      );
    if (head?.[1] === undefined) return found;
    const read = literalsFrom(text, at + head[0].length);
    found.push([head[1], read.literals]);
    at = read.end;
  }
  return found;
}

/** Reads from `[`, `(` or a quote to the matching end. */
function literalsFrom(text: string, start: number): { literals: Literal[]; end: number } {
  const lines = new LineIndex(text);
  const literals: Literal[] = [];
  let depth = 0;
  let at = start;
  for (; at < text.length && at < start + 100_000; at++) {
    const mark = text[at];
    if (mark === '#') at = lineEnd(text, at);
    else if (mark === '[' || mark === '(') depth++;
    else if (mark === ']' || mark === ')') depth--;
    else if (mark === '"' || mark === "'") {
      const end = text.indexOf(mark, at + 1);
      if (end === -1) break;
      literals.push({ value: text.slice(at + 1, end), line: lines.lineAt(at) });
      at = end;
    }
    if (depth <= 0) break;
  }
  return { literals, end: at + 1 };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
