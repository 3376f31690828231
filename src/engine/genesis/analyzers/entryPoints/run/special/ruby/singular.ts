/** The singular of an English plural, as the frameworks make it for names of parameters. */
export function singular(word: string): string {
  if (/(?:ss|us|is|news|series|media)$/i.test(word)) return word;
  if (/people$/i.test(word)) return `${word.slice(0, -'people'.length)}person`;
  if (/(?:^|_)men$/i.test(word)) return `${word.slice(0, -2)}an`;
  if (/children$/i.test(word)) return word.slice(0, -'ren'.length);
  if (/(?:movies|cookies)$/i.test(word)) return word.slice(0, -1);
  if (/ies$/i.test(word)) return `${word.slice(0, -'ies'.length)}y`;
  if (/(?:statuses|aliases|buses|viruses|addresses|classes|processes|businesses|accesses|passes|bonuses)$/i.test(word))
    return word.slice(0, -2);
  if (/(?:xes|zzes|ches|shes)$/i.test(word) && !/(?:aches|caches)$/i.test(word)) return word.slice(0, -2);
  return /s$/i.test(word) ? word.slice(0, -1) : word;
}

/** The plural, for the controller of a resource of which there is one. */
export function plural(word: string): string {
  if (/(?:s|x|z|ch|sh)$/i.test(word)) return `${word}es`;
  if (/[^aeiou]y$/i.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}
