import { doorkeeperRoutes, openIdConnectRoutes, wellKnownRoutes } from '../../../rules/ruby/doorkeeperRoutes';
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

/** `use_doorkeeper_openid_connect scope: 'login'`: what is well known stays where everybody looks for it. */
export const railsOpenIdConnect: SpecialVerbCode = (interpreter, node, call) => {
  add(railsBranch(interpreter, node, optionText(call, 'scope') ?? 'oauth', call.line), call, openIdConnectRoutes);
  add(node, call, wellKnownRoutes);
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
