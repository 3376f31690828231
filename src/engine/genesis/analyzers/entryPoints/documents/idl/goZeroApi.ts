import type { Route } from '../../../../../../shared/inventory';
import type { Extractor } from '../../../../extractor';
import { foreignRoles } from '../../../../fileRoles';
import { joinPaths, normalizePath } from '../../paths/normalizePath';

/** A route of a description in the language of go-zero. */
interface ApiRoute {
  readonly method: string;
  readonly path: string;
  readonly line: number;
  readonly handler?: string;
  readonly middleware: readonly string[];
}

const comments = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
const piece =
  /@server\s{0,9}\(([^()]{0,2000})\)|\bservice\s{1,9}[\w-]{1,100}\s{0,9}\{|@handler\s{1,9}(\w{1,100})|^[ \t]{0,40}(get|head|post|put|patch|delete|connect|options|trace)[ \t]{1,20}(\/[^\s()]{0,300}|\/)(?=[ \t]{0,20}(?:\(|returns\b|\r?$))/gm;
const setting = /^[ \t]{0,40}(\w{1,40})[ \t]{0,9}:[ \t]{0,9}"?([^"\n]{1,300}?)"?[ \t]{0,20}\r?$/gm;

/** Reads `.api` files, of which go-zero generates its servers: `@server(prefix: /v1)` `service shop { @handler list get /cups returns (Cups) }`. */
export const goZeroApiExtractor: Extractor<readonly ApiRoute[]> = {
  id: 'entryPoints.goZeroApi',
  version: 1,
  wants: (file) => file.path.endsWith('.api') && !foreignRoles.has(file.role),
  extract(file) {
    if (!file.text.includes('@handler') || file.text.length > 400_000) return undefined;
    const text = file.text.replace(comments, (part) => (/^["`]/.test(part) ? part : part.replace(/[^\n]/g, ' ')));
    const routes: ApiRoute[] = [];
    let said: ReadonlyMap<string, string> = new Map();
    let isServed = false;
    let handler: string | undefined;
    for (const { 0: whole, 1: server, 2: named, 3: verb, 4: path, index } of text.matchAll(piece)) {
      if (server !== undefined) {
        said = new Map([...server.matchAll(setting)].map(([, key = '', value = '']) => [key, value] as const));
        isServed = false;
      } else if (whole.startsWith('service')) {
        if (isServed) said = new Map();
        isServed = true;
      } else if (named !== undefined) handler = named;
      else if (verb !== undefined && path !== undefined && isServed) {
        const guards = `${said.has('jwt') ? 'jwt,' : ''}${said.get('middleware') ?? ''}`.split(',');
        routes.push({
          method: verb.toUpperCase(),
          path: joinPaths([said.get('prefix') ?? '', normalizePath(path, 'colon')], 'drop'),
          line: file.lineAt(index + whole.indexOf(verb)),
          middleware: guards.map((one) => one.trim()).filter((one) => one !== ''),
          ...(handler === undefined ? {} : { handler }),
        });
        handler = undefined;
      }
    }
    return routes.length === 0 ? undefined : routes;
  },
};

/** The described routes that no code in the repository registers: what is generated is not read. */
export function goZeroApiRoutes(files: ReadonlyMap<string, readonly ApiRoute[]>, found: readonly Route[]): Route[] {
  const place = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`;
  const known = new Set(found.map(place));
  return [...files].flatMap(([file, routes]) =>
    routes
      .filter((route) => !known.has(place(route)))
      .map(({ middleware, ...route }) => ({
        ...route,
        file,
        framework: 'go-zero',
        declared: 'explicit' as const,
        ...(middleware.length === 0 ? {} : { middleware }),
      })),
  );
}
