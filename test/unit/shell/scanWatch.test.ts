import assert from 'node:assert/strict';
import { silentLogger } from '../../../src/base/logger';
import type { ScanStatus } from '../../../src/shared/genesis';
import { ScanWatch } from '../../../src/shell/scan/scanWatch';
import { FakeEngine } from '../../support/fakeEngine';
import { sampleStatus } from '../../support/samples';

const done = sampleStatus({ phase: 'complete', progress: 1, completedAt: '2026-03-01T10:00:02.000Z' });

function watch(stored: ScanStatus | null = null) {
  const answer = { status: stored };
  const engine = new FakeEngine({ getScanStatus: async () => answer.status });
  const scans = new ScanWatch(engine, silentLogger);
  const ended: string[] = [];
  scans.onDidEnd((status) => ended.push(`${status.id} ${status.phase}`));
  const tell = (status: ScanStatus): void => engine.change({ kind: 'scan', projectId: status.projectId, status });
  return { engine, scans, ended, tell, answer };
}

describe('scan watch', () => {
  it('asks once and then follows the changes', async () => {
    const { engine, scans, tell } = watch();
    assert.equal(scans.get('proj_1'), undefined);
    assert.equal(await scans.read('proj_1'), null);
    tell(sampleStatus());
    assert.equal((await scans.read('proj_1'))?.progress, 0.4);
    assert.ok(scans.isRunning('proj_1'));
    assert.deepEqual(engine.calls, ['getScanStatus']);
  });

  it('does not take an end of last week for news', async () => {
    const { scans, ended } = watch(done);
    await scans.read('proj_1');
    assert.deepEqual(ended, []);
  });

  it('tells each end once, also of a scan that was over before its first change', () => {
    const { ended, tell } = watch();
    tell(sampleStatus());
    tell(done);
    tell(done);
    tell({ ...done, id: 'scan_2', startedAt: '2026-03-01T11:00:00.000Z' });
    assert.deepEqual(ended, ['scan_1 complete', 'scan_2 complete']);
  });

  it('lets no late answer take progress back', async () => {
    const { scans, tell, answer } = watch(sampleStatus({ progress: 0.1 }));
    tell(sampleStatus({ progress: 0.5 }));
    await scans.poll();
    assert.equal(scans.get('proj_1')?.progress, 0.5);
    answer.status = sampleStatus({ id: 'scan_0', startedAt: '2026-02-01T10:00:00.000Z' });
    await scans.poll();
    assert.equal(scans.get('proj_1')?.id, 'scan_1');
  });

  it('ends the waiting for a scan whose last change got lost', async () => {
    const { scans, tell, answer, ended } = watch();
    tell(sampleStatus({ progress: 0.5 }));
    const waiting = scans.wait('proj_1', 'scan_1');
    answer.status = sampleStatus({ phase: 'failed', progress: 0.3, error: 'the engine ended' });
    await scans.poll();
    assert.equal((await waiting).error, 'the engine ended');
    assert.deepEqual(ended, ['scan_1 failed']);
    assert.equal(scans.isRunning('proj_1'), false);
  });

  it('ends a scan that the store knows nothing of', async () => {
    const { scans, tell } = watch(null);
    tell(sampleStatus());
    await scans.poll();
    assert.equal(scans.get('proj_1')?.phase, 'failed');
  });

  it('asks about nothing while no scan runs', async () => {
    const { scans, engine, tell } = watch();
    tell(done);
    await scans.poll();
    assert.deepEqual(engine.calls, []);
    assert.equal(await scans.wait('proj_1', 'scan_1'), done);
  });
});
