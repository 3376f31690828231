import { roleOf } from '../languages/roleOf';
import { copiedFolders, folderHeads } from './copiedFolders';
import { titledCopies } from './longFiles';
import { packageManifest } from './places';
import type { Saying } from './project';
import { mayBeCopied, namesItself, namesOf } from './readers/notice';

const code = /\.(?:[cm]?[jt]sx?|css|php|py|c|cc|cpp|cxx|h|hh|hpp|hxx|java|kt|scala|cs|go|rs|rb|dart|pas|lua|swift|m)$/;

/** Folders that hold copies, or code of one's own: what lies in one of them, a file or a folder with all of its files. */
const place =
  /^((?:[^/]+\/){0,10}?(?:vendors?|third[-_]?part(?:y|ies)|3rd-?party|externals?|extern|contrib)\/[^/]+)(?:\/|$)/i;
/** Where pages are served from, a folder of libraries, all of whose files lie in it or in folders of theirs. */
const servedLibraries =
  /^((?:[^/]+\/){0,8}?(?:webapp|static|public|www|web-?root|htdocs|assets)\/(?:[^/]+\/){0,2}?libs?)\/(?:[^/]+\/){0,3}[^/]+$/i;
const places = /vendor|third[-_]?part|3rd-?party|extern|contrib|\/libs?\//i;

/** Where pages take single scripts and styles from: what people write and what they copy lies side by side. */
const servedFile =
  /\.(?:js|css|less|scss|d\.ts)$(?<=^(?:[^/]+\/){0,8}(?:webapp|statics?|public|www|web-?root|wwwroot|htdocs|assets|javascripts|stylesheets|content)\/(?:[^/]+\/){0,6}[^/]+)/i;

const placeOf = (path: string): string | undefined =>
  places.test(path) ? (place.exec(path)?.[1] ?? servedLibraries.exec(path)?.[1]) : undefined;

const mostHeads = 300;
const mostOfOwn = 12;
/** A notice that so many of the heads have is the product's. */
const leastUsual = 0.3;

/** The files whose heads tell copies from a product's own code: those that may be copied, and some that are not. */
export function headsToRead(paths: readonly string[], longest: readonly string[] = []): string[] {
  const isSource = (path: string): boolean => roleOf(path) === 'source';
  const doubtful: string[] = [];
  const own: string[] = [];
  for (const path of paths) {
    if (!code.test(path)) continue;
    (placeOf(path) !== undefined || servedFile.test(path) ? doubtful : own).push(path);
  }
  const read = doubtful.filter(isSource).slice(0, mostHeads);
  const heads = folderHeads(own, isSource);
  if (read.length + heads.length + longest.length === 0) return [];
  // Roles are asked of few: in a large repository that would take long.
  const step = Math.max(1, Math.floor(own.length / (2 * mostOfOwn)));
  const some = own.filter((path, index) => index % step === 0 && isSource(path)).slice(0, mostOfOwn);
  return [...new Set([...read, ...some, ...heads, ...longest])];
}

/**
 * Files and folders in such places that name holders whom neither the licence nor the product's own files name. Of a
 * folder with files of one's own only those files are told that name others.
 */
export function copiedPlaces(paths: readonly string[], sayings: ReadonlyMap<string, Saying>): string[] {
  const own = new Set<string>();
  const within = new Map<string, (readonly [path: string, notice: readonly string[]])[]>();
  const served: (readonly [path: string, notice: readonly string[]])[] = [];
  const others = new Map<string, readonly string[]>();
  for (const [path, { holders = [], notice }] of sayings) {
    const copied = notice === undefined ? undefined : placeOf(path);
    if (notice !== undefined && copied !== undefined)
      within.set(copied, [...(within.get(copied) ?? []), [path, notice]]);
    else if (notice !== undefined && servedFile.test(path)) served.push([path, notice]);
    else if (notice !== undefined) others.set(path, notice);
    else if (!path.includes('/')) for (const word of holders) own.add(word);
  }
  const single = titledCopies(others, own);
  // A few long files in which somebody else had a hand say nothing of the product's own licence.
  const isUsual = [...others.values()].filter((words) => words.includes(mayBeCopied)).length > others.size * leastUsual;
  const folders = copiedFolders(others, own).filter(
    (folder) => !isPackage(folder, paths) && !holdsControllers(folder, paths),
  );
  for (const [path, notice] of others)
    if (!folders.some((folder) => path.startsWith(`${folder}/`)) && !single.includes(path))
      for (const word of notice) if (word !== namesItself && (word !== mayBeCopied || isUsual)) own.add(word);
  const places = [...within].flatMap(([copied, files]) => {
    const foreign = files.filter(([, notice]) => isForeign(notice, own)).map(([path]) => path);
    const isShared = files.some(([, notice]) => namesOf(notice).some((word) => own.has(word)));
    return foreign.length * 2 > files.length && !isShared ? [copied] : foreign;
  });
  return [...folders, ...single, ...places, ...foreignFiles(served, own)];
}

/** What a program is begun with, as the pages that IdentityServer hands out to sign in with: its controllers answer for the program. */
const holdsControllers = (folder: string, paths: readonly string[]): boolean =>
  paths.some((path) => path.startsWith(`${folder}/`) && path.endsWith('Controller.cs'));

/** Whether a folder is most of a package with a manifest of its own: somebody may keep it for those who wrote it. */
function isPackage(folder: string, paths: readonly string[]): boolean {
  const roots = paths.flatMap((path) => {
    const root = packageManifest.test(path) ? path.slice(0, path.lastIndexOf('/')) : '';
    return root !== '' && (root === folder || folder.startsWith(`${root}/`)) ? [root] : [];
  });
  const root = roots.sort((a, b) => b.length - a.length)[0];
  if (root === undefined) return false;
  const within = paths.filter((path) => code.test(path) && path.startsWith(`${root}/`) && roleOf(path) === 'source');
  return within.filter((path) => path.startsWith(`${folder}/`)).length * 2 > within.length;
}

/** Who is named in so many folders has written for the product. */
const mostFolders = 2;

/** Single files that name others than the product does, and let everyone copy them. */
function foreignFiles(
  files: readonly (readonly [path: string, notice: readonly string[]])[],
  own: ReadonlySet<string>,
): string[] {
  const folders = new Map<string, Set<string>>();
  for (const [path, notice] of files)
    for (const word of namesOf(notice))
      folders.set(word, (folders.get(word) ?? new Set()).add(path.slice(0, path.lastIndexOf('/'))));
  return files.flatMap(([path, notice]) => {
    const names = namesOf(notice);
    const isOwn = names.some((word) => own.has(word) || (folders.get(word)?.size ?? 0) > mostFolders);
    return names.length > 0 && !isOwn && notice.includes(mayBeCopied) ? [path] : [];
  });
}

/** A licence alone tells where the product's own files name another one, or none. */
function isForeign(notice: readonly string[], own: ReadonlySet<string>): boolean {
  const named = namesOf(notice);
  const telling = named.length > 0 ? named : notice;
  return telling.length > 0 && !telling.some((word) => own.has(word));
}
