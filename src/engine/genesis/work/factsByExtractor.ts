import type { FactTexts } from '../recall/reads';
import type { FactsSource } from '../runAnalyzers';
import { splitColumn, unpackFacts } from './factsCodec';
import type { PlacedFacts } from './jobs';

/** Below this many characters of JSON the parsed facts are kept, so that a second look costs nothing. */
const keptJson = 48_000_000;

interface Fact {
  /** Empty once the value is kept instead. */
  json: string;
  value?: unknown;
}

type Column = readonly (Fact | undefined)[];

/** The facts of a pack: by extractor, and by place; as text until somebody asks. */
type Columns = Map<string, string | Column>;

/** A pack is opened when somebody asks for one of its files. */
interface Pack {
  bytes: Uint8Array | undefined;
  columns: Columns;
  readonly places: PlacedFacts['places'];
}

/** JSON by extractor and path, parsed when somebody asks. */
export class FactsByExtractor implements FactsSource, FactTexts {
  private readonly byPath = new Map<string, { readonly pack: Pack; readonly place: number }>();
  private readonly packs: Pack[] = [];
  private readonly paths = new Map<string, ReadonlySet<string>>();
  private size = 0;

  add({ bytes, places }: PlacedFacts): void {
    const pack: Pack = { bytes, columns: new Map(), places };
    for (const [path, place] of places) this.byPath.set(path, { pack, place });
    this.packs.push(pack);
    this.paths.clear();
  }

  /** Ids of the extractors that said something of a file. */
  idsOf(path: string): readonly string[] {
    const found = this.byPath.get(path);
    if (found === undefined) return [];
    const columns = this.open(found.pack);
    return [...columns.keys()].filter((id) => columnOf(columns, id)?.[found.place] !== undefined);
  }

  /** Most extractors say something of few files: nobody has to look for it at all others. */
  pathsOf(extractorId: string): ReadonlySet<string> {
    let paths = this.paths.get(extractorId);
    if (paths === undefined) {
      paths = this.findPaths(extractorId);
      this.paths.set(extractorId, paths);
    }
    return paths;
  }

  get(extractorId: string, path: string): unknown {
    const fact = this.find(extractorId, path);
    if (fact === undefined) return undefined;
    if (fact.value !== undefined) return fact.value;
    const value: unknown = JSON.parse(fact.json);
    if (this.size > keptJson) return value;
    fact.value = value;
    fact.json = '';
    return value;
  }

  textOf(extractorId: string, path: string): string | undefined {
    const fact = this.find(extractorId, path);
    return fact === undefined || fact.json !== '' ? fact?.json : JSON.stringify(fact.value);
  }

  private open(pack: Pack): Columns {
    if (pack.bytes !== undefined) {
      pack.columns = unpackFacts(pack.bytes);
      pack.bytes = undefined;
      for (const column of pack.columns.values()) this.size += column.length;
    }
    return pack.columns;
  }

  private findPaths(extractorId: string): Set<string> {
    const found = new Set<string>();
    for (const pack of this.packs) {
      const { places } = pack;
      const column = columnOf(this.open(pack), extractorId);
      if (column === undefined) continue;
      // Of a file whose facts came twice the later ones count.
      for (const [path, place] of places)
        if (column[place] !== undefined && this.byPath.get(path)?.pack === pack) found.add(path);
    }
    return found;
  }

  private find(extractorId: string, path: string): Fact | undefined {
    const found = this.byPath.get(path);
    return found === undefined ? undefined : columnOf(this.open(found.pack), extractorId)?.[found.place];
  }
}

function columnOf(columns: Columns, extractorId: string): Column | undefined {
  const column = columns.get(extractorId);
  if (typeof column !== 'string') return column;
  const facts = splitColumn(column).map((json): Fact | undefined => (json === undefined ? undefined : { json }));
  columns.set(extractorId, facts);
  return facts;
}
