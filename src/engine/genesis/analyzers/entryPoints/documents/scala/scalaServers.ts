import type { SourceFile } from '../../../../sourceFile';
import { closingAt, partsOf } from './scalaText';

/** A route as a file says it. */
export interface WrittenRoute {
  readonly method: string;
  readonly path: string;
  readonly line: number;
  readonly framework: string;
  readonly handler?: string;
  /** The class in which it stands, where something else says below which path that lies. */
  readonly owner?: string;
  readonly isLost?: true;
}

const verbCall = /(?<![\w.])(get|post|put|patch|delete|head|options)\(\s{0,40}"(\/[^"\n]{0,200})"/g;

/** `get("/users/:id") { … }` in a controller of Finatra. */
export function finatraRoutes(file: SourceFile, text: string): WrittenRoute[] {
  if (!/\bcom\.twitter\.finatra\.http\b/.test(text)) return [];
  const groups = groupsOf(text);
  return [...text.matchAll(verbCall)].map((found) => ({
    method: (found[1] ?? '').toUpperCase(),
    path:
      groups
        .filter(({ from, to }) => from < found.index && found.index < to)
        .map(({ path }) => path)
        .join('') + plainPath(found[2] ?? ''),
    line: file.lineAt(found.index),
    framework: 'Finatra',
  }));
}

function groupsOf(text: string): { path: string; from: number; to: number }[] {
  return [...text.matchAll(/(?<![\w.])prefix\(\s{0,20}"(\/[^"\n]{0,150})"\s{0,20}\)\s{0,20}\{/g)].map((found) => {
    const from = found.index + found[0].length - 1;
    return { path: found[1] ?? '', from, to: closingAt(text, from) };
  });
}

export const plainPath = (path: string): string => path.replace(/:(\w{1,60})\??/g, '{$1}').replace(/\*$/, '{path*}');

const caskVerb =
  /@cask\.(get|post|put|patch|delete|getJson|postJson|postForm|websocket)\(\s{0,20}"([^"\n]{0,200})"[^\n]{0,200}\n(?:\s{0,20}@[^\n]{0,200}\n){0,4}\s{0,20}def\s{1,9}(\w{1,80})/g;

/** `@cask.get("/users/:id")` over a method. */
export function caskRoutes(file: SourceFile, text: string): WrittenRoute[] {
  return [...text.matchAll(caskVerb)].map((found) => {
    const verb = found[1] ?? '';
    const method = verb === 'websocket' ? 'WS' : (/^(get|post|put|patch|delete)/.exec(verb)?.[1] ?? '').toUpperCase();
    const path = plainPath(`/${found[2] ?? ''}`.replace(/^\/{2,}/, '/'));
    return { method, path, line: file.lineAt(found.index), framework: 'Cask', handler: found[3] ?? '' };
  });
}

const zioRoute = /\bMethod\.(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY)\s{0,20}\/\s{0,20}([^\n]{1,300}?)\s{0,20}->/g;

/** `Method.GET / "users" / int("id") -> handler` of ZIO HTTP. */
export function zioRoutes(file: SourceFile, text: string): WrittenRoute[] {
  if (!/\bzio\.http\b/.test(text)) return [];
  const nests = [...text.matchAll(/\)\s{0,20}\.nest\(\s{0,20}"([^"\n]{0,100})"/g)].map((found) => {
    const to = found.index;
    return { path: found[1] ?? '', to, from: openingBefore(text, to) };
  });
  return [...text.matchAll(zioRoute)].flatMap((found): WrittenRoute[] => {
    const parts = partsOf((found[2] ?? '').replace(/\bRoot\b|\bEmpty\b/g, ''));
    if (parts === undefined) return [];
    const above = nests.filter(({ from, to }) => from < found.index && found.index < to).map(({ path }) => path);
    return [
      {
        method: found[1] ?? '',
        path: `/${[...above, ...parts].join('/')}`,
        line: file.lineAt(found.index),
        framework: 'ZIO HTTP',
      },
    ];
  });
}

/** Index of the bracket that the one at `at` closes. */
function openingBefore(text: string, at: number): number {
  let depth = 0;
  for (let index = at; index >= 0 && at - index < 40_000; index--) {
    if (text[index] === ')') depth += 1;
    else if (text[index] === '(') {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return at;
}
