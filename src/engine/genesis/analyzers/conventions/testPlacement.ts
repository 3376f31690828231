import { markdownCode } from '../../markdownText';
import type { FileRecord, FindingDraft, ScanModel } from '../../scanModel';
import { dominant, percent } from './nameStyle';

/** How test files are named, as their tools find them. First match wins. */
const namings: readonly { readonly label: string; readonly pattern: RegExp; readonly example: string }[] = [
  { label: '*.test.*', pattern: /\.test\.[cm]?[jt]sx?$/, example: 'cart.test.ts' },
  { label: '*.spec.*', pattern: /\.spec\.[cm]?[jt]sx?$/, example: 'cart.spec.ts' },
  { label: '*_test.go', pattern: /_test\.go$/, example: 'cart_test.go' },
  { label: 'test_*.py', pattern: /(?:^|\/)test_[^/]+\.py$/, example: 'tests/test_cart.py' },
  { label: '*_test.py', pattern: /_test\.py$/, example: 'cart_test.py' },
  { label: '*_spec.rb', pattern: /_spec\.rb$/, example: 'spec/cart_spec.rb' },
  { label: '*_test.rb', pattern: /_test\.rb$/, example: 'test/cart_test.rb' },
  { label: '*Tests.java', pattern: /Tests\.(?:java|kt)$/, example: 'CartTests.java' },
  { label: '*Test.java', pattern: /Test\.(?:java|kt)$/, example: 'CartTest.java' },
  { label: '*IT.java', pattern: /IT\.(?:java|kt)$/, example: 'CartIT.java' },
  { label: '*Test.php', pattern: /Test\.php$/, example: 'tests/CartTest.php' },
  { label: '*Tests.cs', pattern: /Tests\.cs$/, example: 'CartTests.cs' },
  { label: '*Test.cs', pattern: /Test\.cs$/, example: 'CartTest.cs' },
];

export const testNamings = namings;

function placeOf(file: FileRecord): string {
  const folders = file.path.split('/').slice(0, -1);
  const own = folders.findIndex((folder) => /^(?:tests?|specs?|__tests__|e2e|integration[-_]?tests?)$/i.test(folder));
  if (own < 0)
    return folders.some((folder) => /[.-]tests?$/i.test(folder))
      ? 'test projects of their own'
      : 'beside the code they test';
  return `${markdownCode(folders[own] ?? 'test')} folders`;
}

export function testPlacementFindings(model: ScanModel): FindingDraft[] {
  // Go's own tool knows tests by their names: there nobody chose.
  const tests = model.files.filter(
    (file) => file.role === 'test' && file.skipped === undefined && file.language !== 'go',
  );
  const named = tests.filter((file) => namings.some(({ pattern }) => pattern.test(file.path)));
  const naming = dominant(named, (file) => namings.find(({ pattern }) => pattern.test(file.path))?.label);
  if (!naming || named.length < 8 || naming.share < 0.75) return [];
  const place = dominant(naming.matching, placeOf);
  const where = place && place.share >= 0.75 ? `, ${percent(place.share)} of them ${inPlace(place.value)}` : '';
  const outliers = naming.others.slice(0, 8);
  const exceptions =
    outliers.length === 0 ? '' : ` Named otherwise: ${outliers.map((file) => markdownCode(file.path)).join(', ')}.`;
  return [
    {
      layer: 'conventions',
      rule: 'conventions/test-naming',
      key: 'tests',
      title: `${percent(naming.share)} of ${named.length} test files are named ${naming.value}${plain(where)}`,
      content: `${naming.matching.length} of ${named.length} test files are named ${markdownCode(naming.value)}${where}.${exceptions}`,
      importance: 3,
      confidence: Math.min(0.99, naming.share),
      tags: ['testing', 'naming'],
      evidence: [...naming.matching.slice(0, 3), ...outliers].map(({ path }) => ({ path, startLine: 1, endLine: 1 })),
    },
  ];
}

const inPlace = (place: string): string => (place.startsWith('`') || place.startsWith('test') ? `in ${place}` : place);
const plain = (markdown: string): string => markdown.replaceAll('`', '');
