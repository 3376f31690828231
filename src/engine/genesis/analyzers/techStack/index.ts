import type { Analyzer } from '../../scanModel';
import { lockExtractor, manifestExtractor } from '../dependencies/extractors';
import { databaseSettingExtractor } from './signals/databaseSettings';
import { deploymentKindExtractor } from './signals/deploymentKinds';
import { imageExtractor } from './signals/images';
import { nativeImportExtractor } from './signals/nativeImports';
import { otherManifestExtractor } from './signals/otherManifests';
import { runtimeFileExtractor } from './signals/runtimeFiles';
import { swiftImportExtractor } from './signals/swiftImports';
import { mainStackFindings, stackFindings } from './stackFindings';

export const techStackAnalyzer: Analyzer = {
  id: 'techStack',
  extractors: [
    manifestExtractor,
    lockExtractor,
    imageExtractor,
    databaseSettingExtractor,
    runtimeFileExtractor,
    deploymentKindExtractor,
    otherManifestExtractor,
    nativeImportExtractor,
    swiftImportExtractor,
  ],
  synthesizers: [stackFindings],
};

/** Builds on the routes that were found. */
export const mainStackAnalyzer: Analyzer = {
  id: 'mainStack',
  after: 'entryPoints',
  extractors: techStackAnalyzer.extractors,
  synthesizers: [mainStackFindings],
};
