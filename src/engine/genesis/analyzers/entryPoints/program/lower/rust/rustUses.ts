import type { Node } from 'web-tree-sitter';
import { namedChildren } from '../../lowering';
import type { Statement } from '../../program';

/** The imports of a `use` declaration, one for each name. */
export function usesOf(node: Node | null, prefix: string, line: number, push: (statement: Statement) => void): void {
  if (node === null) return;
  const path = (written: string | undefined): string =>
    [prefix, written].filter((part) => part !== '' && part !== undefined).join('::');
  switch (node.type) {
    case 'use_list':
      for (const child of namedChildren(node)) usesOf(child, prefix, line, push);
      return;
    case 'scoped_use_list':
      usesOf(node.childForFieldName('list'), path(node.childForFieldName('path')?.text), line, push);
      return;
    case 'use_as_clause': {
      const whole = path(node.childForFieldName('path')?.text);
      push(bound(whole, node.childForFieldName('alias')?.text ?? '', line));
      return;
    }
    case 'use_wildcard':
      push({ do: 'reexport', specifier: path(node.namedChild(0)?.text), bindings: [] });
      return;
    case 'self':
      push(bound(prefix, prefix.slice(prefix.lastIndexOf(':') + 1), line));
      return;
    default: {
      const whole = path(node.text);
      push(bound(whole, whole.slice(whole.lastIndexOf(':') + 1), line));
    }
  }
}

/** `use shop::axum::Router`: a crate may hand on the framework that it is built with. */
const handedOn =
  /^(?!crate\b|self\b|super\b|aide\b|paperclip\b)\w{1,60}::(?=(?:axum|axum_extra|actix_web|rocket|poem)(?:::|$))/;

function bound(written: string, local: string, line: number): Statement {
  const path = written.replace(handedOn, '');
  const at = path.lastIndexOf('::');
  const specifier = at === -1 ? path : path.slice(0, at);
  const imported = at === -1 ? '*' : path.slice(at + 2);
  return { do: 'import', specifier, bindings: [{ local, imported }], line };
}
