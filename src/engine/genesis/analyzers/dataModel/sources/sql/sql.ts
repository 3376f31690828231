import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import type { ModelFact, ModelSource, SchemaStep } from '../../modelFact';
import { cutDownMigration, lineCounter, splitTopLevel, statementsOf, unquote, withoutPlaceholders } from './sqlText';

const name = String.raw`((?:[\`"[]?[\w$]+[\`"\]]?\s?\.\s?){0,2}[\`"[]?[\w$]+[\`"\]]?)`;
const createTable = new RegExp(
  String.raw`^create\s+(?:global\s+|local\s+)?(?:unlogged\s+|foreign\s+)?(temp(?:orary)?\s+)?table\s+(?:if\s+not\s+exists\s+)?${name}\s*\(`,
  'i',
);
/** SQLite's, which hold their columns themselves, unless they index what another table holds. */
const virtualTable = new RegExp(
  String.raw`^create\s+virtual\s+table\s+(?:if\s+not\s+exists\s+)?${name}\s+using\s+fts\d\s*\(`,
  'i',
);
/** One statement may drop several; SQL Server's ends with nothing but the `END` of a block. */
const dropTables = new RegExp(
  String.raw`^drop\s+table\s+(?:if\s+exists\s+)?(${name}(?:\s{0,9},\s{0,9}${name}){0,99})(?=\s|;|$)`,
  'i',
);
/** MySQL and ClickHouse. */
const renameTable = new RegExp(String.raw`^rename\s+table\s+${name}\s+to\s+${name}`, 'i');
const alterTable = new RegExp(String.raw`^alter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?${name}\s+([\s\S]*)$`, 'i');
/** `change` is MySQL's; the type that follows is the column's own in nearly all cases. */
const renameColumn =
  /^(?:rename\s+(?:column\s+)?|change\s+(?:column\s+)?)([`"[]?[\w$]+[`"\]]?)\s+(?:to\s+)?([`"[]?[\w$]+[`"\]]?)(?=\s|$)/i;
/** `key` and `index` are names of columns too: what stands in an index's parentheses is no length of a type. */
const constraint =
  /^(?:constraint\b|primary\s+key\b|foreign\s+key\b|unique\b(?:\s+(?:key|index)\b|(?!\s+\w+\s+\w))|check\s*\(|exclude\s+(?:using\b|\()|(?:index|key)\s*(?:(?:`[^`\n]{1,200}`|"[^"\n]{1,200}"|\[[^\]\n]{1,200}\]|\w{1,100})\s*)?(?:using\s+\w{1,20}\s*)?\(\s*[^\d\s)']|fulltext\b|spatial\b|like\s|period\s+for\b)/i;
const reference = new RegExp(String.raw`\breferences\s+${name}`, 'i');

/** Between quotes a name may hold anything: `[reply-to]`, `"First name"`. */
const columnName = String.raw`([\`"[][^\`"\]\n]{1,100}[\`"\]]|[\w$]+)`;
const typedColumn = new RegExp(
  String.raw`^${columnName}\s+([A-Za-z][\w ]{0,40}?(?:\s?\([^)]{0,80}\))?(?:\s(?:without|with)\s+time\s+zone)?(?:\s?\[\])?)(?=\s+(?:not|null|default|primary|unique|references|check|constraint|collate|generated|auto_increment|autoincrement|comment|on|identity|unsigned|character|encode|as|with)\b|\s*$)`,
  'i',
);
const leadingName = new RegExp(String.raw`^${columnName}(?:\s|$)`);

/** One column definition, or `undefined` for what is none. */
function readColumn(definition: string): { field: DataField; relation?: DataRelation } | undefined {
  // SQL Server may bracket types too: `[Version] [int]`.
  const text = definition.trim().replace(/^(\[[^\]\n]{1,200}\]|[\w$]{1,100})(\s{1,9})\[(\w{1,40})\]/, '$1$2$3');
  const match = typedColumn.exec(text);
  const column = unquote(match?.[1] ?? leadingName.exec(text)?.[1] ?? '');
  if (column === '') return undefined;
  const to = unquote(reference.exec(text)?.[1] ?? '');
  const key = /\bprimary\s+key\b/i.test(text)
    ? 'primary'
    : to
      ? 'foreign'
      : /\bunique\b/i.test(text)
        ? 'unique'
        : undefined;
  const field: DataField = {
    name: column,
    type: (match?.[2] ?? '').replace(/\s+/g, ' ').trim().toLowerCase(),
    ...(key ? { key } : {}),
  };
  return to ? { field, relation: { field: column, to, kind: 'many-to-one' } } : { field };
}

function readCreate(statement: string, open: number, line: number): ModelFact | undefined {
  const [definitions, end] = splitTopLevel(statement, open);
  const fields: DataField[] = [];
  const relations: DataRelation[] = [];
  for (const definition of definitions) {
    const text = definition.trim();
    if (constraint.test(text)) applyConstraint(text, fields, relations);
    else {
      const column = readColumn(text);
      if (column) fields.push(column.field);
      if (column?.relation) relations.push(column.relation);
    }
  }
  const table = unquote(createTable.exec(statement)?.[2] ?? '');
  const bases = [
    ...definitions.flatMap((definition) => copied.exec(definition.trim())?.[1] ?? []),
    ...(/^\)\s*inherits\s*\(([^)]{1,400})\)/i.exec(statement.slice(end))?.[1]?.split(',') ?? []),
  ].map((one) => unquote(one.trim()));
  if (table === '' || fields.length + bases.length === 0) return undefined;
  const endLine = line + (statement.slice(0, end).match(/\n/g)?.length ?? 0);
  const model: ModelFact = { name: table, kind: 'sql', line, endLine, fields, relations, table, role: 'entity' };
  return bases.length === 0 ? model : { ...model, bases };
}

