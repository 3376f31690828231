import type { Node } from 'web-tree-sitter';
import type { FlowLanguage } from './flowLanguage';

/** A value that comes from a request. */
export interface Taint {
  /** 1-based line where it was taken from the request. */
  readonly line: number;
  /** It stands inside a text that is put together. */
  readonly joined: boolean;
  /** It is the whole value, or the first part of a text. */
  readonly starts: boolean;
}

const joins = new Set([
  'binary_expression',
  'template_string',
  'binary_operator',
  'encapsed_string',
  'string',
  'interpolated_string_expression',
  'binary',
  'string_literal',
]);
/** Operators that put texts together; others choose (`||`), compare or count. */
const joiningOperators = /^(?:\+|%|\.|<<)$/;
const choosingOperators = /^(?:\|\||\?\?|\?:|or|and|&&)$/;
/**
 * Calls whose result is still the text of the request: paths and addresses put together, decoded, trimmed. What looks a
 * record up by the text, checks it or makes an object of it gives something else.
 */
const passingCalls =
  /(?:^|\.)(?:join|resolve|normalize|Combine|Join|Clean|concat|trim\w*|strip|lstrip|rstrip|chomp|toString|to_s|to_str|toLowerCase|toUpperCase|downcase|upcase|lower|upper|ToLower|ToUpper|TrimSpace|replace|gsub|sub|substring|substr|slice|decode\w*|unescape\w*|decodeURIComponent|decodeURI|unquote\w*|urldecode|base64_decode|b64decode|from|str|bytes|parse|URL|URI|Path|File|get|fetch|get_json|getParameter\w*|getHeader|Get|FormValue|Query|Param|Vars|dup|freeze|Sprintf|Sprint|sprintf|format|Format|printf|Append|append|first|last|read|ReadAll|Buffer\.from)$/;
const joiningCalls = /(?:^|\.)(?:format|Sprintf|sprintf|concat|join|printf|Format|Join|Concat|append)$/;
const functionsLike =
  /^(?:function_(?:declaration|expression|definition)|arrow_function|generator_function|lambda\w*|method_de\w+|method|func_literal|anonymous_\w+|closure_expression|function)$/;

/** Which names of each function hold request data, and since which line. Built once a file. */
export class TaintScope {
  private readonly assigned = new Map<number, { name: string; at: number; taint: Taint }[]>();

  constructor(
    private readonly language: FlowLanguage,
    root: Node,
  ) {
    const types = language.assignments.map((assignment) => assignment.type);
    for (const node of root.descendantsOfType(types)) if (node) this.readAssignment(node);
  }

  private readAssignment(node: Node): void {
    const shape = this.language.assignments.find((assignment) => assignment.type === node.type);
    const name = node.childForFieldName(shape?.name ?? '');
    const value = shape?.value ? node.childForFieldName(shape.value) : node.namedChild(node.namedChildCount - 1);
    if (!name || !value || value.id === name.id || functionsLike.test(value.type)) return;
    const taint = this.taintOf(value);
    const owner = this.functionOf(node)?.id ?? 0;
    const list = this.assigned.get(owner) ?? [];
    this.assigned.set(owner, list);
    // `const { id, name } = req.body` binds several names at once.
    const names = /pattern|list|tuple/.test(name.type)
      ? [...name.text.matchAll(/[A-Za-z_$][\w$]*/g)].map((match) => match[0])
      : [name.text];
    for (const each of names)
      list.push({ name: each, at: node.startIndex, taint: taint ?? { line: 0, joined: false, starts: false } });
  }

  private functionOf(node: Node): Node | undefined {
    for (let at: Node | null = node.parent; at; at = at.parent)
      if (this.language.functions.includes(at.type)) return at;
    return undefined;
  }

  /** The newest value that a name got before `node`, in its function or one around it. */
  private lookUp(name: string, node: Node): Taint | undefined {
    for (let owner = this.functionOf(node); ; owner = this.functionOf(owner)) {
      const list = this.assigned.get(owner?.id ?? 0) ?? [];
      const last = list.findLast((entry) => entry.name === name && entry.at < node.startIndex);
      if (last) return last.taint.line > 0 ? last.taint : undefined;
      if (!owner) return undefined;
    }
  }

  /** Request data inside an expression, not looking into what a sanitiser or a function wraps. */
  taintOf(node: Node): Taint | undefined {
    if (functionsLike.test(node.type) || node.type === 'comment') return undefined;
    const text = node.text;
    if (text.length > 4000) return undefined;
    if (this.isSanitised(node)) return undefined;
    const source = this.language.sources.exec(text);
    if (source?.index === 0 && !joins.has(node.type) && !this.isPart(node)) {
      return { line: node.startPosition.row + 1, joined: false, starts: true };
    }
    if (/^(?:identifier|variable_name|shorthand_property_identifier)$/.test(node.type)) return this.lookUp(text, node);
    return this.taintOfParts(node);
  }

  /** A call or an object may begin with a source and still hold more: its parts decide. */
  private isPart(node: Node): boolean {
    return node.type === 'object' || node.type === 'array' || node.type === 'arguments';
  }

  private isSanitised(node: Node): boolean {
    const callee = this.calleeOf(node);
    if (callee === undefined)
      return /cast_expression/.test(node.type) && /^\(\s*(?:int|float|bool|integer)\s*\)/.test(node.text);
    return this.language.sanitizers.test(callee) || callee === 'String';
  }

  private taintOfParts(node: Node): Taint | undefined {
    const operator = node.childForFieldName('operator')?.text;
    if (operator !== undefined && !joiningOperators.test(operator) && !choosingOperators.test(operator))
      return undefined;
    if (this.isOtherCall(node)) return undefined;
    const parts = node.namedChildren.flatMap((child) => child ?? []);
    for (const [index, part] of parts.entries()) {
      const taint = this.taintOf(part);
      if (!taint) continue;
      const isChoice = operator !== undefined && choosingOperators.test(operator);
      const isJoin = !isChoice && (joins.has(node.type) || this.isJoiningCall(node));
      // An interpolation inside a string begins the text where nothing stands before it.
      const first = isJoin ? index === 0 && part.startIndex - node.startIndex <= 1 : true;
      return { line: taint.line, joined: taint.joined || isJoin, starts: taint.starts && first };
    }
    return undefined;
  }

  /** A call that makes something else of the text. */
  private isOtherCall(node: Node): boolean {
    const callee = this.calleeOf(node);
    return callee !== undefined && !passingCalls.test(callee) && !joiningCalls.test(callee);
  }

  private calleeOf(node: Node): string | undefined {
    const shape = this.language.calls.find((call) => call.type === node.type);
    return shape?.callee
      .flatMap((field) => node.childForFieldName(field)?.text ?? [])
      .join('.')
      .replace(/\s+/g, '')
      .slice(-300);
  }

  private isJoiningCall(node: Node): boolean {
    return joiningCalls.test(this.calleeOf(node) ?? '');
  }
}
