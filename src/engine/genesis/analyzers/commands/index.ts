import type { Analyzer } from '../../scanModel';
import { commandFindings } from './commandFindings';
import { commandExtractor, documentedCommandExtractor } from './extractors';
import { embeddedFilesExtractor } from './ways/embeddedFiles';

export const commandsAnalyzer: Analyzer = {
  id: 'commands',
  extractors: [commandExtractor, documentedCommandExtractor, embeddedFilesExtractor],
  synthesizers: [commandFindings],
};
