import { isForDevelopers, linesAround } from '../../context/enclosing';
import { liveCode } from '../../context/liveCode';
import { isBrowserCode } from '../../context/origin';
import { isKeptHash, isOfOldOrOthers } from '../../context/passwordHash';
import type { LineRule } from '../../weakness';
import { code, script } from '../languages';
import { isGivenPassword } from './givenPassword';

/** What the rules about hashes of passwords say alike; their places are told as one finding. */
const fastHash = {
  told: 'weak-password-hash',
  cwe: 'CWE-916',
  owasp: 'A02',
  title: 'Passwords go through a fast hash',
  severity: 'high',
  why: 'MD5 and SHA-1 are tried billions of times a second when a table leaks.',
  isPossible: isOfOldOrOthers,
} as const;

/** How people are known, and what they may write. */
export const authRules: readonly LineRule[] = [
  {
    id: 'plain-password-compare',
    cwe: 'CWE-256',
    owasp: 'A04',
    title: 'A stored password is compared as it is',
    severity: 'high',
    why: 'It is kept in plain text then: whoever reads the table has everybody’s password.',
    fix: 'Store a hash of Argon2id, scrypt or bcrypt and let its function compare.',
    wants: code,
    words: ['assword', 'passwd', 'pwd'],
    pattern:
      /(?:password|passwd|pwd)['"\])]{0,3}\s{0,3}(?:===?|!==?)\s{0,3}(?<right>\w{1,30}(?:\.|->|\[['"]|\.get\(['"])(?:password|passwd|pwd)\b['"\])]{0,3})(?![\w(.])/gi,
    accept(match, file) {
      const before = /[\w.$[\]'"()>-]{0,60}$/.exec(
        file.text.slice(Math.max(0, (match.index ?? 0) - 60), match.index),
      )?.[0];
      const both = `${before}${match[0]}`;
      // What lies in memory was never stored: the record has to be looked up beside it.
      const near = linesAround(file, file.lineAt(match.index ?? 0), 20, 0);
      return (
        !isBrowserCode(file) &&
        /\b(?:find\w*|filter\w*|query\w*|select|first|get\w*|fetch\w*|where|load\w*|scalar\w*|one\w*)\s?\(|\bSELECT\b/i.test(
          near,
        ) &&
        !/cache/i.test(near) &&
        // The other side was hashed before, under another name.
        !/\b\w{0,40}(?:hash|encrypt|digest|bcrypt|scrypt|argon|md5|sha(?:1|256|512))\w{0,20}\s?\(/i.test(near) &&
        !/confirm|repeat|again|verif|retype|new|old|current|second|cpass|2|hash|form|this\.|self\.|type|state|props|values|errors|input|option|config|prev/i.test(
          both,
        ) &&
        /\b(?:user|account|customer|member|admin|row|result|record|person|employee|login|u|doc|data|found|existing\w*|db\w*)\w{0,10}(?:\.|->|\[)/i.test(
          match.groups?.['right'] ?? '',
        )
      );
    },
    examples: [
      {
        path: 'login.go',
        text: 'package a\nfunc f(name, password string) bool {\n\tuser := users.FindOne(name)\n\treturn text.Md5Of(password) == user.Password\n}\n',
        lines: [],
      },
      {
        path: 'A.cs',
        text: 'class A { bool F(string name, string entered) {\n  var customer = Find(name);\n  var pwd = CreatePasswordHash(entered, customer.Salt);\n  return pwd == customer.Password;\n} }\n',
        lines: [],
      },
      {
        path: 'a.py',
        text: "user = User.query.filter_by(name=name).first()\nif user and request_data.get('password') == user.password:\n    pass\nif form.password == form.confirm_password:\n    pass\n",
        lines: [2],
      },
      {
        path: 'a.js',
        text: 'const user = users.findOne({ name });\nif (password === user.password) done();\nif (password === form.password) done();\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'plain-password-helper',
    told: 'plain-password-compare',
    cwe: 'CWE-256',
    owasp: 'A04',
    title: 'A stored password is compared as it is',
    severity: 'high',
    why: 'It is kept in plain text then: whoever reads the table has everybody’s password.',
    fix: 'Store a hash of Argon2id, scrypt or bcrypt and let its function compare.',
    wants: code,
    words: ['assword'],
    pattern:
      /\b(?:compare|check|verify|valid|match)\w{0,12}Password\w{0,10}(?:\s{0,3}[=:]\s{0,3}(?:async\s{1,3})?(?:function\s{0,3})?)?\([^()\n]{0,80}\)\s{0,3}(?:=>\s{0,3})?\{?\s{0,20}return\s{1,3}[\w.]{1,40}\s{0,3}===?\s{0,3}[\w.]{1,40}\s{0,3};/g,
    // Two fields of a form, in the page or before they are kept: whether what was typed twice is the same.
    accept: (match, file) =>
      !/(?:^|\/)(?:public|static|assets|wwwroot|www)\//.test(file.path) &&
      !/password_?[12]|again|confirm|repeat|retype/i.test(match[0]),
    examples: [
      {
        path: 'a.js',
        text: 'const comparePassword = (fromDB, fromUser) => {\n  return fromDB === fromUser;\n};\nconst checkPassword = (a, b) => {\n  return bcrypt.compareSync(a, b);\n};\n',
        lines: [1],
      },
      {
        path: 'b.js',
        text: 'const checkPasswordMatch = (password1, password2) => {\n  return password1 === password2;\n};\n',
        lines: [],
      },
    ],
  },
  {
    id: 'plain-password-query',
    told: 'plain-password-compare',
    cwe: 'CWE-256',
    owasp: 'A04',
    title: 'A stored password is compared as it is',
    severity: 'high',
    confidence: 0.8,
    why: 'It is kept in plain text then: whoever reads the table has everybody’s password.',
    fix: 'Store a hash of Argon2id, scrypt or bcrypt and let its function compare.',
    wants: code,
    words: ['password'],
    pattern:
      /\b(?:filter_by|find_by|findOne|findBy|find|where|get)\(\s{0,3}\{?[^(){}\n]{0,120}\bpassword\s{0,2}(?:=|:)\s{0,2}(?:(?:req|request)\.\w{1,10}\.)?password\s{0,3}[,)}]/g,
    // One that was hashed before has the same name.
    accept: (_match, file) =>
      !/bcrypt|argon2|scrypt|pbkdf2|hash|md5|sha\d|encrypt|authenticate\(/i.test(liveCode(file.text)),
    examples: [
      {
        path: 'a.py',
        text: 'user = User.query.filter_by(username=username, password=password).first()\nuser = User.query.filter_by(username=username).first()\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'password-digest',
    ...fastHash,
    fix: 'Use Argon2id, scrypt or bcrypt.',
    wants: code,
    words: ['md5', 'Md5', 'MD5', 'sha1', 'SHA1'],
    pattern:
      /\b(?:md5|sha1|Md5Sum|MD5Hash|GetMD5|hashlib\.md5|hashlib\.sha1)\w{0,16}\(\s{0,3}[^()\n]{0,40}\(?[^()\n]{0,30}(?:\b|\$)(?:passw\w{0,10}|pass|pass_\w{1,10}|pwd|user_?pass)\b/g,
    accept: isKeptHash,
    examples: [{ path: 'a.php', text: '<?php\n$pass = md5( $pass );\n$e = md5($file);\n', lines: [2] }],
  },
  {
    id: 'django-fast-hasher',
    ...fastHash,
    fix: 'Leave out `PASSWORD_HASHERS`, or begin it with Argon2.',
    wants: (file) =>
      file.language === 'python' && !/(?:^|[/_.-])(?:tests?|testing|ci|dev|local)(?:[/_.-]|$)/i.test(file.path),
    words: ['PASSWORD_HASHERS'],
    // The first one hashes new passwords; the others only read old ones.
    pattern:
      /^PASSWORD_HASHERS\s{0,3}=\s{0,3}[[(]\s{0,20}['"]django\.contrib\.auth\.hashers\.(?:MD5|SHA1|Unsalted\w{3,5}|Crypt)PasswordHasher/gm,
    examples: [
      {
        path: 'shop/settings.py',
        text: "PASSWORD_HASHERS = ['django.contrib.auth.hashers.MD5PasswordHasher']\n",
        lines: [1],
      },
      {
        path: 'shop/settings/test.py',
        text: "PASSWORD_HASHERS = ['django.contrib.auth.hashers.MD5PasswordHasher']\n",
        lines: [],
      },
    ],
  },
  {
    id: 'password-digest-helper',
    ...fastHash,
    fix: 'Use Argon2id, scrypt or bcrypt.',
    wants: code,
    words: ['MD5', 'SHA-1', 'SHA1', 'md5', 'sha1'],
    pattern:
      /\bMessageDigest\.getInstance\(\s{0,3}"(?:MD5|SHA-?1)"|\b(?:MD5|SHA1)\.Create\(\)|\bnew\s(?:MD5|SHA1)(?:CryptoServiceProvider|Managed)\(|\bcreateHash\(\s{0,3}['"](?:md5|sha1)['"]|\bhashlib\.(?:md5|sha1)\(/g,
    // A function of this file that does so is given a password in this file.
    accept: (match, file) => isGivenPassword(match, file) && isKeptHash(match, file),
    examples: [
      {
        path: 'A.java',
        text: 'class A {\n  void save(User u, String password) {\n    u.setHash(digest(password));\n  }\n  String digest(String val) {\n    MessageDigest md = MessageDigest.getInstance("MD5");\n    return hex(md.digest(val.getBytes()));\n  }\n}\n',
        lines: [6],
      },
      {
        path: 'B.java',
        text: 'class B {\n  String tag(String file) {\n    return digest(file);\n  }\n  String digest(String val) {\n    MessageDigest md = MessageDigest.getInstance("MD5");\n    return hex(md.digest(val.getBytes()));\n  }\n}\n',
        lines: [],
      },
    ],
  },
  {
    id: 'jwt-literal-key',
    possible: true,
    cwe: 'CWE-798',
    owasp: 'A07',
    title: 'Tokens are signed with a key that stands in the code',
    severity: 'high',
    why: 'Whoever reads the code can write tokens for anybody.',
    fix: 'Read the key from the environment and refuse to start without it.',
    wants: code,
    words: ['jwt', 'Jwt', 'JWT'],
    pattern:
      /\b(?:jwt|JWT|jsonwebtoken|Jwts)\.(?:sign|encode|verify|decode)\(\s{0,20}[\w.{}:,\s$'"-]{1,120}?,\s{0,20}(?:key\s?=\s?)?['"`](?!(?:HS|RS|ES|PS)\d|none)[^'"`\n$]{1,80}['"`]\s{0,3}[,)]/g,
    examples: [
      {
        path: 'a.js',
        text: "const t = jwt.sign({ id: user.id }, 'shhhh', { expiresIn: '1h' });\nconst u = jwt.sign(data, key, { algorithm: 'HS256' });\n",
        lines: [1],
      },
      {
        path: 'a.py',
        text: "jwt.encode(payload, 'csrf_vulneribility', algorithm='HS256')\njwt.encode(payload, KEY, 'HS256')\n",
        lines: [1],
      },
    ],
  },
  {
    id: 'jwt-any-signature',
    cwe: 'CWE-347',
    owasp: 'A02',
    title: 'Tokens are read whether or not they are signed',
    severity: 'high',
    why: '`parse` accepts a token without a signature; anyone can write one.',
    fix: 'Use `parseClaimsJws` (or `parseSignedClaims`), which needs a signature.',
    wants: (file) => file.language === 'java' || file.language === 'kotlin',
    words: ['setSigningKey', 'verifyWith'],
    pattern: /\b(?:setSigningKey|verifyWith)\([^()\n]{0,80}\)\s{0,40}(?:\.build\(\)\s{0,40})?\.parse\(/g,
    examples: [
      {
        path: 'A.java',
        text: 'class A { void f() { Jwts.parser().setSigningKey(KEY).parse(token); Jwts.parser().setSigningKey(KEY).parseClaimsJws(token); } }\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'session-cookie-plain',
    cwe: 'CWE-614',
    owasp: 'A05',
    title: 'The session’s cookie is set up without `secure`',
    severity: 'low',
    why: 'It is sent over plain HTTP as well, where everybody on the way can take the session over.',
    fix: 'Set `cookie: { secure: true, httpOnly: true, sameSite: "lax" }` outside development.',
    wants: script,
    words: ['express-session', 'cookie-session'],
    pattern: /(?<![\w.$])(?:session|expressSession|cookieSession)\(\s{0,12}\{/g,
    accept(match, file) {
      if (/require\(\s{0,3}['"]$/.test(file.text.slice(Math.max(0, (match.index ?? 0) - 20), match.index)))
        return false;
      const options = file.text.slice(match.index, (match.index ?? 0) + 2_500);
      return (
        !/\bsecure\s{0,2}[:=]|\bcookie\s{0,3}:\s{0,3}[A-Za-z]|\.\.\.\w/.test(options.replace(/\/\/[^\n]*/g, '')) &&
        !/\.secure\s{0,2}=/.test(file.text) &&
        !isForDevelopers(file, file.lineAt(match.index ?? 0))
      );
    },
    examples: [
      {
        path: 'a.js',
        text: "const session = require('express-session');\napp.use(session({ secret: process.env.S }));\napp.use(session(\n    {\n        secret: process.env.S,\n    }\n));\n",
        lines: [2, 3],
      },
      {
        path: 'a.js',
        text: "const session = require('express-session');\napp.use(session({ secret: s, cookie: { secure: true } }));\n",
        lines: [],
      },
    ],
  },
  {
    id: 'session-kept-at-login',
    // Some renew it in a library, or in another file.
    possible: true,
    cwe: 'CWE-384',
    owasp: 'A07',
    title: 'The session keeps its id when somebody signs in',
    severity: 'low',
    why: 'Who planted the id in a victim’s browser before is signed in with it.',
    fix: 'Make a new id at login: `req.session.regenerate`, `session_regenerate_id(true)`, `reset_session`.',
    wants: code,
    words: ['session', 'SESSION'],
    pattern:
      /\breq\.session\.(?:user|userId|user_id|uid|userName|username|loggedIn|logged|email)\s{0,3}=(?!=)|\$_SESSION\[\s{0,2}['"](?:user|user_?id|username|uname|uid|logged_?in|loggedin|email|admin|is_?admin|auth(?:enticated)?|account|customer_?id)['"]\s{0,2}\]\s{0,24}=(?!=)/g,
    accept: (match, file) =>
      /login|signin|sign_in|authenticate/i.test(`${file.path} ${file.text}`) &&
      !/(?:^|[/._-])(?:demo|middleware|mock|webaccess)(?:[/._-]|$)/i.test(file.path) &&
      /passw|compare|verify|login|signin|sign_in/i.test(linesAround(file, file.lineAt(match.index ?? 0), 25, 2)) &&
      !/regenerate|session_regenerate_id|reset_session/.test(file.text) &&
      !/=\s{0,3}(?:null|undefined|''|""|false|req\.session)/.test(file.lineText(file.lineAt(match.index ?? 0))),
    examples: [
      { path: 'login.js', text: 'function login(req) {\n  req.session.userId = user.id;\n}\n', lines: [2] },
      {
        path: 'login2.js',
        text: 'function login(req) {\n  req.session.regenerate(() => {\n    req.session.userId = user.id;\n  });\n}\n',
        lines: [],
      },
    ],
  },
];
