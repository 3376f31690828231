/** The shortest way from a node to one that is wanted, both included; `undefined` within `maxSteps` steps without one. */
export function shortestPath(
  start: string,
  next: (node: string) => readonly string[],
  wanted: (node: string) => boolean,
  maxSteps: number,
): readonly string[] | undefined {
  const before = new Map<string, string | undefined>([[start, undefined]]);
  let border = [start];
  for (let step = 0; step <= maxSteps && border.length > 0; step++) {
    const following: string[] = [];
    for (const node of border) {
      if (wanted(node)) return wayTo(node, before);
      for (const target of next(node)) {
        if (before.has(target)) continue;
        before.set(target, node);
        following.push(target);
      }
    }
    border = following;
  }
  return undefined;
}

function wayTo(end: string, before: ReadonlyMap<string, string | undefined>): string[] {
  const way: string[] = [];
  for (let node: string | undefined = end; node !== undefined; node = before.get(node)) way.push(node);
  return way.reverse();
}
