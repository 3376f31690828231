import assert from 'node:assert/strict';
import { roleOf } from '../../../src/engine/genesis/languages/roleOf';
import { judgeRoles } from '../../../src/engine/genesis/roles/judgeRoles';
import { sayingOf } from '../../../src/engine/genesis/roles/manifestReaders';

/** Roles of some of the files; those without a text of their own are code. */
function rolesOf(manifests: Readonly<Record<string, string>>, others: readonly string[]): Record<string, string> {
  const sayings = new Map(Object.entries(manifests).map(([path, text]) => [path, sayingOf(path, text)]));
  const told = judgeRoles([...Object.keys(manifests), ...others].sort(), sayings);
  return Object.fromEntries(others.map((path) => [path, told.of(path) ?? roleOf(path)]));
}

const product = ['src/a.cs', 'src/b.cs', 'src/c.cs', 'src/d.cs', 'src/e.cs', 'src/f.cs', 'src/g.cs', 'src/h.cs'];

function project(...references: readonly string[]): string {
  const items = references.map((one) =>
    one.endsWith('proj')
      ? `<ProjectReference Include="..\\${one}" />`
      : `<PackageReference Include="${one}" Version="1" />`,
  );
  return `<Project Sdk="Microsoft.NET.Sdk"><ItemGroup>${items.join('\n')}</ItemGroup></Project>`;
}

