import type { ItemType } from '../../../../shared/item';

/** What a commit's message says about the project, told by its form. */
export interface CommitRule {
  readonly id: string;
  readonly type: ItemType;
  readonly importance: number;
  readonly tags: readonly string[];
  /** On the first line, the text after it, or one sentence of either; what it captures is what is stated. */
  readonly on: 'subject' | 'body' | 'sentence';
  readonly pattern: RegExp;
  /** Whether the captured sentence is the reason, and not the statement. */
  readonly isRationale?: boolean;
  readonly example: string;
  readonly counterExample: string;
}

/** In the order of their weight; a commit gives one item for each type that a rule of that type finds first. */
export const commitRules: readonly CommitRule[] = [
  {
    id: 'breaking-footer',
    type: 'decision',
    importance: 5,
    tags: ['breaking-change'],
    on: 'body',
    pattern: /^BREAKING[ -]CHANGE:[ \t]*(\S.*)$/m,
    example: 'feat: x\n\nBREAKING CHANGE: tokens are opaque now',
    counterExample: 'feat: x\n\nThis is no BREAKING CHANGE',
  },
  {
    id: 'breaking-mark',
    type: 'decision',
    importance: 5,
    tags: ['breaking-change'],
    on: 'subject',
    pattern: /^[a-z]{2,20}(?:\([^()]{1,60}\))?!:[ \t]*(\S.*)$/i,
    example: 'feat(api)!: drop the v1 routes',
    counterExample: 'feat(api): say hello!',
  },
  {
    id: 'revert',
    type: 'decision',
    importance: 4,
    tags: ['revert'],
    on: 'subject',
    pattern: /^(?:Revert ".+"|revert(?:\([^()]{1,60}\))?:[ \t]*\S.*)$/,
    example: 'Revert "Use the new cache"',
    counterExample: 'Do not revert the cache',
  },
  {
    id: 'security-fix',
    type: 'security',
    importance: 5,
    tags: ['security'],
    on: 'subject',
    pattern: /^(?:security(?:\([^()]{1,60}\))?!?:[ \t]*(\S.*)|.*\b(?:CVE-\d{4}-\d{4,7}|GHSA(?:-[0-9a-z]{4}){3})\b.*)$/i,
    example: 'Update qs for CVE-2022-24999',
    counterExample: 'Add a page about security',
  },
  {
    id: 'fix',
    type: 'bug',
    importance: 3,
    tags: ['fix'],
    on: 'subject',
    // Updates of dependencies and repairs of how something is written are no bugs, whatever their form says.
    pattern:
      /^(?!.{0,200}\b(?:typos?|spelling|whitespace|lint(?:er|ing)?|clippy|format(?:ting)?)$)(?:(?:bug|hot)?fix(?:es)?(?:\((?!deps)[^()]{1,60}\))?!?:[ \t]*|(?=Fix(?:e[sd])?[ \t]))(\S.*)$/i,
    example: 'fix(auth): refresh tokens once',
    counterExample: 'Prefix all routes',
  },
  {
    id: 'reason',
    type: 'decision',
    importance: 3,
    tags: [],
    on: 'sentence',
    pattern: /\b(?:because|instead of|in order to|so that|to avoid|rather than|due to)\b/i,
    isRationale: true,
    example: 'Use a queue\n\nWe write through a queue because SQLite takes one writer.',
    counterExample: 'Use a queue\n\nIt is faster.',
  },
  {
    id: 'feature',
    type: 'implementation',
    importance: 3,
    tags: ['feature'],
    on: 'subject',
    pattern: /^(?:feat(?:ure)?|perf)(?:\([^()]{1,60}\))?!?:[ \t]*(\S.*)$/i,
    example: 'feat: sign in with a passkey',
    counterExample: 'chore: bump',
  },
];
