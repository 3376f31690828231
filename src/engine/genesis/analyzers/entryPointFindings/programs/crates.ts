import { folderOf, foldersUp } from '../../../facts/paths';
import type { ScanModel } from '../../../scanModel';
import { manifestExtractor } from '../../dependencies/extractors';
import type { ManifestFacts } from '../../dependencies/manifestFacts';
import { isService, type Program } from './program';

/** What writes code, or is started by the tests of a crate. */
const besideCrate =
  /^(?:xtask|(?:[\w-]{1,40}[-_])?code-?gen|generat(?:e|or)(?:-[\w-]{1,60})?)$|(?:^|[-_])(?:fixtures?|mocks?|dummy|fuzz|bench|stress|tests?)(?:[-_]|$)|[-_](?:build|completions?|mangen|man-?pages?)$/;

interface Crate {
  readonly folder: string;
  readonly facts: ManifestFacts;
}

/** The programs without those of crates that serve the others: what is not published beside what is, and parts of others. */
export function withoutSideCrates(programs: readonly Program[], model: ScanModel): Program[] {
  const crates = programs.map(({ place }) => crateOf(place.path, model));
  const isPublished = crates.some((crate) => crate !== undefined && publishing(crate) === 'published');
  // What is built and started where nobody says which one is meant; others say for themselves what they are for.
  const main = model
    .factsIn(manifestExtractor, 'Cargo.toml')
    ?.mainMembers?.map((path) => path.replace(/^\.\/|\/$/g, ''));
  const isMain = (crate: Crate | undefined): boolean => crate !== undefined && main?.includes(crate.folder) === true;
  const hasMain = crates.some(isMain);
  return programs.filter(({ name, place }, index) => {
    const crate = crates[index];
    if (hasMain && crate !== undefined && !isMain(crate) && publishing(crate) !== 'published') return false;
    if (/(?:\.rs|Cargo\.toml)$/.test(place.path) && besideCrate.test(name)) return false;
    if (crate === undefined) return true;
    const isShipped = isWhole(crate) || isService(crate.folder, model) || name.startsWith(`${model.name}-`);
    return (!isPublished || isShipped || publishing(crate) !== 'private') && !isPart(crate);
  });

  /** The crate that is called like the whole is what is shipped, whether a registry has it or not. */
  function isWhole({ facts }: Crate): boolean {
    return facts.name?.replaceAll('_', '-') === model.name.replaceAll('_', '-');
  }

  /** A library that many crates are made of, one with a program of its own among them, has one to look after it. */
  function isPart({ folder, facts }: Crate): boolean {
    return (
      facts.name !== undefined &&
      facts.name !== model.name &&
      model.byPath.has(`${folder}/src/lib.rs`) &&
      crates.some((other) => other !== undefined && other.folder !== folder && needs(other.facts, facts.name)) &&
      [...model.factsOf(manifestExtractor)].filter(
        ([{ path }, other]) =>
          path.endsWith('Cargo.toml') &&
          folderOf(path) !== folder &&
          other.name !== undefined &&
          needs(other, facts.name),
      ).length >= fewestUsers
    );
  }
}

const fewestUsers = 3;

const needs = ({ requirements }: ManifestFacts, crate: string | undefined): boolean =>
  requirements.some(({ name, scope }) => name === crate && scope !== 'dev');

/** A registry takes nothing that does not say what it is. */
function publishing({ folder, facts }: Crate): 'private' | 'published' | undefined {
  const isTold = facts.description !== undefined || folder === '';
  return facts.isPrivate === true ? 'private' : isTold ? 'published' : undefined;
}

function crateOf(path: string, model: ScanModel): Crate | undefined {
  if (!path.endsWith('.rs') && !path.endsWith('Cargo.toml')) return undefined;
  for (const folder of foldersUp(folderOf(path))) {
    const facts = model.factsIn(manifestExtractor, folder === '' ? 'Cargo.toml' : `${folder}/Cargo.toml`);
    if (facts !== undefined) return { folder, facts };
  }
  return undefined;
}
