import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compactJournal } from '../../../src/engine/contexts/journal/compactJournal';
import { splitUnits } from '../../../src/engine/contexts/journal/journalUnits';
import type { ContextEntry } from '../../../src/shared/context';

let count = 0;
function entry(title: string, content: string, more: Partial<ContextEntry> = {}): ContextEntry {
  count += 1;
  const createdAt = new Date(Date.UTC(2026, 0, 1, count)).toISOString();
  return {
    id: `ent_${count}`,
    contextId: 'ctx',
    title,
    content,
    entryType: 'note',
    tags: [],
    source: 'person',
    createdAt,
    ...more,
  };
}
const on = (day: string): Partial<ContextEntry> => ({ createdAt: `2026-03-${day}T10:00:00.000Z` });

const cases: [says: string, entries: ContextEntry[], block: string][] = [
  ['nothing', [], ''],
  [
    'groups by type, then by title, with days and sources',
    [
      entry('Store', 'Use SQLite.', { ...on('01'), entryType: 'decision' }),
      entry('Login fails', 'Clock skew.', { ...on('02'), entryType: 'bug', source: 'agent' }),
      entry('Store', 'In WAL mode.', { ...on('03'), entryType: 'decision', source: 'agent' }),
    ],
    '## Decision\n\n### Store\n2026-03-01, 2026-03-03 · person, agent\n\nUse SQLite.\n\nIn WAL mode.\n\n## Bug\n\n### Login fails\n2026-03-02 · agent\n\nClock skew.',
  ],
  [
    'says once what was said twice, however it was spaced',
    [entry('A', 'One  thing.\n\n- x\n- y', on('01')), entry(' a', 'one thing.\n\n- y\n- z', on('01'))],
    '## Note\n\n### a\n2026-03-01 · person\n\nOne  thing.\n\n- x\n- y\n- z',
  ],
  [
    'of a value only the newest is kept',
    [entry('A', '- **Status:** open\n- Owner: Ann', on('01')), entry('A', 'Status: done', on('02'))],
    '## Note\n\n### A\n2026-03-01, 2026-03-02 · person\n\n- Owner: Ann\n\nStatus: done',
  ],
  [
    'two remarks do not supersede each other',
    [entry('A', 'Note: one', on('01')), entry('A', 'Note: two', on('01'))],
    '## Note\n\n### A\n2026-03-01 · person\n\nNote: one\n\nNote: two',
  ],
  [
    'a sentence with a colon is no value',
    [
      entry('A', 'It broke because of two things: x', on('01')),
      entry('A', 'It broke because of two things: y', on('01')),
    ],
    '## Note\n\n### A\n2026-03-01 · person\n\nIt broke because of two things: x\n\nIt broke because of two things: y',
  ],
  [
    'code keeps its repeated lines',
    [entry('A', '```js\nif (a) {\n}\nif (b) {\n}\n```', on('01'))],
    '## Note\n\n### A\n2026-03-01 · person\n\n```js\nif (a) {\n}\nif (b) {\n}\n```',
  ],
  [
    'an entry that another one supersedes is dropped',
    [
      entry('A', 'Old.', { ...on('01'), id: 'ent_old' }),
      entry('B', 'New.', { ...on('02'), tags: ['supersedes:ent_old'] }),
    ],
    '## Note\n\n### B\n2026-03-02 · person\n\nNew.',
  ],
];

describe('compactJournal', () => {
  for (const [says, entries, block] of cases) it(says, () => assert.equal(compactJournal(entries), block));

  it('keeps every paragraph that says something of its own', () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/);
    const content = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join('\n\n'));
    fc.assert(
      fc.property(fc.array(content, { minLength: 1, maxLength: 8 }), (contents) => {
        const block = compactJournal(contents.map((text, index) => entry(`T${index % 3}`, text)));
        for (const text of contents) for (const unit of splitUnits(text)) assert.ok(block.includes(unit), unit);
      }),
    );
  });

  it('takes hostile text in a time that grows with its length', () => {
    const hostile = ['`'.repeat(50_000), '- '.repeat(25_000), 'a '.repeat(25_000), `${' '.repeat(49_000)}:`];
    const started = performance.now();
    compactJournal(hostile.map((text) => entry('A', text)));
    assert.ok(performance.now() - started < 500);
  });
});
