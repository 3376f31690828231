import type { ContextTreeNode } from '../../../shared/context';
import type { ContextParts } from '../contextParts';
import { ContextTree } from './contextTree';

interface Cached {
  readonly projectId: string;
  readonly tree: ContextTree;
  /** Of the log's last event when the tree was read. */
  readonly head: string;
  readonly headSeq: number;
  readonly json: string;
  nodes?: ContextTreeNode[];
}

/**
 * Keeps the tree that was read last: views and programs read it again and again while little changes. Every change of a
 * project is an event of its log, so with the same last event the tree is the same; after another, what the store has
 * written since is read again. A project that was deleted and imported has other events: then all is. Nobody changes what is
 * answered.
 */
export class TreeCache {
  private cached: Cached | undefined;

  constructor(private readonly parts: Pick<ContextParts, 'events' | 'store'>) {}

  json(projectId: string): string {
    return this.read(projectId).json;
  }

  nodes(projectId: string): ContextTreeNode[] {
    const cached = this.read(projectId);
    cached.nodes ??= JSON.parse(cached.json) as ContextTreeNode[];
    return cached.nodes;
  }

  private read(projectId: string): Cached {
    const { events, store } = this.parts;
    const { headHash: head = '', length = 0 } = events.store.findChain(projectId) ?? {};
    const { cached } = this;
    if (cached?.projectId === projectId && cached.head === head) return cached;
    this.cached = undefined;
    const touched = store.touched.take();
    const headSeq = events.store.seqOf(projectId, length) ?? -1;
    if (cached?.projectId === projectId && touched && events.store.hasSeq(cached.headSeq)) {
      const json = touched.length === 0 ? cached.json : this.follow(cached.tree, projectId, touched);
      if (json !== undefined) this.cached = { ...cached, head, headSeq, json };
      if (this.cached && json !== cached.json) delete this.cached.nodes;
    }
    this.cached ??= makeCached(new ContextTree(store.listForTree(projectId)), { projectId, head, headSeq });
    return this.cached;
  }

  /** The tree with what was touched; `undefined` where something of it is gone. */
  private follow(tree: ContextTree, projectId: string, touched: readonly string[]): string | undefined {
    const rows = this.parts.store.listForTree(projectId, touched);
    const found = new Set(rows.map(({ id }) => id));
    if (touched.some((id) => !found.has(id) && tree.has(id))) return undefined;
    tree.update(rows);
    return tree.toJson();
  }
}

function makeCached(tree: ContextTree, place: Pick<Cached, 'projectId' | 'head' | 'headSeq'>): Cached {
  return { ...place, tree, json: tree.toJson() };
}
