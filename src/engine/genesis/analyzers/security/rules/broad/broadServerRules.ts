import type { FileDescription } from '../../../../extractor';
import { linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';

const only =
  (...languages: readonly string[]) =>
  ({ language }: FileDescription): boolean =>
    languages.includes(language);

const uploadName = {
  possible: true,
  told: 'upload-name',
  cwe: 'CWE-434',
  owasp: 'A04',
  title: 'An upload is stored under the name that its sender gave it',
  severity: 'medium',
  why: 'Where the folder is served, a page or a script can be uploaded.',
  fix: 'Allow a list of endings and name the file yourself.',
} as const;

/** Servers whose settings or handlers have the form of a weakness, wherever their values come from. */
export const broadServerRules: readonly LineRule[] = [
  {
    ...uploadName,
    id: 'upload-name-go',
    wants: only('go'),
    words: ['.Filename'],
    pattern:
      /\b(?:os\.(?:Create|OpenFile)|\w{1,20}\.(?:SaveUploadedFile|SaveToFile|SaveFile))\([^\n]{0,160}\.Filename\b/g,
    examples: [
      {
        path: 'a.go',
        text: 'package a\nfunc f() {\n\tf, err := os.OpenFile("./img/"+handler.Filename, os.O_CREATE, 0666)\n\tg, err := os.Create("./img/" + id)\n}\n',
        lines: [3],
      },
    ],
  },
  {
    ...uploadName,
    id: 'upload-name-others',
    wants: only('javascript', 'typescript', 'tsx', 'java', 'csharp', 'ruby'),
    words: ['originalname', 'getOriginalFilename', '.FileName', 'original_filename', '.mv('],
    pattern:
      /\bcb\(\s?null,\s?[^\n]{0,80}\bfile\.originalname\b|\.mv\([^\n]{0,120}\.name\b|\bnew File\([^\n]{0,160}getOriginalFilename\(\)|\bPath\.Combine\([^\n]{0,160}\b\w{0,20}[fF]ile\w{0,10}\.FileName\b|\bFile\.(?:open|write|binwrite)\([^\n]{0,160}\.original_filename\b/g,
    examples: [
      {
        path: 'a.js',
        text: "const store = multer.diskStorage({\n  filename: (req, file, cb) => cb(null, file.originalname),\n});\nfile.mv('./up/' + file.name);\n",
        lines: [2, 4],
      },
      {
        path: 'A.cs',
        text: 'class A { void F() {\n  var path = Path.Combine(folder, file.FileName);\n} }\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'go-page-unescaped',
    possible: true,
    told: 'unescaped-value',
    cwe: 'CWE-79',
    owasp: 'A03',
    title: 'A value is written into pages unescaped',
    severity: 'low',
    why: 'Markup in such a value becomes part of the page, script included.',
    fix: 'Import html/template.',
    wants: only('go'),
    words: ['text/template'],
    pattern: /\.Execute(?:Template)?\(\s?(?:w|rw|res|resp|writer|c\.Writer)\s?,\s?[^\n]{0,60}[a-zA-Z]\w{0,40}\s?\)/g,
    accept: (match, file) =>
      /^\s*"text\/template"/m.test(file.text) &&
      /http\.ResponseWriter/.test(file.text) &&
      !/,\s?nil\s?\)$/.test(match[0]),
    examples: [
      {
        path: 'a.go',
        text: 'package a\nimport (\n\t"net/http"\n\t"text/template"\n)\nfunc f(w http.ResponseWriter, r *http.Request) {\n\tt.Execute(w, p)\n\tt.Execute(w, nil)\n}\n',
        lines: [7],
      },
    ],
  },
  {
    id: 'dotnet-open-cors',
    possible: true,
    told: 'open-cors',
    cwe: 'CWE-942',
    owasp: 'A05',
    title: 'Pages of every origin may read answers',
    severity: 'low',
    why: 'Where answers depend on who asks, any page that a user opens can read them.',
    fix: 'Name the origins that may.',
    wants: only('csharp'),
    words: ['AllowAnyOrigin'],
    pattern: /\.AllowAnyOrigin\(\s?\)/g,
    accept: (match, file) => !/IsDevelopment\(/.test(linesAround(file, file.lineAt(match.index ?? 0), 6, 0)),
    examples: [{ path: 'Program.cs', text: 'policy\n  .AllowAnyOrigin()\n  .AllowAnyMethod();\n', lines: [2] }],
  },
  {
    id: 'dotnet-shows-errors',
    possible: true,
    cwe: 'CWE-489',
    owasp: 'A05',
    title: 'Answers show stack traces and source to everybody',
    severity: 'low',
    why: 'They tell strangers about the code, its settings and its data.',
    fix: 'Call it for the environment of development only.',
    wants: only('csharp'),
    words: ['UseDeveloperExceptionPage'],
    pattern: /\.UseDeveloperExceptionPage\(\s?\)/g,
    accept: (match, file) =>
      !/IsDevelopment|IsEnvironment|EnvironmentName|#if\s+DEBUG/i.test(
        linesAround(file, file.lineAt(match.index ?? 0), 6, 0),
      ),
    examples: [
      { path: 'Program.cs', text: 'app.UseRouting();\n\n\n\n\n\n\napp.UseDeveloperExceptionPage();\n', lines: [8] },
      { path: 'Startup.cs', text: 'if (env.IsDevelopment())\n{\n  app.UseDeveloperExceptionPage();\n}\n', lines: [] },
    ],
  },
  {
    id: 'fields-by-loop',
    possible: true,
    told: 'mass-assignment',
    cwe: 'CWE-915',
    owasp: 'A08',
    title: 'A record takes all fields that a request sends',
    severity: 'medium',
    why: 'The sender sets fields that were not meant for them, such as a role or an owner.',
    fix: 'Name the fields that may be written.',
    wants: only('python'),
    words: ['setattr('],
    pattern:
      /^[ \t]{0,40}for\s+\w{1,30},\s?\w{1,30}\s+in\s+(?:vars\(\w{1,30}\)|request\.\w{1,20}|\w{1,30}(?:\.(?:dict|model_dump|json|get_json)\([^()\n]{0,60}\))?)\.items\(\):\n(?:[ \t]{1,60}if\s[^\n]{1,100}:\n)?[ \t]{1,60}setattr\(/gm,
    examples: [
      {
        path: 'a.py',
        text: 'def patch(user, db_user):\n    for var, value in user.dict().items():\n        if value:\n            setattr(db_user, var, value)\n    for key in KNOWN:\n        setattr(db_user, key, 1)\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'cookie-without-flags-java',
    possible: true,
    told: 'cookie-flags-off',
    cwe: 'CWE-614',
    owasp: 'A05',
    title: 'A cookie is sent without its protections',
    severity: 'low',
    why: 'Without `Secure` and `HttpOnly` a session can be read on the wire or by script.',
    fix: 'Set `Secure` and `HttpOnly`.',
    wants: only('java', 'kotlin'),
    words: ['addCookie('],
    pattern: /\.addCookie\(/g,
    accept: (_match, file) => !/setHttpOnly|HttpOnly|setSecure|setMaxAge\(\s?0/i.test(file.text),
    examples: [
      {
        path: 'A.java',
        text: 'class A { void f() {\n  response.addCookie(new Cookie("accountType", type));\n} }\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'jwt-check-off-by-name',
    possible: true,
    told: 'jwt-unverified',
    cwe: 'CWE-347',
    owasp: 'A02',
    title: 'Signatures of tokens are not checked',
    severity: 'medium',
    why: 'Anyone can write a token that is accepted.',
    fix: 'Verify the signature with the algorithm that you expect.',
    wants: only('python'),
    words: ['verify_signature'],
    pattern: /["']verify_signature["']\s{0,3}:\s{0,3}(?<value>[A-Za-z_]\w{0,40})/g,
    accept(match, file) {
      const value = match.groups?.['value'] ?? '';
      return new RegExp(`^\\s{0,8}${value}\\s{0,3}=\\s{0,3}False\\b`, 'm').test(file.text);
    },
    examples: [
      {
        path: 'a.py',
        text: 'VERIFY = False\npayload = jwt.decode(\n    token,\n    KEY,\n    options={"verify_signature": VERIFY},\n)\n',
        lines: [5],
      },
    ],
  },
];
