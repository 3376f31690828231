import type { Analyzer } from '../../scanModel';
import { dependencyFindings } from './dependencyFindings';
import { lockExtractor, manifestExtractor } from './extractors';

export const dependenciesAnalyzer: Analyzer = {
  id: 'dependencies',
  extractors: [manifestExtractor, lockExtractor],
  synthesizers: [dependencyFindings],
};
