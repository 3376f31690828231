import type { Route } from '../../../../../../shared/inventory';
import type { Extractor } from '../../../../extractor';
import { unwrittenRoles } from '../../../../fileRoles';
import type { SourceFile } from '../../../../sourceFile';
import { joinPaths, normalizePath } from '../../paths/normalizePath';
import { pathOfRegexp } from '../../paths/regexpPath';
import { closingAt, withoutComments } from '../scala/scalaText';

/** A route that a file of C++ registers, as its framework writes it. */
interface CppRoute {
  readonly methods: readonly string[];
  readonly path: string;
  readonly line: number;
  readonly framework: string;
}

type Reader = (file: SourceFile, text: string) => CppRoute[];

const verb = /\b(Get|Post|Put|Delete|Patch|Head|Options)\b/g;
const quoted = /R"\(([^"\n]{0,200}?)\)"|"([^"\n]{0,200})"/;

/** Methods named in a list of arguments, else all. */
const verbsIn = (written: string): string[] => {
  const found = [...written.replace(/"[^"\n]*"/g, '').matchAll(verb)].map(([, name = '']) => name.toUpperCase());
  return found.length === 0 ? ['ANY'] : [...new Set(found)];
};

const withoutQuery = (path: string): string => path.replace(/\?.*$/, '');

const drogonCall =
  /\b(METHOD_ADD|ADD_METHOD_TO|ADD_METHOD_VIA_REGEX|PATH_ADD|WS_PATH_ADD|registerHandler|registerHandlerViaRegex)\(/g;

/** Drogon: `METHOD_ADD(Users::show, "/{id}", Get)` lies below the name of its class, `ADD_METHOD_TO` where it says. */
const drogon: Reader = (file, text) => {
  if (!/\bdrogon\b/.test(text)) return [];
  const spaces = [...text.matchAll(/\bnamespace\s{1,9}([\w:]{1,100})\s{0,9}\{/g)].map((found) => {
    const open = found.index + found[0].length - 1;
    return { name: found[1] ?? '', from: open, to: closingAt(text, open) };
  });
  const classes = [...text.matchAll(/\bclass\s{1,9}(\w{1,100})[^;{}]{0,200}\bHttpController\s{0,4}</g)];
  return [...text.matchAll(drogonCall)].flatMap((found): CppRoute[] => {
    const [, name = ''] = found;
    const open = found.index + found[0].length - 1;
    const inside = text.slice(open + 1, closingAt(text, open));
    const path = quoted.exec(inside);
    if (path === null) return [];
    const written = path[1] ?? path[2] ?? '';
    const line = file.lineAt(open);
    const framework = 'Drogon';
    if (name.endsWith('REGEX') || name.endsWith('Regex'))
      return [{ methods: verbsIn(inside), path: pathOfRegexp(written), line, framework }];
    const methods =
      name === 'WS_PATH_ADD'
        ? ['WS']
        : verbsIn(name.startsWith('register') ? lastList(inside) : inside.slice(path.index));
    if (name !== 'METHOD_ADD') return [{ methods, path: withoutQuery(written), line, framework }];
    const owner = classes.findLast((one) => one.index < found.index)?.[1] ?? '';
    const around = spaces.filter(({ from, to }) => from < found.index && found.index < to).map((one) => one.name);
    const parts = [...around, owner]
      .join('::')
      .split('::')
      .filter((part) => part !== '');
    return [{ methods, path: `/${parts.join('/')}/${withoutQuery(written)}`, line, framework }];
  });
};

/** `registerHandler("/users", [](…) { … }, {Get, "Filter"})`: the list at the end. */
const lastList = (inside: string): string => /\{([^{}]{0,200})\}\s{0,9}$/.exec(inside)?.[1] ?? '';

const crowRoute =
  /\bCROW_(ROUTE|BP_ROUTE|WEBSOCKET_ROUTE)\(\s{0,9}(\w{1,60})\s{0,9},\s{0,9}"([^"\n]{0,200})"\s{0,9}\)/g;

/** Crow: `CROW_ROUTE(app, "/users/<int>").methods("GET"_method)`, and blueprints below a prefix. */
const crow: Reader = (file, text) => {
  const prefixes = new Map(
    [...text.matchAll(/\bBlueprint\s{1,4}(\w{1,60})\s{0,4}[({]\s{0,4}"([^"\n]{0,100})"/g)].map(
      ([, name = '', prefix = '']) => [name, prefix],
    ),
  );
  return [...text.matchAll(crowRoute)].map((found) => {
    const [whole, kind, owner = '', path = ''] = found;
    const behind = found.index + whole.length;
    const said = /^\s{0,40}\.methods\(([^()]{0,200})\)/.exec(text.slice(behind, behind + 300))?.[1] ?? '';
    const named = [...said.matchAll(/\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|Get|Post|Put|Patch|Delete)\b/g)];
    const methods = named.map(([, name = '']) => name.toUpperCase());
    let count = 0;
    const read = path.replace(/<(\w{1,20})>/g, (_mark, type: string) => {
      count += 1;
      return `{arg${count}${type === 'path' ? '*' : ''}}`;
    });
    return {
      methods: kind === 'WEBSOCKET_ROUTE' ? ['WS'] : methods.length === 0 ? ['GET'] : methods,
      path: `${prefixes.get(owner) ?? ''}/${read}`,
      line: file.lineAt(found.index),
      framework: 'Crow',
    };
  });
};

/** Oat++: `ENDPOINT("GET", "/users/{id}", getUser, …)`. */
const oatpp: Reader = (file, text) =>
  [...text.matchAll(/\bENDPOINT(?:_ASYNC)?\(\s{0,40}"([A-Z]{3,10})"\s{0,9},\s{0,40}"([^"\n]{0,200})"/g)].map(
    (found) => ({
      methods: [found[1] ?? ''],
      path: withoutQuery(found[2] ?? ''),
      line: file.lineAt(found.index),
      framework: 'Oat++',
    }),
  );

/** cpp-httplib: `server.Get("/users/:id", …)`, with a pattern where it is a raw text. */
const httplib: Reader = (file, text) => {
  if (!/\bhttplib\b/.test(text)) return [];
  const servers = new Set(
    [...text.matchAll(/\bhttplib::(?:SSL)?Server\s{0,4}[&*]?\s{0,4}(\w{1,60})/g)].map(([, name]) => name),
  );
  const call =
    /\b(\w{1,60})(?:\.|->)(Get|Post|Put|Patch|Delete|Options)\(\s{0,40}(?:R"\(([^"\n]{0,200}?)\)"|"(\/[^"\n]{0,200})")/g;
  return [...text.matchAll(call)].flatMap((found) => {
    const [, owner, name = '', pattern, path = ''] = found;
    if (!servers.has(owner)) return [];
    return [
      {
        methods: [name.toUpperCase()],
        path: pattern === undefined ? path : pathOfRegexp(pattern),
        line: file.lineAt(found.index),
        framework: 'cpp-httplib',
      },
    ];
  });
};

/** Pistache: `Routes::Get(router, "/users/:id", …)`. */
const pistache: Reader = (file, text) =>
  /\bPistache\b|pistache\//.test(text)
    ? [
        ...text.matchAll(
          /\bRoutes::(Get|Post|Put|Patch|Delete|Options|Head)\(\s{0,40}[\w.*>-]{1,60}\s{0,4},\s{0,40}"([^"\n]{0,200})"/g,
        ),
      ].map((found) => ({
        methods: [(found[1] ?? '').toUpperCase()],
        path: found[2] ?? '',
        line: file.lineAt(found.index),
        framework: 'Pistache',
      }))
    : [];

const telling =
  /\bdrogon\b|\bCROW_\w{0,12}ROUTE\b|\bENDPOINT(?:_ASYNC)?\(\s{0,40}"|\bhttplib\b|\bRoutes::(?:Get|Post|Put|Delete)\(/;
const longest = 400_000;

/** Reads the routes of Drogon, Crow, Oat++, cpp-httplib and Pistache from their calls. */
export const cppExtractor: Extractor<readonly CppRoute[]> = {
  id: 'entryPoints.cpp',
  version: 1,
  wants: (file) => /\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx)$/.test(file.path) && !unwrittenRoles.has(file.role),
  extract(file) {
    if (file.text.length > longest || !telling.test(file.text)) return undefined;
    const text = withoutComments(file.text)
      // What a macro is defined as is no call of it.
      .replace(/^[ \t]{0,20}#[ \t]{0,9}define\b[^\n]{0,2000}(?:\\\n[^\n]{0,2000}){0,20}/gm, (part) =>
        part.replace(/[^\n]/g, ' '),
      );
    const found = [drogon, crow, oatpp, httplib, pistache].flatMap((read) => read(file, text));
    return found.length === 0 ? undefined : found;
  },
};

export const cppRoutes = (files: ReadonlyMap<string, readonly CppRoute[]>): Route[] =>
  [...files].flatMap(([file, routes]) =>
    routes.flatMap(({ methods, path, line, framework }) =>
      methods.map((method) => ({
        method,
        path: joinPaths([normalizePath(path, 'colon')], 'drop'),
        file,
        line,
        framework,
        declared: 'explicit' as const,
      })),
    ),
  );
