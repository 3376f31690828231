import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { main } from '../../../src/cli/main';
import { table } from '../../../src/cli/verbs/output';

function collector() {
  const stream = Object.assign(new PassThrough(), { isTTY: false });
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { stream, text: () => Buffer.concat(chunks).toString() };
}

describe('the verbs of the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'contox-verbs-'));
  const data = join(folder, 'data');
  after(() => rmSync(folder, { recursive: true, force: true }));

  async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const [out, err] = [collector(), collector()];
    const streams = { stdout: out.stream, stderr: err.stream, signal: new AbortController().signal, distDir: '' };
    const code = await main([...args, '--data', data], streams);
    return { code, out: out.text(), err: err.text() };
  }
  async function json<T>(...args: string[]): Promise<T> {
    const { code, out, err } = await run(...args, '--json');
    assert.equal(code, 0, err);
    return JSON.parse(out) as T;
  }

  it('do a whole round: make, fill, read, approve, check, take out and bring back', async () => {
    assert.deepEqual(await json('projects'), []);
    const { id } = await json<{ id: string }>('projects', 'create', 'Shop');
    const nodes = join(folder, 'nodes.json');
    writeFileSync(nodes, JSON.stringify({ nodes: [{ schemaKey: 'root/api', name: 'API', content: 'routes' }] }));
    const dry = await run('contexts', 'populate', nodes, '--dry-run');
    assert.match(dry.out, /create {2}root\/api\n1 created, 0 updated.*nothing was changed/);
    assert.deepEqual(await json('contexts', 'tree'), []);
    await json('contexts', 'populate', nodes);
    assert.match((await run('contexts', 'tree')).out, /Project Memory {2}root\n {2}API \(draft\) {2}root\/api/);
    assert.equal((await run('contexts', 'approve', 'root/api')).out, 'root/api is approved.\n');
    assert.equal((await json<{ content: string }>('contexts', 'show', 'root/api')).content, 'routes');
    await json('contexts', 'compact', 'root/api');
    const { key, id: keyId } = await json<{ key: string; id: string }>(
      'keys',
      'create',
      'CI',
      '--kind',
      'contextSpine',
    );
    assert.match(key, /^sk_live_/);
    assert.ok(!(await run('keys')).out.includes(key));
    assert.equal((await run('keys', 'delete', keyId)).code, 0);
    const events = await json<{ event_type: string; id: string }[]>('events', 'list', '--type', 'context.*');
    assert.ok(events.length > 2 && events.every((event) => event.event_type.startsWith('context.')));
    const first = await run('events', 'list', '--limit', '1');
    assert.match(first.err, /There is more: --cursor /);
    assert.equal((await json<{ id: string }>('events', 'show', events[0]?.id ?? '')).id, events[0]?.id);
    assert.match((await run('events', 'verify')).out, /events are as they were written/);
    assert.deepEqual(await json('sessions', '--status', 'active'), []);
    assert.deepEqual(await json('items', '--type', 'bug'), []);
    assert.match((await run('brain', '--budget', '500')).out, /^# Shop\n[\s\S]*`root\/api`/);
    const [hit] = await json<{ title: string }[]>('search', 'routes', 'cats', '--kind', 'context,item');
    assert.equal(hit?.title, 'API');
    assert.match((await run('search', 'routes')).out, /^context ctx_\w+ {2}API\n {4}routes/);
    assert.equal((await run('search', 'zebras')).out, 'None.\n');
    const { code, out } = await run('doctor');
    assert.equal(code, 0, out);
    assert.match(out, /ok +store +Every page of the store is sound\./);
    const target = join(folder, 'out');
    assert.match((await run('export', target)).out, /files in/);
    assert.equal((await run('export', target)).code, 1);
    const again = await run('import', target);
    assert.deepEqual([again.code, /is here already/.test(again.err)], [1, true]);
    assert.equal((await json<{ id: string }>('projects', 'show', id)).id, id);
  });

  const wrong: [says: string, args: string[], message: RegExp][] = [
    ['a verb that is none', ['items', 'eat'], /items has no eat; it has list, show, approve/],
    ['a missing word', ['contexts', 'show'], /<context> is missing/],
    ['a word too many', ['keys', 'list', 'all'], /all is not understood/],
    ['an unknown option', ['keys', '--fast'], /--fast/],
    ['a status that is none', ['sessions', '--status', 'asleep'], /--status takes active/],
    ['a budget that is none', ['brain', '--budget', '1'], /--budget takes a number/],
    ['a kind that is none', ['search', 'x', '--kind', 'cats'], /--kind takes context/],
    ['a search for nothing', ['search'], /<words> is missing/],
    ['a limit that is none', ['events', '--limit', '0'], /--limit takes a number/],
    ['a file that is not there', ['contexts', 'populate', '/nowhere.json'], /can not be read/],
  ];
  for (const [says, args, message] of wrong)
    it(`end with 2 for ${says}`, async () => {
      const { code, err, out } = await run(...args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, message);
    });

  it('end with 1 for what is not there', async () => {
    assert.equal((await run('items', 'show', 'item_none')).code, 1);
    assert.equal((await run('projects', 'show', 'proj_none')).code, 1);
  });

  it('explain themselves', async () => {
    for (const name of [
      'projects',
      'contexts',
      'sessions',
      'events',
      'items',
      'keys',
      'doctor',
      'export',
      'import',
      'brain',
      'search',
    ]) {
      const { code, out } = await run(name, '--help');
      assert.equal(code, 0);
      assert.match(out, /Usage:[\s\S]*--json[\s\S]*Exit codes: 0 done, 1/);
    }
  });

  it('print tables without the control characters and line breaks of what they show', () => {
    assert.equal(
      table([
        ['a', 'b\nc'],
        ['long', 'd'],
      ]),
      'a     b c\nlong  d',
    );
    assert.equal(table([]), 'None.');
  });
});
