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
  /^(?:\w+\.)?Schema(?:<[\s\S]*>)?$/.test(textOf(fieldOf(made, 'constructor') ?? fieldOf(made, 'function')));

function schemaFact(object: Node, name: string, root: Node): ModelFact {
  const read = pairsOf(object, root)
    .filter((pair) => keyOf(pair) !== '_id' || fieldOf(pair, 'value')?.type !== 'false')
    .map(mongooseField);
  return { ...modelOf(object, name, 'mongoose', read), line: lineOf(object) };
}

/** Schemas by the name of their variable: a model, here or in another file, takes its fields from one. */
function schemasOf(root: Node): Map<string, ModelFact> {
  const schemas = new Map<string, ModelFact>();
  for (const made of descendantsOf(root, 'new_expression', 'call_expression')) {
    if (!isSchema(made)) continue;
    const object = objectOf(argsOf(made)[0], root);
    const name = assignedName(made);
    if (object && name && !schemas.has(name))
      schemas.set(name, { ...schemaFact(object, name, root), role: 'candidate' });
  }
  return schemas;
}

/** `model('User', UserSchema)` and `Base.discriminator('Admin', AdminSchema)`. */
function modelFact(call: Node, schemas: ReadonlyMap<string, ModelFact>, root: Node): ModelFact[] {
  const [nameNode, schemaNode] = argsOf(call);
  const name = literalOf(nameNode);
  const maker = /(?:^|\.)(model|discriminator)$/.exec(textOf(fieldOf(call, 'function')))?.[1];
  if (maker === undefined || !name || !schemaNode) return [];
  const owner = textOf(fieldOf(fieldOf(call, 'function'), 'object'));
  const bases = maker === 'discriminator' && /^[A-Z]\w*$/.test(owner) ? { bases: [owner.replace(/Model$/, '')] } : {};
  const inline = isSchema(schemaNode) ? objectOf(argsOf(schemaNode)[0], root) : undefined;
  if (inline) return [{ ...schemaFact(inline, name, root), ...bases }];
  const known = schemas.get(textOf(schemaNode));
  if (known) return [{ ...known, name, role: 'entity', ...bases }];
  // A schema of another file lends its fields by its name.
  if (schemaNode.type !== 'identifier') return [];
  return [{ ...modelOf(call, name, 'mongoose', []), bases: [schemaNode.text] }];
}

export const mongooseSource: ModelSource = {
  id: 'mongoose',
  wants: ({ language }) => scripts.has(language),
  keyword: /['"]mongoose['"]/,
  extract(file) {
    const root = file.tree?.rootNode;
    if (root === undefined) return {};
    const schemas = schemasOf(root);
    const models = descendantsOf(root, 'call_expression').flatMap((call) => modelFact(call, schemas, root));
    return { models: [...models, ...schemas.values()] };
  },
  example: {
    files: {
      'models/user.js':
        "const mongoose = require('mongoose');\nconst UserSchema = new mongoose.Schema({\n  name: String,\n  email: { type: String, unique: true },\n  posts: [{ type: mongoose.Schema.Types.ObjectId, ref: 'Post' }],\n}, { timestamps: true });\nmodule.exports = mongoose.model('User', UserSchema);\n",
      'schemas/order.ts':
        "import { Schema } from 'mongoose';\nconst stamps = { createdAt: Date };\nexport const OrderSchema = new Schema<Order>({ total: { type: Number }, lines: [LineSchema], ...stamps });\n",
      'models/order.ts':
        "import { model } from 'mongoose';\nimport { OrderSchema } from '../schemas/order';\nexport const Order = model('Order', OrderSchema);\nexport const Gift = Order.discriminator('Gift', new Schema({ note: String }));\nconst again = model('Order');\n",
    },
    models: [
      'mongoose Order (total:Number, lines:LineSchema[], createdAt:Date)',
      'mongoose Gift (note:String)',
      'mongoose User (name:String, email:String unique, posts:ObjectId[] foreign) posts>Post',
    ],
  },
};
