import { closingBracket } from '../../../../languages/sourceText';
import type { LockedPackage, LockFacts, ManifestFacts, Requirement } from '../../manifestFacts';
import { parseJson } from '../../text/jsonTree';

/** `Package.swift`: the `.package(url: …)` calls; a package is named `owner/name` as in its address. */
export function parsePackageSwift(text: string): ManifestFacts {
  const lines = text
    .split('\n')
    .map((line) => (line.trimStart().startsWith('//') && !/swift-tools/.test(line) ? '' : line));
  const requirements: Requirement[] = [];
  const isForTests = testOnly(lines.join('\n'));
  for (const [index, line] of lines.entries()) {
    const url = (asksHere.test(line) || isAskedAbove(lines, index)) && address.exec(line);
    if (!url || url[1] === undefined || url[1].includes('{{')) continue;
    const rest = restOfCall(url[2] ?? '', lines.slice(index + 1, index + 6));
    const declared = /(?:from:|exact:|upToNextMajor\(from:|upToNextMinor\(from:|\.\.<|^,)\s{0,9}"([^"]{1,60})"/.exec(
      rest,
    )?.[1];
    const branch = /\b(branch|revision):\s{0,9}"([^"]{1,80})"/.exec(rest);
    requirements.push({
      name: repositoryName(url[1]),
      declared: declared ?? '',
      scope: isForTests(url[1]) ? 'test' : 'runtime',
      line: index + 1,
      ...(branch === null || declared !== undefined
        ? {}
        : { source: { kind: 'git', location: url[1], pinned: branch[1] === 'revision' } }),
    });
  }
  const tools = /swift-tools-version:\s{0,9}(\d[\w.]{0,20})/.exec(lines[0] ?? '')?.[1];
  const name = /\bPackage\(\s{0,99}name:\s{0,9}"([^"\n]{1,100})"/.exec(lines.join('\n'))?.[1];
  return {
    ecosystem: 'swift',
    format: 'Package.swift',
    ...(name === undefined ? {} : { name }),
    requirements,
    runtimes: tools === undefined ? [] : [{ name: 'swift', version: tools, line: 1 }],
  };
}

const asksHere = /\.package\([^)]{0,200}\burl:/;
const address = /\burl:\s{0,9}"([^"]{1,300})"(.*)$/;

/** Whether a call that has its address on a line of its own begins above. */
function isAskedAbove(lines: readonly string[], index: number): boolean {
  if (!/^\s*url:/.test(lines[index] ?? '')) return false;
  const above = lines.slice(Math.max(0, index - 4), index).findLast((line) => line.includes('.package('));
  return above !== undefined && /\.package\(\s{0,99}(?:(?:name|id):[^)]{0,200})?$/.test(above);
}

/** What follows the address in its call, which may go on for some lines. */
function restOfCall(first: string, below: readonly string[]): string {
  const end = below.findIndex((line) => line.includes('.package(') || /^\s*\)/.test(line));
  return [first, ...(end < 0 ? below : below.slice(0, end))].join(' ');
}

/** Tells by its address whether products of a package are asked for by targets of tests, and by nothing else. */
function testOnly(text: string): (url: string) => boolean {
  const tests: string[] = [];
  const others: string[] = [];
  let end = 0;
  for (const { index } of text.matchAll(/\.testTarget\(/g)) {
    if (index < end) continue;
    others.push(text.slice(end, index));
    end = closingBracket(text, text.indexOf('(', index));
    tests.push(text.slice(index, end));
  }
  const used = tests.join('\n').toLowerCase();
  const rest = [...others, text.slice(end)].join('\n').toLowerCase();
  return (url) => {
    const name = /([^/:]{1,100}?)(?:\.git)?\/?$/.exec(url.toLowerCase())?.[1];
    return name !== undefined && used.includes(`"${name}"`) && !rest.includes(`"${name}"`);
  };
}

/** `owner/name` of an address, in lower case. */
export function repositoryName(url: string): string {
  const [, owner, name] = /[/:]([\w.-]{1,100})\/([\w.-]{1,100}?)(?:\.git)?\/?$/.exec(url) ?? [];
  return owner === undefined || name === undefined ? url : `${owner}/${name}`.toLowerCase();
}

/** `Package.resolved`, formats 1 to 3. */
export function parsePackageResolved(text: string): LockFacts | undefined {
  const root = parseJson(text);
  const pins = root?.get('pins') ?? root?.get('object', 'pins');
  const packages = (pins?.items() ?? []).flatMap((pin): LockedPackage[] => {
    const url = pin.get('location')?.string ?? pin.get('repositoryURL')?.string;
    const version = pin.get('state', 'version')?.string;
    return url === undefined || version === undefined ? [] : [{ name: repositoryName(url), version, line: pin.line }];
  });
  return root === undefined ? undefined : { ecosystem: 'swift', format: 'Package.resolved', packages };
}
