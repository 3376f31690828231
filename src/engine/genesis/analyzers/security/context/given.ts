import type { Node } from 'web-tree-sitter';
import type { SourceFile } from '../../../sourceFile';

const functionLike =
  /^(?:function_(?:declaration|expression|definition)|arrow_function|generator_function\w*|lambda\w*|method_(?:declaration|definition)|method|singleton_method|func_literal|anonymous_function\w*|constructor_declaration|function_item|local_function_statement|function)$/;

/** What stands before the body of a function: its name and its parameters. */
function headOf(node: Node): string {
  const body = node.childForFieldName('body');
  return node.text.slice(0, Math.min(600, body ? Math.max(0, body.startIndex - node.startIndex) : 600));
}

const whole = (name: string): RegExp => new RegExp(`(?<![\\w$.])\\$?${name.replace(/[^\w]/g, '')}(?![\\w$])`);
const numberType = (name: string): RegExp =>
  new RegExp(
    `\\b(?:int|long|Integer|Long|bool|boolean|float|double|uint\\d*|int\\d*|u\\d+|i\\d+)\\s+\\$?${name}\\b|\\b${name}\\s*\\??:\\s*(?:int|float|bool|number|boolean|Int|Long|i\\d+|u\\d+)\\b|\\b${name}\\s+u?int\\d*\\b`,
  );

/**
 * True where a plain name is a parameter of a function around the place: a caller decides what it holds. A constant, a
 * name that is computed here and a field of an object are the program's own.
 */
export function isParameter(file: SourceFile, offset: number, value: string): boolean {
  const name = /^\$?([A-Za-z_]\w{0,60})$/.exec(value.trim())?.[1];
  if (name === undefined || /^(?:self|this|cls|i|j|n)$/.test(name)) return false;
  for (let at = file.tree?.rootNode.descendantForIndex(offset) ?? null; at; at = at.parent) {
    if (!functionLike.test(at.type)) continue;
    const head = headOf(at);
    const list = head.slice(Math.max(0, head.indexOf('(')));
    if (!whole(name).test(list)) continue;
    return !numberType(name).test(list);
  }
  return false;
}
