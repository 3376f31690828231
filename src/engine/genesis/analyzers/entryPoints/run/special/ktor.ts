import { positional } from '../arguments';
import type { PendingCall } from '../calls/pendingCall';
import type { Interpreter } from '../interpreter';
import { prefixText } from '../routers/prefixText';
import { methodsIn, registerRoute } from '../routers/registering';
import type { RouterNode } from '../routers/routerNode';
import {
  type ClassValue,
  optionsOf,
  type PassedArgument,
  type TextValue,
  textOf,
  textsOf,
  type Value,
} from '../values';
import type { SpecialVerbCode } from './specialVerb';

function fillLast(interpreter: Interpreter, node: RouterNode, args: readonly PassedArgument[]): void {
  const callback = args.at(-1)?.value;
  if (callback?.kind === 'function') interpreter.routers.fill(node, callback);
}

/** `get("/users") { … }`, `get { … }`, or `get<Users> { … }` for a class with `@Resource("/users")`. */
export const ktorVerb: SpecialVerbCode = (interpreter, node, call) => {
  const method = (call.verb ?? 'get').toUpperCase();
  // Without anything that handles it, it belongs to a description of an API or to a client.
  if (!call.args.some(({ source }) => source.is !== 'text' && source.is !== 'join')) return undefined;
  const typed = typeOf(call);
  if (typed !== undefined) {
    const path = resourcePath(interpreter, typed, 0);
    // Inside of an extension of the project its own call says the place.
    const place = isHandedIn(call, typed) ? placeOf(call.frame.scope.get('<at>')) : undefined;
    if (path !== undefined)
      node.routes.push({
        methods: [method],
        path,
        file: place?.file ?? call.frame.unit.path,
        line: place?.line ?? call.line,
        middleware: [],
        declared: 'explicit',
      });
    return undefined;
  }
  // A class that is not in the project, or the `T` of an extension that nothing calls.
  if (call.args.some(({ name }) => name === '<>') && !saysPath(call)) return undefined;
  // `put("type", type)` inside of what builds JSON: behind the path stands a function.
  const [, ...behind] = positional(call.args);
  const last = behind.at(-1);
  const isHandler = last === undefined || last.source.is === 'function' || last.value.kind === 'function';
  if (!isHandler && !handsOnHandler(interpreter, node, call, last)) return undefined;
  const isPath = positional(call.args)[0]?.source.is !== 'function';
  const args = isPath ? call.args : [];
  registerRoute(
    interpreter,
    node,
    { does: 'route', methods: method, path: ['path', 0], pathOptional: true, handler: 'none' },
    { ...call, args },
  );
  return undefined;
};

/** `fun Route.getAndPost(path: String, body: Handler) { get(path, body) }`: what handles it is a parameter. */
function handsOnHandler(interpreter: Interpreter, node: RouterNode, call: PendingCall, last: PassedArgument): boolean {
  const { of } = call.frame;
  const declared = of === undefined ? undefined : interpreter.declarationOf(of);
  const receiver = declared?.receiver?.type;
  if (receiver === undefined || node.rule.types?.includes(receiver) !== true || last.source.is !== 'name') return false;
  const { name } = last.source;
  const taken = declared?.parameters.find((parameter) => parameter.name === name);
  return taken !== undefined && !/^(?:String|Int|Long|Boolean|Any)\b/.test(taken.type ?? '');
}

const saysPath = (call: PendingCall): boolean => textOf(positional(call.args)[0]?.value) !== undefined;

/** `get<Users>`, or `get<T>` where the function at hand was called with a class for its `T`. */
function typeOf(call: PendingCall): ClassValue | undefined {
  const value = call.args.find((argument) => argument.name === '<>')?.value;
  if (value === undefined) return undefined;
  const found = [...optionsOf(value), ...optionsOf(call.frame.scope.get('<>'))].find(({ kind }) => kind === 'class');
  return found?.kind === 'class' ? found : undefined;
}

function isHandedIn(call: PendingCall, type: ClassValue): boolean {
  const given = call.frame.scope.get('<>');
  return given?.kind === 'class' && isSame(given, type);
}

const isSame = (one: ClassValue, other: ClassValue): boolean => one.unit === other.unit && one.id === other.id;

const placeOf = (value: Value | undefined): TextValue['at'] => (value?.kind === 'text' ? value.at : undefined);

/** The path of a resource class below that of the one that it has a property of: `val parent: Users`. */
function resourcePath(interpreter: Interpreter, type: ClassValue, depth: number): string | undefined {
  const declared = interpreter.classDeclarationOf(type);
  const frame = interpreter.objects.frameOf(type);
  for (const { value } of declared?.decorators ?? []) {
    if (value.is !== 'call' || value.callee.is !== 'name' || !/^(?:Resource|Location)$/.test(value.callee.name))
      continue;
    const own = textOf(interpreter.calls.args(value, frame)[0]?.value);
    if (own === undefined) return undefined;
    const types = depth > 6 ? [] : (declared?.fields ?? []).flatMap((field) => field.type ?? []);
    const outer = types
      .map((name) => classNamed(interpreter, name, frame))
      .find((found) => found !== undefined && !isSame(found, type) && isResource(interpreter, found));
    return `${outer === undefined ? '' : (resourcePath(interpreter, outer, depth + 1) ?? '')}/${own}`;
  }
  return undefined;
}

function isResource(interpreter: Interpreter, type: ClassValue): boolean {
  return (interpreter.classDeclarationOf(type)?.decorators ?? []).some(
    ({ value }) =>
      value.is === 'call' && value.callee.is === 'name' && /^(?:Resource|Location)$/.test(value.callee.name),
  );
}

function classNamed(interpreter: Interpreter, path: string, frame: PendingCall['frame']): ClassValue | undefined {
  const value = interpreter.names.lookup(path.slice(path.lastIndexOf('.') + 1), frame);
  return value.kind === 'class' ? value : undefined;
}

/** `route("/users") { … }`, `route("/users", HttpMethod.Get) { handle { … } }`. */
export const ktorRoute: SpecialVerbCode = (interpreter, node, call) => {
  const list = positional(call.args);
  const { text, isLost } = prefixText(interpreter, list[0]);
  const child = node.branch(text ?? '', call.line);
  child.isLost = isLost;
  interpreter.nodes.push(child);
  const methods = methodsIn(list[1]?.value);
  if (methods.length > 0) child.methods = methods;
  fillLast(interpreter, child, call.args);
  return { kind: 'router', node: child };
};

export const ktorMethod: SpecialVerbCode = (interpreter, node, call) => {
  const child = node.branch('', call.line);
  interpreter.nodes.push(child);
  const methods = methodsIn(call.args[0]?.value);
  if (methods.length > 0) child.methods = methods;
  fillLast(interpreter, child, call.args);
  return undefined;
};

export const ktorHandle: SpecialVerbCode = (_interpreter, node, call): Value | undefined => {
  node.routes.push({
    methods: node.methods ?? ['ANY'],
    path: '',
    file: call.frame.unit.path,
    line: call.line,
    middleware: [],
    declared: 'explicit',
  });
  return undefined;
};

/** `authenticate("jwt") { … }`. */
export const ktorAuthenticate: SpecialVerbCode = (interpreter, node, call) => {
  const child = node.branch('', call.line);
  interpreter.nodes.push(child);
  const names = positional(call.args).flatMap((argument) => textsOf(argument.value));
  child.given.push(...(names.length === 0 ? ['authenticate'] : names));
  fillLast(interpreter, child, call.args);
  return undefined;
};
