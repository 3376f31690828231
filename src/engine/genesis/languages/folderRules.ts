import type { FileRole } from '../sourceFile';

/** What a folder of that name (in lower case) says of everything below it. Of several the strongest counts (see roleOf). */
export const folderRoles: Readonly<Record<string, FileRole>> = {
  node_modules: 'vendored',
  bower_components: 'vendored',
  jspm_packages: 'vendored',
  third_party: 'vendored',
  'third-party': 'vendored',
  thirdparty: 'vendored',
  '3rdparty': 'vendored',
  '3party': 'vendored',
  extern: 'vendored',
  externals: 'vendored',
  bundled: 'vendored',
  vendored: 'vendored',
  godeps: 'vendored',
  pods: 'vendored',
  carthage: 'vendored',
  'site-packages': 'vendored',
  venv: 'vendored',
  '.venv': 'vendored',
  '.yarn': 'vendored',
  'flow-typed': 'vendored',
  '.specify': 'vendored',
  '.claude': 'vendored',
  '.cursor': 'vendored',
  '.gemini': 'vendored',
  '.agents': 'vendored',

  dist: 'generated',
  __generated__: 'generated',
  generated: 'generated',
  __pycache__: 'generated',
  '.next': 'generated',
  '.nuxt': 'generated',
  '.svelte-kit': 'generated',
  coverage: 'generated',
  _site: 'generated',
  'storybook-static': 'generated',

  fixture: 'fixture',
  fixtures: 'fixture',
  __fixtures__: 'fixture',
  __testfixtures__: 'fixture',
  test_fixtures: 'fixture',
  'test-fixtures': 'fixture',
  data_fixtures: 'fixture',
  testdata: 'fixture',
  __testdata__: 'fixture',
  _testdata: 'fixture',
  _fixture: 'fixture',
  _fixtures: 'fixture',
  'test-data': 'fixture',
  test_data: 'fixture',
  __snapshots__: 'fixture',
  'tap-snapshots': 'fixture',
  __mocks__: 'fixture',
  __stubs__: 'fixture',
  'test-images': 'fixture',
  test_images: 'fixture',
  test_files: 'fixture',
  'test-files': 'fixture',
  testfiles: 'fixture',
  gold: 'fixture',
  golden: 'fixture',
  goldens: 'fixture',
  cassettes: 'fixture',
  vcr_cassettes: 'fixture',

  test: 'test',
  tests: 'test',
  __tests__: 'test',
  __test__: 'test',
  doctests: 'test',
  compile_fail: 'test',
  'compile-fail': 'test',
  testcases: 'test',
  'test-cases': 'test',
  test_cases: 'test',
  spec: 'test',
  specs: 'test',
  e2e: 'test',
  testing: 'test',
  perf: 'test',
  'test-resources': 'test',
  test_resources: 'test',
  factories: 'test',
  test_helpers: 'test',
  'test-helpers': 'test',
  test_utils: 'test',
  'test-support': 'test',
  test_support: 'test',
  'test-utils': 'test',
  testutil: 'test',
  testutils: 'test',
  testhelpers: 'test',
  testharness: 'test',
  test_driver: 'test',
  testserver: 'test',
  'test-server': 'test',
  test_server: 'test',
  'test-harness': 'test',
  test_harness: 'test',
  t: 'test',
  typecheck: 'test',
  regress: 'test',
  regression: 'test',
  fuzz: 'test',
  fuzzing: 'test',
  fuzzers: 'test',
  utest: 'test',
  utests: 'test',
  unittest: 'test',
  unittests: 'test',
  'e2e-tests': 'test',
  cypress: 'test',
  playwright: 'test',
  benches: 'test',
  bench: 'test',
  benchmark: 'test',
  benchmarks: 'test',
  benchsuite: 'test',
  profiling: 'test',
  features: 'test',

  example: 'example',
  examples: 'example',
  _examples: 'example',
  '.examples': 'example',
  __brick__: 'example',
  base_template: 'example',
  'base-template': 'example',
  project_template: 'example',
  'project-template': 'example',
  sample: 'example',
  samples: 'example',
  demo: 'example',
  demos: 'example',
  dogfood: 'example',
  dogfooding: 'example',
  playground: 'example',
  playgrounds: 'example',
  tutorial: 'example',
  issues: 'example',
  tutorials: 'example',

  doc: 'docs',
  docs: 'docs',
  documentation: 'docs',
  docs_src: 'example',
  'docs-app': 'docs',
  'docs-assets': 'docs',
  javadoc: 'docs',
};

