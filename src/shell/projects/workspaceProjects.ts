import type { Disposable } from '../../base/disposable';
import { Emitter } from '../../base/emitter';
import { EngineError, isEngineError } from '../../base/engineError';
import type { Logger } from '../../base/logger';
import type { Project } from '../../shared/project';
import type { EngineSource } from '../host/engineHost';
import { isBelow, samePath } from './samePath';

export interface OpenFolder {
  readonly path: string;
  readonly name: string;
}

/** The window's folders on disk. In one that is not trusted no folder is handed to the engine, which would run git. */
export interface OpenFolders {
  list(): readonly OpenFolder[];
  isTrusted(): boolean;
}

/** The project that the user picked last in this workspace. */
export interface RememberedPick {
  read(): string | undefined;
  write(projectId: string): void;
}

/** All projects of the store, which of them this window's folders are, and which one the views show. */
export class WorkspaceProjects implements Disposable {
  private projects: readonly Project[] = [];
  private readonly byFolder = new Map<string, string>();
  private currentId: string | undefined;
  private activeFolder: string | undefined;
  private reading: Promise<void> | undefined;
  private isLoaded = false;
  private readonly changes = new Emitter<void>();
  private readonly subscription: Disposable;
  readonly onDidChange = this.changes.event;

  constructor(
    private readonly source: EngineSource,
    private readonly folders: OpenFolders,
    private readonly pick: RememberedPick,
    private readonly logger: Logger,
  ) {
    this.subscription = source.onDidChange((change) => {
      if (change.kind === 'projects' && this.isLoaded) void this.relist();
    });
  }

  get all(): readonly Project[] {
    return this.projects;
  }

  get current(): Project | undefined {
    return this.find(this.currentId);
  }

  get loaded(): boolean {
    return this.isLoaded;
  }

  find(projectId: string | undefined): Project | undefined {
    return this.projects.find((project) => project.id === projectId);
  }

  /** Projects of this window's folders, in the order of the folders. */
  get open(): readonly Project[] {
    const ids = new Set(this.folders.list().flatMap((folder) => this.byFolder.get(folder.path) ?? []));
    return [...ids].flatMap((id) => this.find(id) ?? []);
  }

  /** Project of a folder of this window, once it is read. */
  idOf(folder: string): string | undefined {
    return this.byFolder.get(folder);
  }

  /** Folder of this machine that holds the project's files. */
  folderOf(projectId: string): string | undefined {
    const own = this.find(projectId)?.localPath;
    return own ?? this.folders.list().find((folder) => this.byFolder.get(folder.path) === projectId)?.path;
  }

  /** Reads projects and folders once; every caller waits for the same reading. A failed one is tried anew. */
  load(): Promise<void> {
    if (this.isLoaded) return Promise.resolve();
    this.reading ??= this.read().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  /** Reads again: folders came or went, trust was granted, or the user asked for it. */
  async reload(): Promise<void> {
    await this.reading?.catch(() => undefined);
    this.isLoaded = false;
    await this.load();
  }

  /** The project the views show; made from the first folder where there is none yet. Rejects where there can be none. */
  async needCurrent(): Promise<Project> {
    await this.load();
    if (!this.current && this.folders.list().length > 0) await this.reload();
    if (this.current) return this.current;
    if (this.folders.list().length === 0)
      throw new EngineError('invalid', 'No folder is open. Open one, then try again.');
    throw new EngineError('notFound', 'Contox has no project for this folder yet. Trust the folder, then scan it.');
  }

  select(projectId: string): void {
    if (!this.find(projectId) || projectId === this.currentId) return;
    this.currentId = projectId;
    this.pick.write(projectId);
    this.changes.fire();
  }

  /** The user went to a file: the project of its folder becomes the current one when the folder is another than before. */
  follow(file: string): void {
    const inside = this.folders.list().filter(({ path }) => isBelow(file, path));
    const deepest = inside.sort((a, b) => b.path.length - a.path.length)[0]?.path;
    if (deepest === undefined || deepest === this.activeFolder) return;
    this.activeFolder = deepest;
    const projectId = this.byFolder.get(deepest);
    if (projectId) this.select(projectId);
  }

  dispose(): void {
    this.subscription.dispose();
    this.changes.dispose();
  }

  private async read(): Promise<void> {
    const opened = this.folders.isTrusted() ? await this.openFolders() : new Map<string, string>();
    this.projects = await this.source.engine.listProjects({});
    this.byFolder.clear();
    for (const { path } of this.folders.list()) {
      const stored = this.projects.find(({ localPath }) => localPath !== null && samePath(localPath, path));
      const projectId = opened.get(path) ?? stored?.id;
      if (projectId) this.byFolder.set(path, projectId);
    }
    this.isLoaded = true;
    this.chooseCurrent();
    this.changes.fire();
  }

  /** One folder that can't be opened does not keep the others from it; a store that can't be opened does. */
  private async openFolders(): Promise<Map<string, string>> {
    const opened = new Map<string, string>();
    for (const folder of this.folders.list()) {
      try {
        opened.set(folder.path, (await this.source.engine.openFolder(folder)).id);
      } catch (error) {
        if (!isEngineError(error)) throw error;
        this.logger.error(`The folder ${folder.path} could not be opened`, error);
      }
    }
    return opened;
  }

  private async relist(): Promise<void> {
    try {
      this.projects = await this.source.engine.listProjects({});
      this.chooseCurrent();
      this.changes.fire();
    } catch (error) {
      this.logger.error('The list of projects could not be read', error);
    }
  }

  private chooseCurrent(): void {
    if (this.current) return;
    const active = this.activeFolder === undefined ? undefined : this.byFolder.get(this.activeFolder);
    this.currentId = (this.find(active) ?? this.find(this.pick.read()) ?? this.open[0])?.id;
  }
}
