import type { Node } from 'web-tree-sitter';
import type { LanguageId } from '../../../sourceFile';
import { emptyBranchEnd } from './emptyBranch';
import type { FlowLanguage } from './flowLanguage';
import { parametersOf } from './functionParts';
import { functionsLike } from './functionsLike';
import { handlerParameters } from './handlerParameters';

/** A value that comes from a request, or from a parameter of the function that it is used in. */
export interface Taint {
  /** 1-based line where it was taken from the request. */
  readonly line: number;
  /** It stands inside a text that is put together. */
  readonly joined: boolean;
  /** It is the whole value, or the first part of a text. */
  readonly starts: boolean;
  /** All that a body or a query holds, not one field of it. */
  readonly whole?: boolean;
  /** The address that was asked for itself: it leads back to this server. */
  readonly own?: boolean;
  /** An upload as the framework gives it: its content, and no text. */
  readonly upload?: boolean;
  /** Not request data by itself: what a caller gives as this parameter of the function with this node id. */
  readonly parameter?: { readonly owner: number; readonly index: number };
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
  'shell_command_expression',
  'subshell',
]);
/** Operators that put texts together; others choose (`||`), compare or count. */
const joiningOperators = /^(?:\+|%|\.|<<|\+=|\.=)$/;
const choosingOperators = /^(?:\|\||\?\?|\?:|or|and|&&)$/;
/**
 * Calls whose result is still the text of the request: paths and addresses put together, decoded, trimmed. What looks a
 * record up by the text, checks it or makes an object of it gives something else.
 */
const passingCalls =
  /(?:^|\.)(?:join|resolve|normalize|Combine|Join|Clean|concat|trim\w*|strip|lstrip|rstrip|chomp|toString|to_s|to_str|toLowerCase|toUpperCase|downcase|upcase|lower|upper|ToLower|ToUpper|TrimSpace|replace|replaceAll|gsub|sub|substring|substr|slice|split|str_replace|str_ireplace|preg_replace|stripslashes|strtolower|strtoupper|decode\w*|unescape\w*|decodeURIComponent|decodeURI|unquote\w*|urldecode|base64_decode|b64decode|decode64|getBytes|from|str|bytes|String|parse|URL|URI|URL\.new|Path|File|get|fetch|get_json|getParameter\w*|getHeader|Get|FormValue|Query|Param|Vars|dup|freeze|Sprintf|Sprint|sprintf|format|Format|formatted|printf|Append|append|first|last|read|ReadAll|parse_qsl?|urlparse|urlsplit|Buffer\.from|original_filename|text|TextClause|atob)$/;
const joiningCalls = /(?:^|\.)(?:format|formatted|Sprintf|sprintf|concat|join|printf|Format|Join|Concat|append)$/;
const lookUps =
  /^(?:subscript_expression|subscript|element_reference|index_expression|array_access|element_access_expression)$/;
/** Where the framework put an upload, and what it says of it. */
const ofUpload = /^params\[[^\]\n]{1,60}\](?:\[:?\w+\])?\.(?:path|tempfile(?:\.path)?|to_path|size|content_type)$/;
const identifiers = /^(?:identifier|variable_name|shorthand_property_identifier)$/;

/** `'https://' + value`: what follows a bare scheme is the host. */
const isHostAhead = (node: Node, part: Node): boolean =>
  /^[frbFRB$@]{0,2}["'`](?:https?:)?\/\/(?:["'`]\s{0,3}[+.]\s{0,3}|\$?\{)?$/.test(
    node.text.slice(0, Math.max(0, part.startIndex - node.startIndex)),
  );

/** A field of an object is not its beginning, unless it names where to go: `{ url: req.body.url }`. */
function isInside(node: Node, part: Node): boolean {
  if (/^(?:composite_literal|object|dictionary|hash|array_creation_expression|literal_value)$/.test(node.type)) {
    return !/^\W*(?:url|uri|href|host|hostname|baseURL)\b/i.test(part.text);
  }
  return false;
}

