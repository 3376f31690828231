import type { FileDescription } from '../../../extractor';
import type { SourceFile } from '../../../sourceFile';
import { liveCode } from '../context/liveCode';
import type { LineRule } from '../weakness';

const only =
  (...languages: readonly string[]) =>
  (file: FileDescription): boolean =>
    languages.includes(file.language);

const isSpringSettings = (file: FileDescription): boolean =>
  /(?:^|\/)application[\w.-]*\.(?:properties|ya?ml)$/.test(file.path) &&
  !/(?:dev|test|local|sample|example)/.test(file.path);

const switchedOff = /disallow-doctype-decl|external-general-entities|FEATURE_SECURE_PROCESSING/;
/** Said out loud that they are read. */
const switchedOn =
  /\.setFeature\(\s?"[^"\n]{1,80}(?:disallow-doctype-decl"\s?,\s?false|external-\w{1,10}-entities"\s?,\s?true)\s?\)/g;

/** The method around a factory, where it reads as well and hands the factory to no other: what others set is not its own. */
function methodThatParses(match: RegExpMatchArray, file: SourceFile): string | undefined {
  let at = file.tree?.rootNode.descendantForIndex(match.index ?? 0) ?? null;
  while (at && !/^(?:method_declaration|function_declaration)$/.test(at.type)) at = at.parent;
  const text = at?.text.slice(0, 20_000);
  if (text === undefined || !/\.(?:parse|createXMLStreamReader|createXMLEventReader|read|build)\(/.test(text))
    return undefined;
  const name = /(\w{1,60})\s?=\s?(?:new\s)?[\w.]{0,60}$/.exec(
    file.text.slice(Math.max(0, (match.index ?? 0) - 130), match.index),
  )?.[1];
  return name === undefined || new RegExp(`[(,]\\s?${name}\\s?[,)]`).test(text) ? undefined : text;
}

/** What Java's libraries do by default, and what its neighbours do alike. */
export const jvmRules: readonly LineRule[] = [
  {
    id: 'java-xml-external-entities',
    possible: true,
    cwe: 'CWE-611',
    owasp: 'A05',
    title: 'XML is read by a parser whose external entities are not switched off',
    severity: 'medium',
    confidence: 0.8,
    why: 'The parsers of the JDK do so unless it is switched off: a document can pull in files of the server or call other services.',
    fix: 'Set `disallow-doctype-decl`, or `SUPPORT_DTD` to false, on the factory.',
    wants: only('java', 'kotlin'),
    words: [
      'XMLInputFactory',
      'DocumentBuilderFactory',
      'SAXParserFactory',
      'SAXReader',
      'SAXBuilder',
      'XMLReaderFactory',
    ],
    pattern:
      /\b(?:XMLInputFactory|DocumentBuilderFactory|SAXParserFactory)\.new(?:Default)?(?:Instance|Factory)\(|\bnew\s(?:SAXReader|SAXBuilder)\(|\bXMLReaderFactory\.createXMLReader\(/g,
    // Switched off unconditionally somewhere in the file; behind an `if` it stays open for the rest.
    // A factory that only writes or builds documents reads none; the reader must be given something, in a class that serves.
    accept: (match, file) =>
      /\.(?:parse|createXMLStreamReader|createXMLEventReader|read|build)\(/.test(file.text) &&
      /@(?:Rest)?Controller|HttpServlet|@(?:Get|Post|Put|Request)Mapping|MultipartFile|@RequestBody|@Path\(|InputStream\s+\w+\s*[,)]|ServletRequest|\bString\s+xml\w*\s*[,)]|@Service|getInputStream\(/.test(
        file.text,
      ) &&
      !/android|NewPipe|getAssets|getResource|ClassLoader|XmlPullParser/.test(file.text) &&
      !switchedOff.test(liveCode(methodThatParses(match, file) ?? file.text).replace(switchedOn, '')) &&
      !/^(?!.*\bif\b)(?:(?!\bif\s*\([^)]*\)\s*\{)[^\n])*(?:SUPPORT_DTD|ACCESS_EXTERNAL_DTD|IS_SUPPORTING_EXTERNAL_ENTITIES)/m.test(
        liveCode(file.text).replace(/\bif\s*\([^)\n]{1,80}\)\s*\{[^}]{0,300}\}/g, ''),
      ),
    examples: [
      {
        path: 'D.java',
        text: '@RestController class D {\n  Document f(@RequestBody String xml) {\n    DocumentBuilderFactory made = DocumentBuilderFactory.newInstance();\n    made.setFeature("http://apache.org/xml/features/disallow-doctype-decl", false);\n    return made.newDocumentBuilder().parse(stream(xml));\n  }\n}\n',
        lines: [3],
      },
      {
        path: 'Both.java',
        text: '@Controller class B {\n  Object open(String xml) {\n    SAXReader reader = new SAXReader();\n    return reader.read(xml);\n  }\n  Object shut(String xml) {\n    SAXReader reader = new SAXReader();\n    reader.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);\n    return reader.read(xml);\n  }\n  Object helped(String xml) {\n    SAXReader reader = new SAXReader();\n    close(reader);\n    return reader.read(xml);\n  }\n}\n',
        lines: [3],
      },
      {
        path: 'A.java',
        text: 'class A { Object f(InputStream in) {\n  return XMLInputFactory.newInstance().createXMLStreamReader(in);\n  // factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);\n} }\n',
        lines: [2],
      },
      // A document that is made here, a file of the program itself.
      {
        path: 'C.java',
        text: 'class C { Object f() { return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument(); } }\n',
        lines: [],
      },
      {
        path: 'D.java',
        text: 'class D { Object f() { return SAXParserFactory.newInstance().newSAXParser().parse(D.class.getResource("a.xml")); } }\n',
        lines: [],
      },
      {
        path: 'B.java',
        text: 'class B { void f() {\n  var f = XMLInputFactory.newInstance();\n  f.setProperty(XMLInputFactory.SUPPORT_DTD, false);\n} }\n',
        lines: [],
      },
    ],
  },
  {
    id: 'java-deserialization',
    possible: true,
    cwe: 'CWE-502',
    owasp: 'A08',
    title: 'Java objects are read from bytes',
    severity: 'medium',
    confidence: 0.8,
    why: 'Where the bytes come from outside, reading them runs code of classes that the sender chooses.',
    fix: 'Use JSON, or an `ObjectInputFilter` that names the classes.',
    wants: only('java', 'kotlin'),
    words: ['ObjectInputStream', 'fromXML'],
    pattern: /\bnew\s(?:java\.io\.)?ObjectInputStream\(|\b\w{0,20}[xX]stream\.fromXML\(/g,
    // Bytes that the program wrote for itself are another matter.
    accept: (match, file) =>
      // A deep copy: what is read was written here.
      !/^.{0,20}ObjectInputStream\(\s?new\sByteArrayInputStream\(\s?\w{1,40}\.toByteArray\(\)/.test(
        file.text.slice(match.index, (match.index ?? 0) + 200),
      ) &&
      !/\bPipedInputStream\b/.test(file.text) &&
      /HttpServlet|@Request|@(?:Get|Post|Put)Mapping|Base64|MultipartFile|Cookie|Socket|getInputStream|\bInputStream\s\w+\)|XStream|xstream/.test(
        file.text,
      ) &&
      !/SharedPreferences|\bandroid\./.test(file.text) &&
      !/ObjectInputFilter|ValidatingObjectInputStream|setupDefaultSecurity|allowTypes/.test(liveCode(file.text)),
    examples: [
      {
        path: 'Copy.java',
        text: 'class Copy { Object f(InputStream in) {\n  ByteArrayOutputStream out = new ByteArrayOutputStream();\n  return new ObjectInputStream(new ByteArrayInputStream(out.toByteArray())).readObject();\n} }\n',
        lines: [],
      },
      {
        path: 'A.java',
        text: 'class A { Object f(InputStream s) { return new ObjectInputStream(s).readObject(); } }\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'archive-traversal',
    possible: true,
    cwe: 'CWE-22',
    owasp: 'A01',
    title: 'Names inside an archive decide where its files are written',
    severity: 'high',
    why: 'An entry named `../../x` is written outside the folder.',
    fix: 'Resolve the path and check that it still lies in the folder.',
    wants: only('java', 'kotlin', 'python', 'csharp'),
    words: ['.getName())', '.extractall(', '.FullName)'],
    pattern:
      /\bnew\sFile\(\s{0,3}[\w.()]{1,60},\s{0,3}(?:zip|jar|tar|archive)?[eE](?:ntry)?\.getName\(\)\s{0,3}\)|tar\w{0,20}\.extractall\(\s{0,3}(?:path\s?=\s?)?[\w./'"]{0,60}\s{0,3}\)|Path\.Combine\(\s{0,3}[\w.()]{1,60},\s{0,3}\w{0,10}[eE]ntry\.FullName\s{0,3}\)/g,
    // An archive that the program fetched or made is its own; one that somebody sends is not.
    accept: (match, file) =>
      // Only entries of given names are taken out.
      !/\b(?:FullName|getName\(\))\.[eE]quals\(/.test(
        file.text.slice(Math.max(0, (match.index ?? 0) - 1_200), match.index),
      ) &&
      (file.language !== 'python' || /request\.(?:files|FILES)|UploadFile|\bupload(?:ed)?_?file/i.test(file.text)) &&
      !/getCanonicalPath|normalize\(\)|startsWith\(|GetFullPath|StartsWith\(|IsWithin|filter\s?=|is_?within|safe_extract|is\w{0,12}(?:Within|Inside|Below|ChildOf|Subpath)/.test(
        file.text,
      ),
    examples: [
      {
        path: 'A.cs',
        text: 'class A { void F() {\n  var some = zip.Entries.Where(e => e.FullName.Equals("host.json"));\n  foreach (var entry in some) { var path = Path.Combine(root, entry.FullName); }\n} }\n',
        lines: [],
      },
      {
        path: 'A.java',
        text: 'class A { void f() { File g = new File(dir.toFile(), entry.getName()); } }\n',
        lines: [1],
      },
      {
        path: 'a.py',
        text: 'f = request.files["a"]\ntar.extractall(path)\ntar.extractall(path, filter="data")\n',
        lines: [],
      },
      { path: 'b.py', text: 'f = request.files["a"]\ntar.extractall(path)\n', lines: [2] },
      // A model that is fetched from a fixed address; a path that is checked.
      { path: 'models.py', text: 'tar.extractall(path=model_folder)\n', lines: [] },
      {
        path: 'B.java',
        text: 'class B { void f() { File g = new File(dir, entry.getName()); if (!g.toPath().normalize().startsWith(d)) throw e; } }\n',
        lines: [],
      },
    ],
  },
  {
    id: 'spring-shows-everything',
    possible: true,
    cwe: 'CWE-200',
    owasp: 'A05',
    title: 'All actuator endpoints of a Spring application are exposed',
    severity: 'medium',
    why: 'They give out the environment and a dump of the memory to everybody whom the security settings let through.',
    fix: 'Expose `health` and `info` only.',
    wants: isSpringSettings,
    words: ['exposure'],
    pattern: /^\s{0,20}(?:management\.endpoints\.web\.exposure\.)?include\s{0,3}[=:]\s{0,3}["']?\*/gm,
    accept: (match, file) =>
      (match[0].includes('management') || /exposure:\s*$/.test(file.text.slice(0, match.index))) &&
      // Where none is enabled by itself, all that are exposed are those that the settings name.
      !/\benabled-by-default\s{0,3}[=:]\s{0,3}false|endpoints\.access\.default\s{0,3}=\s{0,3}none/.test(
        liveCode(file.text),
      ),
    examples: [
      {
        path: 'src/main/resources/application.properties',
        text: 'management.endpoints.web.exposure.include=*\n#management.endpoints.enabled-by-default=false\nserver.error.include-stacktrace=always\n',
        lines: [1],
      },
      {
        path: 'src/main/resources/application.yml',
        text: 'management:\n  endpoints:\n    web:\n      exposure:\n        include: "*"\nother:\n  include: "*"\n',
        lines: [5],
      },
      // What developers start, endpoints by name.
      {
        path: 'src/main/resources/application-dev.properties',
        text: 'management.endpoints.web.exposure.include=*\n',
        lines: [],
      },
      {
        path: 'src/main/resources/application.properties',
        text: 'management.endpoints.web.exposure.include=health\n',
        lines: [],
      },
      {
        path: 'src/main/resources/application.properties',
        text: 'management.endpoints.enabled-by-default=false\nmanagement.endpoints.web.exposure.include=*\n',
        lines: [],
      },
    ],
  },
  {
    id: 'spring-stack-traces',
    cwe: 'CWE-209',
    owasp: 'A05',
    title: 'A Spring application answers errors with stack traces',
    severity: 'low',
    why: 'They name classes, libraries and versions.',
    fix: 'Set `server.error.include-stacktrace=never`, and log them.',
    wants: isSpringSettings,
    words: ['stacktrace'],
    pattern: /^\s{0,20}(?:server\.error\.)?include-stacktrace\s{0,3}[=:]\s{0,3}always\b/gm,
    examples: [
      {
        path: 'src/main/resources/application.properties',
        text: 'server.error.include-stacktrace=always\nserver.error.include-stacktrace=never\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'passwords-not-hashed',
    cwe: 'CWE-256',
    owasp: 'A04',
    title: 'An encoder of passwords that encodes nothing, or nearly, is used',
    severity: 'high',
    why: 'What is compared by it is kept as it is: whoever reads where it is kept has it.',
    fix: 'Encode with bcrypt, scrypt or Argon2id.',
    wants: only('java', 'kotlin', 'python', 'csharp'),
    words: ['NoOpPasswordEncoder', 'PlainText', 'UnsaltedMD5'],
    pattern:
      /\bNoOpPasswordEncoder\.getInstance\(|\bPlainTextPasswordHasher\b|['"]django\.contrib\.auth\.hashers\.Unsalted\w{1,30}['"]/g,
    // One among the forms that a stored password may have; where no password is kept, none is read.
    accept: (match, file) =>
      !/["']noop["']\s*,\s*[\w.]*$|\.put\(\s*"[^"]{0,20}",\s*[\w.]*$/.test(
        file.text.slice(Math.max(0, (match.index ?? 0) - 120), match.index),
      ) && !/encoders\.put|DelegatingPasswordEncoder/.test(file.text),
    examples: [
      { path: 'A.java', text: 'class A { Object e = NoOpPasswordEncoder.getInstance(); }\n', lines: [1] },
      {
        path: 'B.java',
        text: 'class B { void f() { encoders.put("noop", NoOpPasswordEncoder.getInstance()); encoders.put("bcrypt", b); } }\n',
        lines: [],
      },
    ],
  },
];
