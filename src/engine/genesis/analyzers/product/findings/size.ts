import { asideRoles } from '../../../fileRoles';
import { generatorTemplates } from '../../../languages/folderRules';
import { languageEntry } from '../../../languages/linguistTable';
import { roleOf } from '../../../languages/roleOf';
import { languageFolder, translationRules } from '../../../languages/translationRules';
import { markdownCode } from '../../../markdownText';
import type { FileRecord, Report, ScanModel } from '../../../scanModel';
import type { FileRole } from '../../../sourceFile';
import { buildLanguages, stateOfSteps } from '../../architecture/map/codeFiles';
import { asideFolder, isCode, productCode } from '../../architecture/map/productCode';
import { about, atLeast, capital, exact } from '../../architecture/map/wording';
import { codeExtractor } from '../../code/codeExtractor';
import { counted, evidenceList } from '../../dependencies/findings/lists';
import { groupBy } from '../../dependencies/text/groupBy';
import { isOfDocuments } from '../../techStack/documents';
import { dumpExtractor } from '../extractors';

/** How large it is, and how much of it is tests. */
export function reportSize(model: ScanModel, report: Report): void {
  const read = model.files.filter((file) => file.skipped === undefined && isCode(file));
  const { source, aside } = productCode(model);
  // Tools write most migrations, and the state that they lead to.
  const migrations = read.filter(
    ({ role, path }) => role === 'migration' && model.factsIn(dumpExtractor, path) === undefined,
  );
  const isSampled = sampledLanguages(read, source);
  const scenarios = model.files.filter(
    ({ role, skipped, languageName }) => role === 'test' && skipped === undefined && languageName === 'Gherkin',
  );
  const tests = [...read, ...scenarios].filter(
    (file) => file.role === 'test' && !isOfSample(file.path) && !isSampled(file),
  );
  // What measures lies with the tests: who counts tests may leave it out.
  const measuring = tests.filter(({ path }) => benchmark.test(path));
  const called =
    measuring.length === 0 ? 'tests' : measuring.length === tests.length ? 'benchmarks' : 'tests and benchmarks';
  // A scan reads so many files at most.
  const unread = model.files.filter((file) => file.skipped === 'over-limit' && isCode(file));
  const [unreadSource, unreadTests] = (['source', 'test'] as const).map(
    (role) => unread.filter((file) => file.role === role).length,
  ) as [number, number];
  if (source.length === 0 || isOfDocuments(model)) return;
  const lines = linesOf;
  // Charts and playbooks are written in YAML: what is code beside them says nothing of their size.
  const written = model.files.filter(
    ({ path, role, skipped }) =>
      skipped === undefined && (role === 'source' || role === 'config') && programOfYaml.test(path),
  );
  if (written.length > source.filter((file) => languageEntry(file.languageName)?.type === 'programming').length) return;
  const inline = testsWithin(source, model);
  const largest = source.toSorted((a, b) => b.lines - a.lines).slice(0, 5);
  const byLanguage = [...groupBy(source, (file) => file.languageName)].sort((a, b) => lines(b[1]) - lines(a[1]));
  report.finding({
    layer: 'product',
    rule: 'product/size',
    key: 'size',
    title: titleOf({
      source,
      isWhole: unreadSource === 0,
      // Where no test was recognised there may be some of a form that nobody knows here.
      tests:
        tests.length === 0 || unreadTests > 0
          ? ''
          : `, ${leastOf(lines(tests))} of ${called}${inline.lines === 0 ? '' : ' in separate files'}`,
    }),
    content: [
      ...(lines(source) < exact
        ? ['| Language | Files | Lines |']
        : ['| Language | Files, at least | Lines, at least |']),
      '|---|---|---|',
      ...languageRows(byLanguage).map(
        ([language, files]) =>
          `| ${language} | ${atLeast(files.length).toLocaleString('en-US')} | ${least(lines(files)).toLocaleString('en-US')} |`,
      ),
      '',
      `All lines count, blank ones and comments too.${lines(source) < exact ? '' : ' Numbers are rounded down by a tenth and more: what a file is for is told by its place, its name and how it begins, and some may be copies or tests that nothing tells as such.'}`,
      '',
      `Largest: ${largest.map((file) => `${markdownCode(file.path)} (${file.lines.toLocaleString('en-US')})`).join(', ')}.`,
      ...(unreadSource + unreadTests === 0
        ? []
        : [
            '',
            `Over the limit of a scan and not read: ${counted(unreadSource, 'file')} of source, ${counted(unreadTests, 'file')} of tests.`,
          ]),
      ...(migrations.length === 0 ? [] : ['', `Beside it ${leastOf(lines(migrations))} of migrations.`]),
      ...(inline.lines === 0
        ? []
        : [
            '',
            `At least ${counted(inline.lines, 'line')} of the source, in ${counted(inline.files, 'file')}, are tests that stand in it.`,
          ]),
      ...(called === 'tests and benchmarks' ? ['', `Benchmarks among the tests: ${leastOf(lines(measuring))}.`] : []),
      ...notCounted(model, aside, lines, isSampled),
    ].join('\n'),
    importance: 2,
    confidence: 1,
    tags: ['size'],
    evidence: evidenceList(
      largest.map((file) => ({ path: file.path, startLine: 1, endLine: Math.max(1, file.lines) })),
    ),
  });
}

