import type { Expression, FieldDeclaration, Parameter, Statement } from '../../program';
import { dotted, member, name, text as textExpression } from '../../program';
import type { Tokens } from '../token';
import type { SwiftReader } from './swift';

const typeWords = new Set(['class', 'struct', 'actor', 'enum', 'protocol', 'extension']);
const modifiers = new Set(
  ['public', 'private', 'internal', 'fileprivate', 'open', 'package', 'final', 'static', 'override', 'mutating'].concat(
    ['nonisolated', 'lazy', 'weak', 'unowned', 'required', 'convenience', 'indirect', 'isolated', 'distributed'],
  ),
);

/** The declarations of Swift. An extension adds its functions to a type that may stand elsewhere. */
export class SwiftDeclarations {
  /** The type whose extension is being read. */
  private extended: string | undefined;

  constructor(private readonly reader: SwiftReader) {}

  /** False for what is no declaration. */
  declare(): boolean {
    const isStatic = this.skipModifiers();
    const { tokens } = this.reader;
    const { kind, text: word } = tokens.peek();
    if (kind !== 'word') return false;
    if (word === 'import') this.import();
    else if (word === 'let' || word === 'var') this.property(isStatic);
    else if (word === 'func') this.function(isStatic);
    else if (word === 'init' && (tokens.is('(', 1) || tokens.is('?', 1))) this.initializer();
    else if (typeWords.has(word) && tokens.peek(1).kind === 'word') this.type();
    else return false;
    return true;
  }

  /** Modifiers and attributes; true if one of them says `static` or `class`. */
  private skipModifiers(): boolean {
    const { tokens } = this.reader;
    let isStatic = false;
    for (;;) {
      const { kind, text: word } = tokens.peek();
      if (kind === 'mark' && word === '@') {
        tokens.next();
        tokens.next();
        if (tokens.is('(')) this.reader.skipBrackets('(', ')');
      } else if (kind === 'word' && (modifiers.has(word) || (word === 'class' && tokens.is('func', 1)))) {
        isStatic ||= word === 'static' || word === 'class';
        tokens.next();
        if (tokens.is('(')) this.reader.skipBrackets('(', ')');
      } else return isStatic;
    }
  }

  private import(): void {
    const { tokens, lowering } = this.reader;
    const { line } = tokens.next();
    const specifier = tokens.next().text;
    lowering.push({ do: 'reexport', specifier, bindings: [] });
    lowering.push({ do: 'import', specifier, bindings: [], line });
  }

  /** The name of a type; `any`, `some`, its arguments and marks are skipped. */
  private typeName(): string | undefined {
    const { tokens } = this.reader;
    while (tokens.is('any') || tokens.is('some') || tokens.is('inout') || tokens.is('@') || tokens.is('escaping'))
      tokens.next();
    let path: string | undefined;
    if (tokens.is('(')) this.reader.skipBrackets('(', ')');
    else if (tokens.is('[')) this.reader.skipBrackets('[', ']');
    else if (tokens.peek().kind === 'word') {
      path = tokens.next().text;
      while (tokens.is('.') && tokens.peek(1).kind === 'word') {
        tokens.next();
        path += `.${tokens.next().text}`;
      }
      if (tokens.is('<')) this.reader.skipBrackets('<', '>');
    } else return undefined;
    while (tokens.take('?') || tokens.take('!') || tokens.take('async') || tokens.take('throws'));
    if (tokens.take('&')) this.typeName();
    if (tokens.take('->')) {
      this.typeName();
      return undefined;
    }
    return path;
  }

  private property(isStatic: boolean): void {
    const { tokens, lowering } = this.reader;
    const { line } = tokens.next();
    if (tokens.is('(')) {
      this.reader.skipBrackets('(', ')');
      return;
    }
    const propertyName = tokens.next().text;
    // What an extension declares for its type as a whole is a member of that type.
    const isOfType = isStatic && this.extended !== undefined;
    const target = isOfType ? member(name(this.extended ?? ''), propertyName) : name(propertyName);
    const type = tokens.take(':') ? this.typeName() : undefined;
    const written: Expression = tokens.take('=') ? this.reader.expression() : { is: 'other' };
    const value = type === 'PathComponent' ? constantPart(written) : written;
    if (type === 'PathComponent' && tokens.take('{')) {
      this.computed(propertyName, type, line);
      return;
    }
    // What a computed property does happens when it is asked for.
    if (tokens.is('{')) this.reader.skipBrackets('{', '}');
    lowering.push({
      do: 'set',
      target,
      value,
      line,
      ...(isOfType ? {} : { declares: true }),
      ...(type === undefined ? {} : { type }),
    });
  }

  /** A part of a path that a property makes: a function without parameters. */
  private computed(propertyName: string, returns: string, line: number): void {
    const { lowering } = this.reader;
    const body = this.reader
      .block()
      .map((statement): Statement => (statement.do === 'run' ? { do: 'return', value: statement.value } : statement));
    const declared = lowering.addFunction({
      name: propertyName,
      line,
      parameters: [],
      body,
      returns,
      ...(this.extended === undefined ? {} : { receiver: { name: 'self', type: this.extended } }),
    });
    lowering.push({ do: 'function', id: declared.id });
  }

