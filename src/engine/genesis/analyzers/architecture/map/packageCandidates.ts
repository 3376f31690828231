import type { BuildProject, ModuleConfig } from '../../../facts/moduleConfig';
import { folderOf, foldersUp, joinPath } from '../../../facts/paths';

/** What a manifest says of a package, before it is known which others it means. */
export interface Candidate {
  readonly folder: string;
  readonly manifest: string;
  readonly name: string | undefined;
  /** The name as the manifest spells it, where code spells it otherwise. */
  readonly shown?: string | undefined;
  readonly dependencies: readonly string[];
  readonly references: readonly string[];
  readonly forDevelopment?: readonly string[];
  readonly parent?: BuildProject['parent'] | undefined;
  readonly lines: Readonly<Record<string, number>>;
}

/** Packages of npm and of Dart may have the same name: each manifest means those of its own kind. */
export function nameIn(manifest: string, name: string): string {
  const kind = manifest.slice(manifest.lastIndexOf('/') + 1).replace(/^.*\.(?=(?:gemspec|\w\wproj)$)/, '');
  return `${/^(?:pyproject\.toml|setup\.py)$/.test(kind) ? 'python' : kind}\n${name}`;
}

/** What a manifest names, and the folders of the packages that are meant. */
export function targetsOf(
  entry: Candidate,
  names: ReadonlyMap<string, string>,
  folders: ReadonlySet<string>,
): (readonly [spelled: string, folder: string])[] {
  const found: [string, string][] = [];
  for (const name of entry.dependencies) {
    // Cargo takes hyphens and underscores for the same.
    const folder =
      names.get(nameIn(entry.manifest, name)) ??
      (entry.manifest.endsWith('Cargo.toml')
        ? names.get(nameIn(entry.manifest, name.replaceAll('-', '_')))
        : undefined);
    if (folder !== undefined) found.push([name, folder]);
  }
  for (const reference of entry.references) {
    const folder = referencedFolder(entry.folder, reference, folders);
    if (folder !== undefined) found.push([reference, folder]);
  }
  return found;
}

export function readCandidate(path: string, config: ModuleConfig | undefined): Candidate | undefined {
  const folder = folderOf(path);
  const found = {
    folder,
    manifest: path,
    name: undefined,
    dependencies: [],
    references: [],
    lines: config?.lines ?? {},
  };
  switch (config?.kind) {
    case 'npm':
      // A manifest that has no name and asks for nothing only sets options, for example the module type of a folder.
      return config.name === undefined && config.dependencies.length === 0
        ? undefined
        : {
            ...found,
            name: config.name,
            dependencies: config.linkable,
            ...(config.forDevelopment === undefined ? {} : { forDevelopment: config.forDevelopment }),
          };
    case 'cargo':
      return config.crate === undefined
        ? undefined
        : { ...found, name: config.crate, shown: config.packageName, dependencies: config.dependencies };
    case 'go':
      return { ...found, name: config.module, dependencies: config.requires };
    case 'build':
      return {
        ...found,
        name: config.name ?? /([^/]+)\.(?:cs|fs|vb)proj$/.exec(path)?.[1],
        dependencies: config.dependencies,
        references: config.references,
        parent: config.parent,
      };
    case 'python':
      return { ...found, name: config.name, shown: config.spelled, dependencies: config.dependencies };
    default:
      // No facts: a workspace's own Cargo.toml, a broken manifest.
      return undefined;
  }
}

export const isNpm = ({ manifest }: Candidate): boolean => /(?:^|\/)package\.json$/.test(manifest);

/** Folders within a package of npm whose manifest repeats its name, to say of what kind the modules below are. */
export function marksIn(candidates: ReadonlyMap<string, readonly Candidate[]>): string[] {
  return [...candidates].flatMap(([folder, [first, ...others]]) => {
    if (first === undefined || others.length > 0 || first.dependencies.length > 0 || !isNpm(first)) return [];
    const isWithin = [...foldersUp(folderOf(folder))].some((above) =>
      candidates.get(above)?.some((one) => isNpm(one) && one.name === first.name),
    );
    return folder !== '' && isWithin ? [folder] : [];
  });
}

/** Gradle's own names for projects (`projects.appCore`) spell `App_Core` and `app-core` alike. */
const plainFolder = (folder: string): string => folder.toLowerCase().replaceAll(/[-_]/g, '');

/** `../Core/Core.csproj` leads to `Core`; `:core:db` to the folder that ends in `core/db`. */
function referencedFolder(folder: string, reference: string, folders: ReadonlySet<string>): string | undefined {
  if (reference.startsWith(':')) {
    const path = plainFolder(reference.slice(1).replaceAll(':', '/'));
    return [...folders].find((candidate) => `/${plainFolder(candidate)}`.endsWith(`/${path}`));
  }
  const path = joinPath(folder, reference);
  const target = path === undefined ? undefined : folderOf(path);
  return target !== undefined && folders.has(target) ? target : undefined;
}

/** A chain of parents that is longer leads nowhere. */
const mostParents = 8;

/** The projects of Maven whose dependencies one has as well, the nearest first. */
export function parentsOf(entry: Candidate, candidates: ReadonlyMap<string, readonly Candidate[]>): Candidate[] {
  const found: Candidate[] = [];
  for (let last = entry; found.length < mostParents; ) {
    const { parent } = last;
    const path = parent === undefined ? undefined : joinPath(last.folder, parent.path);
    const above = candidates
      .get(folderOf(path ?? ''))
      ?.find(({ manifest, name }) => manifest === path && name === parent?.name);
    if (above === undefined) break;
    found.push(above);
    last = above;
  }
  return found;
}
