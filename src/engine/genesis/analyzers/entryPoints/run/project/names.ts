import type { LanguageId } from '../../../../sourceFile';
import type { Statement } from '../../program/program';
import { setsAllPrefixes, setsVersions } from '../../program/slice/sliceWords';
import type { Frame, Interpreter } from '../interpreter';
import { setPrototype } from '../special/javascript/constructors';
import type { ClassValue, ExternalValue, MapValue, Value } from '../values';
import { holeStart, optionsOf, ownerName, routersIn, several, textOf, textValue, unknown } from '../values';
import { assignExport } from './exports';
import { findsClasses, isScript } from './languageTraits';
import { textOfPackage } from './packageTexts';
import type { Unit } from './unit';
import { visibleClass } from './visibleClass';

/** A module that more files open again than these is a namespace. */
const mostOpened = 12;
const typeParameter = /^T(?:[A-Z]\w{0,60})?$/;
const rustRoots: ReadonlySet<string> = new Set(['crate', 'self', 'super']);

/** Files that the framework includes by itself. */
const routesFile = /(?:^|\/)routes(?:\/|\.php$)/;

const baresMembers: ReadonlySet<LanguageId> = new Set(['java', 'csharp', 'kotlin', 'ruby', 'swift']);

/** Names that stand for the place of the file; the scanned folder is the root. */
const placeNames: Readonly<Record<string, (unit: Unit) => string>> = {
  __dirname: (unit) => `/${unit.directory}`,
  __DIR__: (unit) => `/${unit.directory}`,
  __filename: (unit) => `/${unit.path}`,
  __FILE__: (unit) => `/${unit.path}`,
};

/** `routes['/users'] = list`: the entry stands where it is written, if that is the file of the map. */
function placeEntry(map: MapValue, key: string, line: number, unit: Unit): void {
  if (map.file === unit.path) map.lines?.set(key, line);
  else map.lines?.delete(key);
}

/** Names as they stand in a file: what they are bound to. */
export class Names {
  constructor(private readonly interpreter: Interpreter) {}

  declare(frame: Frame, name: string, value: Value): void {
    frame.scope.declare(name, value);
    // What a Go file declares belongs to its package.
    if (frame.scope === frame.unit.scope) frame.unit.scope.parent?.declare(name, value);
  }

  declareImport(statement: Extract<Statement, { do: 'import' }>, frame: Frame): void {
    for (const { local, imported } of statement.bindings) {
      let value: Value | undefined;
      frame.scope.declare(local, () => {
        if (value !== undefined) return value;
        // While it is being found, the name is unknown; so it stays if the module is not yet carried out to its end.
        value = unknown;
        const found = this.interpreter.modules.imported(frame.unit, statement.specifier, imported);
        value = found.kind === 'unknown' ? undefined : found;
        return found;
      });
    }
  }

  assign(statement: Extract<Statement, { do: 'set' }>, given: Value, frame: Frame): void {
    const { target } = statement;
    let value = given;
    if (value.kind === 'unknown' && value.holds === undefined && statement.type !== undefined)
      value = this.interpreter.objects.instanceOfType(statement.type, frame.unit, frame.scope);
    if (target.is === 'name') {
      if (statement.appends === true) value = this.interpreter.statements.appended(frame.scope.get(target.name), value);
      if (statement.declares === true) this.declare(frame, target.name, value);
      else if (!this.assignsPackage(frame, target.name, value)) frame.scope.assign(target.name, value);
      return;
    }
    if (target.is !== 'member') return;
    if (setsVersions(target))
      this.interpreter.remarks.push({ kind: `fastEndpoints.${target.name}`, value, text: textOf(value) ?? '' });
    else if (setsAllPrefixes(target))
      this.interpreter.remarks.push({ kind: 'fastEndpointsPrefix', value, text: textOf(value) ?? '' });
    if (assignExport(target.of, target.name, value, frame)) return;
    if (setPrototype(this.interpreter, target.of, target.name, value, frame)) return;
    if (value.kind === 'router' && isScript.test(frame.unit.program.language))
      this.interpreter.remarks.push({ kind: 'keptRouter', value, text: target.name });
    for (const owner of optionsOf(this.interpreter.evaluate(target.of, frame))) {
      if (owner.kind === 'router' && target.name === 'routes')
        for (const child of routersIn(value)) owner.node.mount(child);
      if (owner.kind === 'router' && value.kind === 'function') owner.node.added.set(target.name, value);
      if (owner.kind === 'class' && value.kind !== 'unknown')
        this.interpreter.objects.setStatic(owner, target.name, value);
      const fields = owner.kind === 'map' ? owner.entries : this.interpreter.objects.fieldsFor(owner, target.name);
      if (fields === undefined || (value.kind === 'unknown' && value.holds === undefined && fields.has(target.name)))
        continue;
      if (owner.kind === 'map' && value.kind !== 'unknown') placeEntry(owner, target.name, statement.line, frame.unit);
      const grown = statement.appends === true ? fields.get(target.name) : undefined;
      fields.set(target.name, grown === undefined ? value : this.interpreter.statements.appended(grown, value));
    }
  }

