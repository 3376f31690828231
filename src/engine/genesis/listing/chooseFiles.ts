import { nextTurn } from '../../../base/nextTurn';
import type { SkipReason } from '../../../shared/genesis';
import type { FileDescription } from '../extractor';
import { isLibraryFile } from '../languages/copiedLibraries';
import { describeFile } from '../languages/describeFile';
import type { ToldRoles } from '../roles/toldRoles';
import type { FileRole } from '../sourceFile';
import { manifestPattern } from './data/nameRules';
import { changeScore, depthCost, furtherLanguages, rankRules, roleScores } from './data/rankRules';
import type { FileTree, ListedFile } from './fileTree';
import type { Attributes } from './gitAttributes';
import { createNameJudge } from './skipReason';
import { isSureOnly } from './sureOnly';

export interface ChosenFile extends FileDescription {
  readonly listed: ListedFile;
  /** The role by what manifests tell; absent where the path tells the same. */
  readonly told?: FileRole;
  /** The role may be the one that its content told, when it was looked at before. */
  readonly seen?: true;
}

interface LeftOutFile extends ChosenFile {
  readonly reason: SkipReason;
}

export interface Choice {
  /** In the order of the paths. */
  readonly chosen: readonly ChosenFile[];
  readonly leftOut: readonly LeftOutFile[];
}

export interface ChoiceOptions {
  readonly maxFiles: number;
  readonly attributes: Attributes;
  /** How often each file changed lately; asked for only when files must be left out. */
  readonly changeCounts: ReadonlyMap<string, number>;
  readonly told?: Pick<ToldRoles, 'of'>;
  /** What was learned of a file when it was chosen before; it is chosen again where its place tells the same. */
  readonly known?: ((path: string) => (FileDescription & Pick<ChosenFile, 'told'>) | undefined) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** So many files are judged before the thread does something else: about 10 ms. */
const slice = 500;

/** Divides the listed files into those to read and those that are left out, each with its reason. */
export async function chooseFiles(tree: FileTree, options: ChoiceOptions): Promise<Choice> {
  const judge = createNameJudge(
    tree.files.map((file) => file.path),
    options.attributes,
  );
  // Where some have to be left out, what their names tell decides which.
  const known = tree.files.length > options.maxFiles ? undefined : options.known;
  const sureOnly = isSureOnly(tree.files) ? { sureOnly: true as const } : {};
  const candidates: ChosenFile[] = [];
  const leftOut: LeftOutFile[] = [];
  for (const [index, listed] of tree.files.entries()) {
    if (index % slice === slice - 1) await nextTurn(options.signal);
    const file = { ...placed(listed, options.told?.of(listed.path), known), ...sureOnly };
    const byName = listed.skipped ?? judge.skipReason(listed.path, listed.bytes);
    const reason = byName ?? (file.seen === true ? undefined : reasonOfRole(file));
    if (reason === undefined) candidates.push(file);
    else leftOut.push({ ...file, reason });
  }
  if (candidates.length <= options.maxFiles) return { chosen: candidates, leftOut };
  const chosen = await takeBest(candidates, options);
  for (const file of candidates) if (!chosen.has(file)) leftOut.push({ ...file, reason: 'over-limit' });
  return { chosen: candidates.filter((file) => chosen.has(file)), leftOut };
}

function placed(listed: ListedFile, told: FileRole | undefined, known: ChoiceOptions['known']): ChosenFile {
  const before = known?.(listed.path);
  if (before !== undefined && before.told === told) {
    const { path, language, languageName, role } = before;
    return { path, language, languageName, role, listed, ...(told === undefined ? {} : { told }), seen: true };
  }
  return { ...describeFile(listed.path, '', told), listed, ...(told === undefined ? {} : { told }) };
}

function reasonOfRole({ role, path, listed }: ChosenFile): SkipReason | undefined {
  // Short ones are read: they may be what an application sets a library up with.
  if (role === 'vendored') return isLibraryFile(path) && listed.bytes < mostOfSetUp ? undefined : 'vendored';
  return role === 'generated' && !manifestPattern.test(path) ? 'generated' : undefined;
}

/** In bytes; a library is longer. */
const mostOfSetUp = 4_000;

/** The most telling files; of equal ones the first by path, so that the choice is the same every time. */
async function takeBest(files: readonly ChosenFile[], options: ChoiceOptions): Promise<Set<ChosenFile>> {
  let mostChanges = 1;
  for (const count of options.changeCounts.values()) mostChanges = Math.max(mostChanges, count);
  const scored: { readonly file: ChosenFile; readonly score: number }[] = [];
  const crowds = crowdsOf(files);
  for (const [index, file] of files.entries()) {
    if (index % slice === slice - 1) await nextTurn(options.signal);
    const changes = (options.changeCounts.get(file.path) ?? 0) / mostChanges;
    const own = crowds.has(crowdOf(file.path)) ? furtherLanguages.score : nameScore(file);
    scored.push({ file, score: own + changeScore * changes - depthCostOf(file.path) });
  }
  scored.sort((a, b) => b.score - a.score || (a.file.path < b.file.path ? -1 : 1));
  return new Set(scored.slice(0, options.maxFiles).map(({ file }) => file));
}

const dataFile = /\.(?:json|geojson|ya?ml|xml|csv|tsv|txt|html?|svg|toml)$/i;
/** So many files of data of one kind in one folder are a collection. */
const crowd = 300;

const crowdOf = (path: string): string =>
  dataFile.test(path) && !manifestPattern.test(path)
    ? path.slice(0, path.lastIndexOf('/') + 1) + path.slice(path.lastIndexOf('.'))
    : '';

/** Folders with the ending of what they hold hundreds of: maps, icons, answers of others. They say little, and code much. */
function crowdsOf(files: readonly ChosenFile[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { path } of files) {
    const key = crowdOf(path);
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([key, count]) => (count > crowd ? [key] : [])));
}

/** A rule speaks for the product's own code; a test of a route stays a test. */
function nameScore(file: ChosenFile): number {
  if (manifestPattern.test(file.path)) return 110;
  if (furtherLanguages.pattern.test(file.path)) return furtherLanguages.score;
  const byRole = roleScores[file.role] ?? 0;
  if (byRole < 40 && file.role !== 'docs') return byRole;
  const rule = rankRules.find((candidate) => candidate.pattern.test(file.path));
  return Math.max(byRole, rule?.score ?? 0);
}

function depthCostOf(path: string): number {
  return Math.min(8, path.split('/').length - 1) * depthCost;
}
