import type { EntryPoint } from '../../../../../shared/inventory';
import type { ImportFact } from '../../../facts/importGraph';
import { folderOf } from '../../../facts/paths';
import { markdownCode } from '../../../markdownText';
import type { FileRecord, FindingDraft, ScanModel } from '../../../scanModel';
import { codeExtractor } from '../../code/codeExtractor';
import { manifestExtractor } from '../../dependencies/extractors';
import { lineEvidence } from '../../dependencies/findings/lists';
import { isWithin } from '../../dependencies/inventory/folderPattern';
import { packageExtractor } from '../../entryPoints/packages/packageExtractor';
import { isBeside } from '../../techStack/productPaths';
import { isForOthers, ofWhole, ownRoutes, servesInside } from '../forOthers';
import { familyOfFile, LanguageShares } from '../programs/languageShares';
import type { Program } from '../programs/program';
import { leftOut, namedTitle, titleOf } from '../titles';
import { goSurface } from './goLibraries';
import { holdsLibraries } from './mavenParts';
import { entryOfPackage } from './packageEntry';
import { packedLibraries } from './packedLibraries';
import { publicModules, unlisted } from './publicModules';
import { pythonSurfaces } from './pythonLibraries';
import { inOrder, type Surface } from './surface';

/** Where a library of an ecosystem is entered, by the conventions of its tools; below the folder of its manifest. */
const entries: readonly { readonly manifest: RegExp; readonly entry: readonly string[] }[] = [
  { manifest: /(?:^|\/)Cargo\.toml$/, entry: ['src/lib.rs'] },
  {
    manifest: /(?:^|\/)package\.json$/,
    entry: ['src/index.ts', 'src/index.tsx', 'index.ts', 'index.js', 'lib/index.js', 'src/index.js', 'index.mjs'],
  },
];
export const libraryEntries = entries;

function surfaceOf(file: FileRecord, model: ScanModel): Surface | undefined {
  const facts = model.factsIn(codeExtractor, file.path);
  if (model.factsIn(publicModules, file.path)?.some(({ name }) => name === unlisted) === true) return undefined;
  const given = model.factsIn(publicModules, file.path) ?? [];
  const makers = new Set(given.map(({ madeBy }) => madeBy));
  const symbols =
    facts?.symbols.filter(
      ({ exported, container, name }) => exported && container === undefined && !makers.has(name),
    ) ?? [];
  const exported = facts?.exports ?? [];
  // `export default shop` gives it by that name alone.
  const isRenamed = (name: string): boolean =>
    exported.some(({ local }) => local === name) && !exported.some((one) => one.exported === name);
  const names = [
    ...new Set([
      ...given.map(({ name }) => name),
      ...exported.map((entry) => entry.exported),
      ...symbols.map((symbol) => symbol.name).filter((name) => !isRenamed(name)),
    ]),
  ];
  const reexports = facts?.imports.filter(isHandedOn) ?? [];
  for (const { bindings } of reexports)
    for (const { local } of bindings) if (local !== '*' && !names.includes(local)) names.push(local);
  const behind = namesBehind(file.path, model);
  for (const name of behind) if (!names.includes(name)) names.push(name);
  // What another package of the repository gives is that one's.
  const root = file.path.replace(/(?:^|\/)(?:(?:src|lib)\/)?[^/]+$/, '');
  const inside = new Set(namesBehind(file.path, model, root));
  const handed = behind.filter((name) => !inside.has(name)).length;
  const lines = [...given, ...symbols, ...reexports].map((one) => one.line);
  const line = Math.min(...(lines.length > 0 ? lines : [1]));
  const endLine = Math.max(line, ...lines);
  // What begins with a line below is not meant for others.
  const meant = names.filter((name) => !name.startsWith('_'));
  const inner = names.length - meant.length;
  // One name that hands on another file says nothing about the surface.
  return meant.length >= 3
    ? { file, names: meant, line, endLine, ...(inner > 0 ? { inner } : {}), ...(handed > 0 ? { handed } : {}) }
    : undefined;
}

/** `export { a } from '../x'`, also of types alone; not what a crate gives to itself. */
const isHandedOn = ({ kind, isInternal, isExported }: ImportFact): boolean =>
  (kind === 'reexport' && isInternal === undefined) || isExported === true;

interface Followed {
  readonly depth: number;
  readonly seen: Set<string>;
}

/** Names that `export * from '../x'` hands on, through as many such files as one is likely to follow. */
function namesBehind(
  path: string,
  model: ScanModel,
  within = '',
  { depth, seen }: Followed = { depth: 3, seen: new Set([path]) },
): string[] {
  return model.imports.importsOf(path).flatMap(({ fact, files }): string[] => {
    const isStar =
      fact.kind === 'reexport' && fact.isInternal === undefined && fact.bindings.every(({ local }) => local === '*');
    if (!isStar || depth === 0) return [];
    return files.flatMap((target): string[] => {
      if (seen.has(target) || seen.size > 500 || !isWithin(target, within)) return [];
      seen.add(target);
      const facts = model.factsIn(codeExtractor, target);
      const own = facts?.symbols.filter((symbol) => symbol.exported && symbol.container === undefined) ?? [];
      const handedOn = (facts?.imports ?? [])
        .filter(isHandedOn)
        .flatMap(({ bindings }) => bindings.map(({ local }) => local).filter((name) => name !== '*'));
      return [
        ...own.map((symbol) => symbol.name),
        ...handedOn,
        ...namesBehind(target, model, within, { depth: depth - 1, seen }),
      ];
    });
  });
}

