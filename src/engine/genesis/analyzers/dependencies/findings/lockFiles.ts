import type { Report } from '../../../scanModel';
import type { DependencySet } from '../inventory/dependencySet';
import type { ManifestFile } from '../inventory/manifestSet';
import { groupBy } from '../text/groupBy';
import { exactVersion } from '../versions/range';
import {
  evidenceList,
  hasCompiled,
  isHeldElsewhere,
  isOfProduct,
  lineEvidence,
  lockHead,
  named,
  plainNames,
  shortTitle,
} from './lists';

/** The tool that writes a lock file. */
const writers: Readonly<Record<string, string>> = {
  'package-lock.json': 'npm',
  'yarn.lock': 'Yarn',
  'pnpm-lock.yaml': 'pnpm',
  'bun.lock': 'Bun',
  'bun.lockb': 'Bun',
  'Pipfile.lock': 'Pipenv',
  'poetry.lock': 'Poetry',
  'uv.lock': 'uv',
  'pdm.lock': 'PDM',
};

/** Two tools that lock the same packages will sooner or later lock different versions. */
export function reportRivalLocks(set: DependencySet, report: Report): void {
  const folders = groupBy(
    set.files.locks.filter((lock) => writers[lock.facts.format] !== undefined && !lock.isAside),
    (lock) => `${lock.facts.ecosystem} ${lock.folder}`,
  );
  for (const locks of folders.values()) {
    const formats = [...new Set(locks.map((lock) => lock.facts.format))];
    if (formats.length < 2) continue;
    const tools = formats.map((format) => writers[format] ?? format);
    const folder = locks[0]?.folder ?? '';
    report.finding({
      layer: 'dependencies',
      rule: 'dependencies/rival-lock-files',
      key: folder,
      title: `${plainNames(formats)} lie side by side${folder === '' ? '' : ` in ${folder}`}`,
      content: `${named(locks.map((lock) => lock.path))} lock the same manifest for ${plainNames(tools)}. Which versions are installed depends on who installs. Keep the one that CI uses, delete the other.`,
      importance: 3,
      confidence: 1,
      tags: ['lock-file', 'reproducible-builds'],
      evidence: locks.map(lockHead),
    });
  }
}

/** Applications without a lock file; a library is right to have none. */
export function reportMissingLocks(set: DependencySet, report: Report): void {
  const missing = set.files.manifests.filter(
    (manifest) =>
      isOfProduct(manifest) &&
      wantsLock(manifest) &&
      !isPartOfComposer(set, manifest) &&
      !hasLockOfKind(set, manifest) &&
      !isHeldElsewhere(set, manifest) &&
      !hasCompiled(set, manifest),
  );
  // A package below another manifest without a lock is the same omission.
  const top = missing.filter(
    (one) =>
      !missing.some((other) => other !== one && other.facts.ecosystem === one.facts.ecosystem && isAbove(other, one)),
  );
  if (top.length === 0) return;
  const first = top[0];
  report.finding({
    layer: 'dependencies',
    rule: 'dependencies/missing-lock-file',
    key: 'missing',
    title: shortTitle(`No lock file found for ${plainNames(top.map((one) => one.path))}`),
    content: `${named(
      top.map((one) => one.path),
      10,
    )} ${top.length === 1 ? 'allows ranges of versions and has' : 'allow ranges of versions and have'} no lock file in the repository, so two installs of the same commit can differ.${first?.facts.ecosystem === 'npm' ? ' `npm install` writes `package-lock.json`; commit it.' : ''}`,
    importance: 3,
    confidence: 0.9,
    tags: ['lock-file', 'reproducible-builds'],
    evidence: evidenceList(top.map((one) => lineEvidence(one.path, one.facts.requirements[0]?.line ?? 1))),
  });
}

/** What lies below another list of Composer is a library that the whole is split into. */
function isPartOfComposer(set: DependencySet, manifest: ManifestFile): boolean {
  return (
    manifest.facts.format === 'composer.json' &&
    set.files.manifests.some((other) => other.facts.format === 'composer.json' && isAbove(other, manifest))
  );
}

/** A lock file of the same kind in any folder may be that of a tool whose workspace is not read. */
function hasLockOfKind(set: DependencySet, { facts }: ManifestFile): boolean {
  return set.files.locks.some((lock) => lock.facts.ecosystem === facts.ecosystem);
}

function isAbove(upper: ManifestFile, lower: ManifestFile): boolean {
  return upper.folder !== lower.folder && (upper.folder === '' || lower.folder.startsWith(`${upper.folder}/`));
}

function wantsLock({ facts }: ManifestFile): boolean {
  const floating = facts.requirements.some(
    (one) =>
      one.scope === 'runtime' && one.source === undefined && exactVersion(facts.ecosystem, one.declared) === undefined,
  );
  if (!floating || facts.keepsPackages === true) return false;
  if (facts.format === 'package.json')
    return facts.isPrivate === true || (facts.isLibrary === false && facts.name !== undefined);
  if (facts.format === 'composer.json') return facts.isLibrary === false;
  if (facts.format === 'Gemfile') return facts.isLibrary === false;
  // Packages of Dart, their hooks and templates are right to commit none, and settings do not tell them from applications.
  return facts.format === 'Pipfile';
}
