/** Mappers of .NET that mark plain classes as Entity Framework does, each known by what a file takes from it. */
export type DotnetKind = 'ef-core' | 'freesql' | 'dapper' | 'linq2db' | 'sqlsugar' | 'sqlite-net';

export const dotnetKinds: ReadonlySet<string> = new Set<DotnetKind>([
  'ef-core',
  'freesql',
  'dapper',
  'linq2db',
  'sqlsugar',
  'sqlite-net',
]);

interface Mapper {
  readonly kind: DotnetKind;
  /** The beginning of the namespace in a `using`. */
  readonly using: RegExp;
  /** The attribute that makes a class a table, with the name where it says one. */
  readonly table: RegExp;
}

const mappers: readonly Mapper[] = [
  {
    kind: 'freesql',
    using: /^(?:global )?using FreeSql\b/,
    table: /^(?:\w+\.)?Table\(\s*Name\s*=\s*"([^"]+)"/,
  },
  { kind: 'dapper', using: /^using Dapper\b/, table: /^(?:\w+\.)?Table\(\s*(?:Name\s*=\s*)?"([^"]+)"/ },
  {
    kind: 'linq2db',
    using: /^using LinqToDB\b/,
    table: /^(?:\w+\.)?Table(?:\(\s*(?:Name\s*=\s*)?(?:"([^"]+)")?|$)/,
  },
  { kind: 'sqlsugar', using: /^using SqlSugar\b/, table: /^(?:\w+\.)?SugarTable(?:\(\s*(?:"([^"]+)")?|$)/ },
  { kind: 'sqlite-net', using: /^using SQLite(?:;|NetExtensions\b)/, table: /^(?:\w+\.)?Table\(\s*"([^"]+)"/ },
];

const entityFramework: Omit<Mapper, 'using'> = { kind: 'ef-core', table: /^(?:\w+\.)?Table\(\s*"([^"]+)"/ };

/** The mapper that a file is written for: Entity Framework unless it takes another one in, and not that one. */
export function mapperOf(text: string): Omit<Mapper, 'using'> {
  const usings = text.match(/^\uFEFF?[ \t]{0,20}(?:global )?using [A-Z][\w.]{0,80};?/gm) ?? [];
  const plain = usings.map((line) => line.replace(/^\uFEFF?\s*/, ''));
  if (plain.some((line) => line.includes('EntityFrameworkCore'))) return entityFramework;
  return mappers.find(({ using }) => plain.some((line) => using.test(line))) ?? entityFramework;
}

/** Marks of the key of a class, and of what is no column. */
export const keyMark = /^(?:(?:Explicit)?Key|PrimaryKey)\b|\bIsPrimaryKey\s*=\s*true\b/;
export const noColumn = /^(?:NotMapped|NotColumn|Computed|Write\(\s*false)\b|\bIsIgnore\s*=\s*true\b/;
/** Of mappers other than Entity Framework, which has a word of its own. */
export const ignored = /^Ignore$/;
