import type { ListedFile } from '../listing/fileTree';
import type { Inspection } from '../listing/inspectContent';

/** A content at a place: what facts depend on. */
export interface FileKey {
  readonly path: string;
  readonly hash: string;
}

export interface CacheEntry {
  readonly inspection: Inspection;
  /** State of the file on disk that this content is known to belong to; absent where it can't be trusted. */
  readonly stamp?: string;
  /** Encoded by `encodeFacts`. */
  readonly facts?: Uint8Array;
}

/**
 * What earlier scans of a project learned of its files, by content. It may forget anything at any time; what it answers
 * is what a new look at the same content would say.
 */
export interface ScanCache {
  /** Nothing at all is remembered: no content needs to be looked for. */
  isEmpty(): boolean;
  /** Roughly when (ms) something was remembered last; files that changed since are likely to be news. */
  lastAddedAt(): number;
  /** Those of the files whose stamp is the remembered one, by path. */
  findUnchanged(files: readonly ListedFile[]): Promise<ReadonlyMap<string, Inspection>>;
  /** Those contents that were analysed before, by path. */
  findKnown(keys: readonly FileKey[]): Promise<ReadonlyMap<string, Inspection>>;
  remember(entries: readonly CacheEntry[]): Promise<void>;
  /** Resolves when all that was remembered is kept. */
  flush(): Promise<void>;
  /** Parallel to `keys`. */
  readFacts(keys: readonly FileKey[]): Promise<(Uint8Array | undefined)[]>;
  /** By name, packed by `Recollection`. */
  readConclusions(): ReadonlyMap<string, Uint8Array>;
  keepConclusions(conclusions: ReadonlyMap<string, Uint8Array>): Promise<void>;
}

/** Remembers for as long as it lives. */
export class MemoryScanCache implements ScanCache {
  private readonly stamps = new Map<string, { readonly stamp: string; readonly inspection: Inspection }>();
  private readonly entries = new Map<string, CacheEntry>();
  private readonly conclusions = new Map<string, Uint8Array>();

  isEmpty(): boolean {
    return this.entries.size === 0;
  }

  lastAddedAt(): number {
    return 0;
  }

  async findUnchanged(files: readonly ListedFile[]): Promise<ReadonlyMap<string, Inspection>> {
    const found = new Map<string, Inspection>();
    for (const { path, stamp } of files) {
      const known = this.stamps.get(path);
      if (known !== undefined && known.stamp === stamp) found.set(path, known.inspection);
    }
    return found;
  }

  async findKnown(keys: readonly FileKey[]): Promise<ReadonlyMap<string, Inspection>> {
    const found = new Map<string, Inspection>();
    for (const key of keys) {
      const entry = this.entries.get(keyText(key));
      if (entry !== undefined) found.set(key.path, entry.inspection);
    }
    return found;
  }

  async remember(entries: readonly CacheEntry[]): Promise<void> {
    for (const entry of entries) {
      const { inspection, stamp } = entry;
      if (stamp !== undefined) this.stamps.set(inspection.path, { stamp, inspection });
      const known = this.entries.get(keyText(inspection));
      this.entries.set(keyText(inspection), entry.facts === undefined && known !== undefined ? known : entry);
    }
  }

  async flush(): Promise<void> {
    return undefined;
  }

  async readFacts(keys: readonly FileKey[]): Promise<(Uint8Array | undefined)[]> {
    return keys.map((key) => this.entries.get(keyText(key))?.facts);
  }

  readConclusions(): ReadonlyMap<string, Uint8Array> {
    return this.conclusions;
  }

  async keepConclusions(conclusions: ReadonlyMap<string, Uint8Array>): Promise<void> {
    for (const [name, packed] of conclusions) this.conclusions.set(name, packed);
  }
}

function keyText(key: FileKey): string {
  return `${key.hash}\0${key.path}`;
}
