import type { Evidence } from '../../../../../shared/genesis';
import type { FileRecord } from '../../../scanModel';

/** What a library gives to others, by the file that says so. */
export interface Surface {
  readonly file: FileRecord;
  /** What its manifest calls it. */
  readonly library?: string;
  readonly names: readonly string[];
  readonly line: number;
  /** Of the last name that the file itself says. */
  readonly endLine: number;
  /** Other files that give some of the names. */
  readonly also?: readonly Surface[];
  /** Packages below that give names of their own. */
  readonly below?: readonly Surface[];
  /** The folder whose modules the names are. */
  readonly modulesOf?: string;
  /** What the module is called whose packages the names are. */
  readonly packagesOf?: string;
  /** How many names beside these begin with a line below. */
  readonly inner?: number;
  /** How many of these are those of another package of the repository. */
  readonly handed?: number;
  /** Where a manifest names the file, whose names nothing tells. */
  readonly named?: Evidence;
}

const ownOf = ({ names, handed = 0 }: Surface): number => names.length - handed;

/** The one that the whole is called after, then those that nobody's name stands before, those of the main language, and the largest. */
export function inOrder(all: readonly Surface[], whole: string, isOfMain: (file: FileRecord) => boolean): Surface[] {
  const isWhole = ({ library, file }: Surface): number =>
    Number(
      library?.toLowerCase() === whole.toLowerCase() || (library !== undefined && /^(?:src\/)?[^/]+$/.test(file.path)),
    );
  const isOwned = ({ library = '' }: Surface): number => Number(library.startsWith('@'));
  return all.toSorted(
    (a, b) =>
      Number(isOfMain(b.file)) - Number(isOfMain(a.file)) ||
      isWhole(b) - isWhole(a) ||
      isOwned(a) - isOwned(b) ||
      ownOf(b) - ownOf(a),
  );
}