function conditionOf(node: Node): number | undefined {
  if (
    !/^(?:conditional_expression|ternary_expression|conditional|if|if_expression|unless|match_expression|switch_expression|case|switch)$/.test(
      node.type,
    )
  )
    return undefined;
  const named = node.childForFieldName('condition') ?? node.childForFieldName('value');
  // Python writes the value first and the question in the middle.
  return (named ?? (node.namedChildCount === 3 ? node.namedChild(1) : null))?.id;
}

interface Binding {
  readonly name: string;
  readonly at: number;
  readonly taint: Taint;
  /** End of the branch that it is made in, where the branch is taken for an empty value only. */
  readonly until?: number;
}

/** `const { id, name } = req.body` and `a, err := f()` bind several names at once; `data["v"] = x` binds none of its parts. */
function boundNames(name: Node): string[] {
  if (/pattern/.test(name.type)) return [...name.text.matchAll(/[A-Za-z_$][\w$]*/g)].map((match) => match[0]);
  if (!/list|tuple/.test(name.type)) return [name.text];
  return name.namedChildren.flatMap((child) => (child ? [child.text] : []));
}

/** Which names of each function hold request data, and since which line. Built once a file. */
export class TaintScope {
  private readonly assigned = new Map<number, Binding[]>();

  constructor(
    private readonly language: FlowLanguage,
    id: LanguageId,
    root: Node,
  ) {
    const isHandlerParameter = handlerParameters(id);
    for (const owner of root.descendantsOfType([...language.functions])) {
      if (!owner) continue;
      for (const [index, { node, names }] of parametersOf(owner).entries()) {
        const line = node.startPosition.row + 1;
        const parameter = isHandlerParameter(node, owner) ? {} : { parameter: { owner: owner.id, index } };
        const taint = { line, joined: false, starts: true, ...parameter };
        for (const name of names) this.bind(owner.id, { name, at: node.startIndex, taint });
      }
    }
    const types = language.assignments.map((assignment) => assignment.type);
    const appends = language.appends;
    const callTypes = appends
      ? language.calls.flatMap(({ type, constant }) => (constant === undefined ? [type] : []))
      : [];
    for (const node of root.descendantsOfType([...types, ...callTypes]))
      if (node && types.includes(node.type)) this.readAssignment(node);
      else if (node && appends?.test(this.calleeOf(node) ?? '')) this.readAppend(node);
  }

  private bind(owner: number, binding: Binding): void {
    const list = this.assigned.get(owner) ?? [];
    this.assigned.set(owner, list);
    list.push(binding);
  }

  private readAssignment(node: Node): void {
    const shape = this.language.assignments.find((assignment) => assignment.type === node.type);
    const name = node.childForFieldName(shape?.name ?? '');
    const value = shape?.value ? node.childForFieldName(shape.value) : node.namedChild(node.namedChildCount - 1);
    if (!name || !value || value.id === name.id || functionsLike.test(value.type)) return;
    if (this.bindsInPairs(node, name, value)) return;
    const own = this.taintOf(value);
    // `a += x` keeps what was there and puts the rest behind it.
    const before = shape?.adds ? this.lookUp(name.text, node) : undefined;
    const taint = own && shape?.adds ? { ...own, joined: true, starts: false } : own;
    const owner = this.functionOf(node)?.id ?? 0;
    const names = boundNames(name);
    const none = { line: 0, joined: false, starts: false };
    // What stands on the right still sees the old value.
    const until = (taint ?? before) ? undefined : emptyBranchEnd(node);
    for (const each of names)
      this.bind(owner, {
        name: each,
        at: node.endIndex,
        taint: taint ?? before ?? none,
        ...(until === undefined ? {} : { until }),
      });
  }

  /** `a, b = x, y` gives each name its own value. */
  private bindsInPairs(node: Node, name: Node, value: Node): boolean {
    if (!/list|tuple/.test(name.type) || !/list|tuple/.test(value.type)) return false;
    if (name.namedChildCount !== value.namedChildCount) return false;
    const owner = this.functionOf(node)?.id ?? 0;
    for (const [index, each] of name.namedChildren.entries()) {
      const given = value.namedChild(index);
      const taint = given ? this.taintOf(given) : undefined;
      const none = { line: 0, joined: false, starts: false };
      if (each) this.bind(owner, { name: each.text, at: node.endIndex, taint: taint ?? none });
    }
    return true;
  }

