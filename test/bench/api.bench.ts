import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { sign } from '../../src/engine/signature';
import { buildProgram, ServeProcess } from '../contract/support/serveProcess';
import { median } from './measure';

export interface ApiRow {
  readonly what: string;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Time of the processor that the server took for each, whatever else the machine does; in steps of 10 ms in all. */
  readonly cpuMs?: number;
  /** Resident memory of the server after it. */
  readonly memoryMb?: number;
}

const connections = 16;

/** How fast `contox serve` answers, over real sockets, with the load in this process and the server in another. */
export async function run(scale = 1): Promise<ApiRow[]> {
  const base = mkdtempSync(join(tmpdir(), 'contox-api-bench-'));
  const dist = join(base, 'dist');
  try {
    await buildProgram(dist);
    const flags = ['--data', join(base, 'data'), '--print-key', '--rate-limit', '100000000'];
    const server = await ServeProcess.start(dist, ...flags);
    const load = await Load.open(server);
    const rows = await measure(load, scale);
    await server.stop();
    return rows;
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

async function measure(load: Load, scale: number): Promise<ApiRow[]> {
  const count = (full: number): number => Math.max(10, Math.round(full * scale));
  await load.measure('warm-up', count(2_000), load.ingest);
  const rows = [
    await load.measure(`ingest, durable, ${connections} connections`, count(10_000), load.ingest),
    await load.measure('GET one project', count(5_000), () => load.get(`/api/projects/${load.projectId}`)),
  ];
  for (let filled = 0; filled < count(100_000); filled += 1_000) await load.measure('', 1_000, load.ingest);
  rows.push(
    await load.measure('ingest, 100,000 events later', count(10_000), load.ingest),
    await load.measure('a page of 100 events', count(500), () => load.get(load.events(''))),
    await load.measure('a page of 100 events, by type', count(500), () =>
      load.get(load.events('&event_type=session.*')),
    ),
    await load.measure('a page of 100 sessions', count(500), () =>
      load.get(`/api/v2/sessions?projectId=${load.projectId}`),
    ),
  );
  for (let page = 0; page < count(10_000) / 1_000; page++) await load.populate(page, 1_000);
  const tree = (): Promise<void> => load.get(`/api/contexts/tree?projectId=${load.projectId}`);
  const change = (): Promise<void> => load.populate(0, 1);
  rows.push(
    await load.measure('tree of 10,000 contexts, after a change', 10, tree, 1, change),
    await load.measure('tree of 10,000 contexts, unchanged', 20, tree, 1),
    await load.measure('populate of 1,000 nodes', 5, (index) => load.populate(100 + index, 1_000), 1),
    ...(await measureReading(load, count)),
  );
  return rows;
}

/** What an agent reads at the beginning, and while it works. */
async function measureReading(load: Load, count: (full: number) => number): Promise<ApiRow[]> {
  const find = (words: string): Promise<void> =>
    load.get(`/api/v2/search?projectId=${load.projectId}&q=${encodeURIComponent(words)}&limit=20`);
  const brain = (): Promise<void> => load.get(`/api/v2/brain?projectId=${load.projectId}`);
  return [
    await load.measure('first search right after the load, not all of it indexed', 1, () => find('node 17'), 1),
    await load.measure('search for a number', count(200), (index) => find(`"node ${index}"`), 1),
    await load.measure('search for words that are everywhere', count(50), () => find('added middleware'), 1),
    await load.measure('brain, after a change', 10, brain, 1, () => load.ingest()),
    await load.measure('brain, unchanged', count(200), brain, 1),
  ];
}

const nothing = async (): Promise<void> => undefined;

class Load {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: connections });
  private sent = 0;

  private constructor(
    private readonly server: ServeProcess,
    readonly projectId: string,
    private readonly secret: string,
  ) {}

  static async open(server: ServeProcess): Promise<Load> {
    const { id } = await server.call<{ id: string }>('POST', '/api/projects', { name: 'Bench' });
    const { secret } = await server.call<{ secret: string }>('GET', `/api/projects/${id}/hmac-secret`);
    return new Load(server, id, secret);
  }

  readonly ingest = (): Promise<void> => {
    const payload = {
      summary: `Change ${this.sent++}`,
      changes: [{ category: 'implementation', title: 'A middleware', content: `Added in src/${this.sent}.ts` }],
    };
    const body = JSON.stringify({ event: 'session_save', payload });
    const timestamp = Math.floor(Date.now() / 1000);
    return this.send('POST', '/api/v2/ingest', body, {
      'X-Contox-Project': this.projectId,
      'X-Contox-Timestamp': String(timestamp),
      'X-Contox-Signature': sign(this.secret, timestamp, body),
    });
  };

  get(path: string): Promise<void> {
    return this.send('GET', path, '', { Authorization: `Bearer ${this.server.key}` });
  }

  events(filter: string): string {
    return `/v1/events?projectId=${this.projectId}${filter}`;
  }

  populate(page: number, count: number): Promise<void> {
    const nodes = Array.from({ length: count }, (_, index) => ({
      schemaKey: `root/bench/p${page}/n${index}`,
      name: `Node ${index}`,
      content: `Content ${page} ${index} ${count === 1 ? this.sent++ : ''}`,
    }));
    const body = JSON.stringify({ projectId: this.projectId, source: 'bench', nodes });
    return this.send('POST', '/api/contexts/populate', body, { Authorization: `Bearer ${this.server.key}` });
  }

  async measure(
    what: string,
    count: number,
    one: (index: number) => Promise<void>,
    lanes = connections,
    /** Not part of what is measured. */
    before: () => Promise<void> = nothing,
  ): Promise<ApiRow> {
    const times: number[] = [];
    let next = 0;
    const cpuBefore = cpuMs(this.server.pid);
    const lane = async (): Promise<void> => {
      while (next < count) {
        const index = next++;
        await before();
        const startedAt = performance.now();
        await one(index);
        times.push(performance.now() - startedAt);
      }
    };
    const begunAt = performance.now();
    await Promise.all(Array.from({ length: lanes }, lane));
    // What was not measured is left out; with several lanes there is none.
    const seconds = (lanes === 1 ? times.reduce((sum, time) => sum + time, 0) : performance.now() - begunAt) / 1000;
    times.sort((a, b) => a - b);
    const p95Ms = times[Math.floor(times.length * 0.95)] ?? 0;
    const memory = residentMb(this.server.pid);
    const cpu = cpuMs(this.server.pid);
    // What is done before each is work of the server, too, and can't be told from what is measured.
    const known = cpu !== undefined && cpuBefore !== undefined && before === nothing;
    return {
      what,
      perSecond: count / seconds,
      p50Ms: median(times),
      p95Ms,
      ...(known ? { cpuMs: (cpu - cpuBefore) / count } : {}),
      ...(memory === undefined ? {} : { memoryMb: memory }),
    };
  }

  private send(method: string, path: string, body: string, headers: Record<string, string>): Promise<void> {
    const type =
      body === '' ? {} : { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(body)) };
    return new Promise((resolve, reject) => {
      const receive = (response: IncomingMessage): void => {
        const { statusCode = 0 } = response;
        response.resume();
        response.on('end', () =>
          statusCode < 300 ? resolve() : reject(new Error(`${method} ${path}: ${statusCode}`)),
        );
      };
      const sent = request(
        `${this.server.url}${path}`,
        { method, agent: this.agent, headers: { ...headers, ...type } },
        receive,
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }
}

function residentMb(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const [, pages] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
  return (Number(pages) * 4096) / 1_000_000;
}

/** User and system time so far, in ticks of 10 ms. */
function cpuMs(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const fields = (readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1] ?? '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
