import type { Node } from 'web-tree-sitter';
import type { DataField } from '../../../../../../shared/inventory';
import type { DataModelFacts, ModelSource } from '../../modelFact';
import { childrenOf, descendantsOf, fieldOf, literalOf, textOf } from '../../nodes';
import { argsOf, assignedName, type FieldRead, keyOf, modelOf, scripts } from '../../scriptNodes';

function drizzleField(pair: Node): FieldRead {
  const name = keyOf(pair);
  const value = fieldOf(pair, 'value');
  const text = textOf(value);
  const type = /^([A-Za-z]\w*)/.exec(text)?.[1] ?? '';
  const to = /\.references\(\s*\(\)[^=]{0,40}=>\s*([A-Za-z]\w*)\./.exec(text)?.[1];
  const key = /\.primaryKey\(/.test(text) ? 'primary' : to ? 'foreign' : /\.unique\(/.test(text) ? 'unique' : undefined;
  const field: DataField = {
    name,
    type,
    ...(key ? { key } : {}),
    ...(/\.notNull\(|\.primaryKey\(/.test(text) ? {} : { optional: true }),
  };
  return to ? { field, relation: { field: name, to, kind: 'many-to-one' } } : { field };
}

export const drizzleSource: ModelSource = {
  id: 'drizzle',
  wants: ({ language }) => scripts.has(language),
  keyword: /['"]drizzle-orm\/(?:pg|mysql|sqlite|singlestore|gel)-core['"]/,
  extract(file): DataModelFacts {
    const calls = descendantsOf(file.tree?.rootNode, 'call_expression');
    const models = calls.flatMap((call) => {
      const [nameNode, columns] = argsOf(call);
      const table = literalOf(nameNode);
      // `pgTable`, and what `pgTableCreator` or `pgSchema('x').table` made: a literal name, then an object of columns.
      const maker = textOf(fieldOf(call, 'function'));
      const object =
        columns?.type === 'object'
          ? columns
          : columns?.type === 'arrow_function'
            ? descendantsOf(columns, 'object')[0]
            : undefined;
      if (!/^(?:pg|mysql|sqlite|singlestore)Table$|^create\w*Table$|\.table$/.test(maker) || !table || !object)
        return [];
      return [
        modelOf(call, assignedName(call) ?? table, 'drizzle', childrenOf(object, 'pair').map(drizzleField), table),
      ];
    });
    return { models };
  },
  example: {
    files: {
      'src/schema.ts':
        "import { integer, pgTable, serial, text } from 'drizzle-orm/pg-core';\nexport const users = pgTable('users', {\n  id: serial('id').primaryKey(),\n  email: text('email').notNull().unique(),\n  teamId: integer('team_id').references(() => teams.id),\n});\n",
    },
    models: ['drizzle users [users] (id:serial primary, email:text unique, teamId:integer? foreign) teamId>teams'],
  },
};
