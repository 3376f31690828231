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
export const callsHook = (call: CallExpression): boolean =>
  call.args.length === 0 && call.callee.is === 'member' && hookName.test(call.callee.name) && isOwn(call);

export const holdsRouter = ({ classes }: FileProgram, { types }: Vocabulary): boolean =>
  classes.some(({ fields }) => fields.some(({ type }) => type !== undefined && types.has(lastPart(type))));

/** `$controller->register_routes()`, `$this->addRoutes($group)`: in PHP it says by its name that it registers routes, of whichever class. */
export const registersRoutes = ({ callee }: CallExpression, { language }: FileProgram): boolean =>
  language === 'php' &&
  (callee.is === 'member' || callee.is === 'name') &&
  /^(?:register|add|define|init|setup|load)_?(?:[a-z]{1,20}_?){0,2}routes?$/i.test(callee.name);

/** `parent::__construct($namespace)` in a controller of PHP: what the class above keeps for its routes. */
export const handsUp = ({ callee, args }: CallExpression, { language, classes }: FileProgram): boolean =>
  language === 'php' &&
  args.length > 0 &&
  callee.is === 'member' &&
  callee.name === '__construct' &&
  callee.of.is === 'name' &&
  callee.of.name === 'super' &&
  classes.some(({ bases }) =>
    bases.some((base) => base.is === 'name' && /(?:Controller|Endpoint|Api|Routes?)$/i.test(base.name)),
  );
