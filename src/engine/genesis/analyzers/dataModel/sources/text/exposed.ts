import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import { closingBracket, withoutComments } from '../../../../languages/sourceText';
import type { ModelFact, ModelSource } from '../../modelFact';

const notation = { line: '//', block: ['/*', '*/'] as const, quotes: ['"""', '"'] };
const tables =
  /\b(object|class)\s+(\w{1,100})\s*(?:\([^()]{0,300}\)\s*)?:\s*(\w{0,60}Table\w{0,60}?)(?:<[\w?]{1,60}>)?\s*\(([^)]{0,200})\)/g;
/** The bases of the library; any other is a class of the project. */
const libraryBase = /^(?:(?:Int|Long|UInt|ULong|Composite)?Id|UUID|Uuid)?Table$/;
const property =
  /^\s*(?:(?:override|private|internal|public)\s+)*val\s+(\w{1,100})\s*(?::[^=\n]{1,200})?=\s*\(?\s*(\w{1,60})(?:<[\w.?]{1,80}>)?\(([^\n]{0,300})/;
const notColumns: ReadonlySet<string> = new Set([
  'PrimaryKey',
  'index',
  'uniqueIndex',
  'listOf',
  'mapOf',
  'setOf',
  'Regex',
]);
const references: ReadonlySet<string> = new Set(['reference', 'optReference']);

function keyOf(type: string, rest: string, name: string, primary: string): DataField['key'] {
  if (new RegExp(`\\b${name}\\b`).test(primary) || /\.primaryKey\(/.test(rest)) return 'primary';
  if (references.has(type) || /\.references\(|\)\s+references\s/.test(rest)) return 'foreign';
  return /\.uniqueIndex\(/.test(rest) ? 'unique' : undefined;
}

function readColumn(line: string, primary: string): { field: DataField; relation?: DataRelation } | undefined {
  const [, name = '', type = '', rest = ''] = property.exec(line) ?? [];
  if (name === '' || notColumns.has(type) || !/^[a-z]/.test(type)) return undefined;
  // The key of a base gets its column's name from whoever extends it.
  if (name === 'id' && /\.entityId\(/.test(rest)) return { field: { name, type, key: 'primary' } };
  const column = /^\s*(?:name\s*=\s*)?"([^"]+)"/.exec(rest)?.[1];
  const key = keyOf(type, rest, name, primary);
  // A call that names no column makes something else.
  if (column === undefined && !references.has(type)) return undefined;
  const optional = type === 'optReference' || /\.nullable\(\)/.test(rest);
  const field: DataField = { name, type, ...(key ? { key } : {}), ...(optional ? { optional } : {}) };
  const to = references.has(type)
    ? /(?:^|,)\s*(?:foreign\s*=\s*|refColumn\s*=\s*)?([A-Z]\w*)/.exec(rest)?.[1]
    : /(?:\.references\(\s*(?:ref\s*=\s*)?|\)\s+references\s+)([A-Z]\w*)\./.exec(rest)?.[1];
  return to === undefined ? { field } : { field, relation: { field: name, to, kind: 'many-to-one' } };
}

/** A property may go on over several lines: behind its sign, within its call, or before what follows on that. */
const joined = (body: string): string => body.replace(/([=(,])[ \t]*\n\s*/g, '$1 ').replace(/\n\s*(?=[.)])/g, '');

/** Exposed: a Kotlin object that is a table, one property a column. */
export const exposedSource: ModelSource = {
  id: 'exposed',
  wants: ({ language }) => language === 'kotlin',
  keyword: /\b(?:object|class)\s+\w+[^\n]{0,200}:\s*\w*Table/,
  extract(file) {
    // A table below a class of the project may need nothing of the library itself.
    const takesLibrary = /\bexposed\b/.test(file.text);
    const text = withoutComments(file.text, notation);
    const models = [...text.matchAll(tables)].flatMap((match): ModelFact[] => {
      const [head, keyword, name = '', base = '', args = ''] = match;
      const isDirect = libraryBase.test(base);
      if (!takesLibrary && (isDirect || keyword === 'class')) return [];
      const open = text.indexOf('{', match.index + head.length);
      const hasBody = open >= 0 && /^\s*$/.test(text.slice(match.index + head.length, open));
      const end = hasBody ? closingBracket(text, open) : match.index + head.length;
      const lines = hasBody ? joined(text.slice(open + 1, end)).split('\n') : [];
      const keys = lines.map((line) => /PrimaryKey\(([^\n]{0,200})/.exec(line)?.[1]).find(Boolean) ?? '';
      // The key has a name of its own, which is none of a column.
      const primary = keys.replace(/\bname\s*=/g, '');
      const read = lines.flatMap((line) => readColumn(line, primary) ?? []);
      const [, kind] = /^(Int|Long|UInt|ULong|UUID|Uuid)(?:Id)?Table$/.exec(base) ?? [];
      const id: DataField[] = kind === undefined ? [] : [{ name: 'id', type: kind.toLowerCase(), key: 'primary' }];
      const model: ModelFact = {
        name,
        kind: 'exposed',
        line: file.lineAt(match.index),
        endLine: file.lineAt(Math.max(match.index, end)),
        fields: [...id, ...read.map(({ field }) => field)],
        relations: read.flatMap(({ relation }) => relation ?? []),
        role: keyword === 'class' ? 'base' : isDirect ? 'entity' : 'candidate',
        ...(isDirect ? {} : { bases: [base] }),
      };
      const table = /^\s*(?:name\s*=\s*)?"([^"]+)"/.exec(args)?.[1] ?? (name.replace(/Table$/, '') || name);
      return [keyword === 'class' ? model : { ...model, table }];
    });
    return { models };
  },
  example: {
    files: {
      'src/main/kotlin/Schema.kt':
        'import org.jetbrains.exposed.sql.Table\n\nobject Cities : IntIdTable("cities") {\n    val name = varchar("name", 50).uniqueIndex()\n}\n\nobject Badges : UUIDTable() {\n    val label = text("label")\n}\n\nobject Users : Table() {\n    // val old = text("old")\n    val id = varchar("id", 10)\n    val bio = text("bio").nullable()\n    val city = reference("city_id", Cities)\n    val boss: Column<String?> = (varchar("boss", 10) references id).nullable()\n    val town = (integer("town_id") references Cities.id)\n    val name = text("name")\n    val age =\n        integer(\n            "age",\n        )\n            .nullable()\n    override val primaryKey = PrimaryKey(id, name = "PK_User")\n}\n',
      'src/main/kotlin/Snowflakes.kt':
        'import org.jetbrains.exposed.dao.id.IdTable\n\nopen class SnowflakeTable(name: String = "", column: String = "id") : IdTable<Long>(name) {\n    override val id: Column<EntityID<Long>> = long(column).entityId()\n}\n',
      'src/main/kotlin/GuildsTable.kt':
        'object GuildsTable : SnowflakeTable() {\n    val region = text("region")\n}\n\nobject Grid : DataTable() {\n    val region = text("region")\n}\n',
    },
    models: [
      'exposed GuildsTable [Guilds] (id:long primary, region:text)',
      'exposed Cities [cities] (id:int primary, name:varchar unique)',
      'exposed Badges [Badges] (id:uuid primary, label:text)',
      'exposed Users [Users] (id:varchar primary, bio:text?, city:reference foreign, boss:varchar? foreign, town:integer foreign, name:text, age:integer?) city>Cities town>Cities',
    ],
  },
};
