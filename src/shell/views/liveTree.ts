import { isSameRow, type Row, type RowNode } from './row';

/** A row on screen. It stays the same object through refreshes, which is how VS Code knows what to redraw. */
export class LiveNode<V> {
  private source: (() => readonly RowNode<V>[]) | undefined;
  private known: LiveNode<V>[] | undefined;
  private currentRow: Row;
  private currentValue: V;

  constructor(
    fresh: RowNode<V>,
    readonly parent: LiveNode<V> | undefined,
  ) {
    this.currentRow = fresh.row;
    this.currentValue = fresh.value;
    this.source = fresh.children;
  }

  get row(): Row {
    return this.currentRow;
  }

  get value(): V {
    return this.currentValue;
  }

  /** Makes the children on the first call. */
  children(): readonly LiveNode<V>[] {
    this.known ??= (this.source?.() ?? []).map((child) => new LiveNode(child, this));
    return this.known;
  }

  /** Takes over what is new and notes in `changed` which nodes have to be drawn again. */
  update(fresh: RowNode<V>, changed: LiveNode<V>[]): void {
    const sameRow = isSameRow(this.currentRow, fresh.row);
    this.currentRow = fresh.row;
    this.currentValue = fresh.value;
    this.source = fresh.children;
    const merged = this.known && mergeChildren(this.known, fresh.children?.() ?? [], this, changed);
    if (merged) this.known = merged.nodes;
    if (!sameRow || merged?.moved) changed.push(this);
  }
}

/** The live rows of one view. */
export class LiveTree<V> {
  private live: LiveNode<V>[] = [];

  get roots(): readonly LiveNode<V>[] {
    return this.live;
  }

  /** Takes over a fresh set of rows; answers the nodes to draw again, or `all` where the first level itself changed. */
  update(fresh: readonly RowNode<V>[]): readonly LiveNode<V>[] | 'all' {
    const changed: LiveNode<V>[] = [];
    const merged = mergeChildren(this.live, fresh, undefined, changed);
    this.live = merged.nodes;
    return merged.moved ? 'all' : changed;
  }
}

/** Keeps the nodes whose id is still there; `moved` when the list of ids is another one. */
function mergeChildren<V>(
  old: readonly LiveNode<V>[],
  fresh: readonly RowNode<V>[],
  parent: LiveNode<V> | undefined,
  changed: LiveNode<V>[],
): { nodes: LiveNode<V>[]; moved: boolean } {
  const byId = new Map(old.map((node) => [node.row.id, node]));
  const nodes = fresh.map((item) => {
    const known = byId.get(item.row.id);
    if (!known) return new LiveNode(item, parent);
    known.update(item, changed);
    return known;
  });
  const moved = nodes.length !== old.length || nodes.some((node, index) => node !== old[index]);
  return { nodes, moved };
}
