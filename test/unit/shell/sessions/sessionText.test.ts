import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changeCategory } from '../../../../src/shared/ingest';
import { formatSession, parseSession } from '../../../../src/shell/sessions/sessionText';

const save = {
  summary: 'Orders are paged.\n\nBecause lists grew long.',
  changes: [
    {
      category: 'implementation' as const,
      title: 'Page orders',
      content: 'By cursor.',
      files: ['src/orders.ts', 'a b.ts'],
    },
    { category: 'decisions' as const, title: 'No offsets', content: '' },
  ],
};

describe('a session as a document', () => {
  it('is read back as it was written', () => assert.deepEqual(parseSession(formatSession(save)), save));

  it('begins with how to edit it, and shows what there is to edit', () => {
    const text = formatSession(save);
    assert.match(text, /^<!-- /);
    assert.match(text, /\n# Summary\n\nOrders are paged\.\n/);
    assert.match(text, /\n## implementation: Page orders\n\nBy cursor\.\n\nFiles: `src\/orders\.ts`, `a b\.ts`\n/);
  });

  it('takes what a person writes: no introduction, no headings, CRLF', () => {
    assert.deepEqual(parseSession('Just words.\r\n'), { summary: 'Just words.', changes: [] });
    assert.deepEqual(parseSession('# Summary\r\nx\r\n# Changes\r\n## BUGS:  Fix it\r\ny\r\n'), {
      summary: 'x',
      changes: [{ category: 'bugs', title: 'Fix it', content: 'y' }],
    });
    assert.deepEqual(parseSession(''), { summary: '', changes: [] });
  });

  for (const [what, text, message] of [
    ['a category that does not exist', '# Changes\n## misc: x\n', /Line 2: a change is one of architecture/],
    ['a change without a title', '# Changes\n\n## bugs:\n', /Line 3: a change needs a title/],
    ['text before the first change', '# Changes\nwords\n', /Line 2: a change begins with/],
  ] as const)
    it(`refuses ${what}, with its line`, () => assert.throws(() => parseSession(text), { code: 'invalid', message }));

  it('any text survives, be it the headings of the document itself', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '# Summary',
        '# Changes',
        '## bugs: x',
        '\\## bugs: x',
        'Files: `x`',
        '\\# Changes',
        '',
        '  indented',
        '```',
      ),
      fc.string({ maxLength: 20 }).map((text) => text.replace(/[\r\n]/g, ' ')),
    );
    const block = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n').trim());
    const word = fc.stringMatching(/^[a-z][a-z .'/-]{0,18}[a-z]$/).map((text) => text.replace(/ +/g, ' '));
    const plain = { noNullPrototype: true };
    const change = fc.record(
      {
        category: fc.constantFrom(...changeCategory.options),
        title: word,
        content: block,
        files: fc.array(word, { minLength: 1, maxLength: 3 }),
      },
      plain,
    );
    const any = fc.record({ summary: block, changes: fc.array(change, { maxLength: 3 }) }, plain);
    fc.assert(fc.property(any, (value) => assert.deepEqual(parseSession(formatSession(value)), value)));
  });
});
