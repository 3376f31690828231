// Owns a store, writes numbered events and delivers them; kills itself at the step that it is told.
import { writeSync } from 'node:fs';
import { systemClock } from '../../../../src/base/clock';
import { silentLogger } from '../../../../src/base/logger';
import { createEngine } from '../../../../src/engine/createEngine';
import { openStore } from '../../../../src/engine/storage/openStore';

const say = (word: string, value: unknown): void => void writeSync(1, `${word} ${JSON.stringify(value)}\n`);

async function main(): Promise<void> {
  const [, , dataDir = '', distDir = '', url = '', events = '0', killStep = '', killAt = '0'] = process.argv;
  let left = Number(killAt);
  const step = (name: string): void => {
    if (name !== killStep) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
  const store = await openStore({ dataDir, distDir, clock: systemClock, logger: silentLogger });
  const engine = createEngine({
    db: store.db,
    ports: { clock: systemClock, logger: silentLogger, distDir },
    storeState: store,
    delivery: { onStep: step, random: () => 0, environment: {} },
  });
  const { id: projectId } = await engine.createProject({ name: 'Killed' }, { requestId: 'project' });
  await engine.configureDelivery({
    sinks: [{ kind: 'contox', url, projects: [{ projectId, remoteId: 'proj_remote' }] }],
    secrets: [{ kind: 'contox', projectId, secret: 'whsec_child' }],
  });
  for (let number = 0; number < Number(events); number++) {
    step('writing');
    const payload = { summary: `Event ${number}`, changes: [] };
    const event = { projectId, event: 'session_save' as const, payload, source: `s${number % 2}` };
    // The same request again, as after a crash, is the same event.
    const { eventId } = await engine.ingest(event, { requestId: `event-${number}` });
    say('acknowledged', eventId);
    step('written');
  }
  for (;;) {
    const [sink] = (await engine.getDeliveryStatus({})).sinks;
    if (sink?.queued === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  say('done', (await engine.verifyDeliveries({ projectId })).invalid);
  engine.dispose();
  store.close();
}

main().catch((error: unknown) => {
  say('error', String(error));
  process.exitCode = 3;
});
