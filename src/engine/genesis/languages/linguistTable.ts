import linguist from './linguist.json';

export interface LanguageEntry {
  /** linguist's name. */
  readonly name: string;
  readonly type: 'programming' | 'data' | 'markup' | 'prose';
  /** Hex colour with `#`; empty where linguist has none. */
  readonly color: string;
  /** The language it is counted with: TSX with TypeScript. */
  readonly group: string;
}

function typeOf(text: string): LanguageEntry['type'] {
  return text === 'programming' || text === 'markup' || text === 'prose' ? text : 'data';
}

const entries: readonly LanguageEntry[] = linguist.languages.split('\n').map((line) => {
  const [name = '', type = '', color = '', group = ''] = line.split('\t');
  return { name, type: typeOf(type), color: color === '' ? '' : `#${color}`, group: group === '' ? name : group };
});

const byName: ReadonlyMap<string, LanguageEntry> = new Map(entries.map((entry) => [entry.name, entry]));

function readTable(text: string): ReadonlyMap<string, readonly LanguageEntry[]> {
  const rows = text.split('\n').map((line): readonly [string, LanguageEntry[]] => {
    const [key = '', ...indexes] = line.split('\t');
    return [key, indexes.flatMap((index) => entries[Number(index)] ?? [])];
  });
  return new Map(rows);
}

/** Languages by extension (lower case, without the first dot; may hold dots), file name (lower case) and interpreter. */
export const languagesByExtension = readTable(linguist.extensions);
export const languagesByFilename = readTable(linguist.filenames);
export const languagesByInterpreter = readTable(linguist.interpreters);

/** What linguist knows of a language by its name. */
export function languageEntry(name: string): LanguageEntry | undefined {
  return byName.get(name);
}
