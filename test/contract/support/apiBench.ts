import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../../src/base/clock';
import type { RateLimits } from '../../../src/engine/api/createApi';
import { type ApiServer, type ServerTimeouts, serveApi } from '../../../src/engine/api/server/serveApi';
import { createEngine } from '../../../src/engine/createEngine';
import type { Engine } from '../../../src/engine/engine';
import { analyzers } from '../../../src/engine/genesis/analyzers/index';
import { createGenesisWith } from '../../../src/engine/genesis/createGenesis';
import type { ScanRunner } from '../../../src/engine/genesis/work/jobs';
import { sign } from '../../../src/engine/signature';
import type { Database } from '../../../src/engine/storage/database';
import { migrations } from '../../../src/engine/storage/migrations/index';
import { migrate } from '../../../src/engine/storage/migrator';
import { openDatabase } from '../../../src/engine/storage/openDatabase';
import { version } from '../../../src/shared/version';
import { inProcess } from '../../integration/genesis/scanBench';

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
  private constructor(
    readonly engine: Engine & { dispose(): void },
    readonly server: ApiServer,
    private readonly db: Database,
    readonly clock: MovableClock,
    readonly logged: readonly string[],
    readonly folder: string,
    readonly key: string,
    readonly projectId: string,
    readonly secret: string,
  ) {}

  static async open(options: BenchOptions = {}): Promise<ApiBench> {
    const { limits = { contox: 1e9, spine: 1e9 }, openRunner = () => inProcess(analyzers) } = options;
    const db = await openDatabase(':memory:');
    migrate(db, migrations);
    const clock = new MovableClock();
    const logged: string[] = [];
    const logger = recorder(logged);
    const engine = createEngine({
      db,
      ports: { clock, logger, distDir: '', secrets: memorySecrets() },
      storeState: {
        state: {
          dataDir: '/data',
          role: 'owner',
          ownerPid: 1,
          schemaVersion: 1,
          sizeBytes: 0,
          durable: true,
          notices: [],
          lastBackupAt: null,
        },
        backUp: () => ({ path: '' }),
        onDidChange: () => ({ dispose: () => undefined }),
      },
      createGenesis: (parts) => createGenesisWith(parts, { openRunner }),
    });
    const { timeouts = {} } = options;
    const given = options.secret;
    const secrets = given === undefined ? {} : { getSigningSecrets: async () => ({ secrets: [given] }) };
    const server = await serveApi({ engine: { ...engine, ...secrets }, clock, logger, version, limits, timeouts });
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'contox-api-')));
    const { key } = await engine.createKey({ name: 'tests' });
    const { id } = await engine.createProject({ name: 'My SaaS App', localPath: folder });
    const { secret } = await engine.getHmacSecret({ projectId: id });
    return new ApiBench(engine, server, db, clock, logged, folder, key, id, secret);
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
    this.engine.dispose();
    this.db.close();
    rmSync(this.folder, { recursive: true, force: true });
    assert.deepEqual(
      this.logged.filter((line) => line.startsWith('error')),
      [],
    );
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

function memorySecrets() {
  const values = new Map<string, string>();
  return {
    get: async (name: string) => values.get(name),
    set: async (name: string, value: string) => void values.set(name, value),
  };
}

function recorder(lines: string[]) {
  const log = (level: string) => (message: string, cause?: unknown) =>
    void lines.push(`${level} ${message} ${cause instanceof Error ? cause.stack : String(cause ?? '')}`);
  return { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') };
}
