import type { Node } from 'web-tree-sitter';
import type { SourceFile } from '../../../sourceFile';
import type { WeaknessPlace } from '../weakness';
import { type FlowLanguage, flowLanguages } from './flowLanguage';
import type { FlowRule, Sink } from './flowRule';
import { flowRules } from './flowRules';
import { type Taint, TaintScope } from './taintScope';

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
  const callee = shape.callee.flatMap((field) => node.childForFieldName(field)?.text ?? []).join('.');
  // A callee that spans lines is a long chain; its end is what names the call.
  const short = callee.length > 300 ? callee.slice(-300) : callee;
  return { node, callee: short.replace(/\s+/g, ''), args: named(node.childForFieldName(shape.arguments)) };
}

/** How the value reaches the argument: alone, at its beginning, or in the middle of a text. */
function fits(sink: Sink, argument: Node, taint: Taint): boolean {
  // Rails checks the host itself when told to.
  if (/\b(?:allow_other_host:\s*false|only_path:\s*true)/.test(argument.parent?.text ?? '')) return false;
  if (sink.when === 'any')
    return !/^(?:arrow_function|function_expression|lambda|func_literal|lambda_expression)$/.test(argument.type);
  return sink.when === 'joined' ? taint.joined : taint.starts;
}

function placeOf(call: Call, rule: FlowRule, file: SourceFile, scope: TaintScope): WeaknessPlace | undefined {
  for (const sink of rule.sinks) {
    if (!(sink.languages as readonly string[]).includes(file.language) || !sink.callee.test(call.callee)) continue;
    if (!isPlausible(rule, file)) continue;
    for (const [index, argument] of call.args.entries()) {
      if (sink.arguments && !sink.arguments.includes(index)) continue;
      const taint = scope.taintOf(argument);
      if (!taint || !fits(sink, argument, taint)) continue;
      const line = call.node.startPosition.row + 1;
      return {
        rule: rule.id,
        line,
        endLine: Math.min(call.node.endPosition.row + 1, line + 10),
        ...(taint.line !== line ? { sourceLine: taint.line } : {}),
      };
    }
  }
  return undefined;
}

/** Names such as `find`, `get` and `exec` are everybody's; a word of the technology has to stand in the file as well. */
const needed: Readonly<Record<string, RegExp>> = {
  'nosql-injection': /mongo|mongoose|\$where|collection/i,
  'command-injection': /child_process|shelljs|os\.|subprocess|shell_exec|system|exec|popen|spawn/,
  'sql-injection': /\b(?:select|insert|update|delete|where|order by|from)\b/i,
};
const isPlausible = (rule: FlowRule, file: SourceFile): boolean => needed[rule.id]?.test(file.text) ?? true;

/**
 * Values of a request that reach a dangerous call in the same function, at most a few assignments later. What passes
 * through another function, an object or a loop is not followed: a wrong alarm costs more than a missing one.
 */
export function findFlows(file: SourceFile): WeaknessPlace[] {
  const language = flowLanguages.find((candidate) => candidate.languages.includes(file.language));
  const root = language?.sources.test(file.text) ? file.tree?.rootNode : undefined;
  if (!language || !root) return [];
  const scope = new TaintScope(language, root);
  const calls = root
    .descendantsOfType(language.calls.map((call) => call.type))
    .flatMap((node) => (node ? (readCall(node, language) ?? []) : []));
  const places = calls.flatMap((call) => flowRules.flatMap((rule) => placeOf(call, rule, file, scope) ?? []));
  const seen = new Set<string>();
  return places.filter(({ rule, line }) => !seen.has(`${rule}:${line}`) && seen.add(`${rule}:${line}`));
}
