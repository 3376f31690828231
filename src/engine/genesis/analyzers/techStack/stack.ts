import type { Evidence, TechCategory, Technology } from '../../../../shared/genesis';
import { lockedEvidence } from '../dependencies/findings/lists';
import type { DirectDependency } from '../dependencies/inventory/dependencySet';
import { isPrerelease } from '../dependencies/versions/version';
import type { Hit, HitList } from './hits';
import { isForDevelopment } from './productPaths';
import type { TechRule } from './techRule';

/** A technology with what its place in the list depends on. */
export interface StackEntry extends Technology {
  readonly rank: number;
  readonly score: number;
  readonly hits: readonly Hit[];
  readonly isEngine: boolean;
  /** Shapes a server. */
  readonly isServerSide: boolean;
  readonly order: number;
  /** Of a framework: the part of the product's code, from 0 to 1, that lies in packages which ask for it; absent if unknown. */
  readonly reach?: number;
  /** Shapes a side part of the product, not the whole. */
  readonly isOfPart?: true;
  /** It is asked for by the product, and few files import it: a server that is put together in one place, or one in a corner. */
  readonly isRarelyImported?: true;
  /** That part is built with it, whatever the whole is. */
  readonly shapesPart?: true;
}

/** Turns hits into technologies: what is proved, in which version, and how much it matters. */
export function stackOf(hits: HitList): StackEntry[] {
  const entries: StackEntry[] = [];
  for (const [rule, all] of hits.met()) {
    const proving = all.filter((hit) => hit.weight > 0);
    if (proving.length === 0 || !isProved(rule, all)) continue;
    const ordered = [...all].sort((a, b) => strength(b) - strength(a));
    const versioned = versionHit(rule, ordered);
    entries.push({
      name: rule.name,
      version: versioned === undefined ? '' : shownVersion(versioned),
      category: rule.category,
      evidence: distinctEvidence(versioned === undefined ? ordered : [versioned, ...ordered]),
      rank: rule.rank,
      score: scoreOf(proving),
      hits: ordered,
      isEngine: rule.isDatabaseEngine,
      isServerSide: rule.isServerSide,
      order: rule.order,
    });
  }
  return entries;
}

/** An engine needs its driver at run time, a setting that names it, or a service that runs it. */
function isProved(rule: TechRule, hits: readonly Hit[]): boolean {
  if (!rule.isDatabaseEngine) return true;
  return hits.some((hit) => hit.weight >= 2 || (hit.kind === 'package' && (hit.imports ?? 0) > 0 && hit.weight > 0));
}

/** Runtime before development, the top before what lies deep, the imported before the listed. */
function strength(hit: Hit): number {
  const depth = hit.evidence.path.split('/').length;
  const aside = isForDevelopment(hit.evidence.path) ? 20 : 0;
  return hit.weight * 10 + (hit.version === '' ? 0 : 4) - depth + Math.min(5, hit.imports ?? 0) - aside;
}

function scoreOf(hits: readonly Hit[]): number {
  const places = new Set(hits.map((hit) => hit.evidence.path)).size;
  const imports = Math.max(0, ...hits.map((hit) => hit.imports ?? 0));
  const weight = Math.max(...hits.map((hit) => hit.weight));
  const depth = Math.min(...hits.map((hit) => hit.evidence.path.split('/').length));
  return weight * 4 + Math.min(6, places) + Math.min(6, Math.log2(1 + imports)) - Math.min(5, depth);
}

/** The place that asks for the version first, and beside it the lock file that sets it. */
function distinctEvidence(hits: readonly Hit[]): Evidence[] {
  const [first] = hits;
  const places = hits.map((hit) => hit.evidence);
  const all = [
    ...places.slice(0, 1),
    ...(first === undefined ? [] : lockEvidence(first.dependency)),
    ...places.slice(1),
  ];
  const byPlace = new Map<string, Evidence>();
  for (const place of all) {
    const key = `${place.path}:${place.startLine}`;
    if (!byPlace.has(key)) byPlace.set(key, place);
  }
  return [...byPlace.values()].slice(0, 20);
}

/** Where a lock file says the version, if it says another one than the manifest does. */
export function lockEvidence(one: DirectDependency | undefined): Evidence[] {
  if (one?.lock === undefined || one.locked === undefined || one.declared.includes(one.locked.version)) return [];
  return [lockedEvidence(one.lock, one.locked)];
}

/** Whether the line itself, or the lock file's, holds the version: what a property, a catalog or a parent sets does not. */
export function isVersionShown(one: DirectDependency | undefined): boolean {
  if (one === undefined) return true;
  const plain = one.version.replace(/^[\^~>=<v\s]{1,4}/, '');
  return one.requirement.declared.includes(plain) || lockEvidence(one).length > 0;
}

/**
 * Locked before declared, the rule's first package before its companions. What .NET brings as a part of it is no package:
 * one stands in for it where a project is compiled for older versions.
 */
function versionHit(rule: TechRule, ordered: readonly Hit[]): Hit | undefined {
  const isPart = ordered.some(({ part, weight }) => weight > 0 && part.startsWith('tool:framework:'));
  const withVersion = agreeing(
    ordered.filter((hit) => hit.version !== '' && hit.weight > 0 && !(isPart && hit.part.startsWith('nuget:'))),
    Math.max(...ordered.map(({ weight }) => weight)),
  );
  const order = rule.matchers.flatMap((matcher) => matcher.parts);
  return [...withVersion].sort(
    (a, b) =>
      Number(isTarget(b)) - Number(isTarget(a)) ||
      Number(isLocked(b)) - Number(isLocked(a)) ||
      (b.near ?? 0) - (a.near ?? 0) ||
      b.weight - a.weight ||
      order.indexOf(a.part) - order.indexOf(b.part) ||
      strength(b) - strength(a),
  )[0];
}

