import type { FunctionDeclaration } from '../program/program';
import type { RouterRule } from '../rules/routerRule';
import { placeTheRest } from './attributes';
import { placeHandlerClasses } from './handlerClasses';
import { Interpreter } from './interpreter';
import { placeWalked } from './project/folderWalks';
import { isScript } from './project/languageTraits';
import type { Project } from './project/project';
import type { Unit } from './project/unit';
import { loseHosted } from './routers/hosted';
import type { RouterNode } from './routers/routerNode';
import type { RuleBook } from './ruleBook';
import { prefixFastEndpoints } from './special/fastEndpoints';
import { loseUnserved } from './special/go';
import { placeHandlerTables } from './special/python/pythonServers';
import { placeReflectedGroups } from './special/reflectedGroups';
import { dropHandlersAlone } from './special/rust';
import type { PassedArgument, Value } from './values';
import { routersIn, unknown } from './values';

const source = { is: 'other' } as const;

/**
 * Carries out a whole project: the top level of its files, then the functions that nothing called, those first that no
 * other function names, so that a function that is given a router by another one is not taken for a beginning.
 */
export function runProject(project: Project, rules: RuleBook, settings: ReadonlyMap<string, string>): Interpreter {
  const interpreter = new Interpreter(project, rules, settings);
  const units = [...project.units.values()];
  for (const unit of units) interpreter.prepare(unit);
  for (const unit of units) if (unit.program.language !== 'php') runFile(interpreter, unit);
  const mentioned = new Mentions(units);
  const order = importersFirst(project, units);
  const rest = units.flatMap((unit) => unit.program.functions.map((declared, id) => ({ unit, declared, id })));
  const loaders = new Set(units.filter((unit) => loadsFolders(project, unit)));
  const score = (declared: FunctionDeclaration, unit: Unit): number => {
    if (loaders.has(unit)) return 0.5;
    // What a package of Go does at its beginning is done before that of those who import it.
    if (isGoInit(declared, unit)) return -1 - (order.get(unit) ?? 0);
    return mentioned.rank(declared, unit) + (declared.name === '' || isMaker(declared) ? (order.get(unit) ?? 0) : 0);
  };
  // Functions inside of others have the lower numbers: the outer ones come first and may call them.
  rest.sort((a, b) => score(a.declared, a.unit) - score(b.declared, b.unit) || (a.unit === b.unit ? b.id - a.id : 0));
  const guess = new RouterGuess(interpreter);
  const made: MadeAlone[] = [];
  const builders = new Set(
    units.filter((unit) => unit.program.language !== 'java' || importsRouter(interpreter, unit)),
  );
  const builds = (unit: Unit): boolean => builders.has(unit);
  const callThose = (wanted: (declared: FunctionDeclaration, unit: Unit) => boolean): void => {
    for (const { unit, declared, id } of rest)
      if (declared.body.length > 0 && !interpreter.wasCalled(declared) && builds(unit) && wanted(declared, unit))
        made.push({ declared, routers: routersIn(callOnItsOwn(interpreter, guess, unit, declared, id)) });
  };
  callThose((declared, unit) => declared.name !== '' && !guess.takesRouter(declared, unit));
  interpreter.calls.dispatch.settle();
  for (const unit of includersFirst(units)) interpreter.run(unit);
  callThose((declared) => declared.name !== '');
  callThose((declared) => interpreter.closures.has(declared));
  forgetDoubles(interpreter, made);
  for (const { node, child } of interpreter.doubtful) if (!child.isMounted) node.mountSomewhere(child);
  placeWalked(interpreter);
  loseHosted(interpreter);
  placeHandlerClasses(interpreter);
  placeTheRest(interpreter);
  placeReflectedGroups(interpreter);
  placeHandlerTables(interpreter);
  prefixFastEndpoints(interpreter);
  dropHandlersAlone(interpreter);
  loseUnserved(interpreter);
  return interpreter;
}

/** Most code of Java says its routes by annotations: only what imports a router can build one. */
function importsRouter({ project, rules }: Interpreter, unit: Unit): boolean {
  return [...project.specifiersOf(unit)].some((name) => rules.rulesFor(unit.program.language, name).length > 0);
}

/** What a function gave back that was taken for a beginning. */
interface MadeAlone {
  readonly declared: FunctionDeclaration;
  readonly routers: readonly RouterNode[];
}

/** A function that turned out to be called by another makes its router there, at its place: the first one was none. */
function forgetDoubles(interpreter: Interpreter, made: readonly MadeAlone[]): void {
  for (const { declared, routers } of made)
    if (interpreter.timesCalled(declared) > 1)
      for (const node of routers)
        if (!node.isMounted) {
          node.routes.length = 0;
          node.mounts.length = 0;
        }
}

/** What loads a folder of plug-ins says under which prefix each of them lies, before they are taken for beginnings. */
function loadsFolders(project: Project, unit: Unit): boolean {
  return [...project.specifiersOf(unit)].some((specifier) => /^(?:@fastify\/|fastify-)autoload$/.test(specifier));
}

