import type { Interpreter } from '../interpreter';
import { RouterNode } from '../routers/routerNode';
import { type ObjectValue, type PassedArgument, textOf, type Value } from '../values';

/**
 * `group.First().PrefixRoute` says no place by itself: where each of the classes that fill the group says its prefix in a
 * property, the class lies there.
 */
export function ownPlaces(
  interpreter: Interpreter,
  args: readonly PassedArgument[],
  self: Value | undefined,
): readonly PassedArgument[] {
  const prefix = self?.kind === 'object' ? prefixOf(interpreter, self) : undefined;
  if (prefix === undefined) return args;
  return args.map((argument) => {
    const { value } = argument;
    if (value.kind !== 'router' || !value.node.isLost) return argument;
    return { ...argument, value: { kind: 'router', node: placedAt(interpreter, value.node, prefix) } };
  });
}

function prefixOf(interpreter: Interpreter, self: ObjectValue): string | undefined {
  const fields = interpreter.ancestry
    .of(self.type)
    .flatMap((type) => interpreter.classDeclarationOf(type)?.fields ?? [])
    .filter((field) => /prefix/i.test(field.name));
  const [only, ...others] = new Set(fields.map((field) => field.name));
  return only === undefined || others.length > 0 ? undefined : textOf(interpreter.objects.memberOfObject(self, only));
}

/** A router beside the lost one, below what it lies below. */
function placedAt(interpreter: Interpreter, lost: RouterNode, prefix: string): RouterNode {
  const node = new RouterNode(lost.rule, lost.made, lost.stands);
  const above = interpreter.nodes.filter((parent) => parent.mounts.some((mount) => mount.child === lost));
  interpreter.nodes.push(node);
  if (above.length === 0) node.prefix = prefix;
  for (const parent of above) parent.mount(node, prefix);
  return node;
}
