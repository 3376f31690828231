import type { DigestCommit, GitDigest } from '../../shared/ingest';
import { acceptPayload } from '../blobs/acceptPayload';
import type { Ingested, IngestParts } from './ingestParts';

const mostFiles = 50;

/** One event for each commit that the log does not know yet: two digests may overlap. */
export function addCommits(parts: IngestParts, { projectId, eventId, at }: Ingested, digest: GitDigest): void {
  const { events, redactor } = parts;
  for (const commit of digest.commits) {
    const idempotencyKey = `commit:${commit.sha.toLowerCase()}`;
    if (events.store.findByKey(projectId, 'git', idempotencyKey)) continue;
    const { payload, refs } = acceptPayload(
      redactor,
      describe(commit, eventId, digest.repository.branch),
    ) as ReturnType<typeof describe>;
    const committedAt = Date.parse(commit.committedAt);
    events.append({
      projectId,
      type: 'git.commit.created',
      source: 'git',
      // A sender says so, not the repository itself.
      authority: 'observed',
      payload,
      refs,
      at: Number.isNaN(committedAt) ? at : Math.min(committedAt, Math.max(at, parts.ports.clock.now())),
      idempotencyKey,
    });
  }
}

function describe(commit: DigestCommit, digestId: string, branch: string) {
  const { sha, parents, author, subject, authoredAt, files } = commit;
  const sum = (of: 'additions' | 'deletions'): number => files.reduce((total, file) => total + file[of], 0);
  return {
    payload: {
      sha,
      parents,
      author,
      subject,
      branch,
      authoredAt,
      files: files.length,
      additions: sum('additions'),
      deletions: sum('deletions'),
      digest: digestId,
    },
    refs: [
      { entity_type: 'commit', external_id: sha },
      ...(author === '' ? [] : [{ entity_type: 'person', external_id: author }]),
      ...files.slice(0, mostFiles).map((file) => ({ entity_type: 'file', external_id: file.path })),
    ],
  };
}
