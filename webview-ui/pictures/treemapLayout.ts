export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Divides an area among values so that each gets its share and is as near to a square as can be ("Squarified Treemaps",
 * Bruls, Huizing and van Wijk, 2000). Values are positive and descend; the areas come in their order.
 */
export function squarify(values: readonly number[], area: Area): Area[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  if (total <= 0 || area.width <= 0 || area.height <= 0) return values.map(() => ({ ...area, width: 0, height: 0 }));
  const scale = (area.width * area.height) / total;
  const placed: Area[] = [];
  let free = area;
  for (let at = 0; at < values.length; ) {
    const side = Math.min(free.width, free.height);
    let count = 1;
    let sum = (values[at] ?? 0) * scale;
    let worst = ratio(values, { at, count, sum, side, scale });
    while (at + count < values.length) {
      const longer = sum + (values[at + count] ?? 0) * scale;
      const next = ratio(values, { at, count: count + 1, sum: longer, side, scale });
      if (next > worst) break;
      [count, sum, worst] = [count + 1, longer, next];
    }
    free = placeRow(
      values.slice(at, at + count).map((value) => value * scale),
      free,
      placed,
    );
    at += count;
  }
  return placed;
}

interface Row {
  readonly at: number;
  readonly count: number;
  readonly sum: number;
  readonly side: number;
  readonly scale: number;
}

/** The worst ratio of sides in a row: values descend, so that the first or the last has it. */
function ratio(values: readonly number[], { at, count, sum, side, scale }: Row): number {
  const breadth = sum / side;
  const of = (value: number): number => {
    const length = (value * scale) / breadth;
    return Math.max(length / breadth, breadth / length);
  };
  return Math.max(of(values[at] ?? 0), of(values[at + count - 1] ?? 0));
}

/** Puts a row along the shorter side; what is left of the area. */
function placeRow(sizes: readonly number[], area: Area, placed: Area[]): Area {
  const { x, y, width, height } = area;
  const sum = sizes.reduce((total, size) => total + size, 0);
  const upright = width >= height;
  const breadth = sum / (upright ? height : width);
  let offset = 0;
  for (const size of sizes) {
    const length = size / breadth;
    placed.push(
      upright
        ? { x, y: y + offset, width: breadth, height: length }
        : { x: x + offset, y, width: length, height: breadth },
    );
    offset += length;
  }
  return upright
    ? { x: x + breadth, y, width: Math.max(0, width - breadth), height }
    : { x, y: y + breadth, width, height: Math.max(0, height - breadth) };
}
