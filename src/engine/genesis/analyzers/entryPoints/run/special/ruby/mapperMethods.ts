import type { PendingCall } from '../../calls/pendingCall';
import type { Interpreter } from '../../interpreter';
import { functionNameOf } from '../../routers/handlerName';
import type { RouterNode } from '../../routers/routerNode';
import type { Value } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';
import { railsBranch } from './rails';
import { blockOf, names } from './railsOptions';

const extended = 'railsExtend';

/** `extend Shop::OrderRoutes` in a block of routes: the methods of the module are those of the mapper there. */
export const railsExtend: SpecialVerbCode = (interpreter, _node, call) => {
  for (const { source, value } of call.args) {
    const name = functionNameOf(source);
    if (name !== undefined)
      interpreter.remarks.push({ kind: extended, value, text: name.slice(name.lastIndexOf('.') + 1) });
  }
  return undefined;
};

/** Words of methods that choose who or when, and leave a block where it is: `authenticated :admin do … end`. */
const choosing =
  /^as$|auth|constrain|default|devise|with_|direct|resolve|require|only|allow|permit|host|domain|enable|feature/;

/**
 * `cms_route_admin`: a method that a project or its engine adds to Rails' mapper, in the class itself
 * (`class ActionDispatch::Routing::Mapper`), in a module of a file about routes, or in one that extends a block of routes.
 * Its routes lie where it is called. Where it is not found, nobody can tell where those of its block lie.
 */
export function callMapperMethod(
  interpreter: Interpreter,
  node: RouterNode,
  name: string,
  call: PendingCall,
): Value | undefined {
  const modules = new Set(interpreter.remarks.flatMap(({ kind, text }) => (kind === extended ? [text] : [])));
  const found = interpreter.project.functionsNamed(name).filter(({ unit, id }) => {
    const owner = unit.program.classes[unit.classOf(id) ?? -1];
    if (unit.program.language !== 'ruby' || owner === undefined || owner.bases.length > 0) return false;
    if (owner.name === 'Mapper' || modules.has(owner.name)) return true;
    return /rout|mapper/i.test(unit.path) && /Mapper|Rout(?:es|ing|er)/.test(owner.name);
  });
  const [only] = found;
  if (only === undefined || found.length > 1) return fillSomewhere(interpreter, node, name, call);
  const value = interpreter.functionValue(only.id, { unit: only.unit, scope: only.unit.scope });
  return interpreter.callFunction(value, call.args);
}

/** `admin_resources :orders do … end` */
function fillSomewhere(interpreter: Interpreter, node: RouterNode, name: string, call: PendingCall): Value | undefined {
  const block = blockOf(call);
  if (block === undefined || names(call).length === 0 || choosing.test(name)) return undefined;
  const child = railsBranch(interpreter, node, '', call.line);
  child.isLost = true;
  return interpreter.routers.fill(child, block);
}
