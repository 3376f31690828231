import type { ScanPhase } from '../../../shared/genesis';
import type { RunningPhase } from './scanRequest';

/** What a scan tells of itself while it runs. */
export interface ScanCounters {
  readonly phase: ScanPhase;
  /** 0 to 1, never falls. */
  readonly progress: number;
  readonly filesTotal: number;
  readonly filesProcessed: number;
  readonly chunksTotal: number;
  readonly chunksProcessed: number;
  readonly findingsCount: number;
  readonly filesRead: number;
  readonly techStack: readonly string[];
  readonly branch: string | null;
  readonly commit: string | null;
  readonly phaseMs: Readonly<Partial<Record<ScanPhase, number>>>;
}

/** Where each phase begins and ends, from the share of time that it takes in a first scan. */
const spans: Readonly<Record<RunningPhase, readonly [number, number]>> = {
  fetch_tree: [0, 0.03],
  fetch_files: [0.03, 0.12],
  build_chunks: [0.12, 0.14],
  analyze: [0.14, 0.74],
  synthesize: [0.74, 0.86],
  security_audit: [0.86, 0.92],
  assemble: [0.92, 1],
};

/** Counts what a scan does. Everything that changes is told to `onChange`, as one whole. */
export class ScanProgress {
  private counters: ScanCounters;
  private enteredAt: number;

  constructor(
    private readonly now: () => number,
    private readonly onChange: (counters: ScanCounters) => void,
  ) {
    this.enteredAt = now();
    this.counters = {
      phase: 'fetch_tree',
      progress: 0,
      filesTotal: 0,
      filesProcessed: 0,
      chunksTotal: 0,
      chunksProcessed: 0,
      findingsCount: 0,
      filesRead: 0,
      techStack: [],
      branch: null,
      commit: null,
      phaseMs: {},
    };
  }

  get current(): ScanCounters {
    return this.counters;
  }

  /** Runs one phase: it is entered, and left with its duration whatever its end. */
  async run<T>(phase: RunningPhase, work: () => Promise<T> | T): Promise<T> {
    this.enteredAt = this.now();
    this.change({ phase, progress: Math.max(this.counters.progress, spans[phase][0]) });
    try {
      const result = await work();
      this.leave(phase, spans[phase][1]);
      return result;
    } catch (error) {
      this.leave(phase, this.counters.progress);
      throw error;
    }
  }

  /** Sets counters, and how much of the current phase is done (0 to 1). */
  step(done: number, counters: Partial<Omit<ScanCounters, 'phase' | 'progress' | 'phaseMs'>> = {}): void {
    const { phase } = this.counters;
    const [from, to] = phase === 'complete' || phase === 'failed' ? [1, 1] : spans[phase];
    const progress = from + (to - from) * Math.min(1, Math.max(0, done));
    this.change({ ...counters, progress: Math.max(this.counters.progress, progress) });
  }

  /** Sets counters that say nothing of how far the phase is. */
  count(counters: Partial<Pick<ScanCounters, 'filesProcessed' | 'filesRead'>>): void {
    this.counters = { ...this.counters, ...counters };
  }

  private leave(phase: RunningPhase, progress: number): void {
    const phaseMs = { ...this.counters.phaseMs, [phase]: Math.round(this.now() - this.enteredAt) };
    this.change({ phaseMs, progress: Math.max(this.counters.progress, progress) });
  }

  private change(counters: Partial<ScanCounters>): void {
    this.counters = { ...this.counters, ...counters };
    this.onChange(this.counters);
  }
}
