import { joined, Lowering } from '../../lowering';
import type { Argument, Expression, FileProgram, MapEntry, Statement } from '../../program';
import { dotted, member, name, nothingInside, other, text } from '../../program';
import { Tokens } from '../token';
import { elixirModule } from './elixirModule';
import { elixirTokens } from './elixirTokens';

/** Reads Elixir as far as routes need it, from the text alone. A `do` block is the argument `&` of its call. */
export function readElixir(source: string): FileProgram {
  return new ElixirReader(source).program();
}

const sections = new Set(['else', 'rescue', 'catch', 'after']);
/** Words that stand between expressions and never begin an argument. */
const operators = new Set(['and', 'or', 'in', 'when', 'not', 'do', 'end', 'else', 'rescue', 'catch', 'after', 'fn']);
const branches = new Set(['if', 'unless', 'case', 'cond', 'with', 'for', 'try', 'receive', 'quote']);

interface Generator {
  readonly item: string;
  readonly of: Expression;
}

/** `if Mix.env() in [:dev, :test]`, `if code_reloading?`: what stands there is no part of what is released. */
function isForDevelopment(word: string, condition: string): boolean {
  if (word === 'unless') return /^Mix\.env(?:\(\))?==prod$/.test(condition);
  return word === 'if' && (/\bcode_reloading\?|\bdev_routes\b/.test(condition) || forDevelopment.test(condition));
}

const forDevelopment =
  /^Mix\.env(?:\(\))?(?:==(?:dev|test)$|!=prod$|in\[(?![\w,]{0,80}\bprod\b)(?:\w{1,20},){0,4}(?:dev|test)(?:,\w{1,20}){0,4}\]$)/;

class ElixirReader {
  private readonly tokens: Tokens;
  private readonly lowering = new Lowering(/./);
  /** What the comprehensions at hand go over: `name <- list`. */
  private generators: Generator[] = [];
  /** Within arguments without brackets a `do` belongs to the outermost call. */
  private isBare = false;

  constructor(source: string) {
    this.tokens = new Tokens(elixirTokens(source));
  }

  program(): FileProgram {
    const body = this.lowering.block(() => {
      while (!this.tokens.isAtEnd) this.statement();
    });
    const { functions, classes } = this.lowering;
    return { language: 'elixir', body, functions, classes };
  }

  /** Statements up to `end`; `do` or `->` has been taken. */
  private block(): Statement[] {
    const wasBare = this.isBare;
    this.isBare = false;
    const statements = this.lowering.block(() => {
      while (!this.tokens.isAtEnd && !this.tokens.is('end')) this.statement();
      this.tokens.take('end');
    });
    this.isBare = wasBare;
    return statements;
  }

  private statement(): void {
    const before = this.tokens.position();
    const { kind, text: word } = this.tokens.peek();
    if (kind === 'word' && sections.has(word)) this.tokens.next();
    else if (kind === 'word' && word === 'defmodule') this.module();
    else if (kind === 'mark' && word === '@') this.attribute();
    else this.effect();
    // Whatever is not understood costs one token, never the rest of the file.
    if (this.tokens.position() === before) this.tokens.next();
  }

  private module(): void {
    const { line } = this.tokens.next();
    const written = this.path();
    if (!this.tokens.take('do')) return;
    const statements = this.block();
    this.lowering.push(this.lowering.addClass(elixirModule(written, line, statements)));
  }

  /** `@prefix "/api"` keeps a value under a name. */
  private attribute(): void {
    const { line } = this.tokens.next();
    const target = name(`@${this.tokens.next().text}`);
    if (this.tokens.peek().first) return;
    this.lowering.push({ do: 'set', target, value: this.expression(), line, declares: true });
  }

  private effect(): void {
    const { line } = this.tokens.peek();
    const value = this.expression();
    if (this.tokens.take('=')) this.lowering.push({ do: 'set', target: value, value: this.expression(), line });
    else this.lowering.pushRun(value);
  }

  private path(): string {
    let path = this.tokens.next().text;
    // What begins with a small letter is a function of the module.
    while (this.tokens.is('.') && this.tokens.peek(1).kind === 'word' && /^\p{Lu}/u.test(this.tokens.peek(1).text)) {
      this.tokens.next();
      path += `.${this.tokens.next().text}`;
    }
    return path;
  }

  private expression(): Expression {
    return this.lowering.nested(() => {
      let left = this.postfix();
      for (;;) {
        const { kind, text: operator } = this.tokens.peek();
        if (kind === 'mark' && operator === '<>') {
          this.tokens.next();
          left = joined([left, this.postfix()]);
        } else if (kind === 'mark' && operator === '<-') {
          this.tokens.next();
          this.generators.push({ item: left.is === 'name' ? left.name : '', of: this.expression() });
          return other;
        } else if (
          (kind === 'mark' && /^(?:\|>|==|!=|<=|>=|&&|\|\||\+\+|--|\.\.|[+*/|<>-]|\\\\)$/.test(operator)) ||
          (kind === 'word' && /^(?:and|or|in|when)$/.test(operator))
        ) {
          this.tokens.next();
          const right = this.postfix();
          left = operator === '++' ? { is: 'list', items: [left, right] } : operator === '|>' ? right : other;
        } else return left;
      }
    });
  }

  private postfix(): Expression {
    let value = this.primary();
    for (;;) {
      const { kind, text: mark, first, line } = this.tokens.peek();
      if (kind === 'mark' && mark === '.') {
        this.tokens.next();
        if (this.tokens.peek().kind !== 'word') continue;
        value = this.called(member(value, this.tokens.next().text), line);
      } else if (kind === 'mark' && mark === '[' && !first) this.bracketed('[', ']');
      else return value;
    }
  }

