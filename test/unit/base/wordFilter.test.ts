import assert from 'node:assert/strict';
import fc from 'fast-check';
import { holdsAnyWord, holdsWord, mayHold, WordSet } from '../../../src/base/wordFilter';

const filler = 'lorem ipsum dolor sit amet, '.repeat(10);
const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'B', '_', '(', 'é', '漢', '😀'), maxLength: 6 });

describe('wordFilter', () => {
  it('answers as includes does, for any text and word', () => {
    fc.assert(
      fc.property(letters, letters, fc.boolean(), (text, word, isLong) => {
        const whole = isLong ? `${filler}${text}` : text;
        assert.equal(holdsWord(whole, word), whole.includes(word));
        assert.equal(holdsAnyWord(whole, ['never there', word]), whole.includes(word));
      }),
    );
  });

  it('finds of many words those that are there, in their order', () => {
    const words = fc.uniqueArray(letters, { maxLength: 5 });
    fc.assert(
      fc.property(letters, words, fc.boolean(), (text, wanted, isLong) => {
        const whole = isLong ? `${filler}${text}` : text;
        assert.deepEqual(
          new WordSet(wanted).heldBy(whole),
          wanted.filter((word) => whole.includes(word)),
        );
      }),
    );
  });

  it('never denies a word that is written in another case', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'Z', '_', '-', '5') }), (word) => {
        assert.equal(mayHold(`${filler}${word.toUpperCase()}`, word.toLowerCase()), true);
      }),
    );
  });

  it('tells many texts apart, short and long, that are asked about in turns', () => {
    const texts = Array.from({ length: 120 }, (_, n) => `${filler.repeat(n % 30 === 0 ? 300 : 1)}<${n}>`);
    for (const _round of [1, 2])
      for (const [n, text] of texts.entries())
        assert.deepEqual([holdsWord(text, `<${n}>`), holdsWord(text, `<${n + 1}>`)], [true, false]);
  });

  it('tells texts apart that are asked about in turns', () => {
    const [one, other] = [`${filler}needle`, `${filler}pillow`];
    for (const _round of [1, 2])
      assert.deepEqual(
        [one, other].map((text) => [mayHold(text, 'needle'), mayHold(text, 'pillow')]),
        [
          [true, false],
          [false, true],
        ],
      );
  });
});
