import type { LanguageId } from '../../../../sourceFile';
import type { Interpreter } from '../interpreter';
import type { Value } from '../values';
import { findsClasses, isScript } from './languageTraits';
import type { Unit } from './unit';

/** How names of modules and their members are put together. */
const separators: Readonly<Partial<Record<LanguageId, string>>> = {
  python: '.',
  rust: '::',
  java: '.',
  csharp: '.',
  php: '\\',
};

/** Modules of the project: what an import gives, what a file exports. */
export class Modules {
  /** Members that are being looked for, by the file whose class may have them. */
  private readonly asked = new Map<Unit, Set<string>>();

  constructor(private readonly interpreter: Interpreter) {}

  /** What an import gives: a member of a module of the project, a module, or something outside. */
  imported(unit: Unit, specifier: string, imported: string): Value {
    const { language } = unit.program;
    const files = this.isFramework(unit, specifier) ? [] : this.interpreter.project.resolve(unit.path, specifier);
    const module = { kind: 'module', from: unit.path, specifier, files } as const;
    if (files.length > 0) {
      if (imported === '*') return module;
      const found = this.moduleMember(module, imported);
      if (found !== undefined) return found;
    }
    const inPackage =
      language === 'kotlin'
        ? (this.ofNamespace(specifier, imported, unit) ?? this.ofObject(specifier, imported, unit))
        : undefined;
    if (inPackage !== undefined) return inPackage;
    const inner = imported === '*' || imported === 'default' ? undefined : this.submodule(module, imported, unit);
    if (inner !== undefined) return inner;
    if (files.length > 0) return { kind: 'unknown', name: imported };
    // `import io.javalin.Javalin` names a class of a package.
    const at = language === 'java' && imported === 'default' ? specifier.lastIndexOf('.') : -1;
    if (at > 0) return { kind: 'external', package: specifier.slice(0, at), name: specifier.slice(at + 1) };
    return { kind: 'external', package: specifier, name: imported === '*' ? 'default' : imported };
  }

  /**
   * The path of a Go module is never that of a folder of the project by chance only; and a copy of a framework that a
   * project of Python keeps beside its code is still the framework.
   */
  private isFramework(unit: Unit, specifier: string): boolean {
    const { language } = unit.program;
    const { project, rules } = this.interpreter;
    if ((language !== 'go' && language !== 'python') || rules.rulesFor(language, specifier).length === 0) return false;
    return language === 'go' || project.resolve(unit.path, specifier).every((file) => !project.units.has(file));
  }

