import assert from 'node:assert/strict';
import { conventionsAnalyzer } from '../../../src/engine/genesis/analyzers/conventions';
import { analyzeSources } from '../../support/analyzeSources';
import { check, files, letters } from './checkConventions';

describe('conventions of formatting', () => {
  it('takes the first line of a chain for no statement without a semicolon', () =>
    check(
      files(
        12,
        (n) => `src/${letters(n)}.ts`,
        () =>
          'export const cup = z\n  .object({ size })\n  .open();\nconst big = cup\n  && pot;\nexport const all = cups\n  .map(wash);\n',
      ),
      [{ rule: 'conventions/formatting', title: /, write statements with semicolons \(12 of 12\)$/ }],
    ));

  it('takes the components of a record and a text for no indent', () =>
    check(
      files(
        12,
        (n) => `src/main/java/shop/Cart${letters(n)}.java`,
        () =>
          'public record Cart(\n    int a,\n    int b) {\n\n  int one() {\n    return 1;\n  }\n\n  String text() {\n    return """\n        {\n            x\n        }\n        """;\n  }\n  int two() {\n    return 2;\n  }\n  record B(\n      int a) {\n  }\n  record C(\n      int a) {\n  }\n}\n',
      ),
      [{ rule: 'conventions/formatting', title: /^Java files indent with 2 spaces \(12 of 12\)$/ }],
    ));

  it('takes a file of spaces with a few tabs for one of spaces, and cites the first tab of the others', () => {
    const line = (indent: string): string => `${indent}int a;\n`;
    const spaced = `class A\n{\n${line('    ').repeat(20)}    void B()\n    {\n${line('        ').repeat(9)}    }\n}\n`;
    return check(
      {
        ...files(
          11,
          (n) => `Shop/${letters(n).toUpperCase()}.cs`,
          () => `${spaced}class C\n{\n    int b;\n}\nclass D\n{\n    int b;\n}\n`,
        ),
        'Shop/Mixed.cs': spaced.replace(line('    ').repeat(4), line('\t').repeat(4)),
        'Shop/Both.cs': spaced.replace(line('    ').repeat(12), line('\t').repeat(12)),
        'Shop/Tabs.cs': `class A\n{\n${line('\t').repeat(9)}}\n`,
      },
      [
        {
          rule: 'conventions/formatting',
          title: /^C# files indent with 4 spaces \(11 of 12\)$/,
          cites: 'Shop/Tabs.cs:3',
        },
      ],
    );
  });

  it('counts files with much of both quotes, and tells none of a habit that few files show', () => {
    const text = (quotes: readonly string[]): string =>
      `${quotes.map((quote, n) => `call(${quote}${n}${quote});\n`).join('')}if (a) {\n  b();\n}\n`;
    const single = Array(9).fill("'");
    const both = [...single, ...Array(9).fill('"')];
    const told = (mixed: number, silent: number, title: RegExp): Promise<void> =>
      check(
        {
          ...files(
            12,
            (n) => `src/a${letters(n)}.js`,
            () => text(single),
          ),
          ...files(
            mixed,
            (n) => `src/b${letters(n)}.js`,
            () => text(both),
          ),
          ...files(
            silent,
            (n) => `src/c${letters(n)}.js`,
            () => text([]).repeat(4),
          ),
        },
        [{ rule: 'conventions/formatting', title }],
      );
    return Promise.all([
      told(1, 0, /quote strings with single quotes \(12 of 13\)/),
      told(4, 0, /^JavaScript files (?!.*quote)/),
      told(0, 40, /^JavaScript files (?!.*quote)/),
    ]);
  });

  it('tells of no language beside which another has many more files that nothing is told of', () => {
    const scripts = files(
      12,
      (n) => `web/${letters(n)}.js`,
      () => 'if (a) {\n  b()\n}\n'.repeat(4),
    );
    const told = { rule: 'conventions/formatting', title: /^JavaScript files indent with 2 spaces \(12 of 12\)$/ };
    return Promise.all([
      check(
        {
          ...scripts,
          ...files(
            30,
            (n) => `lib/${letters(n)}.go`,
            () => 'package lib\n',
          ),
        },
        [],
      ),
      check(
        {
          ...scripts,
          ...files(
            20,
            (n) => `lib/${letters(n)}.go`,
            () => 'package lib\n',
          ),
        },
        [told],
      ),
      check(
        {
          ...scripts,
          ...files(
            30,
            (n) => `app/Cart${letters(n)}.swift`,
            () => 'struct Cart {\n    let text = """\n  a\n  """\n    func a() {\n        b()\n    }\n}\n'.repeat(4),
          ),
        },
        [told, { rule: 'conventions/formatting', title: /^Swift files indent with 4 spaces \(30 of 30\)$/ }],
      ),
    ]);
  });

  it('measures neither declarations nor published libraries', () =>
    check(
      {
        ...files(
          12,
          (n) => `public/${letters(n)}.js`,
          () => `/*! a library */\n${"f('a');\n".repeat(9)}`,
        ),
        ...files(
          12,
          (n) => `src/${letters(n)}.d.ts`,
          () => `declare module 'a';\n${"f('a');\n".repeat(9)}`,
        ),
      },
      [],
    ));

  it('measures the files of a project that says in each of them whose it is', () =>
    check(
      {
        ...files(
          24,
          (n) => `public/${letters(n)}.js`,
          () => `/*! Copyright of the shop */\n${"f('a');\n".repeat(9)}`,
        ),
        'public/copied.js': `${'f("a");\n'.repeat(9)}`,
      },
      [{ rule: 'conventions/formatting', title: /^JavaScript files quote strings with single quotes \(24 of 24\)/ }],
    ));

  it('measures no quotes in the markup of components', () =>
    check(
      files(
        12,
        (n) => `src/${letters(n)}.vue`,
        () =>
          `<template>\n${'  <a class="b" href="c">d</a>\n'.repeat(12)}</template>\n<script>\nlet a = 'x';\n</script>\n`,
      ),
      [],
    ));

  it('measures formatting', () => {
    const text =
      "import a from 'a';\n\nexport function f() {\n  const x = 'one';\n  if (x) {\n    g('two');\n  }\n  return 'three';\n}\nif (a) {\n  h('six');\n}\nconst y = 'four';\nlet z = 'five';\n";
    return check(
      files(
        12,
        (n) => `src/${letters(n)}.ts`,
        () => text,
      ),
      [
        {
          rule: 'conventions/formatting',
          title: /^TypeScript files indent with 2 spaces \(12 of 12\), quote strings with single quotes \(12 of 12\)$/,
        },
      ],
    );
  });

  it('takes neither attributes of markup for strings nor what stands in a template for statements', async () => {
    const head = "import a from 'a'\nimport b from 'b'\nimport c from 'c'\nlet d = 'd'\n";
    const markup = `export const E = () => (\n${'  <p className="x"\n    title="y">It\'s "so"</p>\n'.repeat(9)})\n`;
    const template = `const css = \`\n${"  color: red;\n  content: 'x';\n".repeat(9)}\`\n`;
    const sources = files(
      12,
      (n) => `src/${letters(n)}.tsx`,
      () => `${head}${markup}${template}`,
    );
    const { findings } = await analyzeSources([conventionsAnalyzer], sources);
    for (const said of ['quote strings with single quotes', 'write statements without semicolons'])
      assert.ok(findings[0]?.content.includes(`- 12 of 12 files ${said}`), findings[0]?.content);
    assert.ok(findings[0]?.evidence.some(({ path, startLine }) => path === 'src/aa.tsx' && startLine === 1));
  });

  it('takes the indent of wrapped lines for none of its own', () => {
    const wrapped = '    private void a(\n            int b) {\n        c();\n    }\n\n';
    return check(
      files(
        12,
        (n) => `src/A${letters(n)}.java`,
        () =>
          `package a;\n\nclass A {\n${wrapped.repeat(3)}    int x =\n            1;\n    int y =\n            2;\n}\n`,
      ),
      [{ rule: 'conventions/formatting', title: /^Java files indent with 4 spaces \(12 of 12\)$/ }],
    );
  });

  it('takes no habit from what lies in folders with a dot', () =>
    check(
      {
        ...files(
          12,
          (n) => `src/A${letters(n)}.java`,
          () => `package a;\n\nclass A {\n${'    void a() {\n        b();\n    }\n\n'.repeat(5)}}\n`,
        ),
        ...files(
          3,
          (n) => `.tools/T${letters(n)}.java`,
          () => `package a;\n\nclass A {\n${'  void a() {\n    b();\n  }\n\n'.repeat(5)}}\n`,
        ),
      },
      [{ rule: 'conventions/formatting', title: /^Java files indent with 4 spaces \(12 of 12\)$/ }],
    ));

  it('takes the members of a union below their bar for no indent', () => {
    const plain = 'export interface A {\n    b: number;\n    c: number;\n}\n\n';
    const union = 'export type B =\n    | {\n          b: number;\n      }\n    | {\n          c: number;\n      };\n';
    return check(
      files(
        12,
        (n) => `src/a${letters(n)}.ts`,
        (n) => plain.repeat(3) + (n === 0 ? union.repeat(4) : ''),
      ),
      [{ rule: 'conventions/formatting', title: /^TypeScript files indent with 4 spaces \(12 of 12\)/ }],
    );
  });

  it('takes arguments below their bracket for no indent', () =>
    check(
      files(
        12,
        (n) => `src/m_${letters(n)}.py`,
        () =>
          `class A:\n    def a(self):\n        return call(one,\n${`${' '.repeat(38)}two,\n`.repeat(4)})\n\n    def b(self):\n        pass\n\n    def c(self):\n        pass\n`,
      ),
      [
        { rule: 'conventions/file-naming', title: /^At least 10 Python/ },
        { rule: 'conventions/formatting', title: /^Python files indent with 4 spaces \(12 of 12\)$/ },
      ],
    ));

  it('takes the entries of literals in Python for no indent', () => {
    const plain = `def f():\n    g()\n\n`.repeat(4);
    const entries = ['a', 'b', 'c', 'd'].map((name) => `${name} = {1: 2,\n        3: 4}\n`).join('');
    return check(
      {
        ...files(
          12,
          (n) => `src/${letters(n)}.py`,
          () => plain,
        ),
        'scripts/make.py': 'def f():\n  g()\n\ndef h():\n  g()\n\ndef i():\n  g()\n',
        'src/literals.py': `${entries}\n${`def f():\n    g()\n\n`.repeat(3)}`,
        'src/settings.py': `a = call(\n${'    [\n            {\n                1: 2,\n            },\n    ]\n'.repeat(4)})\n`,
      },
      [{ rule: 'conventions/formatting', title: /^Python files indent with 4 spaces \(13 of 13\)$/ }],
    );
  });

  it('measures a step from the argument that encloses a line', () => {
    const plain = `class A {\n${'    void a() {\n        b();\n    }\n\n'.repeat(5)}}\n`;
    const graph =
      '    {\n        @Graph(\n            a = {\n                @Node("b")\n            }\n        )\n    }\n';
    return check(
      {
        ...files(
          12,
          (n) => `src/A${letters(n)}.java`,
          () => plain,
        ),
        'src/Deep.java': `${`@Graphs(\n${graph})\n`.repeat(6)}class Deep {\n    int a;\n}\n`,
      },
      [{ rule: 'conventions/formatting', title: /^Java files indent with 4 spaces \(13 of 13\)$/ }],
    );
  });

  it('names no file as an exception whose lines the told width explains', () => {
    const plain = `class A {\n${'    void a() {\n        b();\n    }\n\n'.repeat(5)}}\n`;
    return check(
      {
        ...files(
          12,
          (n) => `src/A${letters(n)}.java`,
          () => plain,
        ),
        'src/Wrapped.java': `class W {\n    int z;\n${'}\nclass V {\n        int a;\n'.repeat(9)}}\n`,
        'src/Odd.java': plain.replaceAll('    ', '  '),
      },
      [
        {
          rule: 'conventions/formatting',
          title: /^Java files indent with 4 spaces \(12 of 13\)$/,
          cites: 'src/Odd.java',
        },
      ],
    );
  });
});
