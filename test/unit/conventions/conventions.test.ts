import assert from 'node:assert/strict';
import { conventionsAnalyzer } from '../../../src/engine/genesis/analyzers/conventions';
import { commitShapes } from '../../../src/engine/genesis/analyzers/conventions/commitStyle';
import { stemOf } from '../../../src/engine/genesis/analyzers/conventions/fileNaming';
import { nameStyle } from '../../../src/engine/genesis/analyzers/conventions/nameStyle';
import { testMarks } from '../../../src/engine/genesis/analyzers/conventions/testMarks';
import { testNamings } from '../../../src/engine/genesis/analyzers/conventions/testPlacement';
import type { GitFacts } from '../../../src/engine/genesis/scanModel';
import { analyzeSources } from '../../support/analyzeSources';

function files(
  count: number,
  path: (n: number) => string,
  text: (n: number) => string = () => 'export {};\n',
): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [path(n), text(n)]));
}

const jsTest = "it('adds', () => {});\n";

const letters = (n: number): string =>
  String.fromCharCode(97 + (n % 26)) + String.fromCharCode(97 + Math.floor(n / 26));

async function check(
  sources: Record<string, string>,
  expected: readonly { rule: string; title: RegExp; cites?: string }[],
  git?: GitFacts,
): Promise<void> {
  const { findings, problems } = await analyzeSources([conventionsAnalyzer], sources, git ? { git } : {});
  assert.deepEqual(problems, []);
  assert.deepEqual(
    findings.map((finding) => finding.rule),
    expected.map((finding) => finding.rule),
  );
  for (const [index, { title, cites }] of expected.entries()) {
    assert.match(findings[index]?.title ?? '', title);
    if (cites)
      assert.ok(
        findings[index]?.evidence.some(({ path }) => path === cites),
        cites,
      );
    for (const { path, startLine } of findings[index]?.evidence ?? [])
      assert.ok(sources[path] !== undefined && startLine >= 1);
  }
}

