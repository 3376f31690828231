import { folderOf } from '../../../facts/paths';
import { markdownCode } from '../../../markdownText';
import type { FileRecord, Report, ScanModel } from '../../../scanModel';
import type { FileRole } from '../../../sourceFile';
import { evidenceList, firstNames, shortTitle } from '../../dependencies/findings/lists';
import { designExtractor } from '../extractors';
import { mainReadme } from './purpose';

const architecture = 'the architecture';
const design = 'the design';
const weaknesses = 'how to report weaknesses';

/** Documents a newcomer should know of, by name, and what each is for. */
const kinds: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'the documentation', pattern: /^docs?\/(README|index|SUMMARY)\.(md|mdx|rst|adoc)$/i },
  {
    what: 'how to use it',
    pattern:
      /^docs?\/(?:(?:USER|ADMIN|REFERENCE)[-_])?(MANUAL|HANDBOOK|USER[-_]GUIDE|GUIDE|USAGE|GETTING[-_]?STARTED)\.(?:md|mdx|markdown|rst|txt|adoc|asciidoc)$/i,
  },
  {
    what: 'how to contribute',
    pattern: /^(\.github\/|docs\/)?CONTRIBUTING(\.(?:md|mdx|markdown|rst|txt|adoc|asciidoc))?$/i,
  },
  {
    what: architecture,
    pattern: /^(docs?\/)?(ARCHITECTURE|DESIGN|OVERVIEW)(\.(?:md|mdx|markdown|rst|txt|adoc|asciidoc))?$/i,
  },
  { what: design, pattern: /^(docs?\/)?DESIGN(\.(?:md|mdx|markdown|rst|txt|adoc|asciidoc))?$/i },
  {
    what: 'how to develop',
    pattern:
      /^(docs?\/)?(DEVELOPMENT|DEVELOPING|DEVELOPERS?|HACKING|(?:DEV|DEVELOPER|DEVELOPMENT)[-_](?:SETUP|GUIDE|ENVIRONMENT)|LOCAL[-_]DEVELOPMENT(?:[-_](?:SETUP|GUIDE))?)(\.(?:md|mdx|markdown|rst|txt|adoc|asciidoc))?$/i,
  },
  {
    what: 'how to build',
    pattern:
      /^(docs?\/)?(BUILD|BUILDING|COMPILE|COMPILING|COMPILATION)(\.(?:md|mdx|markdown|rst|txt|adoc|asciidoc))?$/i,
  },
  {
    what: 'rules for coding agents',
    pattern: /^(AGENTS\.md|CLAUDE\.md|AI[-_]POLICY\.md|\.cursorrules|\.github\/copilot-instructions\.md|GEMINI\.md)$/,
  },
  {
    what: weaknesses,
    pattern: /^(\.github\/|docs\/)?SECURITY(\.(?:md|mdx|markdown|rst|txt|adoc|asciidoc))?$/i,
  },
  {
    what: 'how to install',
    pattern: /^(docs?\/)?(INSTALL|INSTALLATION|INSTALLING)(\.(?:md|mdx|markdown|rst|txt|adoc|asciidoc))?$/i,
  },
  {
    what: 'how to deploy',
    pattern: /^(docs?\/)?(DEPLOY|DEPLOYMENT|DEPLOYING)(\.(?:md|mdx|markdown|rst|txt|adoc|asciidoc))?$/i,
  },
  {
    what: 'how to upgrade',
    pattern: /^(docs?\/)?(UPGRADE|UPGRADING|MIGRATION|MIGRATING)(\.(?:md|mdx|markdown|rst|txt|adoc|asciidoc))?$/i,
  },
  { what: 'decisions', pattern: /(^|\/)(adrs?|decisions|architecture-decisions)\/[^/]{1,120}\.(md|adoc|rst)$/i },
  {
    what: 'how to configure',
    pattern: /^(docs?\/)?(CONFIGURATION|CONFIGURING|CONFIG)\.(?:md|mdx|markdown|rst|txt|adoc|asciidoc)$/i,
  },
  {
    what: 'answers to questions',
    pattern: /^(docs?\/)?(FAQ|TROUBLESHOOTING)\.(?:md|mdx|markdown|rst|txt|adoc|asciidoc)$/i,
  },
  { what: 'the API', pattern: /(^|\/)(openapi|swagger)\.(ya?ml|json)$/i },
  { what: 'how to release', pattern: /^(docs?\/)?(RELEASE|RELEASING|RELEASE[-_]PROCESS)\.(?:md|markdown|rst|adoc)$/i },
  { what: 'what is planned', pattern: /^(docs?\/)?ROADMAP\.(?:md|markdown|rst|txt|adoc)$/i },
  {
    what: 'how to behave',
    pattern: /^(\.github\/|docs?\/)?CODE[-_]OF[-_]CONDUCT(\.(?:md|mdx|markdown|rst|txt|adoc|asciidoc))?$/i,
  },
];

