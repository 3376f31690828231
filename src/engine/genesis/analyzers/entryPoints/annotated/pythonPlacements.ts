import type { Interpreter } from '../run/interpreter';
import { textOf } from '../run/values';
import type { AnnotatedMethod, DescribedClass } from './annotatedRoutes';
import { textsAt } from './annotationsOf';
import type { Placement } from './placements';

/** What views of Flask-AppBuilder lie below, and methods of Odoo that only take over the route of another module. */
export function pythonPlacements(interpreter: Interpreter): Record<string, Placement> {
  const said = ({ type }: DescribedClass, field: string): string | undefined =>
    textOf(interpreter.objects.memberOfClass(type, field));
  const nameOf = ({ type }: DescribedClass): string => interpreter.classDeclarationOf(type)?.name ?? '';
  const isInterface = ({ type }: DescribedClass): boolean =>
    [...interpreter.ancestry.baseNames(type)].some((base) => /Api$/.test(base));
  const baseOf = (described: DescribedClass): string => {
    const base = said(described, 'route_base');
    if (base !== undefined) return base;
    const name = nameOf(described).toLowerCase();
    return isInterface(described)
      ? `/api/${said(described, 'version') ?? 'v1'}/${said(described, 'resource_name') ?? name}`
      : `/${name}`;
  };
  return {
    odoo: { skips: (_described, method) => saysNoPath(method) },
    appBuilder: {
      prefixes: (described) => [baseOf(described)],
      // What others are made of answers nothing itself.
      skips: (described) =>
        abstractName.test(nameOf(described)) &&
        said(described, 'route_base') === undefined &&
        said(described, 'resource_name') === undefined,
      unmarked: (described) => {
        const has = (field: string): boolean => interpreter.objects.memberOfClass(described.type, field) !== undefined;
        const isOfModel = interpreter.ancestry.baseNames(described.type).has('ModelRestApi') && has('datamodel');
        if (!isOfModel || limits.some(has)) return [];
        return modelMethods(described, interpreter.classDeclarationOf(described.type)?.line ?? 1);
      },
    },
  };
}

const abstractName = /^(?:Abstract|Base)|(?:Mixin|Base)$/;

const saysNoPath = ({ annotations }: AnnotatedMethod): boolean =>
  annotations.every((one) => one.name !== 'route' || textsAt(one, ['route', 0]) === undefined);

/** What leaves out some of the routes of a model, by names of another file as a rule. */
const limits = ['include_route_methods', 'exclude_route_methods'];

/** The routes that the interface of a model has without a method for them. */
const modelRoutes: readonly (readonly [name: string, method: string, path: string])[] = [
  ['info', 'GET', '/_info'],
  ['get_list', 'GET', '/'],
  ['get', 'GET', '/<pk>'],
  ['post', 'POST', '/'],
  ['put', 'PUT', '/<pk>'],
  ['delete', 'DELETE', '/<pk>'],
];

/** A method of the same name says its route itself. */
function modelMethods({ type, methods }: DescribedClass, line: number): AnnotatedMethod[] {
  const own = new Set(methods.map(({ name }) => name));
  return modelRoutes.flatMap(([name, method, path]) =>
    own.has(name)
      ? []
      : [{ name, methods: [method], paths: [path], file: type.unit.path, line, guards: [], annotations: [] }],
  );
}
