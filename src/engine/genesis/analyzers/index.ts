import type { Analyzer } from '../scanModel';
import { architectureAnalyzer } from './architecture';
import { codeAnalyzer } from './code';
import { commandsAnalyzer } from './commands';
import { conventionsAnalyzer } from './conventions';
import { dataModelAnalyzer } from './dataModel';
import { dependenciesAnalyzer } from './dependencies';
import { entryPointFindingsAnalyzer } from './entryPointFindings';
import { entryPointsAnalyzer } from './entryPoints';
import { environmentAnalyzer } from './environment';
import { productAnalyzer } from './product';
import { securityAnalyzer } from './security';
import { mainStackAnalyzer, techStackAnalyzer } from './techStack';
import { waysInAnalyzer } from './waysIn';

/** In the order in which the synthesizers run: each may use what those before it put into the model. */
export const analyzers: readonly Analyzer[] = [
  codeAnalyzer,
  dependenciesAnalyzer,
  techStackAnalyzer,
  entryPointsAnalyzer,
  waysInAnalyzer,
  mainStackAnalyzer,
  dataModelAnalyzer,
  architectureAnalyzer,
  commandsAnalyzer,
  entryPointFindingsAnalyzer,
  environmentAnalyzer,
  conventionsAnalyzer,
  securityAnalyzer,
  productAnalyzer,
];
