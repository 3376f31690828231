import type { Analyzer } from '../../scanModel';
import { commandFindings } from './commandFindings';
import { commandExtractor, documentedCommandExtractor } from './extractors';
import { contentMarkExtractor } from './ways/contentMarks';
import { documentedWayExtractor } from './ways/documentedWays';
import { embeddedFilesExtractor } from './ways/embeddedFiles';
import { guideBuildExtractor } from './ways/guideBuilds';
import { markLineExtractor } from './ways/markLines';

export const commandsAnalyzer: Analyzer = {
  id: 'commands',
  extractors: [
    commandExtractor,
    documentedCommandExtractor,
    embeddedFilesExtractor,
    markLineExtractor,
    contentMarkExtractor,
    documentedWayExtractor,
    guideBuildExtractor,
  ],
  synthesizers: [commandFindings],
};
