import type { FileRole } from '../sourceFile';

export interface FileRule {
  readonly role: FileRole;
  /** Against the whole path. */
  readonly pattern: RegExp;
  readonly example: string;
}

export const generatedRules: readonly FileRule[] = [
  {
    role: 'generated',
    pattern: /(?:^|\/)(?:priv\/static|public\/(?:build|dist|packs)|app\/assets\/builds)\/.*\.(?:[cm]?js|css|map)$/,
    example: 'priv/static/assets/app.js',
  },
  {
    role: 'generated',
    // Packed with a digest in its name; others below `public/assets` may be written by hand.
    pattern: /(?:^|\/)public\/assets\/.*[.-](?=[\w-]*\d)[\w-]{8,64}\.(?:[cm]?js|css|map)$/,
    example: 'public/assets/application-5d1c8bff2a.js',
  },
  { role: 'generated', pattern: /\.(?:min|bundle|iife|umd|browser-global)\.(?:[cm]?js|css)$/, example: 'a.min.js' },
  // What intercepts requests for a page under test, as its package writes it there.
  { role: 'generated', pattern: /(?:^|\/)mockServiceWorker\.js$/, example: 'public/mockServiceWorker.js' },
  { role: 'generated', pattern: /\.(?:[cm]?js|css)\.map$/, example: 'a.js.map' },
  // What Erlang compiles, with the list of its modules.
  { role: 'generated', pattern: /(?:^|\/)ebin\/[^/]+\.(?:app|appup)$/, example: 'ebin/cups.app' },
  // What wro4j puts together.
  { role: 'generated', pattern: /(?:^|\/)wro\.(?:css|js)$/, example: 'src/main/resources/static/css/wro.css' },
  // What fastlane keeps of itself for lanes that are written in Swift.
  { role: 'generated', pattern: /(?:^|\/)fastlane\/swift\/[^/]+\.swift$/, example: 'fastlane/swift/Actions.swift' },
  {
    role: 'generated',
    pattern:
      /\.(?:pb|pb\.gw|twirp|connect)\.(?:go|cc|h|ts|js|swift|dart|ex|rb)$|_pb2(?:_grpc)?\.pyi?$|_grpc\.pb\.go$|_pb\.(?:js|d\.ts|ts|rb)$/,
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
  {
    role: 'generated',
    // The windows that a new project of Flutter comes with.
    pattern:
      /^(?=.*\.(?:cpp|cc|h)$)(?:.*\/)?(?:windows\/runner\/(?:flutter_window|win32_window|utils|main|resource)|linux\/(?:runner\/)?(?:my_application|main))\.(?:cpp|cc|h)$/,
    example: 'windows/runner/win32_window.cpp',
  },
  // Lock files in the form of Nix, made by yarn2nix, node2nix, elm2nix, crate2nix, bundix and their like.
  {
    role: 'generated',
    pattern:
      /(?:^|\/)(?:yarn|node-(?:packages|env)|elm-srcs|Cargo|crate-hashes|gomod2nix|gemset|php-packages|composer-env)\.nix$/,
    example: 'modules/client/yarn.nix',
  },
  // prost names a file after its protobuf package; people put no dots into names of Rust's modules, but into those of templates.
  {
    role: 'generated',
    pattern: /(?:^|\/)[a-z]\w*(?:\.(?!(?:test|spec|bench|tera|hbs|askama|j2|jinja2?|tpl|tmpl|template|in)\.)\w+)+\.rs$/,
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
      /(?:^|\/)zz_generated[\w.]*\.go$|(?:[._]generated|\.gen)\.(?:go|[cm]?[jt]sx?|py|rs|cs|dart|kt|java)$|_gen\.(?:go|rs|cs|dart)$|\.generated\.\w+(?:\.\w+)?$|(?:^|\/)(?:generated\.(?:go|ts)|bindata(?:_assetfs)?\.go)$/,
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

/** By name, whatever the folder. */
export const testFiles: readonly FileRule[] = [
  { role: 'fixture', pattern: /\.snap$/, example: 'a.test.ts.snap' },
  { role: 'fixture', pattern: /(?:^|\/)\w{1,80}_SUITE_data\//, example: 'systest/cups_SUITE_data/app/rebar.config' },
  // Records that tests begin with, in the package that holds them.
  { role: 'fixture', pattern: /\w_fixtures?\.go$/, example: 'internal/entity/cup_fixtures.go' },
  // What Sublime Text tries its grammars on.
  { role: 'fixture', pattern: /^(?:.*\/)?syntax_test_[^/]*$/, example: 'assets/Java/syntax_test_java.java' },
  {
    role: 'test',
    pattern:
      /[._-](?:test|tests|e2e|e2e-spec|cy|bench)\.(?:[cm]?[jt]sx?|vue|py|rb|go|php|rs|dart|exs|lua|c|cc|cpp|clj|cljs|sql)$/,
    example: 'users.e2e-spec.ts',
  },
  {
    role: 'test',
    // Other languages call descriptions of what they make so.
    pattern: /[._-]spec\.(?:[cm]?[jt]sx?|vue|coffee|rb|cr|php|exs|lua|moon|sh|cljs?|hs)$/,
    example: 'cups_spec.rb',
  },
  {
    role: 'test',
    // A word between says where the test runs: `cart.test.browser.ts`, `cart.spec.pw.tsx`.
    pattern: /\.(?:test|spec)\.[a-z][\w-]{1,20}\.[cm]?[jt]sx?$/,
    example: 'src/cart.test.pw.tsx',
  },
  // What Elixir compiles is a part of the product: its tests are scripts (`.exs`).
  {
    role: 'test',
    pattern: /_test\.(?!md|json|ya?ml|txt|html|ex$|jinja2?$|j2$|twig$|erb$|haml$|slim$|s?css$)\w+$/,
    example: 'users_test.go',
  },
  {
    role: 'test',
    // What a runner loads before the tests, by the names that its documents give.
    pattern:
      /(?:^|\/)(?:(?:jest|vitest|mocha|jasmine|playwright|cypress|bun)[._-]?(?:global-?)?(?:setup|env|environment|polyfills?|globals?|teardown)(?:[._-][\w-]{1,30})?|setup[._-]?(?:jest|vitest|mocha|tests?)|test-?setup)\.[cm]?[jt]sx?$/i,
    example: 'packages/cups/jest.setup.ts',
  },
  {
    role: 'test',
    // A module of Rust is declared by the product, whoever it serves: nobody's imports tell of it.
    pattern: /(?:^|\/)test[-_](?:utils?|helpers?|support|env|harness|data|fixtures?)\.rs$/,
    example: 'crates/core/src/test_utils.rs',
  },
  {
    role: 'test',
    pattern:
      /(?:^|\/)locust(?:file)?\.py$|^bench(?:marks?)?\.(?:py|rb|[cm]?js)$|(?:^|\/)run[-_]?tests?\.(?:py|pl|[cm]?js)$/,
    example: 'bench.py',
  },
  {
    role: 'test',
    // What the files of a program in C take in is not asked for who takes it.
    pattern: /(?:^|\/)test[-_]?(?:utils?|helpers?|support|harness|fixtures?|common)\.(?:c|cc|cpp|cxx|h|hh|hpp)$/,
    example: 'util/testutil.cc',
  },
  // What answers in place of a server while a test or a developer asks.
  { role: 'test', pattern: /[\w-]\.mocks?\.[cm]?[jt]sx?$/, example: 'src/orders.mock.ts' },
  { role: 'test', pattern: /(?:^|\/)(?:(?:test_[^/]*|conftest|tests)\.py|tests?\.rs)$/, example: 'app/test_users.py' },
  {
    role: 'test',
    pattern:
      /^tests?\.(?:c|cc|cpp|rb|py|php|pl|lua|[cm]?[jt]s)$|(?:^|\/)test(?:[-_][^/]*\.(?:[cm]?[jt]sx?|c|cpp)|(?:app|main|runner|driver|suite)\.(?:c|cc|cpp))$/,
    example: 'test-http.js',
  },
  {
    role: 'test',
    pattern:
      /[a-z0-9](?:Tests?\.(?:java|kt|kts|cs|fs|vb|php|scala|groovy|swift|m|hs)|TestCase\.(?:php|java|kt)|IT\.(?:java|kt)|Spec\.(?:kt|php|scala|groovy|swift|hs))$/,
    example: 'UserServiceTests.cs',
  },
  {
    role: 'test',
    // What makes data to try a product with.
    pattern:
      /(?:^|\/)(?:generate|gen|create|make|seed|populate|load|insert)[-_](?:test|fake|dummy|mock|sample|demo)[-_]?(?:data|db|database|users|records|content)\.(?:py|rb|php|sh|sql|go|[cm]?[jt]s)$/,
    example: 'backend/tools/generate_test_data.py',
  },
  // Tests of Perl, and of shells that speak its protocol.
  {
    role: 'test',
    pattern: /(?:^|\/)(?:x?t|tests?|testcases)\/(?:[\w.-]{1,60}\/){0,6}[\w.-]{1,80}\.t$/,
    example: 'testcases/t/001-pour.t',
  },
  // What tsd and Vitest check types with.
  { role: 'test', pattern: /\.test-d\.[cm]?tsx?$/, example: 'types/cups.test-d.ts' },
  // Scripts of a suite of their own, which the code beside them does not load.
  { role: 'test', pattern: /(?:^|\/)integration\/[^/]+\.(?:sh|bats)$/, example: 'crates/cli/integration/env.sh' },
  {
    role: 'example',
    // Below the code of a product such a name may be that of a part which holds examples.
    pattern: /^(?:(?!src\/|app\/|lib\/)[\w.-]{1,40}\/)?[\w.-]{1,60}[-_]example\.(?:[cm]?[jt]sx?|py|rb|php|go|rs)$/,
    example: 'scripts/runkit-example.js',
  },
  {
    role: 'example',
    // Databases that are shown and tried out everywhere, and what fills one to look at.
    pattern:
      /(?:^|\/)(?:(?:northwind|chinook|sakila|pagila|adventure-?works)[\w.-]{0,30}|(?:sample|demo)[-_]?(?:data|db|database|schema)?)\.sql$/i,
    example: 'docker/northwind_ddl.sql',
  },
  // Requests that somebody keeps to try a server out with.
  { role: 'example', pattern: /\.(?:bru|http)$/, example: 'requests/orders/list.bru' },
  // Pages to try Swift out on.
  {
    role: 'example',
    pattern: /^(?:[^/]+\/){0,6}[^/]+\.playground\/.*\.swift$/,
    example: 'Cups.playground/Pages/Pour.xcplaygroundpage/Contents.swift',
  },
  { role: 'example', pattern: /\.stories\.(?:[cm]?[jt]sx?|mdx|vue|svelte)$/, example: 'Button.stories.tsx' },
];

export const migrationRules: readonly FileRule[] = [
  {
    role: 'migration',
    // Steps of the data, which gems keep beside those of the schema.
    pattern: /(?:^|\/)db\/(?:[\w-]{1,40}\/){0,2}data(?:_migrations?)?\/\d{14}_\w{1,150}\.rb$/,
    example: 'db/data/20240421162907_populate_cups.rb',
  },
  {
    role: 'migration',
    // A day in front of a script's name says when it was run.
    pattern: /(?:^|\/)\d{4}-\d{2}-\d{2}[_-][^/]*\.sql$/,
    example: 'util/DbScripts/2017-08-19_00_InitialSetup.sql',
  },
  {
    role: 'migration',
    pattern:
      /(?:^|\/)(?:[\w-]*migrations?(?:-\w{1,40})?|(?:\w{1,40}_)?migrate|changelog)\/(?:[^/]+\/){0,2}(?:\d{3,}|V(?:ersion)?\d|\d{1,4}\.\d{1,4}\.\d)[^/]*\.(?!md$)\w+$/i,
    example: 'server/db/migrations-sqlite/2.0.0-beta.1.js',
  },
  {
    role: 'migration',
    pattern: /(?:^|\/)migrations?\/(?:[^/]+\/){0,3}\d{3,}[^/]*\/[^/]+$/i,
    example: 'prisma/migrations/20240101_init/migration.sql',
  },
  {
    role: 'migration',
    pattern: /(?:^|\/)(?:[a-z]{1,20}[-_])?migrations?\/(?:[^/]+\/){0,2}[^/]+\.sql$/i,
    example: 'db/migrations/create_users.up.sql',
  },
  {
    role: 'migration',
    pattern: /(?:^|\/)(?:alembic|migrations?|revisions)\/(?:\w{1,40}\/)?versions\/[^/]+\.py$/,
    example: 'alembic/versions/ab12_users.py',
  },
  {
    role: 'migration',
    // What DBIx::Class writes of each version of a schema, and of the ways between them.
    pattern:
      /(?:^|\/)(?:dbicdh\/(?:[^/]+\/){1,4}[^/]+|(?:deploy|upgrade|downgrade)\/\d{1,4}(?:-\d{1,4})?\/\d{3}-[^/]+)\.(?:sql|pl|pm)$/,
    example: 'dbicdh/PostgreSQL/deploy/7/001-auto.sql',
  },
  {
    role: 'migration',
    // Change logs of Liquibase, written as programs.
    pattern: /(?:^|\/)grails-app\/migrations\/(?:[^/]+\/){0,4}[^/]+\.groovy$/,
    example: 'grails-app/migrations/install/changelog-tables.groovy',
  },
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
      /(?:^|\/)(?:package\.json|package-lock\.json|npm-shrinkwrap\.json|composer\.(?:json|lock)|yarn\.lock|go\.(?:mod|sum|work|work\.sum)|gemfile(?:\.lock)?|rakefile|podfile|fastfile|appfile|brewfile|dangerfile|guardfile|capfile|pipfile(?:\.lock)?|procfile|makefile|gnumakefile|justfile|vagrantfile|jenkinsfile|cmakelists\.txt|requirements[\w.-]*\.txt|constraints[\w.-]*\.txt|[^/]*\.(?:gem|pod|rock)spec|[^/]*\.lock|[^/]*\.lockb?|mix\.exs|rebar\.config|build\.gradle(?:\.kts)?|settings\.gradle(?:\.kts)?|pom\.xml|build\.xml|[^/]*\.sbt|setup\.py|manifest\.in|[^/]*\.(?:cs|fs|vb)proj|[^/]*\.sln|nuget\.config|directory\.[\w.]+\.props|global\.json)$/i,
    example: 'Gemfile.lock',
  },
  {
    role: 'config',
    pattern:
      /(?:^|\/)(?:dockerfile|containerfile)(?:[._-](?!(?:exs?|py|rb|go|rs|[cm]?[jt]sx?|php|java|kt|cs|scala|swift|dart|cc?|cpp|hp?p?)$)[^/]*)?$|\.dockerfile$/i,
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
      /^(?!(?:[\w.-]{1,60}\/){0,4}(?:src|lib|app)\/(?:[\w.-]{1,60}\/){0,8}[\w-]{1,60}\.config\.[cm]?[jt]s$)[^\n]*?(?:^|\/)[\w.-]+\.(?:config|conf|rc|setup)\.(?:[cm]?[jt]s|json)$|(?:^|\/)\.[\w-]+rc(?:\.(?:[cm]?js|json|ya?ml))?$|(?:^|\/)\.[\w-]+(?:ignore|attributes|version)$/,
    example: 'vite.config.ts',
  },
  {
    role: 'config',
    // What a tool is told lies in a file that begins with a dot.
    pattern: /(?:^|\/)\.[a-z][\w.-]{1,80}\.(?:php|py|rb|sh|exs|groovy|[cm]?[jt]s|ya?ml\.\w{1,8})$/,
    example: '.php-cs-fixer.dist.php',
  },
  {
    role: 'config',
    pattern:
      /(?:^|\/)(?:ts|js)config(?:\.[\w.-]+)?\.json$|(?:^|\/)(?:gulpfile|gruntfile|karma\.conf|babel\.config)\.[cm]?[jt]s$/i,
    example: 'tsconfig.base.json',
  },
];

/** Texts in a template are documents, too; views of Rails that are written in Markdown are pages and mails. */
export const docsFile =
  /^(?!(?:[^/]+\/){0,6}app\/views\/)[^\n]*\.(?:md|mdx|rst|adoc|txt)\.(?:gotmpl|go?tpl|tmpl|tpl|j2|jinja2?|hbs|mustache|ejs|erb|liquid)$|\.(?:md|mdx|rst|adoc|asciidoc|markdown|textile|rdoc|[Rr]d|pod|1|2|3|5|7|8)$|(?:^|\/)(?:readme|changelog|changes|history|news|license|licence|copying|notice|authors|contributors|contributing|security|code_of_conduct)(?:\.txt)?$|(?:^|\/)(?:readme|changelog|release[-_]?notes)\.html?$|(?:^|\/)readme\.(?!php$|[cm]?[jt]sx?$|py$|rb$|go$|java$|cs$|erb$|blade)[a-z]{1,6}$|\.docc\/|(?:^|\/)src\/site\/|(?:^|\/)(?:changes|news|newsfragments|changelog\.d|changes\.d|changelog\/unreleased)\/[^/]{1,80}\.(?:feature|bugfix|bug|doc|removal|misc|breaking|deprecation|packaging|contrib|performance)(?:\.\d{1,3})?$/i;
