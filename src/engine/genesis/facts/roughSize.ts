import type { FileRecord } from '../scanModel';

/** A size to one digit and a half: small changes say nothing of it. */
export function roughly(size: number): number {
  const step = size < 10 ? 1 : 5 * 10 ** (Math.floor(Math.log10(size)) - 1);
  return Math.round(size / step) * step;
}

/** For shares and comparisons: what follows from them stays as it is while somebody writes a few words. */
export const roughBytesOf = (file: FileRecord): number => file.roughBytes ?? roughly(file.bytes);
