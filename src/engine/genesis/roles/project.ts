import type { FileRole } from '../sourceFile';

/** Manifests of one kind name only each other. */
export type ProjectKind = 'dotnet' | 'gradle' | 'maven' | 'cargo' | 'npm' | 'swift' | 'gem';

/** A folder with a manifest, as far as it tells what the folder is for. Plain JSON: it is kept from scan to scan. */
export interface Project {
  readonly kind: ProjectKind;
  /** `''` for the scanned folder itself. */
  readonly folder: string;
  /** What others of its kind call it. */
  readonly names: readonly string[];
  /** What the manifest alone tells. */
  readonly role?: FileRole;
  /** Its name or what it asks for speaks of tests: it is of the tests if nobody else uses it. */
  readonly isAid?: true;
  /** Its name says that it tests what it uses. */
  readonly isNamedTest?: true;
  /** Its name says that it holds settings or scripts for the tools of the others: so it does if none of their code uses it. */
  readonly isOfBuild?: true;
  /** It lies within the folder of a package that it takes from there: it tries that out if nobody uses it. */
  readonly isWithinUsed?: true;
  /** Names of what its own code uses, and of what only its tests use. */
  readonly uses: readonly string[];
  readonly testUses: readonly string[];
}

/** A folder or file of which a manifest says what it holds. */
export interface Area {
  /** A folder without its last slash, or a file. */
  readonly path: string;
  readonly role: FileRole | 'own';
  /** Settings of test runners name folders of the product as well: only where most of the files are called tests. */
  readonly ifNamedTests?: true;
}

/** What one manifest says. */
export interface Saying {
  readonly projects?: readonly Project[];
  readonly areas?: readonly Area[];
  /** It asks for a generator of documentation sites. */
  readonly siteTool?: true;
  /** Words of the names of those who hold the rights, of a licence. */
  readonly holders?: readonly string[];
  /** The same of the head of a file of code, and licences that it names. */
  readonly notice?: readonly string[];
}

/** Reads a manifest; `folder` is where it lies. */
export type ManifestReader = (text: string, folder: string, name: string) => Saying;

/** A word that names what serves tests, alone or at the end or the beginning of a name: `users-testing`, `TestSupport`. */
const aidName =
  /(?:^|[-_.:/])(?:tests?|testing|testkit|testlib|testutils?|testsupport|testhelpers?|testfixtures?|mocks?)(?:$|[-_.])|(?:^|[a-z\d._-])Test(?:s|ing|Support|Utils?|Utilities|Helpers?|Fixtures?|Kit|Lib|Common|Infrastructure|Framework|Base|Shared|Doubles)?(?:$|[-_.])/;

export function isAidName(name: string): boolean {
  return aidName.test(name);
}

/** A word that names what shows or tries out something else, at the beginning or the end of a name: `ShopDemo`, `TestApp`. */
const shownName =
  /(?:^|[-_.:/@])(?:examples?|samples?|demos?|playgrounds?|dogfood|showcase|kitchen-?sink)(?:$|[-_./])|[a-zA-Z\d](?:Demo|Sample|Playground|Showcase|Example)s?(?:App|Application|Site|Web|Client|Server|Host)?(?:$|[-_.])|(?:^|[a-z\d._-])Test(?:App|Application|Console|ConsoleApp|Site|WebApp|WebSite|Harness)s?$|^Development$/;

export function isShownName(name: string): boolean {
  return shownName.test(name);
}

/** `path` as seen from `folder`, without `.` and `..`; nothing where it leads out of the scanned folder. */
export function pathFrom(folder: string, path: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split(/[\\/]/)) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
