import type { Node } from 'web-tree-sitter';
import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import type { DataModelFacts, ModelFact, ModelSource } from '../../modelFact';
import { childrenOf, descendantsOf, fieldOf, literalOf, textOf } from '../../syntax/nodes';
import {
  argsOf,
  assignedName,
  type FieldRead,
  keyOf,
  modelOf,
  objectOf,
  propertyOf,
  scripts,
} from '../../syntax/scriptNodes';

export function sequelizeField(pair: Node): FieldRead {
  const name = keyOf(pair);
  const value = fieldOf(pair, 'value');
  const typeNode = value?.type === 'object' ? propertyOf(value, 'type') : value;
  const type = (textOf(typeNode).match(/(?:DataTypes|Sequelize|DataType)\.(\w+)/)?.[1] ?? textOf(typeNode)).slice(
    0,
    40,
  );
  const isSet = (key: string): boolean => value?.type === 'object' && textOf(propertyOf(value, key)) === 'true';
  const references = value?.type === 'object' ? propertyOf(value, 'references') : undefined;
  const to =
    literalOf(propertyOf(references, 'model')) ??
    (propertyOf(references, 'model') ? textOf(propertyOf(references, 'model')) : undefined);
  const key = isSet('primaryKey') ? 'primary' : to ? 'foreign' : isSet('unique') ? 'unique' : undefined;
  const field: DataField = { name, type, ...(key ? { key } : {}) };
  return to ? { field, relation: { field: name, to, kind: 'many-to-one' } } : { field };
}

/** What is virtual is in no column. */
const columnsOf = (attributes: Node): FieldRead[] =>
  childrenOf(attributes, 'pair')
    .map(sequelizeField)
    .filter(({ field }) => !field.type.startsWith('VIRTUAL'));

/** Models with the relations that stand beside them, and relations of models that other files declare. */
function readFile(root: Node): Pick<DataModelFacts, 'models' | 'related'> {
  const associations = associationsOf(root);
  const own = new Set<string>();
  const models = modelsIn(root, associations, own);
  const related = associations
    .filter(({ owner }) => owner !== '' && !own.has(owner))
    .map(({ owner, relation }) => ({ kind: 'sequelize', owner, relation }));
  return related.length > 0 ? { models, related } : { models };
}

/** `own` is filled with the names that the models of this file go by. */
function modelsIn(root: Node, associations: ReturnType<typeof associationsOf>, own: Set<string>): ModelFact[] {
  return descendantsOf(root, 'call_expression').flatMap((call) => {
    const callee = fieldOf(call, 'function');
    const method = textOf(fieldOf(callee, 'property'));
    const args = argsOf(call);
    const defined = method === 'define' ? literalOf(args[0]) : undefined;
    const inited =
      method === 'init' && args.length === 2 && textOf(args[1]).includes('sequelize')
        ? textOf(fieldOf(callee, 'object'))
        : undefined;
    const attributes = objectOf(defined ? args[1] : inited ? args[0] : undefined, root);
    if (!attributes) return [];
    const settings = objectOf(defined ? args[2] : args[1], root);
    const className = inited === 'this' || inited === 'super' ? enclosingClass(call) : inited;
    const name = literalOf(propertyOf(settings, 'modelName')) ?? defined ?? className ?? '';
    const table = literalOf(propertyOf(settings, 'tableName'));
    if (!name || isMadeForEach(propertyOf(settings, 'modelName'), root)) return [];
    const model = modelOf(call, name, 'sequelize', columnsOf(attributes), table);
    const aliases = new Set([name, className, assignedName(call)]);
    for (const alias of aliases) if (alias !== undefined) own.add(alias);
    const related = associations.filter(({ owner }) => aliases.has(owner)).map(({ relation }) => relation);
    const others = [...aliases].flatMap((alias) => (alias === undefined || alias === name ? [] : [alias]));
    return [
      {
        ...model,
        relations: [...model.relations, ...related],
        ...(others.length > 0 ? { aliases: others } : {}),
      },
    ];
  });
}

