import type { FileDescription } from '../../../extractor';
import type { SourceFile } from '../../../sourceFile';
import type { LineRule } from '../weakness';

const code = (file: FileDescription): boolean => file.language !== 'other' && file.language !== 'shell';

/** A place where a value stands in SQL; what stands there as a name (a table, a column) is another matter. */
const place = String.raw`(?:=|<>|!=|[<>]=?|\blike|\bilike|\bvalues\s{0,3}\(|\bin\s{0,3}\()\s{0,3}`;
const start = String.raw`\b(?:select\s[^;"'\x60\n]{1,300}?\sfrom|insert\s{1,3}into|update\s{1,3}[\w.]{1,60}\s{1,3}set|delete\s{1,3}from)\b[^;"\x60\n]{0,300}?`;
const name = String.raw`(?<value>[$A-Za-z_][\w$.\->]{0,60}(?:\[['"]?\w{1,40}['"]?\])?)`;

/**
 * By language: interpolation, concatenation and formats, each behind a quote or a comparison. A value in quotes is told
 * whatever its name; one without is told where its name says that it is text.
 */
const forms = [
  `['"\x60]${start}${place}'?%?(?:\\$\\{|#\\{|\\{)${name}\\}`,
  `['"\x60]${start}${place}'?%?['"\x60]\\s{0,60}(?:\\+|\\.)\\s{0,30}${name}`,
  `"${start}${place}'%?\\{?${name.replace('[$A-Za-z_]', '\\$[A-Za-z_]')}`,
  `\\bSprintf\\(\\s{0,20}["\x60]${start.replaceAll('\\n', '')}${place}'?%?%s(?<format>)`,
  `['"]${start}${place}'%?%s%?'[^"\\n]{0,200}"\\s{0,3}%(?<percent>)\\s`,
];

const constant = /^(?:[A-Z]\w{0,60}\.)*[A-Z][A-Z0-9_.]*$/;
const ownName =
  /^(?:self|this|cls)\.(?:_?table\w*|_meta\.\w+|prefix\w*)|^\$?(?:this->)?(?:wpdb|prefix|table\w*)\b|place_?holders?|^(?:values|keys|fields|columns|cols|marks|params|binds?|args)$|(?:table|column|field|schema|prefix|limit|offset|count|page|size)(?:_?name|s)?$/i;

const builders = /^(?:\w{0,20}get\w{0,20}|input|trim|strip|strval|str|String|post|query|param)$/i;
const numeric =
  /(?:^|[._>])(?:id|ids|\w{1,40}_?ids?|\w{0,20}(?:count|num|number|index|pages?|size|limit|offset|year|month|day|level|version|priority|position|total|amount|enabled|active|flag)|[ijkn])$/i;
const typed: ReadonlySet<string> = new Set(['csharp', 'java', 'kotlin', 'go', 'rust', 'typescript']);

