import assert from 'node:assert/strict';
import { roleOf } from '../../../src/engine/genesis/languages/roleOf';
import {
  configRules,
  generatedRules,
  migrationRules,
  productFolders,
  testFiles,
  vendoredRules,
} from '../../../src/engine/genesis/languages/roleRules';
import type { FileRole } from '../../../src/engine/genesis/sourceFile';

const roles: Readonly<Record<FileRole, readonly string[]>> = {
  source: [
    'src/index.ts',
    'src/main/java/com/example/demo/DemoApplication.java',
    'src/main/java/com/example/test/Runner.java',
    'app/models/vendor.rb',
    'src/vendor/vendor.controller.ts',
    'src/coverage/coverage.service.ts',
    'src/contests/contest.py',
    'config/routes.rb',
    'config/database.php',
    'db/schema.rb',
    'src/Illuminate/Database/Migrations/Migrator.php',
    'django/db/migrations/writer.py',
    'api/v1/jobspec.go',
    'src/JobSpec.java',
    'src/features/cart/cartSlice.ts',
    'spec/openapi.json',
    'pkg/pods/pod.go',
    'src/latest.py',
    'shop/management/commands/test_emails.py',
    'app/Console/Commands/Test/SendMail.php',
    'app/models/lab_test.rb',
    'src/main/kotlin/PluginAndroidTest.kt',
    'src/benchmark/scheduler.rs',
    'crates/core/src/output/benchmarks/mod.rs',
    'lib/layers/index.ts',
    'lib/shop/third_party/sheets/client.ex',
    'src/integration/stripe/client.ts',
    'src/main/java/com/acme/generated/Marker.java',
    'Lib/unittest/case.py',
  ],
  test: [
    'test/a.js',
    'src/a.test.tsx',
    'src/users.e2e-spec.ts',
    'pkg/users_test.go',
    'tests/test_users.py',
    'app/users/tests.py',
    'spec/models/user_spec.rb',
    'src/test/java/com/acme/UserServiceTest.java',
    'src/Shop.UnitTests/Mocks/Basket.cs',
    'packages/users-tests/index.ts',
    'cypress/support/commands.ts',
    'features/step_definitions/login.rb',
    'benches/parse.rs',
    'benchmarks/src/parse.rs',
    'src/export/tests.rs',
    'spec/dummy/app/models/user.rb',
    'core/src/jvmTest/kotlin/a/Recorder.kt',
    'Shop.Tests.Common/Clock.cs',
    'native/windowsE2E/index.js',
    'trunk/src/utest/srs_utest_kernel.cpp',
    'native/androidTest/Bridge.kt',
    'backend/src/integration/kotlin/com/acme/ShopSpecification.kt',
    'core/src/testFixtures/java/com/acme/Clocks.java',
  ],
  fixture: ['test/fixtures/a.json', 'pkg/testdata/a.golden', 'src/__snapshots__/a.snap', 'src/__mocks__/api.ts'],
  example: [
    'examples/shop/src/main/java/com/acme/App.java',
    'examples/hello/main.go',
    '.examples/compose.yaml',
    'bricks/server/__brick__/bin/server.dart',
    'src/Button.stories.tsx',
    'demo/index.html',
    'admin-samples/admin-sample-servlet/pom.xml',
    'watchOS Example/App.swift',
    'Cups-React-Demo-App/server.js',
  ],
  docs: [
    'README.md',
    'docs/guide/intro.html',
    'LICENSE',
    'CHANGELOG',
    'docs/examples/a.py',
    'charts/shop/README.md.gotmpl',
  ],
  config: ['package.json', 'Cargo.lock', '.env.example', 'k8s/deployment.yaml', 'vite.config.ts', '.eslintrc.js'],
  migration: [
    'db/migrate/20240101000000_create_users.rb',
    'database/migrations/2014_10_12_000000_create_users_table.php',
    'shop/migrations/0001_initial.py',
    'prisma/migrations/20240101_init/migration.sql',
    'src/main/resources/db/migration/V1__create_tables.sql',
    'alembic/versions/ab12_users.py',
    'migrations/000001_users.up.sql',
  ],
  generated: [
    'web/src/components.d.ts',
    'dist/index.js',
    'api/users.pb.go',
    'users_pb2.py',
    'src/api/__generated__/types.ts',
    'a.min.js',
    'linux/flutter/generated_plugins.cmake',
    'modules/client/yarn.nix',
    'nix/node-packages.nix',
    'Cargo.nix',
    'lib/l10n/generated/app_localizations.dart',
    'api/.phpstorm.meta.php',
  ],
  vendored: [
    'node_modules/a/index.js',
    'vendor/github.com/a/b.go',
    'third_party/zlib/zlib.c',
    'app/static/js/vendor/jquery/jquery.js',
    'src/Web/wwwroot/lib/bootstrap/dist/js/bootstrap.js',
    'public/js/jquery-3.6.0.js',
    'node_modules/a/test/fixtures/b.js',
    'libs/PHPMailer/PHPMailer.php',
    'flow-typed/npm/rxjs_v6.x.js',
  ],
};

describe('roleOf', () => {
  for (const [role, paths] of Object.entries(roles))
    for (const path of paths) it(`takes ${path} for ${role}`, () => assert.equal(roleOf(path), role));

  it('has an example that fits for every rule', () => {
    for (const rule of [
      ...vendoredRules,
      ...generatedRules,
      ...testFiles,
      ...migrationRules,
      ...productFolders,
      ...configRules,
    ]) {
      assert.match(rule.example, rule.pattern);
      assert.equal(roleOf(rule.example), rule.role, rule.example);
    }
  });
});
