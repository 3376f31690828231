import { type CallExpression, type Expression, member } from '../../program/program';
import { callListMethod, callStandardFunction, joinedByName, ofMap } from '../builtins';
import { callComputed } from '../computedMembers';
import type { Frame, Interpreter } from '../interpreter';
import { embeddedRouter } from '../objects/embeddedRouter';
import { includeFolder } from '../project/folderIncludes';
import { callFolder } from '../project/folders';
import { noteFolder } from '../project/folderWalks';
import { isScript } from '../project/languageTraits';
import { loadFiles, loadRoutes } from '../project/loadFiles';
import { callSetting } from '../project/settings';
import { functionNameOf } from '../routers/handlerName';
import { exportedName, verbOf } from '../ruleBook';
import { noteCutPrefix, serveBehindCut } from '../special/go/handedOn';
import { calledOnMade, madeByFunction } from '../special/javascript/constructors';
import { madeByContainer } from '../special/php/container';
import { drawRoutes } from '../special/ruby/railsFiles';
import { callSuper } from '../superCalls';
import type { ExternalValue, PassedArgument, Value } from '../values';
import { ownRouter, routersIn, several, unknown } from '../values';
import { adoptedRouter } from './adoptedRouter';
import { BareVerbs } from './bareVerbs';
import { describedBy, madeOfParts } from './described';
import { Dispatch } from './dispatch';
import { overEach } from './iterated';
import { MemberCalls } from './memberCalls';
import { namedArguments } from './namedArguments';
import { onWhat, type PendingCall } from './pendingCall';
import { withWholeModules } from './wholeModules';

/** Methods of Ruby that a block of routes is handed to. */
const drawing: ReadonlySet<string> = new Set(['draw', 'append', 'prepend', 'add_routes']);

/** `lo.Ternary(on, New(), Nothing())`, `lo.Must(New())`: functions of Go that give back what goes in. */
const choosing = /^(?:Ternary|If|IfElse|Coalesce|Must\d?|Or)$/;

/** Callables that only look at a router: what they give back is a client of it, not the router. */
const clients = /^(?:supertest|request|chai|light-my-request|superagent|TestClient|inject|serverless|createServer)/i;

const listsModule = /^Object\.(?:values|entries|keys)$/;

/** Finds out what is called and carries it out. */
export class Calls {
  private readonly bare: BareVerbs;
  private readonly members: MemberCalls;
  readonly dispatch: Dispatch;
  private readonly whole = new WeakSet<readonly PassedArgument[]>();

  constructor(private readonly interpreter: Interpreter) {
    this.bare = new BareVerbs(interpreter);
    this.members = new MemberCalls(interpreter);
    this.dispatch = new Dispatch(interpreter);
  }

  call(expression: CallExpression, frame: Frame): Value {
    const { callee } = expression;
    if (callee.is === 'name') {
      const loaded = loadFiles(this.interpreter, callee.name, expression, frame);
      if (loaded !== undefined) return loaded;
    }
    if (loadRoutes(this.interpreter, expression, frame)) return unknown;
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
    const found = callee.is === 'member' ? this.interpreter.evaluate(callee.of, frame) : undefined;
    const isUnknown = found?.kind === 'unknown' && found.holds === undefined;
    const owner = (isUnknown ? adoptedRouter(this.interpreter, expression, frame) : undefined) ?? found;
    const target = owner === undefined || callee.is !== 'member' ? this.called(callee, frame) : owner;
    const call: PendingCall = {
      args: this.args(expression, frame),
      line: expression.line,
      frame,
      ...(expression.makes === true ? { makes: true } : {}),
      ...onWhat(callee, frame),
    };
    const called = callee.is === 'name' || callee.is === 'member' ? callee.name : undefined;
    if (called !== undefined && this.interpreter.hooks.note(called, call)) return unknown;
    if (called !== undefined && includeFolder(this.interpreter, called, call)) return unknown;
    const each = called === undefined || isOurs(owner) ? undefined : overEach(this.interpreter, called, call);
    if (each !== undefined) return each;
    if (callee.is === 'name') {
      const bare = madeByContainer(this.interpreter, callee.name, call) ?? this.bare.call(callee.name, target, call);
      if (bare !== undefined) return bare;
    }
    if (called !== undefined) noteCutPrefix(called, call);
    if (owner !== undefined && callee.is === 'member') serveBehindCut(owner, callee.name, call);
    if (owner === undefined || callee.is !== 'member') {
      const given = several(this.each(target, (value) => this.callValue(value, call)));
      return joinedByName(given, callee, call) ?? given;
    }
    return several(this.each(owner, (value) => this.callMember(value, callee.name, call)));
  }

