import type { EntityRef, LogEvent } from '../../../shared/store';

/** As many as a server takes, and as long. */
const mostRefs = 200;
const longestId = 500;

/** What an event speaks about: the repository always, and the people, commits and files that it names. */
export function spineRefs(event: LogEvent, repository: string): EntityRef[] {
  const refs = [{ entity_type: 'repository', external_id: repository }, ...event.entity_refs, ...named(event.payload)];
  const unique = new Map(refs.map((ref) => [`${ref.entity_type} ${ref.external_id}`, ref]));
  const fit = [...unique.values()].filter(({ external_id: id }) => id.trim() !== '' && id.length <= longestId);
  return fit.slice(0, mostRefs);
}

function named(payload: LogEvent['payload']): EntityRef[] {
  const { sha, author, headCommitSha, commits, changes } = payload;
  const inCommits = list(commits).flatMap((commit) => [
    ...one('commit', commit['sha']),
    ...one('person', commit['author']),
  ]);
  const files = [
    ...list(commits).flatMap((commit) => list(commit['files']).map((file) => file['path'])),
    ...list(changes).flatMap((change) => (Array.isArray(change['files']) ? change['files'] : [])),
  ];
  return [
    ...one('commit', sha),
    ...one('person', author),
    ...one('commit', headCommitSha),
    ...inCommits,
    ...files.flatMap((file) => one('file', file)),
  ];
}

const one = (type: string, value: unknown): EntityRef[] =>
  typeof value === 'string' && value !== '' ? [{ entity_type: type, external_id: value }] : [];

function list(value: unknown): Record<string, unknown>[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is Record<string, unknown> => typeof item === 'object' && item !== null);
}
