import type { LanguageId } from '../../../sourceFile';

/** A text without its comments, the same without what stands in texts, and its pairs of brackets. All are equally long. */
export interface BareCode {
  readonly code: string;
  readonly bare: string;
  /** Offset of a bracket that closes, by that of the one that opens. */
  readonly closing: ReadonlyMap<number, number>;
}

const script =
  /\/\/[^\n]*|\/\*[\s\S]{0,20000}?\*\/|`(?:[^`\\]|\\[\s\S]){0,5000}`|"(?:[^"\\\n]|\\.){0,2000}"|'(?:[^'\\\n]|\\.){0,2000}'|\/(?<=[=(,:!&|?{};]\s{0,3}\/)(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.){0,200}\]){1,500}\//g;
const braces =
  /\/\/[^\n]*|\/\*[\s\S]{0,20000}?\*\/|"""[\s\S]{0,20000}?"""|\$?@\$?"(?:[^"]|""){0,5000}"|`[^`]{0,5000}`|"(?:[^"\\\n]|\\.){0,2000}"|'(?:[^'\\\n]|\\.){1,12}'/g;
const python =
  /#[^\n]*|"""[\s\S]{0,20000}?"""|'''[\s\S]{0,20000}?'''|"(?:[^"\\\n]|\\.){0,2000}"|'(?:[^'\\\n]|\\.){0,2000}'/g;
const php =
  /\?>[\s\S]{0,200000}?(?:<\?(?:php\b|=)?|(?![\s\S]))|\/\/[^\n]*|#(?!\[)[^\n]*|\/\*[\s\S]{0,20000}?\*\/|"(?:[^"\\]|\\[\s\S]){0,5000}"|'(?:[^'\\]|\\[\s\S]){0,5000}'/g;
const ruby = /#(?!\{)[^\n]*|"(?:[^"\\\n]|\\.){0,2000}"|'(?:[^'\\\n]|\\.){0,2000}'/g;

const tokens: Readonly<Partial<Record<LanguageId, RegExp>>> = {
  javascript: script,
  typescript: script,
  tsx: script,
  java: braces,
  kotlin: braces,
  csharp: braces,
  go: braces,
  python,
  php,
  ruby,
};

const isComment = /^(?:\/[/*]|#|\?>)/;
const spaces = (text: string): string => (text.includes('\n') ? text.replace(/[^\n]/g, ' ') : ' '.repeat(text.length));

/** What only explains a function of Python. */
const isExplanation = (found: string, offset: number, text: string): boolean =>
  found.startsWith('"""') && /:\s{0,3}\n\s{0,40}$/.test(text.slice(Math.max(0, offset - 50), offset));

function pairsIn(bare: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: sign, index } of bare.matchAll(/[()[\]{}]/g)) {
    if (sign === '(' || sign === '[' || sign === '{') open.push(index);
    else {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, index);
    }
  }
  return pairs;
}

/** `undefined` for a language whose functions are not read here. */
export function bareCode(text: string, language: LanguageId): BareCode | undefined {
  const pattern = tokens[language];
  if (pattern === undefined) return undefined;
  const head = language === 'php' ? Math.max(0, text.indexOf('<?')) : 0;
  const own = head === 0 ? text : spaces(text.slice(0, head)) + text.slice(head);
  const code: string[] = [];
  const bare: string[] = [];
  let at = 0;
  for (const { 0: found, index } of own.matchAll(pattern)) {
    const between = own.slice(at, index);
    const blank = spaces(found);
    code.push(between, isComment.test(found) || isExplanation(found, index, own) ? blank : found);
    bare.push(between, blank);
    at = index + found.length;
  }
  code.push(own.slice(at));
  bare.push(own.slice(at));
  const whole = bare.join('');
  return { code: code.join(''), bare: whole, closing: pairsIn(whole) };
}
