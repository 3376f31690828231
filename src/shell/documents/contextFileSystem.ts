import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable';
import { EngineError } from '../../base/engineError';
import type { Logger } from '../../base/logger';
import { contextScheme } from '../contributions';
import type { EngineSource } from '../host/engineHost';
import type { WorkspaceProjects } from '../projects/workspaceProjects';
import { flattenTree } from '../views/contexts/contextFilter';
import { ContextDocuments } from './contextDocuments';
import { type DocumentRef, isFolderPath, listFolder, parseContextPath } from './contextPath';
import { askConflict } from './saveConflict';

export interface ContextFileSystemDeps {
  readonly source: EngineSource;
  readonly projects: WorkspaceProjects;
  readonly logger: Logger;
}

/** `contox:` documents: opening one reads a context, saving it updates the context. */
export class ContextFileSystem implements vscode.FileSystemProvider, vscode.Disposable {
  private readonly store = new DisposableStore();
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  private readonly documents: ContextDocuments;
  /** Documents whose edit the user gave up; they are read again once VS Code has ended the save. */
  private readonly toReload = new Set<string>();
  readonly onDidChangeFile = this.changes.event;

  constructor(private readonly deps: ContextFileSystemDeps) {
    const { source, projects } = deps;
    this.documents = new ContextDocuments({
      get engine() {
        return source.engine;
      },
      isDirty: (key) => vscode.workspace.textDocuments.some((open) => open.isDirty && open.uri.toString() === key),
      isArchived: (projectId) => projects.find(projectId)?.status === 'archived',
      askConflict,
    });
    this.store.add(this.changes);
    const options = { isCaseSensitive: true };
    this.store.add(vscode.workspace.registerFileSystemProvider(contextScheme, this, options));
    this.store.add(
      source.onDidChange((change) => {
        if (change.kind === 'contexts') void this.announce(change.projectId);
      }),
    );
    this.store.add(vscode.workspace.onDidSaveTextDocument(({ uri }) => this.afterSave(uri)));
    this.store.add(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.documents.forget(uri.toString())));
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    if (isFolderPath(uri.path)) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const { createdMs, changedMs, size, readOnly } = await translate(uri, () =>
      this.documents.stat(uri.toString(), refOf(uri)),
    );
    const stat = { type: vscode.FileType.File, ctime: createdMs, mtime: changedMs, size };
    return readOnly ? { ...stat, permissions: vscode.FilePermission.Readonly } : stat;
  }

  readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return translate(uri, () => this.documents.read(uri.toString(), refOf(uri)));
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const key = uri.toString();
    const outcome = await translate(uri, () => this.documents.write(key, refOf(uri), content));
    if (outcome === 'reload') this.toReload.add(key);
    else this.changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  watch(): vscode.Disposable {
    // The engine tells of every change; there is nothing to watch.
    return new vscode.Disposable(() => undefined);
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    const projectId = uri.path.split('/')[1] ?? '';
    const tree = await translate(uri, () => this.deps.source.engine.getContextTree({ projectId }));
    const keys = flattenTree(tree).map((context) => context.schemaKey);
    return listFolder(keys, uri.path).map(([name, isFolder]) => [
      name,
      isFolder ? vscode.FileType.Directory : vscode.FileType.File,
    ]);
  }

  createDirectory(): void {
    throw refuse('Contexts are made with "Contox: New Context" in the Contexts view.');
  }

  delete(): void {
    throw refuse('Contexts are deleted with "Contox: Delete Context" in the Contexts view.');
  }

  rename(): void {
    throw refuse('Contexts are renamed with "Contox: Rename Context" and moved by dragging in the Contexts view.');
  }

  dispose(): void {
    this.store.dispose();
  }

  private afterSave(uri: vscode.Uri): void {
    if (!this.toReload.delete(uri.toString())) return;
    this.documents.forget(uri.toString());
    this.changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  private async announce(projectId: string): Promise<void> {
    try {
      const { changed, deleted } = await this.documents.compare(projectId);
      const event = (type: vscode.FileChangeType) => (key: string) => ({ type, uri: vscode.Uri.parse(key, true) });
      const events = [
        ...changed.map(event(vscode.FileChangeType.Changed)),
        ...deleted.map(event(vscode.FileChangeType.Deleted)),
      ];
      if (events.length > 0) this.changes.fire(events);
    } catch (error) {
      this.deps.logger.error('Open contexts could not be compared with the store', error);
    }
  }
}

function refOf(uri: vscode.Uri): DocumentRef {
  const ref = parseContextPath(uri.path, uri.query);
  if (!ref) throw vscode.FileSystemError.FileNotFound(uri);
  return ref;
}

function refuse(message: string): vscode.FileSystemError {
  return vscode.FileSystemError.NoPermissions(message);
}

/** VS Code understands its own errors only; the message stays. */
async function translate<T>(uri: vscode.Uri, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    if (error.code === 'notFound') throw vscode.FileSystemError.FileNotFound(uri);
    if (error.code === 'readOnly' || error.code === 'forbidden') throw refuse(error.message);
    throw vscode.FileSystemError.Unavailable(error.message);
  }
}
