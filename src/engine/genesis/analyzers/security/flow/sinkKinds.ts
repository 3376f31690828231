import type { Node } from 'web-tree-sitter';
import type { SourceFile } from '../../../sourceFile';
import { isJoinedOfLiterals, isMadeByFunctions, isServedSafely, makingText } from '../context/lookedAt';
import type { Call } from './flowCalls';
import type { FlowRule, Sink } from './flowRule';
import { functionsLike } from './functionsLike';
import { namesAddress } from './taint/fields';
import type { Taint } from './taint/taint';

/** The arguments of the call show what the sink is about: asked before any value is followed. */
export function isShown({ shows, made }: Sink, { args }: Call): boolean {
  if (shows === undefined || shows.test(args[0]?.parent?.text.slice(0, 4000) ?? '')) return true;
  return made === true && args.slice(0, 3).some((argument) => shows.test(makingText(argument)));
}

/** How the value reaches the argument: alone, at its beginning, or in the middle of a text. */
export function fits(sink: Sink, argument: Node, taint: Taint): boolean {
  // Rails checks the host itself when told to; a sent file stays below the root that stands beside it.
  if (/\b(?:allow_other_host:\s*false|:?only_path(?::|\s*=>)\s*true|root:\s)/.test(argument.parent?.text ?? ''))
    return false;
  // Who calls a helper that answers with a parsed address has asked before where it leads.
  if (taint.parameter !== undefined && /\w\.(?:toString\(\)|href)$/.test(argument.text)) return false;
  // An object, where its address is asked for.
  if (taint.field !== undefined && sink.when === 'start' && !namesAddress.test(taint.field)) return false;
  if (sink.when === 'any')
    return !/^(?:arrow_function|function_expression|lambda|func_literal|lambda_expression)$/.test(argument.type);
  if (sink.when === 'whole') return taint.whole === true && /identifier|member_expression/.test(argument.type);
  return sink.when === 'joined' ? taint.joined : taint.starts;
}

