import * as vscode from 'vscode';
import type { ScanStatus } from '../../shared/genesis';
import type { Freshness } from '../../shared/panelMessages';

/** The part of the built-in git extension's API that is used here. */
interface GitRepository {
  readonly state: {
    readonly HEAD: { readonly name?: string; readonly commit?: string } | undefined;
    readonly onDidChange: vscode.Event<void>;
  };
  log(options: { readonly range: string; readonly maxEntries: number }): Promise<readonly unknown[]>;
}
interface GitApi {
  getRepository(uri: vscode.Uri): GitRepository | null;
}
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

const MAX_COUNTED = 1000;

/** The repository that the built-in git extension has open for the folder, if any. Starts nothing by itself. */
export function findRepository(localPath: string | null): GitRepository | undefined {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (localPath === null || !extension?.isActive || !extension.exports.enabled) return undefined;
  return extension.exports.getAPI(1).getRepository(vscode.Uri.file(localPath)) ?? undefined;
}

/** How far the checked-out branch went on since the scan; `null` where it did not, or where nothing is known. */
export async function scanFreshness(localPath: string | null, status: ScanStatus): Promise<Freshness | null> {
  const repository = findRepository(localPath);
  const head = repository?.state.HEAD;
  if (!repository || !head?.commit || !status.commit || head.commit === status.commit) return null;
  // The results of another branch are not stale because this one is checked out.
  if (status.branch !== null && head.name !== status.branch) return null;
  if (!/^[0-9a-f]{7,64}$/.test(status.commit)) return null;
  try {
    const newer = await repository.log({ range: `${status.commit}..${head.commit}`, maxEntries: MAX_COUNTED });
    return { commitsBehind: newer.length > 0 && newer.length < MAX_COUNTED ? newer.length : null };
  } catch {
    // The scanned commit is gone (a rebase): the results are old, by how much nobody can say.
    return { commitsBehind: null };
  }
}
