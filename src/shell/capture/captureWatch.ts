import type { Disposable } from '../../base/disposable';
import { Emitter } from '../../base/emitter';
import { isEngineError } from '../../base/engineError';
import type { Logger } from '../../base/logger';
import type { Engine } from '../../engine/engine';
import type { CapturePolicy, CaptureRepository, FoundRepository } from '../../shared/capture';
import { Coalesced } from '../coalesced';
import { samePath } from '../projects/samePath';
import { assignRepositories } from './assignRepositories';

/** A folder of the window that may be captured. */
export interface CaptureFolder {
  readonly path: string;
  readonly projectId: string;
  readonly policy: CapturePolicy;
  /** It was private until now: what happened in it meanwhile is passed over. */
  readonly wasPrivate?: boolean;
}

export interface CaptureWatchParts {
  readonly source: { readonly engine: Pick<Engine, 'findRepositories' | 'captureRepository'> };
  /** Makes the window's folders projects; empty while nothing may be captured. */
  folders(): Promise<readonly CaptureFolder[]>;
  watch(paths: readonly string[], changed: () => void, failed: (error: unknown) => void): Disposable;
  /** What the watched files look like now. */
  stamp(paths: readonly string[]): Promise<string>;
  /** When the window opened: a commit that is faster than the first look is not lost. ISO 8601. */
  readonly openedAt: string;
  now(): number;
  readonly logger: Logger;
}

interface Watched {
  readonly repository: FoundRepository;
  readonly folder: CaptureFolder;
  readonly watcher: Disposable;
  readonly capture: Coalesced;
  /** Of the watched files when they were last captured. */
  stamp: string;
  /** When it was last looked for and was not there; of one that was there at first, when the window opened. */
  readonly since: string;
}

/** One call takes a part of a long past; more parts than this wait for the next occasion. */
const mostParts = 50;

/**
 * Knows the repositories of the window and has each captured when something tells of new work in it. One capture a
 * repository runs at a time; what tells during one leads to one more.
 */
export class CaptureWatch implements Disposable {
  private readonly watched = new Map<string, Watched>();
  private readonly changes = new Emitter<void>();
  readonly onDidChange = this.changes.event;
  private readonly discovery = new Coalesced(() => this.discoverNow());
  private problemText: string | undefined;
  private lookedAt: string;
  private readonly passedOver = new Set<string>();
  private disposed = false;

  constructor(private readonly parts: CaptureWatchParts) {
    this.lookedAt = parts.openedAt;
  }

  /** Why commits can't be captured, for the user; `undefined` while they can. */
  get problem(): string | undefined {
    return this.problemText;
  }

  get roots(): readonly string[] {
    return [...this.watched.keys()];
  }

  /** Looks which repositories there are, and takes what is new in each. Never rejects. */
  discover(): Promise<void> {
    return this.discovery.run();
  }

  /** Something happened in the repository with this topmost folder. */
  async moved(root: string): Promise<void> {
    const known = [...this.watched.values()].find(({ repository }) => samePath(repository.root, root));
    await (known ? known.capture.run() : this.discover());
  }

  /** Captures where the watched files differ from last time; costs a look at each of them, and no process. */
  async check(): Promise<void> {
    for (const watched of this.watched.values())
      if ((await this.parts.stamp(watched.repository.watch)) !== watched.stamp) await watched.capture.run();
  }

  dispose(): void {
    this.disposed = true;
    for (const root of this.roots) this.forget(root);
    this.changes.dispose();
  }

  private async discoverNow(): Promise<void> {
    const lookedAt = new Date(this.parts.now()).toISOString();
    try {
      const folders = await this.parts.folders();
      const found = [];
      for (const folder of folders) {
        const repositories = await this.parts.source.engine.findRepositories({ folder: folder.path });
        found.push({ folder, repositories });
      }
      if (this.disposed) return;
      const assigned = assignRepositories(found);
      const kept = new Set(assigned.map(({ repository }) => repository.root));
      for (const root of this.roots) if (!kept.has(root)) this.forget(root);
      for (const { folder, repository } of assigned) this.follow(folder, repository);
      this.lookedAt = lookedAt;
      this.tell(undefined);
    } catch (error) {
      this.fail('Repositories could not be looked for', error);
    }
    await Promise.all([...this.watched.values()].map(({ capture }) => capture.run()));
  }

  private follow(folder: CaptureFolder, repository: FoundRepository): void {
    const { root, watch } = repository;
    const known = this.watched.get(root);
    const isSame = known?.repository.watch.join('\n') === watch.join('\n');
    if (known && !isSame) known.watcher.dispose();
    const capture = known?.capture ?? new Coalesced(() => this.captureNow(root));
    const lost = (error: unknown): void => this.parts.logger.warn(`${root} can't be watched: ${String(error)}`);
    const watcher = known && isSame ? known.watcher : this.parts.watch(watch, () => void capture.run(), lost);
    const since = known ? known.since : this.lookedAt;
    this.watched.set(root, { repository, folder, watcher, capture, stamp: known?.stamp ?? '', since });
  }

  private async captureNow(root: string): Promise<void> {
    const watched = this.watched.get(root);
    if (!watched) return;
    const { folder, repository, since } = watched;
    // Taken before the capture: what happens during it makes the next check look again.
    const stamp = await this.parts.stamp(repository.watch);
    try {
      const { projectId, policy } = folder;
      const skip = folder.wasPrivate === true && !this.passedOver.has(root);
      await this.captureAll({ projectId, root, policy, skip, since });
      this.passedOver.add(root);
      const now = this.watched.get(root);
      if (now) now.stamp = stamp;
      this.tell(undefined);
    } catch (error) {
      this.fail(`The work in ${root} could not be captured`, error);
      if (isEngineError(error, 'notFound')) this.forget(root);
    }
  }

  /** One call takes a part of a long past. Where calls take nothing though there is more, something waits for git. */
  private async captureAll(wanted: CaptureRepository): Promise<void> {
    let fruitless = 0;
    for (let part = 0; part < mostParts && fruitless < 3; part++) {
      const { more, commits } = await this.parts.source.engine.captureRepository(wanted);
      if (!more || this.disposed) return;
      fruitless = commits.length === 0 ? fruitless + 1 : 0;
    }
  }

  private forget(root: string): void {
    this.watched.get(root)?.watcher.dispose();
    this.watched.delete(root);
  }

  private fail(what: string, error: unknown): void {
    if (this.disposed) return;
    const message = error instanceof Error ? error.message : String(error);
    if (message !== this.problemText) this.parts.logger.error(what, error);
    this.tell(message);
  }

  private tell(problem: string | undefined): void {
    if (problem === this.problemText) return;
    this.problemText = problem;
    this.changes.fire();
  }
}
