import * as vscode from 'vscode';
import { type LiveNode, LiveTree } from './liveTree';
import type { RowNode } from './row';
import { treeItem } from './treeItem';

export interface RowSource<V> {
  load(): Promise<readonly RowNode<V>[]>;
  /** Markdown for the hover; asked for when the pointer rests on the row. */
  tooltip(value: V): string | Promise<string>;
  /** The rows can't be had; told once a load. */
  failed(error: unknown): void;
}

/** Feeds a tree view from rows, and tells it after a reload what has changed and nothing else. */
export class RowProvider<V> implements vscode.TreeDataProvider<LiveNode<V>>, vscode.Disposable {
  private readonly tree = new LiveTree<V>();
  private readonly changes = new vscode.EventEmitter<LiveNode<V> | LiveNode<V>[] | undefined>();
  private loading: Promise<void> | undefined;
  private again = false;
  private asked = false;
  readonly onDidChangeTreeData = this.changes.event;

  constructor(private readonly source: RowSource<V>) {}

  get roots(): readonly LiveNode<V>[] {
    return this.tree.roots;
  }

  async getChildren(node?: LiveNode<V>): Promise<LiveNode<V>[]> {
    if (node) return [...node.children()];
    if (!this.asked) {
      this.asked = true;
      await this.reload(false);
    } else await this.loading;
    return [...this.tree.roots];
  }

  getParent(node: LiveNode<V>): LiveNode<V> | undefined {
    return node.parent;
  }

  getTreeItem(node: LiveNode<V>): vscode.TreeItem {
    return treeItem(node);
  }

  async resolveTreeItem(item: vscode.TreeItem, node: LiveNode<V>): Promise<vscode.TreeItem> {
    // Neither trusted nor with HTML: the text comes from a repository.
    item.tooltip = new vscode.MarkdownString(await this.source.tooltip(node.value));
    return item;
  }

  /** Reads everything again. Calls during a reload lead to one more reload, however many they are. */
  async refresh(): Promise<void> {
    if (!this.asked) return;
    if (this.loading) {
      this.again = true;
      return this.loading;
    }
    await this.reload(true);
  }

  dispose(): void {
    this.changes.dispose();
  }

  private reload(announce: boolean): Promise<void> {
    this.loading = this.readUntilCurrent(announce).finally(() => {
      this.loading = undefined;
    });
    return this.loading;
  }

  private async readUntilCurrent(announce: boolean): Promise<void> {
    do {
      this.again = false;
      const fresh = await this.source.load().catch((error) => {
        this.source.failed(error);
        return [];
      });
      const changed = this.tree.update(fresh);
      if (!announce) continue;
      if (changed === 'all') this.changes.fire(undefined);
      else if (changed.length > 0) this.changes.fire([...changed]);
    } while (this.again);
  }
}
