import type { SinkConfig, SinkKind } from '../../../shared/delivery';
import type { Database } from '../../storage/database';

/** What went wrong and what to do about it; `at` in milliseconds. */
export interface Failure {
  readonly message: string;
  readonly cure: string;
  readonly at: number;
}

export interface SinkRow {
  readonly kind: SinkKind;
  readonly url: string;
  readonly dryRun: boolean;
  readonly anonymize: boolean;
  /** Failures in a row that concern the server as a whole. */
  readonly failures: number;
  readonly waitUntil: number | null;
  readonly refused: Failure | null;
  readonly lastError: Failure | null;
  readonly lastDeliveredAt: number | null;
  /** Seconds by which the server's clock is ahead of this machine's. */
  readonly clockOffset: number;
}

export interface SinkProject {
  readonly projectId: string;
  readonly remoteId: string;
  readonly refused: Failure | null;
}

type StoredSink = Record<'kind' | 'url', string> &
  Record<'dryRun' | 'anonymize' | 'failures' | 'clockOffset', number> &
  Record<'waitUntil' | 'lastDeliveredAt', number | null> &
  Record<'refused' | 'lastError', string | null>;

const columns = `kind, url, dry_run AS dryRun, anonymize, failures, wait_until AS waitUntil, refused,
  last_error AS lastError, last_delivered_at AS lastDeliveredAt, clock_offset AS clockOffset`;

/** SQL of the servers: how they are configured, without secrets, and how they stand. */
export class SinkStore {
  constructor(private readonly db: Database) {}

  find(kind: SinkKind): SinkRow | undefined {
    const row = this.db.get<StoredSink>(`SELECT ${columns} FROM delivery_sinks WHERE kind = ?`, [kind]);
    return row && toSink(row);
  }

  list(): SinkRow[] {
    return this.db.all<StoredSink>(`SELECT ${columns} FROM delivery_sinks ORDER BY kind`).map(toSink);
  }

  /** How a server stands is kept for as long as its address is the same. */
  put({ kind, url, dryRun, anonymize }: Required<Omit<SinkConfig, 'projects'>>): void {
    const known = this.find(kind);
    if (known && known.url !== url) this.db.run('DELETE FROM delivery_sinks WHERE kind = ?', [kind]);
    this.db.run(
      `INSERT INTO delivery_sinks (kind, url, dry_run, anonymize) VALUES (?, ?, ?, ?)
       ON CONFLICT (kind) DO UPDATE SET dry_run = excluded.dry_run, anonymize = excluded.anonymize`,
      [kind, url, Number(dryRun), Number(anonymize)],
    );
  }

  delete(kind: SinkKind): void {
    this.db.run('DELETE FROM delivery_sinks WHERE kind = ?', [kind]);
  }

  update(kind: SinkKind, row: Pick<SinkRow, 'failures' | 'waitUntil' | 'refused' | 'lastError' | 'clockOffset'>): void {
    const { failures, waitUntil, refused, lastError, clockOffset } = row;
    this.db.run(
      `UPDATE delivery_sinks SET failures = ?, wait_until = ?, refused = ?, last_error = ?, clock_offset = ?
       WHERE kind = ?`,
      [failures, waitUntil, toJson(refused), toJson(lastError), clockOffset, kind],
    );
  }

  noteDelivered(kind: SinkKind, at: number): void {
    this.db.run('UPDATE delivery_sinks SET last_delivered_at = ? WHERE kind = ?', [at, kind]);
  }

  projectsOf(kind: SinkKind): SinkProject[] {
    return this.db
      .all<{ projectId: string; remoteId: string; refused: string | null }>(
        `SELECT project_id AS projectId, remote_id AS remoteId, refused FROM delivery_projects
         WHERE sink = ? ORDER BY project_id`,
        [kind],
      )
      .map((row) => ({ ...row, refused: toFailure(row.refused) }));
  }

  /** The servers that take a project. */
  takersOf(projectId: string): SinkKind[] {
    return this.db
      .all<{ sink: SinkKind }>('SELECT sink FROM delivery_projects WHERE project_id = ? ORDER BY sink', [projectId])
      .map(({ sink }) => sink);
  }

  /** A refusal stays where the project is called as before. */
  setProjects(kind: SinkKind, projects: SinkConfig['projects']): void {
    const before = new Map(this.projectsOf(kind).map((project) => [project.projectId, project]));
    this.db.run('DELETE FROM delivery_projects WHERE sink = ?', [kind]);
    for (const { projectId, remoteId } of projects) {
      const known = before.get(projectId);
      const refused = known?.remoteId === remoteId ? known.refused : null;
      this.db.run(
        'INSERT OR REPLACE INTO delivery_projects (project_id, sink, remote_id, refused) VALUES (?, ?, ?, ?)',
        [projectId, kind, remoteId, toJson(refused)],
      );
    }
  }

  refuseProject(kind: SinkKind, projectId: string, refused: Failure | null): void {
    this.db.run('UPDATE delivery_projects SET refused = ? WHERE sink = ? AND project_id = ?', [
      toJson(refused),
      kind,
      projectId,
    ]);
  }
}

function toSink(row: StoredSink): SinkRow {
  return {
    ...row,
    kind: row.kind as SinkKind,
    dryRun: row.dryRun === 1,
    anonymize: row.anonymize === 1,
    refused: toFailure(row.refused),
    lastError: toFailure(row.lastError),
  };
}

const toJson = (failure: Failure | null): string | null => (failure === null ? null : JSON.stringify(failure));
const toFailure = (json: string | null): Failure | null => (json === null ? null : (JSON.parse(json) as Failure));
