import type { Route } from '../../../../../shared/inventory';
import { laravel } from '../rules/php/laravel';
import { argumentAt } from '../run/arguments';
import type { Interpreter } from '../run/interpreter';
import { composeRoutes } from '../run/routers/composeRoutes';
import { RouterNode } from '../run/routers/routerNode';
import { laravelApiResource, laravelResource } from '../run/special/php/laravelResource';
import { directoryPrefix } from '../settings/routeAttributes';
import type { DescribedClass } from './annotatedRoutes';
import type { Annotation } from './annotationsOf';
import type { Placement } from './placements';

/** Prefixes of the folders that the settings of the attributes list, and the resources of classes. */
export function laravelPlacement(interpreter: Interpreter): Placement {
  const folders = [
    ...[...interpreter.settings].flatMap(([key, prefix]) =>
      key.startsWith(directoryPrefix) ? [{ folder: key.slice(directoryPrefix.length), prefix }] : [],
    ),
    ...interpreter.remarks.flatMap(({ kind, value, text }) =>
      kind === 'routeAttributes' && value.kind === 'router'
        ? [{ folder: text, prefix: prefixAbove(interpreter, value.node, 0) }]
        : [],
    ),
  ];
  const prefixOf = ({ type }: DescribedClass): string => {
    const [nearest] = folders
      .filter(({ folder }) => `/${type.unit.path}`.includes(`/${folder.replace(/^\/|\/$/g, '')}/`))
      .sort((a, b) => b.folder.length - a.folder.length);
    return nearest?.prefix ?? '';
  };
  return {
    prefixes: (described) => [prefixOf(described)],
    further: (described) =>
      described.annotations.flatMap((annotation) =>
        annotation.name === 'Resource' || annotation.name === 'ApiResource'
          ? resourceOf(interpreter, described, annotation, prefixOf(described))
          : [],
      ),
  };
}

/** `#[Resource('articles', only: ['index'])]`: the routes that `Route::resource` would make. */
function resourceOf(interpreter: Interpreter, { type }: DescribedClass, found: Annotation, prefix: string): Route[] {
  const { args, line } = found;
  const name = argumentAt(args, ['resource', 0]);
  if (name === undefined) return [];
  const node = new RouterNode(laravel, { file: type.unit.path, line });
  node.prefix = prefix;
  const className = interpreter.classDeclarationOf(type)?.name ?? '';
  const options = ['only', 'except'].flatMap((key) => {
    const argument = argumentAt(args, key);
    return argument === undefined ? [] : [[key, argument.value] as const];
  });
  const call = {
    args: [
      { value: name.value, source: name.source },
      { value: type, source: { is: 'name', name: className } as const },
      { value: { kind: 'map', entries: new Map(options), line } as const, source: { is: 'other' } as const },
    ],
    line,
    frame: interpreter.objects.frameOf(type),
  };
  const make =
    found.name === 'ApiResource' || argumentAt(args, 'apiResource') !== undefined
      ? laravelApiResource
      : laravelResource;
  make(interpreter, node, call);
  return composeRoutes([node], interpreter.constants);
}

/** What stands in front of a router by those in which it lies. */
function prefixAbove(interpreter: Interpreter, node: RouterNode, depth: number): string {
  if (depth > 10) return '';
  for (const above of interpreter.nodes)
    for (const mount of above.mounts)
      if (mount.child === node) return `${prefixAbove(interpreter, above, depth + 1)}/${mount.prefix}/${node.prefix}`;
  return node.prefix;
}
