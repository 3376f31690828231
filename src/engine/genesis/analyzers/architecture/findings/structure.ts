import type { Evidence } from '../../../../../shared/genesis';
import { folderOf } from '../../../facts/paths';
import { markdownCode } from '../../../markdownText';
import type { FindingDraft } from '../../../scanModel';
import { manifestExtractor } from '../../dependencies/extractors';
import { readShare } from '../map/codeFiles';
import type { CodeMap } from '../map/codeMap';
import { holdsParts } from '../map/moduleTree';
import type { PackageTie, ProjectPackage } from '../map/packages';
import {
  about,
  atLeast,
  capital,
  firstOfEach,
  fitting,
  importEvidence,
  isRest,
  isWritten,
  labelsOf,
  leftOut,
  moduleInList,
  shortNames,
  verbFor,
} from '../map/wording';
import { moduleSizes } from './moduleSizes';

/** Fewer modules are seen at a glance in the file tree. */
const minModules = 4;
/** With fewer ties between them modules say little. */
const minTies = 8;
const minStrongest = 5;
const mostTies = 8;
/** Both ends of a tie that a title tells hold one of so many files. */
const leastTied = 5;
/** With less of the code in languages whose imports are read, the strongest tie may be one that nobody saw. */
const minReadShare = 0.75;

/** What the code base is made of, and how its parts lean on each other. */
export function structureFindings(map: CodeMap): FindingDraft[] {
  const folders = new Map(map.packages.map((entry) => [entry.folder, entry]));
  const owners = new Set(map.files.map((file) => ownerOf(file.path, folders)));
  const withCode = map.packages.filter((entry) => owners.has(entry.folder) && !isFrame(map, folders, entry.manifest));
  const told = new Map(withCode.map((entry) => [entry.folder, entry]));
  const packages = withCode.length > 1 && holdMost(map, told) ? packageFinding(map, withCode) : [];
  return map.modules.length < minModules ? packages : [...packages, ...moduleFinding(map)];
}

/** Where most of the code belongs to no package, those that there are say little of the whole. */
function holdMost(map: CodeMap, folders: ReadonlyMap<string, unknown>): boolean {
  return map.files.filter(({ path }) => ownerOf(path, folders) !== undefined).length * 2 >= map.files.length;
}

/** Says that the manifest at the top only holds others together. */
const workspace = /^(?:pnpm-workspace\.yaml|lerna\.json|turbo\.json|nx\.json|melos\.yaml)$/;

/**
 * What builds the parts has no code of its own: the files that are left to it belong to folders without a manifest, as
 * scripts do.
 */
function isFrame(map: CodeMap, folders: ReadonlyMap<string, unknown>, manifest: string): boolean {
  const isOne =
    /^(?:pom\.xml|build\.gradle(?:\.kts)?|pubspec\.yaml)$/.test(manifest) ||
    (manifest === 'package.json' &&
      ((map.model.factsIn(manifestExtractor, manifest)?.members ?? []).length > 0 ||
        map.model.files.some(({ path }) => workspace.test(path))));
  const own =
    manifest === 'package.json'
      ? /^(?:src|lib|bin|app)\//
      : manifest === 'pubspec.yaml'
        ? /^(?:src|lib|bin|app)\/|^[^/]+\.dart$/
        : /^(?:(?:src|lib|app)\/.*|[^/]+)\.(?:java|kt|groovy|scala)$/;
  return isOne && !map.files.some(({ path }) => own.test(path) && ownerOf(path, folders) === '');
}

/** Packages that only hold settings of tools, or what Cargo is to build once: everything depends on them, and nothing hangs on it. */
const tooling =
  /(?:^|[/_-])(?:workspace-hack|config|configs|eslint|prettier|tsconfig|typescript|lint|lints|tooling)(?:[_-][\w-]*)?$/i;

/** Manifests that tell apart what is needed for development and tests alone. */
const isApart = ({ manifest }: PackageTie): boolean =>
  /(?:^|\/)(?:package\.json|Cargo\.toml|pubspec\.yaml|composer\.json|pom\.xml|build\.gradle(?:\.kts)?|[^/]+\.gemspec)$/.test(
    manifest,
  );

/** Those that others have of it as well: what its development needs is no part of it. */
const tiesOf = (entry: ProjectPackage): readonly PackageTie[] =>
  entry.dependsOn.filter(({ isForDevelopment }) => isForDevelopment !== true);

