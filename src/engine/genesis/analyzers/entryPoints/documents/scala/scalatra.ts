import type { Route } from '../../../../../../shared/inventory';
import type { SourceFile } from '../../../../sourceFile';
import { joinPaths } from '../../paths/normalizePath';
import type { ScalaFile } from './scalaRoutes';
import { plainPath, type WrittenRoute } from './scalaServers';
import { closingAt } from './scalaText';

/** Where a bootstrap of Scalatra, or what sets up a servlet container, puts a servlet. */
export interface MountedServlet {
  /** Its class, or the value that holds it. */
  readonly owner: string;
  readonly path: string;
}

const head =
  /\b(?:(?:class|object|trait)\s{1,9}(\w{1,100})|(?:val|def)\s{1,9}(\w{1,100})[^=\n]{0,200}=\s{0,40}new\s{1,9}\w{0,60}(?:Servlet|Stack|Filter)(?:\([^(){}]{0,200}\))?[^(){}\n]{0,100}(?=\{))/g;
const servletBase =
  /\bextends\s[^{]{0,300}\bScalatra(?:Servlet|Filter|Base)\b|\bextends\s{1,9}\w{0,60}(?:Servlet|Stack)\b|\bnew\s{1,9}Scalatra(?:Servlet|Filter)\b/;
/** `get("/users/:id")`, and with a type what a servlet of the project makes of it: `jpost[User]("/users")`. */
const verbCall =
  /(?<![\w.])(?:(get|post|put|patch|delete|head|options)|[a-z]{1,6}?(get|post|put|patch|delete)\[[^\]\n]{1,80}\])\(\s{0,40}"(\/[^"\n]{0,200})"/g;
const mounted =
  /\bmount\(\s{0,20}(?:\w{1,40},\s{0,20}(?=[\w ]{1,100}[,(]))?(?:new\s{1,9}|classOf\[)?(\w{1,100})[^"]{0,200}?(?:"[^"\n]{0,80}"[^"]{0,100}?)?,\s{0,20}"(\/[\w./-]{0,100}?)(?:\/\*|\*)?"/g;
/** An object of a class that has a name: what a body follows is a class of its own. */
const made = /\bval\s{1,9}(\w{1,100})[^=\n]{0,100}=\s{0,60}new\s{1,9}(\w{1,100})\b(?![^(){}\n]{0,100}\{)/g;
const base =
  /\b(?:class|trait)\s{1,9}(\w{1,100})(?:\[[^\]]{0,200}\])?(?:\s{0,40}\((?:[^()]|\([^()]{0,200}\)){0,1500}\)){0,3}\s{0,40}extends\s{1,40}(\w{1,100})/g;

export function scalatraRoutes(file: SourceFile, text: string): WrittenRoute[] {
  if (!/\borg\.scalatra\b/.test(text) || !servletBase.test(text)) return [];
  const heads = headsIn(text);
  return [...text.matchAll(verbCall)].map((found) => ({
    method: (found[1] ?? found[2] ?? '').toUpperCase(),
    path: plainPath(found[3] ?? ''),
    line: file.lineAt(found.index),
    framework: 'Scalatra',
    owner: heads.findLast(({ from, to }) => from < found.index && found.index < to)?.name ?? '',
  }));
}

/** Classes with a body, and where that lies. */
function headsIn(text: string): { name: string; from: number; to: number }[] {
  const found = [...text.matchAll(head)];
  return found.flatMap((one, at) => {
    const from = text.indexOf('{', one.index + one[0].length - 1);
    const next = found[at + 1]?.index ?? text.length;
    return from === -1 || from > next ? [] : [{ name: one[1] ?? one[2] ?? '', from, to: closingAt(text, from) }];
  });
}

export function servletsMounted(text: string): MountedServlet[] {
  if (!/\bLifeCycle\b|\bServletContext(?:Listener|Event)?\b/.test(text)) return [];
  const types = new Map([...text.matchAll(made)].map(([, name = '', type = '']) => [name, type]));
  return [...text.matchAll(mounted)].map(([, owner = '', path = '']) => {
    return { owner: types.get(owner) ?? owner, path };
  });
}

/** What servlets extend: where one lies, the routes that it inherits lie too. */
export const servletBases = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...text.matchAll(base)].map(([, name = '', above = '']) => [name, above]));

const deepest = 8;

/** A servlet lies where the bootstrap puts it, or those that extend it. */
export function placedServlets(files: ReadonlyMap<string, ScalaFile>): Route[] {
  const mounts = [...files.values()].flatMap((one) => one.mounted);
  const bases = new Map([...files.values()].flatMap((one) => Object.entries(one.bases ?? {})));
  const isFrom = (type: string, owner: string): boolean => {
    let current: string | undefined = type;
    for (let depth = 0; current !== undefined && depth < deepest; depth++) {
      if (current === owner) return true;
      current = bases.get(current);
    }
    return false;
  };
  return [...files].flatMap(([file, { written }]) =>
    written.flatMap(({ owner, isLost, path, ...rest }): Route[] => {
      const places =
        owner === undefined ? [''] : mounts.filter((one) => isFrom(one.owner, owner)).map((one) => one.path);
      const isPlaced = places.length > 0;
      return (isPlaced ? places : ['']).map((place) => ({
        ...rest,
        path: joinPaths([place, path], 'drop'),
        file,
        declared: 'explicit',
        ...(isPlaced && isLost === undefined ? {} : { prefix: 'unknown' as const }),
      }));
    }),
  );
}
