import type {
  Argument,
  ClassDeclaration,
  Decorator,
  Expression,
  FieldDeclaration,
  FileProgram,
  FunctionDeclaration,
  MapEntry,
  Parameter,
  Statement,
} from './program';

/**
 * Expressions as they are kept between scans, a third as long: a text is a name, a number a function, `null` nothing of
 * interest, and a list begins with a mark for its kind.
 */
export type Encoded = string | number | null | readonly Encoded[];

/** A program as it is kept between scans. */
export interface EncodedProgram {
  readonly language: FileProgram['language'];
  readonly namespace?: string;
  readonly body: readonly Encoded[];
  readonly functions: readonly Readonly<Record<string, unknown>>[];
  readonly classes: readonly Readonly<Record<string, unknown>>[];
}

export function encodeProgram(program: FileProgram): EncodedProgram {
  return {
    language: program.language,
    ...(program.namespace === undefined ? {} : { namespace: program.namespace }),
    body: program.body.map(encodeStatement),
    functions: program.functions.map((declared) => ({
      ...declared,
      parameters: declared.parameters.map((parameter) => encodeParameter(parameter)),
      body: declared.body.map(encodeStatement),
      ...(declared.receiver === undefined ? {} : { receiver: encodeParameter(declared.receiver) }),
      ...encodeDecorators(declared.decorators),
    })),
    classes: program.classes.map((declared) => ({
      ...declared,
      bases: declared.bases.map(encode),
      decorators: declared.decorators.map(encodeDecorator),
      fields: declared.fields.map((field) => ({
        ...field,
        ...(field.value === undefined ? {} : { value: encode(field.value) }),
        ...encodeDecorators(field.decorators),
      })),
      body: declared.body.map(encodeStatement),
    })),
  };
}

const encodeDecorator = ({ value, line }: Decorator): Encoded => [line, encode(value)];
const encodeDecorators = (decorators: readonly Decorator[] | undefined) =>
  decorators === undefined ? {} : { decorators: decorators.map(encodeDecorator) };
const encodeParameter = (parameter: Parameter): Readonly<Record<string, unknown>> =>
  parameter.default === undefined ? { ...parameter } : { ...parameter, default: encode(parameter.default) };

function encode(expression: Expression): Encoded {
  switch (expression.is) {
    case 'text':
      return ['t', expression.text];
    case 'name':
      return expression.name;
    case 'member':
      return ['.', encode(expression.of), expression.name];
    case 'call':
      return [
        expression.makes === true ? 'n' : 'c',
        expression.line,
        encode(expression.callee),
        ...expression.args.map(encodeArgument),
      ];
    case 'list':
      return [...listMark(expression), ...expression.items.map(encode)];
    case 'join':
      return ['j', ...expression.parts.map(encode)];
    case 'either':
      return ['e', ...expression.options.map(encode)];
    case 'map':
      return [
        'm',
        expression.line,
        ...expression.entries.map((entry) => [entry.line, encode(entry.key), encode(entry.value)]),
      ];
    case 'regexp':
      return ['r', expression.text];
    case 'function':
      return expression.id;
    case 'other':
      return null;
  }
}

const listMark = ({ line, lines }: Extract<Expression, { is: 'list' }>): Encoded[] =>
  line !== undefined ? ['L', line] : lines !== undefined ? ['T', [...lines]] : ['l'];

const placeOf = (first: Encoded) => (typeof first === 'number' ? { line: first } : { lines: items(first).map(number) });

function encodeArgument({ value, name, spread, line }: Argument): Encoded {
  if (name === undefined && spread === undefined && line === undefined) return encode(value);
  return ['=', encode(value), name ?? null, line ?? 0, spread === true ? 1 : 0];
}

function encodeStatement(statement: Statement): Encoded {
  switch (statement.do) {
    case 'import':
      return [
        'i',
        statement.specifier,
        statement.line,
        ...statement.bindings.map(({ local, imported }) => [local, imported]),
      ];
    case 'reexport':
      return ['x', statement.specifier, ...statement.bindings.map(({ local, imported }) => [local, imported])];
    case 'export':
      return ['o', statement.name, encode(statement.value)];
    case 'set':
      return [
        's',
        statement.line,
        encode(statement.target),
        encode(statement.value),
        (statement.declares === true ? 1 : 0) + (statement.appends === true ? 2 : 0),
        statement.type ?? null,
      ];
    case 'run':
      return ['u', encode(statement.value)];
    case 'return':
      return ['g', encode(statement.value)];
    case 'each':
      return ['h', [...statement.items], encode(statement.of), statement.body.map(encodeStatement)];
    case 'function':
      return ['f', statement.id];
    case 'class':
      return ['k', statement.id];
  }
}

export function decodeProgram(encoded: EncodedProgram): FileProgram {
  return {
    language: encoded.language,
    ...(encoded.namespace === undefined ? {} : { namespace: encoded.namespace }),
    body: encoded.body.map(decodeStatement),
    functions: encoded.functions.map(decodeFunction),
    classes: encoded.classes.map(decodeClass),
  };
}

// What follows reads what `encodeProgram` wrote, and nothing else: the marks say which form a list has.
const items = (value: Encoded | undefined): readonly Encoded[] => (Array.isArray(value) ? value : []);
const written = (value: Encoded | undefined): string => (typeof value === 'string' ? value : '');
const number = (value: Encoded | undefined): number => (typeof value === 'number' ? value : 0);