  /** What a function of Go assigns and does not declare is a variable of its package; a whole text stays what it is. */
  private assignsPackage(frame: Frame, name: string, given: Value): boolean {
    const { scope } = frame.unit;
    // The route is where the variable is used, not where its text was made.
    const value = given.kind === 'text' ? textValue(given.text) : given;
    if (frame.unit.program.language !== 'go') return false;
    if (value.kind !== 'text' && value.kind !== 'list' && value.kind !== 'router') return false;
    const known = frame.scope.get(name);
    if (known !== scope.get(name) || (value.kind === 'list' && known === undefined)) return false;
    const mates = value.kind === 'text' ? [frame.unit] : this.interpreter.project.unitsIn(frame.unit.directory);
    if (value.kind === 'router' && !mates.some((mate) => mate.scope.has(name))) return false;
    const isWhole = known?.kind === 'text' && !known.text.includes(holeStart);
    if (isWhole && value.kind === 'text' && value.text.includes(holeStart)) return true;
    for (const mate of mates) if (mate.scope.has(name)) mate.scope.declare(name, value);
    scope.parent?.declare(name, value);
    return true;
  }

  reexport(statement: Extract<Statement, { do: 'reexport' }>, unit: Unit): void {
    if (statement.bindings.length === 0) unit.reexported.push(statement.specifier);
    for (const { local, imported } of statement.bindings)
      unit.exports.set(local, this.interpreter.modules.imported(unit, statement.specifier, imported));
  }

  /** A name as it stands in a file: bound, imported, declared elsewhere in the project, or of no known origin. */
  lookup(name: string, frame: Frame): Value {
    const bound = frame.scope.get(name);
    if (bound?.kind === 'class' && frame.unit.program.language === 'ruby') return this.withOpenings(bound, name);
    if (bound !== undefined)
      return this.isAskedFor(bound, frame.unit) ? (this.freeRouter(name, frame.unit) ?? bound) : bound;
    const own = this.ownMember(name, frame) ?? textOfPackage(this.interpreter, name, frame.unit);
    if (own !== undefined) return own;
    // `AddEndpoint<Login>()`: inside of it the parameter stands for the class that it was called with.
    const typed = typeParameter.test(name) ? frame.scope.get('<>') : undefined;
    if (typed?.kind === 'class') return typed;
    if (frame.unit.program.language === 'rust' && rustRoots.has(name)) {
      const files = this.interpreter.project.resolve(frame.unit.path, name);
      return { kind: 'module', from: frame.unit.path, specifier: name, files };
    }
    const place = placeNames[name];
    if (place !== undefined && Object.hasOwn(placeNames, name)) return textValue(place(frame.unit));
    return this.declaredElsewhere(name, frame.unit) ?? this.unexplained(name, frame.unit);
  }

  /** In some languages the members of the object at hand need no `this`. */
  private ownMember(name: string, frame: Frame): Value | undefined {
    if (!baresMembers.has(frame.unit.program.language)) return undefined;
    const self = frame.scope.get('this');
    if (self?.kind === 'object')
      return this.interpreter.objects.memberOfObject(self, name) ?? this.ofClass(self.type, name);
    // In a block of Kotlin that fills a router `this` is the router, and the members around are still at hand.
    const around = self?.kind === 'class' ? self : frame.scope.get(ownerName);
    return around?.kind === 'class' ? this.ofClass(around, name) : undefined;
  }

