import type { Interpreter } from '../interpreter';
import type { Mount, RouterNode } from '../routers/routerNode';
import type { PassedArgument, Value } from '../values';
import { holeEnd, holeStart } from '../values';

const hole = new RegExp(`${holeStart}[^${holeEnd}]*${holeEnd}`);

/**
 * Groups of endpoints that a program finds by reflection: `app.MapGroup($"/api/{type.Name}")` stays empty, and classes
 * with a method that takes a router are beginnings. Where there is one such group, it is theirs, under their names.
 */
export function placeReflectedGroups(interpreter: Interpreter): void {
  const empty = interpreter.nodes.flatMap((parent) =>
    parent.rule.id === 'minimalApi'
      ? parent.mounts
          .filter((mount) => hole.test(mount.prefix) && isEmpty(mount.child))
          .map((mount) => ({ parent, mount }))
      : [],
  );
  const [only] = empty;
  if (only === undefined || empty.length !== 1) return;
  for (const node of interpreter.nodes) {
    const name = nameOfGroup(interpreter, node);
    if (name !== undefined) put(only.parent, only.mount, node, name);
  }
}

const isEmpty = (node: RouterNode): boolean => node.routes.length === 0 && node.mounts.length === 0;

function put(parent: RouterNode, mount: Mount, node: RouterNode, name: string): void {
  parent.mount(node, mount.prefix.replace(hole, name), mount.middleware);
}

/** The class that extends something and in which a router was taken for a beginning. */
function nameOfGroup(interpreter: Interpreter, node: RouterNode): string | undefined {
  const { file, line } = node.made;
  if (node.rule.id !== 'minimalApi' || line !== 0 || node.isMounted || isEmpty(node)) return undefined;
  const classes = interpreter.project.units.get(file)?.program.classes ?? [];
  const [first] = classes.filter((declared) => declared.bases.length > 0 && declared.methods.length > 0);
  return first?.name;
}

const namedHole = new RegExp(`${holeStart}[^${holeEnd}]*name${holeEnd}`, 'i');

/**
 * `instance.Map(app.MapGroup(instance))` for every class that reflection finds: what is handed to the method of each of
 * them is a group of its own, under the name of its class.
 */
export function ownGroups(
  interpreter: Interpreter,
  args: readonly PassedArgument[],
  self: Value | undefined,
): readonly PassedArgument[] {
  if (self?.kind !== 'object' || self.type.unit.program.language !== 'csharp') return args;
  const declared = interpreter.classDeclarationOf(self.type);
  // A class that says a text of its own may be called by that.
  if (declared === undefined || declared.fields.some(({ value }) => value?.is === 'text')) return args;
  return args.map((argument) => {
    const { value } = argument;
    if (value.kind !== 'router') return argument;
    for (const parent of interpreter.nodes)
      for (const mount of parent.mounts)
        if (mount.child === value.node && namedHole.test(mount.prefix)) {
          const own = interpreter.newNode(value.node.rule, self.type.unit, declared.line);
          own.given.push(...value.node.given);
          parent.mount(own, mount.prefix.replace(namedHole, declared.name), mount.middleware);
          return { ...argument, value: { kind: 'router', node: own } };
        }
    return argument;
  });
}
