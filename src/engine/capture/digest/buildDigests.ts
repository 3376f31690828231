import type { DigestCommit, DigestRewrite, DigestSetAside, GitDigest } from '../../../shared/ingest';
import type { Planned, PlannedSetAside } from '../plan/planContext';
import type { Told } from './describePlanned';

export interface DigestEvent {
  readonly payload: GitDigest;
  /** When the last of it happened. */
  readonly at: number;
}

interface Place {
  readonly root: string;
  readonly remote: string | null;
  /** HEAD before. */
  readonly from: string | null;
}

const hourMs = 3_600_000;
/** As a session: work after a pause of an hour, or after four hours, is another one. */
const longestPause = hourMs;
const longestSpan = 4 * hourMs;
const mostCommits = 500;
/** About as many characters as a server takes at once. */
const longestDigest = 500_000;

/** Events of what happened in one go on one branch, in order, so that each is placed where its work was done. */
export function buildDigests(told: readonly (Told | Planned)[], place: Place): DigestEvent[] {
  const groups: (Told | PlannedSetAside)[][] = [];
  let length = 0;
  for (const one of told) {
    if (!isReady(one)) continue;
    const group = groups.at(-1);
    const [first, last] = [group?.[0], group?.at(-1)];
    length += lengthOf(one);
    if (
      group === undefined ||
      first === undefined ||
      last === undefined ||
      isApart(first, last, one) ||
      length > longestDigest ||
      group.length >= mostCommits
    ) {
      groups.push([one]);
      length = lengthOf(one);
    } else group.push(one);
  }
  let from = place.from;
  return groups.map((group) => {
    const event = toEvent(group, { ...place, from });
    from = event.payload.range.to;
    return event;
  });
}

const isReady = (one: Told | Planned): one is Told | PlannedSetAside => one.type === 'setAside' || 'digest' in one;

function lengthOf(one: Told | PlannedSetAside): number {
  if (one.type === 'setAside') return 300;
  const { files, diff = '', body = '' } = one.digest;
  return 500 + diff.length + body.length + files.reduce((sum, { path }) => sum + path.length + 80, 0);
}

function isApart(first: Told | PlannedSetAside, last: Told | PlannedSetAside, next: Told | PlannedSetAside): boolean {
  if (next.branch !== last.branch || rankOf(next) < rankOf(last)) return true;
  return Math.abs(next.at - last.at) > longestPause || Math.abs(next.at - first.at) >= longestSpan;
}

/** What a digest tells first, second and third: what happened in another order is more than one digest. */
function rankOf(one: Told | PlannedSetAside): number {
  if (one.type === 'setAside') return 2;
  return one.kind === 'commit' || one.kind === 'merge' ? 0 : 1;
}

function toEvent(group: readonly (Told | PlannedSetAside)[], { root, remote, from }: Place): DigestEvent {
  const commits: DigestCommit[] = [];
  const rewrites: DigestRewrite[] = [];
  const setAside: DigestSetAside[] = [];
  let to = '';
  for (const one of group) {
    if (one.type === 'setAside') {
      const { header, chainId, at } = one;
      const [subject = ''] = header.message.split('\n', 1);
      setAside.push({ sha: header.sha, chainId, subject: subject.slice(0, 1000), at: iso(at), to: one.to });
      to = one.to ?? to;
      continue;
    }
    const { digest, kind, chainId, replaces } = one;
    to = digest.sha;
    if (kind === 'commit' || kind === 'merge') commits.push({ ...digest, kind, chainId });
    else rewrites.push({ ...digest, kind, chainId, replaces: replaces.slice(0, 1000) });
  }
  const last = group.at(-1);
  return {
    at: last?.at ?? 0,
    payload: {
      repository: { root, remote, branch: last?.branch ?? 'HEAD' },
      range: { from, to: to === '' ? (group[0]?.header.sha ?? '') : to },
      commits,
      ...(rewrites.length === 0 ? {} : { rewrites }),
      ...(setAside.length === 0 ? {} : { setAside }),
    },
  };
}

const iso = (at: number): string => new Date(at).toISOString();
