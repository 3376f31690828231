import assert from 'node:assert/strict';
import { type HostMessage, panelState } from '../../../src/shared/panelMessages';
import { findingMessages } from '../../../src/shell/panel/findingRows';
import { emptyModel, type PanelModel, receive } from '../../../webview-ui/app/panelModel';
import { readState } from '../../../webview-ui/app/savedState';
import { manyFindings } from '../../ui/panel/fixtures/manyFindings';
import { runningStatus, shopSnapshot } from '../../ui/panel/fixtures/scans';

function received(messages: Iterable<HostMessage>, model: PanelModel = emptyModel): PanelModel {
  return [...messages].reduce(receive, model);
}
const snapshot = (status: typeof runningStatus): HostMessage => ({
  type: 'snapshot',
  snapshot: { ...shopSnapshot, status },
});

describe('panel model', () => {
  it('never lets progress go backwards within a scan', () => {
    const model = received([
      snapshot({ ...runningStatus, progress: 0.5, chunksProcessed: 30 }),
      snapshot({ ...runningStatus, progress: 0.4, chunksProcessed: 28 }),
    ]);
    assert.equal(model.snapshot?.status?.progress, 0.5);
    assert.equal(model.snapshot?.status?.chunksProcessed, 30);
    const late = received([snapshot({ ...runningStatus, phase: 'fetch_files', progress: 0.6 })], model);
    assert.equal(late.snapshot?.status?.phase, 'analyze');
  });

  it('starts at nothing with the next scan', () => {
    const model = received([
      snapshot({ ...runningStatus, progress: 0.9 }),
      snapshot({ ...runningStatus, id: 'scan_03', phase: 'fetch_tree', progress: 0 }),
    ]);
    assert.equal(model.snapshot?.status?.progress, 0);
  });

  it('shows a list once all its slices are there, and the one before until then', () => {
    const first = received(findingMessages(manyFindings(3)));
    const [a, b, c] = [...findingMessages(manyFindings(2500))];
    assert.ok(a && b && c);
    const between = received([a, b], first);
    assert.equal(between.findings.length, 3);
    assert.equal(received([c], between).findings.length, 2500);
  });

  it('ignores a slice whose beginning it never got', () => {
    const [, second] = [...findingMessages(manyFindings(2500))];
    assert.ok(second);
    assert.equal(received([second]).hasFindings, false);
  });

  it('takes an empty list for an answer', () => {
    const model = received(findingMessages([]));
    assert.equal(model.hasFindings, true);
    assert.deepEqual(model.findings, []);
  });

  it('keeps only the newest estimate', () => {
    const estimate = (requestId: number): HostMessage => ({
      type: 'estimate',
      requestId,
      estimate: null,
      error: String(requestId),
    });
    assert.equal(received([estimate(2), estimate(1)]).estimate?.error, '2');
  });

  it('keeps a bounded number of details, the newest', () => {
    const details = manyFindings(150).map(
      ({ id }): HostMessage => ({ type: 'detail', findingId: id, detail: null, error: 'x' }),
    );
    const model = received(details);
    assert.equal(model.details.size, 100);
    assert.ok(model.details.has('find_149') && !model.details.has('find_0'));
  });
});

describe('kept state of the page', () => {
  it('reads the same as the host does', () => {
    const kept = { projectId: 'p', filter: 'x', groupBy: 'rule', selection: 'f', tab: 'models', scroll: 12 };
    assert.deepEqual(readState(kept, 'p'), panelState.parse(kept));
  });

  it('belongs to one project', () => {
    assert.equal(readState({ projectId: 'other', filter: 'x' }, 'p').filter, '');
    for (const raw of [undefined, null, 7, 'x', []]) assert.equal(readState(raw, 'p').groupBy, 'layer');
  });
});
