import type { Frame, Interpreter } from '../interpreter';
import { commonFolders } from '../project/project';
import type { Unit } from '../project/unit';
import { functionNameOf } from '../routers/handlerName';
import type { ClassValue, FunctionValue } from '../values';
import { optionsOf } from '../values';

const constructors = new Set(['constructor', '__init__', '__construct', 'initialize']);
/** With the parts of classes of C#, of which some have dozens. */
const deepestInheritance = 60;

/** One class of the project, whatever scope it is seen from. */
export function keyOf(type: { readonly unit: Unit; readonly id: number }): string {
  return `${type.unit.path}#${type.id}`;
}

/** As by `keyOf`, which every look at a class would write down for all that it extends. */
const isSameClass = (one: ClassValue, other: ClassValue): boolean =>
  one.id === other.id && one.unit.path === other.unit.path;

/** The classes that a class extends, and what it has from them. */
export class Ancestry {
  constructor(private readonly interpreter: Interpreter) {}

  /** The class and those it extends, nearest first, as far as they are in the project. */
  of(type: ClassValue): ClassValue[] {
    const found: ClassValue[] = [];
    const visit = (current: ClassValue): void => {
      if (found.length >= deepestInheritance || found.some((seen) => isSameClass(seen, current))) return;
      found.push(current);
      const frame: Frame = { unit: current.unit, scope: current.scope, returns: [] };
      for (const base of this.interpreter.classDeclarationOf(current)?.bases ?? [])
        for (const value of optionsOf(this.interpreter.evaluate(base, frame))) if (value.kind === 'class') visit(value);
      for (const part of this.partsOf(current)) visit(part);
    };
    visit(type);
    return found;
  }

  /** The other parts of a class of C# that several files declare. */
  private partsOf(type: ClassValue): ClassValue[] {
    const declared = this.interpreter.classDeclarationOf(type);
    if (declared?.partial !== true) return [];
    return this.interpreter.project.classesNamed(declared.name).flatMap(({ unit, id }): ClassValue[] => {
      const part = unit.program.classes[id];
      const isSame =
        part?.partial === true &&
        part.within === declared.within &&
        unit.program.namespace === type.unit.program.namespace &&
        areNear(unit.directory, type.unit.directory);
      return isSame ? [{ kind: 'class', unit, id, scope: unit.scope }] : [];
    });
  }

  /** Names of all classes it extends, those outside of the project included, as they are written, without qualifiers. */
  baseNames(type: ClassValue): Set<string> {
    const names = new Set<string>();
    for (const ancestor of this.of(type))
      for (const base of this.interpreter.classDeclarationOf(ancestor)?.bases ?? []) {
        const written = functionNameOf(base) ?? '';
        if (written === '') continue;
        names.add(written);
        names.add(written.slice(written.lastIndexOf('.') + 1));
      }
    return names;
  }

  method(type: ClassValue, name: string): FunctionValue | undefined {
    for (const ancestor of this.of(type)) {
      const { unit } = ancestor;
      const id = this.interpreter
        .classDeclarationOf(ancestor)
        ?.methods.find((method) => unit.program.functions[method]?.name === name);
      if (id !== undefined) return this.interpreter.functionValue(id, { unit, scope: ancestor.scope });
      const outside = this.methodOutside(ancestor, name);
      if (outside !== undefined) return outside;
    }
    return undefined;
  }

  /** Methods that are declared beside the type: Go, Rust. */
  private methodOutside(type: ClassValue, name: string): FunctionValue | undefined {
    const typeName = this.interpreter.classDeclarationOf(type)?.name;
    for (const candidate of this.interpreter.project.functionsNamed(name)) {
      const receiver = candidate.unit.program.functions[candidate.id]?.receiver;
      // Extensions of Swift may stand anywhere in the module.
      const isNear = candidate.unit.directory === type.unit.directory || type.unit.program.language === 'swift';
      if (receiver?.type !== typeName || !isNear) continue;
      return this.interpreter.functionValue(candidate.id, { unit: candidate.unit, scope: candidate.unit.scope });
    }
    return undefined;
  }

  constructorOf(type: ClassValue): FunctionValue | undefined {
    for (const ancestor of this.of(type)) {
      const declared = this.interpreter.classDeclarationOf(ancestor);
      const id = declared?.methods.find((method) => {
        const name = ancestor.unit.program.functions[method]?.name ?? '';
        return constructors.has(name) || name === declared.name;
      });
      if (id !== undefined) return this.interpreter.functionValue(id, { unit: ancestor.unit, scope: ancestor.scope });
    }
    return undefined;
  }
}

/** Of two folders one holds the other, or both stand in the same one: the parts of a class may have a folder of their own. */
function areNear(one: string, other: string): boolean {
  if (one === other) return true;
  const depth = Math.min(one.split('/').length, other.split('/').length);
  return commonFolders(`${one}/`, `${other}/`) >= Math.max(1, depth - 1);
}
