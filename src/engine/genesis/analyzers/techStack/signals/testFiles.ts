import { folderOf } from '../../../facts/paths';
import type { ScanModel } from '../../../scanModel';
import type { Ecosystem } from '../../dependencies/manifestFacts';
import type { PackageUsage } from '../../dependencies/usage/packageUsage';
import type { StackEntry } from '../stack';
import { swiftSites } from './swiftImports';

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
      /(?:\.(?:tests?|specs?)|[a-z\d]Spec|[a-z\d]_(?:tests?|spec))\.[cm]?[jt]sx?$|(?:^|\/)(?:__tests__|tests?|spec)\/(?:.*\/)?[^/]*\.[cm]?jsx?$/,
    runners: ['Vitest', 'Jest', 'Mocha', 'Jasmine', 'AVA', 'tap', 'QUnit', 'uvu', 'node:test', 'Playwright', 'Cypress'],
  },
  {
    pattern: /\.feature$|(?:^|\/)step_definitions\/[^/]+\.\w+$/,
    runners: ['Cucumber', 'behave', 'Behat', 'SpecFlow'],
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
    runners: ['JUnit', 'kotlin.test', 'TestNG', 'Spock', 'Kotest', 'ScalaTest', 'specs2', 'MUnit', 'ZIO Test'],
  },
  {
    pattern: /(?:Tests?|Specs?|Should|Fixture|Facts?)\.(?:cs|fs|vb)$/,
    runners: ['xUnit.net', 'NUnit', 'MSTest', 'TUnit'],
  },
  { pattern: /_test\.exs$/, runners: ['ExUnit'] },
  { pattern: /_test\.dart$/, runners: ['flutter_test', 'Dart test'] },
  { pattern: /Tests?\.swift$/, runners: ['XCTest', 'Swift Testing', 'Quick'] },
  { pattern: /\.bats$/, runners: ['Bats'] },
  // Their languages bring what runs them, or everybody has a runner of his own.
  {
    pattern: /\.(?:cc|cpp|cxx)$/,
    runners: ['GoogleTest', 'Catch2', 'doctest', 'Boost.Test', 'Qt Test', 'CppUnit', 'CppUTest'],
  },
  { pattern: /\.c$/, runners: ['Check', 'cmocka'] },
  { pattern: /\.hs$/, runners: ['Hspec', 'tasty'] },
  { pattern: /\.(?:rs|zig|ml|clj|lua)$/, runners: [] },
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
  'kotlin.test': ['maven', 'kotlin.test'],
  TestNG: ['maven', 'org.testng'],
  Kotest: ['maven', 'io.kotest'],
  Testify: ['golang', 'github.com/stretchr/testify'],
  Ginkgo: ['golang', 'github.com/onsi/ginkgo'],
  Terratest: ['golang', 'github.com/gruntwork-io/terratest/modules'],
};

const ofSwift: Readonly<Record<string, string>> = { XCTest: 'XCTest', 'Swift Testing': 'Testing', Quick: 'Quick' };

/** Not what runs tests, but what they are written with. */
const helpers = ['Terratest', 'Testify', 'Ginkgo'];

/** A runner of less than this of them is left over, or that of a part. */
const some = 0.05;

/** Without these in its imports a file is another runner's, unless tests of pages take them from a file of their own. */
const alwaysImported: ReadonlySet<string> = new Set(['Playwright', 'AVA', 'tap', 'uvu', 'node:test']);
const endToEnd = /(?:^|[/._-])(?:e2e|playwright|end-to-end)(?:[/._-]|$)/i;

/** Most of what was recognised as a file of tests, to be called what the project is tested with. */
const most = 0.6;

/** What runs the test files that were recognised. */
export interface Runners {
  /** Runs most of them: nothing where no runner does, or where files may be those of one or of another. */
  readonly main: StackEntry | undefined;
  /** All that run some of them, most first, and what tests of Go check with. */
  readonly names: ReadonlySet<string>;
}

/** What lies deeper among tests is a project that they are given. */
const deepest = 5;

const isNearTop = ({ weight, evidence, dependency }: StackEntry['hits'][number]): boolean =>
  weight > 0 && (dependency?.manifest.role !== 'test' || evidence.path.split('/').length <= deepest);

/** By what a file imports, else by what the nearest package above it asks for. */
export function runnersOf(entries: readonly StackEntry[], model: ScanModel, usage: PackageUsage): Runners {
  const runners = new Map(
    entries
      .filter((entry) => entry.category === 'testing' && entry.hits.some(isNearTop))
      .map((entry) => [entry.name, entry]),
  );
  const swift = swiftSites(model);
  const importing = new Map(
    Object.entries(imported).map(([name, [ecosystem, module]]) => [
      name,
      new Set(usage.sitesOf(ecosystem, [module]).map((site) => site.file.path)),
    ]),
  );
  for (const [name, module] of Object.entries(ofSwift))
    importing.set(name, new Set((swift.get(module) ?? []).map(({ file }) => file.path)));
  const ofDjango = testsOfDjango(model, usage);
  const counts = new Map<StackEntry, number>();
  const helping = new Set<string>();
  let all = 0;
  for (const { path, role } of model.files) {
    if (role !== 'test') continue;
    const kind = kinds.find(({ pattern }) => pattern.test(path));
    if (kind === undefined) continue;
    all++;
    if (ofDjango.has(path)) continue;
    for (const helper of helpers) if (runners.has(helper) && importing.get(helper)?.has(path)) helping.add(helper);
    const shown = kind.runners.filter((name) => importing.get(name)?.has(path));
    const others = kind.runners.filter((one) => !alwaysImported.has(one) || endToEnd.test(path));
    const name = shown.length > 0 ? shown[0] : nearest(path, others, runners);
    const entry = runners.get(name ?? '');
    if (entry !== undefined) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  }
  const counted = [...counts].sort((a, b) => b[1] - a[1]);
  const running = counted.flatMap(([{ name }, count]) => (count >= all * some ? [name] : []));
  const names = new Set([...running, ...helping]);
  const [first] = counted;
  const isMain =
    first !== undefined &&
    first[1] >= all * most &&
    counted.every(([other]) => !names.has(other.name) || topOf(other) >= topOf(first[0]));
  return { main: isMain ? first[0] : undefined, names };
}

/** How deep the highest place lies that asks for it: what only a part is tested with is not what the whole is. */
function topOf({ hits }: StackEntry): number {
  const asking = hits.filter(({ weight, dependency }) => weight > 0 && dependency !== undefined);
  return Math.min(...asking.map(({ evidence }) => evidence.path.split('/').length));
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
