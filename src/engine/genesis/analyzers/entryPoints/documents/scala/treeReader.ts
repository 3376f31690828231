import type { SourceFile } from '../../../../sourceFile';
import { emptyTree, type RouteRef, type RouteTree } from './routeTree';
import { closingAt, endOfText, templatesOf } from './scalaText';

/** What was asked for in front of the block that it is for. */
export interface Pending {
  readonly paths: { readonly written: string; readonly at: number }[];
  readonly methods: string[];
  /** Words of the program that stand among them. */
  readonly words: string[];
  ends: boolean;
  /** A directive of the project stands among them that may ask for a part of the path. */
  isLost: boolean;
}
/** What a level of brackets holds. */
export interface Level {
  readonly children: RouteTree[];
  readonly refs: RouteRef[];
  readonly depth: number;
}
/** A word, and the brackets behind it. */
export interface Word {
  readonly name: string;
  readonly at: number;
  /** Where it ends, without the brackets. */
  readonly end: number;
  /** Of the round bracket behind it; -1 where there is none. */
  readonly open: number;
  readonly close: number;
  /** A dot stands in front of it. */
  readonly isMember: boolean;
}
/** The words of one framework: where reading goes on behind one that it knows. */
export type Dialect = (reader: TreeReader, word: Word, pending: Pending, level: Level) => number | undefined;

const word = /[A-Za-z_]\w*/y;
const blank = /\s+/y;
/** `users.routes`, and `users.get.routes` of one that may be missing. */
const member = /^(?:\s{0,20}\.get(?=\s{0,20}\.))?\s{0,80}\.\s{0,4}([a-z]\w{0,80})/;
const lambda =
  /^\s{0,80}(?:case\s{0,9})?\(?\s{0,9}(\w{1,60}(?:\s{0,4}:[^,=()]{1,80})?(?:\s{0,9},\s{0,9}\w{1,60}(?:\s{0,4}:[^,=()]{1,80})?){0,12})\s{0,9}\)?\s{0,9}=>/;
const deepest = 40;
const mostWords = 8;

/** Reads what asks for paths and methods around each other, and which other values stand between. */
export class TreeReader {
  constructor(
    readonly file: SourceFile,
    readonly text: string,
    private readonly dialect: Dialect,
    /** Names that are handed in: they mean nothing outside. */
    private readonly given: ReadonlySet<string> = new Set(),
  ) {}

  /** The routes of a stretch of text, below what stands around it. */
  tree(from: number, to: number, around: RouteTree, depth = 0): RouteTree {
    const level: Level = { children: [], refs: [], depth };
    let pending = fresh();
    let at = from;
    while (at < to && depth < deepest) {
      blank.lastIndex = at;
      at += blank.exec(this.text)?.[0].length ?? 0;
      const char = this.text[at] ?? '';
      if (at >= to) break;
      if (char === '"') at = endOfText(this.text, at);
      else if (
        char === '{' ||
        (char === '(' && isAsking(pending) && !/&\s{0,40}$/.test(this.text.slice(Math.max(from, at - 41), at)))
      ) {
        const end = Math.min(closingAt(this.text, at), to);
        level.children.push(this.below(pending, at, end, depth));
        pending = fresh();
        at = end + 1;
      } else if (/[A-Za-z_]/.test(char)) at = this.word(at, pending, level);
      else {
        if (char === '~' || char === ',') pending = fresh();
        at += 1;
      }
    }
    return { ...around, children: level.children, refs: level.refs };
  }

  private below(pending: Pending, open: number, end: number, depth: number): RouteTree {
    const head = lambda.exec(this.text.slice(open + 1, Math.min(end, open + 600)));
    const names = (head?.[1] ?? '').split(',').map((name) => name.replace(/:.*$/s, '').trim());
    const given = head === null ? [] : names.filter((name) => name !== '' && name !== '_');
    const parts: string[] = [];
    let { isLost } = pending;
    for (const { written } of pending.paths) {
      const read = templatesOf(written, given.slice(parts.filter((part) => /^\{|:\w+\}$/.test(part)).length));
      // What stands before a part that is not known would read as if the rest followed it.
      if (read === undefined) parts.length = 0;
      isLost ||= read === undefined;
      parts.push(...(read ?? knownEnd(written)));
    }
    const line = this.file.lineAt(pending.paths[0]?.at ?? open);
    const combined = pending.words.length === 0 ? {} : { combined: pending.words };
    const own = { ...emptyTree(line), parts, methods: pending.methods, ends: pending.ends, isLost, ...combined };
    return this.tree(open + 1 + (head?.[0].length ?? 0), end, own, depth + 1);
  }

  /** What stands in the brackets of a call lies where the call does. */
  inside(found: Word, level: Level): void {
    const line = this.file.lineAt(found.at);
    level.children.push(this.tree(found.open + 1, found.close, emptyTree(line), level.depth + 1));
  }

  /** A word of a framework, a reference to another route, or something that says nothing; gives back where it ends. */
  private word(at: number, pending: Pending, level: Level): number {
    word.lastIndex = at;
    const name = word.exec(this.text)?.[0] ?? '';
    let end = at + name.length;
    if (this.text[end] === '[') end = closingAt(this.text, end) + 1;
    const open = this.text[end] === '(' ? end : -1;
    const close = open === -1 ? -1 : closingAt(this.text, open);
    const isMember = this.text[at - 1] === '.';
    const found: Word = { name, at, end, open, close, isMember };
    const known = this.dialect(this, found, pending, level);
    if (known !== undefined) return known;
    const behind = open === -1 ? end : close + 1;
    const after = member.exec(this.text.slice(behind, behind + 180));
    if (!isMember && pending.words.length < mostWords) pending.words.push(name);
    if (!isMember && !this.given.has(name))
      level.refs.push({ of: '', name, ...(after === null ? {} : { isNear: true as const }) });
    if (after !== null) level.refs.push({ of: name, name: after[1] ?? '' });
    if (open !== -1 && !isAsking(pending)) this.inside(found, level);
    // A member may be one that a framework knows: it is read as a word of its own.
    return behind;
  }
}

export const isAsking = (pending: Pending): boolean =>
  pending.paths.length > 0 || pending.methods.length > 0 || pending.ends;

/** `projectM / "artifacts"`: what lies behind a part that only the program knows. */
function knownEnd(written: string): readonly string[] {
  const parts = written.split('/');
  for (let from = 1; from < parts.length; from++) {
    const read = templatesOf(parts.slice(from).join('/'));
    if (read !== undefined) return read;
  }
  return [];
}

const fresh = (): Pending => ({ paths: [], methods: [], words: [], ends: false, isLost: false });
