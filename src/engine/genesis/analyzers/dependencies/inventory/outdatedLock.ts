import type { LockedPackage, ManifestFacts } from '../manifestFacts';
import { rangeOf } from '../versions/range';
import { compareNumbers, versionNumbers } from '../versions/version';

/** An override may hold a package or two below what is asked for; so many are not held by anybody. */
const fewest = 3;
const smallestPart = 0.3;

/**
 * A lock file that holds much of what the manifest asks for in versions older than it allows: it was left behind when
 * another tool, or a workspace around it, took over.
 */
export function isOutdated(
  locked: ReadonlyMap<string, readonly LockedPackage[]>,
  { ecosystem, requirements }: ManifestFacts,
): boolean {
  if (ecosystem === 'golang') return false;
  let older = 0;
  let compared = 0;
  for (const { name, declared } of requirements) {
    const from = /\d/.test(declared) ? rangeOf(ecosystem, declared)?.from : undefined;
    const held = (locked.get(name) ?? []).flatMap(({ version }) => {
      const numbers = versionNumbers(version);
      return numbers === undefined ? [] : [numbers];
    });
    if (from === undefined || held.length === 0) continue;
    compared++;
    if (held.every((numbers) => compareNumbers(numbers, from) < 0)) older++;
  }
  return older >= fewest && older >= compared * smallestPart;
}
