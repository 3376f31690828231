import assert from 'node:assert/strict';
import { makeGitFolder } from '../../support/gitFolder';
import { ScanBench } from './scanBench';
import { ScanGate } from './scanGate';

const files = { 'src/a.ts': 'TODO\n', 'src/c.ts': 'eval(x)\n', 'README.md': '# Shop\n' };

/** The first scan of a project, stopped before a step. */
async function stopped(step: ConstructorParameters<typeof ScanGate>[0]) {
  const gate = new ScanGate(step);
  const bench = await ScanBench.open({ openRunner: () => gate.runner() });
  const { id: projectId, folder } = await bench.project('shop');
  makeGitFolder(folder, files);
  await bench.engine.startScan({ projectId });
  await gate.arrived;
  return { bench, gate, projectId, results: () => bench.engine.getScanResults({ projectId }) };
}

describe('a first scan that still runs', () => {
  it('shows the languages before a file is read', async () => {
    const { bench, gate, projectId, results } = await stopped('extract');
    const { overview, findings } = await results();
    assert.deepEqual(
      overview.languages.map(({ language, files: number, lines }) => [language, number, lines]),
      [['TypeScript', 2, 0]],
    );
    assert.equal(overview.filesListed, 3);
    assert.deepEqual(findings, []);
    gate.letGo();
    await bench.ended(projectId);
    bench.dispose();
  });

  it('shows what it concluded, under the ids of its results', async () => {
    const { bench, gate, projectId, results } = await stopped('finish');
    const { findings, techStack, summary } = await results();
    assert.deepEqual(
      techStack.map(({ name }) => name),
      ['Probe'],
    );
    assert.deepEqual(
      findings.map(({ files: [path] }) => path),
      ['src/c.ts', 'src/a.ts'],
    );
    assert.equal(summary.totalFindings, 2);
    const [first] = findings;
    assert.ok(first !== undefined);
    assert.deepEqual(await bench.engine.getFinding({ findingId: first.id }), first);
    gate.letGo();
    await bench.ended(projectId);
    assert.deepEqual((await results()).findings, findings);
    bench.dispose();
  });

  it('keeps what it showed after a cancel', async () => {
    const { bench, gate, projectId, results } = await stopped('finish');
    const shown = await results();
    const cancelling = bench.engine.cancelScan({ projectId });
    gate.letGo();
    assert.equal((await cancelling).findingsPreserved, 2);
    const { findings, techStack, overview } = await results();
    assert.deepEqual(
      { findings, techStack, overview },
      {
        findings: shown.findings,
        techStack: shown.techStack,
        overview: shown.overview,
      },
    );
    bench.dispose();
  });
});
