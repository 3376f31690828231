import type { SourceFile } from '../../../sourceFile';
import { conditionsAround, enclosingLines, isForDevelopers, linesAround } from '../context/enclosing';
import { isBrowserCode } from '../context/origin';
import { isSetByInstallation } from '../context/remarks';
import { readsRequests } from '../context/requests';
import type { LineRule } from '../weakness';
import { anyLanguage, go, python, script } from './languages';

/** Behind the guard of a directly started module, and bound to the own machine, it is a developer's. */
function isReachableDebugger(match: RegExpMatchArray, file: SourceFile): boolean {
  const line = file.lineAt((match.index ?? 0) + match[0].length - match[0].trimStart().length);
  if (isForDevelopers(file, line)) return false;
  if (conditionsAround(file, line).some((header) => /debug|config|setting|args|option|environ/i.test(header)))
    return false;
  if (!/\.run\(/.test(match[0])) return !/^DEBUG/.test(match[0]) || !isSetByInstallation(file);
  // Who starts an application of another module tries it out, or measures it.
  if (!/\b(?:Flask|Bottle|Sanic|Quart)\(|\bcreate_app\(/.test(file.text)) return false;
  const call = linesAround(file, line, 0, 4);
  // A developer's start is bound to the own machine; a server of its own kind is what runs elsewhere.
  if (/127\.0\.0\.1|localhost/.test(call)) return false;
  const isStart = /__main__|\bdef (?:main|run|serve|start)\b/.test(enclosingLines(file, line).join('\n'));
  return !isStart || (/0\.0\.0\.0/.test(call) && /__main__/.test(enclosingLines(file, line).join('\n')));
}

/** Generators of code, pages of documents and what is sent as text write no pages of the product. */
const isOfTools =
  /(?:^|[/._-])(?:scripts?|tools?|generators?|codegen|scaffold\w*|docs?|build|builders?|e?mails?|sms|notif\w*|messages?|cli|templates?_?gen\w*)(?:[/._-]|$)/i;

/** `yaml = YAML()`: the reader of ruamel, which builds plain data unless it is told otherwise. */
const isYamlOfObject = /\byaml\s?=\s?(?:ruamel\.yaml\.)?YAML\((?![^)\n]{0,60}unsafe)/;

/** Dangerous calls and settings that a line shows by itself. */
export const codeRules: readonly LineRule[] = [
  {
    id: 'debug-on',
    possible: true,
    cwe: 'CWE-489',
    owasp: 'A05',
    title: 'Debug mode is written into the code',
    severity: 'medium',
    why: 'Error pages then show code, settings and sometimes a console.',
    fix: 'Read it from the environment, off by default.',
    wants: (file) =>
      python(file) &&
      !/(?:^|[/_.-])(?:dev|develop|development|local|test|testing|debug|staging)(?:[/_.-]|$)/i.test(file.path),
    words: ['DEBUG', 'debug'],
    pattern:
      /^DEBUG\s*=\s*True\b|^DEBUG\s?=\s?(?:\w{3,9}\(\s?)?(?:os\.(?:getenv|environ\.get)|config|env(?:\.bool)?)\(\s?["']\w{0,30}DEBUG["']\s?,\s?(?:default\s?=\s?)?(?:True|["'](?:[Tt]rue|1|on|yes)["'])(?=[\s\S]{1,8000}?^INSTALLED_APPS\b)|\bapp\.run\([^)\n]{0,120}\bdebug\s*=\s*True\b(?!\s+if\b)|\bapp\.debug\s*=\s*True|\b(?:web\.Application|Application|FastAPI|Starlette|Litestar)\([^)]{0,120}\bdebug\s*=\s*True/gm,
    accept: isReachableDebugger,
    examples: [
      { path: 'shop/settings.py', text: 'DEBUG = True\nTEMPLATE_DEBUG = DEBUG\n', lines: [1] },
      {
        path: 'shop/settings.py',
        text: 'DEBUG = os.environ.get("DEBUG", "True") == "True"\nINSTALLED_APPS = []\n',
        lines: [1],
      },
      {
        path: 'shop/settings.py',
        text: 'DEBUG = os.environ.get("DEBUG", "False") == "True"\nINSTALLED_APPS = []\n',
        lines: [],
      },
      {
        path: 'shop/settings.py',
        text: "DEBUG = True\ntry:\n    with open('local_settings.py') as f:\n        exec(f.read(), globals())\nexcept IOError:\n    pass\n",
        lines: [],
      },
      { path: 'app.py', text: 'app = Flask(__name__)\napp.run(host="0.0.0.0", debug=True)\n', lines: [2] },
      { path: 'app.py', text: 'if __name__ == "__main__":\n    app.run(debug=True)\n', lines: [] },
      { path: 'app.py', text: 'app = Application(\n    debug=True,\n)\n', lines: [1] },
      { path: 'shop/settings/dev.py', text: 'DEBUG = True\n', lines: [] },
      { path: 'profiler.py', text: 'from shop import app\napp.run(debug=True)\n', lines: [] },
      // A start for developers; what the environment says.
      { path: 'run.py', text: "def main():\n    app.run(host='0.0.0.0', debug=True)\n", lines: [] },
      { path: 'b.py', text: 'if config.debug:\n    app.run(debug=True)\n', lines: [] },
    ],
  },
  {
    id: 'cookie-flags-off',
    cwe: 'CWE-614',
    owasp: 'A05',
    title: 'A cookie is sent without its protections',
    severity: 'medium',
    why: 'Without `Secure` and `HttpOnly` a session can be read on the wire or by script.',
    fix: 'Set `secure`, `httpOnly` and `sameSite`.',
    wants: anyLanguage,
    words: ['httpOnly', 'HttpOnly', 'httponly', 'cookie', 'COOKIE', 'setSecure'],
    pattern:
      /\bhttpOnly\s*:\s*false\b|\bcookie\s*:\s*\{[^}\n]{0,120}\bsecure\s*:\s*false\b|\b(?:SESSION|CSRF)_COOKIE_(?:SECURE|HTTPONLY)\s*=\s*False|setHttpOnly\(\s*false|setSecure\(\s*false|\bHttpOnly\s*[:=]\s*false\b|\bhttponly\s*=\s*False\b/g,
    // A flag that script is meant to read holds no login; nor does a token against forged requests.
    accept(match, file) {
      const line = file.lineAt((match.index ?? 0) + match[0].length - 1);
      if (isForDevelopers(file, line) || conditionsAround(file, line).length > 0) return false;
      if (/(?:^|[/._-])(?:dev|develop|development|local|test|testing|debug)(?:[/._-]|$)/i.test(file.path)) return false;
      // A cookie that is taken back has no value to protect.
      if (/^set/.test(match[0]))
        return (
          /[cC]ookie/.test(linesAround(file, line, 8, 1)) &&
          !/setMaxAge\(\s?0|,\s?""\s?\)/.test(linesAround(file, line, 6, 3))
        );
      // What sets the headers for the framework says it again, and means the other.
      if (/^SESSION_COOKIE_SECURE/.test(match[0]) && /\bsession_cookie_secure['"]?\s*[:=]\s*True/.test(file.text))
        return false;
      if (!/http_?only\s*[:=]/i.test(match[0])) return true;
      const near = `${linesAround(file, line, 3, 3)}\n${enclosingLines(file, line).slice(0, 2).join('\n')}`;
      return (
        /\b(?:Add)?[sS]ession(?:\(|_?id|_?cookie|['"])|\bauth_?(?:token|cookie)|access_?token|refresh_?token|\bsid\b|jwt/i.test(
          near,
        ) && !/csrf|xsrf|flag|payload|,\s{0,3}['"](?:true|false|1|0)['"]\s{0,3},/i.test(near)
      );
    },
    examples: [
      {
        path: 'a.js',
        text: 'app.use(session({ cookie: { httpOnly: false } }));\napp.use(session({ cookie: { httpOnly: true } }));\n',
        lines: [1],
      },
      { path: 'A.kt', text: 'fun f() { activity.setSecure(false) }\n', lines: [] },
      { path: 'shop/settings/development.py', text: 'SESSION_COOKIE_SECURE = False\n', lines: [] },
      {
        path: 'shop/config.py',
        text: 'SECURE_HEADERS = {\n    "session_cookie_secure": True,\n}\nSESSION_COOKIE_SECURE = False\n',
        lines: [],
      },
      { path: 'shop/settings.py', text: 'if DOMAIN == "localhost":\n    SESSION_COOKIE_SECURE = False\n', lines: [] },
      {
        path: 'b.js',
        text: 'cookies().set(seen, "true", {\n  httpOnly: false,\n  expires: session.end,\n});\n',
        lines: [],
      },
    ],
  },
  {
    id: 'unsafe-yaml-or-pickle',
    cwe: 'CWE-502',
    owasp: 'A08',
    title: 'A loader that can build any object reads data',
    severity: 'medium',
    why: 'Where the data comes from outside, reading it runs code.',
    fix: 'Use `yaml.safe_load`, or a format that holds data only.',
    wants: python,
    words: ['yaml.'],
    // A loader of one's own, or one that makes plain data, is named as a second argument.
    pattern:
      /\byaml\.load\((?:[^,()\n]{0,60}\([^()\n]{0,60}\)){0,3}[^,()\n]{0,60}\)|\byaml\.load\([^\n]{0,200}\byaml\.(?:Unsafe|C|CUnsafe)?Loader\b|\byaml\.unsafe_load\(/g,
    // What a script reads is mostly its own.
    accept: (_match, file) => readsRequests(file) && !isYamlOfObject.test(file.text),
    examples: [
      {
        path: 'b.py',
        text: 'from flask import request\nfrom ruamel.yaml import YAML\nyaml = YAML()\na = yaml.load(request.data)\n',
        lines: [],
      },
      {
        path: 'a.py',
        text: 'a = yaml.load(text)\nb = yaml.load(text, Loader=yaml.SafeLoader)\nc = yaml.safe_load(text)\nd = yaml.load(open(n).read())\ne = yaml.load(text, Loader=OwnLoader)\nf = yaml.load(\n    text, Loader=OwnLoader\n)\ntext = request.files[0].read()\n',
        lines: [1, 4],
      },
    ],
  },
  {
    id: 'xml-external-entities',
    cwe: 'CWE-611',
    owasp: 'A05',
    title: 'XML is read with external entities allowed',
    severity: 'medium',
    why: 'A document can pull in files of the server or call other services.',
    fix: 'Forbid document types and external entities.',
    wants: (file) => python(file) || script(file) || file.language === 'php',
    words: ['resolve_entities', 'noent', 'LIBXML_NOENT', 'libxml_disable', 'external_ges'],
    pattern:
      /\bresolve_entities\s*=\s*True|\bnoent\s*:\s*true\b|\bLIBXML_NOENT\b|libxml_disable_entity_loader\(\s*false|\.setFeature\(\s?(?:\w{1,30}\.){0,3}feature_external_ges\s?,\s?(?:True|1)\s?\)/g,
    // A constant is only named here.
    accept: (match, file) => !/^\s*define\(/.test(file.lineText(file.lineAt(match.index ?? 0))),
    examples: [
      { path: 'a.js', text: 'libxml.parseXml(text, { noent: true });\n', lines: [1] },
      { path: 'a.php', text: "<?php\ndefine('OPTIONS', LIBXML_NOENT | LIBXML_NONET);\n", lines: [] },
    ],
  },
  {
    id: 'go-text-template-html',
    cwe: 'CWE-79',
    owasp: 'A03',
    title: 'HTML is written with text/template, which does not escape',
    severity: 'medium',
    why: 'Values with markup become part of the page.',
    fix: 'Import html/template.',
    wants: go,
    words: ['text/template'],
    pattern: /"text\/template"/g,
    // Templates of messages and of settings stand beside handlers of pages; only files of HTML say what is written.
    accept: (_match, file) => /\.Parse(?:Files|Glob|FS)\([^\n]{0,200}\.(?:html?|gohtml)["`]/.test(file.text),
    examples: [
      {
        path: 'a.go',
        text: 'package a\nimport "text/template"\nvar t = template.ParseFiles("page.html")\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'mongo-where-script',
    cwe: 'CWE-943',
    owasp: 'A03',
    title: 'Values are put into script that MongoDB runs ($where)',
    severity: 'high',
    why: 'Whoever controls a value writes JavaScript that the database runs.',
    fix: 'Use query operators instead of `$where`.',
    wants: script,
    words: ['$where'],
    pattern: /['"]?\$where['"]?\s*:\s*(?:`[^`]{0,400}\$\{|['"](?:\\.|[^'"\\\n]){0,300}['"]\s*\+)/g,
    examples: [
      {
        path: 'b.js',
        text: "db.find({ $where: 'this.key ==\\''+req.body.key+'\\'' });\n",
        lines: [1],
      },
      {
        path: 'a.js',
        text: 'db.find({ $where: `this.a == $' + '{id}` });\ndb.find({ $where: "this.a == 1" });\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'template-escaping-off',
    possible: true,
    cwe: 'CWE-79',
    owasp: 'A03',
    title: 'Escaping of templates is switched off',
    severity: 'high',
    why: 'Every value with markup in it becomes part of the page.',
    fix: 'Leave it on, and mark the few values that are HTML.',
    wants: anyLanguage,
    words: ['autoescape', 'noEscape'],
    pattern: /\bautoescape\s*[:=]\s*(?:false|False)\b|\bnoEscape\s*:\s*true\b/g,
    // Engines for names of files and the like write no pages, nor do those with braces of their own, for code; a parameter with this default is the engine itself.
    accept: (match, file) =>
      !/Sandboxed|NativeEnvironment|latex|\.tex\b|text\/plain/i.test(file.text) &&
      !/(?:variable|block)_(?:start|end)_string\s{0,3}=/.test(file.text) &&
      !isOfTools.test(file.path) &&
      !isBrowserCode(file) &&
      // That pages are made is shown by their files, or by the server that sends them.
      (/\.html?\b|express|flask|res\.render|text\/html|view engine|swig\.|nunjucks|consolidate/i.test(file.text) ||
        /(?:^|\/)(?:server|app|index)\.\w+$/.test(file.path)) &&
      (!match[0].startsWith('noEscape') ||
        /compile|handlebars|hbs/i.test(linesAround(file, file.lineAt(match.index ?? 0), 6, 1))) &&
      !/prompt|llm|chat|model\b|markdown|mjml|sql/i.test(
        `${file.path}\n${linesAround(file, file.lineAt(match.index ?? 0), 8, 6)}`,
      ) &&
      // The subject and the plain text of a mail are no pages.
      !/\b(?:function|subject|text|txt|plain)(?:\b|_)|^\s*(?:async\s+)?def\s/.test(
        file.lineText(file.lineAt(match.index ?? 0)),
      ),
    examples: [
      {
        path: 'server.js',
        text: 'const rule = { include: "basic", noEscape: true };\n// express\n',
        lines: [],
      },
      {
        path: 'a.js',
        text: 'swig.setDefaults({ autoescape: false });\nswig.setDefaults({ autoescape: true });\n',
        lines: [1],
      },
      // A prompt, JSON, a text of a mail.
      {
        path: 'src/post.js',
        text: 'const mail = {\n  subject: handlebars.compile(a.subject, { noEscape: true }),\n  text: handlebars.compile(a.text, { noEscape: true }),\n  html: handlebars.compile(a.html),\n};\n// text of .html\n',
        lines: [],
      },
      {
        path: 'src/prompt.ts',
        text: 'const t = Handlebars.compile(input, {\n  noEscape: true,\n});\n// express\n',
        lines: [],
      },
      {
        path: 'notes.py',
        text: 'def send(self):\n    plain = self.render(self.plain_content, autoescape=False)\n    html = self.render(self.page, autoescape=False)\n    send(plain, html, "page.html")\n',
        lines: [3],
      },
      { path: 'config/a.rb', text: 'ActiveSupport.escape_html_entities_in_json = false\n', lines: [] },
      { path: 'src/emails/a.js', text: 'nunjucks.configure({ autoescape: false });\n', lines: [] },
    ],
  },
];
