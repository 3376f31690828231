import { folderOf, foldersUp } from '../../../facts/paths';
import type { ScanModel } from '../../../scanModel';
import type { DirectDependency } from '../../dependencies/inventory/dependencySet';
import type { ImportSite } from '../../dependencies/usage/packageUsage';
import { packageFolder } from '../hits';

/** The packages of the project that ask for one thing. */
export class Askers {
  private readonly folders = new Map<string, Set<string>>();
  /** Files of source in each folder and below it; counted when somebody asks. */
  private sizes: ReadonlyMap<string, number> | undefined;

  constructor(
    all: readonly DirectDependency[],
    private readonly model: ScanModel,
  ) {
    for (const one of all) {
      const folders = this.folders.get(keyOf(one)) ?? new Set();
      this.folders.set(keyOf(one), folders.add(packageFolder(one.manifest.path)));
    }
  }

  /** How much code the package holds that asks for it, if it is imported there; unknown where no other one asks for it. */
  codeOf(one: DirectDependency, sites: () => readonly ImportSite[]): number | undefined {
    const folders = this.folders.get(keyOf(one));
    if (folders === undefined || folders.size < 2) return undefined;
    const own = packageFolder(one.manifest.path);
    const nearest = (path: string): string | undefined =>
      [...foldersUp(folderOf(path))].find((folder) => folders.has(folder));
    if (!sites().some(({ file }) => file.role === 'source' && nearest(file.path) === own)) return 0;
    const parts = [...folders].filter((folder) => folder !== own && nearest(folder) === own);
    return parts.reduce((rest, part) => rest - this.sizeOf(part), this.sizeOf(own));
  }

  private sizeOf(folder: string): number {
    this.sizes ??= sizesOf(this.model);
    return this.sizes.get(folder) ?? 0;
  }
}

function sizesOf({ files }: ScanModel): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { path, role } of files)
    if (role === 'source') for (const up of foldersUp(folderOf(path))) sizes.set(up, (sizes.get(up) ?? 0) + 1);
  return sizes;
}

const keyOf = ({ ecosystem, name }: DirectDependency): string => `${ecosystem} ${name}`;