  private ofClass(type: ClassValue, name: string): Value | undefined {
    const { objects } = this.interpreter;
    // What the classes around it declare needs no name before it either.
    for (let at: ClassValue | undefined = type; at !== undefined; at = objects.classAround(at)) {
      const found = objects.memberOfClass(at, name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private declaredElsewhere(name: string, unit: Unit): Value | undefined {
    const { project } = this.interpreter;
    if (unit.program.language === 'go') for (const mate of project.unitsIn(unit.directory)) this.interpreter.run(mate);
    const inPackage = unit.scope.parent?.get(name);
    if (inPackage !== undefined) return inPackage;
    const origin = project.imports.originOf(unit.path, name);
    const target = origin === undefined ? undefined : project.units.get(origin.path);
    if (origin !== undefined && target !== undefined && target !== unit) {
      const found = this.interpreter.modules.exported(target, origin.name, 0);
      if (found !== undefined) return found;
    }
    return (
      this.fromPackage(name, unit) ??
      this.fromWildcards(name, unit) ??
      (findsClasses.has(unit.program.language) ? this.classOfProject(name, unit) : undefined)
    );
  }

  /** What another file of a package of Kotlin declares needs no import. */
  private fromPackage(name: string, unit: Unit): Value | undefined {
    const { language, namespace } = unit.program;
    if (language !== 'kotlin' || namespace === undefined) return undefined;
    return this.interpreter.modules.ofNamespace(namespace, name, unit);
  }

  /** `from x import *`, `use x::*`. */
  private fromWildcards(name: string, unit: Unit): Value | undefined {
    if (isScript.test(unit.program.language)) return undefined;
    for (const specifier of unit.reexported) {
      const files = this.interpreter.project.resolve(unit.path, specifier);
      const found =
        files.length === 0
          ? undefined
          : this.interpreter.modules.moduleMember({ kind: 'module', from: unit.path, specifier, files }, name);
      // A name below a module may lead to the file of the module itself: that says nothing of the name.
      const isItself = found?.kind === 'module' && found.files.every((file) => files.includes(file));
      if (found !== undefined && !isItself) return found;
      const inPackage =
        unit.program.language === 'kotlin' ? this.interpreter.modules.ofNamespace(specifier, name, unit) : undefined;
      if (inPackage !== undefined) return inPackage;
      const outside: ExternalValue = { kind: 'external', package: specifier, name };
      if (this.interpreter.rules.knows(unit.program.language, outside)) return outside;
    }
    return undefined;
  }

  /** A class that a file only opens again extends what it extends where it is declared. */
  private withOpenings(bound: ClassValue, name: string): Value {
    const own = this.interpreter.classDeclarationOf(bound);
    if (own === undefined || own.bases.length > 0) return bound;
    const declared = this.interpreter.project.classesNamed(name).filter((one) => {
      const other = this.interpreter.classDeclarationOf(one);
      return other !== undefined && other.bases.length > 0 && other.within === own.within;
    });
    const usable = declared.length > mostOpened ? [] : declared;
    return usable.length === 0 ? bound : several([bound, ...usable.map((one) => this.classValue(one))]);
  }

  private classOfProject(name: string, unit: Unit): Value | undefined {
    const declared = this.interpreter.project.classesNamed(name);
    const mates = declared.filter((candidate) => candidate.unit.program.namespace === unit.program.namespace);
    const [only] = mates.length === 1 ? mates : declared;
    if (unit.program.language === 'ruby' && declared.length > 1) {
      // `class Endpoint` around each of its heirs opens it again; what it extends, the first one says.
      const extending = declared.filter((one) => (this.interpreter.classDeclarationOf(one)?.bases.length ?? 0) > 0);
      const opened = declared.length > mostOpened ? extending : declared;
      if (opened.length > 0 && opened.length <= mostOpened)
        return several(opened.map((candidate) => this.classValue(candidate)));
    }
    if (unit.program.language === 'csharp' && declared.length > 1) {
      const visible = visibleClass(this.interpreter.project, mates.length > 0 ? mates : declared, unit);
      return visible === undefined ? undefined : this.classValue(visible);
    }
    if (only === undefined || (declared.length > 1 && mates.length !== 1)) return undefined;
    return this.classValue(only);
  }

  private classValue(found: { readonly unit: Unit; readonly id: number }): ClassValue {
    this.interpreter.run(found.unit);
    return { kind: 'class', unit: found.unit, id: found.id, scope: found.unit.scope };
  }

  private unexplained(name: string, unit: Unit): Value {
    const packageName = this.interpreter.rules.packageOfBareName(unit.program.language, name);
    if (packageName !== undefined) return { kind: 'external', package: packageName, name: 'default' };
    // `Services` of a file in the namespace `Config` is `Config\\Services`.
    const { namespace } = unit.program;
    const whole = unit.program.language === 'php' && /^[A-Z]/.test(name) ? `${namespace}\\${name}` : '';
    if (namespace !== undefined && whole !== '' && this.interpreter.rules.rulesFor('php', whole).length > 0)
      return { kind: 'external', package: whole, name: 'default' };
    const free = this.freeRouter(name, unit);
    if (free !== undefined) return free;
    // A crate needs no import to be named.
    if (unit.program.language === 'rust') {
      if (this.interpreter.rules.rulesFor('rust', name).length > 0)
        return { kind: 'external', package: name, name: 'default' };
      const files = this.interpreter.project.resolve(unit.path, name);
      if (files.length > 0) return { kind: 'module', from: unit.path, specifier: name, files };
    }
    return { kind: 'external', package: '', name };
  }

  /** A variable that a framework hands to files of routes. */
  private freeRouter(name: string, unit: Unit): Value | undefined {
    const { ambient, rules } = this.interpreter;
    const freed = rules.rulesOfFreeVariable(unit.program.language, name);
    const free = freed.find((rule) => ambient.some((node) => node.rule === rule) || this.interpreter.imports(rule));
    if (free === undefined) return undefined;
    const node = this.interpreter.defaultNode(free, unit, 0);
    // Below which path the routes of a module lie says the code that includes their file, and that was not found.
    if (free.id === 'laravel' && !ambient.includes(node) && !routesFile.test(unit.path)) node.isLost = true;
    return { kind: 'router', node };
  }

  /** `$router = app()->get('router')`: a file of routes may ask a container for it that nobody can follow. */
  private isAskedFor(value: Value, { program, path }: Unit): boolean {
    return (
      program.language === 'php' &&
      value.kind === 'unknown' &&
      value.holds === undefined &&
      /(?:^|\/)routes\//.test(path)
    );
  }
}
