import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FileKey } from '../../../src/engine/genesis/cache/scanCache';
import { SqlScanCache } from '../../../src/engine/genesis/cache/sqlScanCache';
import type { ListedFile } from '../../../src/engine/genesis/listing/fileTree';
import type { Inspection } from '../../../src/engine/genesis/listing/inspectContent';
import { cleanFacts, FactsPacker, openPack } from '../../../src/engine/genesis/work/factsCodec';
import type { Redactor } from '../../../src/engine/redact/redactor';
import type { Database } from '../../../src/engine/storage/database';
import { migrations } from '../../../src/engine/storage/migrations/index';
import { migrate } from '../../../src/engine/storage/migrator';
import { openDatabase } from '../../../src/engine/storage/openDatabase';

const asIs: Redactor = { redact: (text) => ({ text, counts: {} }) };
const projectId = 'proj_1';

/** One file with the content of that number. */
interface Version {
  readonly path: string;
  readonly content: number;
}

const keyOf = ({ path, content }: Version): FileKey => ({ path, hash: content.toString(16).padStart(40, '0') });
const stampOf = ({ path, content }: Version): string => `${path}:${content}`;

function inspectionOf(version: Version, bytes = 1_000): Inspection {
  const kind = { language: 'typescript', languageName: 'TypeScript', role: 'source' } as const;
  const odd = version.content % 3 === 0 ? { problems: ['code: broken'], skipped: 'generated' as const } : {};
  return { ...keyOf(version), ...kind, ...odd, bytes, lines: 3 };
}

const listed = (version: Version): ListedFile => ({
  path: version.path,
  bytes: 1,
  stamp: stampOf(version),
  changedAt: 0,
  hash: '',
});

async function openStore(): Promise<Database> {
  const db = await openDatabase(':memory:');
  migrate(db, migrations);
  db.run(
    `INSERT INTO projects (id, name, description, visibility, status, deep_enrich_enabled, repository_path, created_at, updated_at)
       VALUES (?, 'p', '', 'private', 'active', 0, '', 0, 0)`,
    [projectId],
  );
  return db;
}

function openCache(db: Database, fingerprint = 'one'): Promise<SqlScanCache> {
  const runner = { commit: async <T>(_name: string, work: () => T): Promise<T> => db.transaction(work) };
  return SqlScanCache.open({ db, runner, projectId, now: 1 }, fingerprint);
}

/** One scan that finds these contents, with facts for those whose number is even. */
async function remember(cache: SqlScanCache, versions: readonly Version[], text = 'x'): Promise<void> {
  const packer = new FactsPacker();
  for (const version of versions)
    if (version.content % 2 === 0) packer.add(version.path, cleanFacts({ probe: { version, text } }, asIs));
  const entries = versions.map((version) => ({ inspection: inspectionOf(version), stamp: stampOf(version) }));
  await cache.remember(entries, packer.pack());
}

async function factsOf(cache: SqlScanCache, versions: readonly Version[]): Promise<Map<string, unknown>> {
  const facts = new Map<string, unknown>();
  for await (const some of cache.readFacts(versions.map(keyOf)))
    for (const { bytes, places } of some)
      for (const [path, place] of places)
        for (const [id, json] of openPack(bytes)(place)) facts.set(`${path} ${id}`, JSON.parse(json));
  return facts;
}

const paths = ['a.ts', 'b.ts', 'src/c.ts', 'src/d.ts'] as const;
const version = fc.record({ path: fc.constantFrom(...paths), content: fc.integer({ min: 1, max: 6 }) });
const scan = fc.uniqueArray(version, { selector: (one) => one.path, maxLength: 4 });

describe('the cache of a project', () => {
  it('knows after any scans every content, its facts and the last state of each file', async () => {
    const db = await openStore();
    await fc.assert(
      fc.asyncProperty(fc.array(scan, { maxLength: 90 }), fc.nat({ max: 90 }), async (scans, prunedAfter) => {
        db.exec('DELETE FROM scan_packs');
        const contents = new Map<string, Version>();
        const states = new Map<string, Version>();
        for (const [index, versions] of scans.entries()) {
          const cache = await openCache(db);
          await remember(cache, versions);
          await cache.flush();
          if (index === prunedAfter) await cache.prune();
          for (const one of versions) {
            contents.set(stampOf(one), one);
            states.set(one.path, one);
          }
        }
        const cache = await openCache(db);
        await cache.prune();
        const again = await openCache(db);
        const known = [...contents.values()];
        for (const one of known) {
          const found = await again.findKnown([keyOf(one)]);
          assert.deepEqual(found.get(one.path), inspectionOf(one));
          const facts = [...(await factsOf(again, [one])).values()];
          assert.deepEqual(facts, one.content % 2 === 0 ? [{ version: { ...one }, text: 'x' }] : []);
        }
        const unchanged = await again.findUnchanged(known.map(listed).reverse());
        for (const path of paths) assert.equal(unchanged.has(path), states.has(path));
      }),
      { numRuns: 25 },
    );
    db.close();
  });

  it('forgets what is not on disk any more when it is too big, and nothing else', async () => {
    const db = await openStore();
    const noise = (): string => Array.from({ length: 90_000 }, () => Math.random().toString(36)).join('');
    const [old, now] = [2, 4].map((content) => paths.map((path): Version => ({ path, content })));
    assert.ok(old && now);
    for (const versions of [old, now]) {
      const cache = await openCache(db);
      await remember(cache, versions, noise());
      await cache.flush();
    }
    const size = (): number =>
      db.get<{ bytes: number }>('SELECT sum(length(heads) + length(facts)) AS bytes FROM scan_packs')?.bytes ?? 0;
    const before = size();
    const pruning = await openCache(db);
    await pruning.findUnchanged(now.map(listed));
    await pruning.prune();
    assert.ok(before > 4_000_000 && size() < before * 0.6, `${before} bytes became ${size()}`);
    const cache = await openCache(db);
    assert.equal((await factsOf(cache, now)).size, 4);
    assert.equal((await factsOf(cache, old)).size, 0);
    assert.equal((await cache.findUnchanged(now.map(listed))).size, 4);
    db.close();
  });

  it('puts the packs of many small scans together, while another scan reads them', async () => {
    const db = await openStore();
    const versions = Array.from({ length: 80 }, (_one, index): Version => ({ path: `f${index}.ts`, content: 2 }));
    for (const one of versions) {
      const cache = await openCache(db);
      await remember(cache, [one]);
      await cache.flush();
    }
    const reading = await openCache(db);
    await reading.lastKnown();
    const pruning = await openCache(db);
    await pruning.lastKnown();
    await pruning.prune();
    assert.ok((db.get<{ n: number }>('SELECT count(*) AS n FROM scan_packs')?.n ?? 0) < 20);
    assert.equal((await factsOf(reading, versions)).size, 80);
    db.close();
  });

  it('is empty for another program', async () => {
    const db = await openStore();
    const cache = await openCache(db);
    await remember(cache, [{ path: 'a.ts', content: 2 }]);
    await cache.flush();
    assert.equal((await openCache(db)).isEmpty(), false);
    assert.equal((await openCache(db, 'two')).isEmpty(), true);
    db.close();
  });
});
