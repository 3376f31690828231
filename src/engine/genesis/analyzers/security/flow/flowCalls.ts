import type { Node } from 'web-tree-sitter';
import type { FlowLanguage } from './flowLanguage';

export interface Call {
  readonly node: Node;
  readonly callee: string;
  readonly args: readonly Node[];
}

const named = (node: Node | null): Node[] =>
  (node?.namedChildren ?? []).flatMap((child) => (child && child.type !== 'comment' ? [child] : []));

/** A call, or what acts like one, with its whole callee; `undefined` for every other node. */
export function readCall(node: Node, language: FlowLanguage): Call | undefined {
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
