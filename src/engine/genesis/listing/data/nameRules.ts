import type { SkipReason } from '../../../../shared/genesis';

/** One reason to leave a file out that its path alone tells, with paths that it must and must not meet. */
export interface NameRule {
  readonly reason: SkipReason;
  readonly pattern: RegExp;
  readonly matches: readonly string[];
  readonly misses: readonly string[];
}

/**
 * Files that people edit, or that say what a project consists of: never generated, minified or vendored by their name,
 * and read up to `maxManifestBytes`. Vendored folders are left out all the same.
 */
export const manifestPattern =
  /(?:^|\/)(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lock|composer\.(?:json|lock)|Gemfile(?:\.lock)?|Cargo\.(?:toml|lock)|go\.(?:mod|sum)|poetry\.lock|uv\.lock|pdm\.lock|Pipfile(?:\.lock)?|pyproject\.toml|mix\.(?:exs|lock)|pubspec\.(?:yaml|lock)|packages\.lock\.json|gradle\.lockfile|Podfile\.lock|Package\.resolved|project\.pbxproj|Package\.swift|[\w.-]{1,100}\.(?:[cfv][sb]proj|gemspec|versions\.toml)|Directory\.\w{1,40}\.props|(?:build|settings)\.gradle(?:\.kts)?|requirements[\w.-]{0,60}\.(?:txt|in)|setup\.(?:py|cfg)|pom\.xml|db\/(?:schema\.rb|structure\.sql)|[\w.-]{0,60}(?:openapi|swagger)[\w.-]{0,60}\.(?:json|ya?ml)|schema\.(?:graphql|gql))$/;

export const maxFileBytes = 1_000_000;
export const maxManifestBytes = 10_000_000;

export const nameRules: readonly NameRule[] = [
  {
    reason: 'minified',
    pattern: /[.-]min\.(?:js|mjs|cjs|css)$|\.(?:js|mjs|css)\.map$/,
    matches: ['public/jquery.min.js', 'a/style-min.css', 'dist/app.js.map'],
    misses: ['src/min.js', 'src/admin.js', 'docs/site.map'],
  },
  {
    reason: 'generated',
    pattern:
      /(?:\.pb\.(?:go|cc|h|dart|swift)|_pb2(?:_grpc)?\.pyi?|_pb\.(?:js|ts|rb|d\.ts)|\.pb\.validate\.go|\.pulsar\.go)$/,
    matches: ['api/user.pb.go', 'app/user_pb2.py', 'web/user_pb.d.ts'],
    misses: ['api/user.go', 'app/pb2.py'],
  },
  {
    reason: 'generated',
    pattern:
      /\.(?:g|freezed|gr)\.dart$|\.g\.cs$|\.g\.i\.cs$|\.[Dd]esigner\.(?:cs|vb)$|[._]generated\.(?:ts|tsx|js|go|cs|rs|py|java|kt|swift|dart)$|\.gen\.(?:ts|tsx|js|go|cs|rs|py|java|kt|swift|dart)$|_gen\.(?:go|rs|cs|dart)$/,
    matches: ['lib/user.g.dart', 'obj/App.g.i.cs', 'Form1.Designer.cs', 'src/schema.generated.ts', 'x/query_gen.go'],
    misses: ['src/generated.ts', 'src/gen.go', 'src/_next_gen.py', 'src/regen.py', 'lib/designer.cs'],
  },
  {
    reason: 'generated',
    pattern:
      /(?:^|\/)(?:\.next|\.nuxt|\.output|\.svelte-kit|\.turbo|\.parcel-cache|\.angular|__pycache__|\.pytest_cache|\.mypy_cache|\.gradle|\.dart_tool|\.terraform|htmlcov|\.nyc_output)\//,
    matches: ['.next/server/app.js', 'web/.nuxt/a.mjs', 'a/__pycache__/b.py'],
    misses: ['next/server/app.js', 'src/gradle/a.kt'],
  },
  {
    reason: 'vendored',
    pattern:
      /(?:^|\/)(?:node_modules|bower_components|jspm_packages|third[_-]party(?!.{0,400}\.exs?$)|3rd[_-]?party|Pods|Carthage\/(?:Build|Checkouts)|\.yarn\/(?:releases|plugins|cache|sdks)|site-packages|Godeps\/_workspace|\.bundle|\.venv|venv)\//,
    matches: ['node_modules/a/index.js', 'lib/third_party/x.c', '.yarn/releases/yarn-4.cjs', 'venv/lib/a.py'],
    misses: ['lib/shop/third_party/sheets/client.ex', 'src/thirdparty.ts', 'src/pods/pod.go', '.yarn/versions/a.yml'],
  },
  {
    reason: 'vendored',
    pattern: /(?:^|\/)(?:public|static|assets|wwwroot|js|css|javascripts?|lib)\/vendors?\//,
    matches: ['public/vendor/a.js', 'app/static/vendors/b.css', 'django/admin/static/admin/js/vendor/xregexp/x.js'],
    misses: ['src/vendor/index.ts', 'public/vendor.js'],
  },
  {
    reason: 'vendored',
    pattern:
      /(?:^|\/)(?:gradlew(?:\.bat)?|mvnw(?:\.cmd)?|\.pnp\.c?js|jquery(?:[.-](?:\d[\d.]*|slim|ui))+\.js|bootstrap\.bundle\.js|bootstrap\.css|normalize\.css)$/,
    matches: ['gradlew', 'mvnw.cmd', '.pnp.cjs', 'js/jquery-3.2.1.js', 'css/bootstrap.css'],
    misses: ['src/jquery.plugin.js', 'js/bootstrap.js', 'src/bootstrap.ts', 'scripts/mvnw.md'],
  },
];

/** A `vendor` folder beside one of these was filled by a package manager; elsewhere it may be a word of the domain. */
export const vendoringManifests = ['go.mod', 'composer.json', 'Gemfile', 'Cargo.toml', 'package.json', 'Makefile'];

/** A `dist` folder beside one of these was built from the code around it. */
export const buildingManifests = ['package.json', 'pyproject.toml', 'setup.py', 'bower.json'];
