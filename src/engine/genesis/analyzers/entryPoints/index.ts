import type { Analyzer } from '../../scanModel';
import { programExtractor } from './program/programExtractor';
import { routesSynthesizer } from './routesSynthesizer';

/** Entry points: HTTP routes and the other ways in. */
export const entryPointsAnalyzer: Analyzer = {
  id: 'entryPoints',
  extractors: [programExtractor],
  synthesizers: [routesSynthesizer],
};
