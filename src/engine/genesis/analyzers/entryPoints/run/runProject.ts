import type { LanguageId } from '../../../sourceFile';
import type { FunctionDeclaration } from '../program/program';
import { baseName } from '../program/walk';
import { placeTheRest } from './attributes';
import { callOnItsOwn } from './beginnings/callOnItsOwn';
import { importersFirst, includersFirst, loadsFolders } from './beginnings/fileOrder';
import { innerFunctions } from './beginnings/inner';
import { isGoInit, isMaker, Mentions } from './beginnings/mentions';
import { RouterGuess } from './beginnings/routerGuess';
import { placeHandlerClasses } from './handlerClasses';
import { Interpreter } from './interpreter';
import { placeWalked } from './project/folderWalks';
import type { Project } from './project/project';
import type { Unit } from './project/unit';
import { loseHosted } from './routers/hosted';
import type { RouterNode } from './routers/routerNode';
import type { RuleBook } from './ruleBook';
import { prefixFastEndpoints } from './special/fastEndpoints';
import { loseUnserved } from './special/go/go';
import { registerHanded } from './special/go/ownRegistrars';
import { prefixContracts } from './special/javascript/contractPrefix';
import { registerInherited } from './special/php/wordPress';
import { placeApplication } from './special/python/django';
import { limitToViews } from './special/python/pyramidViews';
import { placeHandlerTables } from './special/python/pythonServers';
import { placeReflectedGroups } from './special/reflectedGroups';
import { dropHandlersAlone, loseUncalled, loseUnconfigured } from './special/rust';
import { settleFilters } from './special/rustFilters';

/**
 * Carries out a whole project: the top level of its files, then the functions that nothing called, those first that no
 * other function names, so that a function that is given a router by another one is not taken for a beginning.
 */
export function runProject(
  project: Project,
  rules: RuleBook,
  settings: ReadonlyMap<string, string>,
  configured: (name: string) => string | undefined,
): Interpreter {
  const interpreter = new Interpreter(project, rules, settings, configured);
  const units = [...project.units.values()];
  for (const unit of units) interpreter.prepare(unit);
  for (const unit of units) if (unit.program.language !== 'php') runFile(interpreter, unit);
  const mentioned = new Mentions(units);
  const order = importersFirst(project, units);
  const loaders = new Set(units.filter((unit) => loadsFolders(project, unit)));
  const score = (declared: FunctionDeclaration, unit: Unit): number => {
    if (loaders.has(unit)) return 0.5;
    // What a package of Go does at its beginning is done before that of those who import it.
    if (isGoInit(declared, unit)) return -1 - (order.get(unit) ?? 0);
    return mentioned.rank(declared, unit) + (declared.name === '' || isMaker(declared) ? (order.get(unit) ?? 0) : 0);
  };
  const rest = units.flatMap((unit) =>
    unit.program.functions.map((declared, id) => ({ unit, declared, id, score: score(declared, unit) })),
  );
  // Functions inside of others have the lower numbers: the outer ones come first and may call them.
  rest.sort((a, b) => a.score - b.score || (a.unit === b.unit ? b.id - a.id : 0));
  const guess = new RouterGuess(interpreter);
  const made: MadeAlone[] = [];
  const builders = new Set(
    units.filter((unit) => unit.program.language !== 'java' || importsRouter(interpreter, unit)),
  );
  const inner = innerFunctions(units);
  const builds = (unit: Unit): boolean => builders.has(unit);
  const callThose = (wanted: (declared: FunctionDeclaration, unit: Unit) => boolean): void => {
    for (const { unit, declared, id } of rest)
      if (declared.body.length > 0 && !interpreter.wasCalled(declared) && builds(unit) && wanted(declared, unit))
        made.push({
          unit,
          declared,
          ...interpreter.withShare(() => callOnItsOwn(interpreter, guess, unit, declared, id)),
        });
  };
  callThose((declared, unit) => declared.name !== '' && !inner.has(declared) && !guess.takesRouter(declared, unit));
  interpreter.calls.dispatch.settle();
  for (const unit of includersFirst(units)) interpreter.run(unit);
  callThose((declared) => declared.name !== '' && !inner.has(declared));
  callThose((declared) => interpreter.closures.has(declared));
  interpreter.hooks.settle();
  // Those that the last ones made, and what is made by these.
  for (let level = 0; level < 2; level++) callThose((declared) => interpreter.closures.has(declared));
  registerInherited(interpreter);
  forgetDoubles(interpreter, made);
  for (const { node, child } of interpreter.doubtful) if (!child.isMounted) node.mountSomewhere(child);
  registerHanded(interpreter);
  placeWalked(interpreter);
  placeApplication(interpreter);
  loseHosted(interpreter);
  placeHandlerClasses(interpreter);
  placeTheRest(interpreter);
  placeReflectedGroups(interpreter);
  placeHandlerTables(interpreter);
  limitToViews(interpreter);
  prefixContracts(interpreter);
  prefixFastEndpoints(interpreter);
  dropHandlersAlone(interpreter);
  loseUnconfigured(interpreter);
  loseUncalled(interpreter);
  settleFilters(interpreter);
  loseUnserved(interpreter);
  return interpreter;
}

/** Most code of Java says its routes by annotations: only what imports a router can build one. */
function importsRouter({ project, rules }: Interpreter, unit: Unit): boolean {
  return [...project.specifiersOf(unit)].some((name) => rules.rulesFor(unit.program.language, name).length > 0);
}

/** What a function gave back that was taken for a beginning. */
interface MadeAlone {
  readonly unit: Unit;
  readonly declared: FunctionDeclaration;
  readonly routers: readonly RouterNode[];
  /** The routers that were made up for its parameters. */
  readonly given: readonly RouterNode[];
}

/** Spring takes in what a bean is; what another method gives back lies where its caller puts it, and that was not seen. */
const isHandedOut = ({ decorators = [], name }: FunctionDeclaration, { rule }: RouterNode): boolean =>
  rule.id === 'springFunctional' &&
  name !== '' &&
  !decorators.some(({ value }) => /^(?:Bean|Produces)$/.test(baseName(value) ?? ''));

/** Languages whose programs begin at a function of one name: what nobody calls is there for tests and other projects. */
const beginsAtMain: ReadonlySet<LanguageId> = new Set(['rust', 'go']);

/** A function that turned out to be called by another makes its router there, at its place: the first one was none. */
function forgetDoubles(interpreter: Interpreter, made: readonly MadeAlone[]): void {
  for (const { unit, declared, routers, given } of made) {
    // Who calls it later hands it a router of his own: the one that was made up stood for that.
    if (given.length > 0 && interpreter.timesGiven(declared) > 1)
      for (const node of given.filter((one) => !one.isMounted)) {
        node.routes.length = 0;
        node.mounts.length = 0;
      }
    for (const node of routers) {
      if (node.isMounted) continue;
      node.isIdle = beginsAtMain.has(unit.program.language);
      if (isHandedOut(declared, node)) node.isLost = true;
      if (interpreter.timesCalled(declared) > 1) {
        node.routes.length = 0;
        node.mounts.length = 0;
      }
    }
  }
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
