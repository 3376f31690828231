import type { FactsPiece, FilesJob, SynthesisHead } from './jobs';

/** What the engine asks of a scan worker; one at a time. */
export type WorkRequest =
  | { readonly kind: 'outline' }
  | { readonly kind: 'inspect'; readonly job: FilesJob }
  | { readonly kind: 'extract'; readonly job: FilesJob }
  | { readonly kind: 'openSynthesis'; readonly head: SynthesisHead }
  | { readonly kind: 'addFacts'; readonly piece: FactsPiece }
  | { readonly kind: 'runSynthesizer'; readonly id: string }
  | { readonly kind: 'lackingConclusions' }
  | { readonly kind: 'drawConclusion'; readonly name: string }
  | { readonly kind: 'takeConclusion'; readonly name: string; readonly drawn: Uint8Array }
  | { readonly kind: 'finishSynthesis' }
  | { readonly kind: 'closeSynthesis' };

export type WorkAnswer = { readonly value: unknown } | { readonly error: string };

/** `workerData` of a scan worker. */
export interface WorkerSettings {
  /** Path of `web-tree-sitter.wasm`. */
  readonly grammarRuntime: string;
  /** What comes before `<name>.wasm` in the path of a grammar. */
  readonly grammarPrefix: string;
  /** The worker shares its process with an editor and must never make it wait. */
  readonly stepsBack: boolean;
  /** The worker may collect its memory when it sees fit: the process is the scan's own. */
  readonly collects: boolean;
  /** Memory of a `WorkWatch`. */
  readonly watch: SharedArrayBuffer;
}

/**
 * Lets one thread see what the other is busy with, without a message: a thread that is stuck sends none. The first number
 * is the place of the file in its job (-1: none), the second the instant at which it was begun.
 */
export class WorkWatch {
  private readonly view: Int32Array;

  constructor(readonly memory: SharedArrayBuffer = new SharedArrayBuffer(8)) {
    this.view = new Int32Array(memory);
  }

  /** `spentMs`: as if it had begun so long ago. */
  begin(index: number, spentMs = 0): void {
    Atomics.store(this.view, 1, (instant() - Math.round(spentMs)) & 0x7fffffff);
    Atomics.store(this.view, 0, index);
  }

  get index(): number {
    return Atomics.load(this.view, 0);
  }

  /** How long the current file or step takes already. */
  get elapsedMs(): number {
    return (instant() - Atomics.load(this.view, 1)) & 0x7fffffff;
  }
}

/** 31 bits of a clock in milliseconds: enough for differences of weeks. */
function instant(): number {
  return Date.now() & 0x7fffffff;
}
