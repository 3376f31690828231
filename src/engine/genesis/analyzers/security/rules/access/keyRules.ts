import type { FileDescription } from '../../../../extractor';
import type { SourceFile } from '../../../../sourceFile';
import { enclosingLines, isForDevelopers, linesAround } from '../../context/enclosing';
import { isExplanation, isSaidToBeNone } from '../../context/remarks';
import type { LineRule } from '../../weakness';
import { isOfClient, isUsedHere } from './clientSecrets';

/** Scripts of a shell set values for a build or for one run; examples and guides show how a key is set. */
const code = (file: FileDescription): boolean =>
  file.language !== 'other' &&
  file.language !== 'shell' &&
  !/(?:^|[/._-])(?:guides?|tutorials?|templates?|tools?|scripts?|hack|bin|load-?tests?|captcha|recaptcha|oauth|stories|storybook)(?:[/._-]|$)/i.test(
    file.path,
  );
const settings = (file: FileDescription): boolean =>
  /(?:^|\/)(?:application|bootstrap)[\w.-]*\.(?:ya?ml|properties)$|(?:^|\/)(?:config|conf|settings)\/[^/]+\.(?:ya?ml|json|toml|ini|properties)$/.test(
    file.path,
  ) && !/(?:test|locale|i18n|lang)/i.test(file.path);
const aboutLanguages = /(?:^|\/)(?:locales?|lang|i18n|translations?|messages)\//i;

const keyClass = {
  cwe: 'CWE-798',
  owasp: 'A07',
  severity: 'high',
  why: 'Who reads the repository can sign what the program trusts, or read what it encrypts; a default that nobody changed is known to everyone.',
  fix: 'Read it from the environment and refuse to start without it.',
} as const;

