import type { CallExpression, Expression, FileProgram, FunctionDeclaration, Statement } from '../program';
import { blockMark } from '../program';
import type { Vocabulary } from '../vocabulary';
import { baseName } from '../walk';

/** Objects whose methods are called like a router's verbs and that are none. */
export const neverRouters = new Set(
  [
    'axios',
    'fetch',
    'http',
    'https',
    'request',
    'req',
    'res',
    'response',
    'ctx',
    'cache',
    'localStorage',
    'sessionStorage',
  ].concat(['params', 'headers', 'config', 'requests', 'client', 'session', 'redis', 'console', 'logger', 'log', 'cy']),
);
/** How a method calls what it belongs to. */
export const selves = new Set(['this', 'self', 'super', '@']);
/** Names of modules of the project that are likely to hold routers or to fill them. */
export const routerName =
  /^(?:app|server|api|mount\w*|setup\w*|register\w*|\w*(?:router|route|controller|endpoint|resource|plugin|handler|blueprint|view|url|_bp|_ns)s?(?:_?v\d{1,2})?|(?:\w*_)?ns_\w*)$/i;
export const isNamedController = /[a-z]Controller(?:$|[A-Z])|[a-z]ViewSet$/;
/** Names of classes that answer requests. */
export const viewName = /(?:View|ViewSet|Resource|Endpoint|RequestHandler|List|Detail|Create|Update|Delete|Page)$/;
/** `orders()`, `Orders.define()` for what it does alone. */
export const callsByName = (statement: Statement): boolean => {
  if (statement.do !== 'run' || statement.value.is !== 'call') return false;
  const { callee, args } = statement.value;
  return callee.is === 'name' || (callee.is === 'member' && callee.of.is === 'name' && args.length === 0);
};
/**
 * In blocks of Ktor and Javalin any function of the project may add routes: `route("orders") { orders() }`; in those of
 * Rails any method that the project adds to the mapper.
 */
export const fillsByName = ({ language, body }: FileProgram): boolean =>
  ((language === 'kotlin' || language === 'java') &&
    body.some(
      (statement) => statement.do === 'import' && /^io\.(?:ktor\.server|javalin)\b/.test(statement.specifier),
    )) ||
  (language === 'ruby' && body.some(drawsRoutes));

/** `Rails.application.routes.draw do … end`. */
const drawsRoutes = (statement: Statement): boolean =>
  statement.do === 'run' &&
  statement.value.is === 'call' &&
  statement.value.callee.is === 'member' &&
  /^(?:draw|add_routes)$/.test(statement.value.callee.name);
/** Methods by which classes handle requests. */
export const handlerMethod = /^(?:on_)?(?:get|post|put|patch|delete)$/;
export const lastPart = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('.'), path.lastIndexOf(':'), path.lastIndexOf('\\')) + 1);

/** `func NewServer(…) *Server`: what holds the router is put together here, maybe in another file than its type. */
export const makesServer = ({ name, returns, parameters }: FunctionDeclaration): boolean =>
  returns !== undefined &&
  ((/^(?:new|provide|init|make|create)/i.test(name) && serverType.test(returns)) ||
    // `func (m Module) Routes() []AdminRoute`: a table of routes that another package registers.
    (/Routes$/.test(name) && parameters.length === 0 && /Route$/.test(returns)));
/** `Self::PATH` */
const isPathConstant = (value: Expression): boolean => value.is === 'member' && /(?:PATH|ROUTE)$/.test(value.name);

/** A property of Swift that makes a part of a path; a method of a module of Ruby that is one (`def self.prefix`). */
export const makesPart = ({ returns, name, static: isStatic, body }: FunctionDeclaration): boolean =>
  returns === 'PathComponent' ||
  (isStatic === true &&
    /(?:prefix|path|root|route)$/i.test(name) &&
    body.length === 1 &&
    body[0]?.do === 'return' &&
    (isConstantText(body[0].value, 0) || isPathConstant(body[0].value)));
