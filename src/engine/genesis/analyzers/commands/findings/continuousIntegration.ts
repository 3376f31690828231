import { markdownCode, markdownText } from '../../../markdownText';
import type { Report } from '../../../scanModel';
import { counted, evidenceList, lineEvidence, shortTitle } from '../../dependencies/findings/lists';
import { groupBy } from '../../dependencies/text/groupBy';
import type { PlacedCommand } from '../commandList';

/** What runs by itself when somebody pushes. */
export function reportContinuousIntegration(commands: readonly PlacedCommand[], report: Report): void {
  const jobs = commands.filter((command) => command.kind === 'job');
  if (jobs.length === 0) return;
  const files = [...groupBy(jobs, (job) => job.file)];
  const names = [...new Set(jobs.map((job) => job.name.split(' / ').at(-1) ?? job.name))];
  report.finding({
    layer: 'product',
    rule: 'commands/continuous-integration',
    key: 'ci',
    title: shortTitle(
      `CI runs ${counted(jobs.length, 'job')} from ${counted(files.length, 'file')}: ${names.slice(0, 6).join(', ')}`,
    ),
    content: [
      '| Job | Runs | Declared in |',
      '|---|---|---|',
      ...jobs
        .slice(0, 20)
        .map(
          (job) =>
            `| ${markdownText(job.name, 80)} | ${job.run === '' ? '' : markdownCode(job.run, 120)} | ${markdownCode(`${job.file}:${job.line}`)} |`,
        ),
    ].join('\n'),
    importance: 2,
    confidence: 1,
    tags: ['ci', 'commands'],
    evidence: evidenceList(jobs.map((job) => lineEvidence(job.file, job.line))),
  });
}
