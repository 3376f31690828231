import type { Route } from '../../../../../../shared/inventory';
import type { Extractor } from '../../../../extractor';
import { unwrittenRoles } from '../../../../fileRoles';
import { joinPaths } from '../../paths/normalizePath';
import { type FsharpBlock, fsharpBlocks, fsharpCode } from './fsharpBlocks';

/** What a file of F# says of the routes of a server. */
interface FsharpFile {
  readonly framework: string;
  readonly blocks: readonly FsharpBlock[];
}

const servers: readonly (readonly [RegExp, string])[] = [
  [/\bopen\s{1,4}Saturn\b/, 'Saturn'],
  [/\bopen\s{1,4}Giraffe\b/, 'Giraffe'],
  [/\bopen\s{1,4}Oxpecker\b/, 'Oxpecker'],
  [/\bopen\s{1,4}Suave\b/, 'Suave'],
  [/\bopen\s{1,4}Falco\b/, 'Falco'],
];

/** Reads Giraffe, Saturn, Suave, Oxpecker and Falco from their text. */
export const fsharpExtractor: Extractor<FsharpFile> = {
  id: 'entryPoints.fsharp',
  version: 1,
  wants: (file) => /\.(?:fs|fsx)$/.test(file.path) && !unwrittenRoles.has(file.role),
  extract(file) {
    const framework = servers.find(([opened]) => opened.test(file.text))?.[1];
    if (framework === undefined || file.text.length > 400_000) return undefined;
    const blocks = fsharpBlocks(fsharpCode(file.text), (offset) => file.lineAt(offset));
    return blocks.length === 0 ? undefined : { framework, blocks };
  },
};

interface Placed {
  readonly file: string;
  readonly framework: string;
  readonly block: FsharpBlock;
}

const deepest = 20;
const mostRoutes = 20_000;
/** Values that name each other twice over double at every step. */
const mostTakenIn = 50_000;

/** Values that no other takes in are what a server is given; the others lie where they are taken in. */
export function fsharpRoutes(files: ReadonlyMap<string, FsharpFile>): Route[] {
  const all = [...files].flatMap(([file, { framework, blocks }]) =>
    blocks.map((block): Placed => ({ file, framework, block })),
  );
  const named = new Map<string, Placed[]>();
  for (const placed of all) {
    const known = named.get(placed.block.name);
    if (known === undefined) named.set(placed.block.name, [placed]);
    else known.push(placed);
  }
  const takenIn = new Map(
    all.map((placed) => [
      placed,
      placed.block.mentions.flatMap(({ name, path }) => {
        const target = targetOf(name, placed, named);
        return target === undefined || target === placed ? [] : [{ target, path }];
      }),
    ]),
  );
  const inner = new Set([...takenIn.values()].flatMap((taken) => taken.map(({ target }) => target)));
  const routes: Route[] = [];
  let visits = 0;
  const walk = (placed: Placed, prefix: string, depth: number): void => {
    visits += 1;
    if (depth > deepest || routes.length > mostRoutes || visits > mostTakenIn) return;
    for (const { method, path, line } of placed.block.routes)
      routes.push({
        method,
        path: joinPaths([prefix, parametersIn(path)], 'drop'),
        file: placed.file,
        line,
        framework: placed.framework,
        declared: 'explicit',
      });
    for (const { target, path } of takenIn.get(placed) ?? [])
      walk(target, `${prefix}/${parametersIn(path)}`, depth + 1);
  };
  for (const placed of all) if (!inner.has(placed)) walk(placed, '', 0);
  return routes;
}

/** `Orders.routes` is the value `routes` of a module that ends so; a plain name is one of the same file, or the only one. */
function targetOf(name: string, from: Placed, named: ReadonlyMap<string, readonly Placed[]>): Placed | undefined {
  const at = name.lastIndexOf('.');
  const candidates = named.get(name.slice(at + 1)) ?? [];
  const module = at === -1 ? undefined : name.slice(0, at);
  const fitting = candidates.filter(({ file, block }) =>
    module === undefined ? file === from.file : `.${block.module}`.endsWith(`.${module}`),
  );
  const [only, ...others] = fitting.length === 0 && module === undefined ? candidates : fitting;
  return others.length === 0 ? only : undefined;
}

/** `%s`, `%i:id`, `{id}`, `{%i:id}` */
function parametersIn(path: string): string {
  let count = 0;
  return path
    .replace(/\{%[a-zA-Z](?::(\w{1,60}))?\}|%[a-zA-Z](?::(\w{1,60}))?/g, (_mark, inner?: string, outer?: string) => {
      count += 1;
      return `{${inner ?? outer ?? `arg${count}`}}`;
    })
    .replace(/\{(\w{1,60})[:?][^{}]{0,60}\}/g, '{$1}');
}
