import type { EntryPoint } from '../../../../shared/inventory';
import { folderOf, isInside } from '../../facts/paths';
import { markdownCode } from '../../markdownText';
import type { FindingDraft, ScanModel } from '../../scanModel';
import { evidenceList, lineEvidence } from '../dependencies/findings/lists';
import { groupBy } from '../dependencies/text/groupBy';
import { isTemplatePath } from '../techStack/templates';
import { codeWaysExtractor } from '../waysIn/codeWaysExtractor';
import { fileWaysExtractor } from '../waysIn/fileWaysExtractor';
import { groups } from './groups';
import { applicationOf } from './productWays';
import { isTestAsset, type Program } from './programs/program';
import { isExample, isTrial, leftOut, titleOf } from './titles';

interface Words {
  readonly one: string;
  readonly many: string;
  readonly importance: 2 | 3 | 4;
  /** Fewer say nothing that their file does not. */
  readonly least: number;
}

const words: Readonly<Record<EntryPoint['kind'], Words>> = {
  graphql: { one: 'GraphQL field', many: 'GraphQL fields', importance: 4, least: 1 },
  grpc: { one: 'gRPC call', many: 'gRPC calls', importance: 4, least: 1 },
  rpc: { one: 'procedure', many: 'procedures', importance: 4, least: 1 },
  websocket: { one: 'socket channel or event', many: 'socket channels and events', importance: 3, least: 1 },
  cli: { one: 'command', many: 'commands', importance: 3, least: 2 },
  job: { one: 'job', many: 'jobs', importance: 3, least: 1 },
  consumer: { one: 'consumer of messages or events', many: 'consumers of messages or events', importance: 3, least: 1 },
  function: { one: 'cloud function', many: 'cloud functions', importance: 4, least: 1 },
  page: { one: 'page', many: 'pages', importance: 3, least: 2 },
  library: { one: 'public module', many: 'public modules', importance: 2, least: 99 },
};

/** Their commands lie below others, mostly told elsewhere: by its own name alone nobody can call one of those. */
const nesting: ReadonlySet<string> = new Set(
  'Aesh,argparse,cac,Caporal,citty,clap,Click,Clikt,Cobra,Commander,go-flags,Kingpin,kong,Mercenary,picocli,sade,Spectre.Console.Cli,System.CommandLine,Thor,Typer,yargs'.split(
    ',',
  ),
);

/** Where what a way in is called by ends, by its place: several lines of a call or of decorators. */
export function endsOfWays(model: ScanModel): ReadonlyMap<string, number> {
  return new Map(
    [...model.factsOf(codeWaysExtractor), ...model.factsOf(fileWaysExtractor)].flatMap(([{ path }, facts]) =>
      facts.flatMap(({ line, endLine }) => (endLine === undefined ? [] : [[`${path}:${line}`, endLine] as const])),
    ),
  );
}

/** Libraries of which some commands get their names while the program runs: from a variable, of a list. */
export function unnamedWays(model: ScanModel): ReadonlySet<string> {
  const told = new Set((model.inventory.entryPoints ?? []).map(({ file, line }) => `${file}:${line}`));
  return new Set(
    [...model.factsOf(codeWaysExtractor)].flatMap(([{ path }, facts]) =>
      facts.flatMap(({ byConstant, framework, line }) =>
        byConstant === undefined || told.has(`${path}:${line}`) ? [] : framework,
      ),
    ),
  );
}

interface Surroundings {
  readonly ends?: ReadonlyMap<string, number>;
  readonly unnamed?: ReadonlySet<string>;
  /** How many pages of which folders are left out. */
  readonly beside?: ReadonlyMap<string, number>;
  /** The main one first. */
  readonly programs?: readonly Program[];
}