/** Values that stand where a key would, but are a type, a reference, a path, a name of a setting or a text for people. */
function isNoKey(value: string, inCode = true): boolean {
  if (
    /^(?:string|text|password|hidden|number|true|false|null|undefined|none|secret[\w -]{0,20}(?:text|field|input)|\*+)$/i.test(
      value,
    )
  )
    return true;
  // `SECRET = "Secret"`, `SECRET_TEXT = "SecretText"`: members of an enumeration.
  if (/^[A-Z][a-z]+(?:[A-Z][a-z]+)*$/.test(value)) return true;
  // One lower-case word says what is done with it (`encrypted`, `required`), or is the name of a field.
  if (/^:/.test(value) || (inCode && /^[a-z]+$/.test(value))) return true;
  if (/^(?:https?:|\/|\.\/|\$|%|\{|<|process\.|os\.|env)/.test(value)) return true;
  // Letters of other scripts tell people what to fill in.
  if (/[^\x20-\x7e]{3}/.test(value) || /x{6,}|^(?:enter|your|my|the|some)[-_ ]|^<|^fill/i.test(value)) return true;
  // A sentence is a label or a message; a key has at most a few words and then some sign.
  if (/^[A-Z][a-z]+(?: [A-Za-z]+)+[.:!?]?$/.test(value)) return true;
  // `auth.secret` and `SECRET_NAME` name something that lies elsewhere.
  if (/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/.test(value) || /^[A-Z][A-Z0-9_]*$/.test(value)) return true;
  // `bail|required|string` is a rule for a form, `Api::KeySerializer` a class, `{key}` is filled in.
  return /^\w+(?:\|[\w:,]+)+$/.test(value) || /^\w+(?:(?:::|\\)\w+)+$/.test(value) || /\{\w*\}/.test(value);
}

/** Words of values that were never changed, and are known for it. */
const knownWord = /secret|s3cr|change.?(?:me|it|this)|default|passw|keyboard.?cat|shh+|insecure|12345/i;

/** A key is drawn by chance, or one of the known words; a name that means a place (`sessionKey`) needs the former. */
function looksLikeKey(match: RegExpMatchArray): boolean {
  const value = match.groups?.['value'] ?? '';
  const isDrawn =
    value.length >= 16 &&
    new Set(value).size >= 8 &&
    [/[a-z]/, /[A-Z]/, /\d/, /[^\w\s.:/-]/].filter((kind) => kind.test(value)).length >= 2 &&
    !/^[A-Za-z]+(?:[-_:. ][A-Za-z]+)+$/.test(value);
  const name = match[0].slice(0, Math.max(0, match[0].lastIndexOf(value)));
  // `secretKey: 'gocardless_secretKey'` names a setting once more.
  if (
    new RegExp(`(?:^|[_-])${/[A-Za-z_-]+/.exec(name)?.[0] ?? value}$`, 'i').test(value) &&
    !/\d/.test(value) &&
    !/[_-]secret[_-]/i.test(value)
  )
    return false;
  if (/(?:session|cookie|master)[_-]?key/i.test(name)) return isDrawn && /\d/.test(value);
  return isDrawn || knownWord.test(value) || (value.length >= 6 && /\d/.test(value) && /[a-z]/i.test(value));
}

/** `LAST_LOGIN_SESSION_KEY = 'auth-last-login'` names a place in the session; a text that is put together is made anew. */
function namesPlace(match: RegExpMatchArray): boolean {
  const value = match.groups?.['value'] ?? '';
  return (
    value.includes('${') ||
    (/(?:session|cookie)[_-]?key/i.test(match[0]) && /^_{0,2}[a-z]+(?:[-_:.][a-z]+)*$/.test(value))
  );
}

/** A made-up secret of an account elsewhere opens nothing; a line of a text for people sets nothing. */
function isOfOthers(match: RegExpMatchArray, file: SourceFile): boolean {
  const line = file.lineAt((match.index ?? 0) + match[0].length - match[0].trimStart().length);
  if (/\b\w*(?:MSG|MESSAGE|ERR|ERROR|INVALID|LABEL|TEXT|TITLE|HINT)_\w*\s{0,3}[:=]/.test(file.lineText(line)))
    return true;
  if (/(?:^|\/)(?:rtd|readthedocs|docs?)[\w-]{0,20}\.py$/.test(file.path)) return true;
  if (/^\s{0,12}export\s/.test(file.lineText(line)) && file.language === 'python') return true;
  const near = linesAround(file, line, 4, 3);
  return (
    isForDevelopers(file, line) ||
    isExplained(file, line) ||
    isOfClient(match[0], file, line) ||
    /['"]x-[\w-]{0,30}secret['"]/i.test(file.lineText(line)) ||
    /\b(?:sqs|s3|aws|captcha|recaptcha|hcaptcha|turnstile|stripe|paypal|pusher|mailgun|twilio|oauth|client_?id|testing\.T)\b/i.test(
      near,
    ) ||
    isExplanation(file, match.index ?? 0)
  );
}

/** The code itself says that the value is none: in its name, in what it is a part of, or in a remark. */
function isExplained(file: SourceFile, line: number): boolean {
  const around = enclosingLines(file, line).join('\n');
  return (
    /placeholder|example|fallback|insecure|\bknown|\bweak|forbidden|blocked|default_?options/i.test(around) ||
    /\b(?:DEFAULT|PLACEHOLDER|EXAMPLE|DUMMY|FAKE|TEST|DEV|DEMO|SAMPLE|INSECURE|LEAKED|COMPROMISED|KNOWN|BANNED|FORBIDDEN|OLD|LEGACY)_|_(?:HANDLER|GETTER|FUNCTION|CLASS)\b|_GET_/.test(
      file.lineText(line),
    ) ||
    isSaidToBeNone(file, line)
  );
}

/** What signs or encrypts here; the secret of a client is what it has at a service elsewhere. */
function isOwnKey(match: RegExpMatchArray, file: SourceFile): boolean {
  const value = match.groups?.['value'] ?? '';
  if (isNoKey(value, false) || /^(?:false|true)$|overrid|env/i.test(value)) return false;
  const line = file.lineAt((match.index ?? 0) + match[0].length - match[0].trimStart().length);
  const around = [match[0], ...enclosingLines(file, line)].join('\n');
  if (
    /client|oauth|oidc|registration|provider|keycloak|credentials|s3|aws|minio|captcha|webhook|stripe|example/i.test(
      around,
    )
  )
    return false;
  return !isForDevelopers(file, line) && !isExplained(file, line) && !/realm/i.test(file.path);
}

/** Keys that sign or encrypt and whose value is a literal, made up or not: both are known. */
export const keyRules: readonly LineRule[] = [
  {
    ...keyClass,
    id: 'known-default-key',
    title: 'A key that signs or encrypts has a known default',
    wants: code,
    words: ['SECRET', 'SIGNING', 'ENCRYPTION', 'CRYPTO'],
    pattern:
      /(?:process\.env(?:\.|\[\s*['"])\w{0,40}(?:SECRET|SIGNING|ENCRYPTION|CRYPTO)\w{0,20}['"\]]{0,2}\s{0,4}(?:\|\||\?\?)|(?:os\.environ\.get\(\s*['"]|os\.getenv\(\s*['"]|\benv\(\s*['"]|\bENV\.fetch\(\s*['"]|\bgetenv\(\s*['"]|\bconfig\(\s*['"])\w{0,40}(?:SECRET|SIGNING|ENCRYPTION|CRYPTO)\w{0,20}['"\])]{0,3}\s{0,4}(?:\|\||\?\?|\?:|,|or))\s{0,4}(?:default\s*=\s*)?['"`](?<value>[^'"`\n]{4,120})['"`]/g,
    // The secret of an account elsewhere opens nothing where it is made up.
    accept: (match, file) =>
      !isNoKey(match.groups?.['value'] ?? '') &&
      !isForDevelopers(file, file.lineAt(match.index ?? 0)) &&
      !isOfClient(match[0], file, file.lineAt(match.index ?? 0)) &&
      !/must be|is (?:not set|required|missing)|_(?:ALGORITHM|IV|TYPE|HEADER|ISSUER|EXPIR\w*|TTL|LENGTH|ENABLED)\b|['"`](?:aes|des|HS|RS|sha)-?\d/i.test(
        match[0],
      ) &&
      !/S3|AWS|SQS|STORAGE|CLIENT|OAUTH|STRIPE|MAIL|CAPTCHA|TURNSTILE|WEBHOOK|PUSHER|GITHUB|GOOGLE|TWITTER|FACEBOOK|TUMBLR|SLACK|DISCORD|SPOTIFY|APPLE|TWITCH|LINKEDIN/i.test(
        match[0],
      ),
    examples: [
      {
        path: 'a.js',
        text: "jwt.sign(user, process.env.JWT_SECRET || 'superSecret');\njwt.sign(user, process.env.JWT_SECRET);\n",
        lines: [1],
      },
      {
        path: 'b.ts',
        text: "invariant(process.env.SESSION_SECRET, 'SESSION_SECRET must be set');\nconst o = new OAuth(process.env.TUMBLR_KEY, process.env.TUMBLR_SECRET, '1.0A');\nconst c = process.env.TOKEN_ENCRYPTION_ALGORITHM ?? 'aes-128-cbc';\n",
        lines: [],
      },
      { path: 'b.js', text: "const k = process.env.CONSUMER_SECRET || 'superSecret';\n", lines: [] },
      {
        path: 'a.py',
        text: "SECRET_KEY = os.environ.get('APP_SECRET', 'secret-key')\nA = os.environ.get('NAME', 'x-y-z')\n",
        lines: [1],
      },
    ],
  },
  {
    ...keyClass,
    id: 'literal-key',
    title: 'A key that signs or encrypts is written in the code',
    wants: code,
    words: ['ecret', 'ECRET', 'Key', 'KEY', 'key'],
    pattern:
      /(?=(?:jwt|session|cookie|signing|crypto|encryption|hmac|master|secret|app|client|token|auth|shared))(?<=(?<![\w:/-])(?:\w{0,20}[_-])?)(?:(?:jwt|session|cookie|signing|crypto|encryption|hmac|master)[_-]?(?:secret|key)|secret[_-]?key(?:[_-]?base)?|(?:app|client|token|auth|shared)[_-]?secret|secret)['"]?\]?\s{0,3}(?::=|=>|=|:)\s{0,3}['"`](?<value>[^'"`\n]{6,120})['"`]\s*[,;)}\n]/gi,
    accept: (match, file) =>
      !isNoKey(match.groups?.['value'] ?? '') &&
      looksLikeKey(match) &&
      !namesPlace(match) &&
      isUsedHere(match[0], file) &&
      !isOfOthers(match, file) &&
      !aboutLanguages.test(file.path) &&
      !/\b(?:type|enum|interface)\b/.test(file.lineText(file.lineAt(match.index ?? 0))),
    examples: [
      {
        path: 'a.js',
        text: 'const c = {\n  cookieSecret: "session_cookie_secret_key",\n  secret: process.env.SECRET,\n  secretName: "something-else",\n};\n',
        lines: [2],
      },
      {
        path: 'shop/settings.py',
        text: 'SECRET_KEY = "not-so-secret-at-all"\nSECRET_FILE = "/run/secret"\n',
        lines: [1],
      },
      {
        path: 'a.ts',
        text: "const f = { secret: 'string', clientSecret: 'auth.client.secret' };\nconst label = { secret: 'Client secret' };\n",
        lines: [],
      },
      {
        path: 'shop/settings.py',
        text: 'JWT_AUTH = {\n    "JWT_GET_USER_SECRET_KEY": "shop.auth.user_2.get_secret_key",\n}\nPLACEHOLDERS = {\n    "AUTH_SECRET": "secret_for_auth",\n}\nclass Development(Config):\n    SECRET_KEY = "dev-shop-secret-key"\n',
        lines: [],
      },
      {
        path: 'app/Form.php',
        text: "<?php\nreturn ['secret' => 'bail|required|string', 'app_secret' => '{flask_secret_1}'];\n",
        lines: [],
      },
      {
        path: 'lib/a.ex',
        text: 'defmodule A do\n  @moduledoc """\n      config :shop,\n        secret_key_base: "kjoy3o1zeidquwy1398juxzldjlksahdk3"\n  """\nend\n',
        lines: [],
      },
      {
        path: 'app/agent.rb',
        text: 'def default_options\n  {\n    "secret" => "a-secret-key",\n  }\nend\n',
        lines: [],
      },
      { path: 'c.js', text: "const names = { a_secretKey: 'a_secretKey', b_secret: 'b_secret' };\n", lines: [] },
      {
        path: 'd.go',
        text: 'package a\nvar h = map[string]string{\n\t"x-App-Secret": "018dd168-6271-707f-9fd4-aed2bf76905e",\n}\n',
        lines: [],
      },
      { path: 'E.java', text: 'class E { String LEAKED_JWT_SECRET_KEY = "__SHOP_JWT_SECRET_1__"; }\n', lines: [] },
      {
        path: 'config/a.cjs',
        text: "module.exports = {\n  consumer_key: 'a',\n  token_secret: 'your-access-secret',\n  jwt_secret: 'your-jwt-secret-1',\n};\n",
        lines: [],
      },
      // The secret of a client signs what is sent to a service elsewhere; the program trusts nothing for it.
      {
        path: 'lib/Feed.php',
        text: "<?php\n$this->tw_consumer_key = '3nVuSoBZnx6U4vzUxf5w';\n$this->tw_consumer_secret = 'Bcs59EFbbsdF6Sl9Ng71smgStWEGw';\n$a = 1;\n$b = 2;\n$c = 3;\n$d = 4;\n$e = 5;\n$this->jwt_secret = 'Bcs59EFbbsdF6Sl9Ng71smgStWEGx';\n",
        lines: [9],
      },
      {
        path: 'lib/twitterApiClient.js',
        text: "const own = {\n  secret: 'Bcs59EFbbsdF6Sl9Ng71smgStWEGw',\n};\n",
        lines: [],
      },
      // Nothing is signed, checked or encrypted where it lies.
      { path: 'lib/push.py', text: "push = Push(secret='Bcs59EFbbsdF6Sl9Ng71smgStWEGw')\n", lines: [] },
      { path: 'tools/a.py', text: 'SECRET_KEY = "not-so-secret-at-all"\n', lines: [] },
      { path: 'guides/a.rb', text: 'config.secret_key_base = "secret_key_base_1"\n', lines: [] },
      {
        path: 'b.ts',
        text: "const c = { sessionKey: 'csrfToken', cookie_key: 'request_logger2', secret: 'saml:response' };\n",
        lines: [],
      },
    ],
  },
  {
    ...keyClass,
    id: 'key-in-settings',
    title: 'A key that signs or encrypts is written in a settings file',
    wants: settings,
    words: ['secret', 'Secret', 'SECRET'],
    pattern:
      /^[ \t]{0,40}["']?(?:[\w.-]{0,40}[._-])?(?:secret|secret[_-]?key|secretKey)["']?\s{0,3}[:=]\s{0,3}["']?(?<value>[^\s"'#,;{}$<%]{4,120})["']?,?[ \t]*$/gm,
    accept: isOwnKey,
    examples: [
      {
        path: 'config/default.yml',
        text: 'server:\n  port: 80\nsecret: secret\nother_secret: $' + '{SECRET}\n',
        lines: [3],
      },
      {
        path: 'src/main/resources/application.properties',
        text: 'jwt.secret=abcdefgh\njwt.secret.path=/run/x\nquarkus.oidc.credentials.secret=secret\ntoken.secret=overridden-elsewhere\n',
        lines: [1],
      },
    ],
  },
  {
    ...keyClass,
    id: 'literal-secret-key',
    told: 'literal-key',
    title: 'A key that signs or encrypts is written in the code',
    wants: (file) => file.language === 'python' && code(file),
    words: ['SECRET_KEY'],
    pattern:
      /(?:config\[\s{0,2}['"](?:JWT_)?SECRET_KEY['"]\s{0,2}\]|^(?:JWT_)?SECRET_KEY)\s{0,3}=\s{0,3}['"](?<value>[^'"\n]{1,120})['"]/gm,
    accept: (match, file) =>
      !/(?:^|[/._-])(?:tests?|dev|local|ci|rtd|docs?)(?:[/._-]|$)/i.test(file.path) &&
      !isExplanation(file, match.index ?? 0) &&
      !/^\{|^[a-z_]\w*(?:\.\w+)+$|^$/.test(match.groups?.['value'] ?? ''),
    examples: [
      {
        path: 'app.py',
        text: "app.config['SECRET_KEY'] = 'dev'\napp.config['SECRET_KEY'] = os.environ['SECRET_KEY']\n",
        lines: [1],
      },
    ],
  },
];
