import type { DigestCommit } from '../../../shared/ingest';
import type { Commit } from '../../git/commits/parseCommits';
import { commitDrafts } from '../../sessions/enrich/commitDrafts';
import { type Draft, titleOf } from '../../sessions/enrich/draft';
import { isBot } from '../../sessions/life/summary/isBot';
import { isChoice } from '../../sessions/life/summary/rules/choiceRules';
import { readSubject } from '../../sessions/life/summary/subject';
import { type DescribePolicy, describeCommit } from '../digest/describeCommit';

const mostDecisions = 60;
/** Reasons are the weakest of decisions: they are not to crowd out the others. */
const mostReasons = 20;
/** What a program pastes into a message are the reasons of others. */
const pasted = /^updated-dependencies:|^Bumps? \[|<details>|<\/a>/m;

interface Candidate {
  readonly commit: Commit;
  readonly importance: number;
  readonly isReason: boolean;
}

/** Finds the commits that decide something: reverts, breaking changes, and those that say why this and not that. */
export class DecisionTally {
  private readonly found: Candidate[] = [];

  add(commit: Commit, policy: DescribePolicy): void {
    if (commit.parents.length > 1 || isBot(commit) || pasted.test(commit.message)) return;
    // The message decides, so what the commit changes needs not be looked at yet.
    const draft = decisionOf(describeCommit({ ...commit, files: [] }, undefined, policy).commit);
    if (draft) this.found.push({ commit, importance: draft.importance, isReason: draft.rationale !== null });
  }

  /** The weightiest, of those alike the newest; the newest first. */
  list(): Commit[] {
    const byWeight = [...this.found].sort(
      (a, b) => b.importance - a.importance || b.commit.committedAt - a.commit.committedAt,
    );
    const reasons = byWeight.filter((one) => one.isReason).slice(0, mostReasons);
    const others = byWeight.filter((one) => !one.isReason).slice(0, mostDecisions - reasons.length);
    return [...others, ...reasons].map(({ commit }) => commit).sort((a, b) => b.committedAt - a.committedAt);
  }
}

/** The decision that a commit's message states; `undefined` where it states none. */
export function decisionOf(commit: DigestCommit): Draft | undefined {
  const drafts = commitDrafts(commit).filter((draft) => draft.type === 'decision');
  const draft = drafts.find(({ rationale }) => rationale === null || isChoice(rationale, readSubject(commit).telling));
  // The footer of a breaking change begins in the middle of things; the subject says what was done.
  return draft && { ...draft, title: titleOf(readSubject(commit).text) };
}
