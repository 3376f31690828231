import type { Purpose } from './purposes';

/** A command that comes with a tool: nobody declares it, and everyone who knows the tool types it. */
export interface ConventionalCommand {
  readonly purpose: Purpose;
  readonly run: string;
  /** The file whose presence means that the tool is used. */
  readonly marker: RegExp;
  /** And a dependency of the inventory that brings the command. */
  readonly dependency?: RegExp;
  /** And a dependency of any of its parts. */
  readonly somewhere?: RegExp;
  /** And that dependency, if its version is known, at least, or below, this major one. */
  readonly since?: number;
  readonly before?: number;
  /** And another file, without which the command has nothing to do. */
  readonly also?: RegExp;
  /** And a job of a pipeline starts it: a script of that name may be for anything. */
  readonly isOfJobs?: true;
  /** And a line of the marker that says that there are tests; it is what is cited. */
  readonly needsTests?: true;
  /** And such a line of a file of this form, at the top or below; it is what is cited. */
  readonly testsIn?: RegExp;
  /** And files that, all of them there, say that something else does it. */
  readonly unless?: readonly RegExp[];
  /** And not a marker that imports one of these: it reads words of its own. */
  readonly unlessImports?: RegExp;
}

/** A project of Xcode and what only an application has: it needs the libraries of the device that it runs on. */
const appOfXcode = [
  /^(?:[^/]+\/){0,2}[^/]+\.xcodeproj\/project\.pbxproj$/,
  /^(?!(?:[^/]+\/){0,4}[^/]*(?:examples?|demos?|samples?|tests?)[^/]*\/)(?:[^/]+\/){0,8}(?:(?:App|Scene)Delegate\.(?:swift|m)|AppIcon\.appiconset\/Contents\.json|LaunchScreen\.storyboard)$/i,
];

/** What brings the libraries of C has to be told to CMake, each in a way of its own. */
const packageOfC = /(?:^|\/)(?:vcpkg\.json|conanfile\.(?:txt|py))$/;

/** Plugins of sbt that pack or start a program. */
const applicationOfSbt = /:(?:sbt-native-packager|sbt-revolver|sbt-assembly)$/;

/** It builds by its own Makefile, and keeps the other tool's settings for those who depend on it. */
const erlangMk = [/^erlang\.mk$/];

const rails = /^(?:rails|railties)$/;
const schemaOfRails = /^db\/(?:migrate\/|schema\.rb$|structure\.sql$)/;

/** At the top: where parts alone have code, each of them is started by itself. */
const ownCode = /^src\/(?:main|commonMain|jvmMain)\//;

