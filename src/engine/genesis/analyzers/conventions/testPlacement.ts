import { folderOf } from '../../facts/paths';
import { markdownCode } from '../../markdownText';
import type { FileRecord, FindingDraft, ScanModel } from '../../scanModel';
import { exact, rounded } from '../architecture/map/wording';
import { groupBy } from '../dependencies/text/groupBy';
import { dominant, shareOf } from './nameStyle';
import { testMarkExtractor } from './testMarks';

interface Naming {
  readonly label: string;
  /** Tests of one language have one tool, and one habit; those of another say nothing about it. */
  readonly language: string;
  readonly pattern: RegExp;
  readonly example: string;
}

/** How test files are named, as their tools find them. First match wins. */
const namings: readonly Naming[] = [
  {
    label: '*.test.*',
    language: 'JavaScript and TypeScript',
    pattern: /\.test\.[cm]?[jt]sx?$/,
    example: 'cart.test.ts',
  },
  {
    label: '*.spec.*',
    language: 'JavaScript and TypeScript',
    pattern: /\.spec\.[cm]?[jt]sx?$/,
    example: 'cart.spec.ts',
  },
  { label: '*_test.go', language: 'Go', pattern: /_test\.go$/, example: 'cart_test.go' },
  { label: 'test_*.py', language: 'Python', pattern: /(?:^|\/)test_[^/]+\.py$/, example: 'tests/test_cart.py' },
  { label: '*_test.py', language: 'Python', pattern: /_test\.py$/, example: 'cart_test.py' },
  { label: '*_spec.rb', language: 'Ruby', pattern: /_spec\.rb$/, example: 'spec/cart_spec.rb' },
  { label: 'test_*.rb', language: 'Ruby', pattern: /(?:^|\/)test_[^/]+\.rb$/, example: 'test/test_cart.rb' },
  { label: '*_test.rb', language: 'Ruby', pattern: /_test\.rb$/, example: 'test/cart_test.rb' },
  { label: '*Tests.java', language: 'Java', pattern: /Tests\.java$/, example: 'CartTests.java' },
  { label: '*Test.java', language: 'Java', pattern: /Test\.java$/, example: 'CartTest.java' },
  { label: 'Test*.java', language: 'Java', pattern: /(?:^|\/)Test[A-Z]\w*\.java$/, example: 'TestCart.java' },
  { label: '*IT.java', language: 'Java', pattern: /IT\.java$/, example: 'CartIT.java' },
  { label: '*Spec.java', language: 'Java', pattern: /Spec\.java$/, example: 'CartSpec.java' },
  { label: '*Tests.kt', language: 'Kotlin', pattern: /Tests\.kt$/, example: 'CartTests.kt' },
  { label: '*Test.kt', language: 'Kotlin', pattern: /Test\.kt$/, example: 'CartTest.kt' },
  { label: '*Spec.kt', language: 'Kotlin', pattern: /Spec\.kt$/, example: 'CartSpec.kt' },
  { label: '*Test.php', language: 'PHP', pattern: /Test\.php$/, example: 'tests/CartTest.php' },
  { label: '*Spec.php', language: 'PHP', pattern: /Spec\.php$/, example: 'spec/CartSpec.php' },
  { label: '*Tests.cs', language: 'C#', pattern: /Tests\.cs$/, example: 'CartTests.cs' },
  { label: '*Test.cs', language: 'C#', pattern: /Test\.cs$/, example: 'CartTest.cs' },
  { label: '*Tests.swift', language: 'Swift', pattern: /Tests\.swift$/, example: 'CartTests.swift' },
  { label: '*Test.swift', language: 'Swift', pattern: /Test\.swift$/, example: 'CartTest.swift' },
  { label: '*Spec.swift', language: 'Swift', pattern: /Spec\.swift$/, example: 'CartSpec.swift' },
  { label: '*_unittest.*', language: 'C++', pattern: /_unittest\.c(?:c|pp|xx)$/, example: 'cart_unittest.cc' },
  { label: '*_test.*', language: 'C++', pattern: /_test\.c(?:c|pp|xx)$/, example: 'cart_test.cc' },
  { label: '*_tests.*', language: 'C++', pattern: /_tests\.c(?:c|pp|xx)$/, example: 'cart_tests.cpp' },
  { label: '*.test.*', language: 'C++', pattern: /\.test\.c(?:c|pp|xx)$/, example: 'cart.test.cpp' },
  { label: '*.tests.*', language: 'C++', pattern: /\.tests\.c(?:c|pp|xx)$/, example: 'cart.tests.cpp' },
  { label: '*Tests.*', language: 'C++', pattern: /Tests\.c(?:c|pp|xx)$/, example: 'CartTests.cpp' },
  { label: '*Test.*', language: 'C++', pattern: /Test\.c(?:c|pp|xx)$/, example: 'CartTest.cpp' },
  { label: 'test_*', language: 'C++', pattern: /(?:^|\/)test_[^/]+\.c(?:c|pp|xx)$/, example: 'tests/test_cart.cpp' },
];

export const testNamings = namings;

function placeOf(file: FileRecord, withSources: ReadonlySet<string>): string {
  const folders = file.path.split('/').slice(0, -1);
  const own = folders.findIndex((folder) => /^(?:tests?|specs?|__tests?__|e2e|integration[-_]?tests?)$/i.test(folder));
  if (own < 0 && folders.some((folder) => /[.-]tests?$/i.test(folder))) return 'test projects of their own';
  if (own < 0) return withSources.has(folders.join('/')) ? 'beside source files' : elsewhere;
  return foldersOf(folders[own] ?? 'test');
}

