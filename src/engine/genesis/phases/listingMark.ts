import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { FileTree } from '../listing/fileTree';
import { packJson, unpackJson } from '../scans/blobs';
import type { ScanRequest, ScanTools } from './scanRequest';
import { trustedStamp } from './trustedStamp';

/** Name of the mark among what the cache keeps of earlier scans. */
export const listingMarkName = 'scan.listing';

/** What a scan listed, in one number: the same list under the same question leads to the same facts. */
export interface ListingMark {
  readonly listing: string;
  /** Digest of the facts that followed. */
  readonly facts: string;
  /** How many files were chosen. */
  readonly files: number;
}

/** Changes with the program that lists and chooses, which need not change with the one that extracts. */
export function programMark(): string {
  const { size, mtimeMs } = statSync(__filename);
  return `${size}:${mtimeMs}`;
}

/**
 * Digest of the listing and of all that is asked of it; absent where a stamp can't be trusted, or where contents come from
 * elsewhere. Equal ones mean that no file changed, came or went, so that nothing has to be looked for.
 */
export function digestOfListing(
  tree: FileTree,
  listedAt: number,
  request: ScanRequest,
  { runner }: Pick<ScanTools, 'runner'>,
): string | undefined {
  if (tree.source.kind !== 'folder') return undefined;
  const { name, maxFiles, securityAudit } = request;
  const { branch, commit, problems } = tree;
  const hash = createHash('sha1');
  hash.update(
    JSON.stringify([programMark(), runner.fingerprint, name, maxFiles, securityAudit, branch, commit, problems]),
  );
  const states: string[] = [];
  for (const file of tree.files) {
    const state = file.skipped ?? trustedStamp(file, listedAt);
    if (state === undefined) return undefined;
    states.push(`${file.path}\0${state}\n`);
  }
  return hash.update(states.join('')).digest('hex');
}

export function readListingMark({ cache }: Pick<ScanTools, 'cache'>): ListingMark | undefined {
  const packed = cache.readConclusion(listingMarkName);
  try {
    return packed && unpackJson<ListingMark>(packed);
  } catch {
    return undefined;
  }
}

export function packListingMark(mark: ListingMark): ReadonlyMap<string, Uint8Array> {
  return new Map([[listingMarkName, packJson(mark)]]);
}
