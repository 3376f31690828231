import type { Dependency } from '../../../shared/inventory';
import type { Changes, ScanDiff, ScanSide } from '../../../shared/scanDiff';
import { markdownCode, markdownText } from '../markdownText';

/** So many rows of a kind are shown; the rest is counted. */
const shown = 20;

/** The comparison as one would put it under a pull request. */
export function diffMarkdown(diff: Omit<ScanDiff, 'markdown'>): string {
  const direct = onlyDirect(diff.dependencies);
  const sections = [
    changeSection('Routes', diff.routes, ({ method, path }) => `${method} ${path}`),
    section(
      'Guards of routes',
      diff.permissions.map(
        ({ after, what }) => `changed ${markdownCode(`${after.method} ${after.path}`)}: ${words(what)}`,
      ),
    ),
    changeSection('Other ways in', diff.entryPoints, ({ kind, name }) => `${name} (${kind})`),
    changeSection('Data models', diff.models, ({ name, kind }) => `${name} (${kind})`),
    changeSection('Dependencies', direct, ({ name, version }) => `${name} ${version}`.trim(), {
      note: transitiveNote(diff.dependencies, direct),
    }),
    changeSection('Environment variables', diff.environment, ({ name }) => name),
    changeSection('Commands', diff.commands, ({ name, file }) => `${name} (${file})`),
    changeSection('Edges between modules', diff.edges, ({ from, to }) => `${from} → ${to}`),
    findingSection(diff.findings),
  ].filter((text) => text !== '');
  const body = sections.length === 0 ? 'Nothing that Genesis looks at has changed.' : sections.join('\n\n');
  return `## What changed from ${side(diff.base)} to ${side(diff.head)}\n\n${body}\n`;
}

function side({ branch, commit }: ScanSide): string {
  const at = commit === null ? '' : commit.slice(0, 7);
  const name = branch === null || branch === commit ? '' : markdownCode(branch);
  return [name, at === '' ? '' : markdownCode(at)].filter((part) => part !== '').join(' at ') || 'the folder as it was';
}

function changeSection<T>(
  title: string,
  changes: Changes<T>,
  name: (row: T) => string,
  options: { readonly note?: string } = {},
): string {
  const rows = [
    ...changes.added.map((row) => `added ${markdownCode(name(row))}`),
    ...changes.removed.map((row) => `removed ${markdownCode(name(row))}`),
    ...changes.changed.map(({ after, what }) => `changed ${markdownCode(name(after))}: ${words(what)}`),
  ];
  return section(title, rows, options.note);
}

function section(title: string, rows: readonly string[], note = ''): string {
  if (rows.length === 0 && note === '') return '';
  const more = rows.length > shown ? [`- and ${rows.length - shown} more`] : [];
  const notes = note === '' ? [] : [`- ${note}`];
  return [`### ${title}`, '', ...rows.slice(0, shown).map((row) => `- ${row}`), ...more, ...notes].join('\n');
}

function words(what: readonly string[]): string {
  const more = what.length > 5 ? `, and ${what.length - 5} more` : '';
  return `${what
    .slice(0, 5)
    .map((text) => markdownText(text, 120))
    .join(', ')}${more}`;
}

function onlyDirect({ added, removed, changed }: Changes<Dependency>): Changes<Dependency> {
  return {
    added: added.filter((row) => row.direct),
    removed: removed.filter((row) => row.direct),
    changed: changed.filter((row) => row.after.direct),
  };
}

function transitiveNote(all: Changes<Dependency>, direct: Changes<Dependency>): string {
  const count = (changes: Changes<Dependency>): number =>
    changes.added.length + changes.removed.length + changes.changed.length;
  const rest = count(all) - count(direct);
  return rest === 0 ? '' : `${rest} of the packages that those bring along`;
}

function findingSection({ opened, closed, changed }: ScanDiff['findings']): string {
  const rows = [
    ...opened.map(({ title, path, line }) => `opened: ${markdownText(title)} ${markdownCode(`${path}:${line}`)}`),
    ...closed.map(({ title, closedBy }) => {
      const by = closedBy
        ? `, by ${markdownCode(closedBy.sha.slice(0, 7))} ${markdownText(closedBy.subject, 100)}`
        : '';
      return `closed: ${markdownText(title)}${by}`;
    }),
    ...changed.map(({ before, after }) => `now: ${markdownText(after.title)} (was: ${markdownText(before.title)})`),
  ];
  return section('Findings', rows);
}
