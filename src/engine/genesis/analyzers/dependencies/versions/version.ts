/** Numbers of a version: `v1.2.3-beta` is `[1, 2, 3]`. Undefined where the text names no version. */
export function versionNumbers(text: string): readonly number[] | undefined {
  const match = /^[vV=\s]{0,4}(\d{1,9}(?:\.\d{1,9}){0,4})/.exec(text);
  return match?.[1]?.split('.').map(Number);
}

/** A released version, not an alpha, beta or candidate. */
export function isPrerelease(text: string): boolean {
  return /\d[-.]?(alpha|beta|rc|pre|dev|canary|next|preview|snapshot|m\d|a\d|b\d)/i.test(text);
}

/** Negative where `a` is older. Missing numbers count as 0. */
export function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

export function compareVersions(a: string, b: string): number {
  const difference = compareNumbers(versionNumbers(a) ?? [], versionNumbers(b) ?? []);
  return difference !== 0 ? difference : Number(isPrerelease(b)) - Number(isPrerelease(a));
}

/** `[1, 2, 3]` with the number at `index` raised and nothing after it: the first version of the next line. */
export function raised(numbers: readonly number[], index: number): number[] {
  const kept = Array.from({ length: index + 1 }, (_unused, at) => numbers[at] ?? 0);
  kept[index] = (kept[index] ?? 0) + 1;
  return kept;
}
