import type { Synthesizer } from '../../scanModel';
import { reportDocuments } from './findings/documents';
import { reportFeatures } from './findings/features';
import { reportLicence } from './findings/licence';
import { reportPackages } from './findings/packages';
import { reportPurpose } from './findings/purpose';
import { reportReleases } from './findings/releases';
import { reportSize } from './findings/size';

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
