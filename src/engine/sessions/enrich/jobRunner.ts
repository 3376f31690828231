import type { Disposable } from '../../../base/disposable';
import { isEngineError } from '../../../base/engineError';
import type { PipelineStage } from '../../../shared/session';
import { endSession } from '../createSession';
import { reportSession } from '../reportSession';
import type { EnrichParts } from './enrichParts';
import { type JobRow, type JobStage, readStages } from './jobStore';
import { dedupStage, driftStage, embedStage, enrichStage, type Stage } from './stages';

const stages: Readonly<Record<PipelineStage, Stage>> = {
  enrich: enrichStage,
  embed: embedStage,
  dedup: dedupStage,
  drift_check: driftStage,
};

/**
 * Carries out enrichment jobs one after the other. Each stage and the note that it is done are one transaction, so a job
 * whose engine was killed goes on with the stage that is not done, and nothing is done twice.
 */
export class JobRunner implements Disposable {
  private running = false;
  private disposed = false;

  constructor(private readonly parts: EnrichParts) {}

  /** Looks for work, after what runs now was committed. */
  wake(): void {
    if (this.running || this.disposed) return;
    this.running = true;
    setImmediate(() => void this.runAll());
  }

  /** The job that runs is left as it is: the next engine goes on with it. */
  dispose(): void {
    this.disposed = true;
  }

  private async runAll(): Promise<void> {
    try {
      for (let job = this.next(); job; job = this.next()) await this.runJob(job);
    } catch (error) {
      // The store can't be written or the engine ends: the job stays open and is found again.
      if (!this.disposed && !isEngineError(error, 'unavailable'))
        this.parts.ports.logger.warn(`An enrichment stopped and will go on later: ${String(error)}`);
    } finally {
      this.running = false;
    }
  }

  private next(): JobRow | undefined {
    return this.disposed ? undefined : this.parts.jobs.nextOpen();
  }

  private async runJob(job: JobRow): Promise<void> {
    for (const { name, status } of readStages(job)) {
      if (status === 'completed' || status === 'skipped') continue;
      if (this.disposed) return;
      const failure = await this.runStage(job.id, name);
      if (failure === undefined) continue;
      await this.finish(job.id, failure);
      return;
    }
    if (!this.disposed) await this.finish(job.id, null);
  }

  /** What went wrong with the stage; `undefined` when it is done. Rejects when the engine can't go on. */
  private async runStage(jobId: string, name: PipelineStage): Promise<string | undefined> {
    const { runner, sessions, jobs } = this.parts;
    try {
      const session = sessions.find(jobs.find(jobId)?.sessionId ?? '');
      if (!session) return undefined;
      const work = await stages[name](this.parts, session);
      await runner.commit(`job.${name}`, () => {
        if ('skipped' in work) this.note(jobId, { name, status: 'skipped', detail: work.skipped });
        else this.note(jobId, { name, status: 'completed', detail: work.write() });
      });
      return undefined;
    } catch (error) {
      if (this.disposed || (isEngineError(error) && ['unavailable', 'full', 'readOnly'].includes(error.code)))
        throw error;
      const message = isEngineError(error) ? error.message : 'Contox made a mistake in this stage. The log says more.';
      if (!isEngineError(error)) this.parts.ports.logger.error(`Enrichment failed in ${name}`, error);
      await runner.commit('job.failed', () => this.note(jobId, { name, status: 'failed', detail: message }));
      return message;
    }
  }

  private note(jobId: string, stage: JobStage): void {
    const job = this.parts.jobs.find(jobId);
    if (!job) return;
    const all = readStages(job).map((known) => (known.name === stage.name ? stage : known));
    const startedAt = job.startedAt ?? this.parts.ports.clock.now();
    this.parts.jobs.save({ ...job, status: 'running', stages: JSON.stringify(all), startedAt });
  }

  /** The job and its session come to their end together. A deleted project took both with it. */
  private async finish(jobId: string, error: string | null): Promise<void> {
    const { runner, jobs, sessions, ports } = this.parts;
    await runner.commit('job.finish', () => {
      const job = jobs.find(jobId);
      const session = job && sessions.find(job.sessionId);
      if (!job || !session) return;
      const status = error === null ? 'completed' : 'failed';
      jobs.save({ ...job, status, error, completedAt: ports.clock.now() });
      endSession(this.parts, session, status);
      reportSession(this.parts, error === null ? 'enriched' : 'failed', session, { jobId });
    });
  }
}
