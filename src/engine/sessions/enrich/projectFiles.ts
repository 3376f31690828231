import { readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, sep } from 'node:path';
import { sha256 } from '../../../base/sha256';

const largest = 2_000_000;

/** The lines of a project's files, read once each. Nothing outside of its folder is opened, by whatever name or link. */
export class ProjectFiles {
  private readonly known = new Map<string, Promise<readonly string[] | undefined>>();

  constructor(private readonly folder: string) {}

  /** `undefined` for what is no readable text file of the project. */
  lines(path: string): Promise<readonly string[] | undefined> {
    const known = this.known.get(path) ?? this.read(path);
    this.known.set(path, known);
    return known;
  }

  private async read(path: string): Promise<readonly string[] | undefined> {
    if (isAbsolute(path) || path.split(/[\\/]/).includes('..') || path.includes('\0')) return undefined;
    try {
      const root = await realpath(this.folder);
      const file = await realpath(join(root, path));
      if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) return undefined;
      const found = await stat(file);
      if (!found.isFile() || found.size > largest) return undefined;
      return (await readFile(file, 'utf8')).split(/\r?\n/);
    } catch {
      // Gone, or not to be read: for a comparison the same.
      return undefined;
    }
  }
}

/** SHA-256 of lines as evidence has it; `undefined` where the file has not so many. */
export function hashLines(lines: readonly string[], startLine: number, endLine: number): string | undefined {
  return endLine > lines.length ? undefined : sha256(lines.slice(startLine - 1, endLine).join('\n'));
}
