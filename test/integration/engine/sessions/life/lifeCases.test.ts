import assert from 'node:assert/strict';
import { hour, LifeEngine, minute, morning } from './lifeEngine';

/** What happens, and what sessions there are in the end. */
interface Case {
  readonly says: string;
  readonly when: (life: LifeEngine) => Promise<unknown>;
  readonly spans: readonly string[];
  /** Begins then, and not in the morning. */
  readonly at?: number;
}

const at = (ms: number): { at: string } => ({ at: new Date(morning + ms).toISOString() });

const cases: readonly Case[] = [
  {
    says: 'an idle hour ends it, at the time of the last activity',
    when: async (life) => {
      await life.do();
      await life.pass(30 * minute);
      await life.do();
      await life.pass(2 * hour);
    },
    spans: ['+0:00 to +0:30 completed'],
  },
  {
    says: 'less than an hour does not',
    when: async (life) => {
      await life.do();
      await life.pass(59 * minute);
    },
    spans: ['+0:00 to … active'],
  },
  {
    says: 'it ends four hours after its start, and the next begins with the next activity',
    when: async (life) => {
      for (let n = 0; n < 10; n++) {
        await life.do();
        await life.pass(30 * minute);
      }
    },
    spans: ['+0:00 to +3:30 completed', '+4:00 to … active'],
  },
  {
    says: 'the last window ends it, another one keeps it',
    when: async (life) => {
      const first = await life.do({}, 'w1');
      const second = await life.do({}, 'w2');
      assert.equal(first.id, second.id);
      await life.pass(10 * minute);
      await life.engine.leaveWindow({ windowId: 'w1' });
      assert.deepEqual(await life.spans(), ['+0:00 to … active']);
      await life.pass(10 * minute);
      await life.engine.leaveWindow({ windowId: 'w2' });
    },
    spans: ['+0:00 to +0:20 completed'],
  },
  {
    says: 'a window that died keeps nothing for longer than an idle hour',
    when: async (life) => {
      await life.do({}, 'died');
      for (let n = 0; n < 7; n++) {
        await life.pass(10 * minute);
        await life.do({}, 'w2');
      }
      await life.engine.leaveWindow({ windowId: 'w2' });
    },
    spans: ['+0:00 to +1:10 completed'],
  },
  {
    says: 'a person ends it; what is done then is another one',
    when: async (life) => {
      const { id } = await life.do();
      await life.pass(5 * minute);
      await life.engine.endSession({ sessionId: id });
      await life.pass(minute);
      await life.do();
    },
    spans: ['+0:00 to +0:05 completed', '+0:06 to … active'],
  },
  {
    says: 'what comes late is put where it was done',
    when: async (life) => {
      const { id } = await life.do();
      await life.pass(3 * hour);
      await life.do();
      const late = await life.do({ ...at(40 * minute), file: 'src/late.ts' });
      assert.notEqual(late.id, id);
    },
    spans: ['+0:00 to +0:40 completed', '+3:00 to … active'],
  },
  {
    says: 'what comes late between two sessions is one of its own where it is far from both',
    when: async (life) => {
      await life.do();
      await life.pass(6 * hour);
      await life.do();
      await life.do(at(3 * hour));
      await life.pass(5000);
    },
    spans: ['+0:00 to +0:00 completed', '+3:00 to +3:00 completed', '+6:00 to … active'],
  },
  {
    says: 'the process is killed and starts again in time: it goes on',
    when: async (life) => {
      const { id } = await life.do();
      await life.restart(morning + 20 * minute);
      assert.equal((await life.do()).id, id);
    },
    spans: ['+0:00 to … active'],
  },
  {
    says: 'the process is killed and starts too late: the next start ends it, at the time of its last activity',
    when: async (life) => {
      await life.do();
      await life.pass(2 * minute);
      await life.do();
      await life.restart(morning + 15 * hour);
    },
    spans: ['+0:00 to +0:02 completed'],
  },
  {
    says: 'the machine sleeps for nine hours: what is done then is another one',
    when: async (life) => {
      await life.do();
      life.time.set(morning + 9 * hour);
      assert.equal((await life.engine.getActiveSession({ projectId: life.projectId })).session, null);
      await life.do();
    },
    spans: ['+0:00 to +0:00 completed', '+9:00 to … active'],
  },
  {
    says: 'the clock is set back by some minutes: the session goes on',
    when: async (life) => {
      const { id } = await life.do();
      await life.pass(30 * minute);
      await life.do();
      life.time.set(morning + 10 * minute);
      assert.equal((await life.do()).id, id);
      life.time.set(morning - 20 * minute);
      assert.equal((await life.do()).id, id);
    },
    spans: ['-0:20 to … active'],
  },
  {
    says: 'the clock is set back by hours: the session ends, and another one begins',
    when: async (life) => {
      await life.do();
      await life.pass(30 * minute);
      await life.do();
      life.time.set(morning - 5 * hour);
      await life.do();
      await life.pass(20 * minute);
      await life.do();
    },
    spans: ['-5:00 to … active', '+0:00 to +0:30 completed'],
  },
  {
    says: 'the clock is set forward by hours: the session ends, and another one begins',
    when: async (life) => {
      await life.do();
      life.time.set(morning + 3 * hour);
      await life.do();
    },
    spans: ['+0:00 to +0:00 completed', '+3:00 to … active'],
  },
  {
    says: 'a window whose clock is ahead is believed no further than now',
    when: (life) => life.do(at(3 * hour)),
    spans: ['+0:00 to … active'],
  },
  {
    says: 'midnight is a minute as any other',
    at: morning + 14 * hour + 50 * minute,
    when: async (life) => {
      const { id } = await life.do();
      await life.pass(20 * minute);
      assert.equal((await life.do()).id, id);
    },
    spans: ['+14:50 to … active'],
  },
];

describe('the life of a session', () => {
  for (const { says, when, spans, at: begin } of cases)
    it(says, async () => {
      const life = await LifeEngine.open(begin);
      await when(life);
      assert.deepEqual(await life.spans(), spans);
      life.close();
    });
});
