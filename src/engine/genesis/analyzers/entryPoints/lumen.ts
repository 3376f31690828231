import type { Route } from '../../../../shared/inventory';
import { folderOf, foldersUp } from '../../facts/paths';
import type { ScanModel } from '../../scanModel';
import { manifestExtractor } from '../dependencies/extractors';

/** Lumen's routes are written like those of Laravel, or nearly: the nearest manifest says which of the two it is. */
export function withLumen(routes: readonly Route[], model: ScanModel): readonly Route[] {
  const byFolder = new Map<string, boolean>();
  for (const [{ path }, { requirements }] of model.factsOf(manifestExtractor)) {
    const asks = (wanted: string): boolean => requirements.some(({ name }) => name === wanted);
    if (/(?:^|\/)composer\.json$/.test(path))
      byFolder.set(folderOf(path), asks('laravel/lumen-framework') && !asks('laravel/framework'));
  }
  if (![...byFolder.values()].includes(true)) return routes;
  return routes.map((route) => {
    const folder = [...foldersUp(folderOf(route.file))].find((one) => byFolder.has(one));
    const isLumen = route.framework === 'Laravel' && folder !== undefined && byFolder.get(folder) === true;
    return isLumen ? { ...route, framework: 'Lumen' } : route;
  });
}
