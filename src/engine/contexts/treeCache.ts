import type { ContextTreeNode } from '../../shared/context';
import type { ContextParts } from './contextParts';
import { buildContextTree } from './contextTree';

/**
 * Keeps the tree that was read last: views and programs read it again and again while nothing changes. Every change of a
 * project is an event of its log, so with the same last event the tree is the same. Nobody changes what is answered.
 */
export class TreeCache {
  private projectId = '';
  private head = '';
  private tree: ContextTreeNode[] = [];

  constructor(private readonly parts: Pick<ContextParts, 'events' | 'store'>) {}

  read(projectId: string): ContextTreeNode[] {
    const head = this.parts.events.store.findChain(projectId)?.headHash ?? '';
    if (projectId === this.projectId && head === this.head) return this.tree;
    this.tree = buildContextTree(this.parts.store.listForTree(projectId));
    this.projectId = projectId;
    this.head = head;
    return this.tree;
  }
}
