import type { SourceFile } from '../../../../sourceFile';
import { isForTests, linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { cookieFlags, fastPasswordHash, forgedRequests, massAssignment, predictableValue } from '../broad/kinds';
import { php } from '../languages';

/** Names of a cookie that says who somebody is. */
const ofLogin = /sess|auth|token|login|user|uid|admin|role|remember|\bsid\b|id$/i;

const hasToken = (file: SourceFile): boolean =>
  /csrf|xsrf|nonce|(?:form|request|anti)_?token|@csrf|\btoken\b|hidden_field|form_open|authenticity/i.test(file.text);

/** Who is let in by programs of PHP: logins, sessions, forms that anybody can send. */
export const phpAccessForms: readonly LineRule[] = [
  {
    ...cookieFlags,
    id: 'cookie-of-php',
    wants: php,
    words: ['setcookie(', 'session.cookie_', 'session_set_cookie_params(', "'http_only'", "'secure'"],
    pattern:
      /(?<![\w>:])setcookie\(\s?['"](?<name>[\w-]{1,40})['"]\s?,\s?(?!['"]{2}|null|false)(?<rest>[^;\n]{1,240})\)\s?;|\bini_set\(\s?['"]session\.cookie_(?:httponly|secure)['"]\s?,\s?['"]?(?:0|false|off)\b|\bsession_set_cookie_params\([^;]{0,200}['"]?(?:httponly|secure)['"]?\s?=>\s?false|^[ \t]{0,12}'(?:secure|http_only)'\s?=>\s?false\b/gim,
    accept(match, file) {
      const rest = match.groups?.['rest'];
      if (rest === undefined)
        return !match[0].trimStart().startsWith("'") || /(?:^|\/)config\/session\.php$/.test(file.path);
      return (
        ofLogin.test(match.groups?.['name'] ?? '') &&
        !/\btrue\b|httponly|samesite|\[|array\(/i.test(rest) &&
        !/time\(\)\s?-|,\s?(?:1|0)\s?[,)]?$/.test(rest) &&
        !/options|params/i.test(rest)
      );
    },
    examples: [
      {
        path: 'a.php',
        text: "<?php\nsetcookie('session', $token, time() + 3600);\nsetcookie('session', '', time() - 3600);\nsetcookie('session', $token, 0, '/', '', true, true);\nini_set('session.cookie_httponly', 0);\n",
        lines: [2, 5],
      },
      { path: 'config/session.php', text: "<?php\nreturn [\n  'http_only' => false,\n];\n", lines: [3] },
    ],
  },
  {
    ...fastPasswordHash,
    id: 'password-by-name-of-hash',
    wants: (file) => /^(?:php|python|ruby|javascript|typescript)$/.test(file.language),
    words: ['hash(', 'crypt(', 'hashlib.new('],
    pattern:
      /(?<![\w>])hash\(\s?['"](?:md5|sha1|sha256|sha512|crc32b?)['"]\s?,\s?\$?(?:\w{1,20}->)?(?:_POST\[['"])?(?:password|passwd|pass|pwd)\b|(?<![\w>_])crypt\(\s?\$(?:password|passwd|pass|pwd)\s?,\s?['"](?!\$(?:2[abxy]?|5|6|7|y|argon2\w{1,2})\$)|\bhashlib\.new\(\s?['"](?:md5|sha1|sha256)['"]\s?,\s?[\w.]{0,20}passw/gi,
    accept: (match, file) => !isForTests(file, file.lineAt(match.index ?? 0)) && !/pwned|hibp/i.test(file.text),
    examples: [
      {
        path: 'a.php',
        text: "<?php\n$a = hash('md5', $password);\n$b = crypt($password, 'st');\n$c = hash('sha256', $file);\n$d = crypt($password, '$2a$10$' . $salt);\n",
        lines: [2, 3],
      },
      { path: 'a.py', text: "h = hashlib.new('md5', password)\n", lines: [1] },
    ],
  },
  {
    ...predictableValue,
    id: 'code-of-few-numbers',
    wants: (file) => /^(?:php|python|ruby|javascript|typescript|java|go|csharp)$/.test(file.language),
    words: ['rand(', 'randint(', 'Math.random', 'Intn(', 'nextInt(', '.Next(', 'uniqid(', 'base64'],
    pattern:
      /\b\$?(?:\w{0,20}(?:otp|verification|activation|confirm\w{0,6}|reset)_?\w{0,10}|code|pin)\s{0,3}(?::=|=|:)\s{0,3}(?:[\w.($]{0,30})(?:\b(?:mt_)?rand\(|randint\(|Math\.random\(|\.nextInt\(|\.Next\(|rand\.Intn\(|uniqid\()|\$(?:token|t|key|reset\w{0,10})\s?=\s?base64_encode\(\s?\$(?:email|user\w{0,10}|id)\b/gi,
    accept: (match, file) =>
      !isForTests(file, file.lineAt(match.index ?? 0)) &&
      !/secure|crypto|captcha|SystemRandom/i.test(file.lineText(file.lineAt(match.index ?? 0))) &&
      /otp|verif|reset|activat|confirm|sms|mail|login|token/i.test(file.text),
    examples: [
      {
        path: 'a.php',
        text: "<?php\n$code = rand(1000, 9999);\nmail($to, 'Your code', $code);\n$column = rand(1, 3);\n",
        lines: [2],
      },
    ],
  },
  {
    ...forgedRequests,
    id: 'form-of-php',
    told: 'form-without-token',
    title: 'A form is taken without a token of its page',
    why: 'A page of somebody else sends it in the name of who is signed in.',
    fix: 'Put a token of the session into the form, and compare it when it comes.',
    wants: ({ language, path }) => language === 'php' && !path.endsWith('.blade.php'),
    words: ['<form', '<FORM'],
    pattern: /<form\b[^<>]{0,300}\bmethod\s?=\s?\\?["']?post\b[^<>]{0,200}/gi,
    // One place a file says it; a login and a search change nothing of who is signed in.
    accept(match, file) {
      const at = match.index ?? 0;
      const end = file.text.indexOf('</form', at);
      const form = file.text.slice(at, end < 0 || end - at > 6_000 ? at + 6_000 : end);
      const isFirst = !/<form\b[^<>]{0,300}\bmethod\s?=\s?\\?["']?post\b/i.test(file.text.slice(0, at));
      return (
        isFirst &&
        !hasToken(file) &&
        !/action\s?=\s?\\?["']https?:/i.test(match[0]) &&
        /\$_SESSION|session_start|include|require|\$this|<\?=?/.test(file.text) &&
        /<(?:input|textarea|select|button)\b/i.test(form) &&
        !/<\?(?:=|php\s+echo)\s*\$(?:this|form|f)->/.test(form) &&
        !/install|setup/i.test(file.path)
      );
    },
    examples: [
      {
        path: 'change.php',
        text: '<?php session_start(); ?>\n<form action="change.php" method="POST">\n<input type="password" name="new">\n</form>\n',
        lines: [2],
      },
      {
        path: 'other.php',
        text: '<?php session_start(); ?>\n<form method="POST">\n<input type="hidden" name="csrf" value="<?= $csrf ?>">\n</form>\n',
        lines: [],
      },
    ],
  },
  {
    ...forgedRequests,
    id: 'change-by-address',
    told: 'form-without-token',
    title: 'A form is taken without a token of its page',
    wants: php,
    words: ['$_GET['],
    pattern: /\bif\s?\(\s?!?\s?(?:isset|empty)\s?\(\s?\$_GET\[\s?['"](?<key>\w{1,30})['"]/gi,
    accept(match, file) {
      const behind = linesAround(file, file.lineAt(match.index ?? 0), 0, 18);
      return (
        /\b(?:update\s+[`\w]{1,40}\s+set|delete\s+from|insert\s+into)\b/i.test(behind) &&
        /\$_SESSION|session_start/.test(file.text) &&
        !hasToken(file)
      );
    },
    examples: [
      {
        path: 'a.php',
        text: "<?php\nsession_start();\nif (isset($_GET['change'])) {\n  $db->prepare('UPDATE users SET name = ? WHERE id = ?');\n}\nif (isset($_GET['page'])) {\n  show();\n}\n",
        lines: [3],
      },
    ],
  },
  {
    id: 'session-of-request',
    possible: true,
    told: 'session-kept-at-login',
    cwe: 'CWE-384',
    owasp: 'A07',
    title: 'The session keeps its id when somebody signs in',
    severity: 'medium',
    why: 'Who planted the id in a victim’s browser before is signed in with it.',
    fix: 'Take ids of sessions from the cookie only, and make a new one at login.',
    wants: (file) => /^(?:php|python|ruby|javascript|typescript)$/.test(file.language),
    words: ['session_id(', 'use_only_cookies', 'use_strict_mode', 'use_trans_sid'],
    pattern:
      /\bsession_id\(\s?\$_(?:GET|POST|REQUEST|COOKIE)\b|session\.use_(?:only_cookies|strict_mode)['"]?\s?[,=]\s?['"]?(?:0|off|false)\b|session\.use_trans_sid['"]?\s?[,=]\s?['"]?(?:1|on|true)\b/gi,
    examples: [
      {
        path: 'a.php',
        text: "<?php\nsession_id($_GET['id']);\nini_set('session.use_only_cookies', 0);\n",
        lines: [2, 3],
      },
    ],
  },
  {
    id: 'login-by-number',
    possible: true,
    cwe: 'CWE-287',
    owasp: 'A07',
    title: 'Who is signed in is said by the request',
    severity: 'high',
    why: 'Whoever sends the id of somebody else is signed in as them.',
    fix: 'Sign in whom a password or a signed token shows.',
    wants: (file) => /^(?:php|python|ruby|javascript|typescript)$/.test(file.language),
    words: ['loginUsingId(', 'session[', '$_SESSION[', 'req.session.', 'cookies['],
    pattern:
      /\bloginUsingId\(\s?(?:\$request|request\(|\$_)|\$_SESSION\[\s?['"](?:user|user_?id|uid|username|role|admin)['"]\s?\]\s?=\s?\$_(?:GET|REQUEST|COOKIE)\[|\bsession\[:(?:user_id|user)\]\s?=\s?(?:params|cookies)\[|\breq\.session\.(?:user|userId|role)\s?=\s?req\.(?:query|cookies|params)\.|\bsession\[['"](?:user|user_id|role)['"]\]\s?=\s?request\.(?:args|cookies)\b|\b(?:User|Account)\.find(?:_by_id)?\(\s?cookies\[:/g,
    examples: [
      {
        path: 'a.php',
        text: "<?php\nAuth::loginUsingId($request->user_id);\n$_SESSION['role'] = $_GET['role'];\n",
        lines: [2, 3],
      },
      {
        path: 'a.rb',
        text: 'def f\n  session[:user_id] = params[:id]\n  @user = User.find(cookies[:user_id])\nend\n',
        lines: [2, 3],
      },
    ],
  },
  {
    ...forgedRequests,
    id: 'tokens-left-out-everywhere',
    wants: php,
    words: ['validateCsrfTokens(', 'enableCsrfValidation', 'csrf_protection', 'withoutMiddleware'],
    pattern:
      /\bvalidateCsrfTokens\(\s?except:\s?\[[^\]]{0,200}['"](?:\/?\*)['"]|\$enableCsrfValidation\s?=\s?false|'enableCsrfValidation'\s?=>\s?false|\bcsrf_protection['"]\]\s?=\s?FALSE|withoutMiddleware\([^()\n]{0,60}VerifyCsrfToken/gi,
    accept: (_match, { path }) => !/api|webhook|callback|tests?\//i.test(path),
    examples: [
      { path: 'bootstrap/app.php', text: "<?php\n$middleware->validateCsrfTokens(except: ['*']);\n", lines: [2] },
      {
        path: 'controllers/A.php',
        text: '<?php\nclass A extends Controller {\n  public $enableCsrfValidation = false;\n}\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'page-of-administrators-open',
    inTexts: true,
    told: 'open-admin-route',
    possible: true,
    cwe: 'CWE-306',
    owasp: 'A01',
    title: 'A page for administrators stands where nobody asks who calls',
    severity: 'medium',
    why: 'Whoever knows the address does what administrators do.',
    fix: 'Ask for the login and the role at its beginning.',
    wants: php,
    words: ['DELETE FROM', 'UPDATE ', 'INSERT INTO', 'delete from', 'unlink('],
    // Led by its own text: a page that takes in others may be guarded by them.
    fits: ({ path, text }) =>
      /(?:^|\/)admin\w{0,10}\/[\w/-]{1,80}\.php$/.test(path) &&
      /\$_(?:GET|POST|REQUEST)\[/.test(text) &&
      !/session|auth|login|check|verify|isAdmin|is_admin|cookie|\bclass\b|\bnamespace\b|ABSPATH|defined\(/i.test(
        text,
      ) &&
      ![...text.matchAll(/\b(?:include|require)(?:_once)?[^;\n]{0,80}/g)].some(
        ([taken]) => !/(?:db|database|conn\w*|connection|connect|functions?)(?:\.inc)?\.php/i.test(taken),
      ),
    pattern: /\b(?:DELETE\s+FROM|UPDATE\s+\w{1,40}\s+SET|INSERT\s+INTO)\s|\bunlink\(/gi,
    examples: [
      {
        path: 'admin/remove.php',
        text: "<?php\ninclude '../db.php';\nmysqli_query($c, 'DELETE FROM users WHERE id = ' . (int) $_GET['id']);\n",
        lines: [3],
      },
      {
        path: 'admin/other.php',
        text: "<?php\ninclude 'top.php';\nmysqli_query($c, 'DELETE FROM users WHERE id = ' . (int) $_GET['id']);\n",
        lines: [],
      },
    ],
  },
  {
    ...massAssignment,
    id: 'field-named-by-request',
    wants: php,
    words: ['->$'],
    pattern: /\$\w{1,30}->\$(?<name>\w{1,30})\s?=(?![=>])/g,
    accept: (match, file) =>
      new RegExp(
        `\\$${match.groups?.['name'] ?? ''}\\s?=\\s?(?:\\$request->(?!validated)|\\$_(?:POST|GET|REQUEST)\\[|request\\()`,
      ).test(linesAround(file, file.lineAt(match.index ?? 0), 15, 0)),
    examples: [
      {
        path: 'a.php',
        text: "<?php\n$field = $request->input('field');\n$user->$field = 1;\n$other->$name = 2;\n$user->$field == 3;\n",
        lines: [3],
      },
    ],
  },
];
