import type { SourceFile } from '../../../../sourceFile';
import { isForTests, linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { cookieFlags, predictableValue, recordOfAnybody } from '../broad/kinds';
import { php } from '../languages';
import { knownLogin } from './literalLogin';

const lineOf = (match: RegExpMatchArray, file: SourceFile): number => file.lineAt(match.index ?? 0);

/** Pages of PHP that take a request and do something with it. */
export const phpHandlerForms: readonly LineRule[] = [
  {
    id: 'row-changed-by-address',
    told: 'change-by-get',
    possible: true,
    cwe: 'CWE-352',
    owasp: 'A01',
    title: 'A GET request changes something',
    severity: 'low',
    why: 'A link or an image on a page of somebody else does it in the name of who is signed in, whatever tokens forms have.',
    fix: 'Ask for POST, with a token of the session.',
    wants: php,
    words: ['$_GET['],
    pattern: /\bisset\(\s?\$_GET\[\s?['"]\w{1,30}['"]\s?\]/g,
    accept(match, file) {
      const line = lineOf(match, file);
      const behind = linesAround(file, line, 0, 14);
      return (
        /["'\s(](?:update\s+\w{1,40}\s+set|delete\s+from|insert\s+into)\s/i.test(behind) &&
        !/\$_POST\[|REQUEST_METHOD/.test(behind) &&
        !/csrf|_token|nonce/i.test(`${linesAround(file, line, 3, 0)}${behind}`)
      );
    },
    examples: [
      {
        path: 'follow.php',
        text: "<?php\nif (isset($_GET['who'])) {\n  $all = $db->prepare('UPDATE follows SET state=1 WHERE id=?');\n  $all->execute([$_GET['who']]);\n}\n\n\n\n\n\n\n\n\n\n\n\n\nif (isset($_GET['page'])) show($_GET['page']);\n",
        lines: [2],
      },
    ],
  },
  {
    ...cookieFlags,
    id: 'cookie-of-two-values',
    wants: php,
    words: ['setcookie('],
    pattern: /(?<![\w>:])setcookie\(\s?['"$][^,;\n]{1,60},\s?(?!["']{2}|null|false)[^,;\n]{1,120}\)\s?;/gi,
    accept: (match, file) => !isForTests(file, lineOf(match, file)),
    examples: [
      {
        path: 'a.php',
        text: '<?php\nsetcookie("who", $name);\nsetcookie("who", $name, 0, "/", "", true, true);\n',
        lines: [2],
      },
    ],
  },
  {
    ...knownLogin,
    id: 'password-beside-its-check',
    told: 'login-in-code',
    wants: php,
    words: ['$_POST['],
    pattern:
      /\$(?<name>\w{0,12}(?:pass(?:word|wd)?|pwd|PASS(?:WORD)?))\s?=\s?["'](?<value>[^"'$\n]{3,40})["']\s?;(?=[^{}]{0,400}?\$\k<name>\s?={2,3}\s?\$_POST\[|[^{}]{0,400}?\$_POST\[\s?['"]\w{1,20}['"]\s?\]\s?={2,3}\s?\$\k<name>\b)/g,
    accept: (match, file) => !isForTests(file, lineOf(match, file)),
    examples: [
      {
        path: 'login.php',
        text: "<?php\n$name = 'boss';\n$password = 'mountain';\nif ($name == $_POST['name'] && $password == $_POST['word']) enter();\n",
        lines: [3],
      },
    ],
  },
  {
    ...predictableValue,
    id: 'code-of-rand',
    wants: php,
    words: ['rand('],
    pattern:
      /\$\w{0,20}(?:[cC]ode|[oO]tp|OTP|[tT]oken|[pP]in|[vV]erification)\w{0,5}\s?=\s?(?:\(string\)\s?)?(?:mt_)?rand\(/g,
    accept: (match, file) => !/captcha|colou?r|image/i.test(linesAround(file, lineOf(match, file), 3, 3)),
    examples: [
      {
        path: 'second.php',
        text: '<?php\n$newCode = rand(10000, 99999);\n$_SESSION["code"] = $newCode;\n\n\n\n$height = rand(1, 9);\n',
        lines: [2],
      },
    ],
  },
  {
    ...recordOfAnybody,
    id: 'record-by-field-of-form',
    wants: php,
    words: ['$_POST[', '$_GET[', '$_COOKIE[', '$_REQUEST['],
    pattern: /["']:?\w{0,20}id["']\s?=>\s?\$_(?:POST|GET|COOKIE|REQUEST)\[\s?['"]\w{0,20}id['"]\s?\]/gi,
    accept(match, file) {
      const before = linesAround(file, lineOf(match, file), 5, 0);
      return (
        /\b(?:select|update|delete)\b[^;]{1,200}\bwhere\b/i.test(before) &&
        !/\$_SESSION|Auth::|current_user/i.test(linesAround(file, lineOf(match, file), 8, 6))
      );
    },
    examples: [
      {
        path: 'word.php',
        text: "<?php\n$change = $db->prepare('UPDATE users SET name=:name WHERE id=:user_id');\n$change->execute(array(\n  'user_id' => $_POST['user_id'],\n  'name' => $_POST['name']\n));\n",
        lines: [4],
      },
    ],
  },
  {
    id: 'template-of-name',
    told: 'template-injection',
    possible: true,
    cwe: 'CWE-1336',
    owasp: 'A03',
    title: 'A template is made of request data',
    severity: 'critical',
    why: 'Expressions in the value run on the server.',
    fix: 'Give the value to a template as a variable.',
    wants: php,
    words: ['wig->', 'emplate->', 'marty->'],
    pattern:
      /\$\w{0,20}(?:twig|template|smarty)\w{0,10}->(?:render|createTemplate|fetch|display)\(\s?(?:strip_tags\(\s?)?\$(?<name>(?!this\b)\w{1,40})\s?[),]/gi,
    accept: (match, { text }) =>
      new RegExp(`\\$${match.groups?.['name'] ?? ''}\\s?=[^;\\n]{0,80}\\$_(?:POST|GET|REQUEST|COOKIE)\\[`).test(text),
    examples: [
      {
        path: 'a.php',
        text: '<?php\n$said = strip_tags($_POST["said"]);\necho $twig->render($said);\necho $twig->render($page);\n',
        lines: [3],
      },
    ],
  },
];
