import { type CallExpression, type Expression, member } from '../program/program';
import { valueAt } from './arguments';
import { callListMethod, callStandardFunction, callTextMethod } from './builtins';
import { callComputed } from './computedMembers';
import type { Frame, Interpreter } from './interpreter';
import { loadFiles } from './project/loadFiles';
import { functionNameOf } from './routers/handlerName';
import type { RouterNode } from './routers/routerNode';
import { exportedName, verbOf } from './ruleBook';
import { drawRoutes } from './special/ruby/railsFiles';
import { callSuper } from './superCalls';
import type { ClassValue, ExternalValue, FunctionValue, PassedArgument, UnknownValue, Value } from './values';
import { ownRouter, pathTexts, routersIn, several, unknown } from './values';

/** A call that is being carried out. */
export interface PendingCall {
  readonly args: readonly PassedArgument[];
  readonly line: number;
  readonly frame: Frame;
  /** Name of the verb. */
  readonly verb?: string;
  /** `new X()` or a composite literal. */
  readonly makes?: boolean;
  /** Set for a decorator: what it stands on, and the other decorators there. */
  readonly decorated?: { readonly value: FunctionValue | ClassValue; readonly middleware: readonly string[] };
}

/** Methods of Ruby that a block of routes is handed to. */
const drawing: ReadonlySet<string> = new Set(['draw', 'append', 'prepend', 'add_routes']);

/** Callables that only look at a router: what they give back is a client of it, not the router. */
const clients = /^(?:supertest|request|chai|light-my-request|superagent|TestClient|inject|serverless|createServer)/i;

/** More implementations of one method than these say nothing of which is meant. */
const mostMakers = 4;

/** Finds out what is called and carries it out. */
export class Calls {
  constructor(private readonly interpreter: Interpreter) {}

  call(expression: CallExpression, frame: Frame): Value {
    const { callee } = expression;
    if (callee.is === 'name') {
      const loaded = loadFiles(this.interpreter, callee.name, expression, frame);
      if (loaded !== undefined) return loaded;
    }
    if (callee.is === 'member' && drawing.has(callee.name) && frame.unit.program.language === 'ruby') {
      const drawn = this.draw(
        callee.name === 'add_routes' ? member(callee.of, 'routes') : callee.of,
        expression,
        frame,
      );
      if (drawn) return unknown;
    }
    const computed = callComputed(this.interpreter, expression, frame);
    if (computed !== undefined) return computed;
    const inherited = callSuper(this.interpreter, expression, frame);
    if (inherited !== undefined) return inherited;
    const owner = callee.is === 'member' ? this.interpreter.evaluate(callee.of, frame) : undefined;
    const target = owner === undefined || callee.is !== 'member' ? this.interpreter.evaluate(callee, frame) : owner;
    const call: PendingCall = {
      args: this.args(expression, frame),
      line: expression.line,
      frame,
      ...(expression.makes === true ? { makes: true } : {}),
    };
    if (callee.is === 'name') {
      const bare = this.bareVerb(callee.name, target, call);
      if (bare !== undefined) return bare;
    }
    if (owner === undefined || callee.is !== 'member')
      return several(this.each(target, (value) => this.callValue(value, call)));
    return several(this.each(owner, (value) => this.callMember(value, callee.name, call)));
  }

  /** `Rails.application.routes.draw do … end`, `Shop::Engine.add_routes do … end`. */
  private draw(owner: Expression, expression: CallExpression, frame: Frame): boolean {
    const name = functionNameOf(owner);
    if (name === undefined || !name.endsWith('.routes')) return false;
    const call: PendingCall = { args: this.args(expression, frame), line: expression.line, frame };
    drawRoutes(this.interpreter, name.slice(0, -'.routes'.length), call);
    return true;
  }

  private each(value: Value, work: (value: Value) => Value): Value[] {
    return (value.kind === 'several' ? value.options : [value]).map(work);
  }

  args(expression: CallExpression, frame: Frame): PassedArgument[] {
    return expression.args.flatMap((argument): PassedArgument[] => {
      const value = this.placed(
        this.interpreter.evaluate(argument.value, frame),
        argument.line ?? expression.line,
        frame,
        argument.value,
      );
      if (argument.spread === true && value.kind === 'list')
        return value.items.map((item) => ({ value: item, source: argument.value }));
      const { name } = argument;
      if (name === '<>') return [{ value, source: argument.value, name, file: frame.unit.path, line: expression.line }];
      const { line } = argument;
      const rest = { ...(name === undefined ? {} : { name }), ...(line === undefined ? {} : { line }) };
      return [{ value, source: argument.value, ...rest }];
    });
  }

