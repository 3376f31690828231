import { either, joined, Lowering } from '../../lowering';
import type { Argument, Expression, FileProgram, Statement } from '../../program';
import { dotted, member, name, nothingInside, other, text } from '../../program';
import { Tokens } from '../token';
import { closureParameters, SwiftDeclarations } from './swiftDeclarations';
import { swiftTokens } from './swiftTokens';

/** Reads Swift as far as routes need it, from the text alone. */
export function readSwift(source: string): FileProgram {
  return new SwiftReader(source).program();
}

const branches = new Set(['if', 'guard', 'while', 'switch', 'do', 'catch', 'else', 'defer', 'repeat']);
const prefixes = new Set(['try', 'await', 'any', 'some', 'inout', 'consume']);
const operators = /^(?:==|!=|<=|>=|&&|\|\||\+=|-=|\.\.\.|\.\.<|[-*/%<>|&^~])$/;

export class SwiftReader {
  readonly tokens: Tokens;
  readonly lowering = new Lowering(/./);
  private readonly declarations: SwiftDeclarations;
  /** In the head of a branch a brace begins its body and no closure. */
  private isHead = false;

  constructor(source: string) {
    this.tokens = new Tokens(swiftTokens(source));
    this.declarations = new SwiftDeclarations(this);
  }

  program(): FileProgram {
    const body = this.lowering.block(() => {
      while (!this.tokens.isAtEnd) this.statement();
    });
    const { functions, classes } = this.lowering;
    return { language: 'swift', body, functions, classes };
  }

  /** Statements up to the bracket that closes the block; the opening one has been taken. */
  block(): Statement[] {
    return this.lowering.block(() => {
      while (!this.tokens.isAtEnd && !this.tokens.is('}')) this.statement();
      this.tokens.take('}');
    });
  }

  statement(): void {
    const before = this.tokens.position();
    if (!this.declarations.declare() && !this.control()) this.effect();
    // Whatever is not understood costs one token, never the rest of the file.
    if (this.tokens.position() === before) this.tokens.next();
  }

  /** Branches and loops: what any of them does may happen. */
  private control(): boolean {
    const { kind, text: word } = this.tokens.peek();
    if (kind !== 'word') return false;
    if (word === 'for') return this.loop();
    if (word === 'case' || word === 'default') {
      while (!this.tokens.isAtEnd && !this.tokens.take(':') && !this.tokens.is('}')) this.tokens.next();
      return true;
    }
    if (!branches.has(word)) return false;
    this.tokens.next();
    this.skipHead();
    if (this.tokens.take('{')) for (const statement of this.block()) this.lowering.push(statement);
    return true;
  }

  private loop(): boolean {
    this.tokens.next();
    const item = this.tokens.peek().kind === 'word' ? this.tokens.next().text : '';
    while (!this.tokens.isAtEnd && !this.tokens.is('in') && !this.tokens.is('{')) this.tokens.next();
    const of = this.tokens.take('in') ? this.head() : other;
    this.skipHead();
    const body = this.tokens.take('{') ? this.block() : [];
    this.lowering.push({ do: 'each', items: [item], of, body });
    return true;
  }

  private head(): Expression {
    this.isHead = true;
    const value = this.expression();
    this.isHead = false;
    return value;
  }

  private skipHead(): void {
    let depth = 0;
    while (!this.tokens.isAtEnd) {
      const { kind, text: mark } = this.tokens.peek();
      if (kind === 'mark' && depth === 0 && (mark === '{' || mark === '}')) return;
      if (kind === 'mark' && (mark === '(' || mark === '[' || mark === '{')) depth += 1;
      if (kind === 'mark' && (mark === ')' || mark === ']' || mark === '}')) depth -= 1;
      this.tokens.next();
    }
  }

