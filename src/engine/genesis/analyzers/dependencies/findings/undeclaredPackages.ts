import { isBuiltin } from 'node:module';
import { folderOf } from '../../../facts/paths';
import { markdownCode } from '../../../markdownText';
import type { Report } from '../../../scanModel';
import { isBeside } from '../../techStack/productPaths';
import { frameworkParts } from '../data/frameworkParts';
import { pythonImportNames } from '../data/pythonImportNames';
import { pythonStandardModules } from '../data/pythonStandardModules';
import type { DependencySet } from '../inventory/dependencySet';
import { isWithin } from '../inventory/folderPattern';
import { type LockFile, lookupName } from '../inventory/manifestSet';
import type { ImportSite, PackageUsage } from '../usage/packageUsage';
import { evidenceList, firstNames, lineEvidence, lockedEvidence, shortTitle } from './lists';

interface Phantom {
  readonly name: string;
  readonly sites: readonly ImportSite[];
  readonly lock: LockFile;
}

/**
 * Packages that code imports and no manifest asks for, but that a lock file holds because another package brought them:
 * they vanish when that one changes its mind. Without that proof nothing is said.
 */
export function reportUndeclared(
  set: DependencySet,
  usage: PackageUsage,
  aliases: ReadonlySet<string>,
  report: Report,
): void {
  const trying = new Set(usage.sitesOf('npm', testTools).map(({ file }) => file.path));
  const fromNpm = npmPhantoms(set, usage, trying).filter(({ name }) => !aliases.has(name));
  const phantoms = [...fromNpm, ...pythonPhantoms(set, usage)].sort((a, b) => b.sites.length - a.sites.length);
  if (phantoms.length === 0) return;
  report.finding({
    layer: 'dependencies',
    rule: 'dependencies/undeclared',
    key: 'undeclared',
    title: shortTitle(
      `Imported ${phantoms.length === 1 ? 'package' : 'packages'} that no manifest asks for: ${firstNames(
        phantoms.map((one) => one.name),
        3,
      )}`,
    ),
    content: [
      ...phantoms
        .slice(0, 15)
        .map(
          (one) =>
            `- ${markdownCode(one.name)}: imported in ${markdownCode(placeOf(one.sites))}, for example; ${markdownCode(one.lock.path)} holds it`,
        ),
      '',
      'It is installed because another package needs it, and the import breaks as soon as that one drops or changes it. Add it to the manifest.',
      ...(fromNpm.length === 0
        ? []
        : ['', 'Packages of which types alone are imported (`import type`) are not looked for.']),
    ].join('\n'),
    importance: phantoms.length > 3 ? 3 : 2,
    confidence: 0.9,
    tags: ['undeclared', 'dependencies'],
    evidence: evidenceList(
      phantoms.flatMap(({ name, sites, lock }) => [
        ...sites.slice(0, 4).map((site) => lineEvidence(site.file.path, site.line)),
        ...(lock.byName.get(lookupName(lock.facts.ecosystem, name)) ?? [])
          .slice(0, 1)
          .map((entry) => lockedEvidence(lock, entry)),
      ]),
    ),
  });
}

const placeOf = ([site]: readonly ImportSite[]): string => (site === undefined ? '' : `${site.file.path}:${site.line}`);

/** Code that imports one of these tries the product out, or helps to. */
const testTools: readonly string[] =
  'mocha chai sinon jest vitest ava tap tape jasmine enzyme jsdom jsdom-global fast-check nock supertest msw @jest/globals @testing-library/react @playwright/test'.split(
    ' ',
  );

/** Scripts around the product, and what is handed to browsers as it is, libraries of others among it. */
const served =
  /(^|\/)(scripts?|tools?|archived?s?|hack|jest|__mocks__|mocks?|public|static|assets\/(js|vendor|lib)|wwwroot|dist|build|vendors?|libs?)\//;

function productSites(sites: readonly ImportSite[]): ImportSite[] {
  return sites.filter(
    (site) =>
      (site.file.role === 'source' || site.file.role === 'migration') &&
      site.kind !== 'type' &&
      site.namesRegistry !== true &&
      !/\.d\.[cm]?ts$|\.pyi$|(?:^|\/)\.\w/.test(site.file.path) &&
      !isBeside(site.file.path) &&
      !served.test(site.file.path),
  );
}

