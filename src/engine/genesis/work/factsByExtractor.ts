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

/** JSON by extractor and path, parsed when somebody asks. */
export class FactsByExtractor implements FactsSource, FactTexts {
  private readonly byPath = new Map<string, { readonly columns: Columns; readonly place: number }>();
  private readonly packs: { readonly columns: Columns; readonly places: PlacedFacts['places'] }[] = [];
  private readonly paths = new Map<string, ReadonlySet<string>>();
  private size = 0;

  add({ bytes, places }: PlacedFacts): void {
    const columns: Columns = unpackFacts(bytes);
    for (const column of columns.values()) this.size += column.length;
    for (const [path, place] of places) this.byPath.set(path, { columns, place });
    this.packs.push({ columns, places });
    this.paths.clear();
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

  private findPaths(extractorId: string): Set<string> {
    const found = new Set<string>();
    for (const { columns, places } of this.packs) {
      const column = columnOf(columns, extractorId);
      if (column === undefined) continue;
      // Of a file whose facts came twice the later ones count.
      for (const [path, place] of places)
        if (column[place] !== undefined && this.byPath.get(path)?.columns === columns) found.add(path);
    }
    return found;
  }

  private find(extractorId: string, path: string): Fact | undefined {
    const found = this.byPath.get(path);
    return found === undefined ? undefined : columnOf(found.columns, extractorId)?.[found.place];
  }
}

function columnOf(columns: Columns, extractorId: string): Column | undefined {
  const column = columns.get(extractorId);
  if (typeof column !== 'string') return column;
  const facts = splitColumn(column).map((json): Fact | undefined => (json === undefined ? undefined : { json }));
  columns.set(extractorId, facts);
  return facts;
}
