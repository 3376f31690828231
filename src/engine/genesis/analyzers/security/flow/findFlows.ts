import type { Node } from 'web-tree-sitter';
import { holdsAnyWord } from '../../../../../base/wordFilter';
import type { LanguageId, SourceFile } from '../../../sourceFile';
import { isForTests } from '../context/enclosing';
import { isBrowserCode } from '../context/origin';
import type { WeaknessPlace } from '../weakness';
import { isGuarded, isOwn } from './checks';
import { byLibrary, type Call, libraryNames, readCall } from './flowCalls';
import { givenEnds, openEnds } from './flowEnds';
import { type FlowLanguage, flowLanguageOf } from './flowLanguage';
import type { FlowRule } from './flowRule';
import { flowRules } from './flowRules';
import { mayHaveHandlers } from './handlerParameters';
import { fits, isOfKind, isPlausible } from './sinkKinds';
import { TaintScope } from './taintScope';
import { type Hit, handedOn, openFunctions, throughFunctions } from './throughFunctions';

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
  const rules = rulesOf(file.language)
    .filter((rule) => isPlausible(rule, file))
    .flatMap((rule) => {
      // Asked once for the file: nearly every function of Python has a `return`.
      const sinks = rule.sinks.filter((sink) => sink.file === undefined || sink.file.test(file.text));
      return sinks.length > 0 ? [{ ...rule, sinks }] : [];
    });
  return calls.flatMap((call) =>
    rules
      .filter((rule) => rule.sinks.some((sink) => sink.callee.test(call.callee)))
      .map((rule) => [call, rule] as const),
  );
}

function hitsOf(call: Call, rule: FlowRule, scope: TaintScope, file: SourceFile): Hit[] {
  const hits = rule.sinks.flatMap((sink) => {
    if (!sink.callee.test(call.callee)) return [];
    return call.args.flatMap((argument, index): Hit[] => {
      if (sink.arguments && !sink.arguments.includes(index)) return [];
      const taint = scope.taintOf(argument);
      if (
        !taint ||
        (rule.id === 'path-traversal' && taint.upload === true) ||
        !fits(sink, argument, taint) ||
        !isOfKind(rule, argument)
      )
        return [];
      if (isOwn(rule.id, taint) || isGuarded(rule.id, argument)) return [];
      const line = call.node.startPosition.row + 1;
      if (isForTests(file, line)) return [];
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

const scripts: ReadonlySet<string> = new Set(['javascript', 'typescript', 'tsx']);

/** Words of what is dangerous whoever calls it: a helper with one of them may be the end of a flow from another file. */
const helperWords =
  /["'`]\s{0,20}(?:select|insert into|update|delete from)\s|["'`](?:\/bin\/)?(?:ba|z)?sh["'`]|shell\s?=\s?True|\b(?:system|exec|popen|spawn|Open3\.\w{1,20})[ (]\s?["'`]|\b(?:os\.(?:system|popen)|shell_exec|passthru|child_process|getRuntime|ProcessBuilder|ObjectInputStream|pickle|unserialize|unsafe_load|eval|RestTemplate|Jsoup|openConnection|openStream|curl_init|urlopen|render_template_string|from_string|FileInputStream|FileReader|send_file|readFile\w{0,10}|createReadStream|file_get_contents|readfile)\b|\b(?:requests|httpx|axios|http|needle|got)\.(?:get|post|request|Get)\(/i;

/** One of these stands in every text that has one of the above; they are looked for first. */
const wordsOfHelpers =
  'select SELECT insert INSERT update UPDATE delete DELETE sh" sh\' sh` shell system exec Exec popen spawn Open3 os. passthru child_process getRuntime ProcessBuilder ObjectInputStream pickle serialize unsafe_load eval RestTemplate Jsoup openConnection openStream curl_init urlopen render_template_string from_string FileInputStream FileReader send_file readFile readfile createReadStream file_get_contents requests. httpx. axios. http. needle. got.'.split(
    ' ',
  );

/** True for a file whose functions may do what is dangerous with what they are given. */
const mayHelp = (text: string): boolean => holdsAnyWord(text, wordsOfHelpers) && helperWords.test(text);

/**
 * Values of a request that reach a dangerous call: in the same function a few assignments later, or through one function,
 * of the same file or, joined when all files are read, of another. What passes through an object or a loop is not
 * followed: a wrong alarm costs more than a missing one.
 */
export function findFlows(file: SourceFile): WeaknessPlace[] {
  const language = flowLanguageOf(file.language, file.text);
  if (!language) return [];
  const isProduct = file.role !== 'test' && file.role !== 'migration';
  const hasSource = language.sources.test(file.text) || (isProduct && mayHaveHandlers(file.language, file.text));
  if (!hasSource && !(isProduct && mayHelp(file.text))) return [];
  const root = scripts.has(file.language) && isBrowserCode(file) ? undefined : file.tree?.rootNode;
  return root ? flowsOf(file, root, language, { hasSource, isProduct }) : [];
}

function flowsOf(
  file: SourceFile,
  root: Node,
  language: FlowLanguage,
  { hasSource, isProduct }: { readonly hasSource: boolean; readonly isProduct: boolean },
): WeaknessPlace[] {
  const names = scripts.has(file.language) ? libraryNames(file.text) : new Map<string, string>();
  const calls = root.descendantsOfType(language.calls.map((call) => call.type)).flatMap((node) => {
    const call = node ? readCall(node, language) : undefined;
    return call ? [names.size > 0 ? byLibrary(call, names) : call] : [];
  });
  const dangerous = dangerousCalls(calls, file);
  if (dangerous.length === 0 && !hasSource) return [];
  const scope = new TaintScope(language, file.language, root);
  const hits = dangerous.flatMap(([call, rule]) => hitsOf(call, rule, scope, file));
  const reached = openFunctions(hits, root, language);
  const open = reached.length > 0 ? [...reached, ...handedOn(reached, calls, scope, root, language)] : reached;
  const direct = hits.flatMap((hit) => (hit.taint.parameter ? [] : [hit.place]));
  const places = [...direct, ...throughFunctions(open, calls, scope)];
  const seen = new Set<string>();
  const told = places.filter(({ rule, line }) => !seen.has(`${rule}:${line}`) && seen.add(`${rule}:${line}`));
  if (!isProduct) return told;
  const ends = openEnds(
    open.filter(({ place }) => !seen.has(`${place.rule}:${place.line}`)),
    file,
  );
  return [...told, ...ends, ...(hasSource ? givenEnds(calls, scope, file) : [])];
}
