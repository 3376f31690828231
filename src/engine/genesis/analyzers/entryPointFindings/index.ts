import type { Analyzer } from '../../scanModel';
import { manifestExtractor } from '../dependencies/extractors';
import { cmakeExtractor } from './cmakeExtractor';
import { guardFindings } from './guardFindings';
import { libraryEntryPoints, libraryFindings } from './libraryFindings';
import { mainExtractor } from './mainExtractor';
import { programFindings } from './programFindings';
import { repeatedRoutes, routeOverviews } from './routeFindings';
import { wayFindings } from './wayFindings';

/** Says what the inventory knows of the ways in: routes, programs, the surface of a library. */
export const entryPointFindingsAnalyzer: Analyzer = {
  id: 'entryPointFindings',
  extractors: [mainExtractor, cmakeExtractor, manifestExtractor],
  synthesizers: [
    {
      id: 'entryPoints/findings',
      run(model, report) {
        const { routes } = model.inventory;
        const findings = [
          ...routeOverviews(routes),
          ...repeatedRoutes(routes),
          ...guardFindings(routes),
          ...wayFindings(model.inventory.entryPoints ?? []),
          ...programFindings(model),
          ...libraryFindings(model),
        ];
        model.inventory.entryPoints = [...(model.inventory.entryPoints ?? []), ...libraryEntryPoints(model)];
        for (const finding of findings) report.finding(finding);
      },
    },
  ],
};
