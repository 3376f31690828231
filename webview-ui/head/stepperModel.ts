import type { ScanPhase, ScanStatus } from '../../src/shared/genesis';
import { count, duration } from '../base/format';
import { phaseNames } from '../base/words';

type StepPhase = Exclude<ScanPhase, 'failed'>;
export type ScanOutcome = 'running' | 'complete' | 'cancelled' | 'failed';

export interface Step {
  readonly phase: StepPhase;
  readonly name: string;
  readonly state: 'done' | 'current' | 'waiting' | 'failed' | 'stopped' | 'skipped';
  /** "320 of 412 files" or "1.2 s". */
  readonly detail: string;
}

export interface ScanProgress {
  readonly outcome: ScanOutcome;
  readonly steps: readonly Step[];
  /** 0 to 1. */
  readonly progress: number;
  /** "310 files/s", empty while there is nothing to say. */
  readonly rate: string;
  /** "about 4 s left", empty while nobody can know. */
  readonly left: string;
}

/** A scan that the user stopped ends as failed, with this one word as its error. */
export function scanOutcome(status: ScanStatus): ScanOutcome {
  if (status.phase === 'failed') return status.error === 'cancelled' ? 'cancelled' : 'failed';
  return status.phase === 'complete' ? 'complete' : 'running';
}

const phases = Object.keys(phaseNames) as StepPhase[];

/** What the stepper shows at the instant `now` (ms). */
export function scanProgress(status: ScanStatus, now: number): ScanProgress {
  const outcome = scanOutcome(status);
  const at = currentPhase(status);
  const steps = phases.map((phase, index): Step => {
    const ms = status.phaseMs[phase];
    const state = stateOf(index, at, outcome, ms !== undefined);
    return { phase, name: phaseNames[phase], state, detail: detailOf(status, phase, state, ms) };
  });
  const running = outcome === 'running';
  return {
    outcome,
    steps,
    progress: outcome === 'complete' ? 1 : status.progress,
    rate: running ? rateOf(status, now) : '',
    left: running ? timeLeft(status, now) : '',
  };
}

/** The phase that runs, or where the scan stopped: the first one without a duration. */
function currentPhase(status: ScanStatus): number {
  if (status.phase !== 'failed') return phases.indexOf(status.phase);
  const open = phases.findIndex((phase) => status.phaseMs[phase] === undefined);
  return open < 0 ? phases.length - 1 : open;
}

function stateOf(index: number, at: number, outcome: ScanOutcome, ended: boolean): Step['state'] {
  if (outcome === 'complete') return ended || index === at ? 'done' : 'skipped';
  if (index < at) return ended ? 'done' : 'skipped';
  if (index > at) return 'waiting';
  if (outcome === 'running') return 'current';
  return outcome === 'failed' ? 'failed' : 'stopped';
}

function detailOf(status: ScanStatus, phase: StepPhase, state: Step['state'], ms: number | undefined): string {
  if (state === 'done') return ms === undefined ? '' : duration(ms);
  if (state === 'stopped') return 'stopped here';
  if (state === 'skipped') return 'skipped';
  if (state !== 'current') return '';
  return counter(status, phase);
}

function counter(status: ScanStatus, phase: StepPhase): string {
  const { filesProcessed, filesTotal, chunksProcessed, chunksTotal } = status;
  if (phase === 'fetch_tree') return filesTotal > 0 ? count(filesTotal, 'file') : '';
  if (phase === 'fetch_files') return filesTotal > 0 ? `${count(filesProcessed)} of ${count(filesTotal, 'file')}` : '';
  if (phase === 'build_chunks') return chunksTotal > 0 ? count(chunksTotal, 'part') : '';
  if (phase === 'analyze' && chunksTotal > 0) return `${count(chunksProcessed)} of ${count(chunksTotal, 'part')}`;
  return count(status.findingsCount, 'finding');
}

/** Milliseconds since the current phase began, from what the ended ones took. */
function phaseElapsed(status: ScanStatus, now: number): number {
  const ended = Object.values(status.phaseMs).reduce((sum, ms) => sum + ms, 0);
  return now - Date.parse(status.startedAt) - ended;
}

function rateOf(status: ScanStatus, now: number): string {
  const elapsed = phaseElapsed(status, now);
  if (elapsed < 500) return '';
  const [done, unit] =
    status.phase === 'fetch_files' ? [status.filesProcessed, 'file'] : [status.chunksProcessed, 'part'];
  const counted = status.phase === 'fetch_files' || status.phase === 'analyze';
  const rate = Math.round((done * 1000) / elapsed);
  return counted && rate > 0 ? `${count(rate, unit)}/s` : '';
}

function timeLeft(status: ScanStatus, now: number): string {
  const elapsed = now - Date.parse(status.startedAt);
  if (elapsed < 1000 || status.progress < 0.05 || status.progress >= 1) return '';
  const seconds = Math.ceil((elapsed * (1 - status.progress)) / status.progress / 1000);
  return seconds >= 90 ? `about ${Math.round(seconds / 60)} min left` : `about ${seconds} s left`;
}
