import type { Analyzer } from '../../scanModel';
import { manifestExtractor } from '../dependencies/extractors';
import { codeWaysExtractor } from './codeWaysExtractor';
import { fileWaysExtractor } from './fileWaysExtractor';
import { graphqlServerExtractor } from './graphqlServers';
import { grpcServerExtractor } from './grpcServers';
import { waysSynthesizer } from './waysSynthesizer';

/** The ways into the programs of a project that are no HTTP routes. */
export const waysInAnalyzer: Analyzer = {
  id: 'waysIn',
  extractors: [codeWaysExtractor, fileWaysExtractor, grpcServerExtractor, graphqlServerExtractor, manifestExtractor],
  synthesizers: [waysSynthesizer],
  after: 'entryPoints',
};
