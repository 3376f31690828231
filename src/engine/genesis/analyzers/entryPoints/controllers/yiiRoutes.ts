import type { Route } from '../../../../../shared/inventory';
import { joinPaths } from '../paths/normalizePath';
import { dashed } from './yiiExtractor';
import type { YiiAction, YiiController, YiiFacts, YiiRule } from './yiiFacts';

const framework = 'Yii';
const deepest = 10;
const mostRoutes = 20_000;

/** An action with the route by which rules and requests name it. */
interface Placed {
  readonly route: string;
  readonly isLost: boolean;
  readonly action: YiiAction;
  readonly file: string;
  /** The file of the controller that has it, where it inherits it. */
  readonly owner: string;
  readonly methods: readonly string[];
  readonly handler: string;
}

/** The routes of the controllers of Yii: the names of their classes and methods, or what rules make of them. */
export function yiiRoutes(files: ReadonlyMap<string, YiiFacts>): Route[] {
  const placed = new Controllers(files).placed();
  if (placed.length === 0) return [];
  const served = new Applications(files);
  const byRoute = new Map<string, Placed[]>();
  for (const one of placed) byRoute.set(one.route, [...(byRoute.get(one.route) ?? []), one]);
  const ruled = new Set<Placed>();
  const routes: Route[] = [];
  for (const [file, { rules = [] }] of files)
    for (const rule of rules)
      for (const one of nearest(file, byRoute.get(rule.route) ?? byRoute.get(`${rule.route}/index`) ?? [])) {
        ruled.add(one);
        routes.push(...ruleRoutes(rule, one, file));
      }
  for (const one of placed) {
    const { isStrict, isPretty } = served.of(one.owner);
    if (!ruled.has(one) && !isStrict)
      for (const method of one.methods)
        routes.push({
          method,
          path: isPretty || one.isLost ? `/${one.route}` : `/index.php?r=${one.route}`,
          file: one.file,
          line: one.action.line,
          framework,
          declared: 'implied',
          handler: one.handler,
          ...(one.isLost ? { prefix: 'unknown' as const } : {}),
        });
  }
  return routes.slice(0, mostRoutes);
}

interface Served {
  /** What no rule names is not answered. */
  readonly isStrict: boolean;
  /** Paths are the names of controllers and actions, instead of an argument of one file. */
  readonly isPretty: boolean;
}

/** What the settings of the applications of a repository say, each for the code in its own folder. */
class Applications {
  private readonly applications: readonly (Served & { readonly folder: string })[];

  constructor(files: ReadonlyMap<string, YiiFacts>) {
    this.applications = [...files].flatMap(([file, { isStrict = false, isPretty = false, rules = [] }]) =>
      isStrict || isPretty || rules.length > 0
        ? [{ folder: folderOf(file), isStrict, isPretty: isPretty || rules.length > 0 }]
        : [],
    );
  }

  /** Those of the nearest folder around, and of what all applications share. */
  of(file: string): Served {
    const around = this.applications.filter(({ folder }) => folder === '' || file.startsWith(`${folder}/`));
    const nearest = Math.max(...around.map(({ folder }) => folder.length));
    const own = around.filter(({ folder }) => folder.length === nearest);
    const shared = this.applications.filter(({ folder }) => /(?:^|\/)common$/.test(folder));
    const meant = own.length === 0 ? this.applications : [...own, ...shared];
    return { isStrict: meant.some((one) => one.isStrict), isPretty: meant.some((one) => one.isPretty) };
  }
}

/** The folder of the application whose settings a file holds. */
const folderOf = (file: string): string => /^(.{0,300}?)\/?(?:config\/.{1,200}|[^/]{1,100})$/.exec(file)?.[1] ?? '';

function ruleRoutes({ methods, pattern, line }: YiiRule, one: Placed, file: string): Route[] {
  const path = joinPaths([patternPath(pattern)], 'drop');
  return (methods.length === 0 ? one.methods : methods).map((method) => ({
    method,
    path,
    file,
    line,
    framework,
    declared: 'explicit',
    handler: one.handler,
  }));
}

/** `<id:\d+>` is a parameter. */
const patternPath = (pattern: string): string =>
  pattern.replace(/<(\w{1,60})(?::[^<>]{0,200}(?:<[^<>]{0,60}>[^<>]{0,60})?)?>/g, '{$1}');

/** Several applications of one repository may name an action alike: a rule means that of its own. */
function nearest(file: string, found: readonly Placed[]): readonly Placed[] {
  if (found.length < 2) return found;
  const shared = ({ owner }: Placed): number => {
    const parts = owner.split('/');
    const own = file.split('/');
    let at = 0;
    while (at < parts.length && parts[at] === own[at]) at += 1;
    return at;
  };
  const most = Math.max(...found.map(shared));
  return found.filter((one) => shared(one) === most);
}

/** The actions that a controller of a model has without declaring any. */
const ofActive: Readonly<Record<string, readonly string[]>> = {
  index: ['GET'],
  view: ['GET'],
  create: ['POST'],
  update: ['PUT', 'PATCH'],
  delete: ['DELETE'],
};

