import type { Expression } from '../program/program';
import type { PendingCall } from './calls/pendingCall';
import { sourceName, sprintf } from './formats';
import { isScript } from './project/languageTraits';
import { normalize } from './project/project';
import type { ListValue, MapValue, PassedArgument, TextValue, Value } from './values';
import { hole, isUnfilled, keysOfMap, mostItems, textOf, textsOf, textValue, unknown } from './values';

/** `.length` and the like are of no interest; members of texts and functions are unknown. */
export function propertyOf(_owner: Value, _name: string): Value | undefined {
  return undefined;
}

type TextMethod = (text: string, args: readonly string[]) => string;

const textMethods: Readonly<Record<string, TextMethod>> = {
  toString: (text: string) => text,
  to_string: (text) => text,
  to_owned: (text) => text,
  to_s: (text) => text,
  to_sym: (text) => text,
  into: (text) => text,
  as_str: (text) => text,
  trim: (text) => text.trim(),
  strip: (text) => text.trim(),
  toLowerCase: (text) => text.toLowerCase(),
  lower: (text) => text.toLowerCase(),
  ToLower: (text) => text.toLowerCase(),
  ToLowerInvariant: (text) => text.toLowerCase(),
  toUpperCase: (text) => text.toUpperCase(),
  upper: (text) => text.toUpperCase(),
  concat: (text, args) => [text, ...args].join(''),
  replace: (text, [from = '', to = '']) => (from === '' ? text : text.replace(from, () => to)),
  lstrip: (text, [chars]) => (chars === '/' ? text.replace(/^\/+/, '') : text.trimStart()),
  rstrip: (text, [chars]) => (chars === '/' ? text.replace(/\/+$/, '') : text.trimEnd()),
};

/** A method of a text, or `undefined`. */
export function callTextMethod(owner: TextValue, name: string, args: readonly PassedArgument[]): Value | undefined {
  const method = Object.hasOwn(textMethods, name) ? textMethods[name] : undefined;
  const stem = stemOf(owner.text, name, args);
  const row = owner.at?.isRow === true ? { at: owner.at } : {};
  if (stem !== undefined) return textValue(stem);
  if (method !== undefined) {
    const texts = args.flatMap((argument) => textsOf(argument.value));
    return { ...textValue(method(owner.text, texts)), ...row };
  }
  if (name === 'join' && args[0]?.value.kind === 'list')
    return textValue(args[0].value.items.map((item) => textOf(item) ?? '').join(owner.text));
  if (name === 'split')
    return {
      kind: 'list',
      items: owner.text.split(textOf(args[0]?.value) ?? ' ').map((part) => ({ ...textValue(part), ...row })),
    };
  if (name === 'format') return textValue(formatted(owner.text, args));
  return undefined;
}

const scriptFile = /^[^/]{1,200}\.[cm]?[jt]sx?$/;
const cuts: ReadonlySet<string> = new Set(['slice', 'substr', 'substring']);
const ending = /^\/\^?\\\.[\w|?()[\]^/\\.+]{1,40}\$?\/$/;

/** `file.slice(0, -3)`, `file.substr(0, file.indexOf('.'))`, `file.replace(/\.js$/, '')`: the name of a file without its ending. */
function stemOf(file: string, method: string, [first, second]: readonly PassedArgument[]): string | undefined {
  if (!scriptFile.test(file)) return undefined;
  const isCut = cuts.has(method) && textOf(first?.value) === '0' && second !== undefined;
  if (!isCut && !(method === 'replace' && ending.test(textOf(first?.value) ?? ''))) return undefined;
  const callee = isCut && second?.source.is === 'call' ? second.source.callee : undefined;
  return callee?.is === 'member' && callee.name === 'indexOf'
    ? file.slice(0, file.indexOf('.'))
    : file.slice(0, file.lastIndexOf('.'));
}

