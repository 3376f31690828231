import type { Route } from '../../../../../shared/inventory';
import { joinPaths } from '../paths/normalizePath';
import type { FilamentFacts } from './filamentExtractor';

/** The pages of each panel: its own, and those of the classes in the folders where it looks for them. */
export function filamentRoutes(files: ReadonlyMap<string, FilamentFacts>): Route[] {
  return [...files].flatMap(([file, { panel }]) => {
    if (panel === undefined) return [];
    const root = file.slice(0, Math.max(0, `/${file}`.lastIndexOf('/app/')));
    const folders = panel.folders.map((folder) => joinPaths([root, folder], 'drop').slice(1));
    const own = panel.own.map(({ path, line }) => route(joinPaths([panel.path, path], 'drop'), file, line));
    const found = [...files].flatMap(([path, { pages }]) => {
      if (pages === undefined || !folders.some((folder) => path.startsWith(`${folder}/`))) return [];
      return pages.pages.map((page) =>
        route(joinPaths([panel.path, panel.within, pages.slug, page.path], 'drop'), path, page.line, page.name),
      );
    });
    return [...own, ...found];
  });
}

const route = (path: string, file: string, line: number, handler?: string): Route => ({
  method: 'GET',
  path,
  file,
  line,
  framework: 'Filament',
  declared: 'implied',
  ...(handler === undefined ? {} : { handler }),
});