  /** A text remembers where it was first handed over: there it says which route it is of. */
  private placed(value: Value, line: number, frame: Frame, source: Expression): Value {
    if (value.kind === 'list' && source.is === 'list')
      return { kind: 'list', items: value.items.map((item) => this.placed(item, line, frame, source)) };
    if (value.kind !== 'text' || value.at !== undefined) return value;
    return { ...value, at: { file: frame.unit.path, line } };
  }

  /** A verb without a receiver, inside the block that fills a router. */
  private bareVerb(name: string, target: Value, call: PendingCall): Value | undefined {
    const node = this.interpreter.ambient.at(-1);
    const wrapped = node?.rule.bare === true ? wrappedVerb(name, call) : undefined;
    if (node !== undefined && wrapped !== undefined && target.kind === 'external') {
      const verb = verbOf(node.rule, wrapped);
      if (verb !== undefined) return this.interpreter.routers.apply(node, verb, { ...call, verb: wrapped });
    }
    // In C# a class is only made with `new`: what is called by its name is something else.
    const isMethod = target.kind === 'class' && call.makes !== true && call.frame.unit.program.language === 'csharp';
    if (!isMethod && (target.kind !== 'external' || (target.package !== '' && !this.belongsTo(target, node, call))))
      return undefined;
    const verb = node?.rule.bare === true ? verbOf(node.rule, name) : undefined;
    return node === undefined || verb === undefined
      ? undefined
      : this.interpreter.routers.apply(node, verb, { ...call, verb: name });
  }

  /** Kotlin imports the verbs by name. */
  private belongsTo(target: ExternalValue, node: RouterNode | undefined, call: PendingCall): boolean {
    const { language } = call.frame.unit.program;
    return node !== undefined && this.interpreter.rules.rulesFor(language, target.package).includes(node.rule);
  }

  callValue(target: Value, call: PendingCall): Value {
    switch (target.kind) {
      case 'function':
        return this.interpreter.callFunction(target, call.args);
      case 'class':
        return this.interpreter.objects.construct(target, call.args);
      case 'external':
        return this.callExternal(target, call);
      case 'unknown':
        return target.holds === undefined ? this.callUnknown(call) : target;
      default:
        return this.callUnknown(call);
    }
  }

  callMember(owner: Value, name: string, call: PendingCall): Value {
    switch (owner.kind) {
      case 'router':
        return this.callRouter(owner.node, name, call);
      case 'text':
        return callTextMethod(owner, name, call.args) ?? this.callUnknown(call);
      case 'list':
        return (
          callListMethod(owner, name, call.args, (callback, element, at) => this.callBack(callback, element, at)) ??
          this.callUnknown(call)
        );
      case 'function':
        return this.callFunctionMember(owner, name, call);
      case 'class':
        return this.callClassMember(owner, name, call);
      case 'object':
      case 'map':
      case 'module': {
        const member = this.interpreter.expressions.memberOf(owner, name, call.frame);
        const isOwn = member.kind === 'unknown' || (member.kind === 'function' && this.isCopied(owner, member, name));
        const own = owner.kind === 'object' && isOwn ? owner.fields.get(ownRouter) : undefined;
        if (own?.kind === 'router') return this.callRouter(own.node, name, call);
        return member.kind === 'unknown'
          ? this.dispatch(name, call)
          : several(this.each(member, (value) => this.callValue(value, call)));
      }
      case 'external': {
        const member = this.interpreter.expressions.memberOf(owner, name, call.frame);
        return several(this.each(member, (value) => this.callValue(value, call)));
      }
      case 'unknown':
        return this.callBeside(owner, name, call) ?? this.dispatch(name, call);
      default:
        return this.dispatch(name, call);
    }
  }

