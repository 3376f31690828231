import type { Decorator, Expression, FieldDeclaration, Parameter, Statement } from '../program';
import { dotted, name } from '../program';
import type { KotlinReader } from './kotlin';

const classWords = new Set(['class', 'interface', 'object']);
const classModifiers = new Set([
  'data',
  'sealed',
  'abstract',
  'enum',
  'annotation',
  'value',
  'companion',
  'inner',
  'fun',
]);

const constructorWord = /^(?:private|internal|protected|constructor)$/;

/** The declarations of Kotlin. */
export class KotlinDeclarations {
  /** Names of the classes that are being read. */
  private readonly around: string[] = [];

  constructor(private readonly reader: KotlinReader) {}

  /** False for what is no declaration. */
  declare(decorators: readonly Decorator[]): boolean {
    const { tokens } = this.reader;
    const { kind, text: word } = tokens.peek();
    if (kind !== 'word') return false;
    if (word === 'package') this.package();
    else if (word === 'import') this.import();
    else if (word === 'val' || word === 'var') this.property(decorators);
    else if (word === 'fun' && !tokens.is('interface', 1)) this.function(decorators);
    else if (classWords.has(word) || (classModifiers.has(word) && this.isClass())) this.class(decorators);
    else return false;
    return true;
  }

  private isClass(): boolean {
    for (let ahead = 1; ahead < 4; ahead++) if (classWords.has(this.reader.tokens.peek(ahead).text)) return true;
    return false;
  }

  private path(): string {
    const { tokens } = this.reader;
    let path = tokens.next().text;
    while (tokens.is('.') && !tokens.is('(', 1)) {
      tokens.next();
      path += `.${tokens.next().text}`;
    }
    return path;
  }

  private package(): void {
    this.reader.tokens.next();
    this.reader.namespace = this.path();
  }

  private import(): void {
    const { tokens, lowering } = this.reader;
    const { line } = tokens.next();
    const path = this.path();
    const at = path.lastIndexOf('.');
    const imported = path.slice(at + 1);
    const specifier = path.slice(0, Math.max(at, 0));
    if (imported === '*') {
      lowering.push({ do: 'reexport', specifier, bindings: [] });
      lowering.push({ do: 'import', specifier, bindings: [], line });
      return;
    }
    const local = tokens.take('as') ? tokens.next().text : imported;
    lowering.push({ do: 'import', specifier, bindings: [{ local, imported }], line });
  }

  /** The name of a type; its arguments, `?` and everything else of it are skipped. */
  private type(): string | undefined {
    const { tokens } = this.reader;
    if (tokens.is('(')) {
      this.reader.skipBrackets('(', ')');
      if (tokens.take('->')) this.type();
      return undefined;
    }
    if (tokens.peek().kind !== 'word') return undefined;
    const path = this.path();
    if (path === 'suspend') return this.type();
    if (tokens.is('<')) this.reader.skipBrackets('<', '>');
    tokens.take('?');
    // `Route.() -> Unit`
    if (tokens.is('.') && tokens.is('(', 1)) tokens.next();
    if (tokens.is('(') && !tokens.peek().first) this.reader.skipBrackets('(', ')');
    if (tokens.take('->')) this.type();
    return path;
  }

  private property(decorators: readonly Decorator[]): void {
    const field = this.field(decorators);
    if (field === undefined) return;
    this.reader.lowering.push({
      do: 'set',
      target: name(field.name),
      value: field.value ?? { is: 'other' },
      line: field.line,
      declares: true,
      ...(field.type === undefined ? {} : { type: field.type }),
    });
  }

  private field(decorators: readonly Decorator[]): FieldDeclaration | undefined {
    const { tokens } = this.reader;
    const { line } = tokens.next();
    if (tokens.is('(')) {
      this.reader.skipBrackets('(', ')');
      return undefined;
    }
    const fieldName = tokens.next().text;
    const type = tokens.take(':') ? this.type() : undefined;
    const value = tokens.take('=') || tokens.take('by') ? this.reader.expression() : undefined;
    return {
      name: fieldName,
      line,
      ...(type === undefined ? {} : { type }),
      ...(value === undefined ? {} : { value }),
      ...(decorators.length === 0 ? {} : { decorators }),
    };
  }

  private function(decorators: readonly Decorator[]): void {
    this.reader.lowering.push({ do: 'function', id: this.functionId(decorators) });
  }

  private functionId(decorators: readonly Decorator[]): number {
    const { tokens, lowering } = this.reader;
    const { line } = tokens.next();
    if (tokens.is('<')) this.reader.skipBrackets('<', '>');
    const path = this.path();
    // `fun Route.users()`: the receiver stands in front of the name, perhaps with arguments of its type.
    let receiver = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : undefined;
    let functionName = path.slice(path.lastIndexOf('.') + 1);
    if (tokens.is('<')) {
      this.reader.skipBrackets('<', '>');
      if (tokens.take('.')) {
        receiver = path;
        functionName = tokens.next().text;
      }
    }
    const parameters = tokens.is('(') ? this.parameters([]) : [];
    const returns = tokens.take(':') ? this.type() : undefined;
    return lowering.addFunction({
      name: functionName,
      line,
      parameters,
      body: this.body(),
      ...(decorators.length === 0 ? {} : { decorators }),
      ...(returns === undefined ? {} : { returns }),
      ...(receiver === undefined
        ? {}
        : { receiver: { name: 'this', type: receiver.slice(receiver.lastIndexOf('.') + 1) } }),
    }).id;
  }

