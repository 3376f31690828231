import { dotted, type FieldDeclaration, wholeName } from '../../program/program';
import type { Frame, Interpreter } from '../interpreter';
import { Scope } from '../project/scope';
import type { Unit } from '../project/unit';
import type { ClassValue, FunctionValue, ObjectValue, PassedArgument, Value } from '../values';
import { optionsOf, ownRouter, textValue, unknown } from '../values';
import { keyOf } from './ancestry';
import { InheritedRouters } from './inheritedRouters';

/** Languages in which the classes around one are part of what its names may mean. */
const nests: ReadonlySet<string> = new Set(['java', 'kotlin', 'csharp']);
/** Types whose fields make one another would be made without end. */
const deepestConstruction = 12;

const isEmbedded = ({ name, type }: FieldDeclaration): boolean => type?.replace(/^.*\./, '') === name;

/** Objects of classes: construction, members, types of fields. */
export class Objects {
  /** The object that stands for all of a class where no construction is seen: made by a container, received as an argument. */
  private readonly standIns = new Map<string, ObjectValue>();
  private readonly statics = new Map<string, Map<string, Value>>();
  /** The types of which one is being made right now: what one makes of its own kind meanwhile stays empty. */
  private readonly making = new Set<string>();
  /** Structs of Go that are written out: a text of their own that nothing sets is empty. */
  private readonly writtenOut = new WeakSet<ObjectValue>();
  /** By class of Go, what stands for an object that was written out only later. */
  private readonly standing = new Map<string, { readonly guess: ObjectValue; readonly written: ObjectValue[] }>();

  readonly inherited: InheritedRouters;

  constructor(private readonly interpreter: Interpreter) {
    this.inherited = new InheritedRouters(interpreter);
  }

  construct(type: ClassValue, args: readonly PassedArgument[]): ObjectValue {
    const object: ObjectValue = { kind: 'object', type, fields: new Map() };
    if (!this.standIns.has(keyOf(type))) this.standIns.set(keyOf(type), object);
    const key = keyOf(type);
    if (this.making.size >= deepestConstruction || this.making.has(key)) return object;
    this.making.add(key);
    try {
      this.fill(type, args, object);
    } finally {
      this.making.delete(key);
    }
    return object;
  }

  /** `&Router{mux: http.NewServeMux()}` */
  write(type: ClassValue, args: readonly PassedArgument[]): ObjectValue {
    const object = this.construct(type, args);
    if (type.unit.program.language !== 'go') return object;
    this.writtenOut.add(object);
    const before = this.standIns.get(keyOf(type));
    if (before === undefined || this.writtenOut.has(before)) return object;
    const standing = this.standing.get(keyOf(type)) ?? { guess: before, written: [] };
    if (standing.written.length < 2) standing.written.push(object);
    this.standing.set(keyOf(type), standing);
    return object;
  }

  private fill(type: ClassValue, args: readonly PassedArgument[], object: ObjectValue): void {
    this.inherited.fill(type, args, object);
    for (const ancestor of this.interpreter.ancestry.of(type).reverse()) this.initializeFields(ancestor, object);
    if (type.unit.program.language === 'go' || type.unit.program.language === 'rust')
      this.setStructFields(type, args, object);
    const maker = this.interpreter.ancestry.constructorOf(type);
    if (maker === undefined) {
      if (type.unit.program.language === 'python') this.fillDescribed(type, args, object);
      return;
    }
    const own = this.interpreter.routers.nodeOfClassIfAny(type);
    const make = (): Value => this.callMaker(maker, args, object);
    // What stands in the constructor of a class that is a router is said of that one.
    if (own?.rule.filledBy === undefined) make();
    else this.interpreter.withAmbient(own, make);
  }

