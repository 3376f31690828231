import type { ModelSource, NamedModel } from '../modelFact';

/** `modelBuilder.Entity("Shop.Orders.Order", b =>` and, within its block, the class whose table it shares. */
const entity = /\bmodelBuilder\.Entity\(\s{0,20}"([\w.+]{1,300})(?:<[^"\n]{0,400})?"|\.HasBaseType\(/g;

/**
 * Entity Framework Core's own list of all entities, which it keeps beside the migrations: classes that a context takes in
 * by calls of other files stand there by their names.
 */
export const efSnapshotSource: ModelSource = {
  id: 'ef-snapshot',
  wants: ({ path }) => /(?:^|\/)Migrations\/(?:[^/]{1,80}\/){0,2}[^/]*ModelSnapshot\.cs$/.test(path),
  keyword: /\bmodelBuilder\.Entity\(/,
  extract({ text }) {
    const named: NamedModel[] = [];
    for (const [, type] of text.matchAll(entity)) {
      // One that only relates what has been named is named again.
      if (type === undefined) named.pop();
      else if (!type.includes('+')) {
        const parts = type.split('.');
        named.push({ kind: 'ef-core', name: parts.at(-1) ?? '', folder: parts.slice(0, -1).join('/') });
      }
    }
    const once = new Map(named.map((one) => [`${one.folder}/${one.name}`, one]));
    return { named: [...once.values()] };
  },
  example: {
    files: {
      'Data/Migrations/ShopContextModelSnapshot.cs':
        'partial class ShopContextModelSnapshot : ModelSnapshot\n{\n    protected override void BuildModel(ModelBuilder modelBuilder)\n    {\n        modelBuilder.Entity("Shop.Orders.Order", b =>\n            {\n                b.Property<int>("Id");\n                b.ToTable("Orders");\n            });\n        modelBuilder.Entity("Shop.Orders.Express", b =>\n            {\n                b.HasBaseType("Shop.Orders.Order");\n            });\n    }\n}\n',
      'Orders/Order.cs': 'namespace Shop.Orders;\npublic class Order\n{\n    public int Id { get; set; }\n}\n',
      'Api/Order.cs': 'namespace Shop.Api;\npublic class Order\n{\n    public string Total { get; set; }\n}\n',
      'Orders/Express.cs':
        'namespace Shop.Orders;\npublic class Express : Order\n{\n    public int Days { get; set; }\n}\n',
    },
    models: ['ef-core Order (Id:int primary)'],
  },
};
