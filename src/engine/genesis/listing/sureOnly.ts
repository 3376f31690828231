import type { FileDescription } from '../extractor';
import type { ListedFile } from './fileTree';

/**
 * So many files of code may a project list for its code to be searched for guesses as well: what may be harmless is told
 * only of programs with one flaw for each 50 files, and none as large as this has been seen with forty.
 */
const mostFiles = 2_000;

const code = /\.(?:[cm]?[jt]sx?|py|rb|php|java|kts?|go|cs|scala|swift|dart|rs|exs?|vue|svelte)$/;

/** Whether only what is told of any program is looked for. The paths alone decide, so that no content changes it. */
export function isSureOnly(files: readonly Pick<ListedFile, 'path'>[]): boolean {
  let count = 0;
  for (const { path } of files) if (code.test(path) && ++count > mostFiles) return true;
  return false;
}

/** How a file was looked at, beside its content: what was found then is found again only where all of it is the same. */
export interface Look extends Pick<FileDescription, 'sureOnly'> {
  readonly told?: FileDescription['role'];
}

export const isSameLook = (one: Look, other: Look): boolean =>
  one.told === other.told && one.sureOnly === other.sureOnly;

/** Of something that is looked at, what makes up its look. */
export const lookOf = ({ told, sureOnly }: Look): Look => ({
  ...(told === undefined ? {} : { told }),
  ...(sureOnly === true ? { sureOnly } : {}),
});
