import type { ScanModel } from '../../../scanModel';
import { manifestExtractor } from '../../dependencies/extractors';
import { lineAt, type NamedLine, nameIn } from '../namedLine';
import { cmakeLibraries } from './cmakeLibraries';
import { mavenModule, mavenPublished } from './mavenLibraries';
import {
  cargoPackage,
  composerName,
  erlangApplication,
  hackagePackage,
  hasDartEntry,
  npmPackage,
  nugetPackage,
  ofLibraries,
  pkgConfig,
  pkgHeaders,
  plainModules,
  pubPackage,
  startsNothing,
} from './packedReaders';

/** How a build says what it installs, or packs for a registry. */
interface PackedForm {
  readonly path: RegExp;
  /** What installs it, or where it is published. */
  readonly by: string;
  /** Programs lie beside libraries of this kind that are for others all the same. */
  readonly isBesidePrograms?: true;
  readonly example: string;
  /** So are many beside one program. */
  readonly areManyBesideOne?: true;
  /** Of the example, where the name is that of the file. */
  readonly at?: string;
  readonly gives: string;
  read(text: string, path: string): readonly NamedLine[];
  /** What has to lie beside the file, or anywhere. */
  readonly isThere?: (name: string, folder: string, model: ScanModel) => boolean;
}

