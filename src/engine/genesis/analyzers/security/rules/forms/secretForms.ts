import type { SourceFile } from '../../../../sourceFile';
import { enclosingLines, isForTests, linesAround } from '../../context/enclosing';
import { isBrowserCode, isClientOfOthers } from '../../context/origin';
import type { LineRule } from '../../weakness';
import { passwordInLog, plainCompare } from '../broad/kinds';
import { code, only } from '../languages';
import { isLiteralLogin, knownLogin } from './literalLogin';

/** A login, or a form for who forgot a password, answers two cases in two ways. */
const namesTold = {
  possible: true,
  told: 'user-enumeration',
  cwe: 'CWE-204',
  owasp: 'A07',
  title: 'An answer says whether there is such a user',
  severity: 'low',
  why: 'Whoever tries names learns which exist, and tries passwords for those.',
} as const;

/** The table of a seed has a column for passwords, as the same script says. */
function keepsPasswords({ groups }: RegExpMatchArray, { text }: SourceFile): boolean {
  const table = (groups?.['table'] ?? '').replace(/\W/g, '');
  return (
    table !== '' &&
    new RegExp(`\\bcreate\\s{1,3}table\\s[^;(]{0,60}\\b${table}\\b[^;]{0,1500}\\b(?:password|passwd|pwd)\\b`, 'i').test(
      text,
    )
  );
}

