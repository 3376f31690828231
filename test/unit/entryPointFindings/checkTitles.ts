import assert from 'node:assert/strict';
import { commandsAnalyzer } from '../../../src/engine/genesis/analyzers/commands';
import { entryPointFindingsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPointFindings';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import { waysInAnalyzer } from '../../../src/engine/genesis/analyzers/waysIn';
import { analyzeSources } from '../../support/analyzeSources';

/** Titles of the findings about entry points, each of which cites lines that are there. */
export async function check(files: Record<string, string>, titles: readonly string[]): Promise<void> {
  const { findings, problems } = await analyzeSources(
    [entryPointsAnalyzer, waysInAnalyzer, commandsAnalyzer, entryPointFindingsAnalyzer],
    files,
  );
  assert.deepEqual(problems, []);
  const own = findings.filter((finding) => finding.layer === 'entryPoints');
  assert.deepEqual(
    own.map((finding) => finding.title),
    titles,
  );
  for (const finding of own)
    for (const { path, startLine } of finding.evidence)
      assert.ok(files[path]?.split('\n')[startLine - 1] !== undefined);
}
