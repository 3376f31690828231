import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable';
import type { Delivery } from '../../shared/delivery';
import { deliveryScheme } from '../contributions';
import type { EngineSource } from '../host/engineHost';
import { deliveryDocument } from './deliveryDocument';

/** `contox-delivery:` documents: all that is known of one delivery. Those that are open follow what happens. */
export class DeliveryContent implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly store = new DisposableStore();
  private readonly changes = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changes.event;

  constructor(private readonly source: EngineSource) {
    this.store.add(this.changes);
    this.store.add(
      source.onDidChange((change) => {
        if (change.kind !== 'delivery') return;
        for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === deliveryScheme) this.changes.fire(uri);
      }),
    );
    this.store.add(vscode.workspace.registerTextDocumentContentProvider(deliveryScheme, this));
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    return deliveryDocument(await this.source.engine.getDelivery({ deliveryId: uri.query }));
  }

  dispose(): void {
    this.store.dispose();
  }
}

export function deliveryUri({ id, eventType }: Pick<Delivery, 'id' | 'eventType'>): vscode.Uri {
  return vscode.Uri.from({ scheme: deliveryScheme, path: `/${id.slice(-8)} ${eventType}.md`, query: id });
}
