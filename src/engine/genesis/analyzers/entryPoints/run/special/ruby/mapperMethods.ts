import type { PendingCall } from '../../calls/pendingCall';
import type { Interpreter } from '../../interpreter';
import type { Value } from '../../values';

/**
 * `cms_route_admin`: a method that a project or its engine adds to Rails' mapper, in the class itself
 * (`class ActionDispatch::Routing::Mapper`) or in a module of a file about routes. Its routes lie where it is called.
 */
export function callMapperMethod(interpreter: Interpreter, name: string, call: PendingCall): Value | undefined {
  const found = interpreter.project.functionsNamed(name).filter(({ unit, id }) => {
    const owner = unit.program.classes[unit.classOf(id) ?? -1];
    if (unit.program.language !== 'ruby' || owner === undefined || owner.bases.length > 0) return false;
    return owner.name === 'Mapper' || (/rout|mapper/i.test(unit.path) && /Mapper|Rout(?:es|ing|er)/.test(owner.name));
  });
  const [only] = found;
  if (only === undefined || found.length > 1) return undefined;
  const value = interpreter.functionValue(only.id, { unit: only.unit, scope: only.unit.scope });
  return interpreter.callFunction(value, call.args);
}
