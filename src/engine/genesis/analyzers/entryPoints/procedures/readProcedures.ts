import type { Node } from 'web-tree-sitter';
import { lineOf, namedChildren } from '../program/lowering';
import type { ProcedureNode, ProcedureRouter } from './procedureNode';

/** Deeper than anybody nests routers in one expression. */
const deepest = 40;

const wrappers: ReadonlySet<string> = new Set([
  'await_expression',
  'parenthesized_expression',
  'as_expression',
  'satisfies_expression',
  'non_null_expression',
]);
/** The calls that end the making of a procedure. */
const endings = /^(?:query|mutation|subscription|handler)$/;
/** Calls that give back what they are called on. */
const same = /^(?:callable|actionable|\$context)$/;
const makers = /(?:^r|R)outer$/;

/** The constants at the top of a file that are procedures or routers, and what it exports by default. */
export function readProcedures(root: Node): Record<string, ProcedureNode> {
  const declared: Record<string, ProcedureNode> = {};
  const add = (name: string, value: Node | null | undefined): void => {
    const read = value === null || value === undefined ? undefined : nodeOf(value, 0);
    if (read !== undefined) declared[name] = read;
  };
  for (const statement of namedChildren(root)) {
    const isExport = statement.type === 'export_statement';
    const inner = isExport ? (statement.childForFieldName('declaration') ?? undefined) : statement;
    if (isExport && inner === undefined) add('default', statement.childForFieldName('value'));
    if (inner?.type !== 'lexical_declaration' && inner?.type !== 'variable_declaration') continue;
    for (const declarator of namedChildren(inner)) {
      const name = declarator.childForFieldName('name');
      if (name?.type === 'identifier') add(name.text, declarator.childForFieldName('value'));
    }
  }
  return declared;
}

function nodeOf(node: Node, depth: number): ProcedureNode | undefined {
  if (depth > deepest) return undefined;
  if (wrappers.has(node.type)) {
    const [inner] = namedChildren(node);
    return inner === undefined ? undefined : nodeOf(inner, depth + 1);
  }
  switch (node.type) {
    case 'identifier':
    case 'shorthand_property_identifier':
      return { is: 'name', name: node.text };
    case 'member_expression':
      return /^[\w$]{1,80}(?:\.[\w$]{1,80}){1,4}$/.test(node.text) ? { is: 'name', name: node.text } : undefined;
    case 'object':
      return plain(routerOf(node, depth));
    case 'call_expression':
      return callOf(node, depth);
    default:
      return undefined;
  }
}

const plain = (router: ProcedureRouter | undefined): ProcedureRouter | undefined =>
  router === undefined ? undefined : { ...router, isPlain: true };

function routerOf(object: Node, depth: number, prefix = ''): ProcedureRouter | undefined {
  const entries = namedChildren(object).flatMap((entry) => {
    const [key, value] = entryOf(entry);
    const node = value === undefined ? undefined : nodeOf(value, depth + 1);
    return node === undefined || key === undefined ? [] : [{ key, node }];
  });
  if (entries.length === 0) return undefined;
  return { is: 'router', entries, ...(prefix === '' ? {} : { prefix }) };
}

function entryOf(entry: Node): readonly [string | undefined, Node | undefined] {
  if (entry.type === 'shorthand_property_identifier') return [entry.text, entry];
  if (entry.type === 'spread_element') return ['', namedChildren(entry)[0]];
  if (entry.type !== 'pair') return [undefined, undefined];
  const key = entry.childForFieldName('key')?.text.replace(/^['"`]|['"`]$/g, '');
  return [key, entry.childForFieldName('value') ?? undefined];
}

function callOf(call: Node, depth: number): ProcedureNode | undefined {
  const callee = call.childForFieldName('function');
  const args = namedChildren(call.childForFieldName('arguments') ?? call);
  if (callee === null) return undefined;
  const name = callee.type === 'member_expression' ? propertyOf(callee) : callee.text;
  const [first] = args;
  if (name === 'lazy') return lazyOf(first);
  if (name === 'mergeRouters' || name === 'merge') {
    const entries = args.flatMap((arg) => {
      const node = nodeOf(arg, depth + 1);
      return node === undefined ? [] : [{ key: '', node }];
    });
    return entries.length === 0 ? undefined : { is: 'router', entries };
  }
  if (makers.test(name) && first !== undefined) {
    const prefix = stepsOf(callee).find((step) => step.name === 'prefix')?.argument;
    return first.type === 'object' ? routerOf(first, depth, textOf(prefix)) : nodeOf(first, depth + 1);
  }
  if (callee.type !== 'member_expression') return undefined;
  if (same.test(name)) {
    const of = callee.childForFieldName('object');
    return of === null ? undefined : nodeOf(of, depth + 1);
  }
  return endings.test(name) && first !== undefined ? procedureOf(call, callee) : undefined;
}

/** It stands where its ending does: what comes before may be many lines of schemas. */
function procedureOf(call: Node, callee: Node): ProcedureNode {
  const settings = stepsOf(callee).find((step) => step.name === 'route')?.argument;
  const setting = (key: string): string => {
    const entry = settings?.type === 'object' ? namedChildren(settings).find((one) => entryOf(one)[0] === key) : null;
    return entry === null || entry === undefined ? '' : textOf(entryOf(entry)[1]);
  };
  const method = setting('method');
  const path = setting('path');
  return {
    is: 'procedure',
    line: lineOf(startOf(call)),
    ...(method === '' ? {} : { method }),
    ...(path === '' ? {} : { path }),
  };
}

/** The first word of a chain of calls. */
function startOf(call: Node): Node {
  let node = call;
  for (;;) {
    const inner = node.childForFieldName(node.type === 'call_expression' ? 'function' : 'object');
    if (inner === null || (node.type !== 'call_expression' && node.type !== 'member_expression')) return node;
    node = inner;
  }
}

interface Step {
  readonly name: string;
  readonly argument: Node | undefined;
}

/** The calls of a chain with their first arguments, the last first. */
function stepsOf(callee: Node): Step[] {
  const steps: Step[] = [];
  let node: Node | null = callee;
  while (node !== null) {
    if (node.type === 'call_expression') {
      const called: Node | null = node.childForFieldName('function');
      const [argument] = namedChildren(node.childForFieldName('arguments') ?? node);
      if (called?.type === 'member_expression') steps.push({ name: propertyOf(called), argument });
      node = called;
    } else if (node.type === 'member_expression') node = node.childForFieldName('object');
    else return steps;
  }
  return steps;
}

const propertyOf = (member: Node): string => member.childForFieldName('property')?.text ?? '';

const textOf = (node: Node | undefined): string =>
  node?.type === 'string'
    ? node.text.slice(1, -1)
    : /^`[^`$]*`$/.test(node?.text ?? '')
      ? (node?.text.slice(1, -1) ?? '')
      : '';

/** `() => import('./posts')`, `() => import('./posts').then((module) => module.postRouter)`. */
function lazyOf(loader: Node | undefined): ProcedureNode | undefined {
  const found =
    /^\(\)\s{0,5}=>\s{0,20}import\(\s{0,20}['"]([^'"\n]{1,200})['"]\s{0,20}\)(?:\s{0,20}\.then\(\s{0,20}\(?(\w{1,40})\)?\s{0,5}=>\s{0,20}\2\.(\w{1,80}))?/.exec(
      loader?.text ?? '',
    );
  return found?.[1] === undefined ? undefined : { is: 'lazy', specifier: found[1], name: found[3] ?? 'default' };
}
