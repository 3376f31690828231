import type { ListedFile } from '../listing/fileTree';
import type { Inspection } from '../listing/inspectContent';
import { isSameLook } from '../listing/sureOnly';
import type { FactsPack } from '../work/factsCodec';
import type { HeadEntry } from './packHeads';
import type { CacheEntry, FileKey } from './scanCache';

/** Stands for one pack; its row in the store is known once it is written. */
export interface PackOfFacts {
  id: number | undefined;
}

interface FactsPlace {
  readonly pack: PackOfFacts;
  readonly place: number;
}

/** One content at one path. */
interface KnownContent {
  inspection: Inspection;
  facts: FactsPlace | undefined;
}

/** What is remembered of all files, without their facts: where those are. */
export class CacheIndex {
  private readonly contents = new Map<string, KnownContent>();
  private readonly states = new Map<string, { readonly stamp: string; readonly content: KnownContent }>();

  get isEmpty(): boolean {
    return this.contents.size === 0;
  }

  /** The later one counts; facts that were found before stay where none are given. */
  add({ inspection, stamp, place }: HeadEntry, pack: PackOfFacts): void {
    const facts = place === undefined ? undefined : { pack, place };
    const key = keyText(inspection);
    let content = this.contents.get(key);
    if (content === undefined) {
      content = { inspection, facts };
      this.contents.set(key, content);
    } else if (facts !== undefined || content.facts === undefined || !isSameLook(content.inspection, inspection)) {
      content.inspection = inspection;
      content.facts = facts;
    }
    if (stamp !== undefined) this.states.set(inspection.path, { stamp, content });
  }

  findUnchanged(files: readonly ListedFile[]): Map<string, Inspection> {
    const found = new Map<string, Inspection>();
    for (const { path, stamp } of files) {
      const state = this.states.get(path);
      if (state !== undefined && state.stamp === stamp) found.set(path, state.content.inspection);
    }
    return found;
  }

  /** Of the content that was last seen there. */
  lastOf(path: string): Inspection | undefined {
    return this.states.get(path)?.content.inspection;
  }

  findKnown(keys: readonly FileKey[]): Map<string, Inspection> {
    const found = new Map<string, Inspection>();
    for (const key of keys) {
      const content = this.contents.get(keyText(key));
      if (content !== undefined) found.set(key.path, content.inspection);
    }
    return found;
  }

  /** Contents by their path and how their hash begins. */
  findFormer(keys: readonly { readonly path: string; readonly mark: string }[]): Inspection[] {
    const marks = new Map(keys.map(({ path, mark }) => [path, mark]));
    return [...this.contents.values()].flatMap(({ inspection }) => {
      const mark = marks.get(inspection.path);
      return mark !== undefined && inspection.hash.startsWith(mark) ? [inspection] : [];
    });
  }

  /** Where the facts of these contents are, in the order in which the first of each pack is asked for. */
  findFacts(keys: readonly FileKey[]): Map<PackOfFacts, (readonly [path: string, place: number])[]> {
    const found = new Map<PackOfFacts, (readonly [path: string, place: number])[]>();
    for (const key of keys) {
      const facts = this.contents.get(keyText(key))?.facts;
      if (facts === undefined) continue;
      const places = found.get(facts.pack);
      if (places === undefined) found.set(facts.pack, [[key.path, facts.place]]);
      else places.push([key.path, facts.place]);
    }
    return found;
  }

  /** Whether the file is on disk with this content, as far as is known. */
  isCurrent(key: FileKey, isListed: (path: string) => boolean): boolean {
    return isListed(key.path) && this.states.get(key.path)?.content === this.contents.get(keyText(key));
  }

  /** Whether this is where one looks for the facts of a content, and not an older place. */
  isPlace(key: FileKey, packId: number, place: number): boolean {
    const facts = this.contents.get(keyText(key))?.facts;
    return facts !== undefined && facts.pack.id === packId && facts.place === place;
  }

  hasFacts(key: FileKey): boolean {
    return this.contents.get(keyText(key))?.facts !== undefined;
  }

  /** Whether it was looked at with another role later: what was found then counts. */
  isOutdated(inspection: Inspection): boolean {
    const content = this.contents.get(keyText(inspection));
    return content !== undefined && !isSameLook(content.inspection, inspection);
  }

  /** Whether this is the last known state of the file, and belongs to this content. */
  isStamp(key: FileKey, stamp: string): boolean {
    const state = this.states.get(key.path);
    return state?.stamp === stamp && state.content === this.contents.get(keyText(key));
  }

  /** Of all contents that are on disk. */
  currentBytes(isListed: (path: string) => boolean): number {
    let bytes = 0;
    for (const [path, { content }] of this.states) if (isListed(path)) bytes += content.inspection.bytes;
    return bytes;
  }
}

/** The entries with the places of their facts. */
export function withPlaces(entries: readonly CacheEntry[], facts: FactsPack | undefined): readonly HeadEntry[] {
  if (facts === undefined) return entries;
  const places = new Map(facts.paths.map((path, place) => [path, place]));
  return entries.map((entry) => {
    const place = places.get(entry.inspection.path);
    return place === undefined ? entry : { ...entry, place };
  });
}

/** A path holds no NUL. */
function keyText({ path, hash }: FileKey): string {
  return `${hash}\0${path}`;
}
