import type { ClassDeclaration, Expression, FunctionDeclaration } from '../program/program';
import type { RouterRule } from '../rules/routerRule';
import { Calls } from './calls/calls';
import { Hooks } from './calls/hooks';
import { Expressions } from './expressions';
import { FunctionCalls } from './functionCalls';
import { Ancestry } from './objects/ancestry';
import { Definitions } from './objects/definitions';
import { Objects } from './objects/objects';
import { Constants } from './project/constants';
import type { FolderWalk } from './project/folderWalks';
import { Modules } from './project/modules';
import { Names } from './project/names';
import type { Project } from './project/project';
import { Scope } from './project/scope';
import type { Unit } from './project/unit';
import { placeByFile, RouterNode } from './routers/routerNode';
import { Routers } from './routers/routers';
import type { RuleBook } from './ruleBook';
import type { HandedRoute } from './special/go/ownRegistrars';
import { Statements } from './statements';
import type { FunctionValue, PassedArgument, Value } from './values';
import { several, unknown } from './values';

/** Deeper than any code that people write; what nests further is left unknown before the stack ends. */
const deepestExpression = 1_000;

/** Something that a call says of other things than routers. */
export interface Remark {
  readonly kind: string;
  readonly value: Value;
  readonly text: string;
}

/** A mount of something that no import leads to. */
interface UnfoundMount {
  readonly node: RouterNode;
  readonly name: string;
  readonly prefix: string;
  readonly isLost: boolean;
  readonly replaces: boolean;
}

/** A body that is being carried out. */
export interface Frame {
  readonly unit: Unit;
  readonly scope: Scope;
  readonly returns: Value[];
  /** The function whose body it is. */
  readonly of?: FunctionValue;
}

/**
 * Carries out the programs of a project as far as routers are concerned: both sides of a branch, loops over what is
 * known, calls across files. Values that no text tells stay unknown. What is left is the graph of router nodes.
 */
export class Interpreter {
  readonly nodes: RouterNode[] = [];
  readonly remarks: Remark[] = [];
  /** Mounts at a path that nothing tells: they count where the router lies nowhere else. */
  readonly doubtful: { readonly node: RouterNode; readonly child: RouterNode }[] = [];
  /** Mounts of something that no import leads to, by the name that it has where it is mounted. */
  readonly unfound: UnfoundMount[] = [];
  /** Routers that take in, at their own place, whatever a loop or a caller hands them. */
  readonly takers: RouterNode[] = [];
  /** Folders that calls name. */
  readonly folderWalks: FolderWalk[] = [];
  /** Whether a path that a call names is a folder with files enough. */
  readonly askedFolders = new Map<string, boolean>();
  /** What hangs on the prototypes of functions that make objects. */
  readonly prototypes = new Map<FunctionDeclaration, Map<string, Value>>();
  /** Routers of Rails engines by the name of the engine. */
  readonly engines = new Map<string, RouterNode>();
  /** What holds the branches of Roda that stand in a space of their own, by its name. */
  readonly rodaSpaces = new Map<string, RouterNode>();
  /** Where the short paths of shallow resources begin. */
  readonly shallowBases = new Map<RouterNode, RouterNode>();
  /** Classes of WordPress whose own routes were registered. */
  readonly restControllers = new Set<string>();
  /** The collections of shallow resources, whose items lie elsewhere. */
  readonly shallowCollections = new Map<RouterNode, RouterNode>();
  /** Registrations on a router whose path nothing tells, by their place, with the framework. */
  readonly unread = new Map<string, string>();
  /** How many elements of a list that is gone over were not read, by the place of the registration. */
  readonly unreadElements = new Map<string, number>();
  /** Routes that functions of the project were given to register. */
  readonly handed: HandedRoute[] = [];
  /** What Wire makes, by its type: of each one, whichever functions ask for it. */
  readonly injected = new Map<string, Value>();
  /** What one call of a function put below a prefix: its other branch does not put it there without one. */
  readonly prefixed = new WeakMap<Frame, Set<RouterNode>>();
  /** Functions whose attributes were made a route. */
  readonly placed = new Set<FunctionDeclaration>();
  readonly names: Names;
  readonly modules: Modules;
  readonly ancestry: Ancestry;
  readonly definitions: Definitions;
  readonly statements: Statements;
  readonly objects: Objects;
  readonly expressions: Expressions;
  readonly calls: Calls;
  readonly hooks: Hooks;
  readonly routers: Routers;
  private readonly functions: FunctionCalls;
  /** The routers whose filling functions run right now, for verbs without a receiver. */
  readonly ambient: RouterNode[] = [];
  /** Function values that were made, by function; those never called are carried out at the end. */
  readonly closures = new Map<FunctionDeclaration, FunctionValue>();
  private readonly defaults = new Map<string, RouterNode>();
  private known: Constants | undefined;
  private imported: ReadonlySet<RouterRule> | undefined;
  private steps: number;
  private depth = 0;

