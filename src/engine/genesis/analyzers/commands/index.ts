import type { Analyzer } from '../../scanModel';
import { commandFindings } from './commandFindings';
import { commandExtractor, documentedCommandExtractor } from './extractors';
import { contentMarkExtractor } from './ways/contentMarks';
import { documentedRunExtractor } from './ways/documentedRun';
import { embeddedFilesExtractor } from './ways/embeddedFiles';
import { markLineExtractor } from './ways/markLines';

export const commandsAnalyzer: Analyzer = {
  id: 'commands',
  extractors: [
    commandExtractor,
    documentedCommandExtractor,
    embeddedFilesExtractor,
    markLineExtractor,
    contentMarkExtractor,
    documentedRunExtractor,
  ],
  synthesizers: [commandFindings],
};
