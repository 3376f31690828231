import { valueAt } from '../arguments';
import { textOf, textsOf } from '../values';
import type { SpecialVerbCode } from './specialVerb';

/** `MapControllerRoute(name, pattern)` and its relatives: how actions without a path of their own are found. */
export const controllerRoute: SpecialVerbCode = (interpreter, _node, call) => {
  const pattern = textOf(valueAt(call.args, ['pattern', 'template', 1])) ?? '{controller=Home}/{action=Index}/{id?}';
  interpreter.remarks.push({ kind: 'controllerRoute', value: { kind: 'unknown' }, text: pattern });
  return undefined;
};

export const areaRoute: SpecialVerbCode = (interpreter, _node, call) => {
  const pattern =
    textOf(valueAt(call.args, ['pattern', 'template', 2])) ?? '{area}/{controller=Home}/{action=Index}/{id?}';
  interpreter.remarks.push({ kind: 'controllerRoute', value: { kind: 'unknown' }, text: pattern });
  return undefined;
};

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
