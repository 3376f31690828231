import type { Node } from 'web-tree-sitter';
import type { SourceFile } from '../../../sourceFile';
import { isTestedLater, type Need, type ReadList } from '../environmentFacts';

const subscripts = '(subscript value: (_) @source subscript: (string (string_content) @name)) @whole';
/** Stand in every text in which the two queries find something: a quick look before them. */
const subscripted = /\benviron\b/;
const called =
  /\bgetenv\b|\benviron|\b(?:env(?:\.\w{1,20}|_?(?:int|bool|secret|str|list|float))?|config)\s{0,9}\(\s{0,200}[a-zA-Z]{0,3}["']/;
const calls =
  '(call function: (_) @callee arguments: (argument_list . (string (string_content) @name)) @arguments) @call';
const settings = '(class_definition name: (identifier) superclasses: (argument_list (_) @base) body: (block) @body)';

/** `os`, then what django-environ and decouple offer. */
const readers =
  /^((os\.)?(getenv|environ\.get|environb\.get|environ\.setdefault|environ\.pop)|env_?(int|bool|secret|str|list|float)|env(\.(str|bool|int|float|list|tuple|dict|json|url|db|db_url|cache|cache_url|email_url|search_url|path|bytes|decimal|get_value))?|config|decouple\.config|environ\.Env\(\))$/;

export function pythonReads(file: SourceFile, reads: ReadList): void {
  for (const captures of subscripted.test(file.text) ? file.matches(subscripts) : []) {
    const [whole, source, name] = ['whole', 'source', 'name'].map(
      (wanted) => captures.find((one) => one.name === wanted)?.node,
    );
    if (name === undefined || source === undefined || !/^(os\.)?environ$/.test(source.text)) continue;
    const isWritten = whole?.parent?.type === 'assignment' && whole.parent.childForFieldName('left')?.id === whole.id;
    if (!isWritten && whole?.parent?.type !== 'delete_statement')
      reads.add(name.text, file.lineAt(name.startIndex), 'demanded');
  }
  for (const captures of called.test(file.text) ? file.matches(calls) : []) {
    const [callee, name, given, call] = ['callee', 'name', 'arguments', 'call'].map(
      (wanted) => captures.find((one) => one.name === wanted)?.node,
    );
    if (callee === undefined || name === undefined || !readers.test(callee.text)) continue;
    const hasDefault = (given?.namedChildCount ?? 1) > 1 && /,\s*(?!cast\s*=)\S|default\s*=/.test(given?.text ?? '');
    // What django-environ and decouple are asked for without a default, they raise; helpers of the project do as they like.
    const raises = !/getenv$|environb?\.\w+$|^env_?[a-z]+$/.test(callee.text);
    const need = hasDefault || !isUsedAsIs(call, file.text) ? 'optional' : raises ? 'demanded' : 'plain';
    reads.add(name.text, file.lineAt(name.startIndex), need);
  }
  for (const match of file.text.matchAll(
    /["']([A-Z][A-Z0-9_]{1,79})["']\s{1,4}(?:not\s{1,4})?in\s{1,4}(?:os\.)?environ\b/g,
  ))
    reads.add(match[1] ?? '', file.lineAt(match.index), 'optional');
  if (file.text.includes('BaseSettings')) settingsClasses(file, reads);
}

/** `x or "default"`, `if os.getenv("X")`, `bool(os.getenv("X"))` and comparisons need no value. */
function isUsedAsIs(call: Node | undefined, text: string): boolean {
  const parent = call?.parent;
  if (parent === null || parent === undefined) return true;
  if (parent.type === 'assignment') return !isTestedLater(parent.childForFieldName('left')?.text ?? '', text);
  if (parent.type === 'argument_list') return parent.parent?.childForFieldName('function')?.text !== 'bool';
  return ![
    'boolean_operator',
    'comparison_operator',
    'not_operator',
    'if_statement',
    'conditional_expression',
    'named_expression',
  ].includes(parent.type);
}

/** Fields of pydantic's settings are variables of the same name in upper case, behind a prefix where one is set. */
function settingsClasses(file: SourceFile, reads: ReadList): void {
  for (const captures of file.matches(settings)) {
    const base = captures.find((one) => one.name === 'base')?.node;
    const body = captures.find((one) => one.name === 'body')?.node;
    if (body === undefined || !/(^|\.)BaseSettings$/.test(base?.text ?? '')) continue;
    const prefix = /env_prefix\s{0,3}=\s{0,3}["']([\w]{0,40})["']/.exec(body.text)?.[1] ?? '';
    for (const statement of body.namedChildren) {
      const assignment = statement?.type === 'expression_statement' ? statement.namedChild(0) : null;
      const name = assignment?.type === 'assignment' ? assignment.childForFieldName('left')?.text : undefined;
      if (name === undefined || name.startsWith('_') || /^model_config$/i.test(name) || assignment === null) continue;
      if (assignment.childForFieldName('type') === null) continue;
      const need: Need = assignment.childForFieldName('right') === null ? 'demanded' : 'optional';
      reads.add(`${prefix}${name}`.toUpperCase(), file.lineAt(assignment.startIndex), need);
    }
  }
}
