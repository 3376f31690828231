import { folderOf, foldersUp, joinPath } from '../../paths';
import type { ProjectView } from '../resolver';

/**
 * The folders below which a project references more than its own file says: what MSBuild takes in for all projects of a
 * folder has references, a project takes in another file, or it asks for all that a pattern meets. Conditions say which, and are not worked out.
 */
export function openFolders(configs: readonly { readonly path: string; readonly references: readonly string[] }[]) {
  const folders = configs
    .filter(({ path, references }) =>
      shared.test(path)
        ? references.length > 0
        : references.some((reference) => /[*$]|\.(?:props|targets)$/i.test(reference)),
    )
    .map(({ path }) => folderOf(path));
  return (path: string): boolean => folders.some((folder) => folder === '' || path.startsWith(`${folder}/`));
}

const shared = /(?:^|\/)Directory\.Build\.(?:props|targets)$/i;

/** Which projects of a solution see which: equal names in projects that don't know each other are different things. */
export class CsharpProjects {
  /** Folder of a project and folders of those that it references. */
  private readonly references = new Map<string, readonly string[]>();
  private readonly visible = new Map<string, ReadonlySet<string>>();

  private readonly isOpen: (path: string) => boolean;

  constructor(project: ProjectView) {
    const configs = project.configs('build');
    this.isOpen = openFolders(configs.map(({ path, config: { references } }) => ({ path, references })));
    for (const { path, folder, config } of configs) {
      if (!/\.(?:cs|fs|vb)proj$/.test(path)) continue;
      const targets = config.references.flatMap((reference) => {
        const target = joinPath(folder, reference);
        return target === undefined ? [] : [folderOf(target)];
      });
      this.references.set(folder, [...(this.references.get(folder) ?? []), ...targets]);
    }
  }

  /** Without a project file on either side nothing is known, and everything allowed. */
  canUse(from: string, to: string): boolean {
    if (this.isOpen(from)) return true;
    const own = this.projectOf(from);
    const other = this.projectOf(to);
    return own === undefined || other === undefined || own === other || this.visibleFrom(own).has(other);
  }

  private projectOf(path: string): string | undefined {
    if (this.references.size === 0) return undefined;
    for (const folder of foldersUp(folderOf(path))) if (this.references.has(folder)) return folder;
    return undefined;
  }

  /** References of references count, as MSBuild does it. */
  private visibleFrom(folder: string): ReadonlySet<string> {
    let seen = this.visible.get(folder);
    if (seen === undefined) {
      const found = new Set<string>();
      const open = [...(this.references.get(folder) ?? [])];
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (found.has(next)) continue;
        found.add(next);
        open.push(...(this.references.get(next) ?? []));
      }
      seen = found;
      this.visible.set(folder, seen);
    }
    return seen;
  }
}
