import type { Analyzer } from '../../scanModel';
import { manifestExtractor } from '../dependencies/extractors';
import { changelogExtractor, licenceExtractor, readmeExtractor } from './extractors';
import { productFindings } from './productFindings';

export const productAnalyzer: Analyzer = {
  id: 'product',
  extractors: [manifestExtractor, readmeExtractor, changelogExtractor, licenceExtractor],
  synthesizers: [productFindings],
};