  /** A name that a file of a package declares. */
  ofNamespace(namespace: string, name: string, except: Unit): Value | undefined {
    for (const unit of this.interpreter.project.unitsOfNamespace(namespace)) {
      const found = unit === except ? undefined : this.exported(unit, name, 0);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** `import shop.web.Paths.USERS`: a member of an object or of a companion. */
  private ofObject(path: string, name: string, unit: Unit): Value | undefined {
    const at = path.lastIndexOf('.');
    const owner = at === -1 ? undefined : this.ofNamespace(path.slice(0, at), path.slice(at + 1), unit);
    return owner?.kind === 'class' ? this.interpreter.objects.memberOfClass(owner, name) : undefined;
  }

  /** A member of a module of the project, or `undefined`. */
  moduleMember(module: Extract<Value, { kind: 'module' }>, name: string): Value | undefined {
    for (const path of module.files) {
      const unit = this.interpreter.project.units.get(path);
      if (path === module.from) {
        // `from . import users` in a package asks for what lies beside the file, not for what it imports itself;
        // above a class of Java its constants have to be imported, even in its own file.
        const own = unit?.program.language === 'java' ? this.staticMember(unit, name) : undefined;
        if (own !== undefined) return own;
        continue;
      }
      const found = unit === undefined ? undefined : (this.inner(module, unit, name) ?? this.exported(unit, name, 0));
      if (found !== undefined) return found;
      const passedOn = this.passedOn(path, name) ?? (unit === undefined ? undefined : this.staticMember(unit, name));
      if (passedOn !== undefined) return passedOn;
    }
    const unit = this.interpreter.project.units.get(module.from);
    return unit === undefined ? undefined : this.submodule(module, name, unit);
  }

  /** `import shop.Routes.Users`: a class inside of the one that the file is named after. */
  private inner({ specifier }: Extract<Value, { kind: 'module' }>, unit: Unit, name: string): Value | undefined {
    if (unit.program.language !== 'java' || name !== 'default') return undefined;
    const last = specifier.slice(specifier.lastIndexOf('.') + 1);
    this.interpreter.run(unit);
    return unit.scope.own(last);
  }

  /**
   * `import static shop.Paths.ADMIN`: a member of the class that the file is named after. What that class is built upon may be
   * looked for among its own members again, which say nothing of it.
   */
  private staticMember(unit: Unit, name: string): Value | undefined {
    const type = unit.program.language === 'java' ? this.soleExport(unit) : undefined;
    const asked = this.asked.get(unit);
    if (type?.kind !== 'class' || asked?.has(name) === true) return undefined;
    const names = asked ?? new Set<string>();
    this.asked.set(unit, names.add(name));
    try {
      return this.interpreter.objects.memberOfClass(type, name);
    } finally {
      names.delete(name);
    }
  }

  /** A name that a file only takes from elsewhere: such files leave no program of their own. */
  private passedOn(path: string, name: string, depth = 0): Value | undefined {
    const { imports, units } = this.interpreter.project;
    const part = path.endsWith('/__init__.py') ? this.partOfPackage(path, name) : undefined;
    if (part !== undefined) return part;
    const origin = imports.originOf(path, name);
    const unit = origin === undefined || origin.path === path ? undefined : units.get(origin.path);
    const atOrigin = origin === undefined || unit === undefined ? undefined : this.exported(unit, origin.name, 0);
    if (atOrigin !== undefined) return atOrigin;
    if (depth > 8) return undefined;
    for (const { fact, files } of imports.importsOf(path)) {
      const binding = fact.bindings.find((candidate) => candidate.local === name || candidate.local === '*');
      if (fact.kind !== 'reexport' || binding === undefined) continue;
      const imported = binding.local === '*' ? name : binding.imported;
      for (const file of files) {
        const target = units.get(file);
        const found = (target && this.exported(target, imported, 0)) ?? this.passedOn(file, imported, depth + 1);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  /** `from . import health` in the file of a package takes the module, whatever that declares under the same name. */
  private partOfPackage(path: string, name: string): Value | undefined {
    for (const { fact } of this.interpreter.project.imports.importsOf(path)) {
      const binding = fact.bindings.find(({ local }) => local === name);
      if (binding === undefined || !fact.specifier.endsWith('.')) continue;
      const specifier = `${fact.specifier}${binding.imported}`;
      const files = this.interpreter.project.resolve(path, specifier);
      if (files.length > 0) return { kind: 'module', from: path, specifier, files };
    }
    return undefined;
  }

  /** All that a module exports, as one map: what lists the members of `import * as routes`. */
  whole({ files }: Extract<Value, { kind: 'module' }>): Value | undefined {
    const entries = new Map<string, Value>();
    for (const path of files) this.gather(path, entries, 0);
    return entries.size === 0 ? undefined : { kind: 'map', entries, line: 1 };
  }

  private gather(path: string, entries: Map<string, Value>, depth: number): void {
    const { project } = this.interpreter;
    const unit = project.units.get(path);
    if (unit !== undefined) this.interpreter.run(unit);
    for (const [name, value] of unit?.exports ?? []) if (!entries.has(name)) entries.set(name, value);
    for (const { fact, files } of depth > 5 ? [] : project.imports.importsOf(path)) {
      if (fact.kind !== 'reexport') continue;
      for (const { local } of fact.bindings) {
        if (local === '*') for (const file of files) this.gather(file, entries, depth + 1);
        const value = local === '*' || entries.has(local) ? undefined : this.passedOn(path, local);
        if (value !== undefined) entries.set(local, value);
      }
    }
  }

  private submodule(module: Extract<Value, { kind: 'module' }>, name: string, unit: Unit): Value | undefined {
    const separator = separators[unit.program.language];
    if (separator === undefined) return undefined;
    const specifier = `${module.specifier}${module.specifier.endsWith(separator) ? '' : separator}${name}`;
    const files = this.interpreter.project.resolve(module.from, specifier);
    if (files.length === 0) return undefined;
    return { kind: 'module', from: module.from, specifier, files };
  }

  /** What a file exports under a name, or declares under it where the language exports what is declared. */
  exported(unit: Unit, name: string, depth: number): Value | undefined {
    this.interpreter.run(unit);
    const direct = unit.exports.get(name);
    if (direct !== undefined) return direct;
    const whole = unit.exports.get('module.exports');
    if (name === 'default') return whole ?? this.soleExport(unit);
    const inWhole = whole?.kind === 'map' ? whole.entries.get(name) : undefined;
    if (inWhole !== undefined) return inWhole;
    if (!isScript.test(unit.program.language)) {
      const own = unit.scope.own(name);
      if (own !== undefined) return own;
    }
    if (depth > 5) return undefined;
    for (const specifier of unit.reexported)
      for (const path of this.interpreter.project.resolve(unit.path, specifier)) {
        const target = this.interpreter.project.units.get(path);
        const found = target === undefined ? undefined : this.exported(target, name, depth + 1);
        if (found !== undefined) return found;
      }
    return undefined;
  }

  /** `const helpers = module.exports`: the map that a file of CommonJS exports, which it may fill under another name. */
  exportsOf(unit: Unit): Value {
    const known = unit.exports.get('module.exports');
    if (known !== undefined) return known;
    const made: Value = { kind: 'map', entries: new Map(unit.exports), line: 1 };
    unit.exports.set('module.exports', made);
    return made;
  }

  /** `require('./x')` of a module without `module.exports`: its exports as one map. PHP: the class named like the file. */
  private soleExport(unit: Unit): Value | undefined {
    if (unit.program.classes.length > 0 && findsClasses.has(unit.program.language)) {
      const stem = unit.path.slice(unit.path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
      const declared = unit.program.classes.find((candidate) => candidate.name === stem) ?? unit.program.classes[0];
      return declared === undefined ? undefined : unit.scope.own(declared.name);
    }
    return unit.exports.size === 0 ? undefined : { kind: 'map', entries: new Map(unit.exports), line: 1 };
  }
}
