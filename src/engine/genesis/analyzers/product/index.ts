import type { Analyzer } from '../../scanModel';
import { manifestExtractor } from '../dependencies/extractors';
import { changelogExtractor, designExtractor, dumpExtractor, readmeExtractor } from './extractors';
import { manifestLineExtractor } from './manifestLines';
import { productFindings } from './productFindings';
import { licenceExtractor } from './readers/licenceText';

export const productAnalyzer: Analyzer = {
  id: 'product',
  extractors: [
    manifestExtractor,
    readmeExtractor,
    changelogExtractor,
    licenceExtractor,
    designExtractor,
    dumpExtractor,
    manifestLineExtractor,
  ],
  synthesizers: [productFindings],
};
