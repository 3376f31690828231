import { mayHold } from '../../../../../base/wordFilter';
import type { LanguageId } from '../../../sourceFile';
import { Matches } from './matches';

/** Words that say something of a function. */
export interface Signs {
  readonly pattern: RegExp;
  readonly without: RegExp;
  readonly words?: readonly string[];
}

/** Brackets by their offsets. */
class Brackets {
  /** Of one that opens that of the one that closes, one more: 0 stands for none. */
  private readonly ends: Int32Array;

  constructor(bare: string) {
    this.ends = new Int32Array(bare.length);
    const open: number[] = [];
    for (let at = 0; at < bare.length; at++) {
      const code = bare.charCodeAt(at);
      if (code === 0x28 || code === 0x5b || code === 0x7b) open.push(at);
      else if (code === 0x29 || code === 0x5d || code === 0x7d) {
        const start = open.pop();
        if (start !== undefined) this.ends[start] = at + 1;
      }
    }
  }

  /** Where the bracket closes that opens at an offset. */
  get(open: number): number | undefined {
    const end = this.ends[open] ?? 0;
    return end === 0 ? undefined : end - 1;
  }
}

/** A text without its comments, the same without what stands in texts, and its pairs of brackets. All are equally long. */
export class BareCode {
  private readonly known = new Map<RegExp, Matches>();

  constructor(
    readonly code: string,
    readonly bare: string,
    /** As it is written. */
    private readonly text: string,
    readonly closing: Pick<Brackets, 'get'> = new Brackets(bare),
  ) {}

  /** Where the code matches: looked for once, whatever part of it is asked for. */
  inCode(pattern: RegExp): Matches {
    return this.matches(pattern, () => this.code);
  }

  /** The same without what means something else; nothing is looked for where none of some words is there, in any case. */
  signs({ pattern, without, words }: Signs): Matches {
    const mayBe = words === undefined || words.some((word) => mayHold(this.text, word));
    return this.matches(pattern, () => (mayBe ? this.code.replace(without, spaces) : ''));
  }

  inBare(pattern: RegExp): Matches {
    return this.matches(pattern, () => this.bare);
  }

  private matches(pattern: RegExp, text: () => string): Matches {
    let known = this.known.get(pattern);
    if (known === undefined) {
      known = new Matches(pattern, text());
      this.known.set(pattern, known);
    }
    return known;
  }
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
  return new BareCode(code.join(''), bare.join(''), text);
}
