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

/** A text of Python without the texts that stand by themselves, which say what something is for; others hold what is used. */
export function withoutDocstrings(text: string): string {
  return text.replace(hashes, (piece, at: number) => {
    if (!piece.startsWith('"""') && !piece.startsWith("'''")) return piece;
    const before = text.slice(Math.max(0, at - mostBefore), at);
    const isAlone = /(?:^|\n)[ \t]*[rRuU]?$/.test(before) && !/[([{,=+%\\]\s*[rRuU]?$/.test(before);
    return isAlone ? blanked(piece) : piece;
  });
}

/** So far before a text what it is given to is looked for. */
const mostBefore = 200;

function isComment(piece: string): boolean {
  const [first] = piece;
  return first === '/' || first === '#' || piece.startsWith('"""') || piece.startsWith("'''");
}
