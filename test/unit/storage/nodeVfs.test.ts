import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type FileAccess, nodeFileAccess } from '../../../src/engine/storage/sqlJs/fileAccess';
import { sqlite } from '../../../src/engine/storage/sqlJs/sqliteCodes';
import { VfsDriver } from './vfsDriver';

const create = sqlite.OPEN_CREATE;
const slots = 3;
const names = 3;

type Step =
  | { readonly kind: 'open'; readonly slot: number; readonly name: number; readonly flags: number }
  | { readonly kind: 'close' | 'sync' | 'size'; readonly slot: number }
  | { readonly kind: 'read'; readonly slot: number; readonly length: number; readonly position: number }
  | { readonly kind: 'write'; readonly slot: number; readonly data: number[]; readonly position: number }
  | { readonly kind: 'truncate'; readonly slot: number; readonly size: number }
  | { readonly kind: 'unlink'; readonly name: number }
  | { readonly kind: 'exists'; readonly name: number };

const slot = fc.nat(slots - 1);
const name = fc.nat(names - 1);
// Mostly near the start, so that what is written is also read.
const position = fc.oneof({ weight: 4, arbitrary: fc.nat(400) }, { weight: 1, arbitrary: fc.nat(9000) });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('open' as const), slot, name, flags: fc.constantFrom(0, create, create) }),
  fc.record({ kind: fc.constantFrom('close' as const, 'sync' as const, 'size' as const), slot }),
  fc.record({ kind: fc.constant('read' as const), slot, length: fc.nat(300), position }),
  fc.record({
    kind: fc.constant('write' as const),
    slot,
    data: fc.array(fc.nat(255), { minLength: 1, maxLength: 300 }),
    position,
  }),
  fc.record({ kind: fc.constant('truncate' as const), slot, size: position }),
  fc.record({ kind: fc.constant('unlink' as const), name }),
  fc.record({ kind: fc.constant('exists' as const), name }),
);

const openAll: readonly Step[] = [0, 1, 2].map((slot) => ({ kind: 'open', slot, name: slot, flags: create }));

/** What the files must be, kept as arrays; `undefined` for a step that SQLite would not take. */
class Model {
  readonly files = new Map<number, number[]>();
  readonly open = new Map<number, number>();

  expect(step: Step): unknown {
    if (step.kind === 'exists') return (this.files.get(step.name)?.length ?? 0) > 0;
    if (step.kind === 'unlink') {
      if ([...this.open.values()].includes(step.name)) return undefined;
      return this.files.delete(step.name) ? sqlite.OK : sqlite.IOERR_DELETE_NOENT;
    }
    if (step.kind === 'open') {
      if (this.open.has(step.slot)) return undefined;
      if (!this.files.has(step.name)) {
        if ((step.flags & create) === 0) return sqlite.CANTOPEN;
        this.files.set(step.name, []);
      }
      this.open.set(step.slot, step.name);
      return sqlite.OK;
    }
    const content = this.files.get(this.open.get(step.slot) ?? -1);
    if (!content) return undefined;
    return this.expectOpen(step, content);
  }

  private expectOpen(step: Exclude<Step, { kind: 'open' | 'unlink' | 'exists' }>, content: number[]): unknown {
    if (step.kind === 'size') return content.length;
    if (step.kind === 'close') this.open.delete(step.slot);
    if (step.kind === 'read') {
      const data = Array.from({ length: step.length }, (_, index) => content[step.position + index] ?? 0);
      const whole = step.length === 0 || step.position + step.length <= content.length;
      return { code: whole ? sqlite.OK : sqlite.IOERR_SHORT_READ, data };
    }
    if (step.kind === 'truncate') {
      while (content.length < step.size) content.push(0);
      content.length = step.size;
    }
    if (step.kind === 'write') {
      while (content.length < step.position) content.push(0);
      content.splice(step.position, step.data.length, ...step.data);
    }
    return sqlite.OK;
  }
}

function take(driver: VfsDriver, files: readonly string[], step: Step): unknown {
  const file = (index: number): string => files[index] ?? '';
  switch (step.kind) {
    case 'open':
      return driver.open(file(step.name), step.slot, step.flags);
    case 'close':
      return driver.close(step.slot);
    case 'sync':
      return driver.sync(step.slot);
    case 'size':
      return driver.size(step.slot);
    case 'read':
      return driver.read(step.slot, step.length, step.position);
    case 'write':
      return driver.write(step.slot, step.data, step.position);
    case 'truncate':
      return driver.truncate(step.slot, step.size);
    case 'unlink':
      return driver.unlink(file(step.name));
    case 'exists':
      return driver.exists(file(step.name));
  }
}

