import type { Node } from 'web-tree-sitter';
import type { LanguageId, SourceFile } from '../../../sourceFile';
import { isBrowserCode } from '../context/origin';
import type { WeaknessPlace } from '../weakness';
import { type FlowLanguage, flowLanguages } from './flowLanguage';
import type { FlowRule, Sink } from './flowRule';
import { flowRules } from './flowRules';
import { functionName } from './functionParts';
import { mayHaveHandlers } from './handlerParameters';
import { functionsLike, type Taint, TaintScope } from './taintScope';

interface Call {
  readonly node: Node;
  readonly callee: string;
  readonly args: readonly Node[];
}

const named = (node: Node | null): Node[] =>
  (node?.namedChildren ?? []).flatMap((child) => (child && child.type !== 'comment' ? [child] : []));

function readCall(node: Node, language: FlowLanguage): Call | undefined {
  const shape = language.calls.find((call) => call.type === node.type);
  if (!shape) return undefined;
  // A statement such as `echo`, or a command in backticks: the parts are what it is given.
  if (shape.constant !== undefined)
    return { node, callee: shape.constant, args: shape.constant === 'backticks' ? [node] : named(node) };
  const callee = shape.callee.flatMap((field) => node.childForFieldName(field)?.text ?? []).join('.');
  // A callee that spans lines is a long chain; its end is what names the call.
  const short = callee.length > 300 ? callee.slice(-300) : callee;
  return { node, callee: short.replace(/\s+/g, ''), args: named(node.childForFieldName(shape.arguments)) };
}

