import type { PendingCall } from '../../calls/pendingCall';
import type { Interpreter } from '../../interpreter';
import type { RouterNode } from '../../routers/routerNode';
import { textsOf } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';
import { railsBranch, useConcerns, variantsOf } from './rails';
import {
  blockOf,
  formatOf,
  handlerOf,
  isOn,
  itemPath,
  names,
  option,
  optionText,
  pathOption,
  setModule,
} from './railsOptions';
import { plural, singular } from './singular';

interface Action {
  readonly name: string;
  readonly methods: readonly string[];
  readonly path: string;
  readonly onItem: boolean;
}

const manyActions: readonly Action[] = [
  { name: 'index', methods: ['GET'], path: '', onItem: false },
  { name: 'create', methods: ['POST'], path: '', onItem: false },
  { name: 'new', methods: ['GET'], path: 'new', onItem: false },
  { name: 'edit', methods: ['GET'], path: 'edit', onItem: true },
  { name: 'show', methods: ['GET'], path: '', onItem: true },
  { name: 'update', methods: ['PATCH', 'PUT'], path: '', onItem: true },
  { name: 'destroy', methods: ['DELETE'], path: '', onItem: true },
];
const oneActions: readonly Action[] = manyActions
  .filter((action) => action.name !== 'index')
  .map((action) => ({ ...action, onItem: false }));

export const railsResources: SpecialVerbCode = (interpreter, node, call) => {
  for (const name of names(call)) addResource(interpreter, node, call, name, true);
  return undefined;
};

export const railsResource: SpecialVerbCode = (interpreter, node, call) => {
  for (const name of names(call)) addResource(interpreter, node, call, name, false);
  return undefined;
};

function addResource(interpreter: Interpreter, node: RouterNode, call: PendingCall, name: string, many: boolean): void {
  // `resource :list, path: '(:status)'` lies at two paths.
  const { text, isLost } = pathOption(interpreter, call, name);
  for (const path of variantsOf(text ?? (isLost ? '' : name)))
    addResourceAt(interpreter, node, call, { name, path, many, isLost });
}

interface ResourcePlace {
  readonly name: string;
  readonly path: string;
  readonly many: boolean;
  /** Its path is made elsewhere. */
  readonly isLost: boolean;
}

function addResourceAt(
  interpreter: Interpreter,
  node: RouterNode,
  call: PendingCall,
  { name, path, many, isLost }: ResourcePlace,
): void {
  const isNested = node.notes.get('kind') === 'resources';
  const below = isNested ? itemPath(node, 'nested') : '';
  const resource = railsBranch(interpreter, node, `${below}/${path}`, call.line);
  resource.isLost ||= isLost;
  setModule(resource, optionText(call, 'module'));
  resource.notes.set('controller', optionText(call, 'controller') ?? (many ? name : plural(name)));
  resource.notes.set('kind', 'resources');
  resource.notes.delete('param');
  resource.notes.delete('nestedParam');
  const parameter = optionText(call, 'param') ?? 'id';
  if (many) {
    resource.notes.set('param', parameter);
    resource.notes.set('nestedParam', `${singular(name)}_${parameter}`);
  }
  const item = many ? itemNode(interpreter, node, resource, call, path, isNested) : resource;
  addActions(interpreter, resource, item, call, many);
  // What is nested is filled into the resource, whose item carries the parameter of its own name.
  const block = blockOf(call);
  const filled = many && item !== resource && item.notes.has('shallowItem') ? item : resource;
  const nodeToFill = filled === resource ? resource : shallowResource(filled, resource);
  if (block !== undefined) interpreter.routers.fill(nodeToFill, block);
  useConcerns(interpreter, nodeToFill, textsOf(option(call, 'concerns')));
}

/** The node under which the actions on one item lie; a shallow resource has it outside of its parents. */
function itemNode(
  interpreter: Interpreter,
  node: RouterNode,
  resource: RouterNode,
  call: PendingCall,
  path: string,
  isNested: boolean,
): RouterNode {
  const isShallow = isOn(option(call, 'shallow')) || node.notes.get('shallow') === 'true';
  if (isShallow) resource.notes.set('shallow', 'true');
  const base = interpreter.shallowBases.get(node);
  if (isShallow && isNested && base !== undefined) {
    const outside = railsBranch(interpreter, base, path, call.line);
    outside.isLost ||= resource.isLost;
    interpreter.shallowBases.set(outside, base);
    interpreter.shallowBases.set(resource, base);
    for (const [key, note] of resource.notes) outside.notes.set(key, note);
    outside.notes.set('shallowItem', 'true');
    interpreter.shallowCollections.set(outside, resource);
    return outside;
  }
  interpreter.shallowBases.set(resource, isNested ? (base ?? node) : node);
  return resource;
}

/** Nested resources of a shallow one hang on its short path. */
function shallowResource(item: RouterNode, resource: RouterNode): RouterNode {
  item.notes.set('kind', 'resources');
  const controller = resource.notes.get('controller');
  if (controller !== undefined) item.notes.set('controller', controller);
  return item;
}

function addActions(
  interpreter: Interpreter,
  resource: RouterNode,
  item: RouterNode,
  call: PendingCall,
  many: boolean,
): void {
  const isLimited = option(call, 'only') !== undefined || option(call, 'except') !== undefined;
  const limit = (name: 'only' | 'except'): readonly string[] | undefined =>
    isLimited ? option(call, name) && textsOf(option(call, name)) : resource.notes.get(name)?.split(' ');
  const only = limit('only');
  const except = limit('except') ?? [];
  const pathNames = option(call, 'path_names');
  const parameter = resource.notes.get('param');
  for (const action of many ? manyActions : oneActions) {
    const isForm = action.name === 'new' || action.name === 'edit';
    if (
      only === undefined ? isForm && interpreter.settings.get('rails.apiOnly') === 'true' : !only.includes(action.name)
    )
      continue;
    if (except.includes(action.name)) continue;
    const renamed = pathNames?.kind === 'map' ? textsOf(pathNames.entries.get(action.name))[0] : undefined;
    const word = isForm ? (renamed ?? action.path) : action.path;
    const target = action.onItem ? item : resource;
    target.routes.push({
      methods: action.methods,
      path: `${action.onItem && parameter !== undefined ? `{${parameter}}/` : ''}${word}${formatOf(resource, call)}`,
      file: call.frame.unit.path,
      line: call.line,
      handler: handlerOf(resource, undefined, action.name),
      middleware: [],
      declared: 'implied',
    });
  }
}