function packageFinding(map: CodeMap, packages: CodeMap['packages']): FindingDraft[] {
  const byFolder = new Map(packages.map((entry) => [entry.folder, entry]));
  const links = packages.flatMap((entry) =>
    tiesOf(entry).flatMap((tie) => {
      const to = byFolder.get(tie.folder);
      return to === undefined ? [] : [{ from: entry, to, tie }];
    }),
  );
  const users = new Map<string, number>();
  for (const { to } of links) users.set(to.folder, (users.get(to.folder) ?? 0) + 1);
  const ranked = [...users].filter(([folder]) => !tooling.test(folder)).sort((a, b) => b[1] - a[1]);
  const [topFolder, topUsers] = ranked[0] ?? ['', 0];
  const names = packages.flatMap((entry) => [entry.name, ...entry.beside.map(({ name }) => name)]);
  // Two packages may bear one name: an old one beside the new one, or one for each system.
  const called = ({ name, folder }: ProjectPackage): string =>
    names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} (${folder === '' ? '.' : folder})`;
  const topPackage = byFolder.get(topFolder);
  const top = topPackage === undefined ? '' : called(topPackage);
  const topTies = links.filter(({ to }) => to.folder === topFolder).map(({ tie }) => tie);
  // A package of Go is a folder; what has a manifest is a module.
  const noun = packages.every(({ manifest }) => /(?:^|\/)go\.mod$/.test(manifest)) ? 'Go modules' : 'packages';
  const title =
    topUsers > 1
      ? fitting(
          `${names.length} ${noun} with source files found; at least ${topUsers} depend on ${top}${topTies.some(isApart) ? ', development aside' : ''}`,
          `${names.length} ${noun} with source files found`,
        )
      : fitting(
          `${names.length} ${noun} found: ${packages.flatMap((entry) => [called(entry), ...entry.beside.map(({ name }) => name)]).join(', ')}`,
          `${names.length} ${noun} with source files found`,
        );
  const sized = packages
    .map((entry) => ({
      entry,
      files: map.files.filter((file) => ownerOf(file.path, byFolder) === entry.folder).length,
    }))
    .sort((a, b) => b.files - a.files);
  const lines = sized.slice(0, 30).map(({ entry, files }) => {
    const targets = tiesOf(entry)
      .flatMap((tie) => byFolder.get(tie.folder) ?? [])
      .map((target) => markdownCode(called(target)));
    const depends = targets.length === 0 ? '' : `; depends on ${targets.join(', ')}`;
    const own = [entry, ...entry.beside].map(({ name }) => markdownCode(name)).join(' and ');
    return `- ${own} in ${markdownCode(entry.folder === '' ? '.' : entry.folder)}: ${about(files, 'source file')}${depends}`;
  });
  if (sized.length > 30) lines.push(`- and ${sized.length - 30} more`);
  return [
    {
      layer: 'architecture',
      rule: 'architecture/packages',
      key: 'packages',
      title,
      content:
        links.length === 0
          ? lines.join('\n')
          : `${lines.join('\n')}\n\nTold is what each manifest itself asks for of the others${links.some(({ tie }) => isApart(tie)) ? ', for development and tests alone left out' : ''}. Packages of tests, examples, documents and sites are left out.`,
      importance: 4,
      confidence: 0.95,
      tags: ['packages', 'structure', 'monorepo'],
      evidence: manifestEvidence(
        sized.flatMap(({ entry }) => [entry, ...entry.beside]),
        topUsers > 1 ? topTies : links.map(({ tie }) => tie),
      ),
    },
  ];
}

function ownerOf(path: string, byFolder: ReadonlyMap<string, unknown>): string | undefined {
  let folder = path;
  do folder = folderOf(folder);
  while (folder !== '' && !byFolder.has(folder));
  return byFolder.has(folder) ? folder : undefined;
}

/** Where others name the package that the title tells of, then where each names itself. */
function manifestEvidence(
  packages: readonly Pick<ProjectPackage, 'manifest' | 'line' | 'namedIn'>[],
  ties: readonly PackageTie[],
): Evidence[] {
  // Modules of Maven have what their parent asks for by one line.
  const naming = [...new Map(ties.map((tie) => [`${tie.manifest}:${tie.line}`, tie])).values()];
  const own = packages.map(({ manifest, line, namedIn = manifest }) => ({ manifest: namedIn, line }));
  const places = [...naming.slice(0, 14), ...own].map((place) => [`${place.manifest}:${place.line}`, place] as const);
  return [...new Map(places).values()]
    .slice(0, 20)
    .map(({ manifest, line }) => ({ path: manifest, startLine: line, endLine: line }));
}

function moduleFinding(map: CodeMap): FindingDraft[] {
  const label = labelsOf(map);
  const short = shortNames(map);
  const total = map.links.reduce((sum, link) => sum + link.edges.length, 0);
  const ties = map.links
    .map((link) => ({ ...link, users: firstOfEach(link.edges) }))
    .sort((x, y) => y.users.length - x.users.length);
  // What is left of folders is no part that a reader knows: no title names it.
  const isNamed = (path: string): boolean => !isRest(label(path));
  const strongest = ties.find(({ from, to }) => isNamed(from) && isNamed(to)) ?? ties[0];
  if (readShare(map.files) < minReadShare) return moduleSizes(map);
  if (strongest === undefined || total < minTies) return [];
  const noun = verbFor(map.links.flatMap((link) => link.edges));
  const sized = [...map.modules].sort((a, b) => b.files.length - a.files.length);
  const modules = sized.slice(0, 14).map(({ path, files }) => {
    const lines = files.reduce((sum, file) => sum + file.lines, 0);
    return `- ${moduleInList(path, label(path))}: ${about(files.length, 'file')}, ${about(lines, 'line')}`;
  });
  if (sized.length > 14) modules.push(`- and ${sized.length - 14} smaller one${sized.length > 15 ? 's' : ''}`);
  const links = ties
    .slice(0, mostTies)
    .map(
      ({ from, to, users }) =>
        `- ${markdownCode(label(from))} → ${markdownCode(label(to))}: ${leastFiles(users.length)}`,
    );
  const base = foundation(map);
  if (base === undefined && strongest.users.length < minStrongest) return [];
  const [from, to] = [label(strongest.from), label(strongest.to)];
  // Where there are more folders than are told apart, how many these are says nothing of the code.
  const isCut = map.modules.some((module) => !isNamed(module.path) && holdsParts(module));
  const count = isCut ? 'The largest folders' : `${map.modules.length} modules by folder`;
  const usersOf = ({ users }: { readonly users: number }): string =>
    isCut ? `${users} of ${map.modules.length} told` : `${users} of them`;
  const verb = verbFor(strongest.edges);
  const tie = (one: string, other: string): string =>
    `${leastFiles(strongest.users.length)} of ${one} ${strongest.users.length === 1 ? `${verb}s` : verb} ${other}`;
  // One that is weaker than those of what is left of folders is not what ties the parts.
  const isStrong = strongest.users.length >= (ties[0]?.users.length ?? 0);
  // Nor is one between two small corners of the code.
  const sizeOf = (path: string): number => map.modules.find((module) => module.path === path)?.files.length ?? 0;
  const isLarge = (sizeOf(strongest.from) + sizeOf(strongest.to)) * leastTied >= map.files.length;
  const isTold = isWritten(strongest.edges) && isNamed(strongest.from) && isNamed(strongest.to) && isStrong && isLarge;
  const title =
    base === undefined
      ? fitting(
          ...(isTold ? [`${count}; ${tie(from, to)}`, `${count}; ${tie(short(from), short(to))}`] : []),
          `${count} and what ties them`,
        )
      : fitting(
          `${count}; ${usersOf(base)} were found to ${noun} ${label(base.path)}`,
          `${count}; ${usersOf(base)} were found to ${noun} ${short(label(base.path))}`,
          `${count} and what ties them`,
        );
  return [
    {
      layer: 'architecture',
      rule: 'architecture/modules',
      key: 'modules',
      title,
      content: `${capital(about(map.files.length, 'source file'))} by folder. ${leftOut(map)}\n\n${modules.join('\n')}\n\n${capital(about(total, noun))} found that cross from one module to another, by the files that have them${ties.length > mostTies ? `, the ${mostTies} strongest of ${ties.length} ties` : ''}:\n\n${links.join('\n')}`,
      importance: 3,
      confidence: 0.9,
      tags: ['modules', 'structure'],
      evidence: importEvidence([
        ...(base === undefined ? strongest.users.slice(0, 8) : []),
        ...map.links.filter((link) => link.to === base?.path).flatMap((link) => link.edges.slice(0, 1)),
        ...ties.slice(0, 6).flatMap((link) => link.users.slice(0, 2)),
      ]),
    },
  ];
}

/** Small numbers as they are. */
const leastFiles = (count: number): string => (count === 1 ? '1 file' : `at least ${atLeast(count)} files`);

/** The module that most others use; none of them was found to be used by it. */
function foundation(map: CodeMap): { readonly path: string; readonly users: number } | undefined {
  const users = new Map<string, number>();
  for (const link of map.links) users.set(link.to, (users.get(link.to) ?? 0) + 1);
  const free = map.modules.filter(
    (module) => module.path !== '' && !map.links.some((link) => link.from === module.path),
  );
  const ranked = free
    .map(({ path }) => ({ path, users: users.get(path) ?? 0 }))
    .sort((a, b) => b.users - a.users || (a.path < b.path ? -1 : 1));
  const [first] = ranked;
  return first !== undefined && first.users >= 3 && first.users * 2 >= map.modules.length - 1 ? first : undefined;
}
