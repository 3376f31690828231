import { argumentAt } from '../run/arguments';
import { hole, textOf } from '../run/values';
import type { TableFacts } from '../tables/tableFacts';
import { nextcloudAppOf, nextcloudBase } from '../tables/tableRoutes';
import { pathsAt } from './annotationsOf';
import type { Placement } from './placements';

/** The name of the application stands before the routes of its controllers, that of the interface before those of `ApiRoute`. */
export function nextcloudPlacement(tables: ReadonlyMap<string, TableFacts>): Placement {
  return {
    prefixes({ type }, { annotations, paths }) {
      const said = annotations.find(
        (one) => /^(?:Api|Frontpage)Route$/.test(one.name) && pathsAt(one, ['url', 1])?.[0] === paths[0],
      );
      const root = said === undefined ? undefined : textOf(argumentAt(said.args, 'root')?.value);
      const base = nextcloudBase(nextcloudAppOf(type.unit.path, tables), {
        below: said?.name === 'ApiRoute' ? 'ocs' : 'web',
        ...(root === undefined ? {} : { root }),
      });
      return [base ?? hole('app')];
    },
  };
}
