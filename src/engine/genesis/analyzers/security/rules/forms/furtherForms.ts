import type { SourceFile } from '../../../../sourceFile';
import { isForDevelopers, isForTests, linesAround } from '../../context/enclosing';
import { isInText } from '../../context/inText';
import { isOfServer, lineOf } from '../../context/ofServer';
import { openersOf } from '../../context/openers';
import { isBrowserCode } from '../../context/origin';
import { readsRequests } from '../../context/requests';
import type { LineRule } from '../../weakness';
import {
  errorInAnswer,
  fastPasswordHash,
  openCors,
  passwordInLog,
  predictableValue,
  uncheckedSignature,
  unescapedValue,
  uploadName,
} from '../broad/kinds';
import { code, only, php, python, script } from '../languages';

const escapes =
  /htmlspecialchars|htmlentities|\besc_\w+\(|\be\(|\bescape|purif|\bh\(|sanitiz|strip_tags|\|\s?e\b|Html::encode/i;

/** In a text only the functions of a database run. */
const hasSqlBefore = (match: RegExpMatchArray, file: SourceFile): boolean =>
  /\b(?:select|insert|update|where|set|values)\b[^;]{0,400}$/i.test(
    file.text.slice(file.text.lastIndexOf('\n', (match.index ?? 0) - 120) + 1, match.index),
  );

/** Forms of several languages that stand in no other file. */
export const furtherForms: readonly LineRule[] = [
  {
    ...unescapedValue,
    id: 'variable-of-page',
    fix: 'Write it through `htmlspecialchars`.',
    wants: ({ language, path }) => language === 'php' && !path.endsWith('.blade.php'),
    words: ['<?=', '<?php echo'],
    pattern:
      /(?:<\?=|<\?php\s{1,3}echo)\s{0,3}\$(?:name|username|user_?name|message|msg|query|search|term|keyword|q|topic|title|comment|content|notes?|description|subject|template|bio|text|body|input|output|log_content|search_?(?:term|query)|order_?id|email)\s{0,3};?\s{0,3}\?>/gi,
    accept: (match, file) => {
      const name = /\$(\w{1,40})/.exec(match[0])?.[1] ?? '';
      return (
        /(?:^|\/)(?:views?|templates?|pages?|tpl)\//i.test(file.path) &&
        // Beside values that are escaped, one that mostly holds markup is left so on purpose.
        (!escapes.test(file.text) || !/title|content|body|template|output|notes/i.test(name)) &&
        // What the page itself says it is.
        !new RegExp(`\\$${name}\\s?=(?!=)`).test(file.text) &&
        !/(?:^|[/._-])(?:e?mails?|layouts?|partials?|errors?)(?:[/._-]|$)/i.test(file.path)
      );
    },
    examples: [
      { path: 'app/views/thanks.php', text: '<p>Thank you, <?= $name ?></p>\n<p><?= $count ?></p>\n', lines: [1] },
      {
        path: 'app/views/other.php',
        text: '<p><?= $name ?></p>\n<p><?= htmlspecialchars($message) ?></p>\n<div><?= $content ?></div>\n',
        lines: [1],
      },
    ],
  },
  {
    ...uncheckedSignature,
    id: 'cookie-read-as-token',
    wants: php,
    words: ['json_decode('],
    pattern:
      /\bjson_decode\(\s?base64_decode\(\s?(?:\$\w{0,20}(?:token|auth|session|cookie|jwt|user)\w{0,20}|\$_COOKIE\[|\$parts\[|\$\w{1,20}\[1\])/gi,
    accept: (match, file) =>
      isOfServer(match, file) && !/hmac|openssl_verify|sodium_|hash_equals|JWT::decode|verify\(/i.test(file.text),
    examples: [
      {
        path: 'a.php',
        text: "<?php\n$token = $_COOKIE['auth'];\n$data = json_decode(base64_decode($token), true);\n",
        lines: [3],
      },
    ],
  },
  {
    id: 'value-run-as-code',
    possible: true,
    told: 'code-injection',
    cwe: 'CWE-95',
    owasp: 'A03',
    title: 'A text with values in it is run as code',
    severity: 'high',
    why: 'Where a value comes from outside, its sender writes code that the server runs.',
    fix: 'Parse the value as data: a number, JSON, or one of a list.',
    wants: (file) => script(file) || python(file),
    words: ['eval(', 'exec('],
    pattern:
      /(?<![\w.$'"`])eval\(\s?[a-z_$][\w.$]{0,60}\s?[,)]|^[ \t]{1,40}(?:\w{1,30}\s?=\s?)?exec\(\s?[a-z_]\w{0,40}\s?[,)]/gm,
    accept: (match, file) =>
      isOfServer(match, file) && (!/exec\(/.test(match[0]) || python(file)) && readsRequests(file),
    examples: [
      {
        path: 'a.js',
        text: "const make = (expr) => {\n  return eval(expr);\n};\napp.get('/a', (req, res) => res.json(make(other(req.query.a))));\n",
        lines: [2],
      },
    ],
  },
  {
    id: 'command-text-of-value',
    possible: true,
    told: 'command-injection',
    cwe: 'CWE-78',
    owasp: 'A03',
    title: 'A command line is built from request data',
    severity: 'high',
    why: 'Where the value comes from outside, signs of the shell in it run other commands.',
    fix: 'Run the program without a shell, and give the values as a list.',
    wants: only('javascript', 'typescript', 'php', 'go', 'ruby'),
    words: ['ommand', 'cmd', 'Cmd', 'exec', 'shell_exec', 'system('],
    pattern:
      /(?:\b|\$)\w{0,20}(?:[cC]ommand|cmd|Cmd)\s?(?::=|=)\s?(?:`[a-z][^`\n]{0,160}\$\{|["'][a-z][^"'\n]{1,160}["']\s?[+.]\s?\$?[a-z]|"[a-z][^"\n]{1,160}(?:\{?\$[a-z]|#\{)|fmt\.Sprintf\(\s?"[a-z][^"\n]{0,160}%[sv])/g,
    accept: (match, file) =>
      isOfServer(match, file) &&
      readsRequests(file) &&
      /child_process|exec(?:Sync|Async|Promise)?\(|spawn\(|shell_exec\(|system\(|popen\(|exec\.Command|Open3|`#\{/.test(
        file.text,
      ) &&
      !/escapeshellarg|shellescape|shell-?quote/i.test(file.text),
    examples: [
      {
        path: 'a.js',
        text: "const { exec } = require('child_process');\nconst clone = (url) => {\n  const command = 'git clone ' + url;\n  exec(command);\n};\napp.get('/a', (req, res) => clone(other(req.query.url)));\n",
        lines: [3],
      },
    ],
  },
  {
    ...openCors,
    id: 'origin-always-taken',
    wants: script,
    words: ['origin'],
    pattern:
      /\borigin\s?:\s?(?:async\s)?(?:function\s?\w{0,20}\s?)?\(\s?\w{1,20}\s?,\s?(?<done>\w{1,20})\s?\)\s?(?:=>\s?)?\{(?<body>(?:(?!\n\s{0,8}\}\s?[,)])[\s\S]){0,1500})/g,
    accept: ({ groups }, file) => {
      const body = groups?.['body'] ?? '';
      const done = groups?.['done'] ?? '';
      return (
        !isBrowserCode(file) &&
        new RegExp(`\\b${done}\\(\\s?null\\s?,\\s?true`).test(body) &&
        !new RegExp(
          `\\b${done}\\(\\s?(?:new\\s|null\\s?,\\s?(?:false|\\w{1,20}\\.(?:includes|test|has)))|\\bthrow\\b|Error\\(`,
        ).test(body)
      );
    },
    examples: [
      {
        path: 'a.js',
        text: 'app.use(cors({\n  origin: function (origin, callback) {\n    if (known.includes(origin)) {\n      return callback(null, true);\n    }\n    return callback(null, true);\n  },\n}));\n',
        lines: [2],
      },
      {
        path: 'b.js',
        text: "app.use(cors({\n  origin: (origin, callback) => {\n    if (known.includes(origin)) return callback(null, true);\n    return callback(new Error('no'));\n  },\n}));\n",
        lines: [],
      },
    ],
  },
  {
    id: 'upload-of-any-kind',
    ...uploadName,
    wants: script,
    words: ['multer', 'fileFilter'],
    pattern:
      /\bfileFilter\s?[:=]\s?(?:function\s?)?\([^()\n]{0,60}\)\s?(?:=>\s?)?\{?\s{0,20}(?:\/\/[^\n]{0,160}\s{1,20}){0,4}(?:return\s)?\w{1,20}\(\s?null\s?,\s?true\s?\)|\bmulter\(\s?\{[^{}]{0,200}\}\s?\)|\bmulter\(\s?\)/g,
    accept: (match, file) =>
      !isForTests(file, lineOf(match, file)) &&
      !/\.none\(\)/.test(file.text) &&
      (match[0].startsWith('fileFilter') || !/fileFilter|mimetype|extname|fileTypeFrom|memoryStorage/.test(file.text)),
    examples: [
      {
        path: 'a.js',
        text: "const multer = require('multer');\nconst upload = multer({ dest: 'uploads/' });\n",
        lines: [2],
      },
      { path: 'none.js', text: 'const upload = multer();\nmodule.exports = upload.none();\n', lines: [] },
      {
        path: 'b.js',
        text: "const multer = require('multer');\nconst upload = multer({ storage, fileFilter: (req, file, cb) => cb(null, /png/.test(file.mimetype)) });\n",
        lines: [],
      },
    ],
  },
  {
    ...errorInAnswer,
    id: 'error-of-query-in-answer',
    wants: script,
    words: ['.message'],
    pattern: /\b(?:error|details?|sqlError|reason)\s?:\s?(?:\w{0,12}[eE]rr|\w{0,12}[eE]rror|e)\.message\b/g,
    accept: (match, file) =>
      isOfServer(match, file) &&
      /\.status\(\s?50\d|\.json\(\s?\{/.test(linesAround(file, lineOf(match, file), 5, 0)) &&
      /quer(?:y|ies)|sql|\bdb\b|prisma|sequelize|mongoose|repositor|jwt|token/i.test(
        linesAround(file, lineOf(match, file), 25, 0),
      ) &&
      !isForDevelopers(file, lineOf(match, file)) &&
      !openersOf(file.text, match.index ?? 0).some((opener) => /logger|console/.test(opener)) &&
      !/NODE_ENV/.test(linesAround(file, lineOf(match, file), 3, 0)),
    examples: [
      {
        path: 'a.js',
        text: "app.get('/a', async (req, res) => {\n  try {\n    await db.query(text);\n  } catch (err) {\n    console.error(err);\n    res.status(500).json({\n      message: 'failed',\n      error: err.message,\n    });\n  }\n});\n",
        lines: [8],
      },
    ],
  },
  {
    ...fastPasswordHash,
    id: 'password-hash-of-go-and-sql',
    inTexts: true,
    wants: (file) => code(file) || file.path.endsWith('.sql'),
    words: ['sha256.', 'sha1.', 'md5.', 'sha512.', 'SHA2(', 'SHA1(', 'MD5(', 'md5('],
    pattern:
      /\b(?:md5|sha1|sha256|sha512)\.(?:Sum\w{0,6}|New)\(\s?\[\]byte\(\s?(?:\w{1,20}\.)?(?:[pP]assword|[pP]asswd|[pP]wd|pass)\b|\b(?:password|passwd|pwd|pass)\w{0,6}\s?=\s?(?:SHA2?|SHA1|MD5|PASSWORD)\(|\bvalues\s{0,10}\([^()]{0,160},\s?(?:SHA2?|SHA1|MD5)\(\s?'/gi,
    accept: (match, file) =>
      !isForTests(file, lineOf(match, file)) &&
      !/(?:^|[/._-])(?:tests?|fixtures?)(?:[/._-]|$)/i.test(file.path) &&
      // Both sides are made as long as each other, to be compared in the same time always.
      !/ConstantTimeCompare/.test(file.text) &&
      (!isInText(file, match.index ?? 0, match[0].length) || hasSqlBefore(match, file)),
    examples: [
      {
        path: 'rules.ts',
        text: "export const sample = '$pass = md5( $pass );';\nrun('UPDATE users SET password = MD5(?)', given);\n",
        lines: [2],
      },
      {
        path: 'b.go',
        text: 'package a\nfunc same(password, given string) bool {\n\ta := sha256.Sum256([]byte(password))\n\tb := sha256.Sum256([]byte(given))\n\treturn subtle.ConstantTimeCompare(a[:], b[:]) == 1\n}\n',
        lines: [],
      },
      {
        path: 'a.go',
        text: 'package a\nfunc hash(password string) string {\n\tsum := sha256.Sum256([]byte(password))\n\treturn string(sum[:])\n}\n',
        lines: [3],
      },
      { path: 'init.sql', text: "INSERT INTO users (id, password) VALUES ('a', SHA2('b', 256));\n", lines: [1] },
    ],
  },
  {
    ...passwordInLog,
    id: 'token-in-log-of-go',
    wants: only('go', 'java', 'kotlin', 'csharp'),
    words: ['log.', 'fmt.Print', 'logger.', 'LOG', 'Log'],
    pattern:
      /\b(?:(?:log|logger|fmt)\.Print(?:f|ln)?|(?:log|logger|LOG|LOGGER|_logger)\.(?:info|debug|warn|error|trace|Log\w{1,12}))\(\s?"[^"\n]{0,120}"\s?[,+]\s?[^;\n]{0,60}?(?<![\w.])(?:\w{1,20}\.)?(?:authHeader|auth_header|[pP]assword|accessToken|jwtToken|resetToken|refreshToken|jwt|token|otp|secret|apiKey|dsn)\s?[,)]/g,
    accept: (match, file) =>
      !isForTests(file, lineOf(match, file)) &&
      !/(?:^|\/)(?:cmds?|cli|commands?|tools?|scripts?)\//.test(file.path) &&
      // A piece of a text that is read, and the word of a page.
      !/unexpected|pars(?:e|ing)|lex|invalid|cancel|csrf|page|continuation|device/i.test(match[0]),
    examples: [
      {
        path: 'a.go',
        text: 'package a\nfunc f() {\n\tlog.Printf("Header: %s", authHeader)\n\tlog.Printf("Port: %s", port)\n}\n',
        lines: [3],
      },
      {
        path: 'A.java',
        text: 'class A { void f(String token) {\n  log.info("Generated token: {}", token);\n  log.info("Unexpected token: {}", token);\n} }\n',
        lines: [2],
      },
    ],
  },
  {
    ...predictableValue,
    id: 'token-of-name',
    wants: code,
    words: ['oken'],
    pattern:
      /\b\w{0,12}[tT]oken['"]?\s?(?::=|[:=])\s?(?:\w{1,20}\.)?(?:user_?[iI][dD]|user_?[nN]ame|ID|Id|id|username|email)\s?[+.]\s?["'`][\w-]{0,20}["'`]/g,
    accept: (match, file) => isOfServer(match, file),
    examples: [
      { path: 'a.go', text: 'package a\nfunc f() {\n\treturn gin.H{"token": user.ID + "_token"}\n}\n', lines: [3] },
    ],
  },
];
