import { sha256 } from '../../../../base/sha256';

/** A place that an extractor reports, before it has its mark. */
interface Marked {
  readonly rule: string;
  readonly line: number;
  readonly mark?: string;
}

/**
 * Gives each place a mark that follows from what stands in its line: it stays the same when the line moves or is
 * indented anew, and changes with the code. Equal lines of one file are told apart by their order.
 */
export function withMarks<P extends Marked>(places: readonly P[], textOf: (place: P) => string): P[] {
  const seen = new Map<string, number>();
  return places.map((place) => {
    const text = textOf(place).replace(/\s+/g, ' ').trim().slice(0, 2_000);
    const mark = sha256(`${place.rule}\n${text}`).slice(0, 16);
    const earlier = seen.get(mark) ?? 0;
    seen.set(mark, earlier + 1);
    return { ...place, mark: earlier === 0 ? mark : `${mark}:${earlier + 1}` };
  });
}
