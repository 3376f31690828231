import type { Expression } from '../../program/program';
import { nameOf } from '../expressions';
import type { Interpreter } from '../interpreter';
import type { PassedArgument, Value } from '../values';
import { routersIn, textOf } from '../values';
import type { RouterNode } from './routerNode';

/** Words for nothing at all, as languages write it. */
const nothing: ReadonlySet<string> = new Set(['None', 'nil', 'null', 'undefined', 'false', 'False']);

/** `None` that a row of a table holds. */
export const isNothingAtAll = (value: Value): boolean =>
  value.kind === 'external' && value.package === '' && nothing.has(value.name);

/** What an argument says of a place: its text, nothing, or that it is not known. */
export interface PrefixText {
  readonly text: string | undefined;
  readonly isLost: boolean;
}

/** The prefix that an argument says; where only the configuration knows it, a name that has one value in the project. */
export function prefixText(interpreter: Interpreter, argument: PassedArgument | undefined): PrefixText {
  if (argument === undefined) return { text: undefined, isLost: false };
  const text = textOf(argument.value);
  if (text !== undefined) return { text, isLost: false };
  if (isNothingAtAll(argument.value)) return { text: undefined, isLost: false };
  const source = bare(argument.source);
  const { kind } = argument.value;
  if (kind !== 'unknown' && kind !== 'external') return { text: undefined, isLost: false };
  if (routersIn(argument.value).length > 0) return { text: undefined, isLost: false };
  // A library of languages puts the one that is asked for there.
  if (/^setLocale$/.test(nameOf(source))) return { text: '{locale}', isLost: false };
  const below = belowBase(source);
  if (below?.is === 'text') return { text: below.text, isLost: false };
  const found = settingIn(interpreter, below ?? source);
  if (below !== undefined) return { text: found, isLost: found === undefined };
  return found === undefined ? { text: undefined, isLost: isPlace(source) } : { text: found, isLost: false };
}

/** `f'{root}'` says what `root` says. */
function bare(source: Expression): Expression {
  const [only, second] = source.is === 'join' ? source.parts : [];
  return only !== undefined && second === undefined ? only : source;
}

/** Sets what an argument says before the routes of a router. */
export function setPrefix(interpreter: Interpreter, node: RouterNode, argument: PassedArgument | undefined): void {
  const { text, isLost } = prefixText(interpreter, argument);
  node.prefix = text ?? node.prefix;
  node.isLost ||= isLost;
}

function isPlace(source: Expression): boolean {
  return saysSomething(source) && !unsetBase.test(askedFor(source));
}

/** `conf.BaseUri('/api')`, `conf.BaseUri(ApiUri)`: what is put below the place of the whole program. */
function belowBase(source: Expression): Expression | undefined {
  if (source.is !== 'call' || source.args.length !== 1 || !unsetBase.test(nameOf(source))) return undefined;
  const path = source.args[0]?.value;
  if (path?.is === 'text') return path.text.startsWith('/') ? path : undefined;
  return path !== undefined && /path|ur[il]|route|prefix/i.test(nameOf(path)) ? path : undefined;
}

/** Where a whole program is put: nowhere, unless the one who runs it says so. */
const unsetBase =
  /^(?:base|root|context|sub|public|script)|^url_?(?:base|prefix|root)|^(?!api)[a-z]{2,20}_base_?(?:path|url)$/i;

/** `container.get('basePath')` asks for `basePath`. */
function askedFor(source: Expression): string {
  // `config.URL.Path`: the path of the address at which the whole program is served.
  if (source.is === 'member' && source.name === 'Path' && /(?:^|[a-z_])ur[il]$/i.test(nameOf(source.of)))
    return 'basePath';
  const [first] = source.is === 'call' ? source.args : [];
  if (first?.value.is === 'text' && /^[\w./-]*\w$/.test(first.value.text))
    return first.value.text.replace(/^.*[./]/, '');
  return nameOf(source);
}

function saysSomething(source: Expression): boolean {
  return source.is === 'call' || source.is === 'member' || (source.is === 'name' && !nothing.has(source.name));
}

/** `RouterPrefix`, `api_path`: `prefix` alone may be that of a log as well. */
const ofRoutes =
  /(?:rout(?:e|er|es|ing)|api|ur[il]|https?|web|server|context|base)_?(?:path_?)?(?:prefix|path|base|root)$/i;

const settingName = /prefix|base|version|root|^api/i;

function settingIn(interpreter: Interpreter, source: Expression): string | undefined {
  const name = source.is === 'name' || source.is === 'member' ? source.name : undefined;
  if (name === undefined || !settingName.test(name)) return undefined;
  return interpreter.constants.find(name) ?? (ofRoutes.test(name) ? interpreter.configured(name) : undefined);
}
