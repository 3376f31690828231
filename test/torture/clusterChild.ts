// One window of several on a store: adds numbered entries to a context of its own for ever, and says each one's number
// once it was acknowledged.
import { writeSync } from 'node:fs';
import { systemClock } from '../../src/base/clock';
import { silentLogger } from '../../src/base/logger';
import { connect } from '../../src/engine/connect';
import { createEngine } from '../../src/engine/createEngine';

const say = (...words: readonly (string | number)[]): void => void writeSync(1, `${words.join(' ')}\n`);

async function main(): Promise<void> {
  const [, , dataDir = '', distDir = '', life = ''] = process.argv;
  const ports = { clock: systemClock, logger: silentLogger, distDir };
  const engine = await connect({
    dataDir,
    ports,
    openEngine: (store) => createEngine({ db: store.db, ports, storeState: store }),
  });
  say('role', engine.role);
  const project = await engine.createProject({ name: `Window ${life}` });
  const context = await engine.createContext({ projectId: project.id, name: 'Numbers' });
  say('context', project.id, context.id);
  let next = 1;
  const addForEver = async (): Promise<void> => {
    for (;;) {
      const number = next;
      next += 1;
      await engine.addEntry({ contextId: context.id, title: String(number), content: 'x' });
      say('added', number, engine.role);
    }
  };
  // Two at a time, so that commits are shared and answers cross.
  await Promise.all([addForEver(), addForEver()]);
}

main().catch((error: unknown) => {
  say('error', String(error).replaceAll('\n', ' '));
  process.exit(3);
});
