import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isEngineError } from '../../../src/base/engineError';
import type { ScanRunner } from '../../../src/engine/genesis/work/jobs';
import { openDatabase } from '../../../src/engine/storage/openDatabase';
import { git, makeGitFolder, writeFiles } from '../../support/gitFolder';
import { inProcess, ScanBench } from './scanBench';
import { ScanGate } from './scanGate';

const refused = (code: string, message: string) => (error: unknown) =>
  isEngineError(error) && error.code === code && error.message === message;

/** Makes files old enough that their stamps can be trusted. */
function age(folder: string, paths: readonly string[]): void {
  for (const path of paths) utimesSync(join(folder, path), 1_700_000_000.5, 1_700_000_000.5);
}

async function openProject(bench: ScanBench, files: Readonly<Record<string, string>> = { 'src/a.ts': 'TODO\n' }) {
  const project = await bench.project('shop');
  makeGitFolder(project.folder, files);
  return project;
}

describe('the rules of scans', () => {
  it('a scan that is asked for at the moment the last one ends runs too', async () => {
    const bench = await ScanBench.open();
    try {
      const { id: projectId } = await openProject(bench);
      await bench.engine.startScan({ projectId });
      // Asked again in every turn of the loop, so that one question falls between the last status and the tidying up.
      const ask = async (): Promise<string> => {
        try {
          return (await bench.engine.startScan({ projectId })).scanId;
        } catch (error) {
          if (!isEngineError(error, 'conflict')) throw error;
          return ask();
        }
      };
      const scanId = await ask();
      await new Promise<void>((resolve) => {
        const look = async (): Promise<void> => {
          const status = await bench.engine.getScanStatus({ projectId });
          if (status?.id === scanId && status.phase === 'complete') resolve();
          else setImmediate(() => void look());
        };
        void look();
      });
    } finally {
      bench.dispose();
    }
  });

  it('one scan of a project at a time', async () => {
    const gate = new ScanGate('extract');
    const bench = await ScanBench.open({ openRunner: () => gate.runner() });
    const { id: projectId } = await openProject(bench);
    const { scanId } = await bench.engine.startScan({ projectId });
    await gate.arrived;
    await assert.rejects(bench.engine.startScan({ projectId }), (error) => {
      assert.ok(refused('conflict', 'Scan already in progress')(error));
      return isEngineError(error) && error.data?.['scanId'] === scanId;
    });
    assert.equal((await bench.engine.getScanStatus({ projectId }))?.phase, 'analyze');
    gate.letGo();
    await bench.ended(projectId);
    bench.dispose();
  });

  it('a selective scan needs an earlier one', async () => {
    const bench = await ScanBench.open();
    const { id: projectId } = await openProject(bench);
    const selective = () => bench.engine.startScan({ projectId, selective: true });
    await assert.rejects(selective(), refused('invalid', 'No previous scan for selective mode'));
    await bench.scan(projectId);
    assert.equal((await bench.scan(projectId, { selective: true })).scan.selective, true);
    bench.dispose();
  });

  it('nothing can be asked of a scan that never was', async () => {
    const bench = await ScanBench.open();
    const { id: projectId } = await openProject(bench);
    assert.equal(await bench.engine.getScanStatus({ projectId }), null);
    await assert.rejects(bench.engine.getScanResults({ projectId }), refused('notFound', 'No scan found'));
    await assert.rejects(bench.engine.getScanInventory({ projectId }), refused('notFound', 'No scan found'));
    await assert.rejects(bench.engine.cancelScan({ projectId }), refused('invalid', 'No scan in progress'));
    await assert.rejects(bench.engine.getFinding({ findingId: 'find_x' }), refused('notFound', 'Finding not found'));
    await assert.rejects(bench.engine.startScan({ projectId: 'proj_x' }), refused('notFound', 'Project not found'));
    await assert.rejects(bench.engine.getScanStatus({ projectId: 'proj_x' }), refused('notFound', 'Project not found'));
    const homeless = await bench.engine.createProject({ name: 'No folder' });
    await assert.rejects(bench.engine.startScan({ projectId: homeless.id }), /no folder on this machine/);
    bench.dispose();
  });

  it('the same request starts one scan', async () => {
    const bench = await ScanBench.open();
    const { id: projectId } = await openProject(bench);
    const first = await bench.engine.startScan({ projectId }, { requestId: 'window:1' });
    await bench.ended(projectId);
    assert.deepEqual(await bench.engine.startScan({ projectId }, { requestId: 'window:1' }), first);
    const { items } = await bench.engine.listEvents({ projectId, eventType: 'scan.started' });
    assert.equal(items.length, 1);
    bench.dispose();
  });

  for (const step of ['extract', 'openSynthesis'] as const)
    it(`a cancel before anything is found (${step}) preserves nothing and says so`, async () => {
      const gate = new ScanGate(step);
      const bench = await ScanBench.open({ openRunner: () => gate.runner() });
      const { id: projectId } = await openProject(bench);
      const { scanId } = await bench.engine.startScan({ projectId });
      await gate.arrived;
      const cancelling = bench.engine.cancelScan({ projectId });
      gate.letGo();
      assert.deepEqual(await cancelling, { scanId, status: 'cancelled', findingsPreserved: 0 });
      const { scan, findings } = await bench.engine.getScanResults({ projectId });
      assert.deepEqual([scan.phase, scan.error, findings.length], ['failed', 'cancelled', 0]);
      await assert.rejects(bench.engine.cancelScan({ projectId }), refused('invalid', 'No scan in progress'));
      bench.dispose();
    });

  it('a cancel while conclusions are drawn preserves them, beside those of the scan before', async () => {
    const gate = new ScanGate('run');
    let first = true;
    const openRunner = async (): Promise<ScanRunner> => {
      const [plain, gated] = [await inProcess(), await gate.runner()];
      return {
        ...gated,
        openSynthesis: (head) => {
          const runner = first ? plain : gated;
          first = false;
          return runner.openSynthesis(head);
        },
      };
    };
    const bench = await ScanBench.open({ openRunner });
    const { id: projectId, folder } = await openProject(bench, { 'src/a.ts': 'TODO\n', 'src/c.ts': 'eval(x)\n' });
    const before = await bench.scan(projectId);
    writeFiles(folder, { 'src/b.ts': 'TODO\n' });
    const { scanId } = await bench.engine.startScan({ projectId });
    await gate.arrived;
    const cancelling = bench.engine.cancelScan({ projectId });
    gate.letGo();
    assert.deepEqual(await cancelling, { scanId, status: 'cancelled', findingsPreserved: 3 });
    const { scan, findings, techStack } = await bench.engine.getScanResults({ projectId });
    assert.deepEqual([scan.id, scan.error, techStack.length], [scanId, 'cancelled', 1]);
    assert.deepEqual(findings.map((finding) => finding.files[0]).sort(), ['src/a.ts', 'src/b.ts', 'src/c.ts']);
    for (const finding of before.findings) assert.ok(findings.some((one) => one.id === finding.id));
    bench.dispose();
  });

  it('a scan whose process ended is told as interrupted, and the next one reads only what it had not', async () => {
    const db = await openDatabase(':memory:');
    const survivor = Object.assign(Object.create(db) as typeof db, { close: () => undefined });
    const gate = new ScanGate('openSynthesis');
    const killed = await ScanBench.open({ db: survivor, openRunner: () => gate.runner() });
    const { id: projectId, folder } = await openProject(killed);
    age(folder, ['src/a.ts']);
    await killed.engine.startScan({ projectId });
    await gate.arrived;
    const bench = await ScanBench.open({ db });
    const status = await bench.engine.getScanStatus({ projectId });
    assert.deepEqual([status?.phase, status?.error], ['failed', 'interrupted']);
    assert.equal((await bench.scan(projectId)).scan.filesRead, 0);
    gate.letGo();
    killed.engine.dispose();
    bench.dispose();
  });

  it('only the last ten scans are remembered, and the findings of the last one', async () => {
    const bench = await ScanBench.open();
    const { id: projectId, folder } = await openProject(bench);
    for (let count = 0; count < 13; count++) {
      writeFiles(folder, { 'src/a.ts': `TODO ${count}\n` });
      await bench.scan(projectId);
    }
    assert.deepEqual(bench.db.get('SELECT count(*) AS n FROM scans'), { n: 10 });
    assert.deepEqual(bench.db.get('SELECT count(*) AS n FROM findings'), { n: 1 });
    bench.dispose();
  });

  it('a deleted project takes its scans, findings and cache along', async () => {
    const bench = await ScanBench.open();
    const { id: projectId } = await openProject(bench);
    await bench.scan(projectId);
    await bench.engine.deleteProject({ projectId });
    for (const table of ['scans', 'scan_results', 'findings', 'finding_identities', 'scan_packs', 'scan_conclusions'])
      assert.deepEqual(bench.db.get(`SELECT count(*) AS n FROM ${table}`), { n: 0 }, table);
    bench.dispose();
  });
});

