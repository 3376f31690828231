import type { ListedFile } from '../listing/fileTree';

/** Times of this kind of file system have steps of two seconds at most. */
const coarseStepMs = 2_000;
/** The kernel's clock for file times lags by one timer tick, at most 10 ms. */
const fineStepMs = 20;

/**
 * The stamp of a file by which its content may be recognised later. As git does with its index: a file that changed just
 * before it was listed could change once more within the same step of the clock, and its stamp would not tell.
 */
export function trustedStamp(file: ListedFile, listedAt: number): string | undefined {
  if (file.stamp === '') return undefined;
  const step = file.changedAt % 1000 === 0 ? coarseStepMs : fineStepMs;
  return file.changedAt + step < listedAt ? file.stamp : undefined;
}
