import { isBuiltin } from 'node:module';
import { JsFiles } from './javascriptFiles';
import { NpmPackages } from './npmPackages';
import { folderOf, foldersUp, joinPath } from './paths';
import { type ImportResolver, nowhere, type ProjectView, type Target } from './resolver';
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

export function javascriptResolver(project: ProjectView): ImportResolver {
  const files = new JsFiles(project.files);
  const typescriptPaths = new TypeScriptPaths(project, files);
  const packages = new NpmPackages(project, files);

  function one(path: string | undefined): Target | undefined {
    return path === undefined ? undefined : { files: [path] };
  }

  function relative(from: string, specifier: string): Target {
    const base = joinPath(folderOf(from), specifier);
    return (base === undefined ? undefined : one(files.find(base))) ?? nowhere;
  }

  /** `/logo.svg`: from what the dev server serves as the root of the package. */
  function fromRoot(from: string, specifier: string): Target {
    const folder = packages.ownerOf(from)?.folder ?? '';
    for (const base of [joinPath(folder, `public${specifier}`), joinPath(folder, specifier), specifier.slice(1)]) {
      const found = base === undefined ? undefined : one(files.find(base));
      if (found !== undefined) return found;
    }
    return nowhere;
  }

  function conventional(from: string, specifier: string): Target | undefined {
    const alias = conventionalAliases.find(([prefix]) => specifier.startsWith(prefix));
    if (alias === undefined) return undefined;
    const rest = specifier.slice(alias[0].length);
    for (const folder of foldersUp(folderOf(from)))
      for (const sub of alias[1]) {
        const base = joinPath(folder, sub === '' ? rest : `${sub}/${rest}`);
        const found = base === undefined || base === '' ? undefined : files.find(base);
        if (found !== undefined) return { files: [found] };
      }
    return undefined;
  }

  /** `src/a` or `app/b` from the folder of a package: a base folder that only the build tool knows of. */
  function fromPackageFolder(from: string, specifier: string): Target | undefined {
    if (!/^\w+\/\w/.test(specifier)) return undefined;
    const owner = packages.ownerOf(from);
    if (owner?.config.dependencies.includes(specifier.slice(0, specifier.indexOf('/'))) === true) return undefined;
    const folder = owner?.folder ?? '';
    const base = joinPath(folder, specifier);
    return base === undefined ? undefined : one(files.find(base));
  }

  return {
    resolve(from, written) {
      const specifier = written.replace(/^[\w-]+!/, '').replace(/[?#](?!\/)[\w&=.,-]*$/, '') || written;
      if (specifier.startsWith('/')) return fromRoot(from, specifier);
      if (/^\.{1,2}\//.test(specifier) || specifier === '.' || specifier === '..') return relative(from, specifier);
      if (specifier.startsWith('#')) {
        const own = one(typescriptPaths.find(from, specifier) ?? packages.findOwnImport(from, specifier));
        return own ?? nowhere;
      }
      if (specifier.startsWith('node:') || isBuiltin(specifier))
        return { files: [], external: specifier.startsWith('node:') ? specifier : `node:${specifier}` };
      if (virtual.test(specifier)) return nowhere;
      const mapped = one(typescriptPaths.find(from, specifier));
      if (mapped !== undefined) return mapped;
      const name = packageNameOf(specifier);
      const workspace = name === undefined ? undefined : packages.find(from, name, specifier);
      if (workspace !== undefined) return { files: workspace };
      const guessed = conventional(from, specifier) ?? fromPackageFolder(from, specifier);
      if (guessed !== undefined) return guessed;
      return name === undefined ? nowhere : { files: [], external: name };
    },
  };
}

/** `lodash/get` → `lodash`, `@a/b/c` → `@a/b`, `npm:chalk@5` → `chalk`; nothing for what can't be a package's name. */
function packageNameOf(specifier: string): string | undefined {
  const plain = specifier.replace(/^(?:npm|jsr):\/?/, '');
  const name = /^(?:@[a-z0-9~_][\w.~-]*\/)?[A-Za-z0-9_][\w.~-]*/.exec(plain)?.[0];
  return name !== undefined && /^(?:$|[/@])/.test(plain.slice(name.length)) ? name : undefined;
}
