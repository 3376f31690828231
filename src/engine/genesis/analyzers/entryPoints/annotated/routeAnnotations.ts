import type { AnnotatedRule, RouteAnnotation } from '../rules/annotated/annotatedRule';
import type { ArgumentPlace } from '../rules/routerRule';
import { argumentAt } from '../run/arguments';
import { namesOf } from '../run/routers/handlerName';
import { methodsIn } from '../run/routers/registering';
import type { Annotation } from './annotationsOf';

export function routeOf(rule: AnnotatedRule, name: string): RouteAnnotation | undefined {
  const known = Object.hasOwn(rule.routes, name) ? name : (rule.composed?.exec(name)?.[0] ?? '');
  return Object.hasOwn(rule.routes, known) ? rule.routes[known] : undefined;
}

/** Where an annotation of a class says its path, if it does. */
export function placeOfPrefix(rule: AnnotatedRule, { name, args }: Annotation): ArgumentPlace | undefined {
  if (Object.hasOwn(rule.prefixes, name)) return rule.prefixes[name];
  if (rule.controllersLike?.test(name) !== true) return undefined;
  return args[0]?.value.kind === 'map' ? 'path' : 0;
}

export function methodsOf(route: RouteAnnotation, annotation: Annotation): readonly string[] {
  const { methods } = route;
  if (typeof methods === 'string') return [methods];
  if (!('from' in methods)) return methods;
  const place = methods.from;
  const found =
    place === 0
      ? annotation.args.flatMap((argument) => methodsIn(argument.value))
      : methodsIn(argumentAt(annotation.args, place)?.value);
  return found.length > 0 ? found : methods.otherwise;
}

/** The methods that another annotation says where the route itself takes any. */
export function methodsBeside(
  rule: AnnotatedRule,
  own: readonly string[],
  annotations: readonly Annotation[],
): readonly string[] {
  if (rule.methodsBeside === undefined || !own.includes('ANY')) return own;
  const beside = annotations.filter(({ name }) => name === rule.methodsBeside);
  const said = beside.flatMap(({ args }) => args.flatMap(({ value }) => methodsIn(value)));
  return said.length > 0 ? said : own;
}

export function guardsIn(rule: AnnotatedRule, annotations: readonly Annotation[]): string[] {
  return annotations.flatMap((annotation) => {
    const kind = Object.hasOwn(rule.guards ?? {}, annotation.name) ? rule.guards?.[annotation.name] : undefined;
    if (kind === undefined) return [];
    return kind === 'arguments' ? annotation.args.flatMap((argument) => namesOf(argument)) : [annotation.name];
  });
}