/**
 * `registered = append(registered, addUsers)`, `addRegistrar(addUsers)`: functions of Go that a loop calls elsewhere. What is
 * appended to a list that is gone over may also be a parameter.
 */
export function handsOn(
  { language }: FileProgram,
  statement: Statement,
  isKept: (value: Expression) => boolean,
  needed: ReadonlySet<string>,
): boolean {
  if (language !== 'go') return false;
  if (statement.do === 'run' && statement.value.is === 'call')
    return statement.value.args.some(({ value }) => value.is === 'name' && isKept(value));
  if (statement.do !== 'set' || statement.appends !== true || statement.value.is !== 'list') return false;
  return isKept(statement.value) || (statement.target.is === 'name' && needed.has(statement.target.name));
}

/** `return Routes.Users.BASE;` and nothing else: a part of a path where something asks for it. */
export const givesConstant = ({ body: [only, ...more] }: FunctionDeclaration): boolean =>
  only?.do === 'return' &&
  more.length === 0 &&
  (only.value.is === 'text' || (only.value.is === 'member' && /^[A-Z][A-Z0-9_]+$/.test(only.value.name)));
const serverType = /(?:router|server|app|api|handlers?|engine|routes|controllers?)$/i;

export function isExports(target: Extract<Expression, { is: 'member' }>): boolean {
  const base = baseName(target);
  return base === 'module' || base === 'exports';
}

export const givesName = (statement: Statement): boolean => statement.do === 'return' && statement.value.is === 'name';

/** `return users::router(state)` */
function givesRouter(statement: Statement): boolean {
  if (statement.do !== 'return' || statement.value.is !== 'call') return false;
  const { callee } = statement.value;
  return (callee.is === 'member' || callee.is === 'name') && /(?:^|_)(?:router|routes)$|[a-z]Router$/.test(callee.name);
}

/** Calls of `require`, of the block of Ruby that was handed over, and of macros. */
export const isAlwaysKept = (called: string): boolean =>
  called === '%require' || called === blockMark || called.endsWith('!');

/** `getWithOptions<Users> { … }`: an extension of the project around a verb that takes a class for its path. */
export const isTypedVerb = ({ callee, args }: CallExpression): boolean =>
  callee.is === 'name' &&
  /^(?:get|post|put|patch|delete|head|options)[A-Z]|[a-z](?:Get|Post|Put|Patch|Delete|Head|Options)$/.test(
    callee.name,
  ) &&
  args.some((argument) => argument.name === '<>');

/** `@register("/users")`: a decorator of the project may register what it stands on. */
export const isPathDecorator = (decorator: Expression): boolean => {
  if (decorator.is !== 'call' || decorator.callee.is !== 'name') return false;
  const path = decorator.args[0]?.value;
  return path?.is === 'text' && path.text.startsWith('/');
};

/** `@cherrypy.expose`, and decorators of a project that do the same and more. */
export const exposing = /(?:^|_)exposed?$/;

/** Whether objects hang below one another by the names of their fields: a program with CherryPy. */
export const hangsObjects = ({ language, body }: FileProgram): boolean =>
  language === 'python' &&
  body.some((statement) => statement.do === 'import' && /^cherrypy\b/.test(statement.specifier));

/** `self.orders = OrderPages()` */
export const hangsObject = (statement: Statement): boolean =>
  statement.do === 'set' &&
  statement.target.is === 'member' &&
  statement.value.is === 'call' &&
  /^[A-Z]/.test(lastNameOf(statement.value.callee));

/** What attributes of C# are made of that say routes. */
export const attributeBase =
  /^(?:Route|Http[A-Z][a-z]+|Authorize|\w*(?:Api|Controller|Endpoint|Rest)\w*)Attribute$|^IRouteTemplateProvider$/;

/** `options.RoutePrefix = "api"`, and `Template = "api/[controller]"` of an attribute. */
export const setsPrefix = (statement: Statement): boolean =>
  statement.do === 'set' &&
  ((((statement.target.is === 'member' && /prefix$/i.test(statement.target.name)) ||
    (statement.target.is === 'name' && statement.target.name === 'Template')) &&
    isConstantText(statement.value, 0)) ||
    setsAllPrefixes(statement.target));

