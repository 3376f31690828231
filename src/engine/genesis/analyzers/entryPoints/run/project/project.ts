import type { FilePlace, Links } from '../../../../recall/factsView';
import type { FileProgram } from '../../program/program';
import { holeEnd, holeStart } from '../values';
import { Scope } from './scope';
import { directoryOf, Unit } from './unit';

export interface Declared {
  readonly unit: Unit;
  readonly id: number;
}

const holePattern = new RegExp(`${holeStart}[^${holeEnd}]*${holeEnd}`, 'g');

/** All programs of a project, found by path, by class and by function. */
export class Project {
  readonly units = new Map<string, Unit>();
  private readonly directories = new Map<string, Unit[]>();
  private readonly classes = new Map<string, Declared[]>();
  private readonly functions = new Map<string, Declared[]>();
  private namespaces: Map<string, Unit[]> | undefined;
  private readonly packageScopes = new Map<string, Scope>();

  constructor(
    programs: Iterable<readonly [FilePlace, FileProgram]>,
    readonly imports: Links,
    readonly paths: ReadonlyMap<string, unknown>,
  ) {
    for (const [file, program] of programs) {
      const unit = new Unit(file, program, this.packageScope(file, program));
      this.units.set(file.path, unit);
      append(this.directories, unit.directory, unit);
      program.classes.forEach((declared, id) => {
        append(this.classes, declared.name, { unit, id });
      });
      program.functions.forEach((declared, id) => {
        if (declared.name !== '') append(this.functions, declared.name, { unit, id });
      });
    }
  }

  classesNamed(name: string): readonly Declared[] {
    return this.classes.get(name) ?? [];
  }

  functionsNamed(name: string): readonly Declared[] {
    return this.functions.get(name) ?? [];
  }

  /** The same, those that share most folders with a file first: each service of a repository may have one of this name. */
  functionsNear(name: string, path: string): readonly Declared[] {
    const found = this.functionsNamed(name);
    if (found.length < 2) return found;
    const shared = (declared: Declared): number => commonFolders(declared.unit.path, path);
    return [...found].sort((a, b) => shared(b) - shared(a));
  }

  /** The files of a package of Go, and of a module of Swift, see each other's names without an import. */
  packageScope(file: FilePlace, program: FileProgram): Scope | undefined {
    if (program.language !== 'go' && program.language !== 'swift') return undefined;
    const folder = directoryOf(file.path);
    const key = program.language === 'go' ? folder : (/^(?:.{0,300}?\/)?Sources\/[^/]{1,100}/.exec(folder)?.[0] ?? '.');
    let scope = this.packageScopes.get(key);
    if (scope === undefined) {
      scope = new Scope(undefined);
      this.packageScopes.set(key, scope);
    }
    return scope;
  }

  /** Files of a package of a language whose packages are no folders. */
  unitsOfNamespace(namespace: string): readonly Unit[] {
    if (this.namespaces === undefined) {
      this.namespaces = new Map();
      for (const unit of this.units.values())
        if (unit.program.namespace !== undefined) append(this.namespaces, unit.program.namespace, unit);
    }
    return this.namespaces.get(namespace) ?? [];
  }

  unitsIn(directory: string): readonly Unit[] {
    return this.directories.get(directory) ?? [];
  }

  /** Everything that a file names to import it, at its top. */
  *specifiersOf(unit: Unit): Iterable<string> {
    for (const statement of unit.program.body) {
      if (statement.do === 'import' || statement.do === 'reexport') yield statement.specifier;
      if (statement.do !== 'set') continue;
      // `require('koa').Router` names the module as well.
      const { value } = statement;
      const required = value.is === 'member' ? value.of : value;
      if (required.is !== 'call') continue;
      const { callee, args } = required;
      const argument = args[0]?.value;
      if (callee.is === 'name' && callee.name === 'require' && argument?.is === 'text') yield argument.text;
    }
  }

  resolve(from: string, specifier: string): readonly string[] {
    const { files } = this.imports.resolve(from, specifier);
    return files.length > 0 ? files : this.resolveRelative(from, specifier);
  }

  private resolveRelative(from: string, specifier: string): string[] {
    if (!specifier.startsWith('.') || !/\.[cm]?[jt]sx?$/.test(from)) return [];
    return this.filesAt(normalize(`${directoryOf(from)}/${specifier}`));
  }

  /** Files that a path names: as it is, with an extension, as a folder's index; unknown parts match within one folder. */
  filesAt(path: string): string[] {
    const clean = normalize(path);
    if (clean.includes(holeStart)) return this.filesMatching(clean);
    const stem = clean.replace(/\.js$/, '');
    const candidates = [clean, ...extensions.flatMap((end) => [`${clean}${end}`, `${stem}${end}`])];
    const found = candidates.find((candidate) => this.paths.has(candidate));
    return found === undefined ? [] : [found];
  }

  private filesMatching(path: string): string[] {
    const parts = path.split(holePattern).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const pattern = new RegExp(`^${parts.join('[^/]*')}(?:\\.[jt]s|/index\\.[jt]s)?$`);
    const prefix = path.slice(0, path.indexOf(holeStart));
    if (prefix === '') return [];
    return [...this.units.keys()].filter((candidate) => candidate.startsWith(prefix) && pattern.test(candidate));
  }

  /** A file by the end of its path, the nearest to `from` first. */
  fileEndingWith(from: string, end: string): string | undefined {
    const clean = normalize(end);
    const matches = [...this.units.keys()].filter((path) => path === clean || path.endsWith(`/${clean}`));
    return matches.sort((a, b) => commonFolders(b, from) - commonFolders(a, from) || a.length - b.length)[0];
  }
}

const extensions = ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.mts', '.jsx', '/index.ts', '/index.js', '/index.mjs'];

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

export function commonFolders(a: string, b: string): number {
  const left = a.split('/');
  const right = b.split('/');
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  return at;
}

/** Resolves `.` and `..` and double slashes; the result has no slash at either end. */
export function normalize(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
