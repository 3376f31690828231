import type { FileRule } from './roleRules';

/** What builds, checks and packs a product, by names that tools or customs give: no part of what it does. */
export const developmentRules: readonly FileRule[] = [
  {
    role: 'config',
    // What Nix builds and offers to those who develop, in a repository that is something else.
    pattern: /^(?:nix\/)?(?:flake|shell|devenv|devshell|treefmt|default|package)\.nix$/,
    example: 'flake.nix',
  },
  {
    role: 'config',
    // Settings of bundlers in parts: `webpack.common.js`, `build/webpack.prod.js`, `webpack.mix.js`.
    pattern:
      /(?:^|\/)(?:webpack|rollup|vite|vitest|jest|playwright|cypress|eslint|prettier|babel|esbuild|rspack|rsbuild|tsup|metro|craco|karma|protractor|postcss|tailwind)\.(?![\w.-]*\.d\.[cm]?ts$)[\w.-]{1,40}\.[cm]?[jt]s$|^(?!(?:[\w.-]{1,60}\/){0,5}(?:src|lib|app)\/)(?:[^/]+\/){0,6}(?:webpack|rollup|vite|esbuild|rspack|rsbuild|tsup|metro|craco|karma|protractor|postcss|tailwind)-(?![\w.-]*\.d\.[cm]?ts$)[\w.-]{1,40}\.[cm]?[jt]s$/,
    example: 'build/webpack.prod.js',
  },
  {
    role: 'config',
    // Builds of Gradle and sbt, written as programs.
    pattern:
      /(?:^|\/)(?:buildSrc|build-(?:logic|conventions|support)|convention-plugins)\/.*\.(?:kts?|java|groovy|gradle)$|^project\/[\w.-]+\.scala$/,
    example: 'build-logic/src/main/kotlin/PublishPlugin.kt',
  },
  // The manifest of a package of Swift, which is written as a program.
  {
    role: 'config',
    pattern: /^(?:(?!Sources\/)[^/]+\/){0,6}Package(?:@swift-[\d.]{1,8})?\.swift$/,
    example: 'tools/Package.swift',
  },
  // A crate's build script; Cargo runs it under that name.
  { role: 'config', pattern: /^(?:(?!src\/)[^/]+\/){0,6}build\.rs$/, example: 'crates/cups/build.rs' },
  // Imports of the tools that a module of Go is built with, and tasks of Mage.
  {
    role: 'config',
    pattern: /(?:^|\/)tools?\/tools\.go$|^tools\.go$|(?:^|\/)(?:magefile\.go$|magefiles\/[^/]+\.go$)/,
    example: 'tools/tools.go',
  },
  {
    role: 'config',
    // Scripts at the top that build, check or deliver the product.
    pattern:
      /^(?:build|compile|deploy|release|publish|bump|tests?|run[-_](?:[a-z]{1,12}[-_])?tests?|lint|format|fmt|check|ci|coverage|bench(?:mark)?|pre-?release|prepare-release|make-release|start-dev|run-dev|dev|update-wrapper|autogen)(?:[-_.][\w.-]{1,40})?\.(?:sh|bash|ps1|bat|cmd)$/,
    example: 'build.sh',
  },
  {
    role: 'config',
    pattern:
      /^(?:build|release|bump|publish)(?:[-_.](?:all|release|packages?|dist|site|docs|version))?\.(?:py|rb|pl|[cm]?js)$/,
    example: 'build-all.py',
  },
  {
    role: 'config',
    // The same in the spelling of PowerShell: `Build.ps1`, `PushPackages.ps1`.
    pattern:
      /^(?:Build|Compile|Deploy|Release|Publish|Push|Pack|Bump|Tests?|RunTests|Lint|Format|Check|Coverage)(?:[-_.A-Z][\w.-]{0,40})?\.(?:ps1|psm1|cmd|bat)$/,
    example: 'Build.ps1',
  },
  {
    role: 'config',
    // What checkers of PHP are told, and what they were told to overlook.
    pattern: /(?:^|\/)(?:phpstan[\w.-]{0,40}|psalm-baseline|ecs|rector|phpunit\.bootstrap|scoper\.inc|deptrac)\.php$/,
    example: 'phpstan-baseline.php',
  },
  {
    role: 'config',
    // Tasks of Gulp and Grunt, a file each.
    pattern:
      /^(?:(?!(?:lib|src|app)\/)[^/]+\/)?(?:gulp|grunt|gulp-tasks|grunt-tasks)\/(?:[\w-]{1,40}\/)?[\w.-]{1,60}\.[cm]?[jt]s$/,
    example: 'gulp/build.js',
  },
  {
    role: 'config',
    // Steps with which an app is built and delivered.
    pattern: /(?:^|(?<!\blib)\/)fastlane\/(?:(?:actions|helpers?|lanes)\/)?[\w.-]{1,80}\.(?:rb|sh|swift)$/,
    example: 'fastlane/actions/tag_cups.rb',
  },
  {
    role: 'config',
    // Settings of an application of Elixir, for each place where it runs.
    pattern: /^(?:(?:apps\/)?[\w-]{1,60}\/)?config\/[\w.-]{1,60}\.exs$/,
    example: 'config/runtime.exs',
  },
  {
    role: 'config',
    // Where Rake finds tasks beside its file.
    pattern: /^(?:[\w.-]{1,60}\/){0,2}rakelib\/(?:[\w-]{1,40}\/)?[\w.-]{1,80}\.(?:rake|rb)$/,
    example: 'rakelib/release.rake',
  },
  {
    role: 'config',
    // Tasks of Python's task runners.
    pattern: /^(?:[^/]+\/)?(?:noxfile|fabfile|dodo|conanfile)\.py$/,
    example: 'noxfile.py',
  },
  {
    role: 'example',
    // A library of Elixir within an application that only those start who work on it.
    pattern: /^(?:dev|demo|sample)\.exs$/,
    example: 'dev.exs',
  },
];
