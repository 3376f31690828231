import type { Argument, Decorator, Expression, FileProgram, Parameter, Statement } from '../program';

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
      return expression.when === undefined
        ? ['e', ...expression.options.map(encode)]
        : ['?', encode(expression.when), ...expression.options.map(encode)];
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
