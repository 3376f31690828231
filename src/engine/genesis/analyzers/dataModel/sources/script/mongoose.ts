import type { Node } from 'web-tree-sitter';
import type { DataField } from '../../../../../../shared/inventory';
import type { ModelFact, ModelSource } from '../../modelFact';
import { descendantsOf, fieldOf, lineOf, literalOf, textOf } from '../../nodes';
import {
  argsOf,
  assignedName,
  type FieldRead,
  keyOf,
  modelOf,
  objectOf,
  pairsOf,
  propertyOf,
  scripts,
} from '../../scriptNodes';

function mongooseField(pair: Node): FieldRead {
  const name = keyOf(pair);
  const value = fieldOf(pair, 'value');
  const isArray = value?.type === 'array';
  const inner = isArray ? (value?.namedChild(0) ?? undefined) : value;
  const declared = inner?.type === 'object' ? propertyOf(inner, 'type') : inner;
  const to = literalOf(inner?.type === 'object' ? propertyOf(inner, 'ref') : undefined);
  const type =
    declared?.type === 'object' || (inner?.type === 'object' && !declared)
      ? 'object'
      : (textOf(declared).split('.').at(-1) ?? '').replace(/^\[|\]$/g, '');
  const key = to
    ? 'foreign'
    : textOf(inner?.type === 'object' ? propertyOf(inner, 'unique') : undefined) === 'true'
      ? 'unique'
      : undefined;
  const field: DataField = { name, type: isArray ? `${type}[]` : type, ...(key ? { key } : {}) };
  return to ? { field, relation: { field: name, to, kind: isArray ? 'one-to-many' : 'many-to-one' } } : { field };
}

const isSchema = (made: Node): boolean =>
  /^(?:\w+\.){0,3}Schema(?:<[\s\S]*>)?$/.test(textOf(fieldOf(made, 'constructor') ?? fieldOf(made, 'function')));

function schemaFact(object: Node, name: string, root: Node): ModelFact {
  const read = pairsOf(object, root)
    .filter((pair) => keyOf(pair) !== '_id' || fieldOf(pair, 'value')?.type !== 'false')
    .map(mongooseField);
  return { ...modelOf(object, name, 'mongoose', read), line: lineOf(object) };
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
    const fact = schemaFact(object, name, root);
    schemas.set(name, isOpen(made, fact) ? undefined : { ...fact, role: 'candidate' });
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
  const inline = isSchema(schemaNode) ? objectOf(argsOf(schemaNode)[0], root) : undefined;
  if (inline) return [{ ...schemaFact(inline, name, root), ...bases }];
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
        "const mongoose = require('mongoose');\nconst UserSchema = new mongoose.Schema({\n  name: String,\n  email: { type: String, unique: true },\n  posts: [{ type: mongoose.Schema.Types.ObjectId, ref: 'Post' }],\n}, { timestamps: true });\nmodule.exports = mongoose.model('User', UserSchema);\n",
      'schemas/order.ts':
        "import { Schema } from 'mongoose';\nconst stamps = { createdAt: Date };\nexport const OrderSchema = new Schema<Order>({ total: { type: Number }, lines: [LineSchema], ...stamps });\n",
      'models/agency.ts':
        "import { Mongoose, Schema } from 'mongoose';\nexport const AGENCY_ID = 'Agency';\nconst AgencySchema = new Schema<IAgency, IAgencyModel>({ mail: String });\nconst compile = (db: Mongoose): IAgencyModel => db.model<IAgency, IAgencyModel>(AGENCY_ID, AgencySchema);\nconst again = (db: Mongoose) => db.model<IAgency, IAgencyModel>(AGENCY_ID, AgencySchema);\n",
      'models/token.ts':
        "import { model, Schema } from 'mongoose';\nimport { DOCUMENT_NAME } from './names';\nconst tokenSchema = new Schema({ digest: String });\nexport default model(DOCUMENT_NAME, tokenSchema);\n",
      'scripts/clean.js':
        "const mongoose = require('mongoose');\nconst AnySchema = new mongoose.Schema({ _id: Id }, { strict: false });\nconst Agency = mongoose.model('Agency', AnySchema);\n",
      'models/order.ts':
        "import { model } from 'mongoose';\nimport { OrderSchema } from '../schemas/order';\nexport const Order = model('Order', OrderSchema);\nexport const Gift = Order.discriminator('Gift', new Schema({ note: String }));\nconst again = model('Order');\n",
    },
    models: [
      'mongoose Agency (mail:String)',
      'mongoose Order (total:Number, lines:LineSchema[], createdAt:Date)',
      'mongoose Gift (note:String)',
      'mongoose Token (digest:String)',
      'mongoose User (name:String, email:String unique, posts:ObjectId[] foreign) posts>Post',
    ],
  },
};
