import type { SourceFile } from '../../../sourceFile';
import type { WayFact } from '../wayRule';

const rootClass = /^class\s{1,5}(\w{0,80}?)(Query|Queries|Mutations?|Subscriptions?)\s{0,4}(?:\(([^)]{0,400})\))?:/;
const graphene =
  /^(?: {2}| {4}|\t)(\w{1,80})\s{0,4}=\s{0,4}[\w.]{1,120}(?:Field|List|String|Int|Boolean|Float|ID)\w{0,20}\(/;
const strawberryField = /^(?: {2}| {4}|\t)(\w{1,80})\s{0,4}:\s{0,4}[^=]{1,200}=\s{0,4}strawberry/;
const resolver = /^(?: {2}| {4}|\t)(?:async\s{1,5})?def\s{1,5}(\w{1,80})/;

/** Graphene's and Strawberry's root types: classes whose attributes are the fields. */
export function pythonGraphql(text: string, file: SourceFile): WayFact[] {
  const facts: WayFact[] = [];
  let root: string | undefined;
  let isResolver = false;
  /** How far the first line of the class stands in. */
  let indent: number | undefined;
  const isPlain = /\bauto_camel_?case\s{0,4}=\s{0,4}False\b/.test(text);
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const head = rootClass.exec(line);
    if (head !== null) {
      // A class of `graphene.Mutation` is one mutation, with the fields of its answer.
      root = /\bMutation\s{0,4}$/.test(head[3] ?? '') ? undefined : singular(head[2] ?? '');
      indent = undefined;
      continue;
    }
    if (/^\S/.test(line) && !/^[)\]}]/.test(line)) root = undefined;
    if (root === undefined || line.trim() === '') continue;
    const own = line.search(/\S/);
    indent ??= own;
    if (own !== indent) continue;
    const method = isResolver ? resolver.exec(line)?.[1] : undefined;
    const name = graphene.exec(line)?.[1] ?? strawberryField.exec(line)?.[1] ?? method;
    if (/^(?: {2}| {4}|\t)@strawberry\w{0,20}\.(?:field|mutation|subscription|connection)\b/.test(line))
      isResolver = true;
    else if (method !== undefined) isResolver = false;
    if (name !== undefined)
      facts.push({
        kind: 'graphql',
        framework: file.text.includes('strawberry') ? 'GraphQL (Strawberry)' : 'GraphQL (Graphene)',
        name: `${root}.${isPlain ? name : camelCase(name)}`,
        line: index + 1,
      });
  }
  return facts;
}

/** Both libraries call a field so in the schema unless they are told otherwise. */
const camelCase = (name: string): string =>
  name.replace(/(?<=[A-Za-z\d])_([a-z\d])/g, (_whole, letter: string) => letter.toUpperCase());

const singular = (word: string): string => (word === 'Queries' ? 'Query' : word.replace(/s$/, ''));
