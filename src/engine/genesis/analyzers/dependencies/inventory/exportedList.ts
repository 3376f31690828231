import type { ManifestFile, ManifestSet } from './manifestSet';

/** Manifests that ask, beside which a list of exact versions may lie that was made of what they brought. */
const asking: ReadonlySet<string> = new Set(['Pipfile', 'pyproject.toml', 'setup.cfg', 'setup.py']);

/**
 * The manifest whose packages a `requirements.txt` beside it lists with all that comes with them (`pipenv requirements`,
 * `pip freeze`, `uv export`): every line has its one version, and nothing that is asked for at run time is missing.
 */
export function exportedFrom(files: ManifestSet, list: ManifestFile): ManifestFile | undefined {
  if (list.facts.format !== 'requirements.txt') return undefined;
  return files.manifests.find(
    (asked) => asked.folder === list.folder && asking.has(asked.facts.format) && holds(list, asked),
  );
}

/** The list of versions that was exported from a manifest. */
export function exportOf(files: ManifestSet, asked: ManifestFile): ManifestFile | undefined {
  if (!asking.has(asked.facts.format)) return undefined;
  return files.manifests.find((list) => list.folder === asked.folder && exportedFrom(files, list) === asked);
}

/**
 * What the package beside a list asks for itself, where the list is for those who work on that package: it installs the
 * package, or has nothing of what the package needs.
 */
export function ownBeside(files: ManifestSet, list: ManifestFile): ReadonlySet<string> | undefined {
  // A gem asks in its own manifest for what it needs.
  if (/(?:^|\/)Gemfile$/.test(list.path)) {
    const gems = files.manifests.filter((one) => one.folder === list.folder && one.path.endsWith('.gemspec'));
    return gems.length === 0
      ? undefined
      : new Set(gems.flatMap(({ facts }) => facts.requirements.map(({ name }) => name)));
  }
  if (list.facts.format !== 'requirements.txt') return undefined;
  const beside = files.manifests.filter((one) => one.folder === list.folder && asking.has(one.facts.format));
  if (beside.length === 0 || beside.some(({ facts }) => facts.isComputed === true)) return undefined;
  const needed = beside.flatMap(({ facts }) => facts.requirements.filter(({ scope }) => scope === 'runtime'));
  const own = new Set(needed.map(({ name }) => name));
  const isApart = own.size > 0 && !list.facts.requirements.some(({ name }) => own.has(name));
  return list.facts.isOnTop === true || isApart || isSharedByApart(files, list, own) ? own : undefined;
}

/** What only lists have in common that are for those who work on the package. */
function isSharedByApart(files: ManifestSet, list: ManifestFile, own: ReadonlySet<string>): boolean {
  const name = list.path.slice(list.path.lastIndexOf('/') + 1);
  const asking = files.manifests.filter(
    ({ folder, facts }) =>
      folder === list.folder && facts.format === 'requirements.txt' && facts.includes?.includes(name) === true,
  );
  return (
    own.size > 0 &&
    asking.length > 0 &&
    asking.every(({ facts }) => facts.requirements.length > 0 && !facts.requirements.some((one) => own.has(one.name)))
  );
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
