import { conditionsAround, isForDevelopers, linesAround } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import type { LineRule } from '../../weakness';
import { code, only, script } from '../languages';
import { openCors } from './kinds';

const unverified = {
  possible: true,
  cwe: 'CWE-347',
  owasp: 'A02',
  title: 'Signatures of tokens are not checked',
  severity: 'medium',
  why: 'Anyone can write a token that is accepted.',
  fix: 'Verify the signature with the key and the algorithm that you expect.',
} as const;

const decides = {
  possible: true,
  cwe: 'CWE-807',
  owasp: 'A04',
  title: 'What the sender writes into a header or a cookie decides who they are',
  severity: 'medium',
  why: 'Whoever sends the request writes all of its headers and cookies.',
  fix: 'Decide by a session or a signed token.',
} as const;

/** What is believed of a request because it says so. */
export const broadTrustRules: readonly LineRule[] = [
  {
    ...unverified,
    id: 'jwt-key-of-token',
    wants: code,
    words: ['jku', 'x5u', 'x5c', '.jwk', "'jwk'", '"jwk"'],
    pattern:
      /(?:\b[hH]eader\w{0,6}(?:\(\))?|\bprotectedHeader|\bget_unverified_header\([^()\n]{0,60}\))(?:\.(?:jwk|jku|x5u|x5c)\b|\.?\[\s?['"](?:jwk|jku|x5u|x5c)['"]\s?\]|\.get\(\s?['"](?:jwk|jku|x5u|x5c)['"]\s?\))(?!\s?=[^=])/g,
    examples: [
      {
        path: 'a.ts',
        text: 'async function check(token: string) {\n  const { header } = parse(token);\n  const keys = await load(header.jku);\n  return jwtVerify(token, keys);\n}\n',
        lines: [3],
      },
      {
        path: 'a.py',
        text: "header['jku'] = 'https://a'\nurl = jwt.get_unverified_header(token)['jku']\n",
        lines: [2],
      },
    ],
  },
  {
    ...unverified,
    id: 'jwt-read-without-check',
    wants: only('go', 'python', 'java', 'kotlin', 'javascript', 'typescript', 'csharp', 'php'),
    words: [
      'ParseUnverified',
      'get_unverified_claims',
      'UnsafeAllowNoneSignatureType',
      'jwt-simple',
      'RegisterSigningMethod',
      'RequireSignedTokens',
      "'none'",
      '"none"',
      'ValidateIssuerSigningKey',
    ],
    pattern:
      /\.ParseUnverified\(|\bget_unverified_claims\(|\bjwt\.UnsafeAllowNoneSignatureType\b|\bRegisterSigningMethod\(\s?"none"|\bRequireSignedTokens\s?=\s?false|\bValidateIssuerSigningKey\s?=\s?false|\b(?:header\.|\w{0,10})alg(?:orithm)?['"\])]{0,3}\s?(?:===?|\.equals(?:IgnoreCase)?\()\s?['"]none['"]|\bdecode\(\s?\w{1,30},\s?[\w.']{1,60},\s?true\b/gi,
    accept(match, file) {
      // Of jwt-simple the third argument switches the check off.
      if (/^decode/i.test(match[0])) return /['"]jwt-simple['"]/.test(file.text);
      // Who meets an unsigned token mostly refuses it.
      const behind = file.text.slice((match.index ?? 0) + match[0].length, (match.index ?? 0) + match[0].length + 160);
      if (/none['"]$/i.test(match[0]) && !/^RegisterSigning/i.test(match[0]))
        return !/^[^\n]{0,20}\n?\s{0,20}[^\n]{0,60}\b(?:throw|raise|reject|401|403|false|nil|error|abort|invalid)/i.test(
          behind,
        );
      return (
        !/\.Parse(?:WithClaims)?\(|jwt\.decode\([^\n]{0,80}algorithms/.test(
          linesAround(file, file.lineAt(match.index ?? 0), 2, 8),
        ) || !/^\.ParseU/.test(match[0])
      );
    },
    examples: [
      {
        path: 'a.go',
        text: 'package a\nfunc f(text string) {\n\ttoken, _, err := new(jwt.Parser).ParseUnverified(text, jwt.MapClaims{})\n\tshow(token, err)\n}\n',
        lines: [3],
      },
      {
        path: 'a.ts',
        text: "import { decode } from 'jwt-simple';\nif (header.alg === 'none') {\n  return payload;\n}\nif (header.alg === 'none') {\n  throw new Error('unsigned');\n}\nreturn decode(token, key, true);\n",
        lines: [2, 8],
      },
    ],
  },
  {
    ...unverified,
    id: 'jwt-claims-decoded',
    wants: code,
    words: ['[1]'],
    pattern:
      /\b(?:\w{0,20}DecodeString|b64decode|urlsafe_b64decode|atob|Buffer\.from|base64_decode|decode64|[dD]ecoder\(\)\.decode|FromBase64String)\(\s?\$?\w{1,30}(?:\.split\(\s?['"]\.['"]\s?\))?\[1\]|\b(?:urlsafe_)?b64decode\(\s?payload\b/g,
    accept: (_match, file) =>
      !isBrowserCode(file) &&
      /jwt|bearer|claims|token/i.test(file.text) &&
      !/(?<!\.)hmac(?!ShaKeyFor)|\bverify|signature|RSA|\.Parse(?:WithClaims)?\(|parse(?:ClaimsJws|SignedClaims)|Basic\s|basic/.test(
        file.text,
      ),
    examples: [
      {
        path: 'a.go',
        text: 'package a\nfunc f(token string) []byte {\n\tt := strings.Split(token, ".")\n\tc, _ := base64.StdEncoding.DecodeString(t[1])\n\treturn c\n}\n',
        lines: [4],
      },
    ],
  },
  {
    id: 'go-literal-key',
    told: 'literal-key',
    possible: true,
    cwe: 'CWE-798',
    owasp: 'A07',
    title: 'A key that signs or encrypts stands in the code',
    severity: 'medium',
    why: 'Whoever reads the code can write tokens for anybody.',
    fix: 'Read the key from the environment and refuse to start without it.',
    wants: only('go'),
    words: ['[]byte("', '[]byte(`'],
    pattern: /\b\w{0,30}(?:[sS]ecret|[kK]ey|SECRET|KEY)\w{0,10}\s{0,3}:?=\s{0,3}\[\]byte\(["`][^"`\n]{4,80}["`]\)/g,
    accept: (_match, file) => /jwt|securecookie|sessions|hmac|aes/i.test(file.text),
    examples: [
      {
        path: 'a.go',
        text: 'package a\nimport "github.com/a/jwt"\nfunc f() []byte {\n\tsampleSecret = []byte("my_secret_key")\n\tbody := []byte("some text")\n\treturn sampleSecret\n}\n',
        lines: [4],
      },
    ],
  },
  {
    ...decides,
    id: 'header-decides',
    wants: code,
    words: ['orwarded', 'ORWARDED', 'ser-Agent', 'SER_AGENT', 'ser_agent', 'serAgent', 'X-Host', 'X-Real', 'eferer'],
    pattern:
      /\bif\b[^\n]{0,60}\b(?<name>ip|forwarded\w{0,8}|xff|client_?ip|remote_?addr\w{0,4}|user_?agent|ua|x?host|ref+er+er)\b['")\]]{0,3}\s{0,3}(?:===?|!==?|\.equals\(|\.Contains\(|\.contains\(|\.includes\(|\.startsWith\(|,|in)\s{0,3}[[(]?['"](?<value>[^'"\n]{2,60})['"]/gi,
    accept(match, file) {
      const name = match.groups?.['name'] ?? '';
      const value = match.groups?.['value'] ?? '';
      if (
        isBrowserCode(file) ||
        /bot|mobile|android|iphone|safari|chrome|firefox|msie|edge|trident|mozilla|unknown|curl|::|^(?:string|undefined|object)$/i.test(
          value,
        )
      )
        return false;
      const set = new RegExp(
        `(?<![\\w.])${name}\\s{0,3}:?=(?!=)[^\\n]{0,80}(?:[hH]eader|META|x_forwarded_for|SERVER|forwarded)`,
      );
      return set.test(file.text);
    },
    examples: [
      {
        path: 'a.py',
        text: "ip = request.META.get('HTTP_X_FORWARDED_FOR')\nif ip == '127.0.0.1':\n    show()\nif name == '127.0.0.1':\n    show()\n",
        lines: [2],
      },
      {
        path: 'a.go',
        text: 'package a\nfunc f() {\n\tua := c.Request.Header.Get("User-Agent")\n\tif ua == "shop desktop app" {\n\t\tallow()\n\t}\n\tif strings.Contains(ua, "Mobile") {\n\t}\n}\n',
        lines: [4],
      },
      {
        path: 'a.ts',
        text: "const forwarded = request.headers['x-forwarded-for'];\nif (typeof forwarded === 'string') read(forwarded);\n",
        lines: [],
      },
    ],
  },
  {
    ...decides,
    id: 'cookie-decides',
    cwe: 'CWE-565',
    wants: code,
    words: ['b64decode', 'atob(', 'base64', 'Base64'],
    pattern:
      /\b(?:base64\.(?:urlsafe_)?b64decode|atob|Buffer\.from|base64_decode|Base64\.(?:urlsafe_)?decode64|Base64\.getDecoder\(\)\.decode|base64\.\w{1,12}\.DecodeString|Convert\.FromBase64String)\(\s{0,3}\$?(?:\w{0,20}(?:session|cookie|remember)\w{0,20}\b|(?:req|request)\.(?:cookies|COOKIES)\b|_COOKIE\b)/gi,
    accept: (_match, file) =>
      !/hmac|verify|signature|unsign|decrypt|jwt\.decode|samlresponse|pickle|unserialize/i.test(file.text),
    examples: [
      {
        path: 'a.py',
        text: 'name = base64.b64decode(session_token).decode().split(":")[0]\nimage = base64.b64decode(body)\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'query-console',
    possible: true,
    cwe: 'CWE-489',
    owasp: 'A05',
    title: 'A console for queries is offered to everybody',
    severity: 'low',
    why: 'It shows the whole schema, and lets whoever opens it ask anything.',
    fix: 'Switch it off outside development.',
    wants: code,
    words: ['graphiql', 'GraphiQL', 'playground', 'h2.console'],
    pattern: /\b(?:graphiql|playground)\s?[:=]\s?(?:true|True)\b/g,
    // Other things than servers of GraphQL have a playground.
    accept: (match, file) =>
      (match[0].startsWith('graphiql') ||
        /(?:from|import|require\()[^\n]{0,80}(?:graphql|apollo|mercurius)/i.test(file.text)) &&
      !isBrowserCode(file) &&
      !isForDevelopers(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'a.ts',
        text: "app.use('/graphql', graphqlHTTP({\n  schema,\n  graphiql: true,\n}));\nconst other = { graphiql: isDev };\n",
        lines: [3],
      },
      {
        path: 'b.ts',
        text: "import { GraphQLModule } from '@nestjs/graphql';\nGraphQLModule.forRoot({ playground: true });\n",
        lines: [2],
      },
      { path: 'bundle.ts', text: "export const parts = [{ name: 'graphql', playground: true }];\n", lines: [] },
    ],
  },
  {
    id: 'any-host',
    possible: true,
    cwe: 'CWE-644',
    owasp: 'A05',
    title: 'The server answers to every host name',
    severity: 'low',
    why: 'Links that are made from the name, in mails to reset a password for example, then lead where the sender of the request wants.',
    fix: 'Name the hosts.',
    wants: only('python'),
    words: ['ALLOWED_HOSTS'],
    // Written so, or so long as the environment says nothing else.
    pattern:
      /^[ \t]{0,8}ALLOWED_HOSTS\s?=\s?(?:\[\s?['"]\*['"]\s?,?\s?\]|[\w.]{1,40}\(\s?['"]\w{0,40}ALLOWED_HOSTS['"]\s?,\s?(?:default\s?=\s?)?\[?\s?['"]\*['"])/gm,
    accept: (match, file) =>
      !/(?:^|[/_.-])(?:dev|local|tests?|debug)(?:[/_.-]|$)/i.test(file.path) &&
      !isForDevelopers(file, file.lineAt(match.index ?? 0)) &&
      conditionsAround(file, file.lineAt(match.index ?? 0)).length === 0,
    examples: [
      {
        path: 'shop/settings.py',
        text: "ALLOWED_HOSTS = ['*']\nif 'BUILD' in os.environ:\n    ALLOWED_HOSTS = ['*']\n",
        lines: [1],
      },
      { path: 'shop/settings/dev.py', text: "ALLOWED_HOSTS = ['*']\n", lines: [] },
      {
        path: 'shop/settings.py',
        text: 'ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "*").split(",")\nALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["shop.org"])\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'script-cors',
    ...openCors,
    wants: script,
    words: ['enableCors(', 'cors('],
    pattern: /\b(?:enableCors|cors)\(\s{0,3}\{\s{0,20}origin\s?:\s?(?:['"]\*['"]|true)|\.enableCors\(\s?\)/g,
    accept: (match, file) => !isForDevelopers(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'main.ts',
        text: "app.enableCors({\n  origin: '*',\n});\napp.enableCors({ origin: own });\napp.enableCors();\n",
        lines: [1, 5],
      },
    ],
  },
];