export const packedForms: readonly PackedForm[] = [
  {
    path: /\.(?:cs|fs|vb)proj$/,
    by: 'NuGet',
    isBesidePrograms: true,
    example: '<Project>\n<PropertyGroup>\n<PackageTags>cups</PackageTags>\n</PropertyGroup>\n</Project>',
    gives: '3 Cups',
    read: nugetPackage,
  },
  {
    path: /\.nuspec$/,
    by: 'NuGet',
    isBesidePrograms: true,
    example: '<package>\n<metadata>\n<id>Cups</id>\n</metadata>\n</package>',
    gives: '3 Cups',
    read: (text) => nameIn(text, /<id>\s{0,9}([\w.-]{1,100})\s{0,9}</),
    // Programs are packed in the same way, for those who install them.
    isThere: (name, _folder, { files }) => files.some(({ path }) => path.endsWith(`/${name}.csproj`)),
  },
  {
    path: /^package\.json$/,
    by: 'npm',
    example: '{\n"name": "cups",\n"version": "1.0.0",\n"main": "lib/cups.js",\n"files": ["lib"]\n}',
    gives: '4 cups',
    read: npmPackage,
  },
  {
    path: /(?:^|\/)pubspec\.yaml$/,
    by: 'pub',
    areManyBesideOne: true,
    example: 'name: cups\nversion: 1.0.0\n',
    gives: '1 cups',
    read: pubPackage,
    isThere: hasDartEntry,
  },
  {
    // A command of the same package lies beside it.
    path: /^pubspec\.yaml$/,
    by: 'pub',
    isBesidePrograms: true,
    example: 'name: cups\nversion: 1.0.0\n',
    gives: '1 cups',
    read: pubPackage,
    isThere: hasDartEntry,
  },
  {
    path: /.\/build\.gradle(?:\.kts)?$/,
    by: 'Maven',
    areManyBesideOne: true,
    example: 'plugins {\n  `java-library`\n  `maven-publish`\n}\n',
    gives: '3 cups',
    read: mavenPublished,
    isThere: (_name, folder, { files }) => files.some(({ path }) => path.startsWith(`${folder}src/`)),
  },
  {
    path: /(?:^|\/)pom\.xml$/,
    by: 'Maven',
    example: '<project>\n<artifactId>cups</artifactId>\n</project>',
    gives: '2 cups',
    read: mavenModule,
    // The central repository takes nothing without its licence, which few that keep theirs to themselves say.
    isThere: (_name, folder, model) =>
      model.factsIn(manifestExtractor, 'pom.xml')?.license !== undefined &&
      model.files.some(({ path }) => path.startsWith(`${folder}src/main/`) && /\.(?:java|kt|scala)$/.test(path)),
  },
  {
    path: /.\/gradle\.properties$/,
    by: 'Maven',
    areManyBesideOne: true,
    example: 'POM_NAME=Cups\nPOM_ARTIFACT_ID=tea-cups\n',
    gives: '2 tea-cups',
    read: (text) => nameIn(text, /^POM_ARTIFACT_ID\s{0,9}=\s{0,9}([\w.-]{1,80})/m),
    isThere: (_name, folder, { byPath }) =>
      byPath.has(`${folder}build.gradle`) || byPath.has(`${folder}build.gradle.kts`),
  },
  {
    path: /(?:^|\/)mix\.exs$/,
    by: 'Hex',
    isBesidePrograms: true,
    example: 'def project do\n  [\n    app: :cups,\n    package: package(),\n    version: "1.0.0"\n  ]\nend\n',
    gives: '3 cups',
    read: (text) => (/^\s{1,20}package:\s/m.test(text) ? nameIn(text, /^\s{1,20}app:\s{1,4}:(\w{1,60})/m) : []),
  },
  {
    path: /(?:^|\/)Cargo\.toml$/,
    by: 'crates.io',
    example: '[package]\nname = "cups"\nversion = "1.0.0"\ndescription = "Washes"\n',
    gives: '2 cups',
    read: cargoPackage,
    isThere: (_name, folder, { byPath }) => byPath.has(`${folder}src/lib.rs`),
  },
  {
    path: /^(?:ebin\/\w{1,60}\.app|src\/\w{1,60}\.app\.src)$/,
    by: 'Hex',
    example: '{application, cups, [\n  {vsn, "1.0.0"},\n  {licenses, ["MIT"]}\n]}.\n',
    at: 'src/cups.app.src',
    gives: '1 cups',
    read: erlangApplication,
    // What is made of it is started.
    isThere: (_name, _folder, { files }) => !files.some(({ path }) => /^(?:rel\/|relx\.config$)/.test(path)),
  },
  {
    path: /(?:^|\/)[\w.-]{1,80}\.gemspec$/,
    by: 'RubyGems',
    example: 'Gem::Specification.new do |s|\n  s.name = "cups"\nend\n',
    gives: '2 cups',
    isBesidePrograms: true,
    read: (text) => nameIn(text, /^\s{0,20}\w{1,20}\.name\s{0,20}=\s{0,9}["']([\w.-]{1,60})["']/m),
    // What it installs by its own name is a program.
    isThere: (name, folder, { byPath }) => !['exe', 'bin'].some((one) => byPath.has(`${folder}${one}/${name}`)),
  },
  {
    path: /^(?:[^/]{1,60}\/)?Makefile\.am$/,
    by: 'Automake',
    isBesidePrograms: true,
    example: 'noinst_LTLIBRARIES = libtry.la\nlib_LTLIBRARIES = libcups.la\n',
    gives: '2 libcups',
    read: (text) => nameIn(text, /^lib_LTLIBRARIES\s{0,9}\+?=\s{0,9}([\w.+-]{1,60}?)\.la\b/m),
  },
  {
    path: /^(?:[^/]{1,60}\/)?CMakeLists\.txt$/,
    by: 'CMake',
    isBesidePrograms: true,
    example:
      'add_library(cups SHARED cups.c)\nadd_library(own cups.c)\ninstall(TARGETS cups)\ninstall(FILES cups.h DESTINATION include)\n',
    gives: '1 cups',
    read: cmakeLibraries,
  },
  {
    path: /^(?:[^/]{1,60}\/)?meson\.build$/,
    by: 'Meson',
    isBesidePrograms: true,
    example: "project('cups', 'c')\nlib = library('cups', 'cups.c', install: true)\ninstall_headers('cups.h')\n",
    gives: '2 cups',
    read: (text) =>
      !/\binstall_headers\s?\(/.test(text)
        ? []
        : nameIn(
            text,
            /\b(?:shared_|both_)?(?:library|libraries)\(\s{0,40}'([\w.-]{1,60})',[^()]{0,600}\binstall\s{0,4}:\s{0,4}true/,
          ),
  },
  {
    path: /(?:^|\/)composer\.json$/,
    by: 'Packagist',
    example: '{\n"name": "shop/cups",\n"type": "library"\n}',
    gives: '2 shop/cups',
    read: (text) =>
      /"type"\s{0,9}:\s{0,9}"(?:library|symfony-bundle|composer-plugin)"/.test(text) ? composerName(text) : [],
  },
  {
    // What it installs beside shows what it can.
    path: /^composer\.json$/,
    by: 'Packagist',
    isBesidePrograms: true,
    example: '{\n"name": "shop/cups",\n"type": "library",\n"autoload": {"psr-4": {"Cups\\\\": "src/"}}\n}',
    gives: '2 shop/cups',
    read: (text) =>
      /"type"\s{0,9}:\s{0,9}"library"/.test(text) && /"autoload"\s{0,9}:/.test(text) ? composerName(text) : [],
    isThere: startsNothing,
  },
  {
    // Without a type it is a library: what is started has a file that a server or a shell begins with.
    path: /^composer\.json$/,
    by: 'Packagist',
    example: '{\n"name": "shop/cups",\n"license": "MIT",\n"autoload": {"psr-4": {"Cups\\\\": "src/"}}\n}',
    gives: '2 shop/cups',
    read: (text) =>
      /"type"\s{0,9}:\s{0,9}"(?!git|vcs|path|composer|artifact|package)/.test(text) ||
      !/"autoload"\s{0,9}:/.test(text) ||
      !/"license"\s{0,9}:/.test(text)
        ? []
        : composerName(text),
    isThere: startsNothing,
  },
  {
    path: /^Package\.swift$/,
    by: 'Swift package',
    example: 'let package = Package(\n  products: [\n    .library(name: "Cups", targets: ["Cups"]),\n  ]\n)',
    gives: '3 Cups',
    read: (text) =>
      [...text.matchAll(/\.library\(\s{0,40}name:\s{0,9}"([\w.-]{1,60})"/g)].map(({ 1: name = '', index }) => ({
        name,
        line: lineAt(text, index),
      })),
  },
  {
    path: /(?:^|\/)[\w.-]{1,80}\.cabal$/,
    by: 'Hackage',
    isBesidePrograms: true,
    example: 'name: cups\nsynopsis: Washes\ncategory: Kitchen\n\nlibrary\n  exposed-modules: Cups\n',
    gives: '5 cups',
    read: hackagePackage,
  },
  {
    path: /^(?:[^/]{1,60}\/){0,1}[\w.+-]{1,60}\.pc(?:\.(?:in|cmake))?$/,
    by: 'pkg-config',
    isBesidePrograms: true,
    example: 'prefix=@prefix@\nName: Cups\nLibs: -L@libdir@ -lcup\n',
    at: 'cups.pc.in',
    gives: '3 cups',
    read: pkgConfig,
  },
  {
    // Deep below may lie that of a library which a program holds a copy of.
    path: /^(?:[^/]{1,60}\/){2,9}[\w.+-]{1,60}\.pc(?:\.(?:in|cmake))?$/,
    by: 'pkg-config',
    example: 'Name: Cups\nCflags: -I@includedir@\n',
    at: 'cups/cmake/cups.pc.in',
    gives: '2 cups',
    read: (text, path) => [...pkgConfig(text, path), ...pkgHeaders(text, path)],
  },
  {
    path: /^(?:[^/]{1,60}\/){0,1}[\w.+-]{1,60}\.pc(?:\.(?:in|cmake))?$/,
    by: 'pkg-config',
    example: 'Name: Cups\nCflags: -I@includedir@\n',
    at: 'cups.pc.in',
    gives: '2 cups',
    read: pkgHeaders,
  },
  {
    path: /^DESCRIPTION$/,
    by: 'R package',
    example: 'Type: Package\nPackage: cups\nVersion: 1.0\n',
    gives: '2 cups',
    read: (text) => (/^Version:/m.test(text) ? nameIn(text, /^Package:[ \t]{1,9}([A-Za-z][\w.]{1,60})/m) : []),
    isThere: (_name, _folder, { byPath }) => byPath.has('NAMESPACE'),
  },
  {
    path: /^Project\.toml$/,
    by: 'Julia package',
    example: 'name = "Cups"\nuuid = "1"\n',
    gives: '1 Cups',
    read: (text) => (/^uuid\s{0,9}=/m.test(text) ? nameIn(text, /^name\s{0,9}=\s{0,9}"(\w{1,60})"/m) : []),
    isThere: (name, _folder, { byPath }) => byPath.has(`src/${name}.jl`),
  },
  {
    // Its commands lie beside it, as for those who try it out.
    path: /^(?:pyproject\.toml|setup\.(?:py|cfg))$/,
    by: 'PyPI',
    isBesidePrograms: true,
    example:
      '[project]\nname = "cups"\nclassifiers = [\n  "Topic :: Software Development :: Libraries :: Python Modules",\n]\n',
    gives: '2 cups',
    read: ofLibraries,
  },
  {
    path: /^(?:pyproject\.toml|setup\.(?:py|cfg))$/,
    by: 'PyPI',
    isBesidePrograms: true,
    example: '[tool.setuptools]\npy-modules = ["cups"]\n',
    gives: '2 cups',
    read: plainModules,
    // What is started of a module is a program.
    isThere: (name, _folder, { byPath, inventory }) =>
      byPath.has(`${name}.py`) &&
      !inventory.commands.some(({ kind, run }) => kind === 'binary' && run.startsWith(`${name}:`)),
  },
];
