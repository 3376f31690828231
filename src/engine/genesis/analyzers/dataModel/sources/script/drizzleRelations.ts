import type { Node } from 'web-tree-sitter';
import type { DataRelation } from '../../../../../../shared/inventory';
import type { RelatedModel } from '../../modelFact';
import { childrenOf, descendantsOf, fieldOf, lineOf, textOf } from '../../syntax/nodes';
import { argsOf, keyOf, pairsOf, propertyOf } from '../../syntax/scriptNodes';

/** `posts` of `schema.posts`. */
const nameOf = (node: Node | undefined): string =>
  /^(?:\w{1,100}\.){0,3}([A-Za-z_]\w{0,100})$/.exec(textOf(node))?.[1] ?? '';

/** `one(users, { fields: [notes.ownerId], … })`: the side that names its columns has the key. */
function relationOf(field: string, call: Node | undefined): DataRelation | undefined {
  const maker = textOf(fieldOf(call, 'function'));
  const [target, settings] = argsOf(call);
  const to = nameOf(target);
  if ((maker !== 'one' && maker !== 'many') || to === '') return undefined;
  if (maker === 'many') return { field, to, kind: 'one-to-many' };
  const columns = childrenOf(propertyOf(settings, 'fields')).map(nameOf).filter(Boolean);
  // By the column, as a reference that the table itself declares: both tell the same.
  return columns.length > 0
    ? { field: columns.join(', '), to, kind: 'many-to-one' }
    : { field, to, kind: 'one-to-one' };
}

/** `r.one.users({ from: r.notes.ownerId, to: r.users.id })`, `r.many.notes()`. */
function namedRelationOf(field: string, call: Node | undefined): DataRelation | undefined {
  const [, maker, to = ''] = /^\w{1,40}\.(one|many)\.(\w{1,100})$/.exec(textOf(fieldOf(call, 'function'))) ?? [];
  if (maker === undefined) return undefined;
  if (maker === 'many') return { field, to, kind: 'one-to-many' };
  const from = propertyOf(argsOf(call)[0], 'from');
  const columns = (from?.type === 'array' ? childrenOf(from) : [from]).map(nameOf).filter(Boolean);
  return columns.length > 0
    ? { field: columns.join(', '), to, kind: 'many-to-one' }
    : { field, to, kind: 'one-to-one' };
}

/** `defineRelations(schema, (r) => ({ notes: { owner: r.one.users({ … }) } }))` of all tables at once. */
function definedRelations(call: Node, root: Node): RelatedModel[] {
  const made = argsOf(call)[1];
  if (made?.type !== 'arrow_function') return [];
  return pairsOf(unwrapped(fieldOf(made, 'body')), root).flatMap((table) =>
    pairsOf(fieldOf(table, 'value'), root).flatMap((pair): RelatedModel[] => {
      const relation = namedRelationOf(keyOf(pair), fieldOf(pair, 'value'));
      return relation === undefined
        ? []
        : [{ kind: 'drizzle', owner: keyOf(table), relation: { ...relation, line: lineOf(pair) } }];
    }),
  );
}

const unwrapped = (node: Node | undefined): Node | undefined =>
  node?.type === 'parenthesized_expression' ? (node.namedChild(0) ?? undefined) : node;

/** `relations(notes, ({ one, many }) => ({ … }))`, in whatever file it stands. */
export function drizzleRelations(calls: readonly Node[], root: Node): RelatedModel[] {
  return calls.flatMap((call) => {
    if (/^(?:\w+\.)?defineRelations(?:Part)?$/.test(textOf(fieldOf(call, 'function'))))
      return definedRelations(call, root);
    const [table, made] = argsOf(call);
    const owner = nameOf(table);
    if (
      !/^(?:\w+\.)?relations$/.test(textOf(fieldOf(call, 'function'))) ||
      made?.type !== 'arrow_function' ||
      owner === ''
    )
      return [];
    return pairsOf(descendantsOf(fieldOf(made, 'body'), 'object')[0], root).flatMap((pair): RelatedModel[] => {
      const relation = relationOf(keyOf(pair), fieldOf(pair, 'value'));
      return relation === undefined ? [] : [{ kind: 'drizzle', owner, relation: { ...relation, line: lineOf(pair) } }];
    });
  });
}
