import type { Interpreter } from '../interpreter';
import type { RouterNode } from '../routers/routerNode';
import { optionsOf, textOf, type Value } from '../values';
import type { SpecialVerbCode } from './specialVerb';

/** `register("/orders", new OrderService())`: the service adds its routes below the path. */
export const helidonRegister: SpecialVerbCode = (interpreter, node, call) => {
  const path = textOf(call.args[0]?.value);
  const child = node.branch(path ?? '', call.line);
  interpreter.nodes.push(child);
  for (const { value } of path === undefined ? call.args : call.args.slice(1)) fillBy(interpreter, child, value);
  return undefined;
};

/** The method by which a service is asked for its routes, and how it was called before. */
const asked = ['routing', 'update'];

function fillBy(interpreter: Interpreter, child: RouterNode, value: Value): void {
  for (const option of optionsOf(value)) {
    const service = option.kind === 'class' ? interpreter.objects.standIn(option) : option;
    if (service.kind !== 'object') continue;
    const [method] = asked.flatMap((name) => interpreter.objects.memberOfObject(service, name) ?? []);
    if (method?.kind === 'function') interpreter.routers.fill(child, { ...method, self: service });
  }
}
