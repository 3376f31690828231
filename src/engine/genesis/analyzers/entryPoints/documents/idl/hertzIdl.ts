import type { Route } from '../../../../../../shared/inventory';
import type { Extractor } from '../../../../extractor';
import { foreignRoles } from '../../../../fileRoles';
import { joinPaths, normalizePath } from '../../paths/normalizePath';

/** A call that an interface binds to a request of HTTP. */
interface BoundCall {
  readonly method: string;
  readonly path: string;
  readonly line: number;
  readonly handler?: string;
}

const comments = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
const bound =
  /\brpc\s{1,9}(\w{1,100})\s{0,9}\(|\b(\w{1,100})\s{0,4}\(\s{0,9}\d{1,3}\s{0,4}:|(?:\boption\s{1,9}\(api\.(get|post|put|patch|delete|head|options|any)\)|[(,]\s{0,20}api\.(get|post|put|patch|delete|head|options|any))\s{0,9}=\s{0,9}["'](\/[^"'\n]{0,300})["']/g;

/** Reads what interfaces in Thrift and Protobuf say for Hertz: `(api.get = "/cups")`, `option (api.get) = "/cups";`. */
export const hertzIdlExtractor: Extractor<readonly BoundCall[]> = {
  id: 'entryPoints.hertzIdl',
  version: 1,
  wants: (file) => /\.(?:thrift|proto)$/.test(file.path) && !foreignRoles.has(file.role),
  extract(file) {
    if (!/\bapi\.(?:get|post|put|patch|delete|any)\b/.test(file.text)) return undefined;
    const text = file.text.replace(comments, (part) => (part.startsWith('"') ? part : part.replace(/[^\n]/g, ' ')));
    const calls: BoundCall[] = [];
    let handler: string | undefined;
    for (const { 0: whole, 1: rpc, 2: call, 3: option, 4: mark, 5: path, index } of text.matchAll(bound)) {
      const verb = option ?? mark;
      if (verb === undefined || path === undefined) handler = rpc ?? call;
      else
        calls.push({
          method: verb.toUpperCase(),
          path: joinPaths([normalizePath(path, 'colon')], 'drop'),
          line: file.lineAt(index + whole.indexOf('api.')),
          ...(handler === undefined ? {} : { handler }),
        });
    }
    return calls.length === 0 ? undefined : calls;
  },
};

/** What the generator of Hertz leaves where it has made a server. */
const made = /(?:^|\/)(?:\.hz|biz\/router\/register\.go)$/;

/** Routes of the interfaces beside or above which a server was generated: gateways name paths in them as well. */
export function hertzIdlRoutes(files: ReadonlyMap<string, readonly BoundCall[]>, paths: Iterable<string>): Route[] {
  if (files.size === 0) return [];
  const servers = [...paths].filter((path) => made.test(path));
  return [...files].flatMap(([file, calls]) => {
    const around = file.slice(0, Math.max(0, file.search(/(?:^|\/)(?:idls?|proto|protos|thrift)\//)));
    const within = around === '' ? '' : `${around}/`;
    if (!servers.some((path) => path.startsWith(within))) return [];
    return calls.map((call): Route => ({ ...call, file, framework: 'Hertz', declared: 'explicit' }));
  });
}
