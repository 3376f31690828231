import assert from 'node:assert/strict';
import { codeAnalyzer } from '../../../src/engine/genesis/analyzers/code';
import { codeExtractor } from '../../../src/engine/genesis/analyzers/code/codeExtractor';
import { headOf, headRules } from '../../../src/engine/genesis/analyzers/code/testHeads';
import type { LanguageId } from '../../../src/engine/genesis/sourceFile';
import { analyzeSources } from '../../support/analyzeSources';

const long = (rest: string): string => rest.repeat(Math.ceil(500 / rest.length));

describe('headOf', () => {
  for (const [language, rule] of Object.entries(headRules))
    it(`cuts a test in ${language} where its imports end`, () => {
      const [head, rest] = rule.example;
      // Comments do not count as more of anything, in any of the languages.
      const text = head + rest + ' '.repeat(500);
      const file = { language: language as LanguageId, role: 'test' as const, text };
      assert.equal(headOf(file), head + (rule.closing ?? ''));
      assert.equal(headOf({ ...file, role: 'source' }), undefined, 'what the product declares is read');
    });

  it('reads a test as a whole that imports further down', () => {
    const tests = long("it('works', () => undefined);\n");
    const of = (text: string): string | undefined => headOf({ language: 'javascript', role: 'test', text });
    assert.equal(of(`import a from 'a';\n${tests}`), "import a from 'a';\n");
    assert.equal(of(`import a from 'a';\n${tests}const b = require('b');\n`), undefined);
    assert.equal(of(`import a from 'a';\n${tests}import b from 'b';\n`), undefined);
    assert.equal(of(`import a from 'a';\n${tests}it('c', async () => import('c'));\n`), undefined);
  });
});

describe('codeExtractor: tests', () => {
  it('finds in the head of a test what it finds in all of it', async () => {
    const text = `import pytest\nfrom shop.models import (\n    Order,\n    Cart as Basket,\n)\n\n\n${long('def test_it():\n    assert Order()\n')}`;
    const { facts } = await analyzeSources([codeAnalyzer], { 'tests/test_shop.py': text, 'shop/shop.py': text });
    const [test, source] = ['tests/test_shop.py', 'shop/shop.py'].map((path) => facts(codeExtractor, path));
    assert.equal(test?.imports.length, 2);
    assert.deepEqual(test?.imports, source?.imports);
    assert.deepEqual(test?.symbols, [], 'nobody asks what a test declares');
  });
});
