import { blockMark } from '../../../program/program';
import { argumentAt } from '../../arguments';
import type { PendingCall } from '../../calls/pendingCall';
import type { Interpreter } from '../../interpreter';
import { prefixText } from '../../routers/prefixText';
import type { RouterNode } from '../../routers/routerNode';
import { textsOf } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';
import {
  actionsNote,
  blockOf,
  formatOf,
  handlerOf,
  isAtPlace,
  itemPath,
  mapped,
  names,
  option,
  optionText,
  pathOption,
  setModule,
} from './railsOptions';

function fill(interpreter: Interpreter, node: RouterNode, call: PendingCall): void {
  const block = blockOf(call);
  if (block !== undefined) interpreter.routers.fill(node, block);
}

function fillActions(interpreter: Interpreter, node: RouterNode, call: PendingCall): void {
  node.notes.set(actionsNote, 'yes');
  fill(interpreter, node, call);
}

export function railsBranch(interpreter: Interpreter, node: RouterNode, prefix: string, line: number): RouterNode {
  const child = node.branch(prefix, line);
  interpreter.nodes.push(child);
  child.notes.delete('kind');
  child.notes.delete(actionsNote);
  return child;
}

/** Where a plain route inside of a resource lies: on the collection, on one item, or below one item. */
function placeOf(interpreter: Interpreter, node: RouterNode, call: PendingCall): RouterNode {
  const on = optionText(call, 'on');
  if (node.notes.get('kind') !== 'resources') return node;
  if (on === 'collection') return collectionOf(interpreter, node);
  if (on === 'member') return railsBranch(interpreter, node, itemPath(node, 'member'), call.line);
  if (on === 'new') return railsBranch(interpreter, collectionOf(interpreter, node), 'new', call.line);
  return railsBranch(interpreter, node, itemPath(node, 'nested'), call.line);
}

/** What stands on the collection of a shallow resource stays below its parent. */
const collectionOf = (interpreter: Interpreter, node: RouterNode): RouterNode =>
  interpreter.shallowCollections.get(node) ?? node;

const mostVariants = 8;

/** `/top(/:length(/page/:page))` stands for three paths: with what is in brackets, and without it. */
export function variantsOf(path: string): string[] {
  const whole = path.replace(/\(\.:format\)/g, '');
  // A bracket ends the name of a parameter, which must not run into what follows: `(:platform)_v(:version)`.
  const plain = whole.includes('(') ? whole.replace(/:([A-Za-z_]\w{0,80})/g, '{$1}') : whole;
  const variants = readVariants(plain, 0);
  return variants.end === plain.length && variants.paths.length <= mostVariants ? variants.paths : [path];
}

/** Reads up to the bracket that closes what begins here; `end` lies behind it. */
function readVariants(path: string, from: number): { readonly paths: string[]; readonly end: number } {
  let paths = [''];
  let at = from;
  while (at < path.length && path[at] !== ')') {
    if (path[at] === '(') {
      const inside = readVariants(path, at + 1);
      paths = paths.flatMap((left) => [left, ...inside.paths.map((right) => left + right)]).slice(0, mostVariants + 1);
      at = inside.end;
    } else {
      const char = path[at] ?? '';
      paths = paths.map((left) => left + char);
      at += 1;
    }
  }
  return { paths, end: from === 0 ? at : at + 1 };
}