  /** A class of `dataclasses` or `attrs` has its fields for arguments, and a method for what is done behind. */
  private fillDescribed(type: ClassValue, args: readonly PassedArgument[], object: ObjectValue): void {
    for (const { name, value } of args)
      if (name !== undefined && value.kind !== 'unknown') object.fields.set(name, value);
    for (const name of ['__attrs_post_init__', '__post_init__']) {
      const behind = this.interpreter.ancestry.method(type, name);
      if (behind !== undefined) this.interpreter.callFunction(behind, [], object);
    }
  }

  /** `Route{Method: "GET"}` and `Route{"GET", "/users"}`. */
  private setStructFields(type: ClassValue, args: readonly PassedArgument[], object: ObjectValue): void {
    const fields = this.interpreter.classDeclarationOf(type)?.fields ?? [];
    args.forEach((argument, at) => {
      const field = argument.name ?? fields[at]?.name;
      if (field === undefined) return;
      const isKnown = argument.value.kind !== 'unknown' || argument.value.holds !== undefined;
      const isText = fields.some(({ name, type: said }) => name === field && said === 'string');
      if (isKnown || isText) object.fields.set(field, argument.value);
    });
  }

  /** Carries out a constructor. */
  callMaker(maker: FunctionValue, args: readonly PassedArgument[], object: ObjectValue): Value {
    this.setNamedFields(maker, args, object);
    return this.interpreter.callFunction(maker, args, object);
  }

