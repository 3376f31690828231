import type { SourceFile } from '../../../../sourceFile';
import { functionAround, isForTests, linesAround } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import { readsRequests } from '../../context/requests';
import type { LineRule } from '../../weakness';
import { plainPassword } from '../broad/kinds';
import { code, javaOrKotlin, only, php, script } from '../languages';

const atLine = (match: RegExpMatchArray, file: SourceFile): number =>
  file.lineAt((match.index ?? 0) + match[0].length - match[0].trimStart().length);

const isOfProduct = (match: RegExpMatchArray, file: SourceFile): boolean =>
  !isBrowserCode(file) && !isForTests(file, atLine(match, file));

/** What tells whether something is the same, and is no secret. */
const ofSameness =
  /e-?tag|cach|checksum|gravatar|avatar|integrity|fingerprint|content-?md5|file_?(?:hash|md5|sum)|blob|thumb|color|identicon|dedup|asset|bundle|version/i;

/** Helpers that do what a whole program asks of them: what is weak in one is weak wherever it is called. */
export const helperForms: readonly LineRule[] = [
  {
    id: 'broken-digest',
    possible: true,
    cwe: 'CWE-328',
    owasp: 'A02',
    title: 'A digest is computed that is broken',
    severity: 'low',
    why: 'Two texts with the same MD5 or SHA-1 are made on a laptop, and texts that are short are found by trying.',
    fix: 'Use SHA-256, and a slow function for passwords.',
    wants: code,
    words: ['md5', 'MD5', 'sha1', 'SHA1', 'SHA-1'],
    pattern:
      /\bcreateHash\(\s?['"](?:md5|sha1)['"]\s?\)|\bhashlib\.(?:md5|sha1)\(|\bMessageDigest\.getInstance\(\s?"(?:MD5|SHA-?1|SHA)"\s?\)|\b(?:md5|sha1)\.(?:Sum|New)\(|\b(?:MD5|SHA1)(?:\.Create\(|(?:CryptoServiceProvider|Managed)\(|\.HashData\()|\bDigestUtils\.(?:md5|sha1)\w{0,4}\(|\bDigest::(?:MD5|SHA1)\.\w{3,9}\(|\bCryptoJS\.(?:MD5|SHA1)\(/g,
    accept: (match, file) =>
      isOfProduct(match, file) &&
      !ofSameness.test(`${file.path.split('/').at(-1)}${linesAround(file, atLine(match, file), 2, 2)}`),
    examples: [
      {
        path: 'lib/same.ts',
        text: "const etag = crypto.createHash('md5');\n",
        lines: [],
      },
      {
        path: 'lib/words.js',
        text: "exports.hash = (data) => crypto.createHash('md5').update(data).digest('hex');\n",
        lines: [1],
      },
      { path: 'a.py', text: 'def digest(text):\n    return hashlib.sha1(text).hexdigest()\n', lines: [2] },
    ],
  },
  {
    id: 'forwarded-address',
    possible: true,
    cwe: 'CWE-348',
    owasp: 'A04',
    title: 'The address of a client is taken from a header',
    severity: 'low',
    why: 'Without a proxy that sets it anew the client writes what it likes: limits and rules by address are passed.',
    fix: 'Take the address of the connection, or trust the header of known proxies only.',
    wants: only('javascript', 'typescript', 'php'),
    words: ['orwarded-', 'lient-ip', 'lient-IP', 'FORWARDED_FOR', 'CLIENT_IP', 'real-ip'],
    pattern:
      /\bheaders(?:\.get\(|\[)\s?['"](?:x-forwarded-for|true-client-ip|x-client-ip|x-real-ip|client-ip)['"]|\$_SERVER\[\s?['"]HTTP_(?:X_FORWARDED_FOR|CLIENT_IP|X_REAL_IP)['"]/gi,
    accept: (match, file) =>
      isOfProduct(match, file) &&
      !/isset\(|log(?:ger)?\.|trust/i.test(file.lineText(atLine(match, file))) &&
      /ip\b|addr|key|limit|client/i.test(linesAround(file, atLine(match, file), 2, 2)),
    examples: [
      {
        path: 'server.ts',
        text: "limit({\n  keyGenerator({ headers, ip }) { return headers['X-Forwarded-For'] ?? ip; },\n});\n",
        lines: [2],
      },
      { path: 'a.php', text: "<?php\n$ip = $_SERVER['HTTP_X_FORWARDED_FOR'];\n", lines: [2] },
    ],
  },
  {
    id: 'address-allowed-by-part',
    possible: true,
    told: 'open-redirect',
    cwe: 'CWE-601',
    owasp: 'A01',
    title: 'A redirect goes where the request says',
    severity: 'medium',
    why: 'An address that only has to hold a known one may hold it behind any other: `https://other.example/?https://own.example`.',
    fix: 'Compare the whole host of the address.',
    wants: only('javascript', 'typescript', 'python', 'java', 'kotlin', 'php', 'csharp', 'go'),
    words: ['includes(', 'indexOf(', 'ontains(', 'strpos(', ' in url', ' in target', 'str_contains('],
    pattern:
      /\b(?:\w{0,20}[uU]rl|\w{0,20}[uU]ri|target|redirect\w{0,10}|returnTo|next|to)\.(?:includes|indexOf|contains|Contains)\(\s?\w{0,20}(?:[aA]llow|[uU]rl|[hH]ost|[dD]omain|[sS]afe|[tT]rusted)\w{0,12}\s?\)|\b(?:strpos|str_contains)\(\s?\$(?:\w{0,20}url|redirect\w{0,10}|target|next|to)\s?,\s?\$\w{0,20}(?:allow|url|host|domain|safe)\w{0,12}\s?\)/g,
    accept: (match, file) =>
      isOfProduct(match, file) &&
      /redirect|allow|white_?list|safe|trusted/i.test(functionAround(file, atLine(match, file)).slice(0, 1_500)),
    examples: [
      {
        path: 'lib/safe.ts',
        text: 'export const isRedirectAllowed = (url: string) => {\n  let allowed = false\n  for (const allowedUrl of list) {\n    allowed = allowed || url.includes(allowedUrl)\n  }\n  return allowed\n}\n',
        lines: [4],
      },
    ],
  },
  {
    id: 'options-of-request',
    possible: true,
    told: 'template-injection',
    cwe: 'CWE-94',
    owasp: 'A03',
    title: 'A template is rendered with everything that a request holds',
    severity: 'medium',
    why: 'Engines take settings from the same object as values: who sends a body names a layout, a file or code.',
    fix: 'Name the values that the template needs.',
    wants: script,
    words: ['.render('],
    pattern:
      /\.render\(\s?[^(){},\n]{1,80},\s?(?:\{\s{0,20}\.\.\.(?:req|request|ctx(?:\.request)?)\.(?:body|query)\b(?!\.)|(?:req|request|ctx\.request)\.(?:body|query)\s?[,)]|Object\.assign\([^()\n]{0,40}\b(?:req|request)\.(?:body|query)\s?[,)])/g,
    accept: isOfProduct,
    examples: [
      {
        path: 'a.js',
        text: "app.post('/a', (req, res) => {\n  res.render('a', { ...req.body, own });\n  res.render('b', req.query);\n  res.render('c', { name: req.body.name });\n});\n",
        lines: [2, 3],
      },
    ],
  },
  {
    id: 'password-of-query',
    possible: true,
    told: 'password-in-address',
    cwe: 'CWE-598',
    owasp: 'A04',
    title: 'A password is sent as a part of an address',
    severity: 'low',
    why: 'Addresses stand in logs, in the history of browsers and in what other sites are told.',
    fix: 'Send it in the body of a POST.',
    wants: only('javascript', 'typescript', 'python', 'php', 'go', 'ruby'),
    words: ['query', 'args', '_GET', 'Query'],
    pattern:
      /\b\w{0,20}(?:[pP]assw(?:or)?d|passwd|pwd)\w{0,10}(?::\s?string)?\s?:?=\s?(?:(?:req|request|ctx|c)\.)?query(?:\.\w{2,30}|\[\s?['"]\w{2,30}['"])|\brequest\.args(?:\.get\(|\[)\s?['"]\w{0,12}passw(?:or)?d\w{0,8}['"]|\$_GET\[\s?['"]\w{0,12}passw(?:or)?d\w{0,8}['"]\s?\](?!\s?\))|\bURL\.Query\(\)\.Get\(\s?"\w{0,12}passw(?:or)?d\w{0,8}"/g,
    accept: isOfProduct,
    examples: [
      {
        path: 'a.ts',
        text: 'const f = ({ query }: Request, res: Response) => {\n  const newPassword = query.new as string;\n  const page = query.page;\n};\n',
        lines: [2],
      },
      { path: 'a.php', text: "<?php\n$pass = $_GET['password'];\nif (isset($_GET['password'])) ask();\n", lines: [2] },
    ],
  },
  {
    id: 'entry-named-path',
    possible: true,
    told: 'archive-traversal',
    cwe: 'CWE-22',
    owasp: 'A01',
    title: 'Names inside an archive decide where its files are written',
    severity: 'high',
    why: 'An entry named `../../x` is written outside the folder.',
    fix: 'Resolve the path and check that it still lies in the folder.',
    wants: only('javascript', 'typescript', 'java', 'kotlin', 'go'),
    words: ['entry.path', 'ntry.getName()', 'ntryName', 'entry.fileName', 'header.Name', 'hdr.Name', 'f.Name'],
    pattern:
      /\b(?<name>[a-z]\w{1,30})\s?:?=\s?(?:[\w.]{1,40}\(\s?[\w.]{1,40}(?:\s?\+\s?[\w."/]{1,40})?,\s?)?(?:\w{0,10}[eE]ntry|header|hdr|f)\.(?:path|entryName|fileName|getName\(\)|Name)\b/g,
    accept(match, file) {
      const behind = file.text.slice((match.index ?? 0) + match[0].length, (match.index ?? 0) + match[0].length + 900);
      const around = functionAround(file, atLine(match, file));
      return (
        isOfProduct(match, file) &&
        /zip|tar|archive|entry/i.test(file.text.slice(0, 3_000)) &&
        new RegExp(
          `(?:createWriteStream|writeFile(?:Sync)?|new File(?:OutputStream)?|Files\\.\\w{4,8}|os\\.(?:Create|OpenFile)|Join|join|resolve)\\([^;\\n]{0,120}\\b${match.groups?.['name'] ?? ''}\\b`,
        ).test(behind) &&
        !/getCanonicalPath|normalize\(\)|startsWith\(|HasPrefix|IsLocal|isSafe|basename\(/.test(around)
      );
    },
    examples: [
      {
        path: 'a.ts',
        text: "async function unzip(buffer) {\n  for (const entry of directory.files) {\n    const fileName = entry.path;\n    await pipeline(entry.stream(), fs.createWriteStream('up/' + fileName));\n  }\n}\n",
        lines: [3],
      },
    ],
  },
  {
    id: 'xml-option-of-entities',
    possible: true,
    told: 'xml-external-entities',
    cwe: 'CWE-611',
    owasp: 'A05',
    title: 'An XML reader resolves external entities',
    severity: 'medium',
    why: 'A document can then read files of the server and reach addresses in its network.',
    fix: 'Leave entities unresolved and documents of types unread.',
    wants: only('javascript', 'typescript', 'python', 'ruby', 'go', 'rust'),
    words: ['PARSE_NOENT', 'PARSE_DTDLOAD', 'replaceEntities', 'NOENT', 'DTDLOAD'],
    pattern: /\bXML_PARSE_(?:NOENT|DTDLOAD)\b|\breplaceEntities\s?:\s?true\b|\bParseOptions::(?:NOENT|DTDLOAD)\b/g,
    accept: isOfProduct,
    examples: [
      {
        path: 'lib/xml.ts',
        text: 'const option = lib.ParseOption.XML_PARSE_NOENT | lib.ParseOption.XML_PARSE_NOBLANKS;\nconst other = lib.ParseOption.XML_PARSE_NOBLANKS;\n',
        lines: [1],
      },
    ],
  },
  {
    ...plainPassword,
    id: 'password-set-plain',
    wants: javaOrKotlin,
    words: ['setPassword(', '.password('],
    pattern:
      /\.(?:setPassword|password)\(\s?(?:\w{1,30}\.(?:getPassword|getNewPassword|password)\(\)|\w{0,20}[pP]assword|\w{1,20}\.get\(\s?"\w{0,10}[pP]assword"\s?\))\s?\)/g,
    accept: (match, file) =>
      isOfProduct(match, file) &&
      !/[eE]ncoder|BCrypt|[aA]rgon|hashPassword|DataSource|JavaMail|Smtp|Redis|Jdbc|Keycloak/.test(file.text) &&
      !/hash|crypt|digest|encod|\bConnection\b|Credentials/i.test(functionAround(file, atLine(match, file))) &&
      /@(?:Rest)?Controller\b|@Service\b|@Path\(|HttpServlet/.test(file.text),
    examples: [
      {
        path: 'A.java',
        text: '@RestController class A {\n  void f(Form form) {\n    user.setPassword(form.getPassword());\n    user.setName(form.getName());\n  }\n}\n',
        lines: [3],
      },
      {
        path: 'B.java',
        text: '@RestController class B {\n  void f(Form form) {\n    user.setPassword(encoder.encode(form.getPassword()));\n    other.setPassword(form.getPassword());\n  }\n}\n',
        lines: [],
      },
    ],
  },
  {
    id: 'expression-of-value',
    possible: true,
    told: 'code-injection',
    cwe: 'CWE-917',
    owasp: 'A03',
    title: 'A value is run as an expression',
    severity: 'high',
    why: 'Where it comes from outside, its sender calls any method of the program.',
    fix: 'Parse the value as data, or run it in a `SimpleEvaluationContext`.',
    wants: javaOrKotlin,
    words: ['parseExpression('],
    pattern: /\bparseExpression\(\s?[a-z]\w{0,40}\s?[,)]/g,
    accept: (match, file) =>
      isOfProduct(match, file) && readsRequests(file) && !/SimpleEvaluationContext/.test(file.text),
    examples: [
      {
        path: 'A.java',
        text: '@RestController class A {\n  @PostMapping("/a") Object f(@RequestBody Map<String, Object> body) {\n    while (matcher.find()) {\n      String expr = matcher.group(1);\n      parser.parseExpression(expr).getValue();\n    }\n    return parser.parseExpression("1 + 1");\n  }\n}\n',
        lines: [5],
      },
    ],
  },
  {
    id: 'request-lines-in-log',
    told: 'secret-in-log',
    possible: true,
    cwe: 'CWE-532',
    owasp: 'A09',
    title: 'A password or a token is written into a log',
    severity: 'low',
    why: 'Headers and cookies hold logins: whoever reads the log has them.',
    fix: 'Leave them out.',
    wants: javaOrKotlin,
    words: ['log', 'LOG'],
    pattern:
      /\b(?:log|logger|LOG|LOGGER)\.(?:trace|debug|info|warn|error)\([^;\n]{0,160}\b(?:getHeader\(\s?\w|[cC]ookie\.getValue\(\)|getSession\(\)\.getId\(\))/g,
    accept: isOfProduct,
    examples: [
      {
        path: 'A.java',
        text: 'class A { void f() {\n  log.debug("Header {}: {}", name, request.getHeader(name));\n  log.debug("Session: {}", request.getSession().getId());\n  log.debug("Address: {}", request.getRemoteAddr());\n} }\n',
        lines: [2, 3],
      },
    ],
  },
  {
    id: 'host-of-page',
    possible: true,
    told: 'host-in-link',
    cwe: 'CWE-644',
    owasp: 'A03',
    title: 'The host of a link comes from a header of the request',
    severity: 'low',
    why: 'Who asks writes the header: a page that is cached, or a mail, leads its readers elsewhere.',
    fix: 'Write the own address from the settings.',
    wants: (file) => php(file) || /\.(?:php|phtml|inc)$/i.test(file.path),
    words: ['HTTP_HOST'],
    pattern: /\b(?:src|href|action)=["'](?:https?:)?\/\/<\?(?:php\s+echo|=)\s?\(?\s?\$_SERVER\[\s?["']HTTP_HOST["']/g,
    accept: isOfProduct,
    examples: [
      {
        path: 'a.php',
        text: '<a href="http://<?php echo $_SERVER["HTTP_HOST"]?>/in.php">in</a>\n<a href="/in.php">in</a>\n',
        lines: [1],
      },
    ],
  },
];