  private function(isStatic: boolean): void {
    const { tokens, lowering } = this.reader;
    const { line } = tokens.next();
    const functionName = tokens.next().text;
    if (tokens.is('<')) this.reader.skipBrackets('<', '>');
    const parameters = tokens.is('(') ? this.parameters() : [];
    while (tokens.take('async') || tokens.take('throws') || tokens.take('rethrows'));
    const returns = tokens.take('->') ? this.typeName() : undefined;
    this.skipWhere();
    const declared = lowering.addFunction({
      name: functionName,
      line,
      parameters,
      body: tokens.take('{') ? this.reader.block() : [],
      ...(returns === undefined ? {} : { returns }),
      ...(isStatic ? { static: true } : {}),
      ...(this.extended === undefined || isStatic ? {} : { receiver: { name: 'self', type: this.extended } }),
    });
    lowering.push({ do: 'function', id: declared.id });
  }

  private initializer(): void {
    const { tokens, lowering } = this.reader;
    const { line } = tokens.next();
    tokens.take('?');
    const parameters = this.parameters();
    while (tokens.take('async') || tokens.take('throws'));
    const body = tokens.take('{') ? this.reader.block() : [];
    lowering.push({ do: 'function', id: lowering.addFunction({ name: 'constructor', line, parameters, body }).id });
  }

  private skipWhere(): void {
    const { tokens } = this.reader;
    if (!tokens.is('where')) return;
    while (!tokens.isAtEnd && !tokens.is('{') && !tokens.is('}')) tokens.next();
  }

  private parameters(): Parameter[] {
    const { tokens } = this.reader;
    const found: Parameter[] = [];
    tokens.take('(');
    while (!tokens.isAtEnd && !tokens.is(')')) {
      const before = tokens.position();
      let parameterName = tokens.next().text;
      // `_ app: Application`, `for user: User`: the second name is the one inside.
      if (tokens.peek().kind === 'word' && !tokens.is(':')) parameterName = tokens.next().text;
      const type = tokens.take(':') ? this.typeName() : undefined;
      const isRest = tokens.take('...');
      const value = tokens.take('=') ? this.reader.expression() : undefined;
      while (!tokens.isAtEnd && !tokens.is(',') && !tokens.is(')')) tokens.next();
      found.push({
        name: parameterName,
        ...(type === undefined ? {} : { type }),
        ...(value === undefined ? {} : { default: value }),
        ...(isRest ? { rest: true } : {}),
      });
      tokens.take(',');
      if (tokens.position() === before) tokens.next();
    }
    tokens.take(')');
    return found;
  }

  private type(): void {
    const { tokens, lowering } = this.reader;
    const { text: word, line } = tokens.next();
    const typeName = this.typeName() ?? '';
    const bases: Expression[] = [];
    if (tokens.take(':'))
      do {
        const base = this.typeName();
        if (base !== undefined) bases.push(dotted(base));
      } while (tokens.take(','));
    this.skipWhere();
    const outer = this.extended;
    this.extended = word === 'extension' ? typeName.slice(typeName.lastIndexOf('.') + 1) : undefined;
    const members = tokens.take('{') ? this.reader.block() : [];
    this.extended = outer;
    if (word === 'extension') {
      for (const statement of members)
        if (statement.do !== 'set' || statement.target.is === 'member') lowering.push(statement);
      return;
    }
    for (const statement of members) if (statement.do === 'class') lowering.push(statement);
    lowering.push(
      lowering.addClass({
        name: typeName,
        line,
        kind: word === 'protocol' ? 'interface' : 'class',
        bases,
        decorators: [],
        fields: members.flatMap(fieldOf),
        methods: members.flatMap((statement) => (statement.do === 'function' ? [statement.id] : [])),
        body: [],
      }),
    );
  }
}

/** `.constant("users")` is the text that it is made of. */
function constantPart(value: Expression): Expression {
  if (value.is !== 'call' || value.callee.is !== 'member' || value.callee.name !== 'constant') return value;
  const [part] = value.args;
  return part?.value.is === 'text' ? textExpression(part.value.text) : value;
}

function fieldOf(statement: Statement): FieldDeclaration[] {
  if (statement.do !== 'set' || statement.target.is !== 'name') return [];
  const { target, line, value, type } = statement;
  return [{ name: target.name, line, value, ...(type === undefined ? {} : { type }) }];
}

const ends = new Set(['for', 'let', 'var', 'if', 'return', 'guard', 'try', 'await', 'switch', 'while']);

/** `a, b in`, `(req: Request) async throws -> String in`; without them `$0` and `$1`. The brace has been taken. */
export function closureParameters(tokens: Tokens): Parameter[] {
  const length = headLength(tokens);
  if (length === undefined) return [{ name: '$0' }, { name: '$1' }];
  const found: Parameter[] = [];
  let isType = false;
  let inList = 0;
  for (let at = 0; at < length; at++) {
    const { kind, text } = tokens.next();
    if (text === '[') inList += 1;
    else if (text === ']') inList -= 1;
    else if (text === ':' || text === '->' || text === 'async' || text === 'throws') isType = true;
    else if (text === ',') isType = false;
    else if (kind === 'word' && !isType && inList === 0) found.push({ name: text });
  }
  tokens.take('in');
  return found;
}

/** How many tokens stand before the `in`, or `undefined` where there is none. */
function headLength(tokens: Tokens): number | undefined {
  for (let ahead = 0; ahead < 60; ahead++) {
    const { kind, text } = tokens.peek(ahead);
    if (kind === 'word' && text === 'in') return ahead;
    if (kind === 'text' || kind === 'end' || (kind === 'mark' && /^[{}=]$/.test(text))) return undefined;
    if (kind === 'word' && ends.has(text)) return undefined;
  }
  return undefined;
}