/** `LIKE events INCLUDING ALL` among the columns of a table. */
const copied = new RegExp(String.raw`^like\s+${name}`, 'i');

/** The columns of a virtual table have no types, and its settings stand among them. */
function readVirtual(statement: string, table: string, open: number, line: number): ModelFact | undefined {
  const [definitions, end] = splitTopLevel(statement, open);
  const names = definitions.map(
    (definition) => /^\s*[`"[]?([\w$]+)[`"\]]?(?:\s+unindexed)?\s*$/i.exec(definition)?.[1],
  );
  const fields = names.flatMap((field): DataField[] => (field === undefined ? [] : [{ name: field, type: '' }]));
  if (fields.length === 0 || definitions.some((definition) => /^\s*content\s*=/i.test(definition))) return undefined;
  const endLine = line + (statement.slice(0, end).match(/\n/g)?.length ?? 0);
  return { name: table, kind: 'sql', line, endLine, fields, relations: [], table, role: 'entity' };
}

/** The columns that a constraint names, without the order in which an index has them. */
const columnsIn = (text: string): string[] =>
  (/\(([^)]{1,400})\)/.exec(text)?.[1] ?? '')
    .split(',')
    .map((column) => unquote(column.trim().replace(/\s+(?:asc|desc)$/i, '')));

function applyConstraint(text: string, fields: DataField[], relations: DataRelation[]): void {
  const columns = columnsIn(text);
  const to = unquote(reference.exec(text)?.[1] ?? '');
  const key = /primary\s+key/i.test(text) ? 'primary' : to ? 'foreign' : undefined;
  if (!key) return;
  for (const [index, field] of fields.entries()) {
    if (columns.includes(field.name) && field.key !== 'primary') fields[index] = { ...field, key };
  }
  if (to) relations.push({ field: columns.join(', '), to, kind: 'many-to-one' });
}

/** Keys that dumps and some designers add once all tables are made. */
function readConstraint(table: string, text: string): SchemaStep[] {
  const columns = columnsIn(text);
  const to = unquote(reference.exec(text)?.[1] ?? '');
  if (/primary\s+key/i.test(text)) return [{ op: 'constrain', table, columns, key: 'primary' }];
  if (to === '') return [];
  const relation = { field: columns.join(', '), to, kind: 'many-to-one' as const };
  return [{ op: 'constrain', table, columns, key: 'foreign', relation }];
}

function readAlter(statement: string): SchemaStep[] {
  const match = alterTable.exec(statement);
  const table = unquote(match?.[1] ?? '');
  return actionsOf(match?.[2] ?? '').flatMap((text): SchemaStep[] => {
    const renamed = new RegExp(String.raw`^rename\s+to\s+${name}`, 'i').exec(text)?.[1];
    if (renamed) return [{ op: 'rename', table, to: unquote(renamed) }];
    const [, from, to] = renameColumn.exec(text) ?? [];
    if (from && to) return [{ op: 'rename-field', table, field: unquote(from), to: unquote(to) }];
    const dropped = dropColumn.exec(text)?.[1];
    if (dropped) return [{ op: 'remove', table, field: unquote(dropped) }];
    const added = /^add\s+(?:column\s+)?(?:if\s+not\s+exists\s+)?([\s\S]*)$/i.exec(text)?.[1];
    if (!added) return [];
    if (constraint.test(added)) return readConstraint(table, added);
    const columns = added.startsWith('(') ? splitTopLevel(added, 0)[0] : [added];
    return columns.flatMap((one): SchemaStep[] => {
      const column = readColumn(one);
      return column ? [{ op: 'add', table, ...column }] : [];
    });
  });
}

