import { EngineError } from '../../base/engineError';
import type { ProjectImported } from '../../shared/spine';
import type { EntityRef } from '../../shared/store';
import type { EngineParts } from '../engineParts';
import { EntityStore } from '../events/entityStore';
import { ensureLocalOwner } from '../projects/members/addOwner';
import { MemberStore } from '../projects/members/memberStore';
import type { SqlRow, SqlValue } from '../storage/database';
import type { ProjectRows } from './readExport';

/**
 * Puts an export that was proved whole into the store, under the same ids, states and times. Where the user of this machine
 * is no member, they become an admin: else nobody here could reach the project.
 */
export function importProject(parts: EngineParts, rows: ProjectRows): ProjectImported {
  const { projectId, name } = rows.manifest;
  if (parts.db.get('SELECT 1 FROM projects WHERE id = ?', [projectId]))
    throw new EngineError('conflict', 'The project is here already; delete it first to put the export in its place');
  parts.runner.touch(projectId);
  new ProjectImport(parts, rows).write();
  parts.events.append({
    projectId,
    type: 'project.imported',
    source: 'person',
    payload: { projectId, exportedAt: rows.manifest.exportedAt },
  });
  parts.emit({ kind: 'projects' });
  return { projectId, name, counts: rows.manifest.counts };
}

class ProjectImport {
  private readonly columns = new Map<string, ReadonlySet<string>>();
  /** Numbers in this store by those in the export. */
  private readonly eventSeqs = new Map<SqlValue | undefined, number>();
  private readonly entrySeqs = new Map<SqlValue | undefined, number>();
  private readonly userIds = new Map<SqlValue | undefined, string>();

  constructor(
    private readonly parts: EngineParts,
    private readonly rows: ProjectRows,
  ) {}

  write(): void {
    this.addAll('projects', (row) => ({ ...row, local_path: null }));
    this.addMembers();
    this.addAll('event_chains', (row) => ({ ...row, project_id: this.rows.manifest.projectId }));
    this.addEvents();
    this.addAll('blobs');
    this.addAll('blob_refs', (row) => ({ ...row, event_seq: this.eventSeq(row) }));
    this.addContexts();
    for (const table of ['context_links', 'sessions', 'session_cuts'] as const) this.addAll(table);
    this.addAll('session_events', (row) => ({ ...row, event_seq: this.eventSeq(row) }));
    this.addAll('session_moves', (row) => ({ ...row, project_id: this.rows.manifest.projectId }));
    for (const table of ['jobs', 'items', 'scans', 'scan_results', 'findings', 'finding_identities'] as const)
      this.addAll(table);
  }

  /** A user whose address is known here is that user. */
  private addMembers(): void {
    const { db, ports } = this.parts;
    const members = new MemberStore(db);
    const now = ports.clock.now();
    for (const row of this.table('users')) {
      const known = members.findUser(String(row['email']))?.id;
      this.userIds.set(row['id'], known ?? String(row['id']));
      if (known === undefined) this.add('users', row);
    }
    this.addAll('members', (row) => ({ ...row, user_id: this.userIds.get(row['user_id']) ?? null }));
    const owner = ensureLocalOwner({ members, ports }, now);
    if (!members.find(this.rows.manifest.projectId, owner))
      members.add(this.rows.manifest.projectId, owner, 'admin', now);
  }

  private addEvents(): void {
    const { db } = this.parts;
    const { projectId } = this.rows.manifest;
    const entities = new EntityStore(db);
    for (const row of this.table('events')) {
      this.add('events', row);
      const seq = this.lastRowId();
      this.eventSeqs.set(row['chain_seq'], seq);
      const refs = row['entity_refs'] === null ? [] : (JSON.parse(String(row['entity_refs'])) as EntityRef[]);
      entities.link(projectId, seq, Number(row['record_time']), refs);
    }
    for (const row of this.table('entities'))
      db.run(
        `UPDATE entities SET first_seen_at = ?, last_seen_at = ?
         WHERE chain_id = ? AND entity_type = ? AND external_id = ?`,
        [row['first_seen_at'], row['last_seen_at'], projectId, row['entity_type'], row['external_id']].map(orNull),
      );
  }

  /** Parents first; the numbers of compactions are known when the entries are in. */
  private addContexts(): void {
    for (const row of parentsFirst(this.table('contexts'))) this.add('contexts', { ...row, block_seq: null });
    for (const { seq, ...row } of this.table('context_entries')) {
      this.add('context_entries', row);
      this.entrySeqs.set(orNull(seq), this.lastRowId());
    }
    const blockSeq = (row: SqlRow): number | null => this.entrySeqs.get(row['block_seq']) ?? null;
    for (const row of this.table('contexts'))
      if (blockSeq(row) !== null)
        this.parts.db.run('UPDATE contexts SET block_seq = ? WHERE id = ?', [blockSeq(row), orNull(row['id'])]);
    this.addAll('context_versions', (row) => ({ ...row, block_seq: blockSeq(row) }));
  }

  private eventSeq(row: SqlRow): number {
    const seq = this.eventSeqs.get(row['event_seq']);
    if (seq === undefined) throw new EngineError('invalid', 'The export names an event that it does not hold');
    return seq;
  }

  private table(name: string): readonly SqlRow[] {
    return this.rows.tables.get(name) ?? [];
  }

  private addAll(name: string, change: (row: SqlRow) => SqlRow = (row) => row): void {
    for (const row of this.table(name)) this.add(name, change(row));
  }

  /** Only columns that the table has: their names come from a file. */
  private add(table: string, row: SqlRow): void {
    const known = this.columnsOf(table);
    const names = Object.keys(row);
    const unknown = names.find((column) => !known.has(column));
    if (unknown !== undefined) throw new EngineError('invalid', `${table} has no column of the name in the export`);
    this.parts.db.run(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      names.map((column) => orNull(row[column])),
    );
  }

  private columnsOf(table: string): ReadonlySet<string> {
    const known =
      this.columns.get(table) ??
      new Set(
        this.parts.db.all<{ name: string }>('SELECT name FROM pragma_table_info(?)', [table]).map((row) => row.name),
      );
    this.columns.set(table, known);
    return known;
  }

  private lastRowId(): number {
    return this.parts.db.get<{ id: number }>('SELECT last_insert_rowid() AS id')?.id ?? 0;
  }
}

function parentsFirst(rows: readonly SqlRow[]): SqlRow[] {
  const ordered: SqlRow[] = [];
  const placed = new Set<SqlValue | undefined>([null]);
  for (let waiting = [...rows]; waiting.length > 0; ) {
    const ready = waiting.filter((row) => placed.has(row['parent_id']));
    if (ready.length === 0) throw new EngineError('invalid', 'The export holds contexts without their parents');
    for (const row of ready) placed.add(row['id']);
    ordered.push(...ready);
    waiting = waiting.filter((row) => !placed.has(row['id']));
  }
  return ordered;
}

const orNull = (value: SqlValue | undefined): SqlValue => value ?? null;
