import { functionAround, linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { jvm } from '../languages';
import { sessionKept } from './kinds';

const serves =
  /HttpServlet|@(?:Rest)?Controller\b|@(?:Request|Get|Post)Mapping|@Path\(|ActionSupport|ServerRequest|\bcall\.respond/;

/** What programs of the JVM switch off, or hand out; whether it matters is not seen from the line. */
export const broadJvmRules: readonly LineRule[] = [
  {
    id: 'java-any-certificate',
    told: 'tls-verification-off',
    possible: true,
    cwe: 'CWE-295',
    owasp: 'A07',
    title: 'Every certificate, or every name of a host, is taken',
    severity: 'medium',
    why: 'Whoever is on the way can stand in for the server.',
    fix: 'Leave the check on, and trust the certificate of the one server.',
    wants: jvm,
    words: [
      'checkServerTrusted',
      'HostnameVerifier',
      'ALLOW_ALL_HOSTNAME',
      'TrustAllStrategy',
      'TrustSelfSigned',
      'InsecureTrustManagerFactory',
      'disableValidation',
      'ostnameVerifier',
    ],
    pattern:
      /\bcheckServerTrusted\([^)]{0,200}\)\s{0,20}(?:throws\s[\w.,\s]{1,80})?\{\s{0,40}(?:\/\/[^\n]{0,100}\s{0,40})?(?:return;?\s{0,20})?\}|\bNoopHostnameVerifier\b(?!;)|\bALLOW_ALL_HOSTNAME_VERIFIER\b|\bnew\s(?:AllowAllHostnameVerifier|TrustAllStrategy|TrustSelfSignedStrategy)\(|\bTrustAllStrategy\.INSTANCE\b|\bInsecureTrustManagerFactory\.INSTANCE\b|\b(?:setDefaultHostnameVerifier|setHostnameVerifier|hostnameVerifier)\(\s{0,10}\(?\s?[\w,\s]{1,40}\)?\s?->\s?true|\bHostnameVerifier\s?\{\s?[\w,\s]{1,40}->\s?true|\bboolean\sverify\(\s?(?:final\s)?String\s[^)]{1,80}SSLSession\s[^)]{1,40}\)\s{0,20}\{\s{0,40}return\strue/g,
    examples: [
      {
        path: 'A.java',
        text: 'class A {\n  TrustManager t = new X509TrustManager() {\n    public void checkServerTrusted(X509Certificate[] chain, String type) {\n    }\n  };\n  void f() {\n    c.setHostnameVerifier((host, session) -> true);\n    c.setHostnameVerifier((host, session) -> host.equals(own));\n  }\n}\n',
        lines: [3, 7],
      },
    ],
  },
  {
    id: 'java-properties-in-answer',
    told: 'settings-in-answer',
    possible: true,
    cwe: 'CWE-200',
    owasp: 'A05',
    title: 'Properties or the environment of a server are given to a page or an answer',
    severity: 'low',
    why: 'They name paths, versions, and sometimes keys.',
    fix: 'Give the few values that are meant for it.',
    wants: jvm,
    words: ['System.getProperties()', 'System.getenv()'],
    pattern:
      /\b(?:addObject|addAttribute|setAttribute|print|println|write|body|ok|respond\w{0,8}|put)\((?:[^;\n]{0,80}[\s,(+])?System\.(?:getProperties|getenv)\(\)|\breturn\s[^;\n]{0,60}System\.(?:getProperties|getenv)\(\)/g,
    accept: (_match, file) => serves.test(file.text),
    examples: [
      {
        path: 'A.java',
        text: '@Controller class A {\n  String f(Model model) {\n    model.addAttribute("all", System.getProperties());\n    String home = System.getenv("HOME");\n    return "page";\n  }\n}\n',
        lines: [3],
      },
    ],
  },
  {
    ...sessionKept,
    id: 'java-session-kept',
    fix: 'Call `request.changeSessionId()`, or make a new session.',
    wants: jvm,
    words: ['setAttribute(', 'session.put(', 'SESSION_USER'],
    pattern:
      /\b(?:\w{0,20}[sS]ession|getSession\(\w{0,5}\)|sess)!?\.(?:setAttribute|putValue|put)\(\s?(?:"(?:\w{0,10}[uU]ser\w{0,8}|uid|login\w{0,8}|account|principal|authenticated|isLoggedIn|logged\w{0,6}|admin|member)"|[\w.]{0,30}(?:USER|LOGIN|ACCOUNT)\w{0,8})\s?,/g,
    accept: (match, file) =>
      /passw|\blogin|signin|authenticat|authUser/i.test(
        `${linesAround(file, file.lineAt(match.index ?? 0), 14, 2)}${functionAround(file, file.lineAt(match.index ?? 0)).slice(0, 600)}`,
      ) &&
      !/changeSessionId|sessionFixation|SecurityContextHolder|getSubject\(\)/.test(file.text) &&
      !/\.invalidate\(\)/.test(functionAround(file, file.lineAt(match.index ?? 0))),
    examples: [
      {
        path: 'A.java',
        text: 'class A extends HttpServlet {\n  void doPost(HttpServletRequest request) {\n    if (users.check(name, password)) {\n      request.getSession().setAttribute("user", name);\n      request.getSession().setAttribute("cart", cart);\n    }\n  }\n}\n',
        lines: [4],
      },
      {
        path: 'B.java',
        text: 'class B extends HttpServlet {\n  void doPost(HttpServletRequest request) {\n    if (users.check(name, password)) {\n      request.changeSessionId();\n      request.getSession().setAttribute("user", name);\n    }\n  }\n}\n',
        lines: [],
      },
    ],
  },
  {
    id: 'java-folder-listing',
    told: 'listing-of-folders',
    possible: true,
    cwe: 'CWE-548',
    owasp: 'A05',
    title: 'A server shows which files a folder holds',
    severity: 'low',
    why: 'Files that no page links to are found.',
    fix: 'Switch the listing off.',
    wants: (file) => jvm(file) || /(?:^|\/)(?:web|webdefault)\.xml$/.test(file.path),
    words: ['listings', 'setDirectoriesListed', 'setDirAllowed', 'dirAllowed', 'DirectoryListing'],
    pattern:
      /"listings"\s?,\s?"true"|<param-name>(?:listings|dirAllowed)<\/param-name>\s{0,40}<param-value>true<|\bset(?:DirectoriesListed|DirAllowed)\(\s?true\s?\)|"(?:[\w.]{0,60})dirAllowed"\s?,\s?"true"|\bsetDirectoryListing\(\s?true/g,
    examples: [
      {
        path: 'A.kt',
        text: 'class A {\n  fun f() {\n    bean.addInitParameter("listings", "true")\n    bean.addInitParameter("debug", "0")\n  }\n}\n',
        lines: [3],
      },
      {
        path: 'web.xml',
        text: '<init-param>\n  <param-name>listings</param-name>\n  <param-value>true</param-value>\n</init-param>\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'java-frames-allowed',
    told: 'frames-allowed',
    possible: true,
    cwe: 'CWE-1021',
    owasp: 'A05',
    title: 'Pages may be shown in a frame of somebody else, or headers that protect them are switched off',
    severity: 'low',
    why: 'A page around it gets people to click where they did not mean to.',
    fix: 'Leave `X-Frame-Options` or `frame-ancestors` on for every page.',
    wants: jvm,
    words: ['frameOptions', 'X-FRAME', 'X-Frame', '.headers('],
    pattern:
      /\bframeOptions\(\s?\)\s{0,20}\.disable\(|\bframeOptions\(\s?\w{1,30}\s?->\s?\w{1,30}\.disable\(|\bframeOptions\(\s?\w{1,60}::disable|\bheaders\(\s?\)\s{0,20}\.disable\(|\bheaders\(\s?\w{1,60}(?:::disable|\s?->\s?\w{1,30}\.disable\(\))|\bif\s?\([^{}]{1,120}\)\s?\{\s{0,40}\w{1,30}\.(?:add|set)Header\(\s?"X-F(?:RAME|rame)-O/g,
    examples: [
      {
        path: 'A.java',
        text: 'class A {\n  void f(HttpSecurity http) {\n    http.headers().frameOptions().disable();\n    http.headers(h -> h.frameOptions(f -> f.sameOrigin()));\n    if (!target.startsWith("/a")) {\n      res.addHeader("X-FRAME-OPTIONS", "DENY");\n    }\n  }\n}\n',
        lines: [3, 5],
      },
    ],
  },
  {
    id: 'java-fixed-vector',
    told: 'fixed-vector',
    possible: true,
    cwe: 'CWE-329',
    owasp: 'A02',
    title: 'A cipher begins with a vector that is always the same',
    severity: 'low',
    why: 'Equal texts give equal ciphers, and in GCM a repeated vector gives the key away.',
    fix: 'Draw a new vector from `SecureRandom` for each text, and send it along.',
    wants: jvm,
    words: ['IvParameterSpec(', 'GCMParameterSpec('],
    pattern:
      /\b(?:IvParameterSpec|GCMParameterSpec)\((?:\s?\d{1,4}\s?,)?\s{0,20}(?:new byte\[\s?\d{1,3}\s?\]|ByteArray\(\s?\d{1,3}\s?\)|"[^"\n]{1,60}"\.(?:getBytes|toByteArray)|[A-Z][A-Z0-9_]{1,40}(?:\.(?:getBytes|toByteArray)\(|\s?\)))|\b(?:iv|IV|ivBytes|initVector|INIT_VECTOR|IV_BYTES)(?:\s?:\s?\w{1,10})?\s?=\s?"[^"\n]{8,40}"/g,
    examples: [
      {
        path: 'A.java',
        text: 'class A {\n  Object a = new IvParameterSpec("0123456789abcdef".getBytes());\n  Object b = new IvParameterSpec(iv);\n  Object c = new IvParameterSpec(new byte[16]);\n}\n',
        lines: [2, 4],
      },
    ],
  },
  {
    id: 'java-cipher-without-mode',
    told: 'broken-cipher',
    possible: true,
    cwe: 'CWE-327',
    owasp: 'A02',
    title: 'A cipher is asked for without a mode, or with one that gives texts away',
    severity: 'low',
    why: 'Without a mode Java takes ECB: equal blocks give equal ciphers.',
    fix: 'Ask for `AES/GCM/NoPadding`.',
    wants: jvm,
    words: ['Cipher.getInstance(', 'NullCipher', 'KeyGenerator', 'SecretKeyFactory'],
    pattern:
      /\bCipher\.getInstance\(\s?"(?:AES|Blowfish|TripleDES|DESede|DES|RC2|RC4|ARCFOUR|RSA\/(?:ECB|NONE)\/(?:NoPadding|PKCS1Padding))"|\bNullCipher\(|\b(?:KeyGenerator|SecretKeyFactory)\.getInstance\(\s?"(?:DES|DESede|RC4|RC2|Blowfish|PBEWithMD5AndDES)"/g,
    examples: [
      {
        path: 'A.java',
        text: 'class A {\n  Object a = Cipher.getInstance("AES");\n  Object b = Cipher.getInstance("AES/GCM/NoPadding");\n}\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'java-archive-unpacked',
    told: 'archive-traversal',
    possible: true,
    cwe: 'CWE-22',
    owasp: 'A01',
    title: 'Names inside an archive decide where its files are written',
    severity: 'medium',
    why: 'An entry named `../../x` is written outside the folder, unless the library refuses it.',
    fix: 'Resolve each path and check that it still lies in the folder; keep the library new.',
    wants: jvm,
    words: ['ZipUtil.', 'ntry.getName()', 'ntry.name', 'extractAll(', 'getNextEntry'],
    pattern:
      /\bZipUtil\.(?:unpack|unzip|unwrap)\(|\bnew\sFile\([^;,\n]{1,60},\s?\w{0,20}[eE]ntry\.getName\(\)\s?\)|\.extractAll\(|\b(?:String|val|var)\s(?<name>\w{1,40})(?::\sString)?\s?=\s?\w{0,20}[eE]ntry!?\.(?:getName\(\)|name)/g,
    accept(match, file) {
      const behind = file.text.slice(match.index ?? 0, (match.index ?? 0) + 1_500);
      const name = match.groups?.['name'];
      if (
        name !== undefined &&
        !new RegExp(`\\b(?:File|Paths?\\.get|resolve|FileOutputStream)\\([^;\\n]{0,80}\\b${name}\\b`).test(behind)
      )
        return false;
      return !/normalize\(\)|startsWith\(|\.\.\//.test(behind) && !/NewPipe|android\.app/.test(file.text);
    },
    examples: [
      {
        path: 'A.java',
        text: 'class A {\n  void f(ZipEntry entry) {\n    String name = entry.getName();\n    File out = new File(folder, name);\n  }\n  void g() {\n    ZipUtil.unpack(upload, folder);\n  }\n  void h() {\n    String name = entry.getName();\n    log.info(name);\n  }\n}\n',
        lines: [3, 7],
      },
    ],
  },
  {
    id: 'java-xml-of-others',
    told: 'java-xml-external-entities',
    possible: true,
    cwe: 'CWE-611',
    owasp: 'A05',
    title: 'XML is read by a part of Java that takes external entities',
    severity: 'low',
    why: 'A document can pull in files of the server or call other services.',
    fix: 'Set `ACCESS_EXTERNAL_DTD` and `ACCESS_EXTERNAL_STYLESHEET` to "".',
    wants: jvm,
    words: [
      'TransformerFactory',
      'SchemaFactory',
      'createUnmarshaller',
      'Digester',
      'XMLReader',
      'parseText(',
      'XMLDecoder',
    ],
    pattern:
      /\b(?:TransformerFactory|SchemaFactory|SAXTransformerFactory)\.newInstance\(|\.createUnmarshaller\(\)|\bnew\sDigester\(|\.getXMLReader\(\)|\bDocumentHelper\.parseText\(/g,
    accept: (match, file) =>
      serves.test(file.text) &&
      /InputStream|Reader\(|String\s\w{0,20}[xX]ml|getReader|MultipartFile|@RequestBody/.test(
        linesAround(file, file.lineAt(match.index ?? 0), 12, 10),
      ) &&
      !/ACCESS_EXTERNAL|disallow-doctype|SUPPORT_DTD|FEATURE_SECURE_PROCESSING|external-general-entities/.test(
        file.text,
      ),
    examples: [
      {
        path: 'A.java',
        text: '@RestController class A {\n  @PostMapping("/a") Object f(@RequestBody String xml) {\n    Unmarshaller u = context.createUnmarshaller();\n    return u.unmarshal(new StringReader(xml));\n  }\n}\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'java-permissions-wide',
    told: 'file-for-everybody',
    possible: true,
    cwe: 'CWE-732',
    owasp: 'A01',
    title: 'A file may be read or changed by everybody on the machine',
    severity: 'low',
    why: 'Every other account of the machine gets at it.',
    fix: 'Give rights to the owner only.',
    wants: jvm,
    words: ['setReadable(', 'setWritable(', 'OTHERS_', 'rwxrwxrwx', 'chmod 777', 'MODE_WORLD'],
    pattern:
      /\.set(?:Readable|Writable)\(\s?true\s?,\s?false\s?\)|\bPosixFilePermission\.OTHERS_WRITE\b|"rw[x-]rw[x-]rw[x-]"|\bchmod\s(?:-R\s)?0?777\b|\bMODE_WORLD_(?:READABLE|WRITEABLE)\b/g,
    examples: [
      {
        path: 'A.java',
        text: 'class A {\n  void f() {\n    file.setWritable(true, false);\n    file.setWritable(true);\n  }\n}\n',
        lines: [3],
      },
    ],
  },
];
