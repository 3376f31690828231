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
