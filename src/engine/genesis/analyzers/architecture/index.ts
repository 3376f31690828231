import type { Analyzer } from '../../scanModel';

export const architectureAnalyzer: Analyzer = { id: 'architecture', extractors: [], synthesizers: [] };
