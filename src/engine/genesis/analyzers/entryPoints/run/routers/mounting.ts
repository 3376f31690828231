import { choiceOf } from '../../program/program';
import type { MountVerb } from '../../rules/routerRule';
import { argumentAt, positional, valueAt } from '../arguments';
import { nodeOfAttributes } from '../attributes';
import type { PendingCall } from '../calls/pendingCall';
import { nameOf } from '../expressions';
import { nodeOfHandlers } from '../handlerClasses';
import type { Interpreter } from '../interpreter';
import type { PassedArgument, Value } from '../values';
import { hole, holeStart, optionsOf, pathTexts, routersIn, textsOf } from '../values';
import { namesOf } from './handlerName';
import { isNothingAtAll, prefixText } from './prefixText';
import { registerRoute } from './registering';
import { RouterNode } from './routerNode';

/** Names of variables that hold a path rather than a middleware. */
const pathName = /path|prefix|url|base|route|endpoint|version|api/i;

/** Puts the routers among the arguments below `node`; gives back the node that was put there last. */
export function mountArguments(
  interpreter: Interpreter,
  node: RouterNode,
  verb: MountVerb,
  call: PendingCall,
): RouterNode | undefined {
  const prefixArgument = argumentAt(call.args, verb.prefix);
  const targets = targetsOf(verb, call.args, prefixArgument);
  const prefixes = prefixesOf(prefixArgument, targets);
  const isPrefix = prefixes.some((prefix) => prefix !== '');
  const rest = prefixes.length > 0 ? targets.filter((target) => target !== prefixArgument) : targets;
  const isUnknown = isPlaceUnknown(prefixArgument, prefixes);
  const middleware = verb.middleware === true ? middlewareIn(rest) : [];
  const isPath = isUnknown && isPathArgument(interpreter, verb, prefixArgument);
  const places = isPrefix ? prefixes : [''];
  // A row of a table says where the route stands that a loop makes of it.
  const row = pathTexts(prefixArgument?.value).find(({ at }) => at?.isRow === true)?.at;
  const place =
    row === undefined
      ? { file: call.frame.unit.path, line: prefixArgument?.line ?? call.line }
      : { file: row.file, line: row.line };
  let last: RouterNode | undefined;
  for (const prefix of places) {
    for (const target of rest)
      for (const child of childrenOf(interpreter, node, verb, target, isUnknown && isPath ? undefined : prefix, call)) {
        // Where its path is not known, a route is better left out than said to lie at the router's own.
        if (isUnknown && child.stands === 'path') child.isMounted = true;
        else if (isUnknown && isPath) interpreter.doubtful.push({ node, child });
        else if (!isOtherBranch(interpreter, call, child, prefix))
          node.mount(child, prefix, middleware, child.stands === 'path' && prefix !== '' ? place : undefined, place);
        last = child;
      }
  }
  if (verb.replaces === true && isPrefix)
    node.replaceBelow(
      rest.flatMap((target) => routersIn(target.value)),
      places,
    );
  if (last !== undefined) return last;
  if (rest.some((target) => target !== prefixArgument && isAnything(target, call)))
    interpreter.takers.push(...takersAt(interpreter, node, prefixArgument, call.line));
  // `app.use('/users', ctx.users)`: whoever keeps a router under that name is found when all is read.
  const [kept] = rest.slice(-1);
  if (isPrefix && verb.middleware === true && kept?.source.is === 'member' && kept.value.kind === 'unknown')
    for (const prefix of places)
      interpreter.remarks.push({
        kind: 'keptMount',
        value: { kind: 'router', node },
        text: `${prefix} ${kept.source.name}`,
      });
  for (const { source, value } of rest)
    if (verb.middleware !== true && source.is === 'name' && (value.kind === 'external' || value.kind === 'unknown'))
      interpreter.unfound.push({
        node,
        name: source.name,
        prefix: places[0] ?? '',
        isLost: isPath,
        replaces: verb.replaces === true && isPrefix,
      });
  if (verb.orRoute !== undefined && isPrefix) {
    registerRoute(
      interpreter,
      node,
      { does: 'route', methods: verb.orRoute.methods, path: verb.prefix ?? 0, methodInPath: true },
      call,
    );
  } else if (verb.middleware === true && !isPrefix) node.middleware.push(...middleware);
  return undefined;
}

/** The router itself, or one below it where a prefix is said. */
function takersAt(
  interpreter: Interpreter,
  node: RouterNode,
  prefix: PassedArgument | undefined,
  line: number,
): RouterNode[] {
  const { text = '', isLost } = prefixText(interpreter, prefix);
  if (isLost) return [];
  if (text === '') return [node];
  const below = node.branch(text, line);
  interpreter.nodes.push(below);
  return [below];
}

/** `for module in find_modules(): app.register_blueprint(module.blueprint)`: what the loop goes over is not known. */
function isAnything({ source, value }: PassedArgument, { frame }: PendingCall): boolean {
  if (frame.unit.program.language !== 'python' || value.kind !== 'unknown') return false;
  // `for found in inspect.getmembers(module): app.register_blueprint(found[1])`
  const of = source.is === 'member' ? source.of : (choiceOf(source)?.of ?? source);
  return of.is === 'name' && frame.scope.own(of.name)?.kind === 'unknown';
}

/** `if prefix: app.register_blueprint(one, url_prefix=prefix)` and, otherwise, `app.register_blueprint(one)`. */
function isOtherBranch(interpreter: Interpreter, { frame }: PendingCall, child: RouterNode, prefix: string): boolean {
  if (frame.of === undefined) return false;
  const known = interpreter.prefixed.get(frame) ?? new Set();
  if (prefix === '') return known.has(child);
  // A prefix of which nothing is known may be none.
  if (prefix.includes(holeStart)) return false;
  interpreter.prefixed.set(frame, known.add(child));
  return false;
}

