import type { Route } from '../../../../../shared/inventory';
import type { Extractor } from '../../../extractor';
import { unwrittenRoles } from '../../../fileRoles';
import { joinPaths, normalizePath } from '../paths/normalizePath';

/** A method of a type that a request may reach. */
interface BeegoMethod {
  readonly type: string;
  readonly name: string;
  readonly line: number;
  /** What comments say of it: `// @router /pages/:key [get,post]`. */
  readonly said: readonly { readonly path: string; readonly methods: readonly string[] }[];
}

/** What a file of Go says of controllers of Beego: their parts and the methods that answer requests. */
export interface BeegoFile {
  readonly package: string;
  /** What types are made of, by their names. */
  readonly embeds: Readonly<Record<string, readonly string[]>>;
  readonly methods: readonly BeegoMethod[];
}

type Files = ReadonlyMap<string, BeegoFile>;
/** What the handler of a route ends with whose methods, or whose path as well, are those of a controller. */
export const controllerMarks = { verbs: '|verbs', auto: '|auto', include: '|include' } as const;

const longest = 400_000;
const deepest = 6;
const struct = /^(?:type[ \t]{1,4}|\t)(\w{1,100})[ \t]{1,9}struct[ \t]{0,4}\{\n([^}]{0,2000})/gm;
const embedded = /^[ \t]{1,9}\*?((?:\w{1,60}\.)?\w{1,80})[ \t]{0,9}(?:\/\/.{0,200})?$/gm;
const method =
  /^func[ \t]{1,4}\(\s{0,4}\w{0,40}\s{0,4}\*?(\w{1,100})\s{0,4}\)[ \t]{1,4}([A-Z]\w{0,100})\(([^)\n]{0,300})\)([^\n]{0,200})$/gm;
const router = /^\/\/[ \t]{0,4}@router[ \t]{1,9}(\S{1,200})(?:[ \t]{1,9}\[([\w, ]{1,80})\])?/;

/** Reads the methods of controllers, which routers name by their type alone. */
export const beegoExtractor: Extractor<BeegoFile> = {
  id: 'entryPoints.beegoControllers',
  version: 1,
  wants: (file) => file.language === 'go' && !unwrittenRoles.has(file.role),
  extract(file) {
    const { text } = file;
    if (text.length > longest || !/beego|^\t\*?(?:\w{1,60}\.)?\w{0,60}Controller\b/m.test(text)) return undefined;
    const embeds = Object.fromEntries(
      [...text.matchAll(struct)].flatMap(([, name = '', body = '']) => {
        const parts = [...body.matchAll(embedded)].map(([, part = '']) => part);
        return parts.length === 0 ? [] : [[name, parts] as const];
      }),
    );
    const methods = [...text.matchAll(method)].flatMap((found): BeegoMethod[] => {
      const [, type = '', name = '', parameters = '', results = ''] = found;
      const said = routersAbove(text, found.index);
      // What a request reaches by its name alone takes nothing and gives nothing back.
      const isPlain = parameters.trim() === '' && /^\s{0,4}\{/.test(results);
      return isPlain || said.length > 0 ? [{ type, name, line: file.lineAt(found.index), said }] : [];
    });
    if (methods.length === 0 && Object.keys(embeds).length === 0) return undefined;
    return { package: /^package[ \t]{1,4}(\w{1,80})/m.exec(text)?.[1] ?? '', embeds, methods };
  },
};

/** The comments above a function, as far as they go on without a break. */
function routersAbove(text: string, at: number): BeegoMethod['said'] {
  const found: BeegoMethod['said'][number][] = [];
  for (let end = at - 1; end > 0; ) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(start, end);
    if (!line.startsWith('//')) break;
    const [, path, methods = 'get'] = router.exec(line) ?? [];
    if (path !== undefined) found.unshift({ path, methods: methods.split(',').map((one) => one.trim().toUpperCase()) });
    end = start - 1;
  }
  return found.map(({ path, methods }) => ({ path, methods: methods.map((one) => (one === '*' ? 'ANY' : one)) }));
}

