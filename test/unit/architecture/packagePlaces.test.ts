import { checkCases, repeat } from './cases';

checkCases('packages and where they are named', [
  {
    it: 'gives a module of Maven what its parents ask for, where they ask for it',
    files: {
      'pom.xml': '<project>\n<artifactId>all</artifactId>\n<packaging>pom</packaging>\n</project>',
      'core/pom.xml': '<project>\n<artifactId>shop-core</artifactId>\n</project>',
      'core/A.java': 'class A {}',
      'stores/pom.xml':
        '<project>\n<artifactId>stores</artifactId>\n<dependencies><dependency>\n<artifactId>shop-core</artifactId>\n</dependency></dependencies>\n</project>',
      ...repeat(3, (n) => [
        `stores/s${n}/pom.xml`,
        `<project>\n<parent><artifactId>${n === 2 ? 'spring-boot-starter-parent' : 'stores'}</artifactId></parent>\n<artifactId>s${n}</artifactId>\n</project>`,
      ]),
      ...repeat(3, (n) => [`stores/s${n}/S.java`, 'class S {}']),
    },
    findings: [
      'architecture/packages | 4 packages with source files found; at least 2 depend on shop-core, development aside',
    ],
    evidence: { 'architecture/packages': ['stores/pom.xml:4'] },
  },
  {
    it: 'takes a manifest within a published package that only says where to begin for no package of its own',
    files: {
      'package.json': '{"name":"shop","version":"1.0.0"}',
      'src/a.ts': '',
      'auto/package.json': '{"name":"shop-auto","private":true,"main":"./auto.js"}',
      'auto/auto.js': '',
    },
    findings: [],
  },
  {
    it: 'tells nothing of packages beside which most of the code belongs to none',
    files: {
      'package.json': '{"name":"shop","private":true}',
      'nx.json': '{}',
      ...repeat(2, (n) => [`packages/p${n}/package.json`, `{"name":"p${n}","version":"1.0.0"}`]),
      ...repeat(2, (n) => [`packages/p${n}/a.ts`, '']),
      ...repeat(6, (n) => [`libs/l${n}/a.ts`, '']),
    },
    findings: [],
  },
  {
    it: 'tells what a crate needs on one system alone',
    files: {
      'core/Cargo.toml': '[package]\nname = "core"\n',
      'core/src/lib.rs': 'fn a() {}',
      ...repeat(2, (n) => [
        `s${n}/Cargo.toml`,
        `[package]\nname = "s${n}"\n\n[target.'cfg(windows)'.dependencies]\ncore = { path = "../core" }\n`,
      ]),
      ...repeat(2, (n) => [`s${n}/src/main.rs`, 'fn main() {}']),
    },
    findings: [
      'architecture/packages | 3 packages with source files found; at least 2 depend on core, development aside',
    ],
    evidence: { 'architecture/packages': ['s0/Cargo.toml:5'] },
  },
  {
    it: 'cites projects of Gradle where the settings name them, and one of Python by its name however it is spelled',
    files: {
      'settings.gradle.kts': 'rootProject.name = "shop"\n\ninclude(\n  ":core",\n  ":stores:file",\n)\n',
      'core/build.gradle.kts': 'plugins { }',
      'core/A.java': 'class A {}',
      'stores/file/build.gradle.kts': 'plugins { }',
      'stores/file/S.java': 'class S {}',
      'client/setup.py':
        '"""The client of a shop_client."""\nfrom setuptools import setup\n\nsetup(\n    name="Shop_Client",\n)\n',
      'client/c.py': 'a = 1\n',
    },
    findings: ['architecture/packages | 3 packages found: Shop_Client, core, file'],
    evidence: { 'architecture/packages': ['client/setup.py:5', 'settings.gradle.kts:4', 'settings.gradle.kts:5'] },
  },
  {
    it: 'calls modules of Go so, and cites what one asks for',
    files: {
      'go.mod': 'module shop.example/shop\n',
      'main.go': 'package main\n',
      'client/go.mod': 'module shop.example/shop/client\n\nrequire shop.example/shop v1.0.0\n',
      'client/c.go': 'package client\n',
    },
    findings: ['architecture/packages | 2 Go modules found: shop.example/shop/client, shop.example/shop'],
    evidence: { 'architecture/packages': ['client/go.mod:3'] },
  },
  {
    it: 'tells two packages of one name with their folders',
    files: {
      'mix.exs': 'defmodule Shop.MixProject do\n  def project, do: [app: :shop]\nend\n',
      'lib/shop.ex': 'defmodule Shop do\nend\n',
      'app/mix.exs': 'defmodule App.MixProject do\n  def project, do: [app: :shop]\nend\n',
      'app/lib/app.ex': 'defmodule App do\nend\n',
    },
    findings: ['architecture/packages | 2 packages found: shop (app), shop (.)'],
  },
  {
    it: 'tells no packages where most of the code belongs to none',
    files: {
      ...repeat(9, (n) => [`src/a${n}.cpp`, '']),
      'proxy/go.mod': 'module proxy\n',
      'proxy/a.go': 'package main\n',
      'tools/x/go.mod': 'module x\n',
      'tools/x/a.go': 'package main\n',
    },
    findings: [],
  },
  {
    it: 'takes a package called templates for one, and none that a tool fills in',
    files: {
      'shared/template/Cargo.toml': '[package]\nname = "plugin-x"\n',
      'shared/template/src/lib.rs': '',
      'plugins/own/Cargo.toml': '[package]\nname = "plugin-PLUGIN_NAME"\n',
      'plugins/own/src/lib.rs': '',
      'components/templates/Cargo.toml': '[package]\nname = "templates"\n',
      'components/templates/src/lib.rs': '',
      'components/site/Cargo.toml': '[package]\nname = "site"\n',
      'components/site/src/lib.rs': '',
    },
    findings: ['architecture/packages | 2 packages found: site, templates'],
  },
]);
