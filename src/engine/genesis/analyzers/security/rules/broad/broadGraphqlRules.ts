import type { FileDescription } from '../../../../extractor';
import { isForDevelopers } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import type { LineRule } from '../../weakness';
import { code } from '../languages';
import { massAssignment } from './kinds';

const isSchema = ({ path }: FileDescription): boolean => /\.(?:graphqls?|gql)$/.test(path);

const console = {
  possible: true,
  told: 'query-console',
  cwe: 'CWE-200',
  owasp: 'A05',
  title: 'A console for queries is open to everybody',
  severity: 'low',
  why: 'It shows strangers every type and every field, those of administrators too.',
  fix: 'Offer it to developers only, and switch introspection off in production.',
} as const;

/** Servers of GraphQL: what they show of themselves, and how much one request may ask. */
export const broadGraphqlRules: readonly LineRule[] = [
  {
    ...console,
    id: 'query-console-of-middleware',
    wants: code,
    words: ['layground', 'graphiql', 'GraphiQL', 'introspection'],
    pattern:
      /\b(?:expressPlayground|playgroundMiddleware|graphiqlExpress|koaPlayground|graphiqlHapi|renderPlaygroundPage|renderGraphiQL|GraphQLPlayground)\(|\bApolloServerPluginLandingPageGraphQLPlayground\(|\bintrospection\s?[:=]\s?(?:true|True)\b/g,
    accept: (match, file) =>
      (!match[0].startsWith('introspection') || /graphql|apollo/i.test(file.text)) &&
      !isBrowserCode(file) &&
      !isForDevelopers(file, file.lineAt(match.index ?? 0)),
    examples: [
      { path: 'agents.js', text: 'const agent = start({ introspection: true });\n', lines: [] },
      {
        path: 'server.js',
        text: "app.get('/console', expressPlayground({ endpoint: '/graphql' }));\nconst a = { introspection: true };\nconst b = { introspection: isDev };\n",
        lines: [1, 2],
      },
    ],
  },
  {
    id: 'query-without-limit',
    possible: true,
    cwe: 'CWE-770',
    owasp: 'A04',
    title: 'One query of GraphQL may ask as deep and as much as it likes',
    severity: 'low',
    why: 'Types that lead to each other are asked in circles, and batches try thousands of passwords in one request.',
    fix: 'Limit depth and cost of a query (`graphql-depth-limit`, `max_depth`), and switch batches off.',
    wants: code,
    words: [
      'ApolloServer(',
      'graphqlHTTP(',
      'GraphQLServer(',
      'GraphQLView',
      'GraphQL::Schema',
      'createYoga(',
      'mercurius',
    ],
    pattern:
      /\bnew (?:ApolloServer|GraphQLServer)\(\s{0,3}\{|\bgraphqlHTTP\(|\bcreateYoga\(|\bGraphQLView\.as_view\(|^[ \t]{0,8}class\s\w{1,60}\s<\sGraphQL::Schema\b|\.register\(\s?mercurius\b/gm,
    accept: (_match, file) =>
      !/depth|complexity|cost|max_depth|validationRules|armor|rateLimit|rate_limit|persisted/i.test(file.text) &&
      !isBrowserCode(file),
    examples: [
      { path: 'server.js', text: 'const server = new ApolloServer({\n  typeDefs,\n  resolvers,\n});\n', lines: [1] },
      { path: 'b.js', text: 'const server = new ApolloServer({ validationRules: [depthLimit(5)] });\n', lines: [] },
      { path: 'app/graphql/a_schema.rb', text: 'class ASchema < GraphQL::Schema\n  query(A)\nend\n', lines: [1] },
    ],
  },
  {
    id: 'role-of-sender',
    ...massAssignment,
    fix: 'Leave the role out of what a user may send.',
    wants: isSchema,
    words: ['role', 'dmin'],
    pattern:
      /\b(?:signup|signUp|register|createUser|updateUser|updateProfile|updateMe)\w{0,20}\([^()]{0,600}?\b(?:roles?|isAdmin|is_admin|admin)\s?:/g,
    examples: [
      {
        path: 'schema.graphql',
        text: 'type Mutation {\n  signupUser(name: String!, roles: [String]): Token\n  addPost(text: String): Post\n}\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'large-body',
    possible: true,
    cwe: 'CWE-770',
    owasp: 'A04',
    title: 'A request may be hundreds of megabytes large',
    severity: 'low',
    why: 'A few of them fill the memory of the server.',
    fix: 'Allow what the largest right request needs.',
    wants: ({ language }) => language === 'javascript' || language === 'typescript',
    words: ['limit'],
    pattern: /\blimit\s?:\s?["'`](?:\d{3,}\s?mb|\d{1,3}\s?gb)["'`]|\bbodyLimit\s?:\s?\d{9,}/gi,
    examples: [
      {
        path: 'a.js',
        text: "app.use(express.json({ limit: '200mb' }));\napp.use(express.json({ limit: '10mb' }));\n",
        lines: [1],
      },
    ],
  },
];
