import type { FindingDraft } from '../../../scanModel';
import type { Severity, WeaknessClass, WeaknessPlace } from '../weakness';
import { isExact } from './exactKinds';
import { cut, listPlaces, mostPlaces, type Placed, toEvidence } from './places';
import { guess, seenAt } from './seenWords';

/** Fewer are not worth a reader's time, as many are no flaw, unless there are flaws of code already: then more are. */
const leastPlaces = 3;

/** So many findings name them, a hundred each; a program with more has a review before it. */
const mostParts = 3;

/** A place that would matter much, if it is a flaw, is worth as many as three that would not. */
const weights: Readonly<Record<Severity, number>> = { critical: 3, high: 3, medium: 2, low: 1 };

/** The places by what they show, as many as show one thing together: what lines say by themselves comes before guesses. */
function groupsOf(places: readonly Placed<WeaknessPlace>[]): [string, Placed<WeaknessPlace>[]][] {
  const groups = new Map<string, Placed<WeaknessPlace>[]>();
  for (const one of places) {
    const own = groups.get(seenAt(one));
    if (own === undefined) groups.set(seenAt(one), [one]);
    else own.push(one);
  }
  const isGuess = (words: string): number => (words.startsWith(guess) ? 1 : 0);
  return [...groups].toSorted(([a, own], [b, others]) => isGuess(a) - isGuess(b) || others.length - own.length);
}

/** The most frequent kinds that a title has room for: `a token in web storage, every origin allowed and 2 more kinds`. */
function titleOf(said: string, groups: readonly [string, unknown][]): string {
  const titles = [3, 2, 1].map((most) => {
    const named = groups.slice(0, most).map(([words]) => words);
    const more = groups.length - named.length;
    return `${said}: ${named.join(', ')}${more === 0 ? '' : ` and ${more} more ${more === 1 ? 'kind' : 'kinds'}`}`;
  });
  return cut(titles.find((title) => cut(title) === title) ?? titles.at(-1) ?? said);
}

/**
 * What looks like a flaw and may be none: one finding of the lowest importance for all, so that who reviews the code has
 * a list and nobody else is alarmed.
 */
export function possibleFinding(
  places: readonly Placed<WeaknessPlace>[],
  classes: ReadonlyMap<string, WeaknessClass>,
  hasFlaws: boolean,
): FindingDraft[] {
  const weightOf = ({ place }: Placed<WeaknessPlace>): number => weights[classes.get(place.rule)?.severity ?? 'low'];
  const weight = places.reduce((sum, one) => sum + weightOf(one), 0);
  if (weight < (hasFlaws ? 1 : leastPlaces)) return [];
  if (places.length <= mostPlaces) return [partOf(places, classes, 0)];
  // More than one finding can cite: some of each kind come first, and of these the ones that would matter most.
  const rounds = roundsOf(places);
  const roundOf = (one: Placed<WeaknessPlace>): number => rounds.get(one) ?? 0;
  const gravest = places.toSorted((a, b) => roundOf(a) - roundOf(b) || weightOf(b) - weightOf(a));
  const parts = Array.from({ length: Math.min(mostParts, Math.ceil(gravest.length / mostPlaces)) }, (_, part) =>
    gravest.slice(part * mostPlaces, (part + 1) * mostPlaces),
  );
  return parts.map((own, part) => partOf(own, classes, part));
}

/** So many places of a kind are told before more of another kind's. */
const placesOfRound = 15;

/** In which round each place comes: the first fifteen of each kind in the first. */
function roundsOf(places: readonly Placed<WeaknessPlace>[]): ReadonlyMap<Placed<WeaknessPlace>, number> {
  const counts = new Map<string, number>();
  return new Map(
    places.map((one) => {
      const count = counts.get(one.place.rule) ?? 0;
      counts.set(one.place.rule, count + 1);
      return [one, Math.floor(count / placesOfRound)];
    }),
  );
}

function partOf(
  places: readonly Placed<WeaknessPlace>[],
  classes: ReadonlyMap<string, WeaknessClass>,
  part: number,
): FindingDraft {
  const groups = groupsOf(places);
  const lists = groups.map(([words, own]) => {
    const cwes = new Set(own.map(({ place }) => classes.get(place.rule)?.cwe ?? ''));
    return `${words.replace(/^\w/, (letter) => letter.toUpperCase())} (${[...cwes].join(', ')}):\n\n${listPlaces(own)}`;
  });
  return {
    layer: 'security',
    rule: 'security/worth-a-look',
    key: part === 0 ? 'worth-a-look' : `worth-a-look-${part + 1}`,
    title: titleOf(
      `${places.length} ${part > 0 ? 'more ' : ''}${places.length === 1 ? 'place seen is' : 'places seen are'} worth a look in a review of security`,
      groups,
    ),
    content: `What a line says is named here. Whether it is a flaw was not looked for: that depends on a check in another place, a schema, a filter for all requests, who may call it.${places.every(isExact) ? '' : ' What is called possible has the form of a weakness, or a name that speaks of one, and no more.'} Many such places are harmless.\n\n${lists.join('\n\n')}`,
    importance: 1,
    confidence: 0.5,
    tags: ['security', 'review', 'possible'],
    evidence: places.map(toEvidence),
  };
}
