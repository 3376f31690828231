import * as vscode from 'vscode';
import type { Evidence, Finding } from '../../../shared/genesis';
import type { Shell } from '../../shell';
import { tell } from '../../showError';
import { compareFindings } from '../../views/findings/findingGroups';
import { type FindingValue, placeOf } from '../../views/findings/findingRows';
import { LiveNode } from '../../views/liveTree';
import { importanceName, layerNames } from '../../words/findingWords';

export interface FindingTarget {
  readonly projectId: string;
  readonly finding: Finding;
  /** The place that was asked for, where it was one of several. */
  readonly at: Evidence | undefined;
}

/** The finding that a command means: a row, an id, or what the user picks. `undefined` when the user gave up. */
export async function findingTarget(
  shell: Shell,
  target: unknown,
  placeHolder: string,
): Promise<FindingTarget | undefined> {
  if (target instanceof LiveNode) {
    const value = target.value as FindingValue;
    if (value.kind === 'finding') return { projectId: value.projectId, finding: value.finding, at: value.at };
    if (value.kind === 'evidence') return { projectId: value.projectId, finding: value.finding, at: value.evidence };
  }
  const project = await shell.projects.needCurrent();
  const finding =
    typeof target === 'string'
      ? await shell.engine.getFinding({ findingId: target })
      : await pickFinding(await shell.findings.findings(project.id), placeHolder);
  return finding && { projectId: project.id, finding, at: undefined };
}

async function pickFinding(findings: readonly Finding[], placeHolder: string): Promise<Finding | undefined> {
  if (findings.length === 0) {
    tell('information', 'There are no findings yet.', [{ title: 'Scan Project', command: 'contox.scanProject' }]);
    return undefined;
  }
  const items = [...findings].sort(compareFindings).map((finding) => ({
    label: finding.title,
    description: `${layerNames[finding.layer]} · ${importanceName(finding.importance)}`,
    detail: finding.evidence[0] ? placeOf(finding.evidence[0]) : '',
    finding,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.finding;
}
