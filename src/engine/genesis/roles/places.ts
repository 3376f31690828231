import { roleOf } from '../languages/roleOf';
import type { FileRole } from '../sourceFile';
import { languageTexts } from './languageTexts';
import { grammars } from './namedPackages';
import { frameworksOfTests, librariesOfHeaders, nativeCode, partsOfOthers } from './nativeParts';
import { phpCopies } from './phpCopies';
import { suitePlaces } from './suites';
import { ofTextTemplates } from './textTemplates';
import { invokedProjects, sandboxes } from './triedPlaces';

/** Where a package begins, in any language. */
export const packageManifest =
  /\/(?:package\.json|composer\.json|Cargo\.toml|go\.mod|pyproject\.toml|setup\.py|mix\.exs|pubspec\.yaml|pom\.xml|build\.gradle(?:\.kts)?|Package\.swift|[^/]+\.(?:gemspec|csproj|fsproj))$/;

/**
 * What places of files tell by what lies beside them: folders and files, the first role of each counts. `asked` are the
 * places of packages that manifests ask for.
 */
export function toldPlaces(paths: readonly string[], asked: readonly string[] = []): Map<string, FileRole> {
  const told = new Map<string, FileRole>();
  const add = (places: readonly string[], role: FileRole): void => {
    for (const place of places) if (!told.has(place)) told.set(place, role);
  };
  add(templates(paths), 'example');
  add([...shownApps(paths), ...sandboxes(paths)], 'example');
  add(deployments(paths), 'config');
  add([...suitePlaces(paths), ...invokedProjects(paths)], 'test');
  add(copiedThemes(paths), 'vendored');
  add(grammars(paths), 'vendored');
  add(phpCopies(paths), 'vendored');
  add(vendors(paths), 'vendored');
  add(replacements(paths, asked), 'vendored');
  add(copiedLibraries(paths), 'vendored');
  add(licensedCopies(paths), 'vendored');
  add(packagesOfOthers(paths), 'vendored');
  add(partsOfOthers(paths), 'vendored');
  add(librariesOfHeaders(paths), 'vendored');
  add(frameworksOfTests(paths), 'vendored');
  add(servedCopies(paths), 'vendored');
  add(outcomes(paths), 'generated');
  add(ofTextTemplates(paths), 'generated');
  add(openApiClients(paths), 'generated');
  add(languageTexts(paths), 'config');
  return told;
}

/** A package below a folder of templates, in a package or beside others: somebody's begins with what it holds. */
const scaffold =
  /^((?:[^/]+\/){0,8}?(?:(?:[Tt]emplates|boilerplates?|scaffolds?|skeletons?|starters|cookiecutters?)\/(?!src\/)[^/]+|template|boilerplate|skeleton|(?<=create[\w-]{0,40}\/)starter|[^/]{0,80}\{\{[^/]{1,80}))\/(?:[^/]+\/){0,3}[^/]+$/;

/** What begins there may have to be filled in first. */
const unfilledManifest =
  /\/(?:package\.json|composer\.json|Cargo\.toml|go\.mod|pyproject\.toml|setup\.py|mix\.exs|pubspec\.yaml|Gemfile|Rakefile|[^/]+\.gemspec)(?:\.(?:erb|tt|ejs|hbs|j2|jinja2?|tmpl|tpl|mustache|liquid|template))?$/;

/** Folders that are copied, with other names, when somebody begins: what they hold is no program of this repository. */
function templates(paths: readonly string[]): string[] {
  // Where the whole is a template, those within are the product as well.
  const isTemplate = paths.includes('.template.config/template.json');
  return paths.flatMap((path) => {
    if (!packageManifest.test(path) && !unfilledManifest.test(path) && !path.endsWith('/template.json')) return [];
    const own = isTemplate ? undefined : /^(.+)\/\.template\.config\/template\.json$/.exec(path)?.[1];
    return own ?? scaffold.exec(path)?.[1] ?? [];
  });
}

/** An application beside a library that shows it, by its name: `CupsExample/`, with a project or a start of its own. */
const shownApp =
  /^([A-Z]\w{1,60}(?:Examples?|Samples?|Demos?))\/(?:[^/]+\.(?:xcodeproj|xcworkspace)\/|(?:[^/]+\/){0,3}(?:AppDelegate|main|App|\w{1,40}App)\.(?:swift|m)$)/;

const shownApps = (paths: readonly string[]): string[] => [
  ...new Set(paths.flatMap((path) => shownApp.exec(path)?.[1] ?? [])),
];

/** Whether a folder is one of templates by its name. */
export function isTemplatePlace(folder: string): boolean {
  return scaffold.test(`${folder}/a`);
}

/** Programs that only those who work on the product start, each with a manifest of its own. */
const workshop = /^(\.?dev|hack|ci|build\/ci)\/[^/]+(?=\/)/;

/** Folders of a tool that describes where the product runs, called so: what serves by itself may lie elsewhere with one. */
function deployments(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const aside = packageManifest.test(path) ? workshop.exec(path)?.[0] : undefined;
    if (aside !== undefined) return [aside];
    if (!path.endsWith('cdk.json') && !path.endsWith('cdktf.json') && !path.endsWith('Pulumi.yaml')) return [];
    const folder = /^(.+)\/(?:cdk(?:tf)?\.json|Pulumi\.yaml)$/.exec(path)?.[1];
    return folder !== undefined && deploymentName.test(folder) ? [folder] : [];
  });
}

