import { createHash } from 'node:crypto';
import { nextTurn } from '../../../base/nextTurn';
import { secretRedactor } from '../../redact/redactor';
import { roleOf } from '../languages/roleOf';
import type { FileTree, ListedFile } from '../listing/fileTree';
import { headsToRead } from '../roles/copies';
import { judgeRoles } from '../roles/judgeRoles';
import { longestFiles } from '../roles/longFiles';
import { isRoleManifest, sayingOf } from '../roles/manifestReaders';
import type { Saying } from '../roles/project';
import { noticeBytes } from '../roles/readers/notice';
import { type Told, ToldRoles } from '../roles/toldRoles';
import { packJson, unpackJson } from '../scans/blobs';
import { openContents } from '../work/readContent';
import { redactJson } from '../work/redactJson';
import { programMark } from './listingMark';
import type { ScanTools } from './scanRequest';
import { trustedStamp } from './trustedStamp';

/** Name of what manifests say among what the cache keeps of earlier scans. */
export const sayingsName = 'roles.sayings';

/** Name of what follows from the sayings. */
export const rolesName = 'roles.told';

interface KeptRoles {
  /** Digest of the paths and the sayings. */
  readonly follows: string;
  readonly told: readonly (readonly [place: string, role: Told | null])[];
}

/** A repository with more of them is a collection of examples. */
const mostManifests = 3_000;
const maxManifestBytes = 300_000;
/** Copies are often the longest files. */
const maxCopyBytes = 1_500_000;
/** So many are read before the thread does something else: some milliseconds. */
const slice = 50;

/** What one manifest said when it had this stamp (of a file) or hash (of an object). */
type Kept = readonly [path: string, state: string, saying: Saying];

/** What manifests tell of the files' roles. Only those that changed since the last scan are read. */
export async function readToldRoles(tree: FileTree, listedAt: number, tools: ScanTools): Promise<ToldRoles> {
  const heads = new Set(
    headsToRead(
      tree.files.map((file) => file.path),
      longestFiles(tree.files),
    ),
  );
  const manifests = [
    ...tree.files.filter(isManifest).slice(0, mostManifests),
    ...tree.files.filter((file) => heads.has(file.path) && file.skipped === undefined && file.bytes <= maxCopyBytes),
  ];
  const known = knownSayings(tools);
  const sayings = new Map<string, Saying>();
  const news: ListedFile[] = [];
  for (const file of manifests) {
    const saying = known.get(`${file.path}\n${file.hash || file.stamp}`);
    if (saying === undefined) news.push(file);
    else sayings.set(file.path, saying);
  }
  for (let start = 0; start < news.length; start += slice) {
    if (start > 0) await nextTurn(tools.signal);
    const files = news.slice(start, start + slice);
    const wanted = ({ path }: { readonly path: string }): number =>
      isRoleManifest(path) ? Number.POSITIVE_INFINITY : noticeBytes;
    const read = await openContents(tree.source, files, wanted);
    const said = files.flatMap((file): [string, Saying][] => {
      const content = read(file);
      return 'bytes' in content ? [[file.path, sayingOf(file.path, content.bytes.toString('utf8'))]] : [];
    });
    // What is kept and what is answered is the same text, redacted.
    const clean = JSON.parse(redactJson(JSON.stringify(said), secretRedactor)) as [string, Saying][];
    for (const [path, saying] of clean) sayings.set(path, saying);
  }
  if (news.length > 0 || known.size !== sayings.size) await keep(manifests, sayings, listedAt, tools);
  return judged(
    tree.files.map((file) => file.path),
    sayings,
    tools,
  );
}

/** What all of them together tell, kept for as long as neither they nor the names of the files change. */
async function judged(
  paths: readonly string[],
  sayings: ReadonlyMap<string, Saying>,
  { cache }: ScanTools,
): Promise<ToldRoles> {
  const follows = createHash('sha1')
    .update(programMark())
    .update(paths.join('\0'))
    .update(JSON.stringify([...sayings]))
    .digest('hex');
  const packed = cache.readConclusion(rolesName);
  const known = packed === undefined ? undefined : unpacked<KeptRoles>(packed);
  if (known?.follows === follows)
    return new ToldRoles(new Map(known.told.map(([place, role]) => [place, role ?? undefined])));
  const roles = judgeRoles(paths, sayings);
  const told = [...roles.entries].map(([place, role]) => [place, role ?? null] as const);
  await cache.keepConclusions(new Map([[rolesName, packJson({ follows, told } satisfies KeptRoles)]]));
  return roles;
}

/** Nothing where it can't be read. */
function unpacked<T>(packed: Uint8Array): T | undefined {
  try {
    return unpackJson<T>(packed);
  } catch {
    return undefined;
  }
}

function isManifest({ path, bytes, skipped }: ListedFile): boolean {
  if (!isRoleManifest(path) || skipped !== undefined || bytes > maxManifestBytes) return false;
  const role = roleOf(path);
  return role !== 'vendored' && role !== 'generated' && role !== 'fixture';
}

/** By path and state; what can't be read is read from the manifests anew. */
function knownSayings({ cache }: ScanTools): Map<string, Saying> {
  const packed = cache.readConclusion(sayingsName);
  const kept = packed === undefined ? undefined : unpacked<readonly Kept[]>(packed);
  return new Map(kept?.map(([path, state, saying]) => [`${path}\n${state}`, saying]));
}

async function keep(
  manifests: readonly ListedFile[],
  sayings: ReadonlyMap<string, Saying>,
  listedAt: number,
  tools: ScanTools,
): Promise<void> {
  const kept = manifests.flatMap((file): Kept[] => {
    const saying = sayings.get(file.path);
    const state = file.hash || trustedStamp(file, listedAt);
    return saying === undefined || state === undefined ? [] : [[file.path, state, saying]];
  });
  await tools.cache.keepConclusions(new Map([[sayingsName, packJson(kept)]]));
}
