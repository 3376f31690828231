import type { SessionSave } from '../../../../shared/ingest';
import { describeChanges } from './describeChanges';
import { dependencyChanges } from './diff/dependencyChanges';
import type { SessionWork } from './sessionWork';
import { summarize } from './summarize';

/** What a `session_save` says of a session: the same for the same work, and only what is certain. */
export type Described = Pick<SessionSave, 'summary' | 'changes'>;

/** `undefined` where nothing happened that is worth a word: commands in a terminal alone tell nothing. */
export function describeSession(work: SessionWork): Described | undefined {
  const { commits, reworked = 0, done } = work;
  if (commits.length + reworked === 0 && done.every(({ kind }) => kind === 'terminal')) return undefined;
  const facts = { ...work, dependencies: dependencyChanges(commits) };
  return { summary: summarize(facts), changes: describeChanges(facts) };
}
