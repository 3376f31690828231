import type { Evidence, Finding, FindingLayer } from '../../../shared/genesis';
import { counted, formatNumber } from '../../words/counted';
import { importanceName, layerNames } from '../../words/findingWords';
import { plainLine } from '../../words/plainLine';
import type { RowIcon, RowNode } from '../row';
import { type FindingGroup, type FindingGrouping, groupFindings } from './findingGroups';

/** What a row of the Findings view stands for. */
export type FindingValue =
  | { readonly kind: 'group'; readonly group: FindingGroup }
  | {
      readonly kind: 'finding';
      readonly projectId: string;
      readonly finding: Finding;
      readonly at?: Evidence | undefined;
    }
  | { readonly kind: 'evidence'; readonly projectId: string; readonly finding: Finding; readonly evidence: Evidence };

export interface FindingRowsInput {
  readonly projectId: string;
  readonly findings: readonly Finding[];
  readonly groupBy: FindingGrouping;
  /** Absolute path of a file of the project, for the icon theme. */
  fileOf(path: string): string | undefined;
}

/** With more findings than this all but the first group start closed, and a larger group does too: the view opens at once. */
const openUpTo = 200;
const openGroupUpTo = 1000;

const layerIcons: Readonly<Record<FindingLayer, string>> = {
  product: 'home',
  architecture: 'type-hierarchy',
  dependencies: 'package',
  conventions: 'law',
  dataModel: 'database',
  entryPoints: 'plug',
  security: 'shield',
};

/** Importance by shape as well as by colour. Only security findings look like problems: the others are facts. */
const securityIcons: readonly RowIcon[] = [
  { id: 'circle-small' },
  { id: 'circle-outline' },
  { id: 'info', color: 'problemsInfoIcon.foreground' },
  { id: 'warning', color: 'problemsWarningIcon.foreground' },
  { id: 'error', color: 'problemsErrorIcon.foreground' },
];
const factIcons: readonly RowIcon[] = [
  { id: 'circle-small' },
  { id: 'circle-outline' },
  { id: 'circle-filled' },
  { id: 'star-half', color: 'charts.blue' },
  { id: 'star-full', color: 'charts.blue' },
];

export function findingRows(input: FindingRowsInput): RowNode<FindingValue>[] {
  const groups = groupFindings(input.findings, input.groupBy);
  const isOpen = ({ findings }: FindingGroup, index: number): boolean =>
    input.findings.length <= openUpTo || (index === 0 && findings.length <= openGroupUpTo);
  return groups.map((group, index) => groupRow(group, input, isOpen(group, index)));
}

function groupRow(group: FindingGroup, input: FindingRowsInput, open: boolean): RowNode<FindingValue> {
  const count = group.findings.length;
  const folder = group.file?.includes('/') ? group.file.slice(0, group.file.lastIndexOf('/')) : undefined;
  const description = folder === undefined ? formatNumber(count) : `${plainLine(folder)} · ${formatNumber(count)}`;
  return {
    row: {
      id: group.id,
      label: plainLine(group.label),
      description,
      file: group.file === undefined ? undefined : input.fileOf(group.file),
      icon: groupIcon(group),
      kind: 'group',
      expand: open ? 'expanded' : 'collapsed',
      spoken: `${plainLine(group.file ?? group.label)}, ${counted(count, 'finding')}`,
    },
    value: { kind: 'group', group },
    children: () => group.findings.map((finding) => findingRow(finding, group, input.projectId)),
  };
}

function groupIcon(group: FindingGroup): RowIcon | undefined {
  if (group.layer) return { id: layerIcons[group.layer] };
  if (group.file !== undefined) return { id: 'file' };
  return iconOf(group.findings[0]);
}

function iconOf(finding: Finding | undefined): RowIcon | undefined {
  if (!finding) return undefined;
  const icons = finding.layer === 'security' ? securityIcons : factIcons;
  return icons[Math.min(5, Math.max(1, finding.importance)) - 1];
}

function findingRow(finding: Finding, group: FindingGroup, projectId: string): RowNode<FindingValue> {
  // Below a file the place in that file leads, not the finding's first one.
  const inFile = finding.evidence.find(({ path }) => path === group.file);
  const at = inFile ?? finding.evidence[0];
  const place = at ? placeOf(at) : '';
  const several = finding.evidence.length > 1;
  const words = [finding.title, `${importanceName(finding.importance)} importance`, layerNames[finding.layer], place];
  return {
    row: {
      id: `${group.id}/${finding.id}`,
      label: plainLine(finding.title),
      description: inFile && at ? `line ${at.startLine}` : place,
      icon: iconOf(finding),
      kind: 'finding',
      expand: several ? 'collapsed' : 'none',
      spoken: words.filter((word) => word !== '').join(', '),
      command: { id: 'contox.openFinding', title: 'Go to Finding' },
    },
    value: { kind: 'finding', projectId, finding, at },
    children: several
      ? () =>
          finding.evidence.map((item, index) =>
            evidenceRow({ id: `${group.id}/${finding.id}/${index}`, projectId, finding }, item),
          )
      : undefined,
  };
}

function evidenceRow(
  of: { readonly id: string; readonly projectId: string; readonly finding: Finding },
  evidence: Evidence,
): RowNode<FindingValue> {
  return {
    row: {
      id: of.id,
      label: placeOf(evidence),
      icon: { id: 'go-to-file' },
      kind: 'evidence',
      expand: 'none',
      command: { id: 'contox.openFinding', title: 'Go to Evidence' },
    },
    value: { kind: 'evidence', projectId: of.projectId, finding: of.finding, evidence },
  };
}

/** `src/orders.js:12` or `src/orders.js:12-18`. */
export function placeOf({ path, startLine, endLine }: Evidence): string {
  return `${plainLine(path)}:${startLine}${endLine > startLine ? `-${endLine}` : ''}`;
}