describe('NodeVfs', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'contox-vfs-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** The system may do less than it was asked for, in reading and in writing. */
  const inBits: FileAccess = {
    ...nodeFileAccess,
    read: (fd, into, at, length, from) => nodeFileAccess.read(fd, into, at, Math.min(length, 7), from),
    write: (fd, from, at, length, to) => nodeFileAccess.write(fd, from, at, Math.min(length, 7), to),
  };
  for (const [what, access] of [
    ['', nodeFileAccess],
    [', in small bits', inBits],
  ] as const) {
    it(`does to real files what a file is${what}`, () => {
      let run = 0;
      fc.assert(
        fc.property(fc.array(step, { minLength: 20, maxLength: 100, size: 'max' }), (steps) => {
          run += 1;
          const driver = new VfsDriver();
          const model = new Model();
          const files = [0, 1, 2].map((index) => driver.map(join(folder, `${run}-${index}`), access));
          for (const step of [...openAll, ...steps]) {
            const expected = model.expect(step);
            if (expected !== undefined) assert.deepEqual(take(driver, files, step), expected);
          }
          for (const open of model.open.keys()) driver.close(open);
          for (const [name, content] of model.files)
            assert.deepEqual([...readFileSync(join(folder, `${run}-${name}`))], content);
        }),
        { numRuns: 50 },
      );
    }).timeout(30_000);
  }

  it('gives the files beside a database the names that SQLite builds', () => {
    const driver = new VfsDriver();
    const name = driver.map(join(folder, 'a.db'));
    assert.equal(driver.open(`${name}-wal`, 0, create), sqlite.OK);
    driver.write(0, [1], 0);
    assert.equal(driver.exists(`${name}-wal`), true);
    assert.equal(driver.exists(name), false);
  });

  it('leaves names that are not ours to the old layer', () => {
    const driver = new VfsDriver();
    for (const name of ['dbfile_12', '/tmp/x', '/@7', '/@x', '']) {
      assert.equal(driver.open(name, 0, create), 99, name);
      assert.equal(driver.unlink(name), 99, name);
      assert.equal(driver.exists(name), 99, name);
      assert.equal(driver.fullPathname(name).code, 99, name);
    }
  });

  it('puts one name in the place of another once', () => {
    const driver = new VfsDriver();
    const name = driver.map(join(folder, 'a.db'));
    driver.vfs.redirectNext(name);
    assert.deepEqual(driver.fullPathname('dbfile_1'), { code: sqlite.OK, name });
    assert.equal(driver.fullPathname('dbfile_1').code, 99);
    assert.equal(driver.fullPathname(name, 2).code, sqlite.CANTOPEN);
  });

  it('forgets a path and gives its name to the next one', () => {
    const driver = new VfsDriver();
    const first = driver.map(join(folder, 'a.db'));
    driver.vfs.unmap(first);
    assert.equal(driver.exists(first), 99);
    assert.equal(driver.map(join(folder, 'b.db')), first);
  });

  it('syncs the folder with the first sync of a file that may be new', () => {
    const driver = new VfsDriver();
    let syncs = 0;
    const access: FileAccess = {
      ...nodeFileAccess,
      syncFolder(path) {
        syncs += 1;
        nodeFileAccess.syncFolder(path);
      },
    };
    const name = driver.map(join(folder, 'a.db'), access);
    const counts: number[] = [];
    // The third one is there already, but who made it may not have come to the sync.
    for (const flags of [create, 0, create]) {
      driver.open(name, 0, flags);
      driver.sync(0);
      driver.sync(0);
      driver.close(0);
      counts.push(syncs);
    }
    assert.deepEqual(counts, [1, 1, 2]);
  });

  it('keeps what the file system said when it failed', () => {
    const driver = new VfsDriver();
    const name = driver.map(join(folder, 'missing', 'a.db'));
    assert.equal(driver.open(name, 0, create), sqlite.CANTOPEN);
    const failure = driver.vfs.takeFailure();
    assert.ok(failure instanceof Error && failure.message.startsWith('ENOENT'));
    assert.equal(driver.vfs.takeFailure(), undefined);
  });
});
