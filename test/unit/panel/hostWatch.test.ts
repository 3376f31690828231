import assert from 'node:assert/strict';
import { HostWatch } from '../../../webview-ui/hostWatch';

/** A watch whose time passes by hand, and what it did. */
function watchOf() {
  const done: string[] = [];
  let waiting: (() => void)[] = [];
  const watch = new HostWatch(
    () => done.push('ping'),
    (lost) => done.push(lost ? 'lost' : 'found'),
    {
      after(_delayMs, work) {
        waiting.push(work);
        return () => {
          waiting = waiting.filter((each) => each !== work);
        };
      },
    },
  );
  const pass = (): void => {
    const due = waiting;
    waiting = [];
    for (const work of due) work();
  };
  return { watch, done, pass };
}

describe('watch of the host', () => {
  it('asks once before it gives up', () => {
    const { watch, done, pass } = watchOf();
    watch.said();
    pass();
    assert.deepEqual(done, ['ping']);
    pass();
    assert.deepEqual(done, ['ping', 'lost']);
  });

  it('is content with any message', () => {
    const { watch, done, pass } = watchOf();
    watch.said();
    watch.heard();
    pass();
    watch.said();
    pass();
    watch.heard();
    pass();
    assert.deepEqual(done, ['ping']);
  });

  it('does not start anew with each thing said', () => {
    const { watch, done, pass } = watchOf();
    watch.said();
    pass();
    watch.said();
    pass();
    assert.deepEqual(done, ['ping', 'lost']);
  });

  it('says when the host is heard again', () => {
    const { watch, done, pass } = watchOf();
    watch.said();
    pass();
    pass();
    watch.heard();
    assert.deepEqual(done, ['ping', 'lost', 'found']);
  });
});
