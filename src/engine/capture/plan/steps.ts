import type { ReflogEntry } from '../../git/dir/parseReflog';
import { type Verb, verbOf } from './verbRules';

/** An entry with what it did, and the branch on which it was done. */
export interface Move extends ReflogEntry {
  readonly verb: Verb;
  /** `HEAD` when detached. */
  readonly branch: string;
}

/** What is understood together: one move, or all moves of a rebase. */
export type Step =
  | { readonly type: 'move'; readonly move: Move }
  | { readonly type: 'rebase'; readonly moves: readonly Move[]; readonly outcome: 'finished' | 'aborted' | 'left' };

/**
 * Puts entries together to steps. A rebase that still goes on, at the end, is held back: what it makes of the commits is
 * known when it has ended.
 */
export function toSteps(moves: readonly Move[], rebaseGoesOn: boolean): Step[] {
  const steps: Step[] = [];
  let open: Move[] | undefined;
  const close = (outcome: 'finished' | 'aborted' | 'left'): void => {
    if (open !== undefined) steps.push({ type: 'rebase', moves: open, outcome });
    open = undefined;
  };
  for (const move of moves) {
    if (move.verb === 'rebaseStart') {
      close('left');
      open = [move];
    } else if (open !== undefined && belongs(move.verb)) {
      open.push(move);
      if (move.verb === 'rebaseFinish') close('finished');
      if (move.verb === 'rebaseAbort') close('aborted');
    } else {
      close('left');
      steps.push({ type: 'move', move });
    }
  }
  if (!rebaseGoesOn) close('left');
  return steps;
}

/** While a rebase stops, one commits, amends and resets; whoever goes elsewhere has left it. */
function belongs(verb: Verb): boolean {
  if (verb.startsWith('rebase')) return true;
  return ['commit', 'amend', 'merge', 'reset', 'cherryPick', 'revert', 'unknown', 'other'].includes(verb);
}

export function endOf(step: Step | undefined): Move | undefined {
  return step?.type === 'rebase' ? step.moves.at(-1) : step?.move;
}

/** Entries with their branches: from the one that HEAD is on now, backwards through the switches. */
export function toMoves(entries: readonly ReflogEntry[], branchNow: string | null): Move[] {
  let branch = branchNow ?? detached;
  const moves: Move[] = [];
  for (const entry of [...entries].reverse()) {
    const verb = verbOf(entry.message);
    const before = branchBefore(verb, entry.message);
    moves.push({ ...entry, verb, branch });
    if (before !== undefined) branch = before;
  }
  return moves.reverse();
}

const detached = 'HEAD';

function branchBefore(verb: Verb, message: string): string | undefined {
  if (verb === 'checkout') {
    const from = /^checkout: moving from (\S{1,1000}) to /.exec(message)?.[1];
    return from !== undefined && /^[0-9a-f]{40,64}$/.test(from) ? detached : from;
  }
  return verb === 'rename' ? /^Branch: renamed refs\/heads\/(\S{1,1000}) to /.exec(message)?.[1] : undefined;
}
