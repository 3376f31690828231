import { type Profiler, Session } from 'node:inspector';
import { promisify } from 'node:util';

const sampleMicroseconds = 500;

/** Ids of the profile's nodes that run below a script whose address holds `ours`. */
function nodesBelow(profile: Profiler.Profile, ours: string): Set<number> {
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  const below = new Set<number>();
  const waiting = profile.nodes.filter((node) => node.callFrame.url.includes(ours)).map((node) => node.id);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (below.has(id)) continue;
    below.add(id);
    waiting.push(...(byId.get(id)?.children ?? []));
  }
  return below;
}

/**
 * Longest time in milliseconds that one turn of the thread spent below a file of `ours`. Idling ends a turn; what else ran
 * in it does not count.
 */
function longestTurn(profile: Profiler.Profile, ours: string): number {
  const idle = new Set(
    profile.nodes.filter(({ callFrame }) => callFrame.functionName === '(idle)').map((node) => node.id),
  );
  const below = nodesBelow(profile, ours);
  let longest = 0;
  let turn = 0;
  (profile.samples ?? []).forEach((id, index) => {
    if (idle.has(id)) turn = 0;
    // A sample stands for the time until the next one.
    else if (below.has(id)) turn += (profile.timeDeltas?.[index + 1] ?? 0) / 1000;
    longest = Math.max(longest, turn);
  });
  return longest;
}

/**
 * Runs `work` under the profiler of this thread. The extension host also runs VS Code's and other extensions' code, so that
 * the delay of its loop alone does not tell who held it; a profile does. Gives the longest turn below `ours` in milliseconds.
 */
export async function profileHost<Result>(ours: string, work: () => Promise<Result>): Promise<[Result, number]> {
  const session = new Session();
  session.connect();
  const post = promisify(session.post.bind(session) as (method: string, parameters: object, done: () => void) => void);
  try {
    await post('Profiler.enable', {});
    await post('Profiler.setSamplingInterval', { interval: sampleMicroseconds });
    await post('Profiler.start', {});
    const result = await work();
    const { profile } = (await post('Profiler.stop', {})) as unknown as Profiler.StopReturnType;
    return [result, longestTurn(profile, ours)];
  } finally {
    session.disconnect();
  }
}
