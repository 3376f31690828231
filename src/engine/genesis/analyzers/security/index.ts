import type { Analyzer } from '../../scanModel';
import { securityFindings } from './findings';
import { secretsExtractor } from './secrets/secretsExtractor';
import { weaknessExtractor } from './weaknessExtractor';

/** Secrets, request data that reaches dangerous calls, dangerous settings of code, containers, pipelines and clouds. */
export const securityAnalyzer: Analyzer = {
  id: 'security',
  extractors: [secretsExtractor, weaknessExtractor],
  synthesizers: [
    {
      id: 'security',
      run(model, report) {
        for (const finding of securityFindings(model)) report.finding(finding);
      },
    },
  ],
};
