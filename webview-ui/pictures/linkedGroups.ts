interface Box {
  readonly id: string;
}
interface Link {
  readonly from: string;
  readonly to: string;
}

/** The boxes that hang together by links, the largest group first, and those without any link to another one. */
export function linkedGroups<B extends Box>(
  boxes: readonly B[],
  links: readonly Link[],
): { readonly groups: readonly (readonly B[])[]; readonly loose: readonly B[] } {
  const parent = new Map(boxes.map(({ id }) => [id, id]));
  const rootOf = (id: string): string => {
    let root = id;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(id, root);
    return root;
  };
  for (const { from, to } of links) if (parent.has(from) && parent.has(to)) parent.set(rootOf(from), rootOf(to));
  const groups = new Map<string, B[]>();
  for (const box of boxes) {
    const root = rootOf(box.id);
    groups.set(root, [...(groups.get(root) ?? []), box]);
  }
  const all = [...groups.values()].sort((a, b) => b.length - a.length);
  return {
    groups: all.filter((group) => group.length > 1),
    loose: all.filter((group) => group.length === 1).flat(),
  };
}
