import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import { securityAnalyzer } from '../../../src/engine/genesis/analyzers/security';
import type { Finding } from '../../../src/shared/genesis';
import { makeGitFolder, writeFiles } from '../../support/gitFolder';
import { inProcess, ScanBench } from './scanBench';

const flaw = (table: string): string =>
  `app.get('/${table}', (req, res) => {\n  db.query('select * from ${table} where a = ' + req.query.a);\n});\n`;
const sources = { 'src/a.js': flaw('a'), 'src/b c.js': flaw('b'), 'README.md': '# Shop\n' };
const analyzers = [securityAnalyzer];

const schema = JSON.parse(
  readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
) as object;
const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly suppressions?: readonly { readonly justification: string }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }[];
}
interface SarifLog {
  readonly runs: readonly {
    readonly results: readonly SarifResult[];
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly help: object }[] } };
    readonly taxonomies: readonly { readonly taxa: readonly { readonly id: string }[] }[];
  }[];
}

describe('findings that people decide about', () => {
  let bench: ScanBench;
  let project: { readonly id: string; readonly folder: string };
  beforeEach(async () => {
    bench = await ScanBench.open({ openRunner: () => inProcess(analyzers) });
    project = await bench.project('shop');
    makeGitFolder(project.folder, sources);
  });
  afterEach(() => bench.dispose());

  const file = (): string => join(project.folder, '.contox', 'ignore.json');
  const results = () => bench.engine.getScanResults({ projectId: project.id });
  const sarif = async (): Promise<SarifLog> => {
    const { text } = await bench.engine.exportFindings({ projectId: project.id, format: 'sarif' });
    const log = JSON.parse(text) as SarifLog;
    assert.ok(validate(log), JSON.stringify(validate.errors));
    return log;
  };
  const injection = (findings: readonly Finding[]): Finding => {
    const found = findings.find((finding) => finding.rule === 'security/sql-injection');
    assert.ok(found);
    return found;
  };

  it('leaves one with a reason, at once and after the next scan, wherever its lines move', async () => {
    const { findings } = await bench.scan(project.id);
    const finding = injection(findings);
    assert.deepEqual((await results()).ignored, []);
    const ignored = await bench.engine.ignoreFinding({ findingId: finding.id, reason: 'only behind the firewall' });
    assert.deepEqual(ignored, { path: '.contox/ignore.json', entries: 2 });
    const check = async (): Promise<void> => {
      const { findings: open, ignored: left, summary } = await results();
      assert.ok(!open.some((one) => one.rule === finding.rule));
      assert.deepEqual(
        left?.map((one) => [one.id, one.ignored]),
        [[finding.id, { reason: 'only behind the firewall', expiresAt: null }]],
      );
      assert.equal(summary.totalFindings, open.length);
    };
    await check();
    writeFiles(project.folder, { 'src/a.js': `// above\n\n${flaw('a')}` });
    await bench.scan(project.id);
    await check();
  });

  it('shows a place that came later, and says how many are left out', async () => {
    const { findings } = await bench.scan(project.id);
    await bench.engine.ignoreFinding({ findingId: injection(findings).id, reason: 'known' });
    writeFiles(project.folder, { 'src/new.js': flaw('n') });
    const after = injection((await bench.scan(project.id)).findings);
    assert.deepEqual(after.files, ['src/new.js']);
    assert.match(after.title, /\(2 ignored\)$/);
    assert.match(after.content, /^> 2 of its 3 places are ignored\./);
  });

  it('brings back what was ignored until yesterday, and says so', async () => {
    const { findings } = await bench.scan(project.id);
    const findingId = injection(findings).id;
    await bench.engine.ignoreFinding({ findingId, reason: 'until the rewrite', expiresAt: '2001-01-01' });
    const back = injection((await results()).findings);
    assert.ok(back.tags.includes('ignore-expired'));
    assert.match(back.content, /It was ignored until 2001-01-01: until the rewrite/);
    await bench.engine.ignoreFinding({ findingId, reason: 'one more year', expiresAt: '2999-01-01T00:00:00Z' });
    assert.equal((await results()).ignored?.[0]?.ignored.expiresAt, '2999-01-01');
  });

  it('says what is broken in the file, hides nothing by it and does not write over it', async () => {
    const { findings } = await bench.scan(project.id);
    mkdirSync(join(project.folder, '.contox'));
    writeFileSync(file(), '{ "version": 1, ');
    const { findings: open, overview } = await results();
    assert.equal(open.length, findings.length);
    assert.deepEqual(overview.problems, [
      { path: '.contox/ignore.json', message: 'The file is not JSON, so nothing is ignored.' },
    ]);
    const findingId = injection(findings).id;
    await assert.rejects(bench.engine.ignoreFinding({ findingId, reason: 'known' }), /has to be mended first/);
    assert.equal(readFileSync(file(), 'utf8'), '{ "version": 1, ');
  });

  it('writes through no link that leads out of the folder', async () => {
    const { findings } = await bench.scan(project.id);
    const outside = join(bench.base, 'outside');
    mkdirSync(outside);
    symlinkSync(outside, join(project.folder, '.contox'));
    const ignoring = bench.engine.ignoreFinding({ findingId: injection(findings).id, reason: 'known' });
    await assert.rejects(ignoring, /outside the project/);
    assert.ok(!existsSync(join(outside, 'ignore.json')));
  });

  it('takes all that is open as a baseline', async () => {
    const { findings } = await bench.scan(project.id);
    const written = await bench.engine.writeBaseline({ projectId: project.id });
    assert.equal(
      written.entries,
      findings.reduce((sum, finding) => sum + finding.evidence.length, 0),
    );
    const { findings: open, ignored } = await results();
    assert.deepEqual(open, []);
    assert.match(ignored?.[0]?.ignored.reason ?? '', /^Known on \d{4}-\d{2}-\d{2}, before the baseline\.$/);
  });

  it('exports SARIF that its schema takes: one result a place, rules with help, weakness classes, suppressions', async () => {
    const { findings } = await bench.scan(project.id);
    const [run] = (await sarif()).runs;
    assert.ok(run);
    const own = run.results.filter((result) => result.ruleId === 'security/sql-injection');
    assert.deepEqual(
      own.map((result) => result.locations[0]?.physicalLocation.artifactLocation.uri),
      ['src/a.js', 'src/b%20c.js'],
    );
    for (const result of run.results) assert.equal(run.tool.driver.rules[result.ruleIndex]?.id, result.ruleId);
    assert.deepEqual(
      run.taxonomies[0]?.taxa.map(({ id }) => id),
      ['89'],
    );
    assert.ok(own.every((result) => result.suppressions === undefined));
    assert.equal(new Set(own.map((result) => result.partialFingerprints['contoxPlace/v1'])).size, 2);
    await bench.engine.ignoreFinding({ findingId: injection(findings).id, reason: 'known' });
    const suppressed = (await sarif()).runs[0]?.results.map((result) => result.suppressions?.[0]?.justification);
    assert.deepEqual(suppressed, ['known', 'known']);
  });

  it('exports Markdown that names the ignored apart, and JSON', async () => {
    const { findings } = await bench.scan(project.id);
    await bench.engine.ignoreFinding({ findingId: injection(findings).id, reason: 'a *known* one' });
    const markdown = await bench.engine.exportFindings({ projectId: project.id, format: 'markdown' });
    assert.match(markdown.text, /## Ignored\n\n- SQL is put together .*a \\\*known\\\* one\n$/s);
    assert.equal(markdown.fileName, 'shop-findings.md');
    const json = await bench.engine.exportFindings({ projectId: project.id, format: 'json' });
    assert.equal((JSON.parse(json.text) as { ignored: unknown[] }).ignored.length, 1);
  });
});
