import type { SourceFile } from '../../../sourceFile';
import { linesAround } from './enclosing';
import { isBrowserCode, isClientOfOthers } from './origin';

/** One round among many, the old form beside the new one, a range query of leaked passwords, a dialect of a protocol. */
const other =
  /pbkdf2|bcrypt|argon2|scrypt|iterations|pwned|pwnd|hibp|password_hash\(|PasswordHasher|legacy|cram[-_]?md5|\bapop\b|sendRequest\(|ntlm|\bHA1\b|realm|\bapr1\b|htpasswd|md5_?crypt|not (?:suitable|meant|intended) for production|authentication_?md5|md5_?authentication|md5_password\b|auth_pkts?/i;

/** Digests that are compared in constant time, and digests of what is a digest already. */
const compared =
  /secure_compare|timingSafeEqual|compare_digest|hash_equals|ConstantTimeCompare|\([^)\n]{0,60}passw(?:or)?d_?(?:hash|digest)/i;

/** True where a digest of a password is how it is kept, as far as its file shows. */
export function isKeptHash(match: RegExpMatchArray, file: SourceFile): boolean {
  // A password that is kept to sign in somewhere else is no account's; a form shows that it is unchanged.
  if (
    /website|proxy|smtp|\bedit_|\bserver\[|->server|host/i.test(
      linesAround(file, file.lineAt((match.index ?? 0) + match[0].length - match[0].trimStart().length), 1, 0),
    )
  )
    return false;
  // In the browser it is no more than what is sent.
  // crypto-js and its like run in pages; a server has the hashes of its platform.
  const isOfPages =
    /['"](?:crypto-js|js-md5|ts-md5|blueimp-md5)/.test(file.text) &&
    !/['"](?:node:crypto|crypto|express|koa|mongoose|typeorm|sequelize|@nestjs\/\w+)['"]/.test(file.text);
  if (
    isOfPages ||
    isBrowserCode(file) ||
    /(?:^|\/)(?:[\w-]{0,60}-)?(?:webapp|ui|frontend|client)\/src\//.test(file.path)
  )
    return false;
  if (other.test(`${file.path} ${file.text}`) || isClientOfOthers(file)) return false;
  // The address of a form or the name of a key has the word in it, too.
  const named = file.text.slice(match.index, (match.index ?? 0) + match[0].length + 40);
  if (/passw(?:or)?d?_?(?:reset|url|uri|link|token|page|path|key|hint|field)/i.test(named)) return false;
  const line = file.lineAt((match.index ?? 0) + match[0].length - match[0].trimStart().length);
  // `def md5_password(password)` names the parameter of a function and hashes nothing yet.
  if (/^\s*(?:async\s+)?(?:def|func|function)\s/.test(file.lineText(line))) return false;
  // The password of a service in its settings is not kept for anybody.
  if (/(?:\b(?:cfg|conf|env)|config\w{0,10}|settings|options|environ)(?:\b|\[)[^\n]{0,30}passw/i.test(match[0]))
    return false;
  // `password = digest(password)`, which is given to a slower function then: one step, and not what is kept.
  if (
    /\b(passw\w{0,10})\s?=\s?[^\n]{0,200}\(\s?\1\b/i.test(file.lineText(line)) &&
    /\b(?:hash|compare|encrypt|derive)\w{0,20}['"]?\s?[,(]/i.test(linesAround(file, line + 2, 1, 2))
  )
    return false;
  // A key that signs a token is made of the hash that is kept, so that a new password makes the token void.
  if (/\b\w{0,20}(?:sign|token|secret|key)\w{0,20}\s{0,3}=\s/i.test(file.lineText(line))) return false;
  // A field of a form that is sent to somebody else.
  if (/urlencode\w{0,20}\(/i.test(linesAround(file, line, 6, 0))) return false;
  // What is sent together with the time or a word of the other side is an answer, and nothing that is kept.
  if (/timestamp|nonce|challenge|\bts\b/i.test(linesAround(file, line, 1, 1))) return false;
  return !compared.test(linesAround(file, line, 1, 4));
}

/** Where accounts of other programs, or of an older version, are read. */
const ofOthers =
  /import|alt_?auth|drupal|migrat|compat|legacy|convert|phpseclib|postgres|mysql|protocol|drivers?\b|sasl|ldap|radius|profil|\.(?:swift|kt|dart)$|(?:^|\/)(?:plugins?|crypt|libs?|tools?|scripts?)\//i;
const ofOlder =
  /psalt|rehash|hashing changed|\[Obsolete\b|backwards?[- ]compat|old(?:er)?[ _]?(?:hash|password|md5)|password_verify|\bcrypt\(/i;

/** The digest may be the form of another program, one that is replaced at the next login, or no account's at all. */
export function isOfOldOrOthers(match: RegExpMatchArray, file: SourceFile): boolean {
  const line = file.lineText(file.lineAt((match.index ?? 0) + match[0].length - match[0].trimStart().length));
  return ofOthers.test(file.path) || ofOlder.test(file.text) || /session|cookie|token|unlock|join/i.test(line);
}
