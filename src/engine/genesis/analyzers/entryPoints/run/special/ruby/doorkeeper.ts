import { doorkeeperRoutes, openIdConnectRoutes } from '../../../rules/ruby/doorkeeperRoutes';
import type { PendingCall } from '../../calls/pendingCall';
import type { RouterNode } from '../../routers/routerNode';
import type { SpecialVerbCode } from '../specialVerb';
import { railsBranch } from './rails';
import { blockOf, names, optionText } from './railsOptions';

/** `use_doorkeeper scope: 'oauth' do skip_controllers :applications end`. */
export const railsDoorkeeper: SpecialVerbCode = (interpreter, node, call) => {
  const child = railsBranch(interpreter, node, optionText(call, 'scope') ?? 'oauth', call.line);
  const block = blockOf(call);
  if (block !== undefined) interpreter.routers.fill(child, block);
  const skipped = child.notes.get('skipped')?.split(' ') ?? [];
  for (const [controller, routes] of Object.entries(doorkeeperRoutes))
    if (!skipped.includes(controller)) add(child, call, routes);
  return undefined;
};

export const doorkeeperSkip: SpecialVerbCode = (_interpreter, node, call) => {
  node.notes.set('skipped', [node.notes.get('skipped') ?? '', ...names(call)].join(' '));
  return undefined;
};

export const railsOpenIdConnect: SpecialVerbCode = (_interpreter, node, call) => {
  add(node, call, openIdConnectRoutes);
  return undefined;
};

function add(node: RouterNode, call: PendingCall, routes: readonly (readonly [string, string, string])[]): void {
  for (const [method, path, handler] of routes)
    node.routes.push({
      methods: [method],
      path,
      file: call.frame.unit.path,
      line: call.line,
      handler,
      middleware: [],
      declared: 'implied',
    });
}
