/**
 * Text that SQLite gives back as it was stored: the character U+0000 ends a text for some readers, and half a surrogate
 * pair is not valid UTF-8. Both become U+FFFD. Without this a text would differ from its own stored copy for ever.
 */
export function cleanText(text: string): string {
  return text.replace(/\p{Surrogate}|\0/gu, '\uFFFD');
}

/** One line of at most `length` characters, for names that came from outside. */
export function cleanName(text: string, length: number): string {
  return cleanText(text)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, length)
    .trim();
}
