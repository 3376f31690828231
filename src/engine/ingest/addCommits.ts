import { historySource } from '../../shared/capture';
import type { DigestCommit, DigestRewrite, DigestSetAside, GitDigest } from '../../shared/ingest';
import type { EntityRef } from '../../shared/store';
import { acceptPayload } from '../blobs/acceptPayload';
import type { EngineParts } from '../engineParts';
import type { EventRow, EventStore } from '../events/eventStore';
import type { Ingested } from './ingestParts';

const mostFiles = 50;

/** What each version of a commit is called in the log. */
const rewriteTypes: Readonly<Record<DigestRewrite['kind'], string>> = {
  amend: 'git.commit.amended',
  rebase: 'git.commit.rebased',
  squash: 'git.commit.squashed',
  cherryPick: 'git.commit.cherry_picked',
  revert: 'git.commit.reverted',
};

interface CommitEvent {
  readonly type: string;
  readonly key: string;
  readonly happenedAt: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly refs: readonly EntityRef[];
}

/** One event for each version of a commit that the log does not know yet: two digests may overlap. */
export function addCommits(parts: CommitParts, ingested: Ingested, digest: GitDigest): void {
  for (const commit of digest.commits) add(parts, ingested, describe(commit, ingested.eventId, digest));
  for (const rewrite of digest.rewrites ?? []) add(parts, ingested, describeRewrite(rewrite, ingested.eventId, digest));
  for (const one of digest.setAside ?? []) add(parts, ingested, describeSetAside(one, ingested.eventId, digest));
}

type CommitParts = Pick<EngineParts, 'events' | 'redactor' | 'ports'>;

/** The event of a version of a commit, whoever brought it. */
export function findCommit(store: EventStore, projectId: string, sha: string): EventRow | undefined {
  return find(store, projectId, keyOf(sha));
}

const find = (store: EventStore, projectId: string, key: string): EventRow | undefined =>
  store.findByKey(projectId, 'git', key) ?? store.findByKey(projectId, historySource, key);

function add(parts: CommitParts, ingested: Ingested, event: CommitEvent): void {
  const { projectId, at, authority, source } = ingested;
  const { events, redactor } = parts;
  if (find(events.store, projectId, event.key)) return;
  const accepted = acceptPayload(redactor, { payload: event.payload, refs: event.refs });
  const happenedAt = Date.parse(event.happenedAt);
  events.append({
    projectId,
    type: event.type,
    source: source === historySource ? source : 'git',
    // A sender says so, not the repository itself, unless the caller has read it there.
    authority: authority ?? 'observed',
    payload: accepted['payload'] as CommitEvent['payload'],
    refs: accepted['refs'] as EntityRef[],
    at: Number.isNaN(happenedAt) ? at : Math.min(happenedAt, Math.max(at, parts.ports.clock.now())),
    idempotencyKey: event.key,
  });
}

function describe(commit: DigestCommit, digestId: string, { repository }: GitDigest): CommitEvent {
  const { sha, parents, author, subject, authoredAt, files, kind, chainId, totals } = commit;
  const sum = (of: 'additions' | 'deletions'): number => files.reduce((total, file) => total + file[of], 0);
  return {
    type: 'git.commit.created',
    key: keyOf(sha),
    happenedAt: commit.committedAt,
    payload: {
      sha,
      parents,
      author,
      subject,
      branch: repository.branch,
      authoredAt,
      files: totals?.files ?? files.length,
      additions: totals?.additions ?? sum('additions'),
      deletions: totals?.deletions ?? sum('deletions'),
      digest: digestId,
      ...(kind === undefined ? {} : { kind }),
      ...(chainId === undefined ? {} : { chain: chainId }),
    },
    refs: [
      ...commitRefs(sha, chainId === undefined ? [] : [chainId]),
      ...(author === '' ? [] : [{ entity_type: 'person', external_id: author }]),
      ...(repository.remote ? [{ entity_type: 'repository', external_id: repository.remote }] : []),
      ...files.slice(0, mostFiles).map((file) => ({ entity_type: 'file', external_id: file.path })),
    ],
  };
}

function describeRewrite(rewrite: DigestRewrite, digestId: string, digest: GitDigest): CommitEvent {
  const { kind, replaces, chainId, sha } = rewrite;
  const { payload, refs, ...rest } = describe({ ...rewrite, kind: undefined }, digestId, digest);
  const others = refs.filter((ref) => ref.entity_type !== 'commit');
  return {
    ...rest,
    type: rewriteTypes[kind],
    payload: { ...payload, kind, replaces },
    refs: [...commitRefs(sha, [chainId, ...replaces]), ...others],
  };
}

function describeSetAside(one: DigestSetAside, digestId: string, { repository }: GitDigest): CommitEvent {
  const { sha, chainId, subject, at, to } = one;
  return {
    type: 'git.commit.reset',
    // The same commit may be brought back and set aside again.
    key: `reset:${sha.toLowerCase()}:${at}`,
    happenedAt: at,
    payload: { sha, chain: chainId, subject, branch: repository.branch, to, kind: 'reset', digest: digestId },
    refs: commitRefs(sha, [chainId]),
  };
}

export const keyOf = (sha: string): string => `commit:${sha.toLowerCase()}`;

function commitRefs(sha: string, others: readonly string[]): EntityRef[] {
  return [...new Set([sha, ...others])].slice(0, mostFiles).map((id) => ({ entity_type: 'commit', external_id: id }));
}
