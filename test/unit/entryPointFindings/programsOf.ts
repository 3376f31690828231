import assert from 'node:assert/strict';
import { entryPointFindingsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPointFindings';
import { analyzeSources } from '../../support/analyzeSources';

/** Each program of these files with the place that it is cited from, a line each. */
export async function programsOf(files: Record<string, string>): Promise<string[]> {
  const { findings, problems } = await analyzeSources([entryPointFindingsAnalyzer], files);
  assert.deepEqual(problems, []);
  return findings
    .filter(({ rule }) => rule === 'entry-points/programs')
    .flatMap(({ content }) => content.replaceAll('`', '').replaceAll('- ', '').split('\n'));
}
