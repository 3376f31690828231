import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable';
import { isEngineError } from '../../base/engineError';
import type { Logger } from '../../base/logger';
import type { SessionSave } from '../../shared/ingest';
import { sessionScheme } from '../contributions';
import type { EngineSource } from '../host/engineHost';
import { readSessionSave } from './readSessionSave';
import { formatSession, parseSession } from './sessionText';
import { parseSessionUri } from './sessionUri';

/** `contox-session:` documents: opening one reads what a session says of itself, saving it makes that a person's words. */
export class SessionFileSystem implements vscode.FileSystemProvider, vscode.Disposable {
  private readonly store = new DisposableStore();
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  /** What the editor has read or written, by the document. */
  private readonly opened = new Map<string, { readonly text: string; readonly mtime: number }>();
  readonly onDidChangeFile = this.changes.event;

  constructor(
    private readonly source: EngineSource,
    private readonly logger: Logger,
  ) {
    this.store.add(this.changes);
    this.store.add(vscode.workspace.registerFileSystemProvider(sessionScheme, this, { isCaseSensitive: true }));
    this.store.add(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.opened.delete(uri.toString())));
    this.store.add(
      source.onDidChange((change) => {
        if (change.kind === 'sessions') void this.announce();
      }),
    );
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    if (!uri.path.endsWith('.md')) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const { text, mtime } = this.opened.get(uri.toString()) ?? (await this.read(uri));
    return { type: vscode.FileType.File, ctime: 0, mtime, size: Buffer.byteLength(text) };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return new TextEncoder().encode((await this.read(uri)).text);
  }

  async writeFile(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
    const sessionId = parseSessionUri(uri);
    const text = new TextDecoder().decode(bytes);
    const before = this.opened.get(uri.toString());
    const save = await translate(uri, async () => {
      const parsed = parseSession(text);
      // An editor that saves by itself must not write an event for every blank.
      const isSame = before !== undefined && formatSession(parsed) === formatSession(parseSession(before.text));
      return isSame ? undefined : parsed;
    });
    if (save) await translate(uri, () => this.source.engine.saveSession({ sessionId, ...save }));
    this.opened.set(uri.toString(), { text, mtime: Date.now() });
    this.changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  watch(): vscode.Disposable {
    // The engine tells of every change; there is nothing to watch.
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(): void {
    throw refuse();
  }

  delete(): void {
    throw refuse();
  }

  rename(): void {
    throw refuse();
  }

  dispose(): void {
    this.store.dispose();
  }

  private async read(uri: vscode.Uri): Promise<{ text: string; mtime: number }> {
    const sessionId = parseSessionUri(uri);
    // Loaded when it is needed: building schemas is half of what it costs to start.
    const { sessionSave } = await import('../../shared/ingest');
    const parse = (payload: unknown): SessionSave | undefined => sessionSave.safeParse(payload).data;
    const save = await translate(uri, () => readSessionSave(this.source.engine, sessionId, parse));
    const text = formatSession(save);
    const known = this.opened.get(uri.toString());
    // The time moves only with the text, or the editor would take every look for somebody else's change.
    const opened = known?.text === text ? known : { text, mtime: Date.now() };
    this.opened.set(uri.toString(), opened);
    return opened;
  }

  /** Documents without unsaved changes follow what happens; the others stay based on what was read. */
  private async announce(): Promise<void> {
    const dirty = new Set(
      vscode.workspace.textDocuments.filter((open) => open.isDirty).map(({ uri }) => uri.toString()),
    );
    for (const key of [...this.opened.keys()].filter((name) => !dirty.has(name))) {
      const uri = vscode.Uri.parse(key, true);
      const before = this.opened.get(key);
      try {
        const now = await this.read(uri);
        if (now !== before) this.changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
      } catch (error) {
        this.logger.warn(`An open session could not be read again: ${String(error)}`);
      }
    }
  }
}

function refuse(): vscode.FileSystemError {
  return vscode.FileSystemError.NoPermissions('Sessions are merged and deleted in the Sessions view.');
}

/** VS Code understands its own errors only; the message stays. */
async function translate<T>(uri: vscode.Uri, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isEngineError(error, 'notFound')) throw vscode.FileSystemError.FileNotFound(uri);
    if (isEngineError(error)) throw new vscode.FileSystemError(error.message);
    throw error;
  }
}
