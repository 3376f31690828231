import type { Analyzer } from '../../scanModel';
import { libraryFindings } from './libraryFindings';
import { programFindings } from './programFindings';
import { repeatedRoutes, routeOverviews } from './routeFindings';

/** Says what the inventory knows of the ways in: routes, programs, the surface of a library. */
export const entryPointFindingsAnalyzer: Analyzer = {
  id: 'entryPointFindings',
  extractors: [],
  synthesizers: [
    {
      id: 'entryPoints/findings',
      run(model, report) {
        const { routes } = model.inventory;
        const findings = [
          ...routeOverviews(routes),
          ...repeatedRoutes(routes),
          ...programFindings(model),
          ...libraryFindings(model),
        ];
        for (const finding of findings) report.finding(finding);
      },
    },
  ],
};
