import { asideRoles } from '../../../fileRoles';
import { askedElsewhere } from '../flow/checks';
import { isCallOf } from '../flow/flowEnds';
import type { FlowEnd, WeaknessPlace } from '../weakness';
import { openToCallers } from './openToCallers';
import type { Placed } from './places';

/** Without ends of flows; what a function opens and a call of another file gives request data to is told. */
export function joinFlows(all: readonly Placed<WeaknessPlace>[]): Placed<WeaknessPlace>[] {
  // A call that two parameters of its function reach is one flaw, told by the surer of them.
  const joined = new Map<string, Placed<WeaknessPlace>>();
  const others: Placed<WeaknessPlace>[] = [];
  for (const one of joinEnds(all)) {
    const { rule, line, sourcePath } = one.place;
    const key = `${one.file.path}:${rule}:${line}`;
    const told = joined.get(key);
    if (sourcePath === undefined) others.push(one);
    else if (told === undefined || (told.place.possible === true && one.place.possible !== true)) joined.set(key, one);
  }
  // One parameter of a function is given a value, others are open to whoever calls it: one place.
  const seen = new Set(joined.keys());
  const alone = others.filter(({ file, place }) => {
    const key = `${file.path}:${place.rule}:${place.line}:${place.what ?? ''}`;
    const isNew = !seen.has(`${file.path}:${place.rule}:${place.line}`) && !seen.has(key);
    seen.add(key);
    return isNew;
  });
  return [...alone, ...joined.values()];
}

/** So many steps lie between what takes a request and what runs it, and so many values are followed through them. */
const mostSteps = 3;
const mostHanded = 2_000;

/** Calls that give request data, and what functions of other files hand on of it. */
function givenEnds(all: readonly Placed<WeaknessPlace>[]): Map<string, Placed<WeaknessPlace>[]> {
  const given = new Map<string, Placed<WeaknessPlace>[]>();
  const add = (end: FlowEnd, one: Placed<WeaknessPlace>): void =>
    void given.set(end.name, [...(given.get(end.name) ?? []), one]);
  const relays = new Map<string, Placed<WeaknessPlace>[]>();
  let last: Placed<WeaknessPlace>[] = [];
  for (const one of all) {
    const end = one.place.end;
    if (end === undefined || asideRoles.has(one.file.role) || one.place.aside === true) continue;
    if (end.kind === 'relay') relays.set(end.name, [...(relays.get(end.name) ?? []), one]);
    if (end.kind !== 'given') continue;
    add(end, one);
    last.push(one);
  }
  const seen = new Set<string>();
  for (let step = 0; step < mostSteps && relays.size > 0 && seen.size < mostHanded; step++) {
    last = last.flatMap(({ file, place }) =>
      (relays.get(place.end?.name ?? '') ?? []).flatMap(({ file: other, place: { end: relay } }) => {
        const end = place.end;
        if (end === undefined || relay?.to === undefined || other.path === file.path) return [];
        if (other.language !== file.language || !isCallOf(end, relay) || seen.size >= mostHanded) return [];
        const handed: FlowEnd = { ...end, ...relay.to, parameter: '' };
        const key = `${file.path}:${place.line}:${handed.name}:${handed.index}:${handed.homes.join()}`;
        if (seen.has(key)) return [];
        seen.add(key);
        const one = { file, place: { ...place, possible: true as const, end: handed } };
        add(handed, one);
        return [one];
      }),
    );
  }
  return given;
}

function joinEnds(all: readonly Placed<WeaknessPlace>[]): Placed<WeaknessPlace>[] {
  const given = givenEnds(all);
  const opened = new Map<string, Placed<WeaknessPlace>[]>();
  for (const one of all)
    if (one.place.end?.kind === 'open')
      opened.set(one.place.end.name, [...(opened.get(one.place.end.name) ?? []), one]);
  /** No function of another file may be meant by the call as well. */
  const isOnlyOne = ({ file, place }: Placed<WeaknessPlace>, open: Placed<WeaknessPlace>): boolean =>
    (opened.get(place.end?.name ?? '') ?? []).every(
      (other) =>
        other.file.path === open.file.path ||
        other.file.language !== file.language ||
        (place.end !== undefined && other.place.end !== undefined && !isCallOf(place.end, other.place.end)),
    );
  const hasRequests = given.size > 0;
  // A text that is run by a function of two files is one flaw.
  const told = new Set<string>();
  return all.flatMap((one) => {
    const open = one.place.end;
    if (open === undefined) return [one];
    if (open.kind !== 'open') return [];
    const callers = (given.get(open.name) ?? []).filter(({ file, place }) => {
      const end = place.end;
      return (
        end !== undefined &&
        file.path !== one.file.path &&
        file.language === one.file.language &&
        isCallOf(end, open) &&
        (open.sql !== true || end.sql === true) &&
        askedElsewhere(one.place.rule, end.asked ?? []) !== 'enough'
      );
    });
    // What a function runs as SQL is put together where it is called.
    if (open.sql === true)
      return callers.flatMap((caller) => {
        const { end: _, ...at } = caller.place;
        const key = `${caller.file.path}:${at.line}`;
        if (told.has(key)) return [];
        told.add(key);
        return { file: caller.file, place: { ...at, rule: one.place.rule } };
      });
    const sure = callers.find((caller) => caller.place.possible !== true && isOnlyOne(caller, one));
    const caller = sure ?? callers[0];
    if (caller === undefined) return hasRequests ? openToCallers(one) : [];
    const { end: _, ...place } = one.place;
    const at = { ...place, sourcePath: caller.file.path, sourceLine: caller.place.line, fromRequest: true as const };
    return [{ file: one.file, place: sure === undefined ? { ...at, possible: true } : at }];
  });
}
