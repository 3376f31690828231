import { EngineError } from '../../base/engineError';
import type { Page } from '../../shared/context';
import { type Search, type SearchHit, type SearchKind, searchKinds } from '../../shared/search';
import type { EngineParts } from '../engineParts';
import { readDetails } from './hitDetails';
import { matchText, parseQuery, type Term } from './parseQuery';
import { type Rank, rankOf } from './rank';
import type { Candidate, SearchStore } from './searchStore';
import { makeSnippet } from './snippet';

/** What a person or a scan stated counts for more than what merely happened. */
const kindWeights: Readonly<Record<SearchKind, number>> = {
  context: 1.3,
  item: 1.3,
  entry: 1,
  finding: 1,
  session: 0.8,
  event: 0.6,
};
/** Of each of these groups so many are ranked, those that came last; so a long log does not push out what was stated. */
const groups: readonly (readonly SearchKind[])[] = [
  ['context', 'entry', 'item', 'finding'],
  ['session', 'event'],
];
const mostCandidates = 1_000;
const usualLimit = 100;

interface Ranked extends Candidate, Rank {}

export type SearchParts = Pick<EngineParts, 'db' | 'projects'> & { readonly store: SearchStore };

/** What fits a query best: first what has all of its words, then what has some of them. */
export function search(parts: SearchParts, query: Search): Page<SearchHit> {
  const projectId = parts.projects.resolve(query.projectId);
  const { limit = usualLimit, kinds = searchKinds, state } = query;
  const start = readCursor(query.cursor);
  const terms = parseQuery(query.q);
  if (terms.length === 0) return { items: [] };
  const wanted = { projectId, kinds, needed: start + limit + 1 };
  const hits: SearchHit[] = [];
  let place = 0;
  for (const found of rankAll(parts.store, terms, wanted)) {
    const details = readDetails(parts.db, found);
    // Not there any more, or in another state than is asked for.
    if (!details || (state !== undefined && details.state !== undefined && details.state !== state)) continue;
    place++;
    if (place <= start) continue;
    if (hits.length === limit) return { items: hits, nextCursor: String(start + limit) };
    hits.push({ ...toHit(parts.store, found, terms), ...details });
  }
  return { items: hits };
}

interface Wanted {
  readonly projectId: string;
  readonly kinds: readonly SearchKind[];
  /** So many are enough. */
  readonly needed: number;
}

function rankAll(store: SearchStore, terms: readonly Term[], wanted: Wanted): Ranked[] {
  const all = findRanked(store, terms.map(matchText).join(' '), wanted);
  if (terms.length === 1 || all.length >= wanted.needed) return all;
  const known = new Set(all.map(({ docId }) => docId));
  const some = findRanked(store, terms.map(matchText).join(' OR '), wanted);
  return [...all, ...some.filter(({ docId }) => !known.has(docId))].sort(byRank);
}

function findRanked(store: SearchStore, match: string, { projectId, kinds }: Wanted): Ranked[] {
  return groups
    .map((group) => group.filter((kind) => kinds.includes(kind)))
    .filter((group) => group.length > 0)
    .flatMap((group) => store.match({ projectId, kinds: group, match, limit: mostCandidates }))
    .map((candidate) => {
      const { coverage, score } = rankOf(candidate.info);
      return { ...candidate, coverage, score: score * kindWeights[candidate.kind] };
    })
    .sort(byRank);
}

/** The same order for the same memory: what came last first, where all else is equal. */
function byRank(a: Ranked, b: Ranked): number {
  return b.coverage - a.coverage || b.score - a.score || b.at - a.at || (a.ref < b.ref ? -1 : 1);
}

function toHit(store: SearchStore, found: Ranked, terms: readonly Term[]): SearchHit {
  const { title, body } = store.text(found.docId);
  return {
    kind: found.kind,
    id: found.ref,
    title,
    ...makeSnippet(body.trim() === '' ? title : body.trim(), terms),
    score: Math.round((found.coverage + found.score) * 1_000) / 1_000,
    at: new Date(found.at).toISOString(),
  };
}

function readCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,4}$/.test(cursor)) return Number(cursor);
  const message = 'is not one of this list';
  throw new EngineError('invalid', `The cursor ${message}`, { details: [{ path: 'cursor', message }] });
}
