import type { Extractor } from '../../extractor';
import type { FileRole } from '../../sourceFile';
import { wayFormats } from './files/wayFormats';
import type { WayFact } from './wayRule';

const leftOut: ReadonlySet<FileRole> = new Set(['test', 'fixture', 'example', 'docs', 'vendored', 'generated']);

/** Services, functions and schedules that files of their own declare. */
export const fileWaysExtractor: Extractor<readonly WayFact[]> = {
  id: 'waysIn.files',
  version: 3,
  wants: (file) => !leftOut.has(file.role) && wayFormats.some(({ path }) => path.test(file.path)),
  extract(file) {
    const facts = wayFormats
      .filter(({ path, needs }) => path.test(file.path) && (needs === undefined || file.text.includes(needs)))
      .flatMap((format) => format.read(file));
    return facts.length === 0 ? undefined : facts;
  },
};
