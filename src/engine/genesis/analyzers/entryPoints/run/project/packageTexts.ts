import type { Expression } from '../../program/program';
import type { Interpreter } from '../interpreter';
import type { Value } from '../values';
import type { Unit } from './unit';

type Declared = Map<string, { readonly unit: Unit; readonly value: Expression }>;

/** By interpreter and folder, the texts at the top of the files of packages of Go. */
const known = new WeakMap<Interpreter, Map<string, Declared>>();

/**
 * `adminPath = reservedPath + "/admin"`, where another file of the package says `reservedPath`: which file comes first says
 * nothing in Go.
 */
export function textOfPackage(interpreter: Interpreter, name: string, unit: Unit): Value | undefined {
  if (unit.program.language !== 'go') return undefined;
  let folders = known.get(interpreter);
  if (folders === undefined) {
    folders = new Map();
    known.set(interpreter, folders);
  }
  let declared = folders.get(unit.directory);
  if (declared === undefined) {
    declared = textsIn(interpreter.project.unitsIn(unit.directory));
    folders.set(unit.directory, declared);
  }
  const found = declared.get(name);
  if (found === undefined) return undefined;
  // What names itself would have no end.
  declared.delete(name);
  const value = interpreter.evaluate(found.value, { unit: found.unit, scope: found.unit.scope, returns: [] });
  declared.set(name, found);
  return value;
}

function textsIn(units: readonly Unit[]): Declared {
  const found: Declared = new Map();
  for (const unit of units)
    for (const statement of unit.program.body)
      if (statement.do === 'set' && statement.target.is === 'name' && /^(?:text|join)$/.test(statement.value.is))
        found.set(statement.target.name, { unit, value: statement.value });
  return found;
}
