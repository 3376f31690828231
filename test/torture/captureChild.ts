// Captures one repository for ever.
import { writeSync } from 'node:fs';
import { systemClock } from '../../src/base/clock';
import { silentLogger } from '../../src/base/logger';
import { createEngine } from '../../src/engine/createEngine';
import { openStore } from '../../src/engine/storage/openStore';

async function main(): Promise<void> {
  const [, , dataDir = '', distDir = '', projectId = '', root = ''] = process.argv;
  const ports = { clock: systemClock, logger: silentLogger, distDir };
  const store = await openStore({ dataDir, ...ports });
  const engine = createEngine({ db: store.db, ports, storeState: store });
  for (;;) {
    const { commits } = await engine.captureRepository({ projectId, root });
    writeSync(1, `captured ${commits.length}\n`);
  }
}

main().catch((error: unknown) => {
  writeSync(1, `error ${String(error)}\n`);
  process.exitCode = 3;
});
