import type { Expression } from '../../../program/program';
import type { PendingCall } from '../../calls/pendingCall';
import type { Interpreter } from '../../interpreter';
import { embeddedRouter } from '../../objects/embeddedRouter';
import { registerRoute } from '../../routers/registering';
import type { RouterNode } from '../../routers/routerNode';
import type { PassedArgument, Value } from '../../values';
import { optionsOf, routersIn, textOf, unknown } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

/** `AddRoutes([]rest.Route{…}, rest.WithPrefix("/v1"))`: the options behind the table say where it lies. */
export const goZeroRoutes: SpecialVerbCode = (interpreter, node, call) => {
  const nodes = call.args.flatMap(({ value }) => routersIn(value));
  const options = nodes.filter((given) => given.routes.length === 0 && given.prefix !== '');
  const prefix = options.map((given) => given.prefix).join('');
  const below = prefix === '' && !options.some(({ isLost }) => isLost) ? node : node.branch(prefix, call.line);
  below.isLost ||= options.some(({ isLost }) => isLost);
  if (below !== node) interpreter.nodes.push(below);
  for (const filled of nodes) if (filled.routes.length > 0) below.mount(filled);
  for (const argument of call.args) addDescribed(interpreter, below, argument, call);
  return undefined;
};

/** Each map of a list, whichever list it stands in, describes one route. */
function addDescribed(interpreter: Interpreter, node: RouterNode, argument: PassedArgument, call: PendingCall): void {
  const { source } = argument;
  for (const option of optionsOf(argument.value)) {
    if (option.kind === 'list')
      for (const value of option.items) addDescribed(interpreter, node, { value, source }, call);
    if (option.kind !== 'map' || textOf(option.entries.get('Path')) === undefined) continue;
    const handler = writtenHandler(source, option.line);
    const one: PendingCall = {
      ...call,
      line: option.line,
      args: [
        { value: option, source },
        ...(handler === undefined ? [] : [{ value: unknown, source: handler, name: 'Handler' }]),
      ],
    };
    registerRoute(
      interpreter,
      node,
      { does: 'route', path: 'Path', methods: { from: 'Method', otherwise: ['ANY'] }, handler: 'Handler' },
      one,
    );
  }
}

/** What is written for the handler in the part of a table that begins at a line. */
function writtenHandler(source: Expression, line: number): Expression | undefined {
  const items = source.is === 'list' ? source.items : [source];
  const row = items.find((item) => item.is === 'call' && item.line === line);
  return row?.is === 'call' ? row.args.find(({ name }) => name === 'Handler')?.value : undefined;
}

/** `humachi.New(router, config)`: its operations are routes of that router. */
export const humaApi: SpecialVerbCode = (_interpreter, node, call) => {
  const [host] = [call.args[1], call.args[0]].flatMap((argument) => routersIn(argument?.value));
  host?.mount(node);
  return undefined;
};

/** `huma.NewGroup(api, "/v1")`. */
export const humaGroup: SpecialVerbCode = (_interpreter, node, call) => {
  const [api, ...prefixes] = call.args;
  const texts = prefixes.flatMap(({ value }) => textOf(value) ?? []);
  for (const host of routersIn(api?.value)) {
    for (const prefix of texts.length > 0 ? texts : ['']) host.mount(node, prefix);
  }
  return undefined;
};

/** `guarded(huma.Operation{…}, scope)`: what a function of the project adds to an operation leaves its path as it is. */
function describedOperation(interpreter: Interpreter, argument: PassedArgument, call: PendingCall): PassedArgument {
  if (argument.value.kind !== 'unknown' || argument.source.is !== 'call') return argument;
  for (const { value: source } of argument.source.args) {
    if (source.is !== 'call' || source.makes !== true) continue;
    const value = interpreter.evaluate(source, call.frame);
    if (value.kind === 'map' && value.entries.has('Path')) return { ...argument, value };
  }
  return argument;
}

/** `huma.Get(api, "/users", list)` and `huma.Register(api, huma.Operation{…}, list)`. */
export const humaRoute: SpecialVerbCode = (interpreter, node, call): Value | undefined => {
  const [api, written, ...rest] = call.args;
  const args = written === undefined ? [] : [describedOperation(interpreter, written, call), ...rest];
  // A struct of the project may stand around the API that it embeds.
  const [host = embeddedRouter(interpreter, api?.value) ?? node] = routersIn(api?.value);
  // Whose operations they are is not known, so where they lie is not either.
  if (host === node) node.isLost = true;
  const verb = /^[A-Z][a-z]+$/.exec(call.verb ?? '')?.[0] ?? 'Register';
  const isDescribed = args[0]?.value.kind === 'map';
  registerRoute(
    interpreter,
    host,
    isDescribed
      ? { does: 'route', path: 'Path', methods: { from: 'Method', otherwise: ['ANY'] }, handler: 1 }
      : { does: 'route', path: 0, methods: verb.toUpperCase(), handler: 1 },
    { ...call, args },
  );
  return undefined;
};
