import type { ListedFile } from '../listing/fileTree';
import type { Inspection } from '../listing/inspectContent';
import type { FactsPack } from '../work/factsCodec';
import type { PlacedFacts } from '../work/jobs';

/** A content at a place: what facts depend on. */
export interface FileKey {
  readonly path: string;
  readonly hash: string;
}

export interface CacheEntry {
  readonly inspection: Inspection;
  /** State of the file on disk that this content is known to belong to; absent where it can't be trusted. */
  readonly stamp?: string;
}

/**
 * What earlier scans of a project learned of its files, by content. It may forget anything at any time; what it answers
 * is what a new look at the same content would say.
 */
export interface ScanCache {
  /** Nothing at all is remembered: no content needs to be looked for. */
  isEmpty(): boolean;
  /** Gets ready to look for files: they are about to be asked for. */
  prepare?(): void;
  /** Roughly when (ms) something was remembered last; files that changed since are likely to be news. */
  lastAddedAt(): number;
  /** Answers what was learned last of the file at a path. */
  lastKnown?(): Promise<(path: string) => Inspection | undefined>;
  /** Those of the files whose stamp is the remembered one, by path. */
  findUnchanged(files: readonly ListedFile[]): Promise<ReadonlyMap<string, Inspection>>;
  /** Those contents that were analysed before, by path. */
  findKnown(keys: readonly FileKey[]): Promise<ReadonlyMap<string, Inspection>>;
  /** Those contents that were analysed before, of which the beginning of the hash is known. */
  findFormer?(keys: readonly { readonly path: string; readonly mark: string }[]): Promise<readonly Inspection[]>;
  /** The facts of an entry are in the pack, or are those that were remembered of this content before. */
  remember(entries: readonly CacheEntry[], pack?: FactsPack): Promise<void>;
  /** Resolves when all that was remembered is kept. */
  flush(): Promise<void>;
  /** The facts of those that have some, in pieces that a message can carry. */
  readFacts(keys: readonly FileKey[]): AsyncIterable<readonly PlacedFacts[]>;
  readConclusion(name: string): Uint8Array | undefined;
  /** By name, packed by `Recollection`. */
  readConclusions(): ReadonlyMap<string, Uint8Array>;
  keepConclusions(conclusions: ReadonlyMap<string, Uint8Array>): Promise<void>;
}
