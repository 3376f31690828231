import type { Extractor } from '../../../extractor';
import { folderOf } from '../../../facts/paths';
import type { FileRecord, ScanModel } from '../../../scanModel';
import { type Program, placeAt } from './program';

interface Built {
  readonly name: string;
  readonly line: number;
  /** It runs in a server of its own, which the code starts in no `main`. */
  readonly isServed?: true;
}

/** How builds say that a program comes out of them, whatever its code looks like. */
export const builtForms: readonly {
  readonly path: RegExp;
  readonly example: string;
  readonly gives: string;
  read(text: string): readonly Built[];
}[] = [
  {
    path: /(?:^|\/)pom\.xml$/,
    example: '<project>\n<artifactId>shop-web</artifactId>\n<packaging>war</packaging>\n</project>',
    gives: '3 shop-web',
    read: webArchive,
  },
  {
    path: /(?:^|\/)Makefile\.am$/,
    example: 'noinst_PROGRAMS = try\nbin_PROGRAMS = cups \\\n\tplates\n',
    gives: '2 cups, 2 plates',
    read: automakePrograms,
  },
];

export const builtExtractor: Extractor<readonly Built[]> = {
  id: 'entryPoints/builtPrograms',
  version: 1,
  wants: (file) => builtForms.some(({ path }) => path.test(file.path)),
  extract(file) {
    if (file.text.length > 300_000) return undefined;
    const found = builtForms.find(({ path }) => path.test(file.path))?.read(file.text) ?? [];
    return found.length === 0 ? undefined : found;
  },
};

/** A web application that a server of Java runs. */
function webArchive(text: string): Built[] {
  const at = text.search(/<packaging>\s{0,9}war\s{0,9}</);
  if (at < 0) return [];
  const own = text.slice(0, at).replace(/<parent>[\s\S]{0,2000}?<\/parent>/, '');
  const name = /<artifactId>\s{0,9}([\w.-]{1,80})/.exec(own)?.[1];
  return name === undefined ? [] : [{ name, line: text.slice(0, at).split('\n').length, isServed: true }];
}

/** `bin_PROGRAMS = a b` of Automake; names that variables make are left out. */
function automakePrograms(text: string): Built[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index): Built[] => {
    const first = /^s?bin_PROGRAMS\s{0,9}\+?=(.{0,1000})$/.exec(line)?.[1];
    if (first === undefined) return [];
    let rest = first;
    for (let at = index + 1; rest.endsWith('\\') && at < index + 60; at++)
      rest = `${rest.slice(0, -1)} ${lines[at] ?? ''}`;
    return rest
      .replace(/#.*$/, '')
      .split(/\s+/)
      .filter((name) => /^[\w.+-]{1,60}$/.test(name))
      .map((name) => ({ name, line: index + 1 }));
  });
}

/** What builds say, where no program of the same folder is known already. */
export function builtPrograms(
  model: ScanModel,
  known: readonly Program[],
  isOwn: (file: FileRecord) => boolean,
): Program[] {
  const names = new Set(known.map(({ name }) => name));
  return [...model.factsOf(builtExtractor)].flatMap(([file, built]) => {
    if ((file.role !== 'config' && file.role !== 'source') || !isOwn({ ...file, role: 'source' })) return [];
    const folder = folderOf(file.path);
    const isStarted = known.some(({ place }) => folder === '' || place.path.startsWith(`${folder}/`));
    return built
      .filter(({ name, isServed }) => !names.has(name) && !(isServed === true && isStarted))
      .map(({ name, line }) => ({ name, place: placeAt(file.path, line) }));
  });
}
