import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MisbehavingServer } from '../../../support/delivery/misbehavingServer';
import { type Bundle, bundle, wasmDir } from '../../../torture/bundle';
import { startChild } from '../../../torture/childLines';

/** Each program writes so many more, so that each gets to the step at which it is killed. */
const eventsEach = 4;
/** All places between two steps, of an event and of its delivery. */
const steps = ['writing', 'written', 'queued', 'begun', 'sent', 'answered', 'ended'];

describe('a program that is killed while it delivers', () => {
  let program: Bundle;
  let server: MisbehavingServer;
  let dataDir: string;
  before(async () => {
    program = await bundle('../integration/engine/outbox/deliveryChild.ts');
  });
  after(() => program.dispose());
  beforeEach(async () => {
    server = await MisbehavingServer.start();
    dataDir = mkdtempSync(join(tmpdir(), 'contox-killed-'));
  });
  afterEach(async () => {
    await server.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const run = async (events: number, step: string, at: number): Promise<string[]> => {
    const lines: string[] = [];
    const args = [dataDir, wasmDir, server.url, String(events), step, String(at)];
    await startChild(program.file, args, (line) => lines.push(line)).gone;
    return lines;
  };
  const acknowledged = (lines: readonly string[]): string[] =>
    lines.flatMap((line) => (line.startsWith('acknowledged') ? [JSON.parse(line.slice(13)) as string] : []));

  for (const at of [1, 3])
    it(`between every two steps, at the ${at}. time of each: each event has its effect once, in order`, async () => {
      const told = new Set<string>();
      for (const [index, step] of steps.entries()) {
        // How often the queue is looked at depends on how quickly the events come.
        const lines = await run((index + 1) * eventsEach, step, step === 'queued' ? 1 : at);
        assert.ok(!lines.some((line) => line.startsWith('done')), `${step} was not reached`);
        assert.ok(!lines.some((line) => line.startsWith('error')), lines.join('\n'));
        for (const id of acknowledged(lines)) told.add(id);
      }
      const last = await run(steps.length * eventsEach, '', 0);
      assert.equal(last.at(-1), 'done []', last.join('\n'));
      const ids = acknowledged(last);
      for (const id of told) assert.ok(ids.includes(id), `${id} was lost`);
      assert.deepEqual([...server.taken].sort(), [...ids].sort());
      for (const source of [0, 1]) {
        const ofSession = ids.filter((_id, index) => index % 2 === source);
        assert.deepEqual(
          server.taken.filter((key) => ofSession.includes(key)),
          ofSession,
        );
      }
    }).timeout(60_000);
});
