import type { Node } from 'web-tree-sitter';
import type { SourceFile } from '../../../sourceFile';
import { isForTests } from '../context/enclosing';
import { lookedAt } from '../context/lookedAt';
import { isBrowserCode } from '../context/origin';
import { isSure } from '../context/sureness';
import type { WeaknessPlace } from '../weakness';
import { type Asking, moreOf } from './asking';
import { askedBefore, isOwn } from './checks';
import { type DangerousCall, dangerousCalls } from './dangerousCalls';
import { type Call, libraryNames, readCall } from './flowCalls';
import { givenEnds, openEnds } from './flowEnds';
import { type FlowLanguage, flowLanguageOf } from './flowLanguage';
import type { FlowRule, Sink } from './flowRule';
import { mayHaveHandlers } from './handlerParameters';
import { mayHelp } from './mayHelp';
import { relaysOf } from './relays';
import { fits, isOfKind, isShown } from './sinkKinds';
import { flowNodesOf } from './taint/flowNodes';
import { byParameter, type Taint } from './taint/taint';
import { TaintScope } from './taint/taintScope';
import { type Hit, handedOn, isWholeSql, openFunctions, throughFunctions } from './throughFunctions';

/** What keeps a flow from being told as a flaw. */
function doubtOf(rule: string, argument: Node, taint: Taint, asking: Asking, file: SourceFile) {
  if (asking === 'something') return { possible: true, asked: true } as const;
  return isSure(rule, argument, taint, file) ? {} : ({ possible: true } as const);
}

function hitsOf({ call, rule, sinks }: DangerousCall, scope: TaintScope, file: SourceFile): Hit[] {
  const hits = sinks.flatMap((sink) => {
    if (!isShown(sink, call)) return [];
    return call.args.flatMap((given, index): Hit[] => {
      if (sink.arguments && !sink.arguments.includes(index)) return [];
      // `RedirectResponse(url=target)`: the value, and not its name.
      const argument = (given.type === 'keyword_argument' ? given.childForFieldName('value') : null) ?? given;
      const taint = scope.taintOf(argument);
      if (!taint) return [];
      const sql = runsWhatItIsGiven(rule, sink, argument, taint);
      const whole = isWholeStatement(rule, call, argument, taint);
      if (
        // What a caller gives has mostly a type.
        (rule.id === 'nosql-injection' && (taint.parameter !== undefined || taint.text === true)) ||
        (rule.id === 'path-traversal' && (taint.upload === true || taint.segment === true)) ||
        (!sql && !whole && !fits(sink, argument, taint)) ||
        (!whole && !isOfKind(rule, argument))
      )
        return [];
      const asking = moreOf(lookedAt(rule.id, argument), () => askedBefore(rule.id, argument));
      if (isOwn(rule.id, taint) || asking === 'enough') return [];
      const line = call.node.startPosition.row + 1;
      if (isForTests(file, line)) return [];
      const endLine = Math.min(call.node.endPosition.row + 1, line + 10);
      const source = taint.line !== line ? { sourceLine: taint.line } : {};
      const other = /\ballow_other_host:\s*true/.exec(call.node.text)?.[0];
      const what = other === undefined ? {} : { what: other };
      const place = {
        rule: rule.id,
        line,
        endLine,
        ...source,
        ...what,
        ...(sink.possible ? { possible: true as const } : doubtOf(rule.id, argument, taint, asking, file)),
      };
      return byParameter(taint).map((one) => {
        const from = one.parameter === undefined ? ({ fromRequest: true } as const) : {};
        return { place: { ...place, ...from }, taint: one, sql };
      });
    });
  });
  const ofRequest = hits.filter((hit) => !hit.taint.parameter);
  const [first] = ofRequest;
  return first ? [ofRequest.find(({ place }) => place.possible !== true) ?? first] : hits;
}

/** A database by its name, whose queries are texts. */
const ofDatabase = /^(?:db|pool|conn?|connection|mysql|sequelize)\.query$/i;
const takenFromBody =
  /\{[^{}]{0,120}\b(?:query|sql)\b[^{}]{0,120}\}\s?=\s?(?:await\s)?(?:req|request|ctx\.request)\.body\b/;

/** `execute(sql)`: what the request holds is the statement itself, by its name. */
function isWholeStatement(rule: FlowRule, { callee }: Call, argument: Node, taint: Taint): boolean {
  if (rule.id !== 'sql-injection' || taint.parameter !== undefined || !isWholeSql(argument, taint)) return false;
  if (ofDatabase.test(callee) && takenFromBody.test(argument.tree.rootNode.text)) return true;
  return taint.whole !== true && (!/^\$?[qQ]uery$/.test(argument.text) || /exec|prepare|[nN]ative|raw/i.test(callee));
}

/** `run(text) { return pool.query(text); }`: whoever calls it puts the SQL together. */
const runsWhatItIsGiven = (rule: FlowRule, sink: Sink, argument: Node, taint: Taint): boolean =>
  rule.id === 'sql-injection' &&
  sink.when === 'joined' &&
  taint.parameter !== undefined &&
  !taint.joined &&
  /^\$?\w{1,60}$/.test(argument.text);

const scripts: ReadonlySet<string> = new Set(['javascript', 'typescript', 'tsx']);

/**
 * Values of a request that reach a dangerous call: in the same function a few assignments later, or through one function,
 * of the same file or, joined when all files are read, of another. What passes through an object or a loop is not
 * followed: a wrong alarm costs more than a missing one.
 */
export function findFlows(file: SourceFile): WeaknessPlace[] {
  const language = flowLanguageOf(file.language, file.text);
  // What people hand to a task of Rake is no request.
  if (!language || /(?:\.rake|(?:^|\/)Rakefile)$/.test(file.path)) return [];
  const hasSource =
    language.sources.test(file.text) ||
    language.fills?.test(file.text) === true ||
    mayHaveHandlers(file.language, file.text);
  if (!hasSource && !mayHelp(file.text)) return relaysOf(file);
  const root = scripts.has(file.language) && isBrowserCode(file) ? undefined : file.tree?.rootNode;
  return root ? [...flowsOf(file, root, language, hasSource), ...relaysOf(file)] : [];
}

function flowsOf(file: SourceFile, root: Node, language: FlowLanguage, hasSource: boolean): WeaknessPlace[] {
  const libraries = scripts.has(file.language) ? libraryNames(file.text) : new Map<string, string>();
  const nodes = flowNodesOf(root, language, hasSource);
  const calls = nodes.calls.flatMap((node) => readCall(node, language, libraries) ?? []);
  const dangerous = dangerousCalls(calls, file);
  if (dangerous.length === 0 && !hasSource) return [];
  const scope = new TaintScope(language, { file, nodes, calls });
  const hits = dangerous.flatMap((one) => hitsOf(one, scope, file));
  const reached = openFunctions(hits, scope);
  const open = reached.length > 0 ? [...reached, ...handedOn(reached, calls, scope, file)] : reached;
  const direct = hits.flatMap((hit) => (hit.taint.parameter ? [] : [hit.place]));
  const places = [...direct, ...throughFunctions(open, calls, scope, file)];
  const seen = new Set<string>();
  const told = places.filter(({ rule, line }) => !seen.has(`${rule}:${line}`) && seen.add(`${rule}:${line}`));
  const ends = openEnds(
    open.filter(({ place }) => !seen.has(`${place.rule}:${place.line}`)),
    file,
  );
  return [...told, ...ends, ...(hasSource ? givenEnds(calls, scope, file) : [])];
}
