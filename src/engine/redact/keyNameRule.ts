import { mayHold } from '../../base/wordFilter';
import { entropy, isPlaceholder } from './placeholder';

/**
 * `password = "…"`, `"api_key": "…"`, `SECRET_KEY=…`: a name that means a secret, an assignment, a literal value. What a
 * value must be to count is decided by `isSecretValue`, since names alone are wrong too often.
 */
export const keyNamePattern =
  /(?<name>[A-Za-z0-9_.-]{0,40}(?:passw(?:or)?d|passphrase|pwd|secret|token|api[_-]?key|apikey|access[_-]?key|private[_-]?key|client[_-]?secret|auth[_-]?key|encryption[_-]?key|credential)[A-Za-z0-9_-]{0,30})["'\])]{0,3}\s{0,8}(?::|=>|:=|=|,)\s{0,8}(?:(?<quote>["'`])(?<quoted>[^"'`\n]{6,200})\k<quote>|(?<bare>[^\s"'`,;<>(){}[\]]{6,200}))/gi;

/** What a name for a secret holds, and the words that one of these has in any case. */
const keywords: readonly { readonly pattern: string; readonly words: readonly string[] }[] = [
  ...['passw', 'passphrase', 'pwd', 'secret', 'token'].map((word) => ({ pattern: word, words: [word] })),
  ...['api', 'access', 'private', 'auth', 'encryption'].map((kind) => ({
    pattern: `${kind}[_-]?key`,
    words: [`${kind}key`, `${kind}_key`, `${kind}-key`],
  })),
  { pattern: 'credential', words: ['credential'] },
];

/** By the places of its keywords, as bits. */
const expressions = new Map<number, RegExp>();

/**
 * Finds the keywords of a text: with an expression of those alone that it may hold, since the fewer there are, the more of
 * the text is skipped. `undefined` where there are none.
 */
export function keyNameKeywords(text: string): RegExp | undefined {
  let held = 0;
  keywords.forEach(({ words }, at) => {
    if (words.some((word) => mayHold(text, word))) held |= 1 << at;
  });
  if (held === 0) return undefined;
  let expression = expressions.get(held);
  if (expression === undefined) {
    const own = keywords.filter((_keyword, at) => (held & (1 << at)) !== 0);
    expression = new RegExp(own.map(({ pattern }) => pattern).join('|'), 'gi');
    expressions.set(held, expression);
  }
  return expression;
}

/** Names that end in something about the secret rather than the secret: `tokenUrl`, `password_field`, `secretName`. */
const aboutIt =
  /(?:url|uri|path|file|field|name|type|length|len|size|count|limit|expir\w{0,10}|ttl|age|timeout|id|ids|label|title|hint|prompt|placeholder|error|message|msg|regex|pattern|format|policy|rule|rules|validator|manager|service|provider|store|storage|header|prefix|suffix|param|params|column|attribute|confirm\w{0,10}|reset\w{0,6}|hash|hashed|digest|salt_rounds|rounds|strength|min|max|enabled|disabled|required|endpoint|issuer|algorithm|alg|class|schema|model|ref|key_?id|public\w{0,10}|encoder|generator|index|usage|usages|s)$/i;

/** A value that is a secret by its own look: random enough for its length, and no word, path, call or identifier. */
export function isSecretValue(name: string, value: string, quoted: boolean): boolean {
  if (aboutIt.test(name) || isPlaceholder(value)) return false;
  if (
    /^(?:true|false|yes|no|on|off|string|str|number|int|bool|boolean|object|any|self|this|async|await|function|new|return|required|optional)$/i.test(
      value,
    )
  )
    return false;
  if (/^[\w-]+(?:\.[\w-]+)+$/.test(value) && !/\d/.test(value)) return false; // a.b.c: an identifier or a message key
  if (!quoted && /^[A-Za-z_]\w*(?:(?:\.|::|->)[A-Za-z_]\w*)+/.test(value)) return false; // Names.of.code
  if (/^(?:\/|\.\/|\.\.\/|[A-Za-z]:\\|https?:)/.test(value)) return false;
  if (/[^\x20-\x7e]/.test(value)) return false;
  // What holds brackets or spaces is code or a sentence, unless it is full of signs as only a generator writes them.
  if (/[\s,;<>(){}[\]]/.test(value) && !isGenerated(value)) return false;
  if (/^[a-z_]+(?:[:|,][\w.]+)+$/.test(value)) return false; // required|min:6, group:artifact:1.2: lists of words
  // Escapes of another script are a translation; a UUID is an identifier unless its name says that it is a key.
  if (
    value.startsWith('\\u') ||
    (/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value) && !/key|token|secret/i.test(name))
  )
    return false;
  const isPassword = /passw(?:or)?d|pwd|passphrase/i.test(name);
  // An unquoted word can be a variable; only files of settings hold values without quotes, and those mix in digits.
  if (!quoted && (value.length < 12 || !/\d/.test(value) || !/[A-Za-z]/.test(value))) return false;
  const bits = entropy(value);
  if (/^[0-9a-f]{16,}$/i.test(value)) return bits >= 2.8;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(value)).length;
  if (isPassword && quoted) return value.length >= 8 && kinds >= 2 && /\d|[^A-Za-z0-9_.-]/.test(value) && bits >= 2.75;
  return value.length >= 16 && kinds >= 2 && /\d/.test(value) && bits >= 3.5;
}

function isGenerated(value: string): boolean {
  const signs = value.replace(/[A-Za-z0-9\s_.,'-]/g, '').length;
  return (
    value.length >= 32 && /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value) && signs >= value.length / 6
  );
}
