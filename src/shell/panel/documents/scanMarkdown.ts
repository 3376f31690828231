import {
  type Finding,
  type FindingLayer,
  findingLayers,
  type ScanResults,
  techCategories,
} from '../../../shared/genesis';
import type { Inventory } from '../../../shared/inventory';

const layerTitles: Record<FindingLayer, string> = {
  product: 'Product',
  architecture: 'Architecture',
  dependencies: 'Dependencies',
  conventions: 'Conventions',
  dataModel: 'Data model',
  entryPoints: 'Entry points',
  security: 'Security',
};

function cell(text: string | number): string {
  return String(text).replace(/[|\\]/g, '\\$&').replace(/\s+/g, ' ');
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))];
  return lines.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function findingSection(finding: Finding): string {
  const places = finding.evidence.map(({ path, startLine, endLine }) =>
    startLine === endLine ? `- ${path}:${startLine}` : `- ${path}:${startLine}-${endLine}`,
  );
  return [
    `### ${finding.title}`,
    `Importance ${finding.importance} of 5 · \`${finding.rule}\` · ${Math.round(finding.confidence * 100)} % sure`,
    finding.content.trim(),
    places.join('\n'),
  ].join('\n\n');
}

function inventorySections({ routes, models, dependencies, commands, environment }: Inventory): string[] {
  const place = (row: { file: string; line?: number }): string => (row.line ? `${row.file}:${row.line}` : row.file);
  const sections: [string, readonly string[], (string | number)[][]][] = [
    ['Routes', ['Method', 'Path', 'Where'], routes.map((row) => [row.method, row.path, place(row)])],
    [
      'Models',
      ['Model', 'Kind', 'Fields', 'Where'],
      models.map((row) => [row.name, row.kind, row.fields.length, place(row)]),
    ],
    [
      'Dependencies',
      ['Package', 'Version', 'Scope', 'Manifest'],
      dependencies.filter((row) => row.direct).map((row) => [row.name, row.version, row.scope, row.manifest]),
    ],
    ['Commands', ['Command', 'Runs', 'Where'], commands.map((row) => [row.name, row.run, place(row)])],
    ['Environment', ['Variable', 'Read in'], environment.map((row) => [row.name, row.files.join(', ')])],
  ];
  return sections
    .filter(([, , rows]) => rows.length > 0)
    .flatMap(([title, head, rows]) => [`## ${title}`, table(head, rows)]);
}

/** The whole scan as one Markdown document for people: the stack, the findings by layer, the inventory. */
export function scanMarkdown(projectName: string, results: ScanResults, inventory: Inventory): string {
  const { scan, summary, findings, techStack } = results;
  const commit = scan.commit ? ` at ${scan.commit.slice(0, 10)}` : '';
  const stack = [...techStack].sort((a, b) => techCategories.indexOf(a.category) - techCategories.indexOf(b.category));
  const layers = findingLayers.flatMap((layer) => {
    const own = findings.filter((finding) => finding.layer === layer).sort((a, b) => b.importance - a.importance);
    return own.length > 0 ? [`## ${layerTitles[layer]}`, ...own.map(findingSection)] : [];
  });
  return [
    `# ${projectName}`,
    `Scanned ${scan.startedAt}${scan.branch ? `, branch ${scan.branch}` : ''}${commit}: ${summary.filesAnalyzed} files, ${summary.totalFindings} findings.`,
    ...(stack.length > 0
      ? [
          '## Tech stack',
          table(
            ['Name', 'Version', 'Category'],
            stack.map((tech) => [tech.name, tech.version, tech.category]),
          ),
        ]
      : []),
    ...layers,
    ...inventorySections(inventory),
    '',
  ].join('\n\n');
}
