import type { SourceFile } from '../../../sourceFile';
import { isParameter } from '../context/given';
import type { LineRule } from '../weakness';
import { code } from './languages';

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
  `['"\x60]${start}${place}'?%?['"\x60]\\s{0,60}(?:\\+|\\.)\\s{0,30}(?:"'"\\s{0,10}\\+\\s{0,10})?${name}`,
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

/** Tables of the database itself, and scripts that change or copy a schema: their values are the program's own. */
const ownTables = /\b(?:pg_|sqlite_master|information_schema|sys\.|from\s(?:Win32|CIM|MSFT)_|__\w+_migrations)/i;
const ofSchema =
  /(?:^|[/_.-])(?:migrations?|migrate|seeds?|schema|upgrades?|updates?|updaters?|revisions|versions|changesets?|databasechange|dump\w*|fixtures?|scripts?|integration)(?:[/_.-]|$)|(?:^|\/)(?:console|cli|bin)\/|Dumper|ChangeSet/i;

/** A tag such as `sql` or `$queryRaw` makes parameters of the values; in other quotes JavaScript puts nothing in. */
function isBound(match: RegExpMatchArray, file: SourceFile): boolean {
  const at = match.index ?? 0;
  // `#{key}` of MyBatis is a parameter of the statement.
  if (/^(?:java|kotlin)$/.test(file.language)) return match[0].includes('#{');
  if (!/^(?:javascript|typescript|tsx)$/.test(file.language)) return false;
  if (match[0].includes('${') && !match[0].startsWith('`')) return true;
  return match[0].startsWith('`') && /[\w>)\]]\s{0,3}$/.test(file.text.slice(Math.max(0, at - 6), at));
}

