import type { Inventory } from '../../../shared/inventory';
import type { FindingChange, ScanSide } from '../../../shared/scanDiff';
import type { Database } from '../../storage/database';
import { packJson, unpackJson } from '../scans/blobs';
import type { ScanSnapshot } from './scanSnapshot';

/** Results that later ones replaced; so many of a project are kept. */
const kept = 3;

interface FindingRow {
  readonly identity: string;
  readonly layer: FindingChange['layer'];
  readonly rule: string;
  readonly title: string;
  readonly importance: number;
  readonly evidence: string;
}

/** The findings of a scan as one compares them. */
export function listFindings(db: Database, scanId: string): FindingChange[] {
  const query =
    'SELECT identity, layer, rule, title, importance, evidence FROM findings WHERE scan_id = ? ORDER BY row';
  return db.all<FindingRow>(query, [scanId]).map(({ evidence, ...row }) => {
    const [first] = JSON.parse(evidence) as { path: string; startLine: number }[];
    return { ...row, path: first?.path ?? '', line: first?.startLine ?? 1 };
  });
}

/** What the scans before the last one came to. */
export class SnapshotStore {
  constructor(private readonly db: Database) {}

  /** Keeps the results that are about to be replaced; call it in the transaction that replaces them. */
  keep(projectId: string): void {
    const row = this.db.get<{ findingsOf: string; status: string; inventory: Uint8Array }>(
      'SELECT findings_of AS findingsOf, status, inventory FROM scan_results WHERE project_id = ?',
      [projectId],
    );
    if (row === undefined) return;
    this.db.run('INSERT INTO scan_snapshots (project_id, status, findings, inventory) VALUES (?, ?, ?, ?)', [
      projectId,
      row.status,
      packJson(listFindings(this.db, row.findingsOf)),
      row.inventory,
    ]);
    this.db.run(
      `DELETE FROM scan_snapshots WHERE project_id = ?1 AND id NOT IN
         (SELECT id FROM scan_snapshots WHERE project_id = ?1 ORDER BY id DESC LIMIT ${kept})`,
      [projectId],
    );
  }

  findLatest(projectId: string): ScanSnapshot | undefined {
    const row = this.db.get<{ status: string; findings: Uint8Array; inventory: Uint8Array }>(
      'SELECT status, findings, inventory FROM scan_snapshots WHERE project_id = ? ORDER BY id DESC LIMIT 1',
      [projectId],
    );
    if (row === undefined) return undefined;
    return {
      side: sideOf(row.status),
      findings: unpackJson<FindingChange[]>(row.findings),
      inventory: unpackJson<Inventory>(row.inventory),
    };
  }
}

/** `status` is the JSON of a scan's status. */
function sideOf(status: string): ScanSide {
  const { branch, commit, completedAt, startedAt } = JSON.parse(status) as {
    branch: string | null;
    commit: string | null;
    completedAt: string | null;
    startedAt: string;
  };
  return { branch, commit, scannedAt: completedAt ?? startedAt };
}
