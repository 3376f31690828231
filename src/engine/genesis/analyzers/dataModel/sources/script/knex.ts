import type { Node } from 'web-tree-sitter';
import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import type { ModelSource, SchemaStep } from '../../modelFact';
import { childrenOf, descendantsOf, fieldOf, lineOf, literalOf, textOf } from '../../syntax/nodes';
import { argsOf, type FieldRead, modelOf, scripts } from '../../syntax/scriptNodes';
import { isWayBack } from '../../syntax/wayBack';

const noColumns =
  /^(?:primary|unique|index|foreign|drop\w*|comment|engine|charset|collate|inherits|setNullable|check\w*|queryContext)$/;

/** What one statement of a table's plan does; `table` is filled in by the caller. */
type Change =
  | { readonly add: FieldRead }
  | { readonly remove: readonly string[] }
  | { readonly rename: readonly [from: string, to: string] }
  | { readonly point: DataRelation };

interface Link {
  readonly method: string;
  readonly args: readonly Node[];
}

/** `table.string('email').unique()` → [string('email'), unique()]. */
function chainOf(expression: Node | undefined): Link[] {
  const links: Link[] = [];
  for (let at = expression; at?.type === 'call_expression'; at = fieldOf(fieldOf(at, 'function'), 'object'))
    links.unshift({ method: textOf(fieldOf(fieldOf(at, 'function'), 'property')), args: argsOf(at) });
  return links;
}

/** A literal, or the last name of a constant such as `TableName.Users`. */
const nameOf = (node: Node | undefined): string | undefined =>
  literalOf(node) ?? /^[A-Z]\w*\.([A-Z]\w*)$/.exec(textOf(node))?.[1];

function targetOf(rest: readonly Link[]): string | undefined {
  const inTable = rest.find(({ method }) => method === 'inTable' || method === 'on');
  const references = literalOf(rest.find(({ method }) => method === 'references')?.args[0]);
  return nameOf(inTable?.args[0]) ?? (references?.includes('.') ? references.split('.').at(-2) : undefined);
}

function columnOf(name: string, type: string, rest: readonly Link[]): Change {
  const has = (method: string): boolean => rest.some((link) => link.method === method);
  const to = targetOf(rest);
  const isPrimary = /^(?:big)?increments$/i.test(type) || has('primary');
  const key = isPrimary ? 'primary' : to ? 'foreign' : has('unique') ? 'unique' : undefined;
  const field: DataField = { name, type, ...(key ? { key } : {}) };
  return { add: to ? { field, relation: { field: name, to, kind: 'many-to-one' } } : { field } };
}

function readStatement(statement: Node): Change[] {
  const expression = statement.type === 'expression_statement' ? (statement.namedChild(0) ?? undefined) : statement;
  const [maker, ...rest] = chainOf(
    expression?.type === 'await_expression' ? (expression.namedChild(0) ?? undefined) : expression,
  );
  // What is altered stays a column of its name.
  if (!maker || rest.some(({ method }) => method === 'alter')) return [];
  const { method, args } = maker;
  const names = args
    .flatMap((arg) => (arg.type === 'array' ? childrenOf(arg) : [arg]))
    .flatMap((arg) => literalOf(arg) ?? []);
  const [name, to] = names;
  if (/^dropColumns?$/.test(method)) return [{ remove: names }];
  if (method === 'dropTimestamps') return [{ remove: ['created_at', 'updated_at'] }];
  if (method === 'renameColumn') return name && to ? [{ rename: [name, to] }] : [];
  if (method === 'timestamps' || method === 'timestampsTz')
    return ['created_at', 'updated_at'].map((stamp) => ({ add: { field: { name: stamp, type: 'timestamp' } } }));
  if (method === 'foreign') {
    const target = targetOf(rest);
    return name && target ? [{ point: { field: name, to: target, kind: 'many-to-one' } }] : [];
  }
  if (name === undefined)
    return method === 'increments' ? [columnOf('id', method, [...rest, { method: 'primary', args: [] }])] : [];
  return noColumns.test(method) || !/^[\w-]+$/.test(name) ? [] : [columnOf(name, method, rest)];
}

