import { markdownCode } from '../../markdownText';
import type { FileRecord, Report, ScanModel, Synthesizer } from '../../scanModel';
import { counted, evidenceList, lineEvidence, named, plainNames, shortTitle } from '../dependencies/findings/lists';
import { folderOf, isWithin } from '../dependencies/inventory/folderPattern';
import { groupBy } from '../dependencies/text/groupBy';
import { isTemplatePath } from '../techStack/templates';
import { platformVariables } from './data/platformVariables';
import { documentedNameExtractor } from './documentedNames';
import type { Need } from './environmentFacts';
import { environmentReadExtractor } from './extractors';

interface Variable {
  readonly name: string;
  readonly sites: readonly { readonly file: FileRecord; readonly line: number; readonly need: Need }[];
  readonly documentedIn?: string;
}

/** Fills the inventory's environment and says which variables nobody is told of. */
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
    reportUndocumented(model, own, report);
  },
};

/** Reads of the product first, then those of its tests. */
function variablesOf(model: ScanModel): Variable[] {
  const sites = [...model.factsOf(environmentReadExtractor)].flatMap(([file, reads]) =>
    reads.map((read) => ({ file, line: read.line, need: read.need, name: read.name })),
  );
  const documented = documentation(model);
  return [...groupBy(sites, (site) => site.name)]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([name, all]) => {
      const order = (site: (typeof all)[number]): number =>
        (site.file.role === 'test' ? 2 : 0) + (site.need === 'demanded' ? 0 : 1);
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
  return (
    platformVariables.has(name) ||
    /^(?:NEXT_PUBLIC_)?(?:VERCEL|NETLIFY|RAILWAY|RENDER|HEROKU|CARGO|GITHUB|CI)_/.test(name)
  );
}

/** Scripts of the pipeline, of the build and of tests are configured too, but not the product by them. */
const asidePath =
  /^\.(?:github|gitlab|circleci|ci|buildkite)\/|^\.[\w-]{1,40}$|(?:^|\/)(?:(?:[\w-]{0,30}[_-])?tests?|(?:db|unit|e2e)tests?|test(?:x|ing|utils?|helpers?|kit|support)|website|docs?|build\.rs|buildSrc|build-logic|fastlane|extras|examples?|UITests)(?:\/|$)/i;

function isOfProduct(variable: Variable): boolean {
  return variable.sites.some(
    ({ file }) => file.role !== 'test' && !asidePath.test(file.path) && !isTemplatePath(file.path),
  );
}

/** What developers run beside the product asks for what it needs when it is run. */
function isTool({ path }: FileRecord): boolean {
  return asidePath.test(path) || /^(?:tools?|scripts?|tasks|bin|hack)\//.test(path);
}

function isOfTools(variable: Variable): boolean {
  return variable.sites.every(({ file }) => file.role === 'test' || isTool(file));
}

/** Somewhere in the product the program stops without it. */
function isDemanded(variable: Variable): boolean {
  return variable.sites.some((site) => site.need === 'demanded' && site.file.role !== 'test' && !isTool(site.file));
}

/** Nowhere in the product has it a default or a test around it. */
function isTakenAsIs(variable: Variable): boolean {
  const own = variable.sites.filter((site) => site.file.role !== 'test' && !isTool(site.file));
  return own.length > 0 && own.every((site) => site.need !== 'optional');
}

function reportOverview(model: ScanModel, own: readonly Variable[], report: Report): void {
  // What only scripts beside the product read configures those.
  if (own.length < 2 || own.every(isOfTools)) return;
  const demanded = own.filter(isDemanded);
  const examples = exampleFiles(model);
  const shown = [...demanded, ...own.filter((variable) => !isDemanded(variable))].slice(0, 25);
  const must = demanded.length === 0 ? '' : `, ${demanded.length} of them must be set`;
  report.finding({
    layer: 'product',
    rule: 'environment/overview',
    key: 'overview',
    title: shortTitle(
      `${counted(own.length, 'environment variable')} ${own.length === 1 ? 'is' : 'are'} read${must}${listed(own, examples[0])}`,
    ),
    content: [
      '| Variable | Must be set | Read in | Documented in |',
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
  return count === own.length ? `; ${example} lists all` : `; ${example} lists ${count} of them`;
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

/** Taken as it is, not in the example file that covers the reader, and in no document either. */
function reportUndocumented(model: ScanModel, own: readonly Variable[], report: Report): void {
  const examples = exampleFiles(model);
  if (examples.length === 0) return;
  const missing = own.filter((variable) => {
    if (!isTakenAsIs(variable) || variable.documentedIn !== undefined) return false;
    return variable.sites.some(
      (site) =>
        site.file.role !== 'test' && examples.some((example) => isWithin(folderOf(site.file.path), folderOf(example))),
    );
  });
  if (missing.length === 0) return;
  const verb = missing.length === 1 ? 'is' : 'are';
  report.finding({
    layer: 'product',
    rule: 'environment/undocumented',
    key: 'undocumented',
    title: shortTitle(
      `${plainNames(missing.map((one) => one.name))} ${verb} read without a default and missing from ${examples[0] ?? ''}`,
    ),
    content: `${named(
      missing.map((one) => one.name),
      20,
    )}: the code uses ${missing.length === 1 ? 'it' : 'them'} as ${missing.length === 1 ? 'it is' : 'they are'}, and neither ${named(examples, 3)} nor a document names ${missing.length === 1 ? 'it' : 'them'}.`,
    importance: missing.length > 2 ? 3 : 2,
    confidence: 0.85,
    tags: ['environment', 'documentation'],
    evidence: evidenceList(
      missing.flatMap((one) =>
        one.sites
          .filter((site) => site.file.role !== 'test')
          .slice(0, 2)
          .map((site) => lineEvidence(site.file.path, site.line)),
      ),
    ),
  });
}
