import type { Expression } from '../program';

/** A piece of a source text that no grammar reads. */
export interface Token {
  readonly kind: 'word' | 'text' | 'number' | 'mark' | 'atom' | 'key' | 'end';
  readonly text: string;
  readonly line: number;
  /** It is the first of its line. */
  readonly first: boolean;
  /** The value of a text with what is put into it. */
  readonly value?: Expression;
}

export const endOfText: Token = { kind: 'end', text: '', line: 0, first: true };

/** Steps through tokens; behind the last there are only ends. */
export class Tokens {
  private at = 0;

  constructor(private readonly list: readonly Token[]) {}

  peek(ahead = 0): Token {
    return this.list[this.at + ahead] ?? endOfText;
  }

  next(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  is(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.text === text && token.kind !== 'text' && token.kind !== 'atom';
  }

  /** Takes the token if it is this one. */
  take(text: string): boolean {
    if (!this.is(text)) return false;
    this.at += 1;
    return true;
  }

  get isAtEnd(): boolean {
    return this.at >= this.list.length;
  }

  /** What was taken since a position, without spaces. */
  textFrom(position: number): string {
    return this.list
      .slice(position, this.at)
      .map((token) => token.text)
      .join('');
  }

  position(): number {
    return this.at;
  }

  /** Back to an earlier position. */
  return(position: number): void {
    this.at = position;
  }
}
