import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../../src/base/clock';
import type { RateLimits } from '../../../src/engine/api/createApi';
import { type ApiServer, type ServerTimeouts, serveApi } from '../../../src/engine/api/server/serveApi';
import type { Engine } from '../../../src/engine/engine';
import { analyzers } from '../../../src/engine/genesis/analyzers/index';
import { createGenesisWith } from '../../../src/engine/genesis/createGenesis';
import type { ScanRunner } from '../../../src/engine/genesis/work/jobs';
import { sign } from '../../../src/engine/signature';
import { version } from '../../../src/shared/version';
import { inProcess } from '../../integration/genesis/scanBench';
import { type MemoryEngine, memorySecrets, openMemoryEngine } from '../../support/memoryEngine';

export interface BenchOptions {
  readonly limits?: RateLimits;
  readonly timeouts?: Partial<ServerTimeouts>;
  readonly openRunner?: () => Promise<ScanRunner>;
  /** Instead of the one that the project has. */
  readonly secret?: string;
}

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
}

export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
}

/** Its hand is moved by tests; it starts at the real time, because clients sign with theirs. */
export class MovableClock implements Clock {
  aheadMs = 0;

  now(): number {
    return Date.now() + this.aheadMs;
  }
}

/** A server over a whole engine on a database in memory, with one project and the key of its owner. */
export class ApiBench {
  readonly engine: Engine;

  private constructor(
    private readonly memory: MemoryEngine,
    readonly server: ApiServer,
    readonly clock: MovableClock,
    readonly folder: string,
    readonly key: string,
    readonly projectId: string,
    readonly secret: string,
  ) {
    this.engine = memory.engine;
  }

  static async open(options: BenchOptions = {}): Promise<ApiBench> {
    const { limits = { contox: 1e9, spine: 1e9 }, openRunner = () => inProcess(analyzers) } = options;
    const clock = new MovableClock();
    const memory = await openMemoryEngine({
      ports: { clock, secrets: memorySecrets() },
      createGenesis: (parts) => createGenesisWith(parts, { openRunner }),
    });
    const { engine, logger } = memory;
    const { timeouts = {} } = options;
    const given = options.secret;
    const secrets = given === undefined ? {} : { getSigningSecrets: async () => ({ secrets: [given] }) };
    const server = await serveApi({ engine: { ...engine, ...secrets }, clock, logger, version, limits, timeouts });
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'contox-api-')));
    const { key } = await engine.createKey({ name: 'tests' });
    const { id } = await engine.createProject({ name: 'My SaaS App', localPath: folder });
    const { secret } = await engine.getHmacSecret({ projectId: id });
    return new ApiBench(memory, server, clock, folder, key, id, secret);
  }

  /** Sends a request as it is, without any credential. */
  async send({ method, path, headers = {}, body }: Sent): Promise<Received> {
    const response = await fetch(`${this.server.url}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parse(text) };
  }

  /** As the owner of everything, unless another key is given. */
  call(method: string, path: string, body?: unknown, key = this.key): Promise<Received> {
    const type: Record<string, string> = body === undefined ? {} : { 'Content-Type': 'application/json' };
    return this.send({ method, path, headers: { Authorization: `Bearer ${key}`, ...type }, body });
  }

  /** Signed for the project, with what is to differ from a right request. */
  signed(method: string, path: string, body?: unknown, but: Partial<Signing> = {}): Promise<Received> {
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
    return this.send({
      method,
      path,
      headers: { 'Content-Type': 'application/json', ...this.signature(text, but) },
      ...(text === '' ? {} : { body: text }),
    });
  }

  signature(body: string, but: Partial<Signing> = {}): Record<string, string> {
    const { projectId = this.projectId, secret = this.secret } = but;
    const timestamp = but.timestamp ?? Math.floor(this.clock.now() / 1000);
    return {
      'X-Contox-Project': projectId,
      'X-Contox-Timestamp': String(timestamp),
      'X-Contox-Signature': but.signature ?? sign(secret, timestamp, body),
    };
  }

  /** A member of the project with a key of their own. */
  async member(role: 'admin' | 'member', projectId = this.projectId): Promise<{ userId: string; key: string }> {
    const email = `${role}${Math.random().toString(36).slice(2)}@example.com`;
    const { userId } = await this.engine.addMember({ projectId, email, role });
    return { userId, key: (await this.engine.createKey({ name: role, userId })).key };
  }

  /** An error that was logged fails the test that closes the bench. */
  async close(): Promise<void> {
    await this.server.close();
    rmSync(this.folder, { recursive: true, force: true });
    this.memory.close();
  }
}

interface Signing {
  readonly projectId: string;
  readonly secret: string;
  readonly timestamp: number | string;
  readonly signature: string;
}

function parse(text: string): unknown {
  return text === '' ? undefined : JSON.parse(text);
}
