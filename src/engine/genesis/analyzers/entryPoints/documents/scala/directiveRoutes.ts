import type { Route } from '../../../../../../shared/inventory';
import { joinPaths } from '../../paths/normalizePath';
import type { DirectiveFile, DirectiveTree, RouteDefinition, RouteRef } from './directives';

interface Placed {
  readonly file: string;
  readonly definition: RouteDefinition;
}
interface Place {
  readonly parts: readonly string[];
  readonly methods: readonly string[];
  readonly isLost: boolean;
}

const deepest = 12;
const mostRoutes = 5_000;
const namedRoute = /rout|api|endpoint/i;

/** The routes of definitions that no other definition takes in, with those that they take in. */
export function directiveRoutes(files: ReadonlyMap<string, DirectiveFile>): Route[] {
  const all = [...files].flatMap(([file, { definitions }]) => definitions.map((definition) => ({ file, definition })));
  const named = new Map<string, Placed[]>();
  for (const one of all) named.set(one.definition.name, [...(named.get(one.definition.name) ?? []), one]);
  const find = (ref: RouteRef, from: Placed): Placed | undefined =>
    found(ref, from, named.get(ref.name) ?? [], files.get(from.file)?.types ?? {});
  const taken = new Set<RouteDefinition>();
  const open = new Set<string>();
  for (const one of all)
    for (const { ref, isBelow } of refsOf(one.definition.tree, false)) {
      const target = find(ref, one);
      if (target !== undefined && target !== one) taken.add(target.definition);
      // What lies below a path and was not found may be any that nothing else takes in.
      else if (isBelow && target === undefined && ref.of !== '' && namedRoute.test(ref.name)) open.add(one.file);
    }
  const routes: Route[] = [];
  const visit = (one: Placed, tree: DirectiveTree, place: Place, above: readonly RouteDefinition[]): number => {
    const before = routes.length;
    const here: Place = {
      parts: [...(tree.isLost ? [] : place.parts), ...tree.parts],
      methods: tree.methods.length > 0 ? tree.methods : place.methods,
      isLost: place.isLost || tree.isLost,
    };
    if (routes.length > mostRoutes || above.length > deepest) return 0;
    for (const child of tree.children) visit(one, child, here, above);
    for (const ref of tree.refs) {
      const target = find(ref, one);
      if (target === undefined || above.includes(target.definition)) continue;
      visit(target, target.definition.tree, here, [...above, target.definition]);
    }
    // What answers questions about other origins stands at every path.
    const isPreflight = tree.parts.length === 0 && !tree.ends && tree.methods.every((method) => method === 'OPTIONS');
    // Directives that are not followed to their end may ask for more of the path.
    const isWhole = !tree.children.some(asksForPath);
    if (routes.length === before && isWhole && (tree.ends || tree.methods.length > 0) && !isPreflight)
      for (const method of here.methods.length > 0 ? here.methods : ['ANY'])
        routes.push({
          method,
          path: joinPaths([here.parts.join('/')], 'drop'),
          file: one.file,
          line: tree.line,
          framework: files.get(one.file)?.framework ?? 'Akka HTTP',
          declared: 'explicit',
          ...(here.isLost ? { prefix: 'unknown' as const } : {}),
        });
    return routes.length - before;
  };
  for (const one of all) {
    if (taken.has(one.definition)) continue;
    const isLost = one.definition.isOpen || [...open].some((file) => file !== one.file);
    visit(one, one.definition.tree, { parts: [], methods: [], isLost }, [one.definition]);
  }
  return once(routes);
}

/** What lies inside asks for a path of its own, whether that is understood or not. */
const asksForPath = (tree: DirectiveTree): boolean =>
  tree.isLost || tree.ends || tree.parts.length > 0 || tree.children.some(asksForPath);

function refsOf(tree: DirectiveTree, isBelow: boolean): { ref: RouteRef; isBelow: boolean }[] {
  const below = isBelow || tree.parts.length > 0 || tree.isLost;
  return [
    ...tree.refs.map((ref) => ({ ref, isBelow: below })),
    ...tree.children.flatMap((child) => refsOf(child, below)),
  ];
}

/** The definition that a reference means: of its own class, of the object or of the type of the variable before it. */
function found(
  { of }: RouteRef,
  from: Placed,
  candidates: readonly Placed[],
  types: Readonly<Record<string, string>>,
): Placed | undefined {
  const others = candidates.filter((one) => one !== from);
  if (of === '' || of === 'this') {
    const own = others.filter((one) => one.file === from.file && one.definition.owner === from.definition.owner);
    return own[0] ?? (others.length === 1 ? others[0] : undefined);
  }
  const type = types[of] ?? of;
  return (
    others.find((one) => one.definition.owner === type) ??
    others.find((one) => one.definition.owner.toLowerCase() === of.toLowerCase())
  );
}

function once(routes: readonly Route[]): Route[] {
  const seen = new Set<string>();
  return routes.filter(({ method, path, file, line }) => {
    const key = `${method} ${path} ${file}:${line}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}