const deploymentName =
  /(?:^|[-_/])(?:deploy(?:ments?)?|cdk(?:tf)?|pulumi|infra(?:structure)?|iac)(?:[-_][\w-]{1,40})?$/i;

/** Parts of style sheets under the names that they have in a library: who has all of one has copied it. */
const themeParts: readonly (readonly string[])[] = [
  ['button-groups', 'close', 'component-animations', 'navbar', 'type', 'wells'],
  ['animated', 'bordered-pulled', 'fixed-width', 'larger', 'rotated-flipped', 'stacked'],
];
const themePart = new RegExp(`^(.+)/_?(${themeParts.flat().join('|')})\\.(?:less|scss|sass)$`);

function copiedThemes(paths: readonly string[]): string[] {
  const parts = new Map<string, Set<string>>();
  for (const path of paths) {
    if (!path.endsWith('ss')) continue;
    const [, folder, part] = themePart.exec(path) ?? [];
    if (folder === undefined || part === undefined) continue;
    const known = parts.get(folder) ?? new Set();
    parts.set(folder, known.add(part));
  }
  return [...parts].flatMap(([folder, known]) =>
    themeParts.some((library) => library.every((part) => known.has(part))) ? [folder] : [],
  );
}

/**
 * What lies below `vendor` with a read-me or a licence of its own; a shop has vendors, too, without one. Where Composer's
 * loader lies, or packages as it lays them, all of it came from elsewhere.
 */
function vendors(paths: readonly string[]): string[] {
  const brought = new Map<string, number>();
  return paths.flatMap((path) => {
    if (!path.includes('vendor/')) return [];
    const loaded = /^(.*\/vendor)\/autoload\.php$/.exec(path)?.[1];
    if (loaded !== undefined) return [loaded];
    const home = /^(.*\/vendor)\/[\w.-]{1,80}\/[\w.-]{1,80}\/composer\.json$/.exec(path)?.[1];
    if (home !== undefined) {
      const count = (brought.get(home) ?? 0) + 1;
      brought.set(home, count);
      if (count === leastBrought) return [home];
    }
    return /^(.*\/vendor\/[^/]+)\/(?:README|LICEN[CS]E|COPYING)[^/]*$/i.exec(path)?.[1] ?? [];
  });
}

const leastBrought = 3;

// Rails keeps scripts, styles and pictures of others in folders that a product has, too.
const packageOfComposer = /^vendor\/(?!(?:assets|plugins|javascripts?)\/)([\w.-]{1,80}\/[\w.-]{1,80})\//;
const placeOfPackage = /^((?!vendor\/)[\w.-]{1,80})\/([\w.-]{1,80}\/[\w.-]{1,80})\//;
const leastReplaced = 3;

/** A folder at the top with packages under the names that they have in `vendor`: changed copies that are loaded instead. */
function replacements(paths: readonly string[], asked: readonly string[]): string[] {
  const brought = new Set(paths.flatMap((path) => packageOfComposer.exec(path)?.[1] ?? []));
  if (brought.size === 0) return [];
  // What only those have who develop is asked for, and not kept.
  for (const place of asked) if (place.startsWith('vendor/')) brought.add(place.slice('vendor/'.length));
  const within = new Map<string, Set<string>>();
  for (const path of paths) {
    const [, folder, name] = placeOfPackage.exec(path) ?? [];
    if (folder === undefined || name === undefined || !brought.has(name)) continue;
    within.set(folder, (within.get(folder) ?? new Set()).add(name));
  }
  return [...within].flatMap(([folder, names]) =>
    names.size >= leastReplaced ? [...names].map((name) => `${folder}/${name}`) : [],
  );
}

