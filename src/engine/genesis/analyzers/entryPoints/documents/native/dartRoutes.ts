import type { Route } from '../../../../../../shared/inventory';
import type { Extractor } from '../../../../extractor';
import { unwrittenRoles } from '../../../../fileRoles';
import { joinPaths } from '../../paths/normalizePath';
import { closingAt, withoutComments } from '../scala/scalaText';

/** What a file of Dart says of the routes of a server. */
interface DartFile {
  readonly routes: readonly {
    readonly method: string;
    readonly path: string;
    readonly line: number;
    readonly owner: string;
  }[];
  /** `app.mount('/api/', Users().router)`: which class lies below which path, and `?` for another value. */
  readonly mounts: readonly { readonly owner: string; readonly path: string }[];
}

const call =
  /\.{1,2}(get|post|put|delete|patch|head|options|all|mount)\(\s{0,40}(['"])([/$][^'"\n]{0,200})\2\s{0,9},\s{0,40}(\w{0,80})/g;
const annotated =
  /@(?:Route|[A-Z]\w{0,40}(?=\.))(?:\.(get|post|put|delete|patch|head|options|all|mount)\(\s{0,9}|\(\s{0,9}'([A-Z]{3,10})'\s{0,9},\s{0,9})(['"])([/$][^'"\n]{0,200})\3/g;
const constant = /\bconst\s{1,9}(?:String\s{1,9})?(\w{1,60})\s{0,9}=\s{0,20}r?(['"])(\/[^'"\n$]{0,200})\2/g;

/** Reads routers of shelf: `Router()..get('/users/<id>', show)`, `@Route.get('/users')`. */
export const dartExtractor: Extractor<DartFile> = {
  id: 'entryPoints.dart',
  version: 3,
  wants: (file) => file.path.endsWith('.dart') && !unwrittenRoles.has(file.role),
  extract(file) {
    if (!file.text.includes('package:shelf_router/shelf_router.dart')) return undefined;
    const text = withoutComments(file.text);
    const classes = [...text.matchAll(/\bclass\s{1,9}(\w{1,100})[^{;]{0,200}\{/g)].map((found) => {
      const open = found.index + found[0].length - 1;
      return { name: found[1] ?? '', from: open, to: closingAt(text, open) };
    });
    const ownerAt = (at: number): string => classes.find(({ from, to }) => from < at && at < to)?.name ?? '';
    const constants = new Map([...text.matchAll(constant)].map(([, name = '', , value = '']) => [name, value]));
    const whole = (path: string): string =>
      path.replace(/\$\{?(\w{1,60})\}?/g, (_mark, name: string) => constants.get(name) ?? `<${name}>`);
    const routes: DartFile['routes'][number][] = [];
    const mounts: DartFile['mounts'][number][] = [];
    for (const found of text.matchAll(call)) {
      const [, verb = '', , written = '', target = ''] = found;
      const path = whole(written);
      if (verb === 'mount') mounts.push({ owner: /^[A-Z]/.test(target) ? target : '?', path });
      else routes.push({ method: methodOf(verb), path, line: file.lineAt(found.index), owner: ownerAt(found.index) });
    }
    for (const found of text.matchAll(annotated)) {
      const [, verb = '', said, , path = ''] = found;
      routes.push({
        method: said ?? methodOf(verb),
        path: whole(path),
        line: file.lineAt(found.index),
        owner: ownerAt(found.index),
      });
    }
    return routes.length + mounts.length === 0 ? undefined : { routes, mounts };
  },
};

const methodOf = (verb: string): string => (verb === 'all' ? 'ANY' : verb.toUpperCase());

/** A class lies where its name is mounted; where others are mounted by values that are not followed, nobody knows. */
export function dartRoutes(files: ReadonlyMap<string, DartFile>): Route[] {
  const mounts = [...files.values()].flatMap((file) => file.mounts);
  const isOpen = mounts.some(({ owner }) => owner === '?');
  return [...files].flatMap(([file, { routes }]) =>
    routes.flatMap(({ method, path, line, owner }) => {
      const places = owner === '' ? [] : mounts.filter((mount) => mount.owner === owner).map((mount) => mount.path);
      return (places.length === 0 ? [''] : places).map(
        (place): Route => ({
          method,
          path: joinPaths([place, parametersIn(path)], 'drop'),
          file,
          line,
          framework: 'shelf',
          declared: 'explicit',
          ...(places.length === 0 && owner !== '' && isOpen ? { prefix: 'unknown' as const } : {}),
        }),
      );
    }),
  );
}

/** `<id>`, `<id|[0-9]+>`, `<rest|.*>`. */
const parametersIn = (path: string): string =>
  path.replace(/<(\w{1,60})(?:\|([^<>]{0,100}))?>/g, (_mark, name: string, pattern = '') =>
    /^(?:\.|\[\^\])[*+]$/.test(pattern) ? `{${name}*}` : `{${name}}`,
  );
