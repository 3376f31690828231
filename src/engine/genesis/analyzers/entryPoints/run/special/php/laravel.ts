import { argumentAt, positional, valueAt } from '../../arguments';
import type { PendingCall } from '../../calls/pendingCall';
import type { Interpreter } from '../../interpreter';
import type { Unit } from '../../project/unit';
import { namesOf } from '../../routers/handlerName';
import { prefixText, setPrefix } from '../../routers/prefixText';
import type { RouterNode } from '../../routers/routerNode';
import { optionsOf, textOf, textsOf, type Value } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

function branch(interpreter: Interpreter, node: RouterNode, prefix: string, call: PendingCall): RouterNode {
  const child = node.branch(prefix, call.line);
  interpreter.nodes.push(child);
  return child;
}

const asValue = (node: RouterNode): Value => ({ kind: 'router', node });

/** Before a group it makes one, behind a route it changes it. */
export const laravelPrefix: SpecialVerbCode = (interpreter, node, call) => {
  const { text = '', isLost } = prefixText(interpreter, call.args[0]);
  const target = node.stands === 'path' ? node : branch(interpreter, node, text, call);
  target.isLost ||= isLost;
  if (target !== node) return asValue(target);
  node.prefix = `${text}/${node.prefix}`;
  return undefined;
};

export const laravelMiddleware: SpecialVerbCode = (interpreter, node, call) => {
  const names = call.args.flatMap((argument) => namesOf(argument));
  const target = node.stands === 'path' ? node : branch(interpreter, node, '', call);
  target.given.push(...names);
  return asValue(target);
};

/** `Route::controller(OrderController::class)->group(…)`: the routes inside name a method only. */
export const laravelController: SpecialVerbCode = (interpreter, node, call) => {
  const child = branch(interpreter, node, '', call);
  const [argument] = call.args;
  const name = argument === undefined ? undefined : namesOf(argument)[0];
  if (name !== undefined) child.notes.set('controller', name);
  return asValue(child);
};

/** `group(function () {…})`, `group([…options], function () {…})`, `group(base_path('routes/api.php'))`. */
export const laravelGroup: SpecialVerbCode = (interpreter, node, call) => {
  const options = call.args.length > 1 ? argumentAt(call.args, 0)?.value : undefined;
  const content = positional(call.args).at(-1)?.value;
  const child = branch(interpreter, node, '', call);
  if (options?.kind === 'map') {
    const prefix = argumentAt(call.args, 'prefix');
    setPrefix(interpreter, child, prefix);
    // Options that a method gives back: what it asked the configuration for is not at hand.
    if (prefix?.source.is === 'other' && prefix.value.kind === 'unknown') child.isLost = true;
    child.given.push(...textsOf(options.entries.get('middleware')));
    const controller = options.entries.get('controller');
    if (controller?.kind === 'text') child.notes.set('controller', controller.text);
  } else if (options?.kind === 'unknown' || options?.kind === 'external') child.isLost = true;
  fillGroup(interpreter, child, content, call);
  return asValue(child);
};

function fillGroup(interpreter: Interpreter, node: RouterNode, content: Value | undefined, call: PendingCall): void {
  for (const option of optionsOf(content)) {
    if (option.kind === 'function') interpreter.routers.fill(node, option);
    else for (const path of textsOf(option)) includeInto(interpreter, node, path, call);
  }
}

function includeInto(interpreter: Interpreter, node: RouterNode, path: string, call: PendingCall): void {
  const found = path.startsWith('/') ? interpreter.project.filesAt(path) : [];
  const fallback = found.length > 0 ? undefined : interpreter.project.fileEndingWith(call.frame.unit.path, path);
  const units = [...found, ...(fallback === undefined ? [] : [fallback])].flatMap((file): Unit[] =>
    [interpreter.project.units.get(file)].filter((unit) => unit !== undefined),
  );
  for (const unit of units) interpreter.withAmbient(node, () => interpreter.include(unit, call.frame.scope));
}

/** `withRouting(web: …, api: …, apiPrefix: 'api/v1', health: '/up', then: function () {…})`. */
export const laravelWithRouting: SpecialVerbCode = (interpreter, node, call) => {
  const apiPrefix = textOf(valueAt(call.args, 'apiPrefix')) ?? 'api';
  const parts: readonly (readonly [string, string, string])[] = [
    ['web', '', 'web'],
    ['api', apiPrefix, 'api'],
  ];
  for (const [name, prefix, middleware] of parts) {
    const content = valueAt(call.args, name);
    if (content === undefined) continue;
    const child = branch(interpreter, node, prefix, call);
    child.given.push(middleware);
    fillGroup(interpreter, child, content, call);
  }
  for (const name of ['then', 'using']) fillGroup(interpreter, node, valueAt(call.args, name), call);
  const health = argumentAt(call.args, 'health');
  const path = textOf(health?.value);
  if (path !== undefined)
    node.routes.push({
      methods: ['GET'],
      path,
      file: call.frame.unit.path,
      line: health?.line ?? call.line,
      middleware: [],
      declared: 'explicit',
    });
  return undefined;
};

/** By the option that leaves them out, or takes them in. */
const authRoutes: Readonly<Record<string, readonly (readonly [method: string, path: string])[]>> = {
  login: [
    ['GET', 'login'],
    ['POST', 'login'],
  ],
  logout: [['POST', 'logout']],
  register: [
    ['GET', 'register'],
    ['POST', 'register'],
  ],
  reset: [
    ['GET', 'password/reset'],
    ['POST', 'password/email'],
    ['GET', 'password/reset/{token}'],
    ['POST', 'password/reset'],
  ],
  confirm: [
    ['GET', 'password/confirm'],
    ['POST', 'password/confirm'],
  ],
  verify: [
    ['GET', 'email/verify'],
    ['GET', 'email/verify/{id}/{hash}'],
    ['POST', 'email/resend'],
  ],
};

/** Options that have to be asked for; the form to confirm a password is there where the project has its controller. */
function isAsked(interpreter: Interpreter, name: string, said: string | undefined): boolean {
  if (said !== undefined) return !/^false$/i.test(said);
  if (name === 'confirm') return interpreter.project.classesNamed('ConfirmPasswordController').length > 0;
  return name !== 'verify';
}

export const laravelAuthRoutes: SpecialVerbCode = (interpreter, node, call) => {
  const outer = interpreter.ambient.findLast((candidate) => candidate.rule.id === 'laravel');
  const chosen = Object.entries(authRoutes).filter(([name]) =>
    isAsked(interpreter, name, textOf(valueAt(call.args, name))),
  );
  for (const [method, path] of chosen.flatMap(([, routes]) => routes))
    (outer ?? node).routes.push({
      methods: [method],
      path,
      file: call.frame.unit.path,
      line: call.line,
      middleware: [],
      declared: 'implied',
    });
  return undefined;
};

/** `(new RouteRegistrar($router))->registerDirectory(app_path('Http/Api'))`, inside of a group: attributes lie below it. */
export const laravelAttributeFolder: SpecialVerbCode = (interpreter, node, call) => {
  const [path] = textsOf(positional(call.args)[0]?.value);
  if (path === undefined) return undefined;
  interpreter.ambient.findLast((around) => around.rule.id === 'laravel')?.mount(node);
  interpreter.remarks.push({ kind: 'routeAttributes', value: { kind: 'router', node }, text: path });
  return undefined;
};
