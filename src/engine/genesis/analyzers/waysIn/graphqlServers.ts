import type { Extractor } from '../../extractor';

/** What only a program says that answers by a schema; who calls one keeps a copy of the schema beside its queries. */
export const graphqlServerMark =
  /\b(?:typeDefs|type_defs|makeExecutableSchema|buildSchema|loadSchemaSync|load_schema_from_path|RuntimeWiring|SchemaParser|MustParseSchema|ParseSchema|NewExecutableSchema|graphqlHTTP|createYoga|createSchema|ApolloServer|GraphQLModule|mercurius|QueryMapping|DgsQuery|QueryResolver|Lighthouse)\b/;

const settings = /(?:^|\/)(?:gqlgen\.ya?ml|lighthouse\.php|serverless\.ya?ml|amplify\/backend\/api\/[^\n]{1,200})$/;

/** Whether a file belongs to a program that answers GraphQL. */
export const graphqlServerExtractor: Extractor<true> = {
  id: 'waysIn.graphqlServers',
  version: 1,
  wants: (file) => settings.test(file.path) || (file.role === 'source' && file.language !== 'other'),
  extract(file) {
    if (settings.test(file.path)) return true;
    const isAbout = file.text.includes('raphql') || file.text.includes('raphQL');
    return isAbout && file.text.length < 500_000 && graphqlServerMark.test(file.text) ? true : undefined;
  },
};