  private effect(): void {
    const isReturn = this.tokens.take('return');
    const { line } = this.tokens.peek();
    const value = isReturn && this.tokens.is('}') ? other : this.expression();
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
      if (kind === 'mark' && mark === open) depth += 1;
      if (kind === 'mark' && mark === close) depth -= 1;
      if (depth === 0) return;
    }
  }

  expression(): Expression {
    return this.lowering.nested(() => this.operation());
  }

  private operation(): Expression {
    let left = this.postfix();
    for (;;) {
      const { kind, text: operator, first } = this.tokens.peek();
      if (kind === 'mark' && operator === '??') {
        this.tokens.next();
        left = either([left, this.postfix()]);
      } else if (kind === 'mark' && operator === '+' && !first) {
        this.tokens.next();
        left = joined([left, this.postfix()]);
      } else if (kind === 'mark' && operator === '?' && !first) {
        this.tokens.next();
        const yes = this.postfix();
        left = this.tokens.take(':') ? either([yes, this.postfix()]) : yes;
      } else if (kind === 'word' && (operator === 'as' || operator === 'is') && !first) {
        this.tokens.next();
        if (!this.tokens.take('?')) this.tokens.take('!');
        this.postfix();
      } else if (kind === 'mark' && operators.test(operator) && !first) {
        this.tokens.next();
        this.postfix();
        left = other;
      } else return left;
    }
  }

  private postfix(): Expression {
    let value = this.primary();
    for (;;) {
      const token = this.tokens.peek();
      if (token.kind !== 'mark') return value;
      if (token.text === '.' || token.text === '?.') {
        this.tokens.next();
        value = member(value, this.tokens.next().text);
      } else if (token.first) return value;
      else if (token.text === '!') this.tokens.next();
      else if (token.text === '(' || (token.text === '{' && !this.isHead)) value = this.call(value);
      else if (token.text === '<' && this.isTypeList()) this.skipBrackets('<', '>');
      else if (token.text === '[') {
        this.skipBrackets('[', ']');
        value = other;
      } else return value;
    }
  }

  /** `<A, B<C>>` with a call behind it. */
  private isTypeList(): boolean {
    let depth = 0;
    for (let ahead = 0; ahead < 40; ahead++) {
      const { kind, text: written } = this.tokens.peek(ahead);
      if (kind === 'mark' && written === '<') depth += 1;
      else if (kind === 'mark' && written === '>') {
        depth -= 1;
        if (depth === 0) return this.tokens.is('(', ahead + 1);
      } else if (kind !== 'word' && !/^[,.?:[\]]$/.test(written)) return false;
    }
    return false;
  }

  private call(callee: Expression): Expression {
    const { line } = this.tokens.peek();
    const args: Argument[] = this.tokens.is('(') ? this.args(line) : [];
    if (!this.isHead && this.tokens.is('{') && !this.tokens.peek().first)
      args.push({ value: this.closure(), name: '&' });
    return { is: 'call', callee, args, line };
  }

  args(callLine: number): Argument[] {
    const wasHead = this.isHead;
    this.isHead = false;
    const args: Argument[] = [];
    this.tokens.take('(');
    while (!this.tokens.isAtEnd && !this.tokens.is(')')) {
      const before = this.tokens.position();
      const { line } = this.tokens.peek();
      const key = this.tokens.peek().kind === 'word' && this.tokens.is(':', 1) ? this.tokens.next().text : undefined;
      if (key !== undefined) this.tokens.next();
      this.tokens.take('&');
      args.push({
        value: this.expression(),
        ...(key === undefined ? {} : { name: key }),
        ...(line === callLine ? {} : { line }),
      });
      this.tokens.take(',');
      if (this.tokens.position() === before) this.tokens.next();
    }
    this.tokens.take(')');
    this.isHead = wasHead;
    return args;
  }

  private primary(): Expression {
    const token = this.tokens.peek();
    if (token.kind === 'text') {
      this.tokens.next();
      return token.value ?? other;
    }
    if (token.kind === 'number') return text(this.tokens.next().text);
    if (token.kind === 'word') return this.word();
    if (token.text === '{') return this.closure();
    if (token.text === '[') return this.list();
    if (token.text === '(') {
      const [inner] = this.args(token.line);
      return inner?.value ?? other;
    }
    if (token.text === '.' && this.tokens.peek(1).kind === 'word') {
      // `.GET`, `.parameter("id")`: a member of the type that is wanted here.
      this.tokens.next();
      return member(name('%wanted'), this.tokens.next().text);
    }
    if (token.text === '!' || token.text === '-' || token.text === '&') {
      this.tokens.next();
      this.primary();
    }
    return other;
  }

  private word(): Expression {
    const { text: word } = this.tokens.next();
    if (prefixes.has(word)) {
      if (!this.tokens.take('?')) this.tokens.take('!');
      return this.postfix();
    }
    return word === 'true' || word === 'false' ? text(word) : dotted(word);
  }

  private list(): Expression {
    const items: Expression[] = [];
    this.tokens.next();
    while (!this.tokens.isAtEnd && !this.tokens.is(']')) {
      const before = this.tokens.position();
      items.push(this.expression());
      if (!this.tokens.take(',')) this.tokens.take(':');
      if (this.tokens.position() === before) this.tokens.next();
    }
    this.tokens.take(']');
    return { is: 'list', items };
  }

  /** `{ a, b in … }`. */
  private closure(): Expression {
    const { line } = this.tokens.next();
    const wasHead = this.isHead;
    this.isHead = false;
    const parameters = closureParameters(this.tokens);
    const body = this.block();
    this.isHead = wasHead;
    return body.length === 0 ? nothingInside : this.lowering.addFunction({ name: '', line, parameters, body });
  }
}
