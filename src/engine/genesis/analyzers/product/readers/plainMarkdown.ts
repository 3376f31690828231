/** The words of a line of Markdown, reStructuredText, AsciiDoc or HTML: links become their text, marks and tags go. */
export function plainMarkdown(line: string): string {
  return (
    line
      // A bracket with a backslash before it stands for itself, and belongs to no link.
      .replaceAll('\\[', '\u0002')
      .replaceAll('\\]', '\u0003')
      .replaceAll(/!\[[^\]]{0,300}\]\([^)\s]{0,600}(?:\s"[^"]{0,200}")?\)/g, ' ')
      .replaceAll(/!\[[^\]]{0,300}\]\[[^\]]{0,100}\]/g, ' ')
      .replaceAll(/\[([^\][]{0,300})\]\([^)\s]{0,600}(?:\s"[^"]{0,200}")?\)/g, '$1')
      .replaceAll(/\[([^\][]{1,300})\]\[[^\]]{0,100}\]/g, '$1')
      // A link of AsciiDoc.
      .replaceAll(/(?:\bhttps?:\/\/|\b(?:link|xref):)[^\s[\]]{1,300}\[([^\][]{1,200})\]/g, '$1')
      .replaceAll(/\[([^\][]{2,100})\]/g, '$1')
      .replaceAll(/`{1,2}([^`<>]{1,200})\s<[^<>`\s]{1,400}>`{1,2}_{0,2}/g, '$1')
      // Formulas colour and set marks.
      .replaceAll(/\$\\[^$\n]{1,200}\$/g, ' ')
      // A substitution of reStructuredText, most often a badge.
      .replaceAll(/(^|\s)\|[\w-]{1,60}\|(?=\s|$)/g, ' ')
      .replaceAll(/<!--.{0,2000}?-->/g, ' ')
      // An address by itself is a word.
      .replaceAll(/<(https?:\/\/[^<>\s]{1,300})>/g, '$1')
      // A part of a word may stand out.
      .replaceAll(/(?<=\p{L})<\/?(?:b|i|u|em|strong)>(?=\p{L})/gu, '')
      .replaceAll(/<\/?[a-zA-Z][^<>]{0,4000}>/g, ' ')
      .replaceAll(/:[a-z0-9_+-]{2,40}:(?!\w)/g, ' ')
      // A mark with a backslash before it stands for itself.
      .replaceAll(/\\([\\`*_{}[\]()#+.!|<>~'"$%&,:;=?@^/-])/g, '$1')
      // What is struck through holds no more.
      .replaceAll(/(?<![\w~/`])(~{1,2})(?=[\p{L}\d])[^~\n`]{1,80}(?<=\S)\1(?![\w~/`])/gu, '')
      .replaceAll(/\*\*|__|~~|`/g, '')
      .replaceAll(/(^|\s)[*_](\S)/g, '$1$2')
      .replaceAll(/(\S)[*_](?=\s|[.,;:!?)]|$)/g, '$1')
      .replaceAll(/&(?:nbsp|ensp|emsp);/g, ' ')
      .replaceAll('&amp;', '&')
      .replaceAll('&mdash;', '—')
      .replaceAll('&ndash;', '–')
      .replaceAll(/&(?:middot|bull|sdot|#8226|#183);/g, '·')
      .replaceAll(/&(?:#\d{1,6}|#x[\da-f]{1,5});/gi, ' ')
      .replaceAll(/\p{Extended_Pictographic}|\p{Variation_Selector}|\u200D/gu, ' ')
      .replaceAll('\u0002', '[')
      .replaceAll('\u0003', ']')
      .replaceAll(/\s+/g, ' ')
      // What a mark stood before: `on <a>Tauri</a> .`
      .replaceAll(/ ([.,;:!?])(?=\s|$)/g, '$1')
      .trim()
  );
}

/** A sentence, not a row of badges or links. */
export function isProse(text: string): boolean {
  const words = text.split(' ').filter((word) => /\p{L}{2,}/u.test(word));
  // Chinese and Japanese part no words: of these a sentence is so many characters.
  const isCharacters = (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu) ?? []).length >= 12;
  if (!isCharacters && (words.length < 5 || text.length < 30)) return false;
  const separators = text.split(/\s[|•·∙●/–-]\s/).length - 1;
  // A tag that stayed was cut or never closed.
  return (
    (separators < 3 || (separators < 5 && words.length > separators * 12)) && !/^https?:\/\/\S+$|<\/?[a-z]/i.test(text)
  );
}

/** The first sentence, at most `max` characters. */
export function firstSentence(text: string, max = 160): string {
  // A name may begin small: `crAPI is …`.
  const end = /[.!?](?=\s+(?:\p{Lu}|[a-z]{1,6}\p{Lu})|\s*$)/u.exec(text);
  const sentence = end === null || end.index < 20 ? text : text.slice(0, end.index + 1);
  return sentence.length <= max ? sentence : `${sentence.slice(0, max - 1).replace(/\s+\S*$/, '')}…`;
}