function decodeFunction(record: Readonly<Record<string, unknown>>): FunctionDeclaration {
  const { parameters, body, receiver, decorators, ...rest } = record;
  return {
    ...(rest as Pick<FunctionDeclaration, 'name' | 'line'>),
    parameters: (parameters as readonly Record<string, unknown>[]).map(decodeParameter),
    body: (body as readonly Encoded[]).map(decodeStatement),
    ...(receiver === undefined ? {} : { receiver: decodeParameter(receiver as Record<string, unknown>) }),
    ...decodeDecorators(decorators),
  };
}

function decodeParameter(record: Readonly<Record<string, unknown>>): Parameter {
  const { default: value, ...rest } = record;
  const parameter = rest as Pick<Parameter, 'name'>;
  return value === undefined ? parameter : { ...parameter, default: decode(value as Encoded) };
}

function decodeClass(record: Readonly<Record<string, unknown>>): ClassDeclaration {
  const { bases, decorators, fields, body, ...rest } = record;
  return {
    ...(rest as Pick<ClassDeclaration, 'name' | 'line' | 'kind' | 'methods'>),
    bases: (bases as readonly Encoded[]).map(decode),
    decorators: (decorators as readonly Encoded[]).map(decodeDecorator),
    fields: (fields as readonly Record<string, unknown>[]).map(decodeField),
    body: (body as readonly Encoded[]).map(decodeStatement),
  };
}

function decodeField(record: Readonly<Record<string, unknown>>): FieldDeclaration {
  const { value, decorators, ...rest } = record;
  return {
    ...(rest as Pick<FieldDeclaration, 'name' | 'line'>),
    ...(value === undefined ? {} : { value: decode(value as Encoded) }),
    ...decodeDecorators(decorators),
  };
}

const decodeDecorator = (value: Encoded): Decorator => {
  const [line, expression = null] = items(value);
  return { line: number(line), value: decode(expression) };
};
const decodeDecorators = (value: unknown) =>
  value === undefined ? {} : { decorators: (value as readonly Encoded[]).map(decodeDecorator) };

function decode(value: Encoded): Expression {
  if (value === null) return { is: 'other' };
  if (typeof value === 'string') return { is: 'name', name: value };
  if (typeof value === 'number') return { is: 'function', id: value };
  const [mark, first = null, second = null, ...rest] = value;
  const after = value.slice(1);
  switch (mark) {
    case 't':
      return { is: 'text', text: written(first) };
    case '.':
      return { is: 'member', of: decode(first), name: written(second) };
    case 'c':
    case 'n':
      return {
        is: 'call',
        callee: decode(second),
        args: rest.map(decodeArgument),
        line: number(first),
        ...(mark === 'n' ? { makes: true } : {}),
      };
    case 'l':
      return { is: 'list', items: after.map(decode) };
    case 'L':
    case 'T':
      return { is: 'list', ...placeOf(first), items: value.slice(2).map(decode) };
    case 'j':
      return { is: 'join', parts: after.map(decode) };
    case 'e':
      return { is: 'either', options: after.map(decode) };
    case 'm':
      return { is: 'map', line: number(first), entries: value.slice(2).map(decodeEntry) };
    case 'r':
      return { is: 'regexp', text: written(first) };
    default:
      return { is: 'other' };
  }
}

function decodeEntry(value: Encoded): MapEntry {
  const [line, key = null, inner = null] = items(value);
  return { line: number(line), key: decode(key), value: decode(inner) };
}

function decodeArgument(value: Encoded): Argument {
  if (!Array.isArray(value) || value[0] !== '=') return { value: decode(value) };
  const [, inner = null, name = null, line, spread] = value as readonly Encoded[];
  return {
    value: decode(inner),
    ...(typeof name === 'string' ? { name } : {}),
    ...(number(line) === 0 ? {} : { line: number(line) }),
    ...(spread === 1 ? { spread: true } : {}),
  };
}

const decodeBinding = (value: Encoded) => {
  const [local, imported] = items(value);
  return { local: written(local), imported: written(imported) };
};

function decodeStatement(value: Encoded): Statement {
  const [mark, first = null, second = null, third = null, fourth, fifth] = items(value);
  switch (mark) {
    case 'i':
      return {
        do: 'import',
        specifier: written(first),
        line: number(second),
        bindings: items(value).slice(3).map(decodeBinding),
      };
    case 'x':
      return { do: 'reexport', specifier: written(first), bindings: items(value).slice(2).map(decodeBinding) };
    case 'o':
      return { do: 'export', name: written(first), value: decode(second) };
    case 's': {
      const marks = number(fourth);
      return {
        do: 'set',
        line: number(first),
        target: decode(second),
        value: decode(third),
        ...((marks & 1) === 0 ? {} : { declares: true }),
        ...((marks & 2) === 0 ? {} : { appends: true }),
        ...(typeof fifth === 'string' ? { type: fifth } : {}),
      };
    }
    case 'u':
      return { do: 'run', value: decode(first) };
    case 'g':
      return { do: 'return', value: decode(first) };
    case 'h':
      return {
        do: 'each',
        items: items(first).map(written),
        of: decode(second),
        body: items(third).map(decodeStatement),
      };
    case 'f':
      return { do: 'function', id: number(first) };
    default:
      return { do: 'class', id: number(first) };
  }
}
