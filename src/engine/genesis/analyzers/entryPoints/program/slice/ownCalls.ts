import type { CallExpression, FileProgram } from '../program';
import type { Vocabulary } from '../vocabulary';
import { lastPart } from './sliceWords';

const hookName = /rout|endpoint|regist|setup|mount|^init/i;

const isOwn = ({ callee }: CallExpression): boolean =>
  callee.is === 'member' && callee.of.is === 'name' && callee.of.name === 'this';

/** `this.createRoute(Verb.post, '/users')` in a class that extends a router: a method of the project adds to it. */
export const addsRoute = (call: CallExpression): boolean =>
  call.args.length > 1 &&
  isOwn(call) &&
  call.args.some(({ value }) => value.is === 'text' && value.text.startsWith('/'));

/** `this.initRoutes()` of a class that holds a router: classes below it say what it does. */
const callsHook = (call: CallExpression): boolean =>
  call.args.length === 0 && call.callee.is === 'member' && hookName.test(call.callee.name) && isOwn(call);

/** `this.mountRoutes()`: of any class that has to do with routers it says by its name what it does. */
export const callsRouteHook = (call: CallExpression): boolean =>
  callsHook(call) && call.callee.is === 'member' && /rout|endpoint|mount/i.test(call.callee.name);

/** `this.routes.push({ path, method, handler })`: a list of routes that another method goes over. */
function addsToRoutes({ callee, args: [only, ...others] }: CallExpression): boolean {
  if (callee.is !== 'member' || callee.name !== 'push' || only?.value.is !== 'map' || others.length > 0) return false;
  if (callee.of.is !== 'member' && callee.of.is !== 'name') return false;
  const keys = only.value.entries.flatMap(({ key }) => (key.is === 'text' ? [key.text] : []));
  return keys.some((key) => /^(?:path|url|route)$/.test(key)) && keys.some((key) => /^(?:method|handler)$/.test(key));
}

/**
 * `createEndpoint(orderSpec)(async (request) => …)`: what a function of the project makes of a description and a handler is
 * likely to be a route that a list holds elsewhere.
 */
const makesEndpoint = ({ callee, args }: CallExpression, { language }: FileProgram): boolean => {
  if (language !== 'javascript' && language !== 'typescript') return false;
  const maker = callee.is === 'call' ? callee.callee : callee;
  const described = callee.is === 'call' ? callee.args : args;
  if (maker.is !== 'name' || !/^(?:create|define|make|build)\w{0,40}(?:Handler|Route|Endpoint)$/.test(maker.name))
    return false;
  const [first] = described;
  return (first?.value.is === 'name' || saysRoute(first)) && (callee.is === 'call' || args.length > 1);
};

/** `{ method: 'get', path: '/orders' }` */
function saysRoute(described: CallExpression['args'][number] | undefined): boolean {
  if (described?.value.is !== 'map') return false;
  const keys = new Set(described.value.entries.flatMap(({ key }) => (key.is === 'text' ? [key.text] : [])));
  return keys.has('method') && (keys.has('path') || keys.has('url'));
}

/** How a server tells its plug-ins that something happens. */
export const emitsHook = /^(?:emit|run|call|trigger|fire|invoke)Hooks?(?:Sync|Async)?$/;

/** `emitHook('routes', addRoute)`: plug-ins in other files are handed what adds a route. */
const handsToHook = ({ callee, args: [name, handed] }: CallExpression): boolean =>
  (callee.is === 'member' || callee.is === 'name') &&
  emitsHook.test(callee.name) &&
  name?.value.is === 'text' &&
  (handed?.value.is === 'name' || handed?.value.is === 'function');

const holdsRouter = ({ classes }: FileProgram, { types }: Vocabulary): boolean =>
  classes.some(({ fields }) => fields.some(({ type }) => type !== undefined && types.has(lastPart(type))));

/** `$controller->register_routes()`, `$this->addRoutes($group)`: it says by its name that it registers routes, of whichever class. */
const registersRoutes = ({ callee }: CallExpression): boolean =>
  (callee.is === 'member' || callee.is === 'name') &&
  /^(?:register|add|define|init|setup|load)_?(?:[a-z]{1,20}_?){0,2}routes?$/i.test(callee.name);

/** `parent::__construct($namespace)` in a controller: what the class above keeps for its routes. */
const handsUp = ({ callee, args }: CallExpression, { classes }: FileProgram): boolean =>
  args.length > 0 &&
  callee.is === 'member' &&
  callee.name === '__construct' &&
  callee.of.is === 'name' &&
  callee.of.name === 'super' &&
  classes.some(({ bases }) =>
    bases.some((base) => base.is === 'name' && /(?:Controller|Endpoint|Api|Routes?)$/i.test(base.name)),
  );

/** `includeRouteFiles(__DIR__ . '/admin')`, `glob(…)`, `File::allFiles(…)`, `new DirectoryIterator(…)`. */
export const folderCall =
  /^(?:glob|scandir|allFiles|files|\w{0,40}DirectoryIterator|(?:include|require|load|import|register)\w{0,40})$/i;

/** Whether a call of PHP may take in the files of a folder, by its name and its argument. */
const takesFolder = ({ callee, args: [first] }: CallExpression): boolean =>
  first !== undefined &&
  /^(?:text|join|call)$/.test(first.value.is) &&
  (callee.is === 'name' || callee.is === 'member') &&
  folderCall.test(callee.name);

/** Calls of PHP that have to do with routes though no router stands in them. */
const tellsInPhp = (call: CallExpression, program: FileProgram): boolean =>
  program.language === 'php' && (registersRoutes(call) || handsUp(call, program) || takesFolder(call));

/** `kwargs.setdefault('url_prefix', '/' + name)`: where a class of Python puts its router unless it is told otherwise. */
const defaultsPrefix = ({ callee, args: [key] }: CallExpression): boolean =>
  callee.is === 'member' &&
  callee.name === 'setdefault' &&
  key?.value.is === 'text' &&
  /^(?:url_)?prefix$/.test(key.value.text);

/** `: base("/orders")` in a module of Carter: where its routes lie. */
const placesModule = ({ callee, args }: CallExpression, { language }: FileProgram): boolean =>
  language === 'csharp' && callee.is === 'name' && callee.name === 'super' && args.length > 0;

/** `"/users" bind routes(…)`: a method of a path. */
const isOfPath = ({ callee }: CallExpression, { texts }: Vocabulary): boolean =>
  callee.is === 'member' && texts.has(callee.name);

/** Calls that have to do with routes though no router stands in them, by what they do or by the name of what they call. */
export const tellsOfRoutes = (call: CallExpression, program: FileProgram, words: Vocabulary): boolean =>
  tellsInPhp(call, program) ||
  isOfPath(call, words) ||
  placesModule(call, program) ||
  defaultsPrefix(call) ||
  addsToRoutes(call) ||
  makesEndpoint(call, program) ||
  handsToHook(call) ||
  (callsHook(call) && holdsRouter(program, words));
