import { EngineError, isEngineError } from '../../base/engineError';
import type { Engine } from '../../engine/engine';
import type { Context, ContextTreeNode } from '../../shared/context';
import type { DocumentRef } from './contextPath';

/** What the user wants done with an edit of a context that someone else has changed meanwhile. */
export type ConflictChoice = 'overwrite' | 'reload' | 'compare' | undefined;

export interface DocumentHost {
  readonly engine: Pick<Engine, 'getContext' | 'getContextTree' | 'updateContext'>;
  /** Whether the editor holds changes of the document that are not saved. */
  isDirty(key: string): boolean;
  isArchived(projectId: string): boolean;
  askConflict(key: string, current: Context): Promise<ConflictChoice>;
}

export interface DocumentStat {
  readonly createdMs: number;
  readonly changedMs: number;
  readonly size: number;
  readonly readOnly: boolean;
}

/** A document that was opened: what its text in the editor is based on. */
interface Basis extends DocumentStat {
  readonly contextId: string;
  readonly projectId: string;
  readonly version: number;
  readonly content: string;
}

/**
 * Contexts as text documents. `key` is the document's URI. The version that the editor has read is the one an edit is based
 * on: a save over a newer one is a conflict for the user to decide, never a lost update.
 */
export class ContextDocuments {
  private readonly bases = new Map<string, Basis>();

  constructor(private readonly host: DocumentHost) {}

  async read(key: string, ref: DocumentRef): Promise<Uint8Array> {
    const context = await this.find(ref);
    this.remember(key, context);
    return new TextEncoder().encode(context.content);
  }

  /**
   * While there are unsaved changes the answer stays that of the version they are based on. With the newer one's VS Code
   * would offer its own way to overwrite, and that knows no versions.
   */
  async stat(key: string, ref: DocumentRef): Promise<DocumentStat> {
    const basis = this.bases.get(key);
    if (basis && this.host.isDirty(key)) return basis;
    return this.statOf(await this.find(ref));
  }

  /** Saves; `reload` when the user gave up the edit, and the document has to be read again. */
  async write(key: string, ref: DocumentRef, bytes: Uint8Array): Promise<'saved' | 'reload'> {
    const content = decode(bytes);
    const context = await this.find(ref);
    if (this.isReadOnly(context)) {
      const what =
        context.state === 'deprecated' ? 'This context is deprecated' : 'The project of this context is archived';
      throw new EngineError('forbidden', `${what}, so its text stays as it is.`);
    }
    const basis = this.bases.get(key) ?? context;
    // A new name or tier counts up the version too, but is nothing that this text could overwrite.
    const isTextSame = context.content === basis.content || context.content === content;
    const version = isTextSame ? context.version : basis.version;
    return this.save(key, { contextId: context.id, content, version });
  }

  /** The text in the editor is gone, or is to be read anew. */
  forget(key: string): void {
    this.bases.delete(key);
  }

  /** Which open documents of a project differ from what is stored now. */
  async compare(projectId: string): Promise<{ readonly changed: string[]; readonly deleted: string[] }> {
    const changed: string[] = [];
    const deleted: string[] = [];
    for (const [key, basis] of [...this.bases].filter(([, known]) => known.projectId === projectId)) {
      try {
        const context = await this.host.engine.getContext({ contextId: basis.contextId });
        const isSame = context.version === basis.version && this.isReadOnly(context) === basis.readOnly;
        if (!isSame) changed.push(key);
      } catch (error) {
        if (!isEngineError(error, 'notFound')) throw error;
        deleted.push(key);
      }
    }
    return { changed, deleted };
  }

  private async save(
    key: string,
    update: { readonly contextId: string; readonly content: string; readonly version: number },
  ): Promise<'saved' | 'reload'> {
    try {
      this.remember(key, await this.host.engine.updateContext(update));
      return 'saved';
    } catch (error) {
      if (!isEngineError(error, 'conflict') || error.data?.['currentVersion'] === undefined) throw error;
    }
    const current = await this.host.engine.getContext({ contextId: update.contextId });
    const choice = await this.host.askConflict(key, current);
    if (choice === 'reload') return 'reload';
    if (choice === 'overwrite') return this.save(key, { ...update, version: current.version });
    const next = 'Nothing was saved. Save again to choose what becomes of your text.';
    throw new EngineError('conflict', `The context was changed elsewhere since you opened it. ${next}`);
  }

  private async find({ projectId, schemaKey, contextId }: DocumentRef): Promise<Context> {
    const { engine } = this.host;
    const id = contextId ?? findBySchemaKey(await engine.getContextTree({ projectId }), schemaKey)?.id;
    if (!id) throw new EngineError('notFound', `There is no context ${schemaKey} in this project.`);
    return engine.getContext({ contextId: id });
  }

  private remember(key: string, context: Context): void {
    const { id, projectId, version, content } = context;
    this.bases.set(key, { ...this.statOf(context), contextId: id, projectId, version, content });
  }

  private statOf(context: Context): DocumentStat {
    return {
      createdMs: Date.parse(context.createdAt),
      changedMs: Date.parse(context.updatedAt),
      size: new TextEncoder().encode(context.content).byteLength,
      readOnly: this.isReadOnly(context),
    };
  }

  private isReadOnly(context: Context): boolean {
    return context.state === 'deprecated' || this.host.isArchived(context.projectId);
  }
}

function findBySchemaKey(nodes: readonly ContextTreeNode[], schemaKey: string): ContextTreeNode | undefined {
  for (const node of nodes) {
    const found = node.schemaKey === schemaKey ? node : findBySchemaKey(node.children, schemaKey);
    if (found) return found;
  }
  return undefined;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new EngineError(
      'invalid',
      'A context is text in UTF-8. Change the encoding of the document, then save again.',
      {
        cause,
      },
    );
  }
}
