import type { Node } from 'web-tree-sitter';
import type { ModelSource, SchemaStep } from '../../modelFact';
import { childrenOf, descendantsOf, fieldOf, lineOf, literalOf, textOf } from '../../syntax/nodes';
import { argsOf, type FieldRead, keyOf, modelOf, objectOf, scripts } from '../../syntax/scriptNodes';
import { isWayBack } from '../../syntax/wayBack';
import { sequelizeField } from './sequelize';

const owner = /(?:^|\.)(?:queryInterface|context|query|qi)$/i;

function stepOf(call: Node, root: Node): SchemaStep[] {
  const callee = fieldOf(call, 'function');
  if (!owner.test(textOf(fieldOf(callee, 'object'))) || isWayBack(call)) return [];
  const [first, second, third] = argsOf(call);
  const table = literalOf(first);
  const name = literalOf(second);
  if (table === undefined) return [];
  switch (textOf(fieldOf(callee, 'property'))) {
    case 'createTable': {
      const read = childrenOf(objectOf(second, root), 'pair').map(sequelizeField);
      if (read.length === 0) return [];
      const model = { ...modelOf(call, table, 'sequelize', read, table), line: lineOf(first ?? call) };
      return [{ op: 'create', model }];
    }
    case 'dropTable':
      return [{ op: 'drop', table }];
    case 'renameTable':
      return name ? [{ op: 'rename', table, to: name }] : [];
    case 'removeColumn':
      return name ? [{ op: 'remove', table, field: name }] : [];
    case 'renameColumn': {
      const to = literalOf(third);
      return name && to ? [{ op: 'rename-field', table, field: name, to }] : [];
    }
    case 'addColumn':
      return name ? [{ op: 'add', table, ...readAdded(name, third) }] : [];
    default:
      return [];
  }
}

function readAdded(name: string, settings: Node | undefined): FieldRead {
  const pair =
    settings?.type === 'object' ? childrenOf(settings, 'pair').find((item) => keyOf(item) === 'type') : undefined;
  const type = textOf(fieldOf(pair, 'value')) || textOf(settings);
  return { field: { name, type: (/(?:DataTypes|Sequelize|DataType)\.(\w+)/.exec(type)?.[1] ?? type).slice(0, 40) } };
}

/** Sequelize's migrations, folded in order: what no model declares is told as a table. */
export const sequelizeMigrationsSource: ModelSource = {
  id: 'sequelize-migrations',
  wants: ({ language }) => scripts.has(language),
  keyword:
    /\b(?:queryInterface|context|query|qi)\s*\.\s*(?:createTable|addColumn|dropTable|renameTable|renameColumn|removeColumn)\(/i,
  extract(file) {
    const root = file.tree?.rootNode;
    if (root === undefined) return {};
    return { steps: descendantsOf(root, 'call_expression').flatMap((call) => stepOf(call, root)) };
  },
  example: {
    files: {
      'migrations/1-orders.js':
        "module.exports = {\n  async up(queryInterface, Sequelize) {\n    await queryInterface.createTable('order_lines', {\n      id: { type: Sequelize.INTEGER, primaryKey: true },\n      order_id: { type: Sequelize.INTEGER, references: { model: 'orders', key: 'id' } },\n      note: Sequelize.TEXT,\n    });\n  },\n  async down(queryInterface) {\n    await queryInterface.dropTable('order_lines');\n  },\n};\n",
      'migrations/2-orders.js':
        "module.exports = {\n  up: async (queryInterface, Sequelize) => {\n    await queryInterface.addColumn('order_lines', 'amount', { type: Sequelize.DECIMAL(10, 2) });\n    await queryInterface.removeColumn('order_lines', 'note');\n  },\n  down: async (queryInterface) => queryInterface.removeColumn('order_lines', 'amount'),\n};\n",
    },
    models: [
      'sequelize order_lines [order_lines] (id:INTEGER primary, order_id:INTEGER foreign, amount:DECIMAL) order_id>orders',
    ],
  },
};
