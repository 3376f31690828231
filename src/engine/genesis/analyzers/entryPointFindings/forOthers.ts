import type { Route } from '../../../../shared/inventory';
import { folderOf, foldersUp } from '../../facts/paths';
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

/** Whether the few routes lie in packages that are published in several forms: a library of servers has some of its own. */
export function servesInside(model: ScanModel): boolean {
  const routes = ownRoutes(model);
  return (
    routes.length > 0 &&
    routes.length <= fewRoutes &&
    routes.every(({ file }) => {
      const manifest = [...foldersUp(folderOf(file))]
        .map((folder) => (folder === '' ? 'package.json' : `${folder}/package.json`))
        .find((path) => model.byPath.has(path));
      const facts = manifest === undefined ? undefined : model.factsIn(manifestExtractor, manifest);
      const named = manifest === undefined ? undefined : model.factsIn(packageExtractor, manifest);
      const isPublished = facts?.version !== undefined && facts.isPrivate !== true;
      return isPublished && named !== undefined && named.entries.length > 1 && named.bin.length === 0;
    })
  );
}

/** Whether nothing is served, and nothing is put into a window: then others use what is here. What draws without a program is theirs, too. */
export function isForOthers(model: ScanModel, hasPrograms = true): boolean {
  return ownRoutes(model).length === 0 && !(hasPrograms && applications.has(model.techStack[0]?.name ?? ''));
}
