import assert from 'node:assert/strict';
import { describeFile } from '../../../src/engine/genesis/languages/describeFile';
import { helperRules } from '../../../src/engine/genesis/languages/testHelpers';

describe('describeFile', () => {
  for (const { languages, example } of helperRules)
    it(`takes for a test what imports a test's library in ${languages[0]}`, () => {
      const path = languages[0] === 'go' ? 'internal/suites/http.go' : 'src/clock.ts';
      assert.equal(describeFile(path).role, 'source');
      assert.equal(describeFile(path, example).role, 'test');
    });

  it('takes a text about tests for none', () => {
    assert.equal(describeFile('src/new.ts', "const template = `import { vi } from 'vitest';`;\n").role, 'source');
    assert.equal(
      describeFile('cmd/new.go', 'package cmd\n\n// uses "testing"\nconst t = `"testing"`\n').role,
      'source',
    );
  });

  it('takes a script that looks whether something works for none of the tests', () => {
    const check = "import { exec } from 'node:child_process';\n\nexec('docker ps', (error) => console.log(error));\n";
    assert.equal(describeFile('extra/test-docker.ts', check).role, 'source');
    assert.equal(describeFile('test/test-docker.ts', check).role, 'test');
    assert.equal(describeFile('lib/test-cup.js', "const assert = require('assert');\nassert(1);\n").role, 'test');
    assert.equal(describeFile('lib/test-cup.js').role, 'test');
  });
});
