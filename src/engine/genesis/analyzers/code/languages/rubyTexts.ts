const opening = /(?<![\w\])])<<[~-]?(["'`]?)([A-Z]\w{0,60})\1/g;

/** The text without what stands in heredocs and block comments, nor behind its end: all places stay, and so does code within. */
export function withoutTexts(text: string): string {
  if (!/<<[~\-"'`A-Z]|^=begin\b|^__END__/m.test(text)) return text;
  const lines = text.split('\n');
  const read = [...lines];
  const ends = new Set(lines.map((line) => line.trim()));
  const tags: string[] = [];
  /** Where the open text begins. */
  let from = 0;
  for (const [index, line] of lines.entries()) {
    const [tag] = tags;
    if (tag !== undefined) {
      if ((tag === '=end' ? line.slice(0, 4) : line.trim()) === tag) tags.shift();
      read[index] = tags[0] === '=end' ? blank(line) : codeIn(line);
      continue;
    }
    if (line === '__END__') return [...read.slice(0, index), ...lines.slice(index).map(blank)].join('\n');
    if (line.includes('<<'))
      tags.push(...[...line.matchAll(opening)].flatMap(({ 2: tag = '' }) => (ends.has(tag) ? [tag] : [])));
    if (line.startsWith('=begin')) tags.push('=end');
    from = index + 1;
  }
  // What does not end was none.
  return (tags.length === 0 ? read : [...read.slice(0, from), ...lines.slice(from)]).join('\n');
}

const blank = (line: string): string => ' '.repeat(line.length);

/** Only what is called within a line of text. */
function codeIn(line: string): string {
  let code = '';
  if (line.includes('#{'))
    for (const { 0: part, index } of line.matchAll(/#\{[^}]{0,500}/g))
      code += `${' '.repeat(index - code.length)}  ${part.slice(2)}`;
  return code + ' '.repeat(line.length - code.length);
}
