import type { Node } from 'web-tree-sitter';
import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import type { DataModelFacts, ModelFact, ModelSource } from '../../modelFact';
import { childOf, childrenOf, descendantsOf, fieldOf, literalOf, textOf } from '../../syntax/nodes';
import {
  argsOf,
  assignedName,
  type FieldRead,
  keyOf,
  modelOf,
  objectOf,
  pairsOf,
  scripts,
} from '../../syntax/scriptNodes';
import { drizzleRelations } from './drizzleRelations';

function drizzleField(pair: Node): FieldRead {
  const name = keyOf(pair);
  const value = fieldOf(pair, 'value');
  const text = textOf(value);
  // `text('x')`, or through a namespace or the builder that is handed in: `pg.text('x')`.
  const type = /^(?:\w+\.)?([A-Za-z]\w*)(?=\()/.exec(text)?.[1] ?? /^([A-Za-z]\w*)/.exec(text)?.[1] ?? '';
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

/** `foreignKey({ columns: [table.teamId], foreignColumns: [teams.id] })`, as a table's further settings may say it. */
function foreignKeys(settings: Node | undefined, own: string): DataRelation[] {
  return descendantsOf(settings, 'call_expression').flatMap((call): DataRelation[] => {
    if (!/^(?:\w+\.)?foreignKey$/.test(textOf(fieldOf(call, 'function')))) return [];
    const listOf = (key: string): string[] => {
      const pair = descendantsOf(argsOf(call)[0], 'pair').find((one) => keyOf(one) === key);
      return descendantsOf(fieldOf(pair, 'value'), 'member_expression').map(textOf);
    };
    const columns = listOf('columns').map((column) => column.slice(column.lastIndexOf('.') + 1));
    const [owner, ...path] = (listOf('foreignColumns')[0] ?? '').split('.');
    if (columns.length === 0 || owner === undefined || path.length !== 1) return [];
    const table = /^\(?\s*(\w+)/.exec(textOf(fieldOf(settings, 'parameters') ?? fieldOf(settings, 'parameter')))?.[1];
    return [{ field: columns.join(', '), to: owner === table ? own : owner, kind: 'many-to-one' }];
  });
}

/** With the keys that its further settings name, each told once. */
function withForeignKeys(model: ModelFact, settings: Node | undefined): ModelFact {
  const told = new Set(model.relations.map(({ field }) => field));
  const relations = foreignKeys(settings, model.name).filter(({ field }) => !told.has(field));
  if (relations.length === 0) return model;
  const columns = new Set(relations.flatMap(({ field }) => field.split(', ')));
  const fields = model.fields.map(
    (field): DataField => (columns.has(field.name) && field.key === undefined ? { ...field, key: 'foreign' } : field),
  );
  return { ...model, fields, relations: [...model.relations, ...relations] };
}

const creator =
  /\b(\w{1,100})\s{0,9}=\s{0,9}(?:\w{1,100}\.)?\w{0,40}TableCreator\(\s{0,40}\(?\s{0,9}(\w{1,40})[^)=]{0,40}\)?\s{0,9}=>\s{0,40}`([\w-]{1,100})\$\{\s{0,9}\2\s{0,9}\}`/g;

/** What a maker of tables puts before each name: `pgTableCreator((name) => `shop_${name}`)`. */
function prefixesOf(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(creator)].map(([, maker = '', , prefix = '']) => [maker, prefix]));
}

/** Names of what an object spreads that this file does not declare as an object: `...timestamps`, `...stamps()`. */
function spreadNames(object: Node, root: Node): string[] {
  return childrenOf(object, 'spread_element').flatMap((item) => {
    const value = item.namedChild(0) ?? undefined;
    if (objectOf(value, root) !== undefined) return [];
    const name = /^(?:\w{1,100}\.)?([A-Za-z_]\w{0,100})(?:\(|$)/.exec(textOf(value))?.[1];
    return name === undefined ? [] : [name];
  });
}

/** Columns that tables of other files take in, declared as an object of their own or as what a function gives. */
function columnsToShare(root: Node): ModelFact[] {
  return childrenOf(root, 'export_statement').flatMap((statement) =>
    descendantsOf(childOf(statement, 'lexical_declaration', 'function_declaration'), ...declarators).flatMap(
      (declared): ModelFact[] => {
        const value = declared.type === 'function_declaration' ? declared : fieldOf(declared, 'value');
        const object = value?.type === 'object' ? value : returnedObject(value);
        const name = textOf(fieldOf(declared, 'name'));
        const pairs = pairsOf(object, root);
        if (object === undefined || pairs.length === 0) return [];
        if (!pairs.every((pair) => fieldOf(pair, 'value')?.type === 'call_expression')) return [];
        return [{ ...modelOf(declared, name, 'drizzle', pairs.map(drizzleField)), role: 'base' }];
      },
    ),
  );
}

const declarators = ['variable_declarator', 'function_declaration'];

function returnedObject(made: Node | undefined): Node | undefined {
  if (made?.type !== 'arrow_function' && made?.type !== 'function_declaration') return undefined;
  const body = fieldOf(made, 'body');
  const given = body?.type === 'statement_block' ? childOf(body, 'return_statement') : body;
  return given?.type === 'object'
    ? given
    : (childOf(given, 'object') ?? childOf(childOf(given, 'parenthesized_expression'), 'object'));
}

export const drizzleSource: ModelSource = {
  id: 'drizzle',
  wants: ({ language }) => scripts.has(language),
  keyword: /['"]drizzle-orm(?:\/(?:pg|mysql|sqlite|singlestore|gel)-core)?['"]/,
  extract(file): DataModelFacts {
    const root = file.tree?.rootNode;
    if (root === undefined) return {};
    const calls = descendantsOf(root, 'call_expression');
    const inFront = prefixesOf(file.text);
    const models = calls.flatMap((call) => {
      const [nameNode, columns, settings] = argsOf(call);
      const table = literalOf(nameNode);
      // `pgTable`, and what `pgTableCreator` or `pgSchema('x').table` made: a literal name, then an object of columns.
      const maker = textOf(fieldOf(call, 'function'));
      const object =
        columns?.type === 'object'
          ? columns
          : columns?.type === 'arrow_function'
            ? descendantsOf(columns, 'object')[0]
            : undefined;
      if (!/^(?:\w+\.)?\w*[tT]able$|\.table$/.test(maker) || !table || !object) return [];
      const model = modelOf(
        call,
        assignedName(call) ?? table,
        'drizzle',
        pairsOf(object, root).map(drizzleField),
        `${inFront.get(maker) ?? ''}${table}`,
      );
      const bases = spreadNames(object, root);
      return [withForeignKeys(bases.length === 0 ? model : { ...model, bases }, settings)];
    });
    models.push(...columnsToShare(root));
    const related = drizzleRelations(calls, root);
    return related.length > 0 ? { models, related } : { models };
  },
  example: {
    files: {
      'src/schema.ts':
        "import { integer, pgTable, serial, text } from 'drizzle-orm/pg-core';\nexport const users = pgTable('users', {\n  id: serial('id').primaryKey(),\n  email: text('email').notNull().unique(),\n  teamId: integer('team_id').references(() => teams.id),\n});\n",
      'db/shop.ts':
        "import { pgTableCreator, uuid } from 'drizzle-orm/pg-core';\nexport const createTable = pgTableCreator((name) => `shop_\u0024{name}`);\nexport const orders = createTable('orders', { id: uuid().primaryKey() });\n",
      'src/ties.ts':
        "import { relations } from 'drizzle-orm';\nimport { notes, users } from './schema';\nexport const notesTies = relations(notes, ({ one }) => ({\n  owner: one(users, { fields: [notes.ownerId], references: [users.id] }),\n}));\nexport const usersTies = relations(users, ({ many, one }) => ({ notes: many(notes), profile: one(profiles) }));\n",
      'src/allTies.ts':
        "import { defineRelations } from 'drizzle-orm';\nimport * as schema from './schema';\nexport const ties = defineRelations(schema, (r) => ({\n  files: { owner: r.one.users({ from: r.files.name, to: r.users.id }), parts: r.many.parts() },\n}));\n",
      'db/columns.ts':
        "import { timestamp } from 'drizzle-orm/pg-core';\nexport const stamps = { madeAt: timestamp() };\nexport const marks = () => ({ goneAt: timestamp() });\n",
      'db/visits.ts':
        "import { pgTable, uuid } from 'drizzle-orm/pg-core';\nimport { marks, stamps } from './columns';\nexport const visits = pgTable('visits', { id: uuid().primaryKey(), ...stamps, ...marks() });\n",
      'src/more.ts':
        "import * as pg from 'drizzle-orm/pg-core';\nconst stamps = { createdAt: pg.timestamp() };\nexport const notes = pg.pgTable('notes', { id: pg.uuid('id').primaryKey(), ...stamps });\nconst projectTable = pg.pgTableCreator((name) => name);\nexport const files = projectTable('files', (d) => ({ name: d.text() }));\nexport const parts = pg.pgTable('parts', { noteId: pg.uuid(), partId: pg.uuid() }, (table) => [\n  pg.foreignKey({ columns: [table.noteId], foreignColumns: [notes.id], name: 'parts_note' }),\n  pg.foreignKey({ columns: [table.partId], foreignColumns: [table.noteId] }),\n]);\n",
    },
    models: [
      'drizzle users [users] (id:serial primary, email:text unique, teamId:integer? foreign) teamId>teams notes>notes profile>profiles',
      'drizzle orders [shop_orders] (id:uuid primary)',
      'drizzle visits [visits] (madeAt:timestamp?, goneAt:timestamp?, id:uuid primary)',
      'drizzle notes [notes] (id:uuid primary, createdAt:timestamp?) ownerId>users',
      'drizzle files [files] (name:text?) name>users parts>parts',
      'drizzle parts [parts] (noteId:uuid? foreign, partId:uuid? foreign) noteId>notes partId>parts',
    ],
  },
};
