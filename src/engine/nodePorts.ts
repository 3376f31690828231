import { userInfo } from 'node:os';
import { systemClock } from '../base/clock';
import type { Logger } from '../base/logger';
import { identifyRepository } from './git/identifyRepository';
import type { EnginePorts } from './ports';
import { openFileSecretStore } from './secrets/fileSecretStore';

/**
 * The ports of a program on Node: the worker of the editor, the CLI. All of them keep keys in the data folder, because
 * any of them may become the owner of the store and has to open what another one sealed.
 */
export function createNodePorts(host: {
  readonly dataDir: string;
  readonly distDir: string;
  readonly logger: Logger;
}): EnginePorts {
  const owner = findOwner();
  return {
    clock: systemClock,
    logger: host.logger,
    distDir: host.distDir,
    identify: (path) => identifyRepository(path),
    secrets: openFileSecretStore(host.dataDir),
    ...(owner ? { owner } : {}),
  };
}

function findOwner(): EnginePorts['owner'] {
  try {
    const { username } = userInfo();
    return { name: username, email: `${username}@localhost` };
  } catch {
    // A user without an entry in the system's table, as in some containers.
    return undefined;
  }
}
