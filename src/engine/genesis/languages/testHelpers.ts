import type { LanguageId } from '../sourceFile';
import { roleOf } from './roleOf';

interface HelperRule {
  readonly languages: readonly LanguageId[];
  /** An import that nothing but a test has. */
  readonly pattern: RegExp;
  /** A head of the library itself. */
  readonly unless?: RegExp;
  readonly example: string;
}

/**
 * Code that serves tests without a name that says so: suites and helpers. Of Python nothing that the test runner brings
 * counts: its plugins are products of their own.
 */
export const helperRules: readonly HelperRule[] = [
  {
    languages: ['go'],
    pattern:
      /^\s*(?:import\s+)?(?:[\w.]+\s+)?"(?:testing|github\.com\/stretchr\/testify\/(?:assert|require|suite|mock)|(?:go\.uber\.org|github\.com\/golang)\/mock\/gomock)"\s*$/m,
    example: 'package suites\n\nimport (\n\t"net/http"\n\t"testing"\n)\n',
  },
  {
    languages: ['go'],
    // A file that only a build for tests takes in.
    pattern:
      /^\/\/go:build[ \t]{1,4}(?:e2e(?:_?tests?)?|(?:integration|acceptance|functional|unit)(?:_?tests?)?|tests?|testing)[ \t]{0,4}\r?$/m,
    example: '//go:build e2etest\n\npackage service\n',
  },
  {
    languages: ['python'],
    // Makers of records that tests are given.
    pattern:
      /^from factory\.(?:django|alchemy|mongoengine) import |^class \w{1,100}\(factory\.(?:Factory|(?:django|alchemy|mongoengine)\.\w{1,60})\)/m,
    example: 'import factory\n\n\nclass CupFactory(factory.django.DjangoModelFactory):\n    name = "a"\n',
  },
  {
    languages: ['php'],
    // What a checker of types is tried on.
    pattern: /^use function PHPStan\\Testing\\assert\w{1,40};/m,
    example: "<?php\n\nuse function PHPStan\\Testing\\assertType;\n\nassertType('Cup', new Cup);\n",
  },
  {
    languages: ['csharp'],
    // Hosts and stand-ins that only a test has.
    pattern: /^(?:global )?using (?:Microsoft\.AspNetCore\.(?:Mvc\.Testing|TestHost)|Respawn);/m,
    example: 'using Microsoft.AspNetCore.Mvc.Testing;\nusing Xunit;\n\nnamespace Shop.TestBase;\n',
  },
  {
    languages: ['typescript', 'tsx', 'javascript'],
    pattern:
      /^(?:import|export|\}|const|let|var)[^'"`\n]{0,200}['"](?:vitest|@jest\/globals|node:test|@playwright\/test|@testing-library\/[\w-]{1,40})['"]/m,
    example: "import { vi } from 'vitest';\nexport const clock = vi.fn();\n",
  },
  {
    languages: ['java', 'kotlin'],
    // What measures code, or an application from outside, in a module of its own.
    pattern:
      /^import (?:static )?(?:org\.openjdk\.jmh\.annotations|androidx\.benchmark\.(?:macro|junit4)|androidx\.test\.(?:ext\.junit|uiautomator|espresso|platform))\./m,
    unless: /^package (?:org\.openjdk\.jmh|androidx\.(?:benchmark|test))\b/m,
    example: 'package cups.profile\n\nimport androidx.benchmark.macro.junit4.BaselineProfileRule\n\nclass Startup\n',
  },
  {
    languages: ['typescript', 'tsx', 'javascript'],
    // Libraries that measure, servers that stand in for others, and how Angular begins its tests.
    pattern:
      /^(?:import|const|var|let)\b[^'"`\n]{0,200}['"](?:benchmark|benny|tinybench|mitata|msw|msw\/\w{1,20}|nock|zone\.js(?:\/dist)?(?:\/zone)?[-/]testing|jest-preset-angular(?:\/[\w-]{1,40}){0,2})['"]/m,
    example: "import Benchmark from 'benchmark';\n\nnew Benchmark.Suite('cups').run();\n",
  },
  {
    languages: ['typescript', 'tsx', 'javascript'],
    // Runners give these words to a file; nobody else calls them where a file begins.
    pattern: /^describe(?:\.(?:only|skip|each))?\(\s{0,9}['"`]/m,
    example: "import { Cup } from '.';\n\ndescribe('Cup', () => {\n  it('holds', () => new Cup().fill());\n});\n",
  },
];

/** `test-docker.ts` or `smoke-test.ts`, which a test may be called, and what tries something out for those who use it. */
const scriptName = /(?:^|\/)(?:test[-_][^/]*|[^/]*[-_]test)\.[cm]?[jt]sx?$/;
/** What others of the product load or show. */
const exported = /^export (?:default )?(?:async )?(?:function|class|const)\b/m;
const testCalls = /\b(?:assert|describe|it|test|suite|expect|should|tap|t)\b[\w.]{0,40}\(|\bassert\b|\.test\(/;
/** A shorter beginning is the whole file. */
const wholeFile = 3_900;

/** `src/commands/test.rs` may be the command of that name. */
const rustName = /(?:^|\/)tests?\.rs$/;
const rustTests =
  /#\[(?:\w{1,40}::){0,3}(?:\w{0,40}_)?test\b|\bcfg\(test\)|\bassert\w{0,40}!|#\[(?:rstest|case|quickcheck)\b/;

/** Called like a test by its own name alone, while nothing in it is tested as a runner would. */
export function isNamedLikeTest(path: string, head: string): boolean {
  const [name, tests] = rustName.test(path) ? [rustName, rustTests] : [scriptName, testCalls];
  return (
    name.test(path) &&
    head !== '' &&
    (head.length < wholeFile || exported.test(head)) &&
    !tests.test(head) &&
    // In a folder of tests it serves them all the same.
    roleOf(path.replace(name, name === rustName ? '/a.rs' : '/a.ts')) === 'source'
  );
}

/** In a folder of such suites, what a build takes in only where somebody asks for it, and what drives it. */
const suite = /(?:^|\/)(?:integration|e2e|conformance|compat(?:ibility)?)\//;
const ownTag =
  /^\/\/go:build[ \t]{1,4}(?!(?:ignore|cgo|race|unix|linux|windows|darwin|js|wasm|android|ios|(?:free|open|net)bsd|amd64|arm64|386|arm|go1\.\d{1,2})\b)[a-z]\w{1,40}[ \t]{0,4}\r?$/m;

export function isTestHelper(language: LanguageId, head: string, path = ''): boolean {
  if (language === 'go' && suite.test(path) && ownTag.test(head)) return true;
  return (
    helperRules.some(
      ({ languages, pattern, unless }) =>
        languages.includes(language) && isMet(language, pattern, head) && unless?.test(head) !== true,
    ) && !isServer(language, head)
  );
}

/** What stands in a template of a script is the beginning of a file that the script makes. */
function isMet(language: LanguageId, pattern: RegExp, head: string): boolean {
  const found = pattern.exec(head);
  if (found === null || language === 'go' || language === 'csharp') return found !== null;
  const quotes = head.slice(0, found.index).match(/(?<!\\)`/g)?.length ?? 0;
  return quotes % 2 === 0;
}

/** A long file of a Go server that uses `testing` only at its end opens a door for tests; it is not made for them. */
function isServer(language: LanguageId, head: string): boolean {
  return (
    language === 'go' && head.length >= wholeFile && !/\btesting\.\w|testify|\/mock\/gomock|^\/\/go:build/m.test(head)
  );
}
