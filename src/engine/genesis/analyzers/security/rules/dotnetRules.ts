import type { SourceFile } from '../../../sourceFile';
import { isForDevelopers, linesAround } from '../context/enclosing';
import type { LineRule } from '../weakness';
import { csharp } from './languages';

/** A choice of the caller reads nothing yet; settings that only write build nothing. */
function readsSo(match: RegExpMatchArray, file: SourceFile): boolean {
  const at = match.index ?? 0;
  if (/\?\s{0,80}(?:new\s\w{1,40}\s?(?:\(\))?\s?\{\s?)?$/.test(file.text.slice(Math.max(0, at - 200), at)))
    return false;
  const behind = file.text.slice(at, at + 600);
  // A deep copy: what is read was written here a line before.
  if (/^new\sBinaryFormatter/.test(match[0]) && /\.Serialize\([\s\S]{0,300}\.Deserialize\(/.test(behind)) return false;
  return (
    !/^TypeNameHandling/.test(match[0]) ||
    !/\bSerializeObject\(/.test(behind) ||
    /\bDeserialize\w{0,10}[<(]/.test(behind)
  );
}

/** What .NET lets a program ask for, and should not be asked for. */
export const dotnetRules: readonly LineRule[] = [
  {
    id: 'dotnet-any-type',
    cwe: 'CWE-502',
    owasp: 'A08',
    title: 'A reader that builds whatever type the data names is used',
    severity: 'high',
    confidence: 0.85,
    why: 'Where the data comes from outside, the sender chooses which classes are made, and with them which code runs.',
    fix: 'Read into one known type with System.Text.Json, and leave `TypeNameHandling` at `None`.',
    wants: csharp,
    words: [
      'BinaryFormatter',
      'NetDataContractSerializer',
      'LosFormatter',
      'SoapFormatter',
      'TypeNameHandling',
      'XmlSerializer',
      'SimpleTypeResolver',
    ],
    pattern:
      /\bnew\s(?:BinaryFormatter|NetDataContractSerializer|LosFormatter|SoapFormatter|SimpleTypeResolver)\(|\bTypeNameHandling\s{0,3}=\s{0,3}(?:\w{1,40}\.)*TypeNameHandling\.(?:All|Auto|Objects|Arrays)\b|\bnew\sXmlSerializer\(\s{0,3}Type\.GetType\(/g,
    // A binder that names the types that may come in.
    accept: (match, file) =>
      !/SerializationBinder|KnownTypesBinder|\bBinder\s?=/.test(file.text) && readsSo(match, file),
    examples: [
      {
        path: 'C.cs',
        text: 'class C { static T Copy<T>(object o) {\n  var f = new BinaryFormatter();\n  f.Serialize(stream, o);\n  stream.Seek(0, SeekOrigin.Begin);\n  return (T)f.Deserialize(stream);\n} }\n',
        lines: [],
      },
      // The caller chooses; what is only written builds nothing.
      {
        path: 'B.cs',
        text: 'class B {\n  object S = typed ? new JsonSerializer { TypeNameHandling = TypeNameHandling.All } : plain;\n  string F() {\n    var s = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All };\n    return JsonConvert.SerializeObject(alerts, s);\n  }\n}\n',
        lines: [],
      },
      {
        path: 'A.cs',
        text: 'class A { object F(Stream s) { return new BinaryFormatter().Deserialize(s); }\n  object G(string t) { return new XmlSerializer(Type.GetType(t)); }\n  object H() { return new XmlSerializer(typeof(A)); } }\n',
        lines: [1, 2],
      },
    ],
  },
  {
    id: 'dotnet-xml-entities',
    cwe: 'CWE-611',
    owasp: 'A05',
    title: 'XML is read with document types and external entities allowed',
    severity: 'medium',
    why: 'A document can pull in files of the server or call other services.',
    fix: 'Set `DtdProcessing.Prohibit` and `XmlResolver = null`.',
    wants: csharp,
    words: ['XmlUrlResolver', 'XmlPreloadedResolver'],
    // Without a resolver nothing outside of the document is read, whatever becomes of its document type.
    pattern: /\bXmlResolver\s{0,3}=\s{0,3}new\s(?:System\.Xml\.)?XmlUrlResolver\(/g,
    examples: [
      {
        path: 'A.cs',
        text: 'class A {\n  object S = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse };\n  object T = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() };\n}\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'dotnet-xml-reader',
    possible: true,
    cwe: 'CWE-611',
    owasp: 'A05',
    title: 'XML is read by a reader that takes document types',
    severity: 'low',
    why: 'Before .NET 4.5.2 it follows entities to files of the server, and everywhere a document can be made to grow without end.',
    fix: 'Set `DtdProcessing.Prohibit`.',
    wants: csharp,
    words: ['XmlTextReader(', 'DtdProcessing.Parse', 'ProhibitDtd'],
    pattern: /\bnew\sXmlTextReader\(|\bDtdProcessing\.Parse\b|\bProhibitDtd\s?=\s?false/g,
    accept: (match, file) =>
      !/DtdProcessing\.(?:Prohibit|Ignore)/.test(linesAround(file, file.lineAt(match.index ?? 0), 2, 3)),
    examples: [
      {
        path: 'A.cs',
        text: 'class A { void F(string xml) {\n  var open = new XmlTextReader(new StringReader(xml));\n  while (open.Read()) {}\n  open.Close();\n\n  var shut = new XmlTextReader(new StringReader(xml));\n  shut.DtdProcessing = DtdProcessing.Prohibit;\n} }\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'dotnet-fields-by-model',
    told: 'mass-assignment',
    possible: true,
    cwe: 'CWE-915',
    owasp: 'A08',
    title: 'A record takes all fields that a request sends',
    severity: 'medium',
    why: 'The sender sets fields that were not meant for them, such as a role or an owner.',
    fix: 'Name the fields that may be written.',
    wants: csharp,
    words: ['CurrentValues.SetValues(', 'TryUpdateModel', 'HttpPost'],
    pattern:
      /\bCurrentValues\.SetValues\(|\bTryUpdateModel(?:Async)?\(\s?\w{1,40}\s?\)|\[HttpPost[^\]\n]{0,60}\]\s{1,20}public [^\n(]{1,80}\((?:\[FromBody\]\s?)?(?<type>[A-Z]\w{1,40})\s(?<name>[a-z]\w{0,40})\)\s{0,20}\{[^{}]{0,200}\b\w{1,20}\.\k<type>s\.Add\(\s?\k<name>\s?\)/g,
    accept: (_match, file) => /\[HttpP(?:ost|ut|atch)|ControllerBase|: Controller\b/.test(file.text),
    examples: [
      {
        path: 'A.cs',
        text: 'class A : Controller {\n  [HttpPost]\n  public ActionResult Create(Patient patient)\n  {\n    context.Patients.Add(patient);\n    return Ok();\n  }\n  public ActionResult Edit(Patient model) {\n    context.Entry(found).CurrentValues.SetValues(model);\n    return Ok();\n  }\n}\n',
        lines: [2, 9],
      },
    ],
  },
  {
    id: 'dotnet-request-validation-off',
    cwe: 'CWE-79',
    owasp: 'A03',
    title: 'The check of requests for markup is switched off',
    severity: 'low',
    confidence: 0.8,
    why: 'Script in a field then reaches code that may write it into a page.',
    fix: 'Leave it on, or clean the one field that has to hold markup.',
    wants: csharp,
    words: ['ValidateInput'],
    pattern: /\[ValidateInput\(\s{0,3}false\s{0,3}\)\]/g,
    examples: [
      { path: 'A.cs', text: 'class A {\n  [ValidateInput(false)]\n  object F() { return 1; }\n}\n', lines: [2] },
    ],
  },
  {
    id: 'dotnet-short-passwords',
    cwe: 'CWE-521',
    owasp: 'A07',
    title: 'Accounts may have passwords of fewer than eight signs',
    severity: 'low',
    why: 'Short passwords are found by trying.',
    fix: 'Ask for at least eight signs, better twelve.',
    wants: csharp,
    words: ['RequiredLength'],
    pattern: /\bPassword\.RequiredLength\s{0,3}=\s{0,3}[1-7]\s{0,3};/g,
    accept: (match, file) => !isForDevelopers(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'Startup.cs',
        text: 'class S { void F(O options) {\n  options.Password.RequiredLength = 2;\n  options.Password.RequiredLength = 12;\n} }\n',
        lines: [2],
      },
    ],
  },
];
