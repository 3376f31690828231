// Control characters, embeddings and overrides of direction, and what has no width; line breaks and tabs may stay, and so
// may the joiners and marks that scripts and emoji need.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being made visible
const hidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Text of a repository with what could deceive the eye written out, as the editor does: `evil[U+202E]gnp.exe`. */
export function visibleText(text: string): string {
  return text.replace(hidden, (char) => `[U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`);
}
