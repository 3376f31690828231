import { type GuideForm, has, hasLike, hasNpmScript, hasPath, hasPathOr, hasScript, makesFirst } from './guideForm';
import { gradle, maker, maven, pom, project, script, wrapper } from './tools';

/** How the whole is built. */
export const buildForms: readonly GuideForm[] = [
  {
    purpose: 'build',
    pattern: /^cargo xtask build$/,
    example: 'cargo xtask build',
    isThere: has('xtask/Cargo.toml', 'xtask/src/main.rs'),
    isOwn: true,
  },
  { purpose: 'build', pattern: maker('build'), example: 'python x.py build', isThere: hasPath, isOwn: true },
  {
    purpose: 'build',
    pattern: script('[Bb]uild|compile'),
    example: 'scripts/build.sh',
    isThere: hasScript,
    isOwn: true,
  },
  {
    purpose: 'build',
    pattern: /^(?:(?:pnpm|yarn|bun|npx|cargo|npm run|pnpm run) )tauri build$/,
    example: 'pnpm tauri build',
    isThere: has('src-tauri/tauri.conf.json', 'src-tauri/tauri.conf.json5'),
  },
  {
    purpose: 'build',
    pattern: /^dotnet build(?: ([\w./-]{1,120}))?(?: -c (?:Release|Debug))?$/,
    example: 'dotnet build Build.csproj -c Release',
    isThere: hasPathOr(project),
    tool: 'a.sln',
  },
  {
    purpose: 'build',
    pattern: new RegExp(`^${maven}(?: clean)? (?:install|package|verify)(?: -D?[\\w.=]{1,40}){0,3}$`),
    example: 'mvn clean install -DskipTests',
    isThere: pom,
    tool: 'pom.xml',
  },
  {
    purpose: 'build',
    pattern: new RegExp(
      `^${gradle}(?: clean)? (?::?[\\w:-]{1,60}:)?(?:build|assemble(?:Debug|Release)?|installDist|shadowJar|bootJar|buildPlugin|dist)$`,
    ),
    example: './gradlew clean build',
    isThere: wrapper,
    tool: 'gradlew',
  },
  {
    purpose: 'build',
    pattern:
      /^cargo build(?: (?:--(?:release|workspace|all|locked|all-features)|-r|(?:-p|--package|--bin|--features) [\w,/-]{1,60})){0,5}$/,
    example: 'cargo build --release --bin cups',
    isThere: has('Cargo.toml'),
    tool: 'Cargo.toml',
  },
  {
    purpose: 'build',
    pattern: /^go build(?: -o [\w./-]{1,60})? (\.{0,2}\/?(?:cmd\/)?[\w./-]{1,60}?)(?:\/\.\.\.)?$/,
    example: 'go build -o cups ./cmd/cups',
    isThere: hasPath,
    tool: 'go.mod',
  },
  {
    purpose: 'build',
    pattern: /^swift build(?: -c (?:release|debug))?$/,
    example: 'swift build -c release',
    isThere: has('Package.swift'),
    tool: 'Package.swift',
  },
  {
    purpose: 'build',
    pattern: /^qbs(?: build)?$/,
    example: 'qbs',
    isThere: hasLike(/^[^/]{1,60}\.qbs$/),
  },
  { purpose: 'build', pattern: /^scons$/, example: 'scons', isThere: has('SConstruct') },
  {
    purpose: 'build',
    pattern: /^bazel(?:isk)? build (?:\/\/[\w/.-]{0,40}(?::[\w.-]{1,40})?|:[\w.-]{1,40})$/,
    example: 'bazel build //...',
    isThere: has('WORKSPACE', 'WORKSPACE.bazel', 'MODULE.bazel'),
  },
  {
    purpose: 'build',
    pattern: /^zig build(?: -Doptimize=\w{1,20})?$/,
    example: 'zig build',
    isThere: has('build.zig'),
  },
  { purpose: 'build', pattern: /^ant(?: (?:build|dist|jar))?$/, example: 'ant jar', isThere: has('build.xml') },
  {
    purpose: 'build',
    pattern: /^mage (?:build|compile)$/i,
    example: 'mage build',
    isThere: hasLike(/^(?:magefiles\/[\w-]{1,60}|[Mm]agefile)\.go$/),
  },
  { purpose: 'build', pattern: /^stack build$/, example: 'stack build', isThere: has('stack.yaml') },
  { purpose: 'build', pattern: /^cabal build(?: all)?$/, example: 'cabal build', isThere: hasLike(/^[^/]+\.cabal$/) },
  { purpose: 'build', pattern: /^lein uberjar$/, example: 'lein uberjar', isThere: has('project.clj') },
  { purpose: 'build', pattern: /^dune build$/, example: 'dune build', isThere: has('dune-project') },
  {
    purpose: 'build',
    pattern: /^make$/,
    example: 'make',
    // Elsewhere it makes what another tool has readied.
    isThere: (place) =>
      has('Makefile', 'GNUmakefile')(place) && !has('configure', 'CMakeLists.txt')(place) && makesFirst(place),
  },
  {
    purpose: 'build',
    pattern: /^(?:npm run|pnpm(?: run)?|yarn(?: run)?|bun run) build$/,
    example: 'yarn build',
    isThere: hasNpmScript('build'),
    isFallback: true,
  },
];
