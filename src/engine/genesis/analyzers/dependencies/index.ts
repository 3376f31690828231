import type { Analyzer } from '../../scanModel';
import { dependencyFindings } from './dependencyFindings';
import { lockExtractor, manifestExtractor } from './extractors';
import { bundlerAliasExtractor } from './usage/bundlerAliases';

export const dependenciesAnalyzer: Analyzer = {
  id: 'dependencies',
  extractors: [manifestExtractor, lockExtractor, bundlerAliasExtractor],
  synthesizers: [dependencyFindings],
};
