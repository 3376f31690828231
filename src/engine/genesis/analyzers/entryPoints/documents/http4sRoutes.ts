import type { Route } from '../../../../../shared/inventory';
import type { Extractor } from '../../../extractor';
import { unwrittenRoles } from '../../../fileRoles';
import { joinPaths } from '../paths/normalizePath';

/** The routes that the patterns of a file of http4s say, and below what it puts routes. */
interface Http4sFile {
  readonly routes: readonly Http4sRoute[];
  /** The keys of `Router("/api" -> routes)`; a `?` for what is no text of the file. */
  readonly prefixes: readonly string[];
  /** What it puts below each of them, where that is a value by its name. */
  readonly targets: readonly string[];
}
interface Http4sRoute {
  readonly methods: readonly string[];
  readonly path: string;
  readonly line: number;
  /** Its beginning is a value of another file. */
  readonly isLost: boolean;
  /** The value that holds it. */
  readonly of: string;
}

const comments = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
const pattern =
  /\bcase\s{1,20}(?:\w{1,60}\s{0,4}@\s{0,4})?\(?\s{0,4}((?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)(?:\s{0,4}\|\s{0,4}(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)){0,6})\s{0,4}\)?\s{0,20}->\s{0,20}Root\b([^\n=>]{0,400}(?:\n[^\n=>]{0,200}){0,4}?)=>/g;
const segment =
  /^\s{0,40}\/\s{0,40}(?:"([^"\n]{0,150})"|`(\w{1,80})`|([A-Z]\w{0,80})\s{0,4}\(\s{0,4}(\w{1,80})[^()\n]{0,80}\)|([\w.]{1,100}))/;
const router = /\bRouter(?:\[\w{1,40}\])?\s{0,4}\(([^;]{1,600})/g;
const pair = /(?:^|,)\s{0,80}(?:(s?)"([^"\n]{0,150})"|([\w.]{1,120})[^,"\n]{0,60}?)\s{0,4}->\s{0,9}(\w{0,80})/g;
const value = /\b(?:val|def)\s{1,9}(\w{1,80})[^=\n]{0,200}=/g;

/** Reads `case GET -> Root / "users" / UUIDVar(id) => …`. */
export const http4sExtractor: Extractor<Http4sFile> = {
  id: 'entryPoints.http4s',
  version: 3,
  wants: (file) => file.path.endsWith('.scala') && !unwrittenRoles.has(file.role),
  extract(file) {
    if (
      !file.text.includes('org.http4s') ||
      !/Http4sDsl|HttpRoutes|AuthedRoutes|HttpApp|server\.Router/.test(file.text)
    )
      return undefined;
    const text = file.text.replace(comments, (part) => (part.startsWith('"') ? part : part.replace(/[^\n]/g, ' ')));
    const values = [...text.matchAll(value)].map((found) => ({ name: found[1] ?? '', at: found.index }));
    const routes = [...text.matchAll(pattern)].flatMap((match): Http4sRoute[] => {
      const read = pathOf(match[2] ?? '', text);
      if (read === undefined) return [];
      const of = values.findLast(({ at }) => at < match.index)?.name ?? '';
      return [{ ...read, of, methods: (match[1] ?? '').match(/[A-Z]+/g) ?? [], line: file.lineAt(match.index) }];
    });
    const pairs = [...text.matchAll(router)].flatMap(([, inside = '']) => [...inside.matchAll(pair)]);
    const prefixes = pairs.map(([, made, said, name]) =>
      made === 's' ? interpolated(said ?? '', text) : (said ?? constantText(name ?? '', text) ?? '?'),
    );
    const targets = pairs.map(([, , , , target = '']) => target);
    return routes.length + prefixes.length === 0 ? undefined : { routes, prefixes, targets };
  },
};

/** `/ "users" / UUIDVar(id) / name as user :? Limit(limit)`; what names a value is looked up in the file. */
function pathOf(written: string, text: string): Pick<Http4sRoute, 'path' | 'isLost'> | undefined {
  const parts: string[] = [];
  let isLost = false;
  let rest = written;
  for (let match = segment.exec(rest); match !== null; match = segment.exec(rest)) {
    const [whole, said, quoted, , variable, name = ''] = match;
    rest = rest.slice(whole.length);
    const last = name.slice(name.lastIndexOf('.') + 1);
    const constant = quoted ?? (/^[A-Z]/.test(name) ? last : undefined);
    const value = constant === undefined ? undefined : constantText(constant, text);
    if (constant !== undefined && value === undefined && parts.length === 0) isLost = true;
    else parts.push(said ?? value ?? `{${variable ?? constant ?? (name === '_' ? `part${parts.length + 1}` : name)}}`);
  }
  return /^\s{0,40}(?:$|as\b|if\b|:\?|\+&|\))/.test(rest) ? { path: `/${parts.join('/')}`, isLost } : undefined;
}

/** `s"/$version/users"`; a `?` where the file does not say what stands in it. */
function interpolated(written: string, text: string): string {
  let isKnown = true;
  const made = written.replace(
    /\$\{([\w.]{1,100})\}|\$(\w{1,80})/g,
    (_mark, whole: string | undefined, plain: string) => {
      const name = whole ?? plain;
      const found = constantText(name.slice(name.lastIndexOf('.') + 1), text);
      isKnown &&= found !== undefined;
      return found ?? '';
    },
  );
  return isKnown ? made : '?';
}

function constantText(name: string, text: string): string | undefined {
  return new RegExp(
    `\\bval\\s{1,9}${name.replace(/\W/g, '.')}\\s{0,9}(?::\\s{0,9}\\w{1,40}\\s{0,9})?=\\s{0,9}"([^"\\n]{0,150})"`,
  ).exec(text)?.[1];
}

/** Their routes: below the one key that their own file puts them, and not known below what where other files have keys. */
export function http4sRoutes(files: ReadonlyMap<string, Http4sFile>): Route[] {
  const isRoot = (prefix: string): boolean => prefix.replace(/\//g, '') === '';
  return [...files].flatMap(([file, { routes, prefixes, targets }]) => {
    const others = [...files].some(
      ([path, found]) => path !== file && found.prefixes.some((prefix) => !isRoot(prefix)),
    );
    const [own = ''] = prefixes;
    const isOne = prefixes.length <= 1 && own !== '?';
    return routes.flatMap((route) => {
      // The same file may say below which path each of its values lies.
      const places = prefixes.filter((_prefix, at) => targets[at] === route.of && route.of !== '');
      const [place = '?'] = places;
      const isPlaced = places.length === 1 && place !== '?';
      const isLost = others || !(isOne || isPlaced);
      return route.methods.map(
        (method): Route => ({
          method,
          path: joinPaths([isPlaced ? place : isOne ? own : '', route.path], 'drop'),
          file,
          line: route.line,
          framework: 'http4s',
          declared: 'explicit',
          ...(isLost || route.isLost ? { prefix: 'unknown' as const } : {}),
        }),
      );
    });
  });
}
