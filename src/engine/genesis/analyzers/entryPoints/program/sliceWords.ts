import type { Expression, Statement } from './program';
import { baseName } from './walk';

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
/** Names of modules of the project that are likely to hold routers or to fill them. */
export const routerName =
  /^(?:app|server|api|mount\w*|setup\w*|register\w*|\w*(?:router|route|controller|endpoint|resource|plugin|handler|blueprint|view|url)s?)$/i;
/** Methods by which classes handle requests. */
export const handlerMethod = /^(?:on_)?(?:get|post|put|patch|delete)$/;
export const lastPart = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('.'), path.lastIndexOf(':'), path.lastIndexOf('\\')) + 1);

export function isExports(target: Extract<Expression, { is: 'member' }>): boolean {
  const base = baseName(target);
  return base === 'module' || base === 'exports';
}

export const givesName = (statement: Statement): boolean => statement.do === 'return' && statement.value.is === 'name';

/** `options.RoutePrefix = "api"` */
export const setsPrefix = (statement: Statement): boolean =>
  statement.do === 'set' &&
  statement.target.is === 'member' &&
  /prefix$/i.test(statement.target.name) &&
  isConstantText(statement.value, 0);

/** Functions that put paths together: `return '/{}/users'.format(tenant)`. */
export function givesPath(statement: Statement): boolean {
  if (statement.do !== 'return') return false;
  const { value } = statement;
  if (value.is === 'map') return value.entries.some((entry) => isPrefixSetting(entry.key, entry.value));
  if (value.is === 'join') return value.parts.some((part) => part.is === 'text' && part.text.includes('/'));
  if (value.is !== 'call' || value.callee.is !== 'member') return false;
  const texts = [value.callee.of, ...value.args.map((argument) => argument.value)];
  return texts.some((part) => part.is === 'text' && part.text.startsWith('/'));
}

/** `{ apiPrefix: process.env.PREFIX || 'api' }`: settings that a function gives back. */
function isPrefixSetting(key: Expression, value: Expression): boolean {
  if (key.is !== 'text' || !/prefix$|^basePath$/i.test(key.text)) return false;
  const options = value.is === 'either' ? value.options : [value];
  return options.some((option) => option.is === 'text' && isConstantText(option, 0));
}

/** A text, or a map of texts: what a path may be put together from. */
export function isConstantText(value: Expression, depth: number): boolean {
  if (value.is === 'text') return /^[\w/:.{}<>*-]{0,100}$/.test(value.text) && /[a-z]/i.test(value.text);
  if (value.is === 'join') return true;
  if (value.is !== 'map' || depth > 2) return false;
  return value.entries.length <= 200 && value.entries.some((entry) => isConstantText(entry.value, depth + 1));
}