/** Colours and themes are no architecture, an overview may be of anything, and what one may fear is no way to report it. */
function isOf(what: string, { path }: FileRecord, model: ScanModel): boolean {
  const isJudged =
    what === architecture || what === design
      ? /(?:^|\/)(?:DESIGN|OVERVIEW)\b/i.test(path)
      : what === weaknesses && /^doc/i.test(path);
  const isSaid = model.factsIn(designExtractor, path) !== undefined;
  return !isJudged || (what === design ? !isSaid : isSaid);
}

/** An API that is shown or tested with is another one. */
const asideRoles: ReadonlySet<FileRole> = new Set(['fixture', 'vendored', 'example', 'test']);

/** What is copied to write a document says nothing by itself; one with a number is about templates. */
const template = /(?:^|\/)(?!(?:[a-z]{1,10}[_-])?0{0,5}[1-9])[^/]{0,80}template[^/]{0,80}$/i;

/** What makes a site of a folder: the read-me beside it is about the site. */
const sitePart =
  /^docs?\/(?:package\.json|Pipfile|Gemfile|requirements\.txt|build[\w-]{0,40}\.(?:py|sh|rb|js)|_config\.ya?ml|mkdocs\.ya?ml|conf\.py|book\.toml|(?:next|docusaurus|astro|vite|nuxt|gatsby|hugo)[\w.-]{0,20}\.(?:[cm]?[jt]s|toml|ya?ml))$/;
const ownReadme = /^docs?\/README\./i;

/** Shorter it only says where the documentation is now, or what will be written. */
const leastLines = 8;
/** A script is called so as well, by custom in small letters. */
const script = /(?:^|\/)[a-z]+$/;

/** Where a site is made of documents in several languages, or of a folder of sources, those in English lie deeper. */
const shortPath = (path: string): string =>
  path.replace(
    /^(?:docs?|documentation|book|guides?|manual|handbook|(?:web-?)?site\/docs)\/(?:en\/)?(?:(?:docs|source|src|content)\/)?/i,
    'docs/',
  );

/** Documents by any name, at the top and right below the folder for them. */
const prose = /^(?:docs?\/)?[^/.][^/]{0,80}\.(?:md|mdx|markdown|rst|adoc|asciidoc)$/i;
/** The read-me in every language, logs of changes, licences, lists of names, forms, and the first page of a site. */
const noDocument =
  /(?:^|\/)(?:read-?me|change-?log|changes|history|news|release[-_ ]?notes|(?:[\w.-]{0,20}licen[cs]es?|a?l?gpl|copy(?:ing|right)|notice|authors|contributors|maintainers|credits|acknowledge?ments|thanks|backers|sponsors|code_?owners|(?:issue|pull[-_]request|[\w-]{0,20})_?template|index|summary|_?sidebar|todo|404))(?![a-z])[^/]*$/i;

function othersOf(model: ScanModel, told: ReadonlySet<string>): readonly FileRecord[] {
  return model.files
    .filter(
      ({ path, role }) =>
        prose.test(shortPath(path)) && !noDocument.test(path) && !told.has(path) && !asideRoles.has(role),
    )
    .sort((a, b) => depthOf(a) - depthOf(b));
}

/** Documents below a folder for them, at any place but those of tools that keep what they are told beside the code. */
const anyProse =
  /^(?!(?:[^/]+\/){0,12}\.)(?:(?=(?:[^/]+\/){0,4}(?:docs?|documentation|book|guides?|manual|handbook|wiki|adrs?|rfcs?|tutorials?|how-?tos?|(?:web-?)?site|www)\/)(?:[^/]+\/){1,10}[^/.][^/]{0,120}\.(?:md|mdx|rst|markdown|adoc|asciidoc)|docs?\/(?!CMakeLists)[A-Z][\w-]{2,60}\.txt)$/;
/** Notes of which a log of changes is made, and posts. */
const notes =
  /(?:^|\/)(?:change-?(?:log|set)s?(?:\.d)?|changes|news(?:fragments)?|release-?notes|unreleased|blog|_?posts)\//i;
