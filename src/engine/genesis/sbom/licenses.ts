import ids from 'spdx-license-ids/index.json';

/** `id` only for what SPDX lists; anything else is a name, so that nobody takes it for more. */
type LicenseChoice =
  | { readonly license: { readonly id: string } | { readonly name: string } }
  | { readonly expression: string };

const byLowerCase = new Map(ids.map((id) => [id.toLowerCase(), id]));
const mostCharacters = 300;

/** The licence of a component as CycloneDX wants it said. */
export function licensesOf(license: string | undefined): LicenseChoice[] {
  const text = license?.trim().slice(0, mostCharacters) ?? '';
  if (text === '') return [];
  const id = byLowerCase.get(text.toLowerCase());
  if (id !== undefined) return [{ license: { id } }];
  return [isExpression(text) ? { expression: text } : { license: { name: text } }];
}

/** Known ids joined by `AND`, `OR`, `WITH`, and brackets that match. */
function isExpression(text: string): boolean {
  const words = text.split(/[\s()]+/).filter((word) => word !== '');
  if (words.length < 3 || words.length % 2 === 0 || !bracketsMatch(text)) return false;
  return words.every((word, index) => {
    if (index % 2 === 1) return word === 'AND' || word === 'OR' || word === 'WITH';
    return byLowerCase.has(word.toLowerCase().replace(/\+$/, '')) || words[index - 1] === 'WITH';
  });
}

function bracketsMatch(text: string): boolean {
  let open = 0;
  for (const mark of text) {
    if (mark === '(') open++;
    if (mark === ')') open--;
    if (open < 0) return false;
  }
  return open === 0;
}