/** `config.Endpoints.RoutePrefix` of FastEndpoints, and how it was called before: whatever is set there, all lies below it. */
export const setsAllPrefixes = (target: Expression): boolean =>
  target.is === 'member' &&
  (target.name === 'RoutingOptions' ||
    (target.of.is === 'member' &&
      (target.of.name === 'Endpoints' ? target.name === 'RoutePrefix' : setsVersions(target))));

/** `config.Versioning.Prefix`, `.DefaultVersion` and `.PrependToRoute`: the versions in the paths of all endpoints. */
export const setsVersions = (target: Expression): boolean =>
  target.is === 'member' && target.of.is === 'member' && target.of.name === 'Versioning';

/** `usersPath = path.Join(base, "/users")` in a function: a variable of the package that other files may use. */
export const setsPath = ({ language }: FileProgram, statement: Statement): boolean =>
  language === 'go' &&
  statement.do === 'set' &&
  statement.declares !== true &&
  statement.target.is === 'name' &&
  (joinsPath(statement.value) ||
    (/(?:path|prefix|route|endpoint|url)s?$/i.test(statement.target.name) &&
      (isConstantText(statement.value, 0) ||
        (statement.value.is === 'call' && /^Join(?:Path)?$/.test(lastNameOf(statement.value.callee))))));

/** `path.Join(base, users)`: paths of files are put together by another package. */
const joinsPath = (value: Expression): boolean =>
  value.is === 'call' &&
  value.callee.is === 'member' &&
  value.callee.name === 'Join' &&
  baseName(value.callee) === 'path';

const lastNameOf = (callee: Expression): string => (callee.is === 'member' || callee.is === 'name' ? callee.name : '');

/** Functions that put paths together: `return '/{}/users'.format(tenant)`. */
function givesPath(statement: Statement): boolean {
  if (statement.do !== 'return') return false;
  const { value } = statement;
  if (value.is === 'map') return value.entries.some((entry) => isPrefixSetting(entry.key, entry.value));
  if (value.is === 'join')
    return value.parts.some((part) => (part.is === 'text' ? part.text.includes('/') : isNamedPath(part)));
  if (value.is !== 'call' || value.callee.is !== 'member') return false;
  const texts = [value.callee.of, ...value.args.map((argument) => argument.value)];
  return texts.some((part) => part.is === 'text' && part.text.startsWith('/'));
}

/** What a function gives back is a router or a path. */
export const givesPart = (statement: Statement): boolean => givesPath(statement) || givesRouter(statement);

/** `apiPrefixPath` of `return apiPrefixPath + target` */
const isNamedPath = (part: Expression): boolean =>
  (part.is === 'name' || part.is === 'member') && /(?:[pP]ath|[pP]refix|[rR]oute)$/.test(part.name);

/** `{ apiPrefix: process.env.PREFIX || 'api' }`: settings that a function gives back. */
function isPrefixSetting(key: Expression, value: Expression): boolean {
  if (
    key.is !== 'text' ||
    !/prefix$|^basePath$|(?:admin|api|backend|dashboard|panel|route)_path$|(?:admin|backend|dashboard|panel)_ur[il]$/i.test(
      key.text,
    )
  )
    return false;
  if (value.is === 'call' && value.callee.is === 'name' && value.callee.name === 'config') return true;
  const options = value.is === 'either' ? value.options : [isEnvironment(value) ? value.args[1]?.value : value];
  return options.some((option) => option?.is === 'text' && isConstantText(option, 0) && !option.text.includes('://'));
}

