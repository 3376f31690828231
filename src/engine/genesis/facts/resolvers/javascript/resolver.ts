import { isBuiltin } from 'node:module';
import { folderOf, foldersUp, joinPath } from '../../paths';
import { type ImportResolver, nowhere, type ProjectView, type Target } from '../resolver';
import { JsFiles } from './files';
import { NpmPackages } from './npmPackages';
import { TypeScriptPaths } from './typescriptPaths';

/** Prefixes that build tools conventionally map to a folder, where no configuration says so. */
const conventionalAliases: readonly (readonly [prefix: string, folders: readonly string[]])[] = [
  ['@/', ['src', 'app', 'resources/js', 'app/javascript', '']],
  ['~/', ['src', 'app', 'app/javascript', '']],
  ['~~/', ['']],
  ['@@/', ['']],
  ['$lib/', ['src/lib']],
  ['$lib', ['src/lib']],
];

/** Modules that tools make up. */
const virtual = /^(?:virtual:|astro:|bun:|\$app\/|\$env\/|data:|https?:|\0)/;

export class JavascriptResolver implements ImportResolver {
  private readonly files: JsFiles;
  private readonly paths: TypeScriptPaths;
  private readonly packages: NpmPackages;

  constructor(project: ProjectView) {
    this.files = new JsFiles(project.files);
    this.paths = new TypeScriptPaths(project, this.files);
    this.packages = new NpmPackages(project, this.files);
  }

  resolve(from: string, written: string): Target {
    const specifier = written.replace(/^[\w-]+!/, '').replace(/[?#](?!\/)[\w&=.,-]*$/, '') || written;
    if (specifier.startsWith('/')) return this.fromRoot(from, specifier);
    if (/^\.{1,2}(?:\/|$)/.test(specifier)) return one(this.file(folderOf(from), specifier)) ?? nowhere;
    if (specifier.startsWith('#'))
      return one(this.paths.find(from, specifier) ?? this.packages.findOwnImport(from, specifier)) ?? nowhere;
    if (specifier.startsWith('node:') || isBuiltin(specifier))
      return { files: [], external: specifier.startsWith('node:') ? specifier : `node:${specifier}` };
    return virtual.test(specifier) ? nowhere : this.byName(from, specifier);
  }

  private byName(from: string, specifier: string): Target {
    const mapped = one(this.paths.find(from, specifier));
    if (mapped !== undefined) return mapped;
    const name = packageNameOf(specifier);
    const workspace = name === undefined ? undefined : this.packages.find(from, name, specifier);
    if (workspace !== undefined) return { files: workspace };
    const guessed = this.conventional(from, specifier) ?? this.fromPackageFolder(from, specifier);
    return one(guessed) ?? (name === undefined ? nowhere : { files: [], external: name });
  }

  /** `/logo.svg`: from what the dev server serves as the root of the package. */
  private fromRoot(from: string, specifier: string): Target {
    const folder = this.packages.ownerOf(from)?.folder ?? '';
    const found = this.file(folder, `public${specifier}`) ?? this.file(folder, specifier) ?? this.file('', specifier);
    return one(found) ?? nowhere;
  }

  private conventional(from: string, specifier: string): string | undefined {
    const alias = conventionalAliases.find(([prefix]) => specifier.startsWith(prefix));
    if (alias === undefined) return undefined;
    const rest = specifier.slice(alias[0].length);
    for (const folder of foldersUp(folderOf(from)))
      for (const sub of alias[1]) {
        const found = this.file(folder, sub === '' ? rest : `${sub}/${rest}`);
        if (found !== undefined) return found;
      }
    return undefined;
  }

  /** `src/a` or `app/b` from the folder of a package: a base folder that only the build tool knows of. */
  private fromPackageFolder(from: string, specifier: string): string | undefined {
    if (!/^\w+\/\w/.test(specifier)) return undefined;
    const owner = this.packages.ownerOf(from);
    const first = specifier.slice(0, specifier.indexOf('/'));
    return owner?.config.dependencies.includes(first) === true ? undefined : this.file(owner?.folder ?? '', specifier);
  }

  private file(folder: string, path: string): string | undefined {
    const base = joinPath(folder, path);
    return base === undefined ? undefined : this.files.find(base);
  }
}

function one(path: string | undefined): Target | undefined {
  return path === undefined ? undefined : { files: [path] };
}

/** `lodash/get` → `lodash`, `@a/b/c` → `@a/b`, `npm:chalk@5` → `chalk`; nothing for what can't be a package's name. */
function packageNameOf(specifier: string): string | undefined {
  const plain = specifier.replace(/^(?:npm|jsr):\/?/, '');
  const name = /^(?:@[a-z0-9~_][\w.~-]*\/)?[A-Za-z0-9_][\w.~-]*/.exec(plain)?.[0];
  return name !== undefined && /^(?:$|[/@])/.test(plain.slice(name.length)) ? name : undefined;
}
