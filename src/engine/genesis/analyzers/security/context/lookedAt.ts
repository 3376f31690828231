import type { Node } from 'web-tree-sitter';
import type { Asking } from '../flow/asking';
import { functionsLike } from '../flow/functionsLike';
import { branchesWithout, withoutBranches } from '../flow/otherBranches';

/** Objects that every handler has; what is asked of them says nothing of one value. */
export const everybodys = /^(?:req|request|params|r|c|ctx|res|response|query|body|this|self|args|data|e|err|error)$/;

/** `path.join(a, name)`, `log(name)`: they put a value together, change its form, show it, or ask whether there is one. */
const looksAtNothing =
  /^(?:join|resolve|normalize|dirname|concat|format|\w*printf|str|string|text|tostring|print\w*|echo|log|debug|info|warn\w*|error|trace|console|decode\w*|encode\w*|unquote|quote|urldecode|trim|strip|lower|upper|tolowercase|touppercase|replace\w*|str_replace|split|substr\w*|slice|append|push|add|put|set|isset|empty|is_?null\w{0,15}|is(?:not)?(?:empty|blank)|has(?:text|length)|len|length|strlen|count|(?!\w*key_exists)\w*exists?\w*|is_?file|is_?dir|isdir|stat\w*|mime\w*|mkdir\w*|makedirs?|chmod|chown|touch|open\w*|read\w*|write\w*|file\w*|paths?|get|of|url|uri|buffer|from|bytes|byte|new|if|while|for|switch|return|catch|function|def|func|and|or|not|in|elsif|elif|unless|render\w*|send\w*|download\w*|json|dumps?|require|include\w*|defined|var_dump|filter|map|some|value|unlink\w*|remove\w*|delete\w*|create\w*|copy\w*|move\w*|rename\w*)$/i;

const isFunction = (node: Node): boolean => functionsLike.test(node.type) || node.type === 'singleton_method';

export function functionAround(node: Node): Node | null {
  let owner = node.parent;
  while (owner?.parent && !isFunction(owner)) owner = owner.parent;
  return owner;
}

