/**
 * What was asked of a value before a call: nothing, something that may leave it harmful (a text that it must not hold, a
 * function that is given it), or what keeps it harmless.
 */
export type Asking = 'nothing' | 'something' | 'enough';

/** The stronger of two. */
export const moreOf = (one: Asking, other: () => Asking): Asking => {
  if (one === 'enough') return one;
  const second = other();
  return second === 'nothing' ? one : second;
};
