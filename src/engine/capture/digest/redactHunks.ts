import type { Hunk } from '../../git/commits/parsePatch';
import { findSecrets } from '../../redact/findSecrets';

export interface RedactedHunks {
  readonly hunks: readonly Hunk[];
  readonly counts: Readonly<Record<string, number>>;
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

/** So many lines of nothing but base 64 are a key or a file in disguise, whose beginning is outside of the hunk. */
const leastEncodedLines = 3;
const encodedLine = /^[\s"'+,|]{0,40}[A-Za-z0-9+/]{56,80}={0,2}(?:\\n)?[\s"'+,;)]{0,10}$/;

/**
 * Takes secrets out of hunks. Both sides are looked at as the text that they are, without the markers at the beginning of
 * lines: a key of many lines that was removed is not one with a `-` in each.
 */
export function redactHunks(hunks: readonly Hunk[]): RedactedHunks {
  const counts: Record<string, number> = {};
  const redacted = hunks.map((hunk) => {
    const cuts = new Map<number, Cut[]>();
    const seen = new Set<string>();
    for (const side of ['-', '+'])
      for (const { rule, line, start, pieces } of secretsOf(hunk, side)) {
        if (seen.has(`${rule} ${line} ${start}`)) continue;
        seen.add(`${rule} ${line} ${start}`);
        counts[rule] = (counts[rule] ?? 0) + 1;
        for (const [at, cut] of pieces) cuts.set(at, [...(cuts.get(at) ?? []), cut]);
      }
    return cuts.size === 0 ? hunk : { ...hunk, lines: hunk.lines.map((line, at) => apply(line, cuts.get(at) ?? [])) };
  });
  return { hunks: redacted, counts };
}

interface Secret {
  readonly rule: string;
  readonly line: number;
  readonly start: number;
  readonly pieces: readonly (readonly [line: number, cut: Cut])[];
}

/** The secrets of one side of a hunk, by its lines. */
function secretsOf(hunk: Hunk, side: string): Secret[] {
  const other = side === '-' ? '+' : '-';
  const lines: { readonly at: number; readonly text: string; readonly from: number }[] = [];
  let length = 0;
  hunk.lines.forEach((line, at) => {
    const markers = line.slice(0, hunk.markers);
    if (markers.includes(other) || markers.startsWith('\\')) return;
    const text = line.slice(hunk.markers);
    lines.push({ at, text, from: length });
    length += text.length + 1;
  });
  const found = findSecrets(lines.map(({ text }) => text).join('\n'));
  const blocks = encodedBlocks(lines).filter(
    (block) => !found.some((span) => span.start < block.end && block.start < span.end),
  );
  return [...found, ...blocks].flatMap(({ rule, start, end }) => {
    const pieces = lines
      .filter(({ from, text }) => from < end && from + text.length > start)
      .map(({ at, from, text }): readonly [number, Cut] => {
        const [begin, stop] = [Math.max(0, start - from), Math.min(text.length, end - from)];
        const put = from <= start ? `«${rule}»` : '';
        return [at, { start: begin + hunk.markers, end: stop + hunk.markers, put }];
      });
    const [first] = pieces;
    return first === undefined ? [] : [{ rule, line: first[0], start: first[1].start, pieces }];
  });
}

function encodedBlocks(lines: readonly { readonly text: string; readonly from: number }[]) {
  const blocks: { rule: string; start: number; end: number }[] = [];
  for (let at = 0; at < lines.length; ) {
    let end = at;
    while (end < lines.length && encodedLine.test(lines[end]?.text ?? '')) end++;
    const [first, last] = [lines[at], lines[end - 1]];
    if (end - at >= leastEncodedLines && first && last)
      blocks.push({ rule: 'encoded-block', start: first.from, end: last.from + last.text.length });
    at = Math.max(end, at + 1);
  }
  return blocks;
}

/** From the end, so that the places before stay what they are; what overlaps is cut once. */
function apply(line: string, cuts: readonly Cut[]): string {
  let text = line;
  let before = line.length + 1;
  for (const { start, end, put } of [...cuts].sort((a, b) => b.start - a.start || b.end - a.end)) {
    text = `${text.slice(0, start)}${put}${text.slice(Math.min(end, before))}`;
    before = start;
  }
  return text;
}
