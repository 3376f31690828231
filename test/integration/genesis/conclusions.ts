import type { Engine } from '../../../src/engine/engine';
import type { ScanResults } from '../../../src/shared/genesis';

/** What a scan says, without what belongs to one scan alone. */
export async function conclusionsOf(engine: Engine, results: ScanResults) {
  const { findings, techStack, overview, summary } = results;
  return {
    findings: findings.map(({ id: _id, createdAt: _createdAt, ...finding }) => finding),
    techStack,
    overview,
    byLayer: summary.byLayer,
    inventory: await engine.getScanInventory({ projectId: results.scan.projectId }),
  };
}
