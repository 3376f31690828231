import type { Node } from 'web-tree-sitter';
import type { FlowLanguage } from './flowLanguage';

/** Libraries that do something dangerous, by the names that the rules know them by. */
const libraries: Readonly<Record<string, string>> = {
  child_process: 'child_process',
  'node:child_process': 'child_process',
  axios: 'axios',
  got: 'got',
  needle: 'needle',
  superagent: 'superagent',
  request: 'request',
  'node-fetch': 'fetch',
  undici: 'undici',
  fs: 'fs',
  'node:fs': 'fs',
  'fs-extra': 'fs',
  'fs/promises': 'fs',
  'node:fs/promises': 'fs',
  vm: 'vm',
};

/** The names that a file of script gives such libraries: `const run = require('child_process')`. */
export function libraryNames(text: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const bound =
    /\b(?:const|let|var)\s{1,3}(?<name>[\w$]{1,40})\s{0,3}=\s{0,3}require\(\s{0,3}['"](?<from>[\w/:-]{1,40})['"]\s{0,3}\)(?!\.)|\bimport\s{1,3}(?:\*\s{1,3}as\s{1,3})?(?<other>[\w$]{1,40})\s{1,3}from\s{1,3}['"](?<where>[\w/:-]{1,40})['"]/g;
  for (const { groups } of text.matchAll(bound)) {
    const name = groups?.['name'] ?? groups?.['other'] ?? '';
    const library = libraries[groups?.['from'] ?? groups?.['where'] ?? ''];
    if (library !== undefined && library !== name) names.set(name, library);
  }
  return names;
}

/** The callee by the name of the library, whatever the file calls it. */
export function byLibrary(call: Call, names: ReadonlyMap<string, string>): Call {
  const [first = '', ...rest] = call.callee.split('.');
  const library = names.get(first);
  return library === undefined ? call : { ...call, callee: [library, ...rest].join('.') };
}

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
