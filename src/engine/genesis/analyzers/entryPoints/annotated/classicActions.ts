import type { Route } from '../../../../../shared/inventory';
import { joinPaths, normalizePath } from '../paths/normalizePath';
import type { FunctionDeclaration } from '../program/program';
import type { Interpreter } from '../run/interpreter';
import { textOf } from '../run/values';
import type { AnnotatedMethod, DescribedClass } from './annotatedRoutes';

/** True for a controller of Web API 2, whose actions say their method by the beginning of their names. */
export function isWebApi(interpreter: Interpreter, { type }: DescribedClass): boolean {
  return (
    interpreter.ancestry.baseNames(type).has('ApiController') &&
    interpreter.ancestry
      .of(type)
      .some(({ unit }) => [...interpreter.project.specifiersOf(unit)].includes('System.Web.Http'))
  );
}

/** ASP.NET before Core has other namespaces. */
export function frameworkOf(interpreter: Interpreter, { type, rule }: DescribedClass): string {
  const used = [...interpreter.project.specifiersOf(type.unit)];
  return used.some((name) => /^System\.Web\.(?:Http|Mvc)$/.test(name)) ? 'ASP.NET' : rule.name;
}

/** `GetOrders` answers GET; what begins with no method answers POST. */
export const methodByName = (name: string): string =>
  (/^(Get|Post|Put|Patch|Delete|Head|Options)/i.exec(name)?.[1] ?? 'Post').toUpperCase();

/** Actions that only say a path, with the method of their names. */
export function namedByMethod(interpreter: Interpreter, described: DescribedClass): AnnotatedMethod[] {
  if (!isWebApi(interpreter, described)) return [];
  return described.methods.filter(saysNoMethod).map((method) => ({ ...method, methods: [methodByName(method.name)] }));
}

export const saysNoMethod = ({ methods }: AnnotatedMethod): boolean => methods.length === 1 && methods[0] === 'ANY';

interface ClassicAction {
  readonly declared: FunctionDeclaration;
  readonly action: string;
  readonly verbs: readonly string[];
  readonly file: string;
}

/** What `MapHttpRoute("api", "api/{controller}/{id}")` makes of the public methods of a controller of Web API 2. */
export function apiRoutes(
  interpreter: Interpreter,
  described: DescribedClass,
  controller: string,
  actions: readonly ClassicAction[],
): Route[] {
  const [template] = interpreter.remarks.filter(({ kind }) => kind === 'apiRoute').map(({ text }) => text);
  if (template === undefined) return [];
  return actions.flatMap(({ declared, action, verbs, file }) => {
    const names = new Set(declared.parameters.map(({ name }) => name.toLowerCase()));
    const parts = template.split('/').flatMap((part) => {
      const name = /^\{(\w{1,60})\}$/.exec(part)?.[1]?.toLowerCase();
      if (name === 'controller') return [controller];
      if (name === 'action') return [action];
      return name === 'id' && !names.has('id') ? [] : [part];
    });
    return (verbs.length === 0 ? [methodByName(declared.name)] : verbs).map((method) => ({
      method,
      path: joinPaths([normalizePath(parts.join('/'), 'braces')], 'drop'),
      file,
      line: declared.line,
      framework: frameworkOf(interpreter, described),
      handler: `${controller}Controller.${declared.name}`,
      declared: 'implied' as const,
    }));
  });
}

/** The pattern that the registration of an area around a controller says. */
export function areaPattern(interpreter: Interpreter, { type }: DescribedClass): string | undefined {
  const areas = interpreter.remarks.flatMap(({ kind, text, value }) =>
    kind === 'areaFolder' ? [{ text, folder: textOf(value) ?? '' }] : [],
  );
  return areas.find(({ folder }) => `${type.unit.directory}/`.startsWith(`${folder}/`))?.text;
}
