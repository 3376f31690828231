import type { FunctionDeclaration, Parameter } from '../program/program';
import { blockMark } from '../program/program';
import type { Frame, Interpreter } from './interpreter';
import { embeddedRouter } from './objects/embeddedRouter';
import { isScript } from './project/languageTraits';
import { Scope } from './project/scope';
import { wrappedHandler } from './special/go/handedOn';
import { noteHandedRoute } from './special/go/ownRegistrars';
import { injectedByWire } from './special/go/wire';
import type { FunctionValue, PassedArgument, UnknownValue, Value } from './values';
import { absent, leftEmpty, ownerName, placeRow, routersIn, several, textValue, unknown } from './values';

const deepestCall = 24;
/** Trees of routes are less deep; what calls itself deeper and in several places has no end. */
const deepestRecursion = 4;
const mostCallsOfOneFunction = 1_500;

/** Calls the functions of the project with what is known of their arguments. */
export class FunctionCalls {
  private readonly counts = new Map<FunctionDeclaration, number>();
  /** How often each function was given a router. */
  private readonly given = new Map<FunctionDeclaration, number>();
  /** How often each function stands in the chain of calls that is being carried out. */
  private readonly active = new Map<FunctionDeclaration, number>();
  private depth = 0;

  constructor(private readonly interpreter: Interpreter) {}

  timesCalled(declared: FunctionDeclaration): number {
    return this.counts.get(declared) ?? 0;
  }

  timesGiven(declared: FunctionDeclaration): number {
    return this.given.get(declared) ?? 0;
  }

  call(value: FunctionValue, args: readonly PassedArgument[], self: Value | undefined): Value {
    const declared = this.interpreter.declarationOf(value);
    // What is cut short here was not carried out, and may be a beginning still.
    if (declared === undefined || !this.interpreter.step()) return unknown;
    const count = this.counts.get(declared) ?? 0;
    this.counts.set(declared, count + 1);
    if (args.some(({ value: one }) => one.kind === 'router' || embeddedRouter(this.interpreter, one) !== undefined))
      this.given.set(declared, this.timesGiven(declared) + 1);
    if (declared.body.length === 0)
      return this.wrapped(unknown, declared, value, args) ?? this.ofType(declared.returns, value, args);
    const injected = injectedByWire(this.interpreter, declared, value);
    if (injected !== undefined) return injected;
    const above = this.active.get(declared) ?? 0;
    if (this.depth >= deepestCall || count >= mostCallsOfOneFunction || above >= deepestRecursion) return unknown;
    const scope = new Scope(value.scope);
    this.bindParameters(declared, value, args, self, scope);
    const frame: Frame = { unit: value.unit, scope, returns: [], of: value };
    this.depth += 1;
    this.active.set(declared, above + 1);
    try {
      this.interpreter.statements.execute(declared.body, frame);
    } finally {
      this.depth -= 1;
      this.active.set(declared, above);
    }
    noteHandedRoute(this.interpreter, declared, value.unit, scope, args);
    // What is given back last is the rule, what is given back before it the exception.
    const result = several(frame.returns.reverse());
    const handedOn = this.wrapped(result, declared, value, args);
    if (handedOn !== undefined) return handedOn;
    return result.kind === 'unknown' ? this.settled(result, declared.returns, value) : result;
  }

  private wrapped(
    result: Value,
    { returns }: FunctionDeclaration,
    { unit }: FunctionValue,
    args: readonly PassedArgument[],
  ): Value | undefined {
    const isOpen = unit.program.language === 'go' && routersIn(result).length === 0;
    return isOpen ? wrappedHandler(returns, args) : undefined;
  }

  /** Of something unknown its type says what it is; where a router went into it, that one came out. */
  private settled(result: UnknownValue, type: string | undefined, place: Pick<Frame, 'unit' | 'scope'>): Value {
    const typed = type === undefined ? unknown : this.interpreter.objects.instanceOfType(type, place.unit, place.scope);
    const held = result.holds === undefined || typed.kind !== 'router' ? [] : routersIn(result);
    const same = held.find((node) => typed.kind === 'router' && node.rule === typed.node.rule);
    if (same !== undefined) return { kind: 'router', node: same };
    // What it is called may still tell which member of an enumeration it is, or which function answers.
    const { language } = place.unit.program;
    const isNamed = typed.kind === 'unknown' && (isScript.test(language) || language === 'go');
    return result.holds === undefined && !isNamed ? typed : result;
  }

  /** What a function of which nothing was kept gives back: the router that went in, or something of its type. */
  private ofType(type: string | undefined, place: FunctionValue, args: readonly PassedArgument[]): Value {
    if (type === undefined) return unknown;
    const holds = args.flatMap((argument) => (argument.value.kind === 'router' ? [argument.value] : []));
    if (holds.length > 0) {
      const passed = this.settled({ kind: 'unknown', holds }, type, place);
      if (passed.kind === 'router') return passed;
    }
    return this.interpreter.objects.instanceOfType(type, place.unit, place.scope);
  }

