import type { ScanModel } from '../../../scanModel';
import { manifestExtractor } from '../../dependencies/extractors';
import { parseJson } from '../../dependencies/text/jsonTree';
import { lineAt, type NamedLine, nameIn } from '../namedLine';
import { cabalStanzas } from '../programs/builds/declaredPrograms';
import { cmakeLibraries } from './cmakeLibraries';
import { mavenModule, mavenPublished } from './mavenLibraries';

/** How a build says what it installs, or packs for a registry. */
interface PackedForm {
  readonly path: RegExp;
  /** What installs it, or where it is published. */
  readonly by: string;
  /** Programs lie beside libraries of this kind that are for others all the same. */
  readonly isBesidePrograms?: true;
  readonly example: string;
  /** Of the example, where the name is that of the file. */
  readonly at?: string;
  readonly gives: string;
  read(text: string, path: string): readonly NamedLine[];
  /** What has to lie beside the file, or anywhere. */
  readonly isThere?: (name: string, folder: string, model: ScanModel) => boolean;
}

const stemOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.\w{1,10}$/, '');

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
    example: 'name: cups\nversion: 1.0.0\n',
    gives: '1 cups',
    read: (text) =>
      /^version:/m.test(text) && !/^publish_to:\s{0,9}["']?none/m.test(text)
        ? nameIn(text, /^name:\s{1,9}(\w{1,60})/m)
        : [],
    isThere: (name, folder, { byPath }) =>
      byPath.has(`${folder}lib/${name}.dart`) && !byPath.has(`${folder}lib/main.dart`),
  },
  {
    path: /.\/build\.gradle(?:\.kts)?$/,
    by: 'Maven',
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
      /"type"\s{0,9}:\s{0,9}"(?:library|symfony-bundle|composer-plugin)"/.test(text)
        ? nameIn(text, /^\s{0,20}"name"\s{0,9}:\s{0,9}"([\w./-]{1,80})"/m)
        : [],
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
    read: pkgConfig,
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
    path: /^(?:pyproject\.toml|setup\.(?:py|cfg))$/,
    by: 'PyPI',
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

/** What `pkg-config` is asked for is the name of the file, unless that stands for any. */
function pkgConfig(text: string, path: string): NamedLine[] {
  const [first] = nameIn(text, /^(?:Libs:[^\n]{0,200}?[ \t]-l|Cflags:[^\n]{0,100}?-I)([\w.+-]{0,60})/m);
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.pc(?:\.\w{1,5})?$/, '');
  return first === undefined || /^pkg-?config$/i.test(stem) ? [] : [{ ...first, name: stem }];
}

/** What a package of Python is for, in the words that its registry has for it. */
const libraryOfPython = /["'\s]Topic :: Software Development :: Libraries\b/;

function ofLibraries(text: string): NamedLine[] {
  const own = /^\[project\][^[]{0,4000}/m.exec(text);
  const name = /^[ \t]{0,20}name\s{0,9}=\s{0,9}["']?([A-Za-z][\w.-]{0,60})["']?,?[ \t]{0,9}$/m.exec(own?.[0] ?? text);
  const at = (own?.index ?? 0) + (name?.index ?? 0);
  return name?.[1] === undefined || !libraryOfPython.test(text)
    ? []
    : [{ name: name[1], line: lineAt(text, at + name[0].search(/\S/)) }];
}

/** What the registry of Haskell takes: it has to say what it is, and of which kind. */
function hackagePackage(text: string): NamedLine[] {
  const name = /^name[ \t]{0,9}:[ \t]{0,40}([\w-]{1,80})/im.exec(text)?.[1];
  const isSaid = /^synopsis[ \t]{0,9}:/im.test(text) && /^category[ \t]{0,9}:/im.test(text);
  const own = cabalStanzas(text).find((one) => one.kind === 'library' && one.name === '');
  return name === undefined || !isSaid || own === undefined || !/\bexposed-modules\b/i.test(own.body)
    ? []
    : [{ name, line: own.line }];
}

/** Modules that lie in no package. */
function plainModules(text: string): NamedLine[] {
  const found = /^[ \t]{0,20}py[-_]modules\s{0,9}=\s{0,9}\[([^\]]{1,400})\]/m.exec(text);
  if (found === null) return [];
  const line = lineAt(text, found.index + found[0].search(/\S/));
  return [...(found[1] ?? '').matchAll(/["'](\w{1,60})["']/g)].map(({ 1: name = '' }) => ({ name, line }));
}

/** A package that chooses what of it is published or entered, and starts nothing. */
function npmPackage(text: string): NamedLine[] {
  const root = parseJson(text);
  const name = root?.get('name')?.string;
  const entry = root?.get('exports') ?? root?.get('main') ?? root?.get('module');
  const isChosen = ['exports', 'files', 'types', 'typings', 'module', 'publishConfig'].some(
    (key) => root?.get(key) !== undefined,
  );
  // A server is started, and a library is tried out while it is written.
  const isTyped = ['types', 'typings', 'module'].some((key) => root?.get(key) !== undefined);
  const starts = ['start', 'serve', ...(isTyped ? [] : ['dev'])].some(
    (key) => root?.get('scripts')?.get(key) !== undefined,
  );
  const isLoaded = root?.get('engines')?.get('vscode') !== undefined || root?.get('bin') !== undefined;
  // What a build readies is published out of another folder.
  const isHeld = root?.get('private') !== undefined && root.get('peerDependencies') === undefined;
  if (name === undefined || entry === undefined || root?.get('version') === undefined) return [];
  return !isChosen || starts || isLoaded || isHeld ? [] : [{ name, line: entry.line }];
}

function nugetPackage(text: string, path: string): NamedLine[] {
  if (
    /<OutputType>\s{0,9}(?:Win)?Exe\b|<PackAsTool>\s{0,9}true|<IsPackable>\s{0,9}false|<IsTestProject>\s{0,9}true|<PackageType>\s{0,9}Template\s{0,9}</i.test(
      text,
    )
  )
    return [];
  const said = /<(?:PackageId|PackageTags|PackageReadmeFile)>|<(?:IsPackable|GeneratePackageOnBuild)>\s{0,9}true/i.exec(
    text,
  );
  if (said === null) return [];
  const id = nameIn(text, /<PackageId>\s{0,9}([\w.-]{1,100})\s{0,9}</i);
  return id.length > 0 ? id : [{ name: stemOf(path), line: lineAt(text, said.index) }];
}
