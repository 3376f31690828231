import type { Node } from 'web-tree-sitter';
import { fieldOf, textOf } from './nodes';

const named =
  /(?:function|method|singleton_method|declarat|definition|assignment|property|field|pair|keyed_element|const_spec|var_spec|short_var|const_item|static_item|let_|array_element_initializer)/;
const back =
  /^(?:down|downgrade|rollbacks?|revert|undo|safe_?down|un_?apply|reverse)$|^(?:down|rollback|undo)(?=_|[A-Z])|(?:Down|Rollbacks?|_down|_rollbacks?)$/;

/** The last name of what a node gives a name to: `exports.down`, `"down"`, `def down`, `const dropUsersDown`. */
function nameOf(node: Node): string {
  const holder =
    fieldOf(node, 'name') ?? fieldOf(node, 'key') ?? fieldOf(node, 'left') ?? (node.namedChild(0) || undefined);
  const text = textOf(holder);
  return /^[^()\n]{0,80}?(\w{1,80})\W{0,3}$/.exec(text)?.[1] ?? '';
}

/** Whether a step stands in the part of a migration that takes it back again, however that part is written. */
export function isWayBack(step: Node): boolean {
  for (let node: Node | null = step.parent; node; node = node.parent) {
    if (named.test(node.type) && back.test(nameOf(node))) return true;
    // `dir.down { … }` in Ruby.
    if (node.type === 'call' && fieldOf(node, 'block') && textOf(fieldOf(node, 'method')) === 'down') return true;
  }
  return false;
}
