import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { UsageError } from '../../../src/cli/command';
import { main } from '../../../src/cli/main';
import { plainText } from '../../../src/cli/plainText';
import { ProgressPrinter } from '../../../src/cli/scan/progressPrinter';
import { parseScanArguments } from '../../../src/cli/scan/scanArguments';
import { scanReport } from '../../../src/cli/scan/scanReport';
import { findingLayers, type ScanResults } from '../../../src/shared/genesis';
import { emptyInventory } from '../../../src/shared/inventory';
import { sampleFinding, sampleStatus } from '../../support/samples';

function collector() {
  const stream = Object.assign(new PassThrough(), { isTTY: false });
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { stream, text: () => Buffer.concat(chunks).toString() };
}

describe('the command line of contox scan', () => {
  const folder = mkdtempSync(join(tmpdir(), 'contox-cli-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('names a folder and options', () => {
    const args = [
      folder,
      '--json',
      '--selective',
      '--max-files',
      '500',
      '--branch',
      'next',
      '--data',
      '/d',
      '--no-security',
    ];
    assert.deepEqual(parseScanArguments(args), {
      folder,
      json: true,
      selective: true,
      securityAudit: false,
      branch: 'next',
      diff: undefined,
      maxFiles: 500,
      sarif: undefined,
      sbom: undefined,
      baseline: undefined,
      dataDir: '/d',
    });
    assert.equal(parseScanArguments([folder]).json, false);
  });

  const wrong: readonly (readonly [string, readonly string[]])[] = [
    ['no folder', []],
    ['two folders', [folder, folder]],
    ['a folder that is not there', [join(folder, 'nope')]],
    ['an unknown option', [folder, '--fast']],
    ['no number', [folder, '--max-files', 'many']],
    ['too many files', [folder, '--max-files', '5001']],
    ['no file at all', [folder, '--max-files', '0']],
    ['an option without its value', [folder, '--branch']],
    ['a baseline that is neither', [folder, '--baseline', 'read']],
    ['JSON and no JSON', [folder, '--json', '--no-json']],
  ];
  for (const [what, args] of wrong)
    it(`is wrong with ${what}`, () => assert.throws(() => parseScanArguments(args), UsageError));

  const run = async (...args: string[]) => {
    const [out, err] = [collector(), collector()];
    const streams = { stdout: out.stream, stderr: err.stream, signal: new AbortController().signal, distDir: '' };
    return { code: await main(args, streams), out: out.text(), err: err.text() };
  };

  it('ends with 2 where it is wrong, and says how', async () => {
    const missing = await run('scan', join(folder, 'nope'));
    assert.equal(missing.code, 2);
    assert.match(missing.err, /is not a folder\n.*--help/s);
    assert.equal(missing.out, '');
    assert.equal((await run('scna')).code, 2);
    assert.equal((await run()).code, 2);
  });

  it('helps on stdout and ends with 0', async () => {
    for (const args of [['--help'], ['help'], ['scan', '--help'], ['scan', '.', '-h']]) {
      const { code, out, err } = await run(...args);
      assert.deepEqual([code, err], [0, '']);
      assert.match(out, /^Usage: contox/);
    }
  });
});

describe('what the command line prints', () => {
  const results: ScanResults = {
    scan: sampleStatus({ branch: 'main', commit: 'abcdef0123456789' }),
    findings: [
      sampleFinding({
        layer: 'security',
        title: 'A title\u001b[31m with colour\u202e',
        importance: 5,
        evidence: [
          { path: 'src/a.ts', startLine: 3, endLine: 3 },
          { path: 'src/b.ts', startLine: 1, endLine: 1 },
        ],
      }),
    ],
    techStack: [{ name: 'Express', version: '4.19.2', category: 'backend', evidence: [] }],
    summary: {
      totalFindings: 1,
      byLayer: Object.fromEntries(findingLayers.map((layer) => [layer, 0])) as ScanResults['summary']['byLayer'],
      scanDuration: 1.84,
      filesAnalyzed: 412,
      chunksAnalyzed: 11,
    },
    overview: {
      languages: [
        { language: 'TypeScript', files: 9, lines: 1, bytes: 990, color: '' },
        { language: 'Shell', files: 1, lines: 1, bytes: 5, color: '' },
      ],
      filesListed: 500,
      linesAnalyzed: 1,
      skipped: { binary: 3 },
      skippedFiles: [],
      problems: [{ path: '', message: 'Something.' }],
    },
  };

  it('is a page for people, without control characters of the repository', () => {
    const text = scanReport(results, {
      ...emptyInventory(),
      routes: [{ method: 'GET', path: '/', file: 'a', line: 1, framework: 'x' }],
    });
    const lines = text.split('\n');
    assert.equal(lines[0], '412 files on main at abcdef0, 1 findings, 1.8 s');
    assert.ok(lines.includes('Languages: TypeScript 99 %'));
    assert.ok(lines.includes('Stack: Express 4.19.2'));
    assert.ok(lines.includes('Counts: 1 routes'));
    assert.ok(lines.includes('      src/a.ts:3 and 1 more'));
    assert.ok(lines.includes('Left out: 3 binary'));
    assert.ok(!text.includes('\u001b') && !text.includes('\u202e'));
  });

  it('keeps line breaks and nothing else that moves a cursor', () => {
    assert.equal(plainText('a\nb\tc\r\u0007\u009b1m\u200f'), 'a\nb c   1m ');
  });

  it('is one line for each phase in a log, and one line that changes on a terminal', () => {
    const states = [
      sampleStatus({ phase: 'analyze', completedAt: null, progress: 0.5 }),
      sampleStatus({ phase: 'analyze', completedAt: null, progress: 0.6 }),
      sampleStatus({ phase: 'assemble', completedAt: null, progress: 0.9 }),
    ];
    for (const isTTY of [false, true]) {
      const out = collector();
      const printer = new ProgressPrinter(Object.assign(out.stream, { isTTY }));
      for (const state of states) printer.show(state);
      printer.end();
      if (isTTY)
        assert.match(out.text(), /50 % Analysing: .*\r.*60 % Analysing: .*\r.*90 % Writing memory: .*\r +\r$/s);
      else assert.equal(out.text(), 'Analysing\nWriting memory\n');
    }
  });
});