/** What a file takes from another it may also call: files with their place between 0 and 1, importers before what they import. */
function importersFirst(project: Project, units: readonly Unit[]): ReadonlyMap<Unit, number> {
  const seen = new Set<Unit>();
  const finished: Unit[] = [];
  const visit = (unit: Unit, depth: number): void => {
    if (seen.has(unit) || depth > 200) return;
    seen.add(unit);
    for (const { files } of project.imports.importsOf(unit.path))
      for (const file of files) {
        const imported = project.units.get(file);
        if (imported !== undefined) visit(imported, depth + 1);
      }
    finished.push(unit);
  };
  for (const unit of units) visit(unit, 0);
  return new Map(finished.map((unit, at) => [unit, 1 - (at + 1) / (finished.length + 1)]));
}

/** Files of some frameworks hold verbs at their top; files that are drawn by others wait for them. */
function runFile(interpreter: Interpreter, unit: Unit): void {
  if (unit.program.language !== 'ruby') {
    interpreter.run(unit);
    return;
  }
  if (/(?:^|\/)config\/routes\/.+\.rb$/.test(unit.path)) return;
  const required = new Set(requiredBy(unit));
  const rule = interpreter.rules.rules.find(({ id, topLevel }) =>
    unit.path.endsWith('.ru') ? id === 'rack' : topLevel?.some((name) => required.has(name)),
  );
  if (rule === undefined) interpreter.run(unit);
  else interpreter.withAmbient(interpreter.defaultNode(rule, unit, 1), () => interpreter.run(unit));
}

function* requiredBy(unit: Unit): Iterable<string> {
  for (const statement of unit.program.body) {
    if (statement.do !== 'run' || statement.value.is !== 'call') continue;
    const { callee, args } = statement.value;
    const argument = args[0]?.value;
    if (callee.is === 'name' && callee.name === 'require' && argument?.is === 'text') yield argument.text;
  }
}

/** PHP files that include others come first: they say under which prefix. */
function includersFirst(units: readonly Unit[]): Unit[] {
  const includes = (unit: Unit): boolean => JSON.stringify(unit.program.body).includes('"name":"%require"');
  const including = new Set(units.filter(includes));
  return [...including, ...units.filter((unit) => !including.has(unit))];
}

function callOnItsOwn(
  interpreter: Interpreter,
  guess: RouterGuess,
  unit: Unit,
  declared: FunctionDeclaration,
  id: number,
): Value {
  const classId = unit.program.classes.findIndex((candidate) => candidate.methods.includes(id));
  if (declared.name === 'constructor' || declared.name === '__init__') {
    if (classId !== -1) interpreter.objects.standIn({ kind: 'class', unit, id: classId, scope: unit.scope });
    if (interpreter.wasCalled(declared)) return unknown;
  }
  const value = interpreter.closures.get(declared) ?? interpreter.functionValue(id, { unit, scope: unit.scope });
  const args = declared.parameters
    .filter((parameter, at) => !(at === 0 && classId !== -1 && (parameter.name === 'self' || parameter.name === 'cls')))
    .map((parameter): PassedArgument => ({ value: guess.argument(parameter, unit), source }));
  const filled = filledNode(interpreter, unit, declared, classId);
  const work = (): Value => {
    const self = value.self ?? selfOf(interpreter, guess, unit, declared, classId);
    const call = (): Value => interpreter.callFunction(value, args, self);
    return self?.kind === 'router' ? interpreter.withAmbient(self.node, call) : call();
  };
  return filled === undefined ? work() : interpreter.withAmbient(filled, work);
}

/** The router that a class is, for the methods in which it says its routes. */
function filledNode(
  interpreter: Interpreter,
  unit: Unit,
  declared: FunctionDeclaration,
  classId: number,
): RouterNode | undefined {
  const owner = unit.program.classes[classId];
  if (owner === undefined || owner.abstract === true) return undefined;
  const isNamed = interpreter.rules.rules.some(
    ({ filledBy, languages }) =>
      filledBy !== undefined &&
      languages.includes(unit.program.language) &&
      (filledBy.includes(declared.name) || declared.name === owner.name),
  );
  if (!isNamed) return undefined;
  const node = interpreter.routers.nodeOfClassIfAny({ kind: 'class', unit, id: classId, scope: unit.scope });
  return node?.rule.filledBy === undefined ? undefined : node;
}

function selfOf(
  interpreter: Interpreter,
  guess: RouterGuess,
  unit: Unit,
  declared: FunctionDeclaration,
  classId: number,
): Value | undefined {
  if (classId !== -1) return interpreter.objects.standIn({ kind: 'class', unit, id: classId, scope: unit.scope });
  if (declared.receiver === undefined) return undefined;
  const value = guess.argument(declared.receiver, unit);
  if (value.kind !== 'unknown') return value;
  const { type } = declared.receiver;
  const isGo = unit.program.language === 'go' && type !== undefined;
  return isGo ? { kind: 'unknown', receiver: { type, directory: unit.directory } } : undefined;
}

