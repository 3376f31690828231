import { joinPaths } from '../../../paths/normalizePath';
import type { FunctionDeclaration, Parameter } from '../../../program/program';
import { registrarParts } from '../../../program/slice/registrars';
import type { Interpreter } from '../../interpreter';
import type { Scope } from '../../project/scope';
import type { Unit } from '../../project/unit';
import { functionNameOf } from '../../routers/handlerName';
import { methodsIn } from '../../routers/registering';
import type { Registration, RouterNode } from '../../routers/routerNode';
import { type PassedArgument, textOf } from '../../values';

/** A route that a function of the project was given to register. */
export interface HandedRoute {
  readonly unit: Unit;
  readonly methods: readonly string[];
  readonly path: string;
  readonly file: string;
  readonly line: number;
  readonly handler?: string;
}

/**
 * `AddPublic(rt, "users", []string{"GET"}, nil, list)`: a function of the project that takes a path, methods and what
 * answers them. What it does with them may pass through tables and texts that nobody can follow.
 */
export function noteHandedRoute(
  interpreter: Interpreter,
  declared: FunctionDeclaration,
  unit: Unit,
  scope: Scope,
  args: readonly PassedArgument[],
): void {
  const parts = registrarParts(declared, unit.program.language);
  if (parts === undefined) return;
  const said = (parameter: Parameter | undefined) => (parameter === undefined ? undefined : scope.own(parameter.name));
  const path = said(parts.path);
  const text = textOf(path);
  const methods = methodsIn(said(parts.methods));
  const at = path?.kind === 'text' ? path.at : undefined;
  if (text === undefined || methods.length === 0 || at === undefined) return;
  const prefix = parts.prefix === undefined ? '' : textOf(said(parts.prefix));
  if (prefix === undefined) return;
  const handler = answeredBy(interpreter, args[declared.parameters.indexOf(parts.handler)]);
  const known = { unit, methods, path: `${prefix}/${text}`, file: at.file, line: at.line };
  interpreter.handed.push(
    handler === undefined || declared.parameters.some(({ name }) => name === handler) ? known : { ...known, handler },
  );
}

/** The function behind the name under which it was handed on; a name of which nothing is known is that of a parameter. */
function answeredBy(interpreter: Interpreter, given: PassedArgument | undefined): string | undefined {
  const value = given?.value;
  const named = value?.kind === 'function' ? interpreter.declarationOf(value)?.name : '';
  if (named) return named;
  return given?.source.is === 'name' && value?.kind === 'unknown' ? undefined : functionNameOf(given?.source);
}

/** Tells what was handed over and stands at no place of which a router is known. The innermost function says the whole path. */
export function registerHanded(interpreter: Interpreter): void {
  const { handed, nodes, project, rules } = interpreter;
  if (handed.length === 0) return;
  const told = new Set(nodes.flatMap((node) => node.routes.map(({ file, line }) => `${file}:${line}`)));
  for (const { unit, ...route } of handed) {
    const place = `${route.file}:${route.line}`;
    const own = [...project.specifiersOf(unit)].flatMap((specifier) => rules.rulesFor('go', specifier));
    // What asks for a router as well takes only types of the standard library.
    const rule = own.find(({ id }) => id !== 'netHttp') ?? own[0];
    if (rule === undefined) continue;
    const handler = handed.find(
      ({ file, line, handler: named }) => `${file}:${line}` === place && named !== undefined,
    )?.handler;
    // One line is registered several times where its function is called with several routers.
    if (placeOfCaller(nodes, { ...route, unit, ...(handler === undefined ? {} : { handler }) }) || told.has(place))
      continue;
    told.add(place);
    const node = interpreter.newNode(rule, unit, route.line);
    node.routes.push({ ...route, middleware: [], declared: 'explicit', ...(handler === undefined ? {} : { handler }) });
  }
}

/** What the function itself registers under this path and method stands where its caller says both. */
function placeOfCaller(
  nodes: readonly RouterNode[],
  { unit, methods, path, file, line, handler }: HandedRoute,
): boolean {
  const isSame = (one: Registration): boolean =>
    one.file === unit.path &&
    joinPaths([one.path], 'drop') === joinPaths([path], 'drop') &&
    one.methods.join() === methods.join();
  for (const node of nodes) {
    const at = node.routes.findIndex(isSame);
    const found = node.routes[at];
    if (found === undefined) continue;
    const { handler: _parameter, ...rest } = found;
    node.routes[at] = { ...rest, file, line, ...(handler === undefined ? {} : { handler }) };
    return true;
  }
  return false;
}
