import type { SourceFile } from '../../../../sourceFile';
import { isForTests, linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { debugOn, massAssignment, openCors, storedScript } from '../broad/kinds';
import { php } from '../languages';

const request = String.raw`\$_(?:GET|POST|REQUEST|COOKIE)`;

const escapes =
  /htmlspecialchars|htmlentities|\besc_\w+\(|\be\(|\bescape|purif|\bh\(|sanitiz|strip_tags|\|\s?e\b|Html::encode/i;

/** A page in whose markup values stand. */
const isView = ({ path, text }: SourceFile): boolean =>
  /(?:^|\/)(?:views?|templates?|pages?|partials?|layouts?|themes?)\/|\.(?:phtml|tpl\.php|html\.php)$/i.test(path) &&
  /<(?:div|p|h\d|td|li|span|form|body|section)\b/i.test(text);

/** Programs of PHP, by the form of a line. */
export const phpForms: readonly LineRule[] = [
  {
    id: 'variables-of-request',
    possible: true,
    cwe: 'CWE-621',
    owasp: 'A03',
    title: 'A request makes variables of the program',
    severity: 'high',
    why: 'Whoever sends it sets variables that were not meant for them, such as who is signed in.',
    fix: 'Read the fields that are needed, by their names.',
    wants: php,
    words: ['extract(', 'parse_str(', '$$', 'import_request_variables('],
    pattern: new RegExp(
      String.raw`\bextract\(\s?${request}\b(?![^;\n]{0,60}EXTR_SKIP)|\bparse_str\(\s?[^,()\n]{1,80}\)|\$\$\w{0,30}\[|\$\{\s?${request}|\$\$_(?:GET|POST|REQUEST)\b|\$\$(?<key>\w{1,20})\s?=(?!=)|\bimport_request_variables\(`,
      'g',
    ),
    accept: (match, { text }) =>
      match.groups?.['key'] === undefined ||
      new RegExp(`foreach\\s?\\(\\s?${request}\\s?as\\s?\\$${match.groups['key']}\\b`).test(text),
    examples: [
      {
        path: 'a.php',
        text: "<?php\nextract($_POST);\nparse_str($_SERVER['QUERY_STRING']);\nparse_str($text, $fields);\nforeach ($_GET as $k => $v) {\n  $$k = $v;\n}\n",
        lines: [2, 3, 6],
      },
    ],
  },
  {
    id: 'function-of-request',
    possible: true,
    told: 'code-injection',
    cwe: 'CWE-95',
    owasp: 'A03',
    title: 'A request names the function or the class that runs',
    severity: 'high',
    why: 'Whoever sends it calls any function of PHP, such as one that runs commands.',
    fix: 'Look the name up in a list of those that may be called.',
    wants: php,
    words: ['$_GET', '$_POST', '$_REQUEST', '$_COOKIE'],
    pattern: new RegExp(
      String.raw`(?<![\w>:$])(?:new\s)?\$(?<name>\w{1,30})\(|${request}\[\s?['"]\w{1,30}['"]\s?\]\(`,
      'g',
    ),
    accept(match, file) {
      const name = match.groups?.['name'];
      if (name === undefined) return true;
      const before = linesAround(file, file.lineAt(match.index ?? 0), 20, 0);
      return (
        new RegExp(String.raw`\$${name}\s?=\s?${request}\[[^\]\n]{1,40}\]\s?;`).test(before) &&
        !/in_array|is_callable|function_exists|array_key_exists|\ballowed/i.test(before)
      );
    },
    examples: [
      {
        path: 'a.php',
        text: "<?php\n$call = $_GET['call'];\n$call($_GET['with']);\n$own = function () {};\n$own();\n",
        lines: [3],
      },
    ],
  },
  {
    ...storedScript,
    id: 'stored-xss-of-template',
    wants: ({ language, path }) => language === 'php' && !path.endsWith('.blade.php'),
    words: ['<?=', '<?php echo', '<?php  echo'],
    pattern:
      /(?:<\?=|<\?php\s+echo)\s{0,3}(?:["'][^"'\n;]{0,120}["']\s?\.\s?)?\$\w{1,30}(?:\[['"]|->)(?:\w{0,20}_)?(?:name|username|title|comments?|message|text|body|content|description|bio|about|email|subject|note|question|answer|address|review|feedback)(?:['"]\])?\s{0,3}(?:;|\?>|\.)/gi,
    accept: (_match, file) =>
      !/(?:^|[/._-])(?:cli|console|commands?|mail\w{0,6}|tests?)(?:[/._-]|$)/i.test(file.path) &&
      (!escapes.test(file.text) || isView(file)),
    examples: [
      {
        path: 'views/list.php',
        text: "<?php foreach ($posts as $post): ?>\n<h2><?php echo $post['title']; ?></h2>\n<p><?= $post->body ?></p>\n<p><?= $post->id ?></p>\n<?php endforeach; ?>\n",
        lines: [2, 3],
      },
      {
        path: 'views/other.php',
        text: "<p><?= $post['title'] ?></p>\n<p><?= htmlspecialchars($post['body']) ?></p>\n",
        lines: [1],
      },
      {
        path: 'list.php',
        text: "<p><?= $post['title'] ?></p>\n<p><?= htmlspecialchars($post['body']) ?></p>\n",
        lines: [],
      },
    ],
  },
  {
    ...massAssignment,
    id: 'fields-of-laravel',
    wants: php,
    words: ['$request->'],
    pattern:
      /->(?:update|fill|forceFill|create)\(\s?\$request->(?:except|all|input)\((?:[^()\n]{0,60})\)|\bnew\s(?:User|Account|Profile|Order|Post|Product|[A-Z]\w{1,20})\(\s?\$request->(?:all|input|post)\(\)\s?\)/g,
    accept: (_match, { text }) =>
      !/->validated\(|validate\(\s?\$request|->validate\(|FormRequest|Validator::make/.test(text),
    examples: [
      {
        path: 'A.php',
        text: "<?php\n$user->update($request->except('_token'));\n$made = new User($request->all());\n$user->update($request->only('name'));\n",
        lines: [2, 3],
      },
    ],
  },
  {
    ...openCors,
    id: 'origins-of-laravel',
    wants: php,
    words: ['allowed_origins'],
    pattern: /'allowed_origins'\s?=>\s?\[\s?'\*'\s?\]/g,
    accept: (_match, { path, text }) =>
      /(?:^|\/)config\/cors\.php$/.test(path) && /'supports_credentials'\s?=>\s?true/.test(text),
    examples: [
      {
        path: 'config/cors.php',
        text: "<?php\nreturn [\n  'allowed_origins' => ['*'],\n  'supports_credentials' => true,\n];\n",
        lines: [3],
      },
    ],
  },
  {
    ...debugOn,
    id: 'errors-shown-by-php',
    wants: ({ language, path }) =>
      language === 'php' || /(?:^|\/)(?:php\.ini|\.htaccess|\.user\.ini|\.env)$/.test(path),
    words: ['display_errors', 'APP_DEBUG', "'debug'"],
    pattern:
      /\bini_set\(\s?['"]display_errors['"]\s?,\s?['"]?(?:1|on|true|stdout)\b|^[ \t]{0,8}display_errors\s?=\s?(?:on|1)\b|php_(?:flag|value)\s+display_errors\s+(?:on|1)\b|^APP_DEBUG=true\b|'debug'\s?=>\s?(?:env\(\s?'APP_DEBUG',\s?true|true\b)/gim,
    accept: (match, file) =>
      !isForTests(file, file.lineAt(match.index ?? 0)) &&
      (!match[0].startsWith("'") || /(?:^|\/)config\/app\.php$/.test(file.path)) &&
      !/(?:^|[/._-])(?:tests?|dev|local|cli|bin|console|install\w*|upgrade|scripts?|cron)(?:[/._-]|$)/i.test(
        file.path,
      ) &&
      !/\bphp_sapi_name\(|\bPHP_SAPI\b|\$argv\b|\bSTDIN\b|DEBUG\s?\)|\bif\s?\([^)\n]{0,60}debug/i.test(
        linesAround(file, file.lineAt(match.index ?? 0), 4, 0),
      ),
    examples: [
      { path: 'index.php', text: "<?php\nerror_reporting(E_ALL);\nini_set('display_errors', 1);\n", lines: [3] },
      { path: 'config/app.php', text: "<?php\nreturn [\n  'debug' => env('APP_DEBUG', true),\n];\n", lines: [3] },
      { path: 'b.php', text: "<?php\nif ($debug) {\n  ini_set('display_errors', 1);\n}\n", lines: [] },
    ],
  },
];
