import type { SecretRule } from '../secretRule';

/**
 * The form of a token as its maker documents it, in words: a letter for a kind of character with a count, everything else
 * as it stands. `pat a14 . h64` is `pat`, 14 letters or digits, a dot and 64 hexadecimal digits.
 */
const kinds: Readonly<Record<string, { readonly set: string; readonly sample: string }>> = {
  a: { set: 'A-Za-z0-9', sample: 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ2bC4eF6hJ8kM0nR2tV4xY6' },
  b: { set: 'A-Za-z0-9+/', sample: 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ2bC4eF6hJ8kM0nR2tV4xY6' },
  d: { set: '0-9', sample: '48392017566277194028361540' },
  h: { set: '0-9a-fA-F', sample: '7f3a9c04e1d85b26c0f94a7e2d6183b5e8a70c419d52f6b3' },
  l: { set: 'a-z0-9', sample: 'k7q2m9x4v1t8r3w6z5p2n7j4h9g1d6f3b8c5s2y7' },
  u: { set: 'A-Z0-9', sample: 'Q7MZ2KXW9TBH4RVNC8YJ5LPDG3F' },
  w: { set: 'A-Za-z0-9_=-', sample: 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ2bC4eF6hJ8kM0nR2tV4xY6' },
};

interface Piece {
  readonly pattern: string;
  readonly sample: string;
}

function readPiece(word: string): Piece {
  const [, kind = '', least = '', most] = /^([abdhluw])(\d+)(?:-(\d+))?$/.exec(word) ?? [];
  const known = kinds[kind];
  if (known === undefined) return { pattern: word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'), sample: word };
  const count = Number(least);
  const sample = known.sample.repeat(Math.ceil(count / known.sample.length)).slice(0, count);
  return { pattern: `[${known.set}]{${most === undefined ? least : `${least},${most}`}}`, sample };
}

export interface TokenForm {
  readonly id: string;
  readonly name: string;
  /** One or several; each begins with a word that no other text has. */
  readonly forms: readonly string[];
}

/** Makes the rule of a form: its keyword is its first word, its example is made up, half of it is a near miss. */
export function tokenRule({ id, name, forms }: TokenForm): SecretRule {
  const read = forms.map((form) => form.split(' ').map(readPiece));
  const patterns = read.map((pieces) => pieces.map((piece) => piece.pattern).join(''));
  const samples = read.map((pieces) => pieces.map((piece) => piece.sample));
  return {
    id,
    name,
    keywords: samples.map(([first = '']) => first),
    pattern: new RegExp(`(?<![A-Za-z0-9])(?:${patterns.join('|')})(?![A-Za-z0-9])`, 'g'),
    examples: samples.map(([first = '', ...rest]) => [first, rest.join('')]),
    counterExamples: samples.map(([first = '', second = '']) => first + second.slice(0, 3)),
  };
}
