import type { Node } from 'web-tree-sitter';
import type { SourceFile } from '../../../sourceFile';
import { isTestedLater, type Need, type ReadList } from '../environmentFacts';

const members = `
(member_expression object: (_) @source property: (property_identifier) @name)
(subscript_expression object: (_) @source index: (string (string_fragment) @name))
`;
const destructured = '(variable_declarator name: (object_pattern) @pattern value: (_) @source)';
const calls = `
(call_expression function: (member_expression) @callee arguments: (arguments . (string (string_fragment) @name)) @arguments) @call
`;

/** Stand in every text in which the queries find something: a quick look before them. */
const sourceWords = /process\.env|import\.meta\.env|Bun\.env/;
const readerWords = /env\.get|[cC]onfig(?:Service)?\.get/;

const sources = new Set(['process.env', 'import.meta.env', 'Bun.env', 'globalThis.process.env']);

/** Calls that read a variable by name; of a configuration service only names written like variables count. */
const readers = /^(Deno\.env\.get|env\.get|(this\.)?(config|configService|_config|_configService)\.(get|getOrThrow))$/;

/** All variables at once are held against a schema, whose keys are their names. */
const heldAgainstSchema =
  /\b(?:parse(?:Async)?|safeParse(?:Async)?|cleanEnv|envsafe|validate(?:Sync)?)\(\s{0,20}(?:\{\s{0,10}\.\.\.)?process\.env\b(?![.?[])/;
const schemaKey =
  /^[ \t]{1,20}([A-Z][A-Z0-9_]{1,79}):\s{0,5}(?:z|zod|v|[jJ]oi|[yY]up|t|Type|str|num|bool|port|url|email|host|json)\s{0,40}[.(]/gm;

export function javascriptReads(file: SourceFile, reads: ReadList): void {
  if (sourceWords.test(file.text)) variableReads(file, reads);
  if (heldAgainstSchema.test(file.text))
    for (const match of file.text.matchAll(schemaKey))
      reads.add(match[1] ?? '', file.lineAt(match.index + match[0].search(/\S/)), 'optional');
  if (readerWords.test(file.text)) callReads(file, reads);
}

function variableReads(file: SourceFile, reads: ReadList): void {
  for (const captures of file.matches(members)) {
    const [source, name] = captures;
    if (source === undefined || name === undefined || !sources.has(source.node.text)) continue;
    const expression = name.node.parent?.type === 'string' ? name.node.parent.parent : name.node.parent;
    if (isAssigned(expression)) continue;
    reads.add(name.node.text, file.lineAt(name.node.startIndex), needOf(file, expression));
  }
  for (const captures of file.matches(destructured)) {
    const [pattern, source] = captures;
    if (pattern === undefined || source === undefined || !sources.has(source.node.text)) continue;
    for (const child of pattern.node.namedChildren) if (child !== null) addDestructured(file, child, reads);
  }
}

function callReads(file: SourceFile, reads: ReadList): void {
  for (const captures of file.matches(calls)) {
    const callee = captures.find((capture) => capture.name === 'callee');
    const name = captures.find((capture) => capture.name === 'name');
    const given = captures.find((capture) => capture.name === 'arguments');
    const call = captures.find((capture) => capture.name === 'call');
    if (callee === undefined || name === undefined || !readers.test(callee.node.text)) continue;
    const hasDefault = (given?.node.namedChildCount ?? 1) > 1;
    const demands = /OrThrow$/.test(callee.node.text);
    const need = hasDefault ? 'optional' : demands ? 'demanded' : needOf(file, call?.node ?? null);
    reads.add(name.node.text, file.lineAt(name.node.startIndex), need);
  }
}

function addDestructured(file: SourceFile, child: Node, reads: ReadList): void {
  const line = file.lineAt(child.startIndex);
  const kept = (name: string): Need => (isTestedLater(name, file.text) ? 'optional' : 'plain');
  if (child.type === 'shorthand_property_identifier_pattern') reads.add(child.text, line, kept(child.text));
  if (child.type === 'object_assignment_pattern') reads.add(child.namedChild(0)?.text ?? '', line, 'optional');
  if (child.type === 'pair_pattern') {
    const value = child.childForFieldName('value');
    const need = value?.type === 'assignment_pattern' ? 'optional' : kept(value?.text ?? '');
    reads.add(child.childForFieldName('key')?.text ?? '', line, need);
  }
}

/** `process.env.X = …` and `delete process.env.X` write. */
function isAssigned(node: Node | null): boolean {
  const parent = node?.parent;
  if (parent?.type === 'assignment_expression') return parent.childForFieldName('left')?.id === node?.id;
  return parent?.type === 'unary_expression' && parent.text.startsWith('delete');
}

/** Where it is compared, tested or given a default it is optional; where its author swears that it is there, demanded. */
function needOf(file: SourceFile, node: Node | null): Need {
  let current = node;
  // `process.env.X?.trim()` goes on without it.
  if (node !== null && file.text.startsWith('?.', node.endIndex)) return 'optional';
  for (let parent = current?.parent; parent; parent = parent.parent) {
    if (parent.type === 'non_null_expression') return 'demanded';
    if (['parenthesized_expression', 'as_expression', 'await_expression'].includes(parent.type)) {
      current = parent;
      continue;
    }
    if (parent.type === 'binary_expression') return 'optional';
    // Its condition asks for it, or it is one of two answers.
    if (parent.type === 'ternary_expression') return 'optional';
    if (parent.type === 'variable_declarator')
      return isTestedLater(parent.childForFieldName('name')?.text ?? '', file.text) ? 'optional' : 'plain';
    if (isOfSchema(parent)) return 'optional';
    return tests.has(parent.type) || isTestCall(parent) ? 'optional' : 'plain';
  }
  return 'plain';
}

const tests = new Set(['if_statement', 'unary_expression', 'optional_chain', 'augmented_assignment_expression']);

/** `runtimeEnv: { X: process.env.X }` hands it to a schema, and only that says what becomes of the program without it. */
function isOfSchema(node: Node): boolean {
  const around = node.type === 'pair' ? node.parent?.parent : undefined;
  return (
    around?.type === 'pair' &&
    /^(?:experimental__)?runtimeEnv(?:Strict)?$/.test(around.childForFieldName('key')?.text ?? '')
  );
}

/** `Boolean(process.env.X)`, `parseFlag(process.env.X)`: nothing is an answer too. */
function isTestCall(node: Node): boolean {
  const callee = node.type === 'arguments' ? (node.parent?.childForFieldName('function')?.text ?? '') : '';
  return /^(?:Boolean|isEmpty|is[A-Z]\w{0,40}|(?:parse|read|to)\w{0,20}(?:Flag|Bool|Boolean)\w{0,20})$/.test(callee);
}
