import type { FileRole } from '../sourceFile';
import { knownLibrary } from './knownLibraries';

/** What a folder of that name (in lower case) says of everything below it. Of several the strongest counts (see roleOf). */
export const folderRoles: Readonly<Record<string, FileRole>> = {
  node_modules: 'vendored',
  bower_components: 'vendored',
  jspm_packages: 'vendored',
  third_party: 'vendored',
  'third-party': 'vendored',
  thirdparty: 'vendored',
  '3rdparty': 'vendored',
  godeps: 'vendored',
  pods: 'vendored',
  carthage: 'vendored',
  'site-packages': 'vendored',
  venv: 'vendored',
  '.venv': 'vendored',
  '.yarn': 'vendored',
  'flow-typed': 'vendored',

  dist: 'generated',
  __generated__: 'generated',
  generated: 'generated',
  __pycache__: 'generated',
  '.next': 'generated',
  '.nuxt': 'generated',
  '.svelte-kit': 'generated',
  coverage: 'generated',
  'storybook-static': 'generated',

  fixture: 'fixture',
  fixtures: 'fixture',
  __fixtures__: 'fixture',
  testdata: 'fixture',
  'test-data': 'fixture',
  test_data: 'fixture',
  __snapshots__: 'fixture',
  __mocks__: 'fixture',
  test_files: 'fixture',
  'test-files': 'fixture',
  testfiles: 'fixture',
  cassettes: 'fixture',
  vcr_cassettes: 'fixture',

  test: 'test',
  tests: 'test',
  __tests__: 'test',
  spec: 'test',
  specs: 'test',
  e2e: 'test',
  test_helpers: 'test',
  'test-helpers': 'test',
  test_utils: 'test',
  'test-utils': 'test',
  testutil: 'test',
  testutils: 'test',
  testhelpers: 'test',
  fuzz: 'test',
  fuzzing: 'test',
  utest: 'test',
  utests: 'test',
  unittest: 'test',
  unittests: 'test',
  'e2e-tests': 'test',
  cypress: 'test',
  playwright: 'test',
  benches: 'test',
  benchmark: 'test',
  benchmarks: 'test',
  features: 'test',

  example: 'example',
  examples: 'example',
  _examples: 'example',
  '.examples': 'example',
  __brick__: 'example',
  sample: 'example',
  samples: 'example',
  demo: 'example',
  demos: 'example',
  playground: 'example',
  playgrounds: 'example',
  tutorial: 'example',
  tutorials: 'example',

  doc: 'docs',
  docs: 'docs',
  documentation: 'docs',
  docs_src: 'example',
  javadoc: 'docs',
};

/** Folders that have their meaning only for some files. */
export const conditionalFolders: Readonly<Record<string, RegExp>> = {
  // Cucumber's; a product's `features/` holds its code.
  features: /\.feature$|(?:^|\/)(?:step_definitions|support)\/[^/]+\.\w+$/,
  // Harnesses that a fuzzer runs lie in a folder at the top, or are targets of Cargo.
  fuzz: /^fuzz\/.*\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx)$|(?:^|\/)fuzz\/fuzz_targets\//,
  fuzzing: /^fuzzing\/.*\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx)$/,
  // What programs of C and C++ call the folder of their unit tests; elsewhere these are names of libraries for testing.
  utest: /\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx)$/,
  utests: /\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx)$/,
  unittest: /\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx)$/,
  unittests: /\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx|cs|java|kt|swift|dart)$/,
  // Nobody copies packages of Elixir: there it is what the product does with the services of others.
  third_party: /^(?!.*\.exs?$)/,
  // In the sources it is a part of what measures.
  benchmark: /^(?!(?:.*\/)?(?:src|lib|app|internal|pkg)\/(?:[^/]+\/){0,6}benchmarks?\/)/,
  benchmarks: /^(?!(?:.*\/)?(?:src|lib|app|internal|pkg)\/(?:[^/]+\/){0,6}benchmarks?\/)/,
  // Of statements and settings a generated one is as good as a written one, and packages have names in their paths.
  generated:
    /^(?!(?:.*\/)?(?:java|kotlin|scala|groovy)\/).*\.(?:[cm]?[jt]sx?|py|rb|php|cs|go|rs|dart|swift|c|cc|cpp|h)$/,
  // Reports of test runs; insurances have coverage, too.
  coverage: /(?:^|\/)coverage\/(?:lcov\b|.*\.(?:html|info|css)$)/,
  // Kubernetes has pods as well.
  pods: /(?:^|\/)Pods\//,
  // A compiled package; the sources of a site may lie in a folder of that name, too.
  dist: /\.(?:[cm]?js|d\.[cm]?ts|css|map|html|json|wasm)$/,
  // An OpenAPI document or another specification is no test.
  spec: /\.(?:[cm]?[jt]sx?|rb|py|php|java|kt|cs|go|rs|ex|exs|scala|swift|dart|lua|coffee|erb|haml)$/,
  specs: /\.(?:[cm]?[jt]sx?|rb|py|php|java|kt|cs|go|rs|ex|exs|scala|swift|dart|lua|coffee)$/,
};

