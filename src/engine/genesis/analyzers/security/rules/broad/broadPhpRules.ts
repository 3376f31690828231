import { isForDevelopers, linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { php } from '../languages';
import { errorInAnswer, openCors, sqlText, storedScript } from './kinds';

/** Names that the program itself gives: of tables, of columns, of limits. */
const ownName =
  /(?:table|prefix|schema|column|field|limit|offset|order|sort|where|cond\w*|sql|query|marks|holders?)s?$/i;
/** Values that are numbers by their names. */
const numeric = /(?:^|_|[a-z])(?:[iI]d|ID|ids|[cC]ount|[nN]um|[tT]otal|[pP]age|[iI]ndex)s?$|^[ijkn]$/;

/** Pages of PHP without a framework: what they run, show and keep. */
export const broadPhpRules: readonly LineRule[] = [
  {
    id: 'sql-text-of-php',
    ...sqlText,
    told: 'sql-text-with-values',
    wants: php,
    words: ['elect ', 'ELECT ', 'nsert ', 'NSERT ', 'pdate ', 'PDATE ', 'elete ', 'ELETE '],
    // A value in quotes of SQL is a text, whatever it is called.
    pattern:
      /"\s{0,40}(?:select\s[^;"]{1,300}?\sfrom|insert\s{1,3}into|replace\s{1,3}into|update\s[^;"]{1,60}?\sset|delete\s{1,3}from)\s[^;"]{0,400}?'%?\{?\$(?<name>[A-Za-z_]\w{0,40})(?:->(?<field>\w{1,40})|\[['"]?(?<key>\w{1,40})['"]?\])?\}?%?'/gi,
    accept({ groups }) {
      const name = groups?.['field'] ?? groups?.['key'] ?? groups?.['name'] ?? '';
      return !ownName.test(name) && !/esc|safe|quoted/i.test(name);
    },
    examples: [
      {
        path: 'a.php',
        text: '<?php\n$q = "INSERT INTO t (a, b) VALUES($max, \'$subject\')";\n$r = "SELECT a FROM b WHERE c=\'{$this->key}\'";\n$s = "SELECT a FROM b WHERE c = $made";\n$t = "SELECT a FROM \'$table\'";\n$u = "SELECT a FROM b WHERE c = \'$escaped\'";\n',
        lines: [2, 3],
      },
    ],
  },
  {
    id: 'code-of-value',
    possible: true,
    told: 'code-injection',
    cwe: 'CWE-95',
    owasp: 'A03',
    title: 'A text with values in it is run as code',
    severity: 'high',
    why: 'Where a value comes from outside, its sender writes code that the server runs.',
    fix: 'Parse the value as data: a number, JSON, or one of a list.',
    wants: php,
    words: ['eval('],
    pattern: /(?<![\w>:$])eval\(\s{0,3}(?:"[^"\n]{0,200}(?:\$|"\s?\.\s?\$)|'[^'\n]{0,200}'\s?\.\s?\$|\$[a-z])/gi,
    examples: [
      {
        path: 'a.php',
        text: '<?php\neval("\\$list = $query;");\neval(\'return 1;\');\n$this->eval($code);\n',
        lines: [2],
      },
    ],
  },
  {
    ...storedScript,
    id: 'stored-xss-of-name',
    wants: php,
    words: ['fetch'],
    pattern: /(?:\becho|<\?=)\s{1,3}\$(?<name>\w{1,40})\s{0,3};?\s{0,3}\?>/g,
    // `$email = $row['email']`, where the row was fetched.
    accept(match, { text }) {
      const name = match.groups?.['name'] ?? '';
      if (numeric.test(name)) return false;
      const row = new RegExp(`\\$${name}\\s{0,10}=\\s?\\$(\\w{1,40})(?:\\[|->)['"\\w]{1,42}\\]?;`).exec(text)?.[1];
      return row !== undefined && new RegExp(`\\$${row}\\s?=[^;\\n]{0,80}fetch`).test(text);
    },
    examples: [
      {
        path: 'a.php',
        text: '<?php\n$row = $sth->fetch();\n$email = $row["email"];\n$title = "List";\n?>\n<input value="<?php echo $email; ?>">\n<h1><?php echo $title; ?></h1>\n',
        lines: [6],
      },
    ],
  },
  {
    ...storedScript,
    id: 'stored-xss-of-field',
    wants: php,
    words: ['${'],
    pattern: /\becho\s[^;\n]{0,200}\$\{(?<row>\w{1,40})\[['"](?<key>\w{1,40})['"]\]\}/g,
    accept: (match, { text }) =>
      !numeric.test(match.groups?.['key'] ?? '') &&
      new RegExp(`\\$${match.groups?.['row'] ?? ''}\\s?(?:=[^;\\n]{0,80}fetch|\\))`).test(text),
    examples: [
      {
        path: 'a.php',
        text: `<?php\nforeach ($rows as $row) {\n  echo "<a href=\\"\${row['file']}\\">";\n  echo "<i>\${row['id']}</i>";\n}\n`,
        lines: [3],
      },
    ],
  },
  {
    id: 'error-of-php',
    ...errorInAnswer,
    why: 'Errors of a database tell strangers its tables and the text of the query.',
    wants: php,
    words: ['getMessage()'],
    pattern:
      /(?:\b(?:echo|print|exit|die)\b[^;\n]{0,160}|\b(?:error_exit|show_error|exit_with|fail|abort|json_encode|response\(\)->json)\([^;\n]{0,160})\$\w{1,20}->getMessage\(\)/g,
    // Only what a database says is worth it; a console has no visitors.
    accept: (match, file) =>
      /PDO|mysqli|mysql_|pg_|sqlite|sqlsrv|QueryException/i.test(file.text) &&
      !file.text.startsWith('#!') &&
      !/debug/i.test(match[0]) &&
      !/\bphp_sapi_name\(|\bPHP_SAPI\b|\$argv\b|\bSTDIN\b/.test(file.text) &&
      !/(?:^|[/._-])(?:dev|tests?|cli|console|bin|commands?|scripts?|install\w*)(?:[/._-]|$)/i.test(file.path) &&
      !isForDevelopers(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'a.php',
        text: "<?php\ntry { $db = new PDO($dsn); } catch (PDOException $e) {\n  echo json_encode(array('message' => $e->getMessage()));\n  error_log($e->getMessage());\n}\n",
        lines: [3],
      },
    ],
  },
  {
    id: 'php-info',
    possible: true,
    cwe: 'CWE-200',
    owasp: 'A05',
    title: 'A page shows the settings of PHP and of the server',
    severity: 'low',
    why: 'It lists versions, paths and what the environment holds, passwords among it.',
    fix: 'Remove the page, or let administrators only see it.',
    wants: php,
    words: ['phpinfo('],
    pattern: /(?<![\w>:$])phpinfo\(\s{0,3}(?:INFO_ALL|-1)?\s{0,3}\)/g,
    accept: ({ input = '', index = 0 }) => !/function\s{1,3}$/.test(input.slice(Math.max(0, index - 12), index)),
    examples: [{ path: 'info.php', text: '<?php phpinfo();\n$this->phpinfo();\n', lines: [1] }],
  },
  {
    id: 'mail-header-of-value',
    possible: true,
    cwe: 'CWE-93',
    owasp: 'A03',
    title: 'A value is put into the head of a mail',
    severity: 'low',
    why: 'A line break in it adds recipients and further text: the server then sends the mails of others.',
    fix: 'Refuse line breaks, or let a library for mail write the head.',
    wants: php,
    words: ['From:', 'Reply-To:', 'Subject:', 'Cc:', 'To:'],
    pattern:
      /["'](?:From|Reply-To|Cc|Bcc|To|Subject):\s?[^"'\n]{0,60}(?:["']\s?\.\s?\$(?<name>\w{1,40})|\{?\$(?<inside>\w{1,40}))/g,
    // Text that goes into a mail, and comes from a form.
    accept: (match, file) =>
      /\bmail\(|mb_send_mail\(|sendmail/.test(file.text) &&
      /\$_(?:POST|GET|REQUEST)\b|filter_input\(/.test(file.text) &&
      !/str_replace\(\s?(?:array\(|\[)?\s?["']\\r|preg_replace\([^;\n]{0,40}\\r/.test(file.text) &&
      !/^(?:this|config|site\w*|admin\w*|from|settings?)$/i.test(
        match.groups?.['name'] ?? match.groups?.['inside'] ?? '',
      ),
    examples: [
      {
        path: 'a.php',
        text: '<?php\n$mail = $_POST["mail"];\nmail($to, "Hi", $text, "Reply-To: $mail");\nmail($to, "Hi", $text, "From: a@example.org");\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'origin-of-php',
    ...openCors,
    wants: php,
    words: ['Access-Control-Allow-Origin'],
    pattern:
      /\bheader\(\s?["']Access-Control-Allow-Origin:\s?(?:\*["']|["']\s?\.\s?\$_SERVER\[\s?["']HTTP_ORIGIN|\{?\$_SERVER\[|["']\s?\.\s?\$origin\b|\{?\$origin\b)/g,
    accept: (match, file) =>
      match[0].includes('*') ||
      !/in_array|preg_match|===?\s?['"]|allowed|white_?list|str_ends_with|strpos/i.test(
        linesAround(file, file.lineAt(match.index ?? 0), 6, 0),
      ),
    examples: [
      {
        path: 'a.php',
        text: "<?php\nheader('Access-Control-Allow-Origin: ' . $_SERVER['HTTP_ORIGIN']);\n",
        lines: [2],
      },
      {
        path: 'b.php',
        text: "<?php\nif (in_array($_SERVER['HTTP_ORIGIN'], $known)) {\n  header('Access-Control-Allow-Origin: ' . $_SERVER['HTTP_ORIGIN']);\n}\n",
        lines: [],
      },
    ],
  },
  {
    id: 'php-remote-include',
    possible: true,
    cwe: 'CWE-98',
    owasp: 'A05',
    title: 'PHP may run files that it fetches from the network',
    severity: 'medium',
    why: 'One include of a value is then enough to run code of strangers.',
    fix: 'Set `allow_url_include` to `Off`.',
    wants: ({ path }) =>
      /(?:^|\/)\.?(?:php[\w.-]{0,30}\.ini|user\.ini|htaccess|[\w-]{1,30}\.conf)$|Dockerfile/.test(path),
    words: ['allow_url_include'],
    pattern: /^[ \t]{0,20}(?:php_(?:admin_)?flag\s{1,3})?allow_url_include\s{0,3}=?\s{0,3}["']?(?:on|1|true)\b/gim,
    examples: [{ path: 'php.ini', text: 'allow_url_fopen = On\nallow_url_include = On\n', lines: [2] }],
  },
];
