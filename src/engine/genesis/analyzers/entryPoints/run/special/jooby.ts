import { optionsOf, routersIn, textOf } from '../values';
import type { SpecialVerbCode } from './specialVerb';

/** `mount("/admin", new AdminPages())`, `install("/admin", AdminPages::new)`: applications of Jooby below a path, or at the place of this one. */
export const joobyMount: SpecialVerbCode = (interpreter, node, call) => {
  const prefix = textOf(call.args[0]?.value);
  const isPlaced = call.args.length > 1;
  for (const { value } of call.args)
    for (const option of optionsOf(value)) {
      const type = option.kind === 'object' ? option.type : option.kind === 'class' ? option : undefined;
      const own = type === undefined ? undefined : interpreter.routers.nodeOfClassIfAny(type);
      const children = own?.rule === node.rule ? [own] : routersIn(option);
      for (const child of children)
        if (isPlaced && prefix === undefined) node.mountSomewhere(child);
        else if (child !== node) node.mount(child, isPlaced ? prefix : '');
    }
  return undefined;
};
