import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describeFile } from '../languages/describeFile';
import { lookOf } from '../listing/sureOnly';
import { handsForScans } from './builtWorkers';
import { inspectFiles } from './inspectWork';
import type {
  AnalyzerOutline,
  ExtractedFiles,
  FilesJob,
  FileToRead,
  InspectedFile,
  ScanRunner,
  SynthesisHead,
} from './jobs';
import { type WorkerFile, WorkerLost } from './scanWorkerThread';
import { type PoolOptions, WorkerPool } from './workerPool';
import { openWorkerSynthesis } from './workerSynthesis';

export interface WorkerRunnerOptions extends Partial<Pick<PoolOptions, 'size' | 'idleMs' | 'filesPerWorker'>> {
  readonly file: WorkerFile;
  /** Longest time for one file. */
  readonly fileMs?: number;
}

/** After so many stuck files the rest gets less time: a folder full of them must not take for ever. */
const patience = { stuckFiles: 10, shortMs: 1_000 };

/** So much is read in this thread: about as long as a message to another one takes. */
const handful = { files: 10, bytes: 200_000 };

/** Does the work of scans in worker threads. A file on which one gets stuck or dies is left out, and the work goes on. */
export class WorkerRunner implements ScanRunner {
  readonly concurrency: number;
  readonly fingerprint: string;
  private readonly pool: WorkerPool;
  private readonly fileMs: number;
  private stuckFiles = 0;
  private analyzers: Promise<readonly AnalyzerOutline[]> | undefined;

  constructor(options: WorkerRunnerOptions) {
    const { file, size = handsForScans(), idleMs = 10_000, filesPerWorker = 4_000, fileMs = 5_000 } = options;
    this.concurrency = size;
    this.fileMs = fileMs;
    this.fingerprint = createHash('sha1').update(readFileSync(file.path)).digest('hex');
    this.pool = new WorkerPool({ file, size, idleMs, filesPerWorker });
  }

  outline(): Promise<readonly AnalyzerOutline[]> {
    this.analyzers ??= this.askOutline();
    return this.analyzers;
  }

  prepare(hands = this.concurrency): void {
    this.pool.fill(hands, hands < this.concurrency);
  }

  /** A handful of small files is looked at in a millisecond, long before a worker has started. */
  async inspect(job: FilesJob): Promise<InspectedFile[]> {
    if (isSmall(job)) return inspectFiles(job, () => undefined);
    return [...(await this.runFiles('inspect', job)).files];
  }

  extract(job: FilesJob): Promise<ExtractedFiles> {
    return this.runFiles('extract', job);
  }

  async openSynthesis(head: SynthesisHead) {
    return openWorkerSynthesis(this.pool, head);
  }

  spareHands(): number {
    return this.pool.free;
  }

  /** For the memory that they hold, and for what this thread has let go of, where the program offers to collect it. */
  rest(): void {
    this.pool.endIdle();
    (globalThis as { readonly gc?: () => void }).gc?.();
  }

  dispose(): void {
    this.pool.dispose();
  }

  private async askOutline(): Promise<readonly AnalyzerOutline[]> {
    const worker = await this.pool.acquire();
    try {
      return (await worker.send({ kind: 'outline' }, this.fileMs)) as AnalyzerOutline[];
    } catch (error) {
      this.analyzers = undefined;
      throw error;
    } finally {
      this.pool.release(worker);
    }
  }

  /** Sends the job, and what is left of it after each file that costs a worker. The answers are in the job's order. */
  private async runFiles(kind: 'inspect' | 'extract', job: FilesJob): Promise<ExtractedFiles> {
    const given = new Map<string, InspectedFile>();
    let pack: ExtractedFiles['pack'];
    let files = job.files;
    while (files.length > 0) {
      const result = await this.tryFiles(kind, { ...job, files });
      if (!(result instanceof WorkerLost)) {
        for (const file of result.files) given.set(file.path, file);
        pack = result.pack;
        break;
      }
      const culprit = files[result.index];
      // It does not even start: that is no fault of a file.
      if (culprit === undefined && result.why === 'died') throw result;
      // Without a file to blame, the whole job would fail again in the same way.
      const lost = culprit === undefined ? files : [culprit];
      for (const file of lost) given.set(file.path, leftOut(file, result));
      files = files.filter((file) => !lost.includes(file));
    }
    return { files: job.files.flatMap((file) => given.get(file.path) ?? []), pack };
  }

  private async tryFiles(kind: 'inspect' | 'extract', job: FilesJob): Promise<ExtractedFiles | WorkerLost> {
    const worker = await this.pool.acquire();
    try {
      const limitMs = this.stuckFiles > patience.stuckFiles ? Math.min(patience.shortMs, this.fileMs) : this.fileMs;
      const answer = await worker.send({ kind, job }, limitMs);
      if (kind === 'inspect') return { files: answer as InspectedFile[] };
      worker.filesDone += job.files.length;
      return answer as ExtractedFiles;
    } catch (error) {
      if (!(error instanceof WorkerLost)) throw error;
      this.stuckFiles++;
      return error;
    } finally {
      this.pool.release(worker);
    }
  }
}

function isSmall({ source, files }: FilesJob): boolean {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return source.kind === 'folder' && files.length <= handful.files && bytes <= handful.bytes;
}

function leftOut(file: FileToRead, lost: WorkerLost): InspectedFile {
  return {
    ...describeFile(file.path, '', file.told),
    ...lookOf(file),
    hash: file.hash,
    bytes: file.bytes,
    lines: 0,
    skipped: lost.why === 'stalled' ? 'timed-out' : 'unreadable',
    failure: lost.message,
  };
}
