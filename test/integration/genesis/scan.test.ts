import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { git, makeGitFolder, writeFiles } from '../../support/gitFolder';
import { ScanBench } from './scanBench';

const sources = {
  'README.md': '# Shop\n',
  'src/a.ts': 'one\n// TODO first\n',
  'src/b.ts': '// TODO 1\n// TODO 2\n// TODO 3\n',
  'src/c.ts': 'eval(input)\n',
  'logo.png': '\0\0',
};

describe('a scan', () => {
  let bench: ScanBench;
  let project: { readonly id: string; readonly folder: string };
  beforeEach(async () => {
    bench = await ScanBench.open();
    project = await bench.project('shop');
    makeGitFolder(project.folder, sources);
  });
  afterEach(() => bench.dispose());

  it('answers at once, goes through every phase, and ends with results', async () => {
    const started = await bench.engine.startScan({ projectId: project.id });
    assert.match(started.scanId, /^scan_/);
    assert.equal(started.status, 'fetch_tree');
    const status = await bench.ended(project.id);
    assert.equal(status.id, started.scanId);
    assert.deepEqual(
      [...new Set(bench.statuses.map((one) => one.phase))],
      ['fetch_tree', 'fetch_files', 'build_chunks', 'analyze', 'synthesize', 'security_audit', 'assemble', 'complete'],
    );
    const progress = bench.statuses.map((one) => one.progress);
    assert.deepEqual(
      progress,
      [...progress].sort((a, b) => a - b),
    );
    const { filesTotal, filesProcessed, chunksTotal, chunksProcessed, findingsCount, techStack, filesRead } = status;
    assert.deepEqual(
      { filesTotal, filesProcessed, chunksTotal, chunksProcessed, findingsCount, techStack, filesRead },
      {
        filesTotal: 4,
        filesProcessed: 4,
        chunksTotal: 1,
        chunksProcessed: 1,
        findingsCount: 3,
        techStack: ['Probe'],
        filesRead: 4,
      },
    );
    assert.equal(status.branch, 'main');
    assert.equal(status.commit, git(project.folder, 'rev-parse', 'HEAD').trim());
  });

  it('gives findings with evidence, the most important first, and counts them', async () => {
    const results = await bench.scan(project.id);
    assert.deepEqual(
      results.findings.map(({ layer, title, importance, files, evidence }) => ({
        layer,
        title,
        importance,
        files,
        evidence: evidence.length,
      })),
      [
        { layer: 'security', title: 'src/c.ts runs text as code', importance: 5, files: ['src/c.ts'], evidence: 1 },
        { layer: 'conventions', title: '3 left to do in src/b.ts', importance: 4, files: ['src/b.ts'], evidence: 3 },
        { layer: 'conventions', title: '1 left to do in src/a.ts', importance: 2, files: ['src/a.ts'], evidence: 1 },
      ],
    );
    assert.equal(results.summary.totalFindings, 3);
    assert.deepEqual([results.summary.byLayer.conventions, results.summary.byLayer.product], [2, 0]);
    assert.equal(results.summary.filesAnalyzed, 4);
    assert.deepEqual(results.overview.skipped, { binary: 1 });
    assert.equal(results.overview.languages[0]?.language, 'TypeScript');
    assert.deepEqual(
      results.techStack.map((one) => one.name),
      ['Probe'],
    );
    const inventory = await bench.engine.getScanInventory({ projectId: project.id });
    assert.deepEqual(
      inventory.commands.map((one) => one.file),
      ['src/a.ts', 'src/b.ts'],
    );
  });

  it('filters its results', async () => {
    await bench.scan(project.id);
    const titles = async (query: object): Promise<number> =>
      (await bench.engine.getScanResults({ projectId: project.id, ...query })).findings.length;
    assert.deepEqual(
      await Promise.all([
        titles({ layer: 'security' }),
        titles({ importance: 4 }),
        titles({ tag: 'todo' }),
        titles({ file: 'src/a.ts' }),
        titles({ file: 'src' }),
        titles({ file: 'sr' }),
      ]),
      [1, 1, 2, 1, 3, 0],
    );
  });

  it('leaves the contents out for lists, and gives that of one finding', async () => {
    const { findings } = await bench.scan(project.id);
    const list = await bench.engine.getScanResults({ projectId: project.id, contents: false });
    assert.ok(findings.every((finding) => finding.content !== ''));
    assert.deepEqual(
      list.findings,
      findings.map((finding) => ({ ...finding, content: '' })),
    );
    const [first] = list.findings;
    assert.ok(first);
    assert.equal((await bench.engine.getFinding({ findingId: first.id })).content, findings[0]?.content);
  });

  it('writes what it found into memory as drafts, and adds one to it for good', async () => {
    const { findings } = await bench.scan(project.id);
    const tree = await bench.engine.getContextTree({ projectId: project.id });
    const [root] = tree;
    const [genesis] = root?.children ?? [];
    assert.equal(genesis?.schemaKey, 'root/genesis');
    assert.deepEqual(genesis?.children.map((child) => [child.schemaKey, child.children.length]).sort(), [
      ['root/genesis/conventions', 2],
      ['root/genesis/security', 1],
    ]);
    assert.ok(genesis?.children.every((layer) => layer.children.every((child) => child.state === 'draft')));
    const [finding] = findings;
    assert.ok(finding);
    const context = await bench.engine.addFindingToMemory({ findingId: finding.id });
    assert.equal(context.state, 'approved');
    assert.match(context.content, /`src\/c\.ts` line 1/);
    assert.equal((await bench.engine.addFindingToMemory({ findingId: finding.id })).id, context.id);
    assert.deepEqual(await bench.engine.getFinding({ findingId: finding.id }), finding);
  });

  it('keeps ids and creation times from scan to scan, and gives them back to what comes back', async () => {
    const ids = async (): Promise<Map<string, string>> =>
      new Map((await bench.scan(project.id)).findings.map((one) => [one.files[0] ?? '', `${one.id} ${one.createdAt}`]));
    const first = await ids();
    writeFiles(project.folder, { 'src/a.ts': 'nothing\n', 'src/b.ts': '// TODO only one\n' });
    const second = await ids();
    assert.deepEqual([second.get('src/b.ts'), second.get('src/a.ts')], [first.get('src/b.ts'), undefined]);
    writeFiles(project.folder, { 'src/a.ts': 'TODO again\n' });
    assert.equal((await ids()).get('src/a.ts'), first.get('src/a.ts'));
  });

  it('says of a context that its finding is gone, and takes it back when it returns', async () => {
    const content = async (): Promise<string> => {
      const { items } = await bench.engine.listContexts({ projectId: project.id });
      const found = items.find((context) => context.schemaKey.includes('/todo-src-a-ts-'));
      return (await bench.engine.getContext({ contextId: found?.id ?? '' })).content;
    };
    await bench.scan(project.id);
    const before = await content();
    writeFiles(project.folder, { 'src/a.ts': 'done\n' });
    await bench.scan(project.id, { maxFiles: 1 });
    assert.equal(await content(), before);
    await bench.scan(project.id);
    assert.match(await content(), /^> Not found any more by the scan of \d{4}-\d\d-\d\d\.\n\n/);
    assert.ok((await content()).endsWith(before));
    writeFiles(project.folder, { 'src/a.ts': sources['src/a.ts'] });
    await bench.scan(project.id);
    assert.equal(await content(), before);
  });

  it('tells the log that it began and ended', async () => {
    await bench.scan(project.id);
    const { items } = await bench.engine.listEvents({ projectId: project.id, eventType: 'scan.*' });
    assert.deepEqual(items.map((event) => event.event_type).sort(), ['scan.completed', 'scan.started']);
    assert.ok((await bench.engine.verifyEvents({ projectId: project.id })).ok);
  });

  it('reads another branch from its objects and leaves the work tree alone', async () => {
    git(project.folder, 'checkout', '-q', '-b', 'other');
    writeFiles(project.folder, { 'src/only-there.ts': 'TODO there\n' });
    git(project.folder, 'add', '.');
    git(project.folder, 'commit', '-q', '-m', 'Other');
    git(project.folder, 'checkout', '-q', 'main');
    const results = await bench.scan(project.id, { branch: 'other' });
    assert.ok(results.findings.some((finding) => finding.files.includes('src/only-there.ts')));
    assert.equal(results.scan.branch, 'other');
    assert.equal(results.scan.commit, git(project.folder, 'rev-parse', 'other').trim());
    assert.equal(git(project.folder, 'status', '--porcelain'), '');
    const again = await bench.scan(project.id, { branch: 'other' });
    assert.equal(again.scan.filesRead, 0);
  });

  it('takes the most telling files under a limit, and says what it left out', async () => {
    const { scan, overview } = await bench.scan(project.id, { maxFiles: 1 });
    assert.equal(scan.filesTotal, 1);
    assert.equal(overview.skipped['over-limit'], 3);
  });

  it('leaves the security audit out where it is not wanted', async () => {
    const { findings } = await bench.scan(project.id, { securityAudit: false });
    assert.deepEqual([...new Set(findings.map((finding) => finding.layer))], ['conventions']);
    assert.equal((await bench.scan(project.id)).findings.length, 3);
  });

  it('goes on when an extractor or a synthesizer breaks, and says so', async () => {
    writeFiles(project.folder, { 'src/bad.ts': 'EXTRACTOR BREAKS TODO\n', 'break-synthesizer.ts': '' });
    for (const _attempt of [1, 2]) {
      const { findings, overview } = await bench.scan(project.id);
      assert.equal(findings.length, 3);
      assert.deepEqual(overview.problems, [
        { path: 'src/bad.ts', message: 'probe: It holds what breaks the extractor.' },
        { path: '', message: 'probe/broken: It holds what breaks the synthesizer.' },
      ]);
    }
  });

  it('estimates before it starts', async () => {
    const estimate = await bench.engine.estimateScan({ projectId: project.id });
    assert.deepEqual(
      [estimate.filesListed, estimate.filesSelected, estimate.branches, estimate.currentBranch],
      [5, 4, ['main'], 'main'],
    );
    assert.ok(estimate.seconds > 0 && estimate.bytesSelected > 0);
  });

  it('works without git, and says so', async () => {
    rmSync(join(project.folder, '.git'), { recursive: true });
    writeFiles(project.folder, { '.gitignore': 'src/b.ts\n', 'node_modules/x/a.ts': 'TODO' });
    const { findings, overview, scan } = await bench.scan(project.id);
    assert.deepEqual(findings.map((finding) => finding.files[0]).sort(), ['src/a.ts', 'src/c.ts']);
    assert.equal(scan.branch, null);
    assert.match(overview.problems[0]?.message ?? '', /not in a git repository/);
    await bench.engine.startScan({ projectId: project.id, branch: 'other' });
    assert.match((await bench.ended(project.id)).error ?? '', /can't be read/);
  });

  it('lists a folder without git whose rules hide everything, as packaged sources have them', async () => {
    const packed = await bench.project('packed');
    writeFiles(packed.folder, { '.gitignore': '*.o\n/*\n!/debian/\n', 'src/a.ts': 'TODO', 'src/a.o': 'TODO' });
    const { findings, overview } = await bench.scan(packed.id);
    assert.deepEqual(
      findings.map((finding) => finding.files[0]),
      ['src/a.ts'],
    );
    assert.match(overview.problems[1]?.message ?? '', /hides every file/);
  });

  it('finds nothing in an empty folder, and fails in one that is gone', async () => {
    const empty = await bench.project('empty');
    mkdirSync(empty.folder);
    assert.deepEqual((await bench.scan(empty.id)).findings, []);
    rmSync(empty.folder, { recursive: true });
    await bench.engine.startScan({ projectId: empty.id });
    const status = await bench.ended(empty.id);
    assert.equal(status.phase, 'failed');
    assert.match(status.error ?? '', /does not exist/);
  });

  it('stores no secret of the repository', async () => {
    const token = ['ghp', 'R4nd0mT0k3nV4lu3F0rT3st1ngPurp0s3s77'].join('_');
    writeFileSync(join(project.folder, 'src/a.ts'), `// TODO ${token}\n`);
    await bench.scan(project.id);
    const inventory = await bench.engine.getScanInventory({ projectId: project.id });
    assert.ok(!JSON.stringify(inventory).includes(token));
    for (const { name } of bench.db.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'"))
      assert.ok(!JSON.stringify(bench.db.all(`SELECT * FROM ${name}`)).includes(token), name);
  });
});
