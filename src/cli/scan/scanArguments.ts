import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../command';

export interface ScanArguments {
  /** Absolute. */
  readonly folder: string;
  readonly json: boolean;
  readonly selective: boolean;
  readonly securityAudit: boolean;
  readonly branch: string | undefined;
  readonly maxFiles: number | undefined;
  /** Branch, tag or commit that the result is compared with. */
  readonly diff: string | undefined;
  /** Absolute: where to write the findings as SARIF. */
  readonly sarif: string | undefined;
  /** Absolute: where to write the dependencies as CycloneDX. */
  readonly sbom: string | undefined;
  readonly baseline: 'write' | 'check' | undefined;
  readonly dataDir: string | undefined;
}

const options = {
  json: { type: 'boolean' },
  'no-json': { type: 'boolean' },
  selective: { type: 'boolean' },
  'no-security': { type: 'boolean' },
  branch: { type: 'string' },
  'max-files': { type: 'string' },
  diff: { type: 'string' },
  sarif: { type: 'string' },
  sbom: { type: 'string' },
  baseline: { type: 'string' },
  data: { type: 'string' },
} as const;

const mostFiles = 5_000;

/** Throws `UsageError`. */
export function parseScanArguments(args: readonly string[]): ScanArguments {
  const { values, positionals } = parse(args);
  const [folder, ...others] = positionals;
  if (folder === undefined) throw new UsageError('which folder? Try: contox scan .');
  if (others.length > 0) throw new UsageError(`one folder at a time; what is ${others[0]}?`);
  if (values.json === true && values['no-json'] === true) throw new UsageError('--json or --no-json, not both');
  const path = resolve(folder);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new UsageError(`${path} is not a folder`);
  return {
    folder: path,
    json: values.json ?? false,
    selective: values.selective ?? false,
    securityAudit: values['no-security'] !== true,
    branch: values.branch,
    maxFiles: parseCount(values['max-files']),
    diff: values.diff,
    sarif: values.sarif === undefined ? undefined : resolve(values.sarif),
    sbom: values.sbom === undefined ? undefined : resolve(values.sbom),
    baseline: parseBaseline(values.baseline),
    dataDir: values.data === undefined ? undefined : resolve(values.data),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function parseBaseline(text: string | undefined): 'write' | 'check' | undefined {
  if (text === undefined || text === 'write' || text === 'check') return text;
  throw new UsageError(`--baseline takes write or check, not ${text}`);
}

function parseCount(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > mostFiles)
    throw new UsageError(`--max-files takes a number from 1 to ${mostFiles}, not ${text}`);
  return count;
}
