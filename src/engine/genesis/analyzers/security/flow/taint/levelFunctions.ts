/** How hard a ground to train at makes it, as such programs call it. */
const level = /\b\w{0,20}(?:security_?level|difficulty|(?:low|easy|insecure|vulnerable)_?mode)/i;

/** Their names, with the parameter that they look at. */
const helper = /\bfunction\s+(?<name>\w{1,40})\s{0,3}\(\s{0,3}\$(?<given>\w{1,40})\s{0,3}\)\s{0,5}\{/g;

const longestBody = 1_500;

const none: ReadonlySet<string> = new Set();

/** Functions of a file of PHP that clean what they are given, or give it back as it is, as a level says. */
export function levelFunctions(text: string): ReadonlySet<string> {
  if (!level.test(text)) return none;
  const found = new Set<string>();
  for (const { index, 0: head, groups } of text.matchAll(helper)) {
    const body = text.slice(index + head.length, index + head.length + longestBody);
    const end = new RegExp(`\\breturn\\s+\\$${groups?.['given'] ?? ''}\\s{0,3};`).exec(body)?.index;
    if (end !== undefined && level.test(body.slice(0, end))) found.add(groups?.['name'] ?? '');
  }
  return found;
}
