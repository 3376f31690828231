/** A call that must not be given request data, in the words of a language without a grammar. */
export interface TextSink {
  /** The id of the rule of flows that tells it. */
  readonly rule: string;
  /** Up to the bracket of its arguments. */
  readonly callee: RegExp;
  /** `any` value, only inside a text that is put together, or only at its beginning. */
  readonly when: 'any' | 'joined' | 'start';
  /** Has to be found in the file. */
  readonly file?: RegExp;
  /** Has to be found in the arguments. */
  readonly shows?: RegExp;
  /** Only the first argument counts. */
  readonly first?: true;
}

const sql = /\b(?:select|insert|update|delete|where|order by|drop|call)\b/i;

/** What the JVM and its frameworks offer, as Kotlin, Scala and Groovy write it. */
export const textSinks: readonly TextSink[] = [
  {
    rule: 'path-traversal',
    callee:
      /(?<![\w.])(?:new\s+)?(?:java\.io\.)?(?:File|FileInputStream|FileOutputStream|FileReader|FileWriter|RandomAccessFile|ClassPathResource|FileSystemResource|UrlResource)\s?(?=\()|\b(?:Paths\.get|Path\.of|Files\.\w{3,20}|Source\.fromFile|FileIO\.fromPath|openFileInput|openFileOutput)\s?(?=\()|\.(?:respondFile|sendFile|getResourceAsStream)(?=\()|(?<![\w.])Path(?=\()/g,
    when: 'any',
  },
  {
    rule: 'ssrf',
    callee:
      /(?<![\w.])(?:new\s+)?(?:java\.net\.)?(?:URL|URI|HttpGet|HttpPost)(?=\()|\b(?:URI\.create|Jsoup\.connect|Source\.fromURL|Http\(\)\.singleRequest|ws\.url|WS\.url)\s?(?=\()|\b\w{0,20}(?:[cC]lient|[rR]estTemplate|[wW]ebClient)\w{0,10}(?:\.\w{1,20}\(\))?\.(?:get|post|put|delete|request|submitForm|uri|getForObject|getForEntity|postForObject|postForEntity|exchange|execute)(?:<[^>\n]{1,60}>)?(?=\()|\bRequest\.Builder\(\)\s{0,20}\.url(?=\()/g,
    when: 'start',
    file: /openConnection|openStream|readText|HttpClient|RestTemplate|restTemplate|WebClient|OkHttp|okhttp|ktor\.client|Jsoup|HttpGet|HttpPost|WSClient|ws\.url|singleRequest|fromURL|URLConnection/,
    first: true,
  },
  {
    rule: 'open-redirect',
    callee:
      /\.(?:sendRedirect|respondRedirect|seeOther|temporaryRedirect|permanentRedirect)(?=\()|(?<![\w.])(?:RedirectView|Redirect|redirect)(?=\()|\bctx\.redirect(?=\()/g,
    when: 'start',
    first: true,
  },
  {
    rule: 'command-injection',
    callee:
      /\bgetRuntime\(\)\s{0,20}\.exec(?=\()|(?<![\w.])(?:new\s+)?ProcessBuilder(?=\()|\bruntime\.exec(?=\()|(?<![\w.])Process(?=\()|\.command(?=\()/gi,
    when: 'any',
    file: /Runtime|ProcessBuilder|sys\.process/,
  },
  {
    rule: 'sql-injection',
    callee:
      /\.(?:executeQuery|executeUpdate|execute|prepareStatement|prepareCall|createQuery|createNativeQuery|createStatement|query\w{0,12}|update|batchUpdate|rawQuery|execSQL|exec|rows|firstRow|eachRow)(?:<[^>\n]{1,60}>)?(?=\()|(?<![\w.])SQL(?=\()/g,
    when: 'joined',
    shows: sql,
  },
  {
    rule: 'code-injection',
    callee:
      /\b\w{0,30}[eE]ngine\w{0,10}!{0,2}\??\.eval\b(?=\()|\.parseExpression(?=\()|\b(?:Ognl\.(?:parseExpression|getValue)|MVEL\.eval|Eval\.me)(?=\()|\b(?:GroovyShell\(\w{0,20}\)|\w{0,20}[sS]hell)\.(?:evaluate|parse)(?=\()/g,
    when: 'any',
    first: true,
  },
  {
    rule: 'reflected-xss',
    callee:
      /\b(?:writer|out|response\.writer|res\.writer|resp\.writer|getWriter\(\))\.(?:write|print|println|append)(?=\()|\.respondText(?=\()|(?<![\w.])Html(?=\()|\.html(?=\()|\bunsafe\s{0,3}\{\s{0,20}raw(?=\()/g,
    when: 'any',
    file: /Servlet|ktor|javalin|play\.|text\/html|kotlinx\.html/,
  },
  {
    rule: 'xpath-injection',
    callee: /\b\w{0,20}[xX][pP]ath\w{0,20}\.(?:evaluate|compile)(?=\()/g,
    when: 'joined',
  },
  {
    rule: 'ldap-injection',
    callee: /\.(?:search|filter|find)(?=\()/g,
    when: 'joined',
    file: /ldap/i,
    shows: /\(\w{1,20}=/,
  },
  {
    rule: 'unsafe-deserialization',
    callee:
      /(?<![\w.])(?:new\s+)?ObjectInputStream(?=\()|\bYaml\(\)\.load(?=\()|\b\w{0,20}[xX]Stream\w{0,10}(?:\(\))?\.fromXML(?=\()/g,
    when: 'any',
  },
  { rule: 'unsafe-reflection', callee: /\bClass\.forName(?=\()|\.loadClass(?=\()/g, when: 'any', first: true },
  { rule: 'pattern-injection', callee: /(?<![\w.])Regex(?=\()|\bPattern\.compile(?=\()/g, when: 'any', first: true },
  {
    rule: 'jndi-injection',
    callee: /\b\w{0,20}(?:[cC]ontext|[cC]tx)\w{0,10}(?:\(\))?\.(?:lookup|doLookup)(?=\()/g,
    when: 'any',
    file: /javax\.naming|jakarta\.naming/,
    first: true,
  },
];

/** Words of them: a file without any is not read. */
export const sinkWords: readonly string[] = [
  'File(',
  'Stream(',
  'Reader(',
  'Writer(',
  'Resource(',
  'Paths.get',
  'Path.of',
  'Path(',
  'Files.',
  'fromFile',
  'FileInput(',
  'FileOutput(',
  'sendFile',
  'URL(',
  'URI',
  'HttpGet(',
  'HttpPost(',
  'Jsoup',
  'fromURL',
  'lient',
  'emplate',
  'ws.url',
  'WS.url',
  '.url(',
  'edirect',
  '.exec',
  'Process',
  '.command(',
  'execute',
  'prepare',
  'createQuery',
  'createNativeQuery',
  '.query',
  '.update(',
  'rawQuery',
  'SQL(',
  'rows(',
  'eval',
  'parseExpression',
  'Ognl',
  'MVEL',
  'shell',
  'Shell',
  'riter',
  '.print',
  'respondText',
  'Html(',
  '.html(',
  'raw(',
  'ath.',
  '.search(',
  '.filter(',
  '.load(',
  'fromXML',
  'forName(',
  'loadClass(',
  'Regex(',
  'Pattern.',
  'ookup(',
];
