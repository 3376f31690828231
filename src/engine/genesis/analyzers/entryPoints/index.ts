import type { Analyzer } from '../../scanModel';
import { programExtractor } from './program/programExtractor';
import { routesSynthesizer } from './routesSynthesizer';
import { settingsExtractor } from './settings/settingsExtractor';
import { symfonyRoutesExtractor } from './settings/symfonyRoutesExtractor';

/** Entry points: HTTP routes and the other ways in. */
export const entryPointsAnalyzer: Analyzer = {
  id: 'entryPoints',
  extractors: [programExtractor, settingsExtractor, symfonyRoutesExtractor],
  synthesizers: [routesSynthesizer],
};
