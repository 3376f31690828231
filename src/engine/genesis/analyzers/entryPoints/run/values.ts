import { writtenName } from '../program/lower/goScopes';
import type { Argument } from '../program/program';
import type { Scope } from './project/scope';
import type { Unit } from './project/unit';
import type { RouterNode } from './routers/routerNode';

/** What an expression may stand for, as far as it is told by the text alone. */
export type Value =
  | UnknownValue
  | TextValue
  | ListValue
  | MapValue
  | FunctionValue
  | ClassValue
  | ObjectValue
  | ModuleValue
  | ExternalValue
  | RouterValue
  | SeveralValue;

export interface UnknownValue {
  readonly kind: 'unknown';
  /** Last name of the expression, for a placeholder in a path. */
  readonly name?: string;
  /** Routers that went into the call whose result this is. */
  readonly holds?: readonly Value[];
  /** The type whose method is carried out, where nothing else of it is known. */
  readonly receiver?: { readonly type: string; readonly directory: string };
  /** Nothing was handed over: it is `undefined`. */
  readonly isAbsent?: true;
  /** It is a verb of this router under its name: `register := group.Handle`. */
  readonly verbOf?: RouterNode;
}
/** Known text; what is not known of it stands between `holeStart` and `holeEnd` under a name. */
export interface TextValue {
  readonly kind: 'text';
  readonly text: string;
  /** Where it was written: as an argument, for functions that pass it on to a router, or in a row of a table of routes. */
  readonly at?: { readonly file: string; readonly line: number; readonly isRow?: true; readonly isItem?: true };
  /** It is what stands there unless something else was given, and what was given is not known. */
  readonly isGuess?: true;
}
export interface ListValue {
  readonly kind: 'list';
  readonly items: Value[];
  /** Names of files that are there: each is one of its own, however many there are. */
  readonly isFiles?: true;
  /** Written empty: what fills it later is not all seen. */
  readonly isOpen?: true;
}
export interface MapValue {
  readonly kind: 'map';
  readonly entries: Map<string, Value>;
  readonly line: number;
  readonly lines?: Map<string, number>;
  /** The file in which it is written. */
  readonly file?: string;
  /** A function of a script made it as an object of its own. */
  readonly isMade?: true;
  /** Written empty: what fills it later is not all seen. */
  readonly isOpen?: true;
  /** Something was laid over it that is not known. */
  isPartial?: true;
  /** What this row of a table and those beside it write themselves: none of them has it from what was laid over. */
  written?: ReadonlySet<string>;
}
export interface FunctionValue {
  readonly kind: 'function';
  readonly unit: Unit;
  readonly id: number;
  readonly scope: Scope;
  /** The object it was taken from. */
  readonly self?: Value;
}
export interface ClassValue {
  readonly kind: 'class';
  readonly unit: Unit;
  readonly id: number;
  readonly scope: Scope;
}
export interface ObjectValue {
  readonly kind: 'object';
  readonly type: ClassValue;
  readonly fields: Map<string, Value>;
}
/** A module, package or namespace of the project; `from` is the file that named it. */
export interface ModuleValue {
  readonly kind: 'module';
  readonly from: string;
  readonly specifier: string;
  readonly files: readonly string[];
}
/** Something outside the project; `name` is empty for what no import explains. */
export interface ExternalValue {
  readonly kind: 'external';
  readonly package: string;
  readonly name: string;
  /** Arguments it was made with, where the maker is known to give back a description. */
  readonly made?: readonly PassedArgument[];
}
export interface RouterValue {
  readonly kind: 'router';
  readonly node: RouterNode;
}
/** One of several, not known which. */
export interface SeveralValue {
  readonly kind: 'several';
  readonly options: readonly Value[];
}

/** An argument with its value, in a call that is being carried out. */
export interface PassedArgument {
  readonly value: Value;
  readonly name?: string;
  readonly source: Argument['value'];
  /** Where it is not the line of the call. */
  readonly line?: number;
  /** Where it is not the file of the call. */
  readonly file?: string;
}

export const unknown: UnknownValue = { kind: 'unknown' };
export const absent: UnknownValue = { kind: 'unknown', isAbsent: true };
/** A list or a map that was written empty, and of whose filling nothing was seen: nobody loops over nothing. */
export const isUnfilled = (value: Value): boolean =>
  (value.kind === 'list' || value.kind === 'map') &&
  value.isOpen === true &&
  (value.kind === 'list' ? value.items.length : value.entries.size) === 0;

/** What stands in the place of something that was not handed over is empty and stays so. */
export function leftEmpty(value: Value): Value {
  if (!isUnfilled(value) || (value.kind !== 'list' && value.kind !== 'map')) return value;
  const { isOpen: _open, ...rest } = value;
  return rest;
}

export const holeStart = '\u0001';
export const holeEnd = '\u0002';

/** The name under which the blocks of a method find the class around it. */
export const ownerName = '%owner';

/** The field of an object that is a router itself. */
export const ownRouter = '%router';

/** Longer texts, choices and lists than these are no paths: they grow where code that is no server is followed. */
const longestText = 1_000;
const mostOptions = 40;
export const mostItems = 4_000;

export const textValue = (text: string): TextValue => ({
  kind: 'text',
  text: text.length > longestText ? text.slice(0, longestText) : text,
});
export const hole = (name: string): string => `${holeStart}${writtenName(name)}${holeEnd}`;

const isGiven = (value: Value): boolean => value.kind !== 'unknown' || value.isAbsent !== true;

