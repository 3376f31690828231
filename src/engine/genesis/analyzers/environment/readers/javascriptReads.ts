import type { Node } from 'web-tree-sitter';
import type { SourceFile } from '../../../sourceFile';
import type { ReadList } from '../environmentFacts';

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

export function javascriptReads(file: SourceFile, reads: ReadList): void {
  if (sourceWords.test(file.text)) variableReads(file, reads);
  if (readerWords.test(file.text)) callReads(file, reads);
}

function variableReads(file: SourceFile, reads: ReadList): void {
  for (const captures of file.matches(members)) {
    const [source, name] = captures;
    if (source === undefined || name === undefined || !sources.has(source.node.text)) continue;
    const expression = name.node.parent?.type === 'string' ? name.node.parent.parent : name.node.parent;
    if (isAssigned(expression)) continue;
    reads.add(name.node.text, file.lineAt(name.node.startIndex), isBare(expression));
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
    reads.add(name.node.text, file.lineAt(name.node.startIndex), !hasDefault && isBare(call?.node ?? null));
  }
}

function addDestructured(file: SourceFile, child: Node, reads: ReadList): void {
  const line = file.lineAt(child.startIndex);
  if (child.type === 'shorthand_property_identifier_pattern') reads.add(child.text, line, true);
  if (child.type === 'object_assignment_pattern') reads.add(child.namedChild(0)?.text ?? '', line, false);
  if (child.type === 'pair_pattern') {
    const value = child.childForFieldName('value');
    reads.add(child.childForFieldName('key')?.text ?? '', line, value?.type !== 'assignment_pattern');
  }
}

/** `process.env.X = …` and `delete process.env.X` write. */
function isAssigned(node: Node | null): boolean {
  const parent = node?.parent;
  if (parent?.type === 'assignment_expression') return parent.childForFieldName('left')?.id === node?.id;
  return parent?.type === 'unary_expression' && parent.text.startsWith('delete');
}

/** Neither compared, nor tested, nor given a default. */
function isBare(node: Node | null): boolean {
  let current = node;
  for (let parent = current?.parent; parent; parent = parent.parent) {
    if (
      ['parenthesized_expression', 'non_null_expression', 'as_expression', 'await_expression'].includes(parent.type)
    ) {
      current = parent;
      continue;
    }
    if (parent.type === 'binary_expression') return false;
    if (parent.type === 'ternary_expression') return parent.childForFieldName('condition')?.id !== current?.id;
    return !['if_statement', 'unary_expression', 'optional_chain', 'augmented_assignment_expression'].includes(
      parent.type,
    );
  }
  return true;
}
