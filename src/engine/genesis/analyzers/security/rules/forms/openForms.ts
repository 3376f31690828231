import type { SourceFile } from '../../../../sourceFile';
import { functionAround, isForTests } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import type { LineRule } from '../../weakness';
import { cookieFlags, databaseLogin, errorText, uncheckedSignature } from '../broad/kinds';
import { isDockerfile, only, php, script } from '../languages';
import { knownLogin } from './literalLogin';

const atLine = (match: RegExpMatchArray, file: SourceFile): number =>
  file.lineAt((match.index ?? 0) + match[0].length - match[0].trimStart().length);

const isOfProduct = (match: RegExpMatchArray, file: SourceFile): boolean =>
  !isBrowserCode(file) && !isForTests(file, atLine(match, file));

/** Protections that are left open: tokens that nobody checks, logins that everybody knows, what is shown to all. */
export const openForms: readonly LineRule[] = [
  {
    ...uncheckedSignature,
    id: 'token-part-decoded',
    wants: only('java', 'kotlin', 'csharp', 'go', 'php'),
    words: ['[1]'],
    pattern:
      /\b(?:getUrlDecoder\(\)|getDecoder\(\)|Decoder)\.decode\(\s?\w{1,20}\[1\]|\b(?:RawURLEncoding|URLEncoding|RawStdEncoding)\.DecodeString\(\s?\w{1,20}\[1\]|\bbase64_decode\(\s?(?:strtr\(\s?)?\$\w{1,20}\[1\]/g,
    accept: (match, file) =>
      isOfProduct(match, file) &&
      /jwt|token/i.test(functionAround(file, atLine(match, file))) &&
      !/verif(?:y|ier)(?!\w*\s?=\s?false)|Mac\.getInstance|hmac|parseClaimsJws|parseSignedClaims|signature\.equals/i.test(
        functionAround(file, atLine(match, file)).replace(/without_?verif\w*|verif\w{0,12}false/gi, ''),
      ),
    examples: [
      {
        path: 'A.java',
        text: 'class A {\n  Map<String, Object> read(String token) {\n    String[] parts = token.split("\\.");\n    return json.readValue(new String(Base64.getUrlDecoder().decode(parts[1])), Map.class);\n  }\n}\n',
        lines: [4],
      },
      {
        path: 'B.java',
        text: 'class B {\n  Map<String, Object> read(String token) {\n    String[] parts = token.split("\\.");\n    if (!verify(parts)) throw new Refused();\n    return json.readValue(new String(Base64.getUrlDecoder().decode(parts[1])), Map.class);\n  }\n}\n',
        lines: [],
      },
    ],
  },
  {
    ...errorText,
    id: 'error-printed-by-php',
    told: 'error-in-answer',
    wants: php,
    words: ['mysql_error', 'mysqli_error', 'pg_last_error', 'errorInfo', '->error'],
    pattern:
      /\b(?:print_r|var_dump|printf|die|exit|echo|print)\s?\(?\s?[^;\n]{0,80}\b(?:mysql_error|mysqli_error|mysqli_connect_error|pg_last_error)\(/g,
    accept: isOfProduct,
    examples: [
      {
        path: 'a.php',
        text: '<?php\nprint_r(mysql_error());\nerror_log(mysql_error());\n',
        lines: [2],
      },
    ],
  },
  {
    ...cookieFlags,
    id: 'cookie-flags-said-off',
    wants: php,
    words: ['setcookie('],
    pattern: /(?<![\w>:])setcookie\(\s?(?:[^;()\n]|\([^()\n]{0,60}\)){1,200},\s?false\s?,\s?(?:false|true)\s?\)/g,
    accept: (match, file) =>
      isOfProduct(match, file) && !/time\(\)\s?-|,\s?(?:""|''|null)\s?,\s?(?:time\(\)\s?-|1\b)/.test(match[0]),
    examples: [
      {
        path: 'a.php',
        text: '<?php\nsetcookie("secret", $secret, time() + 3600, "/", "", false, false);\nsetcookie("secret", "", time() - 3600, "/", "", false, false);\nsetcookie("secret", $secret, 0, "/", "", true, true);\n',
        lines: [2],
      },
    ],
  },
  {
    ...databaseLogin,
    id: 'default-login-of-spring',
    wants: ({ path }) => /\.(?:ya?ml|properties)$/i.test(path),
    words: ['assword'],
    pattern:
      /^[ \t]{0,20}(?:[\w-]{1,30}[.:]){0,6}password[ \t]{0,3}[:=][ \t]{0,3}["']?\$\{[\w.-]{1,60}:(?:root|postgres|admin|sa|password|pass|passw0rd|123456?|secret|guest|mysql|example|toor|changeme|test)\}/gm,
    accept: (_match, file) => !/(?:^|[/._-])(?:tests?|dev|local|ci|examples?)(?:[/._-]|$)/i.test(file.path),
    examples: [
      {
        path: 'src/main/resources/application.yml',
        text: 'spring:\n  datasource:\n    password: $'.concat(
          '{DB_PASSWORD:postgres}\n  other:\n    password: $',
          '{DB_PASSWORD}\n',
        ),
        lines: [3],
      },
    ],
  },
  {
    id: 'values-of-actuator',
    possible: true,
    told: 'spring-values-shown',
    cwe: 'CWE-200',
    owasp: 'A05',
    title: 'Endpoints of Spring show the values of settings',
    severity: 'medium',
    why: 'Passwords and keys stand among them.',
    fix: 'Leave `show-values` at `never`, or at `when-authorized`.',
    wants: ({ path }) => /(?:^|\/)application[\w.-]{0,30}\.(?:ya?ml|properties)$/i.test(path),
    words: ['show-values'],
    pattern: /\bshow-values\s{0,3}[:=]\s{0,3}["']?always/gi,
    examples: [
      {
        path: 'src/main/resources/application.yml',
        text: 'management:\n  endpoint:\n    env:\n      show-values: always\n    other:\n      show-values: never\n',
        lines: [4],
      },
    ],
  },
  {
    ...knownLogin,
    id: 'login-selected-in-insert',
    title: 'A password stands in the code that checks it',
    wants: ({ path }) => /\.sql$/i.test(path),
    words: ['SELECT', 'select'],
    pattern:
      /\binsert\s+into\s+[`"[\w.]{0,40}(?:user|account|admin|login|member|customer)\w{0,12}[`"\]]?\s{0,3}\([^()]{0,200}\b(?:password|passwd|pwd)\b[^()]{0,200}\)\s{1,10}select\s+'[^'\n]{1,60}',\s?'(?<value>[^'\n$]{3,60})'/gi,
    accept: (match, file) =>
      !/^[\da-f]{32,}$/i.test(match.groups?.['value'] ?? '') &&
      !/(?:^|[/._-])(?:tests?|fixtures?|examples?)(?:[/._-]|$)/i.test(file.path),
    examples: [
      {
        path: 'db/data.sql',
        text: "INSERT INTO users (username, password, email)\nSELECT 'admin', 'autumn19', 'a@b.example'\nWHERE NOT EXISTS (SELECT 1 FROM users);\n",
        lines: [1],
      },
    ],
  },
  {
    id: 'sudo-without-password',
    possible: true,
    cwe: 'CWE-250',
    owasp: 'A05',
    title: 'An account of an image may do everything without a password',
    severity: 'medium',
    why: 'Whoever takes over its process is root a command later.',
    fix: 'Leave `sudo` out, or name commands that open no shell.',
    wants: isDockerfile,
    words: ['NOPASSWD'],
    pattern: /\bNOPASSWD\s?:/g,
    examples: [
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN echo "www-data ALL=NOPASSWD:/usr/bin/vim" >> /etc/sudoers\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'answer-as-script',
    possible: true,
    cwe: 'CWE-346',
    owasp: 'A01',
    title: 'An answer is given as script to pages of every origin',
    severity: 'low',
    why: 'Any page loads it with the cookies of who opens the page, and reads what it holds.',
    fix: 'Answer as JSON, and name the origins that may read it.',
    wants: script,
    words: ['.jsonp('],
    pattern: /\b(?:res|response|reply)\.jsonp\(/g,
    accept: isOfProduct,
    examples: [
      { path: 'a.js', text: "app.get('/me', (req, res) => { res.jsonp({ user: req.user }); });\n", lines: [1] },
    ],
  },
];
