import assert from 'node:assert/strict';
import { roleOf } from '../../../src/engine/genesis/languages/roleOf';
import { judgeRoles } from '../../../src/engine/genesis/roles/judgeRoles';
import { sayingOf } from '../../../src/engine/genesis/roles/manifestReaders';

const product = Array.from({ length: 30 }, (_, index) => `shop/a${index}.go`);

/** Roles of the files that no manifest is given for; beside them lies a product. */
function rolesOf(manifests: Readonly<Record<string, string>>, others: readonly string[]): string[] {
  const sayings = new Map(Object.entries(manifests).map(([path, text]) => [path, sayingOf(path, text)]));
  const told = judgeRoles([...Object.keys(manifests), ...others, ...product].sort(), sayings);
  return others.map((path) => told.of(path) ?? roleOf(path));
}

describe('what serves tests and builds', () => {
  it('takes a folder for tests in which packages are tried together', () => {
    const app = ['integration/shop/app.module.ts', 'integration/shop/cup.entity.ts'];
    const one = { 'packages/cups/package.json': '{ "name": "cups" }' };
    const two = { ...one, 'packages/rows/package.json': '{ "name": "rows" }' };
    assert.deepEqual(rolesOf(two, app), ['test', 'test']);
    assert.deepEqual(rolesOf(one, app), ['source', 'source']);
    assert.deepEqual(rolesOf(two, ['integrations/mail.ts']), ['source']);
  });

  it('takes all of a suite for tests where most of its code is called so', () => {
    const tests = ['auth', 'route', 'tags'].map((name) => `integration/${name}_test.go`);
    assert.deepEqual(rolesOf({}, ['integration/hs/server.go', ...tests]).slice(0, 1), ['test']);
    assert.deepEqual(rolesOf({}, ['performance/shop/cups.rb', 'performance/benchmark.rb']), ['test', 'test']);
    assert.deepEqual(rolesOf({}, ['performance/shop/cups.rb', 'performance/cups.rb']), ['source', 'source']);
    assert.deepEqual(rolesOf({}, ['integration/hs/server.go', ...tests.slice(1)]).slice(0, 1), ['source']);
    const numbered = ['t01_cups/hold.py', 't02_shop/open.py', 't10_tables/set.py'].map((name) => `system/${name}`);
    assert.deepEqual(rolesOf({}, ['system/lib.py', 'system/run.py', ...numbered])[0], 'test');
    assert.deepEqual(rolesOf({}, ['system/lib.py', ...numbered.map((path) => path.replace(/t\d+_/, ''))])[0], 'source');
    const read = ['a.py', 'b.py', 'c.py', 'd.py'].map((name) => `integration/fixtures/cups/${name}`);
    assert.deepEqual(rolesOf({}, ['integration/flow.go', ...tests, ...read]).slice(0, 1), ['test']);
    const own = ['export', 'schema', 'topics', 'config'].map((name) => `api/integration/${name}.go`);
    assert.deepEqual(
      rolesOf({}, [...own, ...own.slice(1).map((path) => path.replace('.go', '_test.go'))])[0],
      'source',
    );
  });

  it('takes a folder nearly all of whose code is called tests for tests, except where tests lie beside the sources', () => {
    const tests = ['Cup', 'Tea', 'Plate', 'Shop', 'Table'].map((name) => `tst/${name}Test.php`);
    assert.deepEqual(rolesOf({}, ['tst/Bootstrap.php', ...tests])[0], 'test');
    assert.deepEqual(rolesOf({}, ['tst/Bootstrap.php', 'tst/Start.php', ...tests])[0], 'source');
    assert.deepEqual(
      rolesOf({}, ['lib/Bootstrap.php', ...tests.map((path) => path.replace('tst', 'lib'))])[0],
      'source',
    );
    const module = ['web/src/main/java/Main.java', ...tests.map((path) => path.replace('tst', 'web/src/test/java'))];
    assert.deepEqual(rolesOf({}, module)[0], 'source');
    const beside = ['a', 'b', 'c', 'd', 'e'].map((name) => `cups/${name}_test.go`);
    assert.deepEqual(rolesOf({}, ['cups/cups.go', ...beside])[0], 'source');
  });

  it('takes many files under a namespace of others for copies, beside a product under its own', () => {
    const classes = (place: string, count: number): string[] =>
      Array.from({ length: count }, (_, index) => `src/main/java/${place}/A${index}.java`);
    const [own, table] = [classes('com/cups', 80), classes('com/google/type', 25)];
    assert.deepEqual(rolesOf({}, [...table, ...own]).slice(0, 1), ['vendored']);
    assert.deepEqual(rolesOf({}, [...own, ...table]).slice(0, 1), ['source']);
    assert.deepEqual(rolesOf({}, [...table.slice(0, 5), ...own]).slice(0, 1), ['source']);
    assert.deepEqual(rolesOf({}, [...table, ...own.slice(0, 30)]).slice(0, 1), ['source']);
  });

  it('takes settings that packages share for no product, except where its code asks for them', () => {
    const lint = { 'tooling/eslint/package.json': '{"name":"@a/eslint-config","version":"0.0.0"}' };
    const web = (table: string) => ({ 'web/package.json': `{"name":"web","${table}":{"@a/eslint-config":"*"}}` });
    assert.deepEqual(rolesOf({ ...lint, ...web('devDependencies') }, ['tooling/eslint/base.js']), ['config']);
    assert.deepEqual(rolesOf({ ...lint, ...web('dependencies') }, ['tooling/eslint/base.js']), ['source']);
    const published = { 'tooling/eslint/package.json': '{"name":"@a/eslint-config","version":"2.1.0"}' };
    assert.deepEqual(rolesOf(published, ['tooling/eslint/base.js']), ['source']);
  });

  it('takes a module of Rust for tests that a feature for them is called after', () => {
    const crate = '[package]\nname = "core"\n[features]\ntest-support = []\nserver = []\n';
    const files = ['core/src/test_support/mod.rs', 'core/src/server.rs'];
    assert.deepEqual(rolesOf({ 'core/Cargo.toml': crate }, files), ['test', 'source']);
  });

  it('takes a program of .NET with stand-ins for its designer for the product, a library with them for tests', () => {
    const project = (more: string) =>
      `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup>${more}</PropertyGroup><ItemGroup><PackageReference Include="NSubstitute" /></ItemGroup></Project>`;
    const tests =
      '<Project><ItemGroup><PackageReference Include="xunit" /><ProjectReference Include="..\\app\\App.csproj" /></ItemGroup></Project>';
    const roleOfApp = (more: string) =>
      rolesOf({ 'app/App.csproj': project(more), 'try/Try.csproj': tests }, ['app/Main.cs']);
    assert.deepEqual(roleOfApp('<OutputType>WinExe</OutputType>'), ['source']);
    assert.deepEqual(roleOfApp(''), ['test']);
  });

  it('takes a module of Gradle for tests whose plugin a catalog names', () => {
    const build = (plugin: string) => `plugins {\n  alias(libs.plugins.${plugin})\n}\n`;
    const roleOfProfile = (plugin: string) =>
      rolesOf({ 'profile/build.gradle.kts': build(plugin) }, ['profile/src/main/kotlin/Start.kt']);
    assert.deepEqual(roleOfProfile('android.test'), ['test']);
    assert.deepEqual(roleOfProfile('androidTest'), ['test']);
    assert.deepEqual(roleOfProfile('androidTesting'), ['source']);
  });

  it('takes a module for tests that only the sets of sources for tests ask for', () => {
    const build = (set: string) =>
      `kotlin {\n  sourceSets {\n    val commonMain by getting\n    val ${set} by getting {\n      dependencies {\n        implementation(projects.cupsTestingSupport)\n      }\n    }\n  }\n}\n`;
    const roleOfSupport = (set: string) =>
      rolesOf({ 'cups/build.gradle.kts': build(set), 'cups-testing-support/build.gradle.kts': 'plugins {}' }, [
        'cups-testing-support/src/commonMain/kotlin/Clock.kt',
      ]);
    assert.deepEqual(roleOfSupport('commonTest'), ['test']);
    assert.deepEqual(roleOfSupport('jvmMain'), ['source']);
  });
});
