import type { Evidence } from '../../../../shared/genesis';
import { translation } from '../../languages/translationRules';
import { markdownCode } from '../../markdownText';
import type { FileRecord, FindingDraft, ScanModel } from '../../scanModel';
import { codeFiles } from '../architecture/map/codeFiles';
import { productCode } from '../architecture/map/productCode';
import { dominant, type Share } from './nameStyle';
import { type StyleFacts, type StyleSign, styleExtractor } from './styleExtractor';

interface Measured {
  readonly file: FileRecord;
  readonly style: StyleFacts;
}

interface Habit {
  readonly key: string;
  /** Ids, or linguist's name where a language has none. */
  readonly languages: readonly string[];
  readonly label: string;
  pick(style: StyleFacts): string | undefined;
  say(value: string): string;
  /** Where a file shows its value. */
  sign(value: string): StyleSign;
}

const scripts = ['typescript', 'tsx', 'javascript'];
/** A file with much of both has no habit, and is none of those that have the one. */
const mixed = 'mixed';
const leastMixed = 8;
const moreThan = (a: number, b: number): boolean => a >= 3 && a > 2 * b;

const indentOf = (label: string, languages: readonly string[]): Habit => ({
  key: 'indent',
  label,
  languages,
  pick: (style) => style.indent,
  say: sayIndent,
  sign: () => 'indent',
});

const quotesOf = (label: string, languages: readonly string[]): Habit => ({
  key: 'quotes',
  label,
  languages,
  pick: quoteOf,
  say: (value) => `quote strings with ${value} quotes`,
  sign: (value) => (value === 'single' ? 'singleQuotes' : 'doubleQuotes'),
});

const anyScript = 'JavaScript and TypeScript';

const habits: readonly Habit[] = [
  indentOf(anyScript, scripts),
  indentOf('Python', ['python']),
  indentOf('Java', ['java']),
  indentOf('C#', ['csharp']),
  indentOf('PHP', ['php']),
  indentOf('Kotlin', ['kotlin']),
  indentOf('Scala', ['Scala']),
  indentOf('Swift', ['swift']),
  quotesOf(anyScript, scripts),
  quotesOf('Python', ['python']),
  {
    key: 'semicolons',
    label: anyScript,
    languages: scripts,
    pick: ({ semicolons, noSemicolons }) => leading(semicolons, noSemicolons, 'with', 'without'),
    say: (value) => `write statements ${value} semicolons`,
    sign: (value) => (value === 'with' ? 'semicolons' : 'noSemicolons'),
  },
];

function quoteOf({ singleQuotes, doubleQuotes }: StyleFacts): string | undefined {
  return leading(singleQuotes, doubleQuotes, 'single', 'double');
}

function leading(a: number, b: number, one: string, other: string): string | undefined {
  if (moreThan(a, b)) return one;
  if (moreThan(b, a)) return other;
  return a + b >= leastMixed ? mixed : undefined;
}

function sayIndent(value: string): string {
  return value === 'tab' ? 'indent with tabs' : `indent with ${value} spaces`;
}

/** A file told by wider steps than the others is no exception while the narrower unit alone explains all its lines. */
function isUnsure({ indent, commonWidth = 0 }: StyleFacts, { key }: Habit, most: string | undefined): boolean {
  if (key !== 'indent' || indent === undefined || indent === 'tab' || most === undefined || most === 'tab')
    return false;
  return commonWidth > 0 && commonWidth % Number(most) === 0 && commonWidth % Number(indent) !== 0;
}

/** Fewer files than this, and a habit is one person's day. */
const minFiles = 10;
const minShare = 0.85;
/** Of the files of a language so many show it, or those that do are a kind of their own. */
const minShowing = 0.3;
/** So many libraries nobody copies in. */
const minNamed = 20;
/** A language with so many times the files is the main one: without a word of it, what is told of the others misleads. */
const timesMore = 2;

const isIn = (languages: readonly string[], { language, languageName }: FileRecord): boolean =>
  languages.includes(language) || languages.includes(languageName);

