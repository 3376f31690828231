import { isForDevelopers, isForTests, linesAround } from '../../context/enclosing';
import { isOfServer, lineOf } from '../../context/ofServer';
import { readsRequests } from '../../context/requests';
import type { LineRule } from '../../weakness';
import { cookieFlags, debugOn, errorInAnswer, massAssignment, sqlText } from '../broad/kinds';
import { code, go, isDockerfile, only, php, python } from '../languages';

/** Forms of servers of several languages: their statements, what they send, and how they are set up. */
export const serverForms: readonly LineRule[] = [
  {
    ...sqlText,
    id: 'sql-text-of-condition',
    told: 'sql-text-with-values',
    wants: only('python', 'php', 'javascript', 'typescript', 'java', 'csharp', 'go', 'ruby'),
    words: [' AND ', ' and ', ' OR ', 'where', 'WHERE', 'order by', 'ORDER BY', 'SET ', 'set '],
    pattern:
      /["'`](?:select\s[^"'`\n]{1,200}\sfrom\s[^"'`\n]{1,120}|update\s[^"'`\n]{1,60}|delete\s+from\s[^"'`\n]{1,60})\s(?:where|set|order\s+by)\s{1,3}(?:["'`]\s?[+.]\s?\$?(?<name>[a-zA-Z_][\w$]{0,40}|implode)\b|\$?\{\s?\$?(?<inside>[a-zA-Z_]\w{0,40}))|\+=\s?(?:`\s{0,3}(?:and|or|where)\s[^`\n]{0,160}?'%?\$\{|f"\s{0,3}(?:and|or|where)\s[^"\n]{0,160}?'%?\{|"\s{0,3}(?:and|or|where)\s[^"\n]{0,120}'%?"\s?[+.]\s?\$?)(?!\w{0,20}(?:escape|sanitiz|quote))[a-zA-Z_][\w.]{0,40}/gi,
    accept: (match, file) =>
      (readsRequests(file) || (match[0].startsWith('+=') && /\bselect\s/i.test(file.text))) &&
      isOfServer(match, file) &&
      !/^[A-Z_]{2,}$|^(?:conditions?|clauses?|placeholders?|where_?clauses?)$/.test(
        match.groups?.['name'] ?? match.groups?.['inside'] ?? '',
      ),
    examples: [
      {
        path: 'gigs.service.ts',
        text: `class A {\n  search(dto) {\n    let query = 'SELECT * FROM gigs';\n    query += \` AND title LIKE '%\${dto.query}%'\`;\n    query += \` AND price > \${least}\`;\n    return this.db.query(query);\n  }\n}\n`,
        lines: [4],
      },
      {
        path: 'a.py',
        text: 'def find(db):\n    by = request.args["by"]\n    return db.execute("SELECT a FROM b WHERE " + by.strip())\n',
        lines: [3],
      },
    ],
  },
  {
    ...massAssignment,
    id: 'fields-of-post',
    wants: php,
    words: ['foreach'],
    pattern: /\bforeach\s?\(\s?\$_(?:POST|REQUEST)\s?as\s?\$(?<key>\w{1,20})\s?=>/g,
    accept: (match, file) => {
      const key = match.groups?.['key'] ?? '';
      const behind = linesAround(file, lineOf(match, file), 0, 7);
      return (
        new RegExp(
          `\\$\\w{1,30}\\[\\]\\s?=\\s?["'][^;\\n]{0,20}\\$${key}|->\\{?\\$${key}\\}?\\s?=|\\[\\s?\\$${key}\\s?\\]\\s?=`,
        ).test(behind) &&
        /\bupdate\b|\binsert\b|->save\(/i.test(file.text) &&
        !/in_array|isset\(\s?\$\w{1,20}\[\s?\$|allowed|array_key_exists/i.test(behind)
      );
    },
    examples: [
      {
        path: 'a.php',
        text: '<?php\nforeach ($_POST as $key => $value) {\n  $fields[] = "$key = \'$value\'";\n}\n$db->query("UPDATE users SET " . implode(", ", $fields));\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'host-in-link',
    possible: true,
    cwe: 'CWE-640',
    owasp: 'A07',
    title: 'A link for a new password begins with the host that the request names',
    severity: 'medium',
    why: 'Who asks for a link for somebody else names their own host, and gets the token when the link is opened.',
    fix: 'Take the host from the settings.',
    wants: code,
    words: [
      'HTTP_HOST',
      '.host',
      'get_host',
      'Request.Host',
      "'host'",
      '"host"',
      'getServerName',
      'host_url',
      'url_root',
      'getHeader("Host"',
      'Headers["Host"',
      'getHeader("host"',
      'X-Forwarded-Host',
    ],
    pattern:
      /\$_SERVER\[\s?['"]HTTP_HOST['"]\s?\]|\breq(?:uest)?\.(?:headers\.host\b|get\(\s?['"]host['"]|hostname\b|host\b(?!\w|\())|\brequest\.(?:get_host\(\)|host_url|url_root|host_with_port|base_url)|\bRequest\.Host\b|\.getServerName\(\)|\bRequest\.Headers\[\s?"Host"|\.getHeader\(\s?"(?:[hH]ost|X-Forwarded-Host)"/g,
    accept: (match, file) =>
      /https?:\/\/|base_?url|_?link|_?url/i.test(linesAround(file, lineOf(match, file), 1, 4)) &&
      /reset|forgot|recover/i.test(linesAround(file, lineOf(match, file), 12, 6)) &&
      /token/i.test(linesAround(file, lineOf(match, file), 8, 6)) &&
      isOfServer(match, file),
    examples: [
      {
        path: 'a.php',
        text: '<?php\nfunction forgot($email) {\n  $host = $_SERVER["HTTP_HOST"];\n  $token = bin2hex(random_bytes(16));\n  $resetLink = "http://" . $host . "/reset?token=" . $token;\n}\nfunction home() {\n\n\n\n\n\n\n\n\n\n\n\n  return $_SERVER["HTTP_HOST"];\n}\n',
        lines: [3],
      },
    ],
  },
  {
    ...debugOn,
    id: 'debugger-for-all',
    wants: python,
    words: ['debug=True', 'debug = True'],
    pattern:
      /\b\w{1,20}\.run\((?=[^()\n]{0,160}\bdebug\s?=\s?True)(?=[^()\n]{0,160}\bhost\s?=\s?(?!['"](?:127|localhost)))[^()\n]{1,200}\)/g,
    accept: (match, file) =>
      /\bFlask\b|create_app|bottle|import app\b/i.test(file.text) &&
      !isForDevelopers(file, lineOf(match, file)) &&
      !/(?:^|[/._-])(?:tests?|dev|debug|examples?|docs?)(?:[/._-]|$)/i.test(file.path),
    examples: [
      {
        path: 'serve.py',
        text: 'from shop import app\nif __name__ == "__main__":\n    app.run(host=host, port=80, debug=True)\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'listing-of-image',
    possible: true,
    told: 'listing-of-folders',
    cwe: 'CWE-548',
    owasp: 'A05',
    title: 'A folder is listed, or served with all that lies in it',
    severity: 'low',
    why: 'Backups and sources that lie there are found and read.',
    fix: 'Leave `Indexes` out.',
    wants: (file) => isDockerfile(file) || /(?:^|\/)\.htaccess$/.test(file.path),
    words: ['Indexes'],
    pattern: /\bOptions\s{1,3}(?:[\w+-]{1,30}\s{1,3}){0,4}\+?Indexes\b/g,
    examples: [
      {
        path: 'Dockerfile',
        text: "FROM php:8-apache\nRUN echo 'Options Indexes FollowSymLinks' >> /etc/apache2/apache2.conf\nRUN echo 'Options -Indexes' >> /etc/apache2/apache2.conf\n",
        lines: [2],
      },
    ],
  },
  {
    id: 'password-of-seed',
    possible: true,
    told: 'login-in-code',
    cwe: 'CWE-798',
    owasp: 'A07',
    title: 'A password stands in the code that checks it',
    severity: 'low',
    why: 'Where nobody changes it, whoever reads the code can sign in.',
    fix: 'Read it from the environment, or draw it and show it once.',
    wants: code,
    words: ['hash', 'Hash', 'assword', 'make(', 'encode(', 'bcrypt('],
    pattern:
      /\b(?:bcrypt\w{0,4}\.hash(?:Sync|pw)?|hash_?[pP]assword|generate_password_hash|Hash::make|make_password|password_hash|passwordEncoder\.encode|pwd_context\.hash|BCrypt\.HashPassword|GenerateFromPassword|set_password|(?<![\w.:>])bcrypt)\(\s?(?:\[\]byte\(\s?)?["'](?<value>[^"'\n$]{4,40})["']/g,
    accept: (match, file) =>
      !isForTests(file, lineOf(match, file)) &&
      !/(?:^|[/._-])(?:tests?|spec|fixtures?|factories|examples?|docs?|dummy)(?:[/._-]|$)/i.test(file.path) &&
      !/dummy|fake|timing|nonexist|invalid/i.test(linesAround(file, lineOf(match, file), 2, 1)),
    examples: [
      {
        path: 'seed.js',
        text: "const hash = await bcrypt.hash('autumn19', 10);\nconst other = await bcrypt.hash(password, 10);\n",
        lines: [1],
      },
      {
        path: 'UserSeeder.php',
        text: "<?php\nUser::create(['name' => 'admin', 'password' => bcrypt('autumn')]);\n",
        lines: [2],
      },
    ],
  },
  {
    ...cookieFlags,
    id: 'cookie-of-gin',
    wants: go,
    words: ['SetCookie('],
    pattern:
      /\b\w{1,10}\.SetCookie\(\s?"(?<name>[\w-]{1,40})"\s?,(?:[^,\n]{1,60},){4}\s?(?:false\s?,\s?\w{1,10}|\w{1,10}\s?,\s?false)\s?\)/g,
    accept: (match, file) =>
      /sess|token|auth|jwt|user|login|sid/i.test(match.groups?.['name'] ?? '') &&
      !/,\s?""\s?,\s?-1/.test(match[0]) &&
      !isForDevelopers(file, lineOf(match, file)),
    examples: [
      {
        path: 'a.go',
        text: 'package a\nfunc f(c *gin.Context) {\n\tc.SetCookie("token", t, 3600, "/", "", false, false)\n\tc.SetCookie("theme", t, 3600, "/", "", false, false)\n}\n',
        lines: [3],
      },
    ],
  },
  {
    ...errorInAnswer,
    id: 'stack-in-answer-of-dotnet',
    wants: only('csharp'),
    words: ['StackTrace', '.ToString()'],
    pattern:
      /\b(?:stackTrace|stack|trace|error|detail|details|exception)\s?=\s?(?:ex|e|exception|error)\.(?:StackTrace\b|ToString\(\))/gi,
    accept: (match, file) =>
      /WriteAsJsonAsync|\bJson\(|\bOk\(|StatusCode\(|ObjectResult|BadRequest\(|Problem\(/.test(
        linesAround(file, lineOf(match, file), 8, 2),
      ) && !/IsDevelopment|_logger|logger\./.test(linesAround(file, lineOf(match, file), 4, 0)),
    examples: [
      {
        path: 'A.cs',
        text: 'class A {\n  object f(Exception ex) {\n    return StatusCode(500, new {\n      error = ex.Message,\n      stackTrace = ex.StackTrace\n    });\n  }\n}\n',
        lines: [5],
      },
    ],
  },
];
