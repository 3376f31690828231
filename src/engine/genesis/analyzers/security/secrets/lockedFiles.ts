import type { Extractor } from '../../../extractor';

/** Filters of git that keep files encrypted in the repository, and in the clear only where somebody works. */
const locking = /^[^#\n]{1,400}\sfilter=(?:git-crypt|git-agecrypt|crypt|transcrypt|sops)\b/m;

/** That a `.gitattributes` has files encrypted before they are committed. */
export const lockedFilesExtractor: Extractor<true> = {
  id: 'security/locked-files',
  version: 1,
  wants: (file) => /(?:^|\/)\.gitattributes$/.test(file.path),
  extract: (file) => (locking.test(file.text) ? true : undefined),
};
