import assert from 'node:assert/strict';
import { roleOf } from '../../../src/engine/genesis/languages/roleOf';
import { judgeRoles } from '../../../src/engine/genesis/roles/judgeRoles';
import { sayingOf } from '../../../src/engine/genesis/roles/manifestReaders';

function rolesOf(manifests: Readonly<Record<string, string>>, others: readonly string[]): Record<string, string> {
  const sayings = new Map(Object.entries(manifests).map(([path, text]) => [path, sayingOf(path, text)]));
  const told = judgeRoles([...Object.keys(manifests), ...others].sort(), sayings);
  return Object.fromEntries(others.map((path) => [path, told.of(path) ?? roleOf(path)]));
}

const product = ['src/a.cs', 'src/b.cs', 'src/c.cs', 'src/d.cs', 'src/e.cs', 'src/f.cs', 'src/g.cs', 'src/h.cs'];

describe('what is the own code of a project', () => {
  it('leaves a crate to the product that others build upon, in a folder of whatever name', () => {
    const crates = (table: string) => ({
      'test/Cargo.toml': '[package]\nname = "shop_test"\n',
      'kit/Cargo.toml': `[package]\nname = "kit"\n[${table}]\nshop_test = { path = "../test" }\n`,
    });
    const files = ['test/src/lib.rs', 'kit/src/lib.rs', ...product];
    assert.equal(rolesOf(crates('dependencies'), files)['test/src/lib.rs'], 'source');
    assert.equal(rolesOf(crates('dev-dependencies'), files)['test/src/lib.rs'], 'test');
  });

  it('takes a library under its own name for the product, as it would a copy of it elsewhere for one', () => {
    const files = ['lodash.js', 'a.js', 'b.js', 'c.js', 'd.js'];
    assert.equal(rolesOf({ 'package.json': '{"name":"lodash","main":"lodash.js"}' }, files)['lodash.js'], 'source');
    assert.equal(rolesOf({ 'package.json': '{"name":"shop","main":"lodash.js"}' }, files)['lodash.js'], 'vendored');
  });

  it('takes a folder of tests that pytest is pointed at whole, and neither a licence with a name behind it nor that of a program for one of a copy', () => {
    const files = [
      'testing/example.py',
      'testing/test_a.py',
      'testing/b.py',
      'testing/c.py',
      'cmd/sync/a.go',
      'bar/src/main.c',
      'pots/pot.c',
    ];
    const mit = (name: string) => `Permission is hereby granted, free of charge\nCopyright (c) 2020 ${name}\n`;
    const roles = rolesOf(
      {
        'pyproject.toml': '[tool.pytest.ini_options]\ntestpaths = ["testing"]\n',
        LICENSE: mit('Ann Potter'),
        'cmd/sync/LICENSE.bob': mit('Bob Baker'),
        'bar/LICENSE': mit('Cid Miller'),
        'pots/LICENSE': mit('Cid Miller'),
        'pans/LICENSE': mit('the-potter'),
      },
      [...files, 'pans/pan.c', ...product],
    );
    assert.deepEqual(
      files.map((path) => roles[path]),
      ['test', 'test', 'test', 'test', 'source', 'source', 'vendored'],
    );
    assert.equal(roles['pans/pan.c'], 'source');
  });

  it('takes projects of .NET beside the one that they document for documentation, and an application of documents for none', () => {
    const project = (...uses: readonly string[]) =>
      `<Project Sdk="Microsoft.NET.Sdk"><ItemGroup>${uses.map((one) => `<ProjectReference Include="../${one}/${one}.csproj" />`).join('')}</ItemGroup></Project>`;
    const documented = (name: string) => ({
      [`src/${name}.Docs/${name}.Docs.csproj`]: project('Cups'),
      [`src/${name}.Docs.Server/${name}.Docs.Server.csproj`]: project(`${name}.Docs`),
    });
    const of = (name: string) => {
      const files = [`src/${name}.Docs/a.cs`, `src/${name}.Docs.Server/Program.cs`];
      const roles = rolesOf({ 'src/Cups/Cups.csproj': project(), ...documented(name) }, [...files, ...product]);
      return files.map((path) => roles[path]);
    };
    assert.deepEqual(of('Cups'), ['docs', 'docs']);
    assert.deepEqual(of('Tea'), ['source', 'source']);
  });

  it('takes the project that builds the others for their build, by the name that its template gives', () => {
    const roles = rolesOf({ 'make/_build.csproj': '<Project Sdk="Microsoft.NET.Sdk" />' }, [
      'make/Build.cs',
      ...product,
    ]);
    assert.equal(roles['make/Build.cs'], 'config');
  });

  it('takes what the sources call a test for the product where tests lie in a folder beside them', () => {
    const tests = ['a', 'b', 'c', 'd', 'e'].map((name) => `tests/${name}CupTest.php`);
    const files = ['src/ShopTest.php', ...tests, ...product];
    assert.deepEqual(Object.values(rolesOf({}, files)).slice(0, 2), ['source', 'test']);
    assert.equal(rolesOf({}, ['src/ShopTest.php', ...product])['src/ShopTest.php'], 'test');
  });

  it('takes a module called setup in a package of Python for the product, and what installs one for settings', () => {
    const files = ['shop/__init__.py', 'shop/utils/__init__.py', 'shop/utils/setup.py', 'kit/setup.py', 'setup.py'];
    assert.deepEqual(Object.values(rolesOf({}, [...files, ...product])).slice(2, 5), ['source', 'config', 'config']);
  });

  it('takes the headers of a library in one file for made where those that it is made of lie beside', () => {
    const packed = 'single_include/cups/cups.hpp';
    assert.equal(rolesOf({}, [packed, 'include/cups/cup.hpp', ...product])[packed], 'generated');
    assert.equal(rolesOf({}, [packed, ...product])[packed], 'source');
  });

  it('takes a module of Gradle that is published for the product, also where it helps tests', () => {
    const files = (plugin: string) => ({
      'shop-mock/build.gradle': `apply plugin: 'java-library'\n${plugin}dependencies {\n  api projects.shop\n}\n`,
      'samples/build.gradle': "dependencies {\n  testImplementation project(':shop-mock')\n}\n",
    });
    const mock = 'shop-mock/src/main/java/acme/Mock.java';
    assert.equal(rolesOf(files("apply plugin: 'maven-publish'\n"), [mock, ...product])[mock], 'source');
    assert.equal(rolesOf(files(''), [mock, ...product])[mock], 'test');
  });
});
