import type { Extractor } from '../../../extractor';
import { folderOf } from '../../../facts/paths';
import type { ScanModel } from '../../../scanModel';
import { joinedPath } from '../../dependencies/inventory/folderPattern';

/** How each of these says that there are tests. */
const testMarks: readonly (readonly [path: RegExp, line: RegExp])[] = [
  [/^CMakeLists\.txt$/, /^\s{0,20}(?:enable_testing\s?\(|include\s?\(\s?CTest\b)/i],
  [/^Makefile\.am$/, /^(?:TESTS|check_PROGRAMS)\s{0,9}\+?=/],
  [/^[\w.-]{1,80}\.cabal$/, /^test-suite\s/i],
  [/^build\.zig$/, /\.step\("test"/],
  [/^Package\.swift$/, /^[^/]{0,200}\.testTarget\s?\(/],
  [/(?:^|\/)meson\.build$/, /^\s{0,20}test\s?\(/],
];
const script =
  /^(?:scripts?\/(?:bootstrap|setup|server|lint)|(?:(?:scripts?|build|bin|eng|ci|dev|tools?|hack)\/)?(?:[Bb]uild|compile|(?:run[-_]?)?tests?)(?:[-_]\w{1,12})?(?:\.(?:sh|ps1))?)$/;
/** What tells how it is built, and of the two tools that a C build may be written for the one that it names first. */
const guide = /^(?:README|INSTALL(?:ATION)?|BUILD(?:ING)?|CONTRIBUTING|HACKING)(?:\.(?:md|rst|txt|adoc|markdown))?$/i;
const builder =
  /(?:^|&&|`)[ \t$>]{0,20}(?:(cmake) (?:-|\.)|\.\/(?:configure|autogen\.sh|bootstrap(?:\.sh)?)(?![\w.-])|autoreconf\b)/m;
const justfile = /(?:^|\/)\.?[Jj]ustfile$/;

/** What only the text of a file tells of how it is used. */
export interface ContentMark {
  /** The line, 1-based, by which the build is told that there are tests. */
  readonly tests?: number;
  /** The builder of C that a guide names. */
  readonly builder?: 'cmake' | 'autotools';
  /** A script leaves at once where it is given nothing. */
  readonly wantsArguments?: true;
  /** Files of recipes that are taken in, as they are written. */
  readonly imports?: readonly string[];
}

/** It counts what it is given, or stops where the first of them is missing. */
const asksForArguments = /\$#["']?\s{0,3}(?:-(?:lt|eq|ne|le)|==|!=|<)|\$\{1:?\?|-z\s{1,3}"?\$\{?1\b/;
const leaves = /\bexit [1-9]\d?\b|\$\{1:?\?/;

export const contentMarkExtractor: Extractor<ContentMark> = {
  id: 'commands/contentMarks',
  version: 7,
  wants: ({ path, role }) =>
    role !== 'fixture' &&
    role !== 'vendored' &&
    [...testMarks.map(([pattern]) => pattern), script, justfile, guide].some((pattern) => pattern.test(path)),
  extract({ path, text }) {
    const start = text.slice(0, 60_000);
    const mark = testMarks.find(([pattern]) => pattern.test(path))?.[1];
    if (mark !== undefined) {
      const lines = start.split('\n');
      const at = lines.findIndex((line) => mark.test(line));
      return at < 0 || isOff(lines, at) ? undefined : { tests: at + 1 };
    }
    if (guide.test(path)) {
      const named = builder.exec(start);
      return named === null ? undefined : { builder: named[1] === undefined ? 'autotools' : 'cmake' };
    }
    if (script.test(path)) {
      const wants = /\busage:/i.test(start) && asksForArguments.test(start) && leaves.test(start);
      return wants ? { wantsArguments: true } : undefined;
    }
    const imports = [...start.matchAll(/^import\??\s{1,4}["']([\w./-]{1,120})["']/gm)].flatMap(
      (match) => match[1] ?? [],
    );
    return imports.length === 0 ? undefined : { imports };
  },
};

/** Below an `if` of CMake on a word that nothing switches on: CTest itself switches on but its own. */
function isOff(lines: readonly string[], at: number): boolean {
  if (/^\s{0,40}test\s?\(/.test(lines[at] ?? '')) return isOptional(lines, at);
  let depth = 0;
  for (let index = at - 1; index >= 0; index--) {
    const line = lines[index] ?? '';
    if (/^\s{0,40}endif\b/i.test(line)) depth++;
    if (!/^\s{0,40}if\s{0,5}\(/i.test(line) || depth-- > 0) continue;
    const word = /^\s{0,40}if\s{0,5}\(\s{0,9}(\w{1,80})\s{0,9}\)/i.exec(line)?.[1];
    if (word === undefined || /^BUILD_TESTING$|TOP_?LEVEL|MAIN|MASTER|STANDALONE/i.test(word)) return false;
    const isOn = new RegExp(
      `\\b(?:option|set)\\s{0,5}\\(\\s{0,9}${word}\\b[^)]{0,300}\\b(?:ON|TRUE|YES|1|\\$\\{\\w{1,80}\\})[\\s)]`,
      'i',
    );
    return !isOn.test(lines.join('\n'));
  }
  return false;
}

/** Below an option of Meson, which another file may switch off. */
function isOptional(lines: readonly string[], at: number): boolean {
  let depth = 0;
  for (let index = at - 1; index >= 0; index--) {
    const line = lines[index] ?? '';
    if (/^\s{0,40}endif\b/.test(line)) depth++;
    if (/^\s{0,40}if\s/.test(line) && depth-- === 0) {
      if (/\bget_option\(/.test(line)) return true;
      depth = 0;
    }
  }
  return false;
}

/** Whether a script at the top, typed without anything behind it, only says how it is to be used. */
export function wantsArguments(model: ScanModel, path: string): boolean {
  return model.factsIn(contentMarkExtractor, path)?.wantsArguments === true;
}

/** The builder of C that guides name, the read-me's before the others'. */
export function namedBuilder(model: ScanModel): ContentMark['builder'] {
  const named = [...model.factsOf(contentMarkExtractor)].filter(([, { builder }]) => builder !== undefined);
  const [first] = named.toSorted(([a], [b]) => Number(/^read/i.test(b.path)) - Number(/^read/i.test(a.path)));
  return first?.[1].builder;
}

/** Files of recipes by path, with the folder of the file that takes them in. */
export function importedRecipes(model: ScanModel): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [{ path }, { imports = [] }] of model.factsOf(contentMarkExtractor))
    for (const written of imports) {
      const target = joinedPath(folderOf(path), written);
      if (target !== undefined && !found.has(target)) found.set(target, folderOf(path));
    }
  return found;
}
