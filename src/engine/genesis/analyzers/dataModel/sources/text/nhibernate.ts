import type { DataField } from '../../../../../../shared/inventory';
import { withoutComments } from '../../../../languages/sourceText';
import type { ModelFact, ModelSource } from '../../modelFact';
import type { FieldRead } from '../../syntax/scriptNodes';
import { textModel } from '../../syntax/textModel';

const notation = { line: '//', block: ['/*', '*/'], quotes: ['"'] } as const;

/** `class OrderMap : ClassMap<Order>` of Fluent NHibernate, `ClassMapping<Order>` of NHibernate itself. */
const mapping =
  /\bclass\s{1,9}\w{1,100}\s{0,9}:\s{0,9}Class(?:Map|Mapping)<\s{0,9}(?:\w{1,80}\.){0,6}(\w{1,100})\s{0,9}>/g;

/** `Id(x => x.Id)`, `Map(x => x.Label)`, `References(x => x.Shop)`. */
const member =
  /\b(Id|Map|Property|References|ManyToOne)\(\s{0,9}(\w{1,40})\s{0,9}=>\s{0,9}\2\.(\w{1,100})\s{0,9}(?=[),])/g;

function readMember(kind: string, name: string): FieldRead {
  if (kind === 'References' || kind === 'ManyToOne')
    return { field: { name, type: '', key: 'foreign' }, relation: { field: name, to: name, kind: 'many-to-one' } };
  const field: DataField = { name, type: '', ...(kind === 'Id' ? { key: 'primary' as const } : {}) };
  return { field };
}

/** NHibernate: classes that say how another one is kept. */
export const nhibernateSource: ModelSource = {
  id: 'nhibernate',
  wants: ({ language }) => language === 'csharp',
  keyword: /:\s{0,9}Class(?:Map|Mapping)</,
  extract(file) {
    if (!/\bNHibernate\b|\bFluentNHibernate\b/.test(file.text)) return {};
    const text = withoutComments(file.text, notation);
    const found = [...text.matchAll(mapping)];
    const models = found.map((match, at): ModelFact => {
      const end = found[at + 1]?.index ?? text.length;
      const body = text.slice(match.index, end);
      const read = [...body.matchAll(member)].map(({ 1: kind = '', 3: name = '' }) => readMember(kind, name));
      const table = /\bTable\(\s{0,9}"(\w{1,100})"/.exec(body)?.[1];
      const last = match.index + body.trimEnd().length - 1;
      return textModel(file, { name: match[1] ?? '', kind: 'nhibernate', start: match.index, end: last, read, table });
    });
    return { models };
  },
  example: {
    files: {
      'Maps/OrderMap.cs':
        'using FluentNHibernate.Mapping;\n\npublic class OrderMap : ClassMap<Models.Order>\n{\n    public OrderMap()\n    {\n        Table("Orders");\n        // Map(x => x.Old);\n        Id(x => x.Id);\n        Map(x => x.Label).Not.Nullable();\n        References(x => x.Shop, "shop_id");\n    }\n}\n',
      'Maps/ShopMap.cs':
        'using NHibernate.Mapping.ByCode.Conformist;\n\npublic class ShopMap : ClassMapping<Shop>\n{\n    public ShopMap()\n    {\n        Id(shop => shop.Id, map => map.Generator(Generators.Native));\n        Property(shop => shop.Name);\n    }\n}\n',
      'Maps/Row.cs': 'using CsvHelper.Configuration;\n\npublic class RowMap : ClassMap<Row>\n{\n}\n',
    },
    models: [
      'nhibernate Order [Orders] (Id: primary, Label:, Shop: foreign) Shop>Shop',
      'nhibernate Shop (Id: primary, Name:)',
    ],
  },
};
