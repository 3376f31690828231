import type { ManifestFacts, Requirement } from '../../manifestFacts';
import { repositoryName } from './packageSwift';

/** An entry of the section of remote packages ends with a line of its own. */
const head = /^\s{0,8}\w{24} \/\* XCRemoteSwiftPackageReference ".{1,200}" \*\/ = \{$/;
const setting = /^\s{0,8}(repositoryURL|kind|minimumVersion|version|branch|revision) = "?([^";]{1,300})"?;$/;

/** The Swift packages that an Xcode project asks for; the project itself has no name of its own here. */
export function parseXcodeProject(text: string): ManifestFacts | undefined {
  const requirements: Requirement[] = [];
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (!head.test(line)) continue;
    const settings = new Map<string, string>();
    for (let at = index + 1; at < index + 12 && lines[at]?.trim() !== '};'; at++)
      readSetting(lines[at] ?? '', settings);
    // The inner block, of the version, ends before the outer one does.
    const url = settings.get('repositoryURL');
    if (url !== undefined) requirements.push(requirementOf(url, settings, index + 1));
  }
  return requirements.length === 0 ? undefined : { ecosystem: 'swift', format: 'project.pbxproj', requirements };
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
