import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../architecture/sources';
import { makeGitFolder } from '../support/gitFolder';
import { buildProgram } from './support/serveProcess';

describe('the examples of the README', function () {
  this.timeout(60_000);
  let base: string;
  before(async () => {
    base = realpathSync(mkdtempSync(join(tmpdir(), 'contox-readme-')));
    makeGitFolder(base, { 'index.js': 'export const one = 1;\n', '.gitignore': 'dist\ndata\n' });
    await buildProgram(join(base, 'dist'));
  });
  after(() => rmSync(base, { recursive: true, force: true }));

  it('work as they stand, one after the other', () => {
    const section =
      /\n### API\n([\s\S]*?)\n### /.exec(readFileSync(join(repositoryRoot, 'README.md'), 'utf8'))?.[1] ?? '';
    const blocks = [...section.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text = '']) => text);
    assert.ok(blocks.length >= 5, `${blocks.length} blocks`);
    const stop = /`(kill "\$\([^`]+)`/.exec(section)?.[1];
    assert.ok(stop, 'the README says how to stop the server');
    const script = `set -eo pipefail\ntrap '${stop}' EXIT\n${blocks.map((block) => `${block}\necho\n`).join('')}`;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
      cwd: base,
      encoding: 'utf8',
      env: { ...process.env, CONTOX_DATA_DIR: join(base, 'data') },
      timeout: 50_000,
    });
    assert.equal(status, 0, `${stdout}\n${stderr}`);
    for (const said of [
      /"schemaKey":"root\/architecture\/auth"/,
      /### Authentication `root\/architecture\/auth`/,
      /"kind":"context"[^\n]*"highlights"/,
      /"eventId":"evt_/,
      /"scanId":"scan_/,
      /"event_type":"ci\.deployed"/,
    ])
      assert.match(stdout, said);
  });
});
