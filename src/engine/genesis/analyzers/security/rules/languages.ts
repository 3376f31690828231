import type { FileDescription } from '../../../extractor';

/** Whether a file is in one of some languages. */
export const only =
  (...languages: readonly string[]) =>
  ({ language }: FileDescription): boolean =>
    languages.includes(language);
