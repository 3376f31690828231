import type { FunctionDeclaration } from '../../program/program';
import type { Interpreter } from '../interpreter';
import type { Unit } from '../project/unit';
import { prefixText } from '../routers/prefixText';
import type { RouterNode } from '../routers/routerNode';

const source = { is: 'other' } as const;

/**
 * `class OrdersModule : CarterModule { public OrdersModule() : base("/orders") { } }`: what its `AddRoutes` puts on the
 * router that Carter hands to it lies there.
 */
export function placeModule(
  interpreter: Interpreter,
  unit: Unit,
  declared: FunctionDeclaration,
  given: readonly RouterNode[],
): void {
  if (unit.program.language !== 'csharp' || declared.name !== 'AddRoutes') return;
  const id = unit.program.functions.indexOf(declared);
  const owner = unit.program.classes.find(({ methods }) => methods.includes(id));
  if (owner?.bases.some((base) => base.is === 'name' && base.name === 'CarterModule') !== true) return;
  const maker = owner.methods.map((method) => unit.program.functions[method]).find((one) => one?.name === owner.name);
  for (const statement of maker?.body ?? []) {
    const { value } = statement.do === 'run' ? statement : { value: source };
    const [first] =
      value.is === 'call' && value.callee.is === 'name' && value.callee.name === 'super' ? value.args : [];
    if (first === undefined) continue;
    const frame = { unit, scope: unit.scope, returns: [] };
    const { text, isLost } = prefixText(interpreter, {
      value: interpreter.evaluate(first.value, frame),
      source: first.value,
    });
    for (const node of given) {
      node.prefix = text ?? node.prefix;
      node.isLost ||= isLost;
    }
  }
}
