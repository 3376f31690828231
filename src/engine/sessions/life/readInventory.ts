import type { Inventory } from '../../../shared/inventory';
import { compareInventories } from '../../genesis/diff/compareInventories';
import { unpackJson } from '../../genesis/scans/blobs';
import type { Database } from '../../storage/database';
import type { InventoryChange, WorkCommit } from './summary/sessionWork';

interface Scanned {
  readonly commit: string | null;
  readonly inventory: Uint8Array;
}

/**
 * How routes and data models differ between a scan of the commit on which a session's work began and one of a commit of
 * the session; `undefined` where there are no such scans, or where the commits between are not all of the session: then
 * nobody can say whose a difference is. Of what differs only that counts which lies in files that the session touched.
 */
export function readInventory(
  db: Database,
  projectId: string,
  commits: readonly WorkCommit[],
): InventoryChange | undefined {
  const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
  if (bySha.size === 0) return undefined;
  const scans = listScans(db, projectId);
  const after = scans.find(({ commit }) => commit !== null && bySha.has(commit));
  if (!after) return undefined;
  const before = scans.find((scan) => scan !== after && isBase(scan.commit, after.commit, bySha));
  if (!before) return undefined;
  const [old, now] = [unpackJson<Inventory>(before.inventory), unpackJson<Inventory>(after.inventory)];
  const { routes, models } = compareInventories(old, now);
  const touched = commits.flatMap(({ files }) => files.flatMap(({ path, oldPath }) => [path, oldPath ?? path]));
  const names = <T extends { readonly file: string }>(rows: readonly T[], name: (row: T) => string): string[] => [
    ...new Set(rows.filter((row) => isIn(row.file, touched)).map(name)),
  ];
  const routeName = ({ method, path }: Inventory['routes'][number]): string => `${method} ${path}`;
  const modelName = ({ name }: Inventory['models'][number]): string => name;
  const change = {
    routesAdded: names(routes.added, routeName),
    routesRemoved: names(routes.removed, routeName),
    modelsAdded: names(models.added, modelName),
    modelsRemoved: names(models.removed, modelName),
    modelsChanged: names(
      models.changed.map((one) => one.after),
      modelName,
    ),
  };
  return Object.values(change).every((list) => list.length === 0) ? undefined : change;
}

/** The last results and those that they replaced, the newest first. */
function listScans(db: Database, projectId: string): Scanned[] {
  const last = db.all<{ status: string; inventory: Uint8Array }>(
    'SELECT status, inventory FROM scan_results WHERE project_id = ?',
    [projectId],
  );
  const earlier = db.all<{ status: string; inventory: Uint8Array }>(
    'SELECT status, inventory FROM scan_snapshots WHERE project_id = ? ORDER BY id DESC',
    [projectId],
  );
  return [...last, ...earlier].map(({ status, inventory }) => {
    const { commit } = JSON.parse(status) as { commit: string | null };
    return { commit, inventory };
  });
}

/** Whether one gets from a commit of the session to this one by nothing but the session's own commits, none a merge. */
function isBase(base: string | null, from: string | null, bySha: ReadonlyMap<string, WorkCommit>): boolean {
  const seen = new Set<string>();
  for (let at = from; at !== null && !seen.has(at); ) {
    seen.add(at);
    const commit = bySha.get(at);
    const [parent = null, other] = commit?.parents ?? [];
    if (!commit || other !== undefined || parent === null) return false;
    if (parent === base) return true;
    at = parent;
  }
  return false;
}

/** Paths of the scanned folder and those of the repository may begin at different folders. */
function isIn(file: string, touched: readonly string[]): boolean {
  return touched.some((path) => path === file || path.endsWith(`/${file}`) || file.endsWith(`/${path}`));
}
