import { createHash } from 'node:crypto';
import { codeExtractor } from '../analyzers/code/codeExtractor';
import type { Extractor } from '../extractor';
import type { ImportGraph } from '../facts/importGraph';
import type { FileRecord } from '../scanModel';
import { aspect, Notes } from './notes';
import { WatchedRecord } from './watchedRecord';

type FactsIn = <F>(extractor: Extractor<F>, path: string) => F | undefined;

/** Notes what is read of a model, for whoever reads it at the moment. */
export class Watch {
  private readonly places: ReadonlyMap<string, number>;
  private readonly digests = new Map<string, string>();
  current: Notes;
  /** What the import graph read to follow names, for whomever. */
  readonly graph: Notes;

  /** `paths` of all files, in their order. */
  constructor(private readonly paths: readonly string[]) {
    this.places = new Map(paths.map((path, place) => [path, place]));
    this.current = new Notes(paths.length);
    this.graph = new Notes(paths.length);
  }

  /** Runs it with notes of its own. */
  during<T>(work: () => T): { readonly value: T; readonly notes: Notes } {
    const outer = this.current;
    const notes = new Notes(this.paths.length);
    this.current = notes;
    try {
      return { value: work(), notes };
    } finally {
      this.current = outer;
    }
  }

  file(path: string, bit: number, notes: Notes = this.current): void {
    const place = this.places.get(path);
    if (place !== undefined) notes.files[place] = (notes.files[place] ?? 0) | bit;
  }

  /** The digest of a list or a conclusion, which stays until it is forgotten. */
  digestOf(name: string, list: unknown): string {
    let digest = this.digests.get(name);
    if (digest === undefined) {
      digest = digestOfJson(JSON.stringify(list ?? null));
      this.digests.set(name, digest);
    }
    return digest;
  }

  /** The lists may be other ones than before. */
  forget(names: Iterable<string>): void {
    for (const name of names) this.digests.delete(name);
  }

  touch(name: string, list: unknown): void {
    if (!this.current.lists.has(name)) this.current.lists.set(name, this.digestOf(name, list));
  }

  records(files: readonly FileRecord[]): readonly FileRecord[] {
    return files.map((file) => new WatchedRecord(file, this));
  }

  /** Facts for the import graph, which answers all with what it has read once. */
  factsOfGraph(factsIn: FactsIn): FactsIn {
    return (extractor, path) => {
      if (extractor.id === codeExtractor.id) this.file(path, aspect.names, this.graph);
      else this.graph.extractors.add(extractor.id);
      return factsIn(extractor, path);
    };
  }

  /** The graph for those who are watched. */
  graphFor(graph: ImportGraph): ImportGraph {
    const follow = (): ImportGraph => {
      this.current.graph = true;
      return graph;
    };
    return {
      importsOf: (path) => {
        this.file(path, aspect.imports);
        return follow().importsOf(path);
      },
      importersOf: (path) => follow().importersOf(path),
      resolve: (from, specifier) => follow().resolve(from, specifier),
      originOf: (path, name) => follow().originOf(path, name),
    };
  }
}

export function digestOfJson(json: string): string {
  return createHash('sha1').update(json).digest('base64');
}
