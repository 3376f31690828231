import type { Node } from 'web-tree-sitter';
import type { LanguageId, SourceFile } from '../../../sourceFile';
import type { ReadList } from '../environmentFacts';

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
}

export const treeReaders: Readonly<Partial<Record<LanguageId, readonly TreeReader[]>>> = {
  java: [
    {
      needs: /\bgetenv\b/,
      query:
        '(method_invocation object: (identifier) @callee name: (identifier) @method arguments: (argument_list . (string_literal (string_fragment) @name)) @arguments) @call (#eq? @method "getenv")',
      callee: /^System$/,
      optionalParents: ['binary_expression', 'ternary_expression'],
    },
  ],
  go: [
    {
      needs: /\bos\.(?:Getenv|LookupEnv)\b/,
      query:
        '(call_expression function: (selector_expression) @callee arguments: (argument_list . (interpreted_string_literal) @name) @arguments) @call',
      callee: /^os\.(Getenv|LookupEnv)$/,
      optionalParents: ['binary_expression'],
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
    },
  ],
  rust: [
    {
      needs: /\b(?:env|dotenvy?)::var/,
      query:
        '(call_expression function: (_) @callee arguments: (arguments . (string_literal (string_content) @name)) @arguments) @call',
      callee: /^(std::)?env::(var|var_os)$|^(dotenvy|dotenv)::var$/,
      optionalParents: [],
    },
    {
      needs: /\b(?:option_)?env\s{0,9}!/,
      query: '(macro_invocation macro: (_) @callee (token_tree . (string_literal (string_content) @name))) @call',
      callee: /^(option_)?env$/,
      optionalParents: [],
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
      const given = reader.withDefault?.test(node('arguments')?.text ?? '') ?? false;
      reads.add(
        name.text.replaceAll('"', ''),
        file.lineAt(name.startIndex),
        !given && !isLenient && !isOptional(call, reader),
      );
    }
  }
}

/** Rust says what happens without a value in the call that follows. */
function isOptional(call: Node | undefined, reader: TreeReader): boolean {
  const parent = call?.parent;
  if (parent === null || parent === undefined) return false;
  if (reader.optionalParents?.includes(parent.type)) return true;
  return /^\s*\.\s*(unwrap_or|unwrap_or_else|unwrap_or_default|ok|is_ok|is_err|map_or)\b/.test(
    parent.text.slice((call?.endIndex ?? 0) - parent.startIndex),
  );
}
