import type { Clock } from '../../../base/clock';
import { describeApi } from '../openApi';
import type { Route } from '../route';
import { aboutRoutes } from './about';
import { contextRoutes } from './contexts';
import { genesisRoutes } from './genesis';
import { ingestRoutes } from './ingest';
import { itemRoutes } from './items';
import { journalRoutes } from './journal';
import { keyRoutes } from './keys';
import { memoryRoutes } from './memory';
import { projectRoutes } from './projects';
import { sessionRoutes } from './sessions';
import { spineRoutes } from './spine';

/** The table: routing, checks, `Allow` and the OpenAPI document all come from it. */
export function createRoutes(version: string, clock: Clock): readonly Route[] {
  let document: unknown;
  const routes: readonly Route[] = [
    ...aboutRoutes(version, () => {
      document ??= describeApi(routes, version);
      return document;
    }),
    ...projectRoutes,
    ...keyRoutes,
    ...contextRoutes,
    ...journalRoutes,
    ...ingestRoutes,
    ...sessionRoutes,
    ...itemRoutes,
    ...memoryRoutes,
    ...genesisRoutes(clock),
    ...spineRoutes,
  ];
  return routes;
}
