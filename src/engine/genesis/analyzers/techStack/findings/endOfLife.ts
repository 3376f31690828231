import type { Evidence } from '../../../../../shared/genesis';
import { markdownCode } from '../../../markdownText';
import type { Report } from '../../../scanModel';
import { evidenceList, named } from '../../dependencies/findings/lists';
import type { Ecosystem } from '../../dependencies/manifestFacts';
import { rangeOf } from '../../dependencies/versions/range';
import { compareNumbers, raised, versionNumbers } from '../../dependencies/versions/version';
import { type EndOfLifeRow, endOfLife, endOfLifeAsOf } from '../data/endOfLife';
import type { Hit } from '../hits';
import { cleanVersion, isVersionShown, lockEvidence, type StackEntry } from '../stack';
import { isOwn } from './leading';

/** One place that asks for a version, and the end of the versions it allows. */
interface Place {
  readonly version: string;
  readonly below: readonly number[];
  readonly evidence: Evidence;
  /** What the place itself says, where it is a range or the version is that of a lock file. */
  readonly declared?: string;
  readonly lock?: Evidence;
  readonly isImage: boolean;
}

const byName = new Map(endOfLife.map((row) => [row.technology, row]));

export function reportEndOfLife(entries: readonly StackEntry[], report: Report): void {
  const isLibrary = entries.some(isOwn);
  for (const entry of entries) {
    const row = byName.get(entry.name);
    if (row === undefined) continue;
    const known = placesOf(entry).filter((place) => !isRefused(place, entry));
    const places = known.filter((place) => compareNumbers(place.below, versionNumbers(row.supportedFrom) ?? []) <= 0);
    const [first] = places;
    // An old image beside a newer one of the same is there to test with.
    // A tool beside a product that has moved on is nothing that anybody meets.
    const isMatrix =
      places.length < known.length &&
      places.every(({ isImage, evidence }) => isImage || toolFolder.test(evidence.path));
    if (first === undefined || isMatrix) continue;
    // A library tries itself out with many stores: which of them is old, its users choose.
    if (isLibrary && entry.isEngine && places.every(({ isImage }) => isImage)) continue;
    const lines = places.map(({ below }) => lineOf(row, below));
    // One date is told of all of them: the latest end, since which none of them has had a fix.
    const line = lines.includes(undefined) ? undefined : lines.toSorted(latestFirst)[0];
    const versions = [...new Set(places.map((place) => cleanVersion(place.version)))];
    report.finding({
      layer: 'dependencies',
      rule: 'techStack/end-of-life',
      key: entry.name,
      title: `${entry.name} ${[...new Set(places.map(wholeRange))].slice(0, 2).join(' and ')} ${versions.length > 1 ? 'have' : 'has'} had no free security fixes ${sinceOf(line, versions)}`,
      content: [
        asked(entry.name, places),
        ...new Set(lines.flatMap((one) => (one === undefined ? [] : `The line ${one.name} ended in ${one.ended}.`))),
        row.supportedFrom === '999' ? 'No line is supported.' : `The oldest line with fixes is ${row.supportedFrom}.`,
        `From a list of our own, as of ${endOfLifeAsOf}.`,
      ].join(' '),
      importance: importanceOf(entry),
      confidence: 0.95,
      tags: ['end-of-life', 'maintenance', 'OWASP-A06'],
      evidence: evidenceList(
        places.flatMap(({ evidence, lock }) => (lock === undefined ? [evidence] : [evidence, lock])),
      ),
    });
  }
}

/** Where it begins is not where it ends: of newer versions that the range leaves out nothing is said. */
function wholeRange({ version, declared }: Place): string {
  const clean = cleanVersion(version);
  const range = (declared ?? version).trim();
  return clean.startsWith('>') && range.length <= 24 ? range.replace(/\s{1,3}/g, '') : clean;
}

/** The same file asks for newer ones alone: a pin for one tool that was left behind, which nothing can run with. */
const isRefused = ({ below, evidence }: Place, { hits }: StackEntry): boolean =>
  hits.some((hit) => {
    if (hit.dependency !== undefined || hit.kind !== 'runtime' || hit.evidence.path !== evidence.path) return false;
    const from = rangeOf('npm', hit.version)?.from;
    return from !== undefined && compareNumbers(from, below) >= 0;
  });

const toolFolder = /^(?:tools?|scripts?|hack|dev|utils?|misc|contrib|build)\//i;

