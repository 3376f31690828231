import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { main } from '../../../src/cli/main';
import type { HistoryDigest } from '../../../src/shared/capture';
import type { SessionSave } from '../../../src/shared/ingest';
import type { Session } from '../../../src/shared/session';
import { git, makeGitFolder, writeFiles } from '../../support/gitFolder';

function collector() {
  const stream = Object.assign(new PassThrough(), { isTTY: false });
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { stream, text: () => Buffer.concat(chunks).toString() };
}

describe('sessions on the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'contox-digest-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const [out, err] = [collector(), collector()];
    const streams = { stdout: out.stream, stderr: err.stream, signal: new AbortController().signal, distDir: '' };
    const code = await main([...args, '--data', join(folder, 'data')], streams);
    return { code, out: out.text(), err: err.text() };
  }
  async function json<T>(...args: string[]): Promise<T> {
    const { code, out, err } = await run(...args, '--json');
    assert.equal(code, 0, err);
    return JSON.parse(out) as T;
  }

  it('are made of the past, shown, merged, written and deleted', async () => {
    const repository = makeGitFolder(join(folder, 'shop'), { 'README.md': 'x' });
    git(repository, 'config', 'user.email', 'test@example.invalid');
    for (const [minutes, subject] of [
      [600, 'feat: add a cart'],
      [300, 'Revert "feat: add a cart"'],
    ] as const) {
      writeFiles(repository, { 'src/cart.ts': `${minutes}` });
      git(repository, 'add', '.');
      const date = new Date(Date.now() - minutes * 60_000).toISOString();
      git(repository, 'commit', '-q', '-m', subject, `--date=${date}`);
    }
    const digest = await json<HistoryDigest>('digest', repository, '--months', '1');
    assert.deepEqual([digest.commits, digest.sessions, digest.decisions.length], [3, 3, 1]);
    const told = await run('digest', repository);
    assert.match(told.out, /0 new commits of yours[\s\S]*Draft decisions:\nitem_\w+ {2}[0-9a-f]{10} {2}Revert/);
    const sessions = await json<Session[]>('sessions');
    const [revert, cart] = sessions.filter((one) => one.status === 'completed');
    assert.deepEqual([revert?.title, cart?.title], ['Revert "feat: add a cart"', 'Add a cart']);
    assert.match((await run('sessions')).out, /1 commit +Add a cart/);

    const merged = await json<Session>('sessions', 'merge', revert?.id ?? '', cart?.id ?? '');
    assert.deepEqual([merged.id, merged.commits], [cart?.id, 2]);
    const draft = await json<SessionSave>('sessions', 'draft', merged.id);
    assert.deepEqual(
      draft.changes.map((one) => one.category),
      ['implementation', 'decisions'],
    );
    assert.match((await run('sessions', 'draft', merged.id)).out, /decisions {7}Revert/);
    const words = join(folder, 'words.json');
    writeFileSync(words, JSON.stringify({ ...draft, summary: 'Tried a cart.' }));
    assert.equal((await run('sessions', 'save', merged.id, '--file', words)).out, 'Tried a cart.\n');
    assert.equal((await json<Session>('sessions', 'show', merged.id)).edited, true);
    assert.equal((await run('sessions', 'end', merged.id)).out, 'Tried a cart.\n');
    assert.match((await run('sessions', 'delete', merged.id)).out, /is deleted/);
    assert.equal((await run('sessions', 'show', merged.id)).code, 1);
  });

  const wrong: [args: string[], message: RegExp][] = [
    [['digest', '--months', '0'], /--months takes a number/],
    [['sessions', 'merge', 'sess_a'], /<session> is missing/],
    [['sessions', 'save', 'sess_a'], /--summary or --file is missing/],
    [['sessions', 'save', 'sess_a', '--file', '/nowhere.json'], /can not be read/],
  ];
  for (const [args, message] of wrong)
    it(`end with 2 for ${args.join(' ')}`, async () => {
      const { code, err } = await run(...args);
      assert.equal(code, 2);
      assert.match(err, message);
    });
});
