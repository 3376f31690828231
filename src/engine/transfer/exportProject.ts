import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { EngineError } from '../../base/engineError';
import type { ContextEntry } from '../../shared/context';
import type { ProjectExported } from '../../shared/spine';
import type { ExportManifest } from '../../shared/transfer';
import { EntryStore, toEntry } from '../contexts/journal/entryStore';
import { ContextStore } from '../contexts/store/contextStore';
import { EventStore } from '../events/eventStore';
import { ItemStore, toItem } from '../items/itemStore';
import { ProjectStore } from '../projects/projectStore';
import type { Database } from '../storage/database';
import { toFileError } from '../storage/fileError';
import { readSchemaVersion } from '../storage/migrator';
import { visitRows } from '../storage/snapshot/visitRows';
import { contextPage, contextPath, itemsPage } from './exportMarkdown';
import { dataFolder, formatVersion, manifestFile } from './manifest';
import { writeRow } from './rowJson';
import { type TransferTable, transferTables } from './transferTables';

/** Where a project is exported from. */
export interface ExportSource {
  /** A copy of the store that nobody writes to. */
  readonly db: Database;
  readonly now: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes a project into an empty folder: pages of Markdown for people, and every row as JSON for the way back. All of it is
 * of one instant, and others have their turns meanwhile. The folder is there as a whole or not at all.
 */
export async function exportProject(source: ExportSource, projectId: string, folder: string): Promise<ProjectExported> {
  if (!isAbsolute(folder)) throw refuse('must be absolute');
  const draft = `${folder}.${process.pid}.new`;
  try {
    if (fs.existsSync(folder) && fs.readdirSync(folder).length > 0) throw refuse('must be empty');
    fs.mkdirSync(dirname(folder), { recursive: true });
    fs.rmSync(draft, { recursive: true, force: true });
    fs.mkdirSync(join(draft, dataFolder), { recursive: true, mode: 0o700 });
    const exported = await new ProjectExport(source, projectId, draft).write();
    fs.rmSync(folder, { recursive: true, force: true });
    fs.renameSync(draft, folder);
    return { ...exported, folder };
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true });
    throw error instanceof EngineError ? error : toFileError(error, folder);
  }
}

class ProjectExport {
  private files = 0;
  private readonly counts: Record<string, number> = {};
  private readonly hashes: Record<string, string> = {};
  /** Number of an entry in its export, by its number in the store. */
  private readonly entryNumbers = new Map<number, number>();

  constructor(
    private readonly source: ExportSource,
    private readonly projectId: string,
    private readonly folder: string,
  ) {}

  async write(): Promise<Omit<ProjectExported, 'folder'>> {
    const { db, now } = this.source;
    db.all<{ seq: number }>(
      `SELECT e.seq FROM context_entries e JOIN contexts c ON c.id = e.context_id WHERE c.project_id = ? ORDER BY e.seq`,
      [this.projectId],
    ).forEach(({ seq }, index) => {
      this.entryNumbers.set(seq, index + 1);
    });
    for (const table of transferTables) await this.writeTable(table);
    await this.writePages();
    const head = new EventStore(db).findChain(this.projectId);
    const manifest: ExportManifest = {
      format: 'contox-project',
      version: formatVersion,
      schemaVersion: readSchemaVersion(db),
      projectId: this.projectId,
      name: new ProjectStore(db).findStatus(this.projectId)?.name ?? '',
      exportedAt: new Date(now).toISOString(),
      counts: this.counts,
      hashes: this.hashes,
      chain: { length: head?.length ?? 0, headHash: head?.headHash ?? '' },
    };
    this.put(manifestFile, `${JSON.stringify(manifest, undefined, 2)}\n`);
    return { projectId: this.projectId, files: this.files, counts: this.counts };
  }

  private async writeTable({ name, select, without = [] }: TransferTable): Promise<void> {
    const { db, signal } = this.source;
    const fd = fs.openSync(join(this.folder, dataFolder, `${name}.jsonl`), 'wx', 0o600);
    const hash = createHash('sha256');
    let count = 0;
    try {
      await visitRows(db, { sql: select, values: [this.projectId], signal }, (row) => {
        const kept = Object.entries(this.renumber(name, row)).filter(([column]) => !without.includes(column));
        const line = `${writeRow(Object.fromEntries(kept))}\n`;
        hash.update(line);
        fs.writeSync(fd, line);
        count++;
      });
    } finally {
      fs.closeSync(fd);
    }
    this.files++;
    this.counts[name] = count;
    this.hashes[name] = hash.digest('hex');
  }

  private renumber(table: string, row: Readonly<Record<string, string | number | null | Uint8Array>>) {
    const numberOf = (seq: unknown): number | null =>
      typeof seq === 'number' ? (this.entryNumbers.get(seq) ?? null) : null;
    if (table === 'context_entries') return { ...row, seq: numberOf(row['seq']) };
    if (table === 'contexts' || table === 'context_versions') return { ...row, block_seq: numberOf(row['block_seq']) };
    return row;
  }

  private async writePages(): Promise<void> {
    const { db, signal } = this.source;
    const contexts = new ContextStore(db);
    const entries = new EntryStore(db);
    const sql = 'SELECT id FROM contexts WHERE project_id = ?';
    await visitRows(db, { sql, values: [this.projectId], signal }, ({ id }) => {
      const row = contexts.find(String(id));
      if (!row) return;
      const journal: ContextEntry[] = entries.listLive(row.id, row.blockSeq).map(toEntry);
      this.put(contextPath(row.schemaKey), contextPage(row, journal));
    });
    const items = new ItemStore(db).list([{ sql: 'project_id = ?', values: [this.projectId] }], -1).map(toItem);
    if (items.length > 0) this.put('items.md', itemsPage(items));
  }

  private put(path: string, text: string): void {
    const file = join(this.folder, path);
    fs.mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    fs.writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
    this.files++;
  }
}

function refuse(message: string): EngineError {
  return new EngineError('invalid', `The folder ${message}`, { details: [{ path: 'folder', message }] });
}
