import type { Node } from 'web-tree-sitter';
import type { DataField, DataRelation } from '../../../../../shared/inventory';
import type { DataModelFacts, ModelFact, ModelSource, NamedModel } from '../modelFact';
import { childOf, childrenOf, descendantsOf, endLineOf, fieldOf, lineOf, textOf } from '../syntax/nodes';
import { type DotnetKind, ignored, keyMark, mapperOf, noColumn } from './dotnetMappers';

const attributesOf = (node: Node): string[] =>
  childrenOf(node, 'attribute_list').flatMap((list) => childrenOf(list, 'attribute').map((item) => item.text));
const collection =
  /^(?:I?(?:List|Collection|Enumerable|ReadOnlyCollection|ReadOnlyList|Set)|HashSet|ObservableCollection)<\s*([\w.]+)\s*>$/;

function readProperty(property: Node, className: string): { field: DataField; relation?: DataRelation } | undefined {
  // What answers for an interface alone stands beside the property itself.
  if (childOf(property, 'explicit_interface_specifier')) return undefined;
  const attributes = attributesOf(property);
  const accessors = textOf(fieldOf(property, 'accessors'));
  // What has no setter of any kind is computed, and EF does not store it.
  if (!/\b(?:set|init)\b/.test(accessors) && !collection.test(textOf(fieldOf(property, 'type')))) return undefined;
  if (
    attributes.some((text) => noColumn.test(text) || ignored.test(text)) ||
    /\bstatic\b/.test(childrenOf(property, 'modifier').map(textOf).join(' '))
  )
    return undefined;
  const listed = collection.exec(textOf(fieldOf(property, 'type')))?.[1] ?? '';
  // Of things that are only known by an interface (events, rules) no table is made.
  if (/^I[A-Z][a-z]/.test(listed)) return undefined;
  const isMarked = attributes.some((text) => keyMark.test(text));
  return fieldRead(textOf(fieldOf(property, 'name')), textOf(fieldOf(property, 'type')), className, isMarked);
}

function fieldRead(
  name: string,
  type: string,
  className: string,
  isMarked: boolean,
): { field: DataField; relation?: DataRelation } {
  const isPrimary = isMarked || name === 'Id' || name === `${className}Id`;
  const field: DataField = {
    name,
    type: type.replace(/\?$/, ''),
    ...(isPrimary ? { key: 'primary' as const } : {}),
    ...(type.endsWith('?') ? { optional: true } : {}),
  };
  const many = collection.exec(type)?.[1];
  if (many !== undefined) return { field, relation: { field: name, to: many, kind: 'one-to-many' } };
  // What is of no entity's type leads nowhere once all files are read.
  return reference.test(field.type) && !isPrimary
    ? { field, relation: { field: name, to: field.type.split('.').at(-1) ?? '', kind: 'many-to-one' } }
    : { field };
}

/** A type that may be another class of the project. */
const reference =
  /^(?:[A-Z]\w{0,80}\.){0,6}(?!(?:Guid|String|DateTime|DateOnly|Decimal|Int32|Int64|Boolean|Uri)$)[A-Z]\w{1,80}$/;

/** Columns that a user of ASP.NET Core Identity has without a word, those that people ask for. */
const identityFields: readonly DataField[] = [
  { name: 'Id', type: 'string', key: 'primary' },
  { name: 'UserName', type: 'string', optional: true },
  { name: 'Email', type: 'string', optional: true },
  { name: 'PhoneNumber', type: 'string', optional: true },
];

const roleFields: readonly DataField[] = [
  { name: 'Id', type: 'string', key: 'primary' },
  { name: 'Name', type: 'string', optional: true },
];

/** What a record is made of: `record Coin(int Id, decimal Worth)`. */
function componentsOf(node: Node, record: string): { field: DataField; relation?: DataRelation }[] {
  if (node.type !== 'record_declaration') return [];
  const list = childOf(node, 'parameter_list') ?? fieldOf(node, 'parameters');
  return childrenOf(list, 'parameter').map((parameter) =>
    fieldRead(textOf(fieldOf(parameter, 'name')), textOf(fieldOf(parameter, 'type')), record, false),
  );
}

