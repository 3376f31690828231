import type { Synthesizer } from '../../scanModel';
import { collectDependencies } from '../dependencies/inventory/dependencySet';
import { PackageUsage } from '../dependencies/usage/packageUsage';
import { reportEndOfLife } from './findings/endOfLife';
import { reportMainStack, reportPackageStacks } from './findings/mainStack';
import { languagesOf } from './languages';
import { withPlacesByShare } from './mainFrameworks';
import { collectHits } from './signals/collectHits';
import { ordered, stackOf } from './stack';

/** Fills the tech stack and says what it amounts to. */
export const stackFindings: Synthesizer = {
  id: 'techStack/findings',
  run(model, report) {
    const set = collectDependencies(model);
    const proved = stackOf(collectHits(model, set, new PackageUsage(model)));
    const placed = withPlacesByShare(withoutFallbacks(proved), model, set);
    const entries = ordered([...placed, ...languagesOf(model, set)]);
    for (const { name, version, category, evidence } of entries)
      model.techStack.push({ name, version, category, evidence });
    reportMainStack(entries, report);
    reportPackageStacks(entries, report);
    reportEndOfLife(entries, report);
  },
};

/** What a language's own library offers says something only where nothing else does its work. */
function withoutFallbacks(entries: ReturnType<typeof stackOf>): ReturnType<typeof stackOf> {
  const hasGoFramework = entries.some(
    (entry) => entry.category === 'framework' && entry.hits.some((hit) => hit.part.startsWith('golang:')),
  );
  const isCrossPlatform = entries.some((entry) =>
    ['Flutter', 'React Native', 'Ionic', 'Capacitor'].includes(entry.name),
  );
  const hasPytest = entries.some((entry) => entry.name === 'pytest');
  return entries.filter(
    (entry) =>
      !(entry.name === 'net/http' && hasGoFramework) &&
      !(['Android SDK', 'SwiftUI', 'UIKit', 'AppKit'].includes(entry.name) && isCrossPlatform) &&
      !(entry.name === 'unittest' && hasPytest),
  );
}
