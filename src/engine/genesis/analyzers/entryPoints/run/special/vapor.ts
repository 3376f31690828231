import type { PendingCall } from '../calls/pendingCall';
import type { Interpreter } from '../interpreter';
import { functionNameOf } from '../routers/handlerName';
import { methodsIn } from '../routers/registering';
import { optionsOf, type PassedArgument, textsOf, type Value } from '../values';
import type { SpecialVerbCode } from './specialVerb';

const source = { is: 'other' } as const;

/** The parts of a path; `undefined` where one of them is not known. */
function partsOf(interpreter: Interpreter, args: readonly PassedArgument[]): string[] | undefined {
  const parts: string[] = [];
  for (const argument of args) {
    const value = computed(interpreter, argument.value);
    const texts = textsOf(value);
    const isKnown = texts.length > 0 || (value.kind === 'list' && value.items.length === 0);
    const written = isKnown ? texts : component(argument);
    if (written === undefined) return undefined;
    parts.push(...written);
  }
  return parts;
}

/** A property that makes a part of a path is a function without parameters. */
function computed(interpreter: Interpreter, value: Value): Value {
  if (value.kind !== 'function' || interpreter.declarationOf(value)?.parameters.length !== 0) return value;
  return interpreter.callFunction(value, []);
}

/** `.parameter("id")`, `.constant("users")`, `.catchall`, and `User.parameter` of older versions. */
function component({ source: written }: PassedArgument): string[] | undefined {
  const callee = written.is === 'call' ? written.callee : written;
  if (callee.is !== 'member') return undefined;
  const [argument] = written.is === 'call' ? written.args : [];
  const name = argument?.value.is === 'text' ? argument.value.text : undefined;
  if (callee.name === 'constant' && name !== undefined) return [name];
  if (callee.name === 'catchall') return ['**'];
  if (callee.name === 'anything') return ['*'];
  if (callee.name !== 'parameter') return undefined;
  const owner = callee.of.is === 'name' ? callee.of.name : 'id';
  return [`:${name ?? owner.charAt(0).toLowerCase() + owner.slice(1)}`];
}

const plain = (call: PendingCall): PassedArgument[] => call.args.filter((argument) => argument.name === undefined);

/** `app.get("users", ":id", use: show)`, `app.on(.POST, "upload") { req in … }`. */
export const vaporRoute: SpecialVerbCode = (interpreter, node, call) => {
  const args = plain(call);
  const isOn = call.verb === 'on';
  const handler = call.args.find(({ name }) => name === 'use' || name === '&' || name === 'onUpgrade');
  const path = partsOf(interpreter, isOn ? args.slice(1) : args);
  if (handler === undefined || path === undefined) return undefined;
  const methods = isOn
    ? methodsIn(args[0]?.value)
    : [call.verb === 'webSocket' ? 'WS' : (call.verb ?? '').toUpperCase()];
  const written = functionNameOf(handler.source)?.replace(/^self\./, '');
  node.routes.push({
    methods: methods.length === 0 ? ['ANY'] : methods,
    path: path.join('/').replace(/(^|\/)\*\*$/, '$1*'),
    file: call.frame.unit.path,
    line: call.line,
    middleware: [],
    declared: 'explicit',
    ...(written === undefined ? {} : { handler: written }),
  });
  return undefined;
};

/** `routes.grouped("users")`, `routes.group(auth) { users in … }`: parts of a path, or middleware. */
export const vaporGroup: SpecialVerbCode = (interpreter, node, call) => {
  const known = plain(call).map((argument) => ({ argument, parts: partsOf(interpreter, [argument]) }));
  const child = node.branch(known.flatMap(({ parts }) => parts ?? []).join('/'), call.line);
  interpreter.nodes.push(child);
  for (const { argument, parts } of known) {
    if (parts !== undefined) continue;
    if (isPart(argument.source)) child.isLost = true;
    else child.given.push(...guardNames(argument.source));
  }
  const filling = call.args.find(({ name }) => name === '&')?.value;
  if (filling?.kind === 'function') interpreter.routers.fill(child, filling);
  return { kind: 'router', node: child };
};

/** What is written for a part of a path and is no text: `PathComponent(stringLiteral: prefix)`, `settings.apiPath`. */
const isPart = (source: PassedArgument['source']): boolean =>
  source.is !== 'list' && /^PathComponent$|(?:path|prefix|version|component)s?$/i.test(functionNameOf(source) ?? '');

function guardNames(source: PassedArgument['source']): string[] {
  const sources = source.is === 'list' ? source.items : [source];
  return sources.flatMap((each) => functionNameOf(each) ?? []);
}

/** `app.register(collection: Users())`: what its `boot` says. */
export const vaporRegister: SpecialVerbCode = (interpreter, node, call) => {
  const collection = call.args.find(({ name }) => name === 'collection') ?? call.args[0];
  for (const option of optionsOf(collection?.value)) {
    if (option.kind !== 'object') continue;
    const boot = interpreter.ancestry.method(option.type, 'boot');
    if (boot !== undefined) interpreter.callFunction(boot, [{ value: { kind: 'router', node }, source }], option);
  }
  return undefined;
};
