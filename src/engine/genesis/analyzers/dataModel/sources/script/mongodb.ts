import type { ModelSource, SchemaStep } from '../../modelFact';
import { childrenOf, descendantsOf, endLineOf, fieldOf, lineOf, literalOf, textOf } from '../../syntax/nodes';
import { scripts } from '../../syntax/scriptNodes';

/** MongoDB's own driver knows collections by name alone; their fields stand nowhere. */
export const mongodbSource: ModelSource = {
  id: 'mongodb',
  // What brings data up to date speaks of collections that were.
  wants: ({ language, path }) =>
    scripts.has(language) &&
    !/(?:^|\/)(?:updates?|upgrades?|\w{0,30}migrations?\w{0,30}|migrate|patches|seeds?|seeders?)\//i.test(path),
  keyword: /\.collection\(\s*['"`]/,
  extract(file) {
    // Firestore's collections look the same and are addressed by paths.
    if (/firebase|firestore/i.test(file.text)) return {};
    const steps = descendantsOf(file.tree?.rootNode, 'call_expression').flatMap((call): SchemaStep[] => {
      const callee = fieldOf(call, 'function');
      const name = literalOf(childrenOf(fieldOf(call, 'arguments'))[0]);
      const owner = textOf(fieldOf(callee, 'object'));
      if (
        textOf(fieldOf(callee, 'property')) !== 'collection' ||
        !name ||
        // Parts of files, the database's own, and what a server that lies over it keeps for itself.
        /^(?:system|fs)\.|^_|\.(?:chunks|files)$/.test(name) ||
        !/(?:^|\.|\b)(?:db|database|connection)(?:\([^)]{0,60}\))?$/i.test(owner)
      )
        return [];
      const model = {
        name,
        kind: 'mongodb',
        line: lineOf(call),
        endLine: endLineOf(call),
        fields: [],
        relations: [],
        table: name,
        role: 'entity' as const,
      };
      return [{ op: 'create', model }];
    });
    return { steps };
  },
  example: {
    files: {
      'data/users.js':
        "function Users(db) {\n  const users = db.collection('users');\n  const again = db.collection('users');\n}\n",
      'lib/orders.js':
        "const orders = client.db('shop').collection('orders');\nconst users = db.collection('users');\n",
    },
    models: ['mongodb users [users] ()', 'mongodb orders [orders] ()'],
  },
};
