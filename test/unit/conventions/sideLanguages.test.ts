import { check, files, jsTest, letters } from './checkConventions';

describe('conventions of tests in a language that few of them are in', () => {
  it('tells nothing of tests beside twice as many of Go, whose names nobody chooses', () =>
    check(
      {
        ...files(
          9,
          (n) => `test/test_${letters(n)}.rb`,
          () => 'class TestA < Minitest::Test\n  def test_a\n  end\nend\n',
        ),
        ...files(
          20,
          (n) => `src/${letters(n)}_test.go`,
          () => 'package src\n',
        ),
      },
      [],
    ));

  it('tells nothing of a few tests in another language than most', () =>
    check(
      {
        ...files(
          9,
          (n) => `site/tests/${letters(n)}.test.ts`,
          () => jsTest,
        ),
        ...files(
          120,
          (n) => `tests/test_${letters(n)}.py`,
          () => 'def test_a():\n    assert 1\n',
        ),
      },
      [{ rule: 'conventions/test-naming', title: /^At least 110 Python files/ }],
    ));

  it('takes a function `test` of Python that is handed something for none', () =>
    check(
      {
        ...files(
          8,
          (n) => `tests/test_${letters(n)}.py`,
          () => 'def test():\n    assert 1\n',
        ),
        'tests/try_all.py': 'async def test(cup):\n    await cup.wash()\n',
      },
      [
        {
          rule: 'conventions/test-naming',
          title: /^At least 8 Python files that declare tests are named test_\*\.py, no exc/,
        },
      ],
    ));
});