/** A value is told where a caller of the function gives it: what the program made itself has the form that it needs. */
function isValue(match: RegExpMatchArray, file: SourceFile): boolean {
  if (file.role === 'migration' || ofSchema.test(file.path) || ownTables.test(match[0]) || isBound(match, file))
    return false;
  const value = match.groups?.['value'];
  if (file.language === 'python' && match[0].endsWith('}') && !isFormatted(match, file)) return false;
  if (value === undefined) return isGivenLater(match, file);
  if (constant.test(value) || ownName.test(value)) return false;
  const end = (match.index ?? 0) + match[0].length;
  const after = file.text.slice(end, end + 3);
  // `Model::TABLE` is a constant, what `store.now()` gives is a fragment; request.getParameter("id") is a value.
  if (/^::/.test(after)) return false;
  if (/^\s?\(/.test(after) && !builders.test(/\w+$/.exec(value)?.[0] ?? '')) return false;
  if (!isFromOutside(value, end, file)) return false;
  const before = match[0].slice(0, match[0].lastIndexOf(value));
  if (/'%?(?:[$#]?\{|["\x60]\s{0,60}[+.]\s{0,3})?$/.test(before)) return true;
  if (numeric.test(value)) return false;
  if (!typed.has(file.language)) return true;
  // A text without quotes is no SQL: what stands there is a number, unless it is declared as a text.
  const last = /\w+$/.exec(value)?.[0] ?? '';
  return new RegExp(`\\b[Ss]tring\\??\\s+${last}\\b|\\b${last}\\s*:?\\s*string\\b`).test(file.text);
}

/** Request data under its own name, or what a caller gives. */
const request =
  /^\$?(?:_(?:GET|POST|REQUEST|COOKIE)|params|req(?:uest)?\.|form\b|input\b)|(?:request|req)\.(?:get|query|body|params|form|args)/i;

function isFromOutside(value: string, end: number, file: SourceFile): boolean {
  if (request.test(value)) return !isCheckedByName(value, end, file);
  return isParameter(file, end - 1, value) || isTakenFromRequest(value, end, file);
}

/** `check_parameter('id', $_GET, …)`: a function of the project is told which field to look at. */
function isCheckedByName(value: string, end: number, file: SourceFile): boolean {
  const key = /\[\s?['"]?(\w{1,40})/.exec(value)?.[1];
  return (
    key !== undefined &&
    new RegExp(`(?:check|valid|assert|ensure|saniti|filter|require)\\w{0,30}\\([^;\\n]{0,80}['"]${key}['"]`, 'i').test(
      file.text.slice(Math.max(0, end - 8_000), end),
    )
  );
}

/** A few lines before, the name was given a part of the request. */
function isTakenFromRequest(value: string, end: number, file: SourceFile): boolean {
  const name = /^\$?([A-Za-z_]\w{0,60})$/.exec(value)?.[1];
  if (name === undefined) return false;
  const before = file.text.slice(Math.max(0, end - 2_500), end);
  return new RegExp(
    `\\b${name}\\s{0,3}:?=(?!=)[^;\\n]{0,120}(?:\\$_(?:GET|POST|REQUEST|COOKIE)|\\b(?:req|request|r|c|ctx)\\.\\w|params\\[|[gG]etParameter|FormValue|\\binput\\()`,
  ).test(before);
}

/** `"… '%s'" % name` and `Sprintf("… '%s'", name)`: the values stand behind the text. */
function isGivenLater(match: RegExpMatchArray, file: SourceFile): boolean {
  const at = match.index ?? 0;
  const isGo = match.groups?.['format'] !== undefined;
  if (isGo && !/'%?%s$/.test(match[0]) && !isGiven(match, file)) return false;
  const behind = file.text.slice(at + match[0].length, at + match[0].length + 400);
  const list = isGo ? /["\x60]\s{0,3},([^)]{1,200})\)/.exec(behind)?.[1] : behind.split('\n')[0];
  // `escape(name)`, `quote(name)`: what the driver made safe is none.
  if (/escape|quote|esc_sql|prepare/i.test(behind.split(/;|\n\s{0,20}\n/)[0] ?? '')) return false;
  return [...(list ?? '').matchAll(/(?<![\w.'"%(])[A-Za-z_]\w{0,60}(?![\w('"])/g)]
    .slice(0, 6)
    .some(([name]) => isFromOutside(name, at + match[0].length, file));
}

/** One list a form. */
const examples: readonly LineRule['examples'][] = [
  [
    {
      path: 'a.py',
      text: 'def f(name, table):\n    q = f"SELECT * FROM users WHERE name = \'{name}\'"\n    r = f"SELECT * FROM {table} WHERE id = 1"\n',
      lines: [2],
    },
    { path: 'a.rb', text: 'def f(name)\n  q = "select * from users where name = \'#{name}\'"\nend\n', lines: [2] },
    {
      path: 'Mapper.java',
      text: 'interface Mapper {\n  @Select("select * from t where data_key = #{key}")\n  Row byKey(@Param("key") String key);\n}\n',
      lines: [],
    },
    // What the program made itself: a list of numbers, the name of a table, a tag that binds.
    {
      path: 'b.py',
      text: 'def f(start):\n    label = start.strftime("%Y")\n    q = f"SELECT a FROM b WHERE name = \'{label}\'"\n',
      lines: [],
    },
    {
      path: 'b.ts',
      text: "const f = (role: string) => db.$queryRaw<{ a: 1 }[]>`SELECT a FROM roles WHERE name='$" + "{role}'`;\n",
      lines: [],
    },
    { path: 'c.ts', text: "const q = (name) => 'SELECT * FROM indexes WHERE a = $" + "{name}';\n", lines: [] },
    // A question to Windows, not to a database.
    {
      path: 'A.cs',
      text: 'class A { string F(string name) { return $"SELECT Name FROM Win32_Service WHERE Name = \'{name}\'"; } }\n',
      lines: [],
    },
    {
      path: 'db/changesets/a.rb',
      text: 'def f(name)\n  q = "select * from a where b = \'#{name}\'"\nend\n',
      lines: [],
    },
  ],
  [
    {
      path: 'a.js',
      text: 'function f(login) {\n  const q = "SELECT * FROM users WHERE login = \'" + login + "\'";\n  const r = \'select a from b where c = ?\';\n}\n',
      lines: [2],
    },
    {
      path: 'A.java',
      text: 'class A { String f(String action) { return "SELECT * FROM log WHERE action LIKE \'%" + action + "%\'"; } }\n',
      lines: [1],
    },
    {
      path: 'B.java',
      text: 'class B { String f(int id) { return "SELECT * FROM log WHERE id = " + id + " and b = \'" + NAME + "\'"; } }\n',
      lines: [],
    },
  ],
  [
    {
      path: 'a.php',
      text: '<?php\n$id = $_GET["id"];\n$q = "SELECT * FROM users WHERE id = \'$id\'";\n$r = "SELECT * FROM users WHERE id = ?";\n$s = "SELECT * FROM a WHERE id = $made";\n',
      lines: [3],
    },
  ],
  [
    {
      path: 'a.go',
      text: 'package a\nfunc f(name string) string {\n\treturn fmt.Sprintf("select * from users where name = \'%s\'", name)\n}\n',
      lines: [3],
    },
  ],
  [
    {
      path: 'a.py',
      text: 'def f(name):\n    cursor.execute("select * from users where name = \'%s\'" % name)\n    cursor.execute("select * from users where name = %s", (name,))\n',
      lines: [2],
    },
  ],
  [
    {
      path: 'a.py',
      text: 'def f(name):\n    q = ("INSERT INTO students (name) "\n         "VALUES (\'%(name)s\')" % {"name": name})\n',
      lines: [3],
    },
  ],
];

export const sqlTextRules: readonly LineRule[] = forms.map((form, index) => ({
  id: index === 0 ? 'sql-string-building' : `sql-string-building-${index + 1}`,
  told: 'sql-string-building',
  possible: true,
  cwe: 'CWE-89',
  owasp: 'A03',
  title: 'A value that the caller gives is put into the text of SQL',
  severity: 'medium',
  confidence: 0.8,
  why: 'Where such a value comes from outside, whoever sends it decides what the database runs; a quote in it changes the statement in any case.',
  fix: 'Pass the values as parameters of the statement.',
  wants: code,
  words: ['alues', 'ALUES', 'elect ', 'ELECT ', 'nsert ', 'NSERT ', 'pdate ', 'PDATE ', 'elete ', 'ELETE '],
  pattern: new RegExp(form, 'gi'),
  accept: isValue,
  examples: examples[index] ?? [],
}));
