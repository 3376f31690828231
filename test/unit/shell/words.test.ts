import assert from 'node:assert/strict';
import type { ScanStatus } from '../../../src/shared/genesis';
import { counted } from '../../../src/shell/words/counted';
import { plainLine } from '../../../src/shell/words/plainLine';
import { scanFailure, scanProgressLine, scanSummary } from '../../../src/shell/words/scanWords';
import { duration, relativeTime } from '../../../src/shell/words/times';
import { sampleStatus } from '../../support/samples';

describe('words', () => {
  it('counts with units', () => {
    assert.deepEqual(
      [counted(0, 'file'), counted(1, 'file'), counted(1204, 'file'), counted(2, 'entry')],
      ['0 files', '1 file', '1,204 files', '2 entries'],
    );
  });

  const now = Date.parse('2026-03-01T12:00:00.000Z');
  const times: readonly (readonly [string, string])[] = [
    ['2026-03-01T12:00:05.000Z', 'just now'],
    ['2026-03-01T11:59:01.000Z', 'just now'],
    ['2026-03-01T11:55:00.000Z', '5 min ago'],
    ['2026-03-01T09:00:00.000Z', '3 h ago'],
    ['2026-02-28T11:00:00.000Z', 'yesterday'],
    ['2026-02-17T11:00:00.000Z', '12 days ago'],
    ['2025-09-01T11:00:00.000Z', '6 months ago'],
    ['2023-01-01T11:00:00.000Z', '3 years ago'],
    ['never', 'at an unknown time'],
  ];
  for (const [at, text] of times) it(`says ${text}`, () => assert.equal(relativeTime(at, now), text));

  it('says how long something took', () => {
    assert.deepEqual([0, 1849, 9960, 12_400, 185_000].map(duration), ['0.0 s', '1.8 s', '10.0 s', '12 s', '3 min 5 s']);
  });

  const lines: readonly (readonly [Partial<ScanStatus>, string])[] = [
    [{ phase: 'fetch_tree', progress: 0.01, filesTotal: 0, filesProcessed: 0 }, 'Listing files · 1 %'],
    [{ phase: 'fetch_files', progress: 0.2, filesProcessed: 120 }, 'Reading files 120 of 412 · 20 %'],
    [{ progress: 0.459, findingsCount: 1 }, 'Analyzing 10 of 40 parts · 45 % · 1 finding'],
    [{ phase: 'security_audit', progress: 0.9, findingsCount: 37 }, 'Auditing security · 90 % · 37 findings'],
  ];
  for (const [status, text] of lines) it(text, () => assert.equal(scanProgressLine(sampleStatus(status)), text));

  it('sums up a scan', () => {
    const done = { phase: 'complete', findingsCount: 37, completedAt: '2026-03-01T10:00:01.800Z' } as const;
    assert.equal(scanSummary(sampleStatus(done)), '412 files, 37 findings, 1.8 s');
  });

  it('says why a scan ended early, and what is left of it', () => {
    const failed = { phase: 'failed', error: 'git is not installed', findingsCount: 3 } as const;
    assert.equal(scanFailure(sampleStatus(failed)), 'Scan stopped: git is not installed. 3 findings kept.');
    assert.equal(scanFailure(sampleStatus({ phase: 'failed', error: 'cancelled' })), 'Scan cancelled.');
  });

  it('keeps a label one line that reads as it is stored', () => {
    assert.equal(plainLine('a\r\n\tb\u202egpj.exe\u2069'), 'a b gpj.exe');
  });
});
