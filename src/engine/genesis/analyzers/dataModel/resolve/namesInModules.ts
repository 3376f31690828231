import type { PlacedModel } from '../schema/foldSchema';

/** With the modules around it. */
export const fullNameOf = ({ name, aliases = [] }: PlacedModel): string =>
  aliases.find((alias) => alias.endsWith(`::${name}`)) ?? name;

/**
 * Ruby looks for a class from the inside out: `Post` in `User::Profile` is `User::Profile::Post`, else `User::Post`, else
 * `Post`. Gives the name that the inventory has for what a model calls so.
 */
export function namesInModules(models: readonly PlacedModel[]): (at: number, to: string) => string {
  const known = new Map<string, string>();
  for (const model of models) if (model.kind === 'active-record') known.set(fullNameOf(model), model.name);
  return (at, to) => {
    const model = models[at];
    if (model?.kind !== 'active-record') return to;
    const parts = fullNameOf(model).split('::');
    for (let inside = parts.length; inside >= 0; inside -= 1) {
      const found = known.get([...parts.slice(0, inside), to].join('::'));
      if (found !== undefined) return found;
    }
    return to.split('::').at(-1) ?? to;
  };
}
