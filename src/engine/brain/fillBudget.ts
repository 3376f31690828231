import { countTokens } from '../countTokens';
import { type BrainPart, type BrainUnit, brainParts } from './brainUnit';

/** A unit that is in the document, in one of its forms. */
export interface PlacedUnit {
  readonly unit: BrainUnit;
  readonly whole: boolean;
}

export interface FilledPart {
  readonly part: BrainPart;
  readonly units: readonly PlacedUnit[];
}

export interface Filled {
  readonly parts: readonly FilledPart[];
  readonly omitted: readonly BrainUnit[];
}

const all = Object.keys(brainParts) as BrainPart[];
const byTurn = [...all].sort((a, b) => brainParts[a].turn - brainParts[b].turn);
/** As it stands in the document, with the line that ends it. */
const cost = (text: string): number => countTokens(`${text}\n\n`);

export const partHeading = (part: BrainPart): string => `## ${brainParts[part].title}`;

/**
 * Chooses what fits. Within a part the first units count most. Every part gets its share first; what nobody took goes to
 * all of them again, in the same order. The same units and budget give the same choice.
 */
export function fillBudget(units: readonly BrainUnit[], budget: number): Filled {
  const placed = new Map<BrainUnit, PlacedUnit>();
  const begun = new Set<BrainPart>();
  let left = budget;
  const visit = (part: BrainPart, room: number): void => {
    let rest = Math.min(room, left);
    for (const unit of units) {
      if (unit.part !== part || placed.get(unit)?.whole === true) continue;
      const had = placed.get(unit);
      const heading = begun.has(part) ? 0 : cost(partHeading(part));
      const given = had ? cost(unit.brief ?? '') : 0;
      const whole = cost(unit.text) - given + heading;
      const brief = unit.brief === undefined || had ? Number.POSITIVE_INFINITY : cost(unit.brief) + heading;
      const taken = whole <= rest ? whole : brief <= rest ? brief : undefined;
      if (taken === undefined) continue;
      placed.set(unit, { unit, whole: taken === whole });
      begun.add(part);
      rest -= taken;
      left -= taken;
    }
  };
  for (const part of byTurn) visit(part, Math.floor(budget * brainParts[part].share));
  for (const part of byTurn) visit(part, left);
  return {
    parts: all.filter((part) => begun.has(part)).map((part) => ({ part, units: inOrder(units, part, placed) })),
    omitted: units.filter((unit) => !placed.has(unit)),
  };
}

function inOrder(
  units: readonly BrainUnit[],
  part: BrainPart,
  placed: ReadonlyMap<BrainUnit, PlacedUnit>,
): PlacedUnit[] {
  return units
    .filter((unit) => unit.part === part)
    .map((unit) => placed.get(unit))
    .filter((unit) => unit !== undefined);
}
