import { endOfBracket, partsOf } from './codeText';
import { isAction, isTextType, type TextLanguage } from './textLanguage';

/** So many functions of a file are read, each up to so many characters. */
const mostFunctions = 400;
const longestFunction = 20_000;

export interface TextParameter {
  readonly name: string;
  /** A framework puts text of the request into it. */
  readonly isGiven: boolean;
  readonly isText: boolean;
}

/** A function as its text shows it, with offsets into the text of the file. */
export interface TextFunction {
  readonly name: string;
  readonly parameters: readonly TextParameter[];
  readonly start: number;
  /** Where its body begins and ends. */
  readonly from: number;
  readonly to: number;
}

const mapping = /@(?:Request|Get|Post|Put|Delete|Patch)Mapping\b/;

/** The body of a function: a block, or an expression up to the end of its line or of its brackets. */
function bodyOf(bare: string, behind: number): { from: number; to: number } | undefined {
  const head = bare.slice(behind, behind + 300);
  const opening = /^[^{}=\n]{0,200}(?:=\s{0,20}[^{}\n]{0,120})?\{/.exec(head);
  if (opening !== null) {
    const from = behind + opening[0].length - 1;
    const to = endOfBracket(bare, from, longestFunction);
    // What stands between the sign and the block belongs to it: `= call(name) { … }`.
    return to === undefined ? undefined : { from: behind, to };
  }
  const expression = /^[^{}=\n]{0,120}=\s{0,20}/.exec(head);
  if (expression === null) return undefined;
  const from = behind + expression[0].length;
  const line = /\n\s{0,40}\n|\n\s{0,20}(?:\}|@|(?:\w+\s+){0,3}(?:fun|def|class|val|var)\b)/.exec(
    bare.slice(from, from + 2_000),
  );
  return { from, to: from + (line?.index ?? 2_000) };
}

/** The functions of a text, in their order. */
export function functionsOf(code: string, bare: string, language: TextLanguage): TextFunction[] {
  return [...bare.matchAll(language.head)].slice(0, mostFunctions).flatMap((match): TextFunction[] => {
    const name = match.groups?.['name'] ?? '';
    const open = match.index + match[0].length;
    const close = endOfBracket(bare, open, 4_000);
    const body = close === undefined ? undefined : bodyOf(bare, close);
    if (close === undefined || body === undefined) return [];
    const before = code.slice(Math.max(0, match.index - 300), match.index);
    // What stands behind the end of the function before belongs to this one.
    const marks = before.slice(Math.max(before.lastIndexOf('}'), before.lastIndexOf(';')) + 1);
    const isHandler = mapping.test(marks) || isAction(bare.slice(close, close + 200));
    const list = code.slice(open + 1, close - 1);
    const parameters = partsOf(list, bare.slice(open + 1, close - 1)).flatMap((part): TextParameter[] => {
      const found = language.parameter.exec(part.replace(/@\w{1,40}(?:\([^)]{0,200}\))?/g, ' '))?.groups;
      const own = found?.['name'] ?? found?.['other'];
      if (own === undefined) return [];
      const isText = isTextType(found?.['type'] ?? 'String');
      const isObject = /@RequestBody|@ModelAttribute/.test(part) && !/:\s*(?:Int|Long|Boolean|UUID)\b/.test(part);
      return [{ name: own, isText, isGiven: (isText || isObject) && (language.marked.test(part) || isHandler) }];
    });
    return [{ name, parameters, start: match.index, ...body }];
  });
}

/** So many lines are one statement at most. */
const mostLines = 14;

export interface Statement {
  readonly at: number;
  readonly text: string;
}

/** Lines of a body, those joined that brackets, operators or a chain of calls hold together. */
export function statementsOf(code: string, bare: string, { from, to }: { from: number; to: number }): Statement[] {
  const statements: Statement[] = [];
  let at = from;
  while (at < to) {
    let end = at;
    let depth = 0;
    for (let lines = 0; lines < mostLines && end < to; lines++) {
      const next = bare.indexOf('\n', end);
      const stop = next < 0 || next > to ? to : next;
      const line = bare.slice(end, stop);
      for (const sign of line) {
        if (sign === '(' || sign === '[') depth++;
        else if (sign === ')' || sign === ']') depth--;
      }
      end = stop + 1;
      const rest = bare.slice(end, end + 60);
      const goesOn = /(?:[+=,(]|\|\||&&|\?:)\s*$/.test(line) || /^\s*(?:\.|\+|\?\.|\?:|\|\||&&)/.test(rest);
      if (depth <= 0 && !goesOn) break;
    }
    const text = code.slice(at, Math.min(end, to));
    if (text.trim() !== '') statements.push({ at: at + (text.length - text.trimStart().length), text: text.trim() });
    at = Math.max(end, at + 1);
  }
  return statements;
}
