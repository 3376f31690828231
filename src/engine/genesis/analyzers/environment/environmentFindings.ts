import { folderOf } from '../../facts/paths';
import { foreignRoles } from '../../fileRoles';
import { markdownCode } from '../../markdownText';
import type { FileRecord, Report, ScanModel, Synthesizer } from '../../scanModel';
import { counted, evidenceList, lineEvidence, plainNames, shortTitle } from '../dependencies/findings/lists';
import { groupBy } from '../dependencies/text/groupBy';
import { isBeside } from '../techStack/productPaths';
import { isTemplatePath } from '../techStack/templates';
import { bundledNameExtractor } from './bundledNames';
import { type DocumentedNames, documentedNameExtractor } from './documentedNames';
import { environmentReadExtractor } from './extractors';

interface Variable {
  readonly name: string;
  readonly sites: readonly { readonly file: FileRecord; readonly line: number }[];
  readonly documentedIn?: string;
}

/** Fills the inventory's environment and says which variables a file of examples names. */
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
    reportExamples(model, variables, report);
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
        (site.file.role === 'test' ? 4 : 0) +
        (composeFile.test(site.file.path) ? 2 : 0) +
        (site.need === 'demanded' ? 0 : 1);
      const ordered = [...all].sort((a, b) => order(a) - order(b));
      const documentedIn = documented.get(name);
      return { name, sites: ordered, ...(documentedIn === undefined ? {} : { documentedIn }) };
    });
}

/** What compose puts into its own file reaches the program under names of its choice. */
const composeFile = /(?:^|\/)(?:docker-)?compose[\w.-]{0,60}\.ya?ml$/;

/** The example file before the document. */
function documentation(model: ScanModel): Map<string, string> {
  const found = new Map<string, string>();
  const all = [...model.factsOf(documentedNameExtractor)].sort(
    (a, b) => Number(b[1].isExample) - Number(a[1].isExample),
  );
  for (const [file, { names }] of all) for (const [name] of names) if (!found.has(name)) found.set(name, file.path);
  return found;
}

/**
 * What a file of examples names, which is exact. How many variables a program reads in all nobody can count: many are read
 * by functions of the project, under names that are put together.
 */
function reportExamples(model: ScanModel, variables: readonly Variable[], report: Report): void {
  const [example] = exampleFiles(model);
  if (example === undefined) return;
  const [path, { names }] = example;
  if (names.length < 2) return;
  const read = new Map(variables.map((variable) => [variable.name, variable]));
  const folder = folderOf(path);
  const isNear = ({ file }: Variable['sites'][number]): boolean => file.path.startsWith(`${folder}/`);
  // Beside a package with settings of its own others may read variables of the same names.
  const isApart = folder !== '' && manifests.some((name) => model.byPath.has(`${folder}/${name}`));
  const rows = names.slice(0, 40).map(([name, line]) => {
    const sites = read.get(name)?.sites.filter((one) => !isApart || isNear(one));
    const site = sites?.find(({ file }) => file.role !== 'test');
    return { name, line, place: site === undefined ? '' : markdownCode(`${site.file.path}:${site.line}`) };
  });
  // Many are read by code of the project's own, under names that are put together.
  const isRead = rows.some(({ place }) => place !== '');
  report.finding({
    layer: 'product',
    rule: 'environment/overview',
    key: 'overview',
    title: shortTitle(
      `${path} names ${counted(names.length, 'variable')}: ${plainNames(
        names.map(([name]) => name),
        3,
      )}`,
    ),
    content: [
      `| Variable | Line of ${markdownCode(path)} |${isRead ? ' A place that reads it, where one was found |' : ''}`,
      `|---|---|${isRead ? '---|' : ''}`,
      ...rows.map(({ name, line, place }) => `| ${markdownCode(name)} | ${line} |${isRead ? ` ${place} |` : ''}`),
      ...(names.length > 40 ? ['', `${names.length - 40} more stand in ${markdownCode(path)}.`] : []),
    ].join('\n'),
    importance: 3,
    confidence: 0.95,
    tags: ['environment', 'configuration'],
    evidence: evidenceList(names.map(([, line]) => lineEvidence(path, line))),
  });
}

const manifests = ['package.json', 'pyproject.toml', 'go.mod', 'Cargo.toml', 'composer.json', 'Gemfile', 'mix.exs'];

const proper = /example|sample|template|dist/i;

/** The one nearest to the top first, of several as near the longest; a committed `.env` is one only where there is no other. */
function exampleFiles(model: ScanModel): readonly (readonly [path: string, names: DocumentedNames])[] {
  return [...model.factsOf(documentedNameExtractor)]
    .filter(
      ([file, { isExample }]) =>
        isExample && !isTemplatePath(file.path) && !isBeside(file.path) && !foreignRoles.has(file.role),
    )
    .map(([file, names]) => [file.path, names] as const)
    .sort(
      ([a, { names: ofA }], [b, { names: ofB }]) =>
        Number(proper.test(b)) - Number(proper.test(a)) ||
        a.split('/').length - b.split('/').length ||
        ofB.length - ofA.length ||
        (a < b ? -1 : 1),
    );
}
