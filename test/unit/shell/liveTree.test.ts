import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LiveTree } from '../../../src/shell/views/liveTree';
import type { RowNode } from '../../../src/shell/views/row';

const node = (id: string, label = id, children?: readonly RowNode<string>[]): RowNode<string> => ({
  row: { id, label, kind: 'x', expand: children ? 'expanded' : 'none' },
  value: label,
  children: children && (() => children),
});
const ids = (changed: ReturnType<LiveTree<string>['update']>): string | readonly string[] =>
  changed === 'all' ? 'all' : changed.map(({ row }) => row.id);

describe('live tree', () => {
  it('keeps a row that is still there as the same object', () => {
    const tree = new LiveTree<string>();
    tree.update([node('a', 'A', [node('b')])]);
    const [before] = tree.roots;
    const child = before?.children()[0];
    tree.update([node('a', 'A2', [node('b')])]);
    assert.equal(tree.roots[0], before);
    assert.equal(tree.roots[0]?.children()[0], child);
    assert.equal(tree.roots[0]?.row.label, 'A2');
  });

  it('tells only what has changed', () => {
    const tree = new LiveTree<string>();
    const rows = (label: string, extra: readonly RowNode<string>[] = []) => [
      node('a', 'a', [node('a1'), node('a2', label)]),
      node('b', 'b', [node('b1'), ...extra]),
    ];
    assert.equal(ids(tree.update(rows('x'))), 'all');
    for (const root of tree.roots) root.children();
    assert.deepEqual(ids(tree.update(rows('x'))), []);
    assert.deepEqual(ids(tree.update(rows('y'))), ['a2']);
    assert.deepEqual(ids(tree.update(rows('y', [node('b2')]))), ['b']);
    assert.equal(ids(tree.update([node('b')])), 'all');
  });

  it('does not make the children of a closed row, neither at first nor on a refresh', () => {
    let made = 0;
    const closed: RowNode<string> = {
      row: { id: 'a', label: 'a', kind: 'x', expand: 'collapsed' },
      value: 'a',
      children: () => {
        made++;
        return [];
      },
    };
    const tree = new LiveTree<string>();
    tree.update([closed]);
    tree.update([closed]);
    assert.equal(made, 0);
    tree.roots[0]?.children();
    assert.equal(made, 1);
  });

  it('shows the fresh rows, whatever was there before', () => {
    const level = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 });
    const shape = fc.array(fc.tuple(level, fc.nat(2)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(shape, (steps) => {
        const tree = new LiveTree<string>();
        for (const [names, label] of steps) {
          const fresh = names.map((id) => node(id, `${id}${label}`, [node(`${id}-1`, String(label))]));
          tree.update(fresh);
          const shown = tree.roots.map((root) => [root.row.label, root.children().map((child) => child.row.label)]);
          assert.deepEqual(
            shown,
            fresh.map((root) => [root.row.label, [String(label)]]),
          );
          for (const root of tree.roots) for (const child of root.children()) assert.equal(child.parent, root);
        }
      }),
    );
  });
});
