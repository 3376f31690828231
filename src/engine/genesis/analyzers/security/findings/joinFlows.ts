import { guards } from '../flow/checks';
import { isCallOf } from '../flow/flowEnds';
import type { WeaknessPlace } from '../weakness';
import { asideRoles, type Placed } from './places';

/** Without end of a flow; what a function opens and a call of another file gives request data to is told. */
export function joinFlows(all: readonly Placed<WeaknessPlace>[]): Placed<WeaknessPlace>[] {
  const given = new Map<string, Placed<WeaknessPlace>[]>();
  for (const one of all) {
    const end = one.place.end;
    if (end?.kind !== 'given' || asideRoles.has(one.file.role) || one.place.aside === true) continue;
    given.set(end.name, [...(given.get(end.name) ?? []), one]);
  }
  return all.flatMap((one) => {
    const open = one.place.end;
    if (open === undefined) return [one];
    if (open.kind === 'given') return [];
    const caller = given.get(open.name)?.find(({ file, place }) => {
      const end = place.end;
      return (
        end !== undefined &&
        file.path !== one.file.path &&
        file.language === one.file.language &&
        isCallOf(end, open) &&
        !guards(one.place.rule, end.asked ?? [])
      );
    });
    if (caller === undefined) return [];
    const { end: _, ...place } = one.place;
    return [{ file: one.file, place: { ...place, sourcePath: caller.file.path, sourceLine: caller.place.line } }];
  });
}
