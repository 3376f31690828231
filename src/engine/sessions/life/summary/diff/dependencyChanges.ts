import { type DiffHunk, readDiff } from '../../../enrich/parseDiff';
import { type ManifestLineRule, manifestLines } from '../rules/manifestLines';
import type { WorkCommit } from '../sessionWork';
import { isWhole } from './isWhole';
import { NetChanges } from './netChange';
import { isPom, readPomHunk } from './pomBlocks';

export interface DependencyChange {
  readonly name: string;
  readonly manifest: string;
  /** `''`: it is named without a version. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Which dependencies commits add, update or remove, as far as the manifests' diffs show it. */
export function dependencyChanges(commits: readonly WorkCommit[]): DependencyChange[] {
  const byManifest = new Map<string, NetChanges>();
  for (const commit of commits) {
    const hunks = readDiff(commit.diff ?? '').filter((hunk) => isPom(hunk.path) || ruleOf(hunk.path) !== undefined);
    for (const path of new Set(hunks.map((hunk) => hunk.path))) {
      const net = byManifest.get(path) ?? new NetChanges();
      byManifest.set(path, net);
      addHunks(net, commit, path, hunks);
    }
  }
  return [...byManifest].flatMap(([manifest, net]) =>
    net.list().map(([name, { before, after }]) => ({ name, manifest, before, after })),
  );
}

const ruleOf = (path: string): ManifestLineRule | undefined => manifestLines.find((rule) => rule.file.test(path));

function addHunks(net: NetChanges, commit: WorkCommit, path: string, all: readonly DiffHunk[]): void {
  const rule = ruleOf(path);
  const hunks = all.filter((hunk) => hunk.path === path);
  const sides = hunks.flatMap((hunk) => (isPom(path) ? readPomHunk(hunk) : rule ? readHunk(rule, hunk) : []));
  const removed = new Map(sides.flatMap((side) => side.removed));
  const added = new Map(sides.flatMap((side) => side.added));
  // Of a diff that was cut only what has both sides is certain: the other side may be in what is missing.
  if (isWhole(commit, path, hunks)) net.add(removed, added);
  else net.add(keep(removed, added), keep(added, removed));
}

const keep = (some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...some].filter(([name]) => others.has(name)));

type Named = [name: string, version: string];
const isNamed = (found: Named | undefined): found is Named => found !== undefined;

/** The dependencies that a hunk's lines name. Which section a line is in is known from its start on only if it was seen. */
function readHunk(rule: ManifestLineRule, hunk: DiffHunk): { removed: Named[]; added: Named[] } {
  const added: Named[] = [];
  let section: string | undefined;
  const addedAt = new Map(hunk.added.map(({ line, text }) => [line, text]));
  for (const [index, text] of (hunk.lines ?? hunk.added.map((one) => one.text)).entries()) {
    section = rule.section?.exec(text)?.[1] ?? (/^\s{0,4}[})\]],?$/.test(text) ? '' : section);
    const found = hunk.lines && !addedAt.has(hunk.startLine + index) ? undefined : readLine(rule, text, section);
    if (found) added.push(found);
  }
  // Lines that are gone stand where the first lines of the hunk say, unless a section begins among them.
  const before = hunk.lead.reduce<string | undefined>((at, text) => rule.section?.exec(text)?.[1] ?? at, undefined);
  const opens = hunk.removed.some((text) => rule.section?.test(text));
  const removed = hunk.removed.map((text) => readLine(rule, text, opens ? undefined : before)).filter(isNamed);
  return { removed, added };
}

function readLine(rule: ManifestLineRule, text: string, section: string | undefined): Named | undefined {
  if (section !== undefined && rule.sections && !rule.sections.test(section)) return undefined;
  const found = rule.line.exec(text);
  const [name, version = ''] = (found ?? []).slice(1).filter((group) => group !== undefined);
  return name === undefined || rule.except?.has(name) ? undefined : [name, version.trim()];
}
