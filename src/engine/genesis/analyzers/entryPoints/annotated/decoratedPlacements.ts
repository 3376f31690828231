import type { Interpreter } from '../run/interpreter';
import type { RouterNode } from '../run/routers/routerNode';
import { withoutUnsetBase } from '../run/values';
import { nearest } from './nestPlacement';
import type { Placement } from './placements';

/** By the rule of the controllers the rule of what serves them. */
const servers: Readonly<Record<string, string>> = {
  routingControllers: 'routingControllersServer',
  inversify: 'inversifyServer',
};

/** What the server of a library of decorators puts before the paths of all its controllers. */
export function decoratedPlacements(interpreter: Interpreter): Record<string, Placement> {
  return Object.fromEntries(
    Object.entries(servers).map(([controllers, server]) => [
      controllers,
      served(interpreter.nodes.filter((node) => node.rule.id === server)),
    ]),
  );
}

const served = (nodes: readonly RouterNode[]): Placement => ({
  prefixes: ({ type }) => [withoutUnsetBase(nearest(nodes, type.unit.path)?.prefix ?? '')],
});
