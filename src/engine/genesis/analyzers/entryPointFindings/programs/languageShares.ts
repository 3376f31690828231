import { folderOf, foldersUp, isInside } from '../../../facts/paths';
import { roughBytesOf } from '../../../facts/roughSize';
import type { FileRecord, ScanModel } from '../../../scanModel';
import { packageExtractor } from '../../entryPoints/packages/packageExtractor';
import { programmingLanguages } from '../../techStack/data/programmingLanguages';
import type { Program } from './program';

/** Below this share of the code a language serves helpers: what starts in it is not what the product is. */
const smallestShare = 0.05;

/** From this share on the code is what the product is, and the rest stands beside it. */
const mainShare = 0.5;

/** Languages that are built into the same programs. */
const families: Readonly<Record<string, string>> = {
  JavaScript: 'script',
  TypeScript: 'script',
  CoffeeScript: 'script',
  Java: 'jvm',
  Kotlin: 'jvm',
  Scala: 'jvm',
  Groovy: 'jvm',
  Clojure: 'jvm',
  'C#': 'dotnet',
  'F#': 'dotnet',
  'Visual Basic .NET': 'dotnet',
  C: 'native',
  'C++': 'native',
  'Objective-C': 'apple',
  Swift: 'apple',
};

/** The languages of which a place in a manifest or in code tells a program. */
const placed: readonly { readonly path: RegExp; readonly family: string }[] = [
  { path: /(?:^|\/)package\.json$|\.[cm]?[jt]sx?$/, family: 'script' },
  {
    path: /(?:^|\/)(?:pom\.xml|build\.xml|build\.sbt|AndroidManifest\.xml)$|\.gradle(?:\.kts)?$|\.(?:java|kts?|scala)$/,
    family: 'jvm',
  },
  { path: /\.(?:[cfv][sb]proj|cs|fs|vb)$/, family: 'dotnet' },
  { path: /(?:^|\/)(?:CMakeLists\.txt|Makefile\.am)$|\.(?:c|cc|cpp|cxx)$/, family: 'native' },
  { path: /\.pbxproj$|\.(?:swift|mm?)$/, family: 'apple' },
  { path: /(?:^|\/)(?:pyproject\.toml|setup\.(?:py|cfg))$|\.py$|^python -m /, family: 'Python' },
  { path: /(?:^|\/)Cargo\.toml$|\.rs$/, family: 'Rust' },
  { path: /(?:^|\/)\.?goreleaser\.ya?ml$|\.go$/, family: 'Go' },
  { path: /(?:^|\/)composer\.json$|\.php$/, family: 'PHP' },
  { path: /\.(?:gemspec|rb)$/, family: 'Ruby' },
  { path: /(?:^|\/)mix\.exs$|\.exs?$/, family: 'Elixir' },
  { path: /(?:^|\/)pubspec\.yaml$|\.dart$/, family: 'Dart' },
];

/** Which languages the product is written in, by the size of its own code. */
export class LanguageShares {
  private readonly bytes = new Map<string, number>();
  private readonly all: number;

  constructor(model: ScanModel) {
    for (const file of model.files) {
      const { role, languageName, skipped } = file;
      const language = programmingLanguages[languageName];
      if (role === 'source' && skipped === undefined && language !== undefined)
        this.bytes.set(language, (this.bytes.get(language) ?? 0) + roughBytesOf(file));
    }
    this.all = [...this.bytes.values()].reduce((sum, bytes) => sum + bytes, 0);
  }

  isWidespread({ languageName }: Pick<FileRecord, 'languageName'>): boolean {
    return (this.bytes.get(programmingLanguages[languageName] ?? '') ?? 0) >= this.all * smallestShare;
  }

  /** The family that most of the code is of. */
  main(): string | undefined {
    const sizes = new Map<string, number>();
    for (const [language, bytes] of this.bytes) {
      const family = families[language] ?? language;
      sizes.set(family, (sizes.get(family) ?? 0) + bytes);
    }
    return [...sizes].find(([, size]) => size >= this.all * mainShare)?.[0];
  }
}

/** What the file is built into, by its language. */
export function familyOfFile({ languageName }: FileRecord): string {
  const language = programmingLanguages[languageName] ?? '';
  return families[language] ?? language;
}

