import type { Synthesizer } from '../../scanModel';
import { reportDangerousVersions } from './findings/dangerousVersions';
import { reportInstallTime } from './findings/installTime';
import { reportLicences } from './findings/licences';
import { reportMissingLocks, reportRivalLocks } from './findings/lockFiles';
import { reportOverview } from './findings/overview';
import { reportUndeclared } from './findings/undeclaredPackages';
import { reportUnmaintained } from './findings/unmaintained';
import { reportUnpinned, reportUnusualSources } from './findings/unpinned';
import { reportUnused } from './findings/unusedPackages';
import { reportVersionConflicts } from './findings/versionConflicts';
import { collectDependencies, inventoryOf } from './inventory/dependencySet';
import { bundlerAliasExtractor } from './usage/bundlerAliases';
import { PackageUsage } from './usage/packageUsage';

/** Fills the inventory's dependencies, then says what a colleague would want to know about them. */
export const dependencyFindings: Synthesizer = {
  id: 'dependencies/findings',
  run(model, report) {
    const set = collectDependencies(model);
    const usage = PackageUsage.of(model);
    const inventory = inventoryOf(set);
    model.inventory.dependencies.push(...inventory);
    reportOverview(model, set, report);
    reportDangerousVersions(set, usage, report);
    reportUnmaintained(set, report);
    reportRivalLocks(set, report);
    reportMissingLocks(set, report);
    reportUnpinned(model, set, report);
    reportUnusualSources(set, report);
    reportVersionConflicts(set, report);
    const aliases = new Set([...model.factsOf(bundlerAliasExtractor)].flatMap(([, names]) => names));
    reportUndeclared(set, usage, aliases, report);
    reportUnused(model, set, usage, report);
    reportLicences(inventory, set, report);
    reportInstallTime(set, report);
  },
};
