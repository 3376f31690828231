import { either, joined, Lowering } from '../lowering';
import type { Argument, Decorator, Expression, FileProgram, Parameter, Statement } from '../program';
import { dotted, member, name, nothingInside, other, text } from '../program';
import { KotlinDeclarations } from './kotlinDeclarations';
import { kotlinTokens } from './kotlinTokens';
import { Tokens } from './token';

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

export class KotlinReader {
  readonly tokens: Tokens;
  readonly lowering = new Lowering(/./);
  namespace: string | undefined;
  private readonly declarations: KotlinDeclarations;

  constructor(source: string) {
    this.tokens = new Tokens(kotlinTokens(source));
    this.declarations = new KotlinDeclarations(this);
  }

  program(): FileProgram {
    const body = this.lowering.block(() => {
      while (!this.tokens.isAtEnd) this.statement();
    });
    const { functions, classes } = this.lowering;
    const { namespace } = this;
    return { language: 'kotlin', body, functions, classes, ...(namespace === undefined ? {} : { namespace }) };
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
    const decorators = this.decorators();
    while (skippedWords.has(this.tokens.peek().text) && this.tokens.peek().kind === 'word') this.tokens.next();
    if (!this.declarations.declare(decorators) && !this.control()) this.effect();
    // Whatever is not understood costs one token, never the rest of the file.
    if (this.tokens.position() === before) this.tokens.next();
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
    const value = this.expression();
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

  expression(): Expression {
    return this.lowering.nested(() => this.operation());
  }

  private operation(): Expression {
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
        left = operator === 'as' ? left : operator === 'to' ? { is: 'list', items: [left, right] } : other;
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
      else if (token.text === '<' && this.isTypeList()) value = this.call(value);
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
        if (depth === 0) return /^[({]$/.test(this.tokens.peek(ahead + 1).text) && !this.tokens.peek(ahead + 1).first;
      } else if (kind !== 'word' && !/^[,.?*]$/.test(written)) return false;
    }
    return false;
  }

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
    while (!this.tokens.isAtEnd && !this.tokens.is(')')) {
      const before = this.tokens.position();
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
      if (this.tokens.position() === before) this.tokens.next();
    }
    this.tokens.take(')');
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

  private list(): Expression {
    const items: Expression[] = [];
    this.tokens.next();
    while (!this.tokens.isAtEnd && !this.tokens.is(']')) {
      const before = this.tokens.position();
      items.push(this.expression());
      this.tokens.take(',');
      if (this.tokens.position() === before) this.tokens.next();
    }
    this.tokens.take(']');
    return { is: 'list', items };
  }

  /** `{ a, b -> … }`. */
  private lambda(): Expression {
    const { line } = this.tokens.next();
    const parameters = this.lambdaParameters();
    const body = this.block();
    return body.length === 0 ? nothingInside : this.lowering.addFunction({ name: '', line, parameters, body });
  }

  private lambdaParameters(): Parameter[] {
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
    return [];
  }
}
