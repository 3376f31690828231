import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FindingRow } from '../../../src/shared/panelMessages';
import { filterValue, parseFilter, togglePart } from '../../../webview-ui/findings/filterLanguage';
import { indexFindings } from '../../../webview-ui/findings/findingIndex';

const plain: FindingRow = {
  id: 'a',
  layer: 'conventions',
  title: 'Errors are answered in one place',
  importance: 3,
  files: ['src/web/errors.ts'],
  tags: ['errors'],
  rule: 'conventions/errors',
  confidence: 0.8,
  line: 4,
};
const rows: FindingRow[] = [
  plain,
  {
    ...plain,
    id: 'sql',
    layer: 'security',
    title: 'A query is built from input',
    importance: 5,
    files: ['src/api/users.ts', 'src/db.ts'],
    tags: ['owasp-a03', 'cwe-89'],
    rule: 'security/sql-injection',
    confidence: 0.95,
  },
  {
    ...plain,
    id: 'cors',
    layer: 'security',
    title: 'CORS allows every origin',
    importance: 4,
    files: ['src/api/My App/cors.ts'],
    tags: ['owasp-a05'],
    rule: 'security/cors',
    confidence: 0.7,
  },
  {
    ...plain,
    id: 'model',
    layer: 'dataModel',
    title: '14 entities, GET:/x',
    importance: 2,
    files: ['prisma/schema.prisma'],
    tags: ['prisma'],
    rule: 'data/model',
    confidence: 1,
  },
  {
    ...plain,
    id: 'entry',
    layer: 'entryPoints',
    title: '48 routes',
    importance: 1,
    files: ['test/api/routes.test.ts'],
    tags: [],
    rule: 'entry/http',
    confidence: 0.5,
  },
];
const indexed = indexFindings(rows);

function found(filter: string): string {
  const { matches } = parseFilter(filter);
  return indexed
    .filter(matches)
    .map(({ row }) => row.id)
    .sort()
    .join(' ');
}

const table: readonly (readonly [filter: string, ids: string])[] = [
  ['', 'a cors entry model sql'],
  ['layer:security', 'cors sql'],
  ['LAYER:Security', 'cors sql'],
  ['layer:sec', 'cors sql'],
  ['layer:data', 'model'],
  ['layer:datamodel', 'model'],
  ['layer:"data model"', 'model'],
  ['layer:entry,data', 'entry model'],
  ['-layer:security', 'a entry model'],
  ['importance:5', 'sql'],
  ['importance:>=4', 'cors sql'],
  ['importance:<3', 'entry model'],
  ['importance:2..4', 'a cors model'],
  ['importance:critical', 'sql'],
  ['importance:high,minor', 'cors entry'],
  ['confidence:>=90%', 'model sql'],
  ['confidence:<60', 'entry'],
  ['file:src/api', 'cors sql'],
  ['path:src/api', 'cors sql'],
  ['file:src/*.ts', 'a cors sql'],
  ['file:api*users', 'sql'],
  ['file:users*db', ''],
  ['file:"my app"', 'cors'],
  ['tag:owasp', 'cors sql'],
  ['tag:cwe-89', 'sql'],
  ['tag:89', ''],
  ['rule:sql', 'sql'],
  ['rule:security/*', 'cors sql'],
  ['query', 'sql'],
  ['QUERY input', 'sql'],
  ['"built from"', 'sql'],
  ['"from built"', ''],
  ['-query layer:security', 'cors'],
  ['get:/x', 'model'],
  ['owasp-a05', 'cors'],
  ['entities,', 'model'],
  ['layer:security importance:>=5 users', 'sql'],
  ['-', 'cors sql'],
  ['"unclosed', ''],
  ['layer:', 'a cors entry model sql'],
];

describe('filter language', () => {
  for (const [filter, ids] of table)
    it(`finds "${ids}" for ${filter || 'nothing'}`, () => assert.equal(found(filter), ids));

  it('says what it does not understand and leaves that part out', () => {
    assert.deepEqual(parseFilter('layer:nowhere importance:many confidence:sure').problems, [
      'No layer is called "nowhere".',
      '"many" is no importance; write 1 to 5, >=4 or critical.',
      '"sure" is no confidence; write >=80 for 80 % and more.',
    ]);
    assert.equal(found('importance:many layer:security'), 'cors sql');
    assert.deepEqual(parseFilter('layer:security users').problems, []);
  });

  it('orders by importance, then by confidence, then by title', () => {
    assert.deepEqual(
      indexed.map(({ row }) => row.id),
      ['sql', 'cors', 'a', 'model', 'entry'],
    );
  });

  it('takes any text, and narrows with each word', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('users', 'layer:security', '-tag:x'),
        (text, more) => {
          const before = indexed.filter(parseFilter(text).matches);
          // An open quote would swallow what follows, which then is one text with it.
          if (text.includes('"')) return;
          const after = indexed.filter(parseFilter(`${text} ${more}`).matches);
          assert.ok(after.every((finding) => before.includes(finding)));
        },
      ),
    );
  });

  it('stays fast on hostile text', () => {
    const long = `file:${'*a'.repeat(2000)} ${'"'.repeat(5000)} ${'layer:'.repeat(2000)}`;
    const start = performance.now();
    indexed.filter(parseFilter(long).matches);
    assert.ok(performance.now() - start < 2000);
  });
});

describe('clicks on tags and rules', () => {
  it('adds a part once and takes it out again', () => {
    assert.equal(togglePart('users', 'tag:x'), 'users tag:x');
    assert.equal(togglePart('users tag:x', 'tag:x'), 'users');
  });

  it('quotes what a filter would split', () => {
    assert.equal(filterValue('a b'), '"a b"');
    assert.equal(filterValue('a,"b'), '"a,b"');
    assert.equal(filterValue('plain'), 'plain');
  });
});
