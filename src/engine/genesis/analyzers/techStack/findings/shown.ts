import type { Evidence } from '../../../../../shared/genesis';
import type { Ecosystem } from '../../dependencies/manifestFacts';
import type { Hit } from '../hits';
import { isForDevelopment } from '../productPaths';
import { isVersionShown, lockEvidence, type StackEntry, shownVersion } from '../stack';

/** A technology as a finding may tell it: what is said of it stands in the places. */
export interface Shown {
  readonly entry: StackEntry;
  /** Name, with the version where one of the places says it. */
  readonly text: string;
  readonly places: readonly Evidence[];
}

/**
 * The surest place of the product that speaks for a technology, never one of samples, documents, pipelines or a
 * developer's own settings. Nothing where there are only such places. Places that tell what is asked for go first.
 */
export function shownOf(entry: StackEntry, isTelling: (hit: Hit) => boolean = () => true): Shown | undefined {
  if (entry.category === 'language') return languageOf(entry);
  const firm = entry.hits
    .filter((hit) => isFirm(entry, hit))
    .sort((a, b) => Number(isTelling(b)) - Number(isTelling(a)) || sureness(b) - sureness(a));
  const [first] = firm;
  if (first === undefined) return undefined;
  const versioned = entry.isEngine
    ? undefined
    : firm.find((hit) => hit.version !== '' && isSameVersion(entry, hit) && isVersionShown(hit.dependency));
  const hit = versioned ?? first;
  const version = hit === versioned && hit.kind !== 'own' ? versionText(entry.version) : '';
  const lock = version === '' ? [] : lockEvidence(hit.dependency);
  return {
    entry,
    text: version === '' ? entry.name : `${entry.name} ${version}`,
    places: [hit.evidence, ...lock],
  };
}

/** What makes it: the files written in it are its places. */
function languageOf(entry: StackEntry): Shown | undefined {
  const [first, second] = entry.evidence;
  if (first === undefined) return undefined;
  const version = versionText(entry.version);
  const isLock = second !== undefined && /lock|\.sum$/.test(second.path.slice(second.path.lastIndexOf('/') + 1));
  return {
    entry,
    text: version === '' ? entry.name : `${entry.name} ${version}`,
    places: version !== '' && isLock ? [first, second] : [first],
  };
}

/** A commit in the place of a version, as Go writes it, says nothing to a reader; what holds `$` was not found out. */
function versionText(version: string): string {
  return /[-.]\d{14}-|[$}{;]/.test(version) || !/\d/.test(version) ? '' : version;
}

function isFirm(entry: StackEntry, hit: Hit): boolean {
  if (hit.weight === 0) return false;
  // Tests lie where tests lie.
  if (entry.category === 'testing') return true;
  // What a host reads its settings from lies where the host looks for it.
  if (isForDevelopment(hit.evidence.path) && !hit.part.startsWith('root:')) return false;
  // Looks are made while it is built.
  return hit.weight >= 2 || entry.category === 'tooling' || entry.category === 'styling' || (hit.imports ?? 0) > 0;
}

/** What asks for a package before what starts an image of it, and what is near the top before what lies deep. */
function sureness(hit: Hit): number {
  const kinds: Readonly<Record<Hit['kind'], number>> = {
    own: 60,
    package: 50,
    tool: 50,
    setting: 40,
    manifest: 35,
    runtime: 30,
    file: 30,
    image: 20,
  };
  // Of several that ask the one whose own code takes it most.
  const imports = Math.min(9, hit.near ?? hit.imports ?? 0);
  // What those who develop have for themselves, or try things out with, is less telling than what others are given.
  const isOwnPlace = ownPlace.test(hit.evidence.path) ? 12 : sample.test(hit.evidence.path) ? 20 : 0;
  const isProgram = hit.part.startsWith('tool:sdk:') ? 20 : 0;
  // The top of a Gradle build names plugins that it does not apply.
  const isNamed =
    /^(?:settings|build)\.gradle/.test(hit.evidence.path) && hit.part.startsWith('maven:plugin:') ? 15 : 0;
  return (
    isProgram -
    isNamed -
    isOwnPlace +
    kinds[hit.kind] +
    hit.weight * 3 +
    imports -
    hit.evidence.path.split('/').length * 2
  );
}

const sample = /(?:^|\/)[._]?(?:examples?|samples?|demos?|templates)(?:[._-][\w.-]{1,40})?\//i;
const ownPlace = /(?:^|\/)(?:\.env[._-](?:dev|local)[\w.-]{0,30}$|testing\/)/i;

const isSameVersion = (entry: StackEntry, hit: Hit): boolean => shownVersion(hit) === entry.version;

/** What packages of less than this of the code ask for is of a side part: of measurements, of one integration. */
const smallestReach = 0.1;

/** Ecosystems whose imports are read: what no code of the product imports may be left over. */
const readImports = new Set(['npm', 'pypi', 'golang', 'maven', 'cargo']);

/** Whether the product's main code uses what its manifests ask for, as far as one can see. */
export function isUsed(entry: StackEntry, homes?: ReadonlySet<Ecosystem | undefined>): boolean {
  if (entry.isOfPart === true || (entry.reach ?? 1) < smallestReach) return false;
  const isOfHome = ({ dependency }: Hit): boolean =>
    dependency === undefined || homes?.has(dependency.ecosystem) !== false;
  if (!entry.hits.some((hit) => hit.weight > 0 && isOfHome(hit))) return false;
  // Its client is generated, and imported from wherever it was put.
  if (entry.name === 'Prisma') return true;
  const asked = entry.hits.filter(({ dependency, weight }) => dependency !== undefined && weight > 0);
  // What only extras of a package of Python bring is what that can work with, and what others bring it is worked on with.
  if (asked.length > 0 && asked.every(isExtra) && entry.hits.every((hit) => hit.weight === 0 || isExtra(hit)))
    return false;
  return asked.length === 0 || asked.some((hit) => isSeen(hit) || (entry.isEngine && isLoaded(hit)));
}

const isExtra = ({ dependency }: Hit): boolean =>
  dependency?.ecosystem === 'pypi' &&
  dependency.requirement.scope !== 'runtime' &&
  /^(?:setup\.(?:py|cfg)|pyproject\.toml)$/.test(dependency.manifest.facts.format);

/** Drivers that settings name, or that a mapper of tables loads: no code imports them. */
const isLoaded = ({ dependency, weight }: Hit): boolean =>
  weight >= 2 && (dependency?.ecosystem === 'maven' || dependency?.ecosystem === 'pypi');

function isSeen({ dependency, imports = 0 }: Hit): boolean {
  // What these ask for serves Scala and Clojure, whose imports are not read.
  if (/\.(?:sbt|scala|clj|edn)$/.test(dependency?.manifest.path ?? '')) return true;
  return imports > 0 || !readImports.has(dependency?.ecosystem ?? '');
}
