import type { SourceFile } from '../../../sourceFile';
import type { WayFact } from '../wayRule';

const absintheRoot =
  /^(\s{0,20})(?:(query|mutation|subscription)(?:\s{1,4}(?:name|description):[^\n]{0,80})?|object[ (]\s{0,3}:(\w{1,80})_(queries|query|mutations|mutation|subscriptions))\)?\s{1,5}do\b/;
const field = /^(\s{1,20})field[ (]\s{0,3}:?(\w{1,80})/;
const rubyRoot =
  /^(\s{0,20})class\s{1,5}(?:\w{1,40}::){0,4}(Query|Mutation|Subscription)(?:(?:Type|Root)\b|s?\s{0,5}<\s{0,5}[\w:]{0,100}(?:Object|GraphQL|Types?|Root|Schema)\b)/;

/** Roots of Absinthe and graphql-ruby: blocks and classes with a `field` on each line of their first level. */
export function blockGraphql(text: string, file: SourceFile): WayFact[] {
  const isRuby = file.language === 'ruby';
  const facts: WayFact[] = [];
  let root: { readonly name: string; readonly indent: number } | undefined;
  let level: number | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const head = (isRuby ? rubyRoot : absintheRoot).exec(line);
    if (head !== null) {
      const word = (isRuby ? head[2] : (head[2] ?? head[4])) ?? '';
      root = { name: rootName(word), indent: head[1]?.length ?? 0 };
      level = undefined;
      continue;
    }
    if (root === undefined) continue;
    if (/^\s{0,20}end\b/.test(line) && line.search(/\S/) <= root.indent) {
      root = undefined;
      continue;
    }
    const found = field.exec(line);
    if (found === null) continue;
    level ??= found[1]?.length ?? 0;
    if (found[1]?.length !== level) continue;
    facts.push({
      kind: 'graphql',
      framework: isRuby ? 'GraphQL (graphql-ruby)' : 'GraphQL (Absinthe)',
      name: `${root.name}.${found[2]}`,
      line: index + 1,
    });
  }
  return facts;
}

function rootName(word: string): string {
  const base = word
    .toLowerCase()
    .replace(/^queries$/, 'query')
    .replace(/(?<=mutation|subscription)s$/, '');
  return `${base.charAt(0).toUpperCase()}${base.slice(1)}`;
}