/** Not below folders that hold the parts of a product. */
function amongOwn(name: string): RegExp {
  return new RegExp(
    `^(?!(?:[^/]+/){0,8}(?:src|app|components|pages|views|screens|features)/(?:[^/]+/){0,6}${name}/)`,
    'i',
  );
}

/** Not below folders that hold its pages, or parts of them. */
function amongPages(name: string): RegExp {
  return new RegExp(`^(?!(?:[^/]+/){0,8}(?:components|pages|views|screens|controllers)/(?:[^/]+/){0,6}${name}/)`, 'i');
}

const kitOfAgents = /\.(?:sh|ps1|py|rb|[cm]?[jt]s)$/;

/** Folders that have their meaning only for some files. */
export const conditionalFolders: Readonly<Record<string, RegExp>> = {
  // What makes environments has a package of that name; an environment itself has these folders.
  venv: /(?:^|\/)venv\/(?:bin|lib|lib64|Lib|Scripts|include|Include|share|etc)\/|(?:^|\/)venv\/pyvenv\.cfg$/,
  // Kits for agents bring scripts; what they are told to do was written here.
  '.specify': kitOfAgents,
  '.claude': kitOfAgents,
  '.cursor': kitOfAgents,
  '.gemini': kitOfAgents,
  '.agents': kitOfAgents,
  // By custom of C and C++, and of packages of Python that bring others along; elsewhere what is called from outside.
  extern: /\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx|inl|py|pyi)$/,
  bundled: /\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx|inl)$/,
  externals: /\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx|inl|py|pyi)$/,
  // Jekyll and its like write there what a browser reads.
  _site: /\.(?:html|css|js|xml)$/,
  // What packages of Go give to the tests of others, and stand-ins; at the top, or without them, it may be the product.
  // So do modules of Rust.
  testing:
    /(?:^|\/)src\/testing\/(?:[^/]+\/){0,3}[^/]+\.rs$|^(?:[^/]+\/){1,12}testing\/(?:[^/]+\/){0,4}(?:[^/]+\.go|(?:mock|fake|stub)s?(?:[-_.][^/]{1,80})?\/.{1,200}|(?:mock|fake|stub)s?[-_.][^/]{1,80})$/,
  // Tests of Go lie beside what they test.
  doc: /(?<!_test\.go)$/,
  docs: /(?<!_test\.go)$/,
  // What reproduces a report, under its number; a product has issues, too.
  issues: /(?:^|\/)issues\/#?\d{1,7}\//,
  // What a test must come to.
  gold: /(?:^|\/)tests?\/(?:[^/]+\/){0,6}gold\//,
  golden: /(?:^|\/)tests?\/(?:[^/]+\/){0,6}golden\//,
  goldens: /(?:^|\/)tests?\/(?:[^/]+\/){0,6}goldens\//,
  // Where FactoryBot looks for what it makes records of.
  factories: /^factories\/(?:[^/]+\/){0,4}\w{1,80}\.rb$/,
  // What measures a library of scripts; a program that measures others may be called so.
  perf: /^perf\/(?:[^/]+\/){0,3}[^/]+\.(?:[cm]?[jt]sx?|html)$/,
  // By custom, at the top.
  t: /^t\//,
  // What manages tests has cases of them, too.
  testcases: /^testcases\//,
  'test-cases': /^test-cases\//,
  test_cases: /^test_cases\//,
  // What a checker of types is tried on.
  typecheck: /^typecheck\/.*\.(?:pyi?|tsx?)$/,
  // Scripts that try a program out, and what it must answer; statistics have regressions, too.
  regress: /(?:^|\/)regress\/.*\.(?:sh|bash|ksh|bats|expect|exp|out|sql|tcl|c|pl|t)$/,
  regression: /(?:^|\/)regression\/.*\.(?:sh|bash|ksh|bats|expect|exp|out|sql|tcl|t)$/,
  // Cucumber's and Behave's; a product's `features/` holds its code.
  features:
    /\.feature$|(?:^|\/)(?:(?:step_definitions|support)\/[^/]+\.\w+|features\/(?:steps\/[^/]+|[\w-]{0,40}step_definitions)\.(?:py|rb|[jt]s))$|^(?:(?!(?:src|lib|apps?)\/)[\w.-]{1,60}\/)?features\/(?:[\w.-]{1,80}\/){0,6}[\w-]{1,80}_steps\.(?:py|rb)$/,
  // What is measured, at the top beside the sources.
  profiling: /^profiling\/.*\.(?:py|rb|[jt]s|sh)$/,
  // Harnesses that a fuzzer runs lie in a folder at the top, or are targets of Cargo.
  fuzz: /^fuzz\/.*\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx|sh|py)$|(?:^|\/)fuzz\/fuzz_targets\//,
  fuzzers: /^fuzzers\/.*\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx|sh|py)$/,
  fuzzing: /^fuzzing\/.*\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx|sh|py)$/,
  // What programs of C and C++ call the folder of their unit tests; elsewhere these are names of libraries for testing.
  utest: /\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx)$/,
  utests: /\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx)$/,
  // Python has a library of that name.
  unittest: /\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx)$|^(?:(?!lib|src|[^/]{0,40}stdlib)[^/]{1,60}\/)?unittest\/.*\.py$/i,
  unittests: /\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx|cs|java|kt|swift|dart|py)$/,
  // In TypeScript nobody copies libraries: there it is what the product does with others.
  'third-party': /^third-party\/|^(?!.*\.tsx?$)/,
  thirdparty: /^thirdparty\/|^(?!.*\.tsx?$)/,
  // Nobody copies packages of Elixir: there it is what the product does with the services of others.
  third_party: /^(?!.*\.exs?$)/,
  // In the sources it is a part of what measures.
  benchmark: /^(?:(?!(?:src|lib|app|internal|pkg)\/)[^/]+\/){0,12}benchmarks?\//,
  benchmarks: /^(?:(?!(?:src|lib|app|internal|pkg)\/)[^/]+\/){0,12}benchmarks?\//,
  // What a page of a product is called where it lies among others.
  playground: amongOwn('playgrounds?'),
  playgrounds: amongOwn('playgrounds?'),
  demo: amongPages('demos?'),
  demos: amongPages('demos?'),
  tutorial: amongPages('tutorials?'),
  tutorials: amongPages('tutorials?'),
  // A bench of machines or of a laboratory is a part of a product.
  bench:
    /^(?:(?!src|lib|app|internal|pkg)[^/]+\/){0,3}bench\/(?:[^/]+\/){0,4}[^/]+\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kt|scala|c|cc|cpp|php|exs|dart|swift|sh)$/,
  // Of statements and settings a generated one is as good as a written one, and packages have names in their paths.
  generated:
    /^(?!(?:.*\/)?(?:java|kotlin|scala|groovy)\/).*\.(?:[cm]?[jt]sx?|py|rb|php|cs|go|rs|dart|swift|c|cc|cpp|h)$/,
  // Reports of test runs; insurances have coverage, too.
  coverage: /(?:^|\/)coverage\/(?:lcov\b|.*\.(?:html|info|css)$)/,
  // The tool of that name keeps what it brought there.
  carthage: /(?:^|\/)Carthage\/(?:Build|Checkouts)\//,
  // Kubernetes has pods as well.
  pods: /(?:^|\/)Pods\//,
  // A compiled package; the sources of a site may lie in a folder of that name, too.
  dist: /\.(?:[cm]?js|d\.[cm]?ts|css|map|html|json|wasm)$/,
  // An OpenAPI document or another specification is no test.
  // In PHP a folder with a capital is a namespace: `Spec` holds specifications of what to look for.
  // A gem's application to try it out lies there whole.
  spec: /(?:^|\/)spec\/(?:dummy|test_app|example_app|internal)\/|\.(?:[cm]?[jt]sx?|rb|py|java|kt|cs|go|rs|ex|exs|scala|swift|dart|lua|coffee|erb|haml|slim|liquid|builder|jbuilder|rabl|css|scss|html)$|(?:^|\/)spec\/(?:[^/]+\/){0,10}[^/]+\.php$|Spec\.php$/,
  specs: /\.(?:[cm]?[jt]sx?|rb|py|php|java|kt|cs|go|rs|ex|exs|scala|swift|dart|lua|coffee)$/,
};