/** A program that is compiled of the same modules, and takes nothing by the name of the crate, does not use the library: that is there to measure or to test them. */
function isOfProgram(entry: FileRecord, model: ScanModel): boolean {
  const program = entry.path.replace(/lib\.rs$/, 'main.rs');
  if (program === entry.path || !model.byPath.has(program)) return false;
  const modulesOf = (path: string): readonly string[] =>
    model.imports.importsOf(path).flatMap(({ fact, files }) => (fact.kind === 'module' ? files : []));
  const manifest = entry.path.replace(/src\/lib\.rs$/, 'Cargo.toml');
  const crate = model.factsIn(manifestExtractor, manifest)?.name?.replaceAll('-', '_') ?? '';
  if (model.imports.importsOf(program).some(({ fact }) => fact.specifier.split('::')[0] === crate)) return false;
  const own = new Set(modulesOf(program));
  return modulesOf(entry.path).some((path) => own.has(path));
}

function surfacesOf(model: ScanModel): Surface[] {
  const manifests = model.files.filter(
    (file) => file.role !== 'test' && file.role !== 'fixture' && file.role !== 'example' && file.role !== 'docs',
  );
  // What the whole lists among its crates is published like the others, whatever its folder is called.
  const members = new Set(
    model.factsIn(manifestExtractor, 'Cargo.toml')?.members?.map((path) => path.replace(/^\.\/|\/$/g, '')),
  );
  const isMember = (folder: string): boolean =>
    members.has(folder.slice(0, -1)) &&
    model.factsIn(manifestExtractor, `${folder}Cargo.toml`)?.description !== undefined;
  const surfaces = manifests.flatMap((file) => {
    const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
    const usual = entries.find(({ manifest }) => manifest.test(file.path))?.entry;
    const facts = model.factsIn(manifestExtractor, file.path);
    if (usual === undefined || (isBeside(file.path) && !isMember(folder))) return [];
    // What has no name cannot be published.
    if (facts?.isPrivate === true || (facts !== undefined && facts.name === undefined)) return [];
    if (model.factsIn(packageExtractor, file.path)?.isEditorExtension === true) return [];
    // What a manifest names may only choose between the files that are built of another one.
    const entry = [
      entryOfPackage(file.path, model),
      usual.map((path) => model.byPath.get(folder + path)).find(Boolean),
    ];
    const told = entry
      .flatMap((one) => (one?.role === 'source' && !isOfProgram(one, model) ? (surfaceOf(one, model) ?? []) : []))
      .slice(0, 1);
    const found = told.length > 0 ? told : publishedEntry(file, entry[0] ?? entry[1], model);
    return found.map((one) => (facts?.name === undefined ? one : { ...one, library: facts.name }));
  });
  const all = [...surfaces, ...pythonSurfaces(model), ...goSurface(model)];
  if (!all.some(({ names }) => names.length > 0)) return [];
  const main = all.length > 1 ? new LanguageShares(model).main() : undefined;
  return all.length > 1 ? inOrder(all, model.name, (file) => familyOfFile(file) === main) : all;
}

/** A package that is published beside others, and whose entry does not tell what it gives. */
function publishedEntry(manifest: FileRecord, entry: FileRecord | undefined, model: ScanModel): Surface[] {
  // The crate of the whole hands on what the others give.
  if (manifest.path === 'Cargo.toml' && entry?.role === 'source' && !isOfProgram(entry, model)) {
    const isAll = model.imports.importsOf(entry.path).some(({ fact }) => isHandedOn(fact));
    return isAll ? [{ file: entry, names: [], line: 1, endLine: 1, named: lineEvidence(manifest.path, 1) }] : [];
  }
  const named = model.factsIn(packageExtractor, manifest.path);
  const line = named?.entries[0]?.line;
  const isPublished = model.factsIn(manifestExtractor, manifest.path)?.version !== undefined;
  if (entry?.role !== 'source' || line === undefined || !isPublished || named?.bin.length !== 0) return [];
  return [{ file: entry, names: [], line: 1, endLine: 1, named: lineEvidence(manifest.path, line) }];
}

/** A framework serves a few pages of its own to those who use it. */
const mostOfPackage = 12;

/** A module of Go without a program can be used by others alone, whatever routes it offers to them. */
function tellable(model: ScanModel, hasPrograms = true): Surface[] {
  if (isForOthers(model) || servesInside(model, hasPrograms)) return surfacesOf(model);
  const routes = ownRoutes(model);
  const packages = pythonSurfaces(model).filter(
    ({ file }) =>
      routes.length <= mostOfPackage && routes.every((route) => isWithin(folderOf(route.file), folderOf(file.path))),
  );
  return [...goSurface(model), ...packages];
}

