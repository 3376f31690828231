import { either, joined } from '../../lowering';
import type { Argument, Expression, FileProgram } from '../../program';
import { dotted, member, name, nothingInside, other, text } from '../../program';
import { BraceReader } from '../braceReader';
import { closureParameters, SwiftDeclarations } from './swiftDeclarations';
import { swiftTokens } from './swiftTokens';

/** Reads Swift as far as routes need it, from the text alone. */
export function readSwift(source: string): FileProgram {
  return new SwiftReader(source).program();
}

const branches = new Set(['if', 'guard', 'while', 'switch', 'do', 'catch', 'else', 'defer', 'repeat']);
const prefixes = new Set(['try', 'await', 'any', 'some', 'inout', 'consume']);
const operators = /^(?:==|!=|<=|>=|&&|\|\||\+=|-=|\.\.\.|\.\.<|[-*/%<>|&^~])$/;

export class SwiftReader extends BraceReader {
  private readonly declarations: SwiftDeclarations;
  /** In the head of a branch a brace begins its body and no closure. */
  private isHead = false;

  constructor(source: string) {
    super(swiftTokens(source));
    this.declarations = new SwiftDeclarations(this);
  }

  program(): FileProgram {
    return { language: 'swift', ...this.parts() };
  }

  protected read(): void {
    if (!this.declarations.declare() && !this.control()) this.effect();
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
    this.effectOf(isReturn && this.tokens.is('}') ? other : this.expression(), line, isReturn);
  }

  protected operation(): Expression {
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
      else if (token.text === '<' && this.isTypeList(/^[,.?:[\]]$/, (ahead) => this.tokens.is('(', ahead)))
        this.skipBrackets('<', '>');
      else if (token.text === '[') {
        this.skipBrackets('[', ']');
        value = other;
      } else return value;
    }
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
    this.each(')', () => {
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
    });
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
