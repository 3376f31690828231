import assert from 'node:assert/strict';
import fc from 'fast-check';
import { collectParts } from '../../../src/engine/search/nameParts';
import { matchText, parseQuery } from '../../../src/engine/search/parseQuery';
import { makeSnippet } from '../../../src/engine/search/snippet';

describe('the words of a search', () => {
  const queries: readonly (readonly [query: string, terms: readonly string[]])[] = [
    ['auth middleware', ['"auth*"', '"middleware*"']],
    ['"refresh token" auth', ['"refresh token"', '"auth*"']],
    ['src/app.ts', ['"src app ts*"']],
    ['a OR b) AND "', ['"a*"', '"or*"', '"b*"', '"and*"']],
    ['auth AUTH Auth', ['"auth*"']],
    ['会话', ['"会 话*"']],
    ['* ( ) - "" \0', []],
    ['', []],
  ];
  for (const [query, terms] of queries)
    it(`of ${JSON.stringify(query)}`, () => assert.deepEqual(parseQuery(query).map(matchText), terms));

  it('are letters and digits only, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (query) => {
        for (const term of parseQuery(query)) assert.match(matchText(term), /^"[\p{L}\p{N}\p{M} ]+\*?"$/u);
      }),
    );
  });

  const names: readonly (readonly [text: string, parts: string])[] = [
    ['parseHTTPHeader and userId2Name', 'parse http header\nuser id2 name'],
    ['plain words only', ''],
    ['会话', '会 话'],
  ];
  for (const [text, parts] of names) it(`has the parts of ${text}`, () => assert.equal(collectParts(text), parts));

  it('are marked in the passage that has most of them', () => {
    const text = `first otter ${'x '.repeat(200)} the otter meets a beaver\nat night`;
    const { snippet, highlights } = makeSnippet(text, parseQuery('otter beaver'));
    assert.deepEqual(
      highlights.map(([start, end]) => snippet.slice(start, end)),
      ['otter', 'beaver'],
    );
    assert.ok(!snippet.includes('\n') && snippet.startsWith('…'));
  });

  it('make a short snippet of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, query) => {
        const { snippet, highlights } = makeSnippet(text, parseQuery(query));
        assert.ok(snippet.length <= 202);
        for (const [start, end] of highlights) assert.ok(start >= 0 && start < end && end <= snippet.length);
      }),
    );
  });
});