interface Told {
  readonly source: readonly FileRecord[];
  /** Whether all of it was read. */
  readonly isWhole: boolean;
  /** What is said of tests. */
  readonly tests: string;
}

/** In a larger product what programs are written in says more than all that lies with it. */
function titleOf({ source, isWhole, tests }: Told): string {
  const all = linesOf(source);
  const isSmall = all < exact;
  const byLanguage = [...groupBy(source.filter(isProgram), (file) => file.languageName)]
    .map(([name, files]) => [name, linesOf(files)] as const)
    .sort((a, b) => b[1] - a[1]);
  const [first, second] = byLanguage;
  const read = isWhole ? '' : ' in the files that were read';
  if (isSmall || first === undefined || first[1] < all * mainPart) {
    const files = counted(atLeast(source.length), 'file');
    const where = isSmall && isWhole ? ` in ${files}` : read;
    return `${capital(leastOf(all))} of source counted${where}${tests}`;
  }
  const beside =
    second === undefined || second[1] < all * secondPart
      ? ''
      : ` and ${least(second[1]).toLocaleString('en-US')} of ${second[0]}`;
  return `${capital(leastOf(first[1]))} of ${first[0]}${beside} counted as source${read}${tests}`;
}

const linesOf = (files: readonly FileRecord[]): number => files.reduce((sum, file) => sum + file.lines, 0);
const isProgram = ({ languageName }: FileRecord): boolean =>
  languageEntry(languageName)?.type === 'programming' || pages.has(languageName);

/** Components of pages, each with its script. */
const pages: ReadonlySet<string> = new Set(['Vue', 'Svelte', 'Astro']);
const mainPart = 0.3;
const secondPart = 0.15;

/** A round number of lines well below: some of what was counted may be a copy or a test that nothing tells as such. */
function least(count: number): number {
  if (count < exact) return count;
  const sure = count * surePart;
  const unit = 10 ** Math.floor(Math.log10(sure));
  const step = sure < unit * 3 ? unit / 5 : unit / 2;
  return Math.floor(sure / step) * step;
}

const surePart = 0.85;

const leastOf = (count: number): string => `${count < exact ? '' : 'at least '}${counted(least(count), 'line')}`;

const mostRows = 8;

/** The largest languages, and all others together. */
function languageRows(languages: readonly (readonly [string, readonly FileRecord[]])[]) {
  const others = languages.slice(mostRows);
  return others.length < 2
    ? languages
    : [...languages.slice(0, mostRows), [`${others.length} others`, others.flatMap(([, files]) => files)] as const];
}

/** What Rust compiles for tests alone, in files of the product. */
function testsWithin(source: readonly FileRecord[], model: ScanModel): { lines: number; files: number } {
  const counts = source.flatMap(({ path, language }) => {
    const symbols = language === 'rust' ? (model.factsIn(codeExtractor, path)?.symbols ?? []) : [];
    const own = symbols.filter(({ inTest, container }) => inTest === true && container === undefined);
    return own.length === 0 ? [] : [own.reduce((sum, { line, endLine }) => sum + endLine - line + 1, 0)];
  });
  return { lines: counts.reduce((sum, count) => sum + count, 0), files: counts.length };
}

