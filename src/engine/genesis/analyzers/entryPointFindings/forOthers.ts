import type { Route } from '../../../../shared/inventory';
import type { ScanModel } from '../../scanModel';
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

/** Whether nothing is served, and nothing is put into a window: then others use what is here. What draws without a program is theirs, too. */
export function isForOthers(model: ScanModel, hasPrograms = true): boolean {
  return ownRoutes(model).length === 0 && !(hasPrograms && applications.has(model.techStack[0]?.name ?? ''));
}
