import type { SourceFile } from '../../../../sourceFile';
import { conditionsAround, linesAround } from '../../context/enclosing';
import { readsRequests } from '../../context/requests';
import type { LineRule } from '../../weakness';
import { only } from '../languages';
import { forgedRequests, massAssignment, openCors, uncheckedSignature, unescapedValue } from './kinds';

/** Keys of a body become columns of a statement: `fields.append(key)`, `f"{key} = %s"`, with nothing that names the allowed ones. */
function writesColumns(match: RegExpMatchArray, file: SourceFile, key: string): boolean {
  const line = file.lineAt((match.index ?? 0) + match[0].length - 1);
  const from = match.groups?.['from'] ?? '';
  const behind = linesAround(file, line, 0, 14);
  return (
    new RegExp(`\\.append\\(\\s?(?:${key}\\s?\\)|f["'][^"'\\n]{0,10}\\{${key}\\}\\s?=)`).test(behind) &&
    /\b(?:update|insert)\b/i.test(linesAround(file, line, 0, 30)) &&
    !/\b(?:allowed|permitted|editable|whitelist|ALLOWED|columns|valid_?fields)\w*/i.test(
      linesAround(file, line, 8, 6).replace(/#[^\n]*/g, ''),
    ) &&
    (from.startsWith('request') ||
      new RegExp(`\\b${from}\\s?=\\s?(?:\\w{1,20}\\s)?request\\.(?:json|form|get_json)`).test(
        linesAround(file, line, 40, 0),
      ))
  );
}

/** Servers whose settings or handlers have the form of a weakness, wherever their values come from. */
export const broadServerRules: readonly LineRule[] = [
  {
    id: 'go-page-unescaped',
    ...unescapedValue,
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
    ...openCors,
    wants: only('csharp'),
    words: ['AllowAnyOrigin', 'WithOrigins("*")', 'SetIsOriginAllowed('],
    pattern:
      /\.AllowAnyOrigin\(\s?\)|\.WithOrigins\("\*"\)|\.SetIsOriginAllowed\(\s?\(?\s?\w{1,20}\s?\)?\s?=>\s?true\s?\)/g,
    accept: (match, file) => !/IsDevelopment\(/.test(linesAround(file, file.lineAt(match.index ?? 0), 6, 0)),
    examples: [
      {
        path: 'Program.cs',
        text: 'policy\n  .AllowAnyOrigin()\n  .AllowAnyMethod();\nother.WithOrigins("*");\n',
        lines: [2, 4],
      },
    ],
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
    words: ['UseDeveloperExceptionPage', 'etailedErrors'],
    pattern: /\.UseDeveloperExceptionPage\(\s?\)|\.UseSetting\(\s?"?\w{0,40}[dD]etailedErrors(?:Key)?"?\s?,\s?"true"/g,
    // Behind any other question it is a choice of whoever runs it.
    accept: (match, file) =>
      conditionsAround(file, file.lineAt(match.index ?? 0)).length === 0 &&
      !/IsDevelopment|IsEnvironment|EnvironmentName|#if\s+DEBUG/i.test(
        linesAround(file, file.lineAt(match.index ?? 0), 6, 0),
      ),
    examples: [
      { path: 'Program.cs', text: 'app.UseRouting();\n\n\n\n\n\n\napp.UseDeveloperExceptionPage();\n', lines: [8] },
      { path: 'Startup.cs', text: 'if (env.IsDevelopment())\n{\n  app.UseDeveloperExceptionPage();\n}\n', lines: [] },
      { path: 'Own.cs', text: 'if (settings.ShowErrors)\n{\n  app.UseDeveloperExceptionPage();\n}\n', lines: [] },
    ],
  },
  {
    id: 'fields-by-loop',
    ...massAssignment,
    wants: only('python'),
    words: ['setattr(', '.items():'],
    pattern:
      /(?<=^[ \t]{0,40}for\s\w{1,30},\s?\w{1,30}\sin\s(?:vars\(\w{1,30}\)|request\.\w{1,20}|(?!kwargs\b)\w{1,30}(?:\.(?:dict|model_dump|json|get_json)\([^()\n]{0,60}\))?)\.items\(\):\n(?:[ \t]{1,60}if\s[^\n]{1,100}:\n)?)[ \t]{1,60}setattr\((?!self\b)|^[ \t]{0,40}for\s(?<key>\w{1,20}),\s?\w{1,30}\sin\s(?<from>\w{1,30}|request\.(?:json|form|get_json\(\)))\.items\(\):/gm,
    // Fields of a request, or of a body by its class; a loader of settings sets what it likes.
    accept(match, file) {
      const before = file.text.slice(Math.max(0, (match.index ?? 0) - 200), match.index);
      const key = match.groups?.['key'];
      if (key !== undefined) return writesColumns(match, file, key);
      return (
        !/validated_data|cleaned_data|attrs\b/.test(before) &&
        (readsRequests(file) || /\.(?:dict|model_dump|json|get_json)\([^\n]*\.items\(\)|in request\./.test(before))
      );
    },
    examples: [
      {
        path: 'a.py',
        text: 'def change():\n    data = request.get_json()\n    for key, value in data.items():\n        parts.append(f"{key} = %s")\n    db.execute(f"UPDATE cards SET {parts}")\n',
        lines: [3],
      },
      {
        path: 'c.py',
        text: 'def patch(user, db_user):\n    for var, value in user.dict().items():\n        if value:\n            setattr(db_user, var, value)\n    for key in KNOWN:\n        setattr(db_user, key, 1)\n\n\ndef update(self, **kwargs):\n    for key, value in kwargs.items():\n        setattr(self, key, value)\n',
        lines: [4],
      },
      {
        path: 'serializers.py',
        text: 'def update(self, instance, validated_data):\n    for attr, value in validated_data.items():\n        setattr(instance, attr, value)\n',
        lines: [],
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
    // Each of the two is a protection of its own.
    accept: (match, file) =>
      !/(?:[sS]etSecure|\.secure)\(\s?(?!false)|isSecure/.test(file.text) &&
      // One that is taken back, or whose protections are said to be off.
      !/setMaxAge\(\s?0|set(?:HttpOnly|Secure)\(\s?false/.test(linesAround(file, file.lineAt(match.index ?? 0), 5, 1)),
    examples: [
      {
        path: 'A.java',
        text: 'class A { void f() {\n  response.addCookie(new Cookie("accountType", type));\n} }\n',
        lines: [2],
      },
      {
        path: 'B.java',
        text: 'class B { void f(Cookie c) {\n  c.setHttpOnly(true);\n  response.addCookie(c);\n} }\n',
        lines: [3],
      },
    ],
  },
  {
    ...uncheckedSignature,
    id: 'jwt-check-off-by-name',
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
  {
    ...forgedRequests,
    id: 'csrf-exempt',
    wants: only('python'),
    words: ['csrf_exempt'],
    pattern: /^@(?:method_decorator\()?csrf_exempt\b/gm,
    // Programs that call have no cookies.
    accept: (match, file) =>
      !/webhook|callback|\bapi\b|hook|token|signature/i.test(linesAround(file, file.lineAt(match.index ?? 0), 0, 6)),
    examples: [
      { path: 'a.py', text: '@csrf_exempt\ndef profile(request):\n    save()\n', lines: [1] },
      { path: 'b.py', text: '@csrf_exempt\ndef webhook(request):\n    save()\n', lines: [] },
    ],
  },
  {
    ...forgedRequests,
    id: 'csrf-skipped',
    wants: only('ruby'),
    words: ['skip_forgery_protection', 'verify_authenticity_token'],
    // Not for what a condition chooses, nor for actions that only show.
    pattern:
      /^\s{0,8}skip_(?:forgery_protection|before_action\s{1,3}:verify_authenticity_token)\b(?!,[^\n]{0,80}\bif:)(?!,\s{0,3}(?:only:|:only\s=>)\s{0,3}(?::(?:index|show)\s*$|(?:\[|%i[([])(?:[\s,:]|index|show){1,30}[\])]\s*$))/gm,
    accept: (_match, file) =>
      !/(?:^|\/)(?:api|webhooks?|hooks?|callbacks?)(?:\/|_)|Api::|Webhook/i.test(
        `${file.path}\n${file.text.slice(0, 600)}`,
      ),
    examples: [
      { path: 'app/controllers/a_controller.rb', text: 'class A < B\n  skip_forgery_protection\nend\n', lines: [2] },
      {
        path: 'app/controllers/b_controller.rb',
        text: 'class A < B\n  skip_before_action :verify_authenticity_token, only: %i(index show)\n  skip_before_action :verify_authenticity_token, if: :json_request?\n  skip_before_action :verify_authenticity_token, only: [:create]\nend\n',
        lines: [4],
      },
      { path: 'app/controllers/api/a_controller.rb', text: 'class A < B\n  skip_forgery_protection\nend\n', lines: [] },
    ],
  },
  {
    id: 'secret-in-log',
    possible: true,
    cwe: 'CWE-532',
    owasp: 'A09',
    title: 'A password is written into a log',
    severity: 'low',
    why: 'Whoever reads the log can sign in with it.',
    fix: 'Leave it out.',
    wants: only('python', 'javascript', 'typescript', 'java', 'csharp', 'ruby', 'go', 'php'),
    words: ['assword', 'asswd'],
    pattern:
      /(?<![A-Za-z0-9])_?(?:logger|log|console|logging|LOG|LOGGER|Log|slog)\.(?:info|debug|warn|warning|error|log|print\w{0,2}|Log\w{1,12}|[A-Z]\w{2,12})\([^\n]{0,160}(?:[,+(%]\s{0,3}|\{)(?:\w{1,20}\.)?(?:password|passwd|plain_?[pP]assword)\s{0,3}(?:[,)+}])/g,
    examples: [
      {
        path: 'a.py',
        text: "logger.info('Failed login (%s:%s)' % (username, password))\nlogger.info('no password for %s' % username)\n",
        lines: [1],
      },
    ],
  },
  {
    id: 'listing-of-folders',
    possible: true,
    cwe: 'CWE-548',
    owasp: 'A05',
    title: 'A server lists what lies in its folders',
    severity: 'low',
    why: 'It shows files that no page links to.',
    fix: 'Switch the listing off.',
    wants: ({ path, language }) =>
      language === 'other' &&
      /\.conf(?:\.\w{1,12})?$|(?:^|\/)\.htaccess$|nginx/i.test(path) &&
      !/(?:^|[/._-])(?:dev|development|local)[/._-]/i.test(path),
    words: ['autoindex', 'Indexes'],
    pattern: /^[ \t]{0,40}autoindex\s+on\s?;|^[ \t]{0,40}Options(?:\s[^\n#-]{0,60})?[ \t+]Indexes\b/gm,
    examples: [
      {
        path: 'nginx/default.conf',
        text: 'location / {\n  autoindex on;\n  # autoindex on;\n}\nlocation /a {\n  autoindex off;\n}\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'go-open-origin',
    ...openCors,
    wants: only('go'),
    words: ['Access-Control-Allow-Origin'],
    pattern:
      /\.(?:Set|Add|Header)\(\s?"Access-Control-Allow-Origin",\s?(?:"\*"|origin|\w{1,20}\.Header\.Get\("Origin"\))\s?\)/g,
    accept: (match, file) =>
      !/\bif\b[^\n]{0,120}\borigin/i.test(linesAround(file, file.lineAt(match.index ?? 0), 4, 0)),
    examples: [
      {
        path: 'a.go',
        text: 'package a\nfunc f() {\n\tw.Header().Set("Access-Control-Allow-Origin", "*")\n\tw.Header().Set("Access-Control-Allow-Origin", own)\n}\n',
        lines: [3],
      },
    ],
  },
];