/** `'/{}/x'.format(a)` and `'/{name}'.format(name=a)`. */
function formatted(text: string, args: readonly PassedArgument[]): string {
  let next = 0;
  // Of a text that is nothing but what is put in, the names say no path.
  const isBare = /^\/?\{\d?\}\/?\{[/{}\d]*$/.test(text);
  return text.replace(/\{(\w*)\}/g, (_whole, key: string) => {
    const named = key === '' ? undefined : args.find((argument) => argument.name === key);
    const at = key === '' ? next++ : Number(key);
    const argument = named ?? args[at];
    return textOf(argument?.value) ?? hole(/^\d|^$/.test(key) ? (isBare ? '' : sourceName(argument)) : key);
  });
}

/** Longer tables of routes than this are not written by hand. */
const mostElements = 300;

const emptyList = new Set([
  'sort',
  'reverse',
  'filter',
  'flat',
  'slice',
  'values',
  'to_vec',
  'compact',
  'uniq',
  'freeze',
  'select',
  'reject',
]);

/** Runs a function for each element. */
export type CallElement = (callback: Value, element: Value, at: number) => Value;

const loops = new Set(['forEach', 'map', 'flatMap', 'each', 'each_with_index', 'for_each', 'ForEach', 'collect']);

/** A method of a list, or `undefined`. */
export function callListMethod(
  owner: Extract<Value, { kind: 'list' }>,
  name: string,
  args: readonly PassedArgument[],
  callElement: CallElement,
): Value | undefined {
  const first = args[0]?.value;
  const items = isUnfilled(owner) ? [unknown] : owner.items.slice(0, mostElements);
  if (loops.has(name) && first?.kind === 'function')
    return { kind: 'list', items: items.map((item, at) => callElement(first, item, at)) };
  if (name === 'reduce' && first?.kind === 'function') {
    let result = args[1]?.value ?? unknown;
    for (const item of items) result = callElement(first, { kind: 'list', items: [result, item] }, -1);
    return result;
  }
  if (name === 'push' || name === 'append' || name === 'add' || name === 'extend' || name === 'unshift') {
    for (const { value } of owner.items.length < mostItems ? args : [])
      owner.items.push(...(name === 'extend' && value.kind === 'list' ? value.items : [value]));
    return owner;
  }
  // `urlpatterns.insert(0, path(…))`
  if (name === 'insert' && args.length === 2 && args[1] !== undefined && owner.items.length < mostItems) {
    owner.items.push(args[1].value);
    return owner;
  }
  if (name === 'concat' && args.length === 0 && owner.items.some((item) => item.kind === 'text'))
    return textValue(owner.items.map((item) => textOf(item) ?? hole(nameOfUnknown(item))).join(''));
  if (name === 'concat')
    return {
      kind: 'list',
      items: [...owner.items, ...args.flatMap(({ value }) => (value.kind === 'list' ? value.items : [value]))].slice(
        0,
        mostItems,
      ),
    };
  if (name === 'join') {
    const texts = owner.items.map((item) => textOf(item) ?? '');
    return textValue(texts.join(textOf(first) ?? ','));
  }
  return emptyList.has(name) ? owner : undefined;
}

/** `options.setdefault('url_prefix', '/users')`, `options.pop('module')`, which takes it out as well. */
export function ofMap({ entries }: MapValue, name: string, [key, value]: readonly PassedArgument[]): Value | undefined {
  const word = name === 'setdefault' || name === 'pop' ? textOf(key?.value) : undefined;
  if (word === undefined) return undefined;
  if (name === 'pop') {
    const taken = entries.get(word) ?? value?.value;
    entries.delete(word);
    return taken;
  }
  if (value === undefined) return undefined;
  const known = entries.get(word) ?? value.value;
  entries.set(word, known);
  return known;
}

/** `path.Join(issuer.Path, p)`: what is not known of the path stands in it under its name. */
function joinedRoute(args: readonly PassedArgument[]): Value {
  if (!args.some((argument) => textOf(argument.value) !== undefined)) return unknown;
  const parts = args.map(({ value, source }) => textOf(value) ?? hole(nameOfSource(source)));
  const last = args.at(-1)?.value;
  const at = last?.kind === 'text' ? last.at : undefined;
  const joined = textValue(`/${parts.join('/')}`.replace(/\/{2,}/g, '/'));
  return at === undefined ? joined : { ...joined, at };
}

const joins = /^(?:url|path|route)_?(?:join|concat)$|^(?:join|concat)_?(?:ur[li]|path|route)s?$/i;

/** `urljoin(settings.base, 'api/users')` of a project or a package: what it does its name says. */
export function joinedByName(given: Value, callee: Expression, { args, frame }: PendingCall): Value | undefined {
  const isOpen = given.kind === 'unknown' && given.holds === undefined && isScript.test(frame.unit.program.language);
  return isOpen && args.length > 1 && callee.is === 'name' && joins.test(callee.name) ? joinedRoute(args) : undefined;
}

const nameOfSource = (source: PassedArgument['source']): string =>
  source.is === 'name' || source.is === 'member' ? source.name : 'path';

/** Functions of standard libraries that make paths and lists, by package and name. */
export function callStandardFunction(path: string, args: readonly PassedArgument[]): Value | undefined {
  const values = args.map((argument) => argument.value);
  switch (path) {
    case 'desm.join':
      return joinedPath([besideFile(values[0]), ...values.slice(1)]);
    case 'path.join':
    case 'path.resolve':
    case 'node:path.join':
    case 'node:path.resolve':
    case 'path.posix.join':
    case 'url.join':
    case 'url-join.default':
    case 'os.path.join':
      return joinedPath(values);
    case 'path.Join':
    case 'net/url.JoinPath':
      return joinedRoute(args);
    case 'strings.ToUpper': {
      const [only] = values;
      return only?.kind === 'text' ? textValue(only.text.toUpperCase()) : undefined;
    }
    case 'path.dirname':
    case 'node:path.dirname':
    case 'dirname': {
      const text = textOf(values[0]);
      return text === undefined ? unknown : textValue(text.slice(0, Math.max(text.lastIndexOf('/'), 1)));
    }
    case 'url.fileURLToPath':
    case 'node:url.fileURLToPath':
      return values[0];
    case 'base_path':
    case 'app_path':
    case 'module_path': {
      const known = values.map((value) => textOf(value)).filter((text) => text !== undefined);
      return known.length === 0 ? unknown : textValue(normalize(known.join('/')));
    }
    case 'Vec.new':
    case 'Vec.with_capacity':
    case 'list':
      return values[0]?.kind === 'list' ? values[0] : { kind: 'list', items: [], isOpen: true };
    case 'Object.values':
    case 'Object.entries':
    case 'Object.keys':
      return values[0]?.kind === 'map' ? partsOfMap(path, values[0]) : undefined;
    case 'Object.assign':
      for (const more of values.slice(1)) addEntries(values[0], more);
      return values[0];
    case 'semver.major':
      return textValue(/^\d{1,9}/.exec(textOf(values[0]) ?? '')?.[0] ?? hole('version'));
    case 'Object.freeze':
      return values[0];
    case 'Promise.all':
    case 'String':
    case 'str':
    case 'Number':
    case 'parseInt':
      return values[0];
    case 'int': {
      const [whole] = /^\d{1,9}/.exec(textOf(values[0]) ?? '') ?? [];
      return whole === undefined ? values[0] : textValue(whole);
    }
    case 'path.Clean':
      return values[0];
    case 'fmt.Sprintf':
    case 'sprintf':
      return sprintf(args);
    default:
      return undefined;
  }
}

/** `Object.keys(routes)`, `Object.values(routes)`, `Object.entries(routes)`. */
function partsOfMap(path: string, map: MapValue): ListValue {
  const open = map.isOpen === true ? ({ isOpen: true } as const) : {};
  if (path === 'Object.values') return { kind: 'list', items: [...map.entries.values()], ...open };
  const keys = keysOfMap(map);
  if (path === 'Object.keys') return { kind: 'list', items: keys, ...open };
  const pairs = keys.map((key): Value => ({ kind: 'list', items: [key, map.entries.get(key.text) ?? unknown] }));
  return { kind: 'list', items: pairs, ...open };
}

/** What is laid over a map stays in it, and where it is written too if that is the same file. */
export function addEntries(map: Value | undefined, more: Value | undefined): void {
  if (map?.kind !== 'map') return;
  if (more?.kind !== 'map') {
    map.isPartial = true;
    return;
  }
  if (more.isPartial === true) map.isPartial = true;
  for (const [key, value] of more.entries) {
    map.entries.set(key, value);
    const line = more.lines?.get(key);
    if (map.file !== more.file || line === undefined) map.lines?.delete(key);
    else map.lines?.set(key, line);
  }
}

function joinedPath(values: readonly (Value | undefined)[]): Value {
  const known = values.map((value) => textOf(value)).filter((text) => text !== undefined);
  return known.length === 0 ? unknown : textValue(`/${normalize(known.join('/'))}`);
}

/** The folder of a module that is named by its address. */
function besideFile(value: Value | undefined): Value | undefined {
  const text = textOf(value);
  return text === undefined ? value : textValue(text.slice(0, text.lastIndexOf('/')));
}

function nameOfUnknown(value: Value): string {
  return value.kind === 'unknown' ? (value.name ?? 'base') : 'base';
}
