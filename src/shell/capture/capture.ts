import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { type Disposable, DisposableStore, toDisposable } from '../../base/disposable';
import { Emitter } from '../../base/emitter';
import type { Logger } from '../../base/logger';
import type { SettingId } from '../contributions';
import type { EngineHost } from '../host/engineHost';
import type { WorkspaceProjects } from '../projects/workspaceProjects';
import { settings } from '../settings';
import { ActivityRecorder, afterTimeout } from './activityRecorder';
import { listenToActivity } from './activitySources';
import { type CaptureFolder, CaptureWatch } from './captureWatch';
import { listenToGit } from './gitTrigger';
import { savedFile } from './savedFile';
import type { SessionWatch } from './sessionWatch';
import { stampOf, watchPaths } from './watchPaths';
import { diskFolders, settle, watchForRepositories, whileFocused } from './windowTriggers';

export interface CaptureDeps {
  readonly source: EngineHost;
  readonly projects: WorkspaceProjects;
  readonly sessions: SessionWatch;
  /** Of the workspace; it remembers what was private. */
  readonly memory: vscode.Memento;
  readonly logger: Logger;
}

const enabledSetting: SettingId = 'contox.capture.enabled';
const captureSettings: readonly SettingId[] = [
  enabledSetting,
  'contox.capture.exclude',
  'contox.capture.diffCharacters',
];
/** After the window is there: what happened while it was closed can wait for what the user waits for. */
const startDelayMs = 1500;
const privateKey = 'privateFolders';

/** Captures what happens in the folders of this window, for as long as the user lets it. */
export class Capture implements Disposable {
  private readonly store = new DisposableStore();
  private readonly changes = new Emitter<void>();
  readonly onDidChange = this.changes.event;
  private running: DisposableStore | undefined;
  private watch: CaptureWatch | undefined;
  private folders: readonly CaptureFolder[] = [];
  private readonly recorder: ActivityRecorder;
  private readonly openedAt = new Date().toISOString();

