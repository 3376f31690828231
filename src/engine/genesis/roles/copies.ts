import { roleOf } from '../languages/roleOf';
import type { Saying } from './project';

const code = /\.(?:[cm]?[jt]sx?|css|php|py|c|cc|cpp|cxx|h|hh|hpp|hxx|java|cs|go|pas|lua|swift|m)$/;

/** Folders that hold copies, or code of one's own: what lies in one of them, a file or a folder with all of its files. */
const place =
  /^((?:[^/]+\/){0,10}?(?:vendors?|third[-_]?part(?:y|ies)|3rd-?party|externals?|extern|contrib)\/[^/]+)(?:\/|$)/i;
/** Where pages are served from, a folder of libraries, all of whose files lie in it or in folders of theirs. */
const servedLibraries =
  /^((?:[^/]+\/){0,8}?(?:webapp|static|public|www|web-?root|htdocs|assets)\/(?:[^/]+\/){0,2}?libs?)\/(?:[^/]+\/){0,3}[^/]+$/i;
const places = /vendor|third[-_]?part|3rd-?party|extern|contrib|\/libs?\//i;

const placeOf = (path: string): string | undefined =>
  places.test(path) ? (place.exec(path)?.[1] ?? servedLibraries.exec(path)?.[1]) : undefined;

const mostHeads = 300;
const mostOfOwn = 12;

/** The files whose heads tell copies from a product's own code: those that may be copied, and some that are not. */
export function headsToRead(paths: readonly string[]): string[] {
  const inPlace = paths
    .filter((path) => placeOf(path) !== undefined && code.test(path) && roleOf(path) === 'source')
    .slice(0, mostHeads);
  if (inPlace.length === 0) return [];
  const own = paths.filter((path) => code.test(path) && placeOf(path) === undefined && roleOf(path) === 'source');
  const step = Math.max(1, Math.floor(own.length / mostOfOwn));
  return [...inPlace, ...own.filter((_, index) => index % step === 0).slice(0, mostOfOwn)];
}

/**
 * Files and folders in such places that name holders whom neither the licence nor the product's own files name. Of a
 * folder with files of one's own only those files are told that name others.
 */
export function copiedPlaces(sayings: ReadonlyMap<string, Saying>): string[] {
  const own = new Set<string>();
  const within = new Map<string, (readonly [path: string, notice: readonly string[]])[]>();
  for (const [path, { holders = [], notice }] of sayings) {
    const copied = notice === undefined ? undefined : placeOf(path);
    if (notice !== undefined && copied !== undefined)
      within.set(copied, [...(within.get(copied) ?? []), [path, notice]]);
    else if (notice !== undefined || !path.includes('/'))
      for (const word of [...holders, ...(notice ?? [])]) own.add(word);
  }
  return [...within].flatMap(([copied, files]) => {
    const foreign = files.filter(([, notice]) => isForeign(notice, own)).map(([path]) => path);
    const isShared = files.some(([, notice]) => names(notice).some((word) => own.has(word)));
    return foreign.length * 2 > files.length && !isShared ? [copied] : foreign;
  });
}

const names = (notice: readonly string[]): string[] => notice.filter((word) => !word.startsWith('licence:'));

/** A licence alone tells where the product's own files name another one, or none. */
function isForeign(notice: readonly string[], own: ReadonlySet<string>): boolean {
  const named = names(notice);
  const telling = named.length > 0 ? named : notice;
  return telling.length > 0 && !telling.some((word) => own.has(word));
}
