import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../command';

export interface ServeArguments {
  /** 0: any that is free. */
  readonly port: number;
  readonly dataDir: string | undefined;
  readonly printKey: boolean;
  /** Requests a minute for each credential, instead of the plan's. */
  readonly rateLimit: number | undefined;
  readonly plan: 'starter' | 'pro';
}

const options = {
  port: { type: 'string' },
  data: { type: 'string' },
  'print-key': { type: 'boolean' },
  'rate-limit': { type: 'string' },
  plan: { type: 'string' },
} as const;

export function parseServeArguments(args: readonly string[]): ServeArguments {
  const { values, positionals } = parse(args);
  if (positionals.length > 0) throw new UsageError(`${positionals.join(' ')} is not understood`);
  const { plan = 'starter' } = values;
  if (plan !== 'starter' && plan !== 'pro') throw new UsageError(`--plan takes starter or pro, not ${plan}`);
  return {
    port: parseNumber('--port', values.port, 0, 65_535) ?? 0,
    dataDir: values.data === undefined ? undefined : resolve(values.data),
    printKey: values['print-key'] ?? false,
    rateLimit: parseNumber('--rate-limit', values['rate-limit'], 1, 1_000_000_000),
    plan,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function parseNumber(flag: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most))
    throw new UsageError(`${flag} takes a number from ${least} to ${most}, not ${text}`);
  return value;
}
