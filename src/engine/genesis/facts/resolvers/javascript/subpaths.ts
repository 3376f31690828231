import type { SubpathTargets } from '../../moduleConfig';

/** Targets of the most exact pattern (one `*` at most) that a name fits, the star filled in. */
export function matchSubpath(patterns: readonly SubpathTargets[], name: string): readonly string[] {
  let best: SubpathTargets | undefined;
  let bestStar = -1;
  for (const pattern of patterns) {
    const star = pattern.subpath.indexOf('*');
    if (star === -1 && pattern.subpath === name) return pattern.targets;
    if (star > bestStar && fits(pattern.subpath, star, name)) [best, bestStar] = [pattern, star];
  }
  if (best === undefined) return [];
  const filling = name.slice(bestStar, name.length - (best.subpath.length - bestStar - 1));
  return best.targets.map((target) => target.replace('*', () => filling));
}

function fits(pattern: string, star: number, name: string): boolean {
  const tail = pattern.slice(star + 1);
  return (
    star !== -1 && name.length >= pattern.length - 1 && name.startsWith(pattern.slice(0, star)) && name.endsWith(tail)
  );
}
