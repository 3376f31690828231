import type { Node } from 'web-tree-sitter';
import type { DataField } from '../../../../../../shared/inventory';
import type { ModelSource, SchemaStep } from '../../modelFact';
import { descendantsOf, fieldOf, lineOf, literalOf, textOf } from '../../syntax/nodes';
import { argsOf, type FieldRead, modelOf, scripts } from '../../syntax/scriptNodes';
import { isWayBack } from '../../syntax/wayBack';

interface Link {
  readonly method: string;
  readonly args: readonly Node[];
}

const methodOf = (call: Node): string => textOf(fieldOf(fieldOf(call, 'function'), 'property'));

/** What is called on the outcome of a call, in turn: `.addColumn(…).addColumn(…).execute()`. */
function linksAfter(call: Node): Link[] {
  const links: Link[] = [];
  for (
    let next = call.parent?.parent;
    next?.type === 'call_expression' && fieldOf(next, 'function')?.type === 'member_expression';
    next = next.parent?.parent
  )
    links.push({ method: methodOf(next), args: argsOf(next) });
  return links;
}

/** `addColumn('owner', 'integer', (column) => column.references('person.id').onDelete('cascade'))`. */
function columnOf({ args }: Link): FieldRead | undefined {
  const [nameNode, typeNode, built] = args;
  const name = literalOf(nameNode);
  if (name === undefined) return undefined;
  const says = textOf(built);
  const to = /\.references\(\s?['"`](?:[\w]{1,80}\.)?(\w{1,80})\.\w{1,80}['"`]/.exec(says)?.[1];
  const type = literalOf(typeNode) ?? /^sql`([^`$]{1,80})`$/.exec(textOf(typeNode))?.[1] ?? '';
  const isPrimary = says.includes('.primaryKey(');
  const key = isPrimary ? 'primary' : to ? 'foreign' : says.includes('.unique(') ? 'unique' : undefined;
  const field: DataField = { name, type, ...(key ? { key } : {}) };
  return to ? { field, relation: { field: name, to, kind: 'many-to-one' } } : { field };
}

function changesOf(table: string, links: readonly Link[]): SchemaStep[] {
  return links.flatMap((link): SchemaStep[] => {
    const [first, second] = link.args.map((arg) => literalOf(arg));
    if (link.method === 'addColumn') {
      const column = columnOf(link);
      return column ? [{ op: 'add', table, ...column }] : [];
    }
    if (link.method === 'dropColumn' && first) return [{ op: 'remove', table, field: first }];
    if (link.method === 'renameColumn' && first && second)
      return [{ op: 'rename-field', table, field: first, to: second }];
    return link.method === 'renameTo' && first ? [{ op: 'rename', table, to: first }] : [];
  });
}

function stepsOf(call: Node): SchemaStep[] {
  const method = methodOf(call);
  if (!/^(?:create|alter|drop)Table$/.test(method)) return [];
  const [nameNode] = argsOf(call);
  const table = literalOf(nameNode)?.split('.').at(-1);
  if (!table || isWayBack(call)) return [];
  if (method === 'dropTable') return [{ op: 'drop', table }];
  const links = linksAfter(call);
  if (method === 'alterTable') return changesOf(table, links);
  if (links.some((link) => link.method === 'temporary')) return [];
  const read = links.flatMap((link) => (link.method === 'addColumn' ? (columnOf(link) ?? []) : []));
  if (read.length === 0) return [];
  const model = modelOf(call, table, 'kysely', read, table);
  // A function of the project may add columns that nobody sees who reads the chain alone.
  const lent = links.find((link) => link.method === '$call')?.args[0];
  const broughtBy = /^\w{1,80}$/.exec(textOf(lent))?.[0];
  return [{ op: 'create', model: { ...model, line: lineOf(nameNode ?? call), ...(broughtBy ? { broughtBy } : {}) } }];
}

/** Tables that Kysely's migrations make and change. */
export const kyselySource: ModelSource = {
  id: 'kysely',
  wants: ({ language }) => scripts.has(language),
  keyword: /kysely/i,
  words: ['kysely'],
  extract: (file) =>
    /\.(?:create|alter|drop)Table\(/.test(file.text)
      ? { steps: descendantsOf(file.tree?.rootNode, 'call_expression').toSorted(byName).flatMap(stepsOf) }
      : { steps: [] },
  example: {
    files: {
      'migrations/1_people.ts':
        "import { type Kysely, sql } from 'kysely';\n\nexport async function up(db: Kysely<unknown>): Promise<void> {\n  await db.schema\n    .createTable('people')\n    .ifNotExists()\n    .addColumn('id', 'integer', (column) => column.primaryKey())\n    .addColumn('mail', 'varchar(80)', (column) => column.notNull().unique())\n    .addColumn('made', sql`timestamptz`)\n    .addColumn('plan', 'text')\n    .execute();\n  await db.schema.createTable('pets').addColumn('owner', 'integer', (c) => c.references('people.id')).execute();\n}\n\nexport async function down(db: Kysely<unknown>): Promise<void> {\n  await db.schema.dropTable('people').execute();\n}\n",
      'migrations/2_more.ts':
        "import type { Kysely } from 'kysely';\n\nexport async function up(db: Kysely<unknown>) {\n  await db.schema.alterTable('people').addColumn('age', 'integer').dropColumn('plan').execute();\n  await db.schema.alterTable('people').renameColumn('mail', 'email').execute();\n}\n",
    },
    models: [
      'kysely people [people] (id:integer primary, email:varchar(80) unique, made:timestamptz, age:integer)',
      'kysely pets [pets] (owner:integer foreign) owner>people',
    ],
  },
};

/** A chain holds those that come before: the call that begins it stands where its own name does. */
function byName(a: Node, b: Node): number {
  return (fieldOf(a, 'arguments')?.startIndex ?? 0) - (fieldOf(b, 'arguments')?.startIndex ?? 0);
}
