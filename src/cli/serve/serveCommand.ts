import { systemClock } from '../../base/clock';
import { planLimits, type RateLimits } from '../../engine/api/createApi';
import { serveApi } from '../../engine/api/server/serveApi';
import { version } from '../../shared/version';
import type { CliCommand } from '../command';
import { stderrLogger } from '../openEngine';
import { openServed } from './openServed';
import { parseServeArguments, type ServeArguments } from './serveArguments';

const help = `Usage: contox serve [options]

Serves the API on this machine, at 127.0.0.1 and ::1 only. When it is ready it prints one line of JSON,
{"url", "pid"}, and runs until Ctrl+C or SIGTERM; what is in flight then is answered first.

Options:
  --port <n>        listen there (default: any free port)
  --data <folder>   use the memory of Contox there and not your own
  --print-key       make an API key and add it to the line as "key"; it is shown this once
  --rate-limit <n>  requests a minute for each credential (default: 200, and 60 for /v1)
  --plan <name>     starter (default) or pro, which allows 300 a minute for /v1
  --help            print this

Exit codes: 0 stopped, 1 it could not serve, 2 the command line is wrong.
`;

export const serveCommand: CliCommand = {
  name: 'serve',
  summary: 'serve the API on this machine',
  help,
  async run(args, streams) {
    const { port, dataDir, printKey, ...rates } = parseServeArguments(args);
    const engine = await openServed({ ...streams, dataDir });
    try {
      // Fails here, and not with the first request, where the store can't be read.
      await engine.getStoreState({});
      const logger = stderrLogger(streams.stderr);
      const server = await serveApi({ engine, clock: systemClock, logger, version, port, limits: limitsOf(rates) });
      const key = printKey ? (await engine.createKey({ name: 'contox serve' })).key : undefined;
      streams.stdout.write(`${JSON.stringify({ url: server.url, pid: process.pid, ...(key ? { key } : {}) })}\n`);
      await aborted(streams.signal);
      await server.close();
      return 0;
    } finally {
      await engine.dispose();
    }
  },
};

function limitsOf({ rateLimit, plan }: Pick<ServeArguments, 'rateLimit' | 'plan'>): RateLimits {
  return rateLimit === undefined ? planLimits[plan] : { contox: rateLimit, spine: rateLimit };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
