import type { Extractor } from '../extractor';
import type { ImportFact, ImportGraph, ResolvedImport } from '../facts/importGraph';
import type { FileRecord } from '../scanModel';

/** What a file is, without what changes whenever somebody writes in it. */
export type FilePlace = Omit<FileRecord, 'bytes' | 'lines' | 'hash'>;

/** Where names and specifiers lead. It tells of no line, so that code which only moved within its file changes nothing. */
export interface Links extends Pick<ImportGraph, 'resolve' | 'originOf'> {
  importsOf(path: string): readonly Link[];
}

interface Link extends Pick<ResolvedImport, 'files'> {
  readonly fact: Omit<ImportFact, 'line'>;
}

/** The code base as a conclusion sees it that may be recalled by later scans: what it reads here is all it depends on. */
export interface FactsView {
  /** In the order of their paths. */
  readonly files: readonly FilePlace[];
  readonly byPath: ReadonlyMap<string, FilePlace>;
  readonly links: Links;
  /** Facts of one extractor, ordered by path. */
  factsOf<F>(extractor: Extractor<F>): Iterable<readonly [FilePlace, F]>;
}
