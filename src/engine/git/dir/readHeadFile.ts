import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type GitOptions, runGitText } from '../runGit';
import type { RepositoryLocation } from './locateRepository';

export interface HeadPosition {
  /** `null` when detached. */
  readonly branch: string | null;
  /** `null` before the first commit. */
  readonly commit: string | null;
}

const objectName = /^[0-9a-f]{40,64}$/;
/** A larger file of packed refs is asked of git instead. */
const maxPackedBytes = 20_000_000;

/** Where HEAD is, from files where they tell it, else from git (a symbolic ref to another one, the reftable format). */
export async function readHeadFile(place: RepositoryLocation, options: GitOptions): Promise<HeadPosition> {
  const head = readText(join(place.gitDir, 'HEAD'))?.trim() ?? '';
  if (objectName.test(head)) return { branch: null, commit: head };
  const ref = /^ref: (refs\/[^\0\r\n]+)$/.exec(head)?.[1];
  if (ref === undefined || usesTables(place)) return askGit(options);
  const loose = readText(join(place.commonDir, ref))?.trim();
  if (loose !== undefined && !objectName.test(loose)) return askGit(options);
  const commit = loose ?? findPacked(place.commonDir, ref);
  if (commit === 'unknown') return askGit(options);
  return { branch: ref.replace(/^refs\/heads\//, ''), commit };
}

/** Whether refs and reflogs are in the binary format that only git itself reads. */
export function usesTables(place: RepositoryLocation): boolean {
  return statSync(join(place.commonDir, 'reftable'), { throwIfNoEntry: false })?.isDirectory() === true;
}

function findPacked(commonDir: string, ref: string): string | null {
  const path = join(commonDir, 'packed-refs');
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return null;
  if (stats.size > maxPackedBytes) return 'unknown';
  const text = readText(path) ?? '';
  const at = text.indexOf(` ${ref}\n`);
  return at < 40 ? null : text.slice(text.lastIndexOf('\n', at) + 1, at);
}

async function askGit(options: GitOptions): Promise<HeadPosition> {
  const [branch, commit] = await Promise.all([
    ask(['symbolic-ref', '--quiet', 'HEAD'], options),
    ask(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], options),
  ]);
  return { branch: branch?.replace(/^refs\/heads\//, '') ?? null, commit: commit ?? null };
}

/** `undefined` where git says no. */
async function ask(args: readonly string[], options: GitOptions): Promise<string | undefined> {
  try {
    return (await runGitText(args, options)).trim() || undefined;
  } catch {
    return undefined;
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
