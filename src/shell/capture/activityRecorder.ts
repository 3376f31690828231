import { type Disposable, toDisposable } from '../../base/disposable';
import type { Logger } from '../../base/logger';
import type { Engine } from '../../engine/engine';
import type { CapturePolicy } from '../../shared/capture';
import type { ActiveSession, Activity } from '../../shared/session';

export interface ActivityRecorderParts {
  readonly source: { readonly engine: Pick<Engine, 'recordActivity' | 'leaveWindow'> };
  readonly windowId: string;
  policyOf(projectId: string): CapturePolicy;
  /** The session that an activity began or kept alive. */
  recorded(projectId: string, active: ActiveSession): void;
  now(): number;
  /** Calls back once, after so many milliseconds. */
  after(ms: number, work: () => void): Disposable;
  readonly logger: Logger;
}

/** The first of some activities is told at once, so that the session shows; those that follow wait for each other. */
const firstMs = 300;
const batchMs = 15_000;
const mostOfCall = 500;

/** Collects what the user does and tells the engine of it in batches. */
export class ActivityRecorder implements Disposable {
  private readonly waiting = new Map<string, Activity[]>();
  private lastFlushAt = Number.NEGATIVE_INFINITY;
  private timer: Disposable | undefined;
  private hasRecorded = false;

  constructor(private readonly parts: ActivityRecorderParts) {}

  record(projectId: string, activity: Activity): void {
    const known = this.waiting.get(projectId) ?? [];
    // An editor that saves by itself does so every second: the last save of a file stands for those before.
    const others = activity.kind === 'save' ? known.filter((other) => !isSameSave(other, activity)) : known;
    this.waiting.set(projectId, [...others, activity].slice(-mostOfCall));
    const wait = Math.max(firstMs, this.lastFlushAt + batchMs - this.parts.now());
    this.timer ??= this.parts.after(wait, () => void this.flush());
  }

  /** Tells the engine all that waits. Never rejects: activity is worth a line in the log and no interruption. */
  async flush(): Promise<void> {
    this.timer?.dispose();
    this.timer = undefined;
    const batches = [...this.waiting];
    this.waiting.clear();
    if (batches.length > 0) this.lastFlushAt = this.parts.now();
    for (const [projectId, activities] of batches) await this.send(projectId, activities);
  }

  /** Forgets what waits: capture was switched off. */
  clear(): void {
    this.timer?.dispose();
    this.timer = undefined;
    this.waiting.clear();
  }

  /** The window closes: what waits is told, and sessions that no other window keeps open end. */
  async leave(): Promise<void> {
    await this.flush();
    if (this.hasRecorded) await this.parts.source.engine.leaveWindow({ windowId: this.parts.windowId });
  }

  dispose(): void {
    this.clear();
  }

  private async send(projectId: string, activities: readonly Activity[]): Promise<void> {
    const { source, windowId, policyOf, recorded, logger } = this.parts;
    try {
      const policy = policyOf(projectId);
      this.hasRecorded = true;
      recorded(
        projectId,
        await source.engine.recordActivity({ projectId, windowId, policy, activities: [...activities] }),
      );
    } catch (error) {
      logger.error('What was done could not be recorded', error);
    }
  }
}

function isSameSave(a: Activity, b: Activity): boolean {
  return a.kind === 'save' && a.file === b.file;
}

export function afterTimeout(ms: number, work: () => void): Disposable {
  const timer = setTimeout(work, ms);
  return toDisposable(() => clearTimeout(timer));
}
