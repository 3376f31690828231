import assert from 'node:assert/strict';
import type { ScanStatus } from '../../../src/shared/genesis';
import { scanOutcome, scanProgress } from '../../../webview-ui/head/stepperModel';
import { doneStatus, runningStatus } from '../../ui/panel/fixtures/scans';

const started = Date.parse(runningStatus.startedAt);
const states = (status: ScanStatus): string =>
  scanProgress(status, started + 4000)
    .steps.map(({ state }) => state)
    .join(' ');

describe('stepper', () => {
  it('shows what is done with its time, what runs with its count, and what is to come', () => {
    const { steps, rate, left } = scanProgress(runningStatus, started + 4000);
    assert.deepEqual(
      steps.map(({ detail }) => detail),
      ['41 ms', '380 ms', '12 ms', '27 of 64 parts', '', '', '', ''],
    );
    assert.equal(states(runningStatus), 'done done done current waiting waiting waiting waiting');
    assert.equal(rate, '8 parts/s');
    assert.equal(left, 'about 5 s left');
  });

  it('promises no time while nothing is known', () => {
    assert.equal(scanProgress({ ...runningStatus, progress: 0.01 }, started + 60_000).left, '');
    assert.equal(scanProgress(runningStatus, started + 500).left, '');
  });

  it('names the phase that failed', () => {
    const failed: ScanStatus = { ...runningStatus, phase: 'failed', error: 'The disk is full.' };
    assert.equal(scanOutcome(failed), 'failed');
    assert.equal(states(failed), 'done done done failed waiting waiting waiting waiting');
  });

  it('tells a cancelled scan from a failed one', () => {
    const cancelled: ScanStatus = { ...runningStatus, phase: 'failed', error: 'cancelled' };
    assert.equal(scanOutcome(cancelled), 'cancelled');
    assert.equal(states(cancelled), 'done done done stopped waiting waiting waiting waiting');
    assert.equal(scanOutcome({ ...cancelled, error: 'The read was cancelled by the system.' }), 'failed');
  });

  it('calls a phase that did not run skipped', () => {
    const { security_audit: _audit, ...phaseMs } = doneStatus.phaseMs;
    assert.equal(states({ ...doneStatus, phaseMs }), 'done done done done done skipped done done');
    assert.equal(scanProgress(doneStatus, started).progress, 1);
  });
});