describe('conventions', () => {
  it('tells the style of names', () => {
    const cases = {
      'user-card': 'kebab-case',
      user_card: 'snake_case',
      userCard: 'camelCase',
      UserCard: 'PascalCase',
      User: undefined,
      HTTPServer: 'PascalCase',
      [`a${'A'.repeat(200)}-`]: 'mixed',
      USER_CARD: 'UPPER_CASE',
      user: undefined,
      'User-card': 'mixed',
      User_card: 'mixed',
      listen_reuseSocket: 'mixed',
      URLs: undefined,
      Html5: undefined,
      userV2: 'camelCase',
    };
    for (const [name, style] of Object.entries(cases)) assert.equal(nameStyle(name), style, name);
  });

  it('reads the words that people chose', () => {
    assert.equal(stemOf('a/user-card.component.spec.ts'), 'user-card');
    assert.equal(stemOf('a/test_user_card.py'), 'user_card');
    assert.equal(stemOf('a/_partial-view.scss'), 'partial-view');
  });

  it('counts file names and names the exceptions', () =>
    check({ ...files(19, (n) => `src/user-${letters(n)}.ts`), 'src/userCard.ts': 'export {};\n' }, [
      {
        rule: 'conventions/file-naming',
        title: /^19 of 20 TypeScript file names .* kebab-case$/,
        cites: 'src/userCard.ts',
      },
    ]));

  it('counts a name that joins words in two ways as an exception, and none of one word or that a tool asks for', () =>
    check(
      {
        ...files(19, (n) => `src/User${letters(n)}Card.tsx`),
        'src/user_cardView.tsx': 'export {};\n',
        'src/Login.tsx': 'export {};\n',
        'app/not-found.tsx': 'export {};\n',
      },
      [
        {
          rule: 'conventions/file-naming',
          title: /^19 of 20 \.tsx file names found with a visible word break are PascalCase$/,
          cites: 'src/user_cardView.tsx',
        },
      ],
    ));

  it('says nothing of names of Go, where the underscore is a sign to the compiler', () =>
    check(
      files(
        20,
        (n) => `p/listen_${letters(n)}.go`,
        () => 'package p\n',
      ),
      [],
    ));

  it('says nothing where styles are mixed or names are few', async () => {
    await check(
      {
        ...files(10, (n) => `src/user-${letters(n)}.ts`),
        ...files(10, (n) => `src/user${letters(n).toUpperCase()}.ts`),
      },
      [],
    );
    await check(
      files(5, (n) => `src/user-${letters(n)}.ts`),
      [],
    );
  });

  it('counts how tests are named and where they lie', () =>
    check(
      {
        ...files(
          9,
          (n) => `src/${letters(n)}.test.ts`,
          () => jsTest,
        ),
        'src/odd.spec.ts': jsTest,
        'src/cart.ts': '',
      },
      [
        {
          rule: 'conventions/test-naming',
          title:
            /^9 of 10 TypeScript files found that declare tests are named \*\.test\.\*, 100 % of those beside source files$/,
          cites: 'src/odd.spec.ts',
        },
      ],
    ));

  it('takes a program that is called like a test for none', () =>
    check(
      {
        ...files(
          9,
          (n) => `shop/${letters(n)}_test.py`,
          () => 'def test_adds():\n    pass\n',
        ),
        'shop/cart.py': '',
        'shop/test_rule.py': 'import argparse\n\ndef main():\n    pass\n',
        'shop/test_settings.py': 'from shop.settings import *\n\nTESTING = True\n',
      },
      [
        {
          rule: 'conventions/test-naming',
          title:
            /^9 of 9 Python files found that declare tests are named \*_test\.py, 100 % of them beside source files$/,
        },
      ],
    ));

  it('counts every file that declares a test, however it is named', () =>
    check(
      {
        ...files(
          9,
          (n) => `test/Shop.Tests/Cart${letters(n)}Tests.cs`,
          () => 'public class A\n{\n    [Fact]\n    public void Adds() {}\n}\n',
        ),
        'test/Shop.Tests/TestBasket.cs':
          '[TestClass]\npublic class B\n{\n    [TestMethod]\n    public void A() {}\n}\n',
        'test/Shop.Tests/BaseTest.cs': 'public abstract class BaseTest {}\n',
      },
      [
        {
          rule: 'conventions/test-naming',
          title: /^9 of 10 C# files found that declare tests are named \*Tests\.cs/,
          cites: 'test/Shop.Tests/TestBasket.cs',
        },
      ],
    ));

  it('takes a test within a text that is written elsewhere for none', () =>
    check(
      {
        ...files(
          9,
          (n) => `src/lib/tests/${letters(n)}.test.js`,
          () => jsTest,
        ),
        'src/lib/tests/generate.js': "const text = `\nit('adds', () => {});\n`;\nwrite(text);\n",
        'src/lib/tests/matchers.js': "/**\n * @example\n   it('adds', () => {});\n */\nexport const a = 1;\n",
        'src/lib/tests/cases.js': 'export function addsTo(name) {\n  it(name, () => {});\n}\n',
      },
      [
        {
          rule: 'conventions/test-naming',
          title:
            /^9 of 9 JavaScript files found that declare tests are named \*\.test\.\*, 100 % of them in tests folders$/,
        },
      ],
    ));

  it('takes a test within a text of documentation for none', () =>
    check(
      {
        ...files(
          9,
          (n) => `tests/test_${letters(n)}.py`,
          () => 'def test_adds():\n    pass\n',
        ),
        'tests/__init__.py': 'class Base:\n    """Use:\n\n        def test_it(self):\n    """\n',
      },
      [{ rule: 'conventions/test-naming', title: /^9 of 9 Python files/ }],
    ));

  it('takes a fixture for no test, and tests below two folders for tests of either', () =>
    check(
      {
        ...files(
          5,
          (n) => `tests/shop/test_${letters(n)}.py`,
          () => 'def test_adds():\n    pass\n',
        ),
        ...files(
          4,
          (n) => `e2e/tests/test_${letters(n)}.py`,
          () => 'def test_adds():\n    pass\n',
        ),
        'tests/databases.py': '@pytest.fixture(\n    scope="session",\n)\ndef test_db_name():\n    pass\n',
        'tests/conftest.py': 'def test_name():\n    pass\n',
      },
      [
        {
          rule: 'conventions/test-naming',
          title: /^9 of 9 Python files found that declare tests are named test_\*\.py, 100 % of them in tests folders$/,
        },
      ],
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

  it('counts no file that lends examples to tests', () =>
    check(
      {
        ...files(
          9,
          (n) => `spec/models/cart_${letters(n)}_spec.rb`,
          () => "RSpec.describe Cart do\n  it 'adds' do\n  end\nend\n",
        ),
        'spec/support/shared_carts.rb': "RSpec.shared_examples 'a cart' do\n  it 'adds' do\n  end\nend\n",
      },
      [{ rule: 'conventions/test-naming', title: /^9 of 9 Ruby files found that declare tests are named \*_spec\.rb/ }],
    ));

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

  it('holds the tests of each language by themselves', () =>
    check(
      {
        ...files(
          9,
          (n) => `src/test/Cart${letters(n)}Test.kt`,
          () => 'class A {\n    @Test\n    fun adds() {}\n}\n',
        ),
        ...files(
          8,
          (n) => `web/${letters(n)}.test.ts`,
          () => jsTest,
        ),
      },
      [
        {
          rule: 'conventions/test-naming',
          title: /^9 of 9 Kotlin files found that declare tests are named \*Test\.kt, /,
        },
        {
          rule: 'conventions/test-naming',
          title: /^8 of 8 TypeScript files found that declare tests are named \*\.test\.\*$/,
        },
      ],
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

  it('takes arguments below their bracket for no indent', () =>
    check(
      files(
        12,
        (n) => `src/m_${letters(n)}.py`,
        () =>
          `class A:\n    def a(self):\n        return call(one,\n${`${' '.repeat(38)}two,\n`.repeat(4)})\n\n    def b(self):\n        pass\n\n    def c(self):\n        pass\n`,
      ),
      [
        { rule: 'conventions/file-naming', title: /^12 of 12 Python/ },
        { rule: 'conventions/formatting', title: /^Python files indent with 4 spaces \(12 of 12\)$/ },
      ],
    ));

  it('measures commit subjects against the guide', () => {
    const commits = Array.from({ length: 120 }, (_, n) => ({
      sha: `${n}`.padStart(40, '0'),
      author: 'A',
      authoredAt: 0,
      subject: n % 10 === 0 ? 'Bump left-pad from 1 to 2' : 'feat(cart): keep items',
      files: [],
    }));
    const git = { branch: 'main', commit: null, remote: null, commits };
    return check(
      { 'CONTRIBUTING.md': '# Contributing\n\nWe follow Conventional Commits.\n' },
      [
        {
          rule: 'conventions/commit-style',
          title: /^90 % of the last 120 commit subjects, merges aside, follow Conventional Commits/,
          cites: 'CONTRIBUTING.md',
        },
      ],
      git,
    );
  });

  it('cites the line that speaks of commits, and is silent without one', async () => {
    const commits = Array.from({ length: 120 }, (_, n) => ({
      sha: `${n}`.padStart(40, '0'),
      author: 'A',
      authoredAt: 0,
      subject: 'fix: keep items',
      files: [],
    }));
    const git = { branch: 'main', commit: null, remote: null, commits };
    const guide = { 'CONTRIBUTING.md': '# Contributing\n\nBe kind.\n\nUse `feat: subject`.\n' };
    const { findings } = await analyzeSources([conventionsAnalyzer], guide, { git });
    assert.deepEqual(findings[0]?.evidence, [{ path: 'CONTRIBUTING.md', startLine: 5, endLine: 5 }]);
    await check({ 'CONTRIBUTING.md': '# Contributing\n\nBe kind.\n\nRead on good commit messages.\n' }, [], git);
    await check({ 'README.md': '# Shop\n\n1.2: fix: keep items\n' }, [], git);
  });

  it('every rule of a table fits its own example first', () => {
    for (const shape of commitShapes)
      assert.equal(
        commitShapes.find(({ pattern }) => pattern.test(shape.example)),
        shape,
      );
    for (const mark of testMarks) assert.match(`// before\n${mark.example}\n`, mark.pattern);
    // A function that helps tests is none.
    const php = testMarks.find(({ language }) => language === 'PHP');
    assert.ok(php?.pattern.test('function test_path(string $path): string\n') === false);
    for (const naming of testNamings)
      assert.equal(
        testNamings.find(({ pattern }) => pattern.test(naming.example.replace(/\.java$/, '.java'))),
        naming,
      );
  });
});
