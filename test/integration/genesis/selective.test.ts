import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { git } from '../../support/gitFolder';
import { conclusionsOf } from './conclusions';
import { extracted } from './probeAnalyzers';
import { ScanBench } from './scanBench';

type Edit = { readonly path: string; readonly text: string } | { readonly path: string; readonly remove: true };

/** What tells the role of the files around it, and tells it otherwise after a change. */
const manifest = 'lib/Lib.csproj';
const manifests = ['<Project Sdk="Microsoft.NET.Sdk"/>', '<Project><IsTestProject>true</IsTestProject></Project>'];
const paths = ['lib/b.ts', 'a.ts', 'b.ts', 'src/a.ts', 'src/deep/c.ts', 'test/a.test.ts', 'README.md', 'x.py'];
const texts = ['', 'TODO\n', 'TODO\nTODO\nTODO\n', 'eval(x)\n', 'plain\n', 'same!\n', 'EXTRACTOR BREAKS\n', '\0'];
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ path: fc.constantFrom(...paths), text: fc.constantFrom(...texts) }) },
  { weight: 1, arbitrary: fc.record({ path: fc.constant(manifest), text: fc.constantFrom(...manifests) }) },
  {
    weight: 1,
    arbitrary: fc.record({ path: fc.constantFrom(...paths, manifest), remove: fc.constant(true as const) }),
  },
);

function apply(folder: string, change: Edit): void {
  const file = join(folder, change.path);
  mkdirSync(dirname(file), { recursive: true });
  if ('remove' in change) rmSync(file, { force: true });
  else writeFileSync(file, change.text);
}

describe('a scan after changes', () => {
  it('comes to the same conclusions as a first scan would, whatever changed', async function () {
    this.timeout(120_000);
    const steps = fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (scans, withGit) => {
        const bench = await ScanBench.open();
        try {
          const { id, folder } = await bench.project('p');
          mkdirSync(folder);
          if (withGit) git(folder, 'init', '-q', '-b', 'main');
          for (const [index, edits] of scans.entries()) {
            for (const change of edits) apply(folder, change);
            const grown = await bench.scan(id, { selective: index > 0 });
            const fresh = await bench.engine.createProject({ name: 'p', localPath: folder });
            const first = await bench.scan(fresh.id);
            assert.deepEqual(await conclusionsOf(bench.engine, grown), await conclusionsOf(bench.engine, first));
          }
        } finally {
          bench.dispose();
        }
      }),
      { numRuns: 8 },
    );
  });

  it('looks again at the files whose role a changed manifest tells otherwise, and at no others', async () => {
    const bench = await ScanBench.open();
    const { id, folder } = await bench.project('p');
    for (const path of ['a.ts', 'b.ts', 'c.ts', 'lib/b.ts', 'lib/deep/c.ts', 'lib/README.md'])
      apply(folder, { path, text: 'TODO\n' });
    apply(folder, { path: manifest, text: manifests[0] ?? '' });
    await bench.scan(id);
    extracted.length = 0;
    await bench.scan(id);
    assert.deepEqual(extracted, []);
    apply(folder, { path: manifest, text: manifests[1] ?? '' });
    await bench.scan(id);
    // As tests they are of no interest to who asks for the product's code.
    assert.deepEqual(extracted, []);
    assert.ok(
      !(await bench.engine.getScanResults({ projectId: id })).findings.some(({ files }) => files[0] === 'lib/b.ts'),
    );
    apply(folder, { path: manifest, text: `${manifests[0]}\n` });
    await bench.scan(id);
    assert.deepEqual(extracted.sort(), ['lib/b.ts', 'lib/deep/c.ts']);
    bench.dispose();
  });

  it('looks at changed contents alone', async () => {
    const bench = await ScanBench.open();
    const { id, folder } = await bench.project('p');
    for (const path of ['a.ts', 'b.ts', 'c.ts']) apply(folder, { path, text: `TODO ${path}\n` });
    await bench.scan(id);
    extracted.length = 0;
    apply(folder, { path: 'b.ts', text: 'TODO anew\n' });
    // The same content under a new time is read, recognised by its hash, and not analysed.
    apply(folder, { path: 'c.ts', text: 'TODO c.ts\n' });
    await bench.scan(id);
    assert.deepEqual(extracted, ['b.ts']);
    // And back: what was analysed once is still known.
    extracted.length = 0;
    apply(folder, { path: 'b.ts', text: 'TODO b.ts\n' });
    await bench.scan(id);
    assert.deepEqual(extracted, []);
    bench.dispose();
  });
});
