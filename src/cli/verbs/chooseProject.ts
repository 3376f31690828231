import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import type { Engine } from '../../engine/engine';
import { UsageError } from '../command';
import type { VerbArgs } from './verb';

/** The project that is named, else the one whose folder this is or is in; `{}` leaves it to the engine. */
export async function chooseProject(engine: Engine, args: VerbArgs): Promise<{ projectId?: string }> {
  const named = args.option('project');
  if (named !== undefined) return { projectId: named };
  const cwd = realpathSync(args.cwd);
  const around = (await engine.listProjects({}))
    .filter(({ localPath }) => localPath !== null && isWithin(cwd, localPath))
    .sort((a, b) => (b.localPath?.length ?? 0) - (a.localPath?.length ?? 0));
  return around[0] === undefined ? {} : { projectId: around[0].id };
}

/** As `chooseProject`, where the engine has to be told: the only project there is, if there is one only. */
export async function requireProject(engine: Engine, args: VerbArgs): Promise<string> {
  const { projectId } = await chooseProject(engine, args);
  if (projectId !== undefined) return projectId;
  const [only, other] = await engine.listProjects({});
  if (only === undefined) throw new UsageError('there is no project yet');
  if (other !== undefined) throw new UsageError('there is more than one project: say which with --project');
  return only.id;
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
