import { asideRoles } from '../../../fileRoles';
import { isSameKey } from '../rules/keys/writtenKeys';
import type { WeaknessPlace } from '../weakness';
import type { Placed } from './places';

const isProduct = ({ file, place }: Placed<WeaknessPlace>): boolean =>
  !asideRoles.has(file.role) && place.aside !== true;

/** Keys that one file writes and another signs, checks or encrypts with; the other ends tell nothing. */
export function joinKeys(all: readonly Placed<WeaknessPlace>[]): Placed<WeaknessPlace>[] {
  const uses = new Map<string, Placed<WeaknessPlace>[]>();
  for (const one of all) {
    if (one.place.rule !== 'key-use' || one.place.key === undefined || !isProduct(one)) continue;
    uses.set(one.place.key.name, [...(uses.get(one.place.key.name) ?? []), one]);
  }
  const refused = new Set(
    all.flatMap(({ place }) => (place.rule === 'key-refused' && place.key ? [place.key.name] : [])),
  );
  return all.flatMap((one) => {
    const { key, by: rule = 'literal-key', ...place } = one.place;
    if (key === undefined) return [one];
    if (place.rule !== 'key-text' || refused.has(key.name)) return [];
    const use = uses
      .get(key.name)
      ?.find(
        ({ place: { key: asked }, file }) =>
          asked !== undefined && file.path !== one.file.path && isSameKey(asked, key),
      );
    return use === undefined ? [] : [{ file: one.file, place: { ...place, rule } }];
  });
}
