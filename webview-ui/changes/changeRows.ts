import type { Evidence } from '../../src/shared/genesis';
import type { Changes, FindingChange, ScanDiff } from '../../src/shared/scanDiff';

export type ChangeMark = 'added' | 'removed' | 'changed';

/** One difference: what it is about, what is different, and where that can be seen now. */
export interface ChangeRow {
  readonly mark: ChangeMark;
  readonly name: string;
  readonly detail: string;
  readonly place: Evidence | null;
}

export interface ChangeGroup {
  readonly title: string;
  readonly rows: readonly ChangeRow[];
}

/** The groups of a comparison that are not empty, what a reviewer asks for first at the top. */
export function changeGroups(diff: ScanDiff): ChangeGroup[] {
  const groups: ChangeGroup[] = [
    { title: 'Findings', rows: findingRows(diff.findings) },
    {
      title: 'Routes',
      rows: rowsOf(diff.routes, ({ method, path, file, line }) => [`${method} ${path}`, place(file, line)]),
    },
    {
      title: 'Guards of routes',
      rows: diff.permissions.map(({ after, what }) => ({
        mark: 'changed',
        name: `${after.method} ${after.path}`,
        detail: what.join(', '),
        place: place(after.file, after.line),
      })),
    },
    {
      title: 'Other ways in',
      rows: rowsOf(diff.entryPoints, ({ kind, name, file, line }) => [`${name} (${kind})`, place(file, line)]),
    },
    { title: 'Data models', rows: rowsOf(diff.models, ({ name, file, line }) => [name, place(file, line)]) },
    {
      title: 'Dependencies',
      rows: rowsOf(diff.dependencies, ({ name, version, manifest, line, direct }) => [
        `${name} ${version}${direct ? '' : ' (indirect)'}`,
        place(manifest, line),
      ]),
    },
    {
      title: 'Environment variables',
      rows: rowsOf(diff.environment, ({ name, files, lines }) => [name, place(files[0], lines?.[0])]),
    },
    { title: 'Commands', rows: rowsOf(diff.commands, ({ name, file, line }) => [name, place(file, line)]) },
    { title: 'Edges between modules', rows: rowsOf(diff.edges, ({ from, to }) => [`${from} → ${to}`, null]) },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

function place(path: string | undefined, line = 1): Evidence | null {
  return path === undefined || path === '' ? null : { path, startLine: line, endLine: line };
}

function rowsOf<T>(
  changes: Changes<T>,
  describe: (row: T) => readonly [name: string, place: Evidence | null],
): ChangeRow[] {
  const row = (mark: ChangeMark, of: T, detail: string): ChangeRow => {
    const [name, at] = describe(of);
    // What is gone has no place any more.
    return { mark, name, detail, place: mark === 'removed' ? null : at };
  };
  return [
    ...changes.added.map((of) => row('added', of, '')),
    ...changes.removed.map((of) => row('removed', of, '')),
    ...changes.changed.map(({ after, what }) => row('changed', after, what.join(', '))),
  ];
}

function findingRows({ opened, closed, changed }: ScanDiff['findings']): ChangeRow[] {
  const at = ({ path, line }: FindingChange): Evidence | null => place(path, line);
  return [
    ...opened.map((finding): ChangeRow => ({ mark: 'added', name: finding.title, detail: '', place: at(finding) })),
    ...closed.map(({ title, closedBy }): ChangeRow => {
      const detail = closedBy ? `closed by ${closedBy.sha.slice(0, 7)} ${closedBy.subject}` : '';
      return { mark: 'removed', name: title, detail, place: null };
    }),
    ...changed.map(
      ({ before, after }): ChangeRow => ({
        mark: 'changed',
        name: after.title,
        detail: `was: ${before.title}`,
        place: at(after),
      }),
    ),
  ];
}
