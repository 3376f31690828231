import type { SourceFile } from '../../../sourceFile';
import type { WayFact } from '../wayRule';

/** Between name and brace only what the language has: `type Query interface {` is a type of Go. */
const rootHead =
  /\b(?:extend\s{1,10})?type\s{1,10}(\w{1,80})(?:\s{1,10}implements\s[\w\s&,]{1,200})?(?:\s{0,10}@\w{1,80}(?:\([^)]{0,200}\))?){0,5}\s{0,10}\{/g;
/** What begins with a line below is none of the interface: a schema may not be empty, and a federation asks for its own. */
const fieldHead = /^[ \t]{0,40}([A-Za-z]\w{0,80})\s{0,10}(?:\(|:)/;
const usualRoots: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

/** Fields of the root types in a text of GraphQL's schema language, or in templates with such texts. */
export function graphqlFields(text: string, file: SourceFile, framework: string): WayFact[] {
  const roots = rootsOf(text);
  const facts: WayFact[] = [];
  for (const head of text.matchAll(rootHead)) {
    const [whole, type = ''] = head;
    const root = roots.get(type) ?? (usualRoots.has(type) && !isGiven(type, text) ? type : undefined);
    if (root === undefined) continue;
    const open = head.index + whole.length;
    for (const { name, offset } of fieldsIn(text, open))
      facts.push({
        kind: 'graphql',
        framework,
        name: `${root}.${name}`,
        line: file.lineAt(offset),
      });
    if (facts.length > 1_000) break;
  }
  return facts;
}

/** What a field holds is an object like any other: `subscription: Subscription` of one who pays each month. */
const isGiven = (type: string, text: string): boolean =>
  type === 'Subscription' && /:\s{0,9}\[{0,2}Subscription\b/.test(text);

/** `schema { query: RootQuery }`. */
function rootsOf(text: string): Map<string, string> {
  const roots = new Map<string, string>();
  const body = /\bschema\s{0,10}(?:@[^{]{0,200})?\{([^}]{0,400})\}/.exec(text)?.[1] ?? '';
  for (const [, operation = '', type = ''] of body.matchAll(
    /\b(query|mutation|subscription)\s{0,5}:\s{0,5}(\w{1,80})/g,
  ))
    roots.set(type, `${operation.charAt(0).toUpperCase()}${operation.slice(1)}`);
  return roots;
}

/** The lines of a body that begin with a field; arguments may go over several lines. */
function* fieldsIn(text: string, open: number): Iterable<{ name: string; offset: number }> {
  let depth = 0;
  let isDescribing = false;
  let at = open;
  while (at < text.length) {
    const end = text.indexOf('\n', at) === -1 ? text.length : text.indexOf('\n', at);
    const line = text.slice(at, end).replace(/#.*$/, '');
    const fences = line.split('"""').length - 1;
    if (!isDescribing && fences === 0) {
      const name = depth === 0 ? fieldHead.exec(line)?.[1] : undefined;
      if (name !== undefined) yield { name, offset: at + line.search(/\S/) };
      for (const char of line.replace(/"[^"]{0,300}"/g, '')) {
        if (char === '(' || char === '[' || char === '{') depth += 1;
        if (char === ')' || char === ']' || char === '}') depth -= 1;
        if (depth < 0) return;
      }
    } else if (fences % 2 === 1) isDescribing = !isDescribing;
    at = end + 1;
  }
}
