import type { FoundRepository } from '../../shared/capture';
import { isBelow, samePath } from '../projects/samePath';

interface FolderLike {
  readonly path: string;
}

/**
 * Gives each repository to one folder of the window, so that no commit is recorded twice: to the folder that is its
 * topmost one, else to the deepest that it lies in, else to the first that lies in it.
 */
export function assignRepositories<F extends FolderLike>(
  found: readonly { readonly folder: F; readonly repositories: readonly FoundRepository[] }[],
): { readonly folder: F; readonly repository: FoundRepository }[] {
  const byRoot = new Map<string, { folder: F; repository: FoundRepository; rank: number }>();
  for (const { folder, repositories } of found)
    for (const repository of repositories) {
      const rank = nearness(folder.path, repository.root);
      const known = byRoot.get(repository.root);
      if (!known || rank > known.rank) byRoot.set(repository.root, { folder, repository, rank });
    }
  return [...byRoot.values()].map(({ folder, repository }) => ({ folder, repository }));
}

function nearness(folder: string, root: string): number {
  if (samePath(folder, root)) return Number.POSITIVE_INFINITY;
  return isBelow(root, folder) ? folder.length : 0;
}