/** With less code of C and C++ outside of libraries a repository is a collection of them. */
const leastOfItsOwn = 0.1;

/** A library within a folder of them, with a licence of its own: programs of C and C++ carry along what they are built with. */
const libraryLicence =
  /^((?:[^/]+\/){0,3}?(?:libs?|external|ext|deps|dependencies|submodules)\/[^/]+)\/(?:src\/)?(?:LICEN[CS]E|COPYING|COPYRIGHT|UNLICENSE|L?GPL)[^/]{0,40}$/i;

/** Whether a folder is one of libraries by its place. */
export function isLibraryPlace(folder: string): boolean {
  return /\/vendor$|^bundled?\/[^/]+\/[^/]+$/.test(folder) || libraryLicence.test(`${folder}/LICENSE`);
}

function copiedLibraries(paths: readonly string[]): string[] {
  const folders = new Set(paths.flatMap((path) => libraryLicence.exec(path)?.[1] ?? []));
  for (const path of folders.size === 0 ? [] : paths)
    if (packageManifest.test(path) && !path.endsWith('.py')) folders.delete(path.slice(0, path.lastIndexOf('/')));
  if (folders.size === 0) return [];
  const native = paths.filter((path) => nativeCode.test(path));
  const within = native.map((path) => [...folders].find((folder) => path.startsWith(`${folder}/`)));
  const own = within.filter((folder) => folder === undefined).length;
  return own < native.length * leastOfItsOwn ? [] : [...new Set(within.flatMap((folder) => folder ?? []))];
}

/** A part of a folder of libraries, and the licence of one. */
const part = /^((?:[^/]+\/){0,5}?(?:libs?|vendors?|externals?|deps))\/([^/]+)\//i;
const licenceOfPart = /^(?:[^/]+\/){2,7}(?:LICEN[CS]E|COPYING)[^/]{0,20}$/i;
const leastLicensed = 3;
/** With more of all files in them a repository is a collection of libraries. */
const mostLicensed = 0.6;

/** Parts of folders of libraries, most of which bring a licence and no manifest: so did the others come from elsewhere. */
function licensedCopies(paths: readonly string[]): string[] {
  const folders = new Map<string, Map<string, 'copy' | 'package' | 'other'>>();
  for (const path of paths) {
    const [, folder, name] = /lib|vendor|external|deps/i.test(path) ? (part.exec(path) ?? []) : [];
    if (folder === undefined || name === undefined) continue;
    const parts = folders.get(folder) ?? new Map<string, 'copy' | 'package' | 'other'>();
    folders.set(folder, parts);
    const known = parts.get(name) ?? 'other';
    const isOwn = packageManifest.test(path);
    if (isOwn || known !== 'package') parts.set(name, isOwn ? 'package' : licenceOfPart.test(path) ? 'copy' : known);
  }
  return [...folders].flatMap(([folder, parts]) => {
    const copies = [...parts.values()].filter((kind) => kind === 'copy').length;
    const isCopied = copies >= leastLicensed && copies * 2 > parts.size;
    const within = isCopied ? paths.filter((path) => path.startsWith(`${folder}/`)).length : 0;
    if (!isCopied || within > paths.length * mostLicensed) return [];
    return [...parts].flatMap(([name, kind]) => (kind === 'package' ? [] : [`${folder}/${name}`]));
  });
}

/** A package of Go that brings the read-me and the licence of another project, and no manifest. */
const ofOthers = /^((?:[^/]+\/){1,5}[^/]+)\/LICEN[CS]E[^/]{0,20}$/i;

