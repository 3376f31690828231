import type { RouterRule } from '../../rules/routerRule';
import type { FunctionValue, PassedArgument } from '../values';

/** A route as it was registered on a router, before prefixes. */
export interface Registration {
  readonly methods: readonly string[];
  /** As written, in the framework's own notation. */
  readonly path: string;
  readonly file: string;
  readonly line: number;
  readonly handler?: string;
  readonly middleware: readonly string[];
  readonly declared: 'explicit' | 'implied';
  /** How much middleware the router had by then. */
  readonly behind?: number;
}

export interface Mount {
  readonly prefix: string;
  readonly child: RouterNode;
  readonly middleware: readonly string[];
  readonly behind: number;
  /** Its prefix takes the place of the router's own. */
  readonly replaces?: boolean;
  /** The path of the mount is not known. */
  readonly isLost?: boolean;
  /** Where it is said, for routes that have no path but that of the mount. */
  readonly place?: { readonly file: string; readonly line: number };
  /** Where its prefix is written. */
  readonly at?: { readonly file: string; readonly line: number };
  /** What is put here sees the whole path of a request: the prefix only says which requests come this far. */
  readonly isWhole?: true;
  /** Only requests of these methods come this far. */
  readonly methods?: readonly string[];
}

/** A router, group, scope or single route under construction: the nodes of the graph whose edges are mounts. */
export class RouterNode {
  readonly mounts: Mount[] = [];
  routes: Registration[] = [];
  readonly middleware: string[] = [];
  /** Middleware that it was made with: it guards everything. */
  readonly given: string[] = [];
  prefix = '';
  /** Methods to which everything here is limited. */
  methods: readonly string[] | undefined;
  /** Set where what is said of its place tells no text: the paths of its routes have a prefix that is not known. */
  isLost = false;
  /** Methods that the project puts on it: `router.getAsync = (path, handler) => …`. */
  readonly added = new Map<string, FunctionValue>();
  /** Named arguments of all that is called on it directly, unless a call says them itself: `with_options only: :index`. */
  defaults: readonly PassedArgument[] = [];
  /** It is the router that a class of the project is. */
  isOfClass = false;
  /** It counts for nothing until another router takes it in. */
  isHosted = false;
  /** A function gives it back that nobody is seen to call. */
  isIdle = false;
  /** Set for what mounts it. */
  isMounted = false;
  /** Words of the framework about the node: controller, module, name of the resource. */
  readonly notes = new Map<string, string>();

  constructor(
    readonly rule: RouterRule,
    readonly made: { readonly file: string; readonly line: number },
    /** `path` for a node that stands for one path, whose verbs take no path of their own. */
    readonly stands: 'router' | 'path' = 'router',
  ) {}

  mount(
    child: RouterNode,
    prefix = '',
    middleware: readonly string[] = [],
    place?: Mount['place'],
    at: Mount['at'] = place,
  ): void {
    if (child === this) return;
    if (this.mounts.some((mount) => mount.child === child && mount.prefix === prefix)) return;
    this.mounts.push({
      prefix,
      child,
      middleware,
      behind: this.middleware.length,
      ...(place === undefined ? {} : { place }),
      ...(at === undefined ? {} : { at }),
    });
    child.isMounted = true;
  }

  /** The prefixes under which these lie here take the place of their own. */
  replaceBelow(children: readonly RouterNode[], prefixes: readonly string[]): void {
    this.mounts.forEach((mount, at) => {
      if (children.includes(mount.child) && prefixes.includes(mount.prefix))
        this.mounts[at] = { ...mount, replaces: true };
    });
  }

  /** Puts it here, below a path that nothing tells. */
  mountSomewhere(child: RouterNode, middleware: readonly string[] = []): void {
    if (child === this || this.mounts.some((mount) => mount.child === child)) return;
    this.mounts.push({ prefix: '', child, middleware, behind: this.middleware.length, isLost: true });
    child.isMounted = true;
  }

  /** Puts it here with paths that are whole: requests whose path begins with the prefix are handed on as they are. */
  mountWhole(child: RouterNode, prefix: string, methods: readonly string[] = []): void {
    if (child === this || this.mounts.some((mount) => mount.child === child && mount.prefix === prefix)) return;
    const limit = methods.length === 0 || methods.includes('ANY') ? {} : { methods };
    this.mounts.push({ prefix, child, middleware: [], behind: this.middleware.length, isWhole: true, ...limit });
    child.isMounted = true;
  }

  /** A new node below this one. */
  branch(prefix: string, line: number, stands: 'router' | 'path' = 'router', file = this.made.file): RouterNode {
    const child = new RouterNode(this.rule, { file, line }, stands);
    this.mount(child, prefix, [], undefined, child.made);
    for (const [key, note] of this.notes) child.notes.set(key, note);
    return child;
  }
}

/** The prefix that a file has by convention. */
export function placeByFile(node: RouterNode, path: string): void {
  for (const [place, prefix] of node.rule.filePrefixes ?? []) {
    const found = place.exec(path);
    if (found !== null) node.prefix = prefix.replace('$1', found[1] ?? '');
  }
}
