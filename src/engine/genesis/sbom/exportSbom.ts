import { EngineError } from '../../../base/engineError';
import type { FindingsExport } from '../../../shared/findingReport';
import type { ScanParts } from '../scans/runningScan';
import { cycloneDx } from './cycloneDx';

/** The dependencies that the last scan found, for programs that read CycloneDX. */
export function exportSbom(parts: ScanParts, projectId: string): FindingsExport {
  const { name } = parts.projects.get(projectId);
  const known = parts.results.find(projectId);
  if (known === undefined) throw new EngineError('notFound', 'No scan found');
  const { commit, completedAt, startedAt } = known.status;
  const { dependencies } = parts.results.findInventory(projectId);
  return {
    fileName: `${name.replace(/[^\p{L}\p{N}._-]+/gu, '-')}.cdx.json`,
    mediaType: 'application/vnd.cyclonedx+json; version=1.6',
    text: cycloneDx({ project: name, commit, at: completedAt ?? startedAt, dependencies }),
  };
}
