import type { EntryPoint } from '../../../../shared/inventory';
import { markdownCode } from '../../markdownText';
import type { FindingDraft } from '../../scanModel';
import { evidenceList, lineEvidence } from '../dependencies/findings/lists';
import { groupBy } from '../dependencies/text/groupBy';
import { isTemplatePath } from '../techStack/templates';

interface Words {
  readonly one: string;
  readonly many: string;
  readonly importance: 2 | 3 | 4;
  /** Fewer say nothing that their file does not. */
  readonly least: number;
}

const words: Readonly<Record<EntryPoint['kind'], Words>> = {
  graphql: { one: 'GraphQL field is', many: 'GraphQL fields are', importance: 4, least: 1 },
  grpc: { one: 'gRPC call is', many: 'gRPC calls are', importance: 4, least: 1 },
  websocket: { one: 'socket channel or event is', many: 'socket channels and events are', importance: 3, least: 1 },
  cli: { one: 'command is', many: 'commands are', importance: 3, least: 2 },
  job: { one: 'job is', many: 'jobs are', importance: 3, least: 1 },
  consumer: { one: 'message consumer is', many: 'message consumers are', importance: 3, least: 1 },
  function: { one: 'cloud function is', many: 'cloud functions are', importance: 4, least: 1 },
  page: { one: 'page is', many: 'pages are', importance: 3, least: 2 },
  library: { one: 'public module is', many: 'public modules are', importance: 2, least: 99 },
};

/** One finding for each kind of way in: how many, by what, where. */
export function wayFindings(all: readonly EntryPoint[]): FindingDraft[] {
  // What a clock starts in the pipeline is told with the pipeline.
  const entries = all.filter(
    ({ kind, framework, file }) => (kind !== 'job' || framework !== 'GitHub Actions') && !isTemplatePath(file),
  );
  return [...groupBy(entries, (entry) => entry.kind)].flatMap(([kind, own]) => {
    const { one, many, importance, least } = words[kind];
    if (own.length < least) return [];
    const frameworks = [...groupBy(own, (entry) => entry.framework)].sort((a, b) => b[1].length - a[1].length);
    const files = [...groupBy(own, (entry) => entry.file)].sort((a, b) => b[1].length - a[1].length);
    const by = frameworks
      .slice(0, 3)
      .map(([name, some]) => (frameworks.length === 1 ? name : `${name} ${some.length}`))
      .join(', ');
    const names = own.slice(0, 3).map((entry) => entry.name);
    const more = own.length > names.length ? ', …' : '';
    const rows = own.slice(0, 40).map(({ name, file, line, handler, schedule }) => {
      const when = schedule === undefined ? '' : `, ${markdownCode(schedule, 60)}`;
      const to = handler === undefined ? '' : ` → ${markdownCode(handler, 80)}`;
      return `- ${markdownCode(name, 100)}${to}${when}: ${markdownCode(`${file}:${line}`, 200)}`;
    });
    return [
      {
        layer: 'entryPoints',
        rule: `entry-points/${kind}`,
        key: kind,
        title: `${own.length} ${own.length === 1 ? one : many} declared (${by}): ${names.join(', ')}${more}`.slice(
          0,
          120,
        ),
        content: `${rows.join('\n')}${own.length > 40 ? `\n\n… and ${own.length - 40} more; the inventory lists all.` : ''}`,
        importance,
        confidence: 0.9,
        tags: [kind, ...frameworks.slice(0, 3).map(([name]) => name.toLowerCase())],
        // One of each file, then the others as far as there is room.
        evidence: evidenceList(
          [...files.flatMap(([, some]) => some.slice(0, 1)), ...own].map(({ file, line }) => lineEvidence(file, line)),
        ),
      },
    ];
  });
}
