import type { Node } from 'web-tree-sitter';

const classLike = /^(?:class\w*|module|trait_declaration|struct_declaration|object_declaration)$/;

/** A field of the object itself: `this.x`, `self.x`, `$this->x`, `@x`. */
const ownField = /^(?:(?:this|self|cls|\$this|Me)(?:\??\.|->)(?<name>[A-Za-z_$]\w{0,60})|@(?<ruby>[a-z_]\w{0,60}))$/;

/** Its name; `undefined` for everything else. */
export function ownFieldName(text: string): string | undefined {
  if (text.length > 80) return undefined;
  const found = ownField.exec(text)?.groups;
  return found?.['name'] ?? found?.['ruby'];
}

/** The class around a node, by its id. */
export function classAround(node: Node): number | undefined {
  for (let at: Node | null = node.parent; at; at = at.parent) if (classLike.test(at.type)) return at.id;
  return undefined;
}

/** Objects that everybody hands around: what one of their fields holds says nothing of them. */
const everybodys =
  /^(?:this|self|cls|\$this|req|request|res|resp|response|ctx|context|session|\$_SESSION|\$_GET|\$_POST|window|document|module|exports|process|app|config|e|err|error|log|logger|console|std|os|sys)$/;

/** `user.name`: the object and its field, where both are plain names. */
export function fieldOfObject(text: string): { readonly object: string; readonly field: string } | undefined {
  const found = /^(?<object>\$?[A-Za-z_]\w{0,60})(?:\??\.|->)(?<field>[A-Za-z_]\w{0,60})$/.exec(text)?.groups;
  const { object = '', field = '' } = found ?? {};
  return object === '' || everybodys.test(object) ? undefined : { object, field };
}

/** The field that a getter of Java gives: `user.getName()` is `user.name`. */
export function fieldOfGetter(text: string): string | undefined {
  const found = /^(?<object>[A-Za-z_]\w{0,60})\.get(?<first>[A-Z])(?<rest>\w{0,60})\(\)$/.exec(text)?.groups;
  return found && `${found['object'] ?? ''}.${(found['first'] ?? '').toLowerCase()}${found['rest'] ?? ''}`;
}

/** The same of a setter, by its callee: `user.setName`. */
export function fieldOfSetter(callee: string): { readonly object: string; readonly field: string } | undefined {
  const found = /^(?<object>[A-Za-z_]\w{0,60})\.set(?<first>[A-Z])(?<rest>\w{0,60})$/.exec(callee)?.groups;
  const object = found?.['object'] ?? '';
  if (found === undefined || everybodys.test(object)) return undefined;
  return { object, field: `${(found['first'] ?? '').toLowerCase()}${found['rest'] ?? ''}` };
}

/** Fields that name where to go. */
export const namesAddress = /url|uri|href|host|base|link|target|endpoint|address|path/i;
