import type { Extractor } from '../../extractor';
import { type Notation, withoutComments } from '../../languages/sourceText';
import type { LanguageId, SourceFile } from '../../sourceFile';

interface TestMark {
  /** As the finding calls it. */
  readonly language: string;
  /** The first that declares one, 1-based. */
  readonly line: number;
}

interface Mark {
  readonly language: string;
  readonly of: readonly LanguageId[];
  /** A test that the file declares. */
  readonly pattern: RegExp;
  /** A method that is a test only in a class of a certain kind: elsewhere it is a helper's, or what a benchmark times. */
  readonly method?: { readonly pattern: RegExp; readonly within: RegExp };
  readonly example: string;
}

/** What declares a test, by which its runner or a reader knows the file for one, whatever its name is. */
const marks: readonly Mark[] = [
  {
    language: 'JavaScript and TypeScript',
    of: ['javascript', 'typescript', 'tsx'],
    pattern:
      /^\s{0,40}(?:(?:QUnit|tap|t|Deno)\.)?(?:describe|it|test|suite|specify)(?:\.\w{1,20}){0,2}(?:\.each\b|\s{0,3}\(\s{0,40}(?:["'`]|[\w.$]{1,80}\s{0,3},))/m,
    example: "it('adds', () => {});",
  },
  {
    language: 'Python',
    of: ['python'],
    // What is called `test` and is handed something is more often a script's own.
    pattern: /^(?:async\s{1,9})?def\s{1,9}test(?:_\w|[A-Z]|\s{0,3}\(\s{0,40}\))/m,
    method: {
      pattern:
        /^[ \t]{1,40}(?:async\s{1,9})?def\s{1,9}test(?:_\w|[A-Z])\w{0,200}\s{0,3}\(\s{0,40}self\b|^[ \t]{1,40}@staticmethod\n[ \t]{1,40}(?:async\s{1,9})?def\s{1,9}test(?:_\w|[A-Z])/m,
      within: /\bclass\s{1,9}(?:\w{0,100}Test|test_|\w{1,100}\s{0,3}\()/,
    },
    example: 'def test_adds():',
  },
  {
    language: 'Ruby',
    of: ['ruby'],
    // What only lends examples to others describes nothing at its top; the product's own module may stand around it.
    pattern:
      /^(?:[ \t]{0,40}RSpec\.)?(?:describe|feature|context)[\s(]{1,3}["':A-Z]|^module[ \t][^\n]{1,200}\n(?:[ \t]{0,9}(?:module[ \t][^\n]{0,200}|#[^\n]{0,200})?\n){0,6}[ \t]{1,9}(?:describe|feature|context)[\s(]{1,3}["':A-Z]|^\s{0,40}(?:test|should)\s{1,3}["']|^[ \t]{0,9}class\s{1,9}[\w:]{1,120}\s{0,9}<\s{0,9}[\w:]{0,120}Test(?:Case)?\b(?:[^\n]*\n){1,300}?[ \t]{1,40}it\s{1,3}["']/m,
    // Previews of mails and what modules lend have methods of such names, too.
    method: {
      pattern: /^\s{0,40}def\s{1,9}test_\w{1,200}[?!]?\s{0,9}$/m,
      within: /\bclass\s{1,9}[\w:]{0,200}Test|<\s{0,9}[\w:]{0,200}Test/,
    },
    example: 'RSpec.describe Cart do',
  },
  {
    language: 'Java',
    of: ['java'],
    pattern:
      /^\s{0,40}@(?:Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate)\b|\bpublic\s{1,9}void\s{1,9}test[A-Z_]\w{0,120}\s?\(\)/m,
    example: '@Test',
  },
  {
    language: 'Kotlin',
    of: ['kotlin'],
    pattern:
      /^\s{0,40}@(?:Test|ParameterizedTest|RepeatedTest|TestFactory)\b|:\s{0,9}(?:Fun|String|Describe|Should|Behavior|Word|Free|Feature|Expect|Annotation)Spec\s{0,3}\(/m,
    example: 'class CartTest : FunSpec({',
  },
  {
    language: 'PHP',
    of: ['php'],
    pattern:
      /\bpublic\s{1,9}(?:static\s{1,9})?function\s{1,9}test[A-Z_]\w{0,120}\s{0,3}\(\s{0,9}\)|^\s{0,40}(?:\/\*)?\*{1,2}\s{0,9}@test\b|#\[(?:\w{1,20}\\){0,4}Test\b|^\s{0,40}(?:it|test)\(\s{0,40}["']/m,
    // With what a provider hands in; who says nothing of who may call a method lets everyone.
    method: {
      pattern: /^[ \t]{0,40}(?:(?:public|static|final)\s{1,9}){0,3}function\s{1,9}test\w{1,120}\s{0,3}\(/m,
      within: /\bclass\s{1,9}\w{1,100}\s{1,9}extends\b/,
    },
    example: 'public function testAdds(): void',
  },
  {
    language: 'C#',
    of: ['csharp'],
    pattern:
      /^\s{0,40}\[(?:\w{1,40}(?:\([^)\n]{0,200}\))?,\s{0,9}){0,3}(?:Fact|Theory|Test|TestCase|TestCaseSource|TestMethod|DataTestMethod|TestClass|TestFixture)\b/m,
    example: '[Fact]',
  },
  {
    language: 'Swift',
    of: ['swift'],
    pattern: /^\s{0,40}@Test\b|\bclass\s{1,9}\w{1,100}\s{0,9}:\s{0,9}(?:Quick|Async)Spec\b/m,
    method: {
      pattern: /^[ \t]{1,40}(?:\w{1,20}\s{1,3}){0,3}func\s{1,9}test\w{0,200}\s{0,3}\(\s{0,9}\)/m,
      within: /\bclass\s{1,9}\w{1,100}\s{0,9}:\s{0,9}\w{0,60}(?:Test|Case)/,
    },
    example: '  @Test func adds() {}',
  },
  {
    language: 'C++',
    of: ['other'],
    pattern:
      /^\s{0,40}(?:TEST(?:_F|_P)?|TYPED_TEST(?:_P)?|TEST_CASE(?:_METHOD)?|TEMPLATE_TEST_CASE|SCENARIO|BOOST_(?:AUTO|FIXTURE|DATA)_TEST_CASE)\s?\(/m,
    example: 'TEST(Cart, Adds) {',
  },
];
export const testMarks = marks;

function markIn(text: string, language: LanguageId): { readonly mark: Mark; readonly shown: string } | undefined {
  for (const mark of marks) {
    if (!mark.of.includes(language)) continue;
    const { pattern, method } = mark;
    const found = pattern.exec(text) ?? (method?.within.test(text) === true ? method.pattern.exec(text) : null);
    if (found !== null) return { mark, shown: found[0].trim().split('\n', 1)[0] ?? '' };
  }
  return undefined;
}

const scriptNotation: Notation = { line: '//', block: ['/*', '*/'], quotes: ['"', "'", '`'] };
const bracesNotation: Notation = { line: '//', block: ['/*', '*/'], quotes: ['"""', '"'] };

/** What a script writes into another file stands in templates of several lines. */
const withoutTemplates = (text: string): string => text.replaceAll(/=\s?`[^`\n]{0,500}\n[^`]{0,20000}`/g, '``');

/** What a file shows of the use of its code is no test of it. */
const withoutDocs = (text: string): string => text.replaceAll(/"""[\s\S]*?"""|'''[\s\S]*?'''/g, '""');

/** The code of a file in which a test may stand. */
function testableCode({ language, text, path }: SourceFile): string {
  switch (language) {
    case 'python':
      return withoutFixtures(withoutDocs(text));
    case 'javascript':
    case 'typescript':
    case 'tsx':
      return withoutLentTests(withoutCases(withoutComments(withoutTemplates(text), scriptNotation)), path);
    case 'java':
    case 'kotlin':
    case 'csharp':
      return withoutComments(text, bracesNotation);
    default:
      return text;
  }
}

/** `for (const test of cases)`: what such a name has is no runner's. */
const namesCase =
  /\b(?:for\s?(?:await\s?)?\(\s?(?:const|let|var)\s{1,4}(?:test|it|suite)\s{1,4}(?:of|in)\b|(?:const|let|var)\s{1,4}(?:test|it|suite)\s?=\s?(?:\{|\w{1,60}\[|new\s|\w{1,60}\.\w{1,60}\[))/;
const callsOfCase = /^([ \t]{0,40})(?:test|it|suite)\.(?=\w)/gm;

const withoutCases = (text: string): string => (namesCase.test(text) ? text.replaceAll(callsOfCase, '$1case.') : text);

const givesAway =
  /^export\s{1,9}(?:default\s{1,9})?(?:async\s{1,9})?(?:function\b|const\s{1,9}\w{1,80}\s?=\s?(?:async\s?)?\()/m;
/** `export function cartTests(): void {\n  describe(`: nothing is handed in, so that it is a suite of its own, which another file calls. */
const givesSuite =
  /^export\s{1,9}(?:default\s{1,9})?(?:function\s{1,9}\w{1,80}\s?|const\s{1,9}\w{1,80}\s?=\s?)\(\)[^{\n]{0,40}\{\s{0,40}(?:describe|suite)(?:\.\w{1,20})?\(/m;

/**
 * A module that gives functions away may declare tests within them: they are those of the files that call them, unless it
 * is named as those are.
 */
const withoutLentTests = (text: string, path: string): string =>
  givesAway.test(text) && !givesSuite.test(text) && !/\.(?:test|spec)\.[cm]?[jt]sx?$/.test(path)
    ? text.replaceAll(/^[ \t][^\n]*$/gm, '')
    : text;

/** Code of Python without the heads of fixtures: those may be called like tests. */
function withoutFixtures(text: string): string {
  if (!text.includes('fixture') || !/@(?:\w{1,40}\.)?(?:\w{0,40}_)?fixture\b/.test(text)) return text;
  let isFixture = false;
  return text
    .split('\n')
    .filter((line) => {
      if (/^\s{0,40}@(?:\w{1,40}\.)?(?:\w{0,40}_)?fixture\b/.test(line)) isFixture = true;
      const isHead = /^\s{0,40}(?:async\s{1,9})?def\s/.test(line);
      const isLeft = !(isHead && isFixture);
      if (isHead) isFixture = false;
      return isLeft;
    })
    .join('\n');
}

/** Files that declare tests. Go is not among them: its own tool knows tests by their names, and nobody chose. */
export const testMarkExtractor: Extractor<TestMark> = {
  id: 'conventions/testMarks',
  version: 21,
  // What pytest finds of this name lends to the tests beside it, and checkers of types run nothing.
  wants: (file) =>
    file.role === 'test' &&
    !/(?:^|\/)(?:conftest\.py$|(?:typing|types?|mypy|pyright)[-_]?tests?\/)/.test(file.path) &&
    (file.language === 'other' ? file.languageName === 'C++' : marks.some(({ of }) => of.includes(file.language))),
  extract(file) {
    if (file.text.length > 1_000_000) return undefined;
    const text = testableCode(file);
    const found = markIn(text, file.language);
    if (found === undefined) return undefined;
    return { language: found.mark.language, line: file.lineAt(Math.max(0, file.text.indexOf(found.shown))) };
  },
};
