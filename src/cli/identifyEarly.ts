import { realpathSync } from 'node:fs';
import type { IdentifyRepository } from '../engine/ports';

/**
 * Looks at a folder's repository at once, for an engine that asks when its store is open: git walks a long history
 * meanwhile. What was seen answers one question only; by the next one it may have changed.
 */
export function identifyEarly(folder: string, identify: IdentifyRepository): IdentifyRepository {
  let early = look(folder, identify);
  return async (path) => {
    const seen = early;
    early = undefined;
    return seen?.path === path ? seen.facts : identify(path);
  };
}

function look(folder: string, identify: IdentifyRepository) {
  try {
    const path = realpathSync(folder);
    const facts = identify(path);
    // Whoever asks for it is told; where the store can't be opened, nobody asks.
    facts.catch(() => undefined);
    return { path, facts };
  } catch {
    // The folder was taken away: the engine will say so in its own words.
    return undefined;
  }
}
