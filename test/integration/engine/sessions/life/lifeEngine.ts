import assert from 'node:assert/strict';
import type { Clock } from '../../../../../src/base/clock';
import type { Disposable } from '../../../../../src/base/disposable';
import type { Timers } from '../../../../../src/base/timers';
import type { Engine } from '../../../../../src/engine/engine';
import type { Database } from '../../../../../src/engine/storage/database';
import { migrations } from '../../../../../src/engine/storage/migrations';
import { migrate } from '../../../../../src/engine/storage/migrator';
import { openDatabase } from '../../../../../src/engine/storage/openDatabase';
import type { Activity, Session } from '../../../../../src/shared/session';
import type { LogEvent } from '../../../../../src/shared/store';
import { type MemoryEngine, startMemoryEngine } from '../../../../support/memoryEngine';

export const minute = 60_000;
export const hour = 60 * minute;
/** A Monday morning. */
export const morning = Date.UTC(2026, 5, 1, 9);

/** A clock that stands still until it is set, and timers that fire when it passes their time. */
class FakeTime implements Clock, Timers {
  private readonly timers = new Set<{ readonly at: number; readonly work: () => void }>();

  constructor(private at: number) {}

  now(): number {
    return this.at;
  }

  after(ms: number, work: () => void): Disposable {
    const timer = { at: this.at + ms, work };
    this.timers.add(timer);
    return { dispose: () => this.timers.delete(timer) };
  }

  get waiting(): number {
    return this.timers.size;
  }

  /** As when the user sets the clock, or the machine wakes up: no timer has noticed. */
  set(at: number): void {
    this.at = at;
  }

  /** When the next timer fires, at `until` at the latest; fires it. */
  step(until: number): boolean {
    const [next] = [...this.timers].sort((a, b) => a.at - b.at);
    if (!next || next.at > until) return false;
    this.timers.delete(next);
    this.at = Math.max(this.at, next.at);
    next.work();
    return true;
  }
}

/** An engine whose time is the test's, on a database that outlives it. */
export class LifeEngine {
  readonly time: FakeTime;
  private memory: MemoryEngine;
  projectId = '';

  private constructor(
    readonly db: Database,
    at: number,
  ) {
    this.time = new FakeTime(at);
    this.memory = this.start();
  }

  get engine(): Engine {
    return this.memory.engine;
  }

  static async open(at = morning): Promise<LifeEngine> {
    const db = await openDatabase(':memory:');
    migrate(db, migrations);
    const life = new LifeEngine(db, at);
    life.projectId = (await life.engine.createProject({ name: 'P' })).id;
    return life;
  }

  close(): void {
    const { logged } = this.memory;
    this.memory.close();
    assert.deepEqual(logged, []);
  }

  /** The process was killed, and another one began. */
  async restart(at: number): Promise<void> {
    assert.deepEqual(this.memory.logged, []);
    this.memory.engine.dispose();
    this.time.set(at);
    this.memory = this.start();
    await this.pass(0);
  }

  /** Lets time go by, with the timers that fire in it. */
  async pass(ms: number): Promise<void> {
    const until = this.time.now() + ms;
    await this.settle();
    while (this.time.step(until)) await this.settle();
    this.time.set(until);
    await this.settle();
  }

  async do(activity: Partial<Activity> = {}, windowId = 'w1', source = 'vscode'): Promise<Session> {
    const at = new Date(this.time.now()).toISOString();
    const one = { kind: 'save' as const, file: 'src/a.ts', at, ...activity };
    const { projectId } = this;
    const { session } = await this.engine.recordActivity({ projectId, windowId, source, activities: [one] });
    const [newest] = await this.sessions();
    assert.ok(session ?? newest);
    return session ?? (newest as Session);
  }

  /** Newest first. */
  async sessions(): Promise<Session[]> {
    return (await this.engine.listSessions({ projectId: this.projectId, limit: 200 })).items;
  }

  async events(sessionId: string): Promise<LogEvent[]> {
    return (await this.engine.listSessionEvents({ sessionId, limit: 200 })).items;
  }

  /** `+0:30–+1:15 completed`: what each session spans, from the time at which the test began, oldest first. */
  async spans(): Promise<string[]> {
    const at = (iso: string | null): string => {
      if (iso === null) return '…';
      const minutes = Math.round((Date.parse(iso) - morning) / minute);
      const sign = minutes < 0 ? '-' : '+';
      return `${sign}${Math.floor(Math.abs(minutes) / 60)}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
    };
    return (await this.sessions()).reverse().map((one) => `${at(one.startedAt)} to ${at(one.endedAt)} ${one.status}`);
  }

  private start(): MemoryEngine {
    return startMemoryEngine({ db: this.db, ports: { clock: this.time, timers: this.time } });
  }

  /** Lets the engine do what it has begun. */
  private async settle(): Promise<void> {
    for (let turn = 0; turn < 6; turn++) await new Promise((resolve) => setImmediate(resolve));
  }
}
