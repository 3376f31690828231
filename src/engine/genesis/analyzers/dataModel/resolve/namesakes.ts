import type { PlacedModel } from '../schema/foldSchema';

/** Languages whose modules are a part of a class's name, and what stands between the two. */
const separators: Readonly<Record<string, string>> = { ecto: '.', 'active-record': '::' };

/** With the modules around it, as far as the file tells them. */
function partsOf({ kind, name, aliases = [] }: PlacedModel): readonly string[] {
  const between = separators[kind];
  if (between === undefined) return [name];
  const full = aliases.find((alias) => alias === name || alias.endsWith(`${between}${name}`)) ?? name;
  return full.split(between);
}

/**
 * `Bans.User` and `Users.User` of one product are two entities: those of one name get as much of their modules as tells
 * them apart. What has no module, or the same one, keeps its name.
 */
export function withNamesakesApart(models: readonly PlacedModel[]): readonly PlacedModel[] {
  const byName = new Map<string, PlacedModel[]>();
  for (const model of models) {
    const key = `${model.kind} ${model.name}`;
    byName.set(key, [...(byName.get(key) ?? []), model]);
  }
  const told = new Map<PlacedModel, string>();
  for (const same of byName.values()) {
    if (same.length < 2) continue;
    const names = same.map(partsOf);
    for (const [at, parts] of names.entries()) {
      const [model] = same.slice(at, at + 1);
      const others = names.filter((_, other) => other !== at);
      const endsAlike = (count: number): boolean =>
        others.some((other) => other.slice(-count).join(' ') === parts.slice(-count).join(' '));
      let count = 1;
      while (count < parts.length && endsAlike(count)) count += 1;
      if (model !== undefined && count > 1) told.set(model, parts.slice(-count).join(separators[model.kind]));
    }
  }
  return models.map((model) => {
    const name = told.get(model);
    return name === undefined ? model : { ...model, name };
  });
}
