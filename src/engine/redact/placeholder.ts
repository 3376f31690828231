/** Words that people write where a secret would stand. */
const placeholderWord =
  /(?:example|sample|dummy|fake|placeholder|change[-_ ]?me|changeit|replace|redacted|your[-_ ]|my[-_ ]?(?:secret|password|token|key)|insert|todo|tbd|none|null|undefined|x{4,}|\*{3,}|\.{3}|test|foo|bar|lorem|s3cr3t|secret|password|passwd|12345|abcdef|qwerty)/i;

/** A reference to a value that lies elsewhere: `${X}`, `$X`, `%X%`, `{{x}}`, `<x>`, `process.env.X`, `#{x}`, `@x@`. */
const reference =
  /^(?:\$|%[A-Za-z_]|\{\{|<|#\{|@[A-Za-z_.-]{1,60}@$|process\.env|os\.environ|env\(|getenv|ENV\[|config\.|secrets?\.|vault:|arn:|kms:|ref\+|!Ref|!Sub)/;

/** True where a value is no secret: a placeholder, a reference, or one character over and over. */
export function isPlaceholder(value: string): boolean {
  if (reference.test(value) || placeholderWord.test(value)) return true;
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
