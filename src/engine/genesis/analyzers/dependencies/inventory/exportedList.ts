import type { ManifestFile, ManifestSet } from './manifestSet';

/**
 * The Pipfile whose packages a `requirements.txt` beside it lists with all that comes with them (`pipenv requirements`,
 * `pipenv lock -r`): every line has its one version, and nothing that the Pipfile asks for at run time is missing.
 */
export function exportedFrom(files: ManifestSet, list: ManifestFile): ManifestFile | undefined {
  if (list.facts.format !== 'requirements.txt') return undefined;
  const asked = files.manifests.find(({ folder, facts }) => folder === list.folder && facts.format === 'Pipfile');
  return asked !== undefined && holds(list, asked) ? asked : undefined;
}

/** The list of versions that was exported from a Pipfile. */
export function exportOf(files: ManifestSet, asked: ManifestFile): ManifestFile | undefined {
  if (asked.facts.format !== 'Pipfile') return undefined;
  return files.manifests.find((list) => list.folder === asked.folder && exportedFrom(files, list) === asked);
}

function holds(list: ManifestFile, asked: ManifestFile): boolean {
  const { requirements } = list.facts;
  const names = new Set(requirements.map(({ name }) => name));
  const wanted = asked.facts.requirements.filter(({ scope }) => scope === 'runtime');
  return (
    wanted.length > 0 &&
    requirements.length > wanted.length &&
    requirements.every(({ declared, source }) => source !== undefined || /^={0,3}\s?\d[^,*]*$/.test(declared)) &&
    wanted.every(({ name }) => names.has(name))
  );
}
