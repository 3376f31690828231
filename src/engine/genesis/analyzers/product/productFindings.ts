import type { Synthesizer } from '../../scanModel';
import { reportDocuments } from './findings/documents';
import { reportFeatures } from './findings/features';
import { reportPackages, reportPurpose } from './findings/purpose';
import { reportLicence, reportReleases, reportSize } from './findings/state';

/** What the product is and for whom, in its own words. */
export const productFindings: Synthesizer = {
  id: 'product/findings',
  run(model, report) {
    reportPurpose(model, report);
    reportPackages(model, report);
    reportFeatures(model, report);
    reportReleases(model, report);
    reportLicence(model, report);
    reportSize(model, report);
    reportDocuments(model, report);
  },
};
