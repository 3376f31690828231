import type { FileRole, LanguageId, SourceFile } from './sourceFile';

export interface FileDescription {
  readonly path: string;
  readonly language: LanguageId;
  readonly languageName: string;
  readonly role: FileRole;
  /** Guesses, which are told of careless programs alone, need not be looked for: see `isSureOnly`. */
  readonly sureOnly?: true | undefined;
}

/**
 * Reads facts out of one file, in a scan worker. The result depends on the file alone (path, role, text and `sureOnly`), is
 * plain JSON, and is cached under the hash of the text, the path and `version`: raise `version` with every change of what
 * comes out. A thrown error is recorded as a problem of the file; the other extractors still run.
 */
export interface Extractor<F> {
  readonly id: string;
  readonly version: number;
  /** Cheap, from the name alone. */
  wants(file: FileDescription): boolean;
  /** `undefined` where the file holds nothing of interest. Test the text for a telling word before touching `tree`. */
  extract(file: SourceFile): F | undefined;
  /** Never called; it ties the facts' type to the extractor. */
  readonly factsType?: F;
}
