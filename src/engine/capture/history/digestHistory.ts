import { EngineError } from '../../../base/engineError';
import { type HistoryDigest, historySource } from '../../../shared/capture';
import type { EngineParams } from '../../../shared/engineCalls';
import type { CallOptions } from '../../engine';
import type { Commit } from '../../git/commits/parseCommits';
import { readOwnEmails } from '../../git/dir/readOwnEmails';
import { findRepository, readHead, readRemote } from '../../git/repository';
import { insertItem } from '../../items/createItem';
import type { ItemParts } from '../../items/itemParts';
import type { Draft } from '../../sessions/enrich/draft';
import type { SessionParts } from '../../sessions/sessionParts';
import { describePolicy } from '../digest/describePlanned';
import { AreaTally } from './areas';
import { Breather } from './breather';
import { DecisionTally, decisionOf } from './commitDecisions';
import { readDecisionRecords } from './decisionRecords';
import { keepAreas } from './keepAreas';
import { describeAll, type Place, takeOwnWork } from './ownWork';
import { readPast } from './readPast';

/** Of more commits of one's own the newest are told. */
const mostOwn = 5_000;
const draftsAtOnce = 5;

/**
 * Reads the last months of a repository: one's own commits become sessions, what commits and records decide becomes draft
 * items, and all commits tell where work goes on and whose it is. What is in the log already is not taken again.
 */
export async function digestHistory(
  parts: SessionParts & ItemParts,
  params: EngineParams<'digestHistory'>,
  { signal }: CallOptions,
): Promise<HistoryDigest> {
  const project = parts.projects.getWritable(params.projectId);
  const folder = params.folder ?? project.localPath;
  if (folder === null) throw new EngineError('invalid', 'The project has no folder on this machine; name one');
  const git = { cwd: folder, signal };
  const { root, prefix } = await findRepository(git);
  const [head, remote, emails] = await Promise.all([readHead(git), readRemote(git), readOwnEmails(git)]);
  const since = monthsBefore(parts.ports.clock.now(), params.months);
  const place: Place = {
    projectId: project.id,
    repository: { root, remote, branch: head.branch ?? 'HEAD' },
    policy: describePolicy(root, folder, params.policy),
    git: { ...git, cwd: root },
  };
  if (head.commit === null)
    return { since: iso(since), commits: 0, sessions: 0, decisions: [], hotAreas: [], owners: [] };

  const { areas, decisions, own } = await lookBack(place, since, emails);
  const work = await takeOwnWork(parts, place, own);
  const records = await readDecisionRecords(head.commit, prefix, place.git);
  const drafts = [...records, ...(await draftDecisions(place, decisions))];
  const digest = {
    since: iso(since),
    commits: work.commits,
    sessions: work.sessionIds.size,
    hotAreas: areas.hotAreas(),
    owners: areas.owners(),
  };
  const kept = await keepDecisions(parts, place, drafts);
  await parts.runner.commit('history.areas', () => keepAreas(parts, project.id, digest));
  return { ...digest, decisions: kept };
}

/** All commits of the time, once. */
async function lookBack(place: Place, since: number, emails: ReadonlySet<string>) {
  const { policy, git } = place;
  const areas = new AreaTally();
  const decisions = new DecisionTally();
  const own: Commit[] = [];
  const isOpen = remember((path: string) => !policy.paths.excludes(path));
  const breather = new Breather(git.signal);
  for await (const page of readPast(since, git))
    for (const commit of page) {
      await breather.breathe();
      const paths = commit.files.map(({ path }) => path).filter((path) => path.startsWith(policy.projectFolder));
      if (paths.length === 0 && (policy.projectFolder !== '' || commit.parents.length > 1)) continue;
      areas.add(commit, paths.filter(isOpen));
      decisions.add(commit, policy);
      if (emails.has(commit.email.toLowerCase()) && own.length < mostOwn) own.push(commit);
    }
  return { areas, decisions: decisions.list(), own };
}

/** The same paths come again and again, and to match one against all globs takes its time. */
function remember(judge: (path: string) => boolean): (path: string) => boolean {
  const known = new Map<string, boolean>();
  return (path) => {
    const found = known.get(path) ?? judge(path);
    known.set(path, found);
    return found;
  };
}

/** With the lines that the commits left, which the first reading did not look at. */
async function draftDecisions(place: Place, commits: readonly Commit[]): Promise<Draft[]> {
  const told = await describeAll(commits, place);
  return told.flatMap((commit) => decisionOf(commit) ?? []);
}

/** Makes draft items of decisions; one that was made of the same before is that one. */
async function keepDecisions(
  parts: SessionParts & ItemParts,
  { projectId, git }: Place,
  drafts: readonly Draft[],
): Promise<HistoryDigest['decisions']> {
  const kept: HistoryDigest['decisions'] = [];
  for (let at = 0; at < drafts.length; at += draftsAtOnce)
    await parts.runner.commit(
      'history.decisions',
      () => {
        for (const draft of drafts.slice(at, at + draftsAtOnce)) kept.push(keepDecision(parts, projectId, draft));
      },
      git.signal ? { signal: git.signal } : {},
    );
  return kept;
}

function keepDecision(parts: ItemParts, projectId: string, given: Draft): HistoryDigest['decisions'][number] {
  const { origin, files, tags, evidence, ...draft } = given;
  const fields = { ...draft, files: [...files], tags: [...tags], evidence: [...evidence] };
  const row =
    parts.items.findByOrigin(projectId, origin) ??
    insertItem(parts, { ...fields, projectId, source: historySource }, origin);
  const commit = /^commit:([0-9a-f]{40,64}):/.exec(origin)?.[1] ?? null;
  return { itemId: row.id, title: row.title, commit };
}

/** The same day of an earlier month, or the last one that it has. */
function monthsBefore(now: number, months: number): number {
  const date = new Date(now);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}

const iso = (at: number): string => new Date(at).toISOString();