  /** Parameters of a constructor that are fields at the same time (TypeScript, PHP, Kotlin). */
  private setNamedFields(maker: FunctionValue, args: readonly PassedArgument[], object: ObjectValue): void {
    const declared = this.interpreter.declarationOf(maker);
    const owner = maker.unit.program.classes[maker.unit.classOf(maker.id) ?? -1];
    const fields = new Set(owner?.fields.map((field) => field.name));
    declared?.parameters.forEach((parameter, at) => {
      if (!fields.has(parameter.name)) return;
      const passed = args[at]?.value;
      const isLeftOut = passed === undefined && parameter.default !== undefined;
      const value =
        isLeftOut && parameter.default !== undefined
          ? this.interpreter.evaluate(parameter.default, this.frameOf(object.type))
          : passed;
      if (value !== undefined && value.kind !== 'unknown') object.fields.set(parameter.name, value);
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
    const existing = this.standIns.get(keyOf(type));
    return existing ?? this.construct(type, []);
  }

  /** What stands for an object of Go, with the only one of its class that was written out. */
  *only(): Iterable<readonly [guess: ObjectValue, written: ObjectValue]> {
    for (const { guess, written } of this.standing.values()) {
      const [one, ...others] = written;
      if (one !== undefined && others.length === 0) yield [guess, one];
    }
  }

  wasMade(type: { readonly unit: Unit; readonly id: number }): boolean {
    return this.standIns.has(keyOf(type));
  }

  memberOfObject(object: ObjectValue, name: string, around: readonly ObjectValue[] = []): Value | undefined {
    const own = object.fields.get(name);
    if (own !== undefined) return own;
    const method = this.interpreter.ancestry.method(object.type, name);
    if (method !== undefined)
      // What a class that is a router itself gives under such a name are its own routes and more.
      return this.interpreter.declarationOf(method)?.getter === true && !object.fields.has(ownRouter)
        ? this.interpreter.callFunction(method, [], object)
        : { ...method, self: object };
    for (const ancestor of this.interpreter.ancestry.of(object.type)) {
      const field = this.interpreter.classDeclarationOf(ancestor)?.fields.find((candidate) => candidate.name === name);
      if (field?.type === undefined) continue;
      // What is exported may be filled by what reads a configuration.
      const isEmpty = field.type === 'string' && /^[a-z]/.test(name) && this.writtenOut.has(object);
      if (isEmpty) return textValue('');
      const value = this.instanceOfType(field.type, ancestor.unit, ancestor.scope);
      object.fields.set(name, value);
      return value;
    }
    return around.includes(object) ? undefined : this.embedded(object, name, [...around, object]);
  }

  /** The fields among which a name is set: in Go they may be those of a struct embedded in the one at hand. */
  fieldsFor(owner: Value, name: string): Map<string, Value> | undefined {
    return owner.kind === 'object' ? this.holderOf(owner, name).fields : undefined;
  }

  private holderOf(object: ObjectValue, name: string, deep = 0): ObjectValue {
    const { fields = [] } = this.interpreter.classDeclarationOf(object.type) ?? {};
    const isOwn = object.type.unit.program.language !== 'go' || fields.some((field) => field.name === name);
    if (isOwn || deep > deepestConstruction) return object;
    for (const field of fields) {
      const inner = isEmbedded(field) ? object.fields.get(field.name) : undefined;
      const holder = inner?.kind === 'object' ? this.holderOf(inner, name, deep + 1) : undefined;
      if (holder !== undefined && this.declares(holder, name)) return holder;
    }
    return object;
  }

  private declares({ type }: ObjectValue, name: string): boolean {
    return this.interpreter.classDeclarationOf(type)?.fields.some((field) => field.name === name) === true;
  }

  /** Members of the structs embedded in a Go struct: fields whose name is their type's. They may embed one another. */
  private embedded(object: ObjectValue, name: string, around: readonly ObjectValue[]): Value | undefined {
    if (object.type.unit.program.language !== 'go') return undefined;
    for (const field of this.interpreter.classDeclarationOf(object.type)?.fields ?? []) {
      if (field.type === undefined || !isEmbedded(field)) continue;
      const inner =
        object.fields.get(field.name) ?? this.instanceOfType(field.type, object.type.unit, object.type.scope);
      if (!object.fields.has(field.name)) object.fields.set(field.name, inner);
      if (inner.kind === 'router') return this.interpreter.expressions.memberOf(inner, name, this.frameOf(object.type));
      const found = inner.kind === 'object' ? this.memberOfObject(inner, name, around) : undefined;
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
    for (const ancestor of this.interpreter.ancestry.of(type)) {
      const set = this.statics.get(keyOf(ancestor))?.get(name);
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
    const method = this.interpreter.ancestry.method(type, name);
    if (method === undefined) return this.nestedClass(type, name);
    const declared = this.interpreter.declarationOf(method);
    const isGetter = declared?.getter === true && declared.static === true;
    return isGetter ? this.interpreter.callFunction(method, [], type) : method;
  }

  /** `Api::Users` is the class `Users` inside of `Api`. */
  private nestedClass(type: ClassValue, name: string): ClassValue | undefined {
    const outer = this.interpreter.classDeclarationOf(type);
    if (outer === undefined) return undefined;
    const within = wholeName(outer);
    const found = this.interpreter.project
      .classesNamed(name)
      .find((candidate) => this.interpreter.classDeclarationOf(candidate)?.within === within);
    return found === undefined ? undefined : { kind: 'class', ...found, scope: found.unit.scope };
  }

  /** The class in whose body a class stands. */
  classAround({ unit, id, scope }: ClassValue): ClassValue | undefined {
    const within = unit.program.classes[id]?.within;
    if (within === undefined || !nests.has(unit.program.language)) return undefined;
    const outer = unit.program.classes.findIndex((declared) => wholeName(declared) === within);
    return outer === -1 || outer === id ? undefined : { kind: 'class', unit, id: outer, scope };
  }

  setStatic(type: ClassValue, name: string, value: Value): void {
    this.staticsOf(type).set(name, value);
  }

  private staticsOf(type: ClassValue): Map<string, Value> {
    let statics = this.statics.get(keyOf(type));
    if (statics === undefined) {
      statics = new Map();
      this.statics.set(keyOf(type), statics);
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
      // The usings of C# don't say which name comes from where: `WebApplication` is known by its name alone.
      const named =
        language === 'csharp'
          ? interpreter.rules.ruleOfTypeName(language, value.package === '' ? value.name : type)
          : undefined;
      const rule = named ?? interpreter.rules.ruleOfType(language, value);
      if (rule !== undefined) return { kind: 'router', node: interpreter.newNode(rule, unit, 0) };
    }
    return unknown;
  }
}