/** The modules by which others use a library. */
export function libraryEntryPoints(model: ScanModel): EntryPoint[] {
  return tellable(model).map(({ file, names, line }) => ({
    kind: 'library',
    name: names.length === 0 ? file.path : names.slice(0, 8).join(', ').slice(0, 120),
    file: file.path,
    line,
    framework: file.languageName,
  }));
}

/** What others import from a library; said only where the repository serves no routes of its own. */
export function libraryFindings(model: ScanModel, programs: readonly Program[] = []): FindingDraft[] {
  const main = model.factsIn(manifestExtractor, 'Cargo.toml')?.mainMembers?.map((path) => path.replace(/^\.\//, ''));
  // Beside a program a crate that no registry would take is a part of it, and so is one that a build of the whole passes over.
  const isPart = ({ path }: FileRecord): boolean =>
    programs.length > 0 &&
    path.endsWith('/src/lib.rs') &&
    (model.factsIn(manifestExtractor, path.replace(/src\/lib\.rs$/, 'Cargo.toml'))?.description === undefined ||
      // Whoever looks for a crate in a registry is told there what it is for.
      !['README.md', 'readme.md', 'README'].some((name) => model.byPath.has(path.replace(/src\/lib\.rs$/, name))) ||
      main?.some((member) => isWithin(folderOf(folderOf(path)), member)) === false);
  const shares = new LanguageShares(model);
  // Beside programs little of another language is a part of them.
  const all = tellable(model, programs.length > 0).filter(
    ({ file }) => !isPart(file) && (programs.length === 0 || shares.isWidespread(file)),
  );
  const hasLibraries = holdsLibraries(model, programs);
  const hasPrograms = programs.length > 0 && !hasLibraries;
  const packed =
    hasLibraries || isForOthers(model, programs.length > 0)
      ? packedLibraries(model, hasPrograms, programs)
      : packedLibraries(model, hasPrograms, programs, ofWhole(model));
  const family = packed.length === 0 ? undefined : shares.main();
  if (!all.some(({ file }) => family === undefined || familyOfFile(file) === family)) return [...packed];
  if (all.length > 1) return [manySurfaces(all)];
  return all.map(
    ({ file, names, line, endLine, also = [], below = [], modulesOf, packagesOf, inner }): FindingDraft => ({
      layer: 'entryPoints',
      rule: 'entry-points/library',
      key: file.path,
      title: titleOf(
        packagesOf !== undefined
          ? { one: 'public package', many: 'public packages', behind: ` in ${packagesOf}` }
          : modulesOf === undefined
            ? {
                one: 'exported name',
                many: 'exported names',
                behind: ` in ${file.path.endsWith('.go') ? 'the root package' : file.path}`,
              }
            : { one: 'public module', many: 'public modules', behind: ` in ${modulesOf}` },
        names.length,
        names,
      ),
      content: `${firstOf(names, 60)}.${innerNames(inner)} A change of these is a change for everyone who uses it.${packagesBelow(below)}`,
      importance: 3,
      confidence: 0.9,
      tags: ['library', 'exports'],
      evidence: [{ file, line, endLine }, ...below, ...also]
        .slice(0, 20)
        .map((place) => ({ path: place.file.path, startLine: place.line, endLine: place.endLine })),
    }),
  );
}

/** In a list of their own. */
const packagesBelow = (below: readonly Surface[]): string =>
  below.length === 0
    ? ''
    : `\n\nPackages right below list names of their own:\n${below
        .slice(0, 12)
        .map(({ file, names }) => `- ${markdownCode(file.path, 160)}: ${firstOf(names, 4)}`)
        .join('\n')}${leftOut(below.length, 12)}`;

const firstOf = (names: readonly string[], most: number): string =>
  `${names
    .slice(0, most)
    .map((name) => markdownCode(name, 60))
    .join(', ')}${names.length > most ? ` and ${(names.length - most).toLocaleString('en-US')} more` : ''}`;

const innerNames = (count = 0): string => (count === 0 ? '' : ' Names that begin with `_` are left out.');

/** A repository of several libraries: which there are, in one place. */
function manySurfaces(all: readonly Surface[]): FindingDraft {
  const shown = all.slice(0, 20);
  const called = all.map(({ file, library }) => library ?? file.path);
  return {
    layer: 'entryPoints',
    rule: 'entry-points/library',
    key: 'libraries',
    title: namedTitle('Libraries found by their entry files', called),
    content: [
      ...shown.map(({ file, names, inner, named }) => {
        if (named !== undefined)
          return `- ${markdownCode(file.path, 160)}: named by ${markdownCode(`${named.path}:${named.startLine}`, 200)}`;
        return `- ${markdownCode(file.path, 160)}: ${firstOf(names, 12)}${inner === undefined ? '' : `.${innerNames(inner)}`}`;
      }),
      ...(all.length > shown.length ? ['', `and ${all.length - shown.length} more`] : []),
    ].join('\n'),
    importance: 3,
    confidence: 0.9,
    tags: ['library', 'exports'],
    evidence: shown.map(({ file, line, endLine, named }) => named ?? { path: file.path, startLine: line, endLine }),
  };
}
