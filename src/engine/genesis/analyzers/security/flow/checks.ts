import type { Node } from 'web-tree-sitter';
import { makingText } from '../context/lookedAt';
import type { Asked } from '../weakness';
import type { Asking } from './asking';
import { functionsLike } from './functionsLike';
import { branchesWithout, withoutBranches } from './otherBranches';
import { conditionOf } from './taint/expressions';

/** Rules whose value is often compared first; then what is left of it is what was allowed. */
const guardedRules = new Set(['open-redirect', 'ssrf', 'path-traversal']);
/** For these the value has to be one of a list: what it begins with says nothing. */
const listedRules = new Set([
  'sql-injection',
  'command-injection',
  'code-injection',
  'template-injection',
  'reflected-xss',
]);
const lists =
  /in_array|\bincludes?\(|include\?|\.has\(|\bin\s+(?:self\.)?[A-Za-z_]*(?:allowed|valid|known|list|choices|fields|columns)|allow_?list|white_?list|allowed|permitted|array_key_exists|is_numeric|isdigit|ctype_|preg_match|\.test\(|\.match\(/i;
/** A constant of the program: `if name in COLUMNS`. */
const inConstant = /\bin\s+(?:self\.)?[A-Z][A-Z_]{2,}\b/;
/** Whatever a condition asks, unless it only asks whether there is a value. */
const anything = /./;
/** A question for the way up, whatever it is asked of: the file is named by what is left. */
const climbs =
  /['"`]\.{2}[\\/]{0,4}['"`]|realpath|canonical|commonpath|is_relative_to|relative_to|GetFullPath|isSubpath|is_safe_path/i;
const compares =
  /ctype_|is_numeric|is_int\(|isdigit|isalnum|xdigit|in_array|array_key_exists|hasOwn|\.(?:has|contains|containsKey)\(|(?:\.|->|\?\.)(?:host|hostname|origin|netloc|scheme)\b|starts?_?with|hasprefix|stri?pos\(|match|includes?\b|include\?|=~|indexof|\btest\(|valid|allow|safe|local|relative|absolute|same_?(?:host|origin)|permitted|trusted|whitelist|in_array|\bin\b|===?\s*['"][^'"]/i;

/** Those of them that say what may come: a list, a form, the own host, a folder, a function whose name says so. */
export const allows =
  /ctype_|is_numeric|is_int\(|isdigit|isalnum|xdigit|in_array|array_key_exists|hasOwn|containsKey\(|\.has\(|(?:\.|->|\?\.)(?:host|hostname|origin|netloc)\b|valid|allow|safe|local|relative|absolute|same_?(?:host|origin)|permitted|trusted|white_?list|check|verif|\bis[A-Z_]\w{1,40}\(|\bin\b\s+[A-Za-z_(['"]|preg_match|=~|\.test\(|\.match(?:es)?\(|(?:[A-Z][A-Za-z]+|[A-Z_]{2,}|list|set|map|s)\.(?:contains|includes)\(|\]\.includes\(/i;

/** `to = isOwn(to) ? to : '/'` asks as `if (isOwn(to))` does. */
function questionOf(line: string): string[] {
  const asked = /(?:(?<![=!<>])=(?![=>])|\breturn\b|[(,])\s{0,3}(?<asked>[^?]{1,200}?)\s\?\s/.exec(line)?.groups?.[
    'asked'
  ];
  return asked === undefined ? [] : [`if (${asked})`];
}

/** What a choice asks that is given to the call itself. */
function questionsIn(argument: Node): string[] {
  const questions: string[] = [];
  let at: Node | null = argument;
  for (let depth = 0; at !== null && depth < 3; depth++) {
    const asked = conditionOf(at, at.type);
    const condition = asked === undefined ? undefined : at.namedChildren.find((child) => child?.id === asked);
    if (condition) questions.push(`if (${condition.text})`);
    at = at.namedChild(0);
  }
  return questions;
}

const everybodys =
  /^(?:req|request|params|r|c|ctx|res|query|body|get|GET|POST|args|form|values|param|fetch|input|filter_input|INPUT_[A-Z]+|FILTER_[A-Z_]+|getParameter|FormValue|Query|Param|Get|GetString)$/;

/** What is made of the value is asked in its place: `const host = new URL(address).hostname`. */
function addMadeOf(names: Set<string>, lines: readonly string[]): void {
  for (const line of lines) {
    const made =
      /(?:\b(?<first>[A-Za-z_]\w{0,60}),\s)?\$?\b(?<name>[A-Za-z_]\w{0,60})\s{0,3}:?=(?![=>])(?<from>[^\n]{1,300})/.exec(
        line,
      )?.groups;
    const from = (made?.['from'] ?? '').matchAll(/(?<![.\w$])\$?([A-Za-z_]\w*)/g);
    if (made === undefined || ![...from].some(([, name = '']) => names.has(name) && !everybodys.test(name))) continue;
    for (const name of [made['first'], made['name']])
      if (name !== undefined && !/^(?:e|err|error|ok)$/.test(name)) names.add(name);
  }
}

/** A field of the request, written out: `req.params.theme`, `$_GET['theme']`, `$request->input('icon')`. */
const fieldOfRequest =
  /\$_(?:GET|POST|REQUEST|COOKIE)\[\s?['"][\w-]{1,60}['"]\s?\]|\breq(?:uest)?\.(?:params|query|body)\.\w{1,60}|\$request->\w{1,20}\(\s?['"][\w.-]{1,60}['"]\s?\)/g;

/** `check_parameter('id', $_GET, …)`: a function of the project is told which field to look at, and refuses what it must not be. */
const isCheckedByName = (fields: readonly string[], before: string): boolean =>
  fields.some((field) => {
    const key = /['"]([\w-]{1,60})['"]/.exec(field)?.[1] ?? /\w{1,60}$/.exec(field)?.[0];
    return (
      key !== undefined &&
      new RegExp(`(?:check|valid|assert|ensure|saniti)\\w{0,30}\\([^;\\n]{0,80}['"]${key}['"]`, 'i').test(before)
    );
  });

/** What a function that is told the name of a field asks. */
const byName = 'check';

/** The conditions before the call that look at the same name: the value was compared with something. */
function questionsOf(argument: Node, checks: RegExp): string[] {
  const names = new Set([...argument.text.matchAll(/\b[A-Za-z_$][\w$]*/g)].map((match) => match[0]));
  let owner: Node | null = argument.parent;
  while (owner?.parent && !/(?:function|method|lambda|arrow|block_mapping)(?!\w*(?:call|invocation))/.test(owner.type))
    owner = owner.parent;
  const whole = owner?.text.slice(0, Math.max(0, argument.startIndex - owner.startIndex)) ?? '';
  const before = withoutBranches(whole, owner?.startIndex ?? 0, branchesWithout(argument));
  const lines = before.split('\n');
  const making = checks === lists ? makingText(argument) : argument.text;
  const fields = new Set((making.match(fieldOfRequest) ?? []).map(String));
  // A text over several lines names its values further down.
  if (checks === lists) for (const [, name] of making.matchAll(/\$\{?(\w{1,60})/g)) names.add(name ?? '');
  // What the value was made of was mostly looked at before: `name` of `path.join(folder, name)`.
  for (const line of lines.toReversed()) {
    const made = /\b(?<name>[A-Za-z_$][\w$]{0,60})\s{0,3}:?=(?![=>])(?<from>[^\n]{1,300})/.exec(line)?.groups;
    if (made?.['name'] === undefined || !names.has(made['name'])) continue;
    for (const field of made['from']?.match(fieldOfRequest) ?? []) fields.add(field);
    // What stands in quotes is a key or a text, unless it is filled in.
    const from = (made['from'] ?? '').replace(/'[^'${\n]{0,200}'|"[^"${\n]{0,200}"/g, "''");
    for (const [name] of from.matchAll(/(?<![.\w$])[A-Za-z_$][\w$]*/g)) names.add(name.replace(/^\$/, ''));
  }
  if (checks !== lists) addMadeOf(names, lines);
  if (isCheckedByName([...fields], before)) return [byName];
  const isNamed = (text: string): boolean => namesOne(text, names, fields);
  return [...lines, ...lines.flatMap(questionOf), ...questionsIn(argument)].filter((whole) => {
    const line = isAsking.test(whole) ? partsAbout(whole.replace(keyAsked, 'x'), isNamed) : whole;
    const isAsked = isAsking.test(line);
    if (!isAsked && !/in_array\(|array_key_exists\(|include\?|\.includes\(|hasOwn\w*\(/.test(line)) return false;
    if (checks === anything && (!isAsked || asksOnlyForAny(line))) return false;
    if (isNoteOnly(line, before)) return false;
    const isClimb = checks !== lists && climbs.test(line);
    if (
      !isClimb &&
      !checks.test(line) &&
      !(checks === lists && inConstant.test(line)) &&
      (checks === lists || !/={2,3}\s*(?!nil\b|null\b|undefined\b|None\b|true\b|false\b)[A-Za-z_]/.test(line))
    )
      return false;
    return isNamed(line);
  });
}

/** Whether a request has a field says nothing of what the field holds. */
const keyAsked =
  /\barray_key_exists\(\s?['"][\w-]{1,60}['"]\s?,\s?\$_(?:GET|POST|REQUEST|COOKIE|FILES)\s?\)|['"][\w-]{1,60}['"]\s(?:not\s)?in\srequest\.(?:args|form|values|json|GET|POST|cookies|files)\b/g;

const isAsking = /\b(?:if|unless|elsif|elif|elseif|when|while|switch)\b/;

/** True where a text names the value, or the field of the request that it comes from. */
function namesOne(text: string, names: ReadonlySet<string>, fields: ReadonlySet<string>): boolean {
  if ([...fields].some((field) => text.includes(field))) return true;
  const code = text.replace(/'[^'${\n]{0,200}'/g, "''");
  return [...code.matchAll(/[A-Za-z_$][\w$]*/g)].some(([word]) => {
    const asked = names.has(word) ? word : word.replace(/^\$/, '');
    return names.has(asked) && !everybodys.test(asked);
  });
}

/** `if (isset($_GET['url']) && $_COOKIE['level'] == '1')`: the part that asks something of the value itself. */
function partsAbout(line: string, isNamed: (text: string) => boolean): string {
  const parts = line.split(/&&|\|\|/);
  if (parts.length === 1 || parts.length > 12) return line;
  const own = parts.filter(isNamed);
  return own.length === 0 || own.length === parts.length
    ? line
    : `if (${own.join(' && ').replace(/^.*?\b(?:if|while|when|unless)\b/, '')}`;
}

/** `if (url.match(inside)) state.seen = true`: what is noted down nowhere asked again keeps nothing back. */
function isNoteOnly(line: string, before: string): boolean {
  const noted =
    /^\s*if\s?\(.{1,300}\)\s{1,3}(?:[\w$]{1,40}\.){1,5}(?<field>[\w$]{1,60})\s?=\s?(?:true|false|\d{1,5});?\s*$/.exec(
      line,
    )?.groups?.['field'];
  return noted !== undefined && before.split(noted).length === 2;
}

/** What follows a name where only its presence is asked: `!= null`, `=== undefined`, `.length > 0`, `.isEmpty()`. */
const presence =
  /(?:\.(?:isEmpty\(\)|isBlank\(\)|length|size\(\)|present\?|blank\?|empty\?|nil\?|exists\(\)))?\s*(?:(?:===?|!==?|>|is not|is)\s*(?:null|None|nil|undefined|0|false|true|False|True|""|''))?$/;

/** A name, a field, an entry or a getter: a call that is given the value may look at it closely. */
const plainValue =
  /^(?:[\w$.>-]|\((?:\)|$)|\(['"][\w-]{0,60}['"](?:,\s?(?:None|False|null|nil|''|""))?(?:\)|$)|\[['"]?[\w-]{0,60}['"]?\]){1,120}$/;

/** `if (file)`, `if (name != null)`, `if (!fs.existsSync(path))`: whether there is one, not which one. */
export function asksOnlyForAny(line: string): boolean {
  const asked = line
    .slice(0, 400)
    .trim()
    .replace(/^[@\w.]{1,60}\s?=\s?(?=(?:if|unless)\b)/, '')
    .replace(/^\}?\s*(?:else\s*)?(?:if|elif|elsif|unless|when|while)\b/, '')
    .replace(/[\s{:;]+$/, '');
  const parts = asked.split(/&&|\|\||\band\b|\bor\b/).map((part) =>
    part
      .trim()
      .replace(/^[\s(!]+|\)+$/g, '')
      // `'name' in request.cookies` asks whether there is one.
      .replace(/^['"][\w-]{1,60}['"]\s+(?:not\s+)?in\s+/, '')
      .replace(
        /^(?:not\s+|isset\s*\(|empty\s*\(|len\(|[Ss]tring\.IsNullOr(?:Empty|WhiteSpace)\s*\(|(?:StringUtils|Strings|StrUtil|ObjectUtils)\.(?:is\w{0,4}(?:Empty|Blank)|has(?:Text|Length))\s*\(|(?:[\w.]+\.)?(?:exists?(?:Sync)?\??|isfile|is_file|file_exists|isFile)\s*\()+/i,
        '',
      ),
  );
  return parts.every((part) => plainValue.test(part.replace(presence, '').replace(/\)+$/, '').trim() || 'x'));
}

/** What is left of a line without its texts: a name of what must not come in speaks for nobody. */
const withoutTexts = (line: string): string =>
  line
    // How an address is read, and not where it leads.
    .replace(/\bUriKind\.\w{1,20}/g, 'x')
    .replace(/\bin\s+\[[^\]\n]{0,300}\]/g, 'in [x]')
    .replace(/'[^'\n]{0,200}'|"[^"\n]{0,200}"|`[^`\n]{0,200}`/g, "''");

/** `'localhost' in url`, `name.includes('..')`: one text that the value must not hold. */
const forbidsOne =
  /(?:'[^'\n]{1,60}'|"[^"\n]{1,60}")\s+(?:not\s+)?in\s+[a-z]|(?:\bstri?(?:pos|str)\(\s?\$\w[^,()]{0,60},|\bstr_(?:contains|starts_with)\(\s?\$\w[^,()]{0,60},|(?<![A-Z\]])\.(?:includes|indexOf|contains|Contains|startsWith|startswith|StartsWith|starts_with\?|start_with\?|include\?)\(|strings\.(?:Contains|HasPrefix)\(\s?\w{1,40},)\s{0,3}(?:'[^'\n]{1,60}'|"[^"\n]{1,60}"|`[^`\n]{1,60}`)\s?\)/;

/** What the conditions before the place ask of the value, but whether there is one. */
function comparing(argument: Node): Asking {
  const asked = [...questionsOf(argument, compares), ...questionsOf(argument, anything)];
  if (asked.length === 0) return 'nothing';
  return asked.some((line) => (forbidsOne.test(line) ? false : allows.test(withoutTexts(line)) || climbs.test(line)))
    ? 'enough'
    : 'something';
}

/** `preg_match('/union/i', $id)`, `host.includes(';')`: what is forbidden, and not what may come. */
const forbids = (line: string): boolean => {
  const pattern =
    /(?:preg_match\(\s?['"]|\.test\(|\.match\(\s?\/|re\.(?:match|search)\(\s?r?['"]|=~\s?\/|\/(?=[^/\n]{1,200}\/[a-z]{0,4}\.test\())(?<form>[^\n]{1,200})/.exec(
      line,
    );
  if (pattern === null) return forbidsOne.test(line);
  return !/\^|\\A|\$\/|\$['"]/.test(line);
};

/** What a condition before the place asks: whether the value is one of a list, or has the form of a number, or what it must not hold. */
function listing(argument: Node): Asking {
  const asked = questionsOf(argument, lists);
  if (asked.length === 0) return 'nothing';
  return asked.every(forbids) ? 'something' : 'enough';
}

/** A condition before the place asks whether the value is one of a list, or has the form of a number. */
export const isListed = (argument: Node): boolean => listing(argument) === 'enough';

/** `case value when 'a', 'b' then send(value)`: the branch is taken for these texts only. */
function isCaseOf(argument: Node): boolean {
  for (let at: Node | null = argument.parent; at && !functionsLike.test(at.type); at = at.parent) {
    if (!/^(?:when|case_statement|switch_case|switch_section|case_clause)$/.test(at.type)) continue;
    if (/^(?:default|else)\b/.test(at.text)) continue;
    let whole: Node | null = at.parent;
    while (whole && !/^(?:case|switch_statement|match_statement)$/.test(whole.type)) whole = whole.parent;
    const asked = whole?.childForFieldName('value') ?? whole?.childForFieldName('condition');
    if (asked?.text.replace(/^\(\s?|\s?\)$/g, '') === argument.text) return true;
  }
  return false;
}

/** Whether what was asked of the value before keeps it from what a rule is about. */
export function askedBefore(rule: string, argument: Node): Asking {
  if (isCaseOf(argument)) return 'enough';
  if (listedRules.has(rule)) return listing(argument);
  return guardedRules.has(rule) ? comparing(argument) : 'nothing';
}

/** What a caller in another file asked of a value, by every rule. */
export function askedByCaller(argument: Node): Asked[] {
  const asked = comparing(argument);
  return [
    ...(asked === 'enough' ? (['compared'] as const) : []),
    ...(asked === 'something' ? (['doubted'] as const) : []),
    ...(isListed(argument) ? (['listed'] as const) : []),
  ];
}

/** The same as `askedBefore`, where it was asked in the file of a caller. */
export function askedElsewhere(rule: string, asked: readonly Asked[]): Asking {
  if (rule === 'path-traversal' && asked.includes('cut')) return 'enough';
  if (listedRules.has(rule) && asked.includes('listed')) return 'enough';
  if (!guardedRules.has(rule)) return 'nothing';
  if (asked.includes('compared')) return 'enough';
  return asked.includes('doubted') ? 'something' : 'nothing';
}

/** The address that was asked for leads back to this server: no other file, host or page. */
export const isOwn = (rule: string, taint: { readonly own?: boolean }): boolean =>
  guardedRules.has(rule) && taint.own === true;
