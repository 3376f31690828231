import type { Analyzer } from '../../scanModel';
import { codeExtractor } from './codeExtractor';
import { moduleConfigExtractor } from './moduleConfig';

/** Imports, symbols and namespaces of every file with a grammar: what the import graph and other analyzers build on. */
export const codeAnalyzer: Analyzer = {
  id: 'code',
  extractors: [codeExtractor, moduleConfigExtractor],
  synthesizers: [],
};
