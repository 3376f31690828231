import assert from 'node:assert/strict';
import { dependenciesAnalyzer } from '../../../src/engine/genesis/analyzers/dependencies';
import { entryPointFindingsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPointFindings';
import { packedForms } from '../../../src/engine/genesis/analyzers/entryPointFindings/libraries/packedForms';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import { techStackAnalyzer } from '../../../src/engine/genesis/analyzers/techStack';
import { analyzeSources } from '../../support/analyzeSources';
import { check } from './checkTitles';

const csproj = (more: string): string =>
  `<Project Sdk="Microsoft.NET.Sdk">\n<PropertyGroup>\n${more}\n</PropertyGroup>\n</Project>\n`;

describe('libraries that are packed or installed for others', () => {
  it('are known by each form from its example', () => {
    for (const { path, example, gives, read, at = 'cups/build.gradle' } of packedForms) {
      const told = read(example, at).map(({ name, line }) => `${line} ${name}`);
      const other = read(example, 'src/Cups.csproj').map(({ name, line }) => `${line} ${name}`);
      assert.ok(
        [told, other].some((found) => found.join(', ') === gives),
        `${path}: ${told}, ${other}`,
      );
    }
  });

  it('are told where nothing else says what they give, the one that others are called after first', () =>
    check(
      {
        'Cups.Web/Cups.Web.csproj': csproj('<PackageId>Cups.Web</PackageId>'),
        'Cups/Cups.csproj': csproj('<GeneratePackageOnBuild>true</GeneratePackageOnBuild>'),
        'Cups/Cup.cs': 'public class Cup {}\n',
        'Cups.Tests/Cups.Tests.csproj': csproj('<PackageId>Cups.Tests</PackageId>'),
        'Tool/Tool.csproj': csproj('<PackageId>Tool</PackageId><OutputType>Exe</OutputType>'),
      },
      ['Libraries for others found (NuGet): Cups and Cups.Web'],
    ));

  it('are told to be more where a list is cut', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 33 }, (_, n) => [`C${n}/C${n}.csproj`, csproj(`<PackageId>C${n}</PackageId>`)]),
    );
    const analyzers = [dependenciesAnalyzer, techStackAnalyzer, entryPointFindingsAnalyzer];
    const { findings } = await analyzeSources(analyzers, { ...files, 'C1/Cup.cs': 'public class Cup {}\n' });
    assert.match(findings.find(({ rule }) => rule === 'entry-points/library')?.content ?? '', /\n\nand 3 more$/);
  });

  it('are called as they are published, and told once', async () => {
    const build = 'apply plugin: "maven-publish"\n';
    const java = { 'sample/src/main/java/A.java': 'class A {}\n', 'plates/src/main/java/A.java': 'class A {}\n' };
    await check(
      {
        ...java,
        'core/build.gradle': build,
        'core/gradle.properties': 'POM_ARTIFACT_ID=sample\n',
        'core/src/main/java/B.java': 'class B {}\n',
        'plates/build.gradle.kts': `${build}publishing {\n  artifactId = "tea-plates"\n}\n`,
        'cups-test/gradle.properties': 'POM_ARTIFACT_ID=cups-test\n',
        'cups-test/build.gradle': build,
        'mug/build.gradle': 'plugins {\n  id("cups.library-conventions")\n}\n',
        'mug/src/main/java/C.java': 'class C {}\n',
      },
      ['Libraries for others found (Maven): sample, mug, cups-test and others'],
    );
    const spec = '<package>\n<metadata>\n<id>Cups</id>\n</metadata>\n</package>\n';
    await check({ 'Cups.nuspec': spec, 'src/Cups.csproj': csproj('<PackageId>Cups</PackageId>') }, [
      'Library for others found (NuGet): Cups',
    ]);
  });

  it('are gems whose commands are called otherwise, and packages of types that are tried out while they are written', async () => {
    const gem = (more: string): string => `Gem::Specification.new do |s|\n  s.name = "cups"\n${more}end\n`;
    const code = { 'lib/cups.rb': 'module Cups\nend\n', 'exe/cup': '#!/usr/bin/env ruby\n' };
    await check({ ...code, 'cups.gemspec': gem('  s.executables = ["cup"]\n') }, [
      'Program found: cup',
      'Library for others found (RubyGems): cups',
    ]);
    await check({ ...code, 'cups.gemspec': gem('  s.executables = Dir["exe/*"]\n'), 'exe/cups': '' }, []);
    const typed =
      '{\n"name": "cups",\n"version": "1.0.0",\n"main": "dist/cups.js",\n"files": ["dist"],\n"scripts": {"dev": "vite"}MORE\n}';
    const script = { 'src/cups.ts': 'export const cups = 1;\n' };
    await check({ ...script, 'package.json': typed.replace('MORE', ',\n"types": "dist/cups.d.ts"') }, [
      'Library for others found (npm): cups',
    ]);
    await check({ ...script, 'package.json': typed.replace('MORE', '') }, []);
    const mix = 'def project do\n  [\n    app: :cups,\n    package: package(),\n  ]\nend\n';
    await check({ 'mix.exs': mix, 'package.json': typed.replace('MORE', ',\n"types": "dist/cups.d.ts"') }, [
      'Library for others found (Hex and npm): cups',
    ]);
  });

  it('are packages of Dart beside their command, and of PHP that say no type and start nothing', async () => {
    const dart = {
      'pubspec.yaml': 'name: cups\nversion: 1.0.0\nexecutables:\n  wash: wash\n',
      'lib/cups.dart': 'class Cup {}\n',
      'bin/wash.dart': 'void main() {}\n',
    };
    await check(dart, ['Program found: wash', 'Library for others found (pub): cups']);
    const composer =
      '{\n"name": "shop/cups",\n"license": "MIT",\n"repositories": [{"type": "git"}],\n"autoload": {"psr-4": {"Cups\\\\": "src/"}}\n}';
    const php = { 'composer.json': composer, 'src/Cup.php': '<?php\nclass Cup {}\n' };
    await check(php, ['Library for others found (Packagist): shop/cups']);
    await check({ ...php, 'public/index.php': '<?php\n' }, []);
    await check({ ...php, 'composer.json': composer.replace('"license"', '"type": "project",\n"license"') }, []);
  });

  it('are modules of Maven where the whole says its licence', async () => {
    const parent = (more: string): string =>
      `<project>\n<artifactId>cups-parent</artifactId>\n<packaging>pom</packaging>\n${more}</project>\n`;
    const licence = '<licenses><license><name>MIT</name></license></licenses>\n';
    const module = (name: string): string =>
      `<project>\n<parent>\n<artifactId>cups-parent</artifactId>\n</parent>\n<artifactId>${name}</artifactId>\n</project>\n`;
    const files = {
      'core/pom.xml': module('cups-core'),
      'core/src/main/java/Cup.java': 'class Cup {}\n',
      'bom/pom.xml': module('cups-bom'),
    };
    await check({ ...files, 'pom.xml': parent(licence) }, ['Library for others found (Maven): cups-core']);
    await check({ ...files, 'pom.xml': parent('') }, []);
  });

  it('are modules of Maven that are no parts of the program beside them', async () => {
    const pom = (name: string, more = ''): string => `<project>\n<artifactId>${name}</artifactId>\n${more}</project>\n`;
    const lib = (name: string): [string, string][] => [
      [`${name}/pom.xml`, pom(name)],
      [`${name}/src/main/java/A.java`, 'class A { int size; }\n'.repeat(9)],
    ];
    const use = (name: string): string =>
      `<dependency>\n<groupId>org.cups</groupId>\n<artifactId>${name}</artifactId>\n</dependency>\n`;
    const names = ['cups', 'mugs', 'pots', 'jars', 'cans'];
    const skip = '<properties>\n<maven.deploy.skip>true</maven.deploy.skip>\n</properties>\n';
    const files = (uses: readonly string[], more = skip): Record<string, string> => ({
      'pom.xml': pom(
        'all',
        '<licenses>\n<license>\n<name>MIT</name>\n</license>\n</licenses>\n<packaging>pom</packaging>\n',
      ),
      ...Object.fromEntries(names.flatMap(lib)),
      'server/pom.xml': pom('server', `<dependencies>\n${uses.map(use).join('')}</dependencies>\n${more}`),
      'server/src/main/java/ServerApplication.java':
        'class ServerApplication {\n  public static void main(String[] args) {}\n}\n',
    });
    const program = 'Program found: ServerApplication';
    await check(files([]), [program, 'Libraries for others found (Maven): cans, cups, jars and others']);
    await check(files(['cups']), [program]);
    await check(files([], ''), [program]);
  });

  it('are found behind a variable of CMake, and in a package of Swift that draws and has no program', async () => {
    const cmake = `set(CUPS_LIB cups)\nif(STATIC)\nadd_library("\${CUPS_LIB}" STATIC a.c)\nelse()\nadd_library("\${CUPS_LIB}" SHARED a.c)\nendif()\ninstall(TARGETS "\${CUPS_LIB}")\ninstall(FILES a.h DESTINATION include)\n`;
    await check({ 'CMakeLists.txt': cmake, 'a.c': 'int a;\n' }, ['Library for others found (CMake): cups']);
    const { findings } = await analyzeSources([dependenciesAnalyzer, techStackAnalyzer, entryPointFindingsAnalyzer], {
      'Package.swift': 'let package = Package(products: [\n.library(name: "Cups", targets: ["Cups"])])\n',
      'Sources/Cups/Cup.swift': 'import UIKit\n\npublic class Cup: UIView {}\n',
    });
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'entry-points/library').map(({ title }) => title),
      ['Library for others found (Swift package): Cups'],
    );
  });

  it('are no programs that are packed in the same way, nor copies deep below', async () => {
    const spec = '<package>\n<metadata>\n<id>Cups</id>\n</metadata>\n</package>\n';
    await check({ 'packs/Cups.nuspec': spec }, []);
    await check({ 'packs/Cups.nuspec': spec, 'src/Cups/Cups.csproj': csproj('') }, [
      'Library for others found (NuGet): Cups',
    ]);
    const template = csproj('<PackageType>Template</PackageType><PackageId>Cups.Templates</PackageId>');
    await check({ 'templates/Cups.csproj': template }, []);
    const cmake = 'add_library(cups SHARED cups.c)\ninstall(TARGETS cups)\ninstall(FILES cups.h DESTINATION include)\n';
    await check({ 'src/CMakeLists.txt': cmake, 'src/cups.c': 'int a;\n' }, ['Library for others found (CMake): cups']);
    await check({ 'src/plates/src/CMakeLists.txt': cmake, 'src/plates/src/cups.c': 'int a;\n' }, []);
    await check({ 'pubspec.yaml': 'name: cups\nversion: 1.0.0\n', 'lib/cups.dart': 'class Cup {}\n' }, [
      'Library for others found (pub): cups',
    ]);
  });

  it('are named in a title as long as there is room', async () => {
    const long = (end: string): string => `Cups.And.Plates.And.All.That.Is.Washed.${end}`;
    const files = ['Up', 'All', 'Over'].map((end) => [
      `src/${end}.csproj`,
      csproj(`<PackageId>${long(end)}</PackageId>`),
    ]);
    await check(Object.fromEntries(files), [`Libraries for others found (NuGet): ${long('Up')} and others`]);
  });

  it('have programs beside them that only try them out', async () => {
    const library = {
      'Cups/Cups.csproj': csproj('<PackageId>Cups</PackageId>'),
      'Cups/Cup.cs': 'public class Cup { public int Size => 1; }\n'.repeat(400),
      'Trial/Trial.csproj': csproj('<OutputType>Exe</OutputType>'),
    };
    const main = 'class Program {\n  static void Main(string[] args) {}\n}\n';
    await check({ ...library, 'Trial/Program.cs': main }, ['Library for others found (NuGet): Cups']);
    const large = main + 'class Other { public int Size => 1; }\n'.repeat(40);
    await check({ ...library, 'Trial/Program.cs': large }, [
      'Program found: Trial',
      'Library for others found (NuGet): Cups',
    ]);
  });

  it('are a package of Elixir whose processes start with what uses it', async () => {
    const mix = (more: string): string =>
      `defmodule Cups.MixProject do\n  def project do\n    [\n      app: :cups,\n${more}      deps: [{:phoenix, "~> 1.7"}]\n    ]\n  end\n  def application do\n    [mod: {Cups.Application, []}]\n  end\nend\n`;
    await check({ 'mix.exs': mix('') }, ['Program found: cups']);
    await check({ 'mix.exs': mix('      package: package(),\n') }, ['Library for others found (Hex): cups']);
  });

  it('are packages of npm that choose what is published, and nothing that is started or only built here', async () => {
    const manifest = (more: object): string =>
      JSON.stringify({ name: 'cups', version: '1.0.0', main: 'lib/cups.js', ...more });
    const library = 'Library for others found (npm): cups';
    const told = (more: object, titles: readonly string[]): Promise<void> =>
      check({ 'package.json': manifest(more), 'lib/cups.js': 'module.exports = class Cup {}\n' }, titles);
    await told({ files: ['lib'] }, [library]);
    await told({}, []);
    await told({ files: ['lib'], private: true }, []);
    await told({ files: ['lib'], private: true, peerDependencies: { react: '*' } }, [library]);
    await told({ files: ['lib'], scripts: { dev: 'nodemon' } }, []);
  });

  it('are what a package of Python gives, also where it serves some pages of its own', async () => {
    const init = 'from .app import Cup as Cup\nfrom .app import Plate as Plate\nfrom .app import fill as fill\n';
    await check(
      { 'pyproject.toml': '[project]\nname = "cups"\n', 'cups/__init__.py': init, 'cups/app.py': 'x = 1\n' },
      ['Exported names found in cups/__init__.py: Cup, Plate and fill'],
    );
  });

  it('are no parts of a program of Rust, which no registry would take', async () => {
    const crate = (name: string, more = ''): string => `[package]\nname = "${name}"\nversion = "1.0.0"\n${more}`;
    const files = {
      'Cargo.toml': crate('cups', 'description = "x"\n[workspace]\nmembers = ["words"]\n'),
      'src/main.rs': 'fn main() {}\n',
      'words/src/lib.rs': 'pub struct A;\npub struct B;\npub struct C;\n',
      'words/README.md': '# Words\n',
    };
    await check({ ...files, 'words/Cargo.toml': crate('words') }, ['Program found: cups']);
    await check({ ...files, 'words/Cargo.toml': crate('words', 'description = "x"\n') }, [
      'Program found: cups',
      'Exported names found in words/src/lib.rs: A, B and C',
    ]);
  });

  it('are modules of Python in no package, beside a program that is another module', async () => {
    const files = {
      'pyproject.toml':
        '[project]\nname = "cups"\n[project.scripts]\nwash = "wash:main"\n[tool.setuptools]\npy-modules = ["cups", "wash"]\n',
      'cups.py': 'def cup():\n  pass\n',
      'wash.py': 'def main():\n  pass\n',
    };
    const program = 'Program found: wash';
    await check(files, [program, 'Library for others found (PyPI): cups']);
    await check({ ...files, 'pyproject.toml': files['pyproject.toml'].replace('"cups", ', '') }, [program]);
  });

  it('are no package of R where nothing says what it gives', async () => {
    const files = { DESCRIPTION: 'Package: cups\nVersion: 1.0\n', 'R/cups.R': 'cup <- 1\n' };
    await check(files, []);
    await check({ ...files, NAMESPACE: 'export(cup)\n' }, ['Library for others found (R package): cups']);
  });

  it('are headers alone that CMake installs under the name of the whole, before a package for Swift of the same', async () => {
    const cmake = (name: string): string =>
      `project(cups VERSION 1.0)\nset(CUPS_TARGET \${PROJECT_NAME})\nadd_library(${name} INTERFACE)\ninstall(TARGETS ${name})\ninstall(DIRECTORY \${CUPS_INCLUDE_DIR})\n`;
    const files = {
      'Package.swift': 'let package = Package(products: [\n.library(name: "Cups", targets: ["Cups"])])\n',
      'include/cups.hpp': 'int a;\n',
    };
    await check({ ...files, 'CMakeLists.txt': cmake(`\${CUPS_TARGET}`) }, ['Library for others found (CMake): cups']);
    await check({ ...files, 'CMakeLists.txt': cmake('settings') }, ['Library for others found (Swift package): Cups']);
  });

  it('are a library that says so by its kind, though it installs a program', async () => {
    const composer = (kind: string): string =>
      `{\n"name": "shop/cups",\n"type": "${kind}",\n"bin": ["bin/wash"],\n"autoload": {"psr-4": {"Cups\\\\": "src/"}}\n}`;
    const files = { 'bin/wash': '#!/usr/bin/env php\n', 'src/Cup.php': '<?php\nclass Cup {}\n' };
    await check({ ...files, 'composer.json': composer('library') }, [
      'Program found: wash',
      'Library for others found (Packagist): shop/cups',
    ]);
    await check({ ...files, 'composer.json': composer('project') }, ['Program found: wash']);
  });

  it('are the library that the whole is called after, beside a site that shows it', async () => {
    const gem = (name: string): string => `Gem::Specification.new do |s|\n  s.name = "${name}"\nend\n`;
    const files = {
      'core/cups.gemspec': gem('sample'),
      'other/other.gemspec': gem('other'),
      'site/app.rb': "require 'sinatra'\n\nget '/cups' do\n  'cups'\nend\n",
    };
    const { findings } = await analyzeSources([entryPointsAnalyzer, entryPointFindingsAnalyzer], files);
    const titles = findings.filter(({ rule }) => rule === 'entry-points/library').map(({ title }) => title);
    assert.deepEqual(titles, ['Library for others found (RubyGems): sample']);
  });

  it('are crates that a registry takes, whose first file hands on what others give', async () => {
    const crate = (more: string): string => `[package]\nname = "cups"\ncategories = ["tea"]\n${more}\n`;
    const files = { 'cups/src/lib.rs': 'mod private;\ncrate_root!();\n', 'cups/src/private.rs': 'fn a() {}\n' };
    await check({ ...files, 'cups/Cargo.toml': crate('description = "Washes"') }, [
      'Library for others found (crates.io): cups',
    ]);
    await check({ ...files, 'cups/Cargo.toml': crate('description = "Washes"\npublish = false') }, []);
  });
});