  constructor(private readonly deps: CaptureDeps) {
    const { source, sessions, logger } = deps;
    this.recorder = this.store.add(
      new ActivityRecorder({
        source,
        windowId: randomUUID(),
        policyOf: (projectId) =>
          this.folders.find((folder) => folder.projectId === projectId)?.policy ?? settings.capturePolicy(),
        recorded: (projectId, active) => sessions.accept(projectId, active),
        now: () => Date.now(),
        after: afterTimeout,
        logger,
      }),
    );
    const start = this.store.add(afterTimeout(startDelayMs, () => this.update()));
    const follow = (): void => {
      start.dispose();
      this.update();
    };
    this.store.add(vscode.workspace.onDidChangeWorkspaceFolders(follow));
    this.store.add(vscode.workspace.onDidGrantWorkspaceTrust(follow));
    this.store.add(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (captureSettings.some((id) => change.affectsConfiguration(id))) follow();
      }),
    );
  }

  /** Whether the user has switched capture off for every folder of the window. */
  get isPrivate(): boolean {
    const folders = diskFolders();
    return folders.length > 0 && folders.every(({ uri }) => !settings.captureEnabled(uri));
  }

  /** Why commits can't be captured at the moment, as a sentence. */
  get problem(): string | undefined {
    return this.watch?.problem;
  }

  get hasRepository(): boolean {
    return (this.watch?.roots.length ?? 0) > 0;
  }

  /** Projects of this window that are private. */
  get withheld(): ReadonlySet<string> {
    const closed = diskFolders().filter(({ uri }) => !settings.captureEnabled(uri));
    return new Set(closed.flatMap(({ uri }) => this.deps.projects.idOf(uri.fsPath) ?? []));
  }

  /** Looks for repositories and new work at once. */
  async refresh(): Promise<void> {
    await this.watch?.discover();
  }

  /** Tells the engine what waits here. */
  flush(): Promise<void> {
    return this.recorder.flush();
  }

  /** The window closes. Bounded in time: the editor waits for it, and what is missed here ends by itself. */
  async leave(limitMs = 1500): Promise<void> {
    this.running?.dispose();
    const late = new Promise<void>((resolve) => setTimeout(resolve, limitMs).unref());
    const left = this.recorder.leave().catch((error: unknown) => this.deps.logger.warn(`Not left: ${String(error)}`));
    await Promise.race([left, late]);
  }

  dispose(): void {
    this.running?.dispose();
    this.store.dispose();
    this.changes.dispose();
  }

  private update(): void {
    const closed = diskFolders().flatMap(({ uri }) => (settings.captureEnabled(uri) ? [] : [uri.fsPath]));
    this.rememberPrivate([...new Set([...this.privateFolders, ...closed])]);
    const wanted = vscode.workspace.isTrusted && diskFolders().some(({ uri }) => settings.captureEnabled(uri));
    if (!wanted) this.stop();
    else if (this.running) void this.watch?.discover();
    else this.start();
    this.changes.fire();
  }

  private start(): void {
    const running = new DisposableStore();
    const { source, logger } = this.deps;
    const watchSettled = (paths: readonly string[], changed: () => void, failed: (error: unknown) => void) => {
      const settled = settle(changed);
      const watching = watchPaths(paths, settled.call, failed);
      return toDisposable(() => {
        watching.dispose();
        settled.dispose();
      });
    };
    const watch = new CaptureWatch({
      source,
      folders: () => this.readFolders(),
      watch: watchSettled,
      stamp: stampOf,
      openedAt: this.openedAt,
      now: Date.now,
      logger,
    });
    running.add(watch);
    running.add(watch.onDidChange(() => this.changes.fire()));
    const moved = (root: string): void => void watch.moved(root);
    const discover = running.add(settle(() => void watch.discover()));
    running.add(listenToGit({ moved, repositoriesChanged: discover.call }, logger));
    running.add(watchForRepositories(discover.call));
    running.add(
      whileFocused(
        () => void watch.check(),
        () => void this.recorder.flush(),
      ),
    );
    running.add(this.listen());
    this.watch = watch;
    this.running = running;
    void watch.discover().then(() => this.started(watch));
    void this.deps.sessions.read();
  }

  private started(watch: CaptureWatch): void {
    this.changes.fire();
    if (this.watch !== watch || watch.problem !== undefined) return;
    const captured = this.folders.map(({ path }) => path);
    this.rememberPrivate(this.privateFolders.filter((path) => !captured.includes(path)));
  }

  /** Folders in which something may have happened that is not to be recorded, once they are captured again. */
  private get privateFolders(): readonly string[] {
    return this.deps.memory.get<readonly string[]>(privateKey, []);
  }

  private rememberPrivate(folders: readonly string[]): void {
    if (folders.join('\n') !== this.privateFolders.join('\n')) void this.deps.memory.update(privateKey, folders);
  }

  private stop(): void {
    this.running?.dispose();
    this.running = undefined;
    this.watch = undefined;
    this.folders = [];
    this.recorder.clear();
  }

  private listen(): Disposable {
    return listenToActivity({
      saved: (file) => {
        const saved = savedFile(file, this.folders);
        if (!saved) return;
        const at = new Date().toISOString();
        this.recorder.record(saved.projectId, { kind: 'save', at, file: saved.path });
      },
      ran: (activity, folder) => {
        const inside = folder && savedFile(`${folder.fsPath}/x`, this.folders)?.projectId;
        const current = this.folders.find(({ projectId }) => projectId === this.deps.projects.current?.id);
        const projectId = inside ?? (folder ? undefined : (current ?? this.folders[0])?.projectId);
        if (projectId) this.recorder.record(projectId, activity);
      },
    });
  }

  private async readFolders(): Promise<readonly CaptureFolder[]> {
    const { projects } = this.deps;
    await projects.load();
    const enabled = diskFolders().filter(({ uri }) => settings.captureEnabled(uri));
    if (enabled.some(({ uri }) => projects.idOf(uri.fsPath) === undefined)) await projects.reload();
    this.folders = enabled.flatMap(({ uri }) => {
      const projectId = projects.idOf(uri.fsPath);
      const wasPrivate = this.privateFolders.includes(uri.fsPath);
      return projectId ? [{ path: uri.fsPath, projectId, policy: settings.capturePolicy(uri), wasPrivate }] : [];
    });
    return this.folders;
  }
}
