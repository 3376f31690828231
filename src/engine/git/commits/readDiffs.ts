import { isEngineError } from '../../../base/engineError';
import { type GitOptions, runGit } from '../runGit';
import { type FilePatch, parsePatch } from './parsePatch';

export interface DiffRequest {
  readonly sha: string;
  /** Files and changed lines, as far as they are known: they tell how much may come. */
  readonly files: number;
  readonly lines: number;
  /** Of a large commit only these are read. */
  readonly paths: readonly string[];
}

export interface Diff {
  readonly patches: readonly FilePatch[];
  /** Whether this is all that the commit changes. */
  readonly whole: boolean;
}

const lightFiles = 100;
const lightLines = 3_000;
const batchSize = 50;
const batchBytes = 16_000_000;
const singleBytes = 2_000_000;
/** A command line may be no longer than about 32,000 characters on Windows. */
const maxPathCharacters = 8_000;

const args = ['diff-tree', '--root', '-r', '-p', '--cc', '-M', '-C', '-l500', '--full-index'];
const plain = ['--no-ext-diff', '--no-textconv', '--no-color', '--src-prefix=a/', '--dst-prefix=b/', '--no-relative'];

/** What commits change, as text; of a merge, what it changes against all of its parents. Commits that are missing are left out. */
export async function readDiffs(requests: readonly DiffRequest[], options: GitOptions): Promise<Map<string, Diff>> {
  const diffs = new Map<string, Diff>();
  const light = requests.filter(({ files, lines }) => files <= lightFiles && lines <= lightLines);
  for (let at = 0; at < light.length; at += batchSize) {
    const shas = light.slice(at, at + batchSize).map(({ sha }) => sha);
    for (const [sha, diff] of await readTogether(shas, options)) diffs.set(sha, diff);
  }
  for (const request of requests) {
    if (diffs.has(request.sha)) continue;
    const diff = await readAlone(request, options);
    if (diff !== undefined) diffs.set(request.sha, diff);
  }
  return diffs;
}

async function readTogether(shas: readonly string[], options: GitOptions): Promise<Map<string, Diff>> {
  const input = `${shas.join('\n')}\n`;
  const output = await orNothing(
    runGit([...args, ...plain, '--stdin', '--always', '--format=%x00%H'], { ...options, input, maxBytes: batchBytes }),
  );
  if (output === undefined || output.length >= batchBytes) return new Map();
  const text = output.toString('latin1');
  const starts = shas.map((sha) => ({ sha, at: text.indexOf(`\0${sha}\n`) })).filter(({ at }) => at >= 0);
  starts.sort((a, b) => a.at - b.at);
  return new Map(
    starts.map(({ sha, at }, index) => [
      sha,
      { patches: parsePatch(text.slice(at + sha.length + 2, starts[index + 1]?.at)), whole: true },
    ]),
  );
}

async function readAlone({ sha, files, paths }: DiffRequest, options: GitOptions): Promise<Diff | undefined> {
  let characters = 0;
  const chosen = paths.filter((path) => {
    characters += path.length + 3;
    return characters <= maxPathCharacters;
  });
  const all = [...args, ...plain, '--no-commit-id', sha, ...(chosen.length === 0 ? [] : ['--', ...chosen])];
  const output = await orNothing(runGit(all, { ...options, maxBytes: singleBytes }));
  if (output === undefined) return undefined;
  const cut = output.length >= singleBytes;
  const patches = parsePatch(output.toString('latin1'));
  if (!cut) return { patches, whole: chosen.length === 0 || files <= chosen.length };
  // The last hunk may be a part of itself.
  const last = patches.at(-1);
  const rest = last === undefined ? [] : [{ ...last, hunks: last.hunks.slice(0, -1) }];
  return { patches: [...patches.slice(0, -1), ...rest], whole: false };
}

/** What lies between two commits, if it is of a size that somebody writes. */
export async function readDiffBetween(from: string, to: string, options: GitOptions): Promise<Diff | undefined> {
  const output = await orNothing(runGit([...args, ...plain, from, to], { ...options, maxBytes: singleBytes }));
  if (output === undefined || output.length >= singleBytes) return undefined;
  return { patches: parsePatch(output.toString('latin1')), whole: true };
}

/** Objects may be missing in a partial clone: then nothing is known of the text. */
async function orNothing(output: Promise<Buffer>): Promise<Buffer | undefined> {
  try {
    return await output;
  } catch (error) {
    if (isEngineError(error, 'cancelled') || !isEngineError(error) || error.data?.['reason'] === 'no-git') throw error;
    return undefined;
  }
}
