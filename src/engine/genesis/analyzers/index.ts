import type { Analyzer } from '../scanModel';
import { codeAnalyzer } from './code';
import { conventionsAnalyzer } from './conventions';
import { dataModelAnalyzer } from './dataModel';
import { dependenciesAnalyzer } from './dependencies';
import { securityAnalyzer } from './security';
import { techStackAnalyzer } from './techStack';

/** In the order in which the synthesizers run: each may use what those before it put into the model. */
export const analyzers: readonly Analyzer[] = [
  codeAnalyzer,
  dependenciesAnalyzer,
  techStackAnalyzer,
  dataModelAnalyzer,
  conventionsAnalyzer,
  securityAnalyzer,
];
