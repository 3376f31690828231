import assert from 'node:assert/strict';
import { count, relativeTime } from '../../../webview-ui/base/format';

describe('numbers with their units', () => {
  it('are written as people write them', () => {
    assert.deepEqual(
      [count(1, 'file'), count(1204, 'file'), count(2, 'dependency'), count(2, 'day'), count(1, 'entry')],
      ['1 file', '1,204 files', '2 dependencies', '2 days', '1 entry'],
    );
  });

  it('tell how long ago something was', () => {
    const now = Date.parse('2026-03-10T12:00:00Z');
    const said = ['2026-03-10T11:59:40Z', '2026-03-10T11:59:00Z', '2026-03-10T09:00:00Z', '2026-03-07T12:00:00Z'];
    assert.deepEqual(
      said.map((at) => relativeTime(at, now)),
      ['just now', '1 minute ago', '3 hours ago', '3 days ago'],
    );
  });
});
