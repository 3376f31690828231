import type { Route } from '../../../../../../shared/inventory';
import type { Extractor } from '../../../../extractor';
import { unwrittenRoles } from '../../../../fileRoles';
import { joinPaths } from '../../paths/normalizePath';
import { keywordRoutes, type PerlRoute } from './keywordRoutes';
import { perlCode } from './perlText';
import { routerRoutes } from './routerRoutes';

/** What a file of Perl says of the routes of a server. */
interface PerlFile {
  readonly package?: string;
  readonly routes: readonly PerlRoute[];
  /** `mount '/api' => Shop::API->to_app`: which package lies below which path. */
  readonly mounts: readonly { readonly package: string; readonly path: string }[];
}

const mount =
  /\bmount\s{0,4}\(?\s{0,4}['"](\/[^'"\n]{0,200})['"]\s{0,9}(?:=>|,)\s{0,9}([A-Z]\w{0,60}(?:::\w{1,60}){0,8})->(?:to_app|psgi_app|dance)\b/g;

/** Reads Mojolicious and Dancer from their text. */
export const perlExtractor: Extractor<PerlFile> = {
  id: 'entryPoints.perl',
  version: 1,
  wants: (file) => /\.(?:pl|pm|psgi)$/.test(file.path) && !unwrittenRoles.has(file.role),
  extract(file) {
    if (!/\b(?:Mojo|Dancer|Plack::Builder\b)/.test(file.text) || file.text.length > 400_000) return undefined;
    const text = perlCode(file.text);
    const routes = [...keywordRoutes(file, text), ...routerRoutes(file, text)];
    const mounts = [...text.matchAll(mount)].map(([, path = '', name = '']) => ({ path, package: name }));
    const declared = /^\s{0,9}package\s{1,9}([\w:]{1,150})/m.exec(text)?.[1];
    if (routes.length + mounts.length === 0) return undefined;
    return { routes, mounts, ...(declared === undefined ? {} : { package: declared }) };
  },
};

const mostPlaces = 20;

export function perlRoutes(files: ReadonlyMap<string, PerlFile>): Route[] {
  const mounts = [...files.values()].flatMap((file) => file.mounts);
  return [...files].flatMap(([file, facts]) => {
    const places = mounts.filter((one) => one.package === facts.package).slice(0, mostPlaces);
    return facts.routes.flatMap(({ methods, path, line, framework, handler, isLost }) =>
      (places.length === 0 ? [{ path: '' }] : places).flatMap((place) =>
        methods.map(
          (method): Route => ({
            method,
            path: joinPaths([place.path, parametersIn(path)], 'drop'),
            file,
            line,
            framework,
            declared: 'explicit',
            ...(handler === undefined ? {} : { handler }),
            ...(isLost === true ? { prefix: 'unknown' as const } : {}),
          }),
        ),
      ),
    );
  });
}

/** `:id`, `#file`, `*rest`, `<id>`, `<id:num>`, `<*rest>`; a `?` of Dancer makes what stands before it optional. */
const parametersIn = (path: string): string =>
  path
    .replace(
      /<([:#*]?)(\w{1,60})(?::\w{1,40})?>/g,
      (_mark, kind: string, name: string) => `{${name}${kind === '*' ? '*' : ''}}`,
    )
    .replace(/\(([:#*])(\w{1,60})\)/g, (_mark, kind: string, name: string) => `{${name}${kind === '*' ? '*' : ''}}`)
    .replace(
      /(?<=\/)([:#*])(\w{1,60})(?:\[\w{1,60}\])?\??/g,
      (_mark, kind: string, name: string) => `{${name}${kind === '*' ? '*' : ''}}`,
    )
    .replace(/(?<=[\w.-])[:#](\w{1,60})/g, '{$1}')
    .replace(/\*{1,2}(?![\w}])/g, '{path*}');