function changesOf(build: Node | undefined): Change[] {
  if (build === undefined || !/function|arrow/.test(build.type)) return [];
  const body = fieldOf(build, 'body');
  if (body?.type !== 'statement_block') return body ? readStatement(body) : [];
  // The statements of the plan itself, those inside a condition too, and not those of functions within.
  return descendantsOf(body, 'expression_statement').flatMap(readStatement);
}

const made = (changes: readonly Change[]): FieldRead[] => {
  const points = changes.flatMap((change) => ('point' in change ? change.point : []));
  return changes.flatMap((change) => {
    if (!('add' in change)) return [];
    const relation = points.find(({ field }) => field === change.add.field.name);
    return relation ? { field: { ...change.add.field, key: 'foreign' as const }, relation } : change.add;
  });
};

function alteration(table: string, change: Change): SchemaStep[] {
  if ('add' in change) return [{ op: 'add', table, ...change.add }];
  if ('remove' in change) return change.remove.map((field) => ({ op: 'remove', table, field }));
  if ('rename' in change) return [{ op: 'rename-field', table, field: change.rename[0], to: change.rename[1] }];
  return [{ op: 'constrain', table, columns: [change.point.field], key: 'foreign', relation: change.point }];
}

function stepsOf(call: Node): SchemaStep[] {
  const method = textOf(fieldOf(fieldOf(call, 'function'), 'property'));
  if (!/^(?:createTable(?:IfNotExists)?|dropTable(?:IfExists)?|renameTable|table|alterTable)$/.test(method)) return [];
  const [nameNode, build] = argsOf(call);
  const table = nameOf(nameNode);
  if (!table || isWayBack(call)) return [];
  if (method.startsWith('drop')) return [{ op: 'drop', table }];
  if (method === 'renameTable') {
    const to = nameOf(build);
    return to ? [{ op: 'rename', table, to }] : [];
  }
  const changes = changesOf(build);
  if (!method.startsWith('create')) return changes.flatMap((change) => alteration(table, change));
  const read = made(changes);
  if (read.length === 0) return [];
  return [{ op: 'create', model: { ...modelOf(call, table, 'knex', read, table), line: lineOf(nameNode ?? call) } }];
}

const argumentsAt = (call: Node): number => fieldOf(call, 'arguments')?.startIndex ?? call.startIndex;

export const knexSource: ModelSource = {
  id: 'knex',
  wants: ({ language }) => scripts.has(language),
  keyword: /\.(?:createTable|createTableIfNotExists|dropTable|dropTableIfExists|renameTable|alterTable|table)\(/,
  extract(file) {
    // Kysely names its tables alike.
    if (/from\s['"](?:@[\w-]{1,40}\/)?kysely['"]/.test(file.text)) return { steps: [] };
    // Of calls in a chain the last one is around the others.
    const calls = descendantsOf(file.tree?.rootNode, 'call_expression').toSorted(
      (a, b) => argumentsAt(a) - argumentsAt(b),
    );
    return { steps: calls.flatMap(stepsOf) };
  },
  example: {
    files: {
      'migrations/1_users.js':
        "exports.up = (knex) => knex.schema.createTable('users', (table) => {\n  table.increments('id');\n  table.string('email').notNullable().unique();\n  table.integer('team_id').references('id').inTable('teams');\n  table.unique(['email', 'team_id']);\n});\nexports.down = (knex) => knex.schema.dropTable('users');\n",
      'migrations/2_users.ts':
        "export async function up(knex: Knex): Promise<void> {\n  await knex.schema.alterTable('users', (t) => {\n    t.renameColumn('email', 'mail');\n    t.dropColumn('team_id');\n    if (await has()) {\n      t.uuid('org_id').references('id').inTable(TableName.Orgs);\n    }\n    t.timestamps(true, true);\n  });\n}\n",
      'migrations/3_rooms.js':
        "exports.up = (knex) => knex.schema\n  .createTable('rooms', (t) => {\n    t.increments('id');\n  })\n  .table('rooms', (t) => {\n    t.string('owner').references('id').inTable('users');\n  });\n",
    },
    models: [
      'knex users [users] (id:increments primary, mail:string unique, org_id:uuid foreign, created_at:timestamp, updated_at:timestamp) org_id>Orgs',
      'knex rooms [rooms] (id:increments primary, owner:string foreign) owner>users',
    ],
  },
};
