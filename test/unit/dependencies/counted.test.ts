import assert from 'node:assert/strict';
import { dependenciesAnalyzer } from '../../../src/engine/genesis/analyzers/dependencies';
import { analyzeSources } from '../../support/analyzeSources';

async function overviewOf(files: Readonly<Record<string, string>>): Promise<string> {
  const { findings } = await analyzeSources([dependenciesAnalyzer], files);
  const found = findings.find(({ rule }) => rule === 'dependencies/overview');
  return found === undefined ? '' : `${found.title}\n${found.content}`;
}

describe('what is counted as asked for', () => {
  it('counts what npm takes from the folder of Mix as the package of Mix', async () => {
    const told = await overviewOf({
      'mix.exs':
        'defmodule Shop.MixProject do\n  use Mix.Project\n  def project, do: [app: :shop]\n  defp deps do\n    [{:phoenix, "~> 1.7"}, {:jason, "~> 1.4"}]\n  end\nend\n',
      'lib/shop.ex': 'defmodule Shop do\nend\n',
      'assets/package.json': '{"dependencies": {"phoenix": "file:../deps/phoenix", "topbar": "^3.0.0"}}',
    });
    assert.match(told, /^2 direct dependencies found in mix.exs, 1 in assets\/package.json/);
    assert.match(told, /is counted as that of Mix/);
  });

  it('counts what others bring among what is needed, and what others may bring among what is not', async () => {
    const told = await overviewOf({
      'package.json':
        '{"name": "cups", "peerDependencies": {"react": ">=18"}, "devDependencies": {"react": "19.0.0", "vitest": "3.0.0"}}',
      'src/a.ts': "import 'react';\n",
    });
    assert.match(told, /\| `package\.json` \| 2 \| 1 \|/);
  });

  it('leaves a version empty whose properties multiply, and counts on', async () => {
    const names = [0, 1, 2, 3, 4, 5, 6, 7];
    const properties = names.map((at) => `<v${at}>${`\${v${at + 1}}`.repeat(40)}</v${at}>`).join('\n');
    const wanted = ['cups', 'plates'].map(
      (name) =>
        `<dependency><groupId>shop</groupId><artifactId>${name}</artifactId><version>\${v0}</version></dependency>`,
    );
    const told = await overviewOf({
      'pom.xml': `<project><groupId>a</groupId><artifactId>b</artifactId>\n<properties>\n${properties}\n<v8>1</v8>\n</properties>\n<dependencies>${wanted.join('\n')}</dependencies></project>\n`,
      'src/main/java/A.java': 'class A {}\n',
    });
    assert.match(told, /^2 direct dependencies found/);
  });

  it('takes the lock file of a workspace of Cargo for its members, whatever lies with them', async () => {
    const lock = (version: string): string =>
      `version = 3\n\n[[package]]\nname = "serde"\nversion = "${version}"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\n\n[[package]]\nname = "rows"\nversion = "0.1.0"\n`;
    const told = await overviewOf({
      'Cargo.toml': '[workspace]\nmembers = ["native/rows"]\n',
      'Cargo.lock': lock('1.0.200'),
      'native/rows/Cargo.toml': '[package]\nname = "rows"\nversion = "0.1.0"\n[dependencies]\nserde = "1.0.190"\n',
      'native/rows/Cargo.lock': lock('1.0.100'),
      'native/rows/src/lib.rs': 'pub fn rows() {}\n',
    });
    assert.match(told, /\| `native\/rows\/Cargo\.toml` \| 1 \| 0 \| `Cargo\.lock` \|/);
  });

  it('reads what the targets of a build ask for, and says what was copied in', async () => {
    const project =
      '<Project><ItemGroup><PackageReference Include="Shelves" Version="1.0.0" /></ItemGroup></Project>\n';
    const told = await overviewOf({
      'Shop/Shop.csproj': project,
      'Shop/Shop.cs': 'class Shop {}\n',
      'Directory.Build.targets':
        '<Project>\n  <ItemGroup>\n    <PackageReference Include="Rules" Version="1.0.0" PrivateAssets="all" />\n  </ItemGroup>\n</Project>\n',
      'test/fixtures/one/One.csproj': project,
    });
    assert.match(told, /^1 direct dependency found in Shop\/Shop.csproj, 1 in Directory.Build.targets/);
    assert.match(told, /Not counted is what lies beside the product or was copied into it: `test\/fixtures\/one\/One/);
  });

  it('counts lists of versions that were compiled from others for no more', async () => {
    const told = await overviewOf({
      'setup.py': 'from setuptools import setup\nsetup(name="shop")\n',
      'requirements/kit.in': 'flask\n',
      'requirements/kit.pip': 'flask==3.0.0\n    # via -r requirements/kit.in\njinja2==3.1.0\n    # via flask\n',
      'shop/a.py': 'import flask\n',
    });
    assert.match(told, /^1 direct dependency found in requirements\/kit\.in/);
  });

  it('counts no package of its own scope, whatever the lock file says', async () => {
    const told = async (name: string, folder = 'client'): Promise<string> =>
      overviewOf({
        'package.json': `{"dependencies": {"${name}": "^1.0.0", "react": "^19.0.0"}, "name": "shop"}`,
        'package-lock.json': `{"packages":{"node_modules/${name}":{"version":"1.0.0"},"node_modules/react":{"version":"19.0.0"}}}`,
        [`${folder}/package.json`]: `{"name": "${name}"}`,
        'src/a.ts': 'import "react";\n',
      });
    assert.match(await told('@shop/client'), /^1 direct [\s\S]*of the repository itself are not counted\./);
    assert.match(await told('client'), /^2 direct dependencies/);
    assert.match(await told('@shop/client', 'test/fixtures/client'), /^2 direct dependencies/);
  });

  it('keeps each version that a project of .NET asks for', async () => {
    const { inventory } = await analyzeSources([dependenciesAnalyzer], {
      'Shop/Shop.csproj':
        '<Project><ItemGroup Condition="a"><PackageReference Include="Cups" Version="1.0.0" /></ItemGroup><ItemGroup><PackageReference Include="Cups" Version="2.0.0" /></ItemGroup></Project>\n',
    });
    assert.deepEqual(
      inventory.dependencies.map(({ version }) => version),
      ['1.0.0', '2.0.0'],
    );
  });

  it('finds what a map of a script that a build of Gradle applies calls by names of its own', async () => {
    const { inventory } = await analyzeSources([dependenciesAnalyzer], {
      'gradle/dependencies.gradle':
        'ext {\n  versions = [:]\n  libs = [:]\n}\nversions += [\n  cups: "2.16",\n  plates: "1.0"\n]\nlibs += [\n  cups: "shop.cups:cups-core:$versions.cups",\n  platesAll: "shop.plates:plates:$versions.plates"\n]\n',
      'build.gradle':
        "apply from: file('gradle/dependencies.gradle')\nproject(':web') {\n  dependencies {\n    api libs.cups\n    testImplementation libs.platesAll\n    implementation project(':core')\n  }\n}\n",
    });
    assert.deepEqual(
      inventory.dependencies.map(({ name, version, scope }) => [name, version, scope].join(' ')),
      ['shop.cups:cups-core 2.16 runtime', 'shop.plates:plates 1.0 test'],
    );
  });

  it('takes what a package of Maven is for from the central list that says so', async () => {
    const one = (name: string, more = ''): string =>
      `<dependency>\n<groupId>shop</groupId>\n<artifactId>${name}</artifactId>${more}</dependency>\n`;
    const { inventory } = await analyzeSources([dependenciesAnalyzer], {
      'pom.xml': `<project><groupId>a</groupId><artifactId>whole</artifactId><modules><module>core</module></modules><dependencyManagement><dependencies>${one('cups', '<version>1</version><scope>test</scope>')}${one('plates', '<version>2</version>')}</dependencies></dependencyManagement></project>\n`,
      'core/pom.xml': `<project><parent><groupId>a</groupId><artifactId>whole</artifactId></parent><artifactId>core</artifactId><dependencies>${one('cups')}${one('plates')}</dependencies></project>\n`,
    });
    assert.deepEqual(
      inventory.dependencies.map(({ name, version, scope }) => [name, version, scope].join(' ')),
      ['shop:cups 1 test', 'shop:plates 2 runtime'],
    );
  });

  it('counts packages that all projects of .NET get, for the build, as what only builds them', async () => {
    const { inventory } = await analyzeSources([dependenciesAnalyzer], {
      'Directory.Packages.props':
        '<Project><ItemGroup><GlobalPackageReference Include="Rules" Version="1.0.0" /></ItemGroup></Project>\n',
      'build/_build.csproj':
        '<Project><ItemGroup><PackageReference Include="Maker.Parts" Version="2.0.0" /></ItemGroup></Project>\n',
    });
    assert.deepEqual(
      inventory.dependencies.map(({ name, scope }) => `${name} ${scope}`),
      ['Rules build', 'Maker.Parts dev'],
    );
  });

  it('counts no lists that a tool wrote of all that is installed', async () => {
    const pin = (name: string, via: string): string => `${name}==1.0 \\\n    --hash=sha256:00\n    # via ${via}\n`;
    const told = await overviewOf({
      'pyproject.toml': '[project]\nname = "shop"\ndependencies = ["cups"]\n',
      'bundle/requirements/linux.txt': `${pin('cups', 'shop')}${pin('plates', 'cups')}${pin('forks', 'cups')}`,
      'shop/a.py': 'import cups\n',
    });
    assert.match(told, /^1 direct dependency found in pyproject\.toml/);
  });

  it('counts packages published beside the one at the top, and no site of documents or project to come', async () => {
    const told = await overviewOf({
      'composer.json': '{"name": "shop/shop", "require": {"psr/log": "^3"}}',
      'src/Shop.php': '<?php class Shop {}\n',
      'extra/cups-extra/composer.json':
        '{"name": "shop/cups-extra", "require": {"shop/shop": "^1", "symfony/string": "^7"}}',
      'extra/tools/composer.json': '{"require": {"symfony/yaml": "^7"}}',
      'package.json': '{"name": "shop-docs", "private": true, "dependencies": {"vuepress": "2", "sass": "1"}}',
      'packages/create-shop/template-plain/package.json': '{"dependencies": {"left": "1"}}',
      'docs-assets/app/composer.json': '{"require": {"symfony/console": "^7"}}',
    });
    assert.match(told, /^1 direct dependency found in composer.json, 1 in extra\/cups-extra\/composer.json/);
  });

  it('tells nothing of test data beside a manifest that is not read', async () => {
    const told = await overviewOf({
      'dune-project': '(lang dune 3.0)\n',
      'src/core.ml': 'let cup = 1\n'.repeat(40),
      'test-resources/pom.xml':
        '<project><groupId>a</groupId><artifactId>b</artifactId><dependencies><dependency><groupId>c</groupId><artifactId>d</artifactId></dependency></dependencies></project>\n',
    });
    assert.equal(told, '');
  });

  it('takes what a build of sbt is built with for development, and an app of those who develop for none of it', async () => {
    const told = await overviewOf({
      'build.sbt': 'libraryDependencies += "org.a" %% "cups" % "1.0"\n',
      'project/build.sbt': 'libraryDependencies += "org.b" %% "tea" % "1.0"\n',
      'src/main/scala/A.scala': 'object A\n',
      'apps/dev/web/build.sbt': 'libraryDependencies += "org.c" %% "plates" % "1.0"\n',
    });
    assert.match(told, /^1 direct dependency found in build.sbt, 1 in project\/build.sbt\n/);
    assert.match(told, /\| `project\/build.sbt` \| 1 \| 1 \|/);
  });

  it('counts no manifest that was made of the one beside it', async () => {
    const told = await overviewOf({
      'deps.edn': '{:deps {org.clojure/clojure {:mvn/version "1.12.0"}}}\n',
      'src/shop/core.clj': `(ns shop.core)\n${'(defn cup [] 1)\n'.repeat(40)}`,
      'pom.xml':
        '<project><groupId>a</groupId><artifactId>b</artifactId><dependencies><dependency><groupId>c</groupId><artifactId>d</artifactId></dependency></dependencies></project>\n',
    });
    assert.match(told, /^1 direct dependency found in deps.edn\n/);
    assert.doesNotMatch(told, /pom/);
  });

  it('counts no manifest that another release of Swift reads in the place of the one beside it', async () => {
    const asks =
      '// swift-tools-version:6.1\nlet package = Package(name: "cups", dependencies: [\n  .package(url: "https://example.org/tea/tea.git", from: "1.0.0"),\n])\n';
    const { findings } = await analyzeSources([dependenciesAnalyzer], {
      'Package.swift': asks,
      'Package@swift-6.0.swift': asks,
    });
    const overview = findings.find(({ rule }) => rule === 'dependencies/overview');
    assert.equal(overview?.title, '1 direct dependency found in Package.swift');
  });

  it('takes lists that are written in one folder and compiled into another for one, and for no choice', async () => {
    const told = await overviewOf({
      'requirements/source/requirements-base.in': 'django==5.2.1\nrequests==2.32.0\n',
      'requirements/source/requirements-dev.in': '-r requirements-base.in\nblack==24.1.0\n',
      'requirements/generated/requirements-dev.txt':
        '#\n# This file is autogenerated by pip-compile\n#\nblack==24.1.0\n    # via -r requirements/source/requirements-dev.in\ndjango==5.2.1\n    # via -r requirements/source/requirements-base.in\n',
      'shop/a.py': 'import django\n',
    });
    assert.match(told, /^2 direct dependencies found in requirements\/source\/requirements-base.in, 1 in /);
    assert.match(told, /requirements-base.in` \| 2 \| 0 \|/);
    assert.match(told, /requirements-dev.in` \| 1 \| 1 \| `requirements\/generated\/requirements-dev.txt`/);
  });

  it('says at least of a manifest with names that nothing explains, and leaves out the tools of Composer', async () => {
    const gradle = await overviewOf({
      'build.gradle.kts':
        'dependencies {\n    implementation("a:b:1.0.0")\n    implementation("c:d:1.0.0")\n    implementation(libs.tea)\n}\n',
      'src/main/java/Shop.java': 'class Shop {}\n',
    });
    assert.match(gradle, /^At least 2 direct dependencies found in build.gradle.kts\n/);
    const php = await overviewOf({
      'composer.json': '{"require": {"a/b": "^1.0"}}',
      'tools/phpstan/composer.json': '{"require": {"c/d": "^1.0", "e/f": "^1.0"}}',
      'src/Shop.php': '<?php\nclass Shop {}\n',
    });
    assert.match(php, /^1 direct dependency found in composer.json\n/);
    assert.match(php, /Not counted[^\n]*tools\/phpstan/);
  });
});
