/** What can be read of one file beside the facts of single extractors; each is a bit. */
export const aspect = {
  /** What its code declares and imports, wherever that stands. */
  names: 1,
  /** Its imports with their lines. */
  imports: 2,
  /** All that is known of its code. */
  code: 4,
  /** Lines and bytes. */
  size: 8,
  /** Its size as `roughly` tells it. */
  roughSize: 16,
} as const;

/** What somebody read of a model. */
export class Notes {
  /** Bits of `aspect`, by the place of the file. */
  readonly files: Uint8Array;
  readonly extractors = new Set<string>();
  /** Lists that were looked at or added to, with their digests when that began. */
  readonly lists = new Map<string, string>();
  /** Dear conclusions, with their digests. */
  readonly conclusions = new Map<string, string>();
  git = false;
  /** Names were followed: then it depends on whatever the import graph read. */
  graph = false;

  constructor(count: number) {
    this.files = new Uint8Array(count);
  }

  addAll(other: Notes): void {
    addBits(this.files, other.files);
    for (const id of other.extractors) this.extractors.add(id);
    for (const [name, digest] of other.lists) if (!this.lists.has(name)) this.lists.set(name, digest);
    for (const [name, digest] of other.conclusions) this.conclusions.set(name, digest);
    this.git ||= other.git;
    this.graph ||= other.graph;
  }
}

/** What was kept of another's notes. */
export function addKept(into: Notes, kept: KeptNotes): void {
  addBits(into.files, Buffer.from(kept.files, 'base64'));
  for (const id of kept.extractors) into.extractors.add(id);
  for (const [name, digest] of Object.entries(kept.lists)) if (!into.lists.has(name)) into.lists.set(name, digest);
  for (const [name, digest] of Object.entries(kept.conclusions)) into.conclusions.set(name, digest);
  into.git ||= kept.git;
}

function addBits(into: Uint8Array, bits: Uint8Array): void {
  for (let place = 0; place < bits.length; place++) into[place] = (into[place] ?? 0) | (bits[place] ?? 0);
}

/** Notes as they are kept. */
export interface KeptNotes {
  /** Base64. */
  readonly files: string;
  readonly extractors: readonly string[];
  readonly lists: Readonly<Record<string, string>>;
  readonly conclusions: Readonly<Record<string, string>>;
  readonly git: boolean;
}

/** `graph`: what the import graph read meanwhile. */
export function keptNotes(notes: Notes, graph: Notes): KeptNotes {
  const files = Uint8Array.from(notes.files);
  if (notes.graph) addBits(files, graph.files);
  return {
    files: Buffer.from(files).toString('base64'),
    extractors: [...notes.extractors, ...(notes.graph ? graph.extractors : [])],
    lists: Object.fromEntries(notes.lists),
    conclusions: Object.fromEntries(notes.conclusions),
    git: notes.git,
  };
}
