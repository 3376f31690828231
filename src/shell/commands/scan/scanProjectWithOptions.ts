import * as vscode from 'vscode';
import type { ScanEstimate, StartScan } from '../../../shared/genesis';
import { runScan } from '../../scan/runScan';
import { settings } from '../../settings';
import type { Shell } from '../../shell';
import { counted } from '../../words/counted';
import { command } from '../command';
import { scannableProject } from './scannableProject';

/** Asks for branch, number of files and kind of scan, each with what it means here, then scans. */
export const scanProjectWithOptions = command('contox.scanProjectWithOptions', async (shell, target) => {
  const project = await scannableProject(shell, target);
  const estimate = await shell.engine.estimateScan({ projectId: project.id });
  const branch = await pickBranch(estimate);
  if (branch === undefined) return undefined;
  const chosen = branch === null || branch === estimate.currentBranch ? {} : { branch };
  const maxFiles = await askMaxFiles(shell, { projectId: project.id, ...chosen });
  if (maxFiles === undefined) return undefined;
  const kind = await pickKind(shell.scans.get(project.id)?.phase === 'complete');
  return kind && runScan(shell, { projectId: project.id, ...chosen, maxFiles, ...kind });
});

/** `undefined` when the user gave up. */
async function pickBranch({ branches, currentBranch }: ScanEstimate): Promise<string | null | undefined> {
  if (branches.length < 2) return currentBranch;
  const others = branches.filter((branch) => branch !== currentBranch);
  const items = [
    ...(currentBranch ? [{ label: currentBranch, description: 'checked out' }] : []),
    ...others.map((label) => ({ label, description: 'read from git, nothing is checked out' })),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Scan options (1/3): branch',
    placeHolder: 'Branch to scan',
  });
  return picked?.label;
}

async function askMaxFiles(shell: Shell, scan: Pick<StartScan, 'projectId'>): Promise<number | undefined> {
  const value = settings.scanDefaults().maxFiles;
  const estimate = await shell.engine.estimateScan({ ...scan, maxFiles: value });
  const typed = await vscode.window.showInputBox({
    title: 'Scan options (2/3): number of files',
    prompt: `${counted(estimate.filesListed, 'file')} listed, ${effort(estimate)}. The most telling are taken first.`,
    value: String(value),
    validateInput: async (text) => {
      const maxFiles = Number(text);
      if (!Number.isInteger(maxFiles) || maxFiles < 1 || maxFiles > 5000) return 'A whole number from 1 to 5000';
      const message = effort(await shell.engine.estimateScan({ ...scan, maxFiles }));
      return { message, severity: vscode.InputBoxValidationSeverity.Info };
    },
  });
  return typed === undefined ? undefined : Number(typed);
}

function effort({ filesSelected, seconds }: ScanEstimate): string {
  return `${counted(filesSelected, 'file')} to read, about ${Math.max(1, Math.round(seconds))} s`;
}

async function pickKind(hasScan: boolean): Promise<Pick<StartScan, 'securityAudit' | 'selective'> | undefined> {
  const audit = {
    label: 'Security audit',
    description: 'secrets, weaknesses, missing protections',
    picked: settings.scanDefaults().securityAudit,
  };
  const selective = {
    label: 'Changed files only',
    description: 'the rest is taken from the last scan',
    picked: hasScan,
  };
  const picked = await vscode.window.showQuickPick(hasScan ? [audit, selective] : [audit], {
    title: 'Scan options (3/3): what to do',
    placeHolder: 'Enter starts the scan',
    canPickMany: true,
  });
  return picked && { securityAudit: picked.includes(audit), selective: picked.includes(selective) };
}
