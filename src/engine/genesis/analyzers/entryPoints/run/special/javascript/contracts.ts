import { valueAt } from '../../arguments';
import type { PendingCall } from '../../calls/pendingCall';
import type { Interpreter } from '../../interpreter';
import { mountArguments } from '../../routers/mounting';
import type { RouterNode } from '../../routers/routerNode';
import type { MapValue, ObjectValue, Value } from '../../values';
import { optionsOf, routersIn, textOf, textsOf } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

/** `api({ expose: true, method: 'GET', path: '/users/:id' }, async ({ id }) => …)`; what is not exposed only services call. */
export const encoreApi: SpecialVerbCode = (_interpreter, node, call) => {
  const { args, frame, line } = call;
  const path = textOf(valueAt(args, 'path'));
  const methods = textsOf(valueAt(args, 'method')).map((method) => (method === '*' ? 'ANY' : method.toUpperCase()));
  if (path === undefined || methods.length === 0 || textOf(valueAt(args, 'expose')) !== 'true') return undefined;
  node.routes.push({ methods, path, file: frame.unit.path, line, middleware: [], declared: 'explicit' });
  return undefined;
};

const servers = /^(?:@ts-rest\/(?:express|fastify|nest|next|serverless|hono)|ts-rest-hono)(?:\/|$)/;

/** `c.router({ list: { method: 'GET', path: '/posts' }, users: usersContract }, { pathPrefix: '/api' })`. */
export const tsRestContract: SpecialVerbCode = (interpreter, node, call) => {
  const contract = interpreter.newNode(node.rule, call.frame.unit, call.line);
  contract.prefix = textOf(valueAt(call.args, 'pathPrefix')) ?? '';
  addContract(contract, call.args[0]?.value, call, 0);
  // What only clients are made of is what another project serves.
  contract.isMounted = !isServed(interpreter);
  return { kind: 'router', node: contract };
};

function addContract(node: RouterNode, value: Value | undefined, call: PendingCall, depth: number): void {
  if (value?.kind !== 'map' || depth > 8) return;
  for (const [key, entry] of value.entries) {
    for (const child of routersIn(entry)) node.mount(child);
    if (entry.kind !== 'map') continue;
    const path = textOf(entry.entries.get('path'));
    const method = textOf(entry.entries.get('method'));
    if (path === undefined || method === undefined) addContract(node, entry, call, depth + 1);
    else
      node.routes.push({
        methods: [method.toUpperCase()],
        path,
        file: value.file ?? call.frame.unit.path,
        line: lineOf(value, key, entry),
        middleware: [],
        declared: 'explicit',
        handler: key,
      });
  }
}

const lineOf = (map: MapValue, key: string, entry: MapValue): number => map.lines?.get(key) ?? entry.line;

const served = new WeakMap<Interpreter, boolean>();

function isServed(interpreter: Interpreter): boolean {
  let known = served.get(interpreter);
  if (known === undefined) {
    const { project } = interpreter;
    known = [...project.units.values()].some((unit) =>
      [...project.specifiersOf(unit)].some((specifier) => servers.test(specifier)),
    );
    served.set(interpreter, known);
  }
  return known;
}

/** By the method of a service the request that it answers. */
const services: Readonly<Record<string, readonly [method: string, onItem: boolean]>> = {
  find: ['GET', false],
  get: ['GET', true],
  create: ['POST', false],
  update: ['PUT', true],
  patch: ['PATCH', true],
  remove: ['DELETE', true],
};

/** `app.use('messages', new MessageService(), { methods: ['find', 'create'] })`; middleware as in Express. */
export const feathersUse: SpecialVerbCode = (interpreter, node, call) => {
  const path = textOf(call.args[0]?.value);
  const service = call.args[1];
  const object = optionsOf(service?.value).find((option) => option.kind === 'object' || option.kind === 'map');
  const isMade = service?.source.is === 'call' && service.source.makes === true;
  if (path === undefined || (object === undefined && !isMade)) {
    mountArguments(interpreter, node, { does: 'mount', prefix: 0, middleware: true }, call);
    return undefined;
  }
  const listed = textsOf(valueAt(call.args.slice(2), 'methods'));
  const names = listed.length > 0 ? listed : methodsOf(interpreter, object);
  for (const [name, [method, onItem]] of Object.entries(services))
    if (names.includes(name))
      node.routes.push({
        methods: [method],
        path: onItem ? `${path}/:id` : path,
        file: call.frame.unit.path,
        line: call.line,
        middleware: [],
        declared: 'implied',
        handler: name,
      });
  return undefined;
};

/** A class of a package above it has all of them. */
function methodsOf({ ancestry }: Interpreter, service: ObjectValue | MapValue | undefined): readonly string[] {
  const all = Object.keys(services);
  if (service?.kind === 'map') return all.filter((name) => service.entries.has(name));
  if (service === undefined) return all;
  const own = all.filter((name) => ancestry.method(service.type, name) !== undefined);
  return ancestry.baseNames(service.type).size > 0 ? all : own;
}
