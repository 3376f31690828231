import type { Route } from '../../../../../shared/inventory';
import { joinPaths } from '../paths/normalizePath';
import { directoryOf } from '../run/project/unit';
import { nextEndingKey, nextOutputKey, nextPrefixKey } from '../settings/scriptPrefixes';
import type { ServerSettings } from '../settings/settingsExtractor';

/** What the settings of an application of Next say of all of its routes. */
export interface NextSettings {
  /** What lies before all paths. */
  readonly base: string;
  /** What files of pages are called behind their names; empty where they need no such ending. */
  readonly endings: readonly string[];
  /** All that is built is files: there is nobody to answer anything but the reading of one. */
  readonly isExported: boolean;
}

/** By the folder of the settings. */
export function nextSettings(files: ReadonlyMap<string, ServerSettings>): Map<string, NextSettings> {
  const found = new Map<string, NextSettings>();
  for (const [path, { values }] of files) {
    const { [nextPrefixKey]: base, [nextEndingKey]: endings, [nextOutputKey]: output } = values;
    if (base === undefined && endings === undefined && output === undefined) continue;
    found.set(directoryOf(path), {
      base: base ?? '',
      endings: endings?.split(' ') ?? [],
      isExported: output === 'export',
    });
  }
  return found;
}

/** Those of the nearest folder above the file that has some. */
export function settingsAbove(path: string, all: ReadonlyMap<string, NextSettings>): NextSettings | undefined {
  if (all.size === 0) return undefined;
  for (let folder = directoryOf(path); folder !== ''; folder = directoryOf(folder)) {
    const found = all.get(folder);
    if (found !== undefined) return found;
  }
  return all.get('');
}

const apiFile = /(?:^|\/)pages\/api\//;

/** The routes as the settings make them: below the base, and without those that an export leaves out. */
export function asSet(routes: readonly Route[], settings: NextSettings | undefined): readonly Route[] {
  if (settings === undefined) return routes;
  const { base, isExported } = settings;
  const answered = isExported ? routes.filter(({ method, file }) => method === 'GET' && !apiFile.test(file)) : routes;
  return base === '' ? answered : answered.map((route) => ({ ...route, path: joinPaths([base, route.path], 'drop') }));
}

/** `index.page.tsx`: where the first page of Next is called so, its `pageExtensions` leave out all other files. */
const firstPage = /^((?:.{0,300}\/)?pages)\/index\.(?!test\.|spec\.|stories\.|module\.)([a-z]{1,12})\.[jt]sx?$/;

/** What the pages of a folder are called behind their names, by the folder. */
export function pageEndings(paths: Iterable<string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const path of paths) {
    const [, folder, ending] = firstPage.exec(path) ?? [];
    if (folder !== undefined && ending !== undefined) found.set(folder, ending);
  }
  return found;
}

/** The path of a page as if it were called without the ending; `undefined` for what is none for lack of it. */
export function pageNamed(
  path: string,
  settings: NextSettings | undefined,
  endings: ReadonlyMap<string, string>,
): string | undefined {
  const [, start, own, end] = /^(.*?)(?:\.([\w-]+))?(\.\w+)$/.exec(path) ?? [];
  const named = start === undefined || own === undefined ? undefined : `${start}${end ?? ''}`;
  if (settings !== undefined && settings.endings.length > 0)
    return own !== undefined && settings.endings.includes(own) ? named : undefined;
  for (const [folder, ending] of endings)
    if (path.startsWith(`${folder}/`))
      return own === ending ? named : path.startsWith(`${folder}/api/`) ? (named ?? path) : undefined;
  return path;
}
