import type { Evidence } from '../../../../../shared/genesis';
import { markdownCode } from '../../../markdownText';
import type { Report, ScanModel } from '../../../scanModel';
import { pinsTools } from '../../architecture/map/pinnedTools';
import { capital } from '../../architecture/map/wording';
import { isBeside } from '../../techStack/productPaths';
import { calledOf, type DependencySet, type DirectDependency } from '../inventory/dependencySet';
import type { ManifestFile } from '../inventory/manifestSet';
import { groupBy } from '../text/groupBy';
import {
  compiledTo,
  counted,
  documentTool,
  ecosystemNames,
  evidenceList,
  evidenceOf,
  isCompiled,
  isOfProduct,
  lockHead,
  shortTitle,
} from './lists';
import { servesProduct } from './servedCode';
import { unreadManifest } from './unreadManifests';

/** How many packages the project asks for, and where. */
export function reportOverview(model: ScanModel, set: DependencySet, report: Report): void {
  // What was compiled from a list is its lock, and asks for nothing itself.
  const asked = set.direct.filter(
    (one) => one.requirement.plugin !== true && isOfProduct(one.manifest) && !isCompiled(set, one.manifest),
  );
  const ofMix = new Set(asked.flatMap((one) => (one.ecosystem === 'hex' ? [one.name] : [])));
  const all = asked.filter((one) => !isOfMix(one, ofMix));
  const isTools = createCheck((path) => task.test(path) || pinsTools(path, model));
  const ofWhole = all.filter(
    ({ manifest }) =>
      (!isBeside(manifest.path) || isPublishedExtra(manifest, set)) && !isTools(manifest.path) && !isSite(manifest),
  );
  // What lies beside a product of which nothing is read says nothing of it.
  if (ofWhole.length === 0 && unreadManifest(model, new Set())?.isMost === true) return;
  const direct = ofWhole.length > 0 ? ofWhole : all;
  if (direct.length === 0) return;
  const counting = new Set(direct.map(({ manifest }) => manifest.path));
  // Those of tests, samples and documents lie beside it as well.
  const aside = new Set([
    ...set.direct
      .filter((one) => one.requirement.plugin !== true && !isCompiled(set, one.manifest))
      .map(({ manifest }) => manifest.path)
      .filter((path) => !counting.has(path)),
    ...set.files.foreign,
  ]);
  const ecosystems = new Set(direct.map((one) => one.ecosystem));
  if (!servesProduct(model, ecosystems)) return;
  const unread = unreadManifest(model, ecosystems);
  // The tools of a small part are not what the product asks for.
  if (unread?.isMost === true) return;
  const unresolved = [...set.unresolved].reduce((sum, [one, own]) => sum + (isOfProduct(one) ? own : 0), 0);
  // Where most names lead nowhere that is known, what is left is not what the product asks for.
  if (unresolved > direct.length) return;
  const byManifest = groupBy(direct, (one) => one.manifest);
  const bareLists = new Set([...byManifest.keys()].flatMap((one) => (isListBeside(one, set) ? [one.path] : [])));
  const isBareList = (path: string): boolean => bareLists.has(path);
  const manifests = [...byManifest].sort(
    (a, b) =>
      Number(sitePlace.test(a[0].path)) - Number(sitePlace.test(b[0].path)) ||
      Number(toolPlace.test(a[0].path)) - Number(toolPlace.test(b[0].path)) ||
      runtimeIn(b[1]) - runtimeIn(a[1]) ||
      Number(isBareList(a[0].path)) - Number(isBareList(b[0].path)) ||
      namesIn(b[1]).size - namesIn(a[1]).size,
  );
  const lock = manifests.length === 1 ? lockOf(set, direct) : undefined;
  const locked = lock === undefined ? '' : `, locked by ${lock.slice(lock.lastIndexOf('/') + 1)}`;
  const shown = manifests.slice(0, 12);
  const rest = manifests.length - shown.length;
  report.finding({
    layer: 'dependencies',
    rule: 'dependencies/overview',
    key: 'overview',
    title: shortTitle(`${titleOf(manifests, set)}${locked}`),
    content: [
      '| Manifest | Direct | Of them taken for development, tests or the build, or for optional | Locked by |',
      '|---|---|---|---|',
      ...shown.map(([manifest, own]) => row(set, manifest, own)),
      ...(rest > 0 ? ['', `${counted(rest, 'more manifest')}: see the inventory.`] : []),
      ...(unread === undefined ? [] : ['', `What ${markdownCode(unread.path)} asks for is not counted.`]),
      ...(unresolved === 0
        ? []
        : [
            '',
            `${counted(unresolved, 'name')} that only a central list or code of the build would explain, which was not found or not read in full, ${unresolved === 1 ? 'is' : 'are'} not counted.`,
          ]),
      ...(aside.size === 0
        ? []
        : [
            '',
            `Not counted is what lies beside the product${set.files.foreign.length > 0 ? ' or was copied into it' : ''}: ${namedFiles([...aside])}.`,
          ]),
      ...(all.length < asked.length
        ? ['', 'A package that npm takes from the folder of Mix, `file:../deps/…`, is counted as that of Mix.']
        : []),
      ...(set.asksForOwn
        ? [
            '',
            `Packages of the repository itself are not counted${set.fetchesOwn ? ', unless they are fetched from a registry' : ''}.`,
          ]
        : []),
      ...(manifests.some(([, own]) => namesIn(own).size < own.length)
        ? ['', 'A name that is asked for several times is counted once in each row.']
        : []),
    ].join('\n'),
    importance: 2,
    confidence: 1,
    tags: ['dependencies', ...new Set(direct.map((one) => ecosystemNames[one.ecosystem] ?? one.ecosystem))],
    evidence: evidenceList(
      [
        ...manifests.slice(0, mostCited).map(([, own]) => rangeOf(own)),
        ...new Set(manifests.flatMap(([, own]) => lockOf(set, own) ?? [])),
      ].map((one) =>
        typeof one === 'string' ? lockHead({ path: one, lines: model.byPath.get(one)?.lines ?? 1 }) : one,
      ),
    ),
  });
}

