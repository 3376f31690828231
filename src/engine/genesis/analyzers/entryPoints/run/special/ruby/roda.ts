import type { PendingCall } from '../../calls/pendingCall';
import type { Interpreter } from '../../interpreter';
import type { RouterNode } from '../../routers/routerNode';
import { type FunctionValue, type PassedArgument, textsOf, unknown } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';
import { blockOf } from './railsOptions';

/** `route do |r| … end`, and the same for one branch under its name: `route "users" do |r| … end`. */
export const rodaRoute: SpecialVerbCode = (interpreter, node, call) => {
  const block = blockOf(call);
  const [first, second] = call.args.filter(({ name }) => name === undefined);
  const [space = ''] = textsOf(first?.value);
  // Of branches in a space of their own the tree says elsewhere where it lies.
  const isElsewhere = second !== undefined && !space.startsWith('/');
  const [path = ''] = pathsOf(interpreter, isElsewhere ? { ...call, args: [second] } : call, block);
  const outer = isElsewhere ? spaceOf(interpreter, node, space, call) : node;
  const child = path === '' ? outer : branch(interpreter, outer, path, call);
  if (block !== undefined) interpreter.routers.fill(child, block);
  return undefined;
};

/** `r.hash_branches(:api)`: the branches of a space lie where the tree asks for them. */
export const rodaSpace: SpecialVerbCode = (interpreter, node, call) => {
  const [space] = textsOf(call.args.find(({ name }) => name === undefined)?.value);
  if (space === undefined || space.startsWith('/')) return unknown;
  const found = spaceOf(interpreter, node, space.replace(/^:/, ''), call);
  node.mount(found);
  found.isLost = false;
  return unknown;
};

/** Holds the branches of a space; until a tree asks for them nobody knows where they lie. */
function spaceOf(interpreter: Interpreter, node: RouterNode, space: string, call: PendingCall): RouterNode {
  const known = interpreter.rodaSpaces.get(space);
  if (known !== undefined) return known;
  const made = interpreter.newNode(node.rule, call.frame.unit, call.line);
  made.isLost = true;
  interpreter.rodaSpaces.set(space, made);
  return made;
}

/** `r.on "users", Integer do |id| … end`: what follows lies below it. */
export const rodaOn: SpecialVerbCode = (interpreter, node, call) => {
  for (const path of pathsOf(interpreter, call, blockOf(call)))
    walkInto(interpreter, branch(interpreter, node, path, call), call);
  return unknown;
};

/** `r.is "users" do … end`: nothing follows in the path; the methods may be asked for inside. */
export const rodaIs: SpecialVerbCode = (interpreter, node, call) => {
  for (const path of pathsOf(interpreter, call, blockOf(call))) {
    const child = branch(interpreter, node, path, call);
    walkInto(interpreter, child, call);
    if (isEmpty(child)) answer(child, node.notes.get('method') ?? 'ANY', call);
  }
  return unknown;
};

/** `r.get "name", String do |name| … end`; without a path, more of it may be asked for inside. */
export const rodaVerb: SpecialVerbCode = (interpreter, node, call) => {
  const isRoot = call.verb === 'root';
  const method = isRoot ? 'GET' : (call.verb ?? 'get').toUpperCase();
  const isOpen = !call.args.some(({ name }) => name === undefined) && !isRoot;
  for (const path of pathsOf(interpreter, call, blockOf(call))) {
    const child = branch(interpreter, node, path, call);
    if (isOpen) {
      child.notes.set('method', method);
      walkInto(interpreter, child, call);
    }
    if (isEmpty(child)) answer(child, method, call);
  }
  return unknown;
};

const isEmpty = ({ routes, mounts }: RouterNode): boolean => routes.length === 0 && mounts.length === 0;

function branch(interpreter: Interpreter, node: RouterNode, path: string, call: PendingCall): RouterNode {
  const child = node.branch(path, call.line);
  interpreter.nodes.push(child);
  return child;
}

function walkInto(interpreter: Interpreter, node: RouterNode, call: PendingCall): void {
  const block = blockOf(call);
  if (block !== undefined) interpreter.withAmbient(node, () => interpreter.callFunction(block, []));
}

function answer(node: RouterNode, method: string, call: PendingCall): void {
  node.routes.push({
    methods: [method],
    path: '',
    file: call.frame.unit.path,
    line: call.line,
    middleware: [],
    declared: 'explicit',
  });
}

/** The paths that the matchers stand for: a text is itself, a list one of several, a class or pattern a parameter. */
function pathsOf(interpreter: Interpreter, call: PendingCall, block: FunctionValue | undefined): string[] {
  const named = block === undefined ? [] : (interpreter.declarationOf(block)?.parameters ?? []);
  const names = named.map(({ name }) => name);
  return call.args
    .filter(({ name }) => name === undefined)
    .reduce<string[]>(
      (paths, argument) => {
        const parts = partsOf(argument, names);
        return paths.flatMap((path) => parts.map((part) => (part === '' ? path : `${path}/${part}`)));
      },
      [''],
    )
    .slice(0, 20);
}

function partsOf({ value, source }: PassedArgument, names: string[]): string[] {
  const texts = textsOf(value);
  if (source.is === 'regexp') return [`{${names.shift() ?? 'value'}}`];
  if (texts.length > 0)
    return texts.map((text) =>
      text === 'true' ? '' : text.startsWith(':') ? `{${names.shift() ?? text.slice(1)}}` : text,
    );
  const isClass = source.is === 'name' && /^(?:String|Integer|Float|[A-Z]\w*)$/.test(source.name);
  return [isClass || value.kind === 'unknown' ? `{${names.shift() ?? 'value'}}` : ''];
}
