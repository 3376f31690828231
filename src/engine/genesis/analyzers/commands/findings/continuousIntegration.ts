import { foreignRoles } from '../../../fileRoles';
import { markdownCode, markdownText } from '../../../markdownText';
import type { FileRecord, Report, ScanModel } from '../../../scanModel';
import { counted, evidenceList, lineEvidence, shortTitle } from '../../dependencies/findings/lists';
import { groupBy } from '../../dependencies/text/groupBy';
import type { PlacedCommand } from '../commandList';
import { commandExtractor } from '../extractors';

/** The jobs of pipelines, and of each what it is for. */
export function reportContinuousIntegration(
  model: ScanModel,
  commands: readonly PlacedCommand[],
  report: Report,
): void {
  const all = commands.filter((command) => command.kind === 'job');
  const called = new Set(all.flatMap(({ calls }) => calls ?? []));
  const isForOthers = ({ isCalled, file }: PlacedCommand): boolean =>
    isCalled === true && !called.has(file.slice(file.lastIndexOf('/') + 1));
  // What only other repositories call is no pipeline of this one.
  const jobs = all.filter((job) => !isForOthers(job));
  const forOthers = [...groupBy(all.filter(isForOthers), (job) => job.file)].length;
  // Beside a pipeline that is not read, what only looks after issues would be told as all that runs.
  if (jobs.every((job) => job.isChore === true) && (jobs.length === 0 || hasUnread(model))) return;
  const files = [...groupBy(jobs, (job) => job.file)];
  const names = [...new Set(jobs.map((job) => job.name.split(' / ').at(-1) ?? job.name))];
  report.finding({
    layer: 'product',
    rule: 'commands/continuous-integration',
    key: 'ci',
    title: shortTitle(
      `${counted(jobs.length, `${runnerOf(model, jobs)} job`)} found in ${counted(files.length, 'file')}: ${names.slice(0, 6).join(', ')}${names.length > 6 ? ', …' : ''}`,
    ),
    content: [
      '| Job | Runs, among others | Declared in |',
      '|---|---|---|',
      ...jobs
        .slice(0, 20)
        .map((job) => `| ${markdownText(job.name, 80)} | ${runOf(job)} | ${markdownCode(`${job.file}:${job.line}`)} |`),
      ...(jobs.length > 20 ? [`\nand ${jobs.length - 20} more`] : []),
      ...besideThem(model),
      ...(forOthers > 0
        ? [`\nBeside them ${counted(forOthers, 'reusable workflow')} found that nothing here calls.`]
        : []),
    ].join('\n'),
    importance: 2,
    confidence: 1,
    tags: ['ci', 'commands'],
    evidence: evidenceList(jobs.map((job) => lineEvidence(job.file, job.line))),
  });
}

/** What it runs; without a command that says so the workflow that it calls, or the actions that do it. */
function runOf({ run, calls, uses = [] }: PlacedCommand): string {
  if (run !== '') return markdownCode(run, 120);
  if (calls !== undefined) return `calls ${markdownCode(calls)}`;
  return uses.map((name) => markdownCode(name, 80)).join(', ');
}

/** Pipelines that are not counted above, so that nobody takes these for all. */
function besideThem(model: ScanModel): string[] {
  const paths = unreadIn(model).map(({ path }) => path);
  if (paths.length === 0) return [];
  const shown = paths.slice(0, 3).map((path) => markdownCode(path));
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : '';
  return [`\nBeside them not read: ${shown.join(', ')}${more}.`];
}

const runners: readonly (readonly [path: RegExp, name: string])[] = [
  [/^\.github\/workflows\//, 'GitHub Actions'],
  [/^\.gitlab(?:-ci(?:\.|\/)|\/ci\/)/, 'GitLab CI'],
  [/^\.circleci\//, 'CircleCI'],
  [/(?:azure_?|[-_.])pipelines?[^/]*$/, 'Azure Pipelines'],
];

/** Pipelines whose jobs are not read, or not found out: beside one of them the others are not all that runs. */
const unread =
  /(?:^|\/)(?:azure-pipelines?[\w.-]{0,40}\.ya?ml|Jenkinsfile|\.travis\.yml|\.?appveyor\.yml|\.drone\.ya?ml|bitbucket-pipelines\.yml|\.gitlab-ci\.ya?ml|\.cirrus\.yml)$|^\.build\.yml$|^\.(?:buildkite|woodpecker|semaphore|builds|teamcity)\/[^/]{1,80}\.(?:ya?ml|kts)$|^\.woodpecker\.ya?ml$/;

const unreadIn = (model: ScanModel): readonly FileRecord[] =>
  model.files.filter(
    ({ path, role }) =>
      unread.test(path) && !foreignRoles.has(role) && model.factsIn(commandExtractor, path) === undefined,
  );

const hasUnread = (model: ScanModel): boolean => unreadIn(model).length > 0;

/** By name where there is another one beside it. */
function runnerOf(model: ScanModel, jobs: readonly PlacedCommand[]): string {
  const names = [...new Set(jobs.flatMap((job) => runners.find(([path]) => path.test(job.file))?.[1] ?? []))];
  return names.length === 1 && hasUnread(model) ? (names[0] ?? 'CI') : 'CI';
}
