import { blanked } from '../../languages/sourceText';
import type { LanguageId } from '../../sourceFile';

const brackets = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
/** Where `'` stands for one character, or for nothing. */
const characters = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.{1,8})'|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
const goTexts = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.{1,8})'|`[^`]*`|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
const phpTexts = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\/\/[^\n]*|#(?!\[)[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
const hashes = /"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*/g;

const notations: Partial<Readonly<Record<LanguageId, RegExp>>> = {
  javascript: brackets,
  typescript: brackets,
  tsx: brackets,
  java: characters,
  kotlin: characters,
  csharp: characters,
  rust: characters,
  go: goTexts,
  php: phpTexts,
  python: hashes,
  ruby: hashes,
  elixir: hashes,
};

/** The text with comments and long documentation texts blanked out; every line and offset stays where it is. */
export function plainText(text: string, language: LanguageId): string {
  const notation = notations[language];
  if (notation === undefined) return text;
  return text.replace(notation, (piece) => (isComment(piece) ? blanked(piece) : piece));
}

function isComment(piece: string): boolean {
  const [first] = piece;
  return first === '/' || first === '#' || piece.startsWith('"""') || piece.startsWith("'''");
}
