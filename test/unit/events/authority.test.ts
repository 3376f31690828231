import assert from 'node:assert/strict';
import { type Authority, authorityOf } from '../../../src/engine/events/authority';

describe('authorityOf', () => {
  const cases: [source: string, authority: Authority][] = [
    ['git', 'source_of_truth'],
    ['git.hook', 'source_of_truth'],
    ['GitHub', 'source_of_truth'],
    ['ci:build', 'source_of_truth'],
    ['vscode', 'observed'],
    ['genesis', 'derived'],
    ['cli-scan', 'derived'],
    ['person', 'asserted'],
    ['claude', 'asserted'],
    ['github-like-name', 'asserted'],
    ['', 'asserted'],
  ];
  for (const [source, authority] of cases)
    it(`${source || 'no source'} is ${authority}`, () => assert.equal(authorityOf(source), authority));
});
