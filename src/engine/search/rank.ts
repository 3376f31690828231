/** Columns of the index: title, body, parts of names. */
const weights = [4, 1, 1] as const;
const saturation = 1.2;
const lengthShare = 0.75;

export interface Rank {
  /** How many of the terms the text has. */
  readonly coverage: number;
  /** BM25: rare words count more, a title more than a body, a long text less than a short one. */
  readonly score: number;
}

/** The rank of a row from its `matchinfo(…, 'pcnalx')`, whose numbers are 32 bits each. */
export function rankOf(info: Uint8Array): Rank {
  const numbers = new Uint32Array(info.slice().buffer);
  const at = (index: number): number => numbers[index] ?? 0;
  const [terms, columns, documents] = [at(0), at(1), at(2)];
  const averages = 3;
  const lengths = averages + columns;
  const hits = lengths + columns;
  const sum = (from: number): number => weights.reduce((total, _, column) => total + at(from + column), 0);
  const length = sum(lengths) / Math.max(1, sum(averages));
  let coverage = 0;
  let score = 0;
  for (let term = 0; term < terms; term++) {
    let found = 0;
    let holders = 0;
    weights.forEach((weight, column) => {
      const place = hits + 3 * (term * columns + column);
      found += weight * at(place);
      holders = Math.max(holders, at(place + 2));
    });
    if (found === 0) continue;
    coverage++;
    const rarity = Math.log(1 + (documents - holders + 0.5) / (holders + 0.5));
    const limit = saturation * (1 - lengthShare + lengthShare * length);
    score += (rarity * found * (saturation + 1)) / (found + limit);
  }
  return { coverage, score };
}
