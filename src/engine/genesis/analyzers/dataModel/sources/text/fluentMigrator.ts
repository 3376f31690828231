import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import { withoutComments } from '../../../../languages/sourceText';
import type { ModelFact, ModelSource, SchemaStep } from '../../modelFact';

const notation = { line: '//', block: ['/*', '*/'], quotes: ['"'] } as const;

const argument = (call: string, method: string): string | undefined =>
  new RegExp(`\\.${method}\\(\\s{0,20}"(\\w{1,100})"`).exec(call)?.[1];

/** `"id").AsGuid().PrimaryKey()`: what follows `WithColumn(` up to the next column. */
function readColumn(text: string): { field: DataField; relation?: DataRelation } | undefined {
  const name = /^\s{0,20}"(\w{1,100})"/.exec(text)?.[1];
  if (name === undefined) return undefined;
  const type = /\.As(\w{1,40})\(/.exec(text)?.[1] ?? '';
  const pointing = /\.(?:ForeignKey|References)\(([^()]{0,300})\)/.exec(text)?.[1];
  const named = [...(pointing ?? '').matchAll(/"(\w{1,100})"/g)].map((match) => match[1] ?? '');
  // The table stands before its column, a name of the key before both.
  const to = named.at(-2);
  const key = /\.PrimaryKey\(/.test(text) ? 'primary' : to ? 'foreign' : /\.Unique\(/.test(text) ? 'unique' : undefined;
  const field: DataField = {
    name,
    type,
    ...(key ? { key } : {}),
    ...(/\.Nullable\(/.test(text) ? { optional: true } : {}),
  };
  return to === undefined ? { field } : { field, relation: { field: name, to, kind: 'many-to-one' } };
}

/** Programs write ways of their own to make a column: `WithKeyColumn("id")`. What else follows `With` ends a column. */
const columnsIn = (chain: string): NonNullable<ReturnType<typeof readColumn>>[] =>
  chain.split(/\.With(?=[A-Z])/).flatMap((part) => {
    const column = /^\w{0,60}Column\(/.exec(part)?.[0];
    return column === undefined ? [] : (readColumn(part.slice(column.length)) ?? []);
  });

/** One statement of the way up: `Create.Table("x").WithColumn("id")…`. */
function stepsOf(statement: string, line: number): SchemaStep[] {
  const chain = statement.replace(/\s+(?=\.)/g, '');
  const [, way = '', made] = /\bCreate\s?\.(Table\w{0,60})\(\s{0,20}"(\w{1,100})"/.exec(chain) ?? [];
  if (made !== undefined) {
    const read = columnsIn(chain);
    const model = {
      name: made,
      kind: 'fluent-migrator',
      line,
      endLine: line + statement.trimEnd().split('\n').length - 1,
      fields: read.map(({ field }) => field),
      relations: read.flatMap(({ relation }) => relation ?? []),
      table: made,
      role: 'entity' as const,
      ...(way === 'Table' ? {} : { bases: [way] }),
    };
    return [{ op: 'create', model }];
  }
  const altered = /\bAlter\.Table\(\s{0,20}"(\w{1,100})"/.exec(chain)?.[1];
  if (altered !== undefined)
    return chain
      .split('.AddColumn(')
      .slice(1)
      .flatMap((column) => readColumn(column) ?? [])
      .map((read): SchemaStep => ({ op: 'add', table: altered, ...read }));
  const dropped = /\bDelete\.Table\(\s{0,20}"(\w{1,100})"/.exec(chain)?.[1];
  if (dropped !== undefined) return [{ op: 'drop', table: dropped }];
  const renamed = /\bRename\.Table\(\s{0,20}"(\w{1,100})"/.exec(chain)?.[1];
  const to = argument(chain, 'To');
  if (renamed !== undefined && to !== undefined) return [{ op: 'rename', table: renamed, to }];
  const from = argument(chain, 'FromTable');
  if (/\bDelete\.Column\(/.test(chain) && from !== undefined)
    return [...chain.matchAll(/\.Column\(\s{0,20}"(\w{1,100})"/g)].map(
      (match): SchemaStep => ({ op: 'remove', table: from, field: match[1] ?? '' }),
    );
  const field = /\bRename\.Column\(\s{0,20}"(\w{1,100})"/.exec(chain)?.[1];
  const owner = argument(chain, 'OnTable');
  if (field !== undefined && owner !== undefined && to !== undefined)
    return [{ op: 'rename-field', table: owner, field, to }];
  const added = /\bCreate\.Column\(/.test(chain)
    ? readColumn(chain.slice(chain.indexOf('Create.Column(') + 14))
    : undefined;
  return added !== undefined && owner !== undefined ? [{ op: 'add', table: owner, ...added }] : [];
}

/** `static … TableForModel(this ICreateExpressionRoot root, string name)`: a way of the program to make a table, with the columns it gives. */
function ownWays(text: string): ModelFact[] {
  return [...text.matchAll(ownWay)].map((match) => {
    const body = text.slice(match.index + match[0].length, match.index + 1500);
    const end = body.indexOf(';');
    const read = columnsIn((end < 0 ? '' : body.slice(0, end)).replace(/\s+(?=\.)/g, ''));
    const line = text.slice(0, match.index).split('\n').length;
    return {
      name: match[1] ?? '',
      kind: 'fluent-migrator',
      line,
      endLine: line,
      fields: read.map(({ field }) => field),
      relations: [],
      role: 'base',
    };
  });
}

const ownWay = /\b(Table\w{1,60})\(\s{0,20}this\s{1,20}ICreateExpressionRoot\b/g;

/** FluentMigrator, which programs of .NET without a mapper make their tables with. */
export const fluentMigratorSource: ModelSource = {
  id: 'fluent-migrator',
  wants: ({ language }) => language === 'csharp',
  keyword: /\busing FluentMigrator\b/,
  extract(file) {
    const text = withoutComments(file.text, notation);
    const models = ownWays(text);
    if (models.length > 0) return { models };
    // A class of the program around all steps may call the way up anything that ends so.
    const start = text.search(/\bvoid (?:\w{0,60}Upgrade|Up)\(\)/);
    if (start < 0) return {};
    const after = text.slice(start);
    const end = after.search(/\bvoid Down\(\)/);
    let line = text.slice(0, start).split('\n').length;
    const steps = (end < 0 ? after : after.slice(0, end)).split(';').flatMap((statement) => {
      const at = Math.max(0, statement.search(/\b(?:Create|Alter|Delete|Rename)\b/));
      const found = stepsOf(statement.slice(at), line + statement.slice(0, at).split('\n').length - 1);
      line += statement.split('\n').length - 1;
      return found;
    });
    return steps.length > 0 ? { steps } : {};
  },
  example: {
    files: {
      'Migrations/0001_Initial.cs':
        'using FluentMigrator;\n\n[Migration(1)]\npublic class Initial : Migration\n{\n  public override void Up()\n  {\n    Create.Table("users")\n      .WithColumn("id").AsGuid().NotNullable().PrimaryKey()\n      .WithColumn("email").AsString(80).Unique();\n    Create.Table("orders")\n      .WithColumn("id").AsInt64().PrimaryKey().Identity()\n      .WithColumn("user_id").AsGuid().ForeignKey("fk", "users", "id")\n      .WithColumn("note").AsString().Nullable();\n    Create.Table("old").WithColumn("id").AsInt32();\n    Create.Table("tags").WithColumn("name").AsString().WithKeyColumn("order_id").ForeignKey("orders", "id").WithStamps();\n  }\n\n  public override void Down()\n  {\n    Delete.Table("users");\n  }\n}\n',
      'Migrations/0002_More.cs':
        'using FluentMigrator;\n\n[Migration(2)]\npublic class More : Migration\n{\n  public override void Up()\n  {\n    Alter.Table("orders").AddColumn("paid").AsBoolean();\n    Delete.Column("note").FromTable("orders");\n    Delete.Table("old");\n  }\n\n  public override void Down()\n  {\n  }\n}\n',
      'Stock/Ways.cs':
        'using FluentMigrator;\n\npublic static class Ways\n{\n  public static IColumns TableForModel(this ICreateExpressionRoot root, string name)\n  {\n    return root.Table(name).WithColumn("Id").AsInt32().PrimaryKey().Identity();\n  }\n}\n',
      'Stock/Steps/001_first.cs':
        'using FluentMigrator;\n\n[Migration(1)]\npublic class First : OwnStep\n{\n  protected override void MainDbUpgrade()\n  {\n    Create.TableForModel("Shelves")\n      .WithColumn("Label").AsString()\n      .WithColumn("Row").AsInt32().WithColumn("Side").AsInt32();\n    Delete.Column("Row").Column("Side").FromTable("Shelves");\n    Rename.Column("Label").OnTable("Shelves").To("Title");\n  }\n}\n',
    },
    models: [
      'fluent-migrator users [users] (id:Guid primary, email:String unique)',
      'fluent-migrator orders [orders] (id:Int64 primary, user_id:Guid foreign, paid:Boolean) user_id>users',
      'fluent-migrator tags [tags] (name:String, order_id: foreign) order_id>orders',
      'fluent-migrator Shelves [Shelves] (Id:Int32 primary, Title:String)',
    ],
  },
};
