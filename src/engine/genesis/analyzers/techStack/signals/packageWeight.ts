import { folderOf } from '../../../facts/paths';
import type { DirectDependency } from '../../dependencies/inventory/dependencySet';
import type { ManifestFile } from '../../dependencies/inventory/manifestSet';
import type { TechRule } from '../techRule';

/** Fewer files import the types of what answers them while they are developed. */
const leastImports = 3;

/** A development dependency proves a tool or a test library; of what shapes a server it proves nothing unless it is imported. */
export function packageWeight(one: DirectDependency, rule: TechRule, imports: number, isOfGem = false): number {
  const { scope } = one.requirement;
  const aside =
    isOfGem || scope === 'dev' || scope === 'test' || one.manifest.role === 'test' || one.manifest.role === 'docs';
  // A library of Python or Ruby has the frameworks that it can be used with among what it is tested with, and imports them.
  if (aside && rule.isServerSide && (imports < leastImports || one.ecosystem === 'pypi' || isOfGem)) return 0;
  // What its own scripts write texts with is no framework of the product either.
  if (aside && rule.category === 'framework' && one.ecosystem === 'pypi') return 0;
  // What is packed into an app together with its pages is asked for as that of the packer's.
  if (scope === 'dev' && one.name === 'electron' && packers.some((name) => asksFor(one, name))) return 2;
  const apart = one.manifest.role === 'test' || one.manifest.role === 'docs';
  if (apart && rule.category !== 'tooling' && rule.category !== 'testing') return 0;
  if (one.manifest.role === 'docs' && rule.category === 'testing') return 0;
  return aside ? 1 : imports > 0 ? 3 : 2;
}

const packers = ['electron-builder', '@electron-forge/cli', 'electron-vite', '@electron/packager', 'electron-packager'];
const asksFor = ({ manifest }: DirectDependency, name: string): boolean =>
  manifest.facts.requirements.some((requirement) => requirement.name === name);

/** A gem asks in its own manifest for what it needs; the list beside that is for those who work on it. */
export function isBesideGem({ ecosystem, manifest }: DirectDependency, manifests: readonly ManifestFile[]): boolean {
  if (ecosystem !== 'gem' || manifest.path.endsWith('.gemspec')) return false;
  const folder = folderOf(manifest.path);
  return manifests.some(({ path }) => path.endsWith('.gemspec') && folderOf(path) === folder);
}
