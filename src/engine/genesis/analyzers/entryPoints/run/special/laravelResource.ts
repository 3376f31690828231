import { namesOf } from '../handlerName';
import type { RouterNode } from '../routerNode';
import { textsOf } from '../values';
import type { SpecialVerbCode } from './specialVerb';

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

/** `resource('articles.comments', Controller)`: the seven actions of a resource, below its parents. */
export const laravelResource: SpecialVerbCode = (interpreter, node, call) => {
  const [nameArgument, controller] = call.args;
  const [resource] = textsOf(nameArgument?.value);
  if (resource === undefined) return undefined;
  const child = node.branch('', call.line, 'path');
  interpreter.nodes.push(child);
  addActions(
    child,
    resource,
    controller === undefined ? '' : (namesOf(controller)[0] ?? ''),
    call.frame.unit.path,
    call.line,
  );
  return { kind: 'router', node: child };
};

export function addActions(node: RouterNode, resource: string, controller: string, file: string, line: number): void {
  const parts = resource.split('.');
  const own = parts.pop() ?? resource;
  const parents = parts.map((part) => `${part}/{${parameterOf(part)}}`);
  const base = [...parents, own].join('/');
  const parameter = `{${parameterOf(own)}}`;
  for (const action of actions) {
    const handler = controller === '' ? action.name : `${controller}@${action.name}`;
    node.routes.push({
      methods: action.methods,
      path: `${base}${action.path.replace('{}', parameter)}`,
      file,
      line,
      handler,
      middleware: [],
      declared: 'implied',
    });
  }
}

/** The last word of the name in the singular. */
function parameterOf(resource: string): string {
  const word = resource.slice(resource.lastIndexOf('/') + 1).replace(/-/g, '_');
  return singular(word);
}

export function singular(word: string): string {
  if (/(?:ss|us|is)$/i.test(word)) return word;
  if (/ies$/i.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ses|xes|zes|ches|shes)$/i.test(word)) return word.slice(0, -2);
  return /s$/i.test(word) ? word.slice(0, -1) : word;
}

export const apiOnly: SpecialVerbCode = (_interpreter, node) => {
  node.routes = node.routes.filter((route) => !/(?:^|@)(?:create|edit)$/.test(route.handler ?? ''));
  return undefined;
};
