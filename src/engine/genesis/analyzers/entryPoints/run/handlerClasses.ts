import { nodeOfAttributes } from './attributes';
import type { Interpreter } from './interpreter';
import { namesOf } from './routers/handlerName';
import type { RouterNode } from './routers/routerNode';
import type { ClassValue } from './values';
import { pathTexts } from './values';

/** A class that is a router by the attributes of its methods (Litestar's controllers); `undefined` for other classes. */
export function nodeOfHandlers(interpreter: Interpreter, type: ClassValue): RouterNode | undefined {
  const node = interpreter.routers.nodeOfClassIfAny(type);
  const fields = node?.rule.handlerClasses;
  if (node === undefined || fields === undefined) return undefined;
  if (node.notes.has('handlers')) return node;
  node.notes.set('handlers', 'read');
  node.prefix = pathTexts(interpreter.objects.memberOfClass(type, fields.path))[0]?.text ?? '';
  const own = interpreter.classDeclarationOf(type)?.fields.find((field) => field.name === fields.guards)?.value;
  if (own?.is === 'list')
    node.given.push(...own.items.flatMap((source) => namesOf({ value: { kind: 'unknown' }, source })));
  const seen = new Set<string>();
  for (const ancestor of interpreter.ancestry.of(type))
    for (const id of interpreter.classDeclarationOf(ancestor)?.methods ?? []) {
      const { unit, scope } = ancestor;
      const name = unit.program.functions[id]?.name ?? '';
      if (seen.has(name)) continue;
      seen.add(name);
      const child = nodeOfAttributes(interpreter, { kind: 'function', unit, id, scope }, node.rule);
      if (child !== undefined) node.mount(child);
    }
  return node;
}

/** Such classes that nothing takes in are routers of their own. */
export function placeHandlerClasses(interpreter: Interpreter): void {
  const rules = interpreter.rules.rules.filter(
    (rule) => rule.handlerClasses !== undefined && interpreter.imports(rule),
  );
  for (const unit of rules.length === 0 ? [] : interpreter.project.units.values())
    if (rules.some((rule) => rule.languages.includes(unit.program.language)))
      unit.program.classes.forEach((_declared, id) => {
        nodeOfHandlers(interpreter, { kind: 'class', unit, id, scope: unit.scope });
      });
}
