import type { ListedFile } from '../listing/fileTree';
import type { Inspection } from '../listing/inspectContent';
import type { FactsPack } from '../work/factsCodec';
import type { PlacedFacts } from '../work/jobs';
import { CacheIndex, type PackOfFacts, withPlaces } from './cacheIndex';
import type { CacheEntry, FileKey, ScanCache } from './scanCache';

/** Remembers for as long as it lives. */
export class MemoryScanCache implements ScanCache {
  private readonly index = new CacheIndex();
  private readonly bytes = new Map<PackOfFacts, Uint8Array>();
  private readonly conclusions = new Map<string, Uint8Array>();

  isEmpty(): boolean {
    return this.index.isEmpty;
  }

  lastAddedAt(): number {
    return 0;
  }

  async findUnchanged(files: readonly ListedFile[]): Promise<ReadonlyMap<string, Inspection>> {
    return this.index.findUnchanged(files);
  }

  async findKnown(keys: readonly FileKey[]): Promise<ReadonlyMap<string, Inspection>> {
    return this.index.findKnown(keys);
  }

  async findFormer(keys: readonly { readonly path: string; readonly mark: string }[]): Promise<readonly Inspection[]> {
    return this.index.findFormer(keys);
  }

  async remember(entries: readonly CacheEntry[], facts?: FactsPack): Promise<void> {
    const pack: PackOfFacts = { id: undefined };
    if (facts !== undefined) this.bytes.set(pack, facts.bytes);
    for (const entry of withPlaces(entries, facts)) this.index.add(entry, pack);
  }

  async flush(): Promise<void> {
    return undefined;
  }

  async *readFacts(keys: readonly FileKey[]): AsyncIterable<readonly PlacedFacts[]> {
    for (const [pack, places] of this.index.findFacts(keys)) {
      const bytes = this.bytes.get(pack);
      if (bytes !== undefined) yield [{ bytes, places }];
    }
  }

  readConclusion(name: string): Uint8Array | undefined {
    return this.conclusions.get(name);
  }

  readConclusions(): ReadonlyMap<string, Uint8Array> {
    return this.conclusions;
  }

  async keepConclusions(conclusions: ReadonlyMap<string, Uint8Array>): Promise<void> {
    for (const [name, packed] of conclusions) this.conclusions.set(name, packed);
  }
}