  /** `text.append(part)`: the text holds the part from here on, and what it held before. */
  private readAppend(node: Node): void {
    const given = node.childForFieldName('arguments');
    let target: Node | null = node.childForFieldName('object');
    // `text.append(a).append(b)` is one chain.
    while (target && !identifiers.test(target.type)) target = target.childForFieldName('object');
    const taint = given ? this.taintOf(given) : undefined;
    if (!target || !taint) return;
    const name = target.text;
    const owner = this.functionOf(node)?.id ?? 0;
    this.bind(owner, { name, at: node.endIndex, taint: { ...taint, joined: true, starts: false } });
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
      const last = list.findLast(
        (entry) => entry.name === name && entry.at <= node.startIndex && (entry.until ?? Infinity) > node.startIndex,
      );
      if (last) return last.taint.line > 0 ? last.taint : undefined;
      if (!owner || this.language.closed?.includes(owner.type)) return undefined;
    }
  }

  /** Request data inside an expression, not looking into what a sanitiser or a function wraps. */
  taintOf(node: Node): Taint | undefined {
    if (functionsLike.test(node.type) || node.type === 'comment') return undefined;
    const text = node.text;
    if (text.length > 4000) return undefined;
    if (this.isSanitised(node) || ofUpload.test(text)) return undefined;
    const source = this.language.sources.exec(text);
    if (source?.index === 0 && !joins.has(node.type) && !this.isPart(node) && conditionOf(node) === undefined) {
      const own =
        /(?:\.(?:url|originalUrl)|URL\.Path|REQUEST_URI.{0,3})$/.test(source[0]) || /refer+er|cookie/i.test(text)
          ? { own: true }
          : {};
      const whole = /\.(?:body|query)$/.test(text) ? { whole: true } : {};
      const upload = /\.(?:files|FILES)\b/.test(source[0]) && !/name\b/i.test(text) ? { upload: true } : {};
      return { line: node.startPosition.row + 1, joined: false, starts: true, ...own, ...whole, ...upload };
    }
    if (identifiers.test(node.type)) return this.lookUp(text, node);
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
    const isChoice = operator !== undefined && choosingOperators.test(operator);
    const isJoin = !isChoice && (joins.has(node.type) || this.isJoiningCall(node));
    // What a table holds under a key of the request is the program's own.
    if (lookUps.test(node.type)) {
      const table = node.namedChild(0);
      return table ? this.taintOf(table) : undefined;
    }
    let ofParameter: Taint | undefined;
    // What is looked up by a key is not the key.
    const isLookUp = /[\w)\]]\.(?:get|fetch|dig|Get)$/.test(this.calleeOf(node) ?? '');
    const asked = isLookUp ? node.childForFieldName('arguments')?.id : conditionOf(node);
    for (const [index, part] of node.namedChildren.flatMap((child) => child ?? []).entries()) {
      // What a choice asks is not what it gives.
      if (part.id === asked) continue;
      const taint = this.taintOf(part);
      if (!taint || (ofParameter && taint.parameter)) continue;
      // An interpolation inside a string begins the text where nothing stands before it.
      const first = isJoin ? index === 0 && part.startIndex - node.startIndex <= 1 : !isInside(node, part);
      const leads = isJoin && !first && isHostAhead(node, part);
      const named = taint.upload === true && /\.\w*name$/i.test(node.text) ? { upload: false } : {};
      const own = { ...taint, ...named, joined: taint.joined || isJoin, starts: taint.starts && (first || leads) };
      if (!own.parameter) return own;
      ofParameter = own;
    }
    return ofParameter;
  }

  /** A call that makes something else of the text. */
  private isOtherCall(node: Node): boolean {
    const callee = this.calleeOf(node);
    if (callee === undefined || passingCalls.test(callee) || joiningCalls.test(callee)) return false;
    // What a getter without arguments gives is a field of the object.
    return !(/\.get[A-Z]\w*$/.test(callee) && node.childForFieldName('arguments')?.namedChildCount === 0);
  }

  private calleeOf(node: Node): string | undefined {
    const shape = this.language.calls.find((call) => call.type === node.type);
    if (shape?.constant !== undefined) return undefined;
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
