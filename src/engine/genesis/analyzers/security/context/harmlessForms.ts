import type { SourceFile } from '../../../sourceFile';
import { isNameInCache } from '../rules/keys/keyValues';
import type { LineRule } from '../weakness';
import { conditionsAround, enclosingLines, linesAround } from './enclosing';
import { isAboutTables, isMadeForSql, isOfNamesOnly } from './sqlValues';
import { isForSome } from './uncheckedCertificates';

type Harmless = (match: RegExpMatchArray, file: SourceFile, line: number, id: string) => boolean;

/** Servers that run on the machine of a developer. */
const ofDevelopers =
  /(?:^|\/)\.(?:esbuild|vite|storybook)\/|(?:^|[/._-])(?:dev-?server|webpack|vite|esbuild|rollup|gulpfile)(?:[/._-]|$)/i;

/** Compared with those that may, or said by whoever runs the server; the headers of a library that others set up. */
const isOriginOfChoice: Harmless = (_match, file, line) =>
  ofDevelopers.test(file.path) ||
  conditionsAround(file, line).some(
    (header) =>
      /cors|allow_?(?:all|any|ed)|white_?list/i.test(header) ||
      (/origin|domain|referr?er/i.test(header) &&
        /includes\(|\.has\(|in_array|indexOf|={2,3}\s?(?!null|undefined|''|"")|\.match|\.test\(|[cC]ontains|[sS]uffix|[eE]nds_?[wW]ith|[sS]tarts_?[wW]ith|\bin\s/.test(
          header,
        )),
  ) ||
  // What federates and describes itself is meant for everybody.
  /\.well-known|webfinger|nodeinfo|host-meta|jwks|activity\+json|oembed|openapi\.json|swagger/i.test(
    linesAround(file, line, 6, 1),
  ) ||
  /class\s\w{0,20}CORS\w{0,10}Middleware|class\s\w{0,10}TrustedHost\w{0,20}Middleware/.test(file.text);

/** `def reset(token):` says what is made by its name alone: what it is given is no subject of it. */
const nameOfHeader = (header: string): string =>
  /^(?:[\w\s]{0,40}\s)?(?:class|interface|object|struct|enum)\s/.test(header) ? '' : (header.split('(')[0] ?? '');

/** Words of values that open something. */
const opens =
  /token|passw|secret|key_?gen|\bkey\s?=|otp\b|\bpin\b|session|reset|csrf|nonce|captcha|cvv|card|account|voucher|ticket|coupon|invite|api_?key|verif|salt|crypt|\biv\b|activation|confirm/i;

const drawnWell =
  /SecureRandom|random_int\(|getRandomValues|randomBytes|random_bytes|secrets\.|SystemRandom|RandomNumberGenerator|nanoid|randomUUID|crypto\.random/;

const hashing =
  /\b(?:md5|sha1|sha256|hashlib\.\w{3,8}|MD5\.new|SHA\.new|Digest::(?:MD5|SHA1|SHA256)\.hexdigest|createHash)\($/;

/** A generator with a name of its own, or one that is handed on: no value is drawn where secrets are made. */
function isOfNothing(own: string, file: SourceFile, line: number): boolean {
  const made = /\bnew\s(?:[\w.]{1,20}\.)?Random\((?<seed>[^()\n]{0,80})/.exec(own);
  if (made === null) return false;
  // With a seed that is kept, the same comes again: it is meant to.
  if (/seed/i.test(made.groups?.['seed'] ?? '')) return true;
  const name = /\b(\w{1,40})\s?=\s?new\s(?:[\w.]{1,20}\.)?Random\(/.exec(own)?.[1];
  const lines = [line];
  if (name !== undefined)
    for (const { index } of [...file.text.matchAll(new RegExp(`(?<![\\w.])${name}(?:\\.[nN]ext|\\s?[,)])`, 'g'))].slice(
      0,
      12,
    ))
      lines.push(file.lineAt(index));
  const near = lines.map((at) => `${linesAround(file, at, 1, 1)}\n${nameOfHeader(enclosingLines(file, at)[0] ?? '')}`);
  return !opens.test(
    `${file.path.split('/').slice(-2).join('/')}\n${near
      .join('\n')
      .replace(/cancellation_?token/gi, '')
      .replace(/^[^\n]{0,80}\b(?:class|interface|object)\s[^\n]*/gm, '')}`,
  );
}

/** Time that passes between two tries, what is drawn as a picture, a token that is hashed as it was given. */
const isNoSecret: Harmless = (match, file, line, id) => {
  const own = file.lineText(line);
  const isOfTime = /\bimage\w{3,30}\(|Nanosecond|Millisecond|\bDuration\b|[sS]leep|[jJ]itter|[bB]ackoff|[dD]elay/.test(
    own,
  );
  if (isOfTime && !/\bnew\s[\w.]{0,20}Random\(/.test(own)) return true;
  if (/(?:^|[/_.-])(?:seeds?|seeders?|fak(?:e|er)|demo)(?:[/_.-]|$)/i.test(file.path)) return true;
  if (hashing.test(match[0])) {
    // A method of that name of something else; the digest of what was drawn before, or is looked up.
    if (/(?:::|->|(?<!crypto)\.)createHash\($/.test(`${own.slice(0, own.indexOf(match[0]))}${match[0]}`)) return true;
    if (drawnWell.test(file.text)) return true;
    const given = file.text.slice((match.index ?? 0) + match[0].length, (match.index ?? 0) + match[0].length + 120);
    return (
      /^(?:\s?['"][\w-]{1,12}['"]\s?\)\s{0,20}\.update\()?\s{0,3}(?:\$|self\.|this\.)?(?:params\[:?\w{1,30}\]|(?:\w{1,20}\.)?\w{0,20}[tT]oken\w{0,8}(?:\.encode\([^()\n]{0,20}\))?)\s{0,3}[),]/.test(
        given,
      ) || /\bfind_by\w{0,60}!?\(/.test(own)
    );
  }
  if (id === 'predictable-value' && drawnWell.test(linesAround(file, line, 1, 1))) return true;
  if (/(?:divisor|probability|chance)\b/i.test(own)) return true;
  if (id === 'random-of-library' && isOfNothing(own, file, line)) return true;
  if (/RandomStringUtils\.random\(/.test(own) && drawnWell.test(file.text)) return true;
  // Rules that look far around take what stands there for the name of the value.
  if (!/^(?:predictable-value|go-random-of-math)$/.test(id)) return false;
  const [header = ''] = enclosingLines(file, line);
  const near = id === 'predictable-value' ? own : linesAround(file, line, 2, 2);
  return !opens.test(`${near}\n${nameOfHeader(header)}`);
};

/** By the id that findings have. */
const harmless: Readonly<Record<string, Harmless>> = {
  'open-cors': isOriginOfChoice,
  'tls-verification-off': (_match, file, line) => isForSome(file, line),
  'predictable-value': isNoSecret,
  // The subject of a mail is no page, and neither is what a model is asked; a slot holds what was rendered.
  'unescaped-value': (_match, file, line) =>
    /^\s*Subject:|\{!!\s?\$(?:slot|attributes)\b/.test(file.lineText(line)) ||
    /\badd_generation_prompt\b|\bbos_token\b/.test(file.text),
  // What takes a request apart is no record; a copy of an object has the fields of another one.
  'mass-assignment': (match, file, line) =>
    /\b\w{0,40}(?:Importer|Exporter|Service|Query|Search|Finder|Presenter|Filter|Job|Mailer|Builder|Parser|Serializer)\.new\(/.test(
      match[0],
    ) ||
    // One field of a request that is no set of fields, for what does something with it.
    /\.new\(\s?params\[:\w{0,30}(?:token|_id|id|code|email|url|path|query|name)\]/.test(match[0]) ||
    /__dict__\.update\(\s?\w{1,40}\.__dict__/.test(file.lineText(line)),
  // What a broker of passwords is called is no password.
  // What signs in at a service somewhere else opens nothing by a default that is wrong there.
  'known-default-key': ([match]) =>
    /['".](?:\w{1,30}_)?(?:S3|SQS|SES|AWS|GCS|R2|SPACES|PUSHER|TWILIO|STRIPE|MAILGUN|CAPTCHA|RECAPTCHA|LDAP)_/.test(
      match,
    ) || /_(?:BROKER|DRIVER|GUARD|PROVIDER|STORE|TABLE)['"]/.test(match),
  'sql-text-with-values': (match, file, _line, id) =>
    id === 'sql-over-lines' ? isOfNamesOnly(match) : isMadeForSql(match, file),
  'sql-in-template': (match, file) => isMadeForSql(match, file),
  'sql-of-parts': (match, file) => isMadeForSql(match, file),
  // Who signs in at somebody else sends no password here.
  'login-without-limit': (_match, file, line) =>
    /saml|oidc|oauth|openid|\bsso\b|siwa|callback|(?:google|github|gitlab|facebook|apple|twitter|microsoft|discord)\/login/i.test(
      file.lineText(line),
    ) ||
    /(?:google|github|gitlab|facebook|apple|twitter|microsoft|discord|oauth|saml|oidc)[^/]{0,30}$/i.test(file.path) ||
    /limiter|rate_?limit|throttl/i.test(linesAround(file, line, 3, 3)),
  // A key of a cache, and the number of somebody, are no secrets.
  'fast-hash-of-secret': (_match, file, line) =>
    /cache_?key|[cC]ache|Loader:|\b(?:hash|encode)_?id\b|user_?id/i.test(linesAround(file, line, 1, 0)) ||
    // Passwords that leaked are asked for by such a digest.
    /pwnedpasswords|haveibeenpwned/i.test(file.text),
  'webview-set-open': (match, file, line) =>
    match[0].startsWith('setWebContents') &&
    /(?:BuildConfig\.DEBUG|isDebug|FLAG_DEBUGGABLE)[^{}]{0,200}\{[^{}]{0,200}$/.test(linesAround(file, line, 4, 0)),
  'code-injection': (match, file, line) =>
    /^\s*(?:[\w\s]{0,40}\bfunction|def|func)\s+&?(?:self\.)?(?:eval|exec)\s?\(/.test(file.lineText(line)) &&
    /eval|exec/.test(match[0]),
  // The definition of a function; a list of classes that may be built.
  'literal-key': ({ groups }) =>
    isNameInCache(groups?.['value'] ?? '') || /^[A-Z]+(?:_[A-Z0-9]+)+$/.test(groups?.['value'] ?? ''),
  // By which program or from which page somebody comes is asked for looks, too.
  'header-decides': ({ groups }, file, line) =>
    /agent|^ua$|ref+er|host/i.test(groups?.['name'] ?? '') &&
    !/admin|auth|allow|grant|secret|flag|token|session|login|trust|permit|den(?:y|ied)|forbid|40[13]/i.test(
      linesAround(file, line, 0, 4),
    ),
  // A handler says what it answers to.
  'settings-in-answer': (match, file, line) =>
    match[0].startsWith('return') &&
    !/@\w{0,12}(?:Mapping|GET|Path|Endpoint|ReadOperation)\b|\bget\(|\bserve\(/.test(linesAround(file, line, 8, 0)),
  'sql-text-of-python': (match, file, line) => isAboutTables(`${match[0]}${linesAround(file, line, 0, 2)}`),
  // An account that is looked up by its number; a name that was checked.
  'user-enumeration': (_match, file, line) =>
    /\bwhere:\s?\{\s?id\b|findById|find_by_id|findByPk|OneBy\(\{\s?id\b/.test(linesAround(file, line, 4, 0)),
  'upload-name': (_match, file, line) =>
    /(?:verify|saniti[sz]e|clean|safe|secure|valid)\w{0,20}\(/i.test(file.lineText(line)),
  // What is written is compared with nothing.
  'plain-password-compare': ([match]) =>
    /"\s?update\s[^"\n]{0,200}\bpassw(?:or)?d\s{0,3}=(?![^"\n]{0,200}\bpassw(?:or)?d\s{0,3}=)/i.test(match) &&
    !/\bwhere\b[^"\n]{0,200}\bpassw/i.test(match),
  'object-building': (match, file) => isUnserializeOfOwn(match, file),
};

const isUnserializeOfOwn = (match: RegExpMatchArray, file: SourceFile): boolean => {
  const line = file.lineText(file.lineAt((match.index ?? 0) + match[0].length - 1));
  return (
    /unserialize/.test(match[0]) &&
    (/\bfunction\s+unserialize\(|(?:->|\$)unserialize\(|allowed_classes/.test(line) ||
      /(?:^|\/)(?:install|upgrades?|fakes)\//i.test(file.path))
  );
};

/** True where a place has the form of a kind of weakness, and what stands beside it says that it is none. */
export const isHarmlessForm = (
  { id, told }: Pick<LineRule, 'id' | 'told'>,
  match: RegExpMatchArray,
  file: SourceFile,
  line: number,
): boolean =>
  // What an app for Android is built with to look for mistakes.
  /(?:^|\/)src\/debug\//.test(file.path) || (harmless[told ?? id]?.(match, file, line, id) ?? false);
