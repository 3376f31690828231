import type { Evidence } from '../../../../../shared/genesis';
import { markdownCode } from '../../../markdownText';
import type { DependencySet, DirectDependency } from '../inventory/dependencySet';
import { exportedFrom, exportOf } from '../inventory/exportedList';
import type { LockFile, ManifestFile } from '../inventory/manifestSet';
import type { LockedPackage } from '../manifestFacts';

/**
 * Manifests that are copied into projects to come, with names that are still to be filled in. A package may itself be called
 * `templates`: those of a folder lie each in one of its own.
 */
const template =
  /(?:^|\/)(?:(?:[\w-]{1,60}[_-])?template|(?:(?:[\w-]{1,60}[_-])?templates|skeletons?|scaffolds?)\/[^/]+|__brick__|archetype-resources|create-[\w-]{1,40}\/template-[\w-]{1,40}|cookiecutter[\w.-]*)\/|(?:^|\/)\w{0,60}_template_[^/]{0,100}$|\{\{|<%/i;

/** `tauri-plugin-PLUGIN_NAME` */
const placeholder = /\{\{|<%|__\w+__|(?:^|[-_/@])[A-Z]{3,}_NAME\b/;

export function isTemplate(path: string, name: string): boolean {
  return template.test(path) || placeholder.test(name);
}

/** What makes nothing but sites of documents. */
const siteMaker = /^(?:@docusaurus\/core|@astrojs\/starlight)$/;

/** What builds and serves a site of documents: no program runs with it. */
export const documentTool = /^(?:docsify|docsify-cli|vuepress|vitepress|@docusaurus\/(?:core|preset-classic))$/;

/** All that a manifest asks for at run time makes documents; themes and plugins of such tools are products themselves. */
export function onlyMakesDocuments({ facts }: ManifestFile): boolean {
  const asked = facts.requirements.filter(({ scope }) => scope === 'runtime' || scope === 'optional');
  return (
    facts.format === 'package.json' &&
    asked.length > 0 &&
    asked.every(({ name }) => documentTool.test(name)) &&
    !/docsify|vuepress|vitepress|docusaurus/i.test(facts.name ?? '')
  );
}

/** A manifest of the product itself, not of tests, examples, documentation or templates. */
export function isOfProduct({ role, path, facts, folder }: ManifestFile): boolean {
  return (
    !(folder !== '' && facts.requirements.some(({ name }) => siteMaker.test(name))) &&
    // Settings and actions of tools: `.github`, `.devcontainer`.
    !/(?:^|\/)\.[^/]+\/|^(?:mocks?|eng\/common)\//.test(path) &&
    role !== 'test' &&
    role !== 'example' &&
    role !== 'docs' &&
    !isTemplate(path, facts.name ?? '')
  );
}

/** The list of what is asked for, beside which lies the list of versions that was compiled from it. */
export function hasCompiled(set: DependencySet, manifest: ManifestFile): boolean {
  return compiledTo(set, manifest) !== undefined;
}

/** The list of versions that lies beside the list from which it was compiled. */
export function compiledTo(set: DependencySet, manifest: ManifestFile): string | undefined {
  const exported = exportOf(set.files, manifest)?.path;
  if (exported !== undefined) return exported;
  const pinned = pinnedBeside(set, manifest);
  if (pinned !== undefined) return pinned;
  if (!manifest.path.endsWith('.in')) return undefined;
  const stem = manifest.path.slice(0, -'.in'.length);
  const folders = /^(.*requirements\/)[^/]+\/([^/]+)$/.exec(stem);
  return set.files.manifests.find(
    ({ path }) =>
      path === `${stem}.txt` ||
      path === `${stem}.pip` ||
      (folders !== null && path.endsWith(`/${folders[2]}.txt`) && besideLists.exec(path)?.[1] === folders[1]),
  )?.path;
}

/** Of a list's names so many stand in the list of versions beside it. */
const mostPinned = 0.8;

/** What a list of names alone is called, by custom, beside the one that is installed. */
const openList =
  /(?:^|\/)(?:(?:base|abstract|direct|loose|raw|top|unpinned)[-_.]requirements|requirements[-_.](?:abstract|base|direct|in|loose|raw|to-freeze|top|unpinned))\.txt$/;

/** A list of requirements beside another one that says the exact version of nearly all its packages: `base_requirements.txt`. */
function pinnedBeside({ files }: DependencySet, { path, folder, facts }: ManifestFile): string | undefined {
  const open = facts.format === 'requirements.txt' ? facts.requirements.filter(({ declared }) => declared === '') : [];
  if (open.length === 0 || !openList.test(path)) return undefined;
  return files.manifests.find((other) => {
    if (other.folder !== folder || !/(?:^|\/)requirements\.txt$/.test(other.path)) return false;
    const exact = new Set(
      other.facts.requirements.flatMap(({ name, declared }) => (/^={2,3}\s?\d/.test(declared) ? [name] : [])),
    );
    return open.filter(({ name }) => exact.has(name)).length >= open.length * mostPinned;
  })?.path;
}

/** What was compiled may lie in a folder of its own beside that of the lists: `requirements/generated/`. */
const besideLists = /^(.*requirements\/)[^/]+\/[^/]+\.(?:txt|pip)$/;

/** Files of tools that hold versions in ways that are not read here. */
const otherLocks =
  /(?:^|\/)(?:conda-lock\.ya?ml|pixi\.lock|pylock[\w.-]*\.toml|requirements[\w.-]*\.lock|rush\.json|deno\.lock|flake\.lock|constraints[\w.-]*\.txt|[\w.-]{0,60}lock(?:ed|file)?\.(?:txt|json|ya?ml|toml))$/i;

/**
 * Whether something else in the repository may hold the versions of a manifest: a lock file of the same packages in any
 * folder around it or below the settings of a tool, a list of constraints, or a lock of a kind that is not read.
 */
export function isHeldElsewhere(set: DependencySet, manifest: ManifestFile): boolean {
  const { ecosystem } = manifest.facts;
  if (set.files.others.some((path) => otherLocks.test(path))) return true;
  return set.files.locks.some((lock) => lock.facts.ecosystem === ecosystem && set.files.mayHold(lock, manifest));
}

/** A list of versions that was compiled from another: it is a lock and asks for nothing by itself. */
export function isCompiled(set: DependencySet, manifest: ManifestFile): boolean {
  const { path } = manifest;
  if (exportedFrom(set.files, manifest) !== undefined) return true;
  const asked = path.replace(/\.(?:txt|pip)$/, '.in');
  const around = besideLists.exec(path)?.[1];
  return (
    asked !== path &&
    set.files.manifests.some(
      (other) =>
        other.path === asked ||
        (around !== undefined &&
          other.path.startsWith(around) &&
          /^[^/]+\/[^/]+\.in$/.test(other.path.slice(around.length))),
    )
  );
}

/** Where a manifest asks for it; in a pom the lines below the first one say for what. */
export function evidenceOf({ manifest, requirement }: DirectDependency): Evidence {
  const { line, declared } = requirement;
  const more = manifest.facts.format !== 'pom.xml' ? 0 : declared === '' ? 2 : 3;
  return within(manifest.lines, { path: manifest.path, startLine: line, endLine: line + more });
}

export function lineEvidence(path: string, line: number): Evidence {
  return { path, startLine: line, endLine: line };
}

/** Lines between the first one of an entry and its version, by the format of a lock file that writes them below each other. */
const linesToVersion: Readonly<Record<string, number>> = {
  'Cargo.lock': 2,
  'poetry.lock': 2,
  'uv.lock': 2,
  'pdm.lock': 2,
  'composer.lock': 2,
  'package-lock.json': 1,
  'yarn.lock': 1,
};

/** The lines of a lock file that name a package and the version that it holds, and `more` where entries go on below. */
export function lockedEvidence(
  { path, facts, lines }: LockFile,
  { line }: Pick<LockedPackage, 'line'>,
  more = 0,
): Evidence {
  const below = linesToVersion[facts.format];
  return within(lines, { path, startLine: line, endLine: line + (below === undefined ? 0 : below + more) });
}

/** Where lock files say what they are, below a bracket or a remark. */
const headLines = 4;

export function lockHead({ path, lines }: Pick<LockFile, 'path' | 'lines'>): Evidence {
  return within(lines, { path, startLine: 1, endLine: headLines });
}

function within(lines: number, one: Evidence): Evidence {
  return { ...one, endLine: Math.max(one.startLine, Math.min(lines, one.endLine)) };
}

/** At most `max` pieces of evidence, each place once. */
export function evidenceList(all: readonly Evidence[], max = 20): Evidence[] {
  const seen = new Set<string>();
  return all
    .filter((one) => {
      const key = `${one.path}:${one.startLine}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .slice(0, max);
}

/** `a, b and 3 more`, each as code. */
export function named(names: readonly string[], max = 5): string {
  const distinct = [...new Set(names)];
  const shown = distinct.slice(0, max).map((name) => markdownCode(name, 80));
  const rest = distinct.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  const last = shown.pop();
  return shown.length === 0 ? (last ?? '') : `${shown.join(', ')} and ${last ?? ''}`;
}

/** The same as plain text, for titles. */
export function plainNames(names: readonly string[], max = 3): string {
  const distinct = [...new Set(names)].map((name) => (name.length > 50 ? `${name.slice(0, 49)}…` : name));
  const shown = distinct.slice(0, max);
  const rest = distinct.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  const last = shown.pop();
  return shown.length === 0 ? (last ?? '') : `${shown.join(', ')} and ${last ?? ''}`;
}

/** At most 120 characters, cut at a word. */
/** The first of them; how many more there are is not said, where nobody can know them all. */
export function firstNames(names: readonly string[], max: number): string {
  const distinct = [...new Set(names)];
  return distinct.length > max ? `${distinct.slice(0, max).join(', ')} and others` : plainNames(distinct, max);
}

export function shortTitle(title: string): string {
  return title.length <= 120
    ? title
    : `${title
        .slice(0, 119)
        .replace(/[\s,]+\S*$/, '')
        .replace(/…+$/, '')}…`;
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

export const ecosystemNames: Readonly<Record<string, string>> = {
  npm: 'npm',
  pypi: 'PyPI',
  maven: 'Maven',
  nuget: 'NuGet',
  composer: 'Composer',
  gem: 'RubyGems',
  golang: 'Go',
  cargo: 'Cargo',
  hex: 'Hex',
  pub: 'pub',
  swift: 'Swift',
  hackage: 'Hackage',
};
