import type { ModuleConfig } from '../../../facts/moduleConfig';
import { joinPath } from '../../../facts/resolvers/paths';
import type { ScanModel } from '../../../scanModel';
import { moduleConfigExtractor } from '../../code/moduleConfig';

/** A folder with a manifest of its own. */
export interface ProjectPackage {
  /** `''` at the top. */
  readonly folder: string;
  readonly manifest: string;
  readonly name: string;
  /** Folders of the packages that its manifest names. */
  readonly dependsOn: readonly string[];
}

const manifestName =
  /(?:^|\/)(?:package\.json|Cargo\.toml|go\.mod|pyproject\.toml|setup\.py|composer\.json|pom\.xml|build\.gradle(?:\.kts)?|mix\.exs|pubspec\.yaml|[^/]+\.(?:cs|fs|vb)proj|[^/]+\.gemspec)$/;

interface Candidate {
  readonly folder: string;
  readonly manifest: string;
  readonly name: string | undefined;
  readonly dependencies: readonly string[];
  readonly references: readonly string[];
}

/** The packages of a repository, one for each folder, those of tests and examples left out. */
export function findPackages(model: ScanModel): readonly ProjectPackage[] {
  const candidates = new Map<string, Candidate[]>();
  for (const { path, role } of model.files) {
    if (!manifestName.test(path) || (role !== 'config' && role !== 'source')) continue;
    const candidate = readCandidate(path, model.factsIn(moduleConfigExtractor, path));
    if (candidate !== undefined)
      candidates.set(candidate.folder, [...(candidates.get(candidate.folder) ?? []), candidate]);
  }
  const names = new Map<string, string>();
  for (const [folder, list] of candidates)
    for (const { name } of list) if (name !== undefined && !names.has(name)) names.set(name, folder);
  const folders = new Set(candidates.keys());
  return [...candidates].flatMap(([folder, list]) => {
    const first = list[0];
    if (first === undefined) return [];
    const targets = list.flatMap((entry) => [
      ...entry.dependencies.flatMap((name) => names.get(name) ?? []),
      ...entry.references.flatMap((reference) => referencedFolder(folder, reference, folders) ?? []),
    ]);
    const name = list.find((entry) => entry.name !== undefined)?.name ?? folder.slice(folder.lastIndexOf('/') + 1);
    return [
      {
        folder,
        manifest: first.manifest,
        name,
        dependsOn: [...new Set(targets)].filter((target) => target !== folder),
      },
    ];
  });
}

function readCandidate(path: string, config: ModuleConfig | undefined): Candidate | undefined {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const found = { folder, manifest: path, name: undefined, dependencies: [], references: [] };
  switch (config?.kind) {
    case 'npm':
      // A manifest without a name only sets options, for example the module type of a folder.
      return config.name === undefined
        ? undefined
        : { ...found, name: config.name, dependencies: config.runtimeDependencies };
    case 'cargo':
      // Manifests name crates with hyphens or underscores, in whatever way they like.
      return config.crate === undefined
        ? undefined
        : { ...found, name: config.crate, dependencies: config.dependencies.map((name) => name.replaceAll('-', '_')) };
    case 'go':
      return { ...found, name: config.module, dependencies: config.requires };
    case 'build':
      return { ...found, name: config.name, dependencies: config.dependencies, references: config.references };
    case 'python':
      return found;
    default:
      // No facts: a workspace's own Cargo.toml, a broken manifest. Others have no facts because nobody reads them.
      return /(?:^|\/)(?:mix\.exs|pubspec\.yaml|[^/]+\.gemspec)$/.test(path) ? found : undefined;
  }
}

/** `../Core/Core.csproj` leads to `Core`; `:core:db` to the folder that ends in `core/db`. */
function referencedFolder(folder: string, reference: string, folders: ReadonlySet<string>): string | undefined {
  if (reference.startsWith(':')) {
    const path = reference.slice(1).replaceAll(':', '/');
    return [...folders].find((candidate) => candidate === path || candidate.endsWith(`/${path}`));
  }
  const path = joinPath(folder, reference);
  const target = path?.slice(0, Math.max(0, path.lastIndexOf('/')));
  return target !== undefined && folders.has(target) ? target : undefined;
}
