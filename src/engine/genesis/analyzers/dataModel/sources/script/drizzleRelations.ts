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

/** `relations(notes, ({ one, many }) => ({ … }))`, in whatever file it stands. */
export function drizzleRelations(calls: readonly Node[], root: Node): RelatedModel[] {
  return calls.flatMap((call) => {
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
