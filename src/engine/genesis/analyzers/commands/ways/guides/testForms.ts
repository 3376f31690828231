import { type GuideForm, has, hasLike, hasPath, hasPathOr, hasScript } from './guideForm';
import { gradle, maker, maven, pom, project, python, script, wrapper } from './tools';

/** How the tests of the whole are run. */
export const testForms: readonly GuideForm[] = [
  {
    purpose: 'test',
    pattern: /^cargo xtask test$/,
    example: 'cargo xtask test',
    isThere: has('xtask/Cargo.toml', 'xtask/src/main.rs'),
    isOwn: true,
  },
  { purpose: 'test', pattern: maker('tests?'), example: './make.js test', isThere: hasPath, isOwn: true },
  {
    purpose: 'test',
    pattern: script('(?:run[-_]?)?tests?'),
    example: './run-tests.sh',
    isThere: hasScript,
    isOwn: true,
  },
  {
    purpose: 'test',
    pattern: new RegExp(`^${python}pytest$`),
    example: 'uv run pytest',
    isThere: hasLike(/^(?:[\w-]{1,40}\/){0,3}tests?\/(?:[\w-]{1,40}\/){0,2}(?:test_[\w-]{1,60}|conftest)\.py$/),
    tool: 'pyproject.toml',
  },
  { purpose: 'test', pattern: new RegExp(`^${python}tox$`), example: 'tox', isThere: has('tox.ini') },
  { purpose: 'test', pattern: new RegExp(`^${python}nox$`), example: 'nox', isThere: has('noxfile.py') },
  {
    purpose: 'test',
    pattern: new RegExp(`^${python}(?:(?:python3? )?(?:\\./)?manage\\.py test|unittest(?: discover)?)$`),
    example: 'python manage.py test',
    isThere: hasLike(/^(?:manage\.py|tests?\/[\w-]{1,60}\.py)$/),
    tool: 'manage.py',
  },
  {
    purpose: 'test',
    pattern: /^dotnet test(?: ([\w./-]{1,120}))?(?: -c (?:Release|Debug))?$/,
    example: 'dotnet test',
    isThere: hasPathOr(project),
    tool: 'a.sln',
  },
  {
    purpose: 'test',
    pattern: new RegExp(`^${maven}(?: clean)? (?:test|verify)$`),
    example: './mvnw test',
    isThere: pom,
    tool: 'pom.xml',
  },
  {
    purpose: 'test',
    pattern: new RegExp(`^${gradle}(?: clean)? (?:test|check|testDebugUnitTest|testDebug)$`),
    example: './gradlew check',
    isThere: wrapper,
    tool: 'gradlew',
  },
  {
    purpose: 'test',
    pattern:
      /^cargo (?:nextest run|test)(?: (?:--all|--workspace|--all-features|--all-targets|--release|--verbose|--locked|-v)){0,5}(?: -- --test-threads[ =]1)?$/,
    example: 'cargo test --workspace -- --test-threads 1',
    isThere: has('Cargo.toml'),
    tool: 'Cargo.toml',
  },
  {
    purpose: 'test',
    pattern: /^go test(?: -(?:v|race|cover|short|count=1)){0,4} \.\/\.\.\.$/,
    example: 'go test -race ./...',
    isThere: has('go.mod'),
    tool: 'go.mod',
  },
  {
    purpose: 'test',
    pattern: /^(?:bundle exec |bin\/)?(?:rake(?: (?:test|spec))?|rspec|rails test)$/,
    example: 'bundle exec rake',
    isThere: has('Rakefile', '.rspec', 'bin/rails'),
    tool: 'Rakefile',
  },
  {
    purpose: 'test',
    pattern: /^(?:php )?(?:\.\/)?(?:(?:vendor\/)?bin\/(?:phpunit|pest)|artisan test)$/,
    example: 'vendor/bin/phpunit',
    isThere: has('phpunit.xml', 'phpunit.xml.dist', 'phpunit.dist.xml'),
    tool: 'phpunit.xml',
  },
  { purpose: 'test', pattern: /^mix test$/, example: 'mix test', isThere: has('mix.exs'), tool: 'mix.exs' },
  {
    purpose: 'test',
    pattern: /^swift test$/,
    example: 'swift test',
    isThere: has('Package.swift'),
    tool: 'Package.swift',
  },
  { purpose: 'test', pattern: /^zig build test$/, example: 'zig build test', isThere: has('build.zig') },
  {
    purpose: 'test',
    pattern: /^bazel(?:isk)? test \/\/\.\.\.$/,
    example: 'bazel test //...',
    isThere: has('WORKSPACE', 'WORKSPACE.bazel', 'MODULE.bazel'),
  },
  { purpose: 'test', pattern: /^stack test$/, example: 'stack test', isThere: has('stack.yaml') },
  { purpose: 'test', pattern: /^cabal test(?: all)?$/, example: 'cabal test', isThere: hasLike(/^[^/]+\.cabal$/) },
  { purpose: 'test', pattern: /^lein test$/, example: 'lein test', isThere: has('project.clj') },
  { purpose: 'test', pattern: /^dune (?:run)?test$/, example: 'dune runtest', isThere: has('dune-project') },
  // Makefiles that hand every target on to those of their folders name none.
  {
    purpose: 'test',
    pattern: /^make (?:test|check)$/,
    example: 'make test',
    isThere: has('Makefile', 'GNUmakefile', 'Makefile.am', 'configure'),
    isFallback: true,
  },
];