/** Tests within an example are a part of it; examples within tests are tests. */
const isOfSample = (path: string): boolean => {
  const folder = sampleFolder.exec(path);
  return folder !== null && roleOf(`${path.slice(0, folder.index)}/a`) !== 'test';
};
const sampleFolder = /(?:^|\/)(?:_?examples?|samples?|demos?|docs)\//i;

/** What reads or shows the languages of others has so many that it isn't written in among its tests. */
const leastSampled = 8;

/** Whether a file among the tests is a sample of a language: no test, but what one reads. */
function sampledLanguages(files: readonly FileRecord[], source: readonly FileRecord[]): (file: FileRecord) => boolean {
  const own = new Set(source.map(({ languageName }) => languageName));
  const foreign = new Set(
    files.flatMap(({ role, languageName }) => (role === 'test' && !own.has(languageName) ? [languageName] : [])),
  );
  return ({ role, languageName, skipped }) =>
    foreign.size >= leastSampled && role === 'test' && skipped === undefined && foreign.has(languageName);
}

/** Folders and files of what measures. */
const benchmark =
  /^perf(?:ormance)?\/|(?:^|\/)(?:[Bb]ench(?:es|marks?|suite)?|[\w.-]{1,60}(?:[._-](?:micro)?[Bb]ench(?:mark)?s?|Bench(?:mark)?s?)|jmh)\/|(?:^|[._-])bench(?:mark)?s?\.\w{1,5}$|(?:^|\/)(?:run[-_])?bench(?:mark)?s?[-_][^/]{1,80}$/;

/** What is left out beside data, documents and settings, all of it. */
function notCounted(
  model: ScanModel,
  aside: readonly FileRecord[],
  lines: (files: readonly FileRecord[]) => number,
  isSampled: (file: FileRecord) => boolean,
): string[] {
  const folders = [...groupBy(aside, ({ path }) => asideFolder(path))];
  const texts = folders
    .sort((a, b) => lines(b[1]) - lines(a[1]))
    .map(([folder, files]) => `${markdownCode(folder)} (${about(lines(files), 'line')})`);
  const isDump = ({ path }: FileRecord): boolean => model.factsIn(dumpExtractor, path) !== undefined;
  const others = groupBy(model.files.filter(isCode), (file) =>
    isDump(file) ? kinds.dump : isSampled(file) ? kinds.fixture : otherKind(file),
  );
  for (const [kind, files] of [...others].sort((a, b) => b[1].length - a[1].length))
    if (kind !== undefined)
      texts.push(`${kind} (${files.length < exact ? '' : 'at least '}${counted(atLeast(files.length), 'file')})`);
  return texts.length === 0 ? [] : ['', `Taken for something else and not counted: ${texts.join(', ')}.`];
}

const kinds: Readonly<Partial<Record<FileRole | 'dump' | 'large' | 'texts' | 'templates', string>>> = {
  example: 'examples',
  docs: 'code of documents',
  fixture: 'code that tests read',
  config: 'code of the build and of settings',
  generated: 'generated code',
  vendored: 'copied code',
  dump: 'rows and dumps of databases',
  texts: 'texts of languages',
  templates: 'templates that generators fill in',
  large: 'code in files that are too large to be read',
};

/** Scripts of the build, wherever they lie. */
const isOfBuild = ({ languageName }: FileRecord): boolean => buildLanguages.has(languageName);

/** What code is that is neither counted nor named elsewhere. */
function otherKind(file: FileRecord): string | undefined {
  const { path, role, skipped } = file;
  if (skipped === 'generated' || skipped === 'minified') return kinds.generated;
  // Samples and documents may be left out of statistics in the words for copies.
  if (skipped === 'vendored') return asideRoles.has(role) ? kinds[role] : kinds.vendored;
  if (skipped === 'too-large') return kinds.large;
  if (skipped !== undefined) return undefined;
  if (role === 'example' && generatorTemplates.test(path)) return kinds.templates;
  if (role === 'test' && isOfSample(path)) return kinds.example;
  if (stateOfSteps.test(path)) return kinds.generated;
  const isText =
    role === 'config' && (languageFolder.test(path) || translationRules.some(({ pattern }) => pattern.test(path)));
  if (isText) return kinds.texts;
  return role === 'source' && isOfBuild(file) ? kinds.config : kinds[role];
}

const programOfYaml = /(?:^|\/)(?:templates|tasks|handlers|playbooks)\/(?:[^/]+\/){0,3}[^/]+\.ya?ml$/;
