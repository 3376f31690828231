import type { ScanOverview, ScanStatus, Technology } from '../../../shared/genesis';
import { emptyInventory, type Inventory } from '../../../shared/inventory';
import type { Database } from '../../storage/database';
import { packJson, unpackJson } from './blobs';

export interface StoredResults {
  /** The scan whose findings count. */
  readonly findingsOf: string;
  /** The scan that came to these conclusions last. */
  readonly status: ScanStatus;
  readonly digest: string;
  readonly techStack: readonly Technology[];
  readonly overview: ScanOverview;
}

export interface NewResults extends StoredResults {
  readonly projectId: string;
  /** JSON, deflated. */
  readonly inventory: Uint8Array;
}

interface ResultRow {
  readonly findingsOf: string;
  readonly status: string;
  readonly digest: string;
  readonly techStack: string;
  readonly overview: Uint8Array;
}

export const noOverview: ScanOverview = {
  languages: [],
  filesListed: 0,
  linesAnalyzed: 0,
  skipped: {},
  skippedFiles: [],
  problems: [],
};

/** What each project's last results are. */
export class ResultStore {
  constructor(private readonly db: Database) {}

  put(results: NewResults): void {
    this.db.run(
      `INSERT OR REPLACE INTO scan_results (project_id, findings_of, status, digest, tech_stack, overview, inventory)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [
        results.projectId,
        results.findingsOf,
        JSON.stringify(results.status),
        results.digest,
        JSON.stringify(results.techStack),
        packJson(results.overview),
        results.inventory,
      ],
    );
  }

  /** The same conclusions, reached again by a later scan. */
  confirm(projectId: string, status: ScanStatus): void {
    this.db.run('UPDATE scan_results SET status = ? WHERE project_id = ?', [JSON.stringify(status), projectId]);
  }

  find(projectId: string): StoredResults | undefined {
    const row = this.db.get<ResultRow>(
      `SELECT findings_of AS findingsOf, status, digest, tech_stack AS techStack, overview
         FROM scan_results WHERE project_id = ?`,
      [projectId],
    );
    if (row === undefined) return undefined;
    return {
      findingsOf: row.findingsOf,
      status: JSON.parse(row.status) as ScanStatus,
      digest: row.digest,
      techStack: JSON.parse(row.techStack) as Technology[],
      overview: unpackJson<ScanOverview>(row.overview),
    };
  }

  /** Without unpacking the rest. */
  findKeys(projectId: string): { readonly findingsOf: string; readonly digest: string } | undefined {
    return this.db.get('SELECT findings_of AS findingsOf, digest FROM scan_results WHERE project_id = ?', [projectId]);
  }

  findInventory(projectId: string): Inventory {
    const bytes = this.findPackedInventory(projectId);
    return bytes === undefined ? emptyInventory() : unpackJson<Inventory>(bytes);
  }

  findPackedInventory(projectId: string): Uint8Array | undefined {
    const query = 'SELECT inventory FROM scan_results WHERE project_id = ?';
    return this.db.get<{ inventory: Uint8Array }>(query, [projectId])?.inventory;
  }
}
