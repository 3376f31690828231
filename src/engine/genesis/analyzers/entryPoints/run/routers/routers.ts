import type {
  ArgumentPlace,
  ChangeVerb,
  Creation,
  GroupVerb,
  MountVerb,
  RouterRule,
  Verb,
} from '../../rules/routerRule';
import { argumentAt, positional, valueAt } from '../arguments';
import type { PendingCall } from '../calls/pendingCall';
import type { Interpreter } from '../interpreter';
import { verbOf } from '../ruleBook';
import { specialVerbs } from '../special/specialVerbs';
import type { ClassValue, PassedArgument, Value } from '../values';
import { hole, several, textOf, textsOf, unknown } from '../values';
import { fillBranch } from './branches';
import { functionNameOf, namesOf } from './handlerName';
import { mountArguments } from './mounting';
import { prefixText, setPrefix } from './prefixText';
import { isNothing, methodsIn, registerRoute } from './registering';
import type { RouterNode } from './routerNode';

/** Carries out what the rules say of a framework's calls. */
export class Routers {
  constructor(private readonly interpreter: Interpreter) {}

  create(rule: RouterRule, creation: Creation, call: PendingCall): Value {
    const paths = argumentAt(call.args, creation.prefix);
    // `web::resource(["/orders", "/v1/orders"])`: one for each of the paths.
    if (creation.stands === 'path' && paths?.value.kind === 'list' && paths.value.items.length > 0)
      return several(
        paths.value.items.map((value) =>
          this.createOne(rule, creation, {
            ...call,
            args: call.args.map((argument) => (argument === paths ? { ...argument, value } : argument)),
          }),
        ),
      );
    return this.createOne(rule, creation, call);
  }

  private createOne(rule: RouterRule, creation: Creation, call: PendingCall): Value {
    const node = this.interpreter.newNode(rule, call.frame.unit, call.line, creation.stands);
    node.methods = creation.methods;
    node.isHosted = creation.hosted === true;
    const given = this.complete(node, creation, call);
    return given?.kind === 'router' ? given : { kind: 'router', node };
  }

  /** What the arguments say that a router is made with. */
  complete(node: RouterNode, creation: Creation, call: PendingCall): Value | undefined {
    const argument = argumentAt(call.args, creation.prefix);
    const prefix = textOf(argument?.value);
    if (prefix !== undefined && creation.stands === 'path' && isNothing(prefix)) return undefined;
    setPrefix(this.interpreter, node, argument);
    // A path that is not understood is not that of the router around: nothing is known of it.
    if (creation.stands === 'path' && argument !== undefined && prefix === undefined && node.prefix === '') {
      node.prefix = `/${hole('value')}`;
      this.interpreter.unread.set(`${call.frame.unit.path}:${call.line}`, node.rule.name);
    }
    return creation.fills === undefined ? undefined : this.apply(node, creation.fills, call);
  }

  apply(node: RouterNode, verb: Verb, call: PendingCall): Value {
    const self: Value = { kind: 'router', node };
    switch (verb.does) {
      case 'route': {
        if (verb.branches === true && fillBranch(this.interpreter, node, verb, call)) return self;
        const route = describedCalls(call)
          .map((one) => registerRoute(this.interpreter, node, verb, one))
          .at(-1);
        return verb.gives === 'route' && route !== undefined ? { kind: 'router', node: route } : self;
      }
      case 'mount':
        return this.mount(node, verb, call);
      case 'group':
        return this.group(node, verb, call);
      case 'same':
        return self;
      case 'nothing':
        return unknown;
      case 'special':
        return specialVerbs[verb.special]?.(this.interpreter, node, withDefaults(node, call)) ?? self;
      default:
        this.change(node, verb, call);
        return self;
    }
  }

  /** Properties of a router that are routers themselves: `app.router`. */
  member(node: RouterNode, name: string): Value {
    if (name === 'Routes' && node.rule.id === 'aspNetClassic') return { kind: 'router', node };
    // `let (router, api) = documented.split_for_parts()`.
    if (name === '0' && node.rule.languages.includes('rust')) return { kind: 'router', node };
    return /^(?:[Rr]outer|RouterGroup|routes|group|engine|server|app|handler|urls|registry)$/.test(name)
      ? { kind: 'router', node }
      : { kind: 'unknown', name, ...(this.isHandedOn(node, name) ? { verbOf: node } : {}) };
  }

  /** A method of a router may be handed on as a function in Go: `orders.Route(group.Handle)`. */
  private isHandedOn({ rule }: RouterNode, name: string): boolean {
    return rule.languages.includes('go') && verbOf(rule, name)?.does !== undefined;
  }

  private mount(node: RouterNode, verb: MountVerb, call: PendingCall): Value {
    const mounted = mountArguments(this.interpreter, node, verb, call);
    return verb.gives === 'mounted' && mounted !== undefined
      ? { kind: 'router', node: mounted }
      : { kind: 'router', node };
  }

  private group(node: RouterNode, verb: GroupVerb, call: PendingCall): Value {
    const { text, isLost } = prefixText(this.interpreter, argumentAt(call.args, verb.prefix));
    const child = node.branch(text ?? '', call.line, verb.stands, call.frame.unit.path);
    child.isLost = isLost;
    this.interpreter.nodes.push(child);
    const callback = valueAt(call.args, verb.callback);
    if (verb.middleware !== undefined) child.given.push(...this.middlewareNames(call.args, verb.middleware, verb));
    const filling = callback?.kind === 'class' ? this.interpreter.ancestry.method(callback, '__invoke') : callback;
    if (filling?.kind === 'function') this.fill(child, filling);
    return { kind: 'router', node: verb.gives === 'router' ? node : child };
  }

