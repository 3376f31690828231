import type { SourceFile } from '../../../sourceFile';

/** `QueueType.Suspended.code`, `DB_PREFIX`: what the program says itself. */
const constant = /^(?:[A-Z][A-Z0-9_]+(?:\.\w{1,60}){0,2}|(?:[A-Z]\w{0,60}\.){1,3}[A-Z]\w{0,60}(?:\.\w{1,30})?)$/;

/** Parts of a statement, and values that were made safe, by their names. */
const part =
  /(?:^|[._>$])(?:\w{0,40}(?:sql|subquery|tables?|columns?|schema|database|prefix|clause|placeholders?)(?:_?names?)?|(?:escaped|quoted)\w{0,40})$/i;

/** The same of what stands in no quotes: `$1` is given later. */
const partWithoutQuotes = /(?:query|param|marks|conditions?)$/i;

const safeCall = /escape|quote|literal|format|bind|^add|number|parse_?int|intval|floatval|^int$|^float$|sql/i;

/** Tables of the database itself. */
const ownTables = /\b(?:pg_\w|sqlite_(?:master|schema)|information_schema)|\bfrom\s["'`]?sys["'`]?\./i;

const ofSchema =
  /(?:^|[/_.-])(?:migrations?|migrate|seeds?|seeders?|schema|upgrades?|upgrader?|fixtures?|changesets?|databasechange|liquibase|flyway)(?:[/_.-]|$)|(?:^|\/)install\w{0,3}\//i;

/** The value that a match ends with: `${a.b(c)}` in a text, or a name behind it. */
function sqlValueOf(match: RegExpMatchArray, file: SourceFile): string {
  const at = match.index ?? 0;
  const opened = Math.max(match[0].lastIndexOf('${'), match[0].lastIndexOf('{$'));
  if (opened >= 0) {
    const start = at + opened + 2;
    const text = file.text.slice(start, start + 200);
    return (text.split(/[}\n]/)[0] ?? '').trim();
  }
  const name = /\$?[A-Za-z_][\w$]*$/.exec(match[0])?.[0] ?? '';
  const behind = /^(?:(?:\.|->|::)\w{1,60}){0,4}/.exec(
    file.text.slice(at + match[0].length, at + match[0].length + 120),
  );
  return `${name}${behind?.[0] ?? ''}`;
}

/** True where a value in a text of SQL is escaped, a part of the statement, or the program's own. */
export function isMadeForSql(match: RegExpMatchArray, file: SourceFile): boolean {
  const at = match.index ?? 0;
  // `{id:String}` is a parameter of ClickHouse.
  if (
    /\{\s?\w+$/.test(match[0]) &&
    !match[0].includes('${') &&
    /^\w*:\s?[A-Z]/.test(file.text.slice(at + match[0].length))
  )
    return true;
  if (ofSchema.test(file.path)) return true;
  // A statement within another one.
  if (/\bfrom\s?\(\s?["'`]\s?[+.]\s{0,20}\$?\w+$/i.test(match[0])) return true;
  const value = sqlValueOf(match, file);
  if (value === '') return false;
  if (ownTables.test(`${/^\s*where/i.test(match[0]) ? textBefore(file.text, at) : ''}${match[0]}`)) return true;
  const plain = value.replace(/^\$/, '');
  // A record looks for itself.
  if (/^(?:this|self)\.id$/.test(value)) return true;
  if (constant.test(plain) || part.test(plain)) return true;
  if (partWithoutQuotes.test(plain) && !isQuoted(match[0])) return true;
  const called = /(\w+)\(/.exec(value)?.[1];
  if (called !== undefined) return safeCall.test(called) && !/^(?:req|request|ctx|\$_)/.test(value);
  return isMadeSafeBefore(plain, file.text.slice(Math.max(0, at - 4_000), at));
}

/** The tables of the database itself, and those of a model, by the names that it has. */
export const isAboutTables = (text: string): boolean => ownTables.test(text) || /\b_meta\.(?:db_table|pk)/.test(text);

/** A text over many lines in which names of tables, columns and the like are filled in, and no values. */
export function isOfNamesOnly({ 0: text }: RegExpMatchArray): boolean {
  const given = [...text.matchAll(/(?:=|\blike|\(|,)\s{0,3}['%(]{0,3}\{([a-z_][\w.]{0,60})/gi)].map(
    ([, name = '']) => name,
  );
  return (
    ownTables.test(text) ||
    (given.length > 0 && given.every((name) => part.test(name) || /(?:^|_)(?:cols|fields|values|marks)$/.test(name)))
  );
}

/** `'%${name}`, `'" + name`. */
const isQuoted = (text: string): boolean => /'%?(?:\$\{|\{\$)[^{]{0,80}$|'%?["'`]\s?[+.]\s{0,20}\$?\w+$/.test(text);

/** A text of many lines, from its quotes to a place in it. */
const textBefore = (text: string, at: number): string =>
  text
    .slice(Math.max(0, at - 600), at)
    .split(/`|"""/)
    .at(-1) ?? '';

/** `pid = escape(id)`, `pid = Number(id)` some lines above. */
function isMadeSafeBefore(name: string, before: string): boolean {
  if (!/^[A-Za-z_]\w{0,60}$/.test(name)) return false;
  const made = [
    ...before.matchAll(new RegExp(`(?<![\\w.])\\$?${name}\\s{0,3}:?=(?![=>])\\s{0,3}([^\\n;]{1,160})`, 'g')),
  ];
  const last = made.at(-1)?.[1] ?? '';
  return /^(?:\w{1,30}(?:\.|->|::)){0,3}\w{0,20}(?:escape|quote|literal|intval|parseInt|Number)\w{0,20}\(|^int\(|^\(int\)/i.test(
    last,
  );
}
