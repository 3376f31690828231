import type { Clock } from '../../../base/clock';
import { isEngineError } from '../../../base/engineError';
import type { StartScan } from '../../../shared/genesis';
import type { Engine } from '../../engine';
import { signatureWindowSeconds } from '../../signature';
import { ApiError } from '../apiError';
import type { Caller, RouteCall } from '../route';

/** So many files a scan takes over HTTP unless it is told otherwise. */
const defaultMaxFiles = 500;
const defaultBranch = 'main';

/** Signed requests that were carried out. A signature may be from the future by a window and counts for another one. */
export class ScanReplays {
  private readonly until = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  /** Carries a signed request out once; the same one again is refused with a sentence. */
  async once<T>({ signatureKey }: Caller, sentence: string, work: () => Promise<T>): Promise<T> {
    const now = this.clock.now();
    for (const [key, until] of this.until) if (until < now) this.until.delete(key);
    if (signatureKey === undefined) return work();
    if (this.until.has(signatureKey)) throw new ApiError(400, sentence);
    const value = await work();
    this.until.set(signatureKey, now + 2 * signatureWindowSeconds * 1000);
    return value;
  }
}

/**
 * Starts a scan with the defaults of the API. The same signed request again answers the first one's scan, unless one is
 * running: then it is a conflict, as every start is.
 */
export async function startScan(call: RouteCall<unknown, unknown, StartScan>): Promise<unknown> {
  const { engine, caller, projectId, body, options } = call;
  const latest = await engine.getScanStatus({ projectId });
  // A scan is in progress until its status says that it ended, which is a little after its results are written.
  if (latest !== null && latest.completedAt === null) throw new ApiError(409, 'Scan already in progress');
  const params = { maxFiles: defaultMaxFiles, ...body, projectId };
  const branch = await branchFor(engine, params);
  const { branch: _asked, ...rest } = params;
  const start = { ...rest, ...(branch === undefined ? {} : { branch }) };
  const { signatureKey } = caller;
  return engine.startScan(start, signatureKey ? { ...options, requestId: `scan ${signatureKey}` } : options);
}

/**
 * Without a branch, or with the usual one, a scan reads `main`. Where there is none, and where a commit is checked out
 * and no branch is asked for, it reads the folder as it is.
 */
async function branchFor(engine: Engine, { projectId, branch }: StartScan): Promise<string | undefined> {
  if (branch !== undefined && branch !== defaultBranch) return branch;
  try {
    const { branches, currentBranch } = await engine.estimateScan({ projectId, maxFiles: 1 });
    if (branch === undefined && currentBranch === null) return undefined;
    return branches.includes(defaultBranch) ? defaultBranch : undefined;
  } catch (error) {
    // The scan itself says what is wrong with the folder.
    if (isEngineError(error)) return undefined;
    throw error;
  }
}
