import { valueAt } from '../../arguments';
import { namesOf } from '../../routers/handlerName';
import { prefixText } from '../../routers/prefixText';
import type { SpecialVerbCode } from '../specialVerb';

/**
 * `m.Group("/users", func() { m.Get("/:id", show) }, signedIn)`: the function calls the router around the group, and what
 * it registers there meanwhile lies in the group.
 */
export const aroundGroup: SpecialVerbCode = (interpreter, node, call) => {
  const [path, filling, ...rest] = call.args;
  const callback = filling?.value;
  if (callback?.kind !== 'function') return undefined;
  const { text, isLost } = prefixText(interpreter, path);
  const routes = node.routes.length;
  const mounts = node.mounts.length;
  interpreter.callFunction(callback, []);
  const addedRoutes = node.routes.splice(routes);
  const addedMounts = node.mounts.splice(mounts);
  const child = node.branch(text ?? '', call.line);
  child.isLost = isLost;
  child.routes.push(...addedRoutes);
  child.mounts.push(...addedMounts);
  child.given.push(...rest.flatMap((argument) => namesOf(argument)));
  interpreter.nodes.push(child);
  return valueAt(call.args, -1) === undefined ? undefined : { kind: 'router', node: child };
};
