import type { Node } from 'web-tree-sitter';
import type { LanguageId, SourceFile } from '../../../sourceFile';
import { isTestedLater, type Need, type ReadList } from '../environmentFacts';

/** How one language reads a variable: a query with `name`, what the callee must look like, and when a default is given. */
interface TreeReader {
  /** Stands in every text in which the reader finds something: a quick look before the query. */
  readonly needs: RegExp;
  readonly query: string;
  /** On the text of the capture `callee`. */
  readonly callee: RegExp;
  /** On the text of the capture `arguments`, or of what stands around. */
  readonly withDefault?: RegExp;
  /** Type of a parent node that makes the read optional. */
  readonly optionalParents?: readonly string[];
  /** On the text of the call and what follows it in its expression: without a value the program stops there. */
  readonly demands?: RegExp;
  /** The call gives an option, or a result that says whether there is a value: only what demands it needs it. */
  readonly givesOption?: boolean;
}

export const treeReaders: Readonly<Partial<Record<LanguageId, readonly TreeReader[]>>> = {
  java: [
    {
      needs: /\bgetenv\b/,
      query:
        '(method_invocation object: (identifier) @callee name: (identifier) @method arguments: (argument_list . (string_literal (string_fragment) @name)) @arguments) @call (#eq? @method "getenv")',
      callee: /^System$/,
      optionalParents: ['binary_expression', 'ternary_expression'],
      demands: /^requireNonNull\b/,
    },
  ],
  go: [
    {
      needs: /\bos\.Getenv\b/,
      query:
        '(call_expression function: (selector_expression) @callee arguments: (argument_list . (interpreted_string_literal) @name) @arguments) @call',
      callee: /^os\.Getenv$/,
      optionalParents: ['binary_expression'],
    },
    {
      needs: /\bos\.LookupEnv\b/,
      query:
        '(call_expression function: (selector_expression) @callee arguments: (argument_list . (interpreted_string_literal) @name) @arguments) @call',
      callee: /^os\.LookupEnv$/,
      givesOption: true,
    },
  ],
  ruby: [
    {
      needs: /\bENV\b/,
      query: '(element_reference object: (constant) @callee . (string (string_content) @name)) @call',
      callee: /^ENV$/,
      optionalParents: [
        'binary',
        'if',
        'unless',
        'if_modifier',
        'unless_modifier',
        'conditional',
        'call',
        'unary',
        'argument_list',
      ],
    },
    {
      needs: /\bENV\b/,
      query:
        '(call receiver: (constant) @callee method: (identifier) @method arguments: (argument_list . (string (string_content) @name)) @arguments) @call (#any-of? @method "fetch" "key?" "has_key?")',
      callee: /^ENV$/,
      withDefault: /,/,
      demands: /\.fetch\b/,
      optionalParents: ['if', 'unless', 'if_modifier', 'unless_modifier', 'conditional'],
    },
  ],
  php: [
    {
      needs: /\b(?:get)?env\b/i,
      query:
        '(function_call_expression function: (name) @callee arguments: (arguments . (argument (string (string_content) @name))) @arguments) @call',
      callee: /^(env|getenv)$/i,
      withDefault: /,/,
      optionalParents: ['binary_expression', 'conditional_expression', 'if_statement', 'unary_op_expression'],
    },
    {
      needs: /\$_ENV\b/,
      query: '(subscript_expression . (variable_name) @callee (string (string_content) @name)) @call',
      callee: /^\$_ENV$/,
      optionalParents: ['binary_expression', 'conditional_expression', 'arguments'],
    },
  ],
  csharp: [
    {
      needs: /\bEnvironment\.GetEnvironmentVariable\b/,
      query:
        '(invocation_expression function: (member_access_expression) @callee arguments: (argument_list . (argument (string_literal (string_literal_content) @name))) @arguments) @call',
      callee: /^(System\.)?Environment\.GetEnvironmentVariable$/,
      optionalParents: ['binary_expression', 'conditional_expression'],
      demands: /^[^;]{0,300}\?\?\s{0,9}throw\b/,
    },
  ],
  rust: [
    {
      needs: /\b(?:env|dotenvy?)::var/,
      query:
        '(call_expression function: (_) @callee arguments: (arguments . (string_literal (string_content) @name)) @arguments) @call',
      callee: /^(std::)?env::(var|var_os)$|^(dotenvy|dotenv)::var$/,
      givesOption: true,
      demands: /^[^;"]{0,60}"[^"]{0,100}"\s{0,9}\)\s{0,9}\.\s{0,9}(?:unwrap|expect)\b/,
    },
    {
      needs: /\b(?:option_)?env\s{0,9}!/,
      query: '(macro_invocation macro: (_) @callee (token_tree . (string_literal (string_content) @name))) @call',
      callee: /^(option_)?env$/,
      givesOption: true,
      demands: /^env\b/,
    },
  ],
};

export function treeReads(file: SourceFile, reads: ReadList): void {
  // Laravel's configuration leaves null what is not set, and whoever uses it decides.
  const isLenient = file.language === 'php' && /(^|\/)config\//.test(file.path);
  for (const reader of treeReaders[file.language] ?? []) {
    if (!reader.needs.test(file.text)) continue;
    for (const captures of file.matches(reader.query)) {
      const node = (wanted: string): Node | undefined => captures.find((one) => one.name === wanted)?.node;
      const [callee, name, call] = [node('callee'), node('name'), node('call')];
      if (callee === undefined || name === undefined || !reader.callee.test(callee.text)) continue;
      if (isWritten(call)) continue;
      const given = reader.withDefault?.test(node('arguments')?.text ?? '') === true || hasBlock(call);
      const need = given || isLenient ? 'optional' : needOf(file, call ?? callee, reader);
      reads.add(name.text.replaceAll('"', ''), file.lineAt(name.startIndex), need);
    }
  }
}

/** `ENV["X"] = "1"` sets it, and so does `ENV["X"] ||= "1"` where nobody else did. */
function isWritten(call: Node | undefined): boolean {
  const parent = call?.parent;
  if (parent?.type !== 'assignment' && parent?.type !== 'assignment_expression') return false;
  return parent.childForFieldName('left')?.id === call?.id;
}

/** `ENV.fetch("X") { "default" }` */
function hasBlock(call: Node | undefined): boolean {
  return call?.namedChildren.some((child) => child?.type === 'block' || child?.type === 'do_block') === true;
}

/** What happens without a value is said by what stands around the call, or by what becomes of the name it is kept under. */
function needOf(file: SourceFile, call: Node, reader: TreeReader): Need {
  const parent = call.parent;
  const around = file.text.slice(call.startIndex, call.startIndex + 400);
  if (reader.demands?.test(around) === true) return 'demanded';
  if (reader.givesOption === true || parent === null) return 'optional';
  if (reader.optionalParents?.includes(parent.type) === true) return 'optional';
  const kept = /([A-Za-z_]\w{0,79})\s{0,9}:?=\s{0,9}$/.exec(
    file.text.slice(Math.max(0, call.startIndex - 120), call.startIndex),
  )?.[1];
  return kept !== undefined && isTestedLater(kept, file.text) ? 'optional' : 'plain';
}