/** The routes with those of the methods that a controller has in place of what stands for them. */
export function withControllerMethods(routes: readonly Route[], files: Files): Route[] {
  const plain = new Set(routes.filter(({ handler = '' }) => !handler.endsWith(controllerMarks.include)).map(placeOf));
  return routes.flatMap((route): Route[] => {
    const [, handler = '', mark = ''] = /^(.*)\|(verbs|auto|include)$/.exec(route.handler ?? '') ?? [];
    if (mark === '' || route.framework !== 'Beego') return [route];
    const methods = methodsOf(handler, route.file, files);
    if (mark === 'verbs') return verbsOf({ ...route, handler }, methods);
    if (mark === 'auto') return actionsOf({ ...route, handler }, methods);
    // What the routers register by hand as well is one route.
    return annotatedOf({ ...route, handler }, methods).filter((one) => !plain.has(placeOf(one)));
  });
}

type Found = BeegoMethod & { readonly file: string };

const placeOf = ({ method, path }: Route): string => `${method} ${path}`;

const verbs = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options', 'Trace']);

/** Of a controller that is not seen nobody knows which methods it answers. */
function verbsOf(route: Route, methods: readonly Found[]): Route[] {
  const own = methods.filter(({ name }) => verbs.has(name));
  if (own.length === 0) return [route];
  return own.map(({ name }) => ({ ...route, method: name.toUpperCase(), handler: `${route.handler ?? ''}.${name}` }));
}

/** Called by the framework, and not by requests. */
const ofFramework = /^(?:Init|Prepare|Finish|Render|XSRFToken|CheckXSRFCookie|HandlerFunc|URLMapping|NestPrepare)$/;

function actionsOf({ middleware: _guards, ...route }: Route, methods: readonly Found[]): Route[] {
  const handler = route.handler ?? '';
  const name = lastName(handler).replace(/Controller$/, '');
  return methods
    .filter((one) => !ofFramework.test(one.name))
    .map(({ name: action, file, line }) => ({
      ...route,
      path: joinPaths([route.path, name.toLowerCase(), action.toLowerCase()], 'drop'),
      file,
      line,
      declared: 'implied',
      handler: `${handler}.${action}`,
    }));
}

/** Comments are looked up by the type that is included: those of what it is made of belong to that. */
const annotatedOf = (route: Route, methods: readonly Found[]): Route[] =>
  methods.flatMap(({ said, name, file, line, type }) =>
    (type === lastName(route.handler ?? '') ? said : []).flatMap(({ path, methods: answered }) =>
      answered.map((verb) => ({
        ...route,
        method: verb,
        path: joinPaths([route.path, normalizePath(path, 'colon')], 'drop'),
        file,
        line,
        handler: `${route.handler ?? ''}.${name}`,
      })),
    ),
  );

/** The methods of a controller and of what it is made of, by `controllers.Users` as a file writes it. */
function methodsOf(written: string, from: string, files: Files): Found[] {
  const found = new Map<string, Found>();
  const visit = (whole: string, near: string, depth: number): void => {
    const type = lastName(whole);
    const inPackage = whole.includes('.') ? whole.slice(0, whole.indexOf('.')) : undefined;
    const folder = folderOf(near);
    const own = [...files].filter(([path, file]) =>
      inPackage === undefined ? folderOf(path) === folder : file.package === inPackage,
    );
    const holding = own.filter(
      ([, { embeds, methods }]) => Object.hasOwn(embeds, type) || methods.some((one) => one.type === type),
    );
    // Packages of one name that both have such a type: whose is meant, nobody knows.
    if (new Set(holding.map(([path]) => folderOf(path))).size > 1) return;
    for (const [path, { methods }] of holding)
      for (const one of methods)
        if (one.type === type && !found.has(one.name)) found.set(one.name, { ...one, file: path });
    if (depth < deepest)
      for (const [path, { embeds }] of holding) for (const part of embeds[type] ?? []) visit(part, path, depth + 1);
  };
  visit(written, from, 0);
  return [...found.values()];
}

const lastName = (whole: string): string => whole.slice(whole.lastIndexOf('.') + 1);

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
