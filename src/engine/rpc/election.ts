import { setTimeout as delay } from 'node:timers/promises';
import { Emitter } from '../../base/emitter';
import { EngineError } from '../../base/engineError';
import type { Logger } from '../../base/logger';
import type { EngineChange } from '../engine';
import { toFileError } from '../storage/fileError';
import { ensureDataDir } from '../storage/openStore';
import { readOwnerFile } from '../storage/ownerFile';
import { acquireOwnerLock } from '../storage/ownerLock';
import { storeFiles } from '../storage/storeFiles';
import { isNewer, type ProgramVersion, parseServerMessage } from './answers';
import type { Channel } from './channel';
import { ChannelLink } from './channelLink';
import type { LinkSource } from './engineClient';
import type { EngineLink } from './engineLink';
import { joinOwner } from './joinOwner';
import type { OwnedStore } from './ownedStore';

export interface ElectionParts {
  readonly dataDir: string;
  readonly version: ProgramVersion;
  readonly logger: Logger;
  /** Called with the owner lock held, which it gives back in the end or when it fails. */
  readonly own: (lock: { dispose(): void }, events: OwnerEvents) => Promise<OwnedStore>;
}

interface OwnerEvents {
  readonly onChange: (change: EngineChange) => void;
  readonly onNewer: (version: ProgramVersion) => void;
}

/** Longer than an owner elsewhere is believed alive after its last sign of life. */
const patienceMs = 35_000;
const longestPauseMs = 250;
/** A program that made room lets the newer one go first. */
const courtesyMs = 1500;

/**
 * Makes this process the owner of the store or a client of its owner, and again whenever that ends: the kernel decides
 * who becomes the owner, the others find it by its file.
 */
export class Election implements LinkSource {
  private readonly changes = new Emitter<EngineChange>();
  readonly onDidChange = this.changes.event;
  private link: Promise<EngineLink> | undefined;
  private owned: OwnedStore | undefined;
  private channel: Channel | undefined;
  private readonly stop = new AbortController();
  private yieldedTo: ProgramVersion | undefined;

  constructor(private readonly parts: ElectionParts) {}

  get role(): 'owner' | 'client' {
    return this.owned ? 'owner' : 'client';
  }

  take(): Promise<EngineLink> {
    this.link ??= this.elect();
    return this.link;
  }

  /** Ends ownership or connection; every later call is refused. */
  async dispose(): Promise<void> {
    if (this.stop.signal.aborted) return;
    this.stop.abort();
    this.channel?.dispose();
    const { owned } = this;
    this.owned = undefined;
    await owned?.close();
    await this.link?.catch(() => undefined);
    this.changes.dispose();
  }

  private elect(): Promise<EngineLink> {
    const link = this.search();
    // A failed search is over with its error: the next call begins a new one.
    link.catch(() => {
      if (this.link === link) this.link = undefined;
    });
    return link;
  }

  private async search(): Promise<EngineLink> {
    const { dataDir, logger } = this.parts;
    const deadline = Date.now() + patienceMs;
    let problem: EngineError | undefined;
    ensureDataDir(dataDir);
    await this.beCourteous();
    this.checkOpen();
    for (let pause = 2; Date.now() < deadline; pause = Math.min(2 * pause, longestPauseMs)) {
      this.checkOpen();
      try {
        const link = (await this.tryOwn()) ?? (await this.tryJoin());
        if (link) return link;
      } catch (error) {
        const next = toFileError(error, dataDir);
        if (next.code !== 'unavailable') throw next;
        if (next.message !== problem?.message) logger.warn(next.message);
        problem = next;
      }
      await this.pause(pause + Math.random() * pause);
    }
    throw problem ?? new EngineError('unavailable', 'Another Contox process has the store open and does not answer.');
  }

  private async tryOwn(): Promise<EngineLink | undefined> {
    const lock = acquireOwnerLock(this.parts.dataDir);
    if (!lock) return undefined;
    const owned = await this.parts.own(lock, {
      onChange: (change) => this.changes.fire(change),
      onNewer: (version) => this.makeRoom(version),
    });
    if (this.stop.signal.aborted) {
      await owned.close();
      this.checkOpen();
    }
    this.owned = owned;
    this.refresh();
    this.parts.logger.info(`Owner of the store in ${this.parts.dataDir}`);
    return owned.link;
  }

  private async tryJoin(): Promise<EngineLink | undefined> {
    const record = readOwnerFile(storeFiles(this.parts.dataDir).owner);
    if (!record) return undefined;
    const { version, logger } = this.parts;
    const channel = await joinOwner(record, { version, logger, signal: this.stop.signal });
    if (!channel) return undefined;
    if (this.stop.signal.aborted) {
      channel.dispose();
      this.checkOpen();
    }
    const link = new ChannelLink(channel, (change) => this.changes.fire(change));
    this.channel = channel;
    channel.onMessage((message) => this.noteYielding(message));
    channel.onClose(() => this.lose());
    this.refresh();
    logger.info(`Client of process ${record.pid}, the owner of the store in ${this.parts.dataDir}`);
    return link;
  }

  /** The owner is gone: calls without an answer, and the listeners of changes, want the next one. */
  private lose(): void {
    this.channel = undefined;
    this.link = undefined;
    if (this.stop.signal.aborted) return;
    this.take().catch((error: unknown) => this.parts.logger.error('The store is out of reach', error));
  }

  private makeRoom(newer: ProgramVersion): void {
    const { owned } = this;
    if (!owned) return;
    this.parts.logger.info('A newer Contox takes over the store');
    this.owned = undefined;
    this.yieldedTo = newer;
    const closed = owned.close(newer);
    this.link = closed.then(() => this.search());
    this.link.catch((error: unknown) => {
      this.link = undefined;
      this.parts.logger.error('The store is out of reach', error);
    });
  }

  private noteYielding(message: unknown): void {
    const parsed = parseServerMessage(message);
    if (parsed && 'yielding' in parsed) this.yieldedTo = parsed.yielding;
  }

  private async beCourteous(): Promise<void> {
    const newer = this.yieldedTo;
    this.yieldedTo = undefined;
    if (newer && isNewer(newer, this.parts.version)) await this.pause(courtesyMs);
  }

  /** Ends early when this is disposed; who waits looks at that next. */
  private async pause(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: this.stop.signal }).catch(() => undefined);
  }

  /** What changed while there was no link is not known. */
  private refresh(): void {
    this.changes.fire({ kind: 'projects' });
  }

  private checkOpen(): void {
    if (this.stop.signal.aborted) throw new EngineError('unavailable', 'Contox has been closed.');
  }
}
