import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { ActivityPayload } from '../../../../../src/engine/sessions/life/flushActivity';
import { isSessionSave, saveTypes } from '../../../../../src/shared/session';
import { hour, LifeEngine, minute } from './lifeEngine';

/** What a person and a machine do, in minutes. */
type Step =
  | { readonly kind: 'work'; readonly windowId: string; readonly late: number }
  | { readonly kind: 'pass' | 'jump' | 'restart'; readonly minutes: number }
  | { readonly kind: 'leave'; readonly windowId: string }
  | { readonly kind: 'end' };

const windowId = fc.constantFrom('w1', 'w2');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('work' as const), windowId, late: fc.constant(0) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('work' as const), windowId, late: fc.integer({ min: 1, max: 600 }) }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 70 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('jump' as const), minutes: fc.integer({ min: -400, max: 600 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('restart' as const), minutes: fc.integer({ min: 0, max: 90 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), windowId }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'end' as const }) },
);

/** Does it, and answers when each thing was done, by its name. */
async function act(life: LifeEngine, steps: readonly Step[]): Promise<Map<string, number>> {
  const done = new Map<string, number>();
  for (const one of steps) {
    if (one.kind === 'work') {
      const at = life.time.now() - one.late * minute;
      const name = `f${done.size}.ts`;
      done.set(name, at);
      await life.do({ file: name, at: new Date(at).toISOString() }, one.windowId);
    } else if (one.kind === 'pass') await life.pass(one.minutes * minute);
    else if (one.kind === 'jump') life.time.set(life.time.now() + one.minutes * minute);
    else if (one.kind === 'restart') await life.restart(life.time.now() + one.minutes * minute);
    else if (one.kind === 'leave') await life.engine.leaveWindow({ windowId: one.windowId });
    else {
      const { session } = await life.engine.getActiveSession({ projectId: life.projectId });
      if (session) await life.engine.endSession({ sessionId: session.id });
    }
  }
  return done;
}

describe('sessions, whatever is done', () => {
  it('never overlap, hold everything once, last less than four hours, and have no idle hour inside', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
        const life = await LifeEngine.open();
        const done = await act(life, steps);
        await life.pass(30 * hour);
        const found = new Map<string, number>();
        const spans: [from: number, to: number][] = [];
        for (const session of await life.sessions()) {
          assert.equal(session.status, 'completed', JSON.stringify(session));
          const events = await life.events(session.id);
          const payloads = events
            .filter((event) => event.event_type === 'editor.activity')
            .map((event) => event.payload as unknown as ActivityPayload);
          const names = payloads.flatMap((payload) => payload.done.map(({ name }) => name));
          for (const name of names) found.set(name, (found.get(name) ?? 0) + 1);
          assert.equal(session.saves, names.length);
          const times = names.map((name) => done.get(name) ?? Number.NaN).sort((a, b) => a - b);
          const [first = Number.NaN, last = first] = [times[0], times.at(-1)];
          assert.ok(last - first < 4 * hour, `${(last - first) / hour} hours`);
          for (const [index, at] of times.entries())
            assert.ok(at - (times[index - 1] ?? at) < hour, `a pause of ${at - (times[index - 1] ?? at)} ms`);
          assert.equal(Date.parse(session.startedAt), first);
          assert.equal(Date.parse(session.lastEventAt ?? ''), last);
          spans.push([first, last]);
          const saved = events.filter((event) => isSessionSave(event.event_type));
          assert.ok(saved.length > 0 && session.summary !== '', 'its end is told');
          assert.equal(
            saved.filter((event) => event.event_type === saveTypes.first).length,
            1,
            'told for the first time once',
          );
          assert.equal(saved.at(-1)?.payload['summary'], session.summary);
        }
        spans.sort(([a], [b]) => a - b);
        for (const [index, [from]] of spans.entries()) assert.ok(from > (spans[index - 1]?.[1] ?? -1), 'they overlap');
        assert.deepEqual(
          [...found.values()].filter((count) => count !== 1),
          [],
        );
        assert.equal(found.size, done.size);
        assert.equal(life.time.waiting, 0, 'no timer is left');
        life.close();
      }),
      { numRuns: 30 },
    );
  }).timeout(60_000);
});
