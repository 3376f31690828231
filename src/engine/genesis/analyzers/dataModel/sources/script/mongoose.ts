import type { Node } from 'web-tree-sitter';
import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import type { ModelFact, ModelSource } from '../../modelFact';
import { childrenOf, descendantsOf, fieldOf, lineOf, literalOf, textOf } from '../../syntax/nodes';
import {
  argsOf,
  assignedName,
  assigning,
  type FieldRead,
  keyOf,
  modelOf,
  objectOf,
  pairsOf,
  propertyOf,
  scripts,
} from '../../syntax/scriptNodes';

/** `ref: 'User'`, `ref: User` of an imported model, `ref: User.modelName`. */
function refOf(object: Node | undefined): string | undefined {
  const written = object?.type === 'object' ? propertyOf(object, 'ref') : undefined;
  return literalOf(written) ?? /^([A-Z]\w{0,100}?)(?:Model)?(?:\.(?:modelName|name))?$/.exec(textOf(written))?.[1];
}

/** What a list holds, else the value itself. */
const elementOf = (node: Node | undefined): Node | undefined =>
  node?.type === 'array' ? (childrenOf(node).find(({ type }) => type !== 'comment') ?? undefined) : node;

function typeOf(declared: Node | undefined): string {
  if (declared?.type === 'object') return 'object';
  // The name of a schema, or of a type of Mongoose: anything longer is computed.
  return /^(?:\w+\.){0,5}(\w+)$/.exec(textOf(declared))?.[1] ?? '';
}

/** References of the documents that lie within this one: `lines: [{ product: { ref: 'Product' } }]`. */
function referencesWithin(object: Node, path: string, depth = 0): DataRelation[] {
  return childrenOf(object, 'pair').flatMap((pair): DataRelation[] => {
    const value = fieldOf(pair, 'value');
    const inner = elementOf(value);
    const name = `${path}.${keyOf(pair)}`;
    const to = refOf(inner);
    if (to !== undefined) return [{ field: name, to, kind: value?.type === 'array' ? 'one-to-many' : 'many-to-one' }];
    return inner?.type === 'object' && depth < 3 ? referencesWithin(inner, name, depth + 1) : [];
  });
}

/** One field of a document, and the relations that lie in it. */
function mongooseField(pair: Node): FieldRead & { readonly within?: readonly DataRelation[] } {
  const name = keyOf(pair);
  const value = fieldOf(pair, 'value');
  const first = elementOf(value);
  const stated = first?.type === 'object' ? propertyOf(first, 'type') : undefined;
  // A field may itself be called `type`; the settings of a field then say so by an object: `type: { type: String }`.
  const isNested = first?.type === 'object' && (stated === undefined || propertyOf(stated, 'type') !== undefined);
  const declared = isNested ? first : elementOf(stated ?? first);
  const isArray = value?.type === 'array' || stated?.type === 'array';
  const to = isNested ? undefined : (refOf(first) ?? refOf(declared));
  const isUnique = !isNested && textOf(first?.type === 'object' ? propertyOf(first, 'unique') : undefined) === 'true';
  const key = to ? 'foreign' : isUnique ? 'unique' : undefined;
  const plain = declared?.type === 'object' && to !== undefined ? propertyOf(declared, 'type') : declared;
  const field: DataField = { name, type: `${typeOf(plain)}${isArray ? '[]' : ''}`, ...(key ? { key } : {}) };
  if (to !== undefined) return { field, relation: { field: name, to, kind: isArray ? 'one-to-many' : 'many-to-one' } };
  return { field, within: declared?.type === 'object' ? referencesWithin(declared, name) : [] };
}

const isSchema = (made: Node): boolean =>
  /^(?:\w+\.){0,3}Schema(?:<[\s\S]*>)?$/.test(textOf(fieldOf(made, 'constructor') ?? fieldOf(made, 'function')));

/** `naming` is what names the schema; its object may stand elsewhere in the file. */
function schemaFact(object: Node, name: string, root: Node, naming: Node): ModelFact {
  const read = pairsOf(object, root)
    .filter((pair) => keyOf(pair) !== '_id' || fieldOf(pair, 'value')?.type !== 'false')
    .map(mongooseField);
  const model = modelOf(object, name, 'mongoose', read);
  const within = read.flatMap((one) => one.within ?? []);
  const isBefore = naming.startIndex <= object.startIndex;
  return { ...model, relations: [...model.relations, ...within], line: lineOf(isBefore ? naming : object) };
}