/** An unquoted `%s` of Go stands for a column, a condition or a list of marks as often as for a value. */
function isGiven(match: RegExpMatchArray, file: SourceFile): boolean {
  const given = /["\x60]\s{0,3},([^)]{1,200})\)/.exec(
    file.text.slice(match.index ?? 0, (match.index ?? 0) + 1_200),
  )?.[1];
  return (
    given !== undefined &&
    !/col|field|table|names?\b|expr|placeholder|quote|join|cond|where|sub|sql|query|clause|mark|filter|\(/i.test(given)
  );
}

/** Without an `f` the braces are for `format`; psycopg puts values into `SQL(…)` as literals. */
function isFormatted(match: RegExpMatchArray, file: SourceFile): boolean {
  const at = match.index ?? 0;
  const head = file.text.slice(Math.max(0, at - 8), at);
  if (/[fF][rR]?$|[rR][fF]$/.test(head)) return true;
  return !/SQL\(\s*$/.test(head) && /^[^\n]{0,200}\.format\(/.test(file.text.slice(at + match[0].length));
}

/** A value in quotes is told whatever its name; one without where its language or its name lets it be text. */
function isValue(match: RegExpMatchArray, file: SourceFile): boolean {
  if (
    file.role === 'migration' ||
    /(?:^|[/_-])(?:migrations?|migrate|seeds?|schema|upgrades?|updates?)(?:[/_.-]|$)/i.test(file.path)
  )
    return false;
  const value = match.groups?.['value'];
  if (file.language === 'python' && match[0].endsWith('}') && !isFormatted(match, file)) return false;
  if (value === undefined)
    return match.groups?.['format'] === undefined || /'%?%s$/.test(match[0]) || isGiven(match, file);
  if (constant.test(value) || ownName.test(value)) return false;
  const after = file.text.slice((match.index ?? 0) + match[0].length, (match.index ?? 0) + match[0].length + 3);
  // `Model::TABLE` is a constant, what `store.now()` gives is a fragment; request.getParameter("id") is a value.
  if (/^::/.test(after)) return false;
  if (/^\s?\(/.test(after) && !builders.test(/\w+$/.exec(value)?.[0] ?? '')) return false;
  const before = match[0].slice(0, match[0].lastIndexOf(value));
  const quoted = /'%?(?:[$#]?\{|["\x60]\s{0,60}[+.]\s{0,3})?$/.test(before);
  if (quoted) return true;
  // The number of a record, as Active Record and Django know it.
  if ((file.language === 'ruby' || file.language === 'python') && /(?:^|\.)(?:id|pk)$/.test(value)) return false;
  if (!typed.has(file.language)) return true;
  // A text without quotes is no SQL: what stands there is a number, unless it is declared as a text.
  const last = /\w+$/.exec(value)?.[0] ?? '';
  return (
    !numeric.test(value) && new RegExp(`\\b[Ss]tring\\??\\s+${last}\\b|\\b${last}\\s*:?\\s*string\\b`).test(file.text)
  );
}

/** One list a form. */
const examples: readonly LineRule['examples'][] = [
  [
    {
      path: 'a.py',
      text: 'q = f"SELECT * FROM users WHERE name = \'{name}\'"\nr = f"SELECT * FROM {table} WHERE id = 1"\n',
      lines: [1],
    },
    { path: 'a.rb', text: 'q = "select * from users where name = \'#{name}\'"\n', lines: [1] },
  ],
  [
    {
      path: 'a.js',
      text: 'const q = "SELECT * FROM users WHERE login = \'" + login + "\'";\nconst r = \'select a from b where c = ?\';\n',
      lines: [1],
    },
    {
      path: 'A.java',
      text: 'class A { String q = "SELECT * FROM log WHERE action LIKE \'%" + action + "%\'"; }\n',
      lines: [1],
    },
  ],
  [
    {
      path: 'a.php',
      text: '<?php\n$q = "SELECT * FROM users WHERE id = \'$id\'";\n$r = "SELECT * FROM users WHERE id = ?";\n',
      lines: [2],
    },
  ],
  [
    {
      path: 'a.go',
      text: 'package a\nvar q = fmt.Sprintf("select * from users where name = \'%s\'", name)\n',
      lines: [2],
    },
  ],
  [
    {
      path: 'a.py',
      text: 'cursor.execute("select * from users where name = \'%s\'" % name)\ncursor.execute("select * from users where name = %s", (name,))\n',
      lines: [1],
    },
  ],
  [
    {
      path: 'a.py',
      text: 'q = ("INSERT INTO students (name) "\n     "VALUES (\'%(name)s\')" % {"name": name})\n',
      lines: [2],
    },
  ],
];

export const sqlTextRules: readonly LineRule[] = forms.map((form, index) => ({
  id: index === 0 ? 'sql-string-building' : `sql-string-building-${index + 1}`,
  told: 'sql-string-building',
  cwe: 'CWE-89',
  owasp: 'A03',
  title: 'Values are put into the text of SQL',
  severity: 'medium',
  confidence: 0.8,
  why: 'Where such a value comes from outside, whoever sends it decides what the database runs; a quote in it breaks the statement in any case.',
  fix: 'Pass the values as parameters of the statement.',
  wants: code,
  words: ['alues', 'ALUES', 'elect ', 'ELECT ', 'nsert ', 'NSERT ', 'pdate ', 'PDATE ', 'elete ', 'ELETE '],
  pattern: new RegExp(form, 'gi'),
  accept: isValue,
  examples: examples[index] ?? [],
}));
