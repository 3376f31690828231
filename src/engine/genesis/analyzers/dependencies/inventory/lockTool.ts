import type { LockFile, ManifestFile } from './manifestSet';

const tools: Readonly<Record<string, string>> = {
  'package-lock.json': 'npm',
  'npm-shrinkwrap.json': 'npm',
  'yarn.lock': 'yarn',
  'pnpm-lock.yaml': 'pnpm',
  'bun.lock': 'bun',
  'bun.lockb': 'bun',
};

/** Another tool's lock file than that which the manifest beside it names: a rest, or a mistake. */
export function isStray({ path, folder, facts: { ecosystem } }: LockFile, all: readonly ManifestFile[]): boolean {
  const tool = ecosystem === 'npm' ? tools[path.slice(path.lastIndexOf('/') + 1)] : undefined;
  if (tool === undefined) return false;
  const beside = all.filter((one) => one.folder === folder && one.facts.ecosystem === ecosystem);
  if (beside.some(({ facts }) => facts.format === 'pnpm-workspace.yaml')) return tool !== 'pnpm';
  // Who only says which npm is old enough may use another tool.
  const named = beside.flatMap(({ facts: { runtimes = [] } }) =>
    runtimes.filter(({ name, version }) => /^(?:yarn|pnpm|bun)$/.test(name) && /\d/.test(version)),
  );
  return named.length === 1 && named[0]?.name !== tool;
}

/** What pipenv locks is what its own file asks for, and the package around it where that file installs it. */
export function isOfPipfile(lock: LockFile, manifest: ManifestFile, all: readonly ManifestFile[]): boolean {
  if (!lock.path.endsWith('Pipfile.lock') || manifest.facts.format === 'Pipfile') return false;
  const pipfile = all.find((one) => one.folder === lock.folder && one.facts.format === 'Pipfile');
  return pipfile?.facts.requirements.some(({ source }) => source?.kind === 'path') === false;
}
