import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareLists, type RowKind } from '../../../../src/engine/genesis/diff/compareLists';
import { diffMarkdown } from '../../../../src/engine/genesis/diff/diffMarkdown';
import type { ScanDiff } from '../../../../src/shared/scanDiff';

interface Row {
  readonly id: string;
  readonly version: string;
}
const kind: RowKind<Row> = { key: ({ id }) => id, facts: ({ version }) => ({ version }) };
const rows = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), version: fc.constantFrom('1', '2') }),
  {
    selector: ({ id }) => id,
  },
);

describe('compareLists', () => {
  it('accounts for every row once, whatever the order', () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const { added, removed, changed } = compareLists(before, after, kind);
        const kept = before.filter(({ id }) => after.some((row) => row.id === id));
        assert.equal(added.length, after.length - kept.length);
        assert.equal(removed.length, before.length - kept.length);
        assert.equal(
          changed.length,
          kept.filter(({ id, version }) => !after.some((row) => row.id === id && row.version === version)).length,
        );
        const turned = compareLists([...before].reverse(), [...after].reverse(), kind);
        assert.deepEqual(new Set(turned.added), new Set(added));
        assert.deepEqual(compareLists(before, before, kind), { added: [], removed: [], changed: [] });
      }),
    );
  });

  it('pairs rows of one key and counts those that are too many', () => {
    const row = { id: 'a', version: '1' };
    assert.deepEqual(compareLists([row], [row, row], kind), { added: [row], removed: [], changed: [] });
    const facts: RowKind<Row> = { key: kind.key, facts: ({ version }) => ({ [version]: 'there' }) };
    assert.deepEqual(compareLists([row], [{ id: 'a', version: '2' }], facts).changed[0]?.what, [
      '1 there removed',
      '2 there added',
    ]);
  });
});

const none = { added: [], removed: [], changed: [] };
const side = { branch: 'main', commit: 'a'.repeat(40), scannedAt: '2026-01-01T00:00:00.000Z' };
const empty: Omit<ScanDiff, 'markdown'> = {
  base: side,
  head: { ...side, branch: null },
  routes: none,
  permissions: [],
  entryPoints: none,
  models: none,
  dependencies: none,
  environment: none,
  commands: none,
  edges: none,
  findings: { opened: [], closed: [], changed: [] },
};

describe('diffMarkdown', () => {
  it('says so when nothing changed', () => {
    assert.equal(
      diffMarkdown(empty),
      '## What changed from `main` at `aaaaaaa` to `aaaaaaa`\n\nNothing that Genesis looks at has changed.\n',
    );
  });

  it('keeps names of a repository from being markup', () => {
    const name = '`<img src=x onerror=alert(1)>`\n# [x](javascript:1)';
    const environment = { ...none, added: [{ name, files: [] }] };
    const finding = {
      identity: 'x',
      layer: 'security',
      rule: 'r',
      title: name,
      importance: 3,
      path: 'a',
      line: 1,
    } as const;
    const text = diffMarkdown({ ...empty, environment, findings: { opened: [finding], closed: [], changed: [] } });
    assert.equal(text.split('\n').filter((line) => line.startsWith('#')).length, 3);
    assert.match(text, /- added `` `<img src=x onerror=alert\(1\)>` # \[x\]\(javascript:1\) ``/);
    assert.match(text, /opened: \\`\\<img src=x onerror=alert\(1\)\\>/);
  });

  it('counts what it does not show', () => {
    const many = Array.from({ length: 25 }, (_, index) => ({ name: `V${index}`, files: [] }));
    assert.match(diffMarkdown({ ...empty, environment: { ...none, removed: many } }), /- and 5 more$/m);
  });
});
