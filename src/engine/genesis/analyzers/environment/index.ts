import type { Analyzer } from '../../scanModel';
import { bundledNameExtractor } from './bundledNames';
import { documentedNameExtractor } from './documentedNames';
import { environmentFindings } from './environmentFindings';
import { environmentReadExtractor } from './extractors';

export const environmentAnalyzer: Analyzer = {
  id: 'environment',
  extractors: [environmentReadExtractor, documentedNameExtractor, bundledNameExtractor],
  synthesizers: [environmentFindings],
};
