/** What moved HEAD, as far as it matters to whose work a commit is. */
export type Verb =
  | 'commit'
  | 'amend'
  | 'merge'
  | 'cherryPick'
  | 'apply'
  | 'revert'
  | 'rebaseStart'
  | 'rebaseStep'
  | 'rebaseSquash'
  | 'rebaseFinish'
  | 'rebaseAbort'
  | 'reset'
  | 'rename'
  | 'checkout'
  | 'mergeForward'
  | 'pull'
  | 'clone'
  | 'push'
  | 'other'
  | 'unknown';

export interface VerbRule {
  readonly verb: Verb;
  readonly pattern: RegExp;
  /** Messages of reflogs that it must, and must not, meet. */
  readonly matches: readonly string[];
  readonly misses: readonly string[];
}

/**
 * What git writes into a reflog; the first rule that fits counts. A rebase may stand under the name of what began it
 * (`pull --rebase (pick): …`), and old versions of git wrote `rebase -i (pick)` and `rebase finished`.
 */
export const verbRules: readonly VerbRule[] = [
  {
    verb: 'amend',
    pattern: /^commit \(amend\)/,
    matches: ['commit (amend): Say it better', 'commit (amend):'],
    misses: ['commit: (amend) x', 'commit (initial): x'],
  },
  {
    verb: 'cherryPick',
    pattern: /^commit \(cherry-pick\)|^cherry-pick: (?!fast-forward$)/,
    matches: ['cherry-pick: Add x', 'commit (cherry-pick): Add x'],
    misses: ['cherry-pick: fast-forward'],
  },
  {
    verb: 'merge',
    pattern: /^commit \(merge\)|^(?:merge|pull)\b.{0,4000}: Merge made by /s,
    matches: [
      "merge side: Merge made by the 'ort' strategy.",
      'commit (merge): Merge branch x',
      'pull: Merge made by recursive.',
    ],
    misses: ['merge side: Fast-forward', 'commit: Merge made by hand'],
  },
  {
    verb: 'commit',
    pattern: /^commit(?: \(initial\))?(?::|$)/,
    matches: ['commit: Add x', 'commit (initial): Start', 'commit:', 'commit: '],
    misses: ['committed: x', 'commit (amend): x'],
  },
  {
    verb: 'revert',
    pattern: /^revert(?: [^:]{0,200})?: /,
    matches: ['revert: Revert "x"'],
    misses: ['commit: revert: x'],
  },
  {
    verb: 'apply',
    pattern: /^am(?: [^:]{0,200})?: /,
    matches: ['am: Fix x', 'am --3way: Fix x'],
    misses: ['am --abort', 'amend: x'],
  },
  {
    verb: 'rebaseStart',
    pattern: /^(?:rebase|pull)\b[^():]{0,4000}\(start\)|^rebase: checkout |^rebase -i \(start\)/,
    matches: [
      'rebase (start): checkout main',
      'pull --rebase origin main (start): checkout 9b49',
      'rebase -i (start): checkout x',
    ],
    misses: ['rebase (pick): start', 'checkout: moving from a to b'],
  },
  {
    verb: 'rebaseFinish',
    pattern: /^(?:rebase|pull)\b[^():]{0,4000}\(finish\)|^rebase finished/,
    matches: ['rebase (finish): returning to refs/heads/main', 'rebase finished: returning to refs/heads/x'],
    misses: ['rebase (pick): (finish)'],
  },
  {
    verb: 'rebaseAbort',
    pattern: /^(?:rebase|pull)\b[^():]{0,4000}\(abort\)|^rebase: aborting|^rebase -i \(abort\)/,
    matches: ['rebase (abort): returning to refs/heads/main', 'rebase: aborting'],
    misses: ['rebase (pick): abort'],
  },
  {
    verb: 'rebaseSquash',
    pattern: /^(?:rebase|pull)\b[^():]{0,4000}\((?:squash|fixup)\)/,
    matches: ['rebase (squash): # This is a combination of 2 commits.', 'rebase (fixup): x', 'rebase -i (fixup): x'],
    misses: ['rebase (pick): fixup! x'],
  },
  {
    verb: 'rebaseStep',
    pattern: /^(?:rebase|pull)\b[^():]{0,4000}\([a-z][a-z ]{0,20}\)|^rebase(?: -i)?: |^commit \(rebase\)/,
    matches: [
      'rebase (pick): x',
      'rebase (reword): x',
      'rebase (continue): x',
      'rebase: fast-forward',
      'pull --rebase (pick): x',
      'commit (rebase): x',
    ],
    misses: ['pull --rebase: Fast-forward', 'commit: rebase (pick): x'],
  },
  { verb: 'reset', pattern: /^reset: /, matches: ['reset: moving to HEAD~1'], misses: ['commit: reset: x'] },
  {
    verb: 'rename',
    pattern: /^Branch: renamed /,
    matches: ['Branch: renamed refs/heads/a to refs/heads/b'],
    misses: ['branch: Created from main'],
  },
  {
    verb: 'checkout',
    pattern: /^checkout: /,
    matches: ['checkout: moving from a to b'],
    misses: ['commit: checkout: x'],
  },
  {
    verb: 'mergeForward',
    pattern: /^merge\b|^cherry-pick: fast-forward$/,
    matches: ['merge side: Fast-forward', 'cherry-pick: fast-forward'],
    misses: ['merged by hand'],
  },
  {
    verb: 'pull',
    pattern: /^(?:initial )?pull\b|^fetch\b/,
    matches: [
      'pull: Fast-forward',
      'pull --rebase origin main: Fast-forward',
      'initial pull',
      'fetch origin: fast-forward',
    ],
    misses: ['pulled: x'],
  },
  { verb: 'clone', pattern: /^clone: /, matches: ['clone: from https://example.com/x'], misses: ['cloned'] },
  { verb: 'push', pattern: /^push\b/, matches: ['push'], misses: ['pushed'] },
  { verb: 'other', pattern: /^(?:am --abort|bisect|stash)\b/, matches: ['am --abort'], misses: ['am: x'] },
];

/** What other programs write, or nothing at all, is `unknown`: then the commits themselves have to tell. */
export function verbOf(message: string): Verb {
  return verbRules.find((rule) => rule.pattern.test(message))?.verb ?? 'unknown';
}
