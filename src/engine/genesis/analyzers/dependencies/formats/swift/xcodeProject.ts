import type { ManifestFacts, Requirement } from '../../manifestFacts';
import { repositoryName } from './packageSwift';

/** An entry of the section of remote packages ends with a line of its own. */
const head = /^\s{0,8}\w{24} \/\* XCRemoteSwiftPackageReference ".{1,200}" \*\/ = \{$/;
const setting = /^\s{0,8}(repositoryURL|kind|minimumVersion|version|branch|revision) = "?([^";]{1,300})"?;$/;

/** The Swift packages that an Xcode project asks for; the project itself has no name of its own here. */
export function parseXcodeProject(text: string): ManifestFacts | undefined {
  const requirements: Requirement[] = [];
  const lines = text.split('\n');
  const used = text.includes('XCRemoteSwiftPackageReference') ? kindsOfUsers(lines) : new Map<string, Set<string>>();
  for (const [index, line] of lines.entries()) {
    if (!head.test(line)) continue;
    const settings = new Map<string, string>();
    for (let at = index + 1; at < index + 12 && lines[at]?.trim() !== '};'; at++)
      readSetting(lines[at] ?? '', settings);
    // The inner block, of the version, ends before the outer one does.
    const url = settings.get('repositoryURL');
    const id = line.trim().slice(0, 24);
    if (url !== undefined)
      requirements.push({ ...requirementOf(url, settings, index + 1), ...testScope(used.get(id)) });
  }
  return requirements.length === 0 ? undefined : { ecosystem: 'swift', format: 'project.pbxproj', requirements };
}

const product = /^\s{0,8}(\w{24}) \/\* .{1,200} \*\/(,| = \{)$/;

/** What kinds of targets link the products of each package, by the package; `''` where nobody was found to. */
function kindsOfUsers(lines: readonly string[]): Map<string, Set<string>> {
  const kinds = new Map<string, Set<string>>();
  const packages = new Map<string, string>();
  let [listed, isList, current]: [string[], boolean, string] = [[], false, ''];
  for (const line of lines) {
    const [, id, end] = product.exec(line) ?? [];
    if (end === ' = {') [listed, isList, current] = [[], false, id ?? ''];
    else if (line.includes('packageProductDependencies = (')) isList = true;
    else if (isList && id !== undefined) listed.push(id);
    else if (isList && line.trim() === ');') isList = false;
    const kind = /^\s{0,8}productType = "([\w.-]{1,99})";$/.exec(line)?.[1];
    if (kind !== undefined) for (const one of listed) kinds.set(one, (kinds.get(one) ?? new Set()).add(kind));
    const owner = /^\s{0,8}package = (\w{24}) /.exec(line)?.[1];
    if (owner !== undefined && current !== '') packages.set(current, owner);
  }
  const found = new Map<string, Set<string>>();
  for (const [one, owner] of packages) {
    const all = found.get(owner) ?? new Set();
    for (const kind of kinds.get(one) ?? ['']) all.add(kind);
    found.set(owner, all);
  }
  return found;
}

/** What only bundles of tests link is for tests. */
function testScope(kinds: ReadonlySet<string> | undefined): { readonly scope?: 'test' } {
  const isForTests =
    kinds !== undefined && [...kinds].every((kind) => /\.bundle\.(?:unit-test|ui-testing)$/.test(kind));
  return isForTests ? { scope: 'test' } : {};
}

function readSetting(line: string, settings: Map<string, string>): void {
  const [, name, value] = setting.exec(line) ?? [];
  if (name !== undefined && value !== undefined && !settings.has(name)) settings.set(name, value);
}

function requirementOf(url: string, settings: ReadonlyMap<string, string>, line: number): Requirement {
  const declared = settings.get('minimumVersion') ?? settings.get('version') ?? '';
  const isPinned = settings.has('revision');
  const base = { name: repositoryName(url), declared, scope: 'runtime' as const, line };
  if (!isPinned && !settings.has('branch')) return base;
  return { ...base, source: { kind: 'git', location: url, pinned: isPinned } };
}
