import { isForTests, linesAround } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import type { LineRule } from '../../weakness';
import { only } from '../languages';
import { plainPassword } from './kinds';

/** What calls that hash a password are named. */
const hashes = /bcrypt\.\w|argon2\.\w|\b\w{0,20}[hH]ash\w{0,20}\(|scrypt\w{0,6}\(|pbkdf2|createHash|\.encrypt\(/;

/** What opens the door of a server: words in the code, and passwords that are kept as they are. */
export const broadGuardRules: readonly LineRule[] = [
  {
    id: 'word-in-code',
    possible: true,
    told: 'login-in-code',
    cwe: 'CWE-798',
    owasp: 'A07',
    title: 'A secret word stands in the code that checks it',
    severity: 'medium',
    why: 'Whoever reads the code gets in, and it cannot be changed without a release.',
    fix: 'Read it from the environment, and compare in constant time.',
    wants: only('javascript', 'typescript', 'python', 'php', 'ruby'),
    words: ['ecret', 'Key', '_key', '-key', 'oken'],
    // Led by the comparison: of names there are many more.
    fits: ({ text }) => /[!=]==?\s?['"](?=[^'"\n]{0,40}\d)/.test(text),
    pattern:
      /(?<![\w"'])(?:\$?\w{1,20}(?:\.|->))?\$?(?:secret|\w{1,20}(?:_s|S)ecret|(?:admin|api|access|master|debug|backup|override|internal)_?[kK]ey|key|token|\w{1,20}(?:_t|T)oken)['"\])]{0,3}\s?[!=]==?\s?['"](?<value>(?=[^'"\n]{0,40}\d)(?=[^'"\n]{0,40}[a-zA-Z])[\w!@#$%^&*-]{5,40})['"]/g,
    accept: (match, file) =>
      !isBrowserCode(file) &&
      !isForTests(file, file.lineAt(match.index ?? 0)) &&
      // Names of keys of a keyboard, of algorithms and of formats.
      !/^(?:Key[A-Z0-9]|F\d|Digit|Numpad|Arrow|sha|md5|utf|base64|ed25519|rsa|es\d|x509|http|h\d|v\d|[a-z]{2}-[a-z]{2,6}-?\d)/i.test(
        match.groups?.['value'] ?? '',
      ) &&
      (!/(?:^|\.)(?:key|token)\b/i.test(match[0]) ||
        /\b(?:req|request|query|params|Query|Headers?|Body|headers)\b/.test(file.text)) &&
      !/lexer|parser|tokeni[sz]er|keyboard|keymap|(?:^|\/)(?:tests?|spec)/i.test(file.path) &&
      /secret|pass|admin|\w\d{3}|[!@#$%^&*]/i.test(match.groups?.['value'] ?? ''),
    examples: [
      {
        path: 'a.ts',
        text: "@Controller()\nclass A {\n  f(@Query('secret') secret: string) {\n    if (secret !== 'export123') return;\n    if (adminKey !== 'admin123' && adminKey !== 'x') return;\n    if (body.secret !== 'test123') return;\n    if (token === 'Bearer') return;\n    if (key === 'KeyA1') return;\n  }\n}\n",
        lines: [4, 5, 6],
      },
    ],
  },
  {
    ...plainPassword,
    id: 'plain-password-record',
    wants: only('javascript', 'typescript'),
    words: ['prisma'],
    pattern:
      /\bprisma\.\w{0,20}(?:user|account|member|admin|customer)\w{0,10}\.(?:create|upsert)\(\s?\{[^;]{0,160}?\bdata\s?:\s?\{[^{};]{0,300}?\bpassword\s?(?:,|:\s?(?:\w{1,20}\.){0,3}password\s?[,}])/gi,
    accept: (_match, file) => !hashes.test(file.text),
    examples: [
      {
        path: 'a.ts',
        text: 'class A {\n  async f(dto) {\n    const { email, password } = dto;\n    return this.prisma.user.create({\n      data: {\n        email,\n        password,\n      },\n    });\n  }\n}\n',
        lines: [4],
      },
      {
        path: 'b.ts',
        text: 'const password = await bcrypt.hash(given, 10);\nawait prisma.user.create({ data: { email, password } });\n',
        lines: [],
      },
    ],
  },
  {
    ...plainPassword,
    id: 'plain-password-document',
    wants: only('python'),
    words: ['insert_one(', 'update_one(', 'find_one('],
    pattern:
      /\.(?:insert_one|update_one|find_one|find_one_and_update)\(\s?(?:\{[^{}]{0,120}\},\s?)?\{[^{}]{0,200}?(?:\{[^{}]{0,80}?)?["']password["']\s?:\s?(?:\w{1,30}\[["']\w{0,10}_?password\w{0,10}["']\]|(?:\w{1,20}\.)?password)\s?[,}]/g,
    accept: (match, file) => {
      const before = file.text.slice(Math.max(0, (match.index ?? 0) - 700), match.index);
      return !/\bpassword\s?=\s?[^\n]{0,60}(?:hash|crypt|pbkdf2|argon|scrypt|md5|sha\d)/i.test(before);
    },
    examples: [
      {
        path: 'a.py',
        text: "password = data.get('password')\nuser = db.users.find_one({\n    'username': username,\n    'password': password,\n})\ndb.users.update_one({'email': email}, {'$set': {'password': password}})\n",
        lines: [2, 6],
      },
      {
        path: 'b.py',
        text: "password = generate_password_hash(given)\ndb.users.insert_one({'username': name, 'password': password})\n",
        lines: [],
      },
    ],
  },
  {
    ...plainPassword,
    id: 'password-in-session',
    title: 'A password is kept in a session or a token',
    why: 'Sessions lie on a disk or with the client: whoever reads one has the password.',
    fix: 'Keep the number of the user only.',
    wants: only('python', 'php', 'javascript', 'typescript', 'ruby'),
    words: ['assword'],
    pattern:
      /(?:\bsession\[["']password["']\]|\$_SESSION\[\s?["']password["']\s?\]|\breq\.session\.password)\s?=(?!=)\s?(?!None|null|''|""|nil)\S|\bjwt\.(?:sign|encode)\(\s{0,20}\{[^{}]{0,300}\bpassword\s?(?:,|:\s?\w{1,20}\.password\b)/g,
    examples: [
      {
        path: 'a.py',
        text: "session['password'] = password\nsession['password'] = None\nsession['user_id'] = user.id\n",
        lines: [1],
      },
      {
        path: 'a.ts',
        text: 'const token = jwt.sign({\n  id: user.id,\n  password: user.password,\n}, key);\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'query-of-fields',
    possible: true,
    told: 'nosql-injection',
    cwe: 'CWE-943',
    owasp: 'A03',
    title: 'A MongoDB query takes request data as it comes',
    severity: 'medium',
    why: 'An object instead of a text (`{"$ne": ""}`) changes what the query asks.',
    fix: 'Check the type of the value, or cast it, before it goes into the query.',
    wants: only('python'),
    words: ['find_one(', '.find(', 'update_one(', 'delete_one('],
    pattern: /\.(?:find_one|find|update_one|delete_one|find_one_and_update)\(\s{0,20}\{(?<fields>[^{}]{1,300})\}/g,
    accept(match, file) {
      if (!/mongo/i.test(file.text)) return false;
      const before = linesAround(file, file.lineAt(match.index ?? 0), 25, 0);
      if (!/request\.(?:get_json\(|json\b)/.test(before)) return false;
      return [...(match.groups?.['fields'] ?? '').matchAll(/:\s{0,10}(?<name>[a-z_]\w{0,30})\s{0,10}(?:,|$)/g)].some(
        ({ groups }) =>
          new RegExp(
            `\\b${groups?.['name'] ?? ''}\\s{0,10}=\\s{0,10}(?:\\(?(?:data|body|payload|content|req|params)(?:\\.get\\(|\\[)|request\\.json(?:\\.get\\(|\\[))[^\\n]{1,60}\\)?\\s{0,3}$`,
            'm',
          ).test(before),
      );
    },
    examples: [
      {
        path: 'a.py',
        text: "from pymongo import MongoClient\ndef login():\n    data = request.get_json() or {}\n    password = data.get('password', '')\n    name = str(data.get('name'))\n    user = db.users.find_one({\n        'password': password,\n    })\n    other = db.users.find_one({'name': name})\n",
        lines: [6],
      },
    ],
  },
  {
    id: 'unsigned-in-list',
    possible: true,
    told: 'jwt-unverified',
    cwe: 'CWE-347',
    owasp: 'A02',
    title: 'Signatures of tokens are not checked',
    severity: 'medium',
    why: 'Old versions of the library take a token that says it has no signature.',
    fix: 'Name the one algorithm that you sign with.',
    wants: only('python', 'javascript', 'typescript', 'php', 'ruby'),
    words: ['none', 'None'],
    pattern:
      /(?:\b|_)algorithms?["']?\s?[:=]\s?\[(?=[^\]\n]{0,80}["'](?:HS|RS|ES)\d{3}["'])[^\]\n]{0,80}["']none["']/gi,
    accept: (match, file) =>
      /jwt|jose/i.test(file.text) && !/notIn|exclude|forbid/i.test(file.lineText(file.lineAt(match.index ?? 0))),
    examples: [
      {
        path: 'a.py',
        text: "import jwt\njwt.decode(token, KEY, algorithms=['HS256', 'none'])\njwt.decode(token, KEY, algorithms=['HS256'])\nALLOWED_ALGORITHMS = ['RS256', 'None']\n",
        lines: [2, 4],
      },
    ],
  },
];
