import type { Route } from '../../../../../../shared/inventory';
import { joinPaths } from '../../paths/normalizePath';
import { type Placed, RouteNames } from './routeNames';
import type { RouteDefinition, RouteFile, RouteTree } from './routeTree';
import { resolvedParts } from './templates';

interface Place {
  readonly parts: readonly string[];
  readonly methods: readonly string[];
  readonly isLost: boolean;
}

const deepest = 12;
const mostRoutes = 5_000;
const mostVisits = 100_000;
const namedRoute = /rout|endpoint/i;

/** The routes of definitions that no other definition takes in, with those that they take in. */
export function composedRoutes(files: ReadonlyMap<string, RouteFile>): Route[] {
  const all = [...files].flatMap(([file, { definitions }]) => definitions.map((definition) => ({ file, definition })));
  return all.length === 0 ? [] : new RouteGraph(files, all).routes();
}

class RouteGraph {
  private readonly found: Route[] = [];
  private readonly names: RouteNames;
  private readonly taken = new Set<RouteDefinition>();
  /** Files that put something below a path of which nothing is known: it may be any that nothing else takes in. */
  private readonly open = new Set<string>();
  private readonly entered = new Map<RouteDefinition, Map<string, boolean>>();
  private readonly pathDirectives: ReadonlySet<string>;
  private visits = 0;

  constructor(
    private readonly files: ReadonlyMap<string, RouteFile>,
    private readonly all: readonly Placed[],
  ) {
    this.pathDirectives = new Set([...files.values()].flatMap((file) => file.pathDirectives));
    this.names = new RouteNames(files, all);
    for (const one of all) this.take(one, one.definition.tree);
  }

  routes(): Route[] {
    for (const one of this.all) {
      if (this.taken.has(one.definition)) continue;
      const isLost = one.definition.isOpen || [...this.open].some((file) => file !== one.file);
      this.visit(one, one.definition.tree, { parts: [], methods: [], isLost }, [one.definition]);
    }
    return once(this.found);
  }

  /** Marks what a tree takes in; true where it asks for something, or something is found. */
  private take(one: Placed, tree: RouteTree, missing: string[] = []): boolean {
    const lost: string[] = tree.parts.length > 0 || tree.isLost ? [] : missing;
    let hasAny = tree.ends || tree.methods.length > 0;
    for (const ref of tree.refs) {
      const targets = this.names.meant(ref, one);
      for (const target of targets) this.taken.add(target.definition);
      hasAny ||= targets.length > 0;
      if (targets.length === 0 && ref.isNear !== true && namedRoute.test(ref.name)) lost.push(ref.name);
    }
    for (const child of tree.children) hasAny = this.take(one, child, lost) || hasAny;
    if (lost !== missing && !hasAny && lost.length > 0) this.open.add(one.file);
    return hasAny;
  }

  /** True where there are routes. */
  private visit(one: Placed, tree: RouteTree, place: Place, above: readonly RouteDefinition[]): boolean {
    this.visits += 1;
    if (this.found.length > mostRoutes || this.visits > mostVisits || above.length > deepest) return false;
    const read = resolvedParts(tree.parts, (name) => this.names.textOf(name, one.file));
    const { parts } = read;
    const isLost = read.isLost || tree.combined?.some((name) => this.pathDirectives.has(name)) === true;
    const here: Place = {
      parts: [...(tree.isLost || isLost ? [] : place.parts), ...parts],
      methods: tree.methods.length > 0 ? tree.methods : place.methods,
      isLost: place.isLost || tree.isLost || isLost,
    };
    let hasAny = false;
    for (const child of tree.children) hasAny = this.visit(one, child, here, above) || hasAny;
    for (const ref of tree.refs)
      for (const target of this.names.meant(ref, one))
        if (!above.includes(target.definition)) hasAny = this.enter(target, here, above) || hasAny;
    if (hasAny || !answers(tree)) return hasAny;
    this.add(one, tree, here);
    return true;
  }

  /** What was seen at a place says the same there again. */
  private enter(target: Placed, here: Place, above: readonly RouteDefinition[]): boolean {
    const { definition } = target;
    const seen = this.entered.get(definition) ?? new Map<string, boolean>();
    this.entered.set(definition, seen);
    const key = `${here.methods.join('|')} ${here.parts.join('/')} ${here.isLost}`;
    const known = seen.get(key);
    if (known !== undefined) return known;
    const hasAny = this.visit(target, definition.tree, here, [...above, definition]);
    seen.set(key, hasAny);
    return hasAny;
  }

  private add(one: Placed, tree: RouteTree, { parts, methods, isLost }: Place): void {
    // Nothing is known of it.
    if (isLost && parts.length === 0 && methods.length === 0) return;
    for (const method of methods.length > 0 ? methods : ['ANY'])
      this.found.push({
        method,
        path: joinPaths([parts.join('/')], 'drop'),
        file: one.file,
        line: tree.line,
        framework: this.files.get(one.file)?.framework ?? '',
        declared: 'explicit',
        ...(isLost ? { prefix: 'unknown' as const } : {}),
      });
  }
}

/** What answers questions about other origins stands at every path; directives inside may ask for more of the path. */
function answers(tree: RouteTree): boolean {
  const isPreflight = tree.parts.length === 0 && !tree.ends && tree.methods.every((method) => method === 'OPTIONS');
  return !tree.children.some(asksForPath) && (tree.ends || tree.methods.length > 0) && !isPreflight;
}

/** What lies inside asks for a path of its own, whether that is understood or not. */
const asksForPath = (tree: RouteTree): boolean =>
  tree.isLost || tree.ends || tree.parts.length > 0 || tree.children.some(asksForPath);

/** One of each; of two at the same path the one that is known to lie there. */
function once(routes: readonly Route[]): Route[] {
  const seen = new Map<string, Route>();
  for (const route of routes) {
    const key = `${route.method} ${route.path} ${route.file}:${route.line}`;
    const before = seen.get(key);
    if (before === undefined || (before.prefix !== undefined && route.prefix === undefined)) seen.set(key, route);
  }
  return [...seen.values()];
}
