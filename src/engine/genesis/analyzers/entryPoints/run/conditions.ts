import type { Expression } from '../program/program';
import type { Frame, Interpreter } from './interpreter';
import type { Value } from './values';
import { hasKey, holeStart } from './values';

type Test = (interpreter: Interpreter, args: readonly Expression[], frame: Frame) => boolean | undefined;

/** Tests by their names; `undefined` where what they ask about is not known. */
const tests: Readonly<Record<string, Test>> = {
  '%not': (interpreter, [test], frame) => {
    const holds = decided(interpreter, test, frame);
    return holds === undefined ? undefined : !holds;
  },
  '%both': (interpreter, args, frame) => {
    const sides = args.map((test) => decided(interpreter, test, frame));
    return sides.includes(false) ? false : sides.includes(undefined) ? undefined : true;
  },
  '%any': (interpreter, args, frame) => {
    const sides = args.map((test) => decided(interpreter, test, frame));
    return sides.includes(true) ? true : sides.includes(undefined) ? undefined : false;
  },
  // A router that was handed over is there; of other values the text may be what stands for nothing.
  '%given': (interpreter, [value], frame) =>
    evaluated(interpreter, value, frame)?.kind === 'router' ? true : undefined,
  '%in': (interpreter, [key, of], frame) => {
    const map = of === undefined ? undefined : interpreter.evaluate(of, frame);
    const isKnown = key?.is === 'text' && map?.kind === 'map' && map.isOpen !== true;
    return isKnown ? hasKey(map, key.text) : undefined;
  },
  '%same': (interpreter, [left, right], frame) => areSame(saidBy(interpreter, left, frame), right),
};

/** Whether a test holds, as far as the values tell that a call handed over. */
export function decided(interpreter: Interpreter, test: Expression | undefined, frame: Frame): boolean | undefined {
  if (test?.is === 'call' && test.callee.is === 'name' && Object.hasOwn(tests, test.callee.name))
    return tests[test.callee.name]?.(
      interpreter,
      test.args.map((argument) => argument.value),
      frame,
    );
  if (test?.is === 'member' && lacks(interpreter.evaluate(test.of, frame), test.name)) return false;
  const value = saidBy(interpreter, test, frame);
  return typeof value === 'string' ? !/^(?:|0|false|undefined)$/.test(value) : undefined;
}

/** `route.create`, where the row of a table that was handed over has no such entry. */
const lacks = (owner: Value, name: string): boolean =>
  owner.kind === 'map' && owner.isOpen !== true && owner.entries.size > 0 && hasKey(owner, name) === false;

/** What a test asks about: a text, `undefined` as a text for nothing handed over, another kind of value by the name of its type. */
function saidBy(interpreter: Interpreter, expression: Expression | undefined, frame: Frame): string | undefined {
  if (expression === undefined) return undefined;
  if (expression.is === 'call' && expression.callee.is === 'name' && expression.callee.name === '%type')
    return typeName(evaluated(interpreter, expression.args[0]?.value, frame));
  const value = evaluated(interpreter, expression, frame);
  if (value?.kind === 'text') return value.text;
  const type = typeName(value);
  return type === 'undefined' ? type : type === undefined ? undefined : `[${type}]`;
}

/** The value, unless it is only what a parameter usually is, or not known to its end. */
function evaluated(interpreter: Interpreter, expression: Expression | undefined, frame: Frame): Value | undefined {
  const value = expression === undefined ? undefined : interpreter.evaluate(expression, frame);
  const isOpen = value?.kind === 'text' && (value.isGuess === true || value.text.includes(holeStart));
  return isOpen ? undefined : value;
}

function typeName(value: Value | undefined): string | undefined {
  switch (value?.kind) {
    case 'text':
      return /^(?:true|false)$/.test(value.text) ? 'boolean' : 'string';
    case 'function':
    case 'class':
      return 'function';
    case 'map':
    case 'list':
    case 'object':
      return 'object';
    case 'unknown':
      return value.isAbsent === true ? 'undefined' : undefined;
    default:
      return undefined;
  }
}

function areSame(value: string | undefined, literal: Expression | undefined): boolean | undefined {
  if (value === undefined || literal?.is !== 'text') return undefined;
  return value === literal.text;
}