/** Where a module has its controllers, unless it says otherwise. */
const controllersOf = (module: string): string =>
  `${module.slice(0, Math.max(0, module.lastIndexOf('\\')))}\\controllers`;

class Controllers {
  private readonly classes = new Map<string, { readonly declared: YiiController; readonly file: string }>();
  /** By the namespace of its controllers the class of a module. */
  private readonly modules = new Map<string, string>();
  private readonly entries = new Map<string, { readonly id: string; readonly parent?: string }[]>();

  constructor(files: ReadonlyMap<string, YiiFacts>) {
    for (const [file, { controllers = [], entries = [] }] of files) {
      for (const declared of controllers) this.classes.set(declared.name, { declared, file });
      for (const { type, id, parent } of entries) {
        const entry = { id, ...(parent === undefined ? {} : { parent }) };
        this.entries.set(type, [...(this.entries.get(type) ?? []), entry]);
        this.modules.set(controllersOf(type), type);
      }
    }
    for (const { modules = [] } of files.values())
      for (const { name, controllers } of modules) this.modules.set(controllers ?? controllersOf(name), name);
  }

  placed(): Placed[] {
    const found: Placed[] = [];
    for (const { declared, file } of this.classes.values()) {
      const place = this.placeOf(declared.name);
      if (declared.isAbstract || place === undefined || !this.isServed(declared, 0)) continue;
      const handler = declared.name.slice(declared.name.lastIndexOf('\\') + 1);
      const seen = new Set<string>();
      for (const { owner, action, verbs } of this.actionsOf(declared, file)) {
        if (seen.has(action.id)) continue;
        seen.add(action.id);
        const methods = (verbs[action.id] ?? verbs['*'] ?? ['ANY']).filter(
          (method) => !/^(?:HEAD|OPTIONS)$/.test(method),
        );
        for (const module of place.modules)
          found.push({
            route: [module ?? '', place.id, action.id].filter((part) => part !== '').join('/'),
            isLost: module === undefined,
            action,
            file: owner,
            owner: file,
            methods: methods.length === 0 ? ['ANY'] : methods,
            handler: `${handler}.${action.method ?? action.id}`,
          });
      }
    }
    return found;
  }

  /** Its own actions, then those that it inherits. */
  private *actionsOf(declared: YiiController, file: string) {
    let current: { readonly declared: YiiController; readonly file: string } | undefined = { declared, file };
    const verbs: Record<string, readonly string[]> = {};
    for (let depth = 0; current !== undefined && depth < deepest; depth += 1) {
      for (const [key, methods] of Object.entries(current.declared.verbs)) verbs[key] ??= methods;
      current = this.classes.get(current.declared.base);
    }
    current = { declared, file };
    for (let depth = 0; current !== undefined && depth < deepest; depth += 1) {
      for (const action of current.declared.actions) yield { owner: current.file, action, verbs };
      const { base, line } = current.declared;
      if (base === 'yii\\rest\\ActiveController')
        for (const [id, methods] of Object.entries(ofActive))
          yield { owner: current.file, action: { id, line }, verbs: { [id]: methods, ...verbs } };
      current = this.classes.get(base);
    }
  }

  /** Requests reach heirs of Yii's controllers for the web; those of its commands are none. */
  private isServed({ base, actions }: YiiController, depth: number): boolean {
    if (/^yii\\(?:web|rest)\\/.test(base)) return true;
    const above = this.classes.get(base)?.declared;
    if (above !== undefined && depth < deepest) return this.isServed(above, depth + 1);
    // A base of another package, for classes that have actions.
    return !/^yii\\|console|command/i.test(base) && /\\controllers\\\w+Controller$/.test(base) && actions.length > 0;
  }

  /** The name of a controller in paths, and the modules that it lies in; `undefined` for one whose name is not known. */
  private placeOf(
    name: string,
  ): { readonly id: string; readonly modules: readonly (string | undefined)[] } | undefined {
    const parts = name.split('\\');
    const at = parts.lastIndexOf('controllers');
    const own = /^(\w+)Controller$/.exec(parts.at(-1) ?? '')?.[1];
    if (at === -1 || own === undefined) return undefined;
    const id = [...parts.slice(at + 1, -1), dashed(own)].join('/');
    const module = this.modules.get(parts.slice(0, at + 1).join('\\'));
    if (module !== undefined) return { id, modules: this.idsOf(module, 0) };
    return { id, modules: [parts.slice(0, at).includes('modules') ? undefined : ''] };
  }

  private idsOf(module: string, depth: number): readonly (string | undefined)[] {
    const entries = this.entries.get(module) ?? [];
    if (entries.length === 0 || depth > deepest) return [undefined];
    const ids = entries.flatMap(({ id, parent }) =>
      parent === undefined
        ? [id]
        : this.idsOf(parent, depth + 1).map((above) => (above === undefined ? undefined : `${above}/${id}`)),
    );
    return [...new Set(ids)];
  }
}
