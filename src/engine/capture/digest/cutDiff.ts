import type { FilePatch, Hunk } from '../../git/commits/parsePatch';

export interface CutDiff {
  readonly diff: string;
  readonly truncated: boolean;
}

/** Room that is kept for saying what was left out. */
const noteLength = 120;

/**
 * A diff of at most `limit` characters, cut at the borders of hunks. What was left out is said where it was, in lines that
 * begin with a backslash, which programs that read diffs pass over. Where not even one hunk fits, the first one is
 * shortened to one that does: a new file is a single hunk.
 */
export function cutDiff(patches: readonly FilePatch[], limit: number): CutDiff {
  const whole = patches.filter(({ hunks }) => hunks.length > 0).map(textOf);
  const length = whole.reduce((sum, text) => sum + text.length, 0);
  if (length <= limit) return { diff: whole.join(''), truncated: false };
  if (limit <= noteLength * 2) return { diff: '', truncated: true };
  const room = limit - noteLength;
  return fill(patches, room, false) ?? fill(patches, room, true) ?? { diff: '', truncated: true };
}

/** `undefined` where no hunk fits. */
function fill(patches: readonly FilePatch[], room: number, shorten: boolean): CutDiff | undefined {
  let diff = '';
  const left = new Tally();
  let taken = 0;
  for (const patch of patches.filter(({ hunks }) => hunks.length > 0)) {
    const here = new Tally();
    let text = headerOf(patch);
    let hunks = 0;
    for (const hunk of patch.hunks) {
      const free = room - diff.length - text.length - noteLength;
      const fitting = hunkText(hunk).length <= free ? hunk : shorten && taken === 0 ? shortened(hunk, free) : undefined;
      if (fitting !== undefined) {
        text += hunkText(fitting);
        hunks++;
        taken++;
      }
      if (fitting !== hunk) here.add(hunk, fitting);
    }
    if (hunks === 0) left.addFile(here);
    else diff += text + (here.hunks === 0 ? '' : `\\ left out here: ${here.say()}\n`);
  }
  if (taken === 0) return undefined;
  return { diff: diff + (left.files === 0 ? '' : `\\ left out: ${left.sayFiles()}\n`), truncated: true };
}

/** Counts what is left out. */
class Tally {
  files = 0;
  hunks = 0;
  private added = 0;
  private removed = 0;

  add(hunk: Hunk, kept: Hunk | undefined): void {
    const [all, rest] = [countLines(hunk), kept ? countLines(kept) : { added: 0, removed: 0 }];
    this.hunks++;
    this.added += all.added - rest.added;
    this.removed += all.removed - rest.removed;
  }

  addFile(other: Tally): void {
    this.files++;
    this.added += other.added;
    this.removed += other.removed;
  }

  say(): string {
    return `${this.hunks} ${this.hunks === 1 ? 'hunk' : 'hunks'} or the rest of one (+${this.added} -${this.removed})`;
  }

  sayFiles(): string {
    return `${this.files} more ${this.files === 1 ? 'file' : 'files'} (+${this.added} -${this.removed})`;
  }
}

/** Lines that one of the sides has and another one has not. */
export function countLines(hunk: Hunk): { added: number; removed: number } {
  let [added, removed] = [0, 0];
  for (const line of hunk.lines) {
    const markers = line.slice(0, hunk.markers);
    if (markers.includes('+')) added++;
    else if (markers.includes('-')) removed++;
  }
  return { added, removed };
}

/** The beginning of a hunk as a hunk of its own. */
function shortened(hunk: Hunk, room: number): Hunk | undefined {
  const parts = /^@@ -(\d{1,12})(?:,\d{1,12})? \+(\d{1,12})(?:,\d{1,12})? @@/.exec(hunk.header);
  if (parts === null) return undefined;
  const lines: string[] = [];
  let length = hunk.header.length + 12;
  for (const line of hunk.lines) {
    length += line.length + 1;
    if (length > room) break;
    lines.push(line);
  }
  const count = (without: string): number =>
    lines.filter((line) => !line.startsWith(without) && !line.startsWith('\\')).length;
  const header = `@@ -${parts[1]},${count('+')} +${parts[2]},${count('-')} @@${hunk.header.slice(parts[0].length)}`;
  return lines.length === 0 ? undefined : { ...hunk, header, lines };
}

/** Without the hashes of contents: they are long, and nobody reads them. */
function headerOf({ header }: FilePatch): string {
  return `${header.filter((line) => !line.startsWith('index ')).join('\n')}\n`;
}

const hunkText = ({ header, lines }: Hunk): string => `${[header, ...lines].join('\n')}\n`;
const textOf = (patch: FilePatch): string => headerOf(patch) + patch.hunks.map(hunkText).join('');
