import { linesAround } from '../../context/enclosing';
import { openersOf } from '../../context/openers';
import { isBrowserCode } from '../../context/origin';
import type { LineRule } from '../../weakness';
import { code, only } from '../languages';
import { passwordInLog, plainPassword } from './kinds';

const fastHash = {
  possible: true,
  cwe: 'CWE-916',
  owasp: 'A02',
  title: 'Passwords go through a fast hash',
  severity: 'medium',
  why: 'Fast hashes are tried billions of times a second when a table leaks.',
  fix: 'Use Argon2id, scrypt or bcrypt.',
} as const;

/** The password was made into something else a few lines before. */
const isHashedBefore = (match: RegExpMatchArray, text: string): boolean =>
  /bcrypt|argon2|scrypt|pbkdf2|hash|md5|sha\d|encrypt|encode\(|digest|make_password/i.test(
    text.slice(Math.max(0, (match.index ?? 0) - 600), (match.index ?? 0) + match[0].length + 60),
  );

/** What asks a service whether a password is known to have leaked. */
const isAsked = /pwned|hibp|gravatar|breach|check_?sum|etag/i;

/** Passwords: how they are kept, compared and shown. */
export const broadPasswordRules: readonly LineRule[] = [
  {
    ...fastHash,
    id: 'hash-of-password',
    wants: code,
    words: [
      'md5',
      'sha1',
      'sha256',
      'sha512',
      'MD5',
      'SHA1',
      'SHA256',
      'SHA-256',
      'SHA-1',
      'createH',
      'SHA512',
      'SHA-512',
    ],
    pattern:
      /\b(?:md5|sha1|sha256|sha512)(?:Hex|DigestAsHex)?\(\s?[\w.]{0,40}\.get\w{0,10}Password\(\)|\b(?:md5|sha1|sha256|sha512)(?:\.\w{1,8})?\(\s{0,3}(?:str\()?\$?(?:[\w.>-]{1,30}(?:\.|->))?(?:passw\w{0,10}|passwd|pwd|pass)\b|\b\w{1,40}\((?:[^()"\n]{0,60},\s?)?(?:passw\w{0,10}|pwd)\b[^()"\n]{0,60}(?:\([^()\n]{0,30}\))?[^()"\n]{0,40},\s?"(?:MD[245]|SHA-?1|SHA-?256)"|\.(?:digest|update|ComputeHash|HashData)\(\s?(?:Encoding\.\w{1,10}\.GetBytes\(\s?)?\w{0,10}passw(?:or)?d(?:\.getBytes\b|\s?\))/gi,
    accept: (match, file) =>
      !isBrowserCode(file) &&
      !isAsked.test(linesAround(file, file.lineAt(match.index ?? 0), 6, 4)) &&
      (!match[0].startsWith('.') ||
        /md5|sha-?\d|ripemd|MessageDigest/i.test(linesAround(file, file.lineAt(match.index ?? 0), 8, 0))),
    examples: [
      {
        path: 'a.py',
        text: 'def login(password):\n    password = hashlib.sha256(password.encode()).hexdigest()\n    key = hashlib.sha256(page.encode()).hexdigest()\n',
        lines: [2],
      },
      {
        path: 'A.java',
        text: 'class A { boolean f(String password, User user) {\n  return matches(password, user.getPassword(), "SHA-1");\n} }\n',
        lines: [2],
      },
      {
        path: 'a.js',
        text: "view.update(password);\nconst made = crypto\n  .createHmac('sha1', key)\n  .update(password)\n  .digest('hex');\n",
        lines: [4],
      },
      {
        path: 'b.py',
        text: 'def leaked(password):\n    digest = hashlib.sha1(password.encode())\n    ask_pwned(digest)\n',
        lines: [],
      },
    ],
  },
  {
    ...fastHash,
    id: 'hash-of-pin',
    told: 'hash-of-password',
    wants: only('java', 'kotlin', 'csharp'),
    words: ['MD5', 'MD4', 'SHA1', 'SHA-1'],
    pattern:
      /\bMessageDigest\.getInstance\(\s?"(?:MD[245]|SHA-?1)"|\b\w{0,20}(?:Hash|Digest)\w{0,20}\.(?:MD[245]|SHA_?1)\b/g,
    accept: (match, file) =>
      /(?:pass(?:word|code|wd)|pwd|(?<![a-z])pin(?![a-z])|PIN\b|[a-z]Pin(?![a-z]))/i.test(
        linesAround(file, file.lineAt(match.index ?? 0), 2, 1),
      ) && !isAsked.test(file.path),
    examples: [
      {
        path: 'A.kt',
        text: 'class A {\n  fun hashPIN(pinValue: String): ByteArray {\n    return MessageDigest.getInstance("MD5").digest(pinValue.toByteArray())\n  }\n\n\n  fun tag(page: ByteArray) =\n    MessageDigest.getInstance("MD5").digest(page)\n}\n',
        lines: [3],
      },
      {
        path: 'A.java',
        text: 'class A {\n  String md5Hex(String rawPassword) {\n    return hex(rawPassword, HashAlgorithm.MD5);\n  }\n}\n',
        lines: [3],
      },
    ],
  },
  {
    ...plainPassword,
    id: 'plain-password-filter',
    wants: only('python'),
    words: ['objects.', 'filter_by('],
    pattern:
      /(?:\.objects\.(?:filter|get|create)|\bfilter_by)\([^()\n]{0,160}\bpassw(?:or)?d\s?=\s?(?:[\w.]{1,40}(?:\[['"]|\.get\(['"]))?(?:passw\w{0,6}|pwd|pass)\b/g,
    accept: (match, file) => !isHashedBefore(match, file.text),
    examples: [
      {
        path: 'a.py',
        text: "def login(request):\n    passwd = request.POST['pass']\n    found = Login.objects.filter(username=name, password=passwd)\n    Login.objects.filter(username=name)\n",
        lines: [3],
      },
      {
        path: 'b.py',
        text: 'def login(request):\n    password = make_password(given)\n    Login.objects.create(username=name, password=password)\n',
        lines: [],
      },
    ],
  },
  {
    ...plainPassword,
    id: 'plain-password-in-table',
    wants: only('python', 'java', 'kotlin', 'swift', 'javascript', 'typescript', 'csharp', 'php'),
    words: ['assword'],
    pattern:
      /['"]password['"]\s?=>\s?\$request->(?:password\b|(?:input|get)\(\s?['"]password['"]\s?\))|\b\w{1,30}\.Password\s?[!=]=\s?(?:\w{1,20}\.)?[pP]assword\b(?!\()|\[['"]password['"]\]\s?===?\s?password\b|\bpassword\s?===?\s?\w{1,30}(?:\[\w{1,30}\])?\[['"]password['"]\]|\bpassword\.equals\(\s?(?:[\w.()]{1,60}\.getPassword\(\)|(?:stored|db|saved|real|actual|correct|expected|user|found)_?\w{0,6}[pP]assword)\s?\)|\b(?:stored|db|saved|real|actual|correct|expected|found)_?\w{0,6}[pP]assword\.equals\(\s?\w{0,12}[pP]assword\s?\)|\.putString\(\s?"\w{0,20}[pP]assword"\s?,\s?\w|\bUserDefaults\.standard\.set\(\s?\w{0,20}[pP]assword\b|\.write\(\s?"[^"\n]{0,40}password[^"\n]{0,20}"\s?\+\s?\w{0,30}[pP]assw/g,
    accept: (match, file) =>
      !isBrowserCode(file) &&
      !isHashedBefore(match, file.text) &&
      !/Encrypted/.test(file.text) &&
      // What is made of the fields of a request; what asks for a login sends the same pair.
      (!match[0].includes('=>') ||
        openersOf(file.text, match.index ?? 0).some((opener) =>
          /(?:create|[fF]ill|update|insert)\(\s?\[$/.test(opener),
        )),
    examples: [
      {
        path: 'a.py',
        text: "def login(name, password):\n    if name in users and users[name]['password'] == password:\n        return True\n",
        lines: [2],
      },
      {
        path: 'A.java',
        text: 'class A { boolean f(String password, User user) {\n  return password.equals(user.getPassword());\n} }\n',
        lines: [2],
      },
      {
        path: 'A.php',
        text: "<?php\nfunction store($request) {\n  User::create([\n    'name' => $request->name,\n    'password' => $request->password,\n  ]);\n  Auth::attempt(['password' => $request->password]);\n}\n",
        lines: [5],
      },
      {
        path: 'A.cs',
        text: 'class A { bool F(User user, string password) {\n  return user.Password == password;\n} }\n',
        lines: [2],
      },
      {
        path: 'A.kt',
        text: 'class A {\n  fun f() {\n    editor.putString("password", password.text.toString())\n    editor.putString("theme", theme)\n  }\n}\n',
        lines: [3],
      },
    ],
  },
  {
    ...plainPassword,
    id: 'plain-password-pair',
    wants: only('javascript', 'typescript', 'go'),
    words: ['assword'],
    pattern:
      /\{\s?(?:\$and\s?:\s?\[\s?\{\s?)?(?:user(?:_?[nN]ame)?|e?mail|login)\s?:\s?\w[\w.]{0,40}\s?\}?\s?,\s?\{?\s?password\s?:\s?(?:\w{1,20}\.){0,3}password\s?\}|\breturn\s\w{0,20}[pP]assw(?:or)?d?\w{0,10}\s?===?\s?\w{0,20}[pP]assw(?:or)?d?\w{0,10}\s*(?:;|$)|"password":\s{0,8}\w{1,20}\.Password,/gm,
    // What asks a database; a form and a client send the same pair.
    accept: (match, file) =>
      !isBrowserCode(file) &&
      !isHashedBefore(match, file.text) &&
      (/^return/.test(match[0])
        ? !/confirm|repeat|again|2\b/i.test(match[0])
        : /mongo|\bbson\b|sequelize|prisma|\.find(?:One)?\(|typeorm/i.test(file.text)),
    examples: [
      {
        path: 'a.js',
        text: "const { MongoClient } = require('mongodb');\nconst query = { username: username, password: password };\nconst other = { username: username };\n",
        lines: [2],
      },
      {
        path: 'a.go',
        text: 'package a\nfunc Check(truePassword, attemptPassword string) bool {\n\treturn truePassword == attemptPassword\n}\n',
        lines: [3],
      },
    ],
  },
  {
    ...passwordInLog,
    id: 'password-in-output',
    wants: code,
    words: ['assword', 'passwd', 'secret', 'Secret'],
    pattern:
      /(?:^|[\s;{])(?:print|println|puts|p|NSLog|debugPrint|System\.out\.print\w{0,3}|Log\.[a-z]{1,3}|LOGGER\.\w{1,8}|Timber\.\w|console\.log|L\.(?:[deivw]|info|debug|warn|error|print\w{0,2})|self\.log\w{0,4}\.\w{1,8}|log\w{0,6}\.\w{1,8})\((?:[^\n"']{0,80}|[^\n]{0,160}(?:[,+]\s{0,3}|\{|\$\{?))(?:password|passwd|plain_?password|aws_secret_access_key|secret_?key)(?:\.text)?\s{0,3}[,)+}"]|\b(?:System\.out\.print\w{0,3}|log\w{0,6}\.(?:info|debug|warn|error|trace))\([^;\n]{0,200}(?:[,+]\s{0,3})\w{1,30}\.getPassword\(\)|\b(?:log|logger|LOG|LOGGER)\.(?:info|debug|warn|error)\([^;\n]{0,160}\{\}[^;]{0,160}?\bgetProperty\(\s?"[\w.]{0,60}(?:password|secret\w{0,6})"/gim,
    accept: (match, file) => !isBrowserCode(file) && !/getpass|reset|hash|encrypted|mask/i.test(match[0]),
    examples: [
      {
        path: 'a.py',
        text: "print(password)\nprint('enter the password')\nprint(user_name, passwd)\n",
        lines: [1, 3],
      },
      {
        path: 'a.go',
        text: 'package a\nfunc f(l *ldap.Conn, password string) {\n\tl.Bind("cn=admin", password)\n\tl.Error("denied", password)\n}\n',
        lines: [4],
      },
      {
        path: 'A.java',
        text: 'class A { void f() {\n  LOGGER.info("user: {} | password: {}", username, password);\n  log.info("Access is {}", env.getProperty("aws.secretkey"));\n} }\n',
        lines: [2, 3],
      },
    ],
  },
  {
    ...passwordInLog,
    id: 'password-in-message',
    wants: only('kotlin', 'java', 'swift'),
    words: ['assword'],
    pattern:
      /\b(?:val|let|String)\s(?<name>\w{0,20}(?:[mM]essage|[mM]sg|[lL]og|line|data)\w{0,10})\s?=\s?"[^"\n]{0,160}(?:\$\{\s?password|\\\(password|"\s?\+\s?password)/g,
    accept: (match, file) =>
      new RegExp(
        `(?:Log\\.\\w|log\\w{0,6}\\.\\w{1,6}|print|println|write|writeText)\\([^\\n]{0,80}\\b${match.groups?.['name'] ?? ''}\\b`,
      ).test(file.text.slice(match.index, (match.index ?? 0) + 1_500)),
    examples: [
      {
        path: 'A.kt',
        text: `class A {\n  fun f() {\n    val logMessage = "Name: \${name.text} and \${password.text}"\n    Log.i("Info", logMessage)\n    val other = "x \${password.text}"\n  }\n}\n`,
        lines: [3],
      },
    ],
  },
];