  private primary(): Expression {
    const token = this.tokens.peek();
    switch (token.kind) {
      case 'text':
        this.tokens.next();
        return token.value ?? other;
      case 'atom':
      case 'number':
        this.tokens.next();
        return text(token.text);
      case 'word':
        return this.word();
      case 'mark':
        return this.marked(token.text);
      default:
        return other;
    }
  }

  private word(): Expression {
    const { text: word, line } = this.tokens.peek();
    if (word === 'fn') return this.anonymous();
    if (operators.has(word)) return other;
    if (word === 'true' || word === 'false' || word === 'nil') return text(this.tokens.next().text);
    if (/^\p{Lu}/u.test(word)) return dotted(this.path());
    this.tokens.next();
    return this.called(name(word), line);
  }

  private anonymous(): Expression {
    const { line } = this.tokens.next();
    while (!this.tokens.isAtEnd && !this.tokens.is('->') && !this.tokens.is('end')) this.tokens.next();
    this.tokens.take('->');
    return this.lowering.functionValue({ name: '', line, parameters: [], body: this.block() });
  }

  /** A name alone, or a call of it: with brackets, with arguments on its line, with a block. */
  private called(callee: Expression, line: number): Expression {
    const token = this.tokens.peek();
    const from = this.tokens.position();
    const args: Argument[] = [];
    const outer = this.generators;
    this.generators = [];
    let isCall = false;
    if (token.kind === 'mark' && token.text === '(' && !token.first) {
      this.tokens.next();
      args.push(...this.args(')'));
      isCall = true;
    } else if (this.beginsArgument()) {
      args.push(...this.args(undefined));
      isCall = true;
    }
    const made = this.generators;
    this.generators = outer;
    if (!this.isBare && this.tokens.is('do') && this.tokens.peek().kind === 'word') {
      const condition = this.tokens.textFrom(from);
      this.tokens.next();
      const body = this.block();
      if (callee.is === 'name' && branches.has(callee.name))
        return isForDevelopment(callee.name, condition) ? other : this.branched(callee.name, made, body);
      const value =
        body.length === 0 ? nothingInside : this.lowering.addFunction({ name: '', line, parameters: [], body });
      args.push({ value, name: '&' });
      isCall = true;
    }
    return isCall ? { is: 'call', callee, args, line } : callee;
  }

  /** What a branch does may happen; a comprehension does it for each element. */
  private branched(word: string, made: readonly Generator[], body: readonly Statement[]): Expression {
    if (word === 'quote') return other;
    let inside = body;
    if (word === 'for')
      for (const { item, of } of [...made].reverse()) inside = [{ do: 'each', items: [item], of, body: inside }];
    for (const statement of inside) this.lowering.push(statement);
    return other;
  }

  private beginsArgument(): boolean {
    const { kind, text: written, first } = this.tokens.peek();
    if (first) return false;
    if (kind === 'word') return !operators.has(written) || written === 'fn';
    if (kind === 'mark')
      return written === '[' || written === '{' || written === '%' || written === '@' || written === '&';
    return kind === 'text' || kind === 'atom' || kind === 'key' || kind === 'number';
  }

  private args(close: string | undefined): Argument[] {
    const wasBare = this.isBare;
    this.isBare = close === undefined;
    const found = this.argumentsUpTo(close);
    this.isBare = wasBare;
    return found;
  }

  private argumentsUpTo(close: string | undefined): Argument[] {
    const found: Argument[] = [];
    while (!this.tokens.isAtEnd) {
      if (close !== undefined && this.tokens.take(close)) return found;
      const before = this.tokens.position();
      const { kind, text: key, line } = this.tokens.peek();
      if (kind === 'key') {
        this.tokens.next();
        found.push({ name: key, value: this.expression(), line });
      } else {
        const value = this.expression();
        // `if user = find(id) do`: what is matched with a name is worth what stands behind it.
        found.push({ value: this.tokens.take('=') ? this.expression() : value, line });
      }
      if (this.tokens.take(',')) continue;
      if (close === undefined) return found;
      if (this.tokens.position() === before) this.tokens.next();
    }
    return found;
  }

  /** Options in brackets are what keywords are: a map. */
  private bracketed(open: string, close: string): Expression {
    const { line } = this.tokens.next();
    const args = this.args(close);
    const named = args.filter((argument) => argument.name !== undefined);
    if (named.length === 0) return { is: 'list', items: args.map((argument) => argument.value) };
    const entries = named.map(
      (argument): MapEntry => ({ key: text(argument.name ?? ''), value: argument.value, line }),
    );
    return open === '[' || open === '{' ? { is: 'map', entries, line } : other;
  }

  private marked(mark: string): Expression {
    switch (mark) {
      case '(': {
        this.tokens.next();
        return this.args(')')[0]?.value ?? other;
      }
      case '[':
        return this.bracketed('[', ']');
      case '{':
        return this.bracketed('{', '}');
      case '%':
        this.tokens.next();
        if (this.tokens.peek().kind === 'word') this.path();
        return this.tokens.is('{') ? this.bracketed('{', '}') : other;
      case '@': {
        this.tokens.next();
        return this.tokens.peek().kind === 'word' ? name(`@${this.tokens.next().text}`) : other;
      }
      case '&':
      case '!':
      case '-':
      case '^':
        this.tokens.next();
        this.postfix();
        return other;
      default:
        return other;
    }
  }
}
