import * as vscode from 'vscode';
import { contextUri } from '../../documents/contextUri';
import type { EngineSource } from '../../host/engineHost';
import type { LiveNode } from '../liveTree';
import { contextsToMove } from './contextMoves';
import type { ContextValue } from './contextRows';

/** VS Code wants the view's id in lower case here. */
const mime = 'application/vnd.code.tree.contox.contexts';
const uriList = 'text/uri-list';

export interface ContextDragDeps {
  readonly source: EngineSource;
  showError(error: unknown): void;
}

/** Dragging a context onto another moves it below that one; onto the empty part, to the first level; into an editor, opens it. */
export class ContextDrag implements vscode.TreeDragAndDropController<LiveNode<ContextValue>> {
  readonly dragMimeTypes = [mime, uriList];
  readonly dropMimeTypes = [mime];

  constructor(private readonly deps: ContextDragDeps) {}

  handleDrag(nodes: readonly LiveNode<ContextValue>[], data: vscode.DataTransfer): void {
    data.set(mime, new vscode.DataTransferItem(JSON.stringify(nodes.map((node) => node.value.context.id))));
    const uris = nodes.map(({ value }) => contextUri(value.projectId, value.context).toString());
    data.set(uriList, new vscode.DataTransferItem(uris.join('\r\n')));
  }

  async handleDrop(target: LiveNode<ContextValue> | undefined, data: vscode.DataTransfer): Promise<void> {
    const dragged: unknown = JSON.parse((await data.get(mime)?.asString()) ?? '[]');
    const ids = Array.isArray(dragged) ? dragged.filter((id) => typeof id === 'string') : [];
    try {
      await this.move(ids, target);
    } catch (error) {
      this.deps.showError(error);
    }
  }

  private async move(ids: readonly string[], target: LiveNode<ContextValue> | undefined): Promise<void> {
    const { engine } = this.deps.source;
    const first = ids[0];
    if (first === undefined) return;
    const projectId = target?.value.projectId ?? (await engine.getContext({ contextId: first })).projectId;
    const parentContextId = target?.value.context.id ?? null;
    for (const context of contextsToMove(await engine.getContextTree({ projectId }), ids, parentContextId))
      await engine.updateContext({ contextId: context.id, parentContextId });
  }
}