/** As many manifests as a title holds, each with what it asks for itself: what lies beside the product changes no such number. */
function titleOf(
  manifests: readonly (readonly [ManifestFile, readonly DirectDependency[]])[],
  { unresolved }: DependencySet,
): string {
  const items = manifests.map(
    ([manifest, own]) =>
      [namesIn(own).size, shortened(manifest.path), unresolved.has(manifest) ? 'at least ' : ''] as const,
  );
  const [first, ...others] = items;
  if (first === undefined) return '';
  const whole = `${capital(first[2])}${counted(first[0], 'direct dependency', 'direct dependencies')} found in ${first[1]}`;
  for (let kept = Math.min(mostTold, others.length); kept >= 0; kept--) {
    const more = others.slice(0, kept).map(([count, path, least]) => `, ${least}${count} in ${path}`);
    const title = `${whole}${more.join('')}${kept === others.length ? '' : ' and more elsewhere'}`;
    if (title.length <= longestTitle) return title;
  }
  return shortTitle(whole);
}

/** A project of .NET is called by its file, any other manifest by its folder. */
const shortened = (path: string): string =>
  path.length <= 40
    ? path
    : path.replace(/^.*\/(?=[^/]+\/[^/]+$)/, '…/').replace(/^…\/[^/]+\/(?=[^/]+\.\w\wproj$)/, '…/');

const mostTold = 2;
const longestTitle = 120;

/** `"phoenix": "file:../deps/phoenix"`: the page's half of a package that Mix installs. */
const isOfMix = ({ ecosystem, name, requirement: { source } }: DirectDependency, known: ReadonlySet<string>): boolean =>
  ecosystem === 'npm' &&
  known.has(name) &&
  source?.kind === 'path' &&
  /(?:^|\/)deps\/[^/]{1,100}$/.test(source.location);