/** What the places say, each in its own words, and what lock files made of it. */
function asked(name: string, places: readonly Place[]): string {
  const files = [...new Set(places.map((place) => place.evidence.path))];
  const written = [...new Set(places.map((place) => place.declared ?? cleanVersion(place.version)))];
  const locks = places.flatMap(({ lock, version }) =>
    lock === undefined ? [] : [`${markdownCode(lock.path)} holds ${markdownCode(cleanVersion(version), 40)}`],
  );
  const list = written.map((version) => markdownCode(version, 40)).join(', ');
  return `${[`${named(files, 6)} ${files.length === 1 ? 'asks' : 'ask'} for ${name} ${list}`, ...new Set(locks)].join('; ')}.`;
}

/** The later of two ends first. */
function latestFirst(a: Line | undefined, b: Line | undefined): number {
  return (b?.ended ?? '').localeCompare(a?.ended ?? '');
}

/** A version below the listed line had its end before that. */
function sinceOf(line: Line | undefined, versions: readonly string[]): string {
  if (line === undefined) return 'for years';
  return line.isExact && versions.every((version) => `${version}.`.startsWith(`${line.name}.`))
    ? `since ${line.ended}`
    : `since ${line.ended} or earlier`;
}

function importanceOf(entry: StackEntry): 2 | 3 | 4 {
  if (entry.category === 'tooling' || entry.category === 'styling') return 2;
  return entry.category === 'framework' && entry.rank > 2 ? 3 : 4;
}

function placesOf(entry: StackEntry): Place[] {
  if (entry.category === 'language') {
    const evidence = entry.evidence[0];
    const below = endOf('npm', lineRange(entry.version));
    return evidence === undefined || below === undefined
      ? []
      : [{ version: entry.version, below, evidence, isImage: false }];
  }
  return entry.hits.flatMap((hit) => {
    if (hit.version === '' || hit.weight === 0 || hit.isForDevelopment === true || !isVersionShown(hit.dependency))
      return [];
    const asked = hit.dependency?.requirement;
    // Under a name of its own it stands beside a newer one, to try that out; what users bring is their choice, and nobody meets what tests run with.
    if (asked?.installedAs !== undefined || asked?.scope === 'peer' || asked?.scope === 'test') return [];
    const below = belowOf(hit);
    const [lock] = lockEvidence(hit.dependency);
    const written = hit.dependency?.declared ?? '';
    const locked = {
      ...(written === '' ? {} : { declared: written }),
      ...(lock === undefined ? {} : { declared: written, lock }),
    };
    return below === undefined
      ? []
      : [{ version: hit.version, below, evidence: hit.evidence, isImage: hit.kind === 'image', ...locked }];
  });
}

function belowOf(hit: Hit): readonly number[] | undefined {
  const { dependency } = hit;
  if (dependency?.locked !== undefined) return endOf(dependency.ecosystem, `=${hit.version.replace(/^v/, '')}`);
  if (dependency !== undefined) return endOf(dependency.ecosystem, dependency.declared);
  const version = cleanVersion(hit.version);
  // Several target frameworks are built side by side: the oldest is a courtesy.
  if (/[;$]/.test(hit.version)) return undefined;
  return endOf('npm', lineRange(version));
}

/** `12` and `3.7` name a line: every release of it, and none of the next. */
function lineRange(version: string): string {
  return /^\d+(\.\d+)?$/.test(version) ? `${version}.x` : version;
}

function endOf(ecosystem: Ecosystem, declared: string): readonly number[] | undefined {
  return rangeOf(ecosystem, declared)?.below;
}

interface Line {
  readonly name: string;
  readonly ended: string;
  /** The allowed versions end within the line. */
  readonly isExact: boolean;
}

/**
 * The newest listed line that the allowed versions reach into. Where they reach beyond it, into lines that are not listed,
 * the later end of the two around them holds for all.
 */
function lineOf(row: EndOfLifeRow, below: readonly number[]): Line | undefined {
  const lines = Object.entries(row.ended)
    .map(([name, ended]) => ({ name, ended, numbers: versionNumbers(name) ?? [] }))
    .sort((a, b) => compareNumbers(a.numbers, b.numbers));
  const at = lines.findLastIndex((line) => compareNumbers(line.numbers, below) < 0);
  const [line, next] = [lines[at], lines[at + 1]];
  if (line !== undefined && compareNumbers(below, raised(line.numbers, line.numbers.length - 1)) <= 0)
    return { name: line.name, ended: line.ended, isExact: true };
  // Up to where the next one begins there is nothing after this one.
  if (line !== undefined && next !== undefined && compareNumbers(next.numbers, below) === 0)
    return { name: line.name, ended: line.ended, isExact: false };
  const around = [line, next].flatMap((one) => one ?? []).sort((a, b) => (a.ended < b.ended ? 1 : -1))[0];
  return around === undefined ? undefined : { name: around.name, ended: around.ended, isExact: false };
}
