import { isForTests, linesAround } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import type { LineRule } from '../../weakness';
import { only } from '../languages';
import { plainPassword } from './kinds';

/** Templates made of values, archives of strangers, and passwords in queries and settings. */
export const broadKeptRules: readonly LineRule[] = [
  {
    id: 'plain-password-in-query',
    inTexts: true,
    ...plainPassword,
    wants: only('javascript', 'typescript', 'python', 'php', 'ruby', 'java', 'kotlin', 'csharp'),
    words: ['assword', 'passwd', 'pwd', 'pass'],
    pattern:
      /\b(?:and|where|set)\s{1,3}[`"[]?(?:\w{1,20}\.)?(?:user_?)?(?:password|passwd|pass|pwd)[`"\]]?\s?=\s?(?:['"]?\s?\$?\{\s?\$?(?:\w{1,20}(?:\.|->))?(?:new_?|user_?)?p(?:assw(?:or)?d|ass|wd)\s?\}|['"]{1,2}\s?[.+]\s?\$?(?:\w{1,20}(?:\.|->))?(?:new_?|txt_?)?p(?:assw(?:or)?d|ass|wd)\b|'\$(?:new_?)?p(?:assw(?:or)?d|ass|wd)')/gi,
    accept: (match, file) =>
      !/\b(?:md5|sha1|sha256|hash\w{0,10}|\w{0,20}_hash|bcrypt\.\w{1,12}|crypt|password_hash|make_password|encrypt\w{0,10})\s?\(/i.test(
        file.text.slice(Math.max(0, (match.index ?? 0) - 900), (match.index ?? 0) + match[0].length),
      ),
    examples: [
      {
        path: 'a.ts',
        text: `const query = \`SELECT * FROM users WHERE email = '\${email}' AND password = '\${password}'\`;\nconst other = \`SELECT * FROM users WHERE email = '\${email}'\`;\n`,
        lines: [1],
      },
      {
        path: 'a.php',
        text: "<?php\n$sql = \"SELECT * FROM users WHERE name = '$name' AND password = '$password'\";\n",
        lines: [2],
      },
      {
        path: 'b.php',
        text: '<?php\n$password = md5($_POST["password"]);\n$sql = "SELECT * FROM users WHERE password = \'$password\'";\n',
        lines: [],
      },
    ],
  },
  {
    id: 'login-of-service',
    possible: true,
    told: 'login-in-code',
    cwe: 'CWE-798',
    owasp: 'A07',
    title: 'A password of a service stands in the code',
    severity: 'medium',
    why: 'Whoever reads the code can sign in, and it cannot be changed without a release.',
    fix: 'Read it from the environment or a secret store.',
    wants: only('javascript', 'typescript', 'python', 'php', 'ruby'),
    words: ['assword', 'passwd', 'pass'],
    pattern:
      /["']?\b(?:db_?)?(?:password|passwd|pass)["']?\s{0,4}(?::|=>)\s{0,4}["'](?<value>[^"'\n${}<>%]{4,60})["']/g,
    accept: (match, file) => {
      const line = file.lineAt(match.index ?? 0);
      return (
        !isBrowserCode(file) &&
        !isForTests(file, line) &&
        !/createConnection|createPool|\bPool\(|Client\(|Sequelize\(|onnect\(/.test(linesAround(file, line, 6, 0)) &&
        // A host beside it, with a value.
        /\b(?:host(?:name)?|server|endpoint)["']?\s{0,4}(?::|=>)\s{0,10}["'][\w.-]{3,100}["']/.test(
          linesAround(file, line, 5, 3),
        ) &&
        !/(?:^|[/._-])(?:tests?|spec|fixtures?|examples?|samples?|docs?|bench\w*|locale|lang|i18n|demo|dev\w*)(?:[/._-]|$)/i.test(
          file.path,
        ) &&
        !/^(?:your|change|xxx|\*|password$|string|text|required|hidden|[A-Z_]+$|.*\s)/.test(
          match.groups?.['value'] ?? '',
        )
      );
    },
    examples: [
      {
        path: 'server.py',
        text: "CONFIG = {\n    'host': 'db.shop.example',\n    'port': 5432,\n    'user': 'shop',\n    'password': 'Pr0d_2025!',\n}\n\n\n\n\n\nOTHER = {'password': 'Pr0d_2025!'}\n",
        lines: [5],
      },
    ],
  },
  {
    id: 'template-of-parts',
    possible: true,
    told: 'template-injection',
    cwe: 'CWE-1336',
    owasp: 'A03',
    title: 'The text of a template is put together from values',
    severity: 'high',
    why: 'The engine runs expressions that such a value holds: whoever sends it runs code on the server.',
    fix: 'Keep the text fixed, and hand values over as variables of the template.',
    wants: only('python'),
    words: ['render_template_string(', 'from_string(', 'Template('],
    pattern: /(?:\brender_template_string|\.from_string|\bTemplate)\(\s?(?<name>[a-z]\w{0,30})\s?[,)]/g,
    accept: (match, file) => {
      if (!/jinja2|flask|mako|tornado/.test(file.text)) return false;
      const before = file.text.slice(Math.max(0, (match.index ?? 0) - 8_000), match.index);
      const made = [...before.matchAll(new RegExp(`^[ \\t]*${match.groups?.['name'] ?? ''}\\s?=\\s?`, 'gm'))].at(-1);
      if (!made) return false;
      const text = before.slice(made.index + made[0].length);
      const long = /^f("""|''')(?<inside>[\s\S]{0,7000}?)\1/.exec(text)?.groups?.['inside'];
      const first = text.split('\n')[0] ?? '';
      return (
        /(?<!\{)\{(?!\{|%)[a-z]/i.test((long ?? '').replace(/\{\{|\}\}/g, '')) ||
        /^f["'][^"'\n]{0,300}(?<!\{)\{(?!\{)\w/.test(first) ||
        /^["'][^"'\n]{0,300}["']\s?(?:%|\+|\.format\()/.test(first)
      );
    },
    examples: [
      {
        path: 'a.py',
        text: 'from flask import render_template_string\ndef f(user):\n    page = f"""<html>\n<h1>{user.name}</h1>\n<p>{{ today }}</p>\n"""\n    return render_template_string(page, today=today)\n',
        lines: [7],
      },
      {
        path: 'b.py',
        text: 'from flask import render_template_string\ndef f(user):\n    page = """<html>\n<h1>{{ user.name }}</h1>\n"""\n    return render_template_string(page, user=user)\n',
        lines: [],
      },
    ],
  },
  {
    id: 'archive-of-upload',
    possible: true,
    told: 'archive-traversal',
    cwe: 'CWE-22',
    owasp: 'A01',
    title: 'Names of an archive become paths',
    severity: 'medium',
    why: 'With `../` or a link in it the archive writes files outside the folder that was meant.',
    fix: 'Say `filter="data"`.',
    wants: only('python'),
    words: ['.extractall('],
    pattern: /(?<name>\b[a-z]\w{0,20})\.extractall\((?![^)\n]{0,80}filter)/g,
    accept: (match, file) =>
      /\brequest\.|UploadFile|FileField|form\.\w{1,20}\.data/.test(file.text) &&
      new RegExp(
        `\\b(?:tarfile\\.open|TarFile\\.open|TarFile)\\([^\\n]{1,160}\\sas\\s${match.groups?.['name'] ?? ''}:`,
      ).test(linesAround(file, file.lineAt(match.index ?? 0), 5, 0)) &&
      !/^tar/.test(match.groups?.['name'] ?? ''),
    examples: [
      {
        path: 'a.py',
        text: "def up():\n    file = request.files['a']\n    with TarFile.open(path, mode='r') as t:\n        t.extractall(folder)\n",
        lines: [4],
      },
    ],
  },
];