/** Rules whose value is often compared first; then what is left of it is what was allowed. */
const guardedRules = new Set(['open-redirect', 'ssrf', 'path-traversal']);
/** For these the value has to be one of a list: what it begins with says nothing. */
const listedRules = new Set(['sql-injection', 'command-injection', 'code-injection', 'template-injection']);
const lists =
  /in_array|\bincludes?\(|include\?|\.has\(|\bin\s+(?:self\.)?[A-Za-z_]*(?:allowed|valid|known|list|choices|fields|columns|[A-Z]{3,})|allow_?list|white_?list|allowed|permitted|array_key_exists|is_numeric|isdigit|ctype_|preg_match|\.test\(|\.match\(/i;
/** A question for the way up, whatever it is asked of: the file is named by what is left. */
const climbs =
  /['"`]\.{2}[\\/]{0,4}['"`]|realpath|canonical|commonpath|is_relative_to|relative_to|GetFullPath|isSubpath|is_safe_path/i;
const compares =
  /in_array|array_key_exists|hasOwn|(?:\.|->|\?\.)(?:host|hostname|origin|netloc|scheme)\b|starts?_?with|hasprefix|match|includes?\b|include\?|=~|indexof|\btest\(|valid|allow|safe|local|relative|absolute|same_?(?:host|origin)|permitted|trusted|whitelist|in_array|\bin\b|===?\s*['"][^'"]/i;

/** A condition before the call looks at the same name: the value was compared with something. */
function isChecked(argument: Node, checks: RegExp): boolean {
  const names = new Set([...argument.text.matchAll(/\b[A-Za-z_$][\w$]*/g)].map((match) => match[0]));
  let owner: Node | null = argument.parent;
  while (owner?.parent && !/(?:function|method|lambda|arrow|block_mapping)(?!\w*(?:call|invocation))/.test(owner.type))
    owner = owner.parent;
  const before = owner?.text.slice(0, Math.max(0, argument.startIndex - owner.startIndex)) ?? '';
  const lines = before.split('\n');
  // What the value was made of was mostly looked at before: `name` of `path.join(folder, name)`.
  for (const line of lines.toReversed()) {
    const made = /\b(?<name>[A-Za-z_$][\w$]{0,60})\s{0,3}:?=(?![=>])(?<from>[^\n]{1,300})/.exec(line)?.groups;
    if (made?.['name'] === undefined || !names.has(made['name'])) continue;
    for (const [name] of (made['from'] ?? '').matchAll(/(?<![.\w$])[A-Za-z_$][\w$]*/g))
      names.add(name.replace(/^\$/, ''));
  }
  return lines.some((line) => {
    const isAsked = /\b(?:if|unless|elsif|elif|when|while|switch)\b/.test(line);
    if (!isAsked && !/in_array\(|array_key_exists\(|include\?|\.includes\(|hasOwn\w*\(/.test(line)) return false;
    if (checks !== lists && climbs.test(line)) return true;
    if (
      !checks.test(line) &&
      (checks === lists || !/={2,3}\s*(?!nil\b|null\b|undefined\b|None\b|true\b|false\b)[A-Za-z_]/.test(line))
    )
      return false;
    return [...names].some(
      (name) =>
        !/^(?:req|request|params|r|c|ctx|res|query|body)$/.test(name) &&
        new RegExp(`(?<!\\w)${name.replace(/\$/g, '\\$')}(?![\\w$])`).test(line),
    );
  });
}

/** How the value reaches the argument: alone, at its beginning, or in the middle of a text. */
function fits(sink: Sink, argument: Node, taint: Taint): boolean {
  // Rails checks the host itself when told to; a sent file stays below the root that stands beside it.
  if (/\b(?:allow_other_host:\s*false|:?only_path(?::|\s*=>)\s*true|root:\s)/.test(argument.parent?.text ?? ''))
    return false;
  if (sink.shows && !sink.shows.test(argument.parent?.text.slice(0, 4000) ?? '')) return false;
  if (sink.when === 'any')
    return !/^(?:arrow_function|function_expression|lambda|func_literal|lambda_expression)$/.test(argument.type);
  if (sink.when === 'whole') return taint.whole === true && /identifier|member_expression/.test(argument.type);
  return sink.when === 'joined' ? taint.joined : taint.starts;
}

const byLanguage = new Map<LanguageId, readonly FlowRule[]>();

/** The rules with a sink in a language, with no others. */
function rulesOf(language: LanguageId): readonly FlowRule[] {
  const known = byLanguage.get(language);
  if (known !== undefined) return known;
  const rules = flowRules.flatMap((rule) => {
    const sinks = rule.sinks.filter((sink) => sink.languages.includes(language));
    return sinks.length > 0 ? [{ ...rule, sinks }] : [];
  });
  byLanguage.set(language, rules);
  return rules;
}

/** The calls that may be dangerous, each with a rule that says so: few files have any. */
function dangerousCalls(calls: readonly Call[], file: SourceFile): (readonly [Call, FlowRule])[] {
  const rules = rulesOf(file.language).filter((rule) => isPlausible(rule, file));
  return calls.flatMap((call) =>
    rules
      .filter((rule) => rule.sinks.some((sink) => sink.callee.test(call.callee)))
      .map((rule) => [call, rule] as const),
  );
}

interface Hit {
  readonly place: WeaknessPlace;
  readonly taint: Taint;
}

function hitsOf(call: Call, rule: FlowRule, scope: TaintScope): Hit[] {
  const hits = rule.sinks.flatMap((sink) => {
    if (!sink.callee.test(call.callee) || sink.file?.test(call.node.tree.rootNode.text) === false) return [];
    return call.args.flatMap((argument, index): Hit[] => {
      if (sink.arguments && !sink.arguments.includes(index)) return [];
      const taint = scope.taintOf(argument);
      if (!taint || !fits(sink, argument, taint) || !isOfKind(rule, argument)) return [];
      if (guardedRules.has(rule.id) && (taint.own === true || isChecked(argument, compares))) return [];
      if (listedRules.has(rule.id) && isChecked(argument, lists)) return [];
      const line = call.node.startPosition.row + 1;
      const endLine = Math.min(call.node.endPosition.row + 1, line + 10);
      const source = taint.line !== line ? { sourceLine: taint.line } : {};
      const other = /\ballow_other_host:\s*true/.exec(call.node.text)?.[0];
      const what = other === undefined ? {} : { what: other };
      return [{ place: { rule: rule.id, line, endLine, ...source, ...what }, taint }];
    });
  });
  const ofRequest = hits.find((hit) => !hit.taint.parameter);
  return ofRequest ? [ofRequest] : hits;
}

/** Names such as `find`, `get` and `exec` are everybody's; a word of the technology has to stand in the file as well. */
const needed: Readonly<Record<string, RegExp>> = {
  'nosql-injection': /mongo|\$where|ObjectI[dD]\b|ollection\b|\b(?:monk|nedb)\b/,
  'command-injection':
    /child_process|shelljs|os\.|subprocess|_?(?:cmd|command|shell)\(|shell_exec|system|exec|popen|spawn|Process|`/,
  'sql-injection': /createStatement|\b(?:select|insert|update|delete|where|order by|from)\b/i,
};
/** A part of the path is always a text. */
const isOfPath = (text: string): boolean =>
  /\breq(?:uest)?\.params\b/.test(text) && !/\b(?:body|query|cookies)\b/.test(text);
const isScriptSend = /^res(?:ponse)?\s*\.\s*(?:send|write|end)\b/;
const sqlWords =
  /\b(?:select|insert|update|delete|where|order by|from|set|into|values|like|union|drop)\b|=\s*['"]?[$#{%]?/i;

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

/** The argument is such a text, here or where its name got its last value. */
function isAddress(argument: Node): boolean {
  const written = argument.type === 'argument' ? (argument.namedChild(0) ?? argument) : argument;
  if (addressed.test(written.text)) return true;
  if (!/^\$?\w{1,60}$/.test(written.text)) return false;
  let owner: Node | null = written.parent;
  while (owner?.parent && !functionsLike.test(owner.type)) owner = owner.parent;
  const before = owner?.text.slice(0, Math.max(0, written.startIndex - owner.startIndex)) ?? '';
  const given = new RegExp(`(?<![\\w$.>])${written.text.replace('$', '\\$')}\\s{0,3}:?=(?![=>])\\s{0,3}`, 'g');
  const last = [...before.matchAll(given)].at(-1);
  return last !== undefined && addressed.test(before.slice(last.index + last[0].length).slice(0, 150));
}

/** Functions named `exec` and `get` take texts of all kinds; SQL shows, unless it was put together before. */
const isOfKind = (rule: FlowRule, argument: Node): boolean =>
  !(rule.id === 'path-traversal' && isAddress(argument)) &&
  !(
    rule.id === 'reflected-xss' &&
    argument.parent?.type === 'arguments' &&
    !/<[a-z!]/i.test(ownText(argument)) &&
    isScriptSend.test(argument.parent.parent?.text.slice(0, 20) ?? '')
  ) &&
  !(rule.id === 'nosql-injection' && (asksTable.test(argument.text) || isOfPath(argument.text))) &&
  (rule.id !== 'sql-injection' || !/binary|template|string|concat/.test(argument.type) || sqlWords.test(argument.text));

/** Other libraries whose queries have the same names and take values by type only. */
const typedQueries = /\bprisma\b|\bdrizzle\b|\btypeorm\b|\bsequelize\b|\bknex\b|\bkysely\b/i;
/** A key that only the parts of the program itself have: strangers send it nothing. */
const ownCallers = /\bINTERNAL_\w{0,20}(?:KEY|SECRET|TOKEN)\b/;
/** Data and plain text are no page. */
const answersData = /\bContent-Type:\s{0,3}(?:application\/(?!xhtml)|text\/(?:plain|csv|javascript|css|calendar))/i;
const isPlausible = (rule: FlowRule, file: SourceFile): boolean =>
  (needed[rule.id]?.test(file.text) ?? true) &&
  !(rule.id === 'nosql-injection' && typedQueries.test(file.text)) &&
  !(rule.id === 'reflected-xss' && file.language === 'php' && answersData.test(file.text)) &&
  !(rule.id === 'ssrf' && ownCallers.test(file.text));

/** One step through a function of the same file: request data given to a parameter that reaches a dangerous call. */
function throughFunctions(
  hits: readonly Hit[],
  calls: readonly Call[],
  root: Node,
  language: FlowLanguage,
  scope: TaintScope,
): WeaknessPlace[] {
  const inner = hits.filter((hit) => hit.taint.parameter !== undefined);
  if (inner.length === 0) return [];
  const owners = root.descendantsOfType([...language.functions]).flatMap((node) => node ?? []);
  const names = new Map(owners.flatMap((node) => [[node.id, functionName(node)] as const]));
  const counts = new Map<string, number>();
  for (const name of names.values()) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  return inner.flatMap(({ place, taint: { parameter } }) => {
    const name = names.get(parameter?.owner ?? -1);
    // Two functions of one name: which of them is called can't be told.
    if (name === undefined || counts.get(name) !== 1) return [];
    const given = calls
      .filter((call) => call.callee === name || call.callee.endsWith(`.${name}`))
      .flatMap((call) => {
        const argument = call.args[parameter?.index ?? -1];
        const taint = argument ? scope.taintOf(argument) : undefined;
        return taint && !taint.parameter ? [taint] : [];
      });
    const [first] = given;
    return first ? [{ ...place, sourceLine: first.line }] : [];
  });
}

/**
 * Values of a request that reach a dangerous call: in the same function a few assignments later, or through one function
 * of the same file. What passes through an object, a loop or another file is not followed: a wrong alarm costs more than
 * a missing one.
 */
export function findFlows(file: SourceFile): WeaknessPlace[] {
  const language = flowLanguages.find((candidate) => candidate.languages.includes(file.language));
  if (!language) return [];
  const isScript = ['javascript', 'typescript', 'tsx'].includes(file.language);
  const isProduct = file.role !== 'test' && file.role !== 'migration';
  const hasSource = language.sources.test(file.text) || (isProduct && mayHaveHandlers(file.language, file.text));
  const root = hasSource && !(isScript && isBrowserCode(file)) ? file.tree?.rootNode : undefined;
  if (!root) return [];
  const calls = root
    .descendantsOfType(language.calls.map((call) => call.type))
    .flatMap((node) => (node ? (readCall(node, language) ?? []) : []));
  const dangerous = dangerousCalls(calls, file);
  if (dangerous.length === 0) return [];
  const scope = new TaintScope(language, file.language, root);
  const hits = dangerous.flatMap(([call, rule]) => hitsOf(call, rule, scope));
  const direct = hits.flatMap((hit) => (hit.taint.parameter ? [] : [hit.place]));
  const places = [...direct, ...throughFunctions(hits, calls, root, language, scope)];
  const seen = new Set<string>();
  return places.filter(({ rule, line }) => !seen.has(`${rule}:${line}`) && seen.add(`${rule}:${line}`));
}
