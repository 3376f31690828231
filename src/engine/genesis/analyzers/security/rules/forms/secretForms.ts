import { holdsAnyWord } from '../../../../../../base/wordFilter';
import type { FileDescription } from '../../../../extractor';
import type { SourceFile } from '../../../../sourceFile';
import { isForDevelopers, isForTests, linesAround } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import { code } from '../languages';

/** What is filled in, or stands for a kind of value. */
const isFilledIn =
  /^(?:your|my|the|some|change|replace|enter|insert|put|example|sample|dummy|fake|placeholder|todo|xxx|\*|<|\$|%|\{|#\{|env|process|os\.|config|http|\/|\.)|^(?:password|passwd|pass|pwd|secret|token|string|text|hidden|required|none|null|undefined|true|false|new-password|current-password|key)$|[-_ ](?:here|goes)$|\s|\$\{|\{\{/i;
/** The name of what the environment holds. */
const isName = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+){1,3}$/;

const ofExamples =
  /(?:^|[/._-])(?:tests?|spec|specs|fixtures?|mocks?|examples?|samples?|dev|development|local|ci|stories|e2e|dist|docs?|locales?|i18n|lang|translations?|messages|snippets)(?:[/._-]|$)/i;

function isLiteralLogin(match: RegExpMatchArray, file: SourceFile): boolean {
  const value = match.groups?.['value'] ?? match.groups?.['other'] ?? match.groups?.['third'] ?? '';
  const line = file.lineAt((match.index ?? 0) + match[0].length - 1);
  return (
    value.length >= 4 &&
    /[a-z0-9]/i.test(value) &&
    !isFilledIn.test(value) &&
    !isName.test(value) &&
    !ofExamples.test(file.path) &&
    !isBrowserCode(file) &&
    !isForTests(file, line) &&
    !isForDevelopers(file, line) &&
    !/\benv\(|getenv|environ|process\.env|ENV\[|fetch\(/i.test(file.lineText(line).slice(0, 400))
  );
}

const isSettings = (file: FileDescription): boolean =>
  /(?:^|[/._-])(?:config|configs|configuration|settings?|conf|constants?|database|db|credentials?|secrets?|keys?|connect(?:ion)?|init|env)(?:[/._-]|\.\w{1,5}$|$)/i.test(
    file.path,
  ) && code(file);

/** What opens a connection, by words that stand in few texts. */
const calls = ['mysqli', 'mysql_connect(', 'PDO(', 'Sequelize(', 'pg_connect(', 'getConnection('];
const clients = ['psycopg2', 'pymysql', 'MySQLdb', 'mysql', 'pymssql', 'pyodbc', 'cx_Oracle', 'asyncpg', 'pg'].concat([
  'mariadb',
  'mssql',
  'nodemailer',
  'ftplib',
  'paramiko',
  'redis',
]);

const callsWithLogin = ({ text }: SourceFile): boolean =>
  holdsAnyWord(text, calls) || (holdsAnyWord(text, ['pass', 'pwd']) && holdsAnyWord(text, clients));

/** Passwords and keys by the form of a line: words of everyday as well as what was drawn by chance. */
export const secretForms: readonly LineRule[] = [
  {
    ...knownLogin,
    id: 'login-of-connection-call',
    wants: code,
    words: ['connect', 'Connect', 'new PDO(', 'mysqli(', 'Sequelize(', 'createPool(', 'createTransport('],
    fits: callsWithLogin,
    pattern:
      /\b(?:mysqli?_connect|mysqli|PDO|Sequelize|pg_connect|DriverManager\.getConnection)\(\s?[^()\n]{1,160}?,\s?["'][\w.@-]{1,40}["']\s?,\s?["'](?<value>[^"'\n]{4,60})["']|\b(?:psycopg2|pymysql|MySQLdb|mysql\.connector|pymssql|pyodbc|cx_Oracle|asyncpg|mysql2?|pg|mariadb|mssql|nodemailer|ftplib|paramiko|redis)\.?\w{0,20}\(\s?\{?[^(){}]{0,240}?\b(?:password|passwd|pwd|pass)['"]?\s?[=:]\s?["'](?<other>[^"'\n]{4,60})["']/g,
    accept: isLiteralLogin,
    spans: true,
    examples: [
      {
        path: 'db.php',
        text: "<?php\n$db = new PDO('mysql:host=db;dbname=shop', 'shop', 'Autumn19!');\n$other = mysqli_connect('localhost', 'root', getenv('PASS'), 'shop');\n",
        lines: [2],
      },
      { path: 'a.py', text: "conn = psycopg2.connect(host='db', user='shop', password='autumn19')\n", lines: [1] },
    ],
  },
  {
    ...knownLogin,
    id: 'login-in-settings-of-code',
    wants: code,
    words: [
      'assword',
      'PASSWORD',
      'passwd',
      'PASS',
      'pass',
      'ecret',
      'SECRET',
      'TOKEN',
      'oken',
      'piKey',
      'API_KEY',
      'api_key',
    ],
    pattern:
      /^[ \t]{0,20}(?:(?:const|let|var|final|static|public|private|protected|val|String|string|export|readonly)\s{1,3}){0,5}(?:[\w$]{1,40}\s?:\s?\{[^{}\n]{0,120})?(?:define\(\s?)?['"$]?[\w.$[\]'"-]{0,40}?(?:password|passwd|_pass\b|\bpass\b|_?pwd\b|secret|secret_?key|jwt_?secret|api_?key|apikey|auth_?token|access_?token|admin_?token|private_?key|encryption_?key)['"\]]{0,3}\s{0,3}(?::\s?(?:str|string|String)\s?=|:=|=>|[:=,])\s{0,3}['"](?<value>[^'"\n]{4,100})['"]/gim,
    fits: isSettings,
    accept: (match, file) =>
      // Rules of their own know this one.
      !/^\s*SECRET_KEY\b/.test(match[0]) &&
      isLiteralLogin(match, file) &&
      !/regex|pattern|label|placeholder|message|title|type|header|name\b|field|column|param|url|path|file|prefix|rule|error/i.test(
        match[0].slice(0, match[0].lastIndexOf(match.groups?.['value'] ?? '')),
      ),
    examples: [
      {
        path: 'src/config.js',
        text: "module.exports = {\n  db: { host: 'localhost', user: 'root', password: 'autumn19' },\n  jwtSecret: 'a_word_of_everyday',\n  adminPassword: process.env.ADMIN,\n};\n",
        lines: [2, 3],
      },
      {
        path: 'config.php',
        text: "<?php\ndefine('DB_PASSWORD', 'Autumn19!');\ndefine('DB_PASSWORD_FIELD', 'password');\n",
        lines: [2],
      },
      { path: 'src/labels.js', text: "export const labels = { password: 'Passwort' };\n", lines: [] },
    ],
  },
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
    title: 'A password stands in the code that checks it',
    wants: ({ path }) => /\.sql$/i.test(path),
    words: ['INSERT', 'insert', 'IDENTIFIED', 'identified', 'PASSWORD', 'password'],
    pattern:
      /\binsert\s{1,3}(?:ignore\s{1,3})?into\s{1,3}[`"[\w.]{0,40}(?:user|account|admin|login|member|customer|employee|credential)\w{0,12}[`"\]]?\s{0,3}(?:\([^()]{0,400}\b(?:password|passwd|pwd|pass)\w{0,10}[^()]{0,300}\)\s{0,10})?values\s{0,10}\([^()]{0,200}?,\s?'(?<value>[^'\n]{3,100})'|\bidentified\s+by\s+'(?<other>[^'\n]{3,60})'|\bwith\s+(?:login\s+)?(?:encrypted\s+)?password\s+'(?<third>[^'\n]{3,60})'/gi,
    accept: (match, file) => {
      const value = match.groups?.['other'] ?? match.groups?.['third'] ?? match.groups?.['value'] ?? '';
      const text = file.text.slice(match.index, (match.index ?? 0) + 1_500).split(';')[0] ?? '';
      return (
        !/^\$|^:|^\{|^</.test(value) &&
        !/\$2[aby]\$|\$argon2|pbkdf2|scrypt|crypt\(|\bhash/i.test(text) &&
        (match.groups?.['value'] === undefined || /pass|pwd|admin/i.test(text)) &&
        !/(?:^|[/._-])(?:tests?|fixtures?|examples?)(?:[/._-]|$)/i.test(file.path)
      );
    },
    examples: [
      {
        path: 'db/init.sql',
        text: "INSERT INTO users (username, password) VALUES ('admin', 'autumn19');\nCREATE USER 'shop'@'%' IDENTIFIED BY 'winter20';\nINSERT INTO pages (title) VALUES ('a');\n",
        lines: [1, 2],
      },
    ],
  },
];