describe('judgeRoles', () => {
  it('takes projects of .NET for tests by what they ask for, and what uses or serves only them', () => {
    const roles = rolesOf(
      {
        'src/Shop.csproj': project('Serilog'),
        'unit/Shop.Specs.csproj': project('src\\Shop.csproj', 'aid\\Shop.Testing.csproj', 'xunit.v3'),
        'aid/Shop.Testing.csproj': project('src\\Shop.csproj', 'Moq'),
        'hand/Shop.Trial.csproj': project('api\\Shop.Api.csproj', 'src\\Shop.csproj', 'unit\\Shop.Specs.csproj'),
        'try/Shop.ManualTest.csproj': project('src\\Shop.csproj'),
        'make/Make.csproj': project('Nuke.Common'),
        'host/Host.csproj': '<Project Sdk="Aspire.AppHost.Sdk/13.0.0" />',
        'api/Shop.Api.csproj': project('Moq').replace('NET.Sdk', 'NET.Sdk.Web'),
      },
      [
        'api/Program.cs',
        'src/a.cs',
        'unit/a.cs',
        'aid/a.cs',
        'hand/Program.cs',
        'try/Program.cs',
        'make/Program.cs',
        'host/Program.cs',
        ...product,
      ],
    );
    assert.equal(roles['src/a.cs'], 'source');
    for (const path of ['unit/a.cs', 'aid/a.cs', 'hand/Program.cs', 'try/Program.cs'])
      assert.equal(roles[path], 'test', path);
    assert.equal(roles['make/Program.cs'], 'config');
    assert.equal(roles['host/Program.cs'], 'config');
    assert.equal(roles['api/Program.cs'], 'source');
  });

  it('leaves a library that tests alone use to the product where nothing speaks of tests, and one that others use', () => {
    const roles = rolesOf(
      {
        'src/Shop.csproj': project('kit/Shop.TestKit.csproj'),
        'unit/Unit.csproj': project('lib\\Money.csproj', 'kit\\Shop.TestKit.csproj', 'NUnit'),
        'lib/Money.csproj': project(),
        'kit/Shop.TestKit.csproj': project('Shouldly'),
        'more/Shop.Xunit.csproj': project('xunit.v3.extensibility.core'),
      },
      ['lib/a.cs', 'kit/a.cs', 'more/a.cs', ...product],
    );
    assert.deepEqual([roles['lib/a.cs'], roles['kit/a.cs'], roles['more/a.cs']], ['source', 'source', 'source']);
  });

  it('leaves a folder alone in which a project of the product lies beside that of its tests, and what holds most code', () => {
    const beside = { 'a/Shop.csproj': project(), 'a/Shop.Checks.csproj': project('NUnit') };
    assert.equal(rolesOf(beside, ['a/x.cs', ...product])['a/x.cs'], 'source');
    const most = rolesOf({ 'src/Katas.csproj': project('NUnit') }, [...product, 'b/a.cs']);
    assert.equal(most['src/a.cs'], 'source');
  });

  it('takes what only the tests of crates, packages and modules ask for', () => {
    const roles = rolesOf(
      {
        'core/Cargo.toml':
          '[package]\nname = "core"\n[dependencies]\nserde = "1"\n[dev-dependencies]\naid = { path = "../aid" }\n[[test]]\nname = "all"\npath = "checks/all.rs"\n[[example]]\nname = "x"\npath = "shown/x/main.rs"\n',
        'aid/Cargo.toml': '[package]\nname = "aid"\npublish = false\n',
        'xtask/Cargo.toml': '[package]\nname = "xtask"\n',
        'pub/Cargo.toml': '[package]\nname = "pub"\n',
        'use/Cargo.toml': '[package]\nname = "use"\n[dev-dependencies]\npub = "1"\n',
        'web/package.json': '{"name":"web","devDependencies":{"@a/test-kit":"*"}}',
        'kit/package.json': '{"name":"@a/test-kit","private":true}',
        'web-e2e/package.json': '{"private":true,"devDependencies":{"@playwright/test":"1"}}',
        'shop/build.gradle.kts':
          'dependencies {\n  implementation(project(":money"))\n  testImplementation(project(":shop-testing"))\n}',
        'shop-testing/build.gradle.kts': 'dependencies { api(project(":money")) }',
        'money/build.gradle': "dependencies { testImplementation project(':shop-testing') }",
        'api/pom.xml':
          '<project><artifactId>api</artifactId><dependencies><dependency><artifactId>api-testing</artifactId><scope>test</scope></dependency></dependencies></project>',
        'api-testing/pom.xml':
          '<project><parent><artifactId>all</artifactId></parent><artifactId>api-testing</artifactId></project>',
      },
      [
        'core/src/lib.rs',
        'core/checks/all.rs',
        'core/shown/x/b.rs',
        'aid/src/lib.rs',
        'xtask/src/main.rs',
        'pub/src/lib.rs',
      ]
        .concat([
          'web/a.ts',
          'kit/a.ts',
          'web-e2e/a.ts',
          'shop/a.kt',
          'shop-testing/a.kt',
          'money/a.kt',
          'api-testing/A.java',
        ])
        .concat(product),
    );
    assert.deepEqual(
      Object.entries(roles).filter(([path]) => !path.startsWith('src/')),
      Object.entries({
        'core/src/lib.rs': 'source',
        'core/checks/all.rs': 'test',
        'core/shown/x/b.rs': 'example',
        'aid/src/lib.rs': 'test',
        'xtask/src/main.rs': 'config',
        'pub/src/lib.rs': 'source',
        'web/a.ts': 'source',
        'kit/a.ts': 'test',
        'web-e2e/a.ts': 'test',
        'shop/a.kt': 'source',
        'shop-testing/a.kt': 'test',
        'money/a.kt': 'source',
        'api-testing/A.java': 'test',
      }),
    );
  });

  it('believes settings of test runners and of loaders where the files bear it out', () => {
    const roles = rolesOf(
      {
        'pyproject.toml': '[tool.pytest.ini_options]\ntestpaths = ["checks", "shop"]\n',
        'svc/setup.cfg': '[metadata]\nname = svc\n[tool:pytest]\ntestpaths =\n    qa\n    svc\naddopts = -q\n',
        'playwright.config.ts': "export default defineConfig({ testDir: './journeys' });",
        'composer.json':
          '{"autoload":{"psr-4":{"A\\\\":"lib/"}},"autoload-dev":{"psr-4":{"T\\\\":"proofs/","L\\\\":"lib/"}}}',
        'Package.swift':
          'targets: [.target(name: "Shop"), .testTarget(name: "ShopChecks", dependencies: ["Shop"], path: "Checks")]',
      },
      [
        'checks/test_a.py',
        'checks/helper.py',
        'shop/a.py',
        'shop/b.py',
        'svc/qa/test_b.py',
        'svc/qa/x.py',
        'svc/svc/a.py',
      ]
        .concat([
          'journeys/a.spec.ts',
          'journeys/pages.ts',
          'lib/a.php',
          'proofs/A.php',
          'Sources/Shop/a.swift',
          'Checks/a.swift',
        ])
        .concat(product),
    );
    assert.deepEqual(
      Object.keys(roles).filter((path) => roles[path] === 'test'),
      [
        'checks/test_a.py',
        'checks/helper.py',
        'svc/qa/test_b.py',
        'svc/qa/x.py',
        'journeys/a.spec.ts',
        'journeys/pages.ts',
        'proofs/A.php',
        'Checks/a.swift',
      ],
    );
  });

  it('takes code under the licence of others for vendored, and none that the same people wrote', () => {
    const mit = (who: string): string =>
      `MIT License\n\nCopyright (c) 2020 ${who}\n\nPermission is hereby granted, free of charge, to any\n`;
    const roles = rolesOf(
      {
        LICENSE: mit('Ann Potter'),
        'kit/db/LICENSE.txt': mit('The Cup Authors. All rights reserved.'),
        'paid/LICENSE': mit('2019-2022 Potter GmbH'),
        'pack/LICENSE': mit('Somebody Else'),
        'pack/package.json': '{"name":"pack"}',
        'libs/events/LICENSE': mit('Somebody Else'),
        'libs/events/composer.json': '{"name":"frame/events"}',
      },
      ['kit/db/cup.c', 'paid/a.ts', 'pack/a.ts', 'libs/events/a.php', ...product],
    );
    assert.deepEqual(
      [roles['kit/db/cup.c'], roles['paid/a.ts'], roles['pack/a.ts'], roles['libs/events/a.php']],
      ['vendored', 'source', 'source', 'vendored'],
    );
  });

  it('takes what a generator copies for an example, unless that is the whole repository', () => {
    const own = ['templates/api/.template.config/template.json', 'templates/api/Program.cs'];
    assert.equal(rolesOf({}, [...own, ...product])['templates/api/Program.cs'], 'example');
    assert.equal(rolesOf({}, ['.template.config/template.json', 'Program.cs'])['Program.cs'], 'source');
    const small = ['.template.config/template.json', 'Small/.template.config/template.json', 'Small/Program.cs'];
    assert.equal(rolesOf({}, [...small, ...own])['Small/Program.cs'], 'source');
  });

  it('takes a crate of the product that is called docs for the product', () => {
    const roles = rolesOf(
      {
        'crates/docs/Cargo.toml': '[package]\nname = "docs"\n',
        'crates/app/Cargo.toml': '[package]\nname = "app"\n[dependencies]\ndocs.workspace = true\n',
        'crates/xtests/Cargo.toml': '[package]\nname = "migration"\npublish = false\n',
        'crates/more/Cargo.toml': '[package]\nname = "more"\n[dev-dependencies]\nmigration.workspace = true\n',
      },
      ['crates/docs/src/api.rs', 'crates/docs/README.md', 'crates/xtests/src/main.rs', 'docs/a.rs', ...product],
    );
    assert.deepEqual(
      Object.entries(roles).slice(0, 4),
      Object.entries({
        'crates/docs/src/api.rs': 'source',
        'crates/docs/README.md': 'docs',
        'crates/xtests/src/main.rs': 'source',
        'docs/a.rs': 'docs',
      }),
    );
  });

  it('takes a site of documents beside a product for documentation, and one that is the product for what it is', () => {
    const guides = Array.from({ length: 8 }, (_, index) => `shop-site/guides/${index}.md`);
    const site = { 'shop-site/package.json': '{"private":true,"dependencies":{"next":"15"}}' };
    const pages = ['shop-site/pages/index.js', 'shop-site/lib/a.js'];
    assert.equal(rolesOf(site, [...guides, ...pages, ...product])['shop-site/pages/index.js'], 'docs');
    assert.equal(rolesOf(site, [...guides, ...pages, 'a.js'])['shop-site/pages/index.js'], 'source');
    assert.equal(rolesOf(site, [...pages, ...product])['shop-site/pages/index.js'], 'source', 'hardly a document');
    const used = {
      ...site,
      'shop-site/package.json': '{"name":"site"}',
      'app/package.json': '{"dependencies":{"site":"*"}}',
    };
    assert.equal(
      rolesOf(used, [...guides, ...pages, ...product])['shop-site/pages/index.js'],
      'source',
      'somebody uses it',
    );
    const sdk = [...Array.from({ length: 20 }, (_, index) => `sdks/py/a${index}.py`), 'sdks/py/mkdocs.yml', ...guides];
    assert.equal(rolesOf({}, [...sdk, 'sdks/py/docs/a.md', ...product])['sdks/py/a1.py'], 'source', 'it is documented');
    const certain = ['manual/docusaurus.config.ts', 'manual/intro.md', 'manual/src/pages/index.tsx'];
    assert.equal(rolesOf({}, [...certain, ...product])['manual/src/pages/index.tsx'], 'docs');
    const bare = ['manual/docusaurus.config.ts', 'manual/src/pages/index.tsx'];
    assert.equal(rolesOf({}, [...bare, ...product])['manual/src/pages/index.tsx'], 'docs', 'it presents the product');
    assert.equal(rolesOf({}, ['docusaurus.config.ts', 'a.md', ...product])['docusaurus.config.ts'], 'config');
  });

  it('takes what is called a demonstration and uses the product for an example, unless somebody uses it', () => {
    const roles = rolesOf(
      {
        'lib/package.json': '{"name":"@shop/lib"}',
        'try-playground/package.json': '{"name":"try","dependencies":{"@shop/lib":"*"}}',
        'playground-api/package.json': '{"name":"playground-api"}',
        'src/Shop.csproj': project(),
        'ShopDemo/ShopDemo.csproj': project('src\\Shop.csproj'),
        'ShopSamples/ShopSamples.csproj': project('src\\Shop.csproj'),
        'host/Host.csproj': project('ShopSamples\\ShopSamples.csproj'),
        'TestApp/TestApp.csproj': project('src\\Shop.csproj'),
        'Package.swift':
          'products: [.library(name: "CupsTesting", targets: ["CupsTesting"])], targets: [.target(name: "Cups"), .target(name: "CupsTesting", dependencies: [.target(name: "Cups")]), .executableTarget(name: "Development", dependencies: [.target(name: "Cups"), "Tea"])]',
      },
      [
        'Sources/CupsTesting/a.swift',
        'Sources/Development/a.swift',
        'TestApp/A.cs',
        'try-playground/a.ts',
        'playground-api/a.ts',
        'ShopDemo/A.cs',
        'ShopSamples/A.cs',
        'dogfood/a.go',
        ...product,
      ],
    );
    assert.deepEqual(
      Object.entries(roles).filter(([path]) => !path.startsWith('src/')),
      Object.entries({
        'Sources/CupsTesting/a.swift': 'source',
        'Sources/Development/a.swift': 'example',
        'TestApp/A.cs': 'example',
        'try-playground/a.ts': 'example',
        'playground-api/a.ts': 'source',
        'ShopDemo/A.cs': 'example',
        'ShopSamples/A.cs': 'source',
        'dogfood/a.go': 'example',
      }),
    );
  });

  it('takes a folder with the parts of a known theme for copied', () => {
    const parts = ['button-groups', 'close', 'component-animations', 'navbar', 'type', 'wells', 'own'];
    assert.equal(
      rolesOf({}, ['src/vendor/probe/README.md', 'src/vendor/probe/probe.sh', ...product])['src/vendor/probe/probe.sh'],
      'vendored',
    );
    const copied = parts.map((part) => `themes/two/less/${part}.less`);
    const roles = rolesOf({}, [...copied, 'css/navbar.less', 'css/type.less', ...product]);
    assert.deepEqual([roles['themes/two/less/own.less'], roles['css/navbar.less']], ['vendored', 'source']);
  });

  it('takes the description of where the product runs for settings, and a product that is made of one for itself', () => {
    const roles = rolesOf({}, [
      'deploy/cdk/cdk.json',
      'deploy/cdk/lib/stack.ts',
      'shop/cdk.json',
      'shop/a.ts',
      ...product,
    ]);
    assert.deepEqual([roles['deploy/cdk/lib/stack.ts'], roles['shop/a.ts']], ['config', 'source']);
    const whole = Array.from({ length: 30 }, (_, index) => `infra/lib/a${index}.ts`);
    assert.equal(rolesOf({}, ['infra/Pulumi.yaml', ...whole, ...product])['infra/lib/a1.ts'], 'source');
  });

  it('takes targets of a fuzzer and packages of tests that are not shipped for tests', () => {
    const roles = rolesOf(
      {
        'Cargo.toml': '[package]\nname = "shop"\n',
        'hardening/Cargo.toml': '[package]\nname = "hardening"\n[package.metadata]\ncargo-fuzz = true\n',
        'random/Cargo.toml': '[package]\nname = "random"\n[dependencies]\nlibfuzzer-sys = "0.4"\n',
        'setup.cfg': '[options.packages.find]\nexclude =\n    testing*\n    scripts*\n    *.inner\n',
        'py/pyproject.toml': '[tool.setuptools.packages.find]\nwhere = ["src"]\nexclude = ["shop.testing.*"]\n',
      },
      [
        'hardening/parse.rs',
        'random/parse.rs',
        'testing/resources/one/setup.py',
        'scripts/make.py',
        'py/src/shop/testing/a.py',
        'py/src/shop/a.py',
        ...product,
      ],
    );
    assert.deepEqual(Object.entries(roles).slice(0, 6), [
      ['hardening/parse.rs', 'test'],
      ['random/parse.rs', 'test'],
      ['testing/resources/one/setup.py', 'test'],
      ['scripts/make.py', roleOf('scripts/make.py')],
      ['py/src/shop/testing/a.py', 'test'],
      ['py/src/shop/a.py', 'source'],
    ]);
  });

  it('takes a module of Gradle that measures its code beside it for the product, and one that does nothing else for tests', () => {
    const measured = 'plugins {\n  id("me.champeau.jmh") version "0.7"\n}\n';
    const roles = rolesOf({ 'core/build.gradle.kts': measured, 'core-benchmarks/build.gradle.kts': measured }, [
      'core/src/main/java/Cup.java',
      'core-benchmarks/src/jmh/java/CupSpeed.java',
      ...product,
    ]);
    assert.deepEqual(Object.values(roles).slice(0, 2), ['source', 'test']);
  });

  it('takes a crate that a feature lets measure itself for the product', () => {
    const crate = (how: string) => `[package]\nname = "core"\npublish = false\n[dependencies]\ncriterion = ${how}\n`;
    const roleOfCore = (how: string) =>
      rolesOf({ 'core/Cargo.toml': crate(how) }, ['core/src/cup.rs', ...product])['core/src/cup.rs'];
    assert.equal(roleOfCore('{ version = "1", optional = true }'), 'source');
    assert.equal(roleOfCore('{ version = "1" }'), 'test');
  });

  it('takes a large module with tests of its own for the product, whatever its build says', () => {
    const build = 'plugins {\n  id("androidx.benchmark")\n}\n';
    const own = ['core/src/main/java/Cup.java', 'core/src/main/java/Mug.java', 'core/src/test/java/CupTest.java'];
    assert.equal(
      rolesOf({ 'core/build.gradle.kts': build }, [...own, ...product])['core/src/main/java/Cup.java'],
      'source',
    );
    const small = rolesOf({ 'core/build.gradle.kts': build }, [...own.slice(0, 2), ...product]);
    assert.equal(small['core/src/main/java/Cup.java'], 'test');
  });
});
