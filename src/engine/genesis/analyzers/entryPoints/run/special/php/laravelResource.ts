import type { PendingCall } from '../../calls/pendingCall';
import type { Interpreter } from '../../interpreter';
import { namesOf } from '../../routers/handlerName';
import type { RouterNode } from '../../routers/routerNode';
import { type PassedArgument, textOf, textsOf, type Value } from '../../values';
import { singular } from '../ruby/singular';
import type { SpecialVerbCode } from '../specialVerb';

interface Action {
  readonly name: string;
  readonly methods: readonly string[];
  /** Behind the collection's path; `{}` stands for the parameter. */
  readonly path: string;
}

const actions: readonly Action[] = [
  { name: 'index', methods: ['GET'], path: '' },
  { name: 'create', methods: ['GET'], path: '/create' },
  { name: 'store', methods: ['POST'], path: '' },
  { name: 'show', methods: ['GET'], path: '/{}' },
  { name: 'edit', methods: ['GET'], path: '/{}/edit' },
  { name: 'update', methods: ['PUT', 'PATCH'], path: '/{}' },
  { name: 'destroy', methods: ['DELETE'], path: '/{}' },
];
/** Those of ThinkPHP, under its own names. */
const thinkActions: readonly Action[] = [
  { name: 'index', methods: ['GET'], path: '' },
  { name: 'create', methods: ['GET'], path: '/create' },
  { name: 'save', methods: ['POST'], path: '' },
  { name: 'read', methods: ['GET'], path: '/{}' },
  { name: 'edit', methods: ['GET'], path: '/{}/edit' },
  { name: 'update', methods: ['PUT'], path: '/{}' },
  { name: 'delete', methods: ['DELETE'], path: '/{}' },
];
const singletonActions: readonly Action[] = [
  { name: 'show', methods: ['GET'], path: '' },
  { name: 'edit', methods: ['GET'], path: '/edit' },
  { name: 'update', methods: ['PUT', 'PATCH'], path: '' },
];
const isForm = (action: Action): boolean => action.name === 'create' || action.name === 'edit';

interface Resource {
  readonly name: string;
  readonly controller: string;
  readonly actions: readonly Action[];
  readonly call: PendingCall;
}

/** `resource('articles.comments', Controller)`: the seven actions of a resource, below its parents. */
export const laravelResource: SpecialVerbCode = (interpreter, node, call) => addOne(interpreter, node, call, actions);

/** The same without the two that only show a form. */
export const laravelApiResource: SpecialVerbCode = (interpreter, node, call) =>
  addOne(
    interpreter,
    node,
    call,
    actions.filter((action) => !isForm(action)),
  );

export const thinkResource: SpecialVerbCode = (interpreter, node, call) =>
  addOne(interpreter, node, call, thinkActions);

export const laravelSingleton: SpecialVerbCode = (interpreter, node, call) =>
  addOne(interpreter, node, call, singletonActions);

/** `resources(['photos' => PhotoController::class])`. */
export const laravelResources: SpecialVerbCode = (interpreter, node, call) => addMany(interpreter, node, call, actions);
export const laravelApiResources: SpecialVerbCode = (interpreter, node, call) =>
  addMany(
    interpreter,
    node,
    call,
    actions.filter((action) => !isForm(action)),
  );

/** AdonisJS: `shallowResource('posts.comments', Controller)`. */
export const shallowResource: SpecialVerbCode = (interpreter, node, call) => {
  const made = addOne(interpreter, node, call, actions);
  if (made?.kind === 'router') laravelShallow(interpreter, made.node, call);
  return made;
};

export const apiOnly: SpecialVerbCode = (_interpreter, node) => {
  node.routes = node.routes.filter((route) => !/(?:^|@)(?:create|edit)$/.test(route.handler ?? ''));
  return undefined;
};

function addOne(
  interpreter: Interpreter,
  node: RouterNode,
  call: PendingCall,
  list: readonly Action[],
): Value | undefined {
  const [nameArgument, controller, options] = call.args;
  const [name] = textsOf(nameArgument?.value);
  if (name === undefined) return undefined;
  const child = node.branch('', call.line, 'path');
  interpreter.nodes.push(child);
  const chosen = limited(list, options);
  add(child, {
    name,
    controller: controller === undefined ? '' : (namesOf(controller)[0] ?? ''),
    actions: chosen,
    call,
  });
  return { kind: 'router', node: child };
}

/** `['only' => ['index']]` as the third argument. */
function limited(list: readonly Action[], options: PassedArgument | undefined): readonly Action[] {
  if (options?.value.kind !== 'map') return list;
  const only = textsOf(options.value.entries.get('only'));
  const except = textsOf(options.value.entries.get('except'));
  return list.filter((action) => (only.length === 0 || only.includes(action.name)) && !except.includes(action.name));
}

function addMany(interpreter: Interpreter, node: RouterNode, call: PendingCall, list: readonly Action[]): undefined {
  const { value, source } = call.args[0] ?? {};
  if (value?.kind !== 'map') return undefined;
  const written = source?.is === 'map' ? source.entries : [];
  [...value.entries.keys()].forEach((name, at) => {
    const child = node.branch('', call.line, 'path');
    interpreter.nodes.push(child);
    const entry = written[at];
    const controller =
      entry === undefined ? '' : (namesOf({ value: { kind: 'unknown' }, source: entry.value })[0] ?? '');
    const line = value.lines?.get(name) ?? call.line;
    add(child, { name, controller, actions: limited(list, call.args[1]), call: { ...call, line } });
  });
  return undefined;
}

function add(node: RouterNode, { name, controller, actions: list, call }: Resource): void {
  const parts = name.split('.');
  const own = parts.pop() ?? name;
  // AdonisJS calls the parameter of the thing itself `id`, and those above `post_id`.
  const isAdonis = node.rule.id === 'adonis';
  const above = (part: string): string => `${parameterOf(part)}${isAdonis ? '_id' : ''}`;
  const item = isAdonis || list === thinkActions ? 'id' : parameterOf(own);
  const base = [...parts.map((part) => `${part}/{${above(part)}}`), own].join('/');
  node.notes.set('own', own);
  node.notes.set('base', base);
  for (const action of list)
    node.routes.push({
      methods: action.methods,
      path: `${base}${action.path.replace('{}', `{${item}}`)}`,
      file: call.frame.unit.path,
      line: call.line,
      handler: controller === '' ? action.name : `${controller}@${action.name}`,
      middleware: [],
      declared: 'implied',
    });
}

/** The last word of the name in the singular. */
function parameterOf(resource: string): string {
  return singular(resource.slice(resource.lastIndexOf('/') + 1).replace(/-/g, '_'));
}

/** `->parameters(['users' => 'admin_user'])`. */
export const laravelParameters: SpecialVerbCode = (_interpreter, node, call) => {
  const names = call.args[0]?.value;
  if (names?.kind !== 'map') return undefined;
  for (const [resource, value] of names.entries) {
    const parameter = textOf(value);
    if (parameter === undefined) continue;
    node.routes = node.routes.map((route) => ({
      ...route,
      path: route.path.replace(`{${parameterOf(resource)}}`, `{${parameter}}`),
    }));
  }
  return undefined;
};

/** `->shallow()`: what names one thing lies without the parents. */
export const laravelShallow: SpecialVerbCode = (_interpreter, node) => {
  const own = node.notes.get('own') ?? '';
  const base = node.notes.get('base') ?? '';
  node.routes = node.routes.map((route) =>
    route.path.startsWith(`${base}/{`) ? { ...route, path: `${own}${route.path.slice(base.length)}` } : route,
  );
  return undefined;
};
