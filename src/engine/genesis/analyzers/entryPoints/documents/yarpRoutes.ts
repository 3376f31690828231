import { type Node as JsonNode, parseTree } from 'jsonc-parser';
import type { Route } from '../../../../../shared/inventory';
import type { Extractor } from '../../../extractor';
import { unwrittenRoles } from '../../../fileRoles';
import { joinPaths, normalizePath } from '../paths/normalizePath';

/** A route that a reverse proxy takes from its settings. */
export interface ProxiedRoute {
  readonly methods: readonly string[];
  readonly path: string;
  readonly line: number;
  readonly cluster: string;
}

const longest = 200_000;

/** Reads `ReverseProxy:Routes` of `appsettings.json`, by which YARP forwards requests. */
export const yarpExtractor: Extractor<readonly ProxiedRoute[]> = {
  id: 'entryPoints.yarp',
  version: 1,
  wants: (file) =>
    !unwrittenRoles.has(file.role) && /(?:^|\/)(?:appsettings|yarp|reverseproxy)\.json$/i.test(file.path),
  extract(file) {
    if (file.text.length > longest || !/"Routes"/.test(file.text) || !/"ClusterId"/.test(file.text)) return undefined;
    const root = parseTree(file.text);
    const routes = root === undefined ? undefined : at(at(root, 'ReverseProxy') ?? root, 'Routes');
    const found = (routes?.children ?? []).flatMap((entry) => {
      // A map by name, or a list in the older form.
      const route = entry.type === 'property' ? entry.children?.[1] : entry;
      const match = route === undefined ? undefined : at(route, 'Match');
      const path = match === undefined ? undefined : at(match, 'Path');
      if (route === undefined || match === undefined || typeof path?.value !== 'string') return [];
      const methods = (at(match, 'Methods')?.children ?? []).flatMap(({ value }) =>
        typeof value === 'string' ? [value.toUpperCase()] : [],
      );
      const cluster = at(route, 'ClusterId')?.value;
      return [
        {
          methods: methods.length === 0 ? ['ANY'] : methods,
          path: joinPaths([normalizePath(path.value, 'braces')], 'drop'),
          line: file.lineAt(path.offset),
          cluster: typeof cluster === 'string' ? cluster : '',
        },
      ];
    });
    return found.length === 0 ? undefined : found;
  },
};

/** The value of a key, whatever its letters' case. */
function at(node: JsonNode, key: string): JsonNode | undefined {
  for (const { children } of node.type === 'object' ? (node.children ?? []) : []) {
    const [name, value] = children ?? [];
    if (typeof name?.value === 'string' && name.value.toLowerCase() === key.toLowerCase()) return value;
  }
  return undefined;
}

export const yarpRoutes = (files: ReadonlyMap<string, readonly ProxiedRoute[]>): Route[] =>
  [...files].flatMap(([file, routes]) =>
    routes.flatMap(({ methods, path, line, cluster }) =>
      methods.map((method) => ({
        method,
        path,
        file,
        line,
        framework: 'YARP',
        handler: cluster,
        declared: 'explicit' as const,
      })),
    ),
  );
