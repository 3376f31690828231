/**
 * An estimate that holds for any model to about a fifth: four ASCII characters make a token, as in English and in code,
 * and of other scripts each character is one.
 */
export function countTokens(text: string): number {
  let others = 0;
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 127) others++;
  return Math.ceil((text.length - others) / 4) + others;
}
