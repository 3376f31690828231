import type { Node } from 'web-tree-sitter';

/** No function is around it. */
export const nowhere = -1;

/**
 * The functions of a file by where they begin and end: which one a place stands in is told by numbers, without a step of
 * the tree for each node on the way up.
 */
export class FunctionIndex {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  /** Of each function the next one around it. */
  private readonly outers: number[] = [];

  /** In the order of the tree: what is around comes before what is inside. */
  constructor(
    readonly nodes: readonly Node[],
    root: Node,
  ) {
    for (const [index, node] of nodes.entries()) {
      const isRoot = node.id === root.id;
      this.starts.push(isRoot ? 0 : node.startIndex);
      this.ends.push(isRoot ? Number.POSITIVE_INFINITY : node.endIndex);
      this.outers.push(this.enclosing(index - 1, node.startIndex, node.endIndex));
    }
  }

  /** The innermost function around a node; `nowhere` where there is none. */
  around(node: Node): number {
    const start = node.startIndex;
    const end = node.endIndex;
    // A node without text may lie just behind a function: the tree knows.
    return start === end ? this.byTree(node) : this.enclosing(this.lastBefore(start), start, end);
  }

  /** The innermost function around a place in the text. */
  at(offset: number): number {
    return this.enclosing(this.lastBefore(offset), offset, offset + 1);
  }

  outerOf(index: number): number {
    return this.outers[index] ?? nowhere;
  }

  /** What has the same place as a function is the function itself, or what holds nothing else. */
  private enclosing(from: number, start: number, end: number): number {
    for (let index = from; index >= 0; index = this.outerOf(index)) {
      const isSame = this.starts[index] === start && this.ends[index] === end;
      if (!isSame && (this.starts[index] ?? 0) <= start && (this.ends[index] ?? 0) >= end) return index;
    }
    return nowhere;
  }

  private lastBefore(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  private byTree(node: Node): number {
    for (let at: Node | null = node.parent; at; at = at.parent) {
      const { id } = at;
      const index = this.nodes.findIndex((one) => one.id === id);
      if (index >= 0) return index;
    }
    return nowhere;
  }
}
