import { folderOf } from '../../../facts/paths';
import type { Links } from '../../../recall/factsView';
import type { WayFact } from '../wayRule';
import { literalAt } from './goLiterals';

/** How the commands of a file of Cobra are put into each other, by keys: a variable of the package, or a function that makes one. */
export interface CobraTree {
  readonly commands: readonly { readonly line: number; readonly keys: readonly string[] }[];
  readonly edges: readonly { readonly parent: string; readonly children: readonly string[] }[];
}

const head = /^func (?:\([^)\n]{0,100}\) )?(\w{1,80})\(/gm;
const literal =
  /(?:\b(\w{1,60})(?:\s{1,3}\*?cobra\.Command)?\s{0,3}:?=\s{0,3}|\b(return)\s{1,3})?&?\bcobra\.Command\{/g;
const adding = /\b(\w{1,60})\.AddCommand\(/g;
const returned = /^\s{0,40}return\s{1,3}(\w{1,60})(?=\s{0,3}(?:,|$))/gm;
const mostEdges = 500;
const mostFunctions = 2_000;
const longestCall = 5_000;

/** A text without comments, and where the names of its commands stand. */
export function cobraTree(
  text: string,
  names: readonly { readonly offset: number; readonly line: number }[],
): CobraTree {
  const functions = [...text.matchAll(head)]
    .slice(0, mostFunctions)
    .map(({ index, 1: name = '' }) => ({ index, name }));
  const around = (at: number): string | undefined =>
    functions.findLast(({ index }) => index <= at && closes(index) > at)?.name;
  const local = (scope: string | undefined, name: string): string => (scope === undefined ? name : `${scope}/${name}`);
  const made = new Map<string, string>();
  for (const { index, 1: name = '' } of text.matchAll(returned)) {
    const scope = around(index);
    if (scope !== undefined) made.set(local(scope, name), scope);
  }
  const literals = [...text.matchAll(literal)].slice(0, mostEdges).map(({ 0: whole, index, 1: name, 2: returns }) => {
    const scope = around(index);
    const own = name === undefined ? undefined : local(scope, name);
    const key = name === undefined ? undefined : made.get(own ?? '');
    // One without a name is put into another where it stands.
    const place = `#${index + whole.indexOf('cobra')}`;
    return { index, scope, keys: [own, returns === undefined ? key : scope, place] };
  });
  const isAlone = (scope: string): boolean => literals.filter((one) => one.scope === scope).length === 1;
  const commands = names.slice(0, mostEdges).flatMap(({ offset, line }) => {
    const found = literals.findLast(({ index }) => index <= offset);
    const all = [...(found?.keys ?? []), found?.scope !== undefined && isAlone(found.scope) ? found.scope : undefined];
    const keys = [...new Set(all.filter((key) => key !== undefined))];
    return keys.length === 0 ? [] : [{ line, keys }];
  });
  const known = new Set(commands.flatMap(({ keys }) => keys));
  const keyOf = (scope: string | undefined, name: string): string =>
    known.has(local(scope, name)) ? local(scope, name) : name;
  const edges = [...text.matchAll(adding)].slice(0, mostEdges).map(({ 0: whole, 1: parent = '', index }) => {
    const scope = around(index);
    const { items } = literalAt(text, index + whole.length - 1, longestCall);
    const children = items.flatMap(({ start, end }) => {
      const inline = /^\s{0,40}&?(?=cobra\.Command\{)/.exec(text.slice(start, Math.min(end, start + 200)));
      if (inline !== null) return [`#${start + inline[0].length}`];
      const child = /^\s{0,40}(?:(\w{1,60})\.)?(\w{1,80})\s{0,4}(?:\(|$)/.exec(
        text.slice(start, Math.min(end, start + 200)).trimEnd(),
      );
      const [, library, name = ''] = child ?? [];
      if (child === null) return [];
      return [library === undefined ? keyOf(scope, name) : `${library}.${name}`];
    });
    return { parent: keyOf(scope, parent), children };
  });
  return { commands, edges };

  /** A function at the top ends with the first brace at the beginning of a line. */
  function closes(index: number): number {
    const end = text.indexOf('\n}', index);
    return end === -1 ? text.length : end;
  }
}

type Told = readonly (readonly [path: string, fact: WayFact])[];

const deepest = 6;
/** The program itself, whose name is not one of its commands. */
const rootKey = /root|main/i;
const rootFile = /(?:^|\/)(?:root|main)\.go$/;

/** What stands within a function, or has no name, is known in its file alone. */
const keyIn = (path: string, key: string): string => `${/[#/]/.test(key) ? path : folderOf(path)} ${key}`;

/** Commands of Cobra with those that they are put into, as far as calls say it; a command of two parents stays as it is. */
export function withCobraParents(facts: Told, links: Links, programs: ReadonlySet<string>): Told {
  const trees = facts.flatMap(([path, { tree }]) => (tree === undefined ? [] : [[path, tree] as const]));
  if (trees.length === 0) return facts;
  const placeOf = (path: string, line: number): string => `${path}:${line}`;
  const known = new Map<string, string>();
  const roots = new Set<string>();
  for (const [path, { commands }] of trees)
    for (const { line, keys } of commands)
      for (const key of keys) {
        known.set(keyIn(path, key), placeOf(path, line));
        if (rootKey.test(key) || rootFile.test(path)) roots.add(placeOf(path, line));
      }
  const parents = new Map<string, Set<string>>();
  for (const [path, { edges }] of trees)
    for (const { parent, children } of edges) {
      const above = known.get(keyIn(path, parent));
      for (const child of above === undefined ? [] : children) {
        const place = childOf(path, child);
        if (place !== undefined && above !== undefined && place !== above)
          parents.set(place, (parents.get(place) ?? new Set()).add(above));
      }
    }
  const names = new Map(
    facts.flatMap(([path, { framework, name, line }]) =>
      framework === 'Cobra' && name !== '' ? [[placeOf(path, line), name] as const] : [],
    ),
  );
  return facts.flatMap(([path, fact]): Told => {
    if (fact.tree !== undefined) return [];
    return fact.framework === 'Cobra' && fact.kind === 'cli'
      ? [[path, { ...fact, name: [...above(placeOf(path, fact.line)), fact.name].join(' ') }]]
      : [[path, fact]];
  });

  function above(place: string): string[] {
    const labels: string[] = [];
    let at = place;
    for (let depth = 0; depth < deepest; depth++) {
      const [parent, ...others] = parents.get(at) ?? [];
      const name = names.get(parent ?? '');
      if (parent === undefined || name === undefined || others.length > 0) break;
      const isRoot = (roots.has(parent) || programs.has(name)) && (parents.get(parent)?.size ?? 0) === 0;
      if (!isRoot) labels.unshift(name);
      at = parent;
    }
    return labels;
  }

  function childOf(path: string, key: string): string | undefined {
    const [library, name] = key.split('.');
    if (name === undefined) return known.get(keyIn(path, key));
    const [file] = links
      .importsOf(path)
      .flatMap(({ fact, files }) =>
        fact.specifier.endsWith(`/${library}`) || fact.bindings.some(({ local }) => local === library) ? files : [],
      );
    return file === undefined ? undefined : known.get(keyIn(file, name));
  }
}
