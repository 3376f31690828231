import type { Evidence } from '../../../../../shared/genesis';
import { markdownCode, markdownText } from '../../../markdownText';
import type { Report } from '../../../scanModel';
import { evidenceList, shortTitle } from '../../dependencies/findings/lists';
import { folderOf } from '../../dependencies/inventory/folderPattern';
import { groupBy } from '../../dependencies/text/groupBy';
import type { StackEntry } from '../stack';

const headings = [
  ['framework', 'Frameworks and UI'],
  ['language', 'Languages'],
  ['backend', 'Backend'],
  ['database', 'Data'],
  ['styling', 'Styling'],
  ['testing', 'Testing'],
  ['tooling', 'Tooling'],
] as const;

/** What the project is built with, in one sentence and one table. */
export function reportMainStack(entries: readonly StackEntry[], report: Report): void {
  const leading = entries.filter((entry) => entry.category === 'framework' && entry.rank <= 3);
  const own = leading.filter((entry) => entry.hits.some((hit) => hit.kind === 'own')).slice(0, 1);
  const main = own.length > 0 ? own : leading.slice(0, 2);
  const languages = entries.filter((entry) => entry.category === 'language').slice(0, 2);
  const [language] = languages;
  const plain = infrastructure(entries, language) ?? languages.slice(0, 1);
  const head = main.length > 0 ? main : plain;
  if (head.length === 0) return;
  const isCode = main.length > 0 || plain[0]?.category === 'language';
  // What the parts of a framework can talk to is a choice of those who use it.
  const data = isCode && own.length === 0 ? storage(entries) : [];
  const runner = entries.find((entry) => entry.category === 'testing' && entry.rank === 1);
  const tests = [runner ?? entries.find((entry) => entry.category === 'testing' && entry.rank === 2)].flatMap(
    (one) => one ?? [],
  );
  const parts = [
    main.length > 0 && language !== undefined ? ` on ${languages.map(withVersion).join(' and ')}` : '',
    dataWords(data),
    tests.length > 0 ? `, tested with ${tests[0]?.name ?? ''}` : '',
  ];
  const shown = [...head, ...languages, ...data, ...tests];
  report.finding({
    layer: 'architecture',
    rule: 'techStack/main-stack',
    key: 'main-stack',
    title: mainTitle(own.length > 0 ? 'The source of' : 'Built with', head, parts),
    content: table(entries),
    importance: 4,
    confidence: 0.95,
    tags: ['tech-stack', ...shown.map((entry) => entry.name)].slice(0, 8),
    evidence: evidenceList(shown.flatMap(placesOf)),
  });
}

/** Where it is asked for, and the lock file that says the version. */
function placesOf({ evidence }: StackEntry): readonly Evidence[] {
  const [first, second] = evidence;
  const isLock = second !== undefined && /lock|\.sum$/.test(second.path.slice(second.path.lastIndexOf('/') + 1));
  return first === undefined ? [] : isLock ? [first, second] : [first];
}

/** What describes machines and clusters is built with its tool, not with the language of its scripts. */
function infrastructure(
  entries: readonly StackEntry[],
  language: StackEntry | undefined,
): readonly StackEntry[] | undefined {
  const tool = (name: string): StackEntry[] => entries.filter((entry) => entry.name === name);
  if (language?.name === 'HCL') return tool('Terraform').length > 0 ? tool('Terraform') : undefined;
  const isGlue = language === undefined || ['Shell', 'PowerShell', 'Go Template', 'Mustache'].includes(language.name);
  const charts = tool('Helm').length > 0 ? tool('Helm') : language === undefined ? tool('Ansible') : [];
  return isGlue && charts.length > 0 ? charts : undefined;
}

/** Between so many engines people choose where their data lie. */
const mostChoices = 3;

/** Caches and search engines stand beside what keeps the data. */
const beside = new Set(
  'Redis Memcached Elasticsearch OpenSearch Meilisearch Typesense Algolia Solr pgvector'.split(' '),
);

/**
 * The engine and what the code reaches it through. Where drivers of several engines are used, which of them holds the
 * data is a choice of whoever installs it: then they are told as equals.
 */
function storage(entries: readonly StackEntry[]): readonly StackEntry[] {
  const engines = entries.filter((entry) => entry.category === 'database' && entry.isEngine);
  const driven = engines
    .filter((entry) => !beside.has(entry.name))
    .filter((entry) => entry.hits.some(isDriven))
    .sort((a, b) => a.order - b.order);
  // With more of them the data are those of others: what is probed, copied or looked at.
  if (driven.length > mostChoices) return [first(entries, isMapper)].flatMap((entry) => entry ?? []);
  if (driven.length > 1) return driven;
  const kept = engines.filter((entry) => !beside.has(entry.name));
  // Where settings name one, what a compose file runs beside it is a choice, or for trying it out.
  const named = kept.filter((entry) => entry.hits.some(isNamed));
  const told = [named, kept, engines].find((some) => some.length > 0) ?? [];
  return [first(told, () => true), first(entries, isMapper)].flatMap((entry) => entry ?? []);
}

/** Drivers of the JVM and of .NET are found by name while the program runs: no code imports them. */
function isDriven(hit: StackEntry['hits'][number]): boolean {
  return hit.kind === 'package' && hit.weight >= 2 && ((hit.imports ?? 0) > 0 || /^(?:maven|nuget):/.test(hit.part));
}

