import type { Route } from '../../../../shared/inventory';
import type { ScanModel } from '../../scanModel';
import { routesConclusion } from '../entryPoints/routesSynthesizer';
import { documentSite, isOfProduct } from './productWays';
import { toldRoutes } from './toldRoutes';

/** The routes that findings tell: what a library shows by a sample, and what its documents describe, is not what it serves. */
export const productRoutes = (model: ScanModel): readonly Route[] => model.shared(productRoutes, findRoutes);

function findRoutes(model: ScanModel): readonly Route[] {
  const routes = model.inventory.routes.filter(
    ({ file }) => isOfProduct(model.byPath.get(file)) && !documentSite.test(file),
  );
  return toldRoutes(routes, model, model.recall(routesConclusion.name, routesConclusion.derive).unread);
}
