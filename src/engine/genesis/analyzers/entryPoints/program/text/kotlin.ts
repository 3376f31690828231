import { either, joined } from '../lowering';
import type { Argument, Decorator, Expression, FileProgram, Parameter } from '../program';
import { dotted, member, name, nothingInside, other, text } from '../program';
import { BraceReader } from './braceReader';
import { KotlinDeclarations } from './kotlinDeclarations';
import { kotlinTokens } from './kotlinTokens';

/** Reads Kotlin as far as routes need it, from the text alone. */
export function readKotlin(source: string): FileProgram {
  return new KotlinReader(source).program();
}

const skippedWords = new Set([
  'suspend',
  'inline',
  'private',
  'public',
  'internal',
  'protected',
  'open',
  'override',
  'final',
  'const',
]);
const binaryMarks = new Set(['==', '!=', '<=', '>=', '&&', '||', '-', '*', '/', '%', '<', '>', '..', '+=', '-=']);
const binaryWords = new Set(['in', 'is', 'as', 'to', 'and', 'or', 'until', 'downTo', 'infix']);
const blockWords = new Set(['if', 'when', 'for', 'while', 'try', 'catch', 'finally', 'else', 'do']);

/**
 * `"/users" bind GET to list` is a call; `GET("/users") and accept(JSON)` is what stands first, for whom routes are asked, but
 * `accept(JSON) and "/api"` the path.
 */
function operated(left: Expression, operator: string, right: Expression): Expression {
  if (operator === 'as') return left;
  if (operator === 'and' && right.is === 'text') return right;
  if (operator === 'and') return left.is === 'text' || left.is === 'join' || left.is === 'call' ? left : other;
  if (operator !== 'to') return other;
  const isBound = left.is === 'call' && left.callee.is === 'member' && left.callee.name === 'bind';
  return isBound
    ? { is: 'call', callee: member(left, operator), args: [{ value: right }], line: left.line }
    : { is: 'list', items: [left, right] };
}

export class KotlinReader extends BraceReader {
  namespace: string | undefined;
  private readonly declarations: KotlinDeclarations;
  /** The block at hand names its parameter `it`. */
  private namesIt = false;

  constructor(source: string) {
    super(kotlinTokens(source));
    this.declarations = new KotlinDeclarations(this);
  }

  program(): FileProgram {
    const parts = this.parts();
    const { namespace } = this;
    return { language: 'kotlin', ...parts, ...(namespace === undefined ? {} : { namespace }) };
  }

  protected read(): void {
    const decorators = this.decorators();
    while (skippedWords.has(this.tokens.peek().text) && this.tokens.peek().kind === 'word') this.tokens.next();
    if (!this.declarations.declare(decorators) && !this.control()) this.effect();
  }

  decorators(): Decorator[] {
    const found: Decorator[] = [];
    while (this.tokens.is('@')) {
      const { line } = this.tokens.next();
      let path = this.tokens.next().text;
      // `@field:Inject` says where the annotation goes.
      if (this.tokens.take(':')) path = this.tokens.next().text;
      while (this.tokens.is('.') && this.tokens.peek(1).kind === 'word') {
        this.tokens.next();
        path = this.tokens.next().text;
      }
      const callee = name(path);
      const args = this.tokens.is('(') && !this.tokens.peek().first ? this.args(line) : undefined;
      found.push({ value: args === undefined ? callee : { is: 'call', callee, args, line }, line });
    }
    return found;
  }

  /** Branches and loops: what any of them does may happen. */
  private control(): boolean {
    const { kind, text: word } = this.tokens.peek();
    if (kind !== 'word' || !blockWords.has(word)) return false;
    this.tokens.next();
    if (this.tokens.is('(')) this.skipBrackets('(', ')');
    if (this.tokens.take('{')) for (const statement of this.block()) this.lowering.push(statement);
    return true;
  }

  private effect(): void {
    const isReturn = this.tokens.take('return');
    if (isReturn && this.tokens.take('@')) this.tokens.next();
    const { line } = this.tokens.peek();
    this.effectOf(this.expression(), line, isReturn);
  }

  protected operation(): Expression {
    let left = this.postfix();
    for (;;) {
      const { kind, text: operator, first } = this.tokens.peek();
      if (kind === 'mark' && operator === '?:') {
        this.tokens.next();
        left = either([left, this.postfix()]);
      } else if (kind === 'mark' && operator === '+' && !first) {
        this.tokens.next();
        left = joined([left, this.postfix()]);
      } else if (
        !first &&
        ((kind === 'mark' && binaryMarks.has(operator)) || (kind === 'word' && binaryWords.has(operator)))
      ) {
        this.tokens.next();
        const right = this.postfix();
        left = operated(left, operator, right);
      } else if (kind === 'word' && operator === 'bind' && !first) {
        const { line } = this.tokens.next();
        left = { is: 'call', callee: member(left, operator), args: [{ value: this.postfix() }], line };
      } else return left;
    }
  }

