import type { SourceFile } from '../../../../sourceFile';
import { ownerAt } from './scalaServers';
import { closingAt, endOfText, partsOf } from './scalaText';

/** What directives around each other ask of a request, from the outside in. */
export interface DirectiveTree {
  readonly parts: readonly string[];
  readonly methods: readonly string[];
  /** The path ends here. */
  readonly ends: boolean;
  /** A part of the path is not understood. */
  readonly isLost: boolean;
  readonly line: number;
  readonly children: readonly DirectiveTree[];
  /** Other values that are put here: `users.routes`. */
  readonly refs: readonly RouteRef[];
}
export interface RouteRef {
  readonly of: string;
  readonly name: string;
}
/** A value of a class or an object that is a route. */
export interface RouteDefinition {
  readonly owner: string;
  readonly name: string;
  readonly tree: DirectiveTree;
  /** Others take it in by its type or hand it something: it lies nowhere by itself. */
  readonly isOpen: boolean;
}
export interface DirectiveFile {
  readonly framework: string;
  readonly definitions: readonly RouteDefinition[];
  /** Types of the variables that are asked for routes. */
  readonly types: Readonly<Record<string, string>>;
}

const toolkit = /\b(?:akka|pekko)\.http\.scaladsl\.server\b/;
const definition =
  /^[ \t]{0,40}(?:(?:override|private|protected|final|lazy|implicit|private\[\w{1,40}\])[ \t]{1,4}){0,4}(?:val|def)[ \t]{1,4}(\w{1,100})([^\n=]{0,400}?)=(?!=|>)/gm;
const next =
  /^\s{0,200}(?:val|def|lazy|private|protected|override|final|implicit|object|class|trait|case|import|given|type|end)\b|^\s{0,200}[@}]/;

/** Reads routes that directives of Akka HTTP or Pekko HTTP put together. */
export function readDirectives(file: SourceFile, text: string): DirectiveFile | undefined {
  if (!toolkit.test(text)) return undefined;
  const definitions: RouteDefinition[] = [];
  let behind = 0;
  for (const found of text.matchAll(definition)) {
    if (found.index < behind) continue;
    const from = found.index + found[0].length;
    const to = endOfBody(text, from);
    const tree = new DirectiveReader(file, text).tree(from, to, nothing(file.lineAt(found.index)));
    const isRoute = /\bRoute\b/.test(found[2] ?? '') || /rout/i.test(found[1] ?? '');
    if (!hasDirective(tree) && !(isRoute && tree.refs.length > 0)) continue;
    behind = to;
    const head = found[0];
    const isOpen = /\boverride\b|\(\s{0,40}\w/.test(head) || isInTrait(text, found.index);
    definitions.push({ owner: ownerAt(text, found.index), name: found[1] ?? '', tree, isOpen });
  }
  const framework = /\bpekko\.http\b/.test(text) ? 'Pekko HTTP' : 'Akka HTTP';
  return definitions.length === 0 ? undefined : { framework, definitions, types: typesIn(text) };
}

/** The nearest type around is one that others mix in. */
function isInTrait(text: string, at: number): boolean {
  const heads = [...text.slice(0, at).matchAll(/\b(class|object|trait)\s{1,9}\w{1,100}/g)];
  return heads.at(-1)?.[1] === 'trait';
}

const hasDirective = (tree: DirectiveTree): boolean =>
  tree.ends || tree.methods.length > 0 || tree.parts.length > 0 || tree.children.some(hasDirective);

const nothing = (line: number): DirectiveTree => ({
  parts: [],
  methods: [],
  ends: false,
  isLost: false,
  line,
  children: [],
  refs: [],
});

/** `users: UserRoutes`, `users = new UserRoutes(store)`. */
function typesIn(text: string): Record<string, string> {
  const types: Record<string, string> = {};
  const typed = /\b([a-z]\w{0,60})\s{0,4}(?::\s{0,4}|=\s{0,20}(?:new\s{1,4})?)([A-Z]\w{1,80})\b/g;
  for (const [, name = '', type = ''] of text.matchAll(typed)) types[name] ??= type;
  return types;
}

/** The end of what a value is: the line before the next declaration, or the bracket around. */
function endOfBody(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const char = text[at] ?? '';
    if (char === '"') at = endOfText(text, at);
    else if (char === '{' || char === '(' || char === '[') at = closingAt(text, at) + 1;
    else if (char === '}' || char === ')') return at;
    else if (char === '\n' && next.test(text.slice(at + 1, at + 260)) && text.slice(from, at).trim() !== '') return at;
    else at += 1;
  }
  return at;
}

const word = /[A-Za-z_]\w*/y;
const blank = /\s+/y;
const lambda =
  /^\s{0,80}(?:case\s{0,9})?\(?\s{0,9}(\w{1,60}(?:\s{0,4}:[^,=()]{1,80})?(?:\s{0,9},\s{0,9}\w{1,60}(?:\s{0,4}:[^,=()]{1,80})?){0,12})\s{0,9}\)?\s{0,9}=>/;
const methods: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options']);
const prefixes: ReadonlySet<string> = new Set(['pathPrefix', 'rawPathPrefix', 'pathPrefixTest']);
const ends: ReadonlySet<string> = new Set(['pathEnd', 'pathEndOrSingleSlash', 'pathSingleSlash']);
const deepest = 40;

