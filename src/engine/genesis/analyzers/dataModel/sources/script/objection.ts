import type { Node } from 'web-tree-sitter';
import type { DataRelation } from '../../../../../../shared/inventory';
import type { ModelFact, ModelSource } from '../../modelFact';
import { childrenOf, descendantsOf, endLineOf, fieldOf, lineOf, literalOf, textOf } from '../../syntax/nodes';
import { keyOf, propertyOf, scripts } from '../../syntax/scriptNodes';

const relationKinds: Readonly<Record<string, DataRelation['kind']>> = {
  BelongsToOneRelation: 'many-to-one',
  HasOneRelation: 'one-to-one',
  HasOneThroughRelation: 'one-to-one',
  HasManyRelation: 'one-to-many',
  ManyToManyRelation: 'many-to-many',
};

/** What a static member gives: `static get tableName() { return 'users' }` or `static tableName = 'users'`. */
function staticValue(body: Node | undefined, name: string): Node | undefined {
  const member = childrenOf(body, 'method_definition', 'public_field_definition', 'field_definition').find(
    (item) => /^static\b/.test(item.text) && textOf(fieldOf(item, 'name') ?? fieldOf(item, 'property')) === name,
  );
  if (member?.type !== 'method_definition') return fieldOf(member, 'value');
  return descendantsOf(fieldOf(member, 'body'), 'return_statement')[0]?.namedChild(0) ?? undefined;
}

/** The class that it inherits from, as far as a name tells it. */
const baseOf = (node: Node): string | undefined =>
  /^extends\s+([A-Za-z_]\w{0,80})/.exec(textOf(childrenOf(node, 'class_heritage')[0]))?.[1];

function relationsOf(mappings: Node | undefined): DataRelation[] {
  const object = mappings?.type === 'arrow_function' ? descendantsOf(mappings, 'object')[0] : mappings;
  return childrenOf(object, 'pair').flatMap((pair): DataRelation[] => {
    const value = fieldOf(pair, 'value');
    const kind = relationKinds[textOf(propertyOf(value, 'relation')).split('.').at(-1) ?? ''];
    const written = propertyOf(value, 'modelClass');
    const to = (literalOf(written) ?? /['"]([^'"]+)['"]/.exec(textOf(written))?.[1] ?? textOf(written))
      .split('/')
      .at(-1)
      ?.replace(/\.\w+$/, '');
    return kind && to ? [{ field: keyOf(pair), to, kind }] : [];
  });
}

/** Classes of a file that takes nothing of Objection get it from a base of the project. */
function readClass(node: Node, isOwn: boolean): ModelFact[] {
  const body = fieldOf(node, 'body');
  const table = literalOf(staticValue(body, 'tableName'));
  const name = textOf(fieldOf(node, 'name'));
  const base = baseOf(node);
  if (table === undefined || name === '' || (!isOwn && base === undefined)) return [];
  const schema = propertyOf(staticValue(body, 'jsonSchema'), 'properties');
  const idColumn = literalOf(staticValue(body, 'idColumn')) ?? 'id';
  const fields = childrenOf(schema, 'pair').map((pair) => ({
    name: keyOf(pair),
    type: literalOf(propertyOf(fieldOf(pair, 'value'), 'type')) ?? '',
    ...(keyOf(pair) === idColumn ? { key: 'primary' as const } : {}),
  }));
  return [
    {
      name,
      kind: 'objection',
      line: lineOf(fieldOf(node, 'name') ?? node),
      endLine: endLineOf(node),
      fields,
      relations: relationsOf(staticValue(body, 'relationMappings')),
      table,
      role: isOwn ? 'entity' : 'candidate',
    },
  ];
}

/** Objection.js: classes that name their table; the columns are those of the table, where a migration makes it. */
export const objectionSource: ModelSource = {
  id: 'objection',
  wants: ({ language }) => scripts.has(language),
  keyword: /\bstatic\s+(?:readonly\s+|get\s+)?tableName\b/,
  extract(file) {
    const isOwn = /\b(?:relationMappings|jsonSchema)\b|['"]objection['"]/.test(file.text);
    const models = descendantsOf(file.tree?.rootNode, 'class_declaration', 'class').flatMap((node) =>
      readClass(node, isOwn),
    );
    if (isOwn) return { models };
    return { models, named: models.map(({ name, kind }) => ({ kind, name, where: kind })) };
  },
  example: {
    files: {
      'migrations/1.js':
        "exports.up = (knex) => knex.schema.createTable('people', (table) => {\n  table.increments('id');\n  table.string('name');\n});\n",
      'models/person.js':
        "const { Model } = require('objection');\nmodule.exports = class Person extends Model {\n  static get tableName() { return 'people' }\n  static get jsonSchema() {\n    return { type: 'object', properties: { name: { type: 'string' } } };\n  }\n  static get relationMappings() {\n    return { pets: { relation: Model.HasManyRelation, modelClass: require('./pet'), join: {} } };\n  }\n};\n",
      'models/pet.ts':
        "import { Model } from 'objection';\nimport personModel from './person';\nexport class Pet extends Model {\n  static tableName = 'pets';\n  static relationMappings = { owner: { relation: Model.BelongsToOneRelation, modelClass: personModel, join: {} } };\n  static jsonSchema = { properties: { id: { type: 'integer' }, kind: { type: 'string' } } };\n}\n",
      'models/toy.ts':
        "import { BaseModel } from './base';\nexport class Toy extends BaseModel {\n  static get tableName() { return 'toys'; }\n}\n",
    },
    models: [
      'objection Person [people] (id:increments primary, name:string) pets>Pet',
      'objection Pet [pets] (id:integer primary, kind:string) owner>Person',
      'objection Toy [toys] ()',
    ],
  },
};