/** By the settings of the program, or by a driver that it asks for. */
function isNamed({ kind, weight, evidence }: StackEntry['hits'][number]): boolean {
  if (kind === 'package') return weight >= 2;
  return kind === 'setting' && weight >= 2 && !/(?:^|\/)(?:docker-)?compose[^/]*$/.test(evidence.path);
}

function dataWords(data: readonly StackEntry[]): string {
  const names = data.map((entry) => entry.name);
  const engines = data.filter((entry) => entry.isEngine);
  if (engines.length > 1) return `, data in ${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
  if (names.length === 0) return '';
  return engines.length === 0 ? `, data through ${names.join(' and ')}` : `, data in ${names.join(' through ')}`;
}

function isMapper(entry: StackEntry): boolean {
  return entry.category === 'database' && !entry.isEngine;
}

/** As much of the sentence as a title holds; a part is left out as a whole, the least telling first. */
function mainTitle(verb: string, head: readonly StackEntry[], parts: readonly string[]): string {
  for (const versions of [true, false])
    for (let kept = parts.length; kept >= parts.length - 1; kept--) {
      const names = head.map((entry) => (versions ? withVersion(entry) : entry.name));
      const title = `${verb} ${names.join(' and ')}${parts.slice(0, kept).join('')}`;
      if (title.length <= 120) return title;
    }
  return shortTitle(`${verb} ${head.map((entry) => entry.name).join(' and ')}${parts[0] ?? ''}`);
}

/** The best known one: several of a kind are all in the list below. */
function first(entries: readonly StackEntry[], wanted: (entry: StackEntry) => boolean): StackEntry | undefined {
  return entries.filter(wanted).sort((a, b) => a.order - b.order)[0];
}

function withVersion(entry: StackEntry): string {
  // A commit in the place of a version, as Go writes it, says nothing to a reader.
  return entry.version === '' || /-\d{14}-/.test(entry.version) ? entry.name : `${entry.name} ${entry.version}`;
}

function table(entries: readonly StackEntry[]): string {
  return headings
    .flatMap(([category, heading]) => {
      const own = entries.filter((entry) => entry.category === category).slice(0, 12);
      return own.length === 0
        ? []
        : [`- **${heading}**: ${own.map((entry) => markdownText(withVersion(entry), 60)).join(', ')}`];
    })
    .join('\n');
}

/** In a repository of several packages: which of them is built with what. */
export function reportPackageStacks(entries: readonly StackEntry[], report: Report): void {
  const uses = entries
    .filter((entry) => entry.category === 'framework' && entry.rank <= 3)
    .flatMap((entry) =>
      entry.hits
        .filter((hit) => hit.kind === 'tool' || hit.dependency !== undefined)
        // Bundled code is often asked for in development only; a build's settings only name their plugins.
        .filter((hit) => hit.weight > 1 || (hit.weight > 0 && (hit.imports ?? 0) > 0))
        .filter((hit) => !/(?:^|\/)settings\.gradle(?:\.kts)?$/.test(hit.evidence.path))
        .map((hit) => ({ entry, evidence: hit.evidence, folder: folderOf(hit.evidence.path), version: hit.version })),
    );
  const folders = [...groupBy(withoutTopPlugins(uses), (use) => use.folder)].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const different = new Set(folders.map(([, own]) => [...new Set(own.map((use) => use.entry.name))].sort().join(' ')));
  if (folders.length < 2 || different.size < 2) return;
  const evidence: Evidence[] = folders.flatMap(([, own]) => own.map((use) => use.evidence));
  report.finding({
    layer: 'architecture',
    rule: 'techStack/stack-by-package',
    key: 'packages',
    title: shortTitle(
      `${folders.length} packages side by side: ${shares(folders.map(([, own]) => own.map((use) => use.entry)))}`,
    ),
    content: [
      '| Package | Built with |',
      '|---|---|',
      ...folders.slice(0, 25).map(([folder, own]) => {
        const names = [...new Map(own.map((use) => [use.entry.name, use.entry])).values()]
          .slice(0, 4)
          .map((entry) => entry.name);
        return `| ${markdownCode(folder === '' ? '.' : folder)} | ${names.join(', ')} |`;
      }),
    ].join('\n'),
    importance: 3,
    confidence: 0.9,
    tags: ['monorepo', 'tech-stack'],
    evidence: evidenceList(evidence),
  });
}

/** The top of a Gradle build names the plugins of its parts without applying them. */
function withoutTopPlugins<T extends { readonly evidence: Evidence; readonly entry: StackEntry }>(
  uses: readonly T[],
): T[] {
  const isTop = ({ evidence }: T): boolean => /^build\.gradle(?:\.kts)?$/.test(evidence.path);
  const below = new Set(uses.filter((use) => !isTop(use)).map((use) => use.entry.name));
  return uses.filter((use) => !isTop(use) || !below.has(use.entry.name));
}

/** `5 with ASP.NET Core, 2 with .NET MAUI`: each package counts for every framework that it asks for. */
function shares(folders: readonly (readonly StackEntry[])[]): string {
  const uses = folders.flatMap((own) => [...new Set(own.map((entry) => entry.name))]);
  return [...groupBy(uses, (name) => name)]
    .sort((a, b) => b[1].length - a[1].length)
    .slice(0, 4)
    .map(([name, all]) => `${all.length} with ${name}`)
    .join(', ');
}
