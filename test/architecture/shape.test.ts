import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import { importsOf, sourceFiles } from './sources';

const files = [...sourceFiles('src'), ...sourceFiles('webview-ui')];
const lines = (file: string): number => importsOf.text(file).split('\n').length;
/** Tables of rules and of languages: they grow by lines, not by ideas. */
const isData = (file: string): boolean =>
  /\/(?:rules|data|queries)\//.test(file) || /(?:Rules|Data|Table|Queries)\.ts$/.test(file);

describe('shape', () => {
  it('no file of code has more than 400 lines', () => {
    assert.deepEqual(
      files.filter((file) => !isData(file) && lines(file) > 400),
      [],
    );
  });

  it('the median file has at most 120 lines', () => {
    const sorted = files.map(lines).sort((a, b) => a - b);
    assert.ok((sorted[Math.floor(sorted.length / 2)] ?? 0) <= 120);
  });

  it('no folder holds more than 24 files', () => {
    const counts = new Map<string, number>();
    for (const file of files.filter((name) => !isData(name)))
      counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    assert.deepEqual(
      [...counts].filter(([, count]) => count > 24),
      [],
    );
  });

  it('activation is wired in at most 60 lines', () => {
    const text = importsOf.text('src/extension.ts');
    const body = text.slice(text.indexOf('function activate'));
    assert.ok(body.split('\n').length <= 70, 'src/extension.ts');
  });

  it('nothing of a scanned repository can be run: no eval, no shell, no dynamic require', () => {
    const forbidden = /\beval\(|new Function\(|shell:\s*true|\bexecSync\(|[^.\w]exec\(['"`]/;
    assert.deepEqual(
      sourceFiles('src').filter((file) => !isData(file) && forbidden.test(importsOf.text(file))),
      [],
    );
  });

  it('analyzers keep nothing of a scan for each other beside what the model keeps, so that it is known who read what', () => {
    const keeping = files.filter(
      (file) => file.includes('/genesis/analyzers/') && /\bWeak(?:Map|Set)<ScanModel\b/.test(importsOf.text(file)),
    );
    assert.deepEqual(keeping, []);
  });

  it('the webview builds no HTML from strings outside its one sanitiser', () => {
    const raw = /innerHTML|unsafeHTML|insertAdjacentHTML|outerHTML|document\.write/;
    const users = sourceFiles('webview-ui').filter((file) => raw.test(importsOf.text(file)));
    assert.ok(users.length <= 1, users.join(', '));
  });
});
