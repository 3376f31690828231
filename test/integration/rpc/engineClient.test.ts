import assert from 'node:assert/strict';
import { Emitter } from '../../../src/base/emitter';
import { EngineError } from '../../../src/base/engineError';
import type { Engine, EngineChange } from '../../../src/engine/engine';
import { engineClient } from '../../../src/engine/rpc/engineClient';
import { type EngineLink, LinkLost } from '../../../src/engine/rpc/engineLink';

describe('engineClient', () => {
  const changes = new Emitter<EngineChange>();
  let calls: { method: string; params: unknown; requestId: string }[] = [];

  /** A client whose n-th call goes to the n-th of these links. */
  function over(...links: (() => unknown)[]): Engine {
    calls = [];
    const link = (answer: () => unknown): EngineLink => ({
      async call(method, params, { requestId }) {
        calls.push({ method, params, requestId });
        return answer();
      },
    });
    return engineClient({
      onDidChange: changes.event,
      async take() {
        const next = links[Math.min(calls.length, links.length - 1)];
        if (!next) throw new EngineError('unavailable', 'no link');
        return link(next);
      },
    });
  }
  const lost = (): never => {
    throw new LinkLost();
  };

  it('repeats a call whose link was lost, with the same request id', async () => {
    const engine = over(lost, lost, () => ({ id: 'p' }));
    assert.deepEqual(await engine.createProject({ name: 'P' }), { id: 'p' });
    assert.equal(calls.length, 3);
    assert.equal(new Set(calls.map((call) => call.requestId)).size, 1);
  });

  it('gives each call an id of its own, and keeps one that it was given', async () => {
    const engine = over(() => []);
    await engine.listProjects({});
    await engine.listProjects({});
    await engine.listProjects({}, { requestId: 'mine' });
    assert.notEqual(calls[0]?.requestId, calls[1]?.requestId);
    assert.equal(calls[2]?.requestId, 'mine');
  });

  it('does not repeat what was refused', async () => {
    const engine = over(() => {
      throw new EngineError('notFound', 'no');
    });
    await assert.rejects(engine.listProjects({}), (error) => error instanceof EngineError && error.code === 'notFound');
    assert.equal(calls.length, 1);
  });

  it('gives up on a call that ends every link', async () => {
    await assert.rejects(
      over(lost).listProjects({}),
      (error) => error instanceof EngineError && error.code === 'unavailable',
    );
    assert.ok(calls.length > 2 && calls.length < 100);
  });

  it('stops waiting for a link when it is cancelled', async () => {
    const never = engineClient({ onDidChange: changes.event, take: () => new Promise(() => undefined) });
    const abort = new AbortController();
    const call = never.listProjects({}, { signal: abort.signal });
    abort.abort();
    await assert.rejects(call, (error) => error instanceof EngineError && error.code === 'cancelled');
  });
});