/** So many routes make a server of what registers them. */
const fewestRoutes = 5;

/**
 * Whether what the product is was not found among the programs: the language that most of it is written in starts none of
 * them, or the package that serves its routes does not. What is found then stands beside it, and would pass for it.
 */
export function missesMain(programs: readonly Program[], shares: LanguageShares, model: ScanModel): boolean {
  const started = new Set(programs.map(familyOf));
  // A file of an image tells nothing of the language.
  if (programs.length === 0 || started.has(undefined)) return false;
  const main = shares.main();
  // Code of browsers is no program of its own.
  if (main !== undefined && main !== 'script' && !started.has(main)) return true;
  const served = routesBy(model, familyOfFile);
  // A contract is of no language.
  if (served === undefined || served === '') return false;
  return !started.has(served) || (served === 'script' && missesPackage(programs, model));
}

/** Those in the language of the whole first; of several of one name the one in the language of the whole: another only hands it on, as a package for a registry does. */
export function eachName(programs: readonly Program[], shares: LanguageShares): Program[] {
  const main = shares.main();
  const best = new Map<string, Program>();
  for (const program of projectsByName(programs)) {
    const known = best.get(program.name);
    const isBetter = known !== undefined && familyOf(known) !== main && familyOf(program) === main;
    if (known === undefined || isBetter) best.set(program.name, program);
  }
  const isMain = (program: Program): number => Number(main !== undefined && familyOf(program) === main);
  return [...best.values()].toSorted((a, b) => isMain(b) - isMain(a));
}

/** Programs of .NET for several systems, packages made of a copy, and those of services may be called the same: projects and folders part them. */
function projectsByName(programs: readonly Program[]): readonly Program[] {
  const kinds = programs.map(({ place: { path } }) =>
    isProject.test(path) ? 'project' : path.endsWith('.go') ? 'go' : innerPackage.test(path),
  );
  return programs.map((program, at) => {
    const kind = kinds[at];
    const { path } = program.place;
    // A program of Go may begin in several files of its folder, one for each system.
    const isOther = (one: Program): boolean =>
      one !== program && (kind !== 'go' || folderOf(one.place.path) !== folderOf(path));
    const isShared =
      kind !== false &&
      programs.some((one, other) => one.name === program.name && kinds[other] === kind && isOther(one));
    if (!isShared) return program;
    const folder = kind === 'go' ? folderOf(path) || program.name : innerPackage.exec(path)?.[1];
    return { ...program, name: folder ?? path.slice(path.lastIndexOf('/') + 1).replace(isProject, '') };
  });
}

const isProject = /\.[cfv][sb]proj$/;
const innerPackage = /(?:^|\/)([^/]{1,80})\/package\.json$/;

/** Of what most routes are, where there are more than a few. */
function routesBy(model: ScanModel, key: (file: FileRecord) => string): string | undefined {
  const counts = new Map<string, number>();
  for (const { file } of model.inventory.routes) {
    const record = model.byPath.get(file);
    if (record?.role === 'source') counts.set(key(record), (counts.get(key(record)) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most === undefined || most[1] < fewestRoutes ? undefined : most[0];
}

const familyOf = ({ name, place }: Program): string | undefined =>
  placed.find(({ path }) => path.test(place.path) || path.test(name))?.family;

export const isOfPython = (program: Program): boolean => familyOf(program) === 'Python';

function packageOf(path: string, model: ScanModel): string | undefined {
  for (const folder of foldersUp(folderOf(path))) {
    const manifest = folder === '' ? 'package.json' : `${folder}/package.json`;
    if (model.byPath.has(manifest)) return manifest;
  }
  return undefined;
}

/** Whether no program is of the package that registers the routes, of one that holds it or of one that uses it. */
function missesPackage(programs: readonly Program[], model: ScanModel): boolean {
  const serving = routesBy(model, ({ path }) => packageOf(path, model) ?? '');
  if (serving === undefined || serving === '') return false;
  const name = model.factsIn(packageExtractor, serving)?.name;
  return programs.every(({ name: path, place }) => {
    const own = packageOf(model.byPath.has(path) ? path : place.path, model);
    if (own === undefined || isInside(serving, folderOf(own))) return false;
    return name === undefined || model.factsIn(packageExtractor, own)?.dependencies.includes(name) !== true;
  });
}
