interface BatchLimits {
  readonly maxFiles: number;
  readonly maxBytes: number;
}

/** Cuts a list into pieces that hold neither too many files nor too many bytes; one big file is a piece of its own. */
export function splitBySize<T>(files: readonly T[], bytesOf: (file: T) => number, limits: BatchLimits): T[][] {
  const pieces: T[][] = [];
  let piece: T[] = [];
  let bytes = 0;
  for (const file of files) {
    const size = bytesOf(file);
    if (piece.length > 0 && (piece.length >= limits.maxFiles || bytes + size > limits.maxBytes)) {
      pieces.push(piece);
      piece = [];
      bytes = 0;
    }
    piece.push(file);
    bytes += size;
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}
