import type { SourceFile } from '../../../sourceFile';
import type { WayFact } from '../wayRule';

const derived = /#\[derive\([^)\]]{0,300}\b(?:Subcommand|Parser|Args)\b[^)\]]{0,200}\)\]/g;
const renameAll = /\brename_all\s{0,4}=\s{0,4}"([\w-]{1,40})"/;
const item = /^[ \t]{0,40}(?:pub(?:\([\w: ]{1,60}\))?\s{1,5})?(enum|struct)\s{1,5}(\w{1,80})[^{;(]{0,200}[{;(]/m;
const renamed = /\b(?:name\s{0,4}=\s{0,4}|rename\s{0,4}=\s{0,4})"([^"\n]{1,80})"/;
const longestHead = 2_000;
const longestStruct = 4_000;
const deepest = 5;

/** A command as an enumeration lists it; one without a name only brings in those of another enumeration. */
interface Command {
  readonly name: string;
  readonly offset: number;
  readonly isHidden: boolean;
  /** What stands behind its name. */
  readonly payload: string;
}

interface Declared {
  readonly commands: ReadonlyMap<string, readonly Command[]>;
  /** The fields of what is parsed, by the name of its type. */
  readonly structs: ReadonlyMap<string, string>;
}

/** The variants of the enumerations that clap reads commands into; those within another with its name in front. */
export function clapCommands(text: string, file: SourceFile): WayFact[] {
  const declared = declaredIn(text);
  const facts: WayFact[] = [];
  for (const [type, commands] of declared.commands) {
    const parents = parentsOf(type, declared, 0);
    if (parents === undefined) continue;
    for (const { name, offset, isHidden, payload } of commands)
      if (name !== '' && !isHidden)
        facts.push({
          kind: 'cli',
          framework: 'clap',
          name: [...parents, name].join(' '),
          line: file.lineAt(offset),
          ...(parents.length > 0 ? {} : { listedBy: type }),
          ...holding(payload),
        });
  }
  for (const [type, fields] of declared.structs)
    if (/\b(?:subcommand|flatten)\b/.test(fields))
      facts.push({ kind: 'cli', framework: 'clap', name: '', line: 1, isPart: type, ...holding(fields) });
  return facts;
}

const mostTypes = 12;

/** The types that a command, or what it is read into, is made of: one of another file may list what lies below it. */
function holding(text: string): { readonly holds?: readonly string[] } {
  const types = [...new Set(text.match(/\b[A-Z]\w{1,80}/g))].slice(0, mostTypes);
  return types.length === 0 ? {} : { holds: types };
}

/** Commands with those above them that other files list, where only one of these can be meant. */
export function withClapParents(
  facts: readonly (readonly [path: string, fact: WayFact])[],
): readonly (readonly [path: string, fact: WayFact])[] {
  if (!facts.some(([, { holds }]) => holds !== undefined)) return facts;
  const lists = new Map<string, Set<string>>();
  const parts = new Map<string, readonly string[]>();
  for (const [path, { listedBy, isPart, holds = [] }] of facts) {
    if (listedBy !== undefined) lists.set(listedBy, (lists.get(listedBy) ?? new Set()).add(path));
    // Of two of one name it is not told which is meant.
    if (isPart !== undefined) parts.set(isPart, parts.has(isPart) ? [] : holds);
  }
  const above = new Map<string, (readonly [string, WayFact])[]>();
  for (const one of facts) {
    const [path, { name, holds = [], isPart }] = one;
    if (isPart !== undefined || name === '') continue;
    for (const type of new Set(holds.flatMap((word) => [word, ...(parts.get(word) ?? [])]))) {
      const files = lists.get(type);
      if (files?.size === 1 && !files.has(path)) above.set(type, [...(above.get(type) ?? []), one]);
    }
  }
  const nameOf = ({ name, listedBy }: WayFact, depth = 0): string => {
    const [parent, ...others] = above.get(listedBy ?? '') ?? [];
    return parent === undefined || others.length > 0 || depth > deepest
      ? name
      : `${nameOf(parent[1], depth + 1)} ${name}`;
  };
  return facts.flatMap(([path, fact]) =>
    fact.isPart === undefined ? [[path, { ...fact, name: nameOf(fact) }] as const] : [],
  );
}

function declaredIn(text: string): Declared {
  const commands = new Map<string, readonly Command[]>();
  const structs = new Map<string, string>();
  for (const match of text.matchAll(derived)) {
    const head = item.exec(text.slice(match.index, match.index + longestHead));
    const [whole = '', form, type = ''] = head ?? [];
    const open = match.index + (head?.index ?? 0) + whole.length;
    if (form === 'struct') structs.set(type, fieldsFrom(text, open));
    if (form !== 'enum') continue;
    const styled = styles[renameAll.exec(text.slice(match.index, open))?.[1] ?? 'kebab-case'];
    if (styled !== undefined) commands.set(type, [...variantsIn(text, open, styled)]);
  }
  return { commands, structs };
}

function fieldsFrom(text: string, open: number): string {
  const rest = text.slice(open, open + longestStruct);
  const end = rest.search(/^[ \t]{0,40}\}/m);
  return end === -1 ? rest : rest.slice(0, end);
}

/** The commands above an enumeration; `undefined` where one of them is hidden. */
function parentsOf(type: string, declared: Declared, depth: number): string[] | undefined {
  if (depth > deepest) return [];
  for (const [above, commands] of declared.commands) {
    const parent = above === type ? undefined : commands.find((command) => holds(command, type, declared));
    if (parent === undefined) continue;
    const before = parent.isHidden ? undefined : parentsOf(above, declared, depth + 1);
    return before === undefined || parent.name === '' ? before : [...before, parent.name];
  }
  return [];
}

function holds({ payload }: Command, type: string, { structs }: Declared): boolean {
  const words: readonly string[] = payload.match(/\w+/g) ?? [];
  return words.includes(type) || words.some((word) => structs.get(word)?.match(/\w+/g)?.includes(type) === true);
}

function* variantsIn(text: string, open: number, styled: (name: string) => string): Iterable<Command> {
  let depth = 0;
  let attributes = '';
  let started: { readonly name: string; readonly at: number; readonly attributes: string } | undefined;
  let at = open;
  for (; at < text.length; at++) {
    at = afterText(text, at);
    const char = text[at] ?? '';
    if (depth === 0 && started === undefined && /[A-Z]/.test(char)) {
      const name = /^\w{1,80}/.exec(text.slice(at, at + 80))?.[0] ?? '';
      started = { name, at, attributes };
      attributes = '';
      at += name.length - 1;
    } else if (depth === 0 && char === '#' && text[at + 1] === '[') {
      const end = attributeEnd(text, at);
      attributes += text.slice(at, end);
      at = end;
    } else if (char === '{' || char === '(' || char === '[') depth += 1;
    else if (char === '}' || char === ')' || char === ']') depth -= 1;
    if (depth >= 0 && !(depth === 0 && char === ',')) continue;
    if (started !== undefined) yield* commandOf(started, text.slice(started.at + started.name.length, at), styled);
    started = undefined;
    if (depth < 0) return;
  }
}

/** Where an attribute closes: texts in it may hold brackets. */
function attributeEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    at = afterText(text, at);
    if (text[at] === '[') depth += 1;
    else if (text[at] === ']') depth -= 1;
    if (depth === 0 && text[at] === ']') return at;
  }
  return text.length;
}

