import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { EngineError } from '../../base/engineError';
import { sha256 } from '../../base/sha256';
import type { ExportManifest } from '../../shared/transfer';
import type { EventRow } from '../events/eventStore';
import { ChainWalk } from '../events/verifyChain';
import type { SqlRow, SqlValue } from '../storage/database';
import { toFileError } from '../storage/fileError';
import { dataFolder, manifestFile, readManifest } from './manifest';
import { isJson, readRow } from './rowJson';
import { type TransferTable, transferTables } from './transferTables';

export interface ProjectRows {
  readonly manifest: ExportManifest;
  readonly tables: ReadonlyMap<string, readonly SqlRow[]>;
}

/**
 * Reads an export and proves that it is whole: every file is the one that was written, every row belongs to the project,
 * the chain of events fits from the first to the last, and every long text is what its hash says. Throws `invalid`.
 */
export function readExport(folder: string, knownSchema: number): ProjectRows {
  if (!isAbsolute(folder)) throw altered('The folder must be absolute');
  const manifest = readManifest(readText(join(folder, manifestFile)));
  if (manifest.schemaVersion > knownSchema)
    throw new EngineError(
      'newerStore',
      'The export was written by a newer version of Contox. Update Contox to use it.',
    );
  const tables = new Map<string, SqlRow[]>();
  for (const table of transferTables) tables.set(table.name, readTable(folder, table, manifest));
  for (const table of transferTables) checkOwners(table, tables, manifest.projectId);
  checkChain(tables, manifest);
  checkBlobs(tables);
  return { manifest, tables };
}

function readTable(folder: string, { name, json = [], since = 0 }: TransferTable, manifest: ExportManifest): SqlRow[] {
  if (manifest.schemaVersion < since) return [];
  const file = `${dataFolder}/${name}.jsonl`;
  const text = readText(join(folder, file));
  if (sha256(text) !== manifest.hashes[name]) throw altered(`${file} was altered after it was exported`);
  return text
    .split('\n')
    .slice(0, -1)
    .map((line, index) => {
      const row = readRow(line);
      if (row && json.every((column) => isJson(row[column]))) return row;
      throw altered(`${file}, line ${index + 1}: is no row of this table`);
    });
}

/** A row that names another project, or a context of another one, would change what is not part of the export. */
function checkOwners(table: TransferTable, tables: ReadonlyMap<string, readonly SqlRow[]>, projectId: string): void {
  const { name, owner } = table;
  if (!owner) return;
  const owners =
    owner.of === 'project'
      ? new Set<SqlValue | undefined>([projectId])
      : new Set((tables.get(owner.of) ?? []).map((row) => row['id']));
  const sessions = new Set((tables.get('sessions') ?? []).map((row) => row['id']));
  const foreign = tables
    .get(name)
    ?.some((row) => !owners.has(row[owner.column]) || (row['session_id'] && !sessions.has(row['session_id'])));
  if (foreign) throw altered(`${name} holds a row that is not of this project`);
}

function checkChain(tables: ReadonlyMap<string, readonly SqlRow[]>, manifest: ExportManifest): void {
  const [chain, ...more] = tables.get('event_chains') ?? [];
  const { length, headHash } = manifest.chain;
  if (!chain || more.length > 0 || chain['length'] !== length || chain['head_hash'] !== headHash)
    throw altered('The log is not the one that was exported');
  const walk = new ChainWalk({
    id: manifest.projectId,
    projectId: manifest.projectId,
    length,
    headHash,
    lastRecordAt: 0,
  });
  for (const row of tables.get('events') ?? []) walk.check(toEventRow(row));
  const brokenAt = walk.findBreak();
  if (brokenAt !== undefined) throw altered(`The log was altered at ${brokenAt}`);
}

function toEventRow(row: SqlRow): EventRow {
  return {
    seq: 0,
    id: row['id'],
    chainId: row['chain_id'],
    chainSeq: row['chain_seq'],
    eventType: row['event_type'],
    eventTime: row['event_time'],
    recordTime: row['record_time'],
    source: row['source'],
    authority: row['authority'],
    idempotencyKey: row['idempotency_key'],
    payload: row['payload'],
    entityRefs: row['entity_refs'],
    salt: row['salt'],
    payloadHash: row['payload_hash'],
    prevHash: row['prev_hash'],
    hash: row['hash'],
  } as EventRow;
}

function checkBlobs(tables: ReadonlyMap<string, readonly SqlRow[]>): void {
  for (const { hash, data } of tables.get('blobs') ?? [])
    if (!(data instanceof Uint8Array) || hashOf(data) !== hash) throw altered('A long text was altered');
}

function hashOf(data: Uint8Array): string | undefined {
  try {
    return sha256(inflateRawSync(data, { maxOutputLength: 64_000_000 }).toString('utf8'));
  } catch {
    // Not deflated: no text has this hash.
    return undefined;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw altered(`${path} is missing: this is no whole export of a project`);
    throw toFileError(error, path);
  }
}

function altered(message: string): EngineError {
  return new EngineError('invalid', message, { details: [{ path: 'folder', message }] });
}
