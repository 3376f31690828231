import { ApiBench } from '../support/apiBench';
import type { World } from '../support/check';

/** A server with a project, a member of it, and another project with a context that the member must not see. */
export async function openContextBench(world: World): Promise<ApiBench> {
  const bench = await ApiBench.open();
  const member = await bench.member('member');
  const other = await bench.engine.createProject({ name: 'Another' });
  const hidden = await bench.engine.createContext({ projectId: other.id, name: 'Hidden' });
  Object.assign(world, { project: bench.projectId, member: member.key, hidden: hidden.id, other: other.id });
  return bench;
}
