import { LineIndex } from '../../../../languages/lineIndex';
import { closingBracket } from '../../../../languages/sourceText';
import type { ManifestFacts, PackageSource, Requirement, Scope } from '../../manifestFacts';

/** A comment becomes blank, so that offsets stay. */
const withoutComments = (text: string): string =>
  text.replace(/"(?:[^"\\]|\\.){0,4000}"|;[^\n]*/g, (found) => (found[0] === ';' ? ' '.repeat(found.length) : found));

const symbol = '[A-Za-z][\\w.*+!?<>=-]{0,120}(?:\\/[\\w.*+!?<>=-]{1,120})?';

/** `org.clojure/clojure` is the artifact of a group; a lone name is both. */
function artifact(name: string): string {
  const [group = '', own] = name.split('/');
  return `${group}:${own ?? group}`;
}

/** What is asked for below such a name of a profile or an alias is for those who develop. */
const scopeOf = (name: string): Scope =>
  /test|kaocha/i.test(name) ? 'test' : name === 'provided' ? 'optional' : 'dev';

/** Back to the name of an alias or a profile it is no further than this. */
const longestAlias = 4_000;

/** The keyword that the map around a place belongs to. */
function keywordBefore(text: string, from: number, to: number): string {
  const before = text.slice(Math.max(from, to - longestAlias), to);
  return [...before.matchAll(/:([\w.*+!?-]{1,60})\s{1,200}\{/g)].at(-1)?.[1] ?? '';
}

/** Where a map of such a keyword begins and ends; neither where there is none. */
function rangeOf(text: string, keyword: RegExp): readonly [number, number] {
  const found = keyword.exec(text);
  return found === null ? [text.length, 0] : [found.index, closingBracket(text, found.index + found[0].length - 1)];
}

const maps = /:(deps|extra-deps|replace-deps)\s{1,200}\{/g;
const library = new RegExp(`(?<=[\\s,{])(${symbol})\\s{1,40}\\{`, 'g');

/** `deps.edn`: maps of libraries, those of aliases too. */
export function parseDepsEdn(written: string): ManifestFacts {
  const text = withoutComments(written);
  const lines = new LineIndex(text);
  const [from, to] = rangeOf(text, /:aliases\s{1,200}\{/);
  const requirements: Requirement[] = [];
  let end = 0;
  for (const { index, 0: head } of text.matchAll(maps)) {
    if (index < end) continue;
    const open = index + head.length - 1;
    end = closingBracket(text, open);
    const scope = index > from && index < to ? scopeOf(keywordBefore(text, from + 1, index)) : 'runtime';
    let last = 0;
    for (const { index: at, 0: key, 1: name = '' } of text.slice(open, end).matchAll(library)) {
      if (at < last) continue;
      const place = open + at;
      last = closingBracket(text, place + key.length - 1) - open;
      const value = text.slice(place + key.length, open + last);
      const declared = /:mvn\/version\s{1,40}"([^"]{1,80})"/.exec(value)?.[1] ?? '';
      const source = sourceOf(value);
      const line = lines.lineAt(place);
      requirements.push({ name: artifact(name), declared, scope, line, ...(source === undefined ? {} : { source }) });
    }
  }
  return { ecosystem: 'maven', format: 'deps.edn', requirements };
}

function sourceOf(value: string): PackageSource | undefined {
  const local = /:local\/root\s{1,40}"([^"]{1,200})"/.exec(value)?.[1];
  if (local !== undefined) return { kind: 'path', location: local };
  const url = /:git\/url\s{1,40}"([^"]{1,300})"/.exec(value)?.[1];
  const isPinned = /:(?:git\/)?(?:sha|tag)\s{1,40}"/.test(value);
  return url === undefined && !isPinned ? undefined : { kind: 'git', location: url ?? '', pinned: isPinned };
}

const vectors = /:(dependencies|plugins)\s{1,200}\[/g;
const coordinate = new RegExp(`\\[\\s{0,40}(${symbol})(?=[\\s\\]])(?:\\s{1,40}"([^"]{1,80})")?`, 'g');
const project = new RegExp(`\\(defproject\\s{1,40}(${symbol})(?:\\s{1,40}"([^"]{1,60})")?`);

/** `project.clj` of Leiningen: vectors of coordinates, those of profiles too. */
export function parseProjectClj(written: string): ManifestFacts | undefined {
  const text = withoutComments(written);
  const [, name, version] = project.exec(text) ?? [];
  if (name === undefined) return undefined;
  const lines = new LineIndex(text);
  const [from, to] = rangeOf(text, /:profiles\s{1,200}\{/);
  const requirements: Requirement[] = [];
  let end = 0;
  for (const { index, 0: head, 1: kind } of text.matchAll(vectors)) {
    if (index < end) continue;
    const open = index + head.length - 1;
    end = closingBracket(text, open);
    const isOfProfile = index > from && index < to;
    const scope = isOfProfile ? scopeOf(keywordBefore(text, from + 1, index)) : 'runtime';
    let last = open;
    for (const { index: at, 0: written, 1: own = '', 2: declared = '' } of text
      .slice(open + 1, end)
      .matchAll(coordinate)) {
      const place = open + 1 + at;
      // What a library leaves out stands within its own brackets.
      if (place < last) continue;
      last = closingBracket(text, place);
      const asking = kind === 'plugins' ? ({ scope: 'build', plugin: true } as const) : { scope };
      requirements.push({ name: artifact(own), declared, line: lines.lineAt(place + written.indexOf(own)), ...asking });
    }
  }
  const description = /:description\s{1,40}"([^"]{1,300})"/.exec(text)?.[1];
  return {
    ecosystem: 'maven',
    format: 'project.clj',
    name: artifact(name),
    ...(version === undefined ? {} : { version }),
    ...(description === undefined ? {} : { description }),
    requirements,
  };
}
