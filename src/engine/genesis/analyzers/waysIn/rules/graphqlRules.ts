import type { WayRule } from '../wayRule';

const script = ['javascript', 'typescript', 'tsx'] as const;
const kind = 'graphql' as const;

/** Fields of the three root types of a GraphQL schema, where code makes them. */
export const graphqlRules: readonly WayRule[] = [
  {
    id: 'nestResolvers',
    kind,
    framework: 'GraphQL (NestJS)',
    languages: script,
    needs: ["'@nestjs/graphql'", '"@nestjs/graphql"', "'type-graphql'", '"type-graphql"'],
    find: /@(?<root>Query|Mutation|Subscription)\((?=[^@]{0,300})(?:[^@]{0,200}?\bname:\s{0,10}['"`](?<name>\w{1,80})['"`])?/g,
    decorates: 'function',
  },
  {
    id: 'springGraphql',
    kind,
    framework: 'GraphQL (Spring)',
    languages: ['java', 'kotlin'],
    needs: [
      'graphql.data.method',
      'QueryMapping',
      'MutationMapping',
      'DgsQuery',
      'DgsMutation',
      'smallrye.graphql',
      'microprofile.graphql',
    ],
    // What a constant calls stands in the schema.
    find: /@(?:Dgs)?(?<root>Query|Mutation|Subscription)(?:Mapping)?\b(?!\(\s{0,10}(?:(?:name|field|value)\s{0,4}=\s{0,4})?[A-Z_])(?:\(\s{0,10}(?:(?:name|field|value)\s{0,4}=\s{0,4})?"(?<name>\w{1,80})")?/g,
    decorates: 'function',
  },
  {
    id: 'pothos',
    kind,
    framework: 'GraphQL (Pothos)',
    languages: script,
    needs: ['queryField(', 'mutationField(', 'subscriptionField('],
    find: /\b(?:builder\.)?(?<root>query|mutation|subscription)Field\(\s{0,20}['"`](?<name>\w{1,80})['"`]/g,
  },
];
