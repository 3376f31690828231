import type { Route } from '../../../../../../shared/inventory';
import type { Extractor } from '../../../../extractor';
import { unwrittenRoles } from '../../../../fileRoles';
import { joinPaths } from '../../paths/normalizePath';
import { commonFolders } from '../../run/project/project';
import { readRoutes } from './readRoutes';
import { composedRoutes } from './routeGraph';
import { emptyTree, type RouteFile } from './routeTree';
import { caskRoutes, finatraRoutes, type WrittenRoute, zioRoutes } from './scalaServers';
import { withoutComments } from './scalaText';
import { type MountedServlet, placedServlets, scalatraRoutes, servletBases, servletsMounted } from './scalatra';
import { pathlessInputs, type TapirEndpoint, tapirEndpoints } from './tapir';

/** What a file of Scala says of the routes of a server. */
export interface ScalaFile {
  readonly written: readonly WrittenRoute[];
  readonly mounted: readonly MountedServlet[];
  /** What its servlets extend. */
  readonly bases?: Readonly<Record<string, string>>;
  readonly endpoints: readonly TapirEndpoint[];
  /** Inputs of endpoints that ask nothing of the path. */
  readonly pathless?: readonly string[];
  /** What its values put together. */
  readonly values?: RouteFile;
  /** It puts routes below a path of another framework. */
  readonly isAround: boolean;
}

const telling = /\b(?:scalatra|finatra|cask|zio\.http|sttp\.tapir|http4s\.server\.Router)\b/;
const heir = /\bextends\s{1,9}\w{1,80}Servlet\b/;
const around = /\bRouter(?:\[\w{1,40}\])?\s{0,4}\(\s{0,40}s?"\/?[\w$]/;

/** Reads Akka HTTP, Pekko HTTP, http4s, Play's routers, Tapir, ZIO HTTP, Scalatra, Finatra and Cask from their text. */
export const scalaExtractor: Extractor<ScalaFile> = {
  id: 'entryPoints.scala',
  version: 9,
  wants: (file) => /\.(?:scala|sc)$/.test(file.path) && !unwrittenRoles.has(file.role),
  extract(file) {
    if (file.text.length > 400_000) return undefined;
    const text = withoutComments(file.text);
    const values = readRoutes(file, text);
    const isTelling = telling.test(text);
    // A servlet may inherit all of its routes.
    const bases = text.includes('scalatra') || heir.test(text) ? servletBases(text) : {};
    const hasBases = Object.keys(bases).length > 0;
    if (!isTelling && values === undefined && !hasBases) return undefined;
    const written = isTelling
      ? [
          ...scalatraRoutes(file, text),
          ...finatraRoutes(file, text),
          ...caskRoutes(file, text),
          ...zioRoutes(file, text),
        ]
      : [];
    const mounted = isTelling ? servletsMounted(text) : [];
    const endpoints = isTelling ? tapirEndpoints(file, text) : [];
    const pathless = text.includes('EndpointInput') ? pathlessInputs(text) : [];
    const isAround = isTelling && around.test(text);
    const count = written.length + mounted.length + endpoints.length + pathless.length;
    if (count === 0 && values === undefined && !isAround && !hasBases) return undefined;
    return {
      written,
      mounted,
      endpoints,
      isAround,
      ...(pathless.length === 0 ? {} : { pathless }),
      ...(hasBases ? { bases } : {}),
      ...(values === undefined ? {} : { values }),
    };
  },
};

/** `mounts`: the routers that files of Play's routes put below a path. */
export function scalaRoutes(files: ReadonlyMap<string, ScalaFile>, mounts: readonly RouterMount[]): Route[] {
  const values = new Map([...files].flatMap(([file, { values }]) => (values === undefined ? [] : [[file, values]])));
  for (const [file, own] of byFile(mounts)) values.set(file, mountsAsValues(own));
  return [...placedServlets(files), ...tapirRoutes(files), ...composedRoutes(values)];
}

/** `-> /v1/posts v1.post.PostRouter` in `conf/routes`. */
export interface RouterMount {
  readonly file: string;
  readonly prefix: string;
  readonly router: string;
  readonly isLost: boolean;
}

function byFile(mounts: readonly RouterMount[]): Map<string, RouterMount[]> {
  const found = new Map<string, RouterMount[]>();
  for (const one of mounts) found.set(one.file, [...(found.get(one.file) ?? []), one]);
  return found;
}

const mountsAsValues = (mounts: readonly RouterMount[]): RouteFile => ({
  framework: 'Play',
  inPackage: '',
  imports: {},
  types: {},
  bases: {},
  texts: {},
  pathDirectives: [],
  definitions: mounts.map(({ prefix, router, isLost }) => ({
    owner: '',
    name: '',
    isOpen: isLost,
    isOverride: false,
    isRoute: true,
    tree: {
      ...emptyTree(0),
      parts: prefix.split('/').filter((one) => one !== ''),
      refs: [{ of: router, name: 'routes' }],
    },
  })),
});

const mostBases = 12;

/** Of things with the same name those that lie nearest to a file: in it, in its folder, or in one above. */
function nearest<T extends { readonly file: string }>(named: readonly T[], file: string): readonly T[] {
  const own = named.filter((one) => one.file === file);
  if (own.length > 0 || named.length < 2) return own.length > 0 ? own : named;
  const shared = named.map((one) => commonFolders(one.file, file));
  const most = Math.max(...shared);
  return named.filter((_one, at) => shared[at] === most);
}

/** Endpoints with a method; what others go on from is none by itself. */
function tapirRoutes(files: ReadonlyMap<string, ScalaFile>): Route[] {
  const all = [...files].flatMap(([file, { endpoints }]) => endpoints.map((endpoint) => ({ file, endpoint })));
  const bases = new Set(all.map(({ endpoint }) => endpoint.base));
  const pathless = new Set([...files.values()].flatMap((file) => file.pathless ?? []));
  const isAround = [...files.values()].some((file) => file.isAround);
  return all.flatMap(({ file, endpoint }): Route[] => {
    const chain: TapirEndpoint[] = [endpoint];
    let isLost = isAround;
    for (let at = endpoint; at.base !== ''; ) {
      const named = all.filter((one) => one.endpoint.name === at.base && one.endpoint !== at);
      const [only, ...others] = nearest(named, file);
      if (only === undefined || others.length > 0 || chain.length > mostBases) {
        isLost = true;
        break;
      }
      chain.unshift(only.endpoint);
      at = only.endpoint;
    }
    const method = chain.findLast((one) => one.method !== undefined)?.method;
    if (method === undefined || bases.has(endpoint.name)) return [];
    isLost ||= chain.some((one) => one.isLost || one.inputs?.some((name) => !pathless.has(name)) === true);
    return [
      {
        method,
        path: joinPaths([chain.flatMap(({ parts }) => parts).join('/')], 'drop'),
        file,
        line: endpoint.line,
        framework: 'Tapir',
        handler: endpoint.name,
        declared: 'explicit',
        ...(isLost ? { prefix: 'unknown' as const } : {}),
      },
    ];
  });
}
