import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable';
import { EngineError } from '../../base/engineError';
import { type HostMessage, type PanelMessage, type PanelMessageType, panelMessage } from '../../shared/panelMessages';
import { findRepository, scanFreshness } from './freshness';
import type { GenesisPanelDeps } from './panelDeps';
import { PanelFeed } from './panelFeed';
import { panelHtml } from './panelHtml';
import { answerPanelMessage, type PanelTalk } from './panelRequests';
import { panelTitle } from './panelTabs';

/** One panel and all that happens in it. Lives as long as its tab. */
export class PanelSession implements Disposable {
  private readonly store = new DisposableStore();
  private readonly feed: PanelFeed;
  private readonly talk: PanelTalk;
  private ready = false;
  private toReveal: string | undefined;
  private watched: Disposable | undefined;

  constructor(
    private readonly deps: GenesisPanelDeps,
    private readonly panel: vscode.WebviewPanel,
    private readonly projectId: string,
    onDidDispose: () => void,
  ) {
    const post = (message: HostMessage): void => void panel.webview.postMessage(message);
    this.feed = this.store.add(
      new PanelFeed({
        engine: deps.engine,
        projectId,
        logger: deps.logger,
        post: (message) => {
          if (message.type === 'snapshot') this.nameTab(message.snapshot.project.name);
          post(message);
        },
        isTrusted: () => vscode.workspace.isTrusted,
        scanDefaults: () => deps.scanDefaults(),
        freshness: (localPath, status) => {
          this.watchRepository(localPath);
          return scanFreshness(localPath, status);
        },
      }),
    );
    this.talk = { deps, projectId, post, estimate: undefined };
    this.store.add(vscode.workspace.onDidGrantWorkspaceTrust(() => this.feed.refresh()));
    this.store.add(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('contox')) this.feed.refresh();
      }),
    );
    this.store.add(panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message)));
    this.store.add(
      panel.onDidDispose(() => {
        this.dispose();
        onDidDispose();
      }),
    );
    this.load();
  }

  /** True for the tab that shows this panel. */
  shows(tab: vscode.Tab): boolean {
    return tab.label === this.panel.title && tab.group.viewColumn === this.panel.viewColumn;
  }

  /** Brings the tab to the front where it is, and selects the finding. */
  reveal(findingId: string | undefined): void {
    this.panel.reveal(undefined, false);
    this.select(findingId);
  }

  select(findingId: string | undefined): void {
    this.toReveal = findingId;
    if (this.ready) this.sendReveal();
  }

  private sendReveal(): void {
    if (this.toReveal === undefined) return;
    void this.panel.webview.postMessage({ type: 'reveal', findingId: this.toReveal } satisfies HostMessage);
    this.toReveal = undefined;
  }

  private load(): void {
    const { webview } = this.panel;
    const root = vscode.Uri.joinPath(this.deps.extensionUri, 'dist', 'webview');
    webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [root] };
    webview.html = panelHtml({
      cspSource: webview.cspSource,
      scriptUri: webview.asWebviewUri(vscode.Uri.joinPath(root, 'panel.js')).toString(),
      styleUri: webview.asWebviewUri(vscode.Uri.joinPath(root, 'panel.css')).toString(),
      nonce: randomBytes(16).toString('hex'),
      projectId: this.projectId,
    });
  }

  private nameTab(projectName: string): void {
    this.panel.title = panelTitle(projectName);
  }

  /** Commits, pulls and branch changes make the results older; only the built-in git extension is asked. */
  private watchRepository(localPath: string | null): void {
    if (this.watched) return;
    const repository = findRepository(localPath);
    if (!repository) return;
    let commit = repository.state.HEAD?.commit;
    this.watched = this.store.add(
      repository.state.onDidChange(() => {
        if (repository.state.HEAD?.commit === commit) return;
        commit = repository.state.HEAD?.commit;
        this.feed.refresh();
      }),
    );
  }

  private receive(raw: unknown): void {
    const parsed = panelMessage.safeParse(raw);
    if (!parsed.success) {
      this.deps.logger.warn('The Genesis panel sent a message that was not understood; it was ignored.');
      return;
    }
    const message = parsed.data;
    if (message.type === 'ready') {
      this.ready = true;
      this.feed.restart();
      this.sendReveal();
    } else if (message.type === 'ping') this.talk.post({ type: 'pong' });
    else if (message.type === 'action' && message.action === 'refresh') this.feed.restart();
    else void this.answer(message);
  }

  private async answer(message: PanelMessage): Promise<void> {
    try {
      await answerPanelMessage(this.talk, message);
    } catch (error) {
      if (!(error instanceof EngineError)) this.deps.logger.error(`The Genesis panel's ${message.type} failed`, error);
      const text = error instanceof Error ? error.message : 'It did not work. The log says why.';
      void this.panel.webview.postMessage(failed(message.type, text, message));
    }
  }

  dispose(): void {
    this.talk.estimate?.abort();
    this.store.dispose();
  }
}

function failed(about: PanelMessageType, text: string, message: PanelMessage): HostMessage {
  const findingId = 'findingId' in message ? { findingId: message.findingId } : {};
  return { type: 'notice', about, text, error: true, ...findingId };
}
