import type { Node } from 'web-tree-sitter';
import type { DataField } from '../../../../../shared/inventory';
import type { ModelFact, ModelSource } from '../modelFact';
import { childrenOf, descendantsOf, fieldOf, lineOf, literalOf, textOf } from '../nodes';
import { argsOf, assignedName, type FieldRead, keyOf, modelOf, objectOf, propertyOf, scripts } from '../scriptNodes';

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

function mongooseModels(root: Node): ModelFact[] {
  const schemas = new Map<string, Node>();
  for (const made of descendantsOf(root, 'new_expression', 'call_expression')) {
    const maker = textOf(fieldOf(made, 'constructor') ?? fieldOf(made, 'function'));
    if (!/^(?:\w+\.)?Schema(?:<[\s\S]*>)?$/.test(maker)) continue;
    const object = objectOf(argsOf(made)[0], root);
    const name = assignedName(made);
    if (object && name) schemas.set(name, object);
  }
  return descendantsOf(root, 'call_expression').flatMap((call) => {
    const [nameNode, schemaNode] = argsOf(call);
    const name = literalOf(nameNode);
    if (!/(?:^|\.)model$/.test(textOf(fieldOf(call, 'function'))) || !name || !schemaNode) return [];
    const inline = schemaNode.type === 'new_expression' ? objectOf(argsOf(schemaNode)[0], root) : undefined;
    const object = inline ?? schemas.get(textOf(schemaNode));
    return object
      ? [{ ...modelOf(object, name, 'mongoose', childrenOf(object, 'pair').map(mongooseField)), line: lineOf(object) }]
      : [];
  });
}

export const mongooseSource: ModelSource = {
  id: 'mongoose',
  wants: ({ language }) => scripts.has(language),
  keyword: /['"]mongoose['"]/,
  extract: (file) => ({ models: file.tree ? mongooseModels(file.tree.rootNode) : [] }),
  example: {
    files: {
      'models/user.js':
        "const mongoose = require('mongoose');\nconst UserSchema = new mongoose.Schema({\n  name: String,\n  email: { type: String, unique: true },\n  posts: [{ type: mongoose.Schema.Types.ObjectId, ref: 'Post' }],\n}, { timestamps: true });\nmodule.exports = mongoose.model('User', UserSchema);\n",
    },
    models: ['mongoose User (name:String, email:String unique, posts:ObjectId[] foreign) posts>Post'],
  },
};
