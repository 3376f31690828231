import { randomBytes } from 'node:crypto';
import { rmSync, utimesSync } from 'node:fs';
import type { Disposable } from '../../base/disposable';
import type { Logger } from '../../base/logger';
import type { Engine, EngineChange } from '../engine';
import { currentPlace } from '../storage/owner/place';
import { createSocketAddress, removeStaleSocket } from '../storage/owner/socketAddress';
import { heartbeatMs, readOwnerFile, touchOwnerFile, writeOwnerFile } from '../storage/ownerFile';
import type { Store } from '../storage/store';
import { storeFiles } from '../storage/storeFiles';
import type { ProgramVersion } from './answers';
import { DirectLink } from './directLink';
import { serveEngine } from './serveEngine';
import { SocketServer } from './socketServer';

/** What the host makes on a store; disposed before the store is closed. */
export type OwnedEngine = Engine & { dispose(): void | Promise<void> };

interface Parts {
  readonly store: Store;
  readonly engine: OwnedEngine;
  readonly version: ProgramVersion;
  readonly logger: Logger;
  readonly onChange: (change: EngineChange) => void;
  readonly onNewer: (version: ProgramVersion) => void;
}

/** The store while this process is its owner: the engine on it, and the socket by which others reach that. */
export class OwnedStore {
  readonly link: DirectLink;
  private readonly ownerFile: string;
  private readonly heartbeat: NodeJS.Timeout;
  private readonly subscription: Disposable;
  private address = '';

  private constructor(
    private readonly parts: Parts,
    private server: SocketServer | undefined,
  ) {
    this.ownerFile = storeFiles(parts.store.dataDir).owner;
    this.link = new DirectLink(parts.engine);
    this.subscription = parts.engine.onDidChange(parts.onChange);
    this.heartbeat = setInterval(() => void this.beat(), heartbeatMs);
    this.heartbeat.unref();
  }

  /** Resolves when other processes can connect. Closes the store where that fails. */
  static async open(parts: Parts): Promise<OwnedStore> {
    const owned = new OwnedStore(parts, undefined);
    try {
      await owned.listen();
      return owned;
    } catch (error) {
      await owned.close();
      throw error;
    }
  }

  /** Carries out what was accepted, answers it, and gives the store free. `newer` is told to those who are connected. */
  async close(newer?: ProgramVersion): Promise<void> {
    this.link.close();
    clearInterval(this.heartbeat);
    try {
      if (newer) this.server?.broadcast({ yielding: newer });
      await this.parts.engine.dispose();
      // The answers of the last calls are sent when their promises have run.
      await new Promise((resolve) => setImmediate(resolve));
      await this.server?.close();
    } finally {
      this.subscription.dispose();
      rmSync(this.ownerFile, { force: true });
      this.parts.store.close();
    }
  }

  private async listen(): Promise<void> {
    const { engine, version, logger, onNewer } = this.parts;
    const { link } = this;
    const previous = readOwnerFile(this.ownerFile);
    if (previous) removeStaleSocket(previous.address);
    const token = randomBytes(24).toString('base64url');
    this.address = createSocketAddress();
    this.server = await SocketServer.listen({
      address: this.address,
      token,
      version,
      logger,
      onClient: (channel) => serveEngine({ link, onDidChange: engine.onDidChange }, channel, logger),
      onNewer,
    });
    const startedAt = new Date().toISOString();
    const { address } = this;
    writeOwnerFile(this.ownerFile, { ...currentPlace(), pid: process.pid, startedAt, ...version, address, token });
  }

  /**
   * Runs every ten seconds by itself: says that the owner is alive, keeps those who clean temporary folders away from the
   * socket, and makes a new one where they were quicker.
   */
  async beat(): Promise<void> {
    try {
      touchOwnerFile(this.ownerFile);
      const now = new Date();
      if (process.platform !== 'win32') utimesSync(this.address, now, now);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.parts.logger.warn(`The store is announced anew: ${why}`);
      await this.announceAgain();
    }
  }

  private async announceAgain(): Promise<void> {
    try {
      // Clients that are connected lose nothing by it: they find the new socket and repeat what has no answer yet.
      await this.server?.close();
      await this.listen();
    } catch (error) {
      this.parts.logger.error('Other processes can no longer reach the store', error);
    }
  }
}
