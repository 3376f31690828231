import type { Extractor } from '../../extractor';
import { unwrittenRoles } from '../../fileRoles';
import { wayFormats } from './files/wayFormats';
import type { WayFact } from './wayRule';

/** Services, functions and schedules that files of their own declare. */
export const fileWaysExtractor: Extractor<readonly WayFact[]> = {
  id: 'waysIn.files',
  version: 9,
  wants: (file) => !unwrittenRoles.has(file.role) && wayFormats.some(({ path }) => path.test(file.path)),
  extract(file) {
    const facts = wayFormats
      .filter(({ path, needs }) => path.test(file.path) && (needs === undefined || file.text.includes(needs)))
      .flatMap((format) => format.read(file));
    return facts.length === 0 ? undefined : facts;
  },
};
