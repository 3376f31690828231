import type { FunctionDeclaration } from '../../program/program';
import type { Verb } from '../../rules/routerRule';
import { valueAt } from '../arguments';
import { callTextMethod } from '../builtins';
import type { Interpreter } from '../interpreter';
import { Scope } from '../project/scope';
import { RouterNode } from '../routers/routerNode';
import { isInPackage, verbOf } from '../ruleBook';
import { mountOnServer } from '../special/ruby/rackRun';
import type { ClassValue, FunctionValue, PassedArgument, TextValue, UnknownValue, Value } from '../values';
import { ownRouter, pathTexts, routersIn, textOf, textValue } from '../values';
import type { PendingCall } from './pendingCall';

/** Methods of routers, functions and classes. */
export class MemberCalls {
  constructor(private readonly interpreter: Interpreter) {}

  /** A method of the type whose method is carried out, though the type itself is not in the project. */
  beside(owner: UnknownValue, name: string, call: PendingCall): Value | undefined {
    const { receiver } = owner;
    if (receiver === undefined) return undefined;
    const found = this.interpreter.project
      .functionsNamed(name)
      .find(
        ({ unit, id }) =>
          unit.directory === receiver.directory && unit.program.functions[id]?.receiver?.type === receiver.type,
      );
    if (found === undefined) return undefined;
    const value = this.interpreter.functionValue(found.id, { unit: found.unit, scope: found.unit.scope });
    return this.interpreter.callFunction(value, call.args, owner);
  }

  /** `register` of a class that is a router by its methods alone, with no framework's class above it. */
  isCopied(owner: Value, member: FunctionValue, name: string): boolean {
    const id = member.unit.classOf(member.id);
    if (owner.kind !== 'object' || name !== 'register' || id === undefined) return false;
    const declaring: ClassValue = { kind: 'class', unit: member.unit, id, scope: member.unit.scope };
    return owner.fields.has(ownRouter) && this.interpreter.objects.inherited.createdByBases(declaring) === undefined;
  }

  /** `docs := chidocs.NewRouter(router); docs.Get("/users", list)`: what a package of Go dresses a router in registers on it. */
  ofDressed({ holds }: UnknownValue, name: string, call: PendingCall): Value | undefined {
    if (call.frame.unit.program.language !== 'go') return undefined;
    const [only, ...others] = (holds ?? []).flatMap((value) => routersIn(value));
    const verb = only === undefined || others.length > 0 ? undefined : verbOf(only.rule, name);
    if (only === undefined || verb === undefined || call.args.length < 2) return undefined;
    if (!textOf(call.args[0]?.value)?.startsWith('/')) return undefined;
    return this.interpreter.routers.apply(only, verb, { ...call, verb: name });
  }

  /** `app.register_blueprint(users)`, where the class of the application is of a package: it is one, whichever. */
  ofUnknown(name: string, call: PendingCall): Value | undefined {
    const mounted = mountOnServer(this.interpreter, name, call);
    if (mounted !== undefined) return mounted;
    if (name !== 'register_blueprint' && name !== 'include_router') return undefined;
    const [child] = call.args.flatMap((argument) => routersIn(argument.value));
    const verb = child === undefined ? undefined : verbOf(child.rule, name);
    if (child === undefined || verb?.does !== 'mount') return undefined;
    const node = this.interpreter.defaultNode(child.rule, call.frame.unit, call.line);
    return this.interpreter.routers.apply(node, verb, { ...call, verb: name });
  }

  ofText(owner: TextValue, name: string, call: PendingCall): Value | undefined {
    return this.ofPath(owner, name, call) ?? callTextMethod(owner, name, call.args);
  }

  /** `"/users" bind routes(…)`, where a framework that the file imports gives paths such methods. */
  private ofPath(owner: TextValue, name: string, call: PendingCall): Value | undefined {
    const { interpreter } = this;
    const { unit } = call.frame;
    for (const rule of interpreter.rules.ofLanguage(unit.program.language)) {
      const verb = rule.texts?.[name];
      const isImported = (): boolean =>
        [...interpreter.project.specifiersOf(unit)].some((one) => rule.packages.some((own) => isInPackage(one, own)));
      if (verb === undefined || !isImported()) continue;
      const node =
        interpreter.ambient.findLast((one) => one.rule === rule) ??
        new RouterNode(rule, { file: unit.path, line: call.line });
      const args = [{ value: owner, source: { is: 'other' } as const }, ...call.args];
      return interpreter.routers.apply(node, verb, { ...call, args, verb: name });
    }
    return undefined;
  }