function packagesOfOthers(paths: readonly string[]): string[] {
  const folders = new Set(paths.flatMap((path) => ofOthers.exec(path)?.[1] ?? []));
  if (folders.size === 0 || !paths.includes('go.mod')) return [];
  const has = (folder: string, file: RegExp): boolean =>
    paths.some((path) => path.startsWith(`${folder}/`) && file.test(path.slice(folder.length)));
  // A program may be given away apart from the whole; one of several packages keeps some to itself, as no library with a command does.
  const isProgram = (folder: string): boolean =>
    /(?:^|\/)cmd\//.test(folder) ||
    has(folder, /^\/main\.go$/) ||
    (has(folder, /^\/cmd\/(?:[^/]+\/)?main\.go$/) && has(folder, /^\/internal\//));
  return [...folders].filter(
    (folder) =>
      !isProgram(folder) &&
      has(folder, /^\/[^/]+\.go$/) &&
      has(folder, /^\/README[^/]*$/i) &&
      !has(folder, packageManifest),
  );
}

/** Where pages are served from, a folder of libraries. */
const servedLibraries =
  /^((?:[^/]+\/){0,8}?(?:webapp|static|public|www|web-?root|htdocs|assets)\/(?:[^/]+\/){0,2}?libs?)\/[^/]+\.(?:js|css)$/i;
const leastServed = 5;

/** Such a folder, most of whose files are copies by their names: so are the others. */
function servedCopies(paths: readonly string[]): string[] {
  const counts = new Map<string, { all: number; copies: number }>();
  for (const path of paths) {
    const folder = path.includes('/lib') ? servedLibraries.exec(path)?.[1] : undefined;
    if (folder === undefined) continue;
    const count = counts.get(folder) ?? { all: 0, copies: 0 };
    counts.set(folder, count);
    count.all++;
    if (/^(?:vendored|generated)$/.test(roleOf(path))) count.copies++;
  }
  return [...counts].flatMap(([folder, { all, copies }]) =>
    copies >= leastServed && copies * 2 > all ? [folder] : [],
  );
}

/** Style sheets that are made of those beside them: turned for writing from right to left, or out of another language. */
function outcomes(paths: readonly string[]): string[] {
  const styles = new Set(paths.filter((path) => /\.(?:css|s[ac]ss|less|styl)$/.test(path)));
  return [...styles].flatMap((path) => {
    if (!path.endsWith('.css')) return [];
    const stem = path.slice(0, -'.css'.length);
    const turned = /^(.+)[.-]rtl$/.exec(stem)?.[1];
    const isTurned = turned !== undefined && styles.has(`${turned}.css`);
    return isTurned || sourcesOf(stem).some((one) => styles.has(one)) ? [path] : [];
  });
}

const styleLanguages = ['scss', 'sass', 'less', 'styl'];

/** Where the source of a style sheet lies: beside it, below it in a folder of sources, or in one beside its folder. */
function sourcesOf(stem: string): string[] {
  const slash = stem.lastIndexOf('/') + 1;
  const [folder, name] = [stem.slice(0, slash), stem.slice(slash)];
  const around = folder.replace(/[^/]+\/$/, '');
  const below = ['', 'src/', ...styleLanguages.map((one) => `${one}/`)].map((one) => `${folder}${one}${name}`);
  const beside = /(?:^|\/)css\/$/.test(folder) ? styleLanguages.map((one) => `${around}${one}/${name}`) : [];
  return [...below, ...beside].flatMap((one) => styleLanguages.map((language) => `${one}.${language}`));
}

/** What generators of clients for OpenAPI put into the folder `core` of what they make. */
const clientCore = /^(.+\/core)\/(?:ApiError|ApiRequestOptions|ApiResult|CancelablePromise|OpenAPI|request)\.ts$/;
const leastOfCore = 4;

function openApiClients(paths: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const folder = path.endsWith('.ts') ? clientCore.exec(path)?.[1] : undefined;
    if (folder !== undefined) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const cores = [...counts].flatMap(([folder, count]) => (count >= leastOfCore ? [folder] : []));
  // In the sources themselves such files are one's own.
  const around = new Set(
    cores.map((core) => core.slice(0, -'core'.length)).filter((one) => !/(?:^|\/)src\/$/.test(one)),
  );
  if (around.size === 0) return cores;
  return [...cores, ...paths.filter((path) => around.has(clientPart.exec(path)?.[1] ?? ''))];
}

/** What they put beside it. */
const clientPart =
  /^(.+\/)(?:(?:index|models|schemas|services|types|sdk|requests)(?:\.gen)?\.ts|(?:models|schemas|services)\/[^/]+\.ts)$/;