/** A package in a folder of additions that works with the one at the top, and is published like that. */
function isPublishedExtra({ path, facts }: ManifestFile, { files }: DependencySet): boolean {
  if (facts.name === undefined || facts.isPrivate === true || !/^extras?\/[^/]+\/[^/]+$/i.test(path)) return false;
  const whole = files.manifests.find(
    ({ folder, facts: { ecosystem } }) => folder === '' && ecosystem === facts.ecosystem,
  );
  return facts.requirements.some(({ name }) => name === whole?.facts.name);
}

/** What builds a site of documents, as its name and its tools say. */
const isSite = ({ facts }: ManifestFile): boolean =>
  facts.isPrivate === true &&
  /[-_/](?:docs|documentation|web-?site)$/i.test(facts.name ?? '') &&
  facts.requirements.some(({ name }) => documentTool.test(name));

/** A site of documents comes last, whatever it asks for. */
const sitePlace = /(?:^|\/)(?:site|web-?site|docs?|documentation|www|landing)\/[^/]+$/i;

/** What builds the product and looks after it is told behind what it runs with. */
const toolPlace = /^(?:build|tools?|tooling|ci|eng|dev)\/(?:[^/]+\/){0,4}[^/]+$/i;

/** Beside what a package of Python asks for itself a bare list says less. */
const isListBeside = ({ folder, facts }: ManifestFile, { files }: DependencySet): boolean =>
  facts.format === 'requirements.txt' &&
  files.manifests.some(
    (one) => one.folder === folder && one.facts.ecosystem === 'pypi' && one.facts.format !== facts.format,
  );

/** What a crate is called, by custom, that those who develop run in place of scripts. */
const task = /(?:^|\/)xtasks?\//;

/** Of so many manifests the lines are cited; what is left is for lock files. */
const mostCited = 18;

/** From the first to the last line that asks for something. */
function rangeOf(own: readonly DirectDependency[]): Evidence {
  const all = own.map(evidenceOf);
  return {
    path: all[0]?.path ?? '',
    startLine: Math.min(...all.map(({ startLine }) => startLine)),
    endLine: Math.max(...all.map(({ endLine }) => endLine)),
  };
}

/** Asks once of each path. */
function createCheck(check: (path: string) => boolean): (path: string) => boolean {
  const known = new Map<string, boolean>();
  return (path) => {
    const said = known.get(path) ?? check(path);
    known.set(path, said);
    return said;
  };
}

/** The first of the files, and how many there are beside them. */
function namedFiles(paths: readonly string[]): string {
  const shown = paths.slice(0, 3).map((path) => markdownCode(path, 120));
  return `${shown.join(', ')}${paths.length > shown.length ? ` and ${paths.length - shown.length} more` : ''}`;
}

/** Go's sums prove what was fetched, and hold no versions. */
function lockOf(set: DependencySet, own: readonly DirectDependency[]): string | undefined {
  const held = own.find((one) => one.lock !== undefined && one.ecosystem !== 'golang')?.lock?.path;
  return held ?? own.flatMap((one) => compiledTo(set, one.manifest) ?? [])[0];
}

/** How many of them are needed to run, by the package itself or by whoever takes it. */
const runtimeIn = (own: readonly DirectDependency[]): number =>
  [...namesIn(own).values()].filter((same) => same.some(({ requirement: { scope } }) => isNeeded.has(scope))).length;
const isNeeded: ReadonlySet<string> = new Set(['runtime', 'peer']);

/** A name that is asked for several times counts once. */
const namesIn = (own: readonly DirectDependency[]): ReadonlyMap<string, readonly DirectDependency[]> =>
  groupBy(own, (one) => `${one.ecosystem} ${calledOf(one)}`);

function row(set: DependencySet, manifest: ManifestFile, own: readonly DirectDependency[]): string {
  const names = namesIn(own);
  const lock = lockOf(set, own);
  return `| ${markdownCode(manifest.path)} | ${set.unresolved.has(manifest) ? 'at least ' : ''}${names.size} | ${names.size - runtimeIn(own)} | ${lock === undefined ? '' : markdownCode(lock)} |`;
}