/** Finds out which parameters of functions that nobody is seen to call are routers. */
class RouterGuess {
  /** The framework to which a parameter of a conventional name belongs: the one that the project imports. */
  private readonly conventional = new Map<string, RouterRule>();

  constructor(private readonly interpreter: Interpreter) {
    for (const rule of interpreter.rules.rules.filter((candidate) => interpreter.imports(candidate)))
      for (const name of rule.conventional ?? []) if (!this.conventional.has(name)) this.conventional.set(name, rule);
  }

  takesRouter(declared: FunctionDeclaration, unit: Unit): boolean {
    const all = declared.receiver === undefined ? declared.parameters : [...declared.parameters, declared.receiver];
    return all.some(
      (parameter) =>
        this.ruleOf(parameter, unit) !== undefined ||
        parameter.members?.some(({ imported }) => this.conventionalRule(imported, unit) !== undefined) === true,
    );
  }

  argument(parameter: FunctionDeclaration['parameters'][number], unit: Unit): Value {
    const rule = this.ruleOf(parameter, unit);
    if (rule !== undefined) {
      const node = this.interpreter.newNode(rule, unit, 0);
      // A group of Go lies below another router: below which path, its caller says.
      node.isLost = unit.program.language === 'go' && /Group$/.test(parameter.type ?? '');
      return { kind: 'router', node };
    }
    const known =
      parameter.type === undefined
        ? unknown
        : this.interpreter.objects.instanceOfType(parameter.type, unit, unit.scope);
    return known.kind === 'unknown' ? this.membersOf(parameter, unit) : known;
  }

  /** `({ app })`: an object with routers under names that routers have. */
  private membersOf(parameter: FunctionDeclaration['parameters'][number], unit: Unit): Value {
    const entries = new Map<string, Value>();
    for (const { imported } of parameter.members ?? []) {
      const rule = this.conventionalRule(imported, unit);
      if (rule !== undefined) entries.set(imported, { kind: 'router', node: this.interpreter.newNode(rule, unit, 0) });
    }
    return entries.size === 0 ? unknown : { kind: 'map', entries, line: 0 };
  }

  private conventionalRule(name: string, unit: Unit): RouterRule | undefined {
    const rule = this.conventional.get(name);
    return rule?.languages.includes(unit.program.language) === true ? rule : undefined;
  }

  private ruleOf(parameter: FunctionDeclaration['parameters'][number], unit: Unit): RouterRule | undefined {
    if (parameter.type !== undefined) {
      const typed = this.interpreter.objects.instanceOfType(parameter.type, unit, unit.scope);
      if (typed.kind === 'router') return typed.node.rule;
      // `app: PublicApp`, where the type is made of what a function of the project gives back.
      const isMade = typed.kind === 'unknown' && isScript.test(unit.program.language) && madeType.test(parameter.type);
      return isMade ? this.conventionalRule(parameter.name, unit) : undefined;
    }
    return this.conventionalRule(parameter.name, unit);
  }
}

const madeType = /(?:App|Router|Api|API)$/;

/** How often functions are named in the project, by name. */
class Mentions {
  private readonly names = new Set<string>();

  constructor(units: readonly Unit[]) {
    for (const unit of units)
      this.collect(
        unit.program.functions.map((declared) => declared.body),
        0,
      );
  }

  private collect(value: unknown, depth: number): void {
    if (depth > 100 || value === null || typeof value !== 'object') return;
    if (Array.isArray(value)) {
      for (const item of value) this.collect(item, depth + 1);
      return;
    }
    const record = value as Readonly<Record<string, unknown>>;
    if ((record['is'] === 'name' || record['is'] === 'member') && typeof record['name'] === 'string')
      this.names.add(record['name']);
    for (const inner of Object.values(record)) if (typeof inner === 'object') this.collect(inner, depth + 1);
  }

  /** The lower, the earlier: `main`, then constructors, then what nothing names, then the rest. */
  rank(declared: FunctionDeclaration, unit: Unit): number {
    if (declared.name === '') return 4;
    // By then all handlers are made that it hands requests to.
    if (declared.name === 'ServeHTTP' && unit.program.language === 'go') return 5;
    if (declared.name === 'main' || declared.name === 'bootstrap') return 0;
    // What others make is better made by them: they say where its routers lie.
    const isMadeByOthers = this.names.has(classAround(declared, unit));
    if (isMaker(declared)) return isMadeByOthers ? 3 : 1;
    if (isMadeByOthers) return 3.9;
    return this.names.has(declared.name) ? 3 : 2;
  }
}

const isGoInit = ({ name }: FunctionDeclaration, { program }: Unit): boolean =>
  name === 'init' && program.language === 'go';

const isMaker = ({ name }: FunctionDeclaration): boolean => name === 'constructor' || name === '__init__';

function classAround(declared: FunctionDeclaration, unit: Unit): string {
  const id = unit.classOf(unit.program.functions.indexOf(declared));
  return id === undefined ? '' : (unit.program.classes[id]?.name ?? '');
}
