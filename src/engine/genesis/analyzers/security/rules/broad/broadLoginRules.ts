import { isForTests, linesAround } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import type { LineRule } from '../../weakness';
import { knownLogin } from '../forms/literalLogin';
import { code } from '../languages';

/** Logins that stand in the code. */
export const broadLoginRules: readonly LineRule[] = [
  {
    id: 'login-of-everybody',
    inTexts: true,
    possible: true,
    cwe: 'CWE-1392',
    owasp: 'A07',
    title: 'Users with known passwords are made by the code',
    severity: 'medium',
    why: 'Whoever reads the code can sign in wherever nobody changed them.',
    fix: 'Let each installation set its own first password.',
    wants: code,
    words: ['assword', 'hashpw(', 'insert', 'INSERT'],
    pattern:
      /\{\s{0,20}["']?(?:user_?[nN]ame|login|e?mail)["']?\s?:\s?["'][^"'\n]{1,60}["'],\s{0,20}["']?password["']?\s?:\s?["'](?<value>[^"'\n]{3,40})["']|\bhashpw\(\s?b["'](?<other>[^"'\n]{3,40})["']|^\s{0,20}["'](?:admin|user|root|guest)\w{0,10}["']\s?:\s?\{\s{0,30}["']password["']\s?:\s?["'](?<third>[^"'\n]{3,40})["']|\.setPassword\(\s?"(?<set>[^"\n]{3,40})"\s?\)|\(\s?["'](?:admin|administrator|root)\w{0,6}["'],\s?["'](?<pair>[^"'\n@/]{4,40})["'],?(?=[^()\n]{0,120}\))/gm,
    accept(match, file) {
      const value =
        match.groups?.['value'] ??
        match.groups?.['other'] ??
        match.groups?.['third'] ??
        match.groups?.['set'] ??
        match.groups?.['pair'] ??
        '';
      return (
        (match.groups?.['pair'] === undefined ||
          /\binsert\s+into\s+[`"[]?\w{0,20}(?:user|account|admin|login|member)/i.test(
            linesAround(file, file.lineAt(match.index ?? 0), 8, 0),
          )) &&
        !isBrowserCode(file) &&
        !/fixture|demo|sample|factor|fake|example|cypress|spec|openapi|swagger/i.test(file.path) &&
        !isForTests(file, file.lineAt(match.index ?? 0)) &&
        !/^(?:string|required|password|\*+|x+|[<${%*].*|.*\s.*|.*\|.*)$/i.test(value) &&
        !/mock|stub|example|swagger|openapi|schema/i.test(
          linesAround(file, file.lineAt(match.index ?? 0), 4, 1).replace(/\bexample\.(?:com|org|net)\b/g, ''),
        )
      );
    },
    examples: [
      {
        path: 'a.js',
        text: "const { MongoClient } = require('mongodb');\nusers.insertOne({ username: 'admin', password: 'admin' });\nusers.insertOne({ username: name, password: hash });\n",
        lines: [2],
      },
      {
        path: 'a.py',
        text: "users = {\n    'admin': {\n        'password': 'admin123',\n    },\n}\nuser = User('a@b.c', hashpw(b'user', gensalt()))\n",
        lines: [2, 6],
      },
      {
        path: 'db.py',
        text: 'c.execute(\n    "INSERT INTO users (name, password) VALUES (%s, %s)",\n    ("admin", "admin123"),\n)\nroute("admin", "index", f())\n',
        lines: [3],
      },
      {
        path: 'A.java',
        text: 'class A { void f() {\n  user.setPassword("admin1");\n  user.setPassword(hash);\n} }\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'login-in-code',
    possible: true,
    cwe: 'CWE-798',
    owasp: 'A07',
    title: 'A password stands in the code that checks it',
    severity: 'medium',
    why: 'Whoever reads the code can sign in, and it cannot be changed without a release.',
    fix: 'Keep a hash of it outside the code.',
    wants: code,
    words: ['assword', 'passwd', 'pwd', 'assWord', '$pass', 'passwrd'],
    pattern:
      /\b(?:\w{1,20}[_.])?(?:password|passwd|pwd|\$pass|adminPass\w{0,4})['"\])]{0,3}(?:\.value|\.text\.toString\(\)|\.text)?\s{0,3}(?:===?\s{0,3}|\.equals\(\s{0,3}|\seq\s)@?["'](?<value>[^"'\n\\]{3,60})["']/gi,
    accept(match, file) {
      const value = match.groups?.['value'] ?? '';
      const line = file.lineAt(match.index ?? 0);
      return (
        !isBrowserCode(file) &&
        !isForTests(file, line) &&
        !/^(?:string|str|undefined|object|password|text|true|false|null|none|hidden|required|number|\*+|x+|redacted|[<${%*].*|\[.*|.*\s.*)$/i.test(
          value,
        )
      );
    },
    examples: [
      {
        path: 'a.py',
        text: "if name == 'jack' and password == 'open-sesame1':\n    pass\nif password == '':\n    pass\nif kind == 'password':\n    pass\nif typeof_password == 'string':\n    pass\n",
        lines: [1],
      },
      {
        path: 'a.go',
        text: 'package a\nfunc f(password string) bool {\n\treturn password == "Spring2"\n}\n',
        lines: [3],
      },
    ],
  },
  {
    ...knownLogin,
    id: 'login-of-connection',
    wants: code,
    words: ['onnect', 'createPool', 'PDO(', 'mysqli', 'Sequelize(', 'Pool('],
    pattern:
      /\b(?:createConnection|createPool|new (?:Pool|Client|Sequelize|sql\.ConnectionPool)|psycopg2\.connect|(?:mysql\.connector|pymysql|MySQLdb|mysql)\.connect|pg\.connect|Mysql2::Client\.new|PG\.connect|DriverManager\.getConnection)\(\s{0,10}[^;()]{0,300}?\b(?:password|passwd|pass)["']?\s?(?:[:=]|=>)\s?["'](?<value>[^"'\n${}<>]{3,60})["']|\b(?:new PDO|new mysqli|mysqli_connect|mysql_connect)\(\s{0,10}(?:"[^"\n]{1,160}"|'[^'\n]{1,160}'|\$\w{1,30})\s?,\s?["'][\w.-]{1,40}["']\s?,\s?["'](?<given>[^"'\n$]{3,60})["']/g,
    accept: (match, file) =>
      !isBrowserCode(file) &&
      !isForTests(file, file.lineAt(match.index ?? 0)) &&
      !/(?:^|[/._-])(?:tests?|spec|fixtures?|examples?|samples?|docs?|bench\w*)(?:[/._-]|$)/i.test(file.path) &&
      !/^(?:your|change|xxx|\*)/i.test(match.groups?.['value'] ?? match.groups?.['given'] ?? ''),
    examples: [
      {
        path: 'a.js',
        text: "const connection = mysql.createConnection({\n  host: 'localhost',\n  user: 'root',\n  password: 'topsecret',\n});\nconst pool = new Pool({ user: 'a', password: process.env.PASSWORD });\n",
        lines: [1],
      },
      {
        path: 'a.php',
        text: "<?php\n$db = new PDO(\"mysql:host=$host;dbname=a\", 'root', 'wasabi');\n$db = new PDO($dsn, $user, $password);\n",
        lines: [2],
      },
    ],
  },
  {
    id: 'login-in-insert',
    inTexts: true,
    possible: true,
    told: 'login-of-everybody',
    cwe: 'CWE-1392',
    owasp: 'A07',
    title: 'Users with known passwords are made by the code',
    severity: 'medium',
    why: 'Whoever reads the code can sign in wherever nobody changed them.',
    fix: 'Let each installation set its own first password.',
    wants: code,
    words: ['nsert into', 'NSERT INTO'],
    pattern:
      /\binsert\s+into\s+["`]?\w{0,20}(?:users?|accounts?|admins?|logins?|members?)["`]?\s?\((?<columns>[^()\n]{1,200})\)\s{0,20}values\s?\(\s?(?:\d{1,6},\s?)?['"][^'"\n]{1,60}['"],\s?['"](?<value>[^'"\n?%${:]{3,60})['"]/gi,
    accept: (match, file) =>
      /passw|pwd/i.test(match.groups?.['columns'] ?? '') &&
      !/^\$2|^[\da-f]{32,}$|[%?]/.test(match.groups?.['value'] ?? '') &&
      !/fixture|demo|sample|factor|fake|example|cypress|spec|tests?\//i.test(file.path),
    examples: [
      {
        path: 'a.py',
        text: 'cursor.execute("INSERT INTO users (username, password) VALUES (\'admin\', \'admin123\')")\ncursor.execute("INSERT INTO users (username, password) VALUES (?, ?)", pair)\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'default-of-environment',
    possible: true,
    told: 'known-default-key',
    cwe: 'CWE-1188',
    owasp: 'A05',
    title: 'A key that signs or encrypts has a known default',
    severity: 'medium',
    why: 'Where nobody sets the variable, everyone who can read the repository has the key.',
    fix: 'Let the start fail where it is missing.',
    wants: code,
    words: ['SECRET', 'KEY', 'PASSWORD', 'TOKEN'],
    pattern:
      /\bprocess\.env\.(?<name>\w{0,30}(?:SECRET|SECRET_KEY|JWT_KEY|PASSWORD|ENCRYPTION_KEY|SIGNING_KEY)\w{0,10})\s?(?:\|\|?|\?\?)\s{0,10}["'](?<value>[^"'\n$]{4,80})["']|\b(?:os\.environ\.get|os\.getenv|ENV\.fetch|getenv|env)\(\s?["'](?<other>\w{0,30}(?:SECRET|SECRET_KEY|JWT_KEY|PASSWORD|ENCRYPTION_KEY|SIGNING_KEY)\w{0,10})["']\s?(?:,|\)\s?(?:or|\|\||\?\?|\?:))\s?["'](?<given>[^"'\n$]{4,80})["']/g,
    accept: (match, file) =>
      !isBrowserCode(file) &&
      !isForTests(file, file.lineAt(match.index ?? 0)) &&
      !/(?:^|[/._-])(?:tests?|spec|fixtures?|examples?|samples?|docs?|e2e|scripts?|tools?|dev)(?:[/._-]|$)/i.test(
        file.path,
      ) &&
      !/^(?:true|false|null|none|undefined|https?:|\/)/i.test(match.groups?.['value'] ?? match.groups?.['given'] ?? ''),
    examples: [
      {
        path: 'src/config.js',
        text: "module.exports = {\n  secret: process.env.SESSION_SECRET || 'local-demo-secret',\n  path: process.env.PASSWORD_RESET || '/reset-password',\n  port: process.env.PORT || '3000',\n};\n",
        lines: [2],
      },
      {
        path: 'config.py',
        text: "KEY = os.getenv('JWT_SECRET', 'changeit1')\nP = os.getenv('JWT_SECRET')\nQ = os.environ.get('JWT_SECRET') or 'changeit1'\n",
        lines: [1, 3],
      },
    ],
  },
];