/** A model whose name is put together or handed in is made for each of several others, and has none of its own. */
function isMadeForEach(name: Node | undefined, root: Node): boolean {
  if (name?.type === 'template_string') return literalOf(name) === undefined;
  if (name?.type !== 'identifier') return false;
  const declared = descendantsOf(root, 'variable_declarator').find(
    (item) => textOf(fieldOf(item, 'name')) === name.text,
  );
  const value = fieldOf(declared, 'value');
  if (value !== undefined) return value.type !== name.type ? isMadeForEach(value, root) : true;
  return descendantsOf(root, 'formal_parameters').some((list) =>
    childrenOf(list).some((parameter) => /^(\w+)/.exec(parameter.text)?.[1] === name.text),
  );
}

const relationKinds: Readonly<Record<string, DataRelation['kind']>> = {
  belongsTo: 'many-to-one',
  hasOne: 'one-to-one',
  hasMany: 'one-to-many',
  belongsToMany: 'many-to-many',
};

/** `User.hasMany(models.Post, { as: 'posts' })`, also where `this` stands for the class. */
function associationsOf(root: Node): { readonly owner: string; readonly relation: DataRelation }[] {
  return descendantsOf(root, 'call_expression').flatMap((call) => {
    const callee = fieldOf(call, 'function');
    const kind = relationKinds[textOf(fieldOf(callee, 'property'))];
    const [target, settings] = argsOf(call);
    const to = /(?:^|\.)([A-Za-z]\w*)$/.exec(textOf(target))?.[1];
    if (kind === undefined || to === undefined) return [];
    const written = textOf(fieldOf(callee, 'object'));
    const owner = written === 'this' ? (enclosingClass(call) ?? '') : (written.split('.').at(-1) ?? '');
    // The key lies in the table of the one that belongs.
    const key = kind === 'many-to-one' ? literalOf(propertyOf(settings, 'foreignKey')) : undefined;
    const field = literalOf(propertyOf(settings, 'as')) ?? key ?? to;
    return [{ owner, relation: { field, to, kind } }];
  });
}

function enclosingClass(node: Node): string | undefined {
  for (let at: Node | null = node; at; at = at.parent)
    if (at.type === 'class_declaration') return textOf(fieldOf(at, 'name'));
  return undefined;
}

export const sequelizeSource: ModelSource = {
  id: 'sequelize',
  wants: ({ language, path }) => scripts.has(language) && !/(?:^|\/)(?:migrations|seeders)\//.test(path),
  keyword: /sequelize|\.(?:hasMany|hasOne|belongsTo|belongsToMany)\(/i,
  extract: (file) => (file.tree ? readFile(file.tree.rootNode) : {}),
  example: {
    files: {
      'models/user.js':
        "module.exports = (sequelize, DataTypes) => {\n  const User = sequelize.define('User', {\n    id: { type: DataTypes.INTEGER, primaryKey: true },\n    email: { type: DataTypes.STRING(120), unique: true },\n    teamId: { type: DataTypes.INTEGER, references: { model: 'teams', key: 'id' } },\n    bio: DataTypes.TEXT,\n    shown: { type: DataTypes.VIRTUAL, get() {} },\n  }, { tableName: 'users' });\n  User.hasMany(models.Post, { as: 'posts' });\n  User.hasMany(models.Login, { foreignKey: 'userId' });\n  return User;\n};\n",
      'models/tag.js':
        "const { sequelize } = require('../db');\nconst Tag = sequelize.define('Tag', { name: DataTypes.STRING });\nmodule.exports = Tag;\n",
      'models/audit.js':
        "import { Model } from 'sequelize';\nexport const makeAudit = (sequelize, modelName) => {\n  class Audit extends Model {}\n  Audit.init({ id: { type: DataTypes.INTEGER } }, { sequelize, modelName: `Audit\u0024{modelName}` });\n};\n",
      'models/associate.js':
        "const Tag = require('./tag');\nconst Post = require('./post');\nmodule.exports = () => {\n  Tag.hasMany(Post, { as: 'posts' });\n  Other.hasMany(Post);\n};\n",
    },
    models: [
      'sequelize Tag (name:STRING) posts>Post',
      'sequelize User [users] (id:INTEGER primary, email:STRING unique, teamId:INTEGER foreign, bio:TEXT) teamId>teams posts>Post Login>Login',
    ],
  },
};