interface Pending {
  readonly paths: { readonly written: string; readonly at: number }[];
  readonly methods: string[];
  ends: boolean;
  /** A directive of the project stands among them that may ask for a part of the path. */
  isLost: boolean;
}

/** How directives of a project are called that ask for a part of the path. */
const ownPath = /path|prefix|segment|version/i;

class DirectiveReader {
  constructor(
    private readonly file: SourceFile,
    private readonly text: string,
  ) {}

  /** The routes of a stretch of text, below what stands around it. */
  tree(from: number, to: number, around: DirectiveTree, depth = 0): DirectiveTree {
    const children: DirectiveTree[] = [];
    const refs: RouteRef[] = [];
    let pending = fresh();
    let at = from;
    while (at < to && depth < deepest) {
      blank.lastIndex = at;
      at += blank.exec(this.text)?.[0].length ?? 0;
      const char = this.text[at] ?? '';
      if (at >= to) break;
      if (char === '"') at = endOfText(this.text, at);
      else if (char === '{' || (char === '(' && isAsking(pending))) {
        const end = Math.min(closingAt(this.text, at), to);
        children.push(this.below(pending, at, end, depth));
        pending = fresh();
        at = end + 1;
      } else if (/[A-Za-z_]/.test(char)) at = this.word(at, to, pending, { children, refs, depth });
      else {
        if (char === '~' || char === ',') pending = fresh();
        at += 1;
      }
    }
    return { ...around, children, refs };
  }

  private below(pending: Pending, open: number, end: number, depth: number): DirectiveTree {
    const head = lambda.exec(this.text.slice(open + 1, Math.min(end, open + 600)));
    const names = (head?.[1] ?? '').split(',').map((name) => name.replace(/:.*$/s, '').trim());
    const given = head === null ? [] : names.filter((name) => name !== '' && name !== '_');
    const parts: string[] = [];
    let { isLost } = pending;
    for (const { written } of pending.paths) {
      const read = partsOf(written, given.slice(parts.filter((part) => part.startsWith('{')).length));
      // What stands before a part that is not known would read as if the rest followed it.
      if (read === undefined) parts.length = 0;
      isLost ||= read === undefined;
      parts.push(...(read ?? knownEnd(written)));
    }
    const line = this.file.lineAt(pending.paths[0]?.at ?? open);
    const own = { parts, methods: pending.methods, ends: pending.ends, isLost, line, children: [], refs: [] };
    return this.tree(open + 1 + (head?.[0].length ?? 0), end, own, depth + 1);
  }

  /** A directive, a reference to another route, or something that says nothing of either; gives back where it ends. */
  private word(
    at: number,
    to: number,
    pending: Pending,
    found: { readonly children: DirectiveTree[]; readonly refs: RouteRef[]; readonly depth: number },
  ): number {
    word.lastIndex = at;
    const name = word.exec(this.text)?.[0] ?? '';
    let end = at + name.length;
    if (this.text[end] === '[') end = closingAt(this.text, end) + 1;
    const open = this.text[end] === '(' ? end : -1;
    const close = open === -1 ? -1 : closingAt(this.text, open);
    const inside = open === -1 ? '' : this.text.slice(open + 1, close);
    const behind = open === -1 ? end : close + 1;
    if (this.text[at - 1] !== '.') {
      if (open !== -1 && (prefixes.has(name) || name === 'path')) {
        pending.paths.push({ written: inside, at });
        pending.ends ||= name === 'path';
        return behind;
      }
      if (ends.has(name)) pending.ends = true;
      if (methods.has(name)) pending.methods.push(name.toUpperCase());
      // `get(concat(…))`: what stands in the brackets lies inside of it.
      if (ends.has(name) || methods.has(name)) return end;
      if (name === 'method') {
        pending.methods.push(...(inside.match(/\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/g) ?? []));
        return behind;
      }
      if (name === 'concat' && open !== -1) {
        found.children.push(this.tree(open + 1, Math.min(close, to), nothing(this.file.lineAt(at)), found.depth + 1));
        return behind;
      }
    }
    if (this.text[at - 1] !== '.' && ownPath.test(name) && combines.test(this.text.slice(behind, behind + 60)))
      pending.isLost = true;
    const after = /^\s{0,4}\.\s{0,4}([a-z]\w{0,80})/.exec(this.text.slice(behind, behind + 100));
    if (after !== null) {
      found.refs.push({ of: name, name: after[1] ?? '' });
      return behind + after[0].length;
    }
    if (this.text[at - 1] !== '.') found.refs.push({ of: '', name });
    return behind;
  }
}

const isAsking = (pending: Pending): boolean => pending.paths.length > 0 || pending.methods.length > 0 || pending.ends;

/** `projectM / "artifacts"`: what lies behind a part that only the program knows. */
function knownEnd(written: string): readonly string[] {
  const parts = written.split('/');
  for (let from = 1; from < parts.length; from++) {
    const read = partsOf(parts.slice(from).join('/'));
    if (read !== undefined) return read;
  }
  return [];
}

/** What stands behind a directive: another one, or the block that it is around. */
const combines = /^\s{0,40}\)?\s{0,40}(?:&(?!&)|\{|\()/;

const fresh = (): Pending => ({ paths: [], methods: [], ends: false, isLost: false });
