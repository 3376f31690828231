import { parentKey } from '../schemaKeys';

interface Placed {
  readonly schemaKey: string;
  readonly parentSchemaKey: string | undefined;
}

/**
 * Parents first, else in the order given. `circular` are nodes that would lie below themselves; contexts that exist
 * already keep their place, so they end every way up.
 */
export function orderNodes<N extends Placed>(
  nodes: readonly N[],
  exists: (schemaKey: string) => boolean,
): { ordered: N[]; circular: N[] } {
  const byKey = new Map(nodes.map((node) => [node.schemaKey, node]));
  const above = (key: string): string | undefined =>
    exists(key) ? undefined : (byKey.get(key)?.parentSchemaKey ?? parentKey(key));
  const ordered = new Set<N>();
  const circular = new Set<N>();
  for (const node of nodes) {
    const way = wayUp(node.schemaKey, above);
    const onWay = way.flatMap((key) => byKey.get(key) ?? []);
    // The way up ends at a known context, at the root, or in a circle; what leads into a circle has no place either.
    const last = way.at(-1);
    const next = last === undefined ? undefined : above(last);
    if (next !== undefined && way.includes(next)) circular.add(node);
    else for (const parent of onWay.reverse()) ordered.add(parent);
  }
  return { ordered: [...ordered], circular: [...circular] };
}

function wayUp(key: string, above: (key: string) => string | undefined): string[] {
  const way = new Set<string>();
  for (let at: string | undefined = key; at !== undefined && !way.has(at); at = above(at)) way.add(at);
  return [...way];
}
