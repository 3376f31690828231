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
} from '../program';
import type { Encoded, EncodedProgram } from './encodeProgram';

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
const placeOf = (first: Encoded) => (typeof first === 'number' ? { line: first } : { lines: items(first).map(number) });

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
    case '?':
      return { is: 'either', when: decode(first), options: value.slice(2).map(decode) };
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