  /** `app('router')` calls a function of PHP: the variable `$app` that files of routes are handed is another thing. */
  private called(callee: Expression, frame: Frame): Value {
    const isFunction = callee.is === 'name' && frame.unit.program.language === 'php';
    const isFree = isFunction && this.interpreter.rules.rulesOfFreeVariable('php', callee.name).length > 0;
    return isFree && frame.scope.get(callee.name) === undefined ? unknown : this.interpreter.evaluate(callee, frame);
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

  /** True for arguments as they stand in a call of a script: what is not among them is `undefined`. */
  areWhole(args: readonly PassedArgument[]): boolean {
    return this.whole.has(args);
  }

  args(expression: CallExpression, frame: Frame): PassedArgument[] {
    const args = this.evaluated(expression, frame);
    const isOpen = expression.args.some((argument) => argument.spread === true);
    if (!isOpen && isScript.test(frame.unit.program.language)) this.whole.add(args);
    return args;
  }

  private evaluated(expression: CallExpression, frame: Frame): PassedArgument[] {
    return expression.args.flatMap((argument): PassedArgument[] => {
      const value = this.placed(
        this.interpreter.evaluate(argument.value, frame),
        argument.line ?? expression.line,
        frame,
        argument.value,
      );
      if (argument.spread === true && value.kind === 'list')
        return value.items.map((item) => ({ value: item, source: argument.value }));
      if (argument.spread === true && value.kind === 'map') return namedArguments(value);
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

  callValue(target: Value, call: PendingCall): Value {
    noteFolder(this.interpreter, call);
    switch (target.kind) {
      case 'function':
        return madeByFunction(this.interpreter, target, call) ?? this.interpreter.callFunction(target, call.args);
      case 'class':
        return this.interpreter.objects.write(target, call.args);
      case 'external':
        return this.callExternal(target, call);
      case 'unknown':
        if (target.verbOf !== undefined) return this.members.ofRouter(target.verbOf, target.name ?? '', call);
        return target.holds === undefined ? this.callUnknown(call) : target;
      default:
        return this.callUnknown(call);
    }
  }

  /** `init().then((router) => app.use('/styles', router))`: what a promise gives goes into what is done with it. */
  private afterwards(owner: Value, call: PendingCall): Value | undefined {
    const done = call.args[0]?.value;
    if (owner.kind === 'unknown' || owner.kind === 'external' || done?.kind !== 'function') return undefined;
    return isScript.test(call.frame.unit.program.language) ? this.callBack(done, owner, 0) : undefined;
  }

  callMember(owner: Value, name: string, call: PendingCall): Value {
    const given = name === 'then' ? this.afterwards(owner, call) : undefined;
    if (given !== undefined) return given;
    switch (owner.kind) {
      case 'router':
        return this.members.ofRouter(owner.node, name, call);
      case 'text':
        return this.members.ofText(owner, name, call) ?? this.callUnknown(call);
      case 'list':
        return (
          callListMethod(owner, name, call.args, (callback, element, at) => this.callBack(callback, element, at)) ??
          this.callUnknown(call)
        );
      case 'function':
        return this.members.ofFunction(owner, name, call);
      case 'class':
        return this.members.ofClass(owner, name, call);
      case 'object':
      case 'map':
      case 'module': {
        const kept = owner.kind === 'map' ? ofMap(owner, name, call.args) : undefined;
        if (kept !== undefined) return kept;
        const member = this.interpreter.expressions.memberOf(owner, name, call.frame);
        const isOwn =
          member.kind === 'unknown' || (member.kind === 'function' && this.members.isCopied(owner, member, name));
        const own = owner.kind === 'object' && isOwn ? owner.fields.get(ownRouter) : undefined;
        if (own?.kind === 'router') return this.members.ofRouter(own.node, name, call);
        const embedded = member.kind === 'unknown' ? embeddedRouter(this.interpreter, owner) : undefined;
        if (embedded !== undefined && verbOf(embedded.rule, name) !== undefined) {
          embedded.notes.set('embedded', 'yes');
          return this.members.ofRouter(embedded, name, call);
        }
        if (owner.kind === 'object' && name === 'GetType') return owner.type;
        return member.kind === 'unknown'
          ? (madeOfParts(call) ?? this.dispatch.call(name, call))
          : several(
              this.each(
                member,
                (value) => calledOnMade(this.interpreter, owner, value, call) ?? this.callValue(value, call),
              ),
            );
      }
      case 'external': {
        const member = this.interpreter.expressions.memberOf(owner, name, call.frame);
        return several(this.each(member, (value) => this.callValue(value, call)));
      }
      case 'unknown':
        return (
          this.members.beside(owner, name, call) ??
          this.members.ofDressed(owner, name, call) ??
          this.members.ofUnknown(name, call) ??
          this.dispatch.call(name, call)
        );
      default:
        return this.dispatch.call(name, call);
    }
  }

  private callExternal(target: ExternalValue, call: PendingCall): Value {
    const { language } = call.frame.unit.program;
    const { rules, routers } = this.interpreter;
    const created = rules.creation(language, target);
    if (created !== undefined) return routers.create(created.rule, created.creation, call);
    const global = rules.globalVerb(language, target);
    if (global !== undefined) {
      const node = this.interpreter.defaultNode(global.rule, call.frame.unit, call.line);
      return routers.apply(node, global.verb, { ...call, verb: exportedName(target) });
    }
    if (rules.isTransparent(language, target)) return call.args[0]?.value ?? unknown;
    if (language === 'go' && choosing.test(exportedName(target)))
      return several(call.args.map((argument) => argument.value).filter(({ kind }) => kind === 'object'));
    const path = target.package === '' ? target.name : `${target.package}.${exportedName(target)}`;
    const standard =
      callFolder(this.interpreter, path, call) ??
      callStandardFunction(path, listsModule.test(path) ? withWholeModules(this.interpreter, call.args) : call.args) ??
      callSetting(this.interpreter, path, call);
    if (standard !== undefined) return standard;
    if (call.makes === true && call.args.some((argument) => argument.name !== undefined)) return describedBy(call);
    // A macro that lists functions: `routes![index, users]`.
    if (target.name.endsWith('!')) return { kind: 'list', items: call.args.map((argument) => argument.value) };
    if (target.package === '')
      return this.dispatch.call(target.name.slice(target.name.lastIndexOf('.') + 1), call, clients.test(target.name));
    return this.callUnknown(call, clients.test(target.package) || clients.test(exportedName(target)));
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

  runCallbacks(call: PendingCall): Value[] {
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

/** Its methods are known, or those of the project. */
const isOurs = (owner: Value | undefined): boolean => owner !== undefined && !/^(?:unknown|external)$/.test(owner.kind);
