import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import { blanked, withoutComments } from '../../../../languages/sourceText';
import type { ModelSource } from '../../modelFact';
import { modelsOfBlocks, type TypeBlocks } from './typeBlocks';

const notation = { line: '#', quotes: ['"""', '"'] };
const typeHead = /^[ \t]*type\s+(\w{1,100})(?:\s+implements\s+([\w\s&,]{1,300}?))?\s*(?:@[^{\n]{0,300})?\{/gm;
const roots: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription', 'PageInfo']);
/** Shapes of answers and pages, which hold entities and are none. */
const envelope = /(?:Payload|Connection|Edge|Response|Result|Output|Aggregate|Count|Error)$/;

const types: TypeBlocks = {
  kind: 'graphql',
  head: typeHead,
  leavesOut: (name) => roots.has(name) || envelope.test(name),
  separator: /\n/,
  readField: (line) => readField(line),
  isIdentity: ({ field }) => field.type === 'ID',
};

/** GraphQL's schema language: types that have an identity. */
export const graphqlTypesSource: ModelSource = {
  id: 'graphql-types',
  wants: ({ path }) => /\.(?:graphqls?|gql)$/.test(path),
  keyword: /^\s*type\s/m,
  extract(file) {
    const text = withoutDescriptions(withoutComments(file.text, notation));
    return { models: modelsOfBlocks(file, text, types) };
  },
  example: {
    files: {
      'schema.graphql':
        '"""\ntype Fake { id: ID }\n"""\ntype Query {\n  user(id: ID!): User\n}\n\ntype User @key(fields: "id") {\n  id: ID! # key\n  "type Other {"\n  name: String\n  posts(first: Int = 10): [Post!]!\n}\n\ntype Post implements Node & Dated {\n  id: ID!\n  title: String!\n  author: User\n}\n\ntype PostConnection {\n  id: ID!\n}\n\ntype Money {\n  amount: Int!\n}\n',
    },
    models: [
      'graphql User (id:ID primary, name:String?, posts:[Post]) posts>Post',
      'graphql Post (id:ID primary, title:String, author:User?) author>User',
    ],
  },
};

const scalars: ReadonlySet<string> = new Set(['ID', 'String', 'Int', 'Float', 'Boolean']);

function readField(line: string): { field: DataField; relation?: DataRelation } | undefined {
  const [, name = '', list = '', type = '', rest = ''] =
    /^\s*(\w{1,100})\s*(?:\([^)]{0,2000}\))?\s*:\s*(\[?)\s*(\w{1,100})([!\]]*)/.exec(line) ?? [];
  if (name === '') return undefined;
  const field: DataField = {
    name,
    type: list === '' ? type : `[${type}]`,
    ...(type === 'ID' && name === 'id' ? { key: 'primary' as const } : {}),
    ...(rest.endsWith('!') ? {} : { optional: true }),
  };
  if (scalars.has(type)) return { field };
  return { field, relation: { field: name, to: type, kind: list === '' ? 'many-to-one' : 'one-to-many' } };
}

/** Descriptions are texts that stand alone; blanked, so that nothing in them is taken for a type. */
function withoutDescriptions(text: string): string {
  return text.replace(/"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"/g, (found) => blanked(found));
}
