import assert from 'node:assert/strict';
import { architectureAnalyzer } from '../../../src/engine/genesis/analyzers/architecture';
import { analyzeSources } from '../../support/analyzeSources';

/** What half a line, a slip or a hostile hand leaves behind the word that imports. */
const names = [
  '',
  '.',
  '..',
  '.a',
  'a.',
  '.a.',
  'a..b',
  '...',
  ':',
  '::',
  '::a',
  'a::',
  '/',
  '//',
  './',
  '../..',
  '/a',
  '\\',
  '\\A',
  '*',
  '.*',
  '_',
  '{',
  '{}',
  '.{a',
  '"',
  "'",
];

const lines: Readonly<Record<string, (name: string) => string>> = {
  'src/a.py': (name) => `from ${name} import a\nimport ${name}`,
  'src/a.ts': (name) => `import a from '${name}';\nrequire("${name}");`,
  'src/a.go': (name) => `import "${name}"`,
  'src/main/java/A.java': (name) => `import ${name};\nimport static ${name}.a;`,
  'src/main/kotlin/A.kt': (name) => `import ${name}\nimport ${name} as b`,
  'src/main/scala/A.scala': (name) => `import ${name}\nimport _root_.${name}\nimport ${name}.{a => b}`,
  'src/A.cs': (name) => `using ${name};\nusing A = ${name};`,
  'src/a.php': (name) => `use ${name};\nrequire '${name}';`,
  'src/a.rb': (name) => `require '${name}'\nrequire_relative '${name}'`,
  'src/a.rs': (name) => `use ${name};\nuse crate::${name};\nmod a;`,
  'lib/a.ex': (name) => `alias ${name}\nimport ${name}`,
  'lib/a.dart': (name) => `import '${name}';\nexport 'package:${name}';`,
  'Sources/A/A.swift': (name) => `import ${name}\n@testable import struct ${name}`,
  'src/a.c': (name) => `#include "${name}"\n#include <${name}>`,
  'src/a.lua': (name) => `local a = require("${name}")`,
  'src/a.vue': (name) => `<script>\nimport a from '${name}';\n</script>\n`,
};

describe('imports of odd names', () => {
  for (const [path, line] of Object.entries(lines)) {
    it(`are looked up to an end in ${path}`, async () => {
      const heads: Readonly<Record<string, string>> = { '.go': 'package a\n', '.php': '<?php\n' };
      const head = heads[path.slice(path.lastIndexOf('.'))] ?? '';
      const { problems } = await analyzeSources([architectureAnalyzer], {
        [path]: head + names.map(line).join('\n'),
        [path.replace(/[aA](\.\w+)$/, 'b$1')]: `${head}\n`,
      });
      assert.deepEqual(problems, []);
    });
  }
});
