import type { Analyzer } from '../../scanModel';
import { commandFindings } from './commandFindings';
import { commandExtractor, documentedCommandExtractor } from './extractors';

export const commandsAnalyzer: Analyzer = {
  id: 'commands',
  extractors: [commandExtractor, documentedCommandExtractor],
  synthesizers: [commandFindings],
};
