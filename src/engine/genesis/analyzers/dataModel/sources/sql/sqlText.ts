/** Without the quotes of any dialect and without the schema: `users` for `public."users"`, `` `users` `` and `[dbo].[users]`. */
export function unquote(name: string): string {
  const parts = name.split('.').map((part) => part.trim().replace(/^[`"[]|[`"\]]$/g, ''));
  return parts.at(-1) ?? '';
}

/**
 * What is filled in before a script runs: `{{.prefix}}blocks`, `{table_prefix}blocks`, `#__blocks` of Joomla, the comment
 * of MediaWiki, `[$(Schema)].[Orders]`; and the end of a schema's name.
 */
const placeholder =
  /(?:\{\{[^{}\n]{0,200}\}\}|\$\(\w{1,80}\)|\{\$?\w{0,30}?(?:prefix|schema|database)\w{0,30}\}|%%?\w{0,30}?prefix%%?|#__|\/\*_\*\/)(["`\]]?\.)?/gi;

/** A table is called as what stands behind a placeholder, and not what stands before one; a schema may have any name. */
export function withoutPlaceholders(text: string): string {
  if (!/[{#%]|\$\(|\/\*_/.test(text)) return text;
  return text.replaceAll(placeholder, (_, end: string | undefined, at: number) =>
    end !== undefined ? `_${end}` : /\w/.test(text[at - 1] ?? '') ? ' ' : '',
  );
}

/** Migration tools put the way back into the same file; what comes after their mark is not the schema. */
export function cutDownMigration(text: string): string {
  // Liquibase writes each way back as a comment behind its own change.
  if (/^\s*--\s*liquibase formatted\b/i.test(text)) return text;
  const mark =
    /^\s*(?:--|#\s*---)\s*(?:\+goose\s+Down|migrate:down|\+migrate\s+Down|rambler\s+down|@DOWN|!?\s*downs?\s*(?:migration)?\s*$|rollback\b|undo\b)/im.exec(
      text,
    );
  return mark ? text.slice(0, mark.index) : text;
}

/** 1-based lines of offsets that only grow. */
export function lineCounter(text: string): (offset: number) => number {
  let at = 0;
  let line = 1;
  return (offset) => {
    for (; at < offset; at++) if (text.charCodeAt(at) === 10) line++;
    return line;
  };
}

/**
 * MySQL's comments; elsewhere the sign is a part of operators and of names: `#>`, `#temp`. A remark within a line has a
 * blank behind the sign, or stands after what is complete; one that ends a statement is none for certain.
 */
function isRemark(text: string, at: number): boolean {
  if (at === 0 || text[at - 1] === '\n') return true;
  const before = text.slice(Math.max(0, at - 200), at);
  if (!/[\s,;(]$/.test(before)) return false;
  const next = text[at + 1] ?? '';
  if (!/\s/.test(next) && !(/[a-z"']/i.test(next) && /[,;(]$/.test(before.trimEnd()))) return false;
  const end = text.indexOf('\n', at);
  return !text
    .slice(at, end < 0 ? text.length : Math.min(end, at + 400))
    .trimEnd()
    .endsWith(';');
}

/** End of the comment, quoted text or dollar-quoted body that begins at `at`, or `at` where none does. */
function skipQuoted(text: string, at: number): number {
  const two = text.slice(at, at + 2);
  const end = (mark: string, from: number): number => {
    const found = text.indexOf(mark, from);
    return found < 0 ? text.length : found + mark.length;
  };
  if (two === '--') return end('\n', at);
  if (two[0] === '#' && isRemark(text, at)) return end('\n', at);
  if (two === '/*') return end('*/', at + 2);
  const first = text[at];
  if (first === "'" || first === '"' || first === '`') return end(first, at + 1);
  if (first === '$') {
    const tag = /^\$\w{0,30}\$/.exec(text.slice(at, at + 34))?.[0];
    if (tag) return end(tag, at + tag.length);
  }
  return at;
}

/** A batch of SQL Server's tools ends with this line, and its statements with nothing; what is asked before has no end either. */
const batchEnd = /^[ \t]{0,20}GO[ \t]{0,20}\r?$|\bif\s{1,9}(?:not\s{1,9})?exists\s{0,9}\(|\bobject_id\s{0,9}\(/im;
const inBatch = /(?:create|alter|drop)\s{1,20}table\b|go[ \t]{0,20}(?=\r?(?:\n|$))/iy;

/** Whether a further statement of a batch begins here; `GO` has a line of its own. */
function beginsInBatch(text: string, at: number): boolean {
  if (!/[acdg]/i.test(text[at] ?? '') || /[\w$@#\]."]/.test(text[at - 1] ?? '')) return false;
  inBatch.lastIndex = at;
  const found = inBatch.exec(text)?.[0];
  return (
    found !== undefined && (!/^g/i.test(found) || /(?:^|\n)[ \t]{0,20}$/.test(text.slice(Math.max(0, at - 22), at)))
  );
}

/** The statements of a script, without leading comments; quotes, comments and bodies of functions don't end one. */
export function statementsOf(text: string): { text: string; offset: number }[] {
  const found: { text: string; offset: number }[] = [];
  const isBatched = batchEnd.test(text);
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const after = at < text.length ? skipQuoted(text, at) : at;
    if (after > at) {
      const isComment = /[-/#]/.test(text[at] ?? '');
      if (start < 0 && !isComment) start = at;
      at = after - 1;
      continue;
    }
    const character = text[at];
    if (character === undefined || character === ';') {
      if (start >= 0) found.push({ text: text.slice(start, at), offset: start });
      start = -1;
    } else if (isBatched && beginsInBatch(text, at)) {
      if (start >= 0) found.push({ text: text.slice(start, at), offset: start });
      start = at;
    } else if (start < 0 && !/\s/.test(character)) start = at;
  }
  return found;
}

/** Splits what stands between the parenthesis at `open` and its partner at top-level commas; also gives the end. */
export function splitTopLevel(text: string, open: number): [parts: string[], end: number] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (let at = open; at < text.length; at++) {
    const after = skipQuoted(text, at);
    if (after > at) {
      const isComment = /[-/#]/.test(text[at] ?? '');
      if (!isComment) part += text.slice(at, after);
      at = after - 1;
      continue;
    }
    const character = text[at] ?? '';
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (depth === 0) return [[...parts, part].filter((item) => item.trim() !== ''), at];
    if (character === ',' && depth === 1) {
      parts.push(part);
      part = '';
    } else if (!(character === '(' && depth === 1)) part += character;
  }
  return [[...parts, part].filter((item) => item.trim() !== ''), text.length];
}
