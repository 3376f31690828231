import type { Node } from 'web-tree-sitter';
import type { DataField } from '../../../../../shared/inventory';
import type { DataModelFacts, ModelSource } from '../modelFact';
import { childOf, childrenOf, descendantsOf, fieldOf, lineOf, literalOf, textOf } from '../nodes';
import { argsOf, type FieldRead, modelOf, scripts } from '../scriptNodes';

function knexColumn(statement: Node): FieldRead | undefined {
  const text = statement.text;
  const match = /^\s*\w+\s*\.\s*(\w+)\(\s*['"`]([\w-]+)['"`]/.exec(text);
  const [, type = '', name = ''] = match ?? [];
  if (
    !match ||
    /^(?:primary|unique|index|foreign|dropColumn|renameColumn|dropIndex|dropForeign|comment|dropUnique|engine|charset|collate|inherits)$/.test(
      type,
    )
  ) {
    return /^\s*\w+\s*\.\s*increments\(\s*\)/.test(text)
      ? { field: { name: 'id', type: 'increments', key: 'primary' } }
      : undefined;
  }
  const to =
    /\.references\(\s*['"`][\w-]+['"`]\s*\)\s*\.inTable\(\s*['"`]([\w-]+)['"`]/.exec(text)?.[1] ??
    /\.references\(\s*['"`]([\w-]+)\.[\w-]+['"`]/.exec(text)?.[1];
  const key =
    /^(?:big)?increments$/i.test(type) || /\.primary\(/.test(text)
      ? 'primary'
      : to
        ? 'foreign'
        : /\.unique\(/.test(text)
          ? 'unique'
          : undefined;
  const field: DataField = { name, type, ...(key ? { key } : {}) };
  return to ? { field, relation: { field: name, to, kind: 'many-to-one' } } : { field };
}

/** True inside the way back: `exports.down`, `export async function down`. */
function isDown(node: Node): boolean {
  for (let at: Node | null = node; at; at = at.parent) {
    if (at.type === 'assignment_expression' && /(?:^|\.)down$/.test(textOf(fieldOf(at, 'left')))) return true;
    if (
      /^(?:function_declaration|method_definition|variable_declarator|pair)$/.test(at.type) &&
      /^down$/.test(textOf(fieldOf(at, 'name') ?? fieldOf(at, 'key')))
    )
      return true;
  }
  return false;
}

export const knexSource: ModelSource = {
  id: 'knex',
  wants: ({ language }) => scripts.has(language),
  keyword: /\.(?:createTable|createTableIfNotExists|dropTable|alterTable|table)\(/,
  extract(file) {
    const steps = descendantsOf(file.tree?.rootNode, 'call_expression').flatMap(
      (call): NonNullable<DataModelFacts['steps']>[number][] => {
        const method = textOf(fieldOf(fieldOf(call, 'function'), 'property'));
        const [nameNode, build] = argsOf(call);
        const table = literalOf(nameNode);
        if (
          !table ||
          !/^(?:createTable|createTableIfNotExists|dropTable|dropTableIfExists|table|alterTable)$/.test(method) ||
          isDown(call)
        )
          return [];
        if (method.startsWith('drop')) return [{ op: 'drop', table }];
        const body = build && /function|arrow/.test(build.type) ? childOf(build, 'statement_block') : undefined;
        const read = childrenOf(body, 'expression_statement').flatMap((statement) => knexColumn(statement) ?? []);
        if (read.length === 0) return [];
        if (method.startsWith('create'))
          return [
            { op: 'create', model: { ...modelOf(call, table, 'knex', read, table), line: lineOf(nameNode ?? call) } },
          ];
        return read.map((column) => ({ op: 'add' as const, table, ...column }));
      },
    );
    return { steps };
  },
  example: {
    files: {
      'migrations/1_users.js':
        "exports.up = (knex) => knex.schema.createTable('users', (table) => {\n  table.increments('id');\n  table.string('email').notNullable().unique();\n  table.integer('team_id').references('id').inTable('teams');\n  table.unique(['email', 'team_id']);\n});\nexports.down = (knex) => knex.schema.dropTable('users');\n",
    },
    models: ['knex users [users] (id:increments primary, email:string unique, team_id:integer foreign) team_id>teams'],
  },
};
