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
  /^(?:\$|%|\{\{|<|#\{)|^(?:x{3,}|\*{3,}|\.{3}|null|none|nil|true|false|yes|no|todo|tbd|change[-_ ]?\w{0,24}|replace[-_ ]?\w*|your.*|<.*>|put your .*|enter .*|insert .*|\d{1,4}|string|password_?here|needed|env\(.*)$|not[-_ ]?(?:so[-_ ]?|a[-_ ]?|very[-_ ]?)?secret|\binsecure\b/i;

const aboutIt = /(?:id|file|path|url|field|(?<!encryptedUser)name|required|type|expires?\w*|timeout)$/i;

const isEnvironment = /(?:^|\/)\.env(?:\.[\w-]+)?$/;

/** Words that everybody takes while developing; a name that says it is for tests or for the first rows of a table. */
const everyday =
  /^(?:default\w{0,20}|[\w-]{0,30}[_-]?passw(?:or)?d[_-]?\w{0,6}|passw0rd|(?:passwd?|password|p@ssw(?:or|0r)d|changeme)[@!#._-]{0,2}\d{1,4}!?|root[\w-]{0,6}|secret\w{0,4}|admin|minioadmin|guest|postgres\w{0,4}|mysql\w{0,6}|redis\w{0,4}|rabbitmq|test[\w-]{0,8}|dev[\w-]{0,8}|fake[-_]\w+|user|pass|pwd|12345\d{0,5})$/i;

/** `STRIPE_KEY=stripe_key`, `NAME=your_name`: values that stand for themselves make the whole file a sample. */
function isSample(text: string): boolean {
  const lines = [...text.matchAll(/^(?<name>[A-Z][A-Z0-9_]{2,60})=["']?(?<value>[A-Za-z][\w-]{2,80})["']?[ \t]*$/gm)];
  const standing = lines.filter(({ groups }) => {
    const { name = '', value = '' } = groups ?? {};
    return (
      value.toLowerCase() === name.toLowerCase() || /^your[-_]|[-_](?:here|goes_here)$|^change[-_]?me/i.test(value)
    );
  });
  return standing.length >= 2;
}

/** `.env` of a stack on one's own machine: an everyday word, the name of the user or of the database once more. */
function isOfDevelopers(match: string, name: string, value: string, text: string): boolean {
  // Only `NAME=value`: in a remark the words stand side by side.
  if (!/=\s{0,3}["']?$/.test(match.slice(0, match.lastIndexOf(value))) || value.startsWith('#')) return true;
  if (
    everyday.test(value) ||
    /SEED|TEST|DEMO|EXAMPLE|DUMMY|(?:^|_)(?:DEV|LOCAL)(?:_|$)/.test(name) ||
    /minioadmin/.test(value)
  )
    return true;
  // A sentence of words.
  if (/^[a-z]+(?:[_-][a-z]+){2,}$/.test(value)) return true;
  const again = value.replace(/[^\w]/g, '.');
  if (isSample(text)) return true;
  return new RegExp(`^\\w*(?:USER|DB|DATABASE|NAME)\\w*=["']?${again.replace(/\d+$/, '')}["']?\\s*$`, 'im').test(text);
}

/** `Server=db;…;Password=…`: a host of one word is a container or this machine. */
const containerBeside = /\b(?:Server|Host|Data Source)=(?:tcp:)?[\w-]+(?:[,:]\d{1,5})?;/i;

/** `SIGNUP_AUTH=oauth` names a way to sign in, and a token of letters alone was typed. */
const isWord = (name: string, value: string): boolean =>
  /(?:[_-]auth|token|key)$/i.test(name) && /^[A-Za-z]{1,40}$/.test(value);

/** Every login of a file that a program keeps its logins in. */
export function storedPasswords(file: SourceFile): StoredSecret[] {
  if (!credentialStores.some(({ pattern }) => pattern.test(file.path)) || isTranslation(file.path)) return [];
  if (isOfSymfony(file)) return [];
  return [...file.text.matchAll(settingPattern)].flatMap((match) => {
    const { name = '', double, single, bare } = match.groups ?? {};
    const value = double ?? single ?? bare ?? '';
    const after = file.text[match.index + match[0].length] ?? '';
    if (stands.test(value) || isWord(name, value) || aboutIt.test(name) || (bare !== undefined && /[({[]/.test(after)))
      return [];
    if (isComment(file.text, match.index)) return [];
    // The client of a database in the container beside it.
    if (/\.my\.cnf$/.test(file.path) && /^\s*host\s*=\s*[\w-]+\s*$/m.test(file.text)) return [];
    // The login of a database in the container beside.
    if (containerBeside.test(file.lineText(file.lineAt(match.index)).slice(0, 1_000))) return [];
    if (isEnvironment.test(file.path) && isOfDevelopers(match[0], name, value, file.text)) return [];
    const start = match.index + match[0].lastIndexOf(value);
    return [{ rule: 'stored-password', name: 'login in a settings file', start, end: start + value.length }];
  });
}

export function isComment(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^\s*(?:#|\/\/|;|--|\*|<!--|\/\*)/.test(line);
}