/** `get '/users', to: 'users#index'`, `get 'a' => 'b#c'`, `get :preview, on: :member`, `post :ban, :mute`. */
function addRoutes(interpreter: Interpreter, node: RouterNode, call: PendingCall, methods: readonly string[]): void {
  const target = placeOf(interpreter, node, call);
  const pairs = mapped(call);
  const to = textsOf(option(call, 'to'))[0];
  const isPlain = isAtPlace(node, call);
  const routes =
    pairs === undefined
      ? names(call).map((path) => [path, to] as const)
      : [...pairs.entries].map(([path, value]) => [path, textsOf(value)[0]] as const);
  // `match :read, path: 'all'` lies where the option says.
  const said = optionText(call, 'path');
  for (const [path, written, given] of routes.flatMap(([written, leadsTo]) =>
    variantsOf(said ?? written).map((one) => [one, written, leadsTo] as const),
  ))
    target.routes.push({
      methods,
      path: `${isPlain ? '' : path}${formatOf(target, call)}`,
      file: call.frame.unit.path,
      line: call.line,
      middleware: [],
      declared: 'explicit',
      // Where it leads to a redirect or another application, there is no action.
      ...(given === undefined && option(call, 'to') !== undefined
        ? {}
        : { handler: routeHandler(target, call, written, given) }),
    });
}

function routeHandler(node: RouterNode, call: PendingCall, path: string, to: string | undefined): string {
  if (to?.includes('#') === true) {
    const [controller, action = ''] = to.split('#');
    return handlerOf(node, controller, action);
  }
  const action = to ?? optionText(call, 'action');
  const controller = optionText(call, 'controller');
  const plain = path.replace(/^\/|\(.*\)$/g, '');
  if (
    action === undefined &&
    controller === undefined &&
    plain.includes('/') &&
    node.notes.get('controller') === undefined
  )
    return plain.replace(/\/(?=[^/]*$)/, '#');
  return handlerOf(node, controller, action ?? plain.slice(plain.lastIndexOf('/') + 1));
}

export const railsRoute: SpecialVerbCode = (interpreter, node, call) => {
  addRoutes(interpreter, node, call, [(call.verb ?? 'get').toUpperCase()]);
  return undefined;
};

export const railsMatch: SpecialVerbCode = (interpreter, node, call) => {
  const via = textsOf(option(call, 'via')).map((method) => method.toUpperCase());
  addRoutes(interpreter, node, call, via.length === 0 || via.includes('ALL') ? ['ANY'] : via);
  return undefined;
};

export const railsRoot: SpecialVerbCode = (_interpreter, node, call) => {
  const [first] = names(call);
  const to = optionText(call, 'to') ?? first ?? textsOf([...(mapped(call)?.entries.values() ?? [])][0])[0];
  const [controller, action = 'index'] = (to ?? '').split('#');
  const via = textsOf(option(call, 'via')).map((method) => method.toUpperCase());
  node.routes.push({
    methods: via.length === 0 ? ['GET'] : via.includes('ALL') ? ['ANY'] : via,
    path: '',
    file: call.frame.unit.path,
    line: call.line,
    middleware: [],
    declared: 'explicit',
    ...(to === undefined ? {} : { handler: handlerOf(node, controller, action) }),
  });
  return undefined;
};

export const railsNamespace: SpecialVerbCode = (interpreter, node, call) => {
  const [name] = names(call);
  if (name === undefined) return undefined;
  const { text, isLost } = pathOption(interpreter, call, name);
  const child = railsBranch(interpreter, inside(interpreter, node, call), text ?? '', call.line);
  child.isLost ||= isLost;
  child.notes.delete('controller');
  setModule(child, optionText(call, 'module') ?? name);
  fill(interpreter, child, call);
  return undefined;
};

/** What stands directly in the block of a resource lies below one item of it. */
function inside(interpreter: Interpreter, node: RouterNode, call: PendingCall): RouterNode {
  return node.notes.get('kind') === 'resources'
    ? railsBranch(interpreter, node, itemPath(node, 'nested'), call.line)
    : node;
}

/** A scope inside of a resource is still the resource: what it says of collection and member counts there too. */
function scopeOf(interpreter: Interpreter, node: RouterNode, path: string, line: number): RouterNode {
  const child = railsBranch(interpreter, node, path, line);
  const kind = node.notes.get('kind');
  if (kind !== undefined) child.notes.set('kind', kind);
  const base = interpreter.shallowBases.get(node);
  if (base !== undefined) interpreter.shallowBases.set(child, base);
  const collection = interpreter.shallowCollections.get(node);
  if (collection !== undefined && path === '') interpreter.shallowCollections.set(child, collection);
  return child;
}