const foldersOf = (name: string): string => `${markdownCode(name)} folders`;

const elsewhere = 'elsewhere';

/** Tests that are named in a way that none of these is. */
const otherwise = 'otherwise';

export function testPlacementFindings(model: ScanModel): FindingDraft[] {
  // A file is a test by what it declares, whatever it is called: its name must not decide whether it is counted.
  const tests: NamedTest[] = [...model.factsOf(testMarkExtractor)].flatMap(([file, { language, line }]) =>
    file.role === 'test' && file.skipped === undefined && !isOfProduct(file, model)
      ? [{ file, language, line, label: namings.find(({ pattern }) => pattern.test(file.path))?.label ?? otherwise }]
      : [],
  );
  const withSources = new Set(model.files.flatMap((file) => (file.role === 'source' ? [folderOf(file.path)] : [])));
  const languages = [...groupBy(tests, ({ language }) => language)].sort((a, b) => b[1].length - a[1].length);
  // Of what a scan did not read nobody knows whether it declares a test.
  const unread = new Set(
    model.files.flatMap(({ role, skipped, language }) =>
      role === 'test' && skipped === 'over-limit' ? [language] : [],
    ),
  );
  const untold = model.files.filter(isUntold).length;
  return languages.slice(0, 2).flatMap(([language, own]) => {
    if (own.some(({ file }) => unread.has(file.language)) || own.length < untold * leastOfUntold) return [];
    if (own.length < fewTests && own.length * leastOfTests < tests.length) return [];
    const finding = namingFinding(language, own, languages.length > 1, withSources);
    return finding === undefined ? [] : [finding];
  });
}

/** So few tests are those of a side thing where the most are in another language. */
const fewTests = 20;
const leastOfTests = 10;
/** With fewer tests than this share of those whose marks are not known a language is a side thing. */
const leastOfUntold = 0.5;
/** Languages of tests in which nothing here tells what declares one, or whose tools leave no choice of names. */
const untoldLanguages: ReadonlySet<string> = new Set(
  'Scala Groovy Clojure Haskell OCaml Lua Perl Crystal F# Erlang Go Rust Elixir'.split(' '),
);

const isUntold = ({ role, skipped, languageName }: FileRecord): boolean =>
  role === 'test' && skipped === undefined && untoldLanguages.has(languageName);

/** A module `tests` of things that a product calls tests: what the product imports is a part of it. */
const isOfProduct = ({ path }: FileRecord, model: ScanModel): boolean =>
  model.imports.importersOf(path).some((from) => model.byPath.get(from)?.role === 'source');

interface NamedTest {
  readonly file: FileRecord;
  readonly language: string;
  /** Where it declares a test. */
  readonly line: number;
  readonly label: string;
}

function namingFinding(
  language: string,
  named: readonly NamedTest[],
  several: boolean,
  withSources: ReadonlySet<string>,
): FindingDraft | undefined {
  const found = dominant(named, ({ label }) => label);
  if (!found || found.value === otherwise || named.length < 8 || found.share < 0.75) return undefined;
  const place = dominant(found.matching, ({ file }) => placeOf(file, withSources));
  // Below a folder of another name for tests they lie in the told one, too.
  const isThere = ({ file }: NamedTest): boolean =>
    placeOf(file, withSources) === place?.value ||
    file.path.split('/').some((folder) => place?.value === foldersOf(folder));
  const share = found.matching.filter(isThere).length / found.matching.length;
  const isTold = place !== undefined && place.value !== elsewhere && share >= 0.75;
  const most = share === 1 ? 'all' : share >= 0.95 ? 'nearly all' : 'most';
  const where = isTold ? `; ${most} of those lie ${inPlace(place.value)}` : '';
  const outliers = found.others.slice(0, 8);
  const rest = found.others.length - outliers.length;
  const exceptions =
    outliers.length === 0
      ? ''
      : ` Named otherwise: ${outliers.map(({ file }) => markdownCode(file.path)).join(', ')}${rest > 0 ? ` and ${rest < exact ? '' : 'about '}${rounded(rest)} more` : ''}.`;
  const told = (name: string): string =>
    shareOf(found, `${spoken(language, named)} files that declare tests`, `are named ${name}`);
  return {
    layer: 'conventions',
    rule: 'conventions/test-naming',
    key: several ? `tests ${language}` : 'tests',
    title: `${told(found.value)}${plain(where)}`,
    content: `${told(markdownCode(found.value))}${where}. Counted are files that declare a test or a class of tests themselves.${exceptions}`,
    importance: 3,
    confidence: Math.min(0.99, found.share),
    tags: ['testing', 'naming'],
    evidence: [...found.matching.slice(0, 3), ...outliers].map(({ file, line }) => ({
      path: file.path,
      startLine: line,
      endLine: line,
    })),
  };
}

/** The languages that are there: not every project has both of a pair. */
function spoken(language: string, named: readonly NamedTest[]): string {
  if (language !== 'JavaScript and TypeScript') return language;
  const isJavaScript = ({ file }: NamedTest): boolean => file.language === 'javascript';
  if (named.every(isJavaScript)) return 'JavaScript';
  return named.some(isJavaScript) ? language : 'TypeScript';
}

const inPlace = (place: string): string => (place.startsWith('`') || place.startsWith('test') ? `in ${place}` : place);
const plain = (markdown: string): string => markdown.replaceAll('`', '');
