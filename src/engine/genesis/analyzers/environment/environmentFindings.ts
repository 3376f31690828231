import { markdownCode } from '../../markdownText';
import type { FileRecord, Report, ScanModel, Synthesizer } from '../../scanModel';
import { counted, evidenceList, lineEvidence, shortTitle } from '../dependencies/findings/lists';
import { groupBy } from '../dependencies/text/groupBy';
import { isTemplatePath } from '../techStack/templates';
import { bundledNameExtractor } from './bundledNames';
import { platformVariables } from './data/platformVariables';
import { documentedNameExtractor } from './documentedNames';
import type { Need } from './environmentFacts';
import { environmentReadExtractor } from './extractors';
import { hiddenReadExtractor } from './hiddenReads';

interface Variable {
  readonly name: string;
  readonly sites: readonly { readonly file: FileRecord; readonly line: number; readonly need: Need }[];
  readonly documentedIn?: string;
}

/** Fills the inventory's environment and says which variables the code reads. */
export const environmentFindings: Synthesizer = {
  id: 'environment/findings',
  run(model, report) {
    const variables = variablesOf(model);
    for (const { name, sites, documentedIn } of variables) {
      model.inventory.environment.push({
        name,
        files: sites.map((site) => site.file.path),
        lines: sites.map((site) => site.line),
        ...(documentedIn === undefined ? {} : { documentedIn }),
      });
    }
    const own = variables.filter((variable) => isOfProduct(variable) && !isOfPlatform(variable.name));
    reportOverview(model, own, report);
  },
};

/** Reads of the product first, then those of its tests. */
function variablesOf(model: ScanModel): Variable[] {
  const bundled = new Set([...model.factsOf(bundledNameExtractor)].flatMap(([, names]) => names));
  const sites = [...model.factsOf(environmentReadExtractor)].flatMap(([file, reads]) =>
    reads
      .filter((read) => !bundled.has(read.name))
      .map((read) => ({ file, line: read.line, need: read.need, name: read.name })),
  );
  const documented = documentation(model);
  return [...groupBy(sites, (site) => site.name)]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([name, all]) => {
      const order = (site: (typeof all)[number]): number =>
        (site.file.role === 'test' ? 4 : 0) + (isTool(site.file) ? 2 : 0) + (site.need === 'demanded' ? 0 : 1);
      const ordered = [...all].sort((a, b) => order(a) - order(b));
      const documentedIn = documented.get(name);
      return { name, sites: ordered, ...(documentedIn === undefined ? {} : { documentedIn }) };
    });
}

/** The example file before the document. */
function documentation(model: ScanModel): Map<string, string> {
  const found = new Map<string, string>();
  const all = [...model.factsOf(documentedNameExtractor)].sort(
    (a, b) => Number(b[1].isExample) - Number(a[1].isExample),
  );
  for (const [file, { names }] of all) for (const [name] of names) if (!found.has(name)) found.set(name, file.path);
  return found;
}

/** Hosts and build tools set whole families of names. */
function isOfPlatform(name: string): boolean {
  return platformVariables.has(name) || /^(?:NEXT_PUBLIC_)?(?:VERCEL|NETLIFY|RAILWAY|RENDER|HEROKU|CARGO)_/.test(name);
}

/** Scripts of the pipeline, of the build, of tests and of those who look after it are configured too, but not the product by them. */
const asidePath =
  /^\.(?:github|gitlab|circleci|ci|buildkite|devcontainer)\/|^\.[\w-]{1,40}$|(?:^|\/)(?:(?:[\w-]{0,30}[_-])?tests?(?:[_-][\w-]{1,30})?|(?:db|unit|e2e)tests?|e2e|test(?:x|ing|utils?|helpers?|kit|support)|website|docs?|build\.rs|buildSrc|build-logic|fastlane|extras|examples?|samples?|UITests|scripts?|ci|hack|lib\/tasks)(?:\/|$)|^(?:tools?|tasks|bin)\/|\.rake$|(?:^|\/)(?:Rake|Fast|Dev|Guard|Vagrant|Dangerfile|Jenkins)file$/i;

/** What compose puts into its own file reaches the program under names of its choice. */
const composeFile = /(?:^|\/)(?:docker-)?compose[\w.-]{0,60}\.ya?ml$/;

/** What developers run beside the product asks for what it needs when it is run. */
function isTool({ path }: FileRecord): boolean {
  return asidePath.test(path) || composeFile.test(path) || isTemplatePath(path);
}

function isOfProduct(variable: Variable): boolean {
  return variable.sites.some(({ file }) => file.role !== 'test' && !isTool(file));
}

/** Somewhere in the product the program stops without it. */
function isDemanded(variable: Variable): boolean {
  return variable.sites.some((site) => site.need === 'demanded' && site.file.role !== 'test' && !isTool(site.file));
}

/** Names that nobody sees are often those that matter; the few that are seen would be told in their place. */
function hidesReads(model: ScanModel): boolean {
  return [...model.factsOf(hiddenReadExtractor)].some(([file]) => !isTool(file));
}

function reportOverview(model: ScanModel, own: readonly Variable[], report: Report): void {
  if (own.length < 2 || hidesReads(model)) return;
  const demanded = own.filter(isDemanded);
  const examples = exampleFiles(model);
  const shown = [...demanded, ...own.filter((variable) => !isDemanded(variable))].slice(0, 25);
  report.finding({
    layer: 'product',
    rule: 'environment/overview',
    key: 'overview',
    title: shortTitle(`${counted(own.length, 'environment variable')} found in the code${listed(own, examples[0])}`),
    content: [
      '| Variable | Counted on | Read in | Named in |',
      '|---|---|---|---|',
      ...shown.map((variable) => {
        const [site] = variable.sites;
        const place = site === undefined ? '' : markdownCode(`${site.file.path}:${site.line}`);
        return `| ${markdownCode(variable.name)} | ${isDemanded(variable) ? 'yes' : ''} | ${place} | ${variable.documentedIn === undefined ? '' : markdownCode(variable.documentedIn)} |`;
      }),
      ...(own.length > shown.length ? ['', `${own.length - shown.length} more are in the inventory.`] : []),
    ].join('\n'),
    importance: 3,
    confidence: 0.9,
    tags: ['environment', 'configuration'],
    evidence: evidenceList(
      shown.flatMap((variable) => variable.sites.slice(0, 1).map((site) => lineEvidence(site.file.path, site.line))),
    ),
  });
}

/** How many of them the example file names. */
function listed(own: readonly Variable[], example: string | undefined): string {
  const count = own.filter((variable) => variable.documentedIn === example).length;
  if (example === undefined || count === 0) return '';
  return count === own.length ? `; ${example} names each` : `; ${example} names ${count} of them`;
}

function exampleFiles(model: ScanModel): string[] {
  const paths = [...model.factsOf(documentedNameExtractor)]
    .filter(([, facts]) => facts.isExample)
    .map(([file]) => file.path);
  // A committed `.env` lists variables too, but it is the example only where there is no other.
  const proper = paths.filter((path) => /example|sample|template|dist/i.test(path));
  return [...proper, ...paths.filter((path) => !proper.includes(path))].sort(
    (a, b) => Number(proper.includes(b)) - Number(proper.includes(a)) || a.split('/').length - b.split('/').length,
  );
}