const stamps: readonly DataField[] = [
  { name: 'createdAt', type: 'Date' },
  { name: 'updatedAt', type: 'Date' },
];

/** `new Schema({ … }, { timestamps: true })`. */
function withStamps(made: Node, fact: ModelFact): ModelFact {
  if (textOf(propertyOf(argsOf(made)[1], 'timestamps')) !== 'true') return fact;
  const added = stamps.filter(({ name }) => !fact.fields.some((field) => field.name === name));
  return { ...fact, fields: [...fact.fields, ...added] };
}

/** A schema with what is called on it: `new Schema({ … }).index({ … })`. */
function madeIn(node: Node): Node {
  let at = node;
  while (at.type === 'call_expression' && !isSchema(at)) {
    const owner = fieldOf(fieldOf(at, 'function'), 'object');
    if (owner === undefined) return node;
    at = owner;
  }
  return at;
}

/** A schema that takes everything and names nothing looks at what others keep. */
function isOpen(made: Node, { fields }: ModelFact): boolean {
  const strict = textOf(propertyOf(argsOf(made)[1], 'strict'));
  return strict === 'false' && fields.every(({ name }) => name === '_id');
}

/** Without a model where nothing is to be told. */
type Schemas = ReadonlyMap<string, ModelFact | undefined>;

/** Schemas by the name of their variable: a model, here or in another file, takes its fields from one. */
function schemasOf(root: Node): Schemas {
  const schemas = new Map<string, ModelFact | undefined>();
  for (const made of descendantsOf(root, 'new_expression', 'call_expression')) {
    if (!isSchema(made)) continue;
    const object = objectOf(argsOf(made)[0], root);
    const name = assignedName(made);
    if (!object || !name || schemas.has(name)) continue;
    const fact = withStamps(made, schemaFact(object, name, root, assigning(made) ?? made));
    schemas.set(name, isOpen(made, fact) ? undefined : { ...fact, role: 'candidate' });
  }
  for (const call of descendantsOf(root, 'call_expression')) {
    const [, name = ''] = /^(\w{1,100})\.add$/.exec(textOf(fieldOf(call, 'function'))) ?? [];
    const known = schemas.get(name);
    const object = known === undefined ? undefined : objectOf(argsOf(call)[0], root);
    if (known === undefined || object === undefined) continue;
    const { fields, relations } = schemaFact(object, name, root, call);
    schemas.set(name, {
      ...known,
      fields: [...known.fields, ...fields],
      relations: [...known.relations, ...relations],
    });
  }
  return schemas;
}

/** The name that a constant of the file holds; else that of the schema, where another file keeps the constant. */
function nameOf(nameNode: Node | undefined, schemaNode: Node, schemas: Schemas, root: Node): string | undefined {
  if (nameNode?.type !== 'identifier') return undefined;
  const declared = descendantsOf(root, 'variable_declarator').find(
    (item) => textOf(fieldOf(item, 'name')) === nameNode.text,
  );
  const written = literalOf(fieldOf(declared, 'value'));
  if (written !== undefined || declared !== undefined || !schemas.has(schemaNode.text)) return written;
  const [, own] = /^(\w{1,100})Schema$/.exec(schemaNode.text) ?? [];
  return own === undefined ? undefined : `${own.charAt(0).toUpperCase()}${own.slice(1)}`;
}

/** `model('User', UserSchema)` and `Base.discriminator('Admin', AdminSchema)`. */
function modelFact(call: Node, schemas: Schemas, root: Node): ModelFact[] {
  const [nameNode, schemaNode] = argsOf(call);
  const maker = /(?:^|\.)(model|discriminator)$/.exec(textOf(fieldOf(call, 'function')))?.[1];
  if (maker === undefined || !schemaNode) return [];
  const name = literalOf(nameNode) ?? nameOf(nameNode, schemaNode, schemas, root);
  if (!name) return [];
  const owner = textOf(fieldOf(fieldOf(call, 'function'), 'object'));
  const bases = maker === 'discriminator' && /^[A-Z]\w*$/.test(owner) ? { bases: [owner.replace(/Model$/, '')] } : {};
  const made = madeIn(schemaNode);
  const inline = isSchema(made) ? objectOf(argsOf(made)[0], root) : undefined;
  if (inline) return [{ ...withStamps(made, schemaFact(inline, name, root, nameNode ?? call)), ...bases }];
  const known = schemas.get(textOf(schemaNode));
  if (known) return [{ ...known, name, role: 'entity', ...bases }];
  if (schemas.has(textOf(schemaNode))) return [];
  // A schema of another file lends its fields by its name.
  if (schemaNode.type !== 'identifier') return [];
  return [{ ...modelOf(call, name, 'mongoose', []), bases: [schemaNode.text] }];
}