/** The wrapper before the bare tool; only the top of the repository and of its packages counts. */
export const conventionalCommands: readonly ConventionalCommand[] = [
  {
    purpose: 'run',
    run: './gradlew bootRun',
    marker: /^gradlew$/,
    dependency: /^plugin:org\.springframework\.boot$/,
    also: ownCode,
  },
  {
    purpose: 'run',
    run: './mvnw spring-boot:run',
    marker: /^mvnw$/,
    dependency: /:spring-boot-maven-plugin$/,
    also: ownCode,
  },
  {
    purpose: 'run',
    run: './gradlew run',
    marker: /^gradlew$/,
    dependency: /^plugin:(?:application|io\.ktor\.plugin)$/,
    also: ownCode,
  },
  // Scripts without an ending, which many projects keep under the same names whatever they are written in.
  { purpose: 'set up', run: 'script/bootstrap', marker: /^script\/bootstrap$/ },
  { purpose: 'set up', run: 'script/setup', marker: /^script\/setup$/ },
  { purpose: 'run', run: 'script/server', marker: /^script\/server$/ },
  { purpose: 'test', run: 'script/test', marker: /^script\/test$/ },
  { purpose: 'test', run: 'scripts/test', marker: /^scripts\/test$/ },
  { purpose: 'lint', run: 'scripts/lint', marker: /^scripts\/lint$/ },
  { purpose: 'build', run: './build.sh', marker: /^build\.sh$/, isOfJobs: true },
  { purpose: 'test', run: './test.sh', marker: /^test\.sh$/, isOfJobs: true },
  ...['runtests', 'runtests.sh', 'run-tests.sh', 'run_tests.sh'].map((name) => ({
    purpose: 'test' as const,
    run: `./${name}`,
    marker: new RegExp(`^${name.replace('.', '\\.')}$`),
    isOfJobs: true as const,
  })),
  { purpose: 'build', run: './gradlew build', marker: /^gradlew$/ },
  { purpose: 'test', run: './gradlew test', marker: /^gradlew$/, also: /(?:^|\/)src\/\w*[tT]est\w*\// },
  { purpose: 'build', run: './mvnw package', marker: /^mvnw$/ },
  { purpose: 'test', run: './mvnw test', marker: /^mvnw$/, also: /(?:^|\/)src\/test\// },
  { purpose: 'build', run: 'mvn package', marker: /^pom\.xml$/ },
  { purpose: 'test', run: 'mvn test', marker: /^pom\.xml$/, also: /(?:^|\/)src\/test\// },
  { purpose: 'build', run: 'cargo build', marker: /^Cargo\.toml$/ },
  { purpose: 'test', run: 'cargo test', marker: /^Cargo\.toml$/ },
  { purpose: 'run', run: 'cargo run', marker: /^src\/main\.rs$/ },
  { purpose: 'run', run: 'go run .', marker: /^main\.go$/ },
  { purpose: 'build', run: 'go build ./...', marker: /^go\.mod$/ },
  { purpose: 'test', run: 'go test ./...', marker: /^go\.mod$/, also: /_test\.go$/ },
  { purpose: 'build', run: 'dotnet build', marker: /^(?:[Ss]rc\/|source\/)?[^/]+\.slnx?$/ },
  {
    purpose: 'test',
    run: 'dotnet test',
    marker: /^(?:[Ss]rc\/|source\/)?[^/]+\.slnx?$/,
    also: /[tT]ests?[^/]*\.(?:cs|fs|vb)proj$/,
  },
  {
    purpose: 'run',
    run: 'python manage.py runserver',
    marker: /^manage\.py$/,
    somewhere: /^django$/i,
    unlessImports: /^flask/i,
  },
  {
    purpose: 'migrate',
    run: 'python manage.py migrate',
    marker: /^manage\.py$/,
    somewhere: /^django$/i,
    unlessImports: /^flask/i,
  },
  { purpose: 'run', run: 'php artisan serve', marker: /^artisan$/ },
  { purpose: 'migrate', run: 'php artisan migrate', marker: /^artisan$/ },
  { purpose: 'run', run: 'bin/dev', marker: /^bin\/dev$/ },
  { purpose: 'run', run: 'bin/rails server', marker: /^bin\/rails$/ },
  // Its fifth version took over what Rake had done before.
  { purpose: 'test', run: 'bin/rails test', marker: /^test\/test_helper\.rb$/, dependency: rails, since: 5 },
  { purpose: 'test', run: 'bundle exec rake test', marker: /^test\/test_helper\.rb$/, dependency: rails, before: 5 },
  {
    purpose: 'migrate',
    run: 'bin/rails db:migrate',
    marker: /^bin\/rails$/,
    dependency: rails,
    also: schemaOfRails,
    since: 5,
  },
  {
    purpose: 'migrate',
    run: 'bundle exec rake db:migrate',
    marker: /^bin\/rails$/,
    dependency: rails,
    also: schemaOfRails,
    before: 5,
  },
  { purpose: 'set up', run: 'bin/setup', marker: /^bin\/setup$/ },
  { purpose: 'test', run: 'bundle exec rspec', marker: /^\.rspec$/ },
  {
    purpose: 'test',
    run: 'bundle exec rspec',
    marker: /^spec\/(?:spec|rails)_helper\.rb$/,
    dependency: /^rspec(?:-rails|-core)?$/,
  },
  {
    purpose: 'test',
    run: 'bundle exec cucumber',
    marker: /^features\/support\/env\.rb$/,
    dependency: /^cucumber(?:-rails)?$/,
  },
  { purpose: 'run', run: 'flask run', marker: /^\.flaskenv$/ },
  { purpose: 'test', run: 'pytest', marker: /^((tests?|backend\/tests?)\/)?conftest\.py$/ },
  { purpose: 'test', run: 'pytest', marker: /^pytest\.ini$/ },
  // Some packages hold their own tests.
  {
    purpose: 'test',
    run: 'pytest',
    marker: /^(?:src\/)?(?!docs?\/|examples?\/|samples?\/)[\w-]{1,60}\/tests?\/conftest\.py$/,
    dependency: /^pytest$/,
  },
  { purpose: 'test', run: 'mix test', marker: /^mix\.exs$/, also: /(?:^|\/)test\/.*_test\.exs$/ },
  { purpose: 'run', run: 'mix phx.server', marker: /^lib\/[\w]{1,60}_web\/endpoint\.ex$/ },
  { purpose: 'test', run: 'vendor/bin/pest', marker: /^phpunit\.xml(\.dist)?$/, dependency: /^pestphp\/pest$/ },
  {
    purpose: 'test',
    run: 'vendor/bin/phpunit',
    marker: /^phpunit\.xml(\.dist)?$/,
    dependency: /^phpunit\/phpunit$/,
    // Pest has tests of its own kind, which the runner below it does not see.
    unless: [/^tests\/Pest\.php$/],
  },
  { purpose: 'run', run: 'flutter run', marker: /^lib\/main\.dart$/, dependency: /^flutter$/ },
  {
    purpose: 'test',
    run: 'flutter test',
    marker: /^pubspec\.yaml$/,
    dependency: /^flutter$/,
    also: /^test\/.*_test\.dart$/,
  },
  {
    purpose: 'test',
    run: 'dart test',
    marker: /^pubspec\.yaml$/,
    dependency: /^test$/,
    also: /^test\/.*_test\.dart$/,
  },
  { purpose: 'build', run: 'rebar3 compile', marker: /^rebar\.config$/, unless: erlangMk },
  {
    purpose: 'test',
    run: 'rebar3 ct',
    marker: /^rebar\.config$/,
    unless: erlangMk,
    also: /^(?:apps\/\w{1,60}\/)?test\/.*_SUITE\.erl$/,
  },
  {
    purpose: 'test',
    run: 'rebar3 eunit',
    marker: /^rebar\.config$/,
    unless: erlangMk,
    also: /^(?:apps\/\w{1,60}\/)?test\/.*_tests\.erl$/,
  },
  { purpose: 'build', run: './configure && make', marker: /^configure$/ },
  {
    purpose: 'build',
    run: 'autoreconf -i && ./configure && make',
    marker: /^configure\.ac$/,
    also: /^Makefile\.am$/,
    // Each of them is another way to begin.
    unless: [/^(?:configure|autogen\.sh|bootstrap(?:\.sh)?)$/],
  },
  {
    purpose: 'build',
    run: './autogen.sh && ./configure && make',
    marker: /^autogen\.sh$/,
    also: /^configure\.(?:ac|in)$/,
    unless: [/^configure$/],
  },
  { purpose: 'test', run: 'make check', marker: /^Makefile\.am$/, needsTests: true },
  { purpose: 'build', run: 'cmake -B build && cmake --build build', marker: /^CMakeLists\.txt$/, unless: [packageOfC] },
  {
    purpose: 'test',
    run: 'ctest --test-dir build',
    marker: /^CMakeLists\.txt$/,
    needsTests: true,
    unless: [packageOfC],
  },
  { purpose: 'build', run: 'meson setup build && meson compile -C build', marker: /^meson\.build$/ },
  { purpose: 'test', run: 'meson test -C build', marker: /^meson\.build$/, testsIn: /(?:^|\/)meson\.build$/ },
  { purpose: 'build', run: 'cabal build', marker: /^[\w.-]{1,80}\.cabal$/ },
  { purpose: 'test', run: 'cabal test', marker: /^[\w.-]{1,80}\.cabal$/, needsTests: true },
  { purpose: 'build', run: 'cabal build all', marker: /^cabal\.project$/, unless: [/^[\w.-]{1,80}\.cabal$/] },
  { purpose: 'build', run: 'stack build', marker: /^stack\.yaml$/ },
  { purpose: 'test', run: 'stack test', marker: /^stack\.yaml$/, also: /(?:^|\/)tests?\/.*\.hs$/ },
  { purpose: 'build', run: 'zig build', marker: /^build\.zig$/ },
  { purpose: 'test', run: 'zig build test', marker: /^build\.zig$/, needsTests: true },
  { purpose: 'test', run: 'lein test', marker: /^project\.clj$/, also: /^test\/.*_test\.cljc?$/ },
  { purpose: 'build', run: 'dune build', marker: /^dune-project$/ },
  { purpose: 'test', run: 'dune test', marker: /^dune-project$/, also: /^tests?\/(?:[\w-]{1,60}\/){0,2}dune$/ },
  { purpose: 'run', run: 'sbt run', marker: /^build\.sbt$/, somewhere: applicationOfSbt, also: /^src\/main\/scala\// },
  { purpose: 'build', run: 'sbt compile', marker: /^build\.sbt$/ },
  { purpose: 'test', run: 'sbt test', marker: /^build\.sbt$/, also: /(?:^|\/)src\/test\/scala\/|^test\/.*\.scala$/ },
  { purpose: 'build', run: 'swift build', marker: /^Package\.swift$/, unless: appOfXcode },
  { purpose: 'test', run: 'swift test', marker: /^Package\.swift$/, needsTests: true, unless: appOfXcode },
];