/** `return ['route' => env('PANEL_ROUTE', 'panel'), …];` at the top of a file: settings of Laravel, which routes ask for by name. */
export const givesSettings = ({ language }: FileProgram, statement: Statement): boolean =>
  language === 'php' &&
  statement.do === 'return' &&
  statement.value.is === 'map' &&
  statement.value.entries.some(({ key, value }) => {
    if (key.is !== 'text' || !/^(?:route|path|uri|slug|action)$/.test(key.text)) return false;
    const said = isEnvironment(value) ? value.args[1]?.value : value;
    return said?.is === 'text' && /^[\w/!~-]{1,60}$/.test(said.text);
  });

/** `env('API_PREFIX', 'api')` */
const isEnvironment = (value: Expression): value is CallExpression =>
  value.is === 'call' && value.callee.is === 'name' && value.callee.name === 'env';

/** Words in brackets, marks of what may be left out, patterns of parameters: `api/[controller]/{id?}`. */
const isMarkedPath = (written: string): boolean => /^[^\s'"]{2,150}$/.test(written) && /\/(?!\/)/.test(written);

/** `UUID_PATTERN = r"(?P<uuid>[0-9a-f]{32})"`: a parameter that Django's paths are put together with. */
const isNamedGroup = /^\(\?P<\w{1,60}>[^\s'"]{1,150}\)$/;

/** A text, or a map of texts: what a path may be put together from. */
export function isConstantText(value: Expression, depth: number): boolean {
  if (value.is === 'text')
    return (
      (value.text === '/' || /[a-z]/i.test(value.text)) &&
      (/^[\w/:.{}<>*-]{0,100}$/.test(value.text) ||
        isNamedGroup.test(value.text) ||
        (isMarkedPath(value.text) && !value.text.includes('://')))
    );
  if (value.is === 'join') return true;
  if (value.is !== 'map' || depth > 2) return false;
  return value.entries.length <= 200 && value.entries.some((entry) => isConstantText(entry.value, depth + 1));
}

/** `method`, `route.method`, `options.method.toLowerCase()`. */
export function isMethodName(key: Expression): boolean {
  if (key.is === 'call') return key.callee.is === 'member' && isMethodName(key.callee.of);
  return (key.is === 'name' || key.is === 'member') && /method|verb/i.test(key.name);
}

export function setsConstant({ target, value }: Extract<Statement, { do: 'set' }>): boolean {
  // `VERSION = 1.0`, for `/v1/orders`.
  const isVersion = target.is === 'name' && /version$/i.test(target.name) && value.is === 'text';
  if (isVersion && /^\d{1,3}(?:\.\d{1,3})?$/.test(value.text)) return true;
  // `LIST_PATH = ""`: the route of a router that has no path of its own.
  const isEmpty = target.is === 'name' && value.is === 'text' && value.text === '';
  return isConstantText(value, 0) || (isEmpty && /(?:path|prefix|route)$/i.test(target.name));
}

/** Whether a decorator says by its name, or by a path, that it makes a route. */
export function tellsOfRoute(decorator: Expression, words: Vocabulary, language: FileProgram['language']): boolean {
  const callee = decorator.is === 'call' ? decorator.callee : decorator;
  const name = callee.is === 'name' || callee.is === 'member' ? callee.name : '';
  return (
    words.annotations.has(name) ||
    /[a-z](?:Get|Post|Put|Patch|Delete)Mapping$/.test(name) ||
    (language === 'python' && (isPathDecorator(decorator) || exposing.test(name)))
  );
}

/** The functions that make a list, element for element. */
export function loopBodies({ callee, args }: CallExpression): readonly number[] {
  if (callee.is !== 'member' || !/^(?:map|flatMap|forEach|reduce)$/.test(callee.name)) return [];
  return args.flatMap(({ value }) => (value.is === 'function' && value.id !== -1 ? [value.id] : []));
}

/** `return orderHandler(v)` of a function that gives back an `orderHandler`: what comes out is what goes in. */
export const turnsInto = (type: string | undefined, statement: Statement): boolean =>
  statement.do === 'return' &&
  statement.value.is === 'call' &&
  statement.value.callee.is === 'name' &&
  statement.value.callee.name === type &&
  statement.value.args.length === 1;