/** The namespace that a class is declared in, be it that of the file or a block around it. */
function namespaceOf(node: Node): string | undefined {
  for (let around = node.parent; around !== null; around = around.parent) {
    if (around.type === 'namespace_declaration') return textOf(fieldOf(around, 'name'));
    const ofFile = childOf(around, 'file_scoped_namespace_declaration');
    if (ofFile) return textOf(fieldOf(ofFile, 'name'));
  }
  return undefined;
}

function readClass(node: Node, { kind, table: marks }: ReturnType<typeof mapperOf>): ModelFact | undefined {
  const name = textOf(fieldOf(node, 'name'));
  const bases = childrenOf(childOf(node, 'base_list')).map((base) =>
    textOf(base)
      .replace(/<[\s\S]*$/, '')
      .replace(/\([\s\S]*$/, ''),
  );
  const read = [
    ...componentsOf(node, name),
    ...childrenOf(fieldOf(node, 'body'), 'property_declaration').flatMap(
      (property) => readProperty(property, name) ?? [],
    ),
  ];
  const isOf = (name: RegExp): boolean => bases.some((base) => name.test(base));
  const line = lineOf(fieldOf(node, 'name') ?? node);
  const lent = isOf(/(?:^|\.)IdentityUser$/)
    ? identityFields.map((field) => ({ ...field, line, lentBy: 'IdentityUser' }))
    : isOf(/(?:^|\.)IdentityRole$/)
      ? roleFields
      : [];
  if (read.length === 0 && bases.length === 0) return undefined;
  const namespace = namespaceOf(node);
  const marked = attributesOf(node)
    .map((text) => marks.exec(text))
    .find((match) => match !== null);
  const table = marked?.[1];
  return {
    name,
    kind,
    line,
    endLine: endLineOf(node),
    fields: [...lent, ...read.map(({ field }) => field)],
    relations: read.flatMap(({ relation }) => relation ?? []),
    role: childrenOf(node, 'modifier').some((modifier) => modifier.text === 'abstract')
      ? 'base'
      : marked
        ? 'entity'
        : 'candidate',
    ...(table ? { table } : {}),
    ...(namespace ? { aliases: [`${namespace}.${name}`] } : {}),
    ...(bases.length > 0 ? { bases } : {}),
  };
}

/**
 * What a context or a configuration says, in the order of the text: types it names (`DbSet<Order>`,
 * `IEntityTypeConfiguration<Order>`, `.Entity<Order>(`, `.OwnsMany<Line>(`), then their table and the columns that no
 * property of the class shows.
 */
const naming =
  /(?:\b(?:DbSet|IEntityTypeConfiguration|EntityTypeBuilder|\.Entity|OwnsMany|IdentityDbContext)|\.UsingEntity)<\s*([\w.]+)[^>;{]{0,60}>|\.ToTable\(\s*"([^"]{1,100})"|\.Property<\s*([\w.?<>[\]]{1,80}?)\s*>\(\s*"(\w{1,100})"\s*\)(?:\s*\.HasColumnName\(\s*"(\w{1,100})")?|\.(?:OwnsOne|UsingEntity)\b|\.HasKey\(\s*(?:\w{1,40}\s*=>\s*(?:new\s*\{([^}]{1,300})\}|\w{1,40}\.(\w{1,80}))|((?:nameof\([\w.]{1,100}\)|"\w{1,80}"|[,\s]){1,20}))\s*\)/g;

interface NamedType {
  readonly kind: string;
  readonly name: string;
  table?: string;
  keys?: string[];
  readonly fields: DataField[];
}

function namedTypes(text: string, kind: DotnetKind): NamedModel[] {
  const found: NamedType[] = [];
  const main = /EntityTypeBuilder<[^>;{]{1,100}>\s{1,9}(\w{1,40})/.exec(text)?.[1];
  // Mappers of another kind say `.Entity<Order>("Orders")`, without a context or a builder of EF anywhere.
  const isOther = !/\b(?:EntityFramework|DbContext|(?:Db)?ModelBuilder|EntityTypeBuilder|FreeSql)/.test(text);
  let [inPart, tied, at] = [false, false, 0];
  let tie: NamedType | undefined;
  for (const match of text.matchAll(naming)) {
    const [whole, type, table, fieldType = '', property, column, several, one, listed] = match;
    // A further statement of the configuration is about its own type again, not about one that ties two together.
    const isBack =
      main !== undefined &&
      tied &&
      text
        .slice(at, match.index)
        .split(';')
        .slice(1)
        .some((one) => one.trim().startsWith(`${main}.`) || one.trim() === main);
    if (isBack) [tied, inPart] = [false, false];
    at = match.index + whole.length;
    const last = found.findLast((one) => tied || one !== tie);
    if (isOther && whole.startsWith('.Entity')) continue;
    if (type !== undefined) {
      const one: NamedType = { kind, name: type.split('.').at(-1) ?? '', fields: [] };
      found.push(one);
      inPart = false;
      tied = whole.startsWith('.UsingEntity');
      if (tied) tie = one;
    } else if (/^\.(?:OwnsOne|UsingEntity)$/.test(whole)) inPart = true;
    else if (table !== undefined && last && !inPart) last.table ??= table;
    else if (whole.startsWith('.HasKey') && last && !inPart)
      last.keys ??= [...(several ?? one ?? listed ?? '').matchAll(/(\w+)\s*(?=[,)"]|$)/g)].map(([, name = '']) => name);
    else if (property !== undefined && last && !inPart)
      last.fields.push({
        name: column ?? property.replace(/^_/, ''),
        type: fieldType.replace(/\?$/, ''),
        ...(fieldType.endsWith('?') ? { optional: true } : {}),
      });
  }
  return found.map(({ fields, ...named }) => (fields.length > 0 ? { ...named, fields } : named));
}

/** Entity Framework Core: plain classes that a `DbContext` names. */
export const efcoreSource: ModelSource = {
  id: 'ef-core',
  wants: ({ language, path }) => language === 'csharp' && !/(?:^|\/)Migrations\//.test(path),
  keyword: /\b(?:class|record)\b/,
  extract(file): DataModelFacts {
    const mapper = mapperOf(file.text);
    const named = namedTypes(file.text, mapper.kind);
    // A user of ASP.NET Core Identity needs no property of its own, nor does a base between two others.
    const hasProperties =
      /\{\s*get\b[^}]{0,60}\}|:\s*Identity(?:User|Role)\b|\bclass\s{1,9}\w{1,100}\s{0,9}:[^{};]{1,300}\{\s{0,99}\}|\babstract\s+(?:partial\s+)?(?:class|record)\b|\brecord\s+(?:class\s+)?\w{1,100}\s{0,9}\(/.test(
        file.text,
      );
    if (!hasProperties) return named.length > 0 ? { named } : {};
    const nodes = descendantsOf(file.tree?.rootNode, 'class_declaration', 'record_declaration');
    const models = nodes
      .flatMap((node) => readClass(node, mapper) ?? [])
      .filter((model) => !/Context$/.test(model.bases?.join(' ') ?? ''));
    return { ...(named.length > 0 ? { named } : {}), ...(models.length > 0 ? { models } : {}) };
  },
  example: {
    files: {
      'Data/ShopContext.cs':
        'using Microsoft.EntityFrameworkCore;\npublic class ShopContext : DbContext\n{\n    public DbSet<Order> Orders => Set<Order>();\n    public DbSet<Gift> Gifts => Set<Gift>();\n    public DbSet<Shelf> Shelves => Set<Shelf>();\n}\n',
      'Data/OrderLineConfiguration.cs':
        'class OrderLineConfiguration : IEntityTypeConfiguration<OrderLine>\n{\n    public void Configure(EntityTypeBuilder<OrderLine> builder)\n    {\n        builder.ToTable("lines", "shop");\n        builder.HasKey(line => new { line.Amount, line.Code });\n        builder.HasMany(line => line.Tags).WithMany().UsingEntity<LineTag>(tag => tag.HasKey(x => x.Amount));\n        builder.Property<string?>("_label").HasColumnName("Label");\n    }\n}\n',
      'Models/OrderLine.cs':
        'public class OrderLine : Entity\n{\n    private string _label;\n    public int Amount { get; private set; }\n    public string Code { get; set; }\n    public Order? Whole { get; set; }\n    public Status Status { get; set; }\n}\n',
      'Settings/FreeSqlContext.cs':
        'using FreeSql;\npublic class FreeSqlContext : DbContext\n{\n    public DbSet<Setting> Settings { get; set; }\n}\n',
      'Settings/Setting.cs':
        'using System;\nusing FreeSql.DataAnnotations;\n[Table(Name = "setting")]\npublic class Setting\n{\n    public int Id { get; set; }\n}\n',
      'Scores/Score.cs':
        'using Dapper.Contrib.Extensions;\n\n[Table("scores")]\npublic class Score\n{\n    [ExplicitKey]\n    public int Number { get; set; }\n    [Write(false)]\n    public string Told { get; set; }\n}\n',
      'Scores/Level.cs':
        'using SqlSugar;\n\n[SugarTable]\npublic class Level\n{\n    [SugarColumn(IsPrimaryKey = true)]\n    public int Code { get; set; }\n    [SugarColumn(IsIgnore = true)]\n    public string Told { get; set; }\n}\n',
      'Data/UserContext.cs': 'public class UserContext : IdentityDbContext<Member>\n{\n}\n',
      'Models/Member.cs': 'public class Member : IdentityUser\n{\n}\n',
      'Models/Entity.cs':
        'public abstract class Base<TId>\n{\n    public TId Id { get; protected set; }\n    public IReadOnlyCollection<IEvent> Events => _events;\n}\n',
      'Models/Gift.cs': 'public class Gift : Tagged<int>\n{\n}\n',
      'Models/Tagged.cs': 'public abstract class Tagged<T> : Entity\n{\n    public string Tag { get; set; }\n}\n',
      'Models/Root.cs': 'public abstract class Entity : Base<int>\n{\n}\n',
      'Data/Models/Shelf.cs':
        'namespace Shop.Data.Models;\npublic class Shelf : Core.Things.Shelf\n{\n    public int Row { get; set; }\n}\n',
      'Core/Things/Shelf.cs':
        'namespace Shop.Core.Things\n{\n    public class Shelf\n    {\n        public int Id { get; set; }\n        public string Label { get; set; }\n    }\n}\n',
      'Models/Order.cs':
        'public class Order : Entity\n{\n    public string? Note { get; set; }\n    public decimal Total => 1;\n    public ICollection<OrderLine> Lines { get; } = new List<OrderLine>();\n}\npublic class OrderDto\n{\n    public int Id { get; set; }\n}\n',
    },
    models: [
      'ef-core Shelf (Id:int primary, Label:string, Row:int)',
      'ef-core Gift (Id:TId primary, Tag:string)',
      'ef-core Member (Id:string primary, UserName:string?, Email:string?, PhoneNumber:string?)',
      'ef-core Order (Id:TId primary, Note:string?, Lines:ICollection<OrderLine>) Lines>OrderLine',
      'ef-core OrderLine [lines] (Id:TId, Amount:int primary, Code:string primary, Whole:Order?, Status:Status, Label:string?) Whole>Order',
      'sqlsugar Level (Code:int primary)',
      'dapper Score [scores] (Number:int primary)',
      'freesql Setting [setting] (Id:int primary)',
    ],
  },
};