  private body(): Statement[] {
    const { tokens, lowering } = this.reader;
    if (tokens.take('{')) return this.reader.block();
    if (!tokens.take('=')) return [];
    return lowering.block(() => {
      const value = this.reader.expression();
      if (value.is !== 'other') lowering.push({ do: 'return', value });
    });
  }

  /** Those of a constructor that are properties are put into `fields`. */
  private parameters(fields: FieldDeclaration[]): Parameter[] {
    const { tokens } = this.reader;
    const parameters: Parameter[] = [];
    tokens.take('(');
    while (!tokens.isAtEnd && !tokens.is(')')) {
      const before = tokens.position();
      this.reader.decorators();
      let isField = false;
      let isRest = false;
      while (
        /^(?:private|public|internal|protected|override|val|var|vararg|crossinline|noinline)$/.test(tokens.peek().text)
      ) {
        isField ||= /^va[lr]$/.test(tokens.peek().text);
        isRest ||= tokens.is('vararg');
        tokens.next();
      }
      const { text: parameterName, line } = tokens.next();
      const type = tokens.take(':') ? this.type() : undefined;
      const value = tokens.take('=') ? this.reader.expression() : undefined;
      const typed = type === undefined ? {} : { type };
      const otherwise = value === undefined ? {} : { default: value };
      parameters.push({ name: parameterName, ...typed, ...otherwise, ...(isRest ? { rest: true } : {}) });
      if (isField) fields.push({ name: parameterName, line, ...typed });
      tokens.take(',');
      if (tokens.position() === before) tokens.next();
    }
    tokens.take(')');
    return parameters;
  }

  private class(decorators: readonly Decorator[]): void {
    const { tokens, lowering } = this.reader;
    let kind: 'class' | 'interface' = 'class';
    let isAbstract = false;
    let word = tokens.next();
    while (!classWords.has(word.text)) {
      isAbstract ||= word.text === 'abstract';
      word = tokens.next();
    }
    if (word.text === 'interface') kind = 'interface';
    const className = tokens.peek().kind === 'word' && !tokens.peek().first ? tokens.next().text : 'Companion';
    const fields: FieldDeclaration[] = [];
    const methods: number[] = [];
    if (tokens.is('<')) this.reader.skipBrackets('<', '>');
    const behindName = tokens.position();
    this.reader.decorators();
    // Annotations that no constructor follows are those of the next declaration.
    if (!constructorWord.test(tokens.peek().text)) tokens.return(behindName);
    while (constructorWord.test(tokens.peek().text)) tokens.next();
    const parameters = tokens.is('(') ? this.parameters(fields) : [];
    const bases = tokens.take(':') ? this.bases() : [];
    const within = this.around.join('.');
    this.around.push(className);
    const nested = tokens.take('{') ? this.members(fields, methods) : [];
    this.around.pop();
    for (const statement of nested) lowering.push(statement);
    if (parameters.length > 0)
      methods.push(lowering.addFunction({ name: 'constructor', line: word.line, parameters, body: [] }).id);
    lowering.push(
      lowering.addClass({
        name: className,
        line: word.line,
        kind,
        bases,
        decorators,
        fields,
        methods,
        body: [],
        ...(isAbstract ? { abstract: true } : {}),
        ...(within === '' ? {} : { within }),
      }),
    );
  }

  private bases(): Expression[] {
    const { tokens } = this.reader;
    const bases: Expression[] = [];
    do {
      const type = this.type();
      if (type !== undefined) bases.push(dotted(type));
      if (tokens.is('(')) this.reader.skipBrackets('(', ')');
      if (tokens.take('by')) this.reader.expression();
    } while (tokens.take(','));
    return bases;
  }

  /** Members go into the lists; what a companion object has is the class's own. Gives back nested classes. */
  private members(fields: FieldDeclaration[], methods: number[]): Statement[] {
    const { lowering } = this.reader;
    const nested: Statement[] = [];
    for (const statement of this.reader.block()) {
      if (statement.do === 'function') methods.push(statement.id);
      else if (statement.do === 'set' && statement.target.is === 'name')
        fields.push({
          name: statement.target.name,
          line: statement.line,
          value: statement.value,
          ...(statement.type === undefined ? {} : { type: statement.type }),
        });
      else if (statement.do === 'class') {
        const inner = lowering.classes[statement.id];
        if (inner?.name === 'Companion') {
          fields.push(...inner.fields);
          methods.push(...inner.methods);
        } else nested.push(statement);
      }
    }
    return nested;
  }
}
