import { atLeast, capital } from '../architecture/map/wording';
import { shortTitle } from '../dependencies/findings/lists';

/** So few are all named, and need no number. */
const few = 3;
const longest = 120;

/** What a title says before the names: what they are, and by what or where. */
export interface Head {
  readonly one: string;
  readonly many: string;
  /** Behind it, with a space or a comma of its own. */
  readonly behind?: string;
  /** What the names do not tell, after them. */
  readonly after?: string;
  /** There are more of which nothing is known. */
  readonly isOpen?: boolean;
}

/**
 * Names the few that there are, and of more those that fit, whole: nobody knows whether all were found, so that a number is
 * one below which it does not lie.
 */
export function titleOf(
  { one, many, behind = '', after = '', isOpen = false }: Head,
  count: number,
  names: readonly string[],
): string {
  const distinct = [...new Set(names)];
  const all =
    !isOpen && count <= few && distinct.length <= few
      ? `${begun(count === 1 ? one : many)} found${behind}: ${listed(distinct)}${after}`
      : undefined;
  if (all !== undefined && (all.length <= longest || count === 1)) return shortTitle(all);
  const head = `At least ${atLeast(count).toLocaleString('en-US')} ${many} found${behind}`;
  for (let shown = Math.min(few, distinct.length); shown > 0; shown -= 1) {
    const title = `${head}: ${distinct.slice(0, shown).join(', ')}${isOpen || shown < distinct.length ? ', …' : ''}${after}`;
    if (title.length <= longest) return title;
  }
  return shortTitle(`${head}${after}`);
}

/** Names as many as fit, and says no number: `Programs found: shop, depot and others`. */
export function namedTitle(head: string, names: readonly string[], most = few): string {
  const distinct = [...new Set(names)];
  for (let shown = Math.min(most, distinct.length); shown > 0; shown -= 1) {
    const some = distinct.slice(0, shown);
    const title = `${head}: ${shown < distinct.length ? `${some.join(', ')} and others` : listed(some)}`;
    if (title.length <= longest) return title;
  }
  return shortTitle(`${head}: ${distinct[0] ?? ''}`);
}

/** How many rows a list leaves out, in a line of its own. */
export const leftOut = (count: number, shown: number): string =>
  count > shown ? `\n\nand ${(count - shown).toLocaleString('en-US')} more` : '';

/** A library keeps the name that it has: `net/http routes found`. */
const begun = (text: string): string => (/^[a-z]+(?: |$)/.test(text) ? capital(text) : text);

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const example = /^(?:[Ee]xamples?|[Dd]ummy|[Ff]oo|[Hh]ello(?:[Ww]orld)?)(?=[A-Z]|$)/;
const trial = /^(?:[Tt]ests?|[Dd]emos?|[Ss]amples?|[Dd]ebug|[Ff]ake|[Mm]ock|[Dd]ev|[Dd]evelopment)(?=[A-Z]|$)/;

const wordsOf = (name: string): readonly string[] => name.split(/[^A-Za-z\d]+/);

/** What a framework writes into a new project to be looked at. */
export const isExample = (name: string): boolean => wordsOf(name).some((word) => example.test(word));

/** Says by its name that those who develop try something out with it. */
export const isTrial = (name: string): boolean => wordsOf(name).some((word) => example.test(word) || trial.test(word));
