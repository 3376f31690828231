import type { SourceFile } from '../../../sourceFile';
import type { StoredSecret } from './storedPasswords';

/** Dumps, password files and directories of users; elsewhere a hash is a test's or a constant's. */
const keepers =
  /\.(?:sql|dump|ldif|csv|htpasswd|passwd|shadow)$|(?:^|\/)\.?(?:htpasswd|passwd|shadow|\w*passwd|users?|master\.passwd)$/i;

/** The modular crypt format: bcrypt, SHA-crypt, MD5-crypt, Argon2, scrypt and PBKDF2, and LDAP's `{SSHA}`. */
const hashPattern =
  /\$2[abxy]\$\d\d\$[./A-Za-z0-9]{53}|\$[156y]\$[./A-Za-z0-9]{1,40}\$[./A-Za-z0-9]{22,100}|\$apr1\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{22}|\$argon2(?:id|i|d)\$(?:v=\d+\$)?[mtp]=\d+(?:,[mtp]=\d+){2}\$[\w+/]{8,100}\$[\w+/]{16,200}|pbkdf2_sha\d{1,3}\$\d{3,7}\$[\w+/=.-]{1,64}\$[\w+/=]{20,100}|\{S?SHA\d{0,3}\}[A-Za-z0-9+/=]{28,100}/g;

/** The old crypt of thirteen signs, which is a hash only where it stands for one. */
const cryptLine = /^[\w.@-]{1,64}:[./A-Za-z0-9]{13}(?::|$)/gm;

export function passwordHashes(file: SourceFile): StoredSecret[] {
  if (!keepers.test(file.path)) return [];
  const isList = /(?:passwd|shadow)$/i.test(file.path);
  const matches = [...file.text.matchAll(hashPattern), ...(isList ? file.text.matchAll(cryptLine) : [])];
  // What a function gives back is nobody's password.
  const kept = matches.filter(({ index }) => !/\bRETURN\b|:=/i.test(file.lineText(file.lineAt(index)).slice(0, 200)));
  return kept.map((match) => ({
    rule: 'password-hash',
    name: 'password hash',
    start: match.index,
    end: match.index + match[0].length,
  }));
}
