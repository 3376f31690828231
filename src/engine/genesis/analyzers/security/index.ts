import type { Analyzer } from '../../scanModel';
import { credentialFiles, secrets } from './findings/secretFindings';
import { weaknesses } from './findings/weaknessFindings';
import { handlerExtractor } from './handlers/handlerExtractor';
import { lockedFilesExtractor } from './secrets/lockedFiles';
import { secretsExtractor } from './secrets/secretsExtractor';
import { weaknessExtractor } from './weaknessExtractor';

/** Secrets, request data that reaches dangerous calls, dangerous settings of code, containers, pipelines and clouds. */
export const securityAnalyzer: Analyzer = {
  id: 'security',
  extractors: [secretsExtractor, weaknessExtractor, handlerExtractor, lockedFilesExtractor],
  synthesizers: [
    {
      id: 'security',
      run(model, report) {
        const findings = [...secrets(model), ...credentialFiles(model), ...weaknesses(model)];
        for (const finding of findings) report.finding(finding);
      },
    },
  ],
};
