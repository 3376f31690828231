import * as vscode from 'vscode';
import type { ContextVersion } from '../../../shared/context';
import type { Shell } from '../../shell';
import { tell } from '../../showError';
import { plainLine } from '../../words/plainLine';
import { exactTime, relativeTime } from '../../words/times';
import type { ContextTarget } from './contextTarget';

const reasons: Readonly<Record<ContextVersion['reason'], string>> = {
  create: 'made',
  update: 'edited',
  populate: 'filled in',
  compact: 'compacted',
  restore: 'restored',
};

/** Lets the user choose one of the versions that are not the current one, newest first. */
export async function pickVersion(
  shell: Shell,
  { context }: ContextTarget,
  placeHolder: string,
): Promise<ContextVersion | undefined> {
  const versions = await shell.engine.listContextVersions({ contextId: context.id });
  const others = versions.filter(({ status }) => status !== 'current').sort((a, b) => b.version - a.version);
  if (others.length === 0) {
    tell('information', `"${context.name}" has no other version yet.`);
    return undefined;
  }
  const items = others.map((version) => ({
    label: version.status === 'draft' ? `Proposed by ${version.source}` : `Version ${version.version}`,
    description: `${reasons[version.reason]} by ${version.source} ${relativeTime(version.createdAt, Date.now())}, ${exactTime(version.createdAt)}`,
    detail: plainLine(version.content.slice(0, 120)) || 'empty',
    version,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.version;
}
