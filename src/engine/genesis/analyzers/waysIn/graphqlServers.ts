import type { Extractor } from '../../extractor';
import type { FileRecord, ScanModel } from '../../scanModel';
import { codeExtractor } from '../code/codeExtractor';

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

/** What only offers to start a server, by name, and is taken by nobody. */
export function isLeftOver({ path, language }: FileRecord, model: ScanModel): boolean {
  const facts = model.factsIn(codeExtractor, path);
  const isScript = language === 'typescript' || language === 'javascript';
  const given = [
    ...(facts?.exports ?? []).map(({ exported }) => exported),
    ...(facts?.symbols ?? []).flatMap(({ name, exported, container }) =>
      exported === true && container === undefined ? name : [],
    ),
  ];
  if (!isScript || given.length === 0 || given.includes('default') || /(?:^|\/)(?:api|routes|functions)\//.test(path))
    return false;
  return model.files.every(
    (file) => file.role !== 'source' || model.imports.importsOf(file.path).every(({ files }) => !files.includes(path)),
  );
}
