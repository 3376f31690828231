import type { Route } from '../../../../../../shared/inventory';
import type { Extractor } from '../../../../extractor';
import { unwrittenRoles } from '../../../../fileRoles';
import { joinPaths } from '../../paths/normalizePath';
import { directiveRoutes } from './directiveRoutes';
import { type DirectiveFile, readDirectives } from './directives';
import { caskRoutes, finatraRoutes, type WrittenRoute, zioRoutes } from './scalaServers';
import { withoutComments } from './scalaText';
import { type MountedServlet, placedServlets, scalatraRoutes, servletBases, servletsMounted } from './scalatra';
import { type TapirEndpoint, tapirEndpoints } from './tapir';

/** What a file of Scala says of the routes of a server. */
export interface ScalaFile {
  readonly written: readonly WrittenRoute[];
  readonly mounted: readonly MountedServlet[];
  /** What its servlets extend. */
  readonly bases?: Readonly<Record<string, string>>;
  readonly endpoints: readonly TapirEndpoint[];
  readonly directives?: DirectiveFile;
  /** It puts routes below a path of another framework. */
  readonly isAround: boolean;
}

const telling = /\b(?:scalatra|finatra|cask|zio\.http|sttp\.tapir|(?:akka|pekko)\.http|http4s\.server\.Router)\b/;
const around = /\bRouter(?:\[\w{1,40}\])?\s{0,4}\(\s{0,40}s?"\/?[\w$]/;

/** Reads Akka HTTP, Pekko HTTP, Tapir, ZIO HTTP, Scalatra, Finatra and Cask from their text. */
export const scalaExtractor: Extractor<ScalaFile> = {
  id: 'entryPoints.scala',
  version: 4,
  wants: (file) => /\.(?:scala|sc)$/.test(file.path) && !unwrittenRoles.has(file.role),
  extract(file) {
    if (!telling.test(file.text) || file.text.length > 400_000) return undefined;
    const text = withoutComments(file.text);
    const written = [
      ...scalatraRoutes(file, text),
      ...finatraRoutes(file, text),
      ...caskRoutes(file, text),
      ...zioRoutes(file, text),
    ];
    const mounted = servletsMounted(text);
    const endpoints = tapirEndpoints(file, text);
    const directives = readDirectives(file, text);
    const isAround = around.test(text);
    if (written.length + mounted.length + endpoints.length === 0 && directives === undefined && !isAround)
      return undefined;
    return {
      written,
      mounted,
      endpoints,
      isAround,
      ...(text.includes('scalatra') ? { bases: servletBases(text) } : {}),
      ...(directives === undefined ? {} : { directives }),
    };
  },
};

export function scalaRoutes(files: ReadonlyMap<string, ScalaFile>): Route[] {
  return [
    ...placedServlets(files),
    ...tapirRoutes(files),
    ...directiveRoutes(
      new Map([...files].flatMap(([file, { directives }]) => (directives === undefined ? [] : [[file, directives]]))),
    ),
  ];
}

const mostBases = 12;

/** Endpoints with a method; what others go on from is none by itself. */
function tapirRoutes(files: ReadonlyMap<string, ScalaFile>): Route[] {
  const all = [...files].flatMap(([file, { endpoints }]) => endpoints.map((endpoint) => ({ file, endpoint })));
  const bases = new Set(all.map(({ endpoint }) => endpoint.base));
  const isAround = [...files.values()].some((file) => file.isAround);
  return all.flatMap(({ file, endpoint }): Route[] => {
    const chain: TapirEndpoint[] = [endpoint];
    let isLost = isAround;
    for (let at = endpoint; at.base !== ''; ) {
      const named = all.filter((one) => one.endpoint.name === at.base && one.endpoint !== at);
      const near = named.filter((one) => one.file === file);
      const [only, ...others] = near.length > 0 ? near : named;
      if (only === undefined || others.length > 0 || chain.length > mostBases) {
        isLost = true;
        break;
      }
      chain.unshift(only.endpoint);
      at = only.endpoint;
    }
    const method = chain.findLast((one) => one.method !== undefined)?.method;
    if (method === undefined || bases.has(endpoint.name)) return [];
    isLost ||= chain.some((one) => one.isLost);
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
