import { dotted } from '../program/program';
import { decorate } from './decorating';
import type { Frame, Interpreter } from './interpreter';
import { Scope } from './project/scope';
import type { Unit } from './project/unit';
import { functionNameOf } from './routers/handlerName';
import type { RuleBook } from './ruleBook';
import type { ClassValue, FunctionValue, ObjectValue, PassedArgument, Value } from './values';
import { optionsOf, ownRouter, unknown } from './values';

const constructors = new Set(['constructor', '__init__', '__construct', 'initialize']);
const deepestInheritance = 10;
/** Types whose fields make one another would be made without end. */
const deepestConstruction = 12;

/** Classes and their objects: members through the classes they extend, construction, types of fields. */
export class Objects {
  /** The object that stands for all of a class where no construction is seen: made by a container, received as an argument. */
  private readonly standIns = new Map<string, ObjectValue>();
  private readonly statics = new Map<string, Map<string, Value>>();
  /** The types of which one is being made right now: what one makes of its own kind meanwhile stays empty. */
  private readonly making = new Set<string>();

  constructor(private readonly interpreter: Interpreter) {}

  private key(type: { readonly unit: Unit; readonly id: number }): string {
    return `${type.unit.path}#${type.id}`;
  }

  /** The class and those it extends, nearest first, as far as they are in the project. */
  ancestry(type: ClassValue): ClassValue[] {
    const found: ClassValue[] = [];
    const visit = (current: ClassValue): void => {
      if (found.length >= deepestInheritance || found.some((seen) => this.key(seen) === this.key(current))) return;
      found.push(current);
      const frame: Frame = { unit: current.unit, scope: current.scope, returns: [] };
      for (const base of this.interpreter.classDeclarationOf(current)?.bases ?? [])
        for (const value of optionsOf(this.interpreter.evaluate(base, frame))) if (value.kind === 'class') visit(value);
    };
    visit(type);
    return found;
  }

  /** Names of all classes it extends, those outside of the project included, as they are written, without qualifiers. */
  baseNames(type: ClassValue): Set<string> {
    const names = new Set<string>();
    for (const ancestor of this.ancestry(type))
      for (const base of this.interpreter.classDeclarationOf(ancestor)?.bases ?? []) {
        const written = functionNameOf(base) ?? '';
        if (written === '') continue;
        names.add(written);
        names.add(written.slice(written.lastIndexOf('.') + 1));
      }
    return names;
  }

