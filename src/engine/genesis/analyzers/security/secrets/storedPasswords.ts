import type { SourceFile } from '../../../sourceFile';
import { credentialStores } from './credentialStores';
import { isOfSymfony, isTranslation } from './harmless';

/** A secret that is told by where it stands. `start` and `end` are offsets of its value. */
export interface StoredSecret {
  readonly rule: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const keyWords =
  'passw(?:or)?d|passphrase|passwd|pass|pwd|secret|token|_?auth(?:token)?|api_?key|secret_?key|access_?key|app_?key|auth_key|nonce_key|logged_in_key|salt|encrypted(?:username|password)';

/** `NAME=value`, `"name": "value"`, `define('NAME', 'value')`, `name="value"`, `password value`, `<Pass …>value</Pass>`. */
const settingPattern = new RegExp(
  `(?<name>[\\w.:/-]{0,60}?(?:${keyWords}))["']?(?:[ \\t]{0,12}(?:[=:]|=>|,)[ \\t]{0,16}|[ \\t]{1,8}value=|[ \\t]{1,4}|(?:[ \\t]{1,4}encoding="\\w{1,10}")?>)(?:"(?<double>[^"\\n]{1,400})"|'(?<single>[^'\\n]{1,400})'|(?<bare>[^\\s"'<>{}()\\[\\],;#]{3,400}))`,
  'gi',
);

/** Here nobody writes examples; only what plainly stands for nothing is left out. */
const stands =
  /^(?:\$|%|\{\{|<|#\{)|^(?:x{3,}|\*{3,}|\.{3}|null|none|nil|true|false|yes|no|todo|tbd|change[-_ ]?\w{0,24}|replace[-_ ]?\w*|your[-_ ].*|<.*>|put your .*|enter .*|insert .*|\d{1,4}|string|password_?here|needed|env\(.*)$|not[-_ ]?(?:so[-_ ]?|a[-_ ]?|very[-_ ]?)?secret|\binsecure\b/i;

const aboutIt = /(?:id|file|path|url|field|(?<!encryptedUser)name|required|type|expires?\w*|timeout)$/i;

/** Every login of a file that a program keeps its logins in. */
export function storedPasswords(file: SourceFile): StoredSecret[] {
  if (!credentialStores.some(({ pattern }) => pattern.test(file.path)) || isTranslation(file.path)) return [];
  if (isOfSymfony(file)) return [];
  return [...file.text.matchAll(settingPattern)].flatMap((match) => {
    const { name = '', double, single, bare } = match.groups ?? {};
    const value = double ?? single ?? bare ?? '';
    const after = file.text[match.index + match[0].length] ?? '';
    if (stands.test(value) || aboutIt.test(name) || (bare !== undefined && /[({[]/.test(after))) return [];
    if (isComment(file.text, match.index)) return [];
    const start = match.index + match[0].lastIndexOf(value);
    return [{ rule: 'stored-password', name: 'login in a settings file', start, end: start + value.length }];
  });
}

export function isComment(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^\s*(?:#|\/\/|;|--|\*|<!--|\/\*)/.test(line);
}
