import type { CodeFile } from '../../src/shared/inventory';
import { type Area, squarify } from './treemapLayout';

export interface TreemapFile extends Area {
  readonly file: CodeFile;
  /** 0 to 1: how often it changed beside the file that changed most. */
  readonly heat: number;
}

export interface TreemapGroup extends Area {
  /** `''` for files of no folder. */
  readonly folder: string;
  /** Whether there is room for its name above its files. */
  readonly titled: boolean;
  readonly files: readonly TreemapFile[];
}

/** A few files need no picture. */
export const leastFiles = 8;

/** With fewer changes than these nothing is hot, whatever else there is. */
const fewChanges = 8;
const titleHeight = 15;
const gap = 2;
/** A folder with a smaller share of the lines is shown as one of the rest. */
const leastShare = 0.01;

/** Files as areas by their lines, those of a folder together. */
export function treemap(files: readonly CodeFile[], area: Area): TreemapGroup[] {
  const hottest = Math.max(fewChanges, ...files.map(({ changes }) => changes));
  const groups = [...grouped(files)]
    .map(([folder, own]) => ({ folder, own, lines: linesOf(own) }))
    .sort((a, b) => b.lines - a.lines || (a.folder < b.folder ? -1 : 1));
  const places = squarify(
    groups.map(({ lines }) => lines),
    area,
  );
  return groups.map(({ folder, own }, index) => {
    const place = places[index] ?? area;
    const titled = place.height > 44 && place.width > 70;
    const top = titled ? titleHeight : gap;
    const inside = {
      x: place.x + gap,
      y: place.y + top,
      width: Math.max(0, place.width - 2 * gap),
      height: Math.max(0, place.height - top - gap),
    };
    const sorted = [...own].sort((a, b) => b.lines - a.lines);
    const areas = squarify(
      sorted.map(({ lines }) => lines),
      inside,
    );
    return {
      folder,
      titled,
      ...place,
      files: sorted.map((file, at) => ({ file, heat: file.changes / hottest, ...(areas[at] ?? inside) })),
    };
  });
}

const linesOf = (files: readonly CodeFile[]): number => files.reduce((sum, { lines }) => sum + lines, 0);

/** By folder, at most two levels deep unless all lies in one; small folders are gathered under the one above. */
function grouped(files: readonly CodeFile[]): Map<string, CodeFile[]> {
  const total = linesOf(files);
  const below = commonFolder(files);
  const depthOf = (path: string): string => {
    const parts = path.slice(0, Math.max(0, path.lastIndexOf('/'))).split('/');
    return parts.slice(0, below + 2).join('/');
  };
  const groups = new Map<string, CodeFile[]>();
  for (const file of files) push(groups, depthOf(file.path), file);
  for (const [folder, own] of [...groups]) {
    if (linesOf(own) >= total * leastShare || !folder.includes('/')) continue;
    groups.delete(folder);
    for (const file of own) push(groups, folder.slice(0, folder.lastIndexOf('/')), file);
  }
  return groups;
}

function push(groups: Map<string, CodeFile[]>, folder: string, file: CodeFile): void {
  const known = groups.get(folder);
  if (known === undefined) groups.set(folder, [file]);
  else known.push(file);
}

/** How many folders deep all files lie. */
function commonFolder(files: readonly CodeFile[]): number {
  const [first, ...rest] = files.map(({ path }) => path.split('/').slice(0, -1));
  let depth = 0;
  while (first !== undefined && depth < first.length && rest.every((parts) => parts[depth] === first[depth])) depth++;
  return depth;
}