export function several(options: readonly Value[]): Value {
  const known = options.flatMap((option) => (option.kind === 'several' ? option.options : [option]));
  const useful = known.filter((option) => option.kind !== 'unknown');
  const [only] = useful;
  if (only === undefined)
    return known.find((option) => option.kind === 'unknown' && option.holds) ?? known.find(isGiven) ?? unknown;
  return useful.length === 1 ? only : { kind: 'several', options: useful.slice(0, mostOptions) };
}

/** The values one by one, whether there is one, none or a choice. */
export function optionsOf(value: Value | undefined): readonly Value[] {
  if (value === undefined || value.kind === 'unknown') return [];
  return value.kind === 'several' ? value.options : [value];
}

/** Of several texts the first of which all is known, else the first. */
export function textOf(value: Value | undefined): string | undefined {
  let found: string | undefined;
  for (const option of optionsOf(value)) {
    if (option.kind !== 'text') continue;
    if (!option.text.includes(holeStart)) return option.text;
    found ??= option.text;
  }
  return found;
}

/** The texts of a text or of a list of texts; of a choice those of the likeliest. */
export function pathTexts(value: Value | undefined): TextValue[] {
  for (const option of optionsOf(value)) {
    if (option.kind === 'text') return [option];
    const inside = option.kind === 'list' ? option.items.flatMap((item) => pathTexts(item)) : [];
    if (inside.length > 0) return inside;
  }
  return [];
}

/** All texts of a text, a choice or a list of texts. */
export function textsOf(value: Value | undefined): string[] {
  return optionsOf(value).flatMap((option) => {
    if (option.kind === 'text') return [option.text];
    return option.kind === 'list' ? option.items.flatMap(textsOf) : [];
  });
}

export function routersIn(value: Value | undefined, depth = 0): RouterNode[] {
  if (value === undefined || depth > 6) return [];
  switch (value.kind) {
    case 'router':
      return [value.node];
    case 'list':
      return value.items.flatMap((item) => routersIn(item, depth + 1));
    case 'several':
      return value.options.flatMap((item) => routersIn(item, depth + 1));
    case 'object':
      return routersIn(value.fields.get(ownRouter), depth + 1);
    case 'unknown':
      return (value.holds ?? []).flatMap((item) => routersIn(item, depth + 1));
    default:
      return [];
  }
}

/** What stands in a row of a table, or in a map that is handed to a function, says where the route is that is made of it. */
export function placeRow(value: Value): Value {
  if (value.kind !== 'map' || value.file === undefined) return value;
  for (const [key, part] of value.entries) {
    const line = value.lines?.get(key);
    if (part.kind === 'text' && part.at === undefined && line !== undefined)
      value.entries.set(key, { ...part, at: { file: value.file, line, isRow: true } });
  }
  return value;
}

/** The texts of a row that is a list stand where the row does. */
export function placeList(value: Value, line: number | undefined, file: string): Value {
  if (value.kind !== 'list' || line === undefined) return value;
  const at = { file, line, isRow: true } as const;
  return {
    ...value,
    items: value.items.map((item) => (item.kind === 'text' && item.at === undefined ? { ...item, at } : item)),
  };
}

/** Paths below each other stand each in its line. */
export function placeItems(list: ListValue, lines: readonly number[] | undefined, file: string): ListValue {
  if (lines === undefined || lines.length !== list.items.length) return list;
  const items = list.items.map((item, index): Value => {
    const line = lines[index];
    const isFree = item.kind === 'text' && item.at === undefined && line !== undefined;
    return isFree ? { ...item, at: { file, line, isItem: true } } : item;
  });
  return { ...list, items };
}

/** The keys of a map, each where it is written. */
export function keysOfMap({ entries, lines, file }: MapValue): TextValue[] {
  return [...entries.keys()].map((key) => {
    const line = lines?.get(key);
    const text = textValue(key);
    return file === undefined || line === undefined ? text : { ...text, at: { file, line, isRow: true } };
  });
}

/** Notes in the rows of a table what any of them writes itself, where they were made with more that is not known. */
export function noteWritten(table: readonly Value[]): void {
  const rows = table.filter((row) => row.kind === 'map' && row.isPartial === true) as MapValue[];
  if (rows.length < 2) return;
  const written = new Set(rows.flatMap(({ entries }) => [...entries.keys()]));
  for (const row of rows) row.written = written;
}

/** Whether a map has the key; `undefined` where it may be among what is not known of it. */
export function hasKey({ entries, isPartial, written }: MapValue, key: string): boolean | undefined {
  if (entries.has(key)) return true;
  const isWhole =
    (isPartial !== true || written?.has(key) === true) && ![...entries.keys()].some((name) => name.startsWith('%'));
  return isWhole ? false : undefined;
}

const unsetBase = new RegExp(
  `^/?${holeStart}_{0,2}((?:base|root|web_?root|context|sub|public|script|relative)[^${holeEnd}]*|(?:(?:app|http|mount|proxy|route|server|site|url|web)_?)?path(?:_?prefix)?)${holeEnd}/?`,
  'i',
);

/** A base path that only the configuration knows is empty unless it is set. */
export const withoutUnsetBase = (path: string, configured?: (name: string) => string | undefined): string =>
  path.replace(unsetBase, (_whole, name: string) => {
    const value = configured?.(name)?.replace(/^\/|\/$/g, '') ?? '';
    return value === '' ? '' : `/${value}/`;
  });