  constructor(
    readonly project: Project,
    readonly rules: RuleBook,
    /** Settings of the project that stand outside of its code. */
    readonly settings: ReadonlyMap<string, string> = new Map(),
    /** What files of the configuration give a setting of that name. */
    readonly configured: (name: string) => string | undefined = () => undefined,
  ) {
    this.steps = this.allowed;
    this.names = new Names(this);
    this.modules = new Modules(this);
    this.ancestry = new Ancestry(this);
    this.definitions = new Definitions(this);
    this.statements = new Statements(this);
    this.objects = new Objects(this);
    this.expressions = new Expressions(this);
    this.calls = new Calls(this);
    this.hooks = new Hooks(this);
    this.routers = new Routers(this);
    this.functions = new FunctionCalls(this);
  }

  /** Parts of paths by their names, for those that nothing hands over. */
  get constants(): Constants {
    this.known ??= new Constants([...this.project.units.values()].map((unit) => unit.program));
    return this.known;
  }

  /** True if any file of the project imports the framework. */
  imports(rule: RouterRule): boolean {
    this.imported ??= this.findImported();
    return this.imported.has(rule);
  }

  private findImported(): ReadonlySet<RouterRule> {
    return new Set(
      [...this.project.units.values()].flatMap((unit) =>
        [...this.project.specifiersOf(unit)].flatMap((specifier) =>
          this.rules.rulesFor(unit.program.language, specifier),
        ),
      ),
    );
  }

  private get allowed(): number {
    return 50_000 + this.project.units.size * 3_000;
  }

  /** What follows has its own bound: it shall not go without because something before it had no end. */
  beginAnew(): void {
    this.steps = this.allowed;
  }

  /** Carries out a beginning with a share of the steps: one without an end shall not leave the others without. */
  withShare<T>(work: () => T): T {
    const kept = Math.max(0, this.steps - Math.ceil(this.allowed / 4));
    this.steps -= kept;
    try {
      return work();
    } finally {
      this.steps += kept;
    }
  }

  /** Counts a step; false when the project has used up what a scan may take. */
  step(): boolean {
    this.steps -= 1;
    return this.steps > 0;
  }

  evaluate(expression: Expression, frame: Frame): Value {
    if (!this.step() || this.depth >= deepestExpression) return unknown;
    this.depth += 1;
    try {
      return this.expressions.evaluate(expression, frame);
    } finally {
      this.depth -= 1;
    }
  }

  newNode(rule: RouterRule, unit: Unit, line: number, stands: 'router' | 'path' = 'router'): RouterNode {
    const node = new RouterNode(rule, { file: unit.path, line }, stands);
    this.nodes.push(node);
    return node;
  }

  /** The router that the framework keeps by itself: the innermost that is being filled, else one for all. */
  defaultNode(rule: RouterRule, unit: Unit, line: number): RouterNode {
    const current = this.ambient.findLast((node) => node.rule === rule);
    if (current !== undefined) return current;
    const key = rule.defaultRouter === 'file' ? `${rule.id} ${unit.path}` : rule.id;
    let node = this.defaults.get(key);
    if (node === undefined) {
      node = this.newNode(rule, unit, line);
      placeByFile(node, unit.path);
      this.defaults.set(key, node);
    }
    return node;
  }

  withAmbient<T>(node: RouterNode, work: () => T): T {
    this.ambient.push(node);
    try {
      return work();
    } finally {
      this.ambient.pop();
    }
  }

  /** Makes the names known that stand at the top of a file, before anything is carried out. */
  prepare(unit: Unit): void {
    this.statements.hoist(unit.program.body, { unit, scope: unit.scope, returns: [] });
  }

  /** Carries out the top level of a file, once. */
  run(unit: Unit): void {
    if (unit.state !== 'new') return;
    unit.state = 'running';
    const frame: Frame = { unit, scope: unit.scope, returns: [] };
    this.statements.execute(unit.program.body, frame);
    if (frame.returns.length > 0) unit.exports.set('return', several(frame.returns));
    unit.state = 'done';
  }

  /** Carries out the top level of a file among the names of the one that includes it. */
  include(unit: Unit, into: Scope): Value {
    if (unit.state === 'running') return unknown;
    unit.state = 'running';
    const frame: Frame = { unit, scope: new Scope(into), returns: [] };
    this.statements.execute(unit.program.body, frame);
    unit.state = 'done';
    return several(frame.returns);
  }

  functionValue(id: number, frame: Pick<Frame, 'unit' | 'scope'>, self?: Value): FunctionValue {
    const value: FunctionValue = {
      kind: 'function',
      unit: frame.unit,
      id,
      scope: frame.scope,
      ...(self === undefined ? {} : { self }),
    };
    const declared = frame.unit.program.functions[id];
    if (declared !== undefined) this.closures.set(declared, value);
    return value;
  }

  declarationOf(value: FunctionValue): FunctionDeclaration | undefined {
    return value.unit.program.functions[value.id];
  }

  classDeclarationOf(value: { readonly unit: Unit; readonly id: number }): ClassDeclaration | undefined {
    return value.unit.program.classes[value.id];
  }

  wasCalled(declared: FunctionDeclaration): boolean {
    return this.functions.timesCalled(declared) > 0;
  }

  timesCalled(declared: FunctionDeclaration): number {
    return this.functions.timesCalled(declared);
  }

  /** How often a function was called with a router. */
  timesGiven(declared: FunctionDeclaration): number {
    return this.functions.timesGiven(declared);
  }

  callFunction(value: FunctionValue, args: readonly PassedArgument[], self = value.self): Value {
    return this.functions.call(value, args, self);
  }
}