/** Names such as `find`, `get` and `exec` are everybody's; a word of the technology has to stand in the file as well. */
const needed: Readonly<Record<string, RegExp>> = {
  'nosql-injection':
    /mongo|Mongo|\$where|ObjectI[dD]\b|\.collection\(|\b(?:monk|nedb)\b|(?:\brequire\(|\bfrom)\s?['"][^'"\n]{0,40}\/models?\//,
  'command-injection':
    /child_process|shelljs|os\.|subprocess|_?(?:cmd|command|shell)\(|shell_exec|system|exec|popen|spawn|Process|\bopen[ (]|`/,
  'sql-injection':
    /createStatement|\b(?:select|insert|update|delete|where|order by|from)\b|(?:mysqli?|pg|sqlite)_query\(|(?:cursor|pool|conn\w{0,10}|db)(?:\.|->)(?:query|execute)\(/i,
};
/** A part of the path is always a text. */
const isOfPath = (text: string): boolean =>
  /\breq(?:uest)?\.params\b/.test(text) && !/\b(?:body|query|cookies)\b/.test(text);
const isScriptSend = /^res(?:ponse)?\s*\.\s*(?:send|write|end)\b/;
const sqlWords =
  /\b(?:select|insert|update|delete|where|order by|from|set|into|values|like|union|drop)\b|=\s*['"]?[$#{%]?/i;

/** Words of SQL that no key of a cache and no sentence has side by side. */
const statement =
  /\b(?:select\b[^;]{1,400}\bfrom|insert\s+into|insert\s+\w{1,60}\s?\(\s?(?=\w)|update\s[^;]{1,80}\sset|delete\s+from|where\s|order\s+by|drop\s|create\s|alter\s|from\s+\w+\s+where|union\s+select)\b|\blike\s+['"%]/i;

/** A name has to hold SQL: what it was given before the call, some lines up. */
function holdsStatement(argument: Node): boolean {
  const written = argument.type === 'argument' ? (argument.namedChild(0) ?? argument) : argument;
  if (!/^\$?\w{1,60}$/.test(written.text)) return true;
  let owner: Node | null = written.parent;
  while (owner?.parent && !functionsLike.test(owner.type)) owner = owner.parent;
  const before = owner?.text.slice(0, Math.max(0, written.startIndex - owner.startIndex)) ?? '';
  const given = new RegExp(
    `(?<![\\w$.>])${written.text.replace('$', '\\$')}\\s{0,3}(?::|\\.|\\+)?=(?![=>])|(?<![\\w$.>])${written.text.replace('$', '\\$')}\\.append\\(`,
    'g',
  );
  const places = [...before.matchAll(given)];
  // Given by a caller, or made in a way that is not read: nothing speaks against it.
  return places.length === 0 || places.some(({ index }) => statement.test(before.slice(index, index + 1_200)));
}

/** `{ where: … }` is how libraries for tables are asked; they take values by their types. */
const asksTable = /^\{\s*(?:where|data|select|include|attributes)\b/;

/** The text that is put together here, without what calls make: they may escape what they are given. */
function ownText(node: Node): string {
  if (/call_expression|arrow_function|function_expression|new_expression/.test(node.type)) return '';
  if (node.namedChildCount === 0) return node.text;
  return node.children.map((child) => (child ? ownText(child) : '')).join('');
}

/** A text that begins with a scheme and a host: what follows stays at that host, and is no path of a file. */
const addressed = /^(?:\w{0,10}printf\(\s{0,3})?[rbfuRBFU$@]{0,2}["'`]https?:\/\/[\w.-]{1,100}[/?:"'`]/;

/** The same, where a constant holds the address: `API_URL . '/key/' . value`. */
const ofConstantAddress =
  /^(?:self::|static::|[A-Z]\w{0,40}::)?[A-Z][A-Z0-9_]{0,40}(?:URL|URI|ENDPOINT|HOST)[A-Z0-9_]{0,20}\s?[.+]/;

/** The argument is such a text, here or where its name got its last value. */
function isAddress(argument: Node): boolean {
  const written = argument.type === 'argument' ? (argument.namedChild(0) ?? argument) : argument;
  if (addressed.test(written.text) || ofConstantAddress.test(written.text)) return true;
  if (!/^\$?\w{1,60}$/.test(written.text)) return false;
  let owner: Node | null = written.parent;
  while (owner?.parent && !functionsLike.test(owner.type)) owner = owner.parent;
  const before = owner?.text.slice(0, Math.max(0, written.startIndex - owner.startIndex)) ?? '';
  const given = new RegExp(`(?<![\\w$.>])${written.text.replace('$', '\\$')}\\s{0,3}:?=(?![=>])\\s{0,3}`, 'g');
  const last = [...before.matchAll(given)].at(-1);
  return last !== undefined && addressed.test(before.slice(last.index + last[0].length).slice(0, 150));
}

/** Functions named `exec` and `get` take texts of all kinds; SQL shows, unless it was put together before. */
const routed = /^@[\w.]+\.(?:route|get|post|put|delete|patch)\(/m;

const mapped = /@(?:(?:Request|Get|Post|Put|Delete|Patch)Mapping|GET|POST|PUT|DELETE|Path)\b/;

const answersText = /@ResponseBody\b/;

/** What a view of Flask, or a handler of Java, returns is the page; what another function returns goes somewhere else. */
function isOfView(argument: Node, not?: RegExp): boolean {
  if (argument.parent?.type !== 'return_statement') return true;
  if (argument.tree.rootNode.type !== 'module') {
    let method: Node | null = argument.parent;
    while (method && !/^(?:method_declaration|lambda_expression)$/.test(method.type)) method = method.parent;
    if (method?.type !== 'method_declaration') return true;
    const head = method.text.slice(0, 1_500).split('{\n')[0] ?? '';
    // An object of the program's own is sent as data.
    const isData =
      /^(?!String|Object|ResponseEntity|HttpEntity|Mono|Flux|Response|Uni|CompletableFuture|Callable)[A-Z]/.test(
        method.childForFieldName('type')?.text ?? '',
      );
    return mapped.test(head) && !isData && !not?.test(head);
  }
  let at: Node | null = argument.parent;
  while (at && at.type !== 'function_definition') at = at.parent;
  return at?.parent?.type === 'decorated_definition' && routed.test(at.parent.text.slice(0, 1_000));
}

/** What a call is asked of and called by: `this.http.get`. */
function calleeOf(argument: Node): string {
  const made = argument.parent?.parent;
  return (made?.childForFieldName('function') ?? made?.childForFieldName('method'))?.text.slice(0, 200) ?? '';
}

/** A record of values that a library binds: `where(path: "/#{name}")`. */
const boundKeys = /^:?(?!conditions|order|group|having|joins|select|from|limit)\w+(?::|\s?=>)/;
const isBound = (argument: Node): boolean =>
  // What a list spreads behind the text is bound.
  /\.\.\.$/.test(argument.text) ||
  // `where(params.permit(:kind))`: a record as well.
  /^params\b[\s\S]{0,200}\.(?:permit|slice)\([^()]{0,400}\)$/.test(argument.text) ||
  // `where(["name like ?", "#{name}%"])`: the values stand behind the text.
  (argument.type === 'array' && /^\[\s*(?:"[^"#\n]{0,400}"|'[^'\n]{0,400}')\s*,/.test(argument.text)) ||
  (/^(?:pair|hash)$/.test(argument.type) && boundKeys.test(argument.text.replace(/^\{\s*/, '')));

/** Calls of everybody, where SQL has to show by more than an equals sign. */
const everydayCalls = /\.(?:get|all|run|each|exec|unsafe|literal)$/;
/** `Sequelize.literal(text)`: a part of a statement, whatever words it has. */
const isWrittenAsSql = (argument: Node): boolean =>
  /^(?:\w{1,20}\.)?[sS]equelize\.literal$/.test(calleeOf(argument)) && !isJoinedOfLiterals(argument);

const isSql = (argument: Node): boolean =>
  isWrittenAsSql(argument) ||
  (!isBound(argument) &&
    !isAddress(argument) &&
    !isJoinedOfLiterals(argument) &&
    !isMadeByFunctions(argument) &&
    (!everydayCalls.test(calleeOf(argument)) || statement.test(makingText(argument))));

/** What a call hands to a function that runs SQL: the text holds a statement, and nothing that a list allowed. */
export const isStatement = (argument: Node): boolean =>
  !isBound(argument) &&
  !isJoinedOfLiterals(argument) &&
  !isMadeByFunctions(argument) &&
  statement.test(makingText(argument));

/** `Paths.get(name);` asks only whether a path may be written so: nothing is opened. */
function isThrownAway(argument: Node): boolean {
  const call = argument.parent?.parent;
  return call?.parent?.type === 'expression_statement' && /^(?:Paths\.get|Path\.of)\(/.test(call.text);
}

/** What is given is of the kind that the rule is about. */
export const isOfKind = (rule: FlowRule, argument: Node): boolean =>
  !(
    rule.id === 'path-traversal' &&
    (isThrownAway(argument) || isAddress(argument) || isServedSafely(calleeOf(argument), argument))
  ) &&
  !(rule.id === 'sql-injection' && !isSql(argument)) &&
  (rule.id !== 'reflected-xss' || isOfView(argument)) &&
  (rule.id !== 'template-injection' || isOfView(argument, answersText)) &&
  !(
    rule.id === 'reflected-xss' &&
    argument.parent?.type === 'arguments' &&
    !/<[a-z!]/i.test(ownText(argument)) &&
    isScriptSend.test(argument.parent.parent?.text.slice(0, 20) ?? '')
  ) &&
  !(
    rule.id === 'nosql-injection' &&
    (asksTable.test(argument.text) || isOfPath(argument.text) || /\$eq\s?:/.test(argument.text))
  ) &&
  (rule.id !== 'sql-injection' || holdsStatement(argument)) &&
  (rule.id !== 'sql-injection' ||
    !/binary|template|string|concat/.test(argument.type) ||
    sqlWords.test(argument.text) ||
    isWrittenAsSql(argument));

/** Other libraries whose queries have the same names and take values by type only. */
const typedQueries = /\bprisma\b|\bdrizzle\b|\btypeorm\b|\bsequelize\b|\bknex\b|\bkysely\b/i;
/** A key that only the parts of the program itself have: strangers send it nothing. */
const ownCallers = /\bINTERNAL_\w{0,20}(?:KEY|SECRET|TOKEN)\b/;
/** A library that others call a service with asks where they tell it to. */
const ofClients =
  /(?:^|\/)(?:clients?|sdks?)\/(?:[\w-]{1,20}\/)?(?:typescript|javascript|node|python|php|ruby|java|go|csharp|dotnet)\//i;
/** Addresses of the own network are refused in the same file, mostly where the connection is made. */
const refusesPrivate =
  /\bIsPrivate\(|\bis_?private|\bIsLoopback\w*\(|private_?(?:network|address|ip)\b|PrivateNetwork|ssrf[-_ ]?(?:guard|protect|filter|safe|check|agent|prevent|block|proxy|defen)|(?:anti|prevents?|protect\w{0,5}|blocks?|no|against|avoids?|mitigat\w{0,5})[-_ ](?:\w{1,10}\s)?ssrf/i;
/** Data and plain text are no page. */
const answersData = /\bContent-Type:\s{0,3}(?:application\/(?!xhtml)|text\/(?:plain|csv|javascript|css|calendar))/i;
/** The file is one in which the rule can say something. */
export const isPlausible = (rule: FlowRule, file: SourceFile): boolean =>
  (needed[rule.id]?.test(file.text) ?? true) &&
  !(rule.id === 'nosql-injection' && typedQueries.test(file.text)) &&
  !(rule.id === 'reflected-xss' && file.language === 'php' && answersData.test(file.text)) &&
  !(rule.id === 'ssrf' && (refusesPrivate.test(file.text) || ownCallers.test(file.text) || ofClients.test(file.path)));