export interface FileRule {
  readonly role: FileRole;
  /** Against the whole path. */
  readonly pattern: RegExp;
  readonly example: string;
}

/** Vendored by place, where the name of the folder alone does not tell: a shop has vendors, too. */
export const vendoredRules: readonly FileRule[] = [
  { role: 'vendored', pattern: /^(?:vendor|deps\/[^/]+)\//, example: 'deps/lua/src/lapi.c' },
  {
    role: 'vendored',
    pattern:
      /(?:^|\/)vendor\/(?:bundle|cache|assets|plugins|composer|github\.com|golang\.org|google\.golang\.org|gopkg\.in|k8s\.io)\//,
    example: 'api/vendor/github.com/a/b/c.go',
  },
  {
    role: 'vendored',
    pattern:
      /(?:^|\/)(?:static|assets|public|js|css|scripts|javascripts|stylesheets|wwwroot|web|www|lib|media)\/(?:[\w-]+\/){0,3}(?:vendors?|external|plugins\/jquery)\//,
    example: 'app/static/admin/js/vendor/jquery/jquery.js',
  },
  {
    role: 'vendored',
    // Copies of installed packages, or of their programs, under a name of their own.
    pattern: /(?:^|\/)\.?node_modules[\w.-]{1,40}\//,
    example: 'web/.node_modules_bin/katex',
  },
  { role: 'vendored', pattern: knownLibrary, example: 'shop-wx/lib/vant-weapp/common/component.js' },
  {
    role: 'vendored',
    // Libraries as they were built elsewhere, with the headers to use them.
    pattern: /\.(?:xc)?framework\//,
    example: 'macosx/Sparkle.framework/Versions/B/Headers/Sparkle.h',
  },
  { role: 'vendored', pattern: /(?:^|\/)wwwroot\/lib\//, example: 'src/Web/wwwroot/lib/bootstrap/js/bootstrap.js' },
  {
    role: 'vendored',
    pattern:
      /(?:^|\/)(?:jquery|bootstrap|angular|react|vue|lodash|underscore|backbone|moment|d3|three|modernizr|normalize|font-?awesome)(?:[.-](?:ui|core|bundle|slim|custom))?(?:[.-]v?\d[\d.]*)?(?:\.min)?\.(?:js|css)$/,
    example: 'public/jquery-3.6.0.js',
  },
  {
    role: 'vendored',
    pattern: /(?:^|\/)(?:gradlew(?:\.bat)?|mvnw(?:\.cmd)?|\.mvn\/wrapper\/[^/]+)$/,
    example: 'gradlew',
  },
];

export const generatedRules: readonly FileRule[] = [
  {
    role: 'generated',
    pattern:
      /(?:^|\/)(?:priv\/static|public\/(?:build|dist|packs|assets)|app\/assets\/builds)\/.*\.(?:[cm]?js|css|map)$/,
    example: 'priv/static/assets/app.js',
  },
  { role: 'generated', pattern: /\.min\.(?:[cm]?js|css)$/, example: 'a.min.js' },
  { role: 'generated', pattern: /\.(?:[cm]?js|css)\.map$/, example: 'a.js.map' },
  {
    role: 'generated',
    pattern:
      /\.(?:pb|pb\.gw|twirp|connect)\.(?:go|cc|h|ts|js|swift|dart)$|_pb2(?:_grpc)?\.pyi?$|_grpc\.pb\.go$|_pb\.(?:js|d\.ts|ts|rb)$/,
    example: 'api/users.pb.go',
  },
  {
    role: 'generated',
    pattern: /(?:^|\/)(?:generated_plugin_registrant|GeneratedPluginRegistrant)\.\w+$|(?:^|\/)generated_\w+\.cmake$/,
    example: 'linux/flutter/generated_plugin_registrant.cc',
  },
  {
    role: 'generated',
    // What tells editors of a framework's magic, with a stub of every model.
    pattern: /(?:^|\/)(?:_ide_helper\w{0,40}|\.phpstorm\.meta)\.php$/,
    example: 'api/_ide_helper_models.php',
  },
  // Lock files in the form of Nix, made by yarn2nix, node2nix, elm2nix, crate2nix, bundix and their like.
  {
    role: 'generated',
    pattern:
      /(?:^|\/)(?:yarn|node-(?:packages|env)|elm-srcs|Cargo|crate-hashes|gomod2nix|gemset|php-packages|composer-env)\.nix$/,
    example: 'modules/client/yarn.nix',
  },
  // prost names a file after its protobuf package; people put no dots into names of Rust's modules.
  {
    role: 'generated',
    pattern: /(?:^|\/)[a-z]\w*(?:\.(?!(?:test|spec|bench)\.)\w+)+\.rs$/,
    example: 'assets/prost/api.plugin_command.rs',
  },
  {
    role: 'generated',
    pattern:
      /(?:^|\/)(?:components|auto-imports|typed-router)\.d\.ts$|(?:^|\/)dist-js\/.*\.(?:[cm]?js|d\.[cm]?ts|map)$/,
    example: 'src/components.d.ts',
  },
  {
    role: 'generated',
    pattern:
      /(?:^|\/)zz_generated[\w.]*\.go$|[._]gen(?:erated)?\.(?:go|[cm]?[jt]sx?|py|rs|cs|dart|kt|java)$|\.generated\.\w+(?:\.\w+)?$|(?:^|\/)generated\.(?:go|ts)$/,
    example: 'graph/generated.go',
  },
  {
    role: 'generated',
    pattern: /\.(?:g|designer|g\.i)\.cs$|\.(?:freezed|g|gr|mocks)\.dart$/i,
    example: 'Resources.Designer.cs',
  },
  {
    role: 'generated',
    pattern: /(?:^|\/)(?:src\/)?generated\/(?:prisma|graphql|client|api|types)\//,
    example: 'src/generated/prisma/index.ts',
  },
];

/**
 * Folders whose framework keeps tests elsewhere: a command called `test_emails`, a model of laboratory tests and a page
 * in a folder `Test` are the product's.
 */
export const productFolders: readonly FileRule[] = [
  {
    role: 'source',
    pattern: /(?:^|\/)management\/commands\/[^/]+\.py$/,
    example: 'shop/management/commands/test_emails.py',
  },
  {
    role: 'source',
    pattern:
      /(?:^|\/)app\/(?:console|http|models|jobs|mail(?:ers)?|events|listeners|services|actions|livewire|filament|providers|notifications|policies|controllers|helpers|channels|serializers|workers)\/[^.]*\.(?:php|rb)$/i,
    example: 'app/Console/Commands/Test/SendMailCommand.php',
  },
  {
    role: 'source',
    pattern: /(?:^|\/)src\/main\/(?:java|kotlin|scala|groovy)\/[^.]*\.\w+$/,
    example: 'src/main/java/com/acme/lab/BloodTest.java',
  },
  {
    role: 'source',
    pattern:
      /^(?:(?:apps|packages|web|frontend|client)\/(?:[^/]+\/)?)?(?:src\/routes\/(?:[^/]+\/){1,20}\+(?:server|page|layout)[\w.]*\.(?:[jt]s|svelte)|(?:src\/)?app\/(?:[^/]+\/){1,20}(?:route|page|layout)\.[jt]sx?)$/,
    example: 'src/routes/docs/search/+server.ts',
  },
];

/** By name, whatever the folder. */
export const testFiles: readonly FileRule[] = [
  { role: 'fixture', pattern: /\.snap$/, example: 'a.test.ts.snap' },
  {
    role: 'test',
    pattern:
      /[._-](?:test|tests|spec|e2e|e2e-spec|cy|bench)\.(?:[cm]?[jt]sx?|vue|py|rb|go|php|rs|dart|ex|exs|lua|c|cc|cpp|clj|cljs|sql)$/,
    example: 'users.e2e-spec.ts',
  },
  { role: 'test', pattern: /_(?:test|spec)\.(?!md|json|ya?ml|txt|html)\w+$/, example: 'users_test.go' },
  { role: 'test', pattern: /(?:^|\/)(?:(?:test_[^/]*|conftest|tests)\.py|tests?\.rs)$/, example: 'app/test_users.py' },
  { role: 'test', pattern: /(?:^|\/)test[-_][^/]*\.(?:[cm]?[jt]sx?|c|cpp)$/, example: 'test-http.js' },
  {
    role: 'test',
    pattern:
      /[a-z0-9](?:Tests?\.(?:java|kt|kts|cs|fs|vb|php|scala|groovy|swift|m|hs)|TestCase\.(?:php|java|kt)|IT\.(?:java|kt)|Spec\.(?:kt|php|scala|groovy|swift|hs))$/,
    example: 'UserServiceTests.cs',
  },
  { role: 'example', pattern: /\.stories\.(?:[cm]?[jt]sx?|mdx|vue|svelte)$/, example: 'Button.stories.tsx' },
];

/**
 * A folder that is named after what it tests: `Shop.UnitTests/`, `Shop.Tests.Common/`, `users-tests/`, `src/jvmTest/`, or a
 * set of sources beside `src/main/` that only tests consist of: `src/testFixtures/`, `src/integration/kotlin/`.
 */
export const testFolder =
  /(?:^|\/)(?:src\/(?:[a-z]\w*Test|testFixtures|(?:it|integration|functional|acceptance|e2e|jmh)(?=\/(?:java|kotlin|scala|groovy|resources)\/))|[A-Z][\w.]*\.Tests?\.[\w.]+|[\w.-]*(?:[._-]|(?:Unit|Functional|Integration|Acceptance|End2End|EndToEnd))[Tt]ests?|[\w.]*[a-z](?:Tests|E2E)|(?:android|ios|jvm|js|macos|windows|desktop|native)Test)\//;

/** A folder of the samples of something: `admin-samples/`, `iOS Example/`. */
export const exampleFolder =
  /(?:^|\/)[\w.]+(?:[- ][\w.]+){0,5}[- ](?:examples?|samples?|demos?)(?:[- ](?:apps?|applications?|projects?))?\//i;

export const migrationRules: readonly FileRule[] = [
  {
    role: 'migration',
    pattern:
      /(?:^|\/)(?:[\w-]*migrations?|migrate|post_migrate|changelog)\/(?:[^/]+\/){0,2}(?:\d{3,}|V\d)[^/]*\.(?!md$)\w+$/i,
    example: 'db/migrate/20240101000000_create_users.rb',
  },
  {
    role: 'migration',
    pattern: /(?:^|\/)migrations?\/(?:[^/]+\/){0,3}\d{3,}[^/]*\/[^/]+$/i,
    example: 'prisma/migrations/20240101_init/migration.sql',
  },
  {
    role: 'migration',
    pattern: /(?:^|\/)migrations?\/(?:[^/]+\/){0,2}[^/]+\.sql$/i,
    example: 'db/migrations/create_users.up.sql',
  },
  { role: 'migration', pattern: /(?:^|\/)alembic\/versions\/[^/]+\.py$/, example: 'alembic/versions/ab12_users.py' },
  {
    role: 'migration',
    pattern: /(?:^|\/)Migrations\/[^/]*ModelSnapshot\.cs$/,
    example: 'Data/Migrations/AppModelSnapshot.cs',
  },
];

export const configRules: readonly FileRule[] = [
  {
    role: 'config',
    pattern:
      /(?:^|\/)(?:package\.json|package-lock\.json|npm-shrinkwrap\.json|composer\.(?:json|lock)|yarn\.lock|go\.(?:mod|sum|work|work\.sum)|gemfile(?:\.lock)?|rakefile|pipfile(?:\.lock)?|procfile|makefile|gnumakefile|justfile|vagrantfile|jenkinsfile|cmakelists\.txt|requirements[\w.-]*\.txt|constraints[\w.-]*\.txt|[^/]*\.gemspec|[^/]*\.lock|[^/]*\.lockb?|mix\.exs|rebar\.config|build\.gradle(?:\.kts)?|settings\.gradle(?:\.kts)?|pom\.xml|build\.xml|build\.sbt|setup\.py|manifest\.in|[^/]*\.(?:cs|fs|vb)proj|[^/]*\.sln|nuget\.config|directory\.[\w.]+\.props|global\.json)$/i,
    example: 'Gemfile.lock',
  },
  {
    role: 'config',
    pattern: /(?:^|\/)(?:dockerfile|containerfile)(?:[._-][^/]*)?$|\.dockerfile$/i,
    example: 'Dockerfile.dev',
  },
  {
    role: 'config',
    pattern: /\.(?:ya?ml|toml|ini|cfg|conf|properties|editorconfig|env|plist|hcl|tfvars)$/i,
    example: 'application.yml',
  },
  { role: 'config', pattern: /(?:^|\/)\.env(?:\.[^/]*)?$/, example: '.env.example' },
  {
    role: 'config',
    pattern:
      /(?:^|\/)[\w.-]+\.(?:config|conf|rc|setup)\.(?:[cm]?[jt]s|json)$|(?:^|\/)\.[\w-]+rc(?:\.(?:[cm]?js|json|ya?ml))?$|(?:^|\/)\.[\w-]+(?:ignore|attributes|version)$/,
    example: 'vite.config.ts',
  },
  {
    role: 'config',
    pattern:
      /(?:^|\/)(?:ts|js)config(?:\.[\w.-]+)?\.json$|(?:^|\/)(?:gulpfile|gruntfile|karma\.conf|babel\.config)\.[cm]?[jt]s$/i,
    example: 'tsconfig.base.json',
  },
];

export const docsFile =
  /\.(?:md|mdx|rst|adoc|txt)\.(?:gotmpl|go?tpl|tmpl|tpl|j2|jinja2?|hbs|mustache|ejs|erb|liquid)$|\.(?:md|mdx|rst|adoc|asciidoc|markdown|textile|rdoc|pod|1|2|3|5|7|8)$|(?:^|\/)(?:readme|changelog|changes|history|news|license|licence|copying|notice|authors|contributors|contributing|security|code_of_conduct)(?:\.txt)?$/i;
