import { readdirSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EngineError } from '../../../base/engineError';
import { nextTurn } from '../../../base/nextTurn';
import type { FoundRepository } from '../../../shared/capture';
import {
  linkedWorkTrees,
  locateAround,
  locateRepository,
  type RepositoryLocation,
} from '../../git/dir/locateRepository';

/** Deeper folders, and more of them, are those of a home directory or of a package manager. */
const maxDepth = 8;
const maxFolders = 4_000;

/** Folders that programs fill: what is cloned there is nobody's work. */
const filledByPrograms: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  '.cache',
  '.npm',
  '.pnpm-store',
  '.yarn',
  '.venv',
  '.tox',
  '.gradle',
  '.m2',
  '.cargo',
  '.rustup',
  '.terraform',
  '.next',
  '.nuxt',
  '.build',
  '.dart_tool',
  '.pub-cache',
  '__pycache__',
  'node_modules',
  'bower_components',
  'site-packages',
  'Pods',
  'Carthage',
  'DerivedData',
  'target',
  'venv',
]);

/**
 * The repositories of a folder: the one around it, those in it, and all work trees of each. Told from files, without
 * starting git. Rejects with `notFound` where there is no such folder.
 */
export async function findRepositories(folder: string, signal?: AbortSignal): Promise<FoundRepository[]> {
  const top = resolve(folder);
  if (statSync(top, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new EngineError('notFound', `The folder ${folder} does not exist.`);
  const found = new Map<string, RepositoryLocation>();
  const add = (place: RepositoryLocation | undefined): void => {
    if (place === undefined || found.has(place.gitDir)) return;
    found.set(place.gitDir, place);
    for (const other of linkedWorkTrees(place.commonDir, workTreeNames(place.commonDir))) add(other);
  };
  add(locateAround(top));
  for await (const nested of walk(top, signal)) add(locateRepository(nested));
  return [...found.values()].map(toFound);
}

function toFound(place: RepositoryLocation): FoundRepository {
  const { root, kind, gitDir, commonDir } = place;
  const watch = [
    join(gitDir, 'logs', 'HEAD'),
    join(gitDir, 'HEAD'),
    join(commonDir, 'packed-refs'),
    join(commonDir, 'refs', 'heads'),
    join(commonDir, 'reftable'),
    join(commonDir, 'worktrees'),
  ];
  return { root, kind, watch };
}

/** Folders that are repositories, nearest first. Links are not followed. */
async function* walk(top: string, signal: AbortSignal | undefined): AsyncIterable<string> {
  let level = [top];
  let seen = 0;
  for (let depth = 0; depth < maxDepth && level.length > 0; depth++) {
    const next: string[] = [];
    for (const folder of level) {
      if (++seen > maxFolders) return;
      if (seen % 50 === 0) await nextTurn(signal);
      const entries = await entriesOf(folder);
      const names = new Set(entries.map((entry) => entry.name));
      if (folder !== top && (names.has('.git') || isBare(names))) yield folder;
      if (isBare(names)) continue;
      for (const entry of entries)
        if (entry.isDirectory() && !filledByPrograms.has(entry.name)) next.push(join(folder, entry.name));
    }
    level = next;
  }
}

const isBare = (names: ReadonlySet<string>): boolean =>
  names.has('HEAD') && names.has('objects') && names.has('refs') && !names.has('.git');

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    // It vanished meanwhile, or may not be read.
    return [];
  }
}

function workTreeNames(commonDir: string): string[] {
  try {
    return readdirSync(join(commonDir, 'worktrees'));
  } catch {
    return [];
  }
}
