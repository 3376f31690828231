import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bundle, bundle, wasmDir } from '../../../torture/bundle';
import { startChild } from '../../../torture/childLines';
import { openEngineIn } from '../../rpc/engineOn';
import { sh } from './captureBench';

describe('a process that captures and is killed', () => {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'contox-killed-')));
  let program: Bundle;
  before(async function () {
    this.timeout(60_000);
    program = await bundle('captureChild.ts');
  });
  after(() => {
    program.dispose();
    rmSync(base, { recursive: true, force: true });
  });

  it('loses no commit and takes none twice', async () => {
    const [root, dataDir] = [join(base, 'repo'), join(base, 'data')];
    mkdirSync(root);
    sh(root, 'git init -q -b main .; git config user.name Me; git config user.email me@example.invalid; c start');
    const first = await openEngineIn(dataDir);
    const { id: projectId } = await first.createProject({ name: 'P', localPath: root });
    await first.captureRepository({ projectId, root });
    first.dispose();
    const kills = 6;
    for (let kill = 0; kill < kills; kill++) {
      const errors: string[] = [];
      let rounds = 0;
      const child = startChild(program.file, [dataDir, wasmDir, projectId, root], (line) => {
        if (line.startsWith('error')) errors.push(line);
        // The commits come while it captures; it is killed in the middle of what it makes of them.
        if (++rounds === 1) sh(root, `for n in a b c d e f; do c "${kill}$n"; done`);
        if (rounds === 2 + kill) child.kill();
      });
      await child.gone;
      assert.deepEqual(errors, []);
    }
    const engine = await openEngineIn(dataDir);
    await engine.captureRepository({ projectId, root });
    const { items } = await engine.listEvents({ projectId, eventType: 'git.commit.created', limit: 200 });
    assert.deepEqual(
      items.map((event) => String(event.payload['subject'])).sort(),
      Array.from({ length: kills }, (_, kill) => ['a', 'b', 'c', 'd', 'e', 'f'].map((n) => `${kill}${n}`)).flat(),
    );
    assert.equal((await engine.verifyEvents({ projectId })).ok, true);
    engine.dispose();
  }).timeout(120_000);
});
