import type { FileRecord } from '../../../scanModel';
import type { FileProgram } from '../program/program';
import { Scope } from './scope';
import type { Value } from './values';

/** A file as a module: its program, its names and what it exports. */
export class Unit {
  readonly scope: Scope;
  readonly exports = new Map<string, Value>();
  /** Specifiers of `export * from`. */
  readonly reexported: string[] = [];
  state: 'new' | 'running' | 'done' = 'new';

  constructor(
    readonly file: FileRecord,
    readonly program: FileProgram,
    packageScope?: Scope,
  ) {
    this.scope = new Scope(packageScope);
  }

  get path(): string {
    return this.file.path;
  }

  get directory(): string {
    return directoryOf(this.file.path);
  }
}

export function directoryOf(path: string): string {
  const at = path.lastIndexOf('/');
  return at === -1 ? '' : path.slice(0, at);
}
