import assert from 'node:assert/strict';
import type { Finding } from '../../../src/shared/genesis';
import { cutExcerpt, findingDetail, type ReadText } from '../../../src/shell/panel/excerpts/findingDetail';
import { isSecretFile, isSecretFinding } from '../../../src/shell/panel/excerpts/secretFinding';
import { manyFindings } from '../../ui/panel/fixtures/manyFindings';

const [base] = manyFindings(1);
assert.ok(base);
const finding = (part: Partial<Finding>): Finding => ({ ...base, tags: [], rule: 'code/rule', ...part });
const lines = (count: number): string => Array.from({ length: count }, (_, index) => `line ${index + 1}`).join('\n');

/** A reader that knows one text and counts what it is asked. */
function reader(text: string): { read: ReadText; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    read: async (path) => {
      asked.push(path);
      return { text };
    },
  };
}

describe('excerpts', () => {
  it('hold the lines of the evidence, at most twelve', () => {
    assert.deepEqual(cutExcerpt(lines(5), { path: 'a', startLine: 2, endLine: 3 }), ['line 2', 'line 3']);
    assert.equal(cutExcerpt(lines(50), { path: 'a', startLine: 10, endLine: 40 }).length, 12);
    assert.deepEqual(cutExcerpt('a\r\nb\rc', { path: 'a', startLine: 1, endLine: 3 }), ['a', 'b', 'c']);
    assert.deepEqual(cutExcerpt('a', { path: 'a', startLine: 5, endLine: 9 }), []);
  });

  it('cut lines that nobody reads', () => {
    assert.equal(cutExcerpt('x'.repeat(10_000), { path: 'a', startLine: 1, endLine: 1 })[0]?.length, 401);
  });

  it('read each file once', async () => {
    const { read, asked } = reader(lines(9));
    const evidence = [1, 4, 7].map((line) => ({ path: 'src/a.ts', startLine: line, endLine: line }));
    const detail = await findingDetail(finding({ evidence }), read);
    assert.deepEqual(asked, ['src/a.ts']);
    assert.deepEqual(
      detail.excerpts.map((each) => each.lines),
      [['line 1'], ['line 4'], ['line 7']],
    );
  });

  it('say when the lines are gone', async () => {
    const detail = await findingDetail(
      finding({ evidence: [{ path: 'a.ts', startLine: 99, endLine: 99 }] }),
      reader('x').read,
    );
    assert.deepEqual(detail.excerpts[0], { path: 'a.ts', startLine: 99, endLine: 99, lines: null, reason: 'missing' });
  });

  it('never ask for a file outside of the project', async () => {
    const { read, asked } = reader('root:x:0:0');
    const detail = await findingDetail(
      finding({ evidence: [{ path: '../../etc/passwd', startLine: 1, endLine: 1 }] }),
      read,
    );
    assert.deepEqual([asked, detail.excerpts[0]?.lines], [[], null]);
  });
});

describe('secrets', () => {
  const secret: readonly Partial<Finding>[] = [
    { rule: 'secrets/aws-access-key' },
    { rule: 'security/hardcoded-password' },
    { rule: 'security/hard-coded' },
    { tags: ['Secret'] },
    { tags: ['credentials'] },
  ];
  for (const part of secret)
    it(`are not read for ${JSON.stringify(part)}`, async () => {
      const { read, asked } = reader('AKIA...');
      const detail = await findingDetail(finding(part), read);
      assert.deepEqual([asked, detail.excerpts[0]?.reason], [[], 'secret']);
    });

  it('are not read from files that hold nothing else', async () => {
    for (const path of ['.env', 'apps/web/.env.local', 'deploy/id_rsa', 'certs/server.pem', '.npmrc']) {
      assert.ok(isSecretFile(path), path);
      const { read, asked } = reader('x');
      await findingDetail(finding({ evidence: [{ path, startLine: 1, endLine: 1 }] }), read);
      assert.deepEqual(asked, []);
    }
  });

  it('are not suspected everywhere', () => {
    for (const path of ['src/env.ts', 'environment.ts', 'docs/keys.md', 'src/pem.ts'])
      assert.ok(!isSecretFile(path), path);
    assert.ok(!isSecretFinding({ rule: 'security/sql-injection', tags: ['owasp-a03', 'design-tokens'] }));
  });
});
