const header =
  /\b(?:def|function|func(?:\s\([^()\n]{1,60}\))?|fun)\s(?<a>\w{1,60})|\b(?:const|let|exports\.)\s?(?<b>\w{1,60})\s?=\s?(?:async\b|\(|function)|\b(?<c>(?!if\b|for\b|while\b|switch\b|catch\b)\w{1,60})\s?\([^;{}]{0,300}\)[^;{}()]{0,60}\{/;

/** The name of the function that a text begins with. */
export function functionNameIn(around: string): string {
  const { a, b, c } = header.exec(around)?.groups ?? {};
  return a ?? b ?? c ?? '';
}