function npmPhantoms(set: DependencySet, usage: PackageUsage, trying: ReadonlySet<string>): Phantom[] {
  const isHanded = set.direct.some(({ name }) => extraction.test(name));
  return [...usage.imported('npm')].flatMap(([name, all]) => {
    if (isBuiltin(name) || name.startsWith('node:') || name.startsWith('@types/') || isPart(set, 'npm', name))
      return [];
    if (isHanded && ofWordPress.test(name)) return [];
    const sites = isDeclared(set, name) ? [] : productSites(all).filter(({ file }) => !trying.has(file.path));
    const lock = lockHolding(set, 'npm', [name], sites);
    return lock === undefined ? [] : [{ name, sites, lock }];
  });
}

/** What builds for WordPress leaves out what the page has already, and imports of that need no package. */
const extraction = /^@(?:wordpress|woocommerce)\/(?:scripts|dependency-extraction-webpack-plugin)$/;
const ofWordPress = /^(?:@(?:wordpress|woocommerce)\/|(?:react|react-dom|jquery|lodash|lodash-es|moment)$)/;

function isPart(set: DependencySet, ecosystem: string, name: string): boolean {
  const owners = frameworkParts[`${ecosystem}:${name}`] ?? [];
  return set.direct.some((one) => one.ecosystem === ecosystem && owners.includes(one.name));
}

/** Declared by any manifest, types included: in a workspace one package's dependency is hoisted to where all can see it. */
function isDeclared(set: DependencySet, name: string): boolean {
  const typed = `@types/${name.replace(/^@/, '').replace('/', '__')}`;
  return (
    set.direct.some(
      (one) =>
        one.ecosystem === 'npm' && [one.name, one.requirement.installedAs].some((own) => own === name || own === typed),
    ) || set.files.manifests.some(({ facts }) => facts.name === name || facts.optionalPeers?.includes(name) === true)
  );
}

function pythonPhantoms(set: DependencySet, usage: PackageUsage): Phantom[] {
  const declared = new Set(
    set.direct.filter((one) => one.ecosystem === 'pypi').flatMap((one) => pythonImportNames(one.name)),
  );
  // `litestar[structlog]` asks for that package by the name of an optional part.
  const extras = new Set(set.direct.flatMap(({ requirement }) => requirement.extras ?? []));
  // What a build works out may well ask for them.
  const computed = set.files.manifests.filter(({ facts }) => facts.isComputed === true);
  const isRead = ({ file }: ImportSite): boolean => !computed.some(({ folder }) => isWithin(file.path, folder));
  const transitive = [...new Set(set.transitive.filter((one) => one.ecosystem === 'pypi').map((one) => one.name))];
  const providers = new Map(
    transitive.flatMap((name) => pythonImportNames(name).map((imported) => [imported, name] as const)),
  );
  return [...usage.imported('pypi')].flatMap(([imported, all]) => {
    if (pythonStandardModules.has(imported)) return [];
    const distribution = providers.get(imported);
    // Namespace packages belong to many distributions, some of them declared.
    if (distribution === undefined || declared.has(imported) || ['google', 'azure', 'zope'].includes(imported))
      return [];
    if (isPart(set, 'pypi', distribution) || extras.has(distribution)) return [];
    // What is imported within a function is often tried alone, and done without.
    const sites = productSites(all.filter((site) => site.kind !== 'dynamic' && isRead(site)));
    const lock = lockHolding(set, 'pypi', [distribution], sites);
    return lock === undefined ? [] : [{ name: distribution, sites, lock }];
  });
}

function lockHolding(
  set: DependencySet,
  ecosystem: string,
  names: readonly string[],
  sites: readonly ImportSite[],
): LockFile | undefined {
  const first = sites[0];
  if (first === undefined) return undefined;
  return set.files.locks.find(
    (lock) =>
      lock.facts.ecosystem === ecosystem &&
      isWithin(folderOf(first.file.path), lock.folder) &&
      names.some((name) => lock.byName.has(name)),
  );
}
