import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keyNameKeywords } from '../../../src/engine/redact/keyNameRule';

const all =
  /passw|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|auth[_-]?key|encryption[_-]?key|credential/gi;
const pieces = [
  'pass',
  'w',
  'PHRASE',
  'Secret',
  'token',
  'api',
  '_',
  '-',
  'Key',
  'private',
  'auth',
  'credential',
  ' = ',
];
const filler = 'lorem ipsum dolor sit amet, '.repeat(10);

const found = (text: string, expression: RegExp | undefined): string[] =>
  expression === undefined ? [] : [...text.matchAll(expression)].map((match) => `${match.index} ${match[0]}`);

describe('keyNameKeywords', () => {
  it('finds what the expression of all keywords finds, in any text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), fc.boolean(), (words, isLong) => {
        const text = `${isLong ? filler : ''}${words.join('')}`;
        assert.deepEqual(found(text, keyNameKeywords(text)), found(text, all));
      }),
    );
  });

  it('has no expression for a long text without any', () => {
    assert.equal(keyNameKeywords(`${filler} keys of a monkey`), undefined);
  });
});
