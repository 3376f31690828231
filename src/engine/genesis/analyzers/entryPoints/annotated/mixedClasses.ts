import type { Interpreter } from '../run/interpreter';
import { keyOf } from '../run/objects/ancestry';
import { isScript } from '../run/project/languageTraits';
import type { ClassValue } from '../run/values';

/** `class Users extends Crud(UserDto)`: what a function gives back to be extended answers nothing itself. */
export function mixedClasses(interpreter: Interpreter): (type: ClassValue) => boolean {
  const found = new Set<string>();
  for (const unit of interpreter.project.units.values())
    if (isScript.test(unit.program.language))
      unit.program.classes.forEach((declared, id) => {
        if (declared.bases.every((base) => base.is !== 'call')) return;
        const type: ClassValue = { kind: 'class', unit, id, scope: unit.scope };
        for (const above of interpreter.ancestry.of(type).slice(1)) found.add(keyOf(above));
      });
  return (type) => found.has(keyOf(type));
}