  private bindParameters(
    declared: FunctionDeclaration,
    value: FunctionValue,
    args: readonly PassedArgument[],
    self: Value | undefined,
    scope: Scope,
  ): void {
    let parameters = declared.parameters;
    const isExtension = declared.receiver !== undefined && declared.static === true;
    const owner = value.unit.classOf(value.id);
    if (owner !== undefined) {
      const around: Value = { kind: 'class', unit: value.unit, id: owner, scope: value.unit.scope };
      scope.declare(ownerName, around);
      if (self === undefined || isExtension) scope.declare('this', around);
    }
    if (self !== undefined) {
      if (!isExtension) scope.declare('this', self);
      scope.declare('self', self);
      if (declared.receiver !== undefined) scope.declare(declared.receiver.name, self);
      else if (value.unit.program.language === 'python' && declared.static !== true) {
        const [first] = parameters;
        if (first !== undefined) scope.declare(first.name, self);
        parameters = parameters.slice(1);
      }
    } else if (declared.receiver !== undefined && args.length > parameters.length) {
      // An extension method called as the plain function that it also is.
      parameters = [declared.receiver, ...parameters];
    }
    const typed = args.find((argument) => argument.name === '<>');
    if (typed !== undefined) {
      scope.declare('<>', typed.value);
      const { file, line } = typed;
      if (file !== undefined && line !== undefined) scope.declare('<at>', { ...textValue(''), at: { file, line } });
    }
    const positional = args.filter((argument) => argument.name === undefined);
    const left = this.interpreter.calls.areWhole(args) ? absent : undefined;
    const block = trailingBlock(value, parameters, args, positional);
    if (block !== undefined) positional.pop();
    const given = value.unit.program.language === 'ruby' ? args.find(({ name }) => name === blockMark) : undefined;
    if (given !== undefined) scope.declare(blockMark, given.value);
    // `add(to: group)` of `func add(to router: Router)`: a label is not the name of the parameter.
    const isLabelled = value.unit.program.language === 'swift' && args.length === parameters.length;
    parameters.forEach((parameter, at) => {
      if (parameter.type === blockMark) {
        scope.declare(parameter.name, given?.value ?? unknown);
        return;
      }
      if (parameter.rest === true) {
        const items = restOf(args, parameter.name) ?? positional.slice(at);
        scope.declare(parameter.name, { kind: 'list', items: items.map((argument) => argument.value) });
        return;
      }
      if (parameter.named === true) {
        scope.declare(parameter.name, namedRest(args, parameters));
        return;
      }
      const named = args.find((argument) => argument.name !== undefined && argument.name === parameter.name);
      const passed =
        named ?? (at === parameters.length - 1 ? block : undefined) ?? (isLabelled ? args[at] : positional[at]);
      this.bindParameter(parameter, passed?.value ?? left, { unit: value.unit, scope, returns: [] });
    });
  }

  private bindParameter(parameter: Parameter, passed: Value | undefined, frame: Frame): void {
    let value = passed ?? unknown;
    if (value.kind === 'unknown' && value.holds === undefined && parameter.default !== undefined) {
      const isGuess = value.isAbsent !== true;
      value = leftEmpty(this.interpreter.evaluate(parameter.default, frame));
      if (isGuess && value.kind === 'text') value = { ...value, isGuess };
    }
    if (value.kind === 'unknown' && value.verbOf === undefined && passed !== undefined && value.isAbsent !== true)
      value = this.settled(value, parameter.type, frame);
    if (value.kind === 'map') placeRow(value);
    if (parameter.name !== '') frame.scope.declare(parameter.name, value);
    for (const { local, imported } of parameter.members ?? [])
      frame.scope.declare(local, this.interpreter.expressions.memberOf(value, imported, frame));
  }
}

/** `requireRole { … }`: in Kotlin the block behind a call is its last argument, whatever stands before it. */
function trailingBlock(
  { unit }: FunctionValue,
  parameters: readonly Parameter[],
  args: readonly PassedArgument[],
  positional: readonly PassedArgument[],
): PassedArgument | undefined {
  const last = positional.at(-1);
  if (unit.program.language !== 'kotlin' || last?.source.is !== 'function') return undefined;
  const taking = parameters.at(-1)?.name;
  const isFree = args.every((argument) => argument.name === undefined || argument.name !== taking);
  return isFree && parameters.length > 1 ? last : undefined;
}

/** `**kwargs`: the arguments whose names are those of no other parameter. */
function namedRest(args: readonly PassedArgument[], parameters: readonly Parameter[]): Value {
  const entries = new Map<string, Value>();
  for (const { name, value } of args)
    if (name !== undefined && name !== blockMark && parameters.every((parameter) => parameter.name !== name))
      entries.set(name, value);
  return { kind: 'map', entries, line: 0 };
}

/** `path: "api", "v3"`: what follows a label without one of its own belongs to it. */
function restOf(args: readonly PassedArgument[], label: string): readonly PassedArgument[] | undefined {
  const from = args.findIndex((argument) => argument.name === label);
  if (from === -1) return undefined;
  const next = args.findIndex((argument, at) => at > from && argument.name !== undefined);
  return args.slice(from, next === -1 ? undefined : next);
}
