import { functionAround, isForDevelopers, isForTests, linesAround } from '../../context/enclosing';
import { liveCode } from '../../context/liveCode';
import { lineOf } from '../../context/ofServer';
import type { LineRule } from '../../weakness';
import { errorInAnswer, forgedRequests, passwordInLog, plainPassword, uploadName } from '../broad/kinds';
import { php } from '../languages';
import { knownLogin } from './literalLogin';

const hashes = /password_verify|password_hash|bcrypt|Hash::|hash\(|md5|sha1|sha256|crypt\(|\bencrypt/i;

/** A password was made into something else a few lines before. */
const isHashedBefore = (match: RegExpMatchArray, text: string): boolean =>
  hashes.test(text.slice(Math.max(0, (match.index ?? 0) - 700), (match.index ?? 0) + match[0].length + 60));

const password = String.raw`(?:\w{1,12}_)?(?:password|passwd|pass|pwd)`;
const given = String.raw`\$(?:_(?:POST|GET|REQUEST)\[\s?['"]\w{0,16}pass\w{0,10}['"]\s?\]|(?:\w{0,12}_)?(?:password|passwd|pass|pwd)\b(?!->|\[)|\w{0,16}Password\b(?!->|\[))`;
const row = String.raw`\$(?!_|request\b|form\b|data\b|input\b|post\b|params\b|validated\b|errors?\b|this\b)\w{1,30}(?:\[\s?['"]|->)${password}(?:['"]\s?\])?`;

/** Plain PHP and Laravel: passwords, uploads and changes. */
export const phpKeptForms: readonly LineRule[] = [
  {
    ...plainPassword,
    id: 'password-of-row',
    told: 'plain-password-compare',
    wants: php,
    words: ['pass', 'pwd', 'Password'],
    pattern: new RegExp(
      `${row}\\s{0,3}[!=]==?\\s{0,3}${given}|${given}\\s{0,3}[!=]==?\\s{0,3}${row}|->where\\(\\s?['"]password['"]\\s?,\\s?(?:['"]=['"]\\s?,\\s?)?\\$(?:request->|_POST\\[\\s?['"])?\\w{0,12}[pP]assw?`,
      'g',
    ),
    accept: (match, file) => !isHashedBefore(match, file.text) && !isForTests(file, lineOf(match, file)),
    examples: [
      {
        path: 'AccountController.php',
        text: "<?php\nclass AccountController {\n  function change($user, $currentPassword, $newPassword, $confirmPassword) {\n    if ($user['password'] === $currentPassword) return true;\n    if ($newPassword === $confirmPassword) return true;\n    return $data['password'] === $newPassword;\n  }\n}\n",
        lines: [4],
      },
      {
        path: 'login.php',
        text: "<?php\nif ($row->password == $_POST['password']) enter();\n$user = User::where('email', $email)->where('password', $request->password)->first();\n",
        lines: [2, 3],
      },
      {
        path: 'hashed.php',
        text: "<?php\n$password = md5($_POST['password']);\nif ($row['password'] == $password) enter();\n",
        lines: [],
      },
    ],
  },
  {
    ...passwordInLog,
    id: 'password-in-log-of-php',
    wants: php,
    words: ['error_log(', 'Log::', 'file_put_contents(', 'fwrite(', 'syslog(', 'logger'],
    pattern:
      /\b(?:error_log|syslog|file_put_contents|fwrite|Log::\w{4,9}|logger(?:\(\))?->\w{4,9}|->log)\([^;\n]{0,200}(?:\$_(?:POST|REQUEST|GET)\[\s?['"](?:password|passwd|pass|pwd)['"]|\$request->(?:password|input\(\s?['"]password['"])|\{?\$(?:password|passwd|plain_?password)\b)/g,
    accept: (match, file) => !/hash|mask|sanitiz|\*{3}/i.test(match[0]) && !isForTests(file, lineOf(match, file)),
    examples: [
      {
        path: 'login.php',
        text: "<?php\nerror_log('login of ' . $_POST['user'] . ' with ' . $_POST['password']);\nerror_log('login of ' . $_POST['user']);\n",
        lines: [2],
      },
    ],
  },
  {
    id: 'upload-kind-claimed',
    possible: true,
    cwe: 'CWE-434',
    owasp: 'A04',
    title: 'The kind of an upload is what its sender says',
    severity: 'medium',
    why: 'The sender writes the type beside the file: a script or a page passes as an image.',
    fix: 'Look at the content (`finfo`), allow some endings, and store under a name of your own.',
    wants: php,
    words: ['$_FILES', 'getClientMimeType('],
    fits: ({ text }) =>
      /move_uploaded_file|tmp_name|->move\(|->store(?:As)?\(/.test(text) &&
      !/finfo|getimagesize|mime_content_type|exif_imagetype|pathinfo\(|getMimeType\(|'mimes:|"mimes:|'image'|imagecreatefrom/.test(
        liveCode(text),
      ),
    pattern: /\$_FILES\[[^\]\n]{1,40}\](?:\[\$?\w{1,10}\])?\[\s?['"]type['"]\s?\]|->getClientMimeType\(\)/g,
    accept: (match, file) => !isForTests(file, lineOf(match, file)),
    examples: [
      {
        path: 'up.php',
        text: "<?php\nif ($_FILES['photo']['type'] === 'image/png') {\n  move_uploaded_file($_FILES['photo']['tmp_name'], $target);\n}\n",
        lines: [2],
      },
      {
        path: 'safe.php',
        text: "<?php\n$kind = $_FILES['photo']['type'];\n$real = (new finfo(FILEINFO_MIME_TYPE))->file($_FILES['photo']['tmp_name']);\nmove_uploaded_file($_FILES['photo']['tmp_name'], $target);\n",
        lines: [],
      },
    ],
  },
  {
    id: 'upload-name-of-php',
    ...uploadName,
    wants: php,
    words: ['getClientOriginalName(', 'getClientFilename('],
    fits: ({ text }) =>
      !/mimes:|mimetypes:|\|image\b|['"]image\||=>\s?(?:\[[^\]\n]{0,80})?['"]image['"]|guessExtension|File::(?:image|types)/.test(
        liveCode(text),
      ),
    pattern:
      /->(?:move|moveTo|storeAs|putFileAs|storePubliclyAs)\([^;\n]{0,160}?(?:->getClient(?:OriginalName|Filename)\(\)|\$(?<name>\w{1,30})\s?\))/g,
    accept(match, file) {
      const name = match.groups?.['name'];
      if (name === undefined) return !/time\(|uniqid|Str::|uuid|hash|md5/i.test(match[0]);
      const around = functionAround(file, lineOf(match, file));
      return new RegExp(
        `\\$${name}\\s{0,10}=\\s?\\$[\\w>()'"-]{1,60}->getClient(?:OriginalName|Filename)\\(\\)\\s?;`,
      ).test(around);
    },
    examples: [
      {
        path: 'AvatarController.php',
        text: "<?php\nclass AvatarController extends Controller {\n  function save(Request $request) {\n    $file = $request->file('avatar');\n    $name = $file->getClientOriginalName();\n    $file->move(public_path('up'), $name);\n    $file->storeAs('public', $file->getClientOriginalName());\n    $file->storeAs('public', Str::uuid() . '.png');\n  }\n}\n",
        lines: [6, 7],
      },
    ],
  },
  {
    ...errorInAnswer,
    id: 'error-of-anything-php',
    wants: php,
    words: ['getMessage()', 'getTraceAsString()', 'getTrace()'],
    pattern:
      /(?:\breturn\b|\becho\b|\bdie\(|\bexit\()[^;]{0,300}?(?:\bresponse\(|->json\(|\bResponse::\w{2,12}\(|\bnew\s(?:Json)?Response\(|\bjson_encode\()[^;]{0,240}?\$(?<name>\w{1,20})->(?:getMessage|getTraceAsString|getTrace)\(\)/g,
    // What any line may throw; an exception of one's own has a text for who asks.
    accept(match, file) {
      const before = file.text.slice(Math.max(0, (match.index ?? 0) - 900), match.index);
      const type = [...before.matchAll(/\bcatch\s?\(\s?(?<types>[\w\\| ]{2,120}?)\s+\$(?<name>\w{1,20})\s?\)/g)].at(
        -1,
      )?.groups;
      return (
        type?.['name'] === match.groups?.['name'] &&
        /(?:^|[\\| ])(?:Exception|Throwable|Error|ErrorException|PDOException|QueryException|mysqli_sql_exception)\s*(?:\||$)/.test(
          type?.['types'] ?? '',
        ) &&
        // Where a setting asks for it.
        !/debug/i.test(match[0]) &&
        !isForDevelopers(file, lineOf(match, file)) &&
        !/(?:^|[/._-])(?:tests?|cli|console|commands?|scripts?|install\w*)(?:[/._-]|$)/i.test(file.path)
      );
    },
    examples: [
      {
        path: 'OrderController.php',
        text: "<?php\nclass OrderController extends Controller {\n  function show() {\n    try { return run(); } catch (\\Throwable $e) {\n      return response()->json(['error' => $e->getMessage()], 400);\n    }\n  }\n  function other() {\n    try { return run(); } catch (NoSuchOrder $e) {\n      return response()->json(['error' => $e->getMessage()], 404);\n    }\n  }\n}\n",
        lines: [5],
      },
      {
        path: 'AskController.php',
        text: "<?php\nclass AskController extends Controller {\n  function ask() {\n    try { return run(); } catch (\\Exception $e) {\n      return response()->json(['verbose' => $appDebug ? $e->getMessage() : null], 500);\n    }\n  }\n}\n",
        lines: [],
      },
    ],
  },
  {
    ...forgedRequests,
    id: 'deleted-by-address',
    told: 'change-by-get',
    title: 'A GET request changes something',
    why: 'A link or an image on a page of somebody else does it in the name of who is signed in, whatever tokens forms have.',
    fix: 'Ask for POST, with a token of the session.',
    wants: php,
    words: ['$_GET['],
    pattern: /\$(?<name>\w{1,30})\s{0,24}=\s?(?:\(int\)\s?|intval\(\s?)?\$_GET\[\s?['"]\w{1,30}['"]\s?\]/g,
    accept(match, file) {
      const line = lineOf(match, file);
      const behind =
        linesAround(file, line, 0, 14).split(
          /\n {0,4}\}\s*\n\s*(?:\/\/[^\n]*\n\s*)?(?:public|private|protected|function)\b/,
          1,
        )[0] ?? '';
      const name = match.groups?.['name'] ?? '';
      return (
        !/csrf|xsrf|_token|nonce|REQUEST_METHOD|isPost\(|wp_verify/i.test(
          `${linesAround(file, line, 4, 0)}${behind}`.replace(/\/\/[^\n]*|\/\*[^*]{0,400}\*\//g, ''),
        ) &&
        (new RegExp(
          `->(?:delete|remove|destroy|ban|approve|reject|activate|promote|close|cancel|block)\\w{0,24}\\([^;\\n]{0,60}\\$${name}\\b`,
          'i',
        ).test(behind) ||
          new RegExp(`["']\\s{0,3}delete\\s+from\\s[^;]{1,160}\\$${name}\\b`, 'i').test(behind))
      );
    },
    examples: [
      {
        path: 'app/UserController.php',
        text: "<?php\nclass UserController {\n  public function drop() {\n    $id = $_GET['id'];\n    $this->users->deleteUser($id);\n  }\n  public function show() {\n    $id = $_GET['id'];\n    return $this->users->find($id);\n  }\n}\n",
        lines: [4],
      },
    ],
  },
  {
    ...knownLogin,
    id: 'database-of-root',
    told: 'login-of-everybody',
    cwe: 'CWE-1392',
    title: 'A database is opened with a login that everybody knows',
    why: 'Where nobody changed it, whoever reaches the database has everything that is in it.',
    fix: 'Make an account with a password of its own, and read it from the environment.',
    wants: ({ language, path }) => /^(?:php|java|kotlin|csharp)$/.test(language) || /\.jspx?$/.test(path),
    words: ['root'],
    pattern:
      /\b(?:DriverManager\.getConnection|mysqli_connect|mysqli_real_connect|mysql_connect|new\s(?:mysqli|PDO))\(\s?[^()\n]{1,160}?,\s?["']root["']\s?,\s?["'](?:|root|password|admin|toor|123456?|mysql)["']|\bdefine\(\s?['"]\w{0,20}USER\w{0,10}['"]\s?,\s?['"]root['"]\s?\)\s?;[^\n]{0,80}\n\s{0,10}define\(\s?['"]\w{0,20}PASS\w{0,10}['"]\s?,\s?['"](?:|root|password|admin|123456?)['"]|\$\w{0,16}(?:user|username)\s?=\s?["']root["']\s?;[^\n]{0,80}\n\s{0,10}\$\w{0,16}pass\w{0,6}\s?=\s?["'](?:|root|password|admin|123456?)["']\s?;/gi,
    accept: (match, file) =>
      !isForTests(file, lineOf(match, file)) &&
      !/(?:^|[/._-])(?:tests?|fixtures?|examples?|samples?|docs?|dev|local)(?:[/._-]|$)/i.test(file.path),
    examples: [
      {
        path: 'db.php',
        text: "<?php\n$db = mysqli_connect('localhost', 'root', '', 'shop');\n$other = mysqli_connect('localhost', 'shop', $pass, 'shop');\n",
        lines: [2],
      },
      { path: 'conf.php', text: "<?php\ndefine('DB_USER', 'root');\ndefine('DB_PASS', '');\n", lines: [2] },
    ],
  },
  {
    id: 'loose-comparison',
    possible: true,
    cwe: 'CWE-697',
    owasp: 'A04',
    title: 'A secret is compared loosely',
    severity: 'medium',
    why: 'A list in place of a text, or a digest that begins with `0e`, is taken for equal.',
    fix: 'Use `hash_equals`, or `===` of two texts.',
    wants: php,
    words: ['strcmp(', 'md5(', 'sha1('],
    pattern:
      /\bstr(?:case)?cmp\(\s?\$_(?:GET|POST|REQUEST|COOKIE)\[[^()\n]{1,80}\)\s?==\s?0|\bstr(?:case)?cmp\(\s?\$\w{1,30}(?:\[[^\]\n]{1,30}\])?\s?,\s?\$_(?:GET|POST|REQUEST|COOKIE)\[[^()\n]{1,60}\)\s?==\s?0|!\s?strcmp\(\s?\$_(?:GET|POST|REQUEST|COOKIE)\[|\b(?:md5|sha1)\(\s?\$_(?:GET|POST|REQUEST|COOKIE)\[[^()\n]{1,60}\)\s?==(?!=)|(?<![=!])==\s?(?:md5|sha1)\(\s?\$_(?:GET|POST|REQUEST|COOKIE)\[/g,
    examples: [
      {
        path: 'in.php',
        text: "<?php\nif (strcmp($_POST['pin'], $pin) == 0) enter();\nif ($kept == md5($_POST['code'])) enter();\nif (strcmp($_POST['pin'], $pin) === 0) enter();\n",
        lines: [2, 3],
      },
    ],
  },
];
