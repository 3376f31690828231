import type { Extractor } from '../../extractor';
import type { LockFacts, ManifestFacts } from './manifestFacts';
import { lockFormats, manifestFormats } from './manifestFormats';

/** A text beyond this is no manifest that a person keeps; a lock file may be larger. */
const maxManifest = 2_000_000;
const maxLock = 20_000_000;

export const manifestExtractor: Extractor<ManifestFacts> = {
  id: 'dependencies/manifest',
  version: 40,
  wants: (file) => file.role !== 'vendored' && manifestFormats.some((format) => format.pattern.test(file.path)),
  extract(file) {
    if (file.text.length > maxManifest) return undefined;
    return manifestFormats.find((format) => format.pattern.test(file.path))?.parse(file.text, file.path);
  },
};

export const lockExtractor: Extractor<LockFacts> = {
  id: 'dependencies/lock',
  version: 4,
  wants: (file) => file.role !== 'vendored' && lockFormats.some((format) => format.pattern.test(file.path)),
  extract(file) {
    if (file.text.length > maxLock) return undefined;
    return lockFormats.find((format) => format.pattern.test(file.path))?.parse(file.text, file.path);
  },
};