/** Habits of formatting, one finding a language: what nearly every file does, counted, and which do not. */
export function formattingFindings(model: ScanModel): FindingDraft[] {
  const measured: Measured[] = [];
  const aside = new Set(productCode(model).aside.map(({ path }) => path));
  // Translations come as they are from those who make them.
  for (const [file, style] of model.factsOf(styleExtractor))
    if (file.role === 'source' && !aside.has(file.path) && !translation.test(file.path)) measured.push({ file, style });
  const labels = [...new Set(habits.map((habit) => habit.label))];
  const told = labels.flatMap((label) => {
    const shared = habits
      .filter((habit) => habit.label === label)
      .flatMap((habit) => {
        const all = measured.filter(({ file }) => isIn(habit.languages, file));
        // Where most files begin with the same words, those are the project's, and the others may be copied.
        const named = all.filter(({ style }) => style.hasBanner === true);
        const own =
          named.length >= minNamed && named.length > all.length / 2 ? named : all.filter((one) => !named.includes(one));
        const most = dominant(own, ({ style }) => habit.pick(style))?.value;
        const share = dominant(own, ({ style }) => (isUnsure(style, habit, most) ? undefined : habit.pick(style)));
        if (share === undefined || share.value === mixed || share.share < minShare) return [];
        const showing = share.matching.length + share.others.length;
        return showing >= minFiles && showing >= own.length * minShowing ? [{ habit, share }] : [];
      });
    return shared.length === 0 ? [] : [{ label, shared }];
  });
  const files = codeFiles(model).filter((file) => !aside.has(file.path));
  const filesOf = (label: string): number => {
    const languages = habits.find((habit) => habit.label === label)?.languages ?? [];
    return files.filter((file) => isIn(languages, file)).length;
  };
  const most = mostFiles(files);
  const isMainTold = told.some(({ label }) => filesOf(label) * timesMore > most);
  return isMainTold ? told.map(({ label, shared }) => draft(label, shared)) : [];
}

/** How many files the language has that most of them are in. */
function mostFiles(files: readonly FileRecord[]): number {
  const counts = new Map<string, number>();
  for (const { languageName } of files) counts.set(languageName, (counts.get(languageName) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

/** The languages that are there: not every project has both of a pair. */
function spoken(label: string, shared: readonly { share: Share<Measured> }[]): string {
  if (label !== anyScript) return label;
  const files = shared.flatMap(({ share }) => [...share.matching, ...share.others]);
  const isJavaScript = ({ file }: Measured): boolean => file.language === 'javascript';
  if (files.every(isJavaScript)) return 'JavaScript';
  return files.some(isJavaScript) ? label : 'TypeScript';
}

/** As many habits as a title holds. */
function titleOf(label: string, said: readonly string[]): string {
  const titles = said.map((_, at) => `${label} files ${said.slice(0, said.length - at).join(', ')}`);
  return titles.find((title) => title.length <= 120) ?? titles.at(-1) ?? label;
}

function draft(label: string, shared: readonly { habit: Habit; share: Share<Measured> }[]): FindingDraft {
  const said = shared.map(
    ({ habit, share }) =>
      `${habit.say(share.value)} (${share.matching.length} of ${share.matching.length + share.others.length})`,
  );
  const lines = shared.map(({ habit, share }) => {
    const outliers = share.others.slice(0, 5).map(({ file }) => markdownCode(file.path));
    const total = share.matching.length + share.others.length;
    const except =
      outliers.length === 0 ? '' : `; not ${outliers.join(', ')}${share.others.length > 5 ? ' and others' : ''}`;
    return `- ${share.matching.length} of ${total} files ${habit.say(share.value)}${except}`;
  });
  const places = shared.flatMap(({ habit, share }) => [
    ...share.matching.slice(0, 2).map((one) => placeOf(one, habit)),
    ...share.others.slice(0, 5).map((one) => placeOf(one, habit)),
  ]);
  return {
    layer: 'conventions',
    rule: 'conventions/formatting',
    key: label,
    title: titleOf(spoken(label, shared), said),
    content: `Source files of which enough of the first 200 lines show the habit:\n\n${lines.join('\n')}`,
    importance: 2,
    confidence: Math.min(0.99, ...shared.map(({ share }) => share.share)),
    tags: ['formatting'],
    evidence: [...new Map(places.map((place) => [`${place.path}:${place.startLine}`, place])).values()],
  };
}

/** The first line of a file that shows what it does. */
function placeOf({ file, style }: Measured, habit: Habit): Evidence {
  const value = habit.pick(style);
  const line = (value === undefined || value === mixed ? undefined : style.firstAt[habit.sign(value)]) ?? 1;
  return { path: file.path, startLine: line, endLine: line };
}
