import { Lowering } from '../lowering';
import type { Expression, FileProgram, Statement } from '../program';
import { type Token, Tokens } from './token';

/** What readers of languages with braces have in common: blocks, brackets, lists and assignments, read from tokens alone. */
export abstract class BraceReader {
  readonly tokens: Tokens;
  readonly lowering = new Lowering(/./);

  constructor(tokens: readonly Token[]) {
    this.tokens = new Tokens(tokens);
  }

  /** Reads one statement; what it does not understand it may leave. */
  protected abstract read(): void;

  protected abstract operation(): Expression;

  protected parts(): Pick<FileProgram, 'body' | 'functions' | 'classes'> {
    const body = this.lowering.block(() => {
      while (!this.tokens.isAtEnd) this.statement();
    });
    const { functions, classes } = this.lowering;
    return { body, functions, classes };
  }

  /** Statements up to the bracket that closes the block; the opening one has been taken. */
  block(): Statement[] {
    return this.lowering.block(() => this.each('}', () => this.statement()));
  }

  statement(): void {
    const before = this.tokens.position();
    this.read();
    // Whatever is not understood costs one token, never the rest of the file.
    if (this.tokens.position() === before) this.tokens.next();
  }

  expression(): Expression {
    return this.lowering.nested(() => this.operation());
  }

  /** What becomes of a value that stands by itself: it is given back, put somewhere, or runs. */
  protected effectOf(value: Expression, line: number, isReturn: boolean): void {
    if (isReturn) this.lowering.push({ do: 'return', value });
    else if (this.tokens.is('=') && (value.is === 'name' || value.is === 'member')) {
      this.tokens.next();
      this.lowering.push({ do: 'set', target: value, value: this.expression(), line });
    } else this.lowering.pushRun(value);
  }

  /** Skips to behind the bracket that closes the one at hand. */
  skipBrackets(open: string, close: string): void {
    let depth = 0;
    while (!this.tokens.isAtEnd) {
      const { text: mark, kind } = this.tokens.next();
      if (kind !== 'mark') continue;
      if (mark === open) depth += 1;
      if (mark === close) depth -= 1;
      if (depth === 0) return;
    }
  }

  /** Items up to the bracket that closes them, which is taken as well. */
  protected each(close: string, item: () => void): void {
    while (!this.tokens.isAtEnd && !this.tokens.is(close)) {
      const before = this.tokens.position();
      item();
      if (this.tokens.position() === before) this.tokens.next();
    }
    this.tokens.take(close);
  }

  protected list(): Expression {
    const items: Expression[] = [];
    this.tokens.next();
    this.each(']', () => {
      items.push(this.expression());
      if (!this.tokens.take(',')) this.tokens.take(':');
    });
    return { is: 'list', items };
  }

  /** `<A, B<C>>`, where what stands behind it is a call; `inside` are the marks that types are written with. */
  protected isTypeList(inside: RegExp, isCall: (behind: number) => boolean): boolean {
    let depth = 0;
    for (let ahead = 0; ahead < 40; ahead++) {
      const { kind, text: written } = this.tokens.peek(ahead);
      if (kind === 'mark' && written === '<') depth += 1;
      else if (kind === 'mark' && written === '>') {
        depth -= 1;
        if (depth === 0) return isCall(ahead + 1);
      } else if (kind !== 'word' && !inside.test(written)) return false;
    }
    return false;
  }
}
