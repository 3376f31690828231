import { folderOf } from '../../../facts/paths';
import { roughBytesOf } from '../../../facts/roughSize';
import { markdownCode } from '../../../markdownText';
import type { Report, ScanModel } from '../../../scanModel';
import { evidenceList, shortTitle } from '../../dependencies/findings/lists';
import type { PlacedCommand } from '../commandList';
import { purposes } from '../purposes';
import { namedBuilder } from '../ways/contentMarks';
import { conventionalWays } from '../ways/conventionalWays';
import { declaredWays } from '../ways/declaredWays';
import { documentedWay } from '../ways/documentedWays';
import { guideBuild } from '../ways/guideBuilds';
import { areOfOthers, createMainLanguageCheck, isLargest } from '../ways/mainLanguages';
import { unnamedTasks } from '../ways/unnamedTasks';
import type { Way } from '../ways/way';

/** To deploy asks for rights and for machines that no file tells of. */
const told = purposes.filter((purpose) => purpose !== 'deploy');
const mostOfPurpose = 3;
/** What a part is looked at or set up with is of no use to who begins. */
const ofParts = ['run', 'build', 'test'] as const;

/** How to set up, run, build, test and lint the project, each with where that is declared. */
export function reportHowTo(model: ScanModel, commands: readonly PlacedCommand[], report: Report): void {
  const declaredWhole = declaredWays(model, commands);
  const builds = declaredWhole.filter((way) => way.purpose === 'build' && way.whole && way.atTop);
  const known = [...declaredWhole, ...guideBuild(model, commands, builds), ...conventionalWays(model)];
  const documented = ofParts.flatMap((purpose) => {
    const own = known.filter((way) => way.purpose === purpose && way.whole && way.atTop);
    // What a guide says goes before what is usual.
    return own.some(({ declared }) => declared) ? [] : documentedWay(model, purpose, own.length > 0);
  });
  const unnamed = unnamedTasks(model, commands);
  const isUnnamed = ({ evidence }: Way): number => Number(unnamed.has(evidence.path));
  const ways = [...known, ...documented].sort((a, b) => isUnnamed(a) - isUnnamed(b) || a.order - b.order);
  // Of two tools at the top, one builds the larger part.
  const hasLargest = known.some((way) => !way.declared && isLargest(model, way.evidence.path));
  const isOfLess = ({ declared, evidence }: Way): boolean =>
    hasLargest && !declared && !isLargest(model, evidence.path);
  // Of two that build the same, guides speak of one.
  const spoken = new Set(documented.map(({ run }) => toolOf(run)));
  const isUnsaid = ({ run }: Way): boolean => !spoken.has(toolOf(run));
  // Tests of C lie where the tool has built that is asked to run them.
  const tested = new Set(known.flatMap(({ purpose, run }) => (purpose === 'test' ? (builderOf(run) ?? []) : [])));
  const isUntested = ({ purpose, run }: Way): boolean =>
    purpose === 'build' && tested.size > 0 && !tested.has(builderOf(run) ?? '');
  // Where the build of C is written for both, guides name the one that is kept; CMake came later.
  const named = namedBuilder(model);
  const hasCmake = known.some(({ run }) => run.startsWith('cmake'));
  const isOlder = ({ run }: Way): boolean => named !== 'autotools' && builderOf(run) === 'autotools';
  const isMain = createMainLanguageCheck(model);
  let untold = 0;
  const rows = told.flatMap((purpose) => {
    const own = ways.filter((way) => way.purpose === purpose && way.whole);
    const declared = own.filter((way) => way.declared && way.atTop);
    // What the build tool of the whole offers comes before what one of its parts declares.
    const usual = own
      .filter((way) => !way.declared)
      .toSorted(
        (a, b) =>
          Number(isOfLess(a)) - Number(isOfLess(b)) ||
          Number(isUnsaid(a)) - Number(isUnsaid(b)) ||
          (named === 'cmake' ? Number(isOlder(a)) - Number(isOlder(b)) : 0) ||
          Number(isUntested(a)) - Number(isUntested(b)) ||
          (hasCmake ? Number(isOlder(a)) - Number(isOlder(b)) : 0),
      );
    // What builds a smaller language, or runs its tests, leaves out the larger one.
    const isOfPart =
      (purpose === 'test' || purpose === 'build') && !declared.some(({ evidence }) => isLargest(model, evidence.path));
    // Tests of one language leave out those of the others.
    const unseen =
      purpose === 'test'
        ? usual.filter((way) => declared.every((one) => areOfOthers(one.evidence.path, way.evidence.path)))
        : [];
    const top = declared.length === 0 ? usual : isOfPart ? [...usual, ...declared] : [...declared, ...unseen];
    // At the top a part looks like the whole, unless that stands above it.
    const hasWhole = top.some((way) => way.atTop);
    const parts = ofParts.some((one) => one === purpose)
      ? own.filter((way) => way.declared && !way.atTop && (hasWhole || way.evidence.path.includes('/')))
      : [];
    const all = distinct([...top, ...largestFirst(model, parts)]);
    if (parts.length > 0) untold += Math.max(0, all.length - mostOfPurpose);
    return all.slice(0, mostOfPurpose);
  });
  // How one part is run is not how the whole is.
  const telling = rows.filter((way) => way.atTop && !isOfLess(way));
  if (telling.length === 0) return;
  // How code is looked at is no answer to how one begins.
  if (!rows.some(({ purpose }) => ofParts.some((one) => one === purpose))) return;
  const main = ofParts.flatMap((purpose) => telling.find((way) => way.purpose === purpose) ?? []);
  const others = telling.filter((way, at) => telling.findIndex((one) => one.purpose === way.purpose) === at);
  const shown = main.length > 1 ? main : [...main, ...others.filter((way) => !main.includes(way))].slice(0, 3);
  const besides = ({ purpose, evidence }: Way): string => {
    const other = telling.find((way) => way.purpose === purpose && areOfOthers(way.evidence.path, evidence.path));
    return purpose !== 'test' || other === undefined ? '' : ` and ${other.run}`;
  };
  report.finding({
    layer: 'product',
    rule: 'commands/how-to',
    key: 'how-to',
    title: shortTitle(
      [
        ...(main.length === 0 ? inParts(rows.filter(({ evidence }) => isMain(evidence.path))) : []),
        ...shown.map(
          (way) => `${way.purpose}${way.part === undefined ? '' : ` ${way.part}`} with ${way.run}${besides(way)}`,
        ),
      ]
        .join(', ')
        .replace(/^./, (letter) => letter.toUpperCase()),
    ),
    content: [
      '| To | Type | Declared in |',
      '|---|---|---|',
      ...rows.map((way) => {
        const place = way.declared
          ? markdownCode(`${way.evidence.path}:${way.evidence.startLine}`)
          : `usual with ${markdownCode(way.evidence.path)}`;
        return `| ${way.purpose} | ${markdownCode(way.run, 100)}${way.does === '' ? '' : ` (${markdownCode(way.does, 90)})`} | ${place} |`;
      }),
      ...(untold === 0
        ? []
        : ['', `${untold} more ${untold === 1 ? 'command of a part is' : 'commands of parts are'} not shown here.`]),
    ].join('\n'),
    importance: 4,
    confidence: rows.some((way) => way.declared) ? 0.95 : 0.85,
    tags: ['commands', 'onboarding'],
    evidence: evidenceList([...shown, ...rows].map((way) => way.evidence)),
  });
}

