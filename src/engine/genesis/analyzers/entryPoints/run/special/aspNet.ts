import { argumentAt, valueAt } from '../arguments';
import type { PendingCall } from '../calls/pendingCall';
import type { Interpreter } from '../interpreter';
import { methodsIn } from '../routers/registering';
import type { RouterNode } from '../routers/routerNode';
import { holeStart, textOf, textsOf, textValue, unknown, type Value } from '../values';
import type { SpecialVerbCode } from './specialVerb';

/** `MapControllerRoute(name, pattern)` and its relatives: how actions without a path of their own are found. */
export const controllerRoute: SpecialVerbCode = (interpreter, node, call) => {
  const said = argumentAt(call.args, ['pattern', 'template', 'url', 1]);
  const pattern = said === undefined ? '{controller=Home}/{action=Index}/{id?}' : textOf(said.value);
  // A pattern that nothing tells is that of a registration of the project's own.
  if (pattern === undefined) return undefined;
  if (addsNamedAction(interpreter, node, call, pattern)) return undefined;
  interpreter.remarks.push({ kind: 'controllerRoute', value: unknown, text: withDefaults(pattern, call) });
  return undefined;
};

/** `{controller}/{action}` with `new { controller = "Home", action = "Index" }` is `{controller=Home}/{action=Index}`. */
function withDefaults(pattern: string, call: PendingCall): string {
  const defaults = valueAt(call.args, ['defaults', 2]);
  return ['controller', 'action'].reduce((written, name) => {
    const word = wordAt(defaults, name);
    return word === undefined ? written : written.replace(`{${name}}`, `{${name}=${word}}`);
  }, pattern);
}

/** `config.Routes.MapHttpRoute("DefaultApi", "api/{controller}/{id}")` of Web API 2. */
export const apiRoute: SpecialVerbCode = (interpreter, _node, call) => {
  const text = textOf(valueAt(call.args, ['routeTemplate', 1]));
  if (text?.includes('{controller}') === true) interpreter.remarks.push({ kind: 'apiRoute', value: unknown, text });
  return undefined;
};

/** The pattern for the controllers of an area, which lie in the folder of its registration. */
export const areaFolder: SpecialVerbCode = (interpreter, _node, call) => {
  const pattern = textOf(valueAt(call.args, ['url', 1]));
  const value = textValue(call.frame.unit.directory);
  if (pattern !== undefined) interpreter.remarks.push({ kind: 'areaFolder', value, text: withDefaults(pattern, call) });
  return undefined;
};

/** `defaults: new { controller = "Packages", action = "Upload" }`: the pattern is that of one action. */
function addsNamedAction(interpreter: Interpreter, node: RouterNode, call: PendingCall, pattern: string): boolean {
  const defaults = valueAt(call.args, ['defaults', 2]);
  const controller = wordAt(defaults, 'controller');
  const action = wordAt(defaults, 'action');
  if (/\{\*{0,2}(?:controller|action)\b/i.test(pattern) || controller === undefined || action === undefined)
    return false;
  const constraints = valueAt(call.args, ['constraints', 3]);
  const methods = constraints?.kind === 'map' ? [...constraints.entries.values()].flatMap(methodsIn) : [];
  node.routes.push({
    methods: methods.length === 0 ? methodsOfAction(interpreter, controller, action) : methods,
    path: pattern,
    file: call.frame.unit.path,
    line: call.line,
    middleware: [],
    declared: 'explicit',
    handler: `${controller}Controller.${action}`,
  });
  return true;
}

/** `[HttpGet]` on an action says what it answers to, whatever route leads there. */
function methodsOfAction(interpreter: Interpreter, controller: string, action: string): readonly string[] {
  const verbs = interpreter.project.classesNamed(`${controller}Controller`).flatMap(({ unit, id }) =>
    (unit.program.classes[id]?.methods ?? [])
      .flatMap((method) => unit.program.functions[method] ?? [])
      .filter(({ name }) => name === action || name === `${action}Async`)
      .flatMap(({ decorators }) => decorators ?? [])
      .flatMap(({ value }) => {
        const said = value.is === 'call' ? value.callee : value;
        const verb =
          said.is === 'name' ? /^Http(Get|Post|Put|Patch|Delete|Head|Options)$/.exec(said.name)?.[1] : undefined;
        return verb === undefined ? [] : [verb.toUpperCase()];
      }),
  );
  return verbs.length === 0 ? ['ANY'] : [...new Set(verbs)];
}

const wordAt = (value: Value | undefined, name: string): string | undefined =>
  value?.kind === 'map' ? textOf(value.entries.get(name)) : undefined;

/** `MapAreaControllerRoute(name, "Admin", pattern)`: its pattern is for the controllers of that area. */
export const areaRoute: SpecialVerbCode = (interpreter, _node, call) => {
  const pattern =
    textOf(valueAt(call.args, ['pattern', 'template', 2])) ?? '{area}/{controller=Home}/{action=Index}/{id?}';
  const area = textOf(valueAt(call.args, ['areaName', 1]));
  // Which controllers are meant, or where they lie, only what was not found says.
  if (pattern.includes(holeStart) || area === undefined || area.includes(holeStart)) return undefined;
  interpreter.remarks.push({ kind: 'areaRoute', value: textValue(area), text: pattern });
  return undefined;
};

/** `app.MapGroup("/api").MapControllers()`: all controllers lie below the group. */
export const mapControllers: SpecialVerbCode = (interpreter, node) => {
  const { text, isLost } = placeOf(interpreter, node, 0);
  interpreter.remarks.push({ kind: 'controllersAt', value: isLost ? unknown : textValue(text), text });
  return undefined;
};

/** Where a group lies by those that it is made of. */
function placeOf(interpreter: Interpreter, node: RouterNode, depth: number): { text: string; isLost: boolean } {
  const mounts = interpreter.nodes.flatMap((above) =>
    above.mounts.flatMap((mount) => (mount.child === node ? [{ above, mount }] : [])),
  );
  const [only] = mounts;
  const own = node.prefix;
  if (only === undefined || depth > deepestGroup) return { text: own, isLost: node.isLost };
  const outer = placeOf(interpreter, only.above, depth + 1);
  return {
    text: `${outer.text}/${only.mount.prefix}/${own}`,
    isLost: outer.isLost || node.isLost || only.mount.isLost === true || mounts.length > 1,
  };
}

const deepestGroup = 8;

/** `RequireAuthorization("admin")`, with the names of the policies. */
export const requireAuthorization: SpecialVerbCode = (_interpreter, node, call) => {
  const policies = call.args.flatMap((argument) => textsOf(argument.value));
  node.given.push(...(policies.length === 0 ? ['RequireAuthorization'] : policies));
  return undefined;
};

/** What ASP.NET Core Identity maps by itself. */
const identityRoutes = [
  'POST /register',
  'POST /login',
  'POST /refresh',
  'GET /confirmEmail',
  'POST /resendConfirmationEmail',
  'POST /forgotPassword',
  'POST /resetPassword',
  'POST /manage/2fa',
  'GET /manage/info',
  'POST /manage/info',
];

export const identityApi: SpecialVerbCode = (_interpreter, node, call) => {
  for (const route of identityRoutes) {
    const [method = '', path = ''] = route.split(' ');
    const { path: file } = call.frame.unit;
    node.routes.push({ methods: [method], path, file, line: call.line, middleware: [], declared: 'implied' });
  }
  return undefined;
};
