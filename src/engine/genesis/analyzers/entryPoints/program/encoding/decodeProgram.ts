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

// What follows reads what `encodeProgram` wrote, and nothing else: the marks say which form a list has. Programs are most of
// what is read to conclude, mostly once, in code that is not compiled yet: places of lists are named and copies made whole,
// because to take lists apart, or all of a record but some of it, takes three times as long then.
const items = (value: Encoded | undefined): readonly Encoded[] => (Array.isArray(value) ? value : []);
const written = (value: Encoded | undefined): string => (typeof value === 'string' ? value : '');
const number = (value: Encoded | undefined): number => (typeof value === 'number' ? value : 0);
const placeOf = (first: Encoded) => (typeof first === 'number' ? { line: first } : { lines: items(first).map(number) });

/** What the items from a place on are decoded to. A list that grows item by item has room for sixteen more. */
function decodeFrom<T>(list: readonly Encoded[], start: number, decodeItem: (item: Encoded) => T): T[] {
  return list.length <= start ? [] : list.slice(start).map(decodeItem);
}

type EncodedRecord = Readonly<Record<string, unknown>>;

function decodeFunction(record: EncodedRecord): FunctionDeclaration {
  const { receiver, decorators } = record;
  const decoded = {
    ...record,
    parameters: (record['parameters'] as readonly EncodedRecord[]).map(decodeParameter),
    body: (record['body'] as readonly Encoded[]).map(decodeStatement),
  } as unknown as Writable<FunctionDeclaration>;
  if (receiver !== undefined) decoded.receiver = decodeParameter(receiver as EncodedRecord);
  if (decorators !== undefined) decoded.decorators = decodeDecorators(decorators);
  return decoded;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function decodeParameter(record: EncodedRecord): Parameter {
  const { default: value } = record;
  const decoded = { ...record } as unknown as Writable<Parameter>;
  if (value !== undefined) decoded.default = decode(value as Encoded);
  return decoded;
}

function decodeClass(record: EncodedRecord): ClassDeclaration {
  return {
    ...(record as unknown as Pick<ClassDeclaration, 'name' | 'line' | 'kind' | 'methods'>),
    bases: (record['bases'] as readonly Encoded[]).map(decode),
    decorators: decodeDecorators(record['decorators']),
    fields: (record['fields'] as readonly EncodedRecord[]).map(decodeField),
    body: (record['body'] as readonly Encoded[]).map(decodeStatement),
  };
}

function decodeField(record: EncodedRecord): FieldDeclaration {
  const { value, decorators } = record;
  const decoded = { ...record } as unknown as Writable<FieldDeclaration>;
  if (value !== undefined) decoded.value = decode(value as Encoded);
  if (decorators !== undefined) decoded.decorators = decodeDecorators(decorators);
  return decoded;
}

const decodeDecorator = (value: Encoded): Decorator => {
  const list = items(value);
  return { line: number(list[0]), value: decode(list[1] ?? null) };
};
const decodeDecorators = (value: unknown) => (value as readonly Encoded[]).map(decodeDecorator);

function decode(value: Encoded): Expression {
  if (value === null) return { is: 'other' };
  if (typeof value === 'string') return { is: 'name', name: value };
  if (typeof value === 'number') return { is: 'function', id: value };
  const first = value[1] ?? null;
  switch (value[0]) {
    case 't':
      return { is: 'text', text: written(first) };
    case '.':
      return { is: 'member', of: decode(first), name: written(value[2]) };
    case 'c':
      return {
        is: 'call',
        callee: decode(value[2] ?? null),
        args: decodeFrom(value, 3, decodeArgument),
        line: number(first),
      };
    case 'n':
      return {
        is: 'call',
        callee: decode(value[2] ?? null),
        args: decodeFrom(value, 3, decodeArgument),
        line: number(first),
        makes: true,
      };
    case 'l':
      return { is: 'list', items: decodeFrom(value, 1, decode) };
    case 'L':
    case 'T':
      return { is: 'list', ...placeOf(first), items: decodeFrom(value, 2, decode) };
    case 'j':
      return { is: 'join', parts: decodeFrom(value, 1, decode) };
    case 'e':
      return { is: 'either', options: decodeFrom(value, 1, decode) };
    case '?':
      return { is: 'either', when: decode(first), options: decodeFrom(value, 2, decode) };
    case 'm':
      return { is: 'map', line: number(first), entries: decodeFrom(value, 2, decodeEntry) };
    case 'r':
      return { is: 'regexp', text: written(first) };
    default:
      return { is: 'other' };
  }
}

function decodeEntry(value: Encoded): MapEntry {
  const list = items(value);
  return { line: number(list[0]), key: decode(list[1] ?? null), value: decode(list[2] ?? null) };
}

function decodeArgument(value: Encoded): Argument {
  if (!Array.isArray(value) || value[0] !== '=') return { value: decode(value) };
  const list = value as readonly Encoded[];
  const argument: Writable<Argument> = { value: decode(list[1] ?? null) };
  const name = list[2];
  const line = number(list[3]);
  if (typeof name === 'string') argument.name = name;
  if (line !== 0) argument.line = line;
  if (list[4] === 1) argument.spread = true;
  return argument;
}

const decodeBinding = (value: Encoded) => {
  const list = items(value);
  return { local: written(list[0]), imported: written(list[1]) };
};

function decodeStatement(value: Encoded): Statement {
  const list = items(value);
  const first = list[1] ?? null;
  switch (list[0]) {
    case 'i':
      return {
        do: 'import',
        specifier: written(first),
        line: number(list[2]),
        bindings: decodeFrom(list, 3, decodeBinding),
      };
    case 'x':
      return { do: 'reexport', specifier: written(first), bindings: decodeFrom(list, 2, decodeBinding) };
    case 'o':
      return { do: 'export', name: written(first), value: decode(list[2] ?? null) };
    case 's':
      return decodeSet(list);
    case 'u':
      return { do: 'run', value: decode(first) };
    case 'g':
      return { do: 'return', value: decode(first) };
    case 'h':
      return {
        do: 'each',
        items: items(first).map(written),
        of: decode(list[2] ?? null),
        body: decodeFrom(items(list[3]), 0, decodeStatement),
      };
    case 'f':
      return { do: 'function', id: number(first) };
    default:
      return { do: 'class', id: number(first) };
  }
}

function decodeSet(list: readonly Encoded[]): Statement {
  const marks = number(list[4]);
  const type = list[5];
  const statement: Writable<Extract<Statement, { do: 'set' }>> = {
    do: 'set',
    line: number(list[1]),
    target: decode(list[2] ?? null),
    value: decode(list[3] ?? null),
  };
  if ((marks & 1) !== 0) statement.declares = true;
  if ((marks & 2) !== 0) statement.appends = true;
  if (typeof type === 'string') statement.type = type;
  return statement;
}
