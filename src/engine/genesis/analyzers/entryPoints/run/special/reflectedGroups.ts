import { ownerMark } from '../../program/program';
import type { PendingCall } from '../calls/pendingCall';
import type { Frame, Interpreter } from '../interpreter';
import type { Mount, RouterNode } from '../routers/routerNode';
import type { PassedArgument, Value } from '../values';
import { holeEnd, holeStart, textOf } from '../values';

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
  if (only !== undefined && empty.length === 1)
    for (const node of interpreter.nodes) {
      const name = nameOfGroup(interpreter, node);
      if (name !== undefined) put(only.parent, only.mount, node, name);
    }
  placeInvoked(interpreter);
}

/** `map.Invoke(null, [group])`: a method that reflection finds is handed the group. */
export function noteInvoked(interpreter: Interpreter, name: string, { args, frame }: PendingCall): void {
  const owner = textOf(args.find((argument) => argument.name === ownerMark)?.value);
  if (owner !== undefined) asked.set(frame, owner);
  const handed = args[1]?.value;
  if (name !== 'Invoke' || frame.unit.program.language !== 'csharp' || handed?.kind !== 'list') return;
  for (const value of handed.items)
    if (value.kind === 'router') interpreter.remarks.push({ kind: invoked, value, text: asked.get(frame) ?? '' });
}

/** The interface whose method a body asks for, before it invokes that. */
const asked = new WeakMap<Frame, string>();

const invoked = 'invokedWith';

/** Where one group is handed to the classes of one interface that nobody else calls, it is theirs; of several nobody knows. */
function placeInvoked(interpreter: Interpreter): void {
  const given = interpreter.remarks.flatMap(({ kind, value, text }) =>
    kind === invoked && value.kind === 'router' ? [{ node: value.node, text }] : [],
  );
  const handed = new Set(given.map(({ node }) => node));
  const [group] = handed;
  if (group === undefined) return;
  const found = interpreter.nodes.flatMap((node) => {
    const base = node.isMounted || handed.has(node) ? undefined : mappingBase(interpreter, node);
    return base === undefined ? [] : [{ node, base }];
  });
  const isOne = handed.size === 1 && new Set(found.map(({ base }) => base)).size === 1;
  for (const { node, base } of found) {
    const [own, ...others] = given.filter(({ text }) => text === base);
    const place = own !== undefined && others.length === 0 ? own.node : isOne ? group : undefined;
    node.isLost = place === undefined;
    place?.mount(node);
  }
}

/** The interface of the project by which a class of a file is told to map its routes. */
function mappingBase(interpreter: Interpreter, node: RouterNode): string | undefined {
  const { file, line } = node.made;
  if (node.rule.id !== 'minimalApi' || line !== 0 || isEmpty(node)) return undefined;
  const bases = (interpreter.project.units.get(file)?.program.classes ?? []).flatMap(({ bases: all }) => all);
  return bases.flatMap((base) => (base.is === 'name' ? [base.name] : [])).find((name) => /^I[A-Z]/.test(name));
}

const isEmpty = (node: RouterNode): boolean => node.routes.length === 0 && node.mounts.length === 0;

function put(parent: RouterNode, mount: Mount, node: RouterNode, name: string): void {
  node.isLost = false;
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
