/** The singular of an English plural, as the frameworks make it for names of parameters. */
export function singular(word: string): string {
  if (/(?:ss|us|is|news|series|media)$/i.test(word)) return word;
  if (/people$/i.test(word)) return `${word.slice(0, -'people'.length)}person`;
  if (/(?:^|_)men$/i.test(word)) return `${word.slice(0, -2)}an`;
  if (/children$/i.test(word)) return word.slice(0, -'ren'.length);
  if (/(?:movies|cookies)$/i.test(word)) return word.slice(0, -1);
  if (/(?:analy|diagno|parenthe|progno|synop|cri|hypothe|(?:^|_)the)ses$/i.test(word)) return `${word.slice(0, -2)}is`;
  if (/ies$/i.test(word)) return `${word.slice(0, -'ies'.length)}y`;
  if (/(?:statuses|aliases|buses|viruses|addresses|classes|processes|businesses|accesses|passes|bonuses)$/i.test(word))
    return word.slice(0, -2);
  if (/(?:xes|zzes|ches|shes)$/i.test(word) && !/(?:aches|caches)$/i.test(word)) return word.slice(0, -2);
  return /s$/i.test(word) ? word.slice(0, -1) : word;
}

/** Endings of words whose plural is not made as usual, with what comes in their place; the first that fits counts. */
const unusual: readonly (readonly [RegExp, string])[] = [
  [/(?:news|series|species|media|information|equipment|metadata|data)$/i, '$&'],
  [/person$/i, 'people'],
  [/child$/i, 'children'],
  [/(^|_|wo|sales|spokes|crafts)man$/i, '$1men'],
  [/(dat|medi|strat|addend|curricul|bacteri|errat|memorand)um$/i, '$1a'],
  [/(criteri|phenomen|automat)on$/i, '$1a'],
  [/(matr|vert|ind)(?:ix|ex)$/i, '$1ices'],
  [/([sx])is$/i, '$1es'],
  [/quiz$/i, 'quizzes'],
  [/(tomat|potat|her|ech)o$/i, '$1oes'],
  [/([^f])fe$/i, '$1ves'],
  [/([lr]|lea|loa|thie)f$/i, '$1ves'],
];

/** The plural, for the controller of a resource of which there is one. */
export function plural(word: string): string {
  const own = unusual.find(([ending]) => ending.test(word));
  if (own !== undefined) return word.replace(own[0], own[1]);
  // Most words that end so are plurals already.
  if (/[^aius]s$/i.test(word)) return word;
  if (/(?:s|x|z|ch|sh)$/i.test(word)) return `${word}es`;
  if (/[^aeiou]y$/i.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}
