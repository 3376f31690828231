import * as fs from 'node:fs';
import { EngineError } from '../../base/engineError';
import { toFileError } from './fileError';
import type { FileAccess } from './sqlJs/fileAccess';
import { createFileSource } from './sqlJs/fileSource';
import type { SqlJs } from './sqlJs/loadSqlJs';
import type { NodeVfs } from './sqlJs/nodeVfs';
import { SqlJsDatabase } from './sqlJs/sqlJsDatabase';

const header = 'SQLite format 3\0';

/**
 * Writes a scratch database, closes it, looks at the real file, opens it again and reads: a build of sql.js whose inner
 * layout only looks right must not get hold of the store. Throws what is wrong; `full` and `readOnly` are the disk's.
 */
export function selfTest(sqlJs: SqlJs, vfs: NodeVfs, path: string, access: FileAccess): void {
  // The calls are tested and not the disk: waiting for it a dozen times would show at every start.
  const hasty: FileAccess = { ...access, sync: () => undefined, syncFolder: () => undefined };
  const open = (): SqlJsDatabase => new SqlJsDatabase(createFileSource(sqlJs, vfs, { path, access: hasty }));
  const text = `written at ${path}`;
  try {
    removeScratch(path);
    const first = open();
    first.transaction(() => {
      first.exec('CREATE TABLE probe(text TEXT)');
      first.run('INSERT INTO probe VALUES(?)', [text]);
    });
    first.close();
    if (fs.readFileSync(path).toString('latin1', 0, header.length) !== header) throw misfit('nothing was written');
    const second = open();
    const read = second.get<{ text: string }>('SELECT text FROM probe')?.text;
    second.close();
    if (read !== text) throw misfit('what was read is not what was written');
  } catch (error) {
    throw toFileError(error, path);
  } finally {
    removeScratch(path);
  }
}

function misfit(what: string): EngineError {
  return new EngineError('unsupported', `The file layer under sql.js does not work: ${what}.`);
}

function removeScratch(path: string): void {
  for (const suffix of ['', '-wal', '-journal']) fs.rmSync(path + suffix, { force: true });
}
