import { folderOf } from '../../../facts/paths';
import type { ScanModel } from '../../../scanModel';
import type { Ecosystem } from '../../dependencies/manifestFacts';
import type { PackageUsage } from '../../dependencies/usage/packageUsage';
import type { StackEntry } from '../stack';

/** Files of tests by their names, and what may run them. Of several in one package the code itself has to tell. */
interface Kind {
  readonly pattern: RegExp;
  readonly runners: readonly string[];
}

const kinds: readonly Kind[] = [
  { pattern: /\.cy\.[jt]sx?$|(?:^|\/)cypress\/.*\.[jt]sx?$/, runners: ['Cypress'] },
  {
    // Other TypeScript below `tests` helps those that are named so.
    pattern:
      /(?:\.(?:test|spec)|[a-z\d]Spec)\.[cm]?[jt]sx?$|(?:^|\/)(?:__tests__|tests?|spec)\/(?:.*\/)?[^/]*\.[cm]?jsx?$/,
    runners: ['Vitest', 'Jest', 'Mocha', 'Jasmine', 'AVA', 'tap', 'QUnit', 'uvu', 'node:test', 'Playwright', 'Cypress'],
  },
  { pattern: /_test\.go$/, runners: ['testing (Go)'] },
  { pattern: /(?:^|\/)(?:test_[^/]*|[^/]*_test|tests?)\.py$/, runners: ['pytest', 'unittest', 'nose'] },
  { pattern: /_spec\.rb$/, runners: ['RSpec'] },
  { pattern: /(?:_test|(?:^|\/)test_[^/]*)\.rb$/, runners: ['Minitest'] },
  { pattern: /Test\.php$/, runners: ['Pest', 'PHPUnit', 'Codeception'] },
  { pattern: /(?:Cest|Cept)\.php$/, runners: ['Codeception'] },
  {
    pattern:
      /(?:Tests?|IT|TestCase|Spec|Specification|Suite)\.(?:java|kt|groovy|scala)$|(?:^|\/)Test[A-Z]\w*\.(?:java|kt)$/,
    runners: ['JUnit', 'TestNG', 'Spock', 'Kotest', 'ScalaTest', 'specs2', 'MUnit', 'ZIO Test'],
  },
  { pattern: /(?:Tests?|Specs?|Should|Fixture)\.(?:cs|fs|vb)$/, runners: ['xUnit.net', 'NUnit', 'MSTest', 'TUnit'] },
  { pattern: /_test\.exs$/, runners: ['ExUnit'] },
  { pattern: /_test\.dart$/, runners: ['flutter_test', 'Dart test'] },
  { pattern: /Tests?\.swift$/, runners: ['XCTest', 'Swift Testing', 'Quick'] },
  { pattern: /\.bats$/, runners: ['Bats'] },
  // Their languages bring what runs them, or everybody has a runner of his own.
  { pattern: /\.(?:rs|c|cc|cpp|zig|hs|ml|clj|lua)$/, runners: [] },
];

/** What a file of tests imports where one of these runs it. */
const imported: Readonly<Record<string, readonly [Ecosystem, string]>> = {
  Vitest: ['npm', 'vitest'],
  Jest: ['npm', '@jest/globals'],
  Mocha: ['npm', 'mocha'],
  AVA: ['npm', 'ava'],
  tap: ['npm', 'tap'],
  uvu: ['npm', 'uvu'],
  'node:test': ['npm', 'node:test'],
  Playwright: ['npm', '@playwright/test'],
  JUnit: ['maven', 'org.junit'],
  TestNG: ['maven', 'org.testng'],
  Kotest: ['maven', 'io.kotest'],
};

/** Most of what was recognised as a file of tests, to be called what the project is tested with. */
const most = 0.6;

/**
 * What runs most of the test files: by what a file imports, else by what the nearest package above it asks for. Nothing
 * where no runner has most of them, or where files of a package may be those of one runner or of another.
 */
export function mainRunner(
  entries: readonly StackEntry[],
  model: ScanModel,
  usage: PackageUsage,
): StackEntry | undefined {
  const runners = new Map(
    entries
      .filter((entry) => entry.category === 'testing' && entry.hits.some(({ weight }) => weight > 0))
      .map((entry) => [entry.name, entry]),
  );
  const importing = new Map(
    Object.entries(imported).map(([name, [ecosystem, module]]) => [
      name,
      new Set(usage.sitesOf(ecosystem, [module]).map((site) => site.file.path)),
    ]),
  );
  const ofDjango = testsOfDjango(model, usage);
  const counts = new Map<StackEntry, number>();
  let all = 0;
  for (const { path, role } of model.files) {
    if (role !== 'test') continue;
    const kind = kinds.find(({ pattern }) => pattern.test(path));
    if (kind === undefined) continue;
    all++;
    if (ofDjango.has(path)) continue;
    const shown = kind.runners.filter((name) => importing.get(name)?.has(path));
    const name = shown.length > 0 ? shown[0] : nearest(path, kind.runners, runners);
    const entry = runners.get(name ?? '');
    if (entry !== undefined) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] >= all * most ? first[0] : undefined;
}

/** Without the addition that brings both together Django runs its tests itself, and pytest those of something else. */
function testsOfDjango(model: ScanModel, usage: PackageUsage): ReadonlySet<string> {
  if (model.inventory.dependencies.some(({ name }) => /^pytest[-_]django$/i.test(name))) return new Set();
  return new Set(usage.sitesOf('pypi', ['django']).map((site) => site.file.path));
}

/** Of the runners that may run a file the only one that the nearest package asks for. */
function nearest(path: string, names: readonly string[], runners: ReadonlyMap<string, StackEntry>): string | undefined {
  const known = names.flatMap((name) => {
    const folders = runners.get(name)?.hits.filter(({ weight }) => weight > 0) ?? [];
    const depths = folders.map((hit) => folderOf(hit.evidence.path)).filter((folder) => isAbove(folder, path));
    return depths.length === 0 ? [] : [{ name, depth: Math.max(...depths.map((folder) => folder.length)) }];
  });
  // What asks for pytest runs the tests of Python's own library with it.
  if (known.some(({ name }) => name === 'pytest')) return 'pytest';
  // Pest runs on PHPUnit, and widgets of Flutter on the test package of Dart.
  const deepest = Math.max(...known.map(({ depth }) => depth));
  const [first, ...others] = known.filter(({ depth }) => depth === deepest);
  if (first === undefined) return onlyOne(names, runners);
  return others.length === 0 || ['Pest', 'flutter_test'].includes(first.name) ? first.name : undefined;
}

/** What a build asks for in a place that is not above its tests, a central list for one. */
function onlyOne(names: readonly string[], runners: ReadonlyMap<string, StackEntry>): string | undefined {
  const known = names.filter((name) => runners.has(name));
  return known.length === 1 && !names.includes('Vitest') ? known[0] : undefined;
}

function isAbove(folder: string, path: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}