const rawText = /r(#{1,8})"/y;

/** The place behind a text that begins here, its quotes with it; the place itself where none does. */
function afterText(text: string, start: number): number {
  rawText.lastIndex = start;
  const marks = text[start] === 'r' ? rawText.exec(text)?.[1] : undefined;
  if (marks !== undefined) {
    const end = text.indexOf(`"${marks}`, start + marks.length + 2);
    return end === -1 ? text.length : end + marks.length + 1;
  }
  if (text[start] !== '"') return start;
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function* commandOf(
  { name, at, attributes }: { readonly name: string; readonly at: number; readonly attributes: string },
  payload: string,
  styled: (name: string) => string,
): Iterable<Command> {
  if (/\b(?:external_subcommand|skip)\b/.test(attributes)) return;
  const isHidden = /\bhide\b(?!\s{0,4}=\s{0,4}false)/.test(attributes);
  const written = /\bflatten\b/.test(attributes) ? '' : (renamed.exec(attributes)?.[1] ?? styled(name));
  yield { name: written, offset: at, isHidden, payload };
}

const joined = (name: string, mark: string): string =>
  name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, mark).toLowerCase();

/** How an enumeration names all of its commands; what is not among them is left out. */
const styles: Readonly<Record<string, (name: string) => string>> = {
  'kebab-case': (name) => joined(name, '-'),
  kebab: (name) => joined(name, '-'),
  snake_case: (name) => joined(name, '_'),
  snake: (name) => joined(name, '_'),
  lower: (name) => name.toLowerCase(),
  lowercase: (name) => name.toLowerCase(),
  verbatim: (name) => name,
};