/** What stands in a comment asks nothing. */
const withoutRemarks = (text: string): string => text.replace(/(^|[\s;{}])(?:\/\/|# )[^\n]{0,500}/g, '$1');

/** The function around a place; a callback stands in the function that has the value. */
function ownerOf(argument: Node): Node | null {
  let owner = functionAround(argument);
  while (owner && /arrow|lambda|function_expression|func_literal|anonymous/.test(owner.type)) {
    const outer = functionAround(owner);
    if (outer === null || !isFunction(outer)) break;
    owner = outer;
  }
  return owner;
}

/** Of the function around a place what stands before it, without its head. */
export function bodyBefore(argument: Node): string {
  const owner = ownerOf(argument);
  const start = owner?.childForFieldName('body')?.startIndex ?? owner?.startIndex ?? 0;
  const length = Math.max(0, argument.startIndex - start);
  const body = owner?.text.slice(start - owner.startIndex, start - owner.startIndex + length) ?? '';
  return withoutRemarks(withoutBranches(body, start, branchesWithout(argument)));
}

/** The function around a place, up to the place. */
function textBefore(argument: Node): string {
  const owner = ownerOf(argument);
  const whole = owner?.text.slice(0, Math.max(0, argument.startIndex - owner.startIndex)) ?? '';
  const before = withoutBranches(whole, owner?.startIndex ?? 0, branchesWithout(argument)).slice(-6_000);
  return withoutRemarks(before);
}

/** The argument, and the whole of what its name was given last: a text over several lines. */
export function makingText(argument: Node): string {
  if (!/^\$?\w{1,60}$/.test(argument.text)) return argument.text;
  const before = textBefore(argument);
  const given = new RegExp(`(?<![\\w$.>])[$]?${argument.text.replace('$', '')}\\s{0,3}[+]?:?=(?![=>])`, 'g');
  return [...before.matchAll(given)].map(({ index }) => before.slice(index, index + 1_200)).join('\n');
}

export interface Making {
  /** Every name that the value was put together from. */
  readonly names: ReadonlySet<string>;
  /** The argument and the assignments that lead to it. */
  readonly text: string;
  /** What stands before. */
  readonly lines: readonly string[];
}

const nameOf = /(?<![\w$])(?<!\.(?!\$))\$?[A-Za-z_][\w]*/g;
export const withoutTexts = (text: string): string => text.replace(/'[^'${#\n]{0,200}'|"[^"${#\n]{0,200}"/g, "''");

export const ofRequest =
  /\b(?:req|request|ctx|params|Request)\s?(?:\.|\[|->)|\$_(?:GET|POST|REQUEST|COOKIE|FILES)\b|\bfilter_input\(|\bphp:\/\/input\b|\$this->(?:input|request)->|\bc\.(?:Query|Param)/;

/** `query = {`: what is given goes on to the line that closes it. */
function rest(from: string, lines: readonly string[], at: number): string {
  if (!/[{([]\s*$/.test(from)) return from;
  const following = lines.slice(at + 1, at + 13);
  const end = following.findIndex((line) => /^\s*[})\]]/.test(line));
  return end < 0 ? from : [from, ...following.slice(0, end)].join(' ');
}

export function makingOf(argument: Node): Making {
  const plain = (text: string): string[] =>
    [...withoutTexts(text).matchAll(nameOf)].map(([name]) => name.replace(/^\$/, ''));
  const names = new Set(plain(argument.text));
  const lines = textBefore(argument).split('\n');
  const made = [argument.text];
  for (const [index, line] of [...lines.entries()].toReversed()) {
    // What is appended to a builder is a part of it as well.
    const builder = /^\s*(?<name>[A-Za-z_]\w{0,60})\.append\((?<from>[^\n]{1,300})/.exec(line)?.groups;
    const groups =
      builder ?? /(?<![\w$.>])\$?(?<name>[A-Za-z_]\w{0,60})\s{0,3}:?=(?![=>])(?<from>[^\n]{1,300})/.exec(line)?.groups;
    if (groups?.['name'] === undefined || !names.has(groups['name'])) continue;
    const from = rest(groups['from'] ?? '', lines, index);
    made.push(line);
    // What stands beside the request data in one expression has another origin.
    if (ofRequest.test(from)) continue;
    for (const name of plain(from)) names.add(name);
  }
  return { names, text: made.join('\n'), lines };
}

const call = /(?<callee>[A-Za-z_][\w$]{0,60})[!?]?\(\s{0,3}(?<args>[^()]{1,200})(?=\))/g;

const headOfFunction =
  /^\s*(?:export\s+|async\s+|public\s+|private\s+|protected\s+|static\s+|final\s+)*(?:(?:def|func|function|fn)\b|[\w$]{1,60}\([^()]{0,200}\)\s{0,3}\{$)/;

/** Names of functions that refuse what must not come in. */
const refuses =
  /valid|check|verif|ensure|assert|guard|saniti|escap|quot|clean|filter|allow|permit|deny|white_?list|black_?list|secur|safe|trust|authori[sz]|has|find|load|refuse|reject|exist|contains|match|test|parse|resolve|lookup|schema|^is(?=[A-Z_])|^can(?=[A-Z_])/i;

/**
 * A function that is told by its name to do more than to pass it on is given the value before: it may refuse it, and does
 * so where its name says that it looks.
 */
function handedOver({ names, lines }: Making, argument: Node): Asking {
  const whole = /^[A-Za-z_]\w*(?:(?:\.|->|::)[A-Za-z_]\w*)+$/.test(argument.text) ? argument.text : '';
  // The head of a function names its parameters and asks nothing.
  const text = lines.filter((line) => !headOfFunction.test(line)).join('\n');
  const callees = [...withoutTexts(text).matchAll(call)].flatMap(({ groups }) => {
    const callee = groups?.['callee'] ?? '';
    if (looksAtNothing.test(callee)) return [];
    const isGiven = (groups?.['args'] ?? '').split(',').some((one) => {
      if (whole !== '' && one.trim() === whole) return true;
      const name = /^\s*\$?([A-Za-z_]\w*)\s*$/.exec(one)?.[1];
      return name !== undefined && names.has(name) && !everybodys.test(name);
    });
    return isGiven ? [callee] : [];
  });
  if (callees.length === 0) return 'nothing';
  return callees.some((callee) => refuses.test(callee) && !isDenyList(callee, argument)) ? 'enough' : 'something';
}

/** A function of this file that knows what may not come: whatever it does not think of comes through. */
const isDenyList = (callee: string, argument: Node): boolean =>
  new RegExp(
    `\\b(?:function|def|func|fn|bool|boolean|const)\\s{1,3}${callee.replaceAll('$', '')}\\b[^]{0,500}(?:black_?list|deny_?list|forbidden|banned|bad_?(?:chars|words|commands))`,
    'i',
  ).test(argument.tree.rootNode.text.slice(0, 60_000));

/** `SUFFIXES[language]`, `files.get(name)`: what is no key of the table ends here. */
function isKeyOfTable({ names, lines }: Making): boolean {
  return lines.some((line) =>
    [...line.matchAll(/(?<table>[A-Za-z_]\w{0,60})\[\s?\$?(?<key>[A-Za-z_]\w{0,60})\s?\]/g)].some(
      ({ groups }) =>
        names.has(groups?.['key'] ?? '') &&
        !everybodys.test(groups?.['key'] ?? '') &&
        !/^_[A-Z]/.test(groups?.['table'] ?? ''),
    ),
  );
}

/** What stands behind the last dot climbs no folders. */
const isSuffix =
  /\blastIndexOf\(\s?['"]\.['"]\s?\)|\brfind\(\s?['"]\.['"]|\bextname\(|\bgetExtension\(|\bPATHINFO_EXTENSION\b|\bpath\.Ext\(|\bfilepath\.Ext\(/;

/** Parts of the address that a router hands out; `http.ServeFile` refuses those that climb by itself. */
const ofQuery = /\b(?:\w*Query|FormValue|PostForm\w*|Form|Body|Header|Cookie|Bind\w*|Decode|ReadAll|MultipartForm)\b/;

const guarded = new Set(['path-traversal', 'open-redirect', 'command-injection', 'ssrf']);

/** `schema.validate({ name })`: what has another form than a text is refused. */
const isValidated = ({ names, lines }: Making): boolean =>
  lines.some(
    (line) =>
      /\b(?:validate\w{0,12}|safeParse|parseAsync|assertType)\(/.test(line) &&
      [...withoutTexts(line).matchAll(nameOf)].some(([name]) => names.has(name) && !everybodys.test(name)),
  );

/** The function itself takes the value from a request: what a caller gives it has mostly a type. */
const isTakenHere = ({ names, text, lines }: Making): boolean =>
  ofRequest.test(text) ||
  lines.some(
    (line) =>
      /[{,[]\s*\w[^=]{0,300}[}\]]\s*(?::[^=]{0,100})?=\s*(?:await\s+)?/.test(line) &&
      ofRequest.test(line) &&
      [...line.matchAll(nameOf)].some(([name]) => names.has(name) && !everybodys.test(name)),
  );

/** Every part of a path is a text. */
const isOfPath = ({ names, text, lines }: Making): boolean => {
  const taking = lines.filter(
    (line) =>
      ofRequest.test(line) && [...line.matchAll(nameOf)].some(([name]) => names.has(name) && !everybodys.test(name)),
  );
  const all = [text, ...taking].join('\n');
  return /\breq(?:uest)?\.params\b/.test(all) && !/\breq(?:uest)?\.(?:body|query|cookies|headers)\b/.test(all);
};

/** The route asks a schema before the handler: `router.post('/a', validate(schema), async (req, res) => …)`. */
function isValidatedBeside(argument: Node): boolean {
  let handler = functionAround(argument);
  while (handler && handler.parent?.type !== 'arguments') handler = functionAround(handler);
  return (handler?.parent?.namedChildren ?? []).some(
    (other) =>
      other !== null &&
      other.id !== handler?.id &&
      /valid|celebrate|schema|\bz\.\w|\bJoi\b|\b(?:body|check|query)\(\s?['"]/i.test(other.text.slice(0, 4_000)),
  );
}

/** Django takes no form without the token of its own page: nobody else's link leads through it. */
const isOwnForm = ({ text }: Making): boolean => /\brequest\.POST\b/.test(text) && !/\.GET\b/.test(text);

/** Whether the code before a call may have looked at what the request gave. */
export function lookedAt(rule: string, argument: Node): Asking {
  const enough = (is: boolean): Asking => (is ? 'enough' : 'nothing');
  if (rule === 'nosql-injection') {
    // A query that is written as a text is asked nothing of what objects are asked.
    if (/^(?:\w{0,10}\s{0,3}\(\s?)?[$@]{0,2}"\{/.test(argument.text)) return 'nothing';
    const query = makingOf(argument);
    // Only a text has these methods: an object with an operator ends there.
    const isText = /\.(?:toUpperCase|toLowerCase|trim|toString|split|replace)\(/.test(query.text);
    return enough(
      isText || isValidated(query) || isOfPath(query) || isValidatedBeside(argument) || !isTakenHere(query),
    );
  }
  if (rule === 'reflected-xss') return enough(isKeyOfTable(makingOf(argument)));
  if (rule === 'code-injection' && runsInSmallContext(argument)) return 'enough';
  if (!guarded.has(rule)) return 'nothing';
  const making = makingOf(argument);
  if (rule === 'open-redirect' && isOwnForm(making)) return 'enough';
  if (rule === 'path-traversal' && isLastPart(argument)) return 'enough';
  if (rule === 'path-traversal' && (isKeyOfTable(making) || isSuffix.test(making.text))) return 'enough';
  return handedOver(making, argument);
}

/** Expressions of Spring that see their own fields, and no types, methods of others or beans. */
function runsInSmallContext(argument: Node): boolean {
  const code = ownerOf(argument)?.text ?? '';
  return code.includes('SimpleEvaluationContext') && !code.includes('StandardEvaluationContext');
}

/** `Path(name).name`: what leads elsewhere is left behind. */
const isLastPart = (argument: Node): boolean =>
  /\)\.(?:name|stem|suffix)$/.test(argument.parent?.parent?.parent?.text.slice(-8) ?? '') ||
  /^(?:\w{1,20}\.)?Path\([^\n]{1,120}\)\.name$/.test(argument.parent?.parent?.parent?.text ?? '');

/** The same for what a caller gives on. */
export const lookedAtBefore = (rule: string, argument: Node): Asking =>
  guarded.has(rule) ? lookedAt(rule, argument) : 'nothing';

/** `where = append(where, "a = ?")`, `parts.push('a = ?')`, `$parts[] = 'a = ?'`. */
const appended =
  /(?:(?<![\w$.])(?<list>[A-Za-z_]\w{0,60})\s?:?=\s?append\(\s?\k<list>,|(?<![\w.])\$?(?<owner>[A-Za-z_]\w{0,60})(?:\.(?:push|append|add|Add)\(|\[\]\s?=))\s{0,3}(?<item>[^\n]{1,300})/g;
const literalItem = /^(?:"[^"$#{}%\n]*"|'[^'\n]*'|`[^`$]*(?:`|$))\s?[);]{0,3}\s*$/;

/** A text that is joined from a list of literals, each with signs for values that are bound: its parts are chosen, not written. */
export function isJoinedOfLiterals(argument: Node): boolean {
  const { names, text, lines } = makingOf(argument);
  if (!/\bjoin\(|\bJoin\(|implode\(/.test(text) || ofRequest.test(text)) return false;
  const items = [...lines.join('\n').matchAll(appended)].filter(({ groups }) =>
    names.has(groups?.['list'] ?? groups?.['owner'] ?? ''),
  );
  return items.length > 0 && items.every(({ groups }) => literalItem.test(groups?.['item'] ?? ''));
}

/** `${names}` of a text in signs of its own, and what each name was given. */
const filledIn = /\$\{\s?(?<name>[A-Za-z_]\w{0,60})\s?\}/g;
const ofCall = /^(?:await\s+)?(?!String\(|decodeURI|JSON\.)[\w.]{1,80}\(/;
const ofChoice = /\.includes\(|={2,3}\s?['"`]|^parse(?:Int|Float)\(|^Number\(|^['"`][^$]*['"`];?$/;

/** A template whose every part a function of the program made, or a list allowed: the values may be escaped there. */
export function isMadeByFunctions(argument: Node): boolean {
  const name = /^\{?\s*(?:[\s\S]{0,200}?[{,\s])?(?<name>query|sql|statement|\w*(?:Query|Sql|SQL))\b(?:\s?[,}]|$)/.exec(
    argument.text,
  )?.groups?.['name'];
  if (name === undefined) return false;
  const before = textBefore(argument);
  const at = [...before.matchAll(new RegExp(`(?<![\\w$.])${name}\\s?=\\s?\``, 'g'))].at(-1);
  if (at === undefined) return false;
  const start = at.index + at[0].length;
  const end = before.indexOf('`', start);
  const template = before.slice(start, end < 0 ? undefined : end);
  const parts = [...template.matchAll(/\$\{/g)].length;
  const filled = [...template.matchAll(filledIn)];
  if (parts === 0 || filled.length !== parts) return false;
  return filled.every(({ groups }) => {
    const given = new RegExp(
      `(?:const|let|var)\\s+${groups?.['name'] ?? ''}\\s?(?::[^=\\n]{1,60})?=\\s?(?<value>[^\\n]{1,300})`,
    ).exec(before)?.groups?.['value'];
    return given !== undefined && (ofCall.test(given) || ofChoice.test(given));
  });
}

/** `http.ServeFile(w, r, path)`, where the path is a part of the address. */
export const isServedSafely = (callee: string, argument: Node): boolean =>
  callee === 'http.ServeFile' && !ofQuery.test(makingOf(argument).text);