  /** The group that is being filled, where a call on a router around it counts for that. */
  private innermost(node: RouterNode): RouterNode {
    const { ambient } = this.interpreter;
    if (node.rule.stacksGroups !== true || !ambient.includes(node)) return node;
    return ambient.findLast(({ rule }) => rule === node.rule) ?? node;
  }

  ofRouter(called: RouterNode, name: string, call: PendingCall): Value {
    const node = this.innermost(called);
    const verb = verbOf(node.rule, name);
    const added = verb === undefined ? node.added.get(name) : undefined;
    if (added !== undefined) {
      const self: PassedArgument = { value: { kind: 'router', node }, source: { is: 'other' } };
      // A directive of Pyramid is handed the configuration on which it is called.
      this.interpreter.callFunction(added, node.rule.id === 'pyramid' ? [self, ...call.args] : call.args);
      return self.value;
    }
    const isOwn = verb !== undefined && this.isOverload(verb, name, call) && this.hasExtension(node, name);
    if (verb !== undefined && !isOwn) return this.interpreter.routers.apply(node, verb, { ...call, verb: name });
    // `route.build()`, where `build` is a block that was handed over to fill a router.
    const handed = call.frame.unit.program.language === 'kotlin' ? call.frame.scope.get(name) : undefined;
    if (handed?.kind === 'function' && verb === undefined && this.interpreter.declarationOf(handed)?.name === '')
      return this.interpreter.routers.fill(node, handed);
    for (const declared of this.interpreter.project.functionsNear(name, call.frame.unit.path)) {
      const declaration = declared.unit.program.functions[declared.id];
      if (declaration?.receiver === undefined || declared.unit.program.language !== call.frame.unit.program.language)
        continue;
      if (declaration.receiver.type === undefined || node.rule.types?.includes(declaration.receiver.type) !== true)
        continue;
      this.interpreter.run(declared.unit);
      const value = this.interpreter.functionValue(declared.id, { unit: declared.unit, scope: declared.unit.scope });
      const self: Value = { kind: 'router', node };
      const result = this.interpreter.withAmbient(node, () =>
        this.interpreter.callFunction(value, isOwn ? withDefaults(declaration, call) : call.args, self),
      );
      return result.kind === 'unknown' ? self : result;
    }
    this.interpreter.calls.runCallbacks(call);
    return { kind: 'router', node };
  }

  /**
   * A method of the project may have the name of a verb and take its arguments in another order, or an object of the
   * project in the place of a path: `app.MapGroup(this)`.
   */
  private isOverload(verb: Verb, name: string, { args, frame }: PendingCall): boolean {
    const first = valueAt(args, 0);
    if (verb.does === 'route') return verb.path !== undefined && pathTexts(first).length === 0;
    if (verb.does !== 'group') return false;
    if (verb.prefix === undefined) return verb.callback !== undefined && valueAt(args, verb.callback) === undefined;
    const isInside = frame.of !== undefined && this.interpreter.declarationOf(frame.of)?.name === name;
    const isHidden = first?.kind === 'unknown' || (first?.kind === 'external' && first.package === '');
    const isFound = isHidden && frame.unit.program.language === 'csharp' && !isInside;
    return first?.kind === 'object' || first?.kind === 'class' || isFound;
  }

  private hasExtension(node: RouterNode, name: string): boolean {
    return this.interpreter.project.functionsNamed(name).some(({ unit, id }) => {
      const type = unit.program.functions[id]?.receiver?.type;
      return type !== undefined && node.rule.types?.includes(type) === true;
    });
  }

