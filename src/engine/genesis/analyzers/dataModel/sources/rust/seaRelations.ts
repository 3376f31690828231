import type { Node } from 'web-tree-sitter';
import type { WrittenRelation } from '../../modelFact';
import { childrenOf, fieldOf, lineOf, snakeCase, textOf } from '../../syntax/nodes';

const kinds = { belongs_to: 'many-to-one', has_many: 'one-to-many', has_one: 'one-to-one' } as const;

const isKind = (word: string): word is keyof typeof kinds => word in kinds;

/** A name that is a word of the language is written `r#type`. */
export const nameOf = (written: string): string => written.replace(/^r#/, '');

/** What is said of an item in brackets; its comments are for readers. */
export function attributesBefore(node: Node): string[] {
  const found: string[] = [];
  for (
    let at = node.previousNamedSibling;
    at?.type === 'attribute_item' || at?.type === 'line_comment' || at?.type === 'block_comment';
    at = at.previousNamedSibling
  )
    if (at.type === 'attribute_item') found.push(at.text);
  return found;
}

/** `super::order_line::Entity` is the entity of the module `order_line`. */
const moduleIn = (path: string): string | undefined => /(?:^|::)(?:r#)?(\w{1,100})::Entity\b/.exec(path)?.[1];

/** The one column that holds the key; of several none stands for it. */
const columnIn = (marks: string): string | undefined => {
  const written = /\bfrom\s*=\s*"(?:Column::|Self::)?(?:r#)?(\w{1,100})"/.exec(marks)?.[1];
  return written === undefined ? undefined : snakeCase(written);
};

function relationOf(marks: string, name: string, type: string, line: number): WrittenRelation | undefined {
  const match = /\b(belongs_to|has_many|has_one)\b(?:\s*=\s*"([^"]{1,200})")?/.exec(marks);
  const word = match?.[1] ?? '';
  const to = moduleIn(match?.[2] ?? type);
  if (!isKind(word) || to === undefined) return undefined;
  const column = word === 'belongs_to' ? columnIn(marks) : undefined;
  return { field: column ?? snakeCase(nameOf(name)), to, kind: kinds[word], line };
}

/** `Self::Cake => Entity::has_many(super::cake::Entity)`, as it is written without the derived form. */
const writtenOut =
  /Entity::(belongs_to|has_many|has_one)\(\s*([\w:#]{1,200})\s*\)(?:\s*\.from\(\s*Column::(\w{1,100})\s*\))?/g;

function ofTrait(implementation: Node): WrittenRelation[] {
  return [...implementation.text.matchAll(writtenOut)].flatMap((match) => {
    const [, word = '', path = '', column] = match;
    const to = moduleIn(path);
    const line = lineOf(implementation) + implementation.text.slice(0, match.index).split('\n').length - 1;
    return isKind(word) && to !== undefined
      ? [{ field: column === undefined ? to : snakeCase(column), to, kind: kinds[word], line }]
      : [];
  });
}

/** `impl Related<super::fruit::Entity> for Entity` that goes over a third one ties many to many. */
function ofRelated(implementation: Node): WrittenRelation[] {
  const to = moduleIn(textOf(fieldOf(implementation, 'trait')));
  if (to === undefined || !/\bfn\s+via\b/.test(implementation.text)) return [];
  return [{ field: to, to, kind: 'many-to-many', line: lineOf(implementation) }];
}

/** What is told of a model by its columns and by what stands beside it: `enum Relation`, or code that says the same. */
export function relationsBeside(model: Node, columns: readonly Node[]): WrittenRelation[] {
  const among = columns.flatMap(
    (column) =>
      relationOf(
        attributesBefore(column).join(' '),
        textOf(fieldOf(column, 'name')),
        textOf(fieldOf(column, 'type')),
        lineOf(column),
      ) ?? [],
  );
  const beside = childrenOf(model.parent, 'enum_item', 'impl_item').flatMap((item) => {
    if (item.type === 'enum_item')
      return textOf(fieldOf(item, 'name')) !== 'Relation'
        ? []
        : childrenOf(fieldOf(item, 'body'), 'enum_variant').flatMap(
            (one) => relationOf(attributesBefore(one).join(' '), textOf(fieldOf(one, 'name')), '', lineOf(one)) ?? [],
          );
    const trait = textOf(fieldOf(item, 'trait'));
    if (trait === 'RelationTrait') return ofTrait(item);
    return /^Related</.test(trait) ? ofRelated(item) : [];
  });
  return [...among, ...beside];
}
