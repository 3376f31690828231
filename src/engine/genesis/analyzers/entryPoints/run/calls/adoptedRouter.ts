import type { CallExpression } from '../../program/program';
import type { RouterRule } from '../../rules/routerRule';
import type { Frame, Interpreter } from '../interpreter';
import { isScript } from '../project/languageTraits';
import { verbOf } from '../ruleBook';
import { routersIn, type Value } from '../values';

/** Serves requests by itself; its verbs are those of too many other things. */
const standardLibrary = 'netHttp';

/**
 * `r := library.GetEngine()`: where it comes from is not known, but a file that imports one framework of Go alone and
 * calls its verbs on it with a path and a handler, or makes a group of it, says that it is a router of that framework.
 */
export function adoptedRouter(interpreter: Interpreter, call: CallExpression, frame: Frame): Value | undefined {
  const { callee, args } = call;
  if (isScript.test(frame.unit.program.language)) return handedRouter(interpreter, call, frame);
  if (frame.unit.program.language !== 'go' || callee.is !== 'member' || callee.of.is !== 'name') return undefined;
  const [path, handler] = args;
  if (path?.value.is !== 'text' || !/^\/|^$/.test(path.value.text)) return undefined;
  const rule = onlyRule(interpreter, frame);
  const verb = rule === undefined ? undefined : verbOf(rule, callee.name);
  const isRoute = verb?.does === 'route' && handler !== undefined && handler.value.is !== 'text';
  if (rule === undefined || (!isRoute && verb?.does !== 'group')) return undefined;
  const node = interpreter.newNode(rule, frame.unit, call.line);
  node.isLost = isHanded(interpreter, callee.of.name, frame);
  const router: Value = { kind: 'router', node };
  frame.scope.assign(callee.of.name, router);
  return router;
}

/** What a function is handed, of a type that is not the framework's, lies where its caller says, and that was not seen. */
export function isHanded(interpreter: Interpreter, name: string, { of }: Frame): boolean {
  const { parameters = [] } = (of === undefined ? undefined : interpreter.declarationOf(of)) ?? {};
  return parameters.some((parameter) => parameter.name === name);
}

/**
 * `exports.addRoutes = (name, args) => args.app.get('/users', (req, res) => …)`: a member that is called like a router is
 * one of the framework that the project imports, where it takes a path and a function.
 */
function handedRouter(interpreter: Interpreter, call: CallExpression, frame: Frame): Value | undefined {
  const { callee, args, line } = call;
  if (callee.is === 'member' && callee.of.is === 'name')
    return inheritedRouter(interpreter, call, callee.of.name, frame);
  if (callee.is !== 'member' || callee.of.is !== 'member' || callee.of.of.is !== 'name') return undefined;
  const { name, of } = callee.of;
  const path = args[0]?.value;
  const isPath = (path?.is === 'text' && path.text.startsWith('/')) || path?.is === 'join';
  if (!handedName.test(name) || !isPath || args.length < 2 || args.at(-1)?.value.is !== 'function') return undefined;
  if (frame.scope.get(of.name)?.kind !== 'unknown') return undefined;
  const { language } = frame.unit.program;
  const rule = interpreter.rules.rules.find(
    (candidate) =>
      candidate.languages.includes(language) &&
      candidate.conventional?.includes(name) === true &&
      interpreter.imports(candidate),
  );
  if (rule === undefined || verbOf(rule, callee.name)?.does !== 'route') return undefined;
  return { kind: 'router', node: interpreter.newNode(rule, frame.unit, line) };
}

/** `const app = this.app; app.use('/api', api)`: a field of a class of a package, in a file that imports the framework. */
function inheritedRouter(
  interpreter: Interpreter,
  { callee, args, line }: CallExpression,
  name: string,
  frame: Frame,
): Value | undefined {
  const known = frame.scope.get(name);
  if (callee.is !== 'member' || known?.kind !== 'unknown' || known.name !== name || !handedName.test(name))
    return undefined;
  const [path, ...others] = args;
  if (path?.value.is !== 'text' || !path.value.text.startsWith('/') || others.length === 0) return undefined;
  const { project, rules } = interpreter;
  const [rule] = [...project.specifiersOf(frame.unit)].flatMap((specifier) =>
    rules.rulesFor(frame.unit.program.language, specifier),
  );
  const verb = rule?.conventional?.includes(name) === true ? verbOf(rule, callee.name) : undefined;
  const last = others.at(-1);
  const isRouter = last !== undefined && routersIn(interpreter.evaluate(last.value, frame)).length > 0;
  if (
    rule === undefined ||
    !(verb?.does === 'mount' ? isRouter : verb?.does === 'route' && last?.value.is === 'function')
  )
    return undefined;
  const router: Value = { kind: 'router', node: interpreter.newNode(rule, frame.unit, line) };
  frame.scope.assign(name, router);
  return router;
}

const handedName = /^(?:app|expressApp|router)$/;

function onlyRule({ project, rules }: Interpreter, { unit }: Frame): RouterRule | undefined {
  const imported = [...project.specifiersOf(unit)].flatMap((name) => rules.rulesFor('go', name));
  const [only, ...others] = [...new Set(imported)].filter((rule) => rule.id !== standardLibrary);
  return others.length === 0 ? only : undefined;
}