  ofFunction(owner: FunctionValue, name: string, call: PendingCall): Value {
    if (name === 'default' && call.frame.unit.program.language !== 'rust')
      return this.interpreter.calls.callValue(owner, call);
    const filled = name === 'invoke' ? call.args[0]?.value : undefined;
    if (filled?.kind === 'router') return this.interpreter.routers.fill(filled.node, owner);
    if (name === 'invoke') return this.interpreter.callFunction(owner, call.args);
    if (name === 'call' || name === 'apply') return this.interpreter.callFunction(owner, call.args.slice(1));
    if (name === 'bind' || name === 'as_view') return owner;
    const beside = this.ofModule(owner, name, call);
    if (beside !== undefined) return beside;
    // `fn rocket() { rocket::build() }`: a function of Rust has no members, but a crate may have its name.
    const crate = this.interpreter.declarationOf(owner)?.name ?? '';
    const isCrate =
      call.frame.unit.program.language === 'rust' && this.interpreter.rules.rulesFor('rust', crate).length > 0;
    return isCrate
      ? this.interpreter.calls.callMember({ kind: 'external', package: crate, name: 'default' }, name, call)
      : this.interpreter.calls.callUnknown(call);
  }

  /** `mod router; pub fn router() { router::router() }`: a module may have the name of a function beside it. */
  private ofModule(owner: FunctionValue, name: string, call: PendingCall): Value | undefined {
    const { unit } = call.frame;
    const module = this.interpreter.declarationOf(owner)?.name ?? '';
    if (unit.program.language !== 'rust' || module === '') return undefined;
    const specifier = `self::${module}`;
    const files = this.interpreter.project.resolve(unit.path, specifier);
    if (files.length === 0 || files.includes(unit.path)) return undefined;
    return this.interpreter.calls.callMember({ kind: 'module', from: unit.path, specifier, files }, name, call);
  }

  /** `impl<T: SimpleRoute> Route for T { fn route() -> &'static str { Self::PATH } }`: a function of all types. */
  private ofEveryType(owner: ClassValue, name: string, call: PendingCall): Value | undefined {
    if (owner.unit.program.language !== 'rust') return undefined;
    const found = this.interpreter.project.functionsNamed(name).find(({ unit, id }) => {
      const declared = unit.program.functions[id];
      return declared?.static === true && /^[A-Z]$/.test(declared.receiver?.type ?? '');
    });
    if (found === undefined) return undefined;
    this.interpreter.run(found.unit);
    const scope = new Scope(found.unit.scope);
    scope.declare(found.unit.program.functions[found.id]?.receiver?.type ?? '', owner);
    return this.interpreter.callFunction(
      this.interpreter.functionValue(found.id, { unit: found.unit, scope }),
      call.args,
    );
  }

  ofClass(owner: ClassValue, name: string, call: PendingCall): Value {
    if (name === 'as_view' && call.args[0]?.value.kind === 'map') return call.args[0].value;
    if (name === 'as_view' || name === 'as_asgi' || name === 'class' || name === 'GetType') return owner;
    const member = this.interpreter.objects.memberOfClass(owner, name);
    if (member?.kind === 'function') {
      const declared = this.interpreter.declarationOf(member);
      const isFactory = call.frame.unit.program.language !== 'rust';
      const self = declared?.static === true || !isFactory ? undefined : this.interpreter.objects.standIn(owner);
      return this.interpreter.callFunction(member, call.args, self);
    }
    const general = member === undefined ? this.ofEveryType(owner, name, call) : undefined;
    if (general !== undefined) return general;
    if (name === 'new' || name === 'getInstance' || name === 'default')
      return this.interpreter.objects.construct(owner, call.args);
    return member === undefined
      ? this.interpreter.calls.callUnknown(call)
      : this.interpreter.calls.callValue(member, call);
  }
}

/** A path that the declaration says where the call leaves it out is that of the call: there the route stands. */
function withDefaults(
  { parameters }: FunctionDeclaration,
  { args, frame, line }: PendingCall,
): readonly PassedArgument[] {
  const at = { file: frame.unit.path, line };
  const left = parameters.slice(args.length).flatMap(({ name, default: said }): PassedArgument[] => {
    const isSaid = said?.is === 'text' && args.every((argument) => argument.name !== name);
    return isSaid ? [{ value: { ...textValue(said.text), at }, source: said, name }] : [];
  });
  return [...args, ...left];
}
