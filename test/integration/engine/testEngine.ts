import assert from 'node:assert/strict';
import type { Clock } from '../../../src/base/clock';
import { type ErrorCode, isEngineError } from '../../../src/base/engineError';
import type { Engine, EngineChange } from '../../../src/engine/engine';
import type { EngineParts } from '../../../src/engine/engineParts';
import type { EnginePorts } from '../../../src/engine/ports';
import { type MemoryEngine, openMemoryEngine } from '../../support/memoryEngine';

/** Moves on by a second at each look, so that orders by time are seen. */
class TestClock implements Clock {
  constructor(public at = Date.UTC(2026, 0, 1)) {}

  now(): number {
    this.at += 1000;
    return this.at;
  }
}

export interface TestEngine extends MemoryEngine {
  readonly clock: TestClock;
  readonly changes: EngineChange[];
  readonly parts: EngineParts;
}

/** An engine on a new database in memory. An error that it logs fails the test that closes it. */
export async function openTestEngine(ports: Partial<EnginePorts> = {}): Promise<TestEngine> {
  const clock = new TestClock();
  let parts: EngineParts | undefined;
  const memory = await openMemoryEngine({
    ports: { clock, ...ports },
    createGenesis(given) {
      parts = given;
      const refuse = (): Promise<never> => Promise.reject(new Error('not part of this test'));
      return {
        estimateScan: refuse,
        startScan: refuse,
        getScanStatus: refuse,
        getScanResults: refuse,
        getScanInventory: refuse,
        cancelScan: refuse,
        getFinding: refuse,
        addFindingToMemory: refuse,
        compareScans: refuse,
        exportSbom: refuse,
        ignoreFinding: refuse,
        writeBaseline: refuse,
        exportFindings: refuse,
        dispose: () => undefined,
      };
    },
  });
  assert.ok(parts);
  const changes: EngineChange[] = [];
  memory.engine.onDidChange((change) => changes.push(change));
  return { ...memory, clock, changes, parts };
}

export function closeTestEngine(test: TestEngine): void {
  test.close();
}

/** Rejects with this code, and with words that fit where they are given. */
export async function rejects(call: Promise<unknown>, code: ErrorCode, message?: RegExp): Promise<void> {
  await assert.rejects(call, (error) => {
    assert.ok(isEngineError(error), String(error));
    assert.equal(error.code, code, error.message);
    if (message) assert.match(error.message, message);
    return true;
  });
}

/** Names of the events of a project, oldest first. */
export async function eventTypes(engine: Engine, projectId: string): Promise<string[]> {
  const { items } = await engine.listEvents({ projectId, order: 'oldest', limit: 200 });
  return items.map((event) => event.event_type);
}

/** One rule: what a call gives or how it fails, in a new engine. */
export interface CallCase {
  readonly says: string;
  readonly call: (test: TestEngine) => Promise<unknown>;
  /** Members of the answer that are looked at; all of it where it is no object. */
  readonly gives?: unknown;
  readonly fails?: { readonly code: ErrorCode; readonly message?: RegExp; readonly path?: string };
}

/** Runs each rule as a test of its own. */
export function check(cases: readonly CallCase[], ports: Partial<EnginePorts> = {}): void {
  for (const { says, call, gives, fails } of cases)
    it(says, async () => {
      const test = await openTestEngine(ports);
      if (fails) {
        const error = await call(test).then(
          (value) => assert.fail(`gave ${JSON.stringify(value)}`),
          (thrown: unknown) => thrown,
        );
        assert.ok(isEngineError(error), String(error));
        assert.equal(error.code, fails.code, error.message);
        if (fails.message) assert.match(error.message, fails.message);
        if (fails.path !== undefined) assert.equal(error.details?.[0]?.path, fails.path);
      } else assert.deepEqual(pickLike(await call(test), gives), gives);
      closeTestEngine(test);
    });
}

/** The members of `value` that `pattern` names, deeply; lists are looked at member by member. */
function pickLike(value: unknown, pattern: unknown): unknown {
  if (Array.isArray(pattern) && Array.isArray(value))
    return value.map((item, index) => (index < pattern.length ? pickLike(item, pattern[index]) : item));
  if (typeof pattern !== 'object' || pattern === null || typeof value !== 'object' || value === null) return value;
  const record = value as Record<string, unknown>;
  return Object.fromEntries(Object.entries(pattern).map(([key, part]) => [key, pickLike(record[key], part)]));
}
