import { historySource } from '../../../shared/capture';
import type { DigestCommit, GitDigest } from '../../../shared/ingest';
import type { CallOptions } from '../../engine';
import type { Commit } from '../../git/commits/parseCommits';
import { readCommits } from '../../git/commits/readCommits';
import { type Diff, readDiffs } from '../../git/commits/readDiffs';
import type { GitOptions } from '../../git/runGit';
import { addCommits, findCommit } from '../../ingest/addCommits';
import { refsOf } from '../../ingest/describeEvent';
import { completeDue } from '../../sessions/life/completeSession';
import { writeSave } from '../../sessions/life/writeSave';
import { placeEvent } from '../../sessions/placeEvent';
import { factsOf, noteFacts } from '../../sessions/sessionFacts';
import { idleMs, type SessionParts } from '../../sessions/sessionParts';
import { type DescribePolicy, describeCommit, readablePaths } from '../digest/describeCommit';
import { Breather } from './breather';

export interface Place {
  readonly projectId: string;
  readonly repository: GitDigest['repository'];
  readonly policy: DescribePolicy;
  readonly git: GitOptions;
}

/** What is written in one transaction keeps the engine's thread for some ten milliseconds. */
const commitsAtOnce = 3;
const sessionsAtOnce = 1;
/** Diffs of so many commits are in memory together. */
const readAtOnce = 10;

/** Puts commits into the log and into sessions, the oldest first; the ids of these sessions. What is known is left out. */
export async function takeOwnWork(
  parts: SessionParts,
  place: Place,
  commits: readonly Commit[],
): Promise<{ commits: number; sessionIds: ReadonlySet<string> }> {
  const { runner, events } = parts;
  const options: CallOptions = place.git.signal ? { signal: place.git.signal } : {};
  const sessionIds = new Set<string>();
  let taken = 0;
  const fresh = commits.filter(({ sha }) => !findCommit(events.store, place.projectId, sha));
  const sorted = fresh.sort((a, b) => workedAt(a) - workedAt(b));
  try {
    for (let at = 0; at < sorted.length; at += readAtOnce) {
      const told = await describeAll(sorted.slice(at, at + readAtOnce), place);
      for (let from = 0; from < told.length; from += commitsAtOnce)
        await runner.commit(
          'history.commits',
          () => {
            for (const commit of told.slice(from, from + commitsAtOnce)) {
              if (findCommit(events.store, place.projectId, commit.sha)) continue;
              sessionIds.add(takeCommit(parts, place, commit));
              taken++;
            }
          },
          options,
        );
    }
    await tellOfSessions(parts, place.projectId, [...sessionIds], options);
  } finally {
    // What is left to be told when the reading was stopped the sessions tell by themselves.
    parts.didWork.fire();
  }
  return { commits: taken, sessionIds };
}

/** When the work was done: a rebase makes all its commits at once, and keeps when they were written. */
const workedAt = ({ authoredAt, committedAt }: Commit): number => Math.min(authoredAt || committedAt, committedAt);

export async function describeAll(commits: readonly Commit[], { policy, git }: Place): Promise<DigestCommit[]> {
  const whole = await readCommits(
    commits.map(({ sha }) => sha),
    git,
  );
  const requests = whole.map((commit) => ({
    sha: commit.sha,
    files: commit.files.length,
    lines: commit.files.reduce((sum, { additions, deletions }) => sum + additions + deletions, 0),
    paths: readablePaths(commit, policy),
  }));
  const diffs = policy.diffCharacters === 0 ? new Map<string, Diff>() : await readDiffs(requests, git);
  const told: DigestCommit[] = [];
  const breather = new Breather(git.signal);
  for (const commit of whole) {
    await breather.breathe();
    told.push(describeCommit(commit, diffs.get(commit.sha), policy).commit);
  }
  return told;
}

/** Writes one commit as a digest, in the session in which it was made; the session's id. */
function takeCommit(parts: SessionParts, { projectId, repository }: Place, commit: DigestCommit): string {
  const payload: GitDigest = {
    repository,
    range: { from: commit.parents[0] ?? null, to: commit.sha },
    commits: [{ ...commit, kind: commit.parents.length > 1 ? 'merge' : 'commit' }],
  };
  const now = parts.ports.clock.now();
  const at = Math.min(Date.parse(commit.authoredAt), Date.parse(commit.committedAt), now);
  const refs = refsOf({ event: 'git_digest', payload }).map((ref) => ({
    ...ref,
    external_id: parts.redactor.redact(ref.external_id).text,
  }));
  const authority = 'source_of_truth';
  const type = 'git.digested';
  const row = parts.payloads.append({ projectId, type, source: historySource, authority, payload, refs, at });
  const placed = { projectId, source: historySource, eventSeq: row.seq, eventTime: at, idleMs, commits: 1 };
  const sessionId = placeEvent(parts, placed);
  noteFacts(parts, sessionId, factsOf(type, { ...payload }), at);
  addCommits(parts, { projectId, eventId: row.id, source: historySource, at, authority }, payload);
  return sessionId;
}

async function tellOfSessions(
  parts: SessionParts,
  projectId: string,
  ids: readonly string[],
  options: CallOptions,
): Promise<void> {
  await parts.runner.commit('history.sessions', () =>
    completeDue(parts, parts.ports.clock.now(), { projectId, source: historySource }),
  );
  for (let at = 0; at < ids.length; at += sessionsAtOnce)
    await parts.runner.commit(
      'history.sessions',
      () => {
        for (const id of ids.slice(at, at + sessionsAtOnce)) {
          const row = parts.sessions.find(id);
          if (row?.unsaved === 1 && row.status !== 'active') writeSave(parts, row);
        }
        parts.emit({ kind: 'sessions', projectId });
      },
      options,
    );
}
