import { isEngineError } from '../../base/engineError';
import type { Engine } from '../../engine/engine';
import type { ScanResults, ScanStatus } from '../../shared/genesis';
import type { ProgressPrinter } from './progressPrinter';
import type { ScanArguments } from './scanArguments';

/** News of a scan may be lost when the owner of the store changes; then the status is asked for this often. */
const askMs = 1_000;

/** So often a scan is begun again whose engine ended: it goes on where the other one stopped. */
const mostAttempts = 3;

/** Scans the folder and answers its results; those of the scan that somebody else has begun where there is one. */
export async function runScanCall(
  engine: Engine,
  options: ScanArguments,
  progress: ProgressPrinter,
  signal: AbortSignal,
): Promise<ScanResults> {
  const { id: projectId } = await engine.openFolder({ path: options.folder });
  let status = await scanOnce(engine, projectId, options, progress, signal);
  for (let attempt = 1; attempt < mostAttempts && status.error === 'interrupted' && !signal.aborted; attempt++)
    status = await scanOnce(engine, projectId, options, progress, signal);
  const results = await engine.getScanResults({ projectId });
  if (status.phase === 'failed') progress.say(`The scan ended early: ${status.error ?? 'unknown reason'}.`);
  // After a cancel the results may be those of an earlier scan; what is told is how this one went.
  return { ...results, scan: status };
}

async function scanOnce(
  engine: Engine,
  projectId: string,
  options: ScanArguments,
  progress: ProgressPrinter,
  signal: AbortSignal,
): Promise<ScanStatus> {
  const { branch, maxFiles, selective, securityAudit } = options;
  const ended = watch(engine, projectId, progress, signal);
  try {
    await engine.startScan({
      projectId,
      selective,
      securityAudit,
      ...(branch === undefined ? {} : { branch }),
      ...(maxFiles === undefined ? {} : { maxFiles }),
    });
  } catch (error) {
    if (!isEngineError(error, 'conflict')) {
      ended.stop();
      throw error;
    }
    progress.say('A scan of this folder is running already; waiting for it.');
  }
  ended.begin();
  return ended.promise;
}

interface Watch {
  readonly promise: Promise<ScanStatus>;
  /** The scan is under way from now on: a final status is its own. */
  begin(): void;
  stop(): void;
}

function watch(engine: Engine, projectId: string, progress: ProgressPrinter, signal: AbortSignal): Watch {
  let begun = false;
  let stop = (): void => undefined;
  const promise = new Promise<ScanStatus>((resolve, reject) => {
    const note = (status: ScanStatus | null): void => {
      if (status === null) return;
      progress.show(status);
      if (!begun || status.completedAt === null) return;
      stop();
      resolve(status);
    };
    const ask = (): void => void engine.getScanStatus({ projectId }).then(note, fail);
    const fail = (error: unknown): void => {
      if (isEngineError(error, 'unavailable')) return;
      stop();
      reject(error);
    };
    const subscription = engine.onDidChange((change) => {
      if (change.kind === 'scan' && change.projectId === projectId) note(change.status);
    });
    const timer = setInterval(ask, askMs);
    const cancel = (): void => void engine.cancelScan({ projectId }).catch(fail);
    signal.addEventListener('abort', cancel);
    stop = () => {
      clearInterval(timer);
      subscription.dispose();
      signal.removeEventListener('abort', cancel);
    };
  });
  return {
    promise,
    begin: () => {
      begun = true;
    },
    stop: () => stop(),
  };
}
