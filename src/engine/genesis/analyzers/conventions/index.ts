import type { Analyzer } from '../../scanModel';
import { commitGuideExtractor } from './commitGuide';
import { commitStyleFindings } from './commitStyle';
import { fileNamingFindings } from './fileNaming';
import { formattingFindings } from './formatting';
import { styleExtractor } from './styleExtractor';
import { testMarkExtractor } from './testMarks';
import { testPlacementFindings } from './testPlacement';

/** What the writers of this code do nearly always, measured: a share, a count, and the exceptions. */
export const conventionsAnalyzer: Analyzer = {
  id: 'conventions',
  extractors: [styleExtractor, commitGuideExtractor, testMarkExtractor],
  synthesizers: [
    {
      id: 'conventions',
      run(model, report) {
        for (const part of [fileNamingFindings, testPlacementFindings, formattingFindings, commitStyleFindings]) {
          for (const finding of part(model)) report.finding(finding);
        }
      },
    },
  ],
};