  /** Runs a function that fills a router. */
  fill(node: RouterNode, callback: Extract<Value, { kind: 'function' }>): Value {
    const source = { is: 'other' } as const;
    const value: Value = { kind: 'router', node };
    const declared = this.interpreter.declarationOf(callback);
    const isThis = declared?.receiver !== undefined || (node.rule.bindsThis === true && callback.self === undefined);
    const self = isThis ? value : callback.self;
    return this.interpreter.withAmbient(node, () => this.interpreter.callFunction(callback, [{ value, source }], self));
  }

  private middlewareNames(args: readonly PassedArgument[], place: ArgumentPlace | 'rest', verb: GroupVerb): string[] {
    const first = argumentAt(args, verb.prefix);
    const callback = argumentAt(args, verb.callback);
    const found =
      place === 'rest'
        ? positional(args).filter((argument) => argument !== first && argument !== callback)
        : [argumentAt(args, place)].filter((argument) => argument !== undefined);
    return found.flatMap((argument) => namesOf(argument));
  }

  private change(node: RouterNode, verb: ChangeVerb, call: PendingCall): void {
    const { args } = call;
    const chosen =
      verb.at === undefined ? args : [argumentAt(args, verb.at)].filter((argument) => argument !== undefined);
    switch (verb.does) {
      case 'prefix': {
        const { text, isLost } = prefixText(this.interpreter, chosen[0]);
        if (text !== undefined) node.prefix = node.prefix === '' ? text : `${text}/${node.prefix}`;
        node.isLost ||= isLost;
        return;
      }
      case 'methods':
        limitMethods(
          node,
          chosen.flatMap((argument) => methodsIn(argument.value)),
        );
        return;
      case 'handler': {
        const handler = functionNameOf(chosen.at(-1)?.source);
        if (node.routes.length === 0) {
          const { file } = node.made;
          const methods = node.methods ?? ['ANY'];
          const route = { methods, path: '', file, line: call.line, middleware: [], declared: 'explicit' as const };
          node.routes.push(handler === undefined ? route : { ...route, handler });
        } else if (handler !== undefined) node.routes = node.routes.map((route) => ({ ...route, handler }));
        return;
      }
      case 'middleware':
        (verb.keeps === 'all' ? node.given : node.middleware).push(...chosen.flatMap((argument) => namesOf(argument)));
        return;
      case 'only':
      case 'except': {
        const named = new Set(chosen.flatMap((argument) => textsOf(argument.value)));
        const keeps = verb.does === 'only';
        node.routes = node.routes.filter((route) => named.has(actionOf(route.handler)) === keeps);
        return;
      }
    }
  }

  /** Verbs without a receiver in the body of a class that extends the framework's. */
  inClassBody(type: ClassValue, work: () => void): void {
    if (this.interpreter.classDeclarationOf(type)?.body.length === 0) return;
    const rule = this.ruleOfClass(type);
    if (rule === undefined) {
      work();
      return;
    }
    const node = this.nodeOfClass(type, rule);
    this.interpreter.withAmbient(node, work);
  }

  private readonly classNodes = new Map<string, RouterNode>();

  /** The router that a class is, where it extends one of a framework's. */
  nodeOfClassIfAny(type: ClassValue): RouterNode | undefined {
    const rule = this.ruleOfClass(type);
    return rule === undefined ? undefined : this.nodeOfClass(type, rule);
  }

  private ruleOfClass(type: ClassValue): RouterRule | undefined {
    const { rules, ancestry } = this.interpreter;
    const bases = ancestry.baseNames(type);
    return rules
      .ofLanguage(type.unit.program.language)
      .find((candidate) => candidate.bases?.some((base) => bases.has(base)));
  }

  nodeOfClass(type: ClassValue, rule: RouterRule): RouterNode {
    const key = `${type.unit.path}#${type.id}`;
    let node = this.classNodes.get(key);
    if (node === undefined) {
      const line = this.interpreter.classDeclarationOf(type)?.line ?? 1;
      node = this.interpreter.newNode(rule, type.unit, line);
      node.isOfClass = true;
      this.classNodes.set(key, node);
    }
    return node;
  }
}

/** A list of maps that describe a route each, as one call for each of them. */
function describedCalls(call: PendingCall): PendingCall[] {
  const [first] = call.args;
  if (first?.value.kind !== 'list' || !first.value.items.some((item) => item.kind === 'map')) return [call];
  const written = first.source.is === 'list' ? first.source.items : [];
  return first.value.items.map((value, at) => {
    const line = value.kind === 'map' ? value.line : call.line;
    return { ...call, line, args: [{ value, source: written[at] ?? { is: 'other' }, line }] };
  });
}

function limitMethods(node: RouterNode, methods: readonly string[]): void {
  if (methods.length === 0) return;
  node.methods = methods;
  node.routes = node.routes.map((route) => ({ ...route, methods }));
}

function actionOf(handler: string | undefined): string {
  return handler === undefined ? '' : handler.slice(Math.max(handler.lastIndexOf('@'), handler.lastIndexOf('#')) + 1);
}

function withDefaults({ defaults }: RouterNode, call: PendingCall): PendingCall {
  if (defaults.length === 0) return call;
  const said = new Set(call.args.map(({ name }) => name));
  return { ...call, args: [...call.args, ...defaults.filter(({ name }) => !said.has(name))] };
}
