import { createHash, type Hash } from 'node:crypto';
import { codeExtractor } from '../analyzers/code/codeExtractor';
import type { Extractor } from '../extractor';
import { buildImportGraph } from '../facts/buildImportGraph';
import { filesAt } from '../facts/filesAt';
import type { FileRecord } from '../scanModel';
import type { FactsView } from './factsView';

/** Facts of all files, as values and as the JSON that they are kept as. */
export interface FactTexts {
  get(extractorId: string, path: string): unknown;
  textOf(extractorId: string, path: string): string | undefined;
  /** Paths of the files of which this extractor said something. */
  pathsOf(extractorId: string): ReadonlySet<string>;
}

export interface FactsOfFiles {
  /** In the order of their paths. */
  readonly files: readonly FileRecord[];
  readonly byPath: ReadonlyMap<string, FileRecord>;
  readonly facts: FactTexts;
  /** Whether what was read is still the same, where that is known without looking at all of it. */
  readonly isTrue?: (name: string, reads: Reads) => boolean | undefined;
}

/** What a conclusion was drawn from: two code bases with equal reads lead to the same one. */
export interface Reads {
  /** Hash of what all files are. */
  readonly places: string;
  /** By extractor: hash of what it said of all files. */
  readonly whole: Readonly<Record<string, string>>;
  /** Files whose imports or symbols were looked at to follow a name. */
  readonly linked: readonly string[];
  /** Hash of the code of these files, without its lines. */
  readonly links: string;
}

/** A view that notes what is read of it. Each has links of its own: nobody else's look spares a note. */
export function watchedView(of: FactsOfFiles): { readonly view: FactsView; reads(): Reads } {
  const { files, byPath, facts } = of;
  const whole = new Set<string>();
  const linked = new Set<string>();
  /** Of what was read to its end: its text was at hand then, and has to be written anew once it is a value. */
  const hashes = new Map<string, string>();
  // The facts come back as the JSON that the extractor of that id made; the extractor carries their type.
  const factsIn = <F>(extractor: Extractor<F>, path: string): F | undefined => {
    if (extractor.id === codeExtractor.id) linked.add(path);
    else whole.add(extractor.id);
    return facts.get(extractor.id, path) as F | undefined;
  };
  function* factsOf<F>(extractor: Extractor<F>): Iterable<readonly [FileRecord, F]> {
    const { id } = extractor;
    whole.add(id);
    const hash = hashes.has(id) ? undefined : createHash('sha1');
    for (const file of filesAt(facts.pathsOf(id), files, byPath)) {
      if (hash !== undefined) addFact(hash, file.path, facts.textOf(id, file.path));
      const found = facts.get(id, file.path);
      if (found !== undefined) yield [file, found as F];
    }
    if (hash !== undefined) hashes.set(id, hash.digest('hex'));
  }
  return {
    view: { files, byPath, factsOf, links: buildImportGraph({ files, factsIn }) },
    reads: () => ({
      places: hashOfPlaces(files),
      whole: Object.fromEntries([...whole].map((id) => [id, hashes.get(id) ?? hashOfFacts(of, id)])),
      linked: [...linked],
      links: hashOfLinks(facts, linked),
    }),
  };
}

/** True where everything that was read is still the same. */
export function areReadsTrue(reads: Reads, of: FactsOfFiles): boolean {
  return (
    reads.places === hashOfPlaces(of.files) &&
    Object.entries(reads.whole).every(([id, hash]) => hash === hashOfFacts(of, id)) &&
    reads.links === hashOfLinks(of.facts, reads.linked)
  );
}

/** Equal for the same files at the same places in the same roles. */
export function hashOfPlaces(files: readonly FileRecord[]): string {
  const hash = createHash('sha1');
  for (const { path, language, languageName, role, skipped } of files)
    hash.update(`${path}\0${language}\0${languageName}\0${role}\0${skipped ?? ''}\n`);
  return hash.digest('hex');
}

function hashOfFacts({ files, byPath, facts }: FactsOfFiles, extractorId: string): string {
  const hash = createHash('sha1');
  for (const { path } of filesAt(facts.pathsOf(extractorId), files, byPath))
    addFact(hash, path, facts.textOf(extractorId, path));
  return hash.digest('hex');
}

function addFact(hash: Hash, path: string, text: string | undefined): void {
  if (text !== undefined) hash.update(`${path}\0${text}\n`);
}

/** In a text of JSON no quote stands unescaped: this is a key and nothing else. */
const lineNumbers = /"(?:line|endLine)":\d+/g;

function hashOfLinks(facts: FactTexts, paths: Iterable<string>): string {
  const hash = createHash('sha1');
  for (const path of paths)
    hash.update(`${path}\0${facts.textOf(codeExtractor.id, path)?.replace(lineNumbers, '') ?? ''}\n`);
  return hash.digest('hex');
}
