import type { FilePlace } from '../../../../recall/factsView';
import type { FileProgram } from '../../program/program';
import type { Value } from '../values';
import { Scope } from './scope';

/** A file as a module: its program, its names and what it exports. */
export class Unit {
  readonly scope: Scope;
  readonly directory: string;
  readonly exports = new Map<string, Value>();
  /** Specifiers of `export * from`. */
  readonly reexported: string[] = [];
  private owners: Map<number, number> | undefined;
  state: 'new' | 'running' | 'done' = 'new';

  constructor(
    readonly file: FilePlace,
    readonly program: FileProgram,
    packageScope?: Scope,
  ) {
    this.scope = new Scope(packageScope);
    this.directory = directoryOf(file.path);
  }

  /** The class of which a function is a method. */
  classOf(functionId: number): number | undefined {
    if (this.owners === undefined) {
      this.owners = new Map();
      for (const [id, declared] of this.program.classes.entries())
        for (const method of declared.methods) this.owners.set(method, id);
    }
    return this.owners.get(functionId);
  }

  get path(): string {
    return this.file.path;
  }
}

export function directoryOf(path: string): string {
  const at = path.lastIndexOf('/');
  return at === -1 ? '' : path.slice(0, at);
}