/** One finding for each kind of way in: which there are, by what, where. */
export function wayFindings(
  all: readonly EntryPoint[],
  { ends = new Map(), unnamed = new Set(), beside = new Map(), programs = [] }: Surroundings = {},
): FindingDraft[] {
  // What a clock starts in the pipeline is told with the pipeline.
  const entries = all.filter(
    ({ kind, name, framework, file }) =>
      (kind !== 'job' || framework !== 'GitHub Actions') &&
      !isTemplatePath(file) &&
      !isTestAsset(file) &&
      ((kind !== 'job' && kind !== 'consumer') || !isExample(name)) &&
      !(kind === 'cli' && framework === 'Laravel' && name === 'inspire') &&
      // That a client may connect says nothing of what it may send.
      (framework !== 'Socket.IO' || name !== 'connection') &&
      // What pages of Vue share lies among them.
      (kind !== 'page' || framework !== 'Nuxt' || !/\.[jt]s$/.test(file)),
  );
  return [...groupBy(ofOwnSchema(entries), (entry) => entry.kind)].flatMap(([kind, own]) => {
    const { one, importance, least } = words[kind];
    if (own.length < least) return [];
    const isNesting =
      kind === 'cli' && own.some(({ framework }) => nesting.has(framework) || framework.endsWith('/cli'));
    const many = isNesting ? 'commands and subcommands' : words[kind].many;
    const frameworks = [...groupBy(own, (entry) => entry.framework)].sort((a, b) => b[1].length - a[1].length);
    const files = [...groupBy(own, (entry) => entry.file)].sort((a, b) => b[1].length - a[1].length);
    const by = frameworks
      .slice(0, 3)
      .map(([name]) => name)
      .join(', ');
    const left = kind === 'page' ? [...beside] : [];
    const scope = kind === 'cli' ? programScope(own, programs) : left.length === 0 ? '' : scopeOf(own);
    const isOpen = kind === 'cli' && frameworks.some(([name]) => unnamed.has(name));
    const inOrder = kind === 'cli' ? commandsInOrder(files, own, programs) : kind === 'page' ? pagesInOrder(own) : own;
    const ordered = inOrder.toSorted((a, b) => Number(isTrial(a.name)) - Number(isTrial(b.name)));
    const rows = ordered.slice(0, 40).map(({ name, file, line, handler, schedule }) => {
      const when = schedule === undefined || schedule === name ? '' : `, ${markdownCode(schedule, 60)}`;
      const to = handler === undefined ? '' : ` → ${markdownCode(handler, 80)}`;
      return `- ${markdownCode(name, 100)}${to}${when}: ${markdownCode(`${file}:${line}`, 200)}`;
    });
    return [
      {
        layer: 'entryPoints',
        rule: `entry-points/${kind}`,
        key: kind,
        title: titleOf(
          { one, many, behind: `${scope} (${by})`, isOpen },
          own.length,
          ordered.map(({ name }) => name),
        ),
        content: `${isNesting ? 'A subcommand is listed by its own name where the file does not say below which command it lies.\n\n' : ''}${rows.join('\n')}${own.length > 40 ? `${leftOut(own.length, 40)}; the inventory lists all that were found.` : ''}${isOpen ? '\n\nOthers get their names while the program runs.' : ''}${left.map(leftPages).join('')}`,
        importance,
        confidence: 0.9,
        tags: [kind, ...frameworks.slice(0, 3).map(([name]) => name.toLowerCase())],
        // Those that the title names, one of each file, then the others as far as there is room.
        evidence: evidenceList(
          [...ordered.slice(0, 3), ...files.flatMap(([, some]) => some.slice(0, 1)), ...own].map(({ file, line }) => ({
            ...lineEvidence(file, line),
            endLine: ends.get(`${file}:${line}`) ?? line,
          })),
        ),
      },
    ];
  });
}

/** So many fields in one file are a whole schema. */
const wholeSchema = 100;

/** Beside a whole schema that is written out lie those of servers that this one calls. */
function ofOwnSchema(entries: readonly EntryPoint[]): readonly EntryPoint[] {
  const isSchema = ({ kind, file }: EntryPoint): boolean => kind === 'graphql' && /\.(?:graphqls?|gql)$/.test(file);
  const files = groups(entries.filter(isSchema), ({ file }) => file);
  const [[whole, fields] = ['', []]] = files;
  const all = files.reduce((sum, [, some]) => sum + some.length, 0);
  return fields.length < wholeSchema || fields.length * 2 < all
    ? entries
    : entries.filter((entry) => entry.file === whole || !isSchema(entry));
}

/** The one application that all pages are of, where others of the repository have some, too. */
function scopeOf(own: readonly EntryPoint[]): string {
  const [folder, other] = new Set(own.map(({ file }) => applicationOf(file)));
  return folder === undefined || folder === '' || other !== undefined ? '' : ` in ${folder.replace(/\/$/, '')}`;
}

/** Pages of a site beside the product. */
const leftPages = ([folder]: readonly [string, number]): string =>
  `\n\nThose in ${markdownCode(folder, 100)}, beside the product, are left out.`;

/** The first page before all others, and last what is shown where there is none. */
function pagesInOrder(own: readonly EntryPoint[]): EntryPoint[] {
  const rank = ({ name }: EntryPoint): number => (name === '/' ? -1 : Number(/^\/(?:_?error|[45]\d\d)$/.test(name)));
  return own.toSorted((a, b) => rank(a) - rank(b));
}

/** A file with this share of all commands is that of the program. */
const programShare = 0.3;

/** Of commands those stand first that the file with the most of them has, and of these the ones that lie below no other. */
function commandsInOrder(
  files: readonly (readonly [string, readonly EntryPoint[]])[],
  own: readonly EntryPoint[],
  [main]: readonly Program[],
): EntryPoint[] {
  const isOneFile = (files[0]?.[1].length ?? 0) >= own.length * programShare;
  const ordered = isOneFile ? files.flatMap(([, some]) => some) : own;
  const isBelow = ({ name }: EntryPoint): number => Number(name.includes(' '));
  const isBeside = ({ file }: EntryPoint): number =>
    Number(main !== undefined && !isInFolder(file, folderOfProgram(main)));
  return ordered.toSorted((a, b) => isBeside(a) - isBeside(b) || isBelow(a) - isBelow(b));
}

const folderOfProgram = ({ place }: Program): string => folderOf(place.path).replace(/(?:^|\/)src$/, '');

const isInFolder = (path: string, folder: string): boolean => folder === '' || isInside(path, folder);

/** The folder of the one program that all commands are of, where that stands beside the main one. */
function programScope(own: readonly EntryPoint[], [main, ...others]: readonly Program[]): string {
  if (main === undefined || own.some(({ file }) => isInFolder(file, folderOfProgram(main)))) return '';
  const folder = others.map(folderOfProgram).find((one) => one !== '' && own.every(({ file }) => isInside(file, one)));
  return folder === undefined ? '' : ` in ${folder}`;
}
