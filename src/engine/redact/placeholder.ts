/** Words that people write where a secret would stand; no random text holds one by chance. */
const placeholderWord =
  /(?:example|sample|dummy|fake|placeholder|change[-_ ]?(?:me|it|this)|replace|redacted|your[-_ ]|my[-_ ]?(?:secret|password|token|key)|undefined|x{4,}|\*{3,}|\.{3}|lorem|12345|abcdef|qwerty)/i;

/** Short words, which a long random text may hold by chance: they count in short values only. */
const shortWord = /(?:insert|todo|tbd|none|null|test|foo|bar|s3cr3t|secret|password|passwd)/i;
const longValue = 32;

/** A reference to a value that lies elsewhere: `${X}`, `$X`, `%X%`, `{{x}}`, `<x>`, `process.env.X`, `#{x}`, `@x@`. */
const reference =
  /^(?:\$|%[A-Za-z_]|\{\{|<|#\{|@[A-Za-z_.-]{1,60}@$|process\.env|os\.environ|env\(|getenv|ENV\[|config\.|secrets?\.|vault:|arn:|kms:|ref\+|!Ref|!Sub)/;

/** True where a value is no secret: a placeholder, a reference, or one character over and over. */
export function isPlaceholder(value: string): boolean {
  if (reference.test(value) || placeholderWord.test(value)) return true;
  if (shortWord.test(value) && (value.length < longValue || /^[a-z_.-]+$/i.test(value))) return true;
  return new Set(value).size < Math.min(5, value.length);
}

/** Shannon entropy in bits a character: English words about 2.5 to 3.3, random base 64 above 4.5, random hex near 3.7. */
export function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}

const urlPlaceholder =
  /^(?:(?:my|your|user|db|the|some)?[-_]?(?:password|passwd|pass|pwd|secret|token|api_?key|key|test|admin|root|guest)\d{0,2}|(.)\1*|.{1,4})$/i;

/** In an address a short password is one as well; what only stands for one, or repeats the user, is not. */
export function isUrlPlaceholder(user: string, password: string): boolean {
  if (reference.test(password) || urlPlaceholder.test(password) || password === user) return true;
  return /example|sample|dummy|placeholder|change[-_ ]?me|replace|redacted|your[-_ ]|x{4,}|\*{3,}|\.{3}/i.test(
    password,
  );
}
