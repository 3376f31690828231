import type { Node } from 'web-tree-sitter';
import { joined, namedChildren } from '../../lowering';
import type { Argument, Expression } from '../../program';
import { name, other, text } from '../../program';

/** `format!("{}/users", API)`, `format!("{API}/users")`, `format!("{API}/users/{{id}}")`. */
export function formatted(args: readonly Argument[]): Expression {
  const [format, ...values] = args.map((argument) => argument.value);
  if (format?.is !== 'text') return joined(args.map((argument) => argument.value));
  let next = 0;
  const parts = format.text.split(/(?<!\{)\{([\p{L}\p{N}_]*)\}(?!\})/u).map((part, at): Expression => {
    if (at % 2 === 0) return text(part.replace(/\{\{|\}\}/g, (pair) => pair.charAt(0)));
    return part === '' ? (values[next++] ?? other) : name(part);
  });
  return joined(parts);
}

/** Attributes stand as siblings before what they belong to. */
export function attributesBefore(node: Node): Node[] {
  const found: Node[] = [];
  for (
    let before = node.previousNamedSibling;
    before !== null && found.length < 30;
    before = before.previousNamedSibling
  ) {
    if (before.type === 'attribute_item') found.unshift(before);
    else if (!before.type.endsWith('comment')) break;
  }
  return found;
}

/** What is in them is what counts: `Arc<Mutex<Router>>`, `anyhow::Result<Router>`. */
const wrappers = /(?:^|\.)(?:Arc|Rc|Box|Cow|Option|Result|RefCell|OnceCell|OnceLock|LazyLock|\w*Mutex|\w*RwLock)$/;

export function typeName(node: Node | null): string | undefined {
  switch (node?.type) {
    case 'reference_type':
      return typeName(node.childForFieldName('type'));
    case 'generic_type': {
      const outer = typeName(node.childForFieldName('type'));
      const inner = wrappers.test(outer ?? '') ? node.childForFieldName('type_arguments')?.namedChild(0) : undefined;
      return (inner == null ? undefined : typeName(inner)) ?? outer;
    }
    case 'abstract_type':
      return typeName(node.childForFieldName('trait'));
    case 'type_identifier':
      return node.text;
    case 'scoped_type_identifier':
      return node.text.replace(/::/g, '.').replace(/<.*$/, '');
    default:
      return undefined;
  }
}

/** True if nothing but comments follows. */
export function isLast(node: Node): boolean {
  let next = node.nextNamedSibling;
  while (next !== null && /comment$/.test(next.type)) next = next.nextNamedSibling;
  return next === null;
}

/** A branch without a semicolon at the end of a block that is not the body of a loop: the block comes to what it comes to. */
export function isResult(node: Node): boolean {
  const { parent } = node;
  const isBody = parent?.type === 'block' && !/^(?:for|while|loop)_expression$/.test(parent.parent?.type ?? '');
  return isBody && !node.text.endsWith(';') && isLast(node);
}

/** `if prefix != "/" { router = Router::new().nest(&prefix, router); }`: what is put before all paths only where somebody sets it. */
export function isOnlyWhereSet(assignment: Node): boolean {
  const target = assignment.childForFieldName('left');
  const source = assignment.childForFieldName('right');
  const test = assignment.parent?.parent?.parent;
  if (test?.type !== 'if_expression' || target?.type !== 'identifier' || source?.type !== 'call_expression')
    return false;
  const called = source.childForFieldName('function')?.childForFieldName('field')?.text ?? '';
  const [prefix, below] = namedChildren(source.childForFieldName('arguments'));
  return (
    /^(?:nest|scope)$/.test(called) &&
    below?.text === target.text &&
    prefix !== undefined &&
    !/literal/.test(prefix.type) &&
    /\bis_(?:empty|some)\(\)|!= "\/?"|^let Some\(/.test(test.childForFieldName('condition')?.text ?? '')
  );
}

const forDevelopers = /\bcfg!?\s?\((?:debug_assertions|all\(debug_assertions\b[^()]*\))\)/;

/** `#[cfg(debug_assertions)]`: it is no part of what is released. */
export const isBuiltForDevelopers = (node: Node): boolean =>
  node.previousNamedSibling?.type === 'attribute_item' &&
  attributesBefore(node).some((attribute) => forDevelopers.test(attribute.text));