  /** A method of the type whose method is carried out, though the type itself is not in the project. */
  private callBeside(owner: UnknownValue, name: string, call: PendingCall): Value | undefined {
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
  private isCopied(owner: Value, member: FunctionValue, name: string): boolean {
    const id = member.unit.classOf(member.id);
    if (owner.kind !== 'object' || name !== 'register' || id === undefined) return false;
    const declaring: ClassValue = { kind: 'class', unit: member.unit, id, scope: member.unit.scope };
    return owner.fields.has(ownRouter) && this.interpreter.objects.createdByBases(declaring) === undefined;
  }

  callRouter(node: RouterNode, name: string, call: PendingCall): Value {
    const verb = verbOf(node.rule, name);
    // A method of the project may have the name of a verb and take its arguments in another order.
    const isOverload =
      verb?.does === 'route' && verb.path !== undefined && pathTexts(valueAt(call.args, 0)).length === 0;
    if (verb !== undefined && !(isOverload && this.hasExtension(node, name)))
      return this.interpreter.routers.apply(node, verb, { ...call, verb: name });
    for (const declared of this.interpreter.project.functionsNear(name, call.frame.unit.path)) {
      const declaration = declared.unit.program.functions[declared.id];
      if (declaration?.receiver === undefined || declared.unit.program.language !== call.frame.unit.program.language)
        continue;
      if (declaration.receiver.type === undefined || node.rule.types?.includes(declaration.receiver.type) !== true)
        continue;
      this.interpreter.run(declared.unit);
      const value = this.interpreter.functionValue(declared.id, { unit: declared.unit, scope: declared.unit.scope });
      const self: Value = { kind: 'router', node };
      const result = this.interpreter.withAmbient(node, () => this.interpreter.callFunction(value, call.args, self));
      return result.kind === 'unknown' ? self : result;
    }
    this.runCallbacks(call);
    return { kind: 'router', node };
  }

  private hasExtension(node: RouterNode, name: string): boolean {
    return this.interpreter.project.functionsNamed(name).some(({ unit, id }) => {
      const type = unit.program.functions[id]?.receiver?.type;
      return type !== undefined && node.rule.types?.includes(type) === true;
    });
  }

  private callFunctionMember(owner: FunctionValue, name: string, call: PendingCall): Value {
    if (name === 'default' && call.frame.unit.program.language !== 'rust') return this.callValue(owner, call);
    if (name === 'call' || name === 'apply') return this.interpreter.callFunction(owner, call.args.slice(1));
    if (name === 'bind' || name === 'as_view') return owner;
    // `fn rocket() { rocket::build() }`: a function of Rust has no members, but a crate may have its name.
    const crate = this.interpreter.declarationOf(owner)?.name ?? '';
    const isCrate =
      call.frame.unit.program.language === 'rust' && this.interpreter.rules.rulesFor('rust', crate).length > 0;
    return isCrate
      ? this.callMember({ kind: 'external', package: crate, name: 'default' }, name, call)
      : this.callUnknown(call);
  }

  private callClassMember(owner: ClassValue, name: string, call: PendingCall): Value {
    if (name === 'as_view' && call.args[0]?.value.kind === 'map') return call.args[0].value;
    if (name === 'as_view' || name === 'as_asgi' || name === 'class') return owner;
    const member = this.interpreter.objects.memberOfClass(owner, name);
    if (member?.kind === 'function') {
      const declared = this.interpreter.declarationOf(member);
      const isFactory = call.frame.unit.program.language !== 'rust';
      const self = declared?.static === true || !isFactory ? undefined : this.interpreter.objects.standIn(owner);
      return this.interpreter.callFunction(member, call.args, self);
    }
    if (name === 'new' || name === 'getInstance' || name === 'default')
      return this.interpreter.objects.construct(owner, call.args);
    return member === undefined ? this.callUnknown(call) : this.callValue(member, call);
  }

  private callExternal(target: ExternalValue, call: PendingCall): Value {
    const { language } = call.frame.unit.program;
    const { rules, routers } = this.interpreter;
    const created = rules.creation(language, target);
    if (created !== undefined) return routers.create(created.rule, created.creation, call);
    const global = rules.globalVerb(language, target);
    if (global !== undefined) {
      const node = this.interpreter.defaultNode(global.rule, call.frame.unit, call.line);
      return routers.apply(node, global.verb, call);
    }
    if (rules.isTransparent(language, target)) return call.args[0]?.value ?? unknown;
    const path = target.package === '' ? target.name : `${target.package}.${exportedName(target)}`;
    const standard = callStandardFunction(path, call.args);
    if (standard !== undefined) return standard;
    if (call.makes === true && call.args.some((argument) => argument.name !== undefined)) return describedBy(call);
    // A macro that lists functions: `routes![index, users]`.
    if (target.name.endsWith('!')) return { kind: 'list', items: call.args.map((argument) => argument.value) };
    if (target.package === '')
      return this.dispatch(target.name.slice(target.name.lastIndexOf('.') + 1), call, clients.test(target.name));
    return this.callUnknown(call, clients.test(target.package) || clients.test(exportedName(target)));
  }

  /**
   * A method of something unknown: where a router goes in, the methods of that name that take a router at this place are
   * carried out, for an interface hides which of them it is.
   */
  private dispatch(name: string, call: PendingCall, isClient = false): Value {
    const at = call.args.findIndex((argument) => argument.value.kind === 'router');
    const passed = call.args[at]?.value;
    if (passed?.kind !== 'router') return this.makersOf(name, call) ?? this.callUnknown(call, isClient);
    const results: Value[] = [];
    for (const declared of this.interpreter.project.functionsNamed(name).slice(0, 50)) {
      if (declared.unit.program.language !== call.frame.unit.program.language) continue;
      const parameter = declared.unit.program.functions[declared.id]?.parameters.filter(
        (candidate) => candidate.name !== 'self',
      )[at];
      if (parameter === undefined || !this.takesRouter(parameter.type, passed.node)) continue;
      this.interpreter.run(declared.unit);
      const value = this.interpreter.functionValue(declared.id, { unit: declared.unit, scope: declared.unit.scope });
      results.push(this.interpreter.callFunction(value, call.args, this.selfOf(declared)));
    }
    return results.length > 0 ? several(results) : this.callUnknown(call, isClient);
  }

  /** `authorizer.routes()`: what implements a trait or an interface gives its router by a method of this name. */
  private makersOf(name: string, call: PendingCall): Value | undefined {
    const { language } = call.frame.unit.program;
    if (language !== 'rust' && language !== 'go') return undefined;
    const makers = this.interpreter.project.functionsNamed(name).filter(({ unit, id }) => {
      const declared = unit.program.functions[id];
      if (unit.program.language !== language || declared?.receiver === undefined) return false;
      return (
        declared.returns !== undefined &&
        this.interpreter.rules.ruleOfTypeName(language, declared.returns) !== undefined
      );
    });
    if (makers.length === 0 || makers.length > mostMakers) return undefined;
    return several(
      makers.map((declared) => {
        this.interpreter.run(declared.unit);
        const value = this.interpreter.functionValue(declared.id, { unit: declared.unit, scope: declared.unit.scope });
        return this.interpreter.callFunction(value, call.args, this.selfOf(declared));
      }),
    );
  }

  /** The object of the class that declares a method. */
  private selfOf(declared: { readonly unit: Frame['unit']; readonly id: number }): Value | undefined {
    const { unit } = declared;
    const id = unit.program.classes.findIndex((candidate) => candidate.methods.includes(declared.id));
    if (id !== -1) return this.interpreter.objects.standIn({ kind: 'class', unit, id, scope: unit.scope });
    const receiver = unit.program.functions[declared.id]?.receiver?.type;
    if (receiver === undefined) return undefined;
    const value = this.interpreter.objects.instanceOfType(receiver, unit, unit.scope);
    return value.kind === 'object' ? value : undefined;
  }

  private takesRouter(type: string | undefined, node: RouterNode): boolean {
    if (type === undefined) return false;
    const last = type.slice(type.lastIndexOf('.') + 1);
    return node.rule.types?.includes(last) === true;
  }

  /** A function among the arguments of something unknown will be called some time; a router that goes in, or that it makes, may come out. */
  callUnknown(call: PendingCall, isClient = false): Value {
    const results = this.runCallbacks(call);
    if (isClient) return unknown;
    const holds = [...call.args.map((argument) => argument.value), ...results]
      .flatMap((value) => routersIn(value))
      .map((node): Value => ({ kind: 'router', node }));
    return holds.length === 0 ? unknown : { kind: 'unknown', holds };
  }

  private runCallbacks(call: PendingCall): Value[] {
    return call.args.flatMap(({ value, source }) =>
      value.kind === 'function' && source.is === 'function' ? [this.interpreter.callFunction(value, [])] : [],
    );
  }

  private callBack(callback: Value, element: Value, at: number): Value {
    if (callback.kind !== 'function') return unknown;
    const source = { is: 'other' } as const;
    const parts = at === -1 && element.kind === 'list' ? element.items : [element];
    return this.interpreter.callFunction(
      callback,
      parts.map((value) => ({ value, source })),
    );
  }
}

/** `authenticatedGet<Users> { … }` of a library: its class says the path, the end of its name the verb. */
function wrappedVerb(name: string, call: PendingCall): string | undefined {
  if (!call.args.some((argument) => argument.name === '<>' && argument.value.kind === 'class')) return undefined;
  return /[a-z](Get|Post|Put|Patch|Delete|Head|Options)$/.exec(name)?.[1]?.toLowerCase();
}

/** Something made of named parts whose type is not in the project: what is known are the parts. */
function describedBy(call: PendingCall): Value {
  const entries = new Map<string, Value>();
  const lines = new Map<string, number>();
  for (const { name, value, line } of call.args) {
    if (name === undefined) continue;
    entries.set(name, value);
    lines.set(name, line ?? call.line);
  }
  return { kind: 'map', entries, line: call.line, lines, file: call.frame.unit.path };
}
