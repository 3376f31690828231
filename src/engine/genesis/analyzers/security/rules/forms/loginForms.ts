import { holdsAnyWord } from '../../../../../../base/wordFilter';
import type { FileDescription } from '../../../../extractor';
import type { SourceFile } from '../../../../sourceFile';
import { linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { code } from '../languages';
import { isLiteralLogin, knownLogin } from './literalLogin';

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

/** Logins that stand where a connection is opened, or where one is set up. */
export const loginForms: readonly LineRule[] = [
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
      /^[ \t]{0,20}(?:(?:const|let|var|final|static|public|private|protected|val|String|string|export|readonly)\s{1,3}){0,5}(?:[\w$]{1,40}\s?:\s?\{[^{}\n]{0,120})?(?:define\(\s?)?['"$]?[\w.$[\]'"-]{0,40}?(?:password|passwd|_pass\b|\bpass\b|_?pwd\b|secret|secret_?key|jwt_?secret|api_?key|apikey|auth_?token|access_?token|admin_?token|private_?key|encryption_?key)['"\]]{0,3}[ \t]{0,3}(?::\s?(?:str|string|String)\s?=|:=|=>|[:=,])[ \t]{0,3}['"](?<value>[^'"\n]{4,100})['"]/gim,
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
    id: 'login-of-connection-text',
    inTexts: true,
    wants: (file) =>
      code(file) ||
      file.language === 'shell' ||
      /(?:^|\/)(?:appsettings\.json|(?:[wW]eb|[aA]pp)\.config)$/.test(file.path),
    words: ['assword=', 'PASSWORD=', 'Pwd=', 'pwd=', 'Password ='],
    pattern: /["';]\s?(?:Password|Pwd)\s?=\s?(?<value>(?!@)[^;"'\s{}$<%]{4,60})\s?(?=[;"'])/gi,
    accept: (match, file) => {
      const line = file.lineAt(match.index ?? 0);
      return (
        isLiteralLogin(match, file) &&
        /\b(?:Server|Host|Data Source|User ?Id|Username|Uid|Database|Initial Catalog)\s?=/i.test(
          linesAround(file, line, 2, 2),
        ) &&
        // Texts that show the form.
        !/\b(?:if you|example|e\.g\.|format|usage|such as)\b/i.test(linesAround(file, line, 1, 0)) &&
        !/^(?:postgres|root|sa|admin|\w{1,20}password)$/i.test(match.groups?.['value'] ?? '')
      );
    },
    examples: [
      {
        path: 'A.cs',
        text: 'class A {\n  string c = "Server=db;Database=shop;User Id=app;Password=Autumn19!;";\n  string d = "Server=db;User Id=app;Password={0};";\n}\n',
        lines: [2],
      },
    ],
  },
  {
    ...knownLogin,
    id: 'login-of-object',
    wants: (file) => /^(?:csharp|java|kotlin|python|go|php)$/.test(file.language),
    words: ['assword', 'ecretKey', 'ApiKey', 'apiKey', 'secret', 'SECRET', 'Secret', '_pass'],
    pattern:
      /(?:\b(?:password|passwd|secretKey|SecretKey|apiKey|ApiKey)\s?(?:=|:=|:)\s?|\$(?:valid|correct|admin|stored|real|expected)_?(?:password|pass)\s?=\s?|(?<!CLIENT_|OAUTH_|CONSUMER_)SECRET\s?=\s?|\.put\(\s?"[\w.-]{0,30}(?:password|secret|api_?key)",\s?)["'](?<value>(?=[^"'\n]{0,60}\d)(?=[^"'\n]{0,60}[A-Za-z])[^"'\s\n]{8,60})["']|"(?<other>(?=[^"\n]{0,60}\d)[^"\s\n]{5,60})"\.equals\(\s?\w{0,20}[pP]assw(?:or)?d\s?\)/g,
    accept: (match, file) =>
      isLiteralLogin(match, file) &&
      !/(?:^|[/._-])(?:client|sdk|android|mobile)(?:[/._-]|$)/i.test(file.path) &&
      !/^https?:|^\/|[.]\w{2,5}$/.test(match.groups?.['value'] ?? match.groups?.['other'] ?? ''),
    examples: [
      {
        path: 'A.cs',
        text: 'class A {\n  object f() { return new { user = "app", password = "Autumn19-x" }; }\n  string g = "password";\n}\n',
        lines: [2],
      },
      { path: 'a.py', text: 'user = User(id=1, username="alice", password="alice123")\n', lines: [1] },
      { path: 'a.php', text: "<?php\n$valid_password = 'autumn19';\n", lines: [2] },
      {
        path: 'A.java',
        text: 'class A {\n  static final String RESET_SECRET = "fixed-2024-x";\n  boolean f(String password) {\n    return "autumn19".equals(password);\n  }\n}\n',
        lines: [2, 4],
      },
    ],
  },
];