/** Packages that one wildcard met may each have a version of their own; then none of them is the technology's. */
function agreeing(hits: readonly Hit[], heaviest: number): Hit[] {
  const wild = hits.filter((hit) => hit.part.endsWith('*'));
  const isOne =
    new Set(wild.map((hit) => hit.version)).size === 1 &&
    // A part that only tests ask for says nothing of those that run.
    wild.some((hit) => hit.weight === heaviest);
  return hits.filter((hit) => isOne || !hit.part.endsWith('*'));
}

/** What a .NET project is compiled for: an image that is older than that would not run it. */
function isTarget(hit: Hit): boolean {
  return hit.kind === 'runtime' && /^net(?:coreapp)?\d/.test(hit.version);
}

/** By a lock file, an image, or a list that was compiled from what is asked for. */
function isLocked({ dependency, kind, version }: Hit): boolean {
  return dependency?.locked !== undefined || kind === 'image' || /^={2,3}\s?\d/.test(version);
}

/** Of what is already installed a caret leaves the next major version out; of what is fetched it says little. */
const runtimeRange = /^(?:\^|~>\s?)\d[\d.]{0,20}$/;

/** What a runtime has to be stands as it is written, what is fetched without its marks. */
export const shownVersion = ({ kind, version }: Pick<Hit, 'kind' | 'version'>): string =>
  kind === 'runtime' && runtimeRange.test(version.trim()) ? version.trim() : cleanVersion(version);

/** What a declared version shows as: without the marks that say "or a little newer". A real range stays one. */
export function cleanVersion(version: string): string {
  if (/^net(?:coreapp|standard)?\d/.test(version.trim())) return targetsOf(version);
  // What is left out in between says nothing of where it begins.
  const text = version
    .trim()
    .replace(/\s{0,3},\s{0,3}!=\s{0,2}[\w.*]{1,20}/g, '')
    .replace(/^\[([\w.+-]{1,60})\]$/, '$1');
  if (/^(workspace|file|link|git|https?|catalog|latest|\*|x$|-$)/i.test(text)) return '';
  const [, from] = /^<\s?[\d.]{1,12}\s?,\s?(>=?\s?[\d.]{1,12})$/.exec(text) ?? [];
  if (from !== undefined) return from;
  const [, operator = '', rest = ''] = /^(\^|~>|~=|~|={1,3}|v(?=\d))?\s{0,3}(.{0,80})$/.exec(text) ?? [];
  // Of alternatives that go upwards the first one says it all: `^8.1|^8.2` is 8.1 or newer.
  const alternatives = text.split(/\s{0,3}\|\|?\s{0,3}/);
  if (alternatives.length > 1 && alternatives.every((one) => /^\^\d[\d.]{0,20}$/.test(one)))
    return `>=${(alternatives[0] ?? '').slice(1)}`;
  if (alternatives.length > 1) return alternatives.join(' || ').slice(0, 40);
  if (/[|,\s]/.test(rest))
    return (
      rest
        .split(/\s{0,3}[,\s]\s{0,3}(?=[<>]=?\s{0,2}\d)/)[0]
        ?.replaceAll(/\s*\|\|?\s*/g, ' || ')
        .slice(0, 40) ?? ''
    );
  return operator === '' && !/^\d|^[<>=!]/.test(rest) && !isPrerelease(rest)
    ? rest.slice(0, 40)
    : rest.replace(/^v(?=\d)/, '').slice(0, 40);
}

/** Of what a .NET project is compiled for the versions of .NET: a standard has versions of its own. */
function targetsOf(frameworks: string): string {
  const targets = frameworks.split(';').flatMap((one) => /^net(?:coreapp)?(\d+\.\d+)/.exec(one.trim())?.[1] ?? []);
  return [...new Set(targets)].slice(0, 5).join(', ');
}

const categoryOrder: readonly TechCategory[] = [
  'framework',
  'language',
  'backend',
  'database',
  'styling',
  'testing',
  'tooling',
];

/** The main frameworks first, then languages, then the rest by category and weight. */
export function ordered(entries: readonly StackEntry[]): StackEntry[] {
  const group = (entry: StackEntry): number => {
    if (entry.category === 'framework' && entry.rank <= 3) return 0;
    if (entry.category === 'language') return 1;
    return 2 + categoryOrder.indexOf(entry.category);
  };
  return [...entries].sort(
    (a, b) => group(a) - group(b) || mainOrder(a) - mainOrder(b) || useOf(b) - useOf(a) || (a.name < b.name ? -1 : 1),
  );
}

/** Of libraries the one that much of the code imports says more than one that a single file needs. */
function useOf({ category, score, hits }: StackEntry): number {
  if (category === 'framework' || category === 'language') return score;
  return score + Math.log2(1 + Math.max(0, ...hits.map(({ weight, imports = 0 }) => (weight > 0 ? imports : 0))));
}

/** Rank decides unless a lower one is used far more. */
function mainOrder(entry: StackEntry): number {
  return entry.category === 'framework' ? entry.rank * 12 - entry.score : 0;
}
