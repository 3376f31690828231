import { languageEntry } from '../../../languages/linguistTable';
import type { FileRecord, ScanModel } from '../../../scanModel';

const componentFiles = new Set(['Vue', 'Svelte', 'Astro']);

/** The product's own code: no tests, examples, docs or settings, and nothing that was not read. */
export function codeFiles(model: ScanModel): readonly FileRecord[] {
  return model.files.filter(
    (file) =>
      file.role === 'source' &&
      file.skipped === undefined &&
      (componentFiles.has(file.languageName) || languageEntry(file.languageName)?.type === 'programming'),
  );
}