const ofPackage =
  /^(?:packages|apps|libs|crates|modules|plugins|services|src|lib)\/(?!(?:docs|documentation|(?:web)?site|website|www)\/)/i;

/** A folder at the top, or that of a package for documents. */
const place = /^(?:(?:packages|apps|libs|crates|modules|plugins|services|src|lib)\/)?[^/]+\//;

interface Further {
  readonly count: number;
  readonly folder: string;
  readonly isMost: boolean;
}

/** How many more there are, and the folder that holds most of them: packages and sources keep their own. */
function furtherOf(model: ScanModel, told: ReadonlySet<string>): Further | undefined {
  const folders = new Map<string, number>();
  let count = 0;
  for (const { path, role } of model.files) {
    if (!anyProse.test(path) || ofPackage.test(path) || told.has(path) || asideRoles.has(role)) continue;
    if (noDocument.test(path) || notes.test(path) || template.test(path)) continue;
    count++;
    const folder = place.exec(path)?.[0] ?? '';
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  const [most] = [...folders].sort((a, b) => b[1] - a[1]);
  return most === undefined ? undefined : { count, folder: most[0], isMost: most[1] * 2 > count };
}

const depthOf = ({ path }: FileRecord): number => path.split('/').length;

/** Of these so many are named. */
const mostOthers = 5;

/** Where to read on. */
export function reportDocuments(model: ScanModel, report: Report): void {
  const readme = mainReadme(model)?.path;
  const siteFolders = new Set(model.files.filter(({ path }) => sitePart.test(path)).map(({ path }) => folderOf(path)));
  const found = kinds.flatMap(({ what, pattern }) => {
    const files = model.files.filter(
      (file) =>
        pattern.test(shortPath(file.path)) &&
        !(ownReadme.test(file.path) && siteFolders.has(folderOf(file.path))) &&
        file.path !== readme &&
        !(ownReadme.test(file.path) && file.lines < leastLines) &&
        !script.test(file.path) &&
        !template.test(file.path) &&
        !asideRoles.has(file.role) &&
        isOf(what, file, model),
    );
    return files.length === 0 ? [] : [{ what, files }];
  });
  if (found.length < 2) return;
  const told = new Set(found.flatMap(({ files }) => files.map(({ path }) => path)));
  const others = othersOf(model, told);
  const further = furtherOf(model, new Set([...told, ...others.map(({ path }) => path)]));
  report.finding({
    layer: 'product',
    rule: 'product/documents',
    key: 'documents',
    title: titleOf(
      readme === undefined ? 'To read on' : 'Beside the read-me',
      [...found.map(({ files }) => files[0]?.path ?? ''), ...told, ...others.map(({ path }) => path)],
      further !== undefined,
    ),
    content: [
      ...found.map(({ what, files }) => lineOf(what, files, 3)),
      ...(others.length === 0 ? [] : [lineOf('others', others, mostOthers)]),
      ...(further === undefined ? [] : [moreLine(further)]),
    ].join('\n'),
    importance: 2,
    confidence: 1,
    tags: ['documentation'],
    // Settings of a site may stand above the title.
    evidence: evidenceList(
      [...found.map(({ files }) => files.slice(0, 2)), others.slice(0, mostOthers)].flatMap((files) =>
        files.map(({ path, lines }) => ({ path, startLine: 1, endLine: Math.max(1, Math.min(4, lines)) })),
      ),
    ),
  });
}

function lineOf(what: string, files: readonly FileRecord[], most: number): string {
  const named = files.slice(0, most).map(({ path }) => markdownCode(path));
  return `- ${what}: ${named.join(', ')}${files.length > most ? ' and more' : ''}`;
}

function moreLine({ count, folder, isMost }: Further): string {
  if (count === 1) return `- and one more in ${markdownCode(folder)}`;
  return `- and more, ${isMost ? 'most of them' : 'some of them'} in ${markdownCode(folder)}`;
}

/** As many names as a title holds: how many are left nobody can say who does not know each text for what it is. */
function titleOf(start: string, names: readonly string[], isMore: boolean): string {
  const distinct = [...new Set(names)];
  const said = (most: number): string =>
    isMore ? `${distinct.slice(0, most).join(', ')} and others` : firstNames(distinct, most);
  const titles = [4, 3, 2, 1].map((most) => `${start}: ${said(most)}`);
  return titles.find((title) => title.length <= 120) ?? shortTitle(titles.at(-1) ?? start);
}
