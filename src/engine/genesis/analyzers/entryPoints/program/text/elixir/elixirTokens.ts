import type { Token } from '../token';
import { quotedText, sigil } from './elixirTexts';

const word = /[\p{L}_][\p{L}\p{N}_]*[?!]?/uy;
const digits = /\d[\w.]*/y;
const space = /[ \t\r\f]+/y;
const atom = /:[\p{L}_][\p{L}\p{N}_@]*[?!]?|:[*<>=+&|^!~/-]{1,3}/uy;
const marks = ['|>', '<>', '->', '<-', '=>', '::', '==', '!=', '<=', '>=', '&&', '||', '++', '--', '..', '\\\\'];
const mostTokens = 60_000;

/** Cuts Elixir into tokens, without comments. */
export function elixirTokens(source: string): Token[] {
  return new ElixirTokens(source).all();
}

class ElixirTokens {
  private readonly tokens: Token[] = [];
  private at = 0;
  private line = 1;
  private first = true;

  constructor(private readonly source: string) {}

  all(): Token[] {
    while (this.at < this.source.length && this.tokens.length < mostTokens) this.step();
    return this.tokens;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    return pattern.exec(this.source)?.[0];
  }

  private push(kind: Token['kind'], text: string, length: number, value?: Token['value']): void {
    const { line, first } = this;
    this.tokens.push({ kind, text, line, first, ...(value === undefined ? {} : { value }) });
    this.first = false;
    const end = this.at + length;
    for (let at = this.source.indexOf('\n', this.at); at !== -1 && at < end; at = this.source.indexOf('\n', at + 1))
      this.line += 1;
    this.at = end;
  }

  private step(): void {
    const char = this.source[this.at] ?? '';
    if (char === '\n') {
      this.line += 1;
      this.first = true;
      this.at += 1;
      return;
    }
    const blank = this.match(space);
    if (blank !== undefined) this.at += blank.length;
    else if (char === '#') {
      const end = this.source.indexOf('\n', this.at);
      this.at = end === -1 ? this.source.length : end;
    } else if (char === '"' || char === "'") this.quoted();
    else if (char === '~' && this.sigil()) return;
    else this.plain(char);
  }

  private quoted(): void {
    const { value, end } = quotedText(this.source, this.at);
    // `"key": value`
    const isKey = this.source[end] === ':' && this.source[end + 1] !== ':';
    if (isKey && value.is === 'text') this.push('key', value.text, end + 1 - this.at);
    else this.push('text', '', end - this.at, value);
  }

  private sigil(): boolean {
    const found = sigil(this.source, this.at);
    if (found !== undefined) this.push('text', '', found.end - this.at, found.value);
    return found !== undefined;
  }

  private plain(char: string): void {
    const name = this.match(word);
    if (name !== undefined) {
      const end = this.at + name.length;
      const isKey = this.source[end] === ':' && this.source[end + 1] !== ':';
      this.push(isKey ? 'key' : 'word', name, name.length + (isKey ? 1 : 0));
      return;
    }
    const number = this.match(digits);
    const named = char === ':' && this.source[this.at + 1] !== ':' ? this.match(atom) : undefined;
    if (number !== undefined) this.push('number', number, number.length);
    else if (named !== undefined) this.push('atom', named.slice(1), named.length);
    // `?a` is a character.
    else if (char === '?') this.push('number', '?', 2);
    else {
      const mark = marks.find((candidate) => this.source.startsWith(candidate, this.at)) ?? char;
      this.push('mark', mark, mark.length);
    }
  }
}
