import type { Evidence } from '../../../../../shared/genesis';
import { markdownText } from '../../../markdownText';
import type { Report } from '../../../scanModel';
import { evidenceList, shortTitle } from '../../dependencies/findings/lists';
import { lockEvidence, type StackEntry } from '../stack';
import { storageOf } from './storage';

/** What else one must know of a project to say what it is built with. */
export interface ProjectShape {
  /** Tables that it makes itself. */
  readonly hasSchema: boolean;
  /** Languages whose builds are declared in files that are not read. */
  readonly unread: ReadonlySet<string>;
}

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
export function reportMainStack(entries: readonly StackEntry[], shape: ProjectShape, report: Report): void {
  const leading = entries.filter((entry) => entry.category === 'framework' && entry.rank <= 3);
  const own = leading.filter(isOwn).slice(0, 1);
  const languages = entries.filter((entry) => entry.category === 'language').slice(0, 2);
  const [language] = languages;
  // What a language is built with whose manifests nobody reads here may be more than all that is known.
  const isHalfRead = languages.some((one) => shape.unread.has(one.name) && one.score >= 0.2);
  const main = isHalfRead ? [] : own.length > 0 ? own : leading.slice(0, 2);
  const plain = infrastructure(entries, language) ?? languages.slice(0, isHalfRead ? 2 : 1);
  const head = main.length > 0 ? main : plain;
  if (head.length === 0) return;
  const isCode = main.length > 0 || plain[0]?.category === 'language';
  // What the parts of a framework can talk to is a choice of those who use it.
  const data = isCode && own.length === 0 && !isHalfRead ? storageOf(entries, shape.hasSchema) : undefined;
  const base = own.length > 0 ? leading.filter((entry) => !isOwn(entry) && entry.rank === 1).slice(0, 1) : [];
  const tests = isHalfRead ? [] : runnersOf(entries, language);
  const parts = [
    main.length > 0 && language !== undefined ? ` on ${languages.map(titled).join(' and ')}` : '',
    data?.words ?? '',
    tests.length > 0 ? `, tested with ${tests[0]?.name ?? ''}` : '',
  ];
  const shown = [...head, ...base, ...languages, ...(data?.entries ?? []), ...tests];
  const verb = own.length > 0 ? 'The source of' : 'Built with';
  const built = base.map((entry) => `, built with ${entry.name}`).join('');
  report.finding({
    layer: 'architecture',
    rule: 'techStack/main-stack',
    key: 'main-stack',
    title: mainTitle(verb, head, [`${built}${parts[0] ?? ''}`, ...parts.slice(1)]),
    content: table(entries),
    importance: 4,
    confidence: 0.95,
    tags: ['tech-stack', ...shown.map((entry) => entry.name)].slice(0, 8),
    evidence: evidenceList(shown.flatMap(placesOf)),
  });
}

const isOwn = (entry: StackEntry): boolean => entry.hits.some((hit) => hit.kind === 'own');

/** Where packages of a language come from; tests of the main language are those that are told. */
const ecosystems: Readonly<Record<string, string>> = {
  JavaScript: 'npm',
  TypeScript: 'npm',
  Vue: 'npm',
  Svelte: 'npm',
  Python: 'pypi',
  Ruby: 'gem',
  PHP: 'composer',
  Java: 'maven',
  Kotlin: 'maven',
  Groovy: 'maven',
  Scala: 'maven',
  'C#': 'nuget',
  'F#': 'nuget',
  'Visual Basic .NET': 'nuget',
  Go: 'golang',
  Rust: 'cargo',
  Elixir: 'hex',
  Dart: 'pub',
  Swift: 'swift',
};

/** What the tests of the main language run with: what a small part of another one is tested with is told in the list. */
function runnersOf(entries: readonly StackEntry[], language: StackEntry | undefined): readonly StackEntry[] {
  const ecosystem = ecosystems[language?.name ?? ''];
  const own = entries.filter(
    (entry) =>
      entry.category === 'testing' &&
      entry.rank === 1 &&
      entry.hits.some(({ weight, part }) => weight > 0 && part.replace(/^import:/, '').startsWith(ecosystem ?? '-')),
  );
  return [...own].sort((a, b) => b.score - a.score).slice(0, 1);
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

/** As much of the sentence as a title holds; a part is left out as a whole, the least telling first. */
function mainTitle(verb: string, head: readonly StackEntry[], parts: readonly string[]): string {
  for (const versions of [true, false])
    for (let kept = parts.length; kept >= parts.length - 1; kept--) {
      const names = head.map((entry) => (versions ? titled(entry) : entry.name));
      const title = `${verb} ${names.join(' and ')}${parts.slice(0, kept).join('')}`;
      if (title.length <= 120) return title;
    }
  return shortTitle(`${verb} ${head.map((entry) => entry.name).join(' and ')}${parts[0] ?? ''}`);
}

/** With its version where a line that is cited shows it: what a property, a catalog or a parent sets stands elsewhere. */
function titled(entry: StackEntry): string {
  const [first] = entry.evidence;
  const hit = entry.hits.find(({ evidence, version }) => evidence === first && version !== '');
  if (hit?.kind === 'own') return entry.name;
  const { dependency } = hit ?? {};
  const isShown =
    dependency === undefined ||
    dependency.requirement.declared.includes(dependency.version.replace(/^[\^~>=<v\s]{1,4}/, '')) ||
    lockEvidence(dependency).length > 0;
  return isShown ? withVersion(entry) : entry.name;
}

function withVersion(entry: StackEntry): string {
  // A commit in the place of a version, as Go writes it, says nothing to a reader.
  return entry.version === '' || /-\d{14}-|[$}]/.test(entry.version) ? entry.name : `${entry.name} ${entry.version}`;
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
