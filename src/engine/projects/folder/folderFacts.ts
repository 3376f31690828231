import { basename } from 'node:path';
import type { OpenFolder, ProjectPin } from '../../../shared/project';
import type { EnginePorts, RepositoryFacts } from '../../ports';
import { normalizeRemote } from './normalizeRemote';
import { readPin } from './readPin';
import { realFolder } from './realFolder';

/** What is known of a folder before its project is looked for. */
export interface FolderFacts {
  /** Absolute and real. */
  readonly path: string;
  readonly name: string;
  /** `remote` in its normal form. */
  readonly repository: Omit<RepositoryFacts, 'root'> | undefined;
  readonly pin: ProjectPin | undefined;
}

/** Looks at a folder. In one that is not trusted no file is read and no git is started. */
export async function readFolderFacts(params: OpenFolder, ports: EnginePorts): Promise<FolderFacts> {
  const path = await realFolder(params.path);
  const name = params.name ?? basename(path);
  if (params.trusted === false) return { path, name, repository: undefined, pin: undefined };
  const [repository, pin] = await Promise.all([identify(path, ports), readPin(path, ports.logger)]);
  return { path, name, repository: repository && normalizeRepository(repository), pin };
}

/** Without git a folder is still a folder. */
async function identify(path: string, ports: EnginePorts): Promise<RepositoryFacts | undefined> {
  try {
    return await ports.identify?.(path);
  } catch (error) {
    ports.logger.warn(`The repository of a folder could not be read: ${String(error)}`);
    return undefined;
  }
}

function normalizeRepository({ prefix, rootCommit, remote }: RepositoryFacts): Omit<RepositoryFacts, 'root'> {
  return { prefix, rootCommit, remote: remote === null ? null : normalizeRemote(remote) };
}
