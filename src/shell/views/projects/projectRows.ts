import type { ScanStatus } from '../../../shared/genesis';
import type { Project } from '../../../shared/project';
import { plainLine } from '../../words/plainLine';
import { isScanCancelled, isScanOver, percent, scanSummary } from '../../words/scanWords';
import { relativeTime } from '../../words/times';
import type { RowIcon, RowNode } from '../row';

/** What a row of the Projects view stands for. */
export type ProjectValue =
  | { readonly kind: 'project'; readonly project: Project; readonly status: ScanStatus | null | undefined }
  | { readonly kind: 'others' };

export interface ProjectRowsInput {
  /** Projects of this window's folders, in the order of the folders. */
  readonly open: readonly Project[];
  readonly all: readonly Project[];
  readonly currentId: string | undefined;
  readonly now: number;
  /** `undefined` while it is not known. */
  statusOf(projectId: string): ScanStatus | null | undefined;
}

/** The window's projects, then the others of this machine behind one closed row. */
export function projectRows(input: ProjectRowsInput): RowNode<ProjectValue>[] {
  const openIds = new Set(input.open.map((project) => project.id));
  const others = input.all
    .filter((project) => !openIds.has(project.id))
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));
  const rows = input.open.map((project) => projectRow(project, input));
  if (others.length === 0) return rows;
  // In a window without a folder there is nothing else to show, and a picked project must not hide.
  const isHidden = rows.length > 0 && !others.some((project) => project.id === input.currentId);
  const group: RowNode<ProjectValue> = {
    row: {
      id: 'others',
      label: 'Other projects on this machine',
      description: String(others.length),
      kind: 'others',
      expand: isHidden ? 'collapsed' : 'expanded',
    },
    value: { kind: 'others' },
    children: () => others.map((project) => projectRow(project, input)),
  };
  return [...rows, group];
}

function projectRow(project: Project, input: ProjectRowsInput): RowNode<ProjectValue> {
  const isCurrent = project.id === input.currentId;
  const status = input.statusOf(project.id);
  const state = projectState(project, status, input.now);
  const isOpen = input.open.includes(project);
  const name = plainLine(project.name);
  return {
    row: {
      id: project.id,
      label: name,
      description: state,
      icon: projectIcon(project, status, isCurrent),
      kind: `project.${isOpen ? 'open' : 'stored'}${status && !isScanOver(status) ? '.scanning' : ''}`,
      expand: 'none',
      spoken: `${name}, ${isCurrent ? 'current project, ' : ''}${state}`,
      command: { id: 'contox.selectProject', title: 'Select Project' },
    },
    value: { kind: 'project', project, status },
  };
}

/** `scanned 5 min ago · 412 files, 37 findings, 1.8 s`, and what else can be said of a project's last scan. */
export function projectState(project: Project, status: ScanStatus | null | undefined, now: number): string {
  if (project.status === 'archived') return 'archived';
  if (status === undefined) return '';
  if (status === null) return 'not scanned yet';
  if (!isScanOver(status)) return `scanning ${percent(status)}`;
  const when = relativeTime(status.completedAt ?? status.startedAt, now);
  if (isScanCancelled(status)) return `scan cancelled ${when}`;
  if (status.phase === 'failed') return `scan failed ${when}`;
  return `scanned ${when} · ${scanSummary(status)}`;
}

function projectIcon(project: Project, status: ScanStatus | null | undefined, isCurrent: boolean): RowIcon {
  if (status && !isScanOver(status)) return { id: 'sync~spin' };
  if (project.status === 'archived') return { id: 'archive' };
  if (status?.phase === 'failed' && !isScanCancelled(status)) return { id: 'warning', color: 'list.warningForeground' };
  return isCurrent ? { id: 'folder-active', color: 'charts.blue' } : { id: 'folder' };
}
