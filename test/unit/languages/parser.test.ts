import assert from 'node:assert/strict';
import { SyntaxParser } from '../../../src/engine/genesis/languages/parser';
import { packagedGrammars, testParser } from '../../support/testParser';

const typescript = { path: 'a.ts', language: 'typescript', languageName: 'TypeScript', role: 'source' } as const;

describe('SyntaxParser', () => {
  it('gives the tree, captures and matches of a file', async () => {
    const file = (await testParser()).createSourceFile({ ...typescript, text: 'const a = 1;\nfunction b() {}\n' });
    const names = '(identifier) @name';
    assert.equal(file.tree?.rootNode.type, 'program');
    assert.deepEqual(
      file.query(names).map((capture) => capture.node.text),
      ['a', 'b'],
    );
    const pairs = file.matches('(function_declaration name: (_) @name body: (_) @body)');
    assert.deepEqual(
      pairs.map((captures) => captures.map((capture) => capture.name)),
      [['name', 'body']],
    );
    assert.equal(file.lineAt(file.text.indexOf('function')), 2);
    assert.equal(file.lineText(2), 'function b() {}');
    file.dispose();
    assert.equal(file.tree, undefined);
  });

  it('counts positions in UTF-16 units', async () => {
    const file = (await testParser()).createSourceFile({ ...typescript, text: '"😀é"; name;' });
    const [name] = file.query('(identifier) @name');
    assert.equal(file.text.slice(name?.node.startIndex, name?.node.endIndex), 'name');
    file.dispose();
  });

  it('has no tree for a language without grammar, a huge file, or one that takes too long', async () => {
    const text = 'a(b);\n'.repeat(60_000);
    const parser = await testParser();
    const other = parser.createSourceFile({ ...typescript, language: 'other', text });
    assert.equal(other.tree, undefined);
    assert.equal(other.treeProblem, undefined);
    assert.deepEqual(other.query('(identifier) @name'), []);
    const strict = await SyntaxParser.open(packagedGrammars, { parseMs: -1, maxTreeBytes: 500_000 });
    const slow = strict.createSourceFile({ ...typescript, text });
    assert.equal(slow.tree, undefined);
    assert.equal(slow.treeProblem, 'not parsed within -1 ms');
    const huge = strict.createSourceFile({ ...typescript, text: text + text });
    assert.equal(huge.tree, undefined);
    assert.equal(huge.treeProblem, 'longer than 500000 characters, so it was not parsed');
    strict.dispose();
  });

  it('reads a file with Flow annotations', async () => {
    const text = '// @flow\nexport function f(a: string): number { return 1; }\n';
    const file = (await testParser()).createSourceFile({ ...typescript, language: 'javascript', text });
    assert.equal(file.tree?.rootNode.hasError, false);
    file.dispose();
  });
});

describe('component files', () => {
  const component = { language: 'typescript', role: 'source' } as const;
  const files = [
    {
      languageName: 'Vue',
      text: '<template><a :b="c" /></template>\n<script setup lang="ts">\nimport d from "e";\n</script>\n<style>a {}</style>',
    },
    {
      languageName: 'Svelte',
      text: '<script context="module">const x = "<script>";</script>\n<p>{y}</p>\n<script>let y;</script>',
    },
    { languageName: 'Astro', text: '---\nconst title = "é😀";\nconst next = 1;\n---\n<h1>{title}</h1>\n' },
  ];

  it('have the tree of their scripts, at the places of the file', async () => {
    const parser = await testParser();
    const found = files.map(({ languageName, text }) => {
      const file = parser.createSourceFile({ ...component, path: 'a', languageName, text });
      const names = file
        .query('(identifier) @name')
        .map(({ node }) => `${node.startPosition.row + 1} ${text.slice(node.startIndex, node.endIndex)}`);
      assert.equal(file.tree?.rootNode.hasError, false, languageName);
      file.dispose();
      return names;
    });
    assert.deepEqual(found, [['3 d'], ['1 x', '3 y'], ['2 title', '3 next']]);
  });

  it('have no tree without a script', async () => {
    const file = (await testParser()).createSourceFile({
      ...component,
      path: 'a.vue',
      languageName: 'Vue',
      text: '<template/>',
    });
    assert.equal(file.tree, undefined);
    file.dispose();
  });
});