/** Passwords and keys by the form of a line: words of everyday as well as what was drawn by chance. */
export const secretForms: readonly LineRule[] = [
  {
    ...knownLogin,
    id: 'logins-of-table',
    wants: code,
    words: ['assword', 'passwd', 'users', 'USERS'],
    pattern:
      /\b(?:users?|accounts?|credentials|logins?)\s{0,3}(?::=|[:=])\s{0,3}[[{]\s{0,20}(?:\{\s{0,20})?['"]\w{1,30}['"]\s{0,3}:\s{0,3}['"](?<value>[^'"\n]{4,60})['"]|\{\s?['"]?(?:user(?:name)?|email|login)['"]?\s?:\s?['"][\w.@-]{2,40}['"]\s?,\s?['"]?(?:password|passwd|pass|pwd)['"]?\s?:\s?['"](?<other>[^'"\n]{4,60})['"]|['"](?:user_?name|login|email)['"]\s?=>\s?['"][\w.@-]{2,40}['"]\s?,[^()]{0,240}?['"](?:password|passwd|pass|password_hash)['"]\s?=>\s?['"](?<third>[^'"\n$]{4,60})['"]/gi,
    accept: (match, file) =>
      isLiteralLogin(match, file) &&
      !/(?:fetch|axios|request|post|send|fill|type)\w{0,10}\(/i.test(
        linesAround(file, file.lineAt(match.index ?? 0), 1, 0),
      ) &&
      (match.groups?.['value'] === undefined || /passw|login|auth/i.test(file.text)),
    examples: [
      {
        path: 'app.py',
        text: "users = {'admin': 'autumn19', 'bob': 'winter20'}\ndef login(name, password):\n    return users[name] == password\n",
        lines: [1],
      },
      {
        path: 'users.js',
        text: "const users = [{ username: 'admin', password: 'autumn19', role: 'admin' }];\n",
        lines: [1],
      },
    ],
  },
  {
    ...knownLogin,
    id: 'logins-of-seed',
    inTexts: true,
    title: 'A password stands in the code that checks it',
    wants: ({ path }) => /\.sql$/i.test(path),
    words: ['INSERT', 'insert', 'IDENTIFIED', 'identified', 'PASSWORD', 'password'],
    pattern:
      /\binsert\s{1,3}(?:ignore\s{1,3})?into\s{1,3}(?<table>[`"[\w.]{0,40}(?:user|account|admin|login|member|customer|employee|credential)\w{0,12})[`"\]]?\s{0,3}(?:\([^()]{0,400}\b(?:password|passwd|pwd|pass)\w{0,10}[^()]{0,300}\)\s{0,10})?values\s{0,10}\([^()]{0,200}?,\s?'(?<value>[^'\n]{3,100})'|\bidentified\s+by\s+'(?<other>[^'\n]{3,60})'|\bwith\s+(?:login\s+)?(?:encrypted\s+)?password\s+'(?<third>[^'\n]{3,60})'/gi,
    accept: (match, file) => {
      const value = match.groups?.['other'] ?? match.groups?.['third'] ?? match.groups?.['value'] ?? '';
      const text = file.text.slice(match.index, (match.index ?? 0) + 1_500).split(';')[0] ?? '';
      return (
        !/^\$|^:|^\{|^</.test(value) &&
        !/\$2[aby]\$|\$argon2|pbkdf2|scrypt|crypt\(|\bhash|'[\da-f]{32,128}'/i.test(text) &&
        (match.groups?.['value'] === undefined || /pass|pwd|admin/i.test(text) || keepsPasswords(match, file)) &&
        !/(?:^|[/._-])(?:tests?|fixtures?|examples?)(?:[/._-]|$)/i.test(file.path)
      );
    },
    examples: [
      {
        path: 'db/init.sql',
        text: "INSERT INTO users (username, password) VALUES ('admin', 'autumn19');\nCREATE USER 'shop'@'%' IDENTIFIED BY 'winter20';\nINSERT INTO pages (title) VALUES ('a');\n",
        lines: [1, 2],
      },
      {
        path: 'shop.sql',
        text: "CREATE TABLE `user` (\n  `id` int,\n  `password` varchar(20)\n);\nINSERT INTO `user` VALUES (1,'aaa','autumn');\n",
        lines: [5],
      },
    ],
  },
  {
    ...plainCompare,
    id: 'password-column-plain',
    inTexts: true,
    wants: code,
    words: ['assword', 'passwd', 'pwd'],
    pattern:
      /(?:\[['"]|->|\.)(?:password|passwd|pwd|user_?pass)(?:['"]\])?\s?(?:===?|!==?)\s?(?:\$?(?:password|passwd|pwd|pass|input_?password|plain\w{0,10}|pw)\b(?!\s?[.([-])|\$_(?:POST|GET|REQUEST)\[\s?['"]pass\w{0,6}['"]\s?\]|(?:req|request|ctx\.request)\.body\.pass\w{0,6}|request\.(?:form|json|POST|data)(?:\[|\.get\()\s?['"]pass\w{0,6}['"]|data(?:\[|\.get\()\s?['"]pass\w{0,6}['"]|form\.password\.data|(?:dto|body|input|credentials|data|login\w{0,10})\.password\b)|\bwhere\b[^"'`\n;]{0,160}\b(?:password|passwd|pwd)\s?=\s?(?:\?|%s|\$\d|:\w{1,20}|@\w{1,20})/gi,
    accept(match, file) {
      const line = file.lineAt(match.index ?? 0);
      const near = linesAround(file, line, 20, 3);
      return (
        !isBrowserCode(file) &&
        !isForTests(file, line) &&
        !/md5|sha\d|bcrypt|argon|scrypt|pbkdf|crypt\(|hash|digest|encode_?password|encrypt/i.test(near) &&
        (/^\bwhere/i.test(match[0]) ||
          /\b(?:find\w*|filter\w*|query\w*|select|first|get\w*|fetch\w*|where|load\w*|one\w*|execute)\s?\(|\bSELECT\b/i.test(
            near,
          )) &&
        !/confirm|repeat|again|retype|password2/i.test(file.lineText(line))
      );
    },
    examples: [
      {
        path: 'a.js',
        text: "app.post('/login', async (req, res) => {\n  const user = await User.findOne({ name });\n  if (user.password === req.body.password) done();\n});\n",
        lines: [3],
      },
      {
        path: 'a.php',
        text: "<?php\n$s = $db->prepare('SELECT * FROM users WHERE name = ? AND password = ?');\n",
        lines: [2],
      },
      {
        path: 'b.php',
        text: "<?php\n$hash = md5($password);\n$s = $db->prepare('SELECT * FROM users WHERE name = ? AND password = ?');\n",
        lines: [],
      },
    ],
  },
  {
    ...passwordInLog,
    id: 'request-in-log',
    wants: code,
    words: ['assword', '->all()', 'Password'],
    pattern:
      /\b(?:console\.(?:log|info|debug|error)|print|\w{0,20}[lL]ogger(?=\()|logg(?:er|ing)\.\w{4,8}|app\.logger\.\w{4,8}|log\.\w{4,8}|Log(?:::|\.)\w{4,8}|error_log|fmt\.Print\w{1,3}|System\.out\.println|_logger\.\w{4,20})\(\s?[^;\n]{0,160}(?:(?:req|request)\.body\.(?:password|passwd)\b|request\.(?:form|json)\[['"]password|\$request->(?:all\(\)|password\b)|\$\{\s?(?:\w{1,20}\.)?password\s?\}|f["'][^"'\n]{0,120}\{\s?(?:\w{1,20}\.)?password\s?\}|["']\s?[+.]\s?\$?(?:\w{1,20}\.)?password\b)/g,
    accept: (match, file) =>
      !isBrowserCode(file) &&
      !isForTests(file, file.lineAt(match.index ?? 0)) &&
      !/(?:^|\/)(?:cli|bin|scripts?|tools?|commands?|seeds?|management)\//.test(file.path),
    examples: [
      {
        path: 'a.js',
        text: "console.log('login', req.body.password);\nconsole.log(name);\n",
        lines: [1],
      },
      { path: 'A.php', text: "<?php\nLog::info('login', $request->all());\n", lines: [2] },
    ],
  },
  {
    id: 'names-told-apart',
    ...namesTold,
    fix: 'Answer both with the same text.',
    wants: code,
    words: ['not found', 'not exist', 'nvalid user', 'exist', 'unknown user', 'o user', 'o such', 'registered'],
    pattern:
      /["'`][^"'`\n]{0,40}\b(?:user(?:name)?|e-?mail|account|login)\b[^"'`\n]{0,40}(?:not found|does(?:n.t| not) exist|not exist|not registered|is (?:incorrect|invalid|wrong|unknown))[^"'`\n]{0,40}["'`]|["'`](?:no (?:such )?(?:user|account)|no user found|unknown user|invalid user(?:name)?|wrong user(?:name)?|incorrect user(?:name)?)[^"'`\n]{0,40}["'`]/gi,
    // The other half stands beside it: the password is wrong.
    accept(match, file) {
      const line = file.lineAt(match.index ?? 0);
      return (
        // `unknown user or wrong password` tells nothing apart; texts of all languages are no answer.
        !/\bor\b|\/|passw/i.test(match[0]) &&
        !/(?:^|[/._-])(?:i18n|langs?|languages?|locales?|translations?|console|commands?|cli)(?:[/._-]|$)/i.test(
          file.path,
        ) &&
        !isBrowserCode(file) &&
        !isClientOfOthers(file) &&
        !isForTests(file, line) &&
        (/\b(?:forgot|reset|recover)\w{0,4}[-_]?[pP]ass/i.test(enclosingLines(file, line).join('\n')) ||
          /["'`][^"'`\n]{0,30}(?:(?:wrong|incorrect|invalid|bad) password|password (?:is )?(?:incorrect|wrong|invalid|does(?:n.t| not) match|not match))/i.test(
            linesAround(file, line, 14, 18),
          ))
      );
    },
    examples: [
      {
        path: 'a.js',
        text: "app.post('/login', (req, res) => {\n  if (!user) return res.status(404).json({ message: 'User not found' });\n  if (!ok) return res.status(401).json({ message: 'Wrong password' });\n});\n",
        lines: [2],
      },
      { path: 'b.js', text: "if (!user) return res.status(404).json({ message: 'User not found' });\n", lines: [] },
      {
        path: 'a.py',
        text: "def forgot_password():\n    if not user:\n        return {'error': 'User not found'}, 404\n",
        lines: [3],
      },
    ],
  },
  {
    id: 'names-told-by-status',
    ...namesTold,
    fix: 'Answer both with the same status and text.',
    wants: only('javascript', 'typescript'),
    words: ['compare', 'verify'],
    // 404 for a name that nobody has, 401 for a password that is wrong.
    pattern:
      /\.status\(\s?404\s?\)(?=[^\0]{20,700}?(?:\.compare(?:Sync)?|\bverify\w{0,10}|\bcheckPassword|\bcomparePassword)\([^\0]{10,400}?\.status\(\s?40[01]\s?\))/g,
    accept: (match, file) => {
      const line = file.lineAt(match.index ?? 0);
      return (
        !isBrowserCode(file) &&
        !isForTests(file, line) &&
        /\bif\b[^\n]{0,20}!\s?\w{0,20}(?:user|account|member|customer|admin|employee)|\bif\b[^\n]{0,20}\w{0,20}(?:user|account)\w{0,10}\s?===?\s?(?:null|undefined)/i.test(
          linesAround(file, line, 2, 0),
        ) &&
        /passw/i.test(linesAround(file, line, 12, 14))
      );
    },
    examples: [
      {
        path: 'a.js',
        text: "exports.signIn = async (req, res) => {\n  const user = await find(req.body.email);\n  if (!user) {\n    return res.status(404).send({ message: 'No' });\n  }\n  const isValid = bcrypt.compareSync(req.body.password, user.password);\n  if (!isValid) return res.status(401).send({ message: 'No' });\n};\nexports.show = async (req, res) => {\n  if (!user) return res.status(404).end();\n};\n",
        lines: [4],
      },
    ],
  },
];