/** MySQL and PostgreSQL need no `COLUMN`; what else is dropped says what it is. */
const dropColumn =
  /^drop\s+(?:column\s+|(?!(?:column|constraint|primary|foreign|index|key|check|partition|default|period|identity|expression|not|if)\b))(?:if\s+exists\s+)?([`"[]?[\w$]+[`"\]]?)/i;
const verb =
  /^(?:add|drop|rename|alter|modify|change|convert|set|reset|owner|enable|disable|attach|detach|order|engine|auto_increment|default|character|comment|rebuild|switch|inherit|no|validate|cluster|replica|force|partition|truncate|with|without|check|nocheck|lock|algorithm)\b/i;

/** The actions of a statement, each with its verb: SQL Server says it once, as `ADD a int, b int`. */
function actionsOf(text: string): string[] {
  let last = '';
  return splitTopLevel(`(${text})`, 0)[0].map((action) => {
    const own = action.trim();
    const isWhole = verb.test(own) || last === '';
    if (isWhole) last = /^(?:add(?:\s+column)?(?=\s)|drop\s+column\b)/i.exec(own)?.[0] ?? '';
    return isWhole ? own : `${last} ${own}`;
  });
}

/** What the statements of a script do to tables; lines count from the start of the text. */
export function schemaStepsOf(script: string): SchemaStep[] {
  const text = cutDownMigration(withoutPlaceholders(script));
  const lineAt = lineCounter(text);
  return statementsOf(text).flatMap(({ text: statement, offset }): SchemaStep[] => {
    const created = createTable.exec(statement);
    if (created) {
      const model = created[1] ? undefined : readCreate(statement, created[0].length - 1, lineAt(offset));
      return model ? [{ op: 'create', model }] : [];
    }
    const virtual = virtualTable.exec(statement);
    if (virtual) {
      const model = readVirtual(statement, unquote(virtual[1] ?? ''), virtual[0].length - 1, lineAt(offset));
      return model ? [{ op: 'create', model }] : [];
    }
    const dropped = dropTables.exec(statement.trim())?.[1];
    if (dropped !== undefined)
      return dropped.split(',').map((table): SchemaStep => ({ op: 'drop', table: unquote(table.trim()) }));
    if (renameTable.test(statement))
      return statement
        .replace(/^rename\s+table\s/i, '')
        .split(',')
        .flatMap((pair): SchemaStep[] => {
          const renamed = renameTable.exec(`rename table ${pair.trim()}`);
          return renamed ? [{ op: 'rename', table: unquote(renamed[1] ?? ''), to: unquote(renamed[2] ?? '') }] : [];
        });
    return /^alter\s+table\s/i.test(statement) ? readAlter(statement) : [];
  });
}

/** `create`, `alter`, `drop` and `rename` of tables; every other statement is passed over, so that one odd line costs nothing. */
export const sqlSource: ModelSource = {
  id: 'sql',
  // What a workflow loads is there to try an upgrade with.
  // SQLDelight keeps each table beside its queries.
  wants: ({ path }) =>
    !path.startsWith('.github/') &&
    /\.(?:sql|ddl|psql|pgsql|mysql)$|(?:^|\/)sqldelight\/(?:[^/]{1,200}\/){0,20}[^/]{1,200}\.sq$/i.test(path) &&
    !/(?:^|[./_-])(?:down|downgrade|rollback|revert|undo)\.sql$|(?:^|\/)(?:U\d[^/]*\.sql$|(?:down|downgrade|rollbacks?|revert|undo)\/)/i.test(
      path,
    ),
  keyword: /\btable\b/i,
  extract: (file) => ({ steps: schemaStepsOf(file.text) }),
  example: {
    files: {
      'db/1.sql':
        '-- create table ghost (id int);\nCREATE TABLE IF NOT EXISTS public."users" (\n  id serial PRIMARY KEY,\n  email varchar(255) NOT NULL UNIQUE,\n  price numeric(10, 2) DEFAULT 0,\n  team_id int REFERENCES teams (id)\n);\ncreate table `teams` (id int not null, name text default \'a;b, (c\', primary key (id)) engine=InnoDB;\n',
      'other/odd.sql':
        'create table odd (key text primary key, index int, period varchar(9), kind int, KEY by_kind (kind), key (`kind`), UNIQUE KEY odd_UNIQUE (period), UNIQUE INDEX more (kind), INDEX `kind,period` (`kind` ASC, period));\ncreate virtual table if not exists odd_text using fts5(title, body, tokenize = porter);\ncreate virtual table odd_index using fts5(kind, content=odd);\n',
      'data/src/main/sqldelight/shop/cups.sq':
        'import kotlin.collections.List;\n\nCREATE TABLE cups (\n  _id INTEGER NOT NULL PRIMARY KEY,\n  colours TEXT AS List<String>,\n  shelf INTEGER AS Int NOT NULL,\n  FOREIGN KEY(shelf) REFERENCES shelves (_id) ON DELETE CASCADE\n);\n\nall:\nSELECT * FROM cups;\n',
      'server/install.sql':
        "SET ANSI_NULLS ON\nGO\nIF NOT EXISTS (SELECT * FROM sys.objects WHERE name = 'jobs')\nCREATE TABLE [$(Schema)].[jobs] (\n  [Id] INT NOT NULL,\n  CONSTRAINT [PK] PRIMARY KEY CLUSTERED ([Id] ASC)\n)\nPRINT 'made'\nCREATE TABLE #rows (Id int)\nGO\nALTER TABLE [$(Schema)].[jobs] ADD [At] DATETIME NOT NULL, [Note] NVARCHAR(9)\nALTER TABLE jobs DROP CONSTRAINT x\nGO\nEXEC('CREATE TABLE ghost (id int)')\nGO\n",
      'server/asked.sql':
        "IF NOT EXISTS(SELECT 1 FROM sys.tables WHERE name = 'state')\nBEGIN\n  CREATE TABLE [shop].[states](\n    [Version] [int] NOT NULL\n  );\nEND\n",
      'server/asked2.sql':
        "CREATE TABLE [Passing] ([Id] INT)\nGO\nIF EXISTS(SELECT 1 FROM sys.tables WHERE name = 'Passing')\nBEGIN\n  DROP TABLE [Passing]\nEND\nGO\n",
      'parts/1.sql':
        'create table days (id int primary key, made date);\ncreate table old_days (like days including all, why text);\ncreate table holidays (name text) inherits (days);\nalter table old_days add (who text, at date);\nalter table old_days drop why;\n',
      'server/filled.sql':
        'CREATE TABLE {table_prefix}RACKS (ID INT PRIMARY KEY, SHOP INT REFERENCES {table_prefix}SHOPS (ID));\nCREATE TABLE IF NOT EXISTS `#__shops` (id int);\ncreate table /*_*/logs (id int);\ncreate table {schema}.notes (id int);\ncreate table "{{.prefix}}marks" (id int);\ncreate table {table} (id int);\n',
      'server/initial.sql':
        'CREATE TABLE [dbo].[identities] (\n  [identity_id] [int] NOT NULL ,\n  [reply-to] [varchar] (128) NOT NULL\n)\nGO\n',
      'etc/schema.mysql':
        'CREATE TABLE ACL (\n  id INTEGER NOT NULL,\n  Kind varchar(25) NOT NULL, #"User" "Group", "Owner", "Cc"\n\n  Holder integer NOT NULL, #Foreign key to holders, one of them\n  PRIMARY KEY (id)\n);\nCREATE TABLE Classes (id integer, Name text, Disabled int);\nCREATE TABLE Topics (id integer);\n',
      'etc/upgrade/1.2/schema.mysql': 'CREATE TABLE Classes (id integer, Name text, Disabled int, HotList int);\n',
      'db/2.sql':
        'alter table users add column age int, drop column price;\nalter table users rename column email to mail;\nalter table users change team_id squad_id int;\ncreate table gone (id int);\ncreate table lost (id int);\ndrop table if exists gone, public.lost cascade;\n',
    },
    models: [
      'sql cups [cups] (_id:integer primary, colours:text, shelf:integer foreign) shelf>shelves',
      'sql users [users] (id:serial primary, mail:varchar(255) unique, squad_id:int foreign, age:int) squad_id>teams',
      'sql teams [teams] (id:int primary, name:text)',
      'sql ACL [ACL] (id:integer primary, Kind:varchar(25), Holder:integer)',
      'sql Classes [Classes] (id:integer, Name:text, Disabled:int)',
      'sql Topics [Topics] (id:integer)',
      'sql odd [odd] (key:text primary, index:int, period:varchar(9), kind:int)',
      'sql odd_text [odd_text] (title:, body:)',
      'sql days [days] (id:int primary, made:date)',
      'sql old_days [old_days] (id:int primary, made:date, who:text, at:date)',
      'sql holidays [holidays] (id:int primary, made:date, name:text)',
      'sql states [states] (Version:int)',
      'sql RACKS [RACKS] (ID:int primary, SHOP:int foreign) SHOP>shops',
      'sql shops [shops] (id:int)',
      'sql logs [logs] (id:int)',
      'sql notes [notes] (id:int)',
      'sql marks [marks] (id:int)',
      'sql identities [identities] (identity_id:int, reply-to:varchar (128))',
      'sql jobs [jobs] (Id:int primary, At:datetime, Note:nvarchar(9))',
    ],
  },
};
