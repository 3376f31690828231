import type { FindingDraft } from '../../../scanModel';
import type { Severity, WeaknessClass, WeaknessPlace } from '../weakness';
import { cut, listPlaces, mostPlaces, type Placed, toEvidence } from './places';

/** Fewer are not worth a reader's time, as many are no flaw, unless there are flaws of code already: then more are. */
const leastPlaces = 3;

/** A place that would matter much, if it is a flaw, is worth as many as three that would not. */
const weights: Readonly<Record<Severity, number>> = { critical: 3, high: 3, medium: 2, low: 1 };

/** `path-traversal` as people say it. */
const inWords = (rule: string): string => rule.replaceAll('-', ' ');

/** The kinds, the most frequent first: `sql injection, path traversal and 2 more kinds`. */
function kindsOf(places: readonly Placed<WeaknessPlace>[]): string {
  const counts = new Map<string, number>();
  for (const { place } of places) counts.set(place.rule, (counts.get(place.rule) ?? 0) + 1);
  const kinds = [...counts].toSorted(([, a], [, b]) => b - a).map(([rule]) => inWords(rule));
  const named = kinds.slice(0, 3);
  const more = kinds.length - named.length;
  return more === 0 ? named.join(', ') : `${named.join(', ')} and ${more} more ${more === 1 ? 'kind' : 'kinds'}`;
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
  // Where there are more than can be cited, those that would matter most come first.
  const gravest = places.length > mostPlaces ? places.toSorted((a, b) => weightOf(b) - weightOf(a)) : places;
  const groups = [...classes.keys()].flatMap((rule) => {
    const own = places.filter(({ place }) => place.rule === rule);
    return own.length === 0
      ? []
      : [`Possible ${inWords(rule)} (${classes.get(rule)?.cwe ?? ''}):\n\n${listPlaces(own)}`];
  });
  return [
    {
      layer: 'security',
      rule: 'security/worth-a-look',
      key: 'worth-a-look',
      title: cut(
        `${places.length} ${places.length === 1 ? 'place is' : 'places are'} worth a look in a review of security: ${kindsOf(places)}`,
      ),
      content: `Their form is that of a weakness; whether something elsewhere keeps them from being one was not looked for: a check in another place, a schema, a filter for all requests, who may call them. Many of this kind are harmless.\n\n${groups.join('\n\n')}`,
      importance: 1,
      confidence: 0.5,
      tags: ['security', 'review', 'possible'],
      evidence: gravest.slice(0, mostPlaces).map(toEvidence),
    },
  ];
}
