import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readObjects } from '../../git/readObjects';
import { type Choice, chooseFiles } from '../listing/chooseFiles';
import type { FileTree } from '../listing/fileTree';
import { type Attributes, parseGitAttributes } from '../listing/gitAttributes';
import { listFiles } from '../listing/listFiles';
import type { GitFacts } from '../scanModel';
import { type GitPlace, readGitFacts } from './gitFacts';
import { digestOfListing, type ListingMark, readListingMark } from './listingMark';
import type { ScanRequest, ScanTools } from './scanRequest';
import { readToldRoles } from './toldRoles';

export interface FetchedTree {
  readonly tree: FileTree;
  readonly choice: Choice;
  /** Instant (ms) before the first file was stamped. */
  readonly listedAt: number;
  /** What git knows; asked for at the first call, since an unchanged scan needs none of it. */
  readonly git: () => Promise<GitFacts | undefined>;
  /** Of the listing; absent where it can't be told apart from another one. */
  readonly listing?: string | undefined;
}

/** A listing that an earlier scan had just so: what followed from it is at hand. */
export interface KnownTree {
  readonly mark: ListingMark;
}

/** Lists the files and chooses those to read, unless `isKnown` says that the facts of this listing led to what is there. */
export async function fetchTree(
  request: ScanRequest,
  tools: ScanTools,
  isKnown: (facts: string) => boolean,
): Promise<FetchedTree | KnownTree> {
  const listedAt = Date.now();
  const { root, branch, commit } = request;
  const tree = await listFiles({ root, branch, commit, signal: tools.signal });
  const { files } = tree;
  const listing = digestOfListing(tree, listedAt, request, tools);
  const mark = listing === undefined ? undefined : readListingMark(tools);
  if (mark !== undefined && mark.listing === listing && isKnown(mark.facts)) {
    tools.progress.step(1, { branch: tree.branch, commit: tree.commit, filesTotal: mark.files });
    return { mark };
  }
  tools.cache.prepare?.();
  // A worker takes as long to start as the rest of this phase takes.
  const newsSince = tools.cache.lastAddedAt();
  if (files.some((file) => file.changedAt > newsSince)) tools.runner.prepare?.(1);
  tools.progress.step(0.5, { branch: tree.branch, commit: tree.commit });
  // It outlives the list of the files, which is long.
  const place: GitPlace = { root, branch: tree.branch, commit: tree.commit };
  const git = once(() => readGitFacts(place, tools));
  const changeCounts = tree.files.length > request.maxFiles ? countChanges(await git()) : new Map<string, number>();
  const attributes = await readAttributes(tree);
  const told = await readToldRoles(tree, listedAt, tools);
  const known = await tools.cache.lastKnown?.();
  const options = { maxFiles: request.maxFiles, attributes, changeCounts, told, known, signal: tools.signal };
  const choice = await chooseFiles(tree, options);
  tools.progress.step(1, { filesTotal: choice.chosen.length });
  return { tree, choice, listedAt, git, listing };
}

function countChanges(git: GitFacts | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const commit of git?.commits ?? [])
    for (const path of commit.files) counts.set(path, (counts.get(path) ?? 0) + 1);
  return counts;
}

const attributesPath = '.gitattributes';
const maxAttributesBytes = 200_000;

async function readAttributes(tree: FileTree): Promise<Attributes> {
  const file = tree.files.find((candidate) => candidate.path === attributesPath);
  if (file === undefined || file.skipped !== undefined || file.bytes > maxAttributesBytes)
    return parseGitAttributes('');
  const { kind, root } = tree.source;
  try {
    if (kind === 'folder') return parseGitAttributes(readFileSync(join(root, attributesPath), 'utf8'));
    return parseGitAttributes((await readObjects([file.hash], { cwd: root })).get(file.hash)?.toString('utf8') ?? '');
  } catch {
    return parseGitAttributes('');
  }
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}