function isPlaceUnknown(argument: PassedArgument | undefined, prefixes: readonly string[]): boolean {
  return argument !== undefined && prefixes.length === 0 && routersIn(argument.value).length === 0;
}

/** Where middleware may stand in its place, a path is known by its name. */
function isPathArgument(interpreter: Interpreter, verb: MountVerb, argument: PassedArgument | undefined): boolean {
  if (argument === undefined || !prefixText(interpreter, argument).isLost) return false;
  return verb.middleware !== true || /(?:path|prefix|url|base|endpoint)$/i.test(nameOf(argument.source));
}

function targetsOf(
  verb: MountVerb,
  args: readonly PassedArgument[],
  prefix: PassedArgument | undefined,
): readonly PassedArgument[] {
  if (verb.what === undefined) return positional(args);
  const places = Array.isArray(verb.what) ? verb.what : [verb.what];
  const found = places.flatMap((place) => argumentAt(args, place) ?? []);
  return prefix !== undefined && typeof verb.prefix === 'number'
    ? [prefix, ...found.filter((target) => target !== prefix)]
    : found;
}

function prefixesOf(argument: PassedArgument | undefined, targets: readonly PassedArgument[]): string[] {
  if (argument === undefined) return [];
  const texts = textsOf(argument.value);
  // `/users/*` and `*` say that everything below is meant.
  if (texts.length > 0) return texts.map((text) => text.replace(/\/?\*+$/, ''));
  const { value, source } = argument;
  if (isNothingAtAll(value)) return [''];
  if (value.kind !== 'unknown' || value.holds !== undefined) return [];
  if (source.is !== 'name' && source.is !== 'member') return [];
  const hasRouter = targets.some((target) => target !== argument && routersIn(target.value).length > 0);
  return hasRouter && pathName.test(source.name) ? [hole(source.name)] : [];
}

function middlewareIn(targets: readonly PassedArgument[]): string[] {
  return targets
    .filter(
      (target) => routersIn(target.value).length === 0 && target.value.kind !== 'text' && target.value.kind !== 'map',
    )
    .flatMap((target) => namesOf(target))
    .filter((name) => !name.endsWith('allowedMethods'));
}

/** `prefix` left out: where they lie nothing tells. */
function childrenOf(
  interpreter: Interpreter,
  node: RouterNode,
  verb: MountVerb,
  target: PassedArgument,
  prefix: string | undefined,
  call: PendingCall,
): RouterNode[] {
  const routers = routersIn(target.value).filter((child) => child !== node);
  if (routers.length > 0 && node.rule.handlerClasses === undefined) return routers;
  const annotated = functionsIn(target.value).flatMap((value) => nodeOfAttributes(interpreter, value, node.rule) ?? []);
  const classes = classesIn(target.value).flatMap((value) => nodeOfHandlers(interpreter, value) ?? []);
  if (annotated.length + classes.length > 0) return [...routers, ...annotated, ...classes];
  if (routers.length > 0) return routers;
  if (verb.calls !== true) return mountedObjects(interpreter, target.value);
  const functions = optionsOf(target.value).flatMap((option) => callable(interpreter, option));
  return functions.map((value) => {
    const child = new RouterNode(node.rule, { file: call.frame.unit.path, line: call.line });
    interpreter.nodes.push(child);
    if (prefix === undefined) node.mountSomewhere(child);
    else node.mount(child, prefix);
    fillBy(interpreter, child, value, call);
    return child;
  });
}

/** A list given to a mount may hold objects of the project that carry their router in a field. */
function mountedObjects(_interpreter: Interpreter, value: Value): RouterNode[] {
  return optionsOf(value).flatMap((option) =>
    option.kind === 'object' ? routersIn(option.fields.get('router') ?? option.fields.get('routes')) : [],
  );
}

function callable(interpreter: Interpreter, value: Value): Extract<Value, { kind: 'function' }>[] {
  if (value.kind === 'function') return [value];
  if (value.kind === 'list') return value.items.flatMap((item) => callable(interpreter, item));
  if (value.kind !== 'module') return [];
  const inside = interpreter.modules.moduleMember(value, 'default');
  return inside?.kind === 'function' ? [inside] : [];
}

function fillBy(
  interpreter: Interpreter,
  child: RouterNode,
  value: Extract<Value, { kind: 'function' }>,
  call: PendingCall,
): void {
  const source = { is: 'other' } as const;
  const options = valueAt(call.args, 1);
  const args: PassedArgument[] = [{ value: { kind: 'router', node: child }, source }];
  if (options !== undefined && options.kind === 'map') args.push({ value: options, source });
  interpreter.withAmbient(child, () => interpreter.callFunction(value, args));
}

function functionsIn(value: Value, depth = 0): Extract<Value, { kind: 'function' }>[] {
  return optionsOf(value).flatMap((option) => {
    if (option.kind === 'function') return [option];
    return option.kind === 'list' && depth < 4 ? option.items.flatMap((item) => functionsIn(item, depth + 1)) : [];
  });
}

function classesIn(value: Value, depth = 0): Extract<Value, { kind: 'class' }>[] {
  return optionsOf(value).flatMap((option) => {
    if (option.kind === 'class') return [option];
    return option.kind === 'list' && depth < 4 ? option.items.flatMap((item) => classesIn(item, depth + 1)) : [];
  });
}
