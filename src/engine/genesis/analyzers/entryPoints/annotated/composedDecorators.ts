import type { CallExpression, FunctionDeclaration } from '../program/program';
import { allStatements, expressionsOf, visitExpression } from '../program/walk';
import type { Frame, Interpreter } from '../run/interpreter';
import { isScript } from '../run/project/languageTraits';
import type { Declared } from '../run/project/project';
import { Scope } from '../run/project/scope';
import type { PassedArgument } from '../run/values';
import { unknown } from '../run/values';
import type { Annotation } from './annotationsOf';

/**
 * `function ShopController(name) { return applyDecorators(ApiTags(name), Controller(name)) }`: the decorators of the
 * framework that a function of the project puts together, with what it is handed.
 */
export function decoratorsOf(
  interpreter: Interpreter,
  annotation: Annotation,
  isKnown: (name: string) => boolean,
): readonly Annotation[] {
  const [found, ...others] = [
    ...interpreter.project
      .functionsNamed(annotation.name)
      .filter(({ unit, id }) => isScript.test(unit.program.language) && unit.classOf(id) === undefined),
    ...(arrowsOf(interpreter).get(annotation.name) ?? []),
  ];
  const declared = found?.unit.program.functions[found.id];
  if (found === undefined || declared === undefined || others.length > 0) return [];
  const calls = callsIn(declared);
  if (!calls.some((call) => nameOf(call) === 'applyDecorators')) return [];
  const frame: Frame = { unit: found.unit, scope: new Scope(found.unit.scope), returns: [] };
  bind(interpreter, declared, annotation.args, frame);
  return calls.flatMap((call) => {
    const name = nameOf(call);
    return isKnown(name) ? [{ name, args: interpreter.calls.args(call, frame), line: annotation.line }] : [];
  });
}

const arrows = new WeakMap<Interpreter, ReadonlyMap<string, readonly Declared[]>>();

/** `export const AuthGet = (path: string) => applyDecorators(…)`, by name. */
function arrowsOf(interpreter: Interpreter): ReadonlyMap<string, readonly Declared[]> {
  const known = arrows.get(interpreter);
  if (known !== undefined) return known;
  const found = new Map<string, Declared[]>();
  for (const unit of interpreter.project.units.values()) {
    if (!isScript.test(unit.program.language)) continue;
    for (const statement of unit.program.body) {
      if (statement.do !== 'set' || statement.target.is !== 'name' || statement.value.is !== 'function') continue;
      const { name } = statement.target;
      found.set(name, [...(found.get(name) ?? []), { unit, id: statement.value.id }]);
    }
  }
  arrows.set(interpreter, found);
  return found;
}

function bind(
  interpreter: Interpreter,
  { parameters, body }: FunctionDeclaration,
  args: readonly PassedArgument[],
  frame: Frame,
): void {
  parameters.forEach((parameter, at) => {
    const otherwise = parameter.default === undefined ? unknown : interpreter.evaluate(parameter.default, frame);
    const value = args[at]?.value ?? otherwise;
    if (parameter.name !== '') frame.scope.declare(parameter.name, value);
    for (const { local, imported } of parameter.members ?? [])
      frame.scope.declare(local, interpreter.expressions.memberOf(value, imported, frame));
  });
  interpreter.statements.execute(
    body.filter((statement) => statement.do === 'set' && statement.value.is !== 'list'),
    frame,
  );
}

function callsIn({ body }: FunctionDeclaration): CallExpression[] {
  const calls: CallExpression[] = [];
  for (const statement of allStatements(body))
    for (const expression of expressionsOf(statement))
      visitExpression(expression, (inner) => {
        if (inner.is === 'call') calls.push(inner);
        return undefined;
      });
  return calls;
}

const nameOf = ({ callee }: CallExpression): string =>
  callee.is === 'name' || callee.is === 'member' ? callee.name : '';
