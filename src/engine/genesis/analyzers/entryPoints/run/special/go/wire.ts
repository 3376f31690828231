import type { Expression, FunctionDeclaration } from '../../../program/program';
import { dotted, other } from '../../../program/program';
import type { Interpreter } from '../../interpreter';
import type { ClassValue, FunctionValue, PassedArgument, Value } from '../../values';
import { optionsOf, unknown } from '../../values';

const deepest = 4;

/**
 * `func CreateServer() *server.Server { panic(wire.Build(providers)) }`: Wire writes a function that calls the makers of
 * this type and of what they take. What it writes is no file of the scan.
 */
export function injectedByWire(
  interpreter: Interpreter,
  { body, returns }: FunctionDeclaration,
  place: FunctionValue,
): Value | undefined {
  if (place.unit.program.language !== 'go' || returns === undefined) return undefined;
  const builds = body.some((statement) => statement.do === 'run' && callsBuild(statement.value));
  return builds ? made(interpreter, returns, place, 0) : undefined;
}

function callsBuild(expression: Expression): boolean {
  if (expression.is !== 'call') return false;
  const { callee, args } = expression;
  if (callee.is === 'name') return callee.name === 'panic' && args.some(({ value }) => callsBuild(value));
  return callee.is === 'member' && callee.name === 'Build' && callee.of.is === 'name' && callee.of.name === 'wire';
}

function made(
  interpreter: Interpreter,
  type: string,
  { unit, scope }: Pick<FunctionValue, 'unit' | 'scope'>,
  depth: number,
): Value {
  const resolved = optionsOf(interpreter.evaluate(dotted(type), { unit, scope, returns: [] }));
  const owner = resolved.find((value): value is ClassValue => value.kind === 'class');
  const maker = owner === undefined || depth > deepest ? undefined : makerOf(interpreter, owner);
  if (owner === undefined || maker === undefined) return interpreter.objects.instanceOfType(type, unit, scope);
  const key = `${owner.unit.path}#${owner.id}`;
  const known = interpreter.injected;
  const before = known.get(key);
  if (before !== undefined) return before;
  // What needs itself is not known while it is made.
  known.set(key, unknown);
  const { parameters = [] } = interpreter.declarationOf(maker) ?? {};
  const args = parameters.map(
    (parameter): PassedArgument => ({
      value: parameter.type === undefined ? unknown : made(interpreter, parameter.type, maker, depth + 1),
      source: other,
    }),
  );
  const value = interpreter.callFunction(maker, args);
  known.set(key, value);
  return value;
}

/** The one function of its package that gives back a type, or of several the one that is called for it. */
function makerOf(interpreter: Interpreter, { unit: home, id: type }: ClassValue): FunctionValue | undefined {
  const name = home.program.classes[type]?.name ?? '';
  const makers = interpreter.project
    .unitsIn(home.directory)
    .flatMap((unit) =>
      unit.program.functions.flatMap((declared, id) =>
        declared.returns === name && declared.receiver === undefined && declared.name !== ''
          ? [{ unit, id, called: declared.name }]
          : [],
      ),
    );
  const named = makers.filter(
    ({ called }) => /^(?:New|Provide)/.test(called) && /^(?:New|Provide)$/.test(called.replace(name, '')),
  );
  const [only, ...others] = makers.length === 1 ? makers : named;
  if (only === undefined || others.length > 0) return undefined;
  interpreter.run(only.unit);
  return interpreter.functionValue(only.id, { unit: only.unit, scope: only.unit.scope });
}
