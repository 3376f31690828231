import type { EngineChange } from '../engine';

/** What one changing call leaves behind beside its rows; thrown away with them when the call fails. */
export class CallScope {
  readonly changes: EngineChange[] = [];
  /** The project that the call belongs to; its answer is forgotten with that project. */
  projectId: string | null = null;
}

/** Drops repetitions: a client reads a list again once, whatever number of calls of a batch changed it. */
export function mergeChanges(changes: readonly EngineChange[]): EngineChange[] {
  const byKey = new Map<string, EngineChange>();
  for (const change of changes) {
    const key = 'projectId' in change ? `${change.kind} ${change.projectId}` : change.kind;
    byKey.delete(key);
    byKey.set(key, change);
  }
  return [...byKey.values()];
}