export const mongooseSource: ModelSource = {
  id: 'mongoose',
  wants: ({ language }) => scripts.has(language),
  // It may be handed over by whoever has imported it.
  keyword: /['"]mongoose['"]|\bmongoose\.Schema\b/,
  extract(file) {
    const root = file.tree?.rootNode;
    if (root === undefined) return {};
    const schemas = schemasOf(root);
    const made = descendantsOf(root, 'call_expression').flatMap((call) => modelFact(call, schemas, root));
    // On another connection the same model is made again.
    const models = made.filter(({ name }, at) => made.findIndex((other) => other.name === name) === at);
    return { models: [...models, ...[...schemas.values()].filter((schema) => schema !== undefined)] };
  },
  example: {
    files: {
      'models/user.js':
        "const mongoose = require('mongoose');\nconst UserSchema = new mongoose.Schema({\n  name: String,\n  email: { type: String, unique: true },\n  posts: [{ type: mongoose.Schema.Types.ObjectId, ref: 'Post' }],\n}, { timestamps: true });\nUserSchema.add({ team: { type: Id, ref: 'Team' } });\nmodule.exports = mongoose.model('User', UserSchema);\n",
      'schemas/order.ts':
        "import { Schema } from 'mongoose';\nconst stamps = { createdAt: Date };\nexport const OrderSchema = new Schema<Order>({ total: { type: Number }, lines: [LineSchema], ...stamps });\n",
      'models/agency.ts':
        "import { Mongoose, Schema } from 'mongoose';\nexport const AGENCY_ID = 'Agency';\nconst AgencySchema = new Schema<IAgency, IAgencyModel>({ mail: String });\nconst compile = (db: Mongoose): IAgencyModel => db.model<IAgency, IAgencyModel>(AGENCY_ID, AgencySchema);\nconst again = (db: Mongoose) => db.model<IAgency, IAgencyModel>(AGENCY_ID, AgencySchema);\n",
      'models/basket.ts':
        "import mongoose from 'mongoose';\nimport User from './user';\nimport { Shop } from './shop';\nexport default mongoose.model('Basket', new mongoose.Schema({\n  owner: { type: String, ref: User },\n  shop: { type: Id, ref: Shop.modelName },\n  tags: { type: [String], default: [] },\n  errors: { type: [{ type: { type: String }, text: String }] },\n  lines: [{ product: { type: Id, ref: 'Product' }, note: String }],\n  fans: { type: [{ type: Id, ref: 'User' }] },\n}, { timestamps: true }).index({ owner: 1 }));\n",
      'models/token.ts':
        "import { model, Schema } from 'mongoose';\nimport { DOCUMENT_NAME } from './names';\nconst tokenSchema = new Schema({ digest: String });\nexport default model(DOCUMENT_NAME, tokenSchema);\n",
      'scripts/clean.js':
        "const mongoose = require('mongoose');\nconst AnySchema = new mongoose.Schema({ _id: Id }, { strict: false });\nconst Agency = mongoose.model('Agency', AnySchema);\n",
      'models/order.ts':
        "import { model } from 'mongoose';\nimport { OrderSchema } from '../schemas/order';\nexport const Order = model('Order', OrderSchema);\nexport const Gift = Order.discriminator('Gift', new Schema({ note: String }).index({ note: 1 }));\nconst again = model('Order');\n",
    },
    models: [
      'mongoose Agency (mail:String)',
      'mongoose Basket (owner:String foreign, shop:Id foreign, tags:String[], errors:object[], lines:object[], fans:Id[] foreign, createdAt:Date, updatedAt:Date) owner>User shop>Shop fans>User lines.product>Product',
      'mongoose Order (total:Number, lines:LineSchema[], createdAt:Date)',
      'mongoose Gift (note:String)',
      'mongoose Token (digest:String)',
      'mongoose User (name:String, email:String unique, posts:ObjectId[] foreign, createdAt:Date, updatedAt:Date, team:Id foreign) posts>Post team>Team',
    ],
  },
};