describe('a hostile folder', () => {
  it('scans to the end, and says what it left out', async function () {
    this.timeout(60_000);
    const bench = await ScanBench.open();
    const { id: projectId, folder } = await bench.project('hostile');
    const at = (path: string): string => join(folder, path);
    makeGitFolder(folder, {
      'good.ts': 'TODO\n',
      'src/nul.ts': 'TODO \0\n',
      'src/long.ts': `const a = "${'x'.repeat(900_000)}";\nTODO\n`,
      'src/nested.ts': `${'(\n'.repeat(50_000)}TODO${')\n'.repeat(50_000)}`,
      'src/redos.py': `${'a'.repeat(50_000)}!\n${'\t'.repeat(50_000)}TODO`,
      'src/__proto__/constructor.ts': 'TODO\n',
      'src/..;/$(touch x)`id`.ts': 'TODO\n',
    });
    writeFileSync(at('src/huge.ts'), Buffer.alloc(5_000_000, 'x'));
    writeFileSync(at('src/latin.ts'), Buffer.from([0x54, 0x4f, 0x44, 0x4f, 0x20, 0xe9, 0xff, 0xfe, 0x0a]));
    writeFileSync(Buffer.from(`${folder}/src/bad\xe9name.ts`, 'latin1'), 'TODO\n');
    symlinkSync('.', at('loop'));
    symlinkSync('/etc/passwd', at('src/passwd.ts'));
    mkdirSync(at('locked'));
    writeFileSync(at('locked/secret.ts'), 'TODO\n');
    writeFileSync(at('noread.ts'), 'TODO\n');
    chmodSync(at('noread.ts'), 0);
    const deep = 'd/'.repeat(120);
    mkdirSync(at(deep), { recursive: true });
    writeFileSync(at(`${deep}deep.ts`), 'TODO\n');
    git(folder, 'add', '-A', '.');
    writeFiles(folder, { 'gone/x.ts': '' });
    git(folder, 'add', 'gone');
    const outside = join(bench.base, 'outside');
    writeFiles(outside, { 'x.ts': 'TODO outside\n' });
    rmSync(at('gone'), { recursive: true });
    symlinkSync(outside, at('gone'));
    const { findings, overview } = await bench.scan(projectId);
    const found = new Set(findings.map((finding) => finding.files[0]));
    for (const path of ['good.ts', 'src/nested.ts', 'src/latin.ts', 'src/__proto__/constructor.ts', `${deep}deep.ts`])
      assert.ok(found.has(path), path);
    assert.ok(!JSON.stringify(findings).includes('outside'));
    const reasons = new Map(overview.skippedFiles.map((file) => [file.path, file.reason]));
    assert.equal(reasons.get('src/nul.ts'), 'binary');
    assert.equal(reasons.get('src/long.ts'), 'minified');
    assert.equal(reasons.get('src/huge.ts'), 'too-large');
    assert.equal(reasons.get('loop'), 'symlink');
    assert.equal(reasons.get('src/passwd.ts'), 'symlink');
    assert.equal(reasons.get('gone/x.ts'), 'missing');
    assert.ok([...reasons].some(([path, reason]) => path.includes('bad') && reason === 'unreadable'));
    bench.dispose();
  });

  it('with ten thousand files in one folder and no git is walked without a pause', async function () {
    this.timeout(60_000);
    const bench = await ScanBench.open();
    const { id: projectId, folder } = await bench.project('many');
    mkdirSync(folder);
    for (let index = 0; index < 10_000; index++) writeFileSync(join(folder, `f${index}.txt`), 'x\n');
    const { scan, overview } = await bench.scan(projectId, { maxFiles: 50 });
    assert.deepEqual([scan.filesTotal, overview.filesListed, overview.skipped['over-limit']], [50, 10_000, 9_950]);
    bench.dispose();
  });
});
