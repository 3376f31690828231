import assert from 'node:assert/strict';
import { conventionsAnalyzer } from '../../../src/engine/genesis/analyzers/conventions';
import { analyzeSources } from '../../support/analyzeSources';
import { check, files, jsTest, letters } from './checkConventions';

describe('conventions of tests', () => {
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
            /^At least 9 TypeScript files that declare tests are named \*\.test\.\*, one exception found; all of those lie beside source files$/,
          cites: 'src/odd.spec.ts',
        },
      ],
    ));

  it('takes a helper of PHP with a method that is called like a test for none, and cites where tests stand', () =>
    check(
      {
        ...files(
          9,
          (n) => `tests/${letters(n).toUpperCase()}Test.php`,
          () => '<?php\n\nclass CartTest extends TestCase\n{\n    public function testAdds(int $by): void {}\n}\n',
        ),
        'tests/OddTesting.php': '<?php\nclass OddTesting extends TestCase\n{\n\n    function testOdd() {}\n}\n',
        'tests/Files.php': '<?php\nclass Files\n{\n    public function testPath(string $name): string {}\n}\n',
        'tests/CartData.php': "<?php\nclass CartData\n{\n    public $mail = 'one@test.org';\n}\n",
        'src/Cart.php': '<?php\n',
      },
      [
        {
          rule: 'conventions/test-naming',
          title: /^At least 9 PHP files that declare tests are named \*Test\.php, one exception found/,
          cites: 'tests/OddTesting.php:5',
        },
      ],
    ));

  it('knows tests of Ruby, Swift and C++ that are named before or after what they test', async () => {
    const titleOf = async (path: (n: number) => string, text: string, other: string) => {
      const { findings } = await analyzeSources([conventionsAnalyzer], {
        ...files(9, path, () => text),
        [other]: text,
      });
      return findings.find(({ rule }) => rule === 'conventions/test-naming')?.title ?? '';
    };
    const ruby = 'class CartTest < Minitest::Test\n  def test_adds\n  end\nend\n';
    assert.match(
      await titleOf((n) => `test/test_${letters(n)}.rb`, ruby, 'test/odd.rb'),
      /^At least 9 Ruby .* test_\*\.rb, one exception/,
    );
    const swift = 'final class CartTests: XCTestCase {\n  func testAdds() throws {}\n}\n';
    const apart = (n: number) => `Tests/Shop/${letters(n)}Tests.swift`;
    assert.match(
      await titleOf(apart, swift, 'Tests/Shop/Odd.swift'),
      /^At least 9 Swift .* \*Tests\.swift, one exception found; .* Tests/,
    );
    const cpp = '#include "cart.h"\n\nTEST(Cart, Adds) {}\n';
    assert.match(
      await titleOf((n) => `src/${letters(n)}_test.cc`, cpp, 'test/odd.cc'),
      /^At least 9 C\+\+ .* \*_test\.\*/,
    );
  });

  it('says how many more are named otherwise', async () => {
    const named = (count: number, path: (n: number) => string) =>
      files(count, path, () => 'public class A {\n    @Test\n    void adds() {}\n}\n');
    const { findings } = await analyzeSources([conventionsAnalyzer], {
      ...named(40, (n) => `src/test/java/C${letters(n)}Test.java`),
      ...named(10, (n) => `src/test/java/D${letters(n)}Check.java`),
    });
    const found = findings.find(({ rule }) => rule === 'conventions/test-naming');
    assert.match(found?.content ?? '', /Named otherwise: .* and 2 more\.$/);
  });

  it('counts static tests of PHP', () =>
    check(
      files(
        9,
        (n) => `tests/${letters(n).toUpperCase()}Test.php`,
        (n) =>
          `<?php\nclass ATest extends TestCase {\n  public ${n < 5 ? 'static ' : ''}function testAdds(${n < 3 ? '$a' : ''}): void {}\n}\n`,
      ),
      [{ rule: 'conventions/test-naming', title: /^At least 9 PHP files that/ }],
    ));

  it('takes previews of mails for no tests of Ruby, and a helper that asks for the running test for none of PHP', () =>
    check(
      {
        ...files(
          10,
          (n) => `test/models/${letters(n)}_test.rb`,
          () => 'class CartTest < ActiveSupport::TestCase\n  def test_adds\n  end\nend\n',
        ),
        'test/mailers/previews/cart_mailer_preview.rb':
          'class CartMailerPreview < ActionMailer::Preview\n  def test_mail\n  end\nend\n',
        'app/models/cart.rb': '',
        ...files(
          10,
          (n) => `tests/${letters(n).toUpperCase()}Test.php`,
          () => "<?php\n\ntest('adds', function () {});\n",
        ),
        'tests/Helpers.php': '<?php\n\nfunction asserts() {\n    test()->assertTrue(true);\n}\n',
        'src/Cart.php': '<?php\n',
      },
      [
        { rule: 'conventions/test-naming', title: /^At least 10 Ruby files that/, cites: 'test/models/aa_test.rb:2' },
        { rule: 'conventions/test-naming', title: /^At least 10 PHP files that/, cites: 'tests/AATest.php:3' },
      ],
    ));

  it('takes helpers and benchmarks of Python that are called like tests for none', () =>
    check(
      {
        ...files(
          9,
          (n) => `tests/test_${letters(n)}.py`,
          (n) =>
            n % 2 === 0
              ? `def test${n === 0 ? '' : '_adds'}():\n    pass\n`
              : 'class TestCart:\n    def test_adds(self):\n        pass\n',
        ),
        'tests/test_static.py': 'class TestCart:\n    @staticmethod\n    def test_adds():\n        pass\n',
        'tests/test_low.py': 'class test_Cart:\n    def test_adds(self):\n        pass\n',
        'tests/test_odd.py': 'class Odd(Base):\n    def testAdds(self):\n        pass\n',
        'tests/benchmarks.py': 'class CartSuite:\n    def test_divide(self):\n        pass\n',
        'tests/__init__.py': 'class ShopCase(TestCase):\n    @classmethod\n    def testSetUp(cls):\n        pass\n',
        'shop/cart.py': '',
      },
      [
        {
          rule: 'conventions/test-naming',
          title: /^At least 10 Python files that declare tests are named test_\*\.py, no exception found/,
        },
      ],
    ));

  it('takes a step of Ruby that is called like a test for none', () =>
    check(
      {
        ...files(
          9,
          (n) => `spec/${letters(n)}_spec.rb`,
          () => "describe 'Cart' do\nend\n",
        ),
        'spec/steps.rb': 'def test_report(type, reason)\nend\n',
        'app/cart.rb': '',
      },
      [
        {
          rule: 'conventions/test-naming',
          title: /^At least 9 Ruby files that declare tests are named \*_spec\.rb, no exception found/,
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
            /^At least 9 Python files that declare tests are named \*_test\.py, no exception found; all of those lie beside source files$/,
        },
      ],
    ));

  it('takes a module of things that the product calls tests for none', () =>
    check(
      {
        ...files(
          9,
          (n) => `tests/test_${letters(n)}.py`,
          () => 'from shop.tests import test_odd\n\ndef test_adds():\n    assert test_odd(1)\n',
        ),
        'shop/__init__.py': '',
        'shop/defaults.py': 'from .tests import test_odd\n',
        'shop/tests.py': 'def test_odd(value: int) -> bool:\n    return value % 2 == 1\n',
      },
      [
        {
          rule: 'conventions/test-naming',
          title:
            /^At least 9 Python files that declare tests are named test_\*\.py, no exception found; all of those lie in tests folders$/,
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
          title: /^At least 9 C# files that declare tests are named \*Tests\.cs, one exception found/,
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
        'src/lib/tests/timed.js': "for (const test of cases) {\n  test.parse('a');\n}\n",
        'src/lib/tests/cases.js': 'export function addsTo(name) {\n  it(name, () => {});\n}\n',
      },
      [
        {
          rule: 'conventions/test-naming',
          title:
            /^At least 9 JavaScript files that declare tests are named \*\.test\.\*, no exception found; all of those lie in tests folders$/,
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
      [{ rule: 'conventions/test-naming', title: /^At least 9 Python files/ }],
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
        'typing_tests/baseline.py': 'class A:\n    pass\n\ndef test_types() -> None:\n    pass\n',
        'tests/conftest.py': 'def test_name():\n    pass\n',
      },
      [
        {
          rule: 'conventions/test-naming',
          title:
            /^At least 9 Python files that declare tests are named test_\*\.py, no exception found; all of those lie in tests folders$/,
        },
      ],
    ));

  it('counts no file that lends examples to tests', () =>
    check(
      {
        ...files(
          9,
          (n) => `spec/models/cart_${letters(n)}_spec.rb`,
          (n) =>
            n < 4
              ? "module Shop\n  # Of the shop.\n  describe Cart, '#add' do\n    it 'adds' do\n    end\n  end\nend\n"
              : "RSpec.describe Cart do\n  it 'adds' do\n  end\nend\n",
        ),
        'spec/support/shared_carts.rb': "RSpec.shared_examples 'a cart' do\n  it 'adds' do\n  end\nend\n",
      },
      [
        {
          rule: 'conventions/test-naming',
          title: /^At least 9 Ruby files that declare tests are named \*_spec\.rb, no exception found/,
        },
      ],
    ));

  it('counts a suite that another file calls, and a function that lends tests to others only where it is named as tests are', () =>
    check(
      {
        ...files(
          8,
          (n) => `test/${letters(n)}.test.ts`,
          () => jsTest,
        ),
        'test/ui/cartSuite.ts':
          "export function cartSuite(): void {\n  describe('cart', () => {\n    it('adds', () => {});\n  });\n}\n",
        'test/ui/named.spec.ts':
          "export function tests(make: () => Cart): void {\n  describe('cart', () => {\n    it('adds', () => {});\n  });\n}\n",
        'test/ui/lent.ts':
          "export function tests(make: () => Cart): void {\n  describe('cart', () => {\n    it('adds', () => {});\n  });\n}\n",
      },
      [
        {
          rule: 'conventions/test-naming',
          title: /^At least 8 TypeScript files that declare tests are named \*\.test\.\*, 2 exceptions found/,
          cites: 'test/ui/cartSuite.ts',
        },
      ],
    ));

  it('counts tests of shoulda and of mini, which stand in classes', () =>
    check(
      files(
        9,
        (n) => `test/models/cart_${letters(n)}_test.rb`,
        (n) => `class CartTest < Minitest::Test\n  ${n < 4 ? 'should' : 'it'} 'add' do\n  end\nend\n`,
      ),
      [
        {
          rule: 'conventions/test-naming',
          title: /^At least 9 Ruby files that declare tests are named \*_test\.rb, no exception found/,
        },
      ],
    ));

  it('says nothing of a few tests where most are in a language of which nothing is known', () =>
    check(
      {
        ...files(
          9,
          (n) => `src/test/java/Cart${letters(n)}Test.java`,
          () => 'class A {\n    @Test\n    void adds() {}\n}\n',
        ),
        ...files(
          20,
          (n) => `src/test/scala/Cup${letters(n)}Spec.scala`,
          () => 'class A extends AnyFlatSpec\n',
        ),
      },
      [],
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
          title: /^At least 9 Kotlin files that declare tests are named \*Test\.kt, no exception found; /,
        },
        {
          rule: 'conventions/test-naming',
          title: /^At least 8 TypeScript files that declare tests are named \*\.test\.\*, no exception found$/,
        },
      ],
    ));
});
