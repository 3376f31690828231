import type { Interpreter } from '../interpreter';
import type { RouterNode } from './routerNode';

/**
 * What answers nothing by itself: below which path it lies says the router that takes it in. Where none does, the beginning
 * of its paths is not known. So it is with an engine of Rails that no application mounts, and with a class of a server
 * in a repository that has engines or maps of Rack.
 */
export function loseHosted(interpreter: Interpreter): void {
  const { engines, nodes } = interpreter;
  mountByName(interpreter);
  mountKept(interpreter);
  mountAnything(interpreter);
  for (const node of nodes) if (node.isHosted && !node.isMounted) node.isLost = true;
  for (const [owner, node] of engines) if (!node.isMounted && /Engine$/.test(owner)) node.isLost = true;
  loseClasses(interpreter);
  loseUrls(interpreter);
}

/** Where no import leads to what is mounted, for the paths of modules are set elsewhere, a name that one router alone has says it. */
function mountByName({ project, unfound }: Interpreter): void {
  for (const { node, name, prefix, isLost, replaces } of unfound) {
    const named = [...project.units.values()].flatMap((unit) => {
      const bound = unit.program.language === 'python' ? unit.scope.own(name) : undefined;
      return bound?.kind === 'router' && bound.node.isHosted && !bound.node.isMounted ? [bound.node] : [];
    });
    const [only] = new Set(named);
    if (only === undefined || new Set(named).size > 1) continue;
    if (isLost) node.mountSomewhere(only);
    else node.mount(only, prefix);
    if (replaces) node.replaceBelow([only], [prefix]);
  }
}

/** `ctx.users = makeUsers()` in one place and `app.use('/users', ctx.users)` in another: the one router of that name. */
function mountKept({ nodes, remarks }: Interpreter): void {
  const routersOf = (kind: string, text: string): RouterNode[] =>
    remarks.flatMap((one) =>
      one.kind === kind && one.text === text && one.value.kind === 'router' ? [one.value.node] : [],
    );
  for (const written of new Set(remarks.flatMap(({ kind, text }) => (kind === 'keptMount' ? [text] : [])))) {
    const [prefix = '', name = ''] = written.split(' ');
    const kept = [...new Set(routersOf('keptRouter', name))];
    const takers = routersOf('keptMount', written);
    // One function may have made it several times.
    const [place, ...others] = new Set(kept.map(({ made }) => `${made.file}:${made.line}`));
    if (place === undefined) loseNamed(nodes, name, takers);
    if (place === undefined || others.length > 0) continue;
    const placed = takers.filter(({ isMounted }) => isMounted);
    for (const taker of placed.length > 0 ? placed : takers)
      for (const one of kept) if (one.rule === taker.rule) taker.mount(one, prefix);
  }
}

/** What kept it is not seen: an application that a file of that name makes lies below a path that is not told. */
function loseNamed(nodes: readonly RouterNode[], name: string, takers: readonly RouterNode[]): void {
  const isNamed = ({ made }: RouterNode): boolean => {
    const parts = made.file.replace(/(?:\/index)?\.[cm]?[jt]sx?$/, '').split('/');
    return parts.at(-1) === name;
  };
  for (const node of nodes)
    if (!node.isMounted && node.mounts.length === 0 && !takers.includes(node) && isNamed(node)) node.isLost = true;
}

/** An application that takes in whatever its modules hold, without a path, leaves them where they say that they lie. */
function mountAnything({ nodes, takers }: Interpreter): void {
  for (const node of nodes) {
    const taker = node.isHosted && !node.isMounted ? takers.find(({ rule }) => rule === node.rule) : undefined;
    taker?.mount(node);
  }
}

function loseClasses({ engines, nodes }: Interpreter): void {
  const hasEngine = [...engines.keys()].some((owner) => /Engine$/.test(owner));
  const hasMaps = nodes.some((node) => node.rule.id === 'rack' && node.mounts.length > 0);
  if (!hasEngine && !hasMaps) return;
  for (const node of nodes)
    if (!node.isMounted && node.isOfClass && /^(?:grape|sinatra)$/.test(node.rule.id)) node.isLost = true;
}

/**
 * Django begins with the module that its settings name: a list of paths in a file that this one does not reach lies nowhere.
 * Where no settings do, as in a package for other projects, what an unread `include` may take in lies nobody knows where.
 */
function loseUrls({ nodes, project, remarks }: Interpreter): void {
  const roots = [...project.units.values()].flatMap((unit) => {
    const named = unit.scope.own('ROOT_URLCONF');
    return named?.kind === 'text' ? project.resolve(unit.path, named.text) : [];
  });
  // What a method of a class gives back lies where its caller puts it.
  for (const node of nodes) if (!node.isMounted && node.notes.has('inMethod')) node.isLost = true;
  const isOfUrls = (node: RouterNode): boolean =>
    !node.isMounted && /^django/.test(node.rule.id) && urlsFile.test(node.made.file);
  if (roots.length === 0) {
    const including = new Set(remarks.flatMap(({ kind, text }) => (kind === 'djangoInclude' ? [text] : [])));
    // A list in a space of names of its own is there to be included, in a project that is not this one.
    const isApp = ({ made }: RouterNode): boolean => project.units.get(made.file)?.scope.own('app_name') !== undefined;
    for (const node of nodes)
      if (isOfUrls(node) && !including.has(node.made.file) && (including.size > 0 || isApp(node))) node.isLost = true;
    return;
  }
  if (roots.some((path) => !project.units.has(path))) return;
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const { fact, files } of project.imports.importsOf(path))
      if (fact.bindings.some(({ imported }) => listName.test(imported))) for (const file of files) visit(file);
  };
  for (const path of roots) visit(path);
  for (const node of nodes) {
    // A project beside the product may take in its first list as well.
    const isFirst = node.isMounted && roots.includes(node.made.file);
    const above = isFirst ? nodes.filter(({ mounts }) => mounts.some(({ child }) => child === node)) : [];
    if (above.length > 0 && above.every(({ made }) => urlsFile.test(made.file) && !reached.has(made.file)))
      node.isMounted = false;
    if (isOfUrls(node) && !reached.has(node.made.file)) node.isLost = true;
  }
}

/** Who takes a list of paths by its name may well hand it on; who takes a router does not take the list beside it. */
const listName = /patterns|urls|^\*$/i;

const urlsFile = /(?:^|\/)urls(?:\.py|\/\w{1,80}\.py)$/;
