import type { Analyzer } from '../../scanModel';

/** Imports, symbols and namespaces of every file with a grammar: what the import graph and other analyzers build on. */
export const codeAnalyzer: Analyzer = { id: 'code', extractors: [], synthesizers: [] };