  method(type: ClassValue, name: string): FunctionValue | undefined {
    for (const ancestor of this.ancestry(type)) {
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

  construct(type: ClassValue, args: readonly PassedArgument[]): ObjectValue {
    const object: ObjectValue = { kind: 'object', type, fields: new Map() };
    if (!this.standIns.has(this.key(type))) this.standIns.set(this.key(type), object);
    const key = this.key(type);
    if (this.making.size >= deepestConstruction || this.making.has(key)) return object;
    this.making.add(key);
    try {
      this.fill(type, args, object);
    } finally {
      this.making.delete(key);
    }
    return object;
  }

  private fill(type: ClassValue, args: readonly PassedArgument[], object: ObjectValue): void {
    this.inheritRouter(type, args, object);
    for (const ancestor of this.ancestry(type).reverse()) this.initializeFields(ancestor, object);
    if (type.unit.program.language === 'go' || type.unit.program.language === 'rust')
      this.setStructFields(type, args, object);
    const maker = this.constructorOf(type);
    if (maker !== undefined) {
      this.setNamedFields(maker, args, object);
      this.interpreter.callFunction(maker, args, object);
    }
  }

  /** A class that extends the router of a framework makes routers. */
  private inheritRouter(type: ClassValue, args: readonly PassedArgument[], object: ObjectValue): void {
    for (const ancestor of this.ancestry(type)) {
      const frame = this.frameOf(ancestor);
      const made = this.createdByBases(ancestor) ?? this.createdLikeRouter(ancestor);
      if (made === undefined) continue;
      const line = this.interpreter.classDeclarationOf(type)?.line ?? 1;
      object.fields.set(ownRouter, this.interpreter.routers.create(made.rule, made.creation, { args, line, frame }));
      return;
    }
  }

  /** What the rules say of the classes of a framework that this one extends itself. */
  createdByBases(type: ClassValue): ReturnType<RuleBook['creation']> {
    const { interpreter } = this;
    for (const base of interpreter.classDeclarationOf(type)?.bases ?? [])
      for (const value of optionsOf(interpreter.evaluate(base, this.frameOf(type)))) {
        const made =
          value.kind === 'external' ? interpreter.rules.creation(type.unit.program.language, value) : undefined;
        if (made !== undefined) return made;
      }
    return undefined;
  }

  /** A copy of a REST framework's router that a project keeps for itself: it registers view sets and gives their paths. */
  private createdLikeRouter(type: ClassValue): ReturnType<RuleBook['creation']> {
    if (type.unit.program.language !== 'python') return undefined;
    const declared = this.interpreter.classDeclarationOf(type);
    const names = new Set(declared?.methods.map((id) => type.unit.program.functions[id]?.name));
    if (!names.has('register') || !(names.has('get_urls') || names.has('urls'))) return undefined;
    const rule = this.interpreter.rules.rules.find(({ id }) => id === 'djangoRest');
    const creation = rule?.creates[0];
    return rule === undefined || creation === undefined || !this.interpreter.imports(rule)
      ? undefined
      : { rule, creation };
  }

  /** `Route{Method: "GET"}` and `Route{"GET", "/users"}`. */
  private setStructFields(type: ClassValue, args: readonly PassedArgument[], object: ObjectValue): void {
    const fields = this.interpreter.classDeclarationOf(type)?.fields ?? [];
    args.forEach((argument, at) => {
      const field = argument.name ?? fields[at]?.name;
      if (field !== undefined && argument.value.kind !== 'unknown') object.fields.set(field, argument.value);
    });
  }

  constructorOf(type: ClassValue): FunctionValue | undefined {
    for (const ancestor of this.ancestry(type)) {
      const declared = this.interpreter.classDeclarationOf(ancestor);
      const id = declared?.methods.find((method) => {
        const name = ancestor.unit.program.functions[method]?.name ?? '';
        return constructors.has(name) || name === declared.name;
      });
      if (id !== undefined) return this.interpreter.functionValue(id, { unit: ancestor.unit, scope: ancestor.scope });
    }
    return undefined;
  }

  /** Parameters of a constructor that are fields at the same time (TypeScript, PHP, Kotlin). */
  private setNamedFields(maker: FunctionValue, args: readonly PassedArgument[], object: ObjectValue): void {
    const declared = this.interpreter.declarationOf(maker);
    const fields = new Set(this.interpreter.classDeclarationOf(object.type)?.fields.map((field) => field.name));
    declared?.parameters.forEach((parameter, at) => {
      const value = args[at]?.value;
      if (fields.has(parameter.name) && value !== undefined && value.kind !== 'unknown')
        object.fields.set(parameter.name, value);
    });
  }

  private initializeFields(type: ClassValue, object: ObjectValue): void {
    const scope = new Scope(type.scope);
    scope.declare('this', object);
    scope.declare('self', object);
    for (const field of this.interpreter.classDeclarationOf(type)?.fields ?? []) {
      if (field.value === undefined) continue;
      const value = this.interpreter.evaluate(field.value, { unit: type.unit, scope, returns: [] });
      if (value.kind !== 'unknown') object.fields.set(field.name, value);
    }
  }

  /** The object for a class whose construction is not seen. */
  standIn(type: ClassValue): ObjectValue {
    const existing = this.standIns.get(this.key(type));
    return existing ?? this.construct(type, []);
  }

  wasMade(type: { readonly unit: Unit; readonly id: number }): boolean {
    return this.standIns.has(this.key(type));
  }

  memberOfObject(object: ObjectValue, name: string): Value | undefined {
    const own = object.fields.get(name);
    if (own !== undefined) return own;
    const method = this.method(object.type, name);
    if (method !== undefined)
      // What a class that is a router itself gives under such a name are its own routes and more.
      return this.interpreter.declarationOf(method)?.getter === true && !object.fields.has(ownRouter)
        ? this.interpreter.callFunction(method, [], object)
        : { ...method, self: object };
    for (const ancestor of this.ancestry(object.type)) {
      const field = this.interpreter.classDeclarationOf(ancestor)?.fields.find((candidate) => candidate.name === name);
      if (field?.type === undefined) continue;
      const value = this.instanceOfType(field.type, ancestor.unit, ancestor.scope);
      object.fields.set(name, value);
      return value;
    }
    return this.embedded(object, name);
  }

  /** Members of the structs embedded in a Go struct: fields whose name is their type's. */
  private embedded(object: ObjectValue, name: string): Value | undefined {
    if (object.type.unit.program.language !== 'go') return undefined;
    for (const field of this.interpreter.classDeclarationOf(object.type)?.fields ?? []) {
      if (field.type?.replace(/^.*\./, '') !== field.name) continue;
      const inner =
        object.fields.get(field.name) ?? this.instanceOfType(field.type, object.type.unit, object.type.scope);
      if (!object.fields.has(field.name)) object.fields.set(field.name, inner);
      if (inner.kind === 'router') return this.interpreter.expressions.memberOf(inner, name, this.frameOf(object.type));
      const found = inner.kind === 'object' ? this.memberOfObject(inner, name) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  frameOf(type: ClassValue): Frame {
    const scope = new Scope(type.scope);
    scope.declare('this', type);
    return { unit: type.unit, scope, returns: [] };
  }

  memberOfClass(type: ClassValue, name: string): Value | undefined {
    for (const ancestor of this.ancestry(type)) {
      const set = this.statics.get(this.key(ancestor))?.get(name);
      if (set !== undefined) return set;
      const field = this.interpreter.classDeclarationOf(ancestor)?.fields.find((candidate) => candidate.name === name);
      if (field?.value !== undefined) {
        const statics = this.staticsOf(ancestor);
        statics.set(name, unknown);
        const value = this.interpreter.evaluate(field.value, this.frameOf(ancestor));
        statics.set(name, value);
        return value;
      }
    }
    return this.method(type, name) ?? this.nestedClass(type, name);
  }

  /** `Api::Users` is the class `Users` inside of `Api`. */
  private nestedClass(type: ClassValue, name: string): ClassValue | undefined {
    const outer = this.interpreter.classDeclarationOf(type);
    if (outer === undefined) return undefined;
    const within = outer.within === undefined ? outer.name : `${outer.within}.${outer.name}`;
    const found = this.interpreter.project
      .classesNamed(name)
      .find((candidate) => this.interpreter.classDeclarationOf(candidate)?.within === within);
    return found === undefined ? undefined : { kind: 'class', ...found, scope: found.unit.scope };
  }

  setStatic(type: ClassValue, name: string, value: Value): void {
    this.staticsOf(type).set(name, value);
  }

  private staticsOf(type: ClassValue): Map<string, Value> {
    let statics = this.statics.get(this.key(type));
    if (statics === undefined) {
      statics = new Map();
      this.statics.set(this.key(type), statics);
    }
    return statics;
  }

  /** Something of a declared type: a router of a framework, an object of a class of the project, or unknown. */
  instanceOfType(type: string, unit: Unit, scope: Scope): Value {
    const { interpreter } = this;
    const frame: Frame = { unit, scope, returns: [] };
    const resolved = interpreter.evaluate(dotted(type), frame);
    for (const value of optionsOf(resolved)) {
      if (value.kind === 'class') return this.standIn(value);
      if (value.kind !== 'external') continue;
      const { language } = unit.program;
      // The usings of C# don't say which name comes from where.
      const rule =
        language === 'csharp' && value.package === ''
          ? interpreter.rules.ruleOfTypeName(language, value.name)
          : interpreter.rules.ruleOfType(language, value);
      if (rule !== undefined) return { kind: 'router', node: interpreter.newNode(rule, unit, 0) };
    }
    return unknown;
  }

  /** Decorators that register the function: `@app.get('/users')`. The others count as its middleware. */
  decorateFunction(id: number, frame: Frame): void {
    const declared = frame.unit.program.functions[id];
    if (declared?.decorators === undefined) return;
    const value = this.interpreter.functionValue(id, frame);
    decorate(this.interpreter, declared.decorators, value, frame);
  }

  /** Carries out what stands in the body of a class, and registers what its decorators and those of its methods say. */
  defineClass(id: number, frame: Frame): void {
    const declared = frame.unit.program.classes[id];
    if (declared === undefined) return;
    const type: ClassValue = { kind: 'class', unit: frame.unit, id, scope: frame.scope };
    const scope = new Scope(frame.scope);
    const inside: Frame = { unit: frame.unit, scope, returns: [] };
    for (const method of declared.methods) {
      const { decorators } = frame.unit.program.functions[method] ?? {};
      if (decorators !== undefined && frame.unit.program.language === 'python')
        decorate(this.interpreter, decorators, this.interpreter.functionValue(method, frame), inside);
    }
    this.interpreter.routers.inClassBody(type, () => this.interpreter.execute(declared.body, inside));
    if (frame.unit.program.language === 'python' && declared.decorators.length > 0)
      decorate(this.interpreter, declared.decorators, type, frame);
  }
}
