import { systemClock } from '../../../src/base/clock';
import type { Disposable } from '../../../src/base/disposable';
import { type Logger, silentLogger } from '../../../src/base/logger';
import { createEngine } from '../../../src/engine/createEngine';
import type { Engine } from '../../../src/engine/engine';
import { openStore } from '../../../src/engine/storage/openStore';
import type { Store } from '../../../src/engine/storage/store';
import { wasmDir } from '../../torture/bundle';

export const ports = { clock: systemClock, logger: silentLogger, distDir: wasmDir };

export function createEngineOn(store: Store): Engine & Disposable {
  return createEngine({ db: store.db, ports, storeState: store });
}

/** The real engine on a store of its own, without any way in between. */
export async function openEngineIn(dataDir: string): Promise<Engine & Disposable> {
  const store = await openStore({ dataDir, ...ports });
  const engine = createEngineOn(store);
  return {
    ...engine,
    dispose() {
      engine.dispose();
      store.close();
    },
  };
}

/** Keeps what was logged as warning or error. */
export function recordingLogger(): { readonly logger: Logger; readonly lines: string[] } {
  const lines: string[] = [];
  const keep = (message: string): void => void lines.push(message);
  return { lines, logger: { ...silentLogger, warn: keep, error: keep } };
}