/** What measures or strains a product from outside: `perf-testing/`, `__performance_tests__/`. */
export const strainFolder =
  /(?:^|\/)(?:e2e[-_](?:utils?|helpers?|support|fixtures?|setup|runner|common)|_{0,2}(?:perf|performance|load|stress|soak|smoke|integration|acceptance|functional|regression|e2e|ssr|visual|browser|manual)[-_](?:testing|tests?)_{0,2}|(?:integration|acceptance|functional|e2e)tests?)\//;

/**
 * A folder that is named after what it tests: `Shop.UnitTests/`, `Shop.Tests.Common/`, `users-tests/`, `src/jvmTest/`, or a
 * set of sources beside `src/main/` that only tests consist of: `src/testFixtures/`, `src/integration/kotlin/`; or one beside
 * `tests/` at the top: `tests_typing/`.
 */
export const testFolder =
  /^tests(?:[_-][\w-]+|\d{1,2})\/|(?:^|\/)(?:src\/(?:[a-z]\w*Test|testFixtures|(?:it|integration|functional|acceptance|e2e|jmh|gatling)(?=\/(?:java|kotlin|scala|groovy|resources)\/))|[A-Z][\w.]*\.Tests?\.[\w.]+|[\w.-]*(?:[._-]|(?:Unit|Functional|Integration|Acceptance|End2End|EndToEnd))[Tt]ests?|[\w.-]*[\w][_-]e2e|[\w.-]{1,60}[._-](?:micro)?bench(?:mark)?s?|[\w.]*[a-z](?:Tests|E2E)|(?:android|ios|jvm|js|macos|windows|desktop|native)Test)\//;

/** What a generator of Rails fills in. */
export const generatorTemplates = /(?:^|\/)lib\/(?:rails\/)?generators\/(?:[^/]+\/){0,5}templates\//;

/** A folder of the samples of something, or of samples of a kind: `admin-samples/`, `iOS Example/`, `example_configs/`. */
export const exampleFolder =
  /^(?:examples?|demos?)[-_]\w[\w-]{0,40}\/|^(?!(?:[^/]+\/){0,8}(?:pages|views|screens)\/)(?:[^/]+\/){0,12}[\w.]+(?:[- ][\w.]+){0,5}(?:[- ](?:examples?|samples?|demos?)|_(?:examples?|demo))(?:[- ](?:apps?|applications?|projects?))?\/|(?:^|\/)(?:examples?|samples?|demos?)[-_](?:files?|configs?|configurations?|projects?|apps?|code|scripts?|plugins?)\/|^(?:examples?|samples?|demos?)-(?:web|android|ios|jvm|js|wasm|desktop|multiplatform|native|compose|kotlin|java|spring|react|vue|server|client|backend|frontend|cli)\//i;