  private postfix(): Expression {
    let value = this.primary();
    for (;;) {
      const token = this.tokens.peek();
      if (token.kind !== 'mark') return value;
      if (token.text === '.' || token.text === '?.' || token.text === '::') {
        this.tokens.next();
        value = member(value, this.tokens.next().text);
      } else if (token.text === '!!') this.tokens.next();
      else if (token.first) return value;
      else if (token.text === '(' || token.text === '{') value = this.call(value);
      else if (token.text === '<' && this.isTypeList(/^[,.?*]$/, this.isCallAt)) value = this.call(value);
      else if (token.text === '[') {
        this.skipBrackets('[', ']');
        value = other;
      } else return value;
    }
  }

  private readonly isCallAt = (ahead: number): boolean =>
    /^[({]$/.test(this.tokens.peek(ahead).text) && !this.tokens.peek(ahead).first;

  private call(callee: Expression): Expression {
    const { line } = this.tokens.peek();
    const args: Argument[] = [];
    if (this.tokens.is('<')) {
      const type = this.typeArgument();
      if (type !== undefined) args.push({ value: dotted(type), name: '<>' });
    }
    if (this.tokens.is('(')) args.push(...this.args(line));
    if (this.tokens.is('{') && !this.tokens.peek().first) args.push({ value: this.lambda() });
    return { is: 'call', callee, args, line };
  }

  private typeArgument(): string | undefined {
    const from = this.tokens.peek(1);
    let path = from.kind === 'word' ? from.text : undefined;
    for (let ahead = 2; path !== undefined && this.tokens.is('.', ahead); ahead += 2)
      path += `.${this.tokens.peek(ahead + 1).text}`;
    this.skipBrackets('<', '>');
    return path;
  }

  args(callLine: number): Argument[] {
    const args: Argument[] = [];
    this.tokens.take('(');
    this.each(')', () => {
      const { line } = this.tokens.peek();
      const isNamed = this.tokens.peek().kind === 'word' && this.tokens.is('=', 1);
      const key = isNamed ? this.tokens.next().text : undefined;
      if (isNamed) this.tokens.next();
      const isSpread = this.tokens.take('*');
      args.push({
        value: this.expression(),
        ...(key === undefined ? {} : { name: key }),
        ...(isSpread ? { spread: true } : {}),
        ...(line === callLine ? {} : { line }),
      });
      this.tokens.take(',');
    });
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
    if (token.text === '{') return this.lambda();
    if (token.text === '[') return this.list();
    if (token.text === '(') {
      this.tokens.next();
      const inner = this.expression();
      while (!this.tokens.isAtEnd && !this.tokens.take(')')) this.tokens.next();
      return inner;
    }
    if (token.text === '!' || token.text === '-') {
      this.tokens.next();
      this.primary();
    }
    return other;
  }

  private word(): Expression {
    const { text: word } = this.tokens.next();
    if (word === 'true' || word === 'false') return text(word);
    if (word === 'if' || word === 'when') return this.branches();
    if (word === 'it') this.namesIt = true;
    return name(word);
  }

  /** `if (…) a else b`. */
  private branches(): Expression {
    if (this.tokens.is('(')) this.skipBrackets('(', ')');
    if (this.tokens.is('{')) {
      this.skipBrackets('{', '}');
      return other;
    }
    const yes = this.expression();
    return this.tokens.take('else') ? either([yes, this.expression()]) : yes;
  }

  /** `{ a, b -> … }`. */
  private lambda(): Expression {
    const { line } = this.tokens.next();
    const said = this.lambdaParameters();
    const outer = this.namesIt;
    this.namesIt = false;
    const body = this.block();
    const parameters = said ?? (this.namesIt ? [{ name: 'it' }] : []);
    this.namesIt = outer || (said !== undefined && this.namesIt);
    return body.length === 0 ? nothingInside : this.lowering.addFunction({ name: '', line, parameters, body });
  }

  private lambdaParameters(): Parameter[] | undefined {
    for (let ahead = 0; ahead < 20; ahead++) {
      if (this.tokens.is('->', ahead)) {
        const parameters: Parameter[] = [];
        while (!this.tokens.take('->')) {
          const token = this.tokens.next();
          if (token.kind === 'word') parameters.push({ name: token.text });
        }
        return parameters;
      }
      if (this.tokens.peek(ahead).kind !== 'word' && !/^[,:.<>?()]$/.test(this.tokens.peek(ahead).text)) break;
    }
    return undefined;
  }
}
