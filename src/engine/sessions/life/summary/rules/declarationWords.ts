const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Words after which a line of code gives a name, in most languages that have such words. */
export const declaringWords = words(
  'function function* class interface struct enum trait def defp fn func fun module defmodule type protocol object record',
);

/** Words that may stand before them. */
export const modifiers = words(
  'export default public private protected internal static async abstract final override open sealed data pub pub(crate) pub(super) unsafe extern inline virtual partial readonly declare suspend case companion local const fileprivate @objc',
);

/** What stands after a declaring word and is no name. */
export const noNames = words(
  'extends implements of in is as from with for if then do end begin new return true false null nil none self this super static private public protected and or not default class function the a an',
);
