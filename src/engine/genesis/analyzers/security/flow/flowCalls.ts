import type { Node } from 'web-tree-sitter';
import type { FlowLanguage } from './flowLanguage';
import type { TypedNode } from './taint/flowNodes';

/** Libraries that do something dangerous, by the names that the rules know them by. */
const knownLibraries: Readonly<Record<string, string>> = {
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
  xpath: 'xpath',
};

/** The names that a file of script gives such libraries: `const run = require('child_process')`. */
export function libraryNames(text: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const bound =
    /\b(?:const|let|var)\s{1,3}(?<name>[\w$]{1,40})\s{0,3}=\s{0,3}require\(\s{0,3}['"](?<from>[\w/:-]{1,40})['"]\s{0,3}\)(?!\.)|\bimport\s{1,3}(?:\*\s{1,3}as\s{1,3})?(?<other>[\w$]{1,40})\s{1,3}from\s{1,3}['"](?<where>[\w/:-]{1,40})['"]/g;
  for (const { groups } of text.matchAll(bound)) {
    const name = groups?.['name'] ?? groups?.['other'] ?? '';
    const library = knownLibraries[groups?.['from'] ?? groups?.['where'] ?? ''];
    if (library !== undefined && library !== name) names.set(name, library);
  }
  addMembers(names, text);
  return names;
}

/** `import { readFile as read } from 'fs'`, `const { exec: run } = require('child_process')`, `= require('fs').readFile`. */
function addMembers(names: Map<string, string>, text: string): void {
  const listed =
    /(?:\bimport\s{0,3}(?:[\w$]{1,40}\s{0,3},\s{0,3})?\{(?<list>[^{}'"]{1,400})\}\s{0,3}from\s{0,3}|\b(?:const|let|var)\s{0,3}\{(?<parts>[^{}'"]{1,400})\}\s{0,3}=\s{0,3}require\(\s{0,3})['"](?<from>[\w/:-]{1,40})['"]/g;
  for (const { groups } of text.matchAll(listed)) {
    const library = knownLibraries[groups?.['from'] ?? ''];
    if (library === undefined) continue;
    for (const part of (groups?.['list'] ?? groups?.['parts'] ?? '').split(',')) {
      const [member = '', name = member] = part.trim().split(/\s+as\s+|\s{0,3}:\s{0,3}/);
      if (/^[\w$]{1,40}$/.test(member) && /^[\w$]{1,40}$/.test(name)) names.set(name, `${library}.${member}`);
    }
  }
  const single =
    /\b(?:const|let|var)\s{1,3}(?<name>[\w$]{1,40})\s{0,3}=\s{0,3}require\(\s{0,3}['"](?<from>[\w/:-]{1,40})['"]\s{0,3}\)\.(?<member>[\w$]{1,40})/g;
  for (const { groups } of text.matchAll(single)) {
    const library = knownLibraries[groups?.['from'] ?? ''];
    if (library !== undefined) names.set(groups?.['name'] ?? '', `${library}.${groups?.['member'] ?? ''}`);
  }
}

/** The callee by the name of the library, whatever the file calls it. */
function byLibrary(callee: string, names: ReadonlyMap<string, string>): string {
  const [first = '', ...rest] = callee.split('.');
  const library = names.get(first);
  return library === undefined ? callee : [library, ...rest].join('.');
}

export interface Call extends TypedNode {
  readonly callee: string;
  /** Read when somebody asks: few calls are looked at closely. */
  readonly args: readonly Node[];
}

const named = (node: Node | null): Node[] =>
  (node?.namedChildren ?? []).flatMap((child) => (child && child.type !== 'comment' ? [child] : []));

class CallOfTree implements Call {
  private given: readonly Node[] | undefined;

  constructor(
    readonly node: Node,
    readonly type: string,
    readonly callee: string,
    private readonly shape: FlowLanguage['calls'][number],
  ) {}

  get args(): readonly Node[] {
    this.given ??= this.read();
    return this.given;
  }

  private read(): readonly Node[] {
    const { constant, arguments: field, property } = this.shape;
    if (property === true) return [this.node.childForFieldName(field)].flatMap((value) => value ?? []);
    // A statement such as `echo`, or a command in backticks: the parts are what it is given.
    if (constant !== undefined) return constant === 'backticks' ? [this.node] : named(this.node);
    if (this.shape.made) return named(this.node.namedChildren.find((child) => child?.type === 'arguments') ?? null);
    return named(this.node.childForFieldName(field));
  }
}

/** A tag of a page ends the markup before a statement. */
const isBehind = (node: Node, tag: string): boolean => node.previousSibling?.text.endsWith(tag) === true;

/** A call, or what acts like one, with its whole callee. */
export function readCall(
  { node, type }: TypedNode,
  language: FlowLanguage,
  libraries: ReadonlyMap<string, string>,
): Call | undefined {
  const shape = language.calls.find((call) => call.type === type);
  if (!shape || (shape.behind !== undefined && !isBehind(node, shape.behind))) return undefined;
  const callee = shape.constant ?? calleeOf(node, shape);
  return new CallOfTree(node, type, libraries.size > 0 ? byLibrary(callee, libraries) : callee, shape);
}

/** A callee that spans lines is a long chain; its end is what names the call. */
function calleeOf(node: Node, { callee: fields, made }: FlowLanguage['calls'][number]): string {
  if (made) return node.namedChild(0)?.text.slice(-300) ?? '';
  const callee = fields.flatMap((field) => node.childForFieldName(field)?.text ?? []).join('.');
  return (callee.length > 300 ? callee.slice(-300) : callee).replace(/\s+/g, '');
}
