import type { Route } from '../../../../shared/inventory';
import { folderOf, foldersUp, isInside } from '../../facts/paths';
import type { ScanModel } from '../../scanModel';
import { manifestExtractor } from '../dependencies/extractors';
import { packageExtractor } from '../entryPoints/packages/packageExtractor';
import { documentSite, isOfProduct } from './productWays';

/** Frameworks of whole applications: the packages of one serve it, and nobody else. */
const applications = new Set(
  'Tauri|Electron|Wails|Flutter|React Native|Expo|Ionic|Android SDK|SwiftUI|UIKit|.NET MAUI'.split('|'),
);

/** Routes of the product; what samples serve, and what those who develop start, says nothing of it. */
export const ownRoutes = (model: ScanModel): readonly Route[] =>
  model.inventory.routes.filter(
    ({ file }) => isOfProduct(model.byPath.get(file)) && !documentSite.test(file) && !/^\.|\/Development\//.test(file),
  );

const fewRoutes = 5;

/**
 * Whether the routes lie in packages that others take: a few in some that are published in several forms, as a library of
 * servers has of its own, or all in packages of a repository that publishes many, and starts none of them itself.
 */
export function servesInside(model: ScanModel, hasPrograms = true): boolean {
  const routes = ownRoutes(model);
  const isFramework = !hasPrograms && publishesMany(model);
  if (routes.length === 0 || (routes.length > fewRoutes && !isFramework)) return false;
  const manifestOf = (path: string): string | undefined =>
    [...foldersUp(folderOf(path))]
      .map((folder) => (folder === '' ? 'package.json' : `${folder}/package.json`))
      .find((one) => model.byPath.has(one));
  const inside = routes.filter(({ file }) => {
    const manifest = manifestOf(file);
    const named = manifest === undefined ? undefined : model.factsIn(packageExtractor, manifest);
    const isPublished = manifest !== undefined && isForRegistry(manifest, model);
    return isPublished && named !== undefined && named.entries.length > (isFramework ? 0 : 1) && named.bin.length === 0;
  });
  // One that is never published is there to try the others out.
  return inside.length === routes.length || (isFramework && inside.length >= routes.length * mostInside);
}

const mostInside = 0.8;

function isForRegistry(manifest: string, model: ScanModel): boolean {
  const facts = model.factsIn(manifestExtractor, manifest);
  return facts?.version !== undefined && facts.isPrivate !== true;
}

/** So many packages of a repository are a family for others. */
const fewestPublished = 5;

const publishesMany = (model: ScanModel): boolean =>
  [...model.factsOf(packageExtractor)].filter(
    ([{ path, role }, { entries, bin }]) =>
      role === 'config' && path.includes('/') && entries.length > 0 && bin.length === 0 && isForRegistry(path, model),
  ).length >= fewestPublished;

/** Whether nothing is served, and nothing is put into a window: then others use what is here. What draws without a program is theirs, too. */
export function isForOthers(model: ScanModel, hasPrograms = true): boolean {
  return ownRoutes(model).length === 0 && !(hasPrograms && applications.has(model.techStack[0]?.name ?? ''));
}

/** The library that the whole is called after, with none of what the site beside it serves. */
export function ofWhole(model: ScanModel): (library: { readonly name: string; readonly path: string }) => boolean {
  const routes = ownRoutes(model);
  return ({ name, path }) =>
    name.toLowerCase() === model.name.toLowerCase() &&
    folderOf(path) !== '' &&
    !routes.some(({ file }) => isInside(file, folderOf(path)));
}
