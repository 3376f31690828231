import assert from 'node:assert/strict';
import { entryPointFindingsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPointFindings';
import type { Analyzer } from '../../../src/engine/genesis/scanModel';
import { analyzeSources } from '../../support/analyzeSources';

/** Each program of these files with the place that it is cited from, a line each. */
export async function programsOf(files: Record<string, string>, more: readonly Analyzer[] = []): Promise<string[]> {
  const { findings, problems } = await analyzeSources([...more, entryPointFindingsAnalyzer], files);
  assert.deepEqual(problems, []);
  return findings
    .filter(({ rule }) => rule === 'entry-points/programs')
    .flatMap(({ content }) => content.replaceAll('`', '').replaceAll('- ', '').split('\n'));
}