/** `with_options only: :index do |routes| routes.resources :users end`, with or without the name. */
export const railsWithOptions: SpecialVerbCode = (interpreter, node, call) => {
  const child = scopeOf(interpreter, node, '', call.line);
  child.defaults = call.args.filter(({ name }) => name !== undefined && name !== blockMark);
  fill(interpreter, child, call);
  return undefined;
};

export const railsScope: SpecialVerbCode = (interpreter, node, call) => {
  const said = argumentAt(call.args, ['path', 0]);
  const { isLost } = prefixText(interpreter, said);
  const path = optionText(call, 'path') ?? names(call).join('/');
  const child = scopeOf(interpreter, node, path, call.line);
  child.isLost = isLost;
  setModule(child, optionText(call, 'module'));
  const controller = optionText(call, 'controller');
  if (controller !== undefined) child.notes.set('controller', controller);
  if (optionText(call, 'format') === 'true') child.notes.set('format', 'yes');
  if (optionText(call, 'shallow') === 'true') child.notes.set('shallow', 'true');
  // The resources inside have these actions where they say nothing else.
  const limits = (['only', 'except'] as const).filter((name) => option(call, name) !== undefined);
  if (limits.length > 0) for (const name of ['only', 'except']) child.notes.delete(name);
  for (const name of limits) child.notes.set(name, textsOf(option(call, name)).join(' '));
  fill(interpreter, child, call);
  return undefined;
};

export const railsController: SpecialVerbCode = (interpreter, node, call) => {
  const child = scopeOf(interpreter, node, '', call.line);
  child.notes.set('controller', names(call)[0] ?? '');
  fill(interpreter, child, call);
  return undefined;
};

export const railsShallow: SpecialVerbCode = (interpreter, node, call) => {
  const child = scopeOf(interpreter, node, '', call.line);
  child.notes.set('shallow', 'true');
  fill(interpreter, child, call);
  return undefined;
};

export const railsMember: SpecialVerbCode = (interpreter, node, call) => {
  fillActions(interpreter, railsBranch(interpreter, node, itemPath(node, 'member'), call.line), call);
  return undefined;
};

export const railsCollection: SpecialVerbCode = (interpreter, node, call) => {
  fillActions(interpreter, railsBranch(interpreter, collectionOf(interpreter, node), '', call.line), call);
  return undefined;
};

export const railsNested: SpecialVerbCode = (interpreter, node, call) => {
  fill(interpreter, railsBranch(interpreter, node, itemPath(node, 'nested'), call.line), call);
  return undefined;
};

export const railsNew: SpecialVerbCode = (interpreter, node, call) => {
  fillActions(interpreter, railsBranch(interpreter, collectionOf(interpreter, node), 'new', call.line), call);
  return undefined;
};

/** `concern :commentable do … end` is kept for `concerns :commentable`. */
export const railsConcern: SpecialVerbCode = (interpreter, _node, call) => {
  const [name] = names(call);
  const block = blockOf(call);
  if (name !== undefined && block !== undefined)
    interpreter.remarks.push({ kind: 'railsConcern', value: block, text: name });
  return undefined;
};

export const railsConcerns: SpecialVerbCode = (interpreter, node, call) => {
  useConcerns(interpreter, node, names(call));
  return undefined;
};

export function useConcerns(interpreter: Interpreter, node: RouterNode, chosen: readonly string[]): void {
  for (const name of chosen) {
    const found = interpreter.remarks.findLast(
      (remark) => remark.kind === 'railsConcern' && remark.text === name,
    )?.value;
    if (found?.kind === 'function') interpreter.routers.fill(node, found);
  }
}
