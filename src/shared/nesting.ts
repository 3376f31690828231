const deepest = 64;

export const tooDeep = `is nested more than ${deepest} levels deep`;

/** Whether a value may be walked by recursion: JSON of a stranger may be nested a hundred thousand levels deep. */
export function isShallow(value: unknown, levels = deepest): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels <= 0) return false;
  return Object.values(value).every((item) => isShallow(item, levels - 1));
}
