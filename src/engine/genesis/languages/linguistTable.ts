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

const lines = linguist.languages.split('\n');
const entries: (LanguageEntry | undefined)[] = [];

function entryAt(index: number): LanguageEntry | undefined {
  const line = lines[index];
  if (line === undefined) return undefined;
  let entry = entries[index];
  if (entry === undefined) {
    const [name = '', type = '', color = '', group = ''] = line.split('\t');
    entry = { name, type: typeOf(type), color: color === '' ? '' : `#${color}`, group: group === '' ? name : group };
    entries[index] = entry;
  }
  return entry;
}

/** By the key of each line its languages, which are read when somebody asks: few of some thousand are, in each thread. */
class LanguageTable {
  private readonly rows = new Map<string, string | readonly LanguageEntry[]>();

  constructor(text: string) {
    for (const line of text.split('\n')) {
      const tab = line.indexOf('\t');
      this.rows.set(line.slice(0, tab), line.slice(tab + 1));
    }
  }

  get(key: string): readonly LanguageEntry[] | undefined {
    const row = this.rows.get(key);
    if (typeof row !== 'string') return row;
    const languages = row.split('\t').flatMap((index) => entryAt(Number(index)) ?? []);
    this.rows.set(key, languages);
    return languages;
  }
}

/** Languages by extension (lower case, without the first dot; may hold dots), file name (lower case) and interpreter. */
export const languagesByExtension = new LanguageTable(linguist.extensions);
export const languagesByFilename = new LanguageTable(linguist.filenames);
export const languagesByInterpreter = new LanguageTable(linguist.interpreters);

let indexByName: ReadonlyMap<string, number> | undefined;

/** What linguist knows of a language by its name. */
export function languageEntry(name: string): LanguageEntry | undefined {
  indexByName ??= new Map(lines.map((line, index) => [line.slice(0, line.indexOf('\t')), index]));
  const index = indexByName.get(name);
  return index === undefined ? undefined : entryAt(index);
}
