import { EngineError } from '../../../base/engineError';
import type { CompareScans, ScanDiff } from '../../../shared/scanDiff';
import { resolveCommit } from '../../git/repository';
import type { ScanParts } from '../scans/runningScan';
import { compareFindings } from './compareFindings';
import { compareInventories } from './compareInventories';
import { diffMarkdown } from './diffMarkdown';
import { nameClosers } from './nameClosers';
import { scanCommit } from './scanCommit';
import type { ScanSnapshot } from './scanSnapshot';
import { listFindings, SnapshotStore } from './snapshotStore';

/** What changed from a branch, a tag, a commit or the scan before to the project's last scan. */
export async function compareScans(parts: ScanParts, params: CompareScans, signal?: AbortSignal): Promise<ScanDiff> {
  const { projectId, base: ref } = params;
  const { name, localPath } = parts.projects.get(projectId);
  const head = findHead(parts, projectId);
  const base =
    ref === undefined
      ? findPrevious(parts, projectId)
      : await scanRef(parts, { ...params, name, localPath, ref, signal });
  const { closed, ...others } = compareFindings(base.findings, head.findings);
  const place = { root: localPath ?? '', base: base.side, head: head.side, signal };
  const diff = {
    base: base.side,
    head: head.side,
    ...compareInventories(base.inventory, head.inventory),
    findings: { ...others, closed: localPath === null ? closed : await nameClosers(closed, place) },
  };
  return { ...diff, markdown: diffMarkdown(diff) };
}

function findHead(parts: ScanParts, projectId: string): ScanSnapshot {
  const known = parts.results.find(projectId);
  if (known === undefined) throw new EngineError('notFound', 'No scan found');
  const { branch, commit, completedAt, startedAt } = known.status;
  return {
    side: { branch, commit, scannedAt: completedAt ?? startedAt },
    findings: listFindings(parts.db, known.findingsOf),
    inventory: parts.results.findInventory(projectId),
  };
}

function findPrevious(parts: ScanParts, projectId: string): ScanSnapshot {
  const snapshot = new SnapshotStore(parts.db).findLatest(projectId);
  if (snapshot !== undefined) return snapshot;
  throw new EngineError('notFound', 'There is no earlier scan with other results to compare with.');
}

interface RefScan extends CompareScans {
  readonly name: string;
  readonly localPath: string | null;
  readonly ref: string;
  readonly signal: AbortSignal | undefined;
}

async function scanRef(parts: ScanParts, scan: RefScan): Promise<ScanSnapshot> {
  const { localPath: root, ref, signal = new AbortController().signal } = scan;
  if (root === null)
    throw new EngineError('invalid', 'The project has no folder on this machine. Set its localPath to scan it.');
  const commit = await resolveCommit(ref, { cwd: root, signal });
  if (commit === undefined) throw new EngineError('notFound', `${ref} is no branch, tag or commit of this repository.`);
  return scanCommit(parts, { ...scan, root, commit, signal });
}
