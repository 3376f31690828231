import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openContents } from '../../../src/engine/genesis/work/readContent';
import { writeFiles } from '../../support/gitFolder';

const toRead = (path: string) => ({ path, bytes: 0, hash: '' });

describe('contents of a folder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'contox-content-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are read whole, or from the beginning as far as is wanted', async () => {
    writeFiles(folder, { 'long.js': 'x'.repeat(50_000), 'short.js': 'ab' });
    const read = await openContents({ kind: 'folder', root: folder }, [], () => 12_000);
    const lengthOf = (path: string): number => {
      const content = read(toRead(path));
      return 'bytes' in content ? content.bytes.length : -1;
    };
    assert.deepEqual(['long.js', 'short.js', 'gone.js'].map(lengthOf), [12_000, 2, -1]);
    const whole = await openContents({ kind: 'folder', root: folder }, []);
    const content = whole(toRead('long.js'));
    assert.ok('bytes' in content && content.bytes.length === 50_000);
  });
});