/** Of the tools that build C, which one a command belongs to. */
const builderOf = (run: string): string | undefined =>
  /^c(?:make|test)\b/.test(run)
    ? 'cmake'
    : /^meson\b/.test(run)
      ? 'meson'
      : /^(?:autoreconf\b|\.\/(?:configure|autogen)|make check)/.test(run)
        ? 'autotools'
        : undefined;

const toolOf = (run: string): string => run.split(' ', 1)[0] ?? '';

/** `run, build and test in client and server`: what the whole itself has no command for. */
function inParts(rows: readonly Way[]): string[] {
  const parts = rows.filter(({ atTop, evidence }) => !atTop && evidence.path.includes('/'));
  if (parts.length === 0) return [];
  const verbs = [...new Set(parts.map(({ purpose }) => purpose))];
  const folders = [...new Set(parts.map(({ evidence }) => folderOf(evidence.path)))];
  const more = folders.length > 2 ? ` and ${folders.length - 2} more` : '';
  const all = (names: readonly string[]): string => names.join(', ').replace(/, ([^,]{1,200})$/, ' and $1');
  return [`${all(verbs)} in ${more === '' ? all(folders) : `${folders.slice(0, 2).join(', ')}${more}`}`];
}

/** Parts of the product by the size of their code: what most of it lies in is what one wants. */
function largestFirst(model: ScanModel, parts: readonly Way[]): readonly Way[] {
  const sizes = new Map(parts.map(({ evidence }) => [folderOf(evidence.path), 0]));
  let total = 0;
  for (const file of model.files) {
    if (file.role !== 'source' || parts.length === 0) continue;
    total += roughBytesOf(file);
    for (let folder = folderOf(file.path); folder !== ''; folder = folderOf(folder)) {
      const size = sizes.get(folder);
      if (size !== undefined) sizes.set(folder, size + roughBytesOf(file));
    }
  }
  const sizeOf = ({ evidence }: Way): number => sizes.get(folderOf(evidence.path)) ?? 0;
  return parts
    .filter((way) => !way.evidence.path.includes('/') || sizeOf(way) >= total * smallestPart)
    .toSorted((a, b) => sizeOf(b) - sizeOf(a) || a.order - b.order);
}

/** With less of the code a part lies beside what one comes for. */
const smallestPart = 0.03;

/** The first that each file declares, and no command twice. */
function distinct(ways: readonly Way[]): Way[] {
  const seen = new Set<string>();
  return ways.filter(({ run, evidence }) => {
    const isNew = !seen.has(evidence.path) && !seen.has(run);
    if (isNew) seen.add(evidence.path).add(run);
    return isNew;
  });
}
